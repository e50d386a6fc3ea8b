"""Data classes for the outcome of processing a photo: finished files, or the reason for none."""

from dataclasses import dataclass
from enum import Enum


class NotBareError(OSError):
    """Raised if a finished photo still holds anything but pixels; no site may be made with it.

    The fault lies with the machine or its libraries, so it is an OSError and reported like a full disk.
    """


class Reason(Enum):
    """A reason why a photo is left out; the value is the code of its problem."""

    MISSING = "photo-missing"
    NOT_A_PHOTO = "not-a-photo"
    CUT_SHORT = "photo-cut-short"
    TOO_LARGE = "photo-too-large"
    FILE_TOO_LARGE = "photo-file-too-large"
    TOO_SMALL = "photo-too-small"
    NOT_DEVELOPED = "photo-not-developed"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A decision to leave a photo out."""

    reason: Reason
    detail: str = ""
    """Text for the message: "a web page", "108", "120 by 90"."""


STOPPED = Refusal(Reason.NOT_DEVELOPED)
"""Refusal after an interruption; the only one that is not cached, as the next try may succeed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """A published size of a photo, as bytes."""

    type: str
    width: int
    height: int
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A published size of a photo, as a file in the cache, with the data to check that it is undamaged."""

    name: str
    type: str
    width: int
    height: int
    size: int
    mtime: int
    """Time of change in nanoseconds."""
    digest: str
    """BLAKE2b digest of the file's bytes."""
