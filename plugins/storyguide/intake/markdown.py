"""Writes blocks down as Markdown that reads as the words that came, whatever signs stand in them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from storyguide.intake.manuscript import (
    Block,
    Break,
    Grid,
    Heading,
    Inline,
    KeptPhoto,
    Listed,
    Mark,
    Note,
    Paragraph,
    Quoted,
    Run,
    Shown,
    words_of,
)
from storyguide.model.markup.tags import text_of
from storyguide.reading.allowed import leads_out
from storyguide.reading.commonmark import read_words

_WIDTH = 110
_DEEPEST_HEADING = 4
_GAP = re.compile("[ \t\n\r\f\v]+")
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Signs that no writer types and no reader sees; some turn round the words that follow."""
_SIGNS = re.compile(r"[\\`*\[\]<>|~]|(?<![^\W_])_|_(?![^\W_])|&(?=[#\w])|!$")
"""An underscore within a word is only that, and is so left in the address of an e-mail box."""
_ADDRESS = re.compile(r"\bhttps?://[^\s<>\\|]+[\w/=-]|\bwww\.[a-z0-9./-]+[a-z0-9/]")
_RUNS_INTO_LINK = re.compile(r":(?=//)|(?<=www)\.", re.IGNORECASE)
_BEGINS_BLOCK = re.compile(r"^(?:([-+=#>]|:(?=-))|(\d{1,9})([.)]))", re.MULTILINE)
_NOT_IN_ADDRESS = re.compile(r"[\s<>()\\|\[\]`\"]")


def to_markdown(blocks: Sequence[Block], photos: Mapping[str, KeptPhoto]) -> str:
    """The blocks as Markdown; photos holds each picture that may be shown."""
    return "\n\n".join(_written(blocks, photos, _top_level(blocks))) + "\n"


def _top_level(blocks: Sequence[Block]) -> int:
    return min((block.level for block in blocks if isinstance(block, Heading)), default=1)


def _written(blocks: Sequence[Block], photos: Mapping[str, KeptPhoto], top: int) -> Iterator[str]:
    other = False
    before: Block | None = None
    for block in blocks:
        # Two lists one after the other would be read as one, were they not marked in two ways.
        other = _are_alike(before, block) and not other
        yield from filter(None, _block(block, photos, top, other))
        before = block


def _are_alike(one: Block | None, next_one: Block) -> bool:
    return isinstance(one, Listed) and isinstance(next_one, Listed) and bool(one.first) == bool(next_one.first)


def _block(block: Block, photos: Mapping[str, KeptPhoto], top: int, other: bool) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from _paragraph(block.inlines, photos)
        case Heading():
            level = min(max(block.level - top, 0) + 2, _DEEPEST_HEADING)
            plain = tuple(each for each in block.inlines if not isinstance(each, Break | Shown))
            # A heading stands out already.
            unmarked = [replace(each, strong=False, leaning=False) if isinstance(each, Run) else each for each in plain]
            words = _sound(unmarked).replace("#", "\\#")
            yield f"{'#' * level} {words}" if words else ""
            yield from _pictures(block.inlines, photos)
        case Listed():
            yield _listed(block, photos, top, other)
        case Quoted():
            inside = "\n\n".join(_written(block.blocks, photos, top))
            yield "\n".join(f"> {line}".rstrip() for line in inside.split("\n")) if inside else ""
        case Grid():
            yield _grid(block)
        case Note():
            inside = "\n\n".join(_written(block.blocks, photos, top))
            yield f"[^{block.name}]: " + _indented(inside, 4) if inside else ""


def _paragraph(inlines: Sequence[Inline], photos: Mapping[str, KeptPhoto]) -> Iterator[str]:
    """The words of a paragraph, and its pictures each apart: so they are shown as the photos they are."""
    words = tuple(each for each in inlines if not isinstance(each, Shown))
    lines = [list(found) for is_break, found in groupby(words, lambda each: isinstance(each, Break)) if not is_break]
    written = [text for line in lines if (text := _sound(line))]
    if written:
        yield "\\\n".join(_BEGINS_BLOCK.sub(_escaped_start, _wrapped(text)) for text in written)
    yield from _pictures(inlines, photos)


def _pictures(inlines: Sequence[Inline], photos: Mapping[str, KeptPhoto]) -> Iterator[str]:
    for each in inlines:
        if isinstance(each, Shown) and each.picture in photos:
            photo = photos[each.picture]
            yield f"![{_escaped(_tidy(photo.alt)).strip()}]({photo.file})"


