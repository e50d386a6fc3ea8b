"""Describe how a document shows a picture (cropped, mirrored, turned, cut to a shape), and make the picture look so."""

from dataclasses import dataclass, replace

from storyguide.intake.manuscript import Picture
from storyguide.intake.remarks import CROPPED, MASKED, STRAIGHTENED, UNCROPPABLE, UNTURNED, Remarks

_ASKEW = 1.0
"""Degrees from a right angle above which a remark is made."""
_NOTHING = 0.0005
"""Share of a side up to which a crop is only rounding."""
ELLIPSE, ROUND, OTHER = "ellipse", "round", "other"
"""Outlines of a picture that is cut to a shape."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A mirroring from left to right, followed by a clockwise turn in degrees."""

    is_mirrored: bool = False
    degrees: float = 0

    def within(self, around: "Turn") -> "Turn":
        """Return this turn as seen inside a group that is itself mirrored and turned."""
        degrees = around.degrees + (-self.degrees if around.is_mirrored else self.degrees)
        return Turn(self.is_mirrored != around.is_mirrored, degrees % 360)


def turn_of(degrees: float, *, across: bool = False, down: bool = False) -> Turn:
    """Return a turn made of an angle and the flips left-right (across) and upside-down (down), which come first."""
    return Turn(across != down, (degrees + (180 if down else 0)) % 360)


@dataclass(frozen=True, slots=True)
class View:
    """A description of how a document shows a picture."""

    away: tuple[float, float, float, float] = (0, 0, 0, 0)
    """Shares cut off on the left, top, right and bottom, 0 to 1."""
    turn: Turn = Turn()
    outline: str = ""
    """ELLIPSE, ROUND, or OTHER for a shape that cannot be reproduced; "" for the whole rectangle."""
    roundness: float = 0
    """Radius of rounded corners as a share of the shorter side."""

    @property
    def is_cropped(self) -> bool:
        """Whether more is cut off than rounding explains."""
        return any(share > _NOTHING for share in self.away)

    @property
    def quarters(self) -> int:
        """Number of clockwise quarter turns nearest to the angle, 0 to 3."""
        return round(self.turn.degrees / 90) % 4

    @property
    def is_plain(self) -> bool:
        """Whether the picture is shown unchanged."""
        return not (self.is_cropped or self.turn.is_mirrored or self.quarters or self.outline)

    def inside(self, around: Turn) -> "View":
        """Return the view of a picture that stands in a group or shape turned so."""
        return replace(self, turn=self.turn.within(around))


def filling(view: View, left: float, top: float, right: float, bottom: float) -> View:
    """Return a view cropped further by a shape that the picture is larger than.

    The four shares are of the shape's sides, negative where the picture reaches beyond it (a:fillRect).
    """
    across, down = 1 - left - right, 1 - top - bottom
    if across <= 0 or down <= 0:
        return view
    sides = (max(0, -left) / across, max(0, -top) / down, max(0, -right) / across, max(0, -bottom) / down)
    wide, high = 1 - view.away[0] - view.away[2], 1 - view.away[1] - view.away[3]
    scales = (wide, high, wide, high)
    pairs = zip(view.away, sides, scales, strict=True)
    first, second, third, fourth = (old + new * scale for old, new, scale in pairs)
    return replace(view, away=(first, second, third, fourth))


class Album:
    """Pictures of a document, one for each different view of each."""

    def __init__(self, remarks: Remarks) -> None:
        self.pictures: dict[str, Picture] = {}
        self._remarks = remarks
        self._keys: dict[tuple[str, View], str] = {}

    def key_for(self, source: str, data: bytes, view: View) -> str:
        """Return the key of a picture as this view shows it; the picture is made when it is first seen so.

        source: where its bytes are in the document. Returns "" when it cannot be made as it was shown: it is then left
        out, with a remark, since a whole picture would show what was cut away.
        """
        askew = abs(view.turn.degrees / 90 - round(view.turn.degrees / 90)) * 90
        if askew > _ASKEW:
            self._remarks.add(STRAIGHTENED)
        view = View() if view.is_plain else view
        known = self._keys.get((source, view))
        if known is None:
            self._keys[source, view] = known = self._added(data, view)
        return known

    def _added(self, data: bytes, view: View) -> str:
        """Return the key of a picture made as the view shows it, adding remarks; "" when it cannot be made so."""
        if not view.is_plain:
            made = _made(data, view)
            if made is None and (view.is_cropped or view.outline):
                self._remarks.add(UNCROPPABLE)
                return ""
            if made is None:
                self._remarks.add(UNTURNED)
            if view.is_cropped:
                self._remarks.add(CROPPED)
            if view.outline:
                self._remarks.add(MASKED)
            data = made or data
        same = next((key for key, picture in self.pictures.items() if picture.data == data), "")
        if same:
            return same
        key = f"picture-{len(self.pictures) + 1}"
        self.pictures[key] = Picture(f"picture {len(self.pictures) + 1} in the document", data)
        return key


def _made(data: bytes, view: View) -> bytes | None:
    if view.outline == OTHER:
        return None
    from storyguide.reading.photos.cropping import Cutting, cropped  # noqa: PLC0415 - it loads Pillow

    return cropped(data, Cutting(view.away, view.turn.is_mirrored, view.quarters, view.outline, view.roundness))
