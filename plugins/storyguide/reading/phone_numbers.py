"""Telephone numbers in plain text, told from dates, sums, codes and all other figures."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

HOME = "GB"
"""The region whose numbers are known without their country."""

_BETWEEN = r"(?:[ ()\[\]./\\|_~*:,-]|\n(?!\n))"
_RUN = re.compile(rf"\d(?:{_BETWEEN}{{0,3}}\d)*")
_GROUP = re.compile(r"\d+")
_USUAL = re.compile(r"[ \n]{0,3}|[ \n]?[-./][ \n]?|[ \n]?[()\[\]]{1,2}(?:[ \n]|[ \n]?[-/][ \n]?)?")
"""What people write between the figures of one number."""
LIKELY = re.compile(
    r"(?<![\w/])(?<!\d\.)(?:(?:\+ ?[(\[]?|[(\[]?00 ?)[1-9](?:[ \n()\[\]./*~-]{0,3}\d){7,14}"
    r"|[(\[]?[0oO](?:[)\]] ?)?[1-9] ?\d(?:[ \n()\[\]./*~-]{0,3}\d){7,8}"
    r"|44 ?[1237]\d(?: ?\d){8}|(?:1[ .-])?\(?[2-9]\d\d(?:\) ?|[.-])\d{3}[ .-]\d{4})(?![\d\w])"
)
"""What is most likely one, for programs without the library; it knows no regions, and takes some codes for numbers."""
_PLUS = re.compile(r"\+[ \n]?[(\[]?$")
_WEB = re.compile(r"\b(?:https?://|www\.)[^\s<>]+", re.IGNORECASE)
CALL_WORDS = (
    *("tel", "telephone", "phone", "mobile", "mob", "fax", "whatsapp", "whats app"),
    *("ring", "text", "call", "dial", "ffoniwch", "ffon", "ffôn"),
)
"""Words after which a number without its area counts, in small letters."""
_CALLS = re.compile(
    rf"\b(?:{'|'.join(CALL_WORDS)})\b[.:]?"
    r"(?: (?:me|us|him|her|them|it|is|on|at|number|no|the|my|our|office|home))*(?:[.:]? (?-i:[A-Z][a-z]+))?[.:]? ?$",
    re.IGNORECASE,
)
_LETTER_FIRST = re.compile(r"(?<![^\W_])[oO](?=[1-9]\d{2,4}(?!\d)|[1-9]\d{9}(?!\d))")
"""The letter that people type for the nought a number begins with."""
_BOOK = re.compile(r"\bIS[BS]N(?:-1[03])?[: ]*$", re.IGNORECASE)
_YEARS = re.compile(
    r"(?:1[5-9]|20)\d\d\D+(?:1[5-9]|20)\d\d|[0-3]?\d-[0-3]?\d-(?:19|20)\d\d|(?:19|20)\d\d-[01]?\d-[0-3]?\d"
)
"""Two years, or a day: which of them it is nobody can hear from “ring”."""
_RELEASE = re.compile(r"(?:\d+-)+(?:19|20)\d\d-[01]\d-[0-3]\d")
"""A program's version and its day, as in “0.5.6 - 2016-11-22”."""
_FOR_DRAMA = ("1632960", "7700900")
"""Kept by Ofcom for films and books: no network has them, so that the library calls them impossible."""
_MOST_GROUPS = 15
_FEWEST, _MOST = 6, 15
"""Figures of a number with its country (ITU E.164)."""


class _Candidate(NamedTuple):
    """Groups of figures that follow one another, and what stands round them."""

    groups: tuple[str, ...]
    usual: bool
    """Whether they are set apart as people set the figures of a number apart."""
    alike: bool
    """Whether the same signs stand between any two of them."""
    joined: bool
    """Whether more figures hang on to them by a dash or a full stop."""
    plus: bool
    called: bool
    """Whether the words before it speak of a telephone."""

    @property
    def digits(self) -> str:
        return "".join(self.groups)