def _listed(block: Listed, photos: Mapping[str, KeptPhoto], top: int, other: bool) -> str:
    written = [(item, parts) for item in block.items if (parts := list(_written(item, photos, top)))]
    items = []
    for number, (item, parts) in enumerate(written, block.first):
        mark = f"{number}{')' if other else '.'} " if block.first else ("* " if other else "- ")
        gap = "\n" if len(parts) == len(item) and all(map(_may_follow_at_once, item[1:])) else "\n\n"
        items.append(mark + _indented(gap.join(parts), len(mark)))
    return ("\n\n" if any("\n\n" in item for item in items) else "\n").join(items)


def _may_follow_at_once(block: Block) -> bool:
    """Whether a block in an item of a list needs no empty line before it: a list, unless it begins with 7."""
    return isinstance(block, Listed) and block.first in (0, 1)


def _indented(text: str, by: int) -> str:
    return text.replace("\n", "\n" + " " * by).replace("\n" + " " * by + "\n", "\n\n")


def _grid(block: Grid) -> str:
    width = max(map(len, block.rows))
    rows = []
    for row in block.rows:
        cells = [_sound([each for each in cell if isinstance(each, Run | Mark)]) for cell in row]
        rows.append("| " + " | ".join([*cells, *[""] * (width - len(cells))]) + " |")
    return "\n".join([rows[0], "|" + " --- |" * width, *rows[1:]])


def _sound(inlines: Sequence[Inline]) -> str:
    """The words on one line, with as much of their looks and links as Markdown can give them.

    It is read back: where the marks would not be understood, they would stand among the
    words, so they are given up before the words are.
    """
    words = [each for each in inlines if isinstance(each, Run)]
    meant = UNSEEN.sub("", words_of(words)).split()
    plain = [
        replace(each, strong=False, leaning=False, struck=False) if isinstance(each, Run) else each for each in inlines
    ]
    bare = [replace(each, link="") if isinstance(each, Run) else each for each in plain]
    for tried, as_links in ((inlines, True), (plain, True)):
        if _as_read(_line([each for each in tried if isinstance(each, Run)], as_links)) == meant:
            return _line(tried, as_links)
    return _line(bare, False)


def _as_read(text: str) -> list[str]:
    """The words a reader of the guide will see."""
    html = read_words(_BEGINS_BLOCK.sub(_escaped_start, text), path="", first_line=1)[0].html
    return text_of(html).split()


def _line(inlines: Sequence[Inline], as_links: bool) -> str:
    parts = []
    for looks, group in groupby(inlines, lambda each: replace(each, words="") if isinstance(each, Run) else each):
        if isinstance(looks, Mark):
            parts.append(f"[^{looks.name}]")
        elif isinstance(looks, Run):
            parts.append(
                _run(replace(looks, words="".join(each.words for each in group if isinstance(each, Run))), as_links)
            )
    return _GAP.sub(" ", "".join(parts)).strip()


def _run(run: Run, as_links: bool) -> str:
    """Marks stand at the words themselves: with a gap between they would be read as stars."""
    words = _tidy(run.words)
    core = words.strip()
    if not core:
        return words
    before, after = words[: words.index(core[0])], words[len(words.rstrip()) :]
    written = _escaped(core, as_links=as_links and not run.link)
    address = _address(run.link)
    if as_links and address:
        written = f"<{core}>" if core == run.link and _ADDRESS.fullmatch(core) else f"[{written}]({address})"
    for marked, mark in ((run.struck, "~~"), (run.leaning, "*"), (run.strong, "**")):
        written = f"{mark}{written}{mark}" if marked else written
    return before + written + after


def _address(link: str) -> str:
    """Where a link leads, fit to be written; "" where it may not lead."""
    address = _NOT_IN_ADDRESS.sub(
        lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), UNSEEN.sub("", link.strip())
    )
    return address if leads_out(address) and address[:4].lower() != "tel:" else ""


def _tidy(words: str) -> str:
    return _GAP.sub(" ", UNSEEN.sub("", words))


def _escaped(words: str, *, as_links: bool = False) -> str:
    """The words with a backslash before each sign that Markdown would take for its own.

    as_links: a web address among them becomes a link, as it would wherever people write.
    """
    written, at = [], 0
    for found in _ADDRESS.finditer(words) if as_links else ():
        address = found[0] if found[0].startswith("www.") else f"<{found[0]}>"
        written += [_escaped(words[at : found.start()]), address]
        at = found.end()
    return "".join(written) + _RUNS_INTO_LINK.sub(r"\\\g<0>", _SIGNS.sub(r"\\\g<0>", words[at:]))


def _escaped_start(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"


def _wrapped(text: str) -> str:
    """The text in lines of a length that is good to read and to compare; never within a web address or a picture."""
    lines: list[str] = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) >= _WIDTH:
            lines.append(word)
        else:
            lines[-1] += f" {word}" if lines[-1] else word
    return "\n".join(lines)
