"""Guess the character set of undeclared text, by how likely the words are that each candidate gives.

General detectors need a page of text to be right; an e-mail or a file's name is often a dozen words. What tells
character sets apart in so few is how letters stand: no capital follows a small letter, no symbol stands within a word,
one word is written in one script, and common letters are more likely than rare ones.
"""

import unicodedata
from functools import cache
from typing import NamedTuple

SAMPLE = 6_000
"""Bytes that are judged, taken from lines with bytes beyond ASCII."""

_CANDIDATES = (
    *(("cp1252", 0.0), ("mac_roman", 0.9), ("cp850", 1.1), ("cp1250", 0.7), ("iso8859_2", 1.0), ("cp1254", 1.0)),
    *(("cp1257", 1.4), ("koi8_r", 0.5), ("koi8_u", 0.7), ("cp1251", 0.5), ("iso8859_5", 1.0), ("cp866", 1.0)),
    *(("mac_cyrillic", 1.2), ("cp1253", 0.8), ("iso8859_7", 0.8), ("cp1255", 0.8), ("cp1256", 0.8)),
    *(("iso8859_6", 1.0), ("cp874", 0.8), ("gb18030", 0.5), ("big5hkscs", 0.6), ("cp932", 0.6), ("euc_jp", 0.6)),
    ("cp949", 0.6),
)
"""Python's names of the candidates, each with the cost it begins with: a rare one must fit better to be believed."""

_JAPANESE = {"cp932", "euc_jp", "iso2022_jp"}
_USUAL_LATIN = frozenset("àâäáãåæçèéêëìíîïñòóôöøùúûüßÀÂÄÁÅÇÉÈÊÖØÜÓÚÍŒœąćęłńśźżčďěňřšťůžýőűğışİŠŽŁŚ")
_COMMON = frozenset(
    "оеаинтсрвлкмдпуяыьгзбчйОЕАИНТСРВЛКМДПі"
    "αοιτεςνσηρπκμλυωάέήίόύώγδθΑΟΙΤΕΝΣΗΡΠΚ"
    "אבגדהוזחטיכלמנסעפצקרשתםןףךץ"
    "اليمنروتهبسدعكفقحجةى"
)
_VOWELS = {"CYRILLIC": frozenset("аеиоуыэюяёіїєАЕИОУЫЭЮЯЁІЇЄ"), "GREEK": frozenset("αεηιουωάέήίόύώΑΕΗΙΟΥΩ")}
_NOT_LAST = frozenset("מנפצכ")
_LAST_ONLY = frozenset("םןףץך")
_MOST_USED = frozenset(
    "的一是不了在人有我他这这個们們中来來上大为為和国地到以说說时時要就出会會可也你对對生能而子那得着下自之年"
    "이다는을를의에가은한고지하"
)
_WITHIN_WORDS = frozenset("’'-‐·׳״ʼ\u200c\u00ad")


class Guess(NamedTuple):
    """A character set by Python's name, with its words' cost per byte beyond ASCII: 0 is likely, some tenths is not."""

    charset: str
    cost: float


def guess(data: bytes) -> Guess | None:
    """Return the likeliest character set of bytes that are not ASCII; None when no candidate can decode them."""
    sample = _sample(data)
    found = [
        Guess(charset, cost + prior / max(len(sample), 1))
        for charset, prior in _CANDIDATES
        if _reads(data, charset) and (cost := cost_of(sample, charset)) is not None
    ]
    return min(found, key=lambda each: each.cost, default=None)


def cost_of(data: bytes, charset: str) -> float | None:
    """Return how unlikely the words decoded by a character set are, per byte beyond ASCII; None when undecodable."""
    sample = _sample(data)
    text = _decoded(sample, charset)
    high = sum(byte > 127 for byte in sample)
    return None if text is None else _cost(text, charset) / max(high, 1)


def _sample(data: bytes) -> bytes:
    if len(data) <= SAMPLE:
        return data
    lines = [line for line in data.split(b"\n") if not line.isascii()]
    return b"\n".join(lines)[:SAMPLE]


def _reads(data: bytes, charset: str) -> bool:
    try:
        data.decode(charset)
    except (UnicodeError, LookupError):
        return False
    return True


def _decoded(sample: bytes, charset: str) -> str | None:
    """Return the sample as text, leaving out up to three bytes of a cut last character; None when undecodable."""
    for end in range(len(sample), max(len(sample) - 4, -1), -1):
        try:
            return sample[:end].decode(charset)
        except (UnicodeError, LookupError):
            continue
    return None