def find_phone_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each telephone number in a plain text (`visible_text.plain_text`).

    Without a prefix they are British or American. What stands
    in an address of the web is not a number, however it looks.
    """
    text = _LETTER_FIRST.sub("0", text)
    web = [found.span() for found in _WEB.finditer(text)] if "://" in text or "www." in text.lower() else []
    for run in _RUN.finditer(text):
        if run.end() - run.start() < _FEWEST:
            continue
        groups = list(_GROUP.finditer(text, *run.span()))
        if web:
            groups = [group for group in groups if not any(first <= group.start() < last for first, last in web)]
        at = 0
        while at < len(groups):
            end = _ends(text, groups, at)
            if end:
                yield _opening(text, groups[at].start()), groups[end - 1].end()
            at = end or at + 1


def _opening(text: str, start: int) -> int:
    """Return where a number begins that has a plus or a bracket before its first figure."""
    while start and text[start - 1] in "+(":
        start -= 1
    return start


def _ends(text: str, groups: Sequence[re.Match[str]], first: int) -> int:
    """Return the index after the last group of the longest number that begins with this group; 0 if there is none."""
    start = groups[first].start()
    if _clings(text, start):
        return 0
    before = text[max(0, start - 60) : start]
    plus, called = bool(_PLUS.search(before)), bool(_CALLS.search(before))
    leading = groups[first][0]
    if not (plus or called) and not _may_begin(leading):
        return 0
    if _BOOK.search(before):
        return 0
    found, total, signs = 0, 0, set[str]()
    for end in range(first, min(first + _MOST_GROUPS, len(groups))):
        if end > first:
            signs.add(text[groups[end - 1].end() : groups[end].start()])
        if leading == "0" and "." in signs and len(signs) > 1:  # a decimal fraction, and what follows it
            break
        total += len(groups[end][0])
        if total > _MOST + 3:
            break
        if total < _FEWEST:
            continue
        digits = tuple(group[0] for group in groups[first : end + 1])
        usual = all(map(_USUAL.fullmatch, signs))
        joined = _hangs_on(text, groups, first, end)
        if _is_number(_Candidate(digits, usual, len(signs) < 2, joined, plus, called)):
            found = end + 1
    return found


def _may_begin(leading: str) -> bool:
    return leading[0] == "0" or leading.startswith("44") or leading == "1" or len(leading) == 3


def _clings(text: str, start: int) -> bool:
    """Return whether the figures are the end of something else: a word, a decimal fraction."""
    if not start:
        return False
    before = text[start - 1]
    if before.isalnum():
        return not _CALLS.search(text[max(0, start - 12) : start])
    return before == "_" or (before in ".," and text[max(0, start - 2)].isdigit() and text[max(0, start - 2)] == "0")


def _hangs_on(text: str, groups: Sequence[re.Match[str]], first: int, last: int) -> bool:
    after = text[groups[last].end() : groups[last].end() + 2]
    if after[:1].isalpha() and after[:1] not in "xe":
        return True
    if after[:1] in ("-", ".", "/", ":", "_") and after[1:].isalnum():
        return True
    start = groups[first].start()
    return start > 1 and text[start - 1] in "-./:_," and text[start - 2].isdigit()


def _is_number(one: _Candidate) -> bool:
    digits = one.digits
    if one.plus:
        return _abroad(one, digits)
    if digits.startswith("00"):
        return len(digits) > 10 and digits[2] != "0" and _abroad(one, digits[2:])
    if digits[0] == "0":
        return _at_home(one, digits)
    if digits.startswith("44") and len(digits) in (12, 13) and not one.joined and one.usual:
        return _is_known(digits, None)
    if _is_american(one):
        return _is_known(digits[-10:], "US")
    return one.called and _is_local(one)


def _abroad(one: _Candidate, digits: str) -> bool:
    """Return whether these are a country's prefix and a number of that country."""
    if not 8 <= len(digits) <= _MOST:
        return False
    return _is_known(digits, None) or (one.usual and not one.joined and _is_possible(digits))


def _at_home(one: _Candidate, digits: str) -> bool:
    """Return whether this is a British number with its zero: known, or written just like one."""
    if (
        len(digits) not in (10, 11)
        or digits[1] == "0"
        or _is_book(one.groups)
        or _RELEASE.fullmatch("-".join(one.groups))
    ):
        return False
    if not one.alike and max(map(len, one.groups)) < 3:  # hours, days of the month
        return False
    if _is_known(digits, HOME):
        return not (one.joined and len(one.groups) == 1)
    if not one.usual or one.joined or digits[1] not in "1235789":
        return False
    if len(one.groups) == 1:
        return len(digits) == 11
    return 3 <= len(one.groups[0]) <= 6 and all(len(group) > 1 for group in one.groups) and len(one.groups) <= 5


def _is_american(one: _Candidate) -> bool:
    sizes = [len(group) for group in one.groups]
    return one.usual and not one.joined and (sizes == [3, 3, 4] or (sizes == [1, 3, 3, 4] and one.groups[0] == "1"))


def _is_local(one: _Candidate) -> bool:
    """Return whether this is a number without its area: only where the words before it say that it is one."""
    digits = one.digits
    if not one.usual or one.joined or len(one.groups) > 3 or _YEARS.fullmatch("-".join(one.groups)):
        return False
    if len(digits) == 10 and digits[0] in "127":
        return _is_known(digits, HOME)
    return 6 <= len(digits) <= 8 and digits[0] != "0" and not _is_public_service(digits)


def _is_book(groups: Sequence[str]) -> bool:
    """Return whether these are the four groups of a book's number of ten figures."""
    return len(groups) == 4 and len(groups[0]) == len(groups[3]) == 1 and sum(map(len, groups)) == 10


@lru_cache(maxsize=1024)
def _is_known(digits: str, region: str | None) -> bool:
    """Return whether a network may have this number, or dramas have it."""
    from phonenumbers import is_valid_number  # noqa: PLC0415 - loaded only where something looks like a number

    number = _parsed(digits, region)
    if number is None:
        return False
    drama = number.country_code == 44 and str(number.national_number).startswith(_FOR_DRAMA)
    return (drama and len(str(number.national_number)) == 10) or bool(is_valid_number(number))


def _is_possible(digits: str) -> bool:
    from phonenumbers import ValidationResult, is_possible_number_with_reason  # noqa: PLC0415 - as above

    number = _parsed(digits, None)
    return number is not None and is_possible_number_with_reason(number) == ValidationResult.IS_POSSIBLE


def _parsed(digits: str, region: str | None) -> "PhoneNumber | None":
    from phonenumbers import NumberParseException, parse  # noqa: PLC0415 - as above

    try:
        return parse(digits if region else f"+{digits}", region)
    except NumberParseException:
        return None


@cache
def _is_public_service(digits: str) -> bool:
    """Return whether this is a short number for everybody, such as 116 123."""
    from phonenumbers import PhoneNumber  # noqa: PLC0415 - as above
    from phonenumbers.shortnumberinfo import is_valid_short_number_for_region  # noqa: PLC0415 - as above

    number = PhoneNumber(country_code=44, national_number=int(digits))
    return bool(is_valid_short_number_for_region(number, HOME))
