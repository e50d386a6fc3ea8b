"""Build the problems about photos; a faulty photo is left out and its story appears all the same."""

from storyguide.model.problem import Problem
from storyguide.model.source import Source

_SMALLER = "Send it again in a smaller size: a phone offers “large” or “medium” when it shares a photo."
_WITHOUT = "so the story is shown without it"
_OTHER_KINDS = {
    "a JPEG XL picture": "Open it, save it as a JPEG, and put that in its place: the guide cannot read JPEG XL.",
    "a camera’s raw file": "Put the JPEG in its place that the camera or phone saved with it, or save one from it.",
    "a video": "Put a still picture from it in its place, as a JPEG, and link the video under links.",
    "a PDF": "Save its page as a JPEG or PNG, and put that in its place.",
    "an SVG drawing": "Save it as a PNG, and put that in its place.",
    "a PostScript drawing": "Save it as a PNG, and put that in its place.",
    "a Photoshop file": "Save it as a JPEG, and put that in its place.",
    "a GIMP picture": "Save it as a JPEG, and put that in its place.",
}
"""Advice for files that hold a picture the guide cannot read, by kind of file."""
_THE_PICTURE = "Put the picture itself in its place: a JPEG, PNG, WebP or HEIC file, as phones and cameras save them."


def photo_missing(where: Source, file: str, near: str, *, inside: str = "", elsewhere: str = "") -> Problem:
    """Return the problem that a story lists a photo that is not in its folder.

    `near`: the file there most likely meant. `inside`: a subfolder that holds the photo. `elsewhere`: the folder of
    another story that holds it. Each is "" if there is none.
    """
    mend = "Put the photo beside the story’s text, or take it off the list."
    if near:
        mend = f"Change it to “{near}”."
    elif inside:
        mend = f"Move “{file}” out of the folder “{inside}”, so that it lies beside the story’s text."
    elif elsewhere:
        mend = (
            f"If it is the same photo as “stories/{elsewhere}/{file}”, put a copy of that beside this story’s text; "
            "if not, put the right one there."
        )
    return Problem(
        code="photo-missing",
        where=where,
        message=f"There is no photo called “{file}” in the story’s folder, {_WITHOUT}.",
        mend=mend,
        blocks=False,
    )


def photo_unlisted(where: Source, file: str) -> Problem:
    """Return the problem that a picture lies in a story's folder and no entry of the photo list names it."""
    return Problem(
        code="photo-unlisted",
        where=where,
        message=f"The picture “{file}” lies beside the story, and “photos” does not list it, so it is not shown.",
        mend="Take it away, or list it in the story’s file, with what it shows and who took it:\n"
        f"photos:\n  - file: {file}\n    alt: A workbench\n    credit: Mo\n    licence: CC BY-SA 4.0",
        blocks=False,
    )


def not_a_photo(where: Source, file: str, kind: str) -> Problem:
    """Return the problem that a file named as a photo holds something else.

    `kind`: what it holds, with its article.
    """
    return Problem(
        code="not-a-photo",
        where=where,
        message=f"“{file}” is {kind}, not a photo the guide can show, {_WITHOUT}.",
        mend=_OTHER_KINDS.get(kind, _THE_PICTURE),
        blocks=False,
    )


def photo_cut_short(where: Source, file: str) -> Problem:
    """Return the problem that a photo's file is damaged or incomplete."""
    return Problem(
        code="photo-cut-short",
        where=where,
        message=f"“{file}” was cut short or damaged on its way, {_WITHOUT}.",
        mend="Send it again, straight from the phone or camera that took it if you can.",
        blocks=False,
    )


def photo_too_large(where: Source, file: str, megapixels: str) -> Problem:
    """Return the problem that a photo has more pixels than can be opened safely; the limit depends on the format."""
    return Problem(
        code="photo-too-large",
        where=where,
        message=f"“{file}” has {megapixels} million pixels, too many to open safely in a file of its kind, {_WITHOUT}.",
        mend="Save it as an ordinary JPEG, not a progressive one, or send it again in a smaller size: a phone offers "
        "“large” or “medium” when it shares a photo.",
        blocks=False,
    )


def photo_file_too_large(where: Source, file: str, megabytes: str, most: int) -> Problem:
    """Return the problem that a photo's file is larger than the limit."""
    return Problem(
        code="photo-file-too-large",
        where=where,
        message=f"“{file}” is {megabytes} megabytes, and the guide takes up to {most}, {_WITHOUT}.",
        mend=_SMALLER,
        blocks=False,
    )


def photo_too_small(where: Source, file: str, shape: str, least: int) -> Problem:
    """Return the problem that a photo has too few pixels to be shown.

    `shape`: width and height, as "120 by 90".
    """
    return Problem(
        code="photo-too-small",
        where=where,
        message=f"“{file}” is only {shape} pixels, and the guide needs {least} each way, {_WITHOUT}.",
        mend="Send the photo as it was taken: one saved from a web page or a message is often a shrunken copy.",
        blocks=False,
    )


def photo_not_developed(where: Source, file: str) -> Problem:
    """Return the problem that the processing of a photo stopped for an unknown reason."""
    return Problem(
        code="photo-not-developed",
        where=where,
        message=f"“{file}” could not be made ready, {_WITHOUT}.",
        mend="Build the guide again; if this comes back, open the photo, save it as a JPEG, and put that in its place.",
        blocks=False,
    )
