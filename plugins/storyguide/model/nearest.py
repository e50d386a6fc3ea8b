"""Find the known word or file name that a mistyped one most likely meant."""

from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache
from unicodedata import normalize

_SHORTEST = 5
_LONGEST = 200
"""Length in letters beyond which no word is looked up: comparing takes long, and a text so long is no typing slip."""
_FEW = 60
"""Number of known words up to which all are compared one by one."""
_LOOKED_AT, _COMPARED = 200, 5
"""Limits for longer lists: candidates looked at by shared trigrams, and of these, candidates compared."""


def nearest(written: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """Return the known word most like `written`; "" if none is at least `cutoff` similar (difflib's ratio, 0 to 1).

    Among ten thousand known words the search takes little longer than among a hundred, since hundreds of stories may
    have a slip in the same run, many of them the same.
    """
    if len(written) > _LONGEST:
        return ""
    return _nearest(written, tuple(known), cutoff)


@lru_cache(maxsize=1024)
def _nearest(written: str, words: tuple[str, ...], cutoff: float) -> str:
    known: Sequence[str] = words
    if len(known) > _FEW:
        known = _sharing(written, words)
        if meant := slip_of(written, known):
            return meant
    near = get_close_matches(written, known, n=1, cutoff=cutoff)
    return near[0] if near else ""


def slip_of(written: str, known: Sequence[str]) -> str:
    """Return the one known word a single typing slip away from `written`; "" if there is none or more than one.

    A slip is a letter left out, added, changed or swapped with the next. Words of fewer than five letters never count:
    too many of them are words of their own.
    """
    if len(written) < _SHORTEST:
        return ""
    found = [word for word in known if len(word) >= _SHORTEST and _one_slip_apart(written, word)]
    return found[0] if len(found) == 1 else ""


def nearest_file(written: str, files: Iterable[str]) -> str:
    """Return the file whose name was most likely meant; "" if none comes near.

    Capitals, spaces, underscores, hyphens, the Unicode form of accents and .jpeg for .jpg are ignored. An equal name
    comes first, then the same stem with another extension, then a typing slip.
    """
    by_name: dict[tuple[str, str], str] = {}
    for file in files:
        by_name.setdefault(_split(file), file)
    stem, ending = _split(written)
    if (stem, ending) in by_name:
        return by_name[stem, ending]
    if twins := [file for (other, _), file in by_name.items() if other == stem]:
        return twins[0]
    whole = {f"{other}.{its_ending}": file for (other, its_ending), file in by_name.items() if its_ending}
    return whole.get(nearest(f"{stem}.{ending}", whole, 0.75), "")


def _split(file: str) -> tuple[str, str]:
    """Split a file name into stem and extension, both normalised so that differences that do not matter vanish."""
    stem, _, ending = normalize("NFC", file).casefold().rpartition(".")
    return "".join(sign for sign in stem if sign not in " _-\u00a0\u202f"), {"jpeg": "jpg", "tif": "tiff"}.get(
        ending, ending
    )


def _one_slip_apart(one: str, other: str) -> bool:
    if one == other or abs(len(one) - len(other)) > 1:
        return one == other
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    left, right = one[at:], other[at:]
    return (
        left[1:] == right
        or left == right[1:]
        or left[1:] == right[1:]
        or (left[:2] == right[1::-1] and left[2:] == right[2:])
    )


def _sharing(written: str, known: tuple[str, ...]) -> list[str]:
    """Return the known words that share most trigrams with `written`, counting the rarest trigrams first."""
    index = _by_parts(known)
    shared: Counter[int] = Counter()
    looked = 0
    for at in sorted((index.get(part, []) for part in dict.fromkeys(_parts(written))), key=len):
        if looked > _LOOKED_AT:
            break
        shared.update(at[:_LOOKED_AT])
        looked += len(at)
    return [known[number] for number, _ in shared.most_common(_COMPARED)]


@lru_cache(maxsize=4)
def _by_parts(known: tuple[str, ...]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = {}
    for number, word in enumerate(known):
        for part in set(_parts(word)):
            index.setdefault(part, []).append(number)
    return index


def _parts(word: str) -> list[str]:
    """Return the trigrams of a word, with one space added at each end."""
    whole = f" {word} "
    return [whole[at : at + 3] for at in range(len(whole) - 2)]