def _cost(text: str, charset: str) -> float:
    """Return the total cost of a text that was decoded by a character set; higher is less likely."""
    total = 0.0
    before, run = " ", 0
    for sign, after in zip(text, text[1:] + " ", strict=True):
        if sign > "\x7f":
            run = run + 1 if _script(sign) == "LATIN" else 0
            total += _cost_of_sign(before, sign, after, charset) + (1.0 if run > 2 else 0.0)
        else:
            run = 0
            if sign.isalpha() and before > "\x7f" and before.isalpha() and _script(before) != "LATIN":
                total += 2.0
        before = sign
    return total + sum(map(_cost_of_word, text.split()))


def _cost_of_sign(before: str, sign: str, after: str, charset: str) -> float:
    """Return the cost of a character beyond ASCII, by its category and its neighbours; higher is less likely."""
    kind = unicodedata.category(sign)
    if kind in ("Cc", "Cn", "Co", "Cs") or sign == "\ufffd":
        return 10.0
    if kind[0] == "L":
        return _cost_of_letter(before, sign, charset)
    if kind[0] == "M":
        return 0.2 if before.isalpha() or unicodedata.category(before)[0] == "M" else 3.0
    if kind == "Zs" or sign in _WITHIN_WORDS:
        return 0.0
    if before.isalpha() and after.isalpha():
        return 3.0
    if kind in ("Pi", "Ps") or sign == "‚":
        return 3.0 if before.isalnum() else 0.0
    if kind == "Sc":
        return 0.0 if before.isdigit() or after.isdigit() else 1.5
    if kind[0] == "P":
        return 0.5 if kind == "Pf" and before.isspace() else 0.0
    if "BOX DRAWINGS" in unicodedata.name(sign, "") or kind == "Sk":
        return 4.0
    return 2.0 if before.isalpha() or after.isalpha() else 0.6


def _cost_of_letter(before: str, sign: str, charset: str) -> float:
    """Return the cost of a letter beyond ASCII after the character before it, by script, case and frequency."""
    script, other = _script(sign), _script(before) if before.isalpha() else ""
    cost = 0.0
    if other and other != script and not _go_together(other, script):
        cost += 4.0
    if sign.isupper() and before.islower():
        cost += 3.0
    if script == "LATIN":
        return cost + (0.05 if sign in _USUAL_LATIN else 1.0)
    if sign in _COMMON:
        return cost
    if script in ("CJK", "HANGUL"):
        return cost + (-0.5 if sign in _MOST_USED else 0.3 if _is_common(sign, charset) else 2.0)
    if script in ("HIRAGANA", "KATAKANA"):
        return cost + (0.0 if charset in _JAPANESE else 1.0)
    return cost + (0.1 if script == "THAI" else 1.5 if script == "HALFWIDTH" else 0.5)


def _go_together(one: str, other: str) -> bool:
    together = {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"}
    return (one in together and other in together) or "FULLWIDTH" in (one, other)


@cache
def _script(sign: str) -> str:
    """Return the first word of a character's Unicode name, which is its script: LATIN, CYRILLIC, CJK."""
    return unicodedata.name(sign, "").split(" ", 1)[0] if not sign.isascii() else "LATIN"


@cache
def _is_common(sign: str, charset: str) -> bool:
    """Return whether a character is in the half of a two-byte set that its makers gave to what is used each day."""
    levels = {
        "gb18030": ("gb2312", 0xB0, 0xD7),
        "big5hkscs": ("big5", 0xA4, 0xC6),
        "euc_jp": ("euc_jp", 0xB0, 0xCF),
        "cp932": ("euc_jp", 0xB0, 0xCF),
        "cp949": ("euc_kr", 0xB0, 0xC8),
    }
    codec, first, last = levels.get(charset, ("gb2312", 0xB0, 0xD7))
    try:
        return first <= sign.encode(codec)[0] <= last
    except UnicodeError:
        return False


def _cost_of_word(word: str) -> float:
    """Return the cost of a word as a whole: 2 for having no vowel, and 2 for each letter in a wrong place of the word.

    Wrong places are the end for _NOT_LAST, and all others for _LAST_ONLY (Hebrew).
    """
    if word.isascii():
        return 0.0
    letters = [sign for sign in word if sign.isalpha()]
    if len(letters) < 3:
        return 0.0
    vowels = _VOWELS.get(_script(letters[0]))
    cost = 2.0 if vowels and not vowels.intersection(letters) else 0.0
    if letters[-1] in _NOT_LAST:
        cost += 2.0
    return cost + 2.0 * sum(sign in _LAST_ONLY for sign in letters[:-1])
