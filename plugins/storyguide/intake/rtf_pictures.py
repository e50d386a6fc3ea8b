"""Collect the bytes of a picture in an RTF document, and how the document crops it."""

from dataclasses import dataclass, field

from storyguide.intake.views import View

_NO_HEX = bytes(each for each in range(256) if each not in b"0123456789abcdefABCDEF")


@dataclass
class Pict:
    """A picture as its bytes arrive, in hexadecimal digits (`written`) or binary (`data`)."""

    written: bytearray = field(default_factory=bytearray)
    data: bytes = b""
    sizes: dict[str, int] = field(default_factory=dict)

    def read(self, name: str, number: int | None) -> None:
        """Record a control word about the picture's size or cropping; lengths are in twips (1/1440 inch)."""
        self.sizes[name] = number or 0

    @property
    def content(self) -> bytes:
        """Bytes of the picture as a file."""
        figures = bytes(self.written).translate(None, _NO_HEX)
        return self.data or bytes.fromhex(figures[: len(figures) // 2 * 2].decode("ascii"))

    @property
    def view(self) -> View:
        """Cropping of the picture, as shares of its width and height."""
        wide, high = (max(self.sizes.get(name, 0), 1) for name in ("picwgoal", "pichgoal"))
        left, top, right, bottom = (max(self.sizes.get(f"piccrop{side}", 0), 0) for side in "ltrb")
        return View(away=(left / wide, top / high, right / wide, bottom / high))
