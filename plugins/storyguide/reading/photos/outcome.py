"""What becomes of a photo: finished pictures, or the reason there are none."""

from dataclasses import dataclass
from enum import Enum


class NotBareError(OSError):
    """What a photo was made into still carries more than its pixels: no site may be made of it.

    The fault is the machine’s, so it is told as a full disk is.
    """


class Reason(Enum):
    """Why a photo is left out; the value is its problem's code."""

    MISSING = "photo-missing"
    NOT_A_PHOTO = "not-a-photo"
    CUT_SHORT = "photo-cut-short"
    TOO_LARGE = "photo-too-large"
    FILE_TOO_LARGE = "photo-file-too-large"
    TOO_SMALL = "photo-too-small"
    NOT_DEVELOPED = "photo-not-developed"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A photo is left out."""

    reason: Reason
    detail: str = ""
    """What its wording needs to be told: "a web page", "108", "120 by 90"."""


STOPPED = Refusal(Reason.NOT_DEVELOPED)
"""The only refusal that may become something else at the next try."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """One published size of a photo, as bytes."""

    type: str
    width: int
    height: int
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """One published size of a photo, as a file among the finished ones, and what proves it unharmed."""

    name: str
    type: str
    width: int
    height: int
    size: int
    mtime: int
    """In nanoseconds."""
    digest: str
