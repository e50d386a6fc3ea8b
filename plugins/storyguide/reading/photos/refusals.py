"""Convert the reason for leaving a photo out into the problem to report."""

from collections.abc import Collection
from pathlib import Path

from storyguide.model.problem import Problem
from storyguide.model.problems import photos as wording
from storyguide.model.source import Source
from storyguide.reading.missing_photos import missing_photo
from storyguide.reading.photos.outcome import Reason, Refusal
from storyguide.reading.photos.recipe import MOST_BYTES
from storyguide.reading.photos.sizes import LEAST


def problem_of(refusal: Refusal, where: Source, file: str, folder: Path, listed: Collection[str] = ()) -> Problem:
    """Return the problem of a refused photo at this position in its story's file.

    `file`: the photo's name. `folder`: its story's folder. `listed`: names of all the story's photos.
    """
    match refusal.reason:
        case Reason.MISSING:
            return missing_photo(where, file, folder, listed)
        case Reason.NOT_A_PHOTO:
            return wording.not_a_photo(where, file, refusal.detail)
        case Reason.CUT_SHORT:
            return wording.photo_cut_short(where, file)
        case Reason.TOO_LARGE:
            return wording.photo_too_large(where, file, refusal.detail)
        case Reason.FILE_TOO_LARGE:
            return wording.photo_file_too_large(where, file, refusal.detail, MOST_BYTES // 1_000_000)
        case Reason.TOO_SMALL:
            return wording.photo_too_small(where, file, refusal.detail, LEAST)
        case Reason.NOT_DEVELOPED:
            return wording.photo_not_developed(where, file)
