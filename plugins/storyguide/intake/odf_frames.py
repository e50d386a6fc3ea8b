"""Find the pictures and words in the frames and shapes of an OpenDocument text."""

import math
import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from storyguide.intake.drawn import number
from storyguide.intake.looks import Looks
from storyguide.intake.manuscript import Shown
from storyguide.intake.remarks import DRAWN, ELSEWHERE, EMBEDDED, HIDDEN_PICTURE, MISSING, SHAPES, Remarks
from storyguide.intake.unpacking import Unpacked
from storyguide.intake.views import ELLIPSE, OTHER, ROUND, Album, Turn, View, turn_of
from storyguide.intake.xml import child, fact, name_of
from storyguide.reading.photos.kinds import ENOUGH, kind_of

SHAPES_OF_WORDS = {
    *("custom-shape", "rect", "ellipse", "circle", "polygon", "polyline", "path", "regular-polygon"),
    *("line", "connector", "measure", "caption", "control", "page-thumbnail"),
}
"""Shapes (draw:) that may hold words."""
DRAWINGS = SHAPES_OF_WORDS | {"frame", "g"}
"""All elements (draw:) that are drawings."""
_WORDS = {"p", "h", "list", "table", "section"}
_ABOUT = {"title", "desc"}
_OUTLINES = {"ellipse": ELLIPSE, "circle": ELLIPSE, "rect": "", "frame": ""}
_PRESETS = {"rectangle": "", "ellipse": ELLIPSE, "round-rectangle": ROUND}
_ROUNDNESS = 1 / 6
_STEP = re.compile(r"(rotate|scale|matrix)\s*\(([^)]*)\)")
_LENGTH = re.compile(r"(-?[\d.]+)\s*(cm|mm|in|pt|pc|px)?")
_INCHES = {"cm": 1 / 2.54, "mm": 1 / 25.4, "in": 1, "pt": 1 / 72, "pc": 1 / 6, "px": 1 / 96, "": 1 / 96}
_RESOLUTION = 96
"""Dots per inch that LibreOffice takes for a picture that states none."""


@dataclass(frozen=True, slots=True)
class Box:
    """A shape or frame whose paragraphs are still to be read."""

    content: Element


@dataclass
class Frames:
    """A reader of a document's frames and shapes; pictures go to `album`."""

    files: Unpacked
    looks: Looks
    album: Album
    remarks: Remarks

    def drawn(self, element: Element, turn: Turn | None = None) -> Iterator[Shown | Box]:
        """Yield the pictures and boxes in a frame, shape or group; anything else drawn becomes a remark.

        turn: mirroring and rotation of the group around it.
        """
        turn = _turn(fact(element, "transform")).within(turn or Turn())
        name = name_of(element)
        if fact(element, "display") == "none":
            self.remarks.add(HIDDEN_PICTURE)
        elif name == "frame":
            filled = [*self._filled(element, turn)]
            yield from filled
            yield from self._frame(element, turn)
        elif name in SHAPES_OF_WORDS:
            filled = [*self._filled(element, turn)]
            yield from filled
            if any(name_of(each) in _WORDS and any("".join(each.itertext()).strip()) for each in element):
                yield Box(element)
            elif not filled:
                self.remarks.add(SHAPES)
        else:
            for each in element:
                if name_of(each) not in _ABOUT:
                    yield from self.drawn(each, turn)

    def _frame(self, frame: Element, turn: Turn) -> Iterator[Shown | Box]:
        images = [each for each in frame if name_of(each) == "image"]
        for each in frame:
            name = name_of(each)
            if name == "text-box":
                yield Box(each)
            elif name == "table":
                yield Box(frame)
                return
            elif name in ("object", "object-ole"):
                self.remarks.add(DRAWN if name == "object" else EMBEDDED)
                return  # the image beside an object shows what it last looked like
            elif name in ("applet", "plugin", "floating-frame"):
                self.remarks.add(EMBEDDED)
        if images:
            yield from self._image(frame, images, turn)

    def _image(self, frame: Element, images: list[Element], turn: Turn) -> Iterator[Shown]:
        """Yield the one picture of a frame, which may hold it in several formats: the first that can be a photo."""
        found = [(source, data) for each in images if (source := self._source(each)) and (data := self._data(each))]
        photos = [each for each in found if kind_of(each[1][:ENOUGH]).opener]
        if not found:
            self.remarks.add(MISSING if all(self._is_inside(each) for each in images) else ELSEWHERE)
            return
        source, data = (photos or found)[0]
        style = fact(frame, "style-name")
        mirrored = self.looks.graphic(style, "mirror")
        own = turn_of(0, across="horizontal" in mirrored, down="vertical" in mirrored)
        away = _away(self.looks.graphic(style, "clip"), data, _sides(frame))
        view = View(turn=own.within(turn), outline=OTHER) if away is None else View(away, own.within(turn))
        if key := self.album.key_for(source, data, view):
            yield Shown(key, _alt(frame))

    def _filled(self, shape: Element, turn: Turn) -> Iterator[Shown]:
        """Yield the picture that fills a shape."""
        style = fact(shape, "style-name")
        if self.looks.graphic(style, "fill") != "bitmap":
            return
        fill = self.looks.fills.get(self.looks.graphic(style, "fill-image-name"))
        data = b"" if fill is None else self._data(fill)
        if fill is None or not data:
            self.remarks.add(MISSING if fill is None or self._is_inside(fill) else ELSEWHERE)
            return
        view = View(turn=turn, outline=_outline(shape), roundness=_ROUNDNESS if _outline(shape) == ROUND else 0)
        if key := self.album.key_for(self._source(fill), data, view):
            yield Shown(key, _alt(shape))

    def _source(self, image: Element) -> str:
        """Return a name for where a picture's bytes are: its path, or a hash of the bytes that stand inline."""
        inline = child(image, "binary-data")
        return fact(image, "href") if inline is None else sha256((inline.text or "").encode()).hexdigest()

    def _data(self, image: Element) -> bytes:
        """Return a picture's bytes, from the file or from the element itself; b"" when they are not there."""
        inline = child(image, "binary-data")
        if inline is not None:
            try:
                return b64decode("".join((inline.text or "").split()))
            except ValueError:
                return b""
        written = fact(image, "href").replace("\\", "/").removeprefix("./").lstrip("/")
        place = next((each for each in (written, unquote(written)) if each in self.files), "")
        return self.files[place].read() if place else b""

    @staticmethod
    def _is_inside(image: Element) -> bool:
        address = fact(image, "href")
        return ":" not in address and not address.startswith(("..", "/"))


