"""A quick look at a text, which most stories pass, before the close look for ways to reach somebody."""

import re

from storyguide.model.markup.at_speed import INLINE_TAG, LEVEL_OF_HEADING
from storyguide.reading.phone_numbers import CALL_WORDS
from storyguide.reading.signs import beyond_ascii
from storyguide.reading.spoken_numbers import NAMES, may_hold_spoken_number
from storyguide.reading.visible_text import MESSENGERS

_NOUGHTS = (
    *(0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0, 0xF20),
    *(0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0),
    *(0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0),
)
"""Code points of nought in the scripts of Unicode's basic plane, each followed by its one to nine."""
_DIGITS = "".join(f"{chr(nought)}-{chr(nought + 9)}" for nought in _NOUGHTS)
_UNSEEN = "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
_IN_DISGUISE = (
    "\xb2\xb3\xb9\xbc-\xbe\u2070-\u209f\u2100-\u214f\u2460-\u24ff\u2776-\u2793\u3200-\u33ff\ufe50-\ufe6f\uff01-\uff9f"
    "\U00010000-\U0001f1af\U0001fbf0-\U0001fbf9"
)
"""Signs that NFKC turns into plain letters, figures and brackets; beyond the basic plane all but pictures."""
_UNUSUAL = re.compile(f"[{_DIGITS}{_UNSEEN}{_IN_DISGUISE}]")
"""Signs that make the close look worth its time wherever one stands."""

_ENTITY = rb"&(?>(?:(?:nbsp|amp|quot|[lg]t);)?)"
_APART = rb"[^\w<&]*+(?>(?:(?:_|%b|%b)[^\w<&]*+)*)" % (_ENTITY, INLINE_TAG)
"""What may stand between two signs that are read in one breath, in HTML and in Markdown alike."""
_FIRST_OF_SOME = rb"(?<!0[-./,:]0)(?=0{5}|0*(?!0)%b0)" % _APART
"""Most figures are of a number that stands alone, such as a year."""
_NOT_A_DAY = rb"(?!0{3}-00-00(?!%b0))" % _APART
"""Most of the others, in facts, are days such as 2026-03-14."""
_FIGURES = rb"%b%b(?P<figures>(?:%b0){5,})" % (_FIRST_OF_SOME, _NOT_A_DAY, _APART)
_NOT_BEFORE_A_CODE = rb"\s\d!-)+-/:-=?@\\\x80-\xff"
_CODE = rb"(?<=[^%b]0)(?:%b[^\W_])?%b0%b[^\W\d_]%b[^\W\d_](?![^\W_])" % (_NOT_BEFORE_A_CODE, *[_APART] * 4)
_HINT = re.compile(rb"0(?<!00)(?!%b)(?:%b|%b)" % (LEVEL_OF_HEADING, _FIGURES, _CODE))
"""Of a text in which 0 stands for every figure: to one sign, a search can leap."""
_ANY_FIGURE = bytes(ord("0") if chr(sign) in "123456789" else sign for sign in range(256))
_SPACES = (b"", rb"\s", rb"[\x80-\xff]{2}", rb"[\x80-\xff]{3}", b"&nbsp;", b"</em>", b"</strong>", rb"\*", rb"\*\*")
_AFTER_AT = b"|".join(rb"(?<=[aA][tT]%b.)" % space for space in _SPACES)
_AT = (
    *(re.compile(rb"%b(?:%b)" % (sign, _AFTER_AT)) for sign in (rb"\)", rb"\]", rb"\}")),
    re.compile(b";(?<=[aA][tT]&gt;)"),
)
"""The word “at” between brackets, by each sign that closes them."""
_DOT = re.compile(rb"\b(?:dot|DOT)\b")
_ODD = rb"(?=[OoIl ,.;/*_])(?=[OoIl]+(?![^\W\d_])|(?:[ ,.;/*_-]{1,3}(?i:%b)(?![^\W_])){2})" % NAMES.encode()
"""After a figure a letter that looks like one, or the names of two more."""
_ODD_FIGURES = re.compile(rb"0(?:%b|(?<=[^A-Za-z][OI]0))" % _ODD)
_GOES_ON = re.compile(_ODD)
_CALL = re.compile(rf"\b(?:{'|'.join(CALL_WORDS)})\b", re.IGNORECASE)
_NEAR = 100
"""Signs before figures in which a word such as “ring” may stand, the tags between them counted."""
_WEB = re.compile(rf"https?://(?!{MESSENGERS})[^\s\"<>]*\Z", re.IGNORECASE)
_ENDS_ADDRESS = re.compile(rb"[\s\"<>]")
_WITH_COUNTRY, _WITHOUT = 8, 10
"""Fewest figures of a number after a plus, and of one without a word that says what it is."""


def may_hold_contact(text: str) -> bool:
    """Return whether a close look may find a way to reach somebody in a text, or in HTML or Markdown of it.

    It errs on one side only: what the close look finds, this lets it look for.
    """
    signs = text.encode(errors="replace")
    if b"@" in signs or (b"%" in signs and b"%40" in signs) or any(at.search(signs) for at in _AT):
        return True
    if not text.isascii() and _UNUSUAL.search(beyond_ascii(signs)):
        return True
    figures = signs.translate(_ANY_FIGURE)
    for found in _HINT.finditer(figures):
        if found["figures"] is None or _may_be_number(signs, found):
            return True
    if _ODD_FIGURES.search(figures):
        return True
    if (b"dot" in signs or (b"D" in signs and b"DOT" in signs)) and _DOT.search(signs):
        return True
    return may_hold_spoken_number(text)


def _may_be_number(signs: bytes, found: re.Match[bytes]) -> bool:
    start, end = found.span()
    if _GOES_ON.match(signs, end):
        return True
    before = signs[max(0, start - 4 * _NEAR) : start].decode(errors="ignore")[-_NEAR:]
    figures = found[0].count(b"0")
    if figures >= _WITHOUT or (figures >= _WITH_COUNTRY and ("+" in before[-20:] or b"+" in found[0])):
        return "://" not in before or bool(_ENDS_ADDRESS.search(found[0])) or not _WEB.search(before)
    return any(map(before.lower().__contains__, CALL_WORDS)) and bool(_CALL.search(before))
