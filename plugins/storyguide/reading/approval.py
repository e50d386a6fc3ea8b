"""The mark of what a storyteller saw and said yes to: another word is another mark, another way to space it is not."""

import re
from collections.abc import Iterator
from hashlib import sha256
from html import unescape
from unicodedata import normalize

from storyguide.model.story import Story

_TAG = re.compile(r"""<(/?[a-z][a-z0-9]*)(?:[^"'>]++|"[^"]*+"|'[^']*+')*+>""")
_WITHIN_A_WORD = frozenset(("a", "/a", "strong", "/strong", "em", "/em", "code", "/code", "del", "/del"))
_TOKEN = re.compile(r"\w+|[^\w\s]")
_SAME = (
    *((sign, "'") for sign in "‘’‚‛‹›`´"),
    *((sign, '"') for sign in "“”„‟«»"),
    *((sign, "-") for sign in ("‐", "‑", "‒", "–", "—", "―", "−", "---", "--")),
    ("…", "..."),
    # what nobody sees: where a word may be broken, and which way it runs
    *((sign, "") for sign in "\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069"),
)
_HALF = 4
"""Letters and figures in each half of a mark: short enough to be read out on the telephone."""


def mark_of_wording(story: Story) -> str:
    """What stands for all that the page says in the storyteller's name: "3f2a-9c41".

    It is the same however the words are spaced, broken into lines, set in bold or put in quotation marks.
    Where the story happens, its days, its links and what is offered until a day are facts and not its words.
    """
    said = "\n".join(f"{name}: {words}" for name, text in _said(story) if (words := _words(text)))
    digest = sha256(said.encode()).hexdigest()
    return f"{digest[:_HALF]}-{digest[_HALF : 2 * _HALF]}"


def _said(story: Story) -> Iterator[tuple[str, str]]:
    """Each of the story's texts, with what it is; what it is stands in the mark only where there is a text."""
    yield "title", story.title
    yield "summary", story.summary
    if story.storyteller:
        yield "name", story.storyteller.name
        yield "about", story.storyteller.about
    yield "organisation", story.organisation
    yield from (("with", name) for name in story.collaborators)
    yield "access", story.access
    yield "note", story.content_note
    yield "words", unescape(_TAG.sub(_apart, story.words.html))
    for photo in story.photos:
        yield "photo", photo.alt
        yield "caption", photo.caption
        yield "credit", photo.credit
    if story.difference:
        yield "changed", story.difference.what
        yield "whom", story.difference.whom
        yield "known", story.difference.how_we_know
    yield from (("used", f"{kind}: {text}") for kind, text in story.assets)
    yield from (("shows", f"{one.dimension}: {one.sentence}") for one in story.evidence)
    yield from (("tin", f"{one.tin}: {one.how}") for one in story.tins)
    yield "join in", story.join_in


def _apart(tag: re.Match[str]) -> str:
    """What stands for a tag: nothing where it may stand within a word, else space."""
    return "" if tag[1] in _WITHIN_A_WORD else " "


def _words(text: str) -> str:
    """The words and signs of a text, each by itself."""
    if not text:
        return ""
    text = normalize("NFC", text)
    for sign, same in _SAME:
        text = text.replace(sign, same)
    return " ".join(_TOKEN.findall(text))
