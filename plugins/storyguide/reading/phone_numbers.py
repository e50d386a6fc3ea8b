"""Find telephone numbers in plain text, and tell them from dates, sums, codes and other digits."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from storyguide.reading.numbering_plans import HOME, NEIGHBOURS, is_known, is_possible, is_public_service

_BETWEEN = r"(?:[ ()\[\]./\\|_~*:;,'\"+=&<>-]|\n(?!\n))"
_RUN = re.compile(rf"\d(?:{_BETWEEN}{{0,3}}\d)*")
_GROUP = re.compile(r"\d+")
_USUAL = re.compile(r"[ \n]{0,3}|[ \n]?[-./;][ \n]?|[ \n]?[()\[\]]{1,2}(?:[ \n]|[ \n]?[-/][ \n]?)?")
"""Separators people write between the digits of one number."""
LIKELY = re.compile(
    r"(?<![\w/])(?<!\d\.)(?:(?:\+ ?[(\[]?|[(\[]?00 ?)[1-9](?:[ \n()\[\]./;*~-]{0,3}[\doO]){7,14}"
    r"|[(\[]?[0oO](?:[)\]] ?)?[1-9Il] ?[\doOIl](?:[ \n()\[\]./;*~-]{0,3}[\doOIl]){7,8}"
    r"|0[1-9](?:(?: \d\d){4}|(?:\.\d\d){4}|(?:-\d\d){4})"
    r"|44 ?[1237]\d(?: ?\d){8}|(?:1[ .-])?\(?[2-9]\d\d(?:\) ?|[.-])\d{3}[ .-]\d{4})(?![\d\w])"
)
"""Approximate pattern for programs without libphonenumber; knows no regions and matches some codes too."""
_PLUS = re.compile(r"\+[ \n]?[(\[]?$")
_WEB = re.compile(r"\b(?:https?://|www\.)[^\s<>]+", re.IGNORECASE)
CALL_WORDS = (
    *("tel", "telephone", "phone", "mobile", "mob", "fax", "whatsapp", "whats app"),
    *("ring", "text", "call", "dial", "ffoniwch", "ffon", "ffôn"),
)
"""Lower-case words after which a number without area code counts."""
_CALLS = re.compile(
    rf"\b(?:{'|'.join(CALL_WORDS)})\b[.:]?"
    r"(?: (?:me|us|him|her|them|it|is|on|at|number|no|the|my|our|office|home))*(?:[.:]? (?-i:[A-Z][a-z]+))?[.:]? ?$",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"(?<![^\W_])(?=[OoIl]*[0-9])[0-9OoIl]{2,}(?![^\W_])|(?<=[0-9][ .-])[Oo]{2,4}(?=[ .-][0-9])")
"""Digits mixed with letters that look like 0 or 1."""
_AS_FIGURES = str.maketrans("OoIl", "0011")
_COUNTS = re.compile(
    r" ?[%€£$°]|[ \n-](?!(?:and|or|if|for|to|from|at|on|in|by|as|is|any|when|then|now|today|tonight|tomorrow"
    r"|anytime|before|after|between|until|till|during|while|with|please|ask|asking|who|the|a|an|but|so|because|we|you|he"
    r"|she|they|it|ext|extension|x|our|my|your|his|her|their|straight|first|every|weekdays|mornings|evenings|daily)\b)[a-z]+"
)
"""Text after a quantity, as in “call 1500000 people”, which is no telephone number."""
_BOOK = re.compile(r"\bIS[BS]N(?:-1[03])?[: ]*$", re.IGNORECASE)
_YEARS = re.compile(
    r"(?:1[5-9]|20)\d\d\D+(?:1[5-9]|20)\d\d|[0-3]?\d-[0-3]?\d-(?:19|20)\d\d|(?:19|20)\d\d-[01]?\d-[0-3]?\d"
)
"""Two years or a date, which even after “ring” is no number."""
_RELEASE = re.compile(r"(?:\d+-)+(?:19|20)\d\d-[01]\d-[0-3]\d")
"""Version and date of a program, as in “0.5.6 - 2016-11-22”."""
_BETWEEN_PAIRS = (" ", ".", "-", "/", " - ", "  ")
_ROUND = "0000"
"""End of a round quantity; hardly any number without area code ends so."""
_MOST_GROUPS = 15
_FEWEST, _MOST = 6, 15
"""Minimum number of digits, and maximum with country code (ITU E.164)."""


class _Candidate(NamedTuple):
    """A sequence of digit groups that may be a telephone number, with its context."""

    groups: tuple[str, ...]
    usual: bool
    """Whether the separators are those people use in telephone numbers."""
    alike: bool
    """Whether all separators are the same."""
    joined: bool
    """Whether more digits are attached by a hyphen or a full stop."""
    plus: bool
    """Whether a plus sign stands before the first group."""
    called: bool
    """Whether the words before it are about telephones."""
    counted: bool
    """Whether the word after it names something countable."""
    between: str
    """Separator between the last two groups."""
    more: bool
    """Whether another group follows after the same separator."""

    @property
    def digits(self) -> str:
        """Digits of all groups, joined."""
        return "".join(self.groups)


def find_phone_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of each telephone number in a plain text (see `visible_text.plain_text`).

    Numbers without a country code are taken for British or American, after words such as “ring” for a neighbouring
    country's too. Digits in web addresses never count.
    """
    text = _LETTERED.sub(lambda found: found[0].translate(_AS_FIGURES), text)
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
    """Return the start of a number including a plus sign or bracket before its first digit."""
    while start and text[start - 1] in "+(":
        start -= 1
    return start


