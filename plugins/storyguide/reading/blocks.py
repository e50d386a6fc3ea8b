"""Find the blocks in the HTML of a tin's page: quotations that begin with a bold label and a colon."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from html import unescape

from storyguide.model.problems import tins as wording
from storyguide.model.slug import slug_of
from storyguide.model.tin import (
    FILE,
    Activity,
    Block,
    Checklist,
    Heard,
    Imagine,
    Plan,
    Prose,
    SelfCheck,
    TakeAway,
    Voice,
    Write,
)
from storyguide.reading.heard import read_heard, tell_of_heard
from storyguide.reading.written import Reading

WORKSHEET = "worksheet-"
"""Prefix of every worksheet's file name."""

_MOST_LINES = 30
_NEAR = 0.7
_SHOWN = 60

_CONTAINER = re.compile(r"<(/?)(blockquote|ul|ol|div)\b[^>]*>\n?")
_FIRST = re.compile(r"<p>(.*?)</p>\n?", re.DOTALL)
_LABEL = re.compile(r"<strong>([^<:]{1,30}?)(?::\s*</strong>|</strong>\s*:)\s*")
_RUNS_ON = re.compile(r"(?:<p>|\n)<strong>([^<:]{1,30}?)(?::\s*</strong>|</strong>\s*:)")
_IN_A_LIST = re.compile(r"<blockquote>\n<p><strong>([^<:]{1,30}?)(?::\s*</strong>|</strong>\s*:)")
_OPENING, _CLOSING = re.compile(r"<[a-z]"), re.compile(r"</[a-z]")
_MARKUP = re.compile(r"<[^>]*>")
_LINES = re.compile(r"\s*\((\d{1,3}) (?:line|row)s?\)\s*$")
_FACT = re.compile(r"(time|you need):\s*(.*)", re.IGNORECASE)
_FACTS_APART = re.compile(r"<p>((?:Time|You need):.*?)</p>\n?", re.DOTALL)
_LIST = re.compile(r"<ul>\n(.*?)</ul>\n?", re.DOTALL)
_ITEM = re.compile(r"<li>\s*(?:<p>)?\s*(?:[☐☑]\s*)?(.*?)(?:</p>)?\s*</li>", re.DOTALL)
_TAKEN = re.compile(rf'<a href="{FILE}([^"]*)">(.*?)</a>', re.DOTALL)

_CODE = re.compile(r"^ {0,3}(```+|~~~+).*?(?:^ {0,3}\1|\Z)", re.DOTALL | re.MULTILINE)
_WRITTEN = re.compile(r"(?:\A|(?<=\n)) {0,3}>[ \t]*\*\*([^*:\n]{1,30})(?::[ \t]*\*\*|\*\*[ \t]*:)")


def read_blocks(html: str, text: str, first_line: int, offered: str, reading: Reading) -> tuple[Block, ...]:
    """Return the blocks of a page and the prose between them, in order; report faulty blocks to `reading`.

    `html`: clean HTML made from the Markdown `text`, which begins on line `first_line` of the file and is used for line
    numbers. `offered`: a Markdown link to a worksheet of the same tin, shown in advice.
    """
    parts = list(_parts(html))
    lines = _lines_of([label for quoted, part in parts if quoted and (label := _label_of(part))], text)
    found: list[Block] = []
    for quoted, part in parts:
        label = _label_of(part) if quoted else ""
        line = first_line + next(lines) if label else first_line
        name = label.casefold()
        if inside := _inside(part, quoted):
            reading.tell(wording.block_inside(reading.at(line), inside))
        if read := _READERS.get(name):
            block = replace(read(*_opened(part)), line=line)
            _tell_of(block, offered, reading)
            found.append(block)
            continue
        if near := _near(name):
            reading.tell(wording.unknown_label(reading.at(line), label, near))
        prose = f"<blockquote>\n{part}</blockquote>\n" if quoted else part
        if found and isinstance(found[-1], Prose):
            found[-1] = replace(found[-1], html=found[-1].html + prose)
        elif prose.strip():
            found.append(Prose(html=prose))
    return tuple(found)


def _parts(html: str) -> Iterator[tuple[bool, str]]:
    """Yield (is quotation, HTML) for each top-level quotation (without its tag) and each stretch of HTML in between."""
    depth = start = 0
    for tag in _CONTAINER.finditer(html):
        quoted = tag[2] == "blockquote"
        if not tag[1]:
            if quoted and depth == 0:
                yield False, html[start : tag.start()]
                start = tag.end()
            depth += 1
        else:
            depth -= 1
            if quoted and depth == 0:
                yield True, html[start : tag.start()]
                start = tag.end()
    yield False, html[start:]


def _label_of(part: str) -> str:
    first = _FIRST.match(part)
    label = _LABEL.match(first[1]) if first else None
    return unescape(label[1]).strip() if label else ""


def _opened(part: str) -> tuple[str, str]:
    """Return a block's first paragraph without its label, and the HTML after it."""
    first = _FIRST.match(part)
    if first is None:
        return "", part
    return _LABEL.sub("", first[1], count=1).strip(), part[first.end() :]


