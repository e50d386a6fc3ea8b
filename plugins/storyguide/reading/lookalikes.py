"""Replace characters in the facts that only look like those YAML needs, and report them by name.

Phones, word processors and web pages make them: no-break spaces, full-width colons, bullets, curly quotation marks.
"""

import re
from collections.abc import Iterator
from unicodedata import name as unicode_name
from unicodedata import normalize

from storyguide.model.problem import Change
from storyguide.model.problems import lookalikes as wording
from storyguide.reading.quotes import in_straight_quotes, is_half_quoted
from storyguide.reading.written import Reading

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNSEEN = "\u00ad\u200b-\u200f\u2060-\u2064"
_COLONS = "：﹕︰∶꞉ː"
_DASHES = "\u2010-\u2015\u2212\u2043﹘﹣－"
_BULLETS = "*•·‣◦・●▪○■➢➤"
_WIDE = str.maketrans({"［": "[", "］": "]", "【": "[", "】": "]", "，": ", ", "、": ", ", "﹐": ", "})
_WIDE_SPACES = "\u2003\u3000"
_LETTERS = str.maketrans("асеіјорѕухԁһкмтьѵАВЕКМНОРСТХУοανιρ", "aceijopsyxdhkmtbvABEKMHOPCTXYoavip")
"""Translation of Cyrillic and Greek letters that look exactly like Latin ones."""

_MAY_BE_BULLETS = re.compile(r"\n[ \t]*(?:\*|__|- *\*\*)")
_BOLD = re.compile(r"([ \t]*(?:- +)?)(\*\*|__|\*)([^\W\d_][\w -]{0,40}?)(:?)\2(:?)(?=[ \t]|$)")
_LEAD = re.compile(rf"[\s{_UNSEEN}]*")
_ITEM = re.compile(
    rf"(?:[{_DASHES}{_BULLETS}-](?=[\s{_UNSEEN}])|[•·‣◦・●▪]|[{_DASHES}](?![\s\d{_DASHES}-]))[\s{_UNSEEN}]*"
)
_NAMED = re.compile(
    rf"(?P<name>[^\W\d_](?:[\w{_UNSEEN}{_DASHES}-]|[ {_SPACES}](?=[\w{_UNSEEN}])){{0,40}})(?P<gap>[\s{_UNSEEN}]*)"
    rf"(?:(?P<colon>:)(?P<after>[\s{_UNSEEN}]+|$)|(?P<odd>[{_COLONS}])[\s{_UNSEEN}]*)"
)
_UNSEEN_FIRST = re.compile(rf"[{_UNSEEN}]*")
_BLOCK = re.compile(r"(?:^|.*[:-][ \t]+)[|>][-+\d]*[ \t]*(?:#.*)?")
_NO_VALUE = re.compile(r"[ ]*(?:- +)?[^\W\d][\w -]*:[ \t]*(?:#.*)?")
_REMARK = re.compile(r"(.*?)([ \t]+#(?: .*)?)")


def plainly(header: str, first_line: int, reading: Reading) -> str:
    """Return the header with ordinary signs in place of look-alikes, and report them; line numbers stay the same.

    `header`: text of the facts. `first_line`: line of the file on which it begins. Block texts after “|” or “>” and the
    inside of values are left alone.
    """
    if header.isascii() and not _MAY_BE_BULLETS.search("\n" + header):
        return header
    lines = header.split("\n")
    changed: dict[tuple[str, ...], list[Change]] = {}
    for at, opens_list in _facts(lines):
        better, signs = _ordinary(lines[at], opens_list=opens_list)
        if signs:
            changed.setdefault(signs, []).append(Change(first_line + at, lines[at], better))
            lines[at] = better
    for signs, changes in changed.items():
        reading.tell(wording.look_alikes(reading.at(changes[0].line), signs, tuple(changes)))
    for at, _ in _facts(lines):
        _unquote(lines, at, first_line, reading)
    return "\n".join(lines)


def _facts(lines: list[str]) -> Iterator[tuple[int, bool]]:
    """Yield (line number, whether a list item may begin there) of each line that can hold a fact."""
    block: int | None = None
    opens_list = False
    for at, line in enumerate(lines):
        if not line.strip():
            continue
        indent = len(line) - len(line.lstrip())
        if block is not None and indent > block:
            continue
        block = None
        if line.lstrip().startswith("#"):
            continue
        yield at, opens_list
        mended = lines[at]  # noqa: PLR1736 - the caller may have changed the line meanwhile
        opens_list = bool(_NO_VALUE.fullmatch(mended)) or mended.lstrip().startswith("- ")
        if _BLOCK.fullmatch(mended):
            block = indent


