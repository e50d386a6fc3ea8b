"""Look up the styles of a Word document, as far as they change what its words say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from storyguide.intake.looks import Look, over
from storyguide.intake.xml import child, fact, name_of

_OFF = ("0", "false", "off", "none")
_HEADING = re.compile(r"heading ?(\d)", re.IGNORECASE)
_QUOTED = {"quote", "intense quote", "block text", "quotations"}
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Style:
    """A style as defined, without what it inherits."""

    name: str
    parent: str
    look: Look
    numbering: Element | None
    outline: str


class Styles:
    """Styles of a document by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        for each in () if root is None else root:
            if name_of(each) == "style":
                self._styles.setdefault(fact(each, "styleId"), _style(each))

    def look(self, style: str, around: Look) -> Look:
        """Return the look of words of this style inside words that look as `around`."""
        for each in reversed([*self._family(style)]):
            around = over(around, each.look)
        return around

    def numbering(self, style: str) -> Iterator[Element]:
        """Yield the list properties (w:numPr) of a style and those it inherits from, nearest first."""
        return (each.numbering for each in self._family(style) if each.numbering is not None)

    def heading(self, style: str) -> int:
        """Return the heading level of a style; 0 when it is no heading."""
        if not self._styles and (found := _HEADING.fullmatch(style)):
            return int(found[1])
        for each in self._family(style):
            if found := _HEADING.fullmatch(each.name):
                return int(found[1])
            if each.outline.isdecimal():
                return int(each.outline) + 1 if int(each.outline) < _BODY_LEVEL else 0
        return 0

    def is_title(self, style: str) -> bool:
        """Return whether a style is the title's, or inherits from it."""
        return "title" in self._names(style)

    def is_quoted(self, style: str) -> bool:
        """Return whether a style is one of quotations, or inherits from one."""
        return not _QUOTED.isdisjoint(self._names(style))

    def _names(self, style: str) -> set[str]:
        return {each.name.lower() for each in self._family(style)} or {style.lower()}

    def _family(self, style: str) -> Iterator[Style]:
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = self._styles[style].parent


def look_of(properties: Element | None) -> Look:
    """Return the look that the properties of a run (w:rPr) set; None for what they do not set."""
    facts = {
        name_of(each): fact(each, "val").lower() not in _OFF for each in (() if properties is None else properties)
    }
    struck = [facts[name] for name in ("strike", "dstrike") if name in facts]
    return Look(
        strong=facts.get("b"),
        leaning=facts.get("i"),
        struck=any(struck) if struck else None,
        hidden=facts.get("vanish"),
    )


def value_of(properties: Element | None, name: str) -> str:
    """Return the value of a property, such as the style named in w:pPr; "" when it is not there."""
    found = child(properties, name)
    return "" if found is None else fact(found, "val")


def _style(element: Element) -> Style:
    paragraph = child(element, "pPr")
    return Style(
        name=value_of(element, "name"),
        parent=value_of(element, "basedOn"),
        look=look_of(child(element, "rPr")),
        numbering=child(paragraph, "numPr"),
        outline=value_of(paragraph, "outlineLvl"),
    )
