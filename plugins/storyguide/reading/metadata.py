"""Split a story's file into the facts at its top (YAML between lines of dashes) and the text below them."""

import re
from dataclasses import dataclass

from storyguide.model.problem import Problem
from storyguide.model.problems import shape
from storyguide.reading.facts import facts_of
from storyguide.reading.groups import NO_ROWS, Table
from storyguide.reading.indents import pushed_in
from storyguide.reading.kinds import HIDDEN
from storyguide.reading.lookalikes import plainly
from storyguide.reading.written import Group, Reading

LONGEST_FACTS = 32_000
"""Maximum size of a story's facts in bytes; checked first, since the time to parse grows with size."""
LONGEST_LISTS = 200_000
"""Maximum size in bytes of an editors' file, which may hold whole introductions."""
LONGEST_FILE = 1_000_000
"""Maximum size of any file in bytes."""

_OPENING = re.compile(r"---[ \t]*\n")
_NEARLY_OPENING = re.compile(r"\s*(?:<!--[^\n]{0,200}-->\s*)?(?:[-–—]{1,9}|\*{3,9}|_{3,9}|={3,9})[ \t\u00a0]*\n")
_NEARLY_CLOSING = re.compile(r"^(?:[–—]{1,9}|\*{3,9}|_{3,9}|={3,9}|\+{3}|-{2,9})[ \t\u00a0]*(?:\n|\Z)", re.MULTILINE)
_CLOSING = re.compile(r"\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_LAST_DASHES = re.compile(r"(?:\A|\n)(?:---|\.\.\.)\s*\Z")
_SAYS = re.compile(r"^[ \t]*[^ \t\n#]", re.MULTILINE)
"""Line that is neither empty nor a comment."""
_NO_LONGER_FACTS = re.compile(r"^(?:#{1,6} |[ \t]*$)", re.MULTILINE)
_INVISIBLE = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\u202d\u202e]|{HIDDEN}")
"""Invisible characters; those that reverse writing direction count, as people then read something else than
programs."""
_MAY_BE_INVISIBLE = (b"\xc2", b"\xef", b"\xe2\x80\xad", b"\xe2\x80\xae", b"\xf3\xa0")
_ORDINARY = bytes((*b"\t\n\r", *range(32, 127)))
_BEYOND_ASCII = bytes(range(128, 256))
_OTHER_LINE_ENDS = str.maketrans("\u2028\u2029", "  ")
_BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


@dataclass(frozen=True, slots=True)
class Metadata:
    """The facts and the text of a story's file."""

    facts: Group
    body: str
    body_line: int
    """Line of the file on which the text begins."""


def read_metadata(data: bytes, reading: Reading, rows: Table = NO_ROWS) -> Metadata | None:
    """Return the facts and the text of a story's file; None if it has no readable facts.

    Every fault in the file's layout is reported, and what can be read in spite of it is read. `rows`: table of fields
    that says which facts belong under others.
    """
    text = _text_of(data, reading)
    if text is None:
        return None
    opening = _OPENING.match(text)
    if not opening:
        reading.tell(_no_opening(text, reading))
        opening = _NEARLY_OPENING.match(text)
        if not opening:
            return None
    start = opening.end()
    first_line = text.count("\n", 0, start) + 1
    closing = _CLOSING.search(text, start - 1)  # from the end of the opening line on
    if closing:
        end, body_start = closing.start() + 1, closing.end()
    else:
        reading.tell(shape.facts_not_closed(reading.at(1)))
        nearly, stop = _NEARLY_CLOSING.search(text, start), _NO_LONGER_FACTS.search(text, start)
        end = body_start = stop.start() if stop else len(text)
        if nearly:
            end, body_start = nearly.span()
    facts = _facts(text[start:end], first_line, LONGEST_FACTS, reading, rows)
    return facts and Metadata(facts, text[body_start:], text.count("\n", 0, body_start) + 1)


def read_facts(data: bytes, reading: Reading) -> Group | None:
    """Return the facts of a file without text, such as edition.yml; None if they cannot be read.

    An empty file has no facts. Lines of dashes round the facts are allowed, as in a story's file.
    """
    text = _text_of(data, reading)
    if text is None:
        return None
    opening = _OPENING.match(text)
    start = opening.end() if opening else 0
    header = _LAST_DASHES.sub("\n", text[start:])
    if not _SAYS.search(header):
        return Group({}, {}, 1)
    return _facts(header, 2 if opening else 1, LONGEST_LISTS, reading)


def _facts(header: str, first_line: int, most: int, reading: Reading, rows: Table = NO_ROWS) -> Group | None:
    if len(header) * 4 > most and len(header.encode()) > most:
        reading.tell(shape.facts_too_long(reading.at(first_line), most))
        return None
    if not header.isascii():
        header = header.translate(_OTHER_LINE_ENDS)
    header = pushed_in(plainly(header, first_line, reading), first_line, rows, reading)
    return facts_of(header, first_line, reading)


def _text_of(data: bytes, reading: Reading) -> str | None:
    r"""Return the file as text with "\n" as line ends and without invisible characters; None if it is too large."""
    if len(data) > LONGEST_FILE:
        reading.tell(shape.file_too_long(reading.at(0), LONGEST_FILE))
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        text = _in_another_encoding(data, fault.start, reading)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Run on every story, so the bytes are checked first: few files have such a sign, or a letter that could be one.
    others = data.translate(None, _ORDINARY)
    if others and (others.translate(None, _BEYOND_ASCII) or any(sign in others for sign in _MAY_BE_INVISIBLE)):
        text = _without_invisible(text, reading)
    return text


def _in_another_encoding(data: bytes, first_bad: int, reading: Reading) -> str:
    """Return the text as its author most likely saw it, so that the file's other faults are reported as well."""
    encoding = _BYTE_ORDER_MARKS.get(data[:2])
    if encoding:
        reading.tell(shape.not_utf8(reading.at(1), ""))
        return data[2:].decode(encoding, "replace")
    before = data[:first_bad].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = data[data.rfind(b"\n", 0, first_bad) + 1 :].split(b"\n", 1)[0].decode("cp1252", "replace")
    reading.tell(shape.not_utf8(reading.at(before.count(b"\n") + 1), line.strip()))
    return data.decode("cp1252", "replace")


def _without_invisible(text: str, reading: Reading) -> str:
    """Return the text without invisible characters; only the first is reported, as its place shows the others."""
    first = _INVISIBLE.search(text)
    if first is None:
        return text
    before = text[: first.start()]
    reading.tell(shape.invisible_sign(reading.at(before.count("\n") + 1), len(before) - before.rfind("\n")))
    return _INVISIBLE.sub("", text)


def _no_opening(text: str, reading: Reading) -> Problem:
    """Return the problem of a file that does not begin with a line of three dashes."""
    if not text.strip():
        return shape.empty_file(reading.at(0))
    first = text.lstrip().split("\n", 1)[0].strip()
    line = text[: len(text) - len(text.lstrip())].count("\n") + 1
    if first == "+++":
        return shape.plus_signs(reading.at(line))
    if _NEARLY_OPENING.match(text):
        return shape.opening_not_first(reading.at(line), first)
    return shape.no_facts(reading.at(1))
