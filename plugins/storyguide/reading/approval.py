"""The mark of what a storyteller saw and said yes to: another word is another mark, another way to space it is not."""

import re
from collections.abc import Iterator
from hashlib import sha256
from unicodedata import normalize

from storyguide.model.markup.tags import words_of
from storyguide.model.story import Story
from storyguide.model.story_sections import approved_texts

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
    """Yield the label and plain text of each approved text; a label stands in the mark only where there is a text."""
    for label, text, about in approved_texts(story):
        plain = words_of(text) if label == "words" else text
        yield label, f"{about}: {plain}" if about else plain


def _words(text: str) -> str:
    """The words and signs of a text, each by itself."""
    if not text:
        return ""
    text = normalize("NFC", text)
    for sign, same in _SAME:
        text = text.replace(sign, same)
    return " ".join(_TOKEN.findall(text))