def _lines_of(labels: Sequence[str], text: str) -> Iterator[int]:
    """Yield the number of lines before each block.

    Yields 0 for each if the labels found in the Markdown differ from those in the HTML.
    """
    bare = _CODE.sub(lambda code: "\n" * code[0].count("\n"), text)
    written = [found for found in _WRITTEN.finditer(bare) if not _goes_on(bare, found.start())]
    if [found[1].strip() for found in written] == list(labels):
        return (bare.count("\n", 0, found.start()) for found in written)
    return (0 for _ in labels)


def _goes_on(text: str, at: int) -> bool:
    """Return whether the line before position `at` belongs to the same quotation."""
    before = text[:at].rstrip("\n").rpartition("\n")[2] if text[:at].endswith("\n") else ""
    return before.lstrip().startswith(">") and not text[:at].endswith("\n\n")


def _near(name: str) -> str:
    """Return the label most like an unknown one; "" if none is similar, or the name is a known label."""
    if not name or name in _READERS:
        return ""
    begun = [known for known in _READERS if len(name) > 2 and known.startswith(name)]
    near = begun or get_close_matches(name, _READERS, n=1, cutoff=_NEAR)
    return near[0].capitalize() if near else ""


def _inside(part: str, quoted: bool) -> str:
    """Return the label of a block that stands inside this part without being a block of its own; "" if none."""
    begins = _RUNS_ON if quoted else _IN_A_LIST
    labels = [found[1].strip() for found in begins.finditer(part) if found.start()]
    return next((label for label in labels if label.casefold() in _READERS), "")


def _tell_of(block: Block, offered: str, reading: Reading) -> None:
    where = reading.at(block.line)
    if isinstance(block, TakeAway) and not block.file:
        reading.tell(wording.nothing_to_take_away(where, f"> **Take away:** {offered}"))
    elif isinstance(block, Heard):
        tell_of_heard(block, reading)
    elif isinstance(block, Voice) and not (_plain(block.words) and _plain(block.credit)):
        shown = _plain(block.words + block.credit)
        reading.tell(
            wording.uncredited_voice(where, shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1].rstrip()}…")
        )


def _sized(first: str, usual: int) -> tuple[str, int]:
    """Return the text without a final "(5 lines)" or "(5 rows)", and that number; `usual` if there is none."""
    found = _LINES.search(first)
    if not found:
        return first, usual
    return first[: found.start()], min(max(int(found[1]), 1), _MOST_LINES)


def _write(first: str, rest: str) -> Block:
    question, lines = _sized(first, 3)
    return Write(question=question, lines=lines, more=rest)


def _plan(first: str, rest: str) -> Block:
    question, rows = _sized(first, 3)
    return Plan(question=question, rows=rows, more=rest)


def _voice(first: str, rest: str) -> Block:
    """Read a quotation: the text before the last dash was said, the text after it names the speaker."""
    whole = f"<p>{first}</p>\n{rest}"
    words, dash, credit = whole.rpartition("—")
    credit = credit.replace("</p>", "").strip()
    if not dash or len(_OPENING.findall(credit)) != len(_CLOSING.findall(credit)):
        return Voice(words=whole, credit="")
    words = words.rstrip().removesuffix("<p>").rstrip()
    return Voice(words=words if words.endswith(("</p>", "</ul>", "</ol>")) else f"{words}</p>", credit=credit)


def _imagine(first: str, rest: str) -> Block:
    return Imagine(prompt=f"<p>{first}</p>\n{rest}")


def _activity(first: str, rest: str) -> Block:
    while apart := _FACTS_APART.match(rest):
        first, rest = f"{first}\n{apart[1]}", rest[apart.end() :]
    facts: dict[str, str] = {}
    name = "title"
    for each in first.replace("<br>", "").split("\n"):
        found = _FACT.match(each)
        name, words = (found[1].casefold(), found[2]) if found else (name, each)
        facts[name] = f"{facts.get(name, '')} {words.strip()}".strip()
    return Activity(title=facts["title"], time=facts.get("time", ""), needs=facts.get("you need", ""), more=rest)


def _check(first: str, rest: str) -> Block:
    listed = _LIST.match(rest)
    items = tuple(item.strip() for item in _ITEM.findall(listed[1])) if listed else ()
    return Checklist(title=first, items=items, more=rest[listed.end() :] if listed else rest)


def _self_check(first: str, rest: str) -> Block:
    return SelfCheck(framework=slug_of(_plain(first)), more=rest)


def _take_away(first: str, rest: str) -> Block:
    found = _TAKEN.search(first)
    file = unescape(found[1]) if found else ""
    if not file.rpartition("/")[2].startswith(WORKSHEET):
        file = ""
    return TakeAway(name=_plain(found[2]) if found else "", file=file, more=rest)


def _plain(html: str) -> str:
    return " ".join(unescape(_MARKUP.sub("", html)).split())


_READERS: dict[str, Callable[[str, str], Block]] = {
    "write": _write,
    "voice": _voice,
    "imagine": _imagine,
    "try it": _activity,
    "check": _check,
    "plan": _plan,
    "self-check": _self_check,
    "take away": _take_away,
    "heard": read_heard,
}
