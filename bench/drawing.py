"""Photos for the comparison, drawn by code: 12 megapixels of large shapes, small ones and grain, as phones save."""

import random
import sys
from pathlib import Path

from PIL import Image, ImageChops

from bench.photos import PHOTOS, SHAPE

_TURNED = (1, 1, 6, 1, 3, 1, 8, 1)
"""How phones are held: the orientation that one photo after another notes."""
_QUALITY = 88
_ORIENTATION = 0x0112
_DETAIL = ((4, 0.9), (12, 0.6), (48, 0.4), (240, 0.25), (1200, 0.12))
"""Cells across the picture, and how much light and colour change from one to the next."""


def draw(folder: Path) -> None:
    """Write them all; the same bytes each time."""
    folder.mkdir(parents=True)
    grain = _noise(random.Random("grain"), SHAPE, "L").convert("RGB")
    for number in range(PHOTOS):
        rng = random.Random(f"photo-{number}")
        picture = _gradient(rng)
        for cells, strength in _DETAIL:
            layer = _noise(rng, (cells, cells * 3 // 4), "RGB").resize(SHAPE, Image.Resampling.BICUBIC)
            picture = Image.blend(picture, layer, strength / 2)
        shifted = ImageChops.offset(grain, rng.randrange(SHAPE[0]), rng.randrange(SHAPE[1]))
        exif = Image.Exif()
        exif[_ORIENTATION] = _TURNED[number % len(_TURNED)]
        Image.blend(picture, shifted, 0.07).save(folder / f"{number:02d}.jpg", "JPEG", quality=_QUALITY, exif=exif)


def _noise(rng: random.Random, size: tuple[int, int], mode: str) -> Image.Image:
    return Image.frombytes(mode, size, rng.randbytes(size[0] * size[1] * len(mode)))


def _gradient(rng: random.Random) -> Image.Image:
    """Light from above, in a colour of its own."""
    top, bottom = ([rng.randrange(256) for _ in "rgb"] for _ in "ab")
    light = Image.linear_gradient("L")
    bands = [
        light.point([a + (b - a) * value // 255 for value in range(256)]) for a, b in zip(top, bottom, strict=True)
    ]
    return Image.merge("RGB", bands).resize(SHAPE, Image.Resampling.BICUBIC)


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
