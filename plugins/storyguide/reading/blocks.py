"""Finds the blocks in a page's clean words: quotations that begin with a bold word and a colon."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from html import unescape

from storyguide.model.markup.elements import after_line, element_at, elements
from storyguide.model.markup.tags import line_of, tags
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
"""Begins the name of a worksheet’s file."""

_MOST_LINES = 30
_NEAR = 0.7
_SHOWN = 60

_CONTAINERS = ("blockquote", "ul", "ol", "div")
_LONGEST_LABEL = 30
_SPACE, _COLON = re.compile(r"\s*"), re.compile(r"\s*:\s*")
_LINES = re.compile(r"\s*\((\d{1,3}) (?:line|row)s?\)\s*$")
_FACT = re.compile(r"(time|you need):\s*(.*)", re.IGNORECASE)
_FACTS_APART = ("Time:", "You need:")
_BOX = re.compile(r"\A[☐☑]\s*")

_CODE = re.compile(r"^ {0,3}(```+|~~~+).*?(?:^ {0,3}\1|\Z)", re.DOTALL | re.MULTILINE)
_WRITTEN = re.compile(r"(?:\A|(?<=\n)) {0,3}>[ \t]*\*\*([^*:\n]{1,30})(?::[ \t]*\*\*|\*\*[ \t]*:)")


def read_blocks(html: str, text: str, first_line: int, offered: str, reading: Reading) -> tuple[Block, ...]:
    """The page's blocks and the words between them, in order; what is wrong with a block is told.

    text is what the words were read from, for the lines. offered is a worksheet of the same
    tin as it may be linked to, for whoever has forgotten how.
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
    """What stands in each quotation of the page itself, and what stands between them."""
    start = 0
    for element in elements(html, *_CONTAINERS):
        if element.tag.name == "blockquote":
            yield False, html[start : element.start]
            yield True, element.inner.removeprefix("\n")
            start = after_line(html, element)
    yield False, html[start:]


def _label_of(part: str) -> str:
    first = element_at(part, "p")
    return _label_at(first.inner)[0] if first else ""


def _label_at(html: str, at: int = 0) -> tuple[str, int]:
    """The bold words with a colon, within or behind, that begin here, and where they end; "" when none do."""
    bold = element_at(html, "strong", at)
    if not bold:
        return "", at
    label, colon, behind = bold.inner.partition(":")
    after = _COLON.match(html, bold.end) if not colon else _SPACE.match(html, bold.end)
    if not after or behind.strip() or "<" in label or not 0 < len(label) <= _LONGEST_LABEL:
        return "", at
    return unescape(label).strip(), after.end()


def _opened(part: str) -> tuple[str, str]:
    """A block's first paragraph without its label, and what follows."""
    first = element_at(part, "p")
    if first is None:
        return "", part
    return first.inner[_label_at(first.inner)[1] :].strip(), part[after_line(part, first) :]


def _lines_of(labels: Sequence[str], text: str) -> Iterator[int]:
    """How many lines stand before each block; where the text cannot tell, as many as before its first line."""
    bare = _CODE.sub(lambda code: "\n" * code[0].count("\n"), text)
    written = [found for found in _WRITTEN.finditer(bare) if not _goes_on(bare, found.start())]
    if [found[1].strip() for found in written] == list(labels):
        return (bare.count("\n", 0, found.start()) for found in written)
    return (0 for _ in labels)


def _goes_on(text: str, at: int) -> bool:
    """Whether the line before belongs to the same quotation."""
    before = text[:at].rstrip("\n").rpartition("\n")[2] if text[:at].endswith("\n") else ""
    return before.lstrip().startswith(">") and not text[:at].endswith("\n\n")


def _near(name: str) -> str:
    """The block that was most likely meant; "" when none comes near."""
    if not name or name in _READERS:
        return ""
    begun = [known for known in _READERS if len(name) > 2 and known.startswith(name)]
    near = begun or get_close_matches(name, _READERS, n=1, cutoff=_NEAR)
    return near[0].capitalize() if near else ""


