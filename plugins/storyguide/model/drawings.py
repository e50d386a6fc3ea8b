"""Names of the drawings an edition may ask for."""

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
"""Scenes that the generated cover of a story may show; a theme lists some of them."""

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
"""Pieces the skyline on the home page may be made of."""

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
"""Signs that may stand for a dimension of a framework."""
