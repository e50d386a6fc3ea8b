"""Anytown's photos, drawn by code: as phones save them, with all that phones write into them."""

from pathlib import Path

from PIL import Image, ImageDraw

from tests.pictures import details, heic, jpeg

_SHAPE = (1600, 1200)
_XMP = b'<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/">Telltale GPSLatitude</x:xmpmeta><?xpacket end="w"?>'

Scene = list[tuple[str, tuple[int, int, int, int], str]]
"""Boxes, ovals and lines from back to front: which, where and in what colour."""

_BENCH: Scene = [
    ("box", (0, 0, 1600, 1200), "#3d4a52"),
    ("oval", (500, -260, 1100, 420), "#f6d789"),
    ("box", (0, 760, 1600, 1200), "#9a6b42"),
    ("box", (0, 760, 1600, 790), "#c08a58"),
    ("box", (520, 470, 980, 780), "#c7ccd1"),
    ("box", (580, 440, 920, 480), "#5f666c"),
    ("box", (1060, 690, 1240, 770), "#8d959b"),
    *(("oval", (180 + 90 * n, 880, 220 + 90 * n, 920), "#e9e4d8") for n in range(6)),
]
_KETTLE: Scene = [
    ("box", (0, 0, 1600, 1200), "#efe6d2"),
    ("box", (160, 860, 1440, 1120), "#d9d3c4"),
    *(("box", (220, 890 + 40 * n, 1380, 896 + 40 * n), "#a59f92") for n in range(5)),
    ("oval", (480, 380, 1120, 1000), "#2f6fa3"),
    ("box", (660, 340, 940, 420), "#26577f"),
    ("oval", (1180, 760, 1360, 860), "#2f6fa3"),
]
_STEPS: Scene = [
    ("box", (0, 0, 1600, 1200), "#b9c4c9"),
    *(
        ("box", (0, 380 + 110 * n, 1600, 480 + 110 * n), shade)
        for n, shade in enumerate(("#8c8578", "#7c766a", "#6d675d"))
    ),
    ("box", (0, 710, 1600, 1200), "#75603f"),
    ("oval", (620, 160, 980, 300), "#33373a"),
    ("box", (620, 230, 980, 400), "#4a4f53"),
]


def draw_photos(root: Path) -> None:
    """Put each photo that Anytown's stories list into its story's folder."""
    jpegs = {
        "repair-cafe/bench.jpg": (_BENCH, 1),
        "soup-on-the-steps/steps.jpg": (_STEPS, 6),
        "kite-loft/quibbleton-kite.jpg": (_KETTLE, 1),
    }
    for name, (scene, orientation) in jpegs.items():
        held = _drawn(scene).transpose(Image.Transpose.ROTATE_90) if orientation == 6 else _drawn(scene)
        photo = jpeg(held, quality=88, exif=details(orientation), xmp=_XMP, comment=b"Telltale")
        (root / "stories" / name).write_bytes(photo)
    (root / "stories/repair-cafe/kettle.heic").write_bytes(heic(picture=_drawn(_KETTLE)))


def _drawn(scene: Scene) -> Image.Image:
    picture = Image.new("RGB", _SHAPE)
    draw = ImageDraw.Draw(picture)
    for shape, where, colour in scene:
        (draw.rectangle if shape == "box" else draw.ellipse)(where, fill=colour)
    return picture
