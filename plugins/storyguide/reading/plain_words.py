"""Convert the text of news posts and replies into clean HTML: the rules of stories, but without pictures."""

import re
from dataclasses import replace

from storyguide.model.problem import Problem
from storyguide.model.problems import news as wording
from storyguide.model.source import Source
from storyguide.model.story import Words
from storyguide.reading.commonmark import read_words
from storyguide.reading.contacts import Told, tell_contacts_in_words
from storyguide.reading.metadata import Metadata
from storyguide.reading.written import Reading

_BESIDE = re.compile(r"(?:\.\./)+stories/([a-z0-9]+(?:-[a-z0-9]+)*)/?(?:(?:story|index)\.md)?(?:#.*)?")
"""Path of a story's file as written from a file under docs/."""
_ABOVE = re.compile(r"(?:\.\./){2}([a-z0-9]+(?:-[a-z0-9]+)*)/?(?:(?:story|index)\.md)?(?:#.*)?")
"""Path of a story's file as written from a file in another story's folder of replies."""


def read_plain_words(metadata: Metadata, reading: Reading, *, of: str, title: str = "") -> Words:
    """Return the text below the facts as clean HTML; report problems, pictures and contact details to `reading`.

    `of`: name of the thing in messages ("post", "reply"). `title`: a first heading equal to it is left out. Links to
    stories may be relative to the file, or as in a story.
    """
    stories: dict[str, int] = {}

    def local(address: str) -> str:
        found = _BESIDE.fullmatch(address) or _ABOVE.fullmatch(address)
        if found is None:
            return ""
        before = metadata.body.partition(f"]({address}")[0]
        stories.setdefault(found[1], metadata.body_line + before.count("\n"))
        return f"story:{found[1]}"

    words, problems = read_words(
        metadata.body, path=reading.path, first_line=metadata.body_line, title=title, local=local
    )
    tell_contacts_in_words(metadata.body, words.html, metadata.body_line, reading, private_in(of))
    reading.problems += problems
    for file in words.photos:
        reading.tell(wording.picture_not_here(reading.at(words.lines[file]), file, of))
    if not stories:
        return words
    lines = {f"story:{slug}": line for slug, line in stories.items()}
    return replace(words, stories=tuple(dict.fromkeys((*words.stories, *stories))), lines={**words.lines, **lines})


def private_in(of: str) -> Told:
    """Return the function that builds the problem of contact details in a thing of this name."""

    def told(where: Source, what: str, written: str) -> Problem:
        return wording.private_here(where, what, written, of)

    return told
