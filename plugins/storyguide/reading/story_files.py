"""Report folders without a story.md, and say which of their files most likely holds the story."""

import os
from collections.abc import Iterable, Iterator, Mapping

from storyguide.model.problem import Problem
from storyguide.model.problems import stories as wording
from storyguide.model.source import Source, sayable

FILE = "story.md"
"""Name of a story's file."""
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".avif", ".tif", ".tiff", ".gif", ".bmp", ".jp2")
"""File extensions of pictures, in lower case."""
_TEXTS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".mdwn", ".md~", ".txt", ".text", ".md.bak", ".md.old", ".mdx")
_DOCUMENTS = (".docx", ".doc", ".odt", ".fodt", ".rtf", ".pages", ".eml", ".html", ".htm", ".pdf", ".zip")


def is_text(name: str) -> bool:
    """Return whether a file of this name is typed text: Markdown, plain text, or a backup copy of either."""
    small = name.lower().rstrip()
    return small.endswith(_TEXTS) or small == "story"


def is_document(name: str) -> bool:
    """Return whether a file of this name is a document that the command `intake` can import."""
    return name.lower().endswith(_DOCUMENTS)


def is_picture(name: str) -> bool:
    """Return whether a file of this name may be a photo."""
    return name.lower().endswith(PICTURES)


def tell_no_story(name: str, path: str, present: Mapping[str, os.DirEntry[str]]) -> Iterator[Problem]:
    """Yield the problem of a folder without a story.md; nothing if it holds nothing of a story.

    `name`: the folder's name. `path`: its path from the guide's root. `present`: its entries by name.
    """
    where = Source(path)
    texts = sorted(filter(is_text, present), key=lambda each: (not each.lower().startswith("story"), each.lower()))
    if texts:
        yield wording.no_story_file(where, f"Rename “{texts[0]}” to “{FILE}”.")
    elif documents := [each for each in present if is_document(each)]:
        yield wording.no_story_file(
            where,
            f"Type: python3 build.py intake {path}/{documents[0]} and once the story is in its new folder, "
            "take this one away.",
        )
    elif deeper := next(_folders_with_story(present.values()), ""):
        yield wording.no_story_file(where, f"Move what is in “{name}/{deeper}” up into “{name}”.")
    elif any(is_picture(each) for each in present):
        yield wording.no_story_file(
            where, f"Write the story in a file “{FILE}” here, or take the pictures away.", blocks=False
        )


def _folders_with_story(inside: Iterable[os.DirEntry[str]]) -> Iterator[str]:
    for each in inside:
        if each.is_dir(follow_symlinks=False) and os.path.isfile(os.path.join(each.path, FILE)):  # noqa: PTH113, PTH118
            yield sayable(each.name)