def _ends(text: str, groups: Sequence[re.Match[str]], first: int) -> int:
    """Return the index after the last group of the longest number that starts with this group; 0 if there is none."""
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
        if leading == "0" and "." in signs and len(signs) > 1:  # a decimal fraction, and the text after it
            break
        total += len(groups[end][0])
        if total > _MOST + 3:
            break
        if total < _FEWEST:
            continue
        digits = tuple(group[0] for group in groups[first : end + 1])
        usual = all(map(_USUAL.fullmatch, signs))
        joined = _hangs_on(text, groups, first, end)
        after = groups[end].end()
        counted = called and bool(_COUNTS.match(text, after))
        between = text[groups[end - 1].end() : groups[end].start()] if end > first else ""
        more = end + 1 < len(groups) and text[after : groups[end + 1].start()] == between
        if _is_number(_Candidate(digits, usual, len(signs) < 2, joined, plus, called, counted, between, more)):
            found = end + 1
    return found


def _may_begin(leading: str) -> bool:
    """Return whether a number without plus sign or announcing words may begin with this group."""
    return leading[0] == "0" or leading.startswith("44") or leading == "1" or len(leading) == 3


def _clings(text: str, start: int) -> bool:
    """Return whether the digits are the end of something else, such as a word or a decimal fraction."""
    if not start:
        return False
    before = text[start - 1]
    if before.isalnum():
        return not _CALLS.search(text[max(0, start - 12) : start])
    return before == "_" or (before in ".," and text[max(0, start - 2)].isdigit() and text[max(0, start - 2)] == "0")


def _hangs_on(text: str, groups: Sequence[re.Match[str]], first: int, last: int) -> bool:
    """Return whether letters, digits or other text are attached to the groups."""
    after = text[groups[last].end() : groups[last].end() + 2]
    if after[:1].isalpha() and after[:1] not in "xe":
        return True
    if after[:1] in ("-", ".", "/", ":", "_") and after[1:].isalnum():
        return True
    start = groups[first].start()
    return start > 1 and text[start - 1] in "-./:_," and text[start - 2].isdigit()


def _is_number(one: _Candidate) -> bool:
    """Return whether a candidate is a telephone number."""
    digits = one.digits
    if one.plus:
        return _abroad(one, digits)
    if digits.startswith("00"):
        return len(digits) > 10 and digits[2] != "0" and _abroad(one, digits[2:])
    if digits[0] == "0":
        return _at_home(one, digits) or _is_in_pairs(one) or (one.called and _is_neighbour(one))
    if digits.startswith("44") and len(digits) in (12, 13) and not one.joined and one.usual:
        return is_known(digits, None)
    if _is_american(one):
        return is_known(digits[-10:], "US")
    return one.called and (_is_local(one) or _is_neighbour(one))


def _abroad(one: _Candidate, digits: str) -> bool:
    """Return whether the digits are a country code and a number of that country."""
    if not 8 <= len(digits) <= _MOST:
        return False
    return is_known(digits, None) or (one.usual and not one.joined and is_possible(digits))


def _at_home(one: _Candidate, digits: str) -> bool:
    """Return whether this is a British number with its leading 0: valid, or written just like one."""
    if (
        len(digits) not in (10, 11)
        or digits[1] == "0"
        or _is_book(one.groups)
        or _RELEASE.fullmatch("-".join(one.groups))
    ):
        return False
    if not one.alike and max(map(len, one.groups)) < 3:  # times, days of the month
        return False
    if is_known(digits, HOME):
        return not (one.joined and len(one.groups) == 1)
    if not one.usual or one.joined or digits[1] not in "1235789":
        return False
    if len(one.groups) == 1:
        return len(digits) == 11
    return 3 <= len(one.groups[0]) <= 6 and all(len(group) > 1 for group in one.groups) and len(one.groups) <= 5


def _is_american(one: _Candidate) -> bool:
    """Return whether the groups are those of an American number: 3-3-4, or 1-3-3-4."""
    sizes = [len(group) for group in one.groups]
    return one.usual and not one.joined and (sizes == [3, 3, 4] or (sizes == [1, 3, 3, 4] and one.groups[0] == "1"))


def _is_local(one: _Candidate) -> bool:
    """Return whether this is a number without area code; tested only after words that announce one."""
    digits = one.digits
    if one.counted or digits.endswith(_ROUND):
        return False
    if not one.usual or one.joined or len(one.groups) > 3 or _YEARS.fullmatch("-".join(one.groups)):
        return False
    if len(digits) == 10 and digits[0] in "127":
        return is_known(digits, HOME)
    return 6 <= len(digits) <= 8 and digits[0] != "0" and not is_public_service(digits)


def _is_in_pairs(one: _Candidate) -> bool:
    """Return whether this is a French number, written as five pairs of digits.

    Pairs that rise and are all below 60 are days, minutes or the numbers of a draw.
    """
    pairs = one.groups
    if [len(pair) for pair in pairs] != [2] * 5 or not one.alike or one.between not in _BETWEEN_PAIRS:
        return False
    if one.joined or one.more or (list(pairs) == sorted(pairs) and pairs[-1] < "60"):
        return False
    return is_known(one.digits, "FR")


def _is_neighbour(one: _Candidate) -> bool:
    """Return whether this is a valid number of a neighbouring country; tested only after words that announce one."""
    if not 9 <= len(one.digits) <= 12 or not one.usual or one.joined or one.counted or len(one.groups) > 5:
        return False
    if _YEARS.fullmatch("-".join(one.groups)) or _is_book(one.groups):
        return False
    return any(is_known(one.digits, region) for region in NEIGHBOURS)


def _is_book(groups: Sequence[str]) -> bool:
    """Return whether the groups form a ten-digit ISBN."""
    return len(groups) == 4 and len(groups[0]) == len(groups[3]) == 1 and sum(map(len, groups)) == 10
