"""Finds the known word that was most likely meant, however many words are known."""

from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache
from unicodedata import normalize

_SHORTEST = 5
_LONGEST = 200
"""Letters; to compare longer ones takes long, and whoever wrote so much made no slip of the fingers."""
_FEW = 60
"""So many are simply compared one by one."""
_LOOKED_AT, _COMPARED = 200, 5
"""Of more, so many that share a part with it are looked at, and those compared that share most."""


def nearest(written: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """The nearest of the known words; "" when none comes near.

    It takes hardly longer among ten thousand words than among a hundred, since hundreds
    of stories may have a slip in the same run, many of them the same.
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
    """The one known word that a single slip of the fingers makes into this one; "" when there is none or two.

    A letter left out, added, changed or swapped with the next. Short words are never taken
    for slips: too many of them are words of their own.
    """
    if len(written) < _SHORTEST:
        return ""
    found = [word for word in known if len(word) >= _SHORTEST and _one_slip_apart(written, word)]
    return found[0] if len(found) == 1 else ""


def nearest_file(written: str, files: Iterable[str]) -> str:
    """Return the file whose name was most likely meant; "" when none comes near.

    Capitals, spaces, low lines and hyphens, the way an accent is written down and .jpeg for .jpg do not count;
    after these the same name with another ending comes first, and a slip of the fingers next.
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
    """A file's name without what does not count in it, and its ending."""
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
    """Those that share most of its rarer parts."""
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
    """Each three letters in a row, its ends counted in."""
    whole = f" {word} "
    return [whole[at : at + 3] for at in range(len(whole) - 2)]
