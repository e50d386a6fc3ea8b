"""The words of the guide, by which a slip of the keyboard is told from a word and corrected."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from storyguide.making.search import SearchDocument
from storyguide.model.markup.tags import text_of

MOST_WORDS = 12_000
"""About 40 kB as sent. The rarer words are found all the same; only they are not offered for a slip."""

_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f\u064b-\u065f\u0900-\u0d7f]){3,}")
"""Letters, and the vowel signs of Arabic and of India's scripts, which Python does not count among them."""
_APOSTROPHES = re.compile("(?<=\\w)['’](?=\\w)")


def most_used(documents: Iterable[SearchDocument]) -> list[str]:
    """The words of these documents, in small letters without marks, those used most often first."""
    pieces: Counter[str] = Counter()
    for document in documents:
        text = " ".join(text for _, text in document.fields) + " " + text_of(document.html, " ")
        pieces.update(text.lower().split())
    used: Counter[str] = Counter()
    # Nearly all pieces between two spaces are met again and again, so each is looked into once.
    for piece, number in pieces.items():
        for word in _WORD.findall(_APOSTROPHES.sub("", piece)):
            used[_folded(word)] += number
    return [word for word, _ in sorted(used.items(), key=lambda one: (-one[1], one[0]))[:MOST_WORDS]]


def _folded(word: str) -> str:
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", word) if not _is_mark(c)))


def _is_mark(character: str) -> bool:
    """Whether it is an accent of a Latin letter; the vowel signs of other scripts are letters of their own."""
    return "\u0300" <= character <= "\u036f"
