"""Compute the mark of a story's wording, by which an editor can tell whether the storyteller approved this wording."""

import re
from collections.abc import Iterator
from hashlib import sha256
from html import unescape
from unicodedata import normalize

from storyguide.model.story import Story
from storyguide.model.story_sections import approved_texts

_TAG = re.compile(r"""<(/?[a-z][a-z0-9]*)(?>(?:[^"'>]++|"[^"]*+"|'[^']*+')*)>""")
_WITHIN_A_WORD = frozenset(("a", "/a", "strong", "/strong", "em", "/em", "code", "/code", "del", "/del"))
_TOKEN = re.compile(r"\w+|[^\w\s]")
_SAME = (
    *((sign, "'") for sign in "‘’‚‛‹›`´"),
    *((sign, '"') for sign in "“”„‟«»"),
    *((sign, "-") for sign in ("‐", "‑", "‒", "–", "—", "―", "−", "---", "--")),
    ("…", "..."),
    # invisible: where a word may be broken, and writing direction
    *((sign, "") for sign in "\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069"),
)
_HALF = 4
"""Number of hexadecimal digits in each half of a mark: short enough to read out on the telephone."""


def mark_of_wording(story: Story) -> str:
    """Return the mark of all text published in the storyteller's name, for example "3f2a-9c41".

    The mark is cut from a SHA-256 hash. It does not depend on spacing, line breaks, bold type or the kind of quotation
    marks. Place, dates, links and offers with an end date are facts and do not count.
    """
    said = "\n".join(f"{name}: {words}" for name, text in _said(story) if (words := _words(text)))
    digest = sha256(said.encode()).hexdigest()
    return f"{digest[:_HALF]}-{digest[_HALF : 2 * _HALF]}"


def _said(story: Story) -> Iterator[tuple[str, str]]:
    """Yield the label and plain text of each approved text; labels of empty texts do not enter the mark."""
    for label, text, about in approved_texts(story):
        plain = plain_words(text) if label == "words" else text
        yield label, f"{about}: {plain}" if about else plain


def plain_words(html: str) -> str:
    """Return the text of a story's HTML without tags; a space replaces each tag that separates words."""
    return unescape(_TAG.sub(_apart, html))


def _apart(tag: re.Match[str]) -> str:
    """Return the replacement for a tag: "" if it may stand within a word, else a space."""
    return "" if tag[1] in _WITHIN_A_WORD else " "


def _words(text: str) -> str:
    """Return the words and signs of a text separated by single spaces, with equivalent signs made equal."""
    if not text:
        return ""
    text = normalize("NFC", text)
    for sign, same in _SAME:
        text = text.replace(sign, same)
    return " ".join(_TOKEN.findall(text))
