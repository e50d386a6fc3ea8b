"""Count the lists and headings of an OpenDocument text, and return the number that each one shows."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from storyguide.intake.numerals import spelled
from storyguide.intake.remarks import NUMBERED, Remarks
from storyguide.intake.xml import fact, name_of

_STYLES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LEVEL = re.compile(r"%(\d+)%")
_NUMBERS = {"list-level-style-number", "outline-level-style"}
_BULLETS = {"list-level-style-bullet", "list-level-style-image"}
_HEADINGS = "\0"
"""Key under which the style of all headings stands among the list styles."""
_HIGHEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Level:
    """Numbering of one level of a list style."""

    is_bullet: bool = True
    format: str = ""
    """Format as ODF names it: 1, a, A, i, I; "" for no number."""
    before: str = ""
    """Text before the number."""
    after: str = ""
    """Text after the number."""
    shown_levels: int = 1
    """Number of levels, ending with this one, that make up a number such as 1.1."""
    start: int = 1
    pattern: str = ""
    """Pattern such as "Step %1%:", which newer LibreOffice writes in place of before, after and shown_levels."""


@dataclass(slots=True)
class Count:
    """Counters of one list, by level from 0, the outermost."""

    style: str
    numbers: dict[int, int] = field(default_factory=dict)


class Numbering:
    """List styles of a document, with the state of all its counters."""

    def __init__(self, roots: Iterable[Element], remarks: Remarks) -> None:
        self._remarks = remarks
        self._styles: dict[str, dict[int, Level]] = {}
        self._by_id: dict[str, Count] = {}
        self._latest: dict[str, Count] = {}
        for root in roots:
            for style in root.iter():
                if name_of(style) in ("list-style", "outline-style"):
                    name = fact(style, "name") if name_of(style) == "list-style" else _HEADINGS
                    self._styles.setdefault(name, dict(_level(each) for each in style if _is_level(each)))
        self._headings = Count(_HEADINGS)

    def begin(self, element: Element) -> Count:
        """Return the counters of an outermost list (text:list), which may go on from an earlier list."""
        style = fact(element, "style-name")
        went_before = self._by_id.get(fact(element, "continue-list"))
        if went_before is None and fact(element, "continue-numbering") == "true":
            went_before = self._latest.get(style)
        count = Count(style, went_before.numbers if went_before else {})
        self._latest[style] = count
        if name := fact(element, "id"):
            self._by_id[name] = count
        return count

    def next_label(self, count: Count, item: Element, style: str, level: int) -> tuple[str, bool]:
        """Count an item of a list; return its label, and whether a bullet is all it shows."""
        there = self._at(style, level)
        start = fact(item, "start-value")
        before = int(start) - 1 if _is_number(start) else count.numbers.get(level, there.start - 1)
        count.numbers[level] = min(before + 1, _HIGHEST)
        for deeper in [each for each in count.numbers if each > level]:
            del count.numbers[deeper]
        return ("", True) if there.is_bullet else (self._label(count, style, level), False)

    def heading(self, element: Element, level: int) -> str:
        """Count a heading of this level, from 1; return the number it shows, "" for none."""
        if _HEADINGS not in self._styles or fact(element, "is-list-header") == "true":
            return ""
        if fact(element, "restart-numbering") == "true":
            self._headings.numbers.pop(level - 1, None)
        label, is_bullet = self.next_label(self._headings, element, _HEADINGS, level - 1)
        return "" if is_bullet else label

    def _at(self, style: str, level: int) -> Level:
        return self._styles.get(style, {}).get(level, Level())

    def _label(self, count: Count, style: str, level: int) -> str:
        there = self._at(style, level)
        if there.pattern:
            return _LEVEL.sub(lambda found: self._number(count, style, int(found[1]) - 1), there.pattern).strip()
        first = max(0, level - there.shown_levels + 1)
        numbers = (self._number(count, style, each) for each in range(first, level + 1)) if there.format else ()
        return f"{there.before}{'.'.join(filter(None, numbers))}{there.after}".strip()

    def _number(self, count: Count, style: str, level: int) -> str:
        there = self._at(style, level)
        if not there.format or there.is_bullet:
            return ""
        number = count.numbers.get(level, there.start)
        written = spelled(number, _STYLES.get(there.format, there.format))
        if written is None:
            self._remarks.add(NUMBERED)
        return written or str(number)


def _is_level(element: Element) -> bool:
    return name_of(element) in _NUMBERS | _BULLETS


def _level(element: Element) -> tuple[int, Level]:
    at, shown, start = fact(element, "level"), fact(element, "display-levels"), fact(element, "start-value")
    level = int(at) - 1 if _is_number(at) else 0
    if name_of(element) in _BULLETS:
        return level, Level()
    return level, Level(
        is_bullet=False,
        format=fact(element, "num-format"),
        before=fact(element, "num-prefix"),
        after=fact(element, "num-suffix"),
        shown_levels=int(shown) if _is_number(shown) else 1,
        start=int(start) if _is_number(start) else 1,
        pattern=fact(element, "num-list-format"),
    )


def _is_number(written: str) -> bool:
    return written.isdecimal() and len(written) < 7
