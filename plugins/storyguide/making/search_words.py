"""Count the words of the guide, so that search can tell a typing slip from a word and correct it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from html import unescape

from storyguide.making.search import SearchDocument

MOST_WORDS = 12_000
"""Most words listed, about 40 kB as sent. Rarer words are found all the same; only they are not offered for a slip."""

_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f\u064b-\u065f\u0900-\u0d7f]){3,}")
"""Words of three or more letters.

The ranges are the vowel signs of Arabic and of India's scripts, which Python does not count as letters.
"""
_APOSTROPHES = re.compile("(?<=\\w)['’](?=\\w)")


def most_used(documents: Iterable[SearchDocument]) -> list[str]:
    """Return the words of these documents in lower case without accents, the most used first, at most MOST_WORDS."""
    pieces: Counter[str] = Counter()
    for document in documents:
        text = " ".join(text for _, text in document.fields) + " " + unescape(_TAG.sub(" ", document.html))
        pieces.update(text.lower().split())
    used: Counter[str] = Counter()
    # Nearly all pieces between two spaces occur again and again, so each is looked into once.
    for piece, number in pieces.items():
        for word in _WORD.findall(_APOSTROPHES.sub("", piece)):
            used[_folded(word)] += number
    return [word for word, _ in sorted(used.items(), key=lambda one: (-one[1], one[0]))[:MOST_WORDS]]


def _folded(word: str) -> str:
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", word) if not _is_mark(c)))


def _is_mark(character: str) -> bool:
    """Return whether a character is a combining accent; the vowel signs of other scripts are letters of their own."""
    return "\u0300" <= character <= "\u036f"
