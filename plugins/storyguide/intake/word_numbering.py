"""Number the lists of a Word document as Word does, and return the label that each paragraph shows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from storyguide.intake.numerals import spelled
from storyguide.intake.remarks import NUMBERED, Remarks
from storyguide.intake.word_styles import Styles, value_of
from storyguide.intake.xml import child, fact, name_of

_DEEPEST = 8
_HIGHEST = 1_000_000
_LEVEL_IN_TEXT = re.compile(r"%([1-9])")
_BULLET_WORDS = re.compile(r"\w.*\w")
_NO_NUMBER = "0"


@dataclass(frozen=True, slots=True)
class Level:
    """Numbering of one level of a list."""

    start: int = 1
    style: str = "decimal"
    """Numbering format as OOXML names it (w:numFmt)."""
    text: str = ""
    """Pattern of the label, with %1 for the number of the outermost level, %2 for that of the next."""
    restarts_after: int = _DEEPEST
    """Level, from 1, after whose items this one starts again; 0 for never. By default each level above does so."""
    is_legal: bool = False
    """Whether the numbers of all levels are shown as plain digits (w:isLgl)."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """The label of a paragraph in a list, and its level, from 0."""

    level: int
    label: str
    is_bullet: bool


@dataclass(slots=True)
class _List:
    """Counters of a list definition, shared by all lists that are made from it."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)


class Numbering:
    """Lists of a document with their counters; `of` must be called for the paragraphs in document order."""

    def __init__(self, root: Element | None, styles: Styles, remarks: Remarks) -> None:
        self._styles = styles
        self._remarks = remarks
        every = () if root is None else tuple(root)
        self._definitions = {fact(each, "abstractNumId"): each for each in every if name_of(each) == "abstractNum"}
        self._nums = {fact(each, "numId"): each for each in every if name_of(each) == "num"}
        self._lists: dict[str, _List] = {}

    def of(self, properties: Element | None, style: str) -> Numbered | None:
        """Count a paragraph with these properties (w:pPr) and style, and return its label; None if it is in no list."""
        settings = [*self._said(properties, style)]
        number = next((found for each in settings if (found := value_of(each, "numId"))), "")
        if number in ("", _NO_NUMBER) or number not in self._nums:
            return None
        num = self._nums[number]
        definition = value_of(num, "abstractNumId")
        counted = self._lists.setdefault(definition, _List({}))
        counted.levels = counted.levels or self._levels(definition)
        written = next((found for each in settings if (found := value_of(each, "ilvl"))), "")
        level = min(int(written), _DEEPEST) if written.isdecimal() else self._level_of_style(definition, style)
        levels = {**counted.levels, **_overridden(num)}
        self._count(counted, levels, num, number, level)
        return self._shown(levels, counted.counts, level)

    def _said(self, properties: Element | None, style: str) -> Iterator[Element]:
        own = child(properties, "numPr")
        if own is not None:
            yield own
        yield from self._styles.numbering(style)

    def _level_of_style(self, definition: str, style: str) -> int:
        found = self._definitions.get(definition)
        for each in () if found is None else found:
            if name_of(each) == "lvl" and value_of(each, "pStyle") == style and fact(each, "ilvl").isdecimal():
                return min(int(fact(each, "ilvl")), _DEEPEST)
        return 0

    def _levels(self, definition: str, hops: int = 0) -> dict[int, Level]:
        """Return the levels of a definition, following a link to a list style and the definition that style uses."""
        found = self._definitions.get(definition)
        levels = dict(_level(each) for each in (() if found is None else found) if name_of(each) == "lvl")
        linked = value_of(found, "numStyleLink")
        if not levels and linked and hops < _DEEPEST:
            for each in self._styles.numbering(linked):
                num = self._nums.get(value_of(each, "numId"))
                return self._levels(value_of(num, "abstractNumId"), hops + 1)
        return levels

    def _count(self, counted: _List, levels: dict[int, Level], num: Element, number: str, level: int) -> None:
        """Count an item of a list at this level, and restart the deeper levels."""
        for each in num:
            at, anew = fact(each, "ilvl"), value_of(each, "startOverride")
            if name_of(each) == "lvlOverride" and at == str(level) and anew.isdecimal():
                if (number, level) not in counted.begun:
                    counted.counts[level] = min(int(anew), _HIGHEST) - 1
                counted.begun.add((number, level))
        start = levels.get(level, Level()).start
        counted.counts[level] = counted.counts.get(level, start - 1) + 1
        for deeper in range(level + 1, _DEEPEST + 1):
            after = levels.get(deeper, Level()).restarts_after
            if after and level < after:
                counted.counts.pop(deeper, None)
                counted.begun -= {each for each in counted.begun if each[1] == deeper}

    def _shown(self, levels: dict[int, Level], counts: dict[int, int], level: int) -> Numbered:
        """Return the label that the counters give at this level."""
        shown = levels.get(level, Level(text=f"%{level + 1}."))
        if shown.style == "bullet" and not _BULLET_WORDS.search(shown.text):
            return Numbered(level, "", is_bullet=True)

        def number_at(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            there = levels.get(at, Level())
            if there.style == "none":
                return ""
            count = counts.get(at, there.start)
            style = "decimal" if shown.is_legal else there.style
            written = spelled(count, style)
            if written is None:
                self._remarks.add(NUMBERED)
                return str(count)
            return written

        return Numbered(level, " ".join(_LEVEL_IN_TEXT.sub(number_at, shown.text).split()), is_bullet=False)


def _overridden(num: Element) -> dict[int, Level]:
    replaced = (child(each, "lvl") for each in num if name_of(each) == "lvlOverride")
    return dict(_level(each) for each in replaced if each is not None)


def _level(element: Element) -> tuple[int, Level]:
    at = fact(element, "ilvl")
    start, restart = value_of(element, "start"), value_of(element, "lvlRestart")
    level = min(int(at), _DEEPEST) if at.isdecimal() else 0
    legal = child(element, "isLgl")
    style = value_of(element, "numFmt")
    if not style:  # some formats are written a second way for newer programs, beside a plain one for older ones
        style = value_of(child(element, "AlternateContent", "Fallback"), "numFmt") or "decimal"
    return level, Level(
        start=min(int(start), _HIGHEST) if start.isdecimal() else 0,
        style=style,
        text=value_of(element, "lvlText"),
        restarts_after=int(restart) if restart.isdecimal() else _DEEPEST,
        is_legal=legal is not None and fact(legal, "val") not in ("0", "false"),
    )
