"""The names by which an edition asks for drawings."""

SCENES = (
    "allotment",
    "canal",
    "castle",
    "chapel",
    "choir",
    "craft",
    "foodbank",
    "football",
    "hall",
    "hands",
    "kitchen",
    "library",
    "market",
    "park",
    "pond",
    "school",
    "street-party",
    "tea",
    "terrace",
    "windmill",
    "woodland",
    "workshop",
)
"""What a theme's covers may show."""

LANDMARKS = (
    "canal",
    "castle",
    "chapel",
    "chimneys",
    "clock",
    "kiln",
    "school",
    "trees",
    "windmill",
)
"""What the skyline of the first page may be made of."""

SIGNS = (
    "bridge",
    "bunting",
    "circles",
    "door",
    "hand",
    "kite",
    "leaf",
    "links",
    "rings",
    "star",
    "sun",
    "wave",
)
"""What may stand for a dimension."""
