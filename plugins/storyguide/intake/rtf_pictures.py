"""A picture in an RTF document, and how much of it the document shows."""

from dataclasses import dataclass, field

from storyguide.intake.views import View

_NO_HEX = bytes(each for each in range(256) if each not in b"0123456789abcdefABCDEF")


@dataclass
class Pict:
    """The bytes of a picture as they are gathered, in hexadecimal figures (written) or as they are (data)."""

    written: bytearray = field(default_factory=bytearray)
    data: bytes = b""
    sizes: dict[str, int] = field(default_factory=dict)

    def read(self, name: str, number: int | None) -> None:
        """Take note of a word that says how large the picture is, or how it is cropped (lengths in twips)."""
        self.sizes[name] = number or 0

    @property
    def content(self) -> bytes:
        """The picture as a file."""
        figures = bytes(self.written).translate(None, _NO_HEX)
        return self.data or bytes.fromhex(figures[: len(figures) // 2 * 2].decode("ascii"))

    @property
    def view(self) -> View:
        """How it is cropped, as shares of its sides."""
        wide, high = (max(self.sizes.get(name, 0), 1) for name in ("picwgoal", "pichgoal"))
        left, top, right, bottom = (max(self.sizes.get(f"piccrop{side}", 0), 0) for side in "ltrb")
        return View(away=(left / wide, top / high, right / wide, bottom / high))
