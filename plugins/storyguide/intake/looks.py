"""Knows the styles of an OpenDocument text, as far as they change what its words say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from storyguide.intake.xml import fact, name_of

_BOLD = ("bold", "600", "700", "800", "900")


@dataclass(frozen=True, slots=True)
class Look:
    """What a style says of words that matters here; None where it says nothing."""

    parent: str = ""
    strong: bool | None = None
    leaning: bool | None = None
    struck: bool | None = None
    hidden: bool | None = None
    numbered: bool | None = None


NO_LOOK = Look(strong=False, leaning=False, struck=False, hidden=False, numbered=False)


class Looks:
    """The styles of a document, each made from another."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._looks: dict[str, Look] = {}
        for root in roots:
            for style in root.iter():
                if name_of(style) in ("style", "list-style"):
                    self._looks.setdefault(fact(style, "name"), _look(style))

    def family(self, style: str) -> Iterator[str]:
        """A style and those it is made from."""
        seen: set[str] = set()
        while style and style not in seen:
            yield style
            seen.add(style)
            style = self._looks[style].parent if style in self._looks else ""

    def of(self, style: str, around: Look = NO_LOOK) -> Look:
        """How words of this style look among words that look so."""
        look = around
        for one in reversed([self._looks[name] for name in self.family(style) if name in self._looks]):
            look = Look(
                strong=look.strong if one.strong is None else one.strong,
                leaning=look.leaning if one.leaning is None else one.leaning,
                struck=look.struck if one.struck is None else one.struck,
                hidden=look.hidden if one.hidden is None else one.hidden,
                numbered=look.numbered if one.numbered is None else one.numbered,
            )
        return look


def _look(style: Element) -> Look:
    look = Look(parent=fact(style, "parent-style-name"))
    for each in style:
        name = name_of(each)
        if name == "text-properties":
            weight, leans = fact(each, "font-weight"), fact(each, "font-style")
            struck, shown = fact(each, "text-line-through-style"), fact(each, "display")
            look = replace(
                look,
                strong=weight in _BOLD if weight else None,
                leaning=leans in ("italic", "oblique") if leans else None,
                struck=struck != "none" if struck else None,
                hidden=shown == "none" if shown else None,
            )
        elif name == "list-level-style-number" and fact(each, "level") in ("", "1"):
            look = replace(look, numbered=True)
    return look