def _alt(frame: Element) -> str:
    said = {name_of(each): (each.text or "").strip() for each in frame if name_of(each) in _ABOUT}
    return said.get("desc") or said.get("title") or ""


def _turn(transform: str) -> Turn:
    """Return a draw:transform as a turn; LibreOffice writes and reads rotate() counter-clockwise, in radians."""
    turn = Turn()
    for step, written in _STEP.findall(transform):
        values = [number(each) for each in re.split(r"[\s,]+", written.strip())]
        if step == "rotate":
            turn = turn.within(turn_of(-math.degrees(values[0])))
        elif step == "scale":
            turn = turn.within(turn_of(0, across=values[0] < 0, down=values[-1] < 0))
        elif len(values) == 6:
            a, b, c, d = values[:4]
            is_mirrored = a * d - b * c < 0
            turn = turn.within(
                turn_of(math.degrees(math.atan2(-b, -a) if is_mirrored else math.atan2(b, a)), across=is_mirrored)
            )
    return turn


def _lengths(written: str) -> list[float]:
    return [number(value) * _INCHES[unit] for value, unit in _LENGTH.findall(written.replace("auto", "0"))]


def _sides(frame: Element) -> tuple[float, float]:
    """Return the width and height of a frame in inches; 0 where it does not state one."""
    return tuple(next(iter(_lengths(fact(frame, side))), 0.0) for side in ("width", "height"))  # type: ignore[return-value]


def _away(clip: str, data: bytes, frame: tuple[float, float]) -> tuple[float, float, float, float] | None:
    """Return the shares cut off left, top, right and bottom (0 to 1) by fo:clip; None when they cannot be known.

    fo:clip gives lengths of the picture at its own resolution. Programs differ on the resolution of a picture that
    states none or an odd one: that one is right under which the part left has the proportions of its frame.
    """
    lengths = [max(each, 0) for each in _lengths(clip.partition("(")[2])]
    if len(lengths) != 4 or not any(lengths):
        return (0, 0, 0, 0)
    from storyguide.reading.photos.cropping import size_of  # noqa: PLC0415 - it loads Pillow

    size = size_of(data)
    if size is None:
        return None
    width, height, across, down = size
    top, right, bottom, left = lengths
    tried = [(across or _RESOLUTION, down or _RESOLUTION), (96, 96), (72, 72)]
    cuts = [
        (left * wide / width, top * high / height, right * wide / width, bottom * high / height) for wide, high in tried
    ]
    fitting = [each for each in cuts if each[0] + each[2] < 1 and each[1] + each[3] < 1]
    if not fitting or not all(frame):
        return next(iter(fitting), None)

    def oddness(cut: tuple[float, float, float, float]) -> float:
        left_over = width * (1 - cut[0] - cut[2]) / (height * (1 - cut[1] - cut[3]))
        return round(abs(math.log(left_over / (frame[0] / frame[1]))), 1)

    return min(fitting, key=oddness)


def _outline(shape: Element) -> str:
    name = name_of(shape)
    if name == "custom-shape":
        geometry = child(shape, "enhanced-geometry")
        kind = "rectangle" if geometry is None else fact(geometry, "type")
        return _PRESETS.get(kind.removeprefix("ooxml-"), ROUND if kind == "ooxml-roundRect" else OTHER)
    return ROUND if name == "rect" and fact(shape, "corner-radius") else _OUTLINES.get(name, OTHER)
