"""Pictures whose quarters differ, and which quarters of them a kept photo shows."""

from io import BytesIO
from pathlib import Path

from PIL import Image

from tests import pictures

QUARTERS = {"TL": "top left", "TR": "top right", "BL": "bottom left", "BR": "bottom right"}


def quartered(width: int = 800, height: int = 600) -> bytes:
    """A picture of four quarters, each of another colour."""
    written = BytesIO()
    pictures.upright(width, height).save(written, "PNG")
    return written.getvalue()


def seen_in(photo: Path) -> str:
    """The quarters of quartered() that a photo shows at its four corners, from top left: "TL TR BL BR"."""
    with Image.open(photo) as opened:
        picture = opened.convert("RGB")
    across, down = picture.width // 8, picture.height // 8
    places = [(x, y) for y in (down, picture.height - 1 - down) for x in (across, picture.width - 1 - across)]
    return " ".join(_nearest(picture.getpixel(place)) for place in places)  # type: ignore[arg-type]


def colours_in(photo: Path) -> set[str]:
    """Every quarter of which anything at all is seen in a photo."""
    with Image.open(photo) as opened:
        small = opened.convert("RGB")
    counted = small.getcolors(small.width * small.height) or []
    return {_nearest(colour) for _, colour in counted if _distance(colour, _nearest(colour)) < 30}  # type: ignore[arg-type]


def _nearest(colour: tuple[int, int, int]) -> str:
    return min(QUARTERS, key=lambda name: _distance(colour, name))


def _distance(colour: tuple[int, int, int], name: str) -> float:
    return sum(abs(a - b) for a, b in zip(colour, pictures.CORNERS[QUARTERS[name]], strict=True))