def _ordinary(line: str, *, opens_list: bool) -> tuple[str, tuple[str, ...]]:
    """Return the line in ordinary signs, and the names of the signs replaced."""
    if (bold := _BOLD.match(line)) and (bold[4] or bold[5]):
        better, others = _ordinary(f"{bold[1]}{bold[3]}:{line[bold.end() :]}", opens_list=opens_list)
        return better, (*others, "stars round a name" if "*" in bold[2] else "low lines round a name")
    if line.isascii() and not opens_list:
        return line, ()
    lead = _match(_LEAD, line)
    rest = line[len(lead) :]
    signs = _odd(lead)
    start = _spaces(lead)
    item = _match(_ITEM, rest) if opens_list or rest[:1] == "-" else ""
    if item:
        rest = rest[len(item) :]
        signs += ([] if item[0] == "-" else [_name(item[0])]) + _odd(item[1:])
        start += "- "
    named = _NAMED.match(rest)
    if named and (plain := _plain_name(named["name"], is_odd=bool(named["odd"]))):
        signs += _odd_letters(named["name"], plain) + _odd(named["gap"])
        after = named["after"] or ""
        signs += [_name(named["odd"])] if named["odd"] else _odd(after)
        value = rest[named.end() :]
        space = "" if not value else " " if named["odd"] or _odd(after) else after
        start += f"{plain}{'' if _odd(named['gap']) else named['gap']}:{space}"
        rest = value
    if rest[:1] in "[［【" and rest.rstrip()[-1:] in "]］】" and (flat := rest.translate(_WIDE)) != rest:
        signs += [_name(sign) for sign in rest if sign.translate(_WIDE) != sign]
        rest = re.sub(r",\s+", ", ", flat)
    if not signs:
        return line, ()
    return start + rest, tuple(dict.fromkeys(signs))


def _plain_name(written: str, *, is_odd: bool) -> str:
    """Return a name with Latin letters in place of look-alikes; unchanged if it has none, "" if it is no name."""
    if written.isascii():
        return written
    text = re.sub(f"[{_UNSEEN}]", "", written)
    text = re.sub(f"[{_DASHES}]", "_", re.sub(f"[{_SPACES}]", " ", text))
    folded = normalize("NFKC", text)
    if not folded.isascii() and re.search("[a-zA-Z]", folded):
        folded = folded.translate(_LETTERS)
    if folded.isascii():
        return folded
    return text if text != written or is_odd else written


def _odd_letters(written: str, plain: str) -> list[str]:
    if written == plain:
        return []
    return [_name(sign) for sign in written if not sign.isascii() and sign not in plain]


def _odd(text: str) -> list[str]:
    return [_name(sign) for sign in text if not sign.isascii()]


def _spaces(text: str) -> str:
    text = re.sub(f"[{_UNSEEN}]", "", text)
    return "".join(("  " if sign in _WIDE_SPACES else " ") if not sign.isascii() else sign for sign in text)


def _name(sign: str) -> str:
    """Return the name of a sign for messages: "no-break space", "Cyrillic letter"."""
    if sign.isalpha():
        script = unicode_name(sign).split(" ", 1)[0].capitalize()
        return "full-width letter" if script == "Fullwidth" else f"{script} letter"
    called = unicode_name(sign, f"sign U+{ord(sign):04X}").lower().replace("fullwidth", "full-width")
    return _CALLED.get(sign, called)


_CALLED = {"*": "star", "•": "bullet", "\u2013": "long dash", "\u2014": "long dash", "\u200b": "zero-width space"}


def _match(shape: re.Pattern[str], text: str) -> str:
    found = shape.match(text)
    return found[0] if found else ""


_VALUE = re.compile(r"(?P<lead>[ ]*(?:-[ ]+)*(?:[^\W\d][\w -]*:[ \t]+|(?<=-[ ])))(?P<value>\S.*?)[ \t]*")


def _unquote(lines: list[str], at: int, first_line: int, reading: Reading) -> None:
    """Replace curly quotation marks round a value by straight ones in `lines`, and report that."""
    if lines[at].isascii() and not _goes_on(lines, at):
        return
    found = _VALUE.fullmatch(lines[at])
    if not found:
        return
    last = _goes_on(lines, at) or at
    value = "\n".join([found["value"], *lines[at + 1 : last + 1]])
    remark = ""
    better = in_straight_quotes(value)
    if better is None and (split := _REMARK.fullmatch(value)):
        value, remark = split[1], split[2]
        better = in_straight_quotes(value)
    where, name = reading.at(first_line + at), found["lead"].strip(" -:\t")
    if better is None:
        if is_half_quoted(value):
            reading.tell(wording.half_a_quotation(where, name, " ".join(value.split())))
        return
    new = (found["lead"] + better + remark).split("\n")
    changes = [Change(first_line + at + n, lines[at + n], text) for n, text in enumerate(new) if lines[at + n] != text]
    lines[at : last + 1] = new
    shown = new[0].strip() if last == at else ""
    reading.tell(wording.curly_quotes(where, name, " ".join(value.split()), shown, tuple(changes)))


def _goes_on(lines: list[str], at: int) -> int:
    """Return the last line of a value that spans several lines; 0 if the value ends on its own line."""
    indent = len(lines[at]) - len(lines[at].lstrip())
    last = 0
    for number in range(at + 1, len(lines)):
        text = lines[number]
        if not text.strip() or len(text) - len(text.lstrip()) <= indent or _VALUE.match(text) or _NO_VALUE.match(text):
            break
        last = number
    return last