def _inside(part: str, quoted: bool) -> str:
    """The label of a block that stands in this part and is none of its own; "" when there is none."""
    begins = ("<p>", "\n") if quoted else ("<blockquote>\n<p>",)
    for bold in tags(part, "strong"):
        before = next((each for each in begins if part.endswith(each, 0, bold.start)), "")
        if not bold.closes and before and bold.start > len(before):
            label, _ = _label_at(part, bold.start)
            if label.casefold() in _READERS:
                return label
    return ""


def _tell_of(block: Block, offered: str, reading: Reading) -> None:
    where = reading.at(block.line)
    if isinstance(block, TakeAway) and not block.file:
        reading.tell(wording.nothing_to_take_away(where, f"> **Take away:** {offered}"))
    elif isinstance(block, Heard):
        tell_of_heard(block, reading)
    elif isinstance(block, Voice) and not (line_of(block.words) and line_of(block.credit)):
        shown = line_of(block.words + block.credit)
        reading.tell(
            wording.uncredited_voice(where, shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1].rstrip()}…")
        )


def _sized(first: str, usual: int) -> tuple[str, int]:
    """The words, and the number of lines or rows they end with in brackets."""
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
    """What stands before the last dash was said; what stands after it says by whom."""
    whole = f"<p>{first}</p>\n{rest}"
    words, dash, credit = whole.rpartition("—")
    credit = credit.replace("</p>", "").strip()
    if not dash or not _is_balanced(credit):
        return Voice(words=whole, credit="")
    words = words.rstrip().removesuffix("<p>").rstrip()
    return Voice(words=words if words.endswith(("</p>", "</ul>", "</ol>")) else f"{words}</p>", credit=credit)


def _is_balanced(html: str) -> bool:
    """Whether as many tags close as open."""
    closing = [tag.closes for tag in tags(html)]
    return 2 * sum(closing) == len(closing)


def _imagine(first: str, rest: str) -> Block:
    return Imagine(prompt=f"<p>{first}</p>\n{rest}")


def _activity(first: str, rest: str) -> Block:
    while (apart := element_at(rest, "p")) and apart.inner.startswith(_FACTS_APART):
        first, rest = f"{first}\n{apart.inner}", rest[after_line(rest, apart) :]
    facts: dict[str, str] = {}
    name = "title"
    for each in first.replace("<br>", "").split("\n"):
        found = _FACT.match(each)
        name, words = (found[1].casefold(), found[2]) if found else (name, each)
        facts[name] = f"{facts.get(name, '')} {words.strip()}".strip()
    return Activity(title=facts["title"], time=facts.get("time", ""), needs=facts.get("you need", ""), more=rest)


def _check(first: str, rest: str) -> Block:
    listed = element_at(rest, "ul")
    items = tuple(_item(item.inner) for item in elements(listed.inner, "li")) if listed else ()
    return Checklist(title=first, items=items, more=rest[after_line(rest, listed) :] if listed else rest)


def _item(html: str) -> str:
    """What stands behind the box of an item, with or without a paragraph of its own."""
    words = html.strip()
    if words.startswith("<p>"):
        words = words.removeprefix("<p>").lstrip()
    return _BOX.sub("", words).removesuffix("</p>").strip()


def _self_check(first: str, rest: str) -> Block:
    return SelfCheck(framework=slug_of(line_of(first)), more=rest)


def _take_away(first: str, rest: str) -> Block:
    found = next((link for link in elements(first, "a") if link.tag.raw("href").startswith(FILE)), None)
    file = found.tag.value("href").removeprefix(FILE) if found else ""
    if not file.rpartition("/")[2].startswith(WORKSHEET):
        file = ""
    return TakeAway(name=line_of(found.inner) if found else "", file=file, more=rest)


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
