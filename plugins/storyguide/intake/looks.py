"""Look up the styles of an OpenDocument text, as far as they change what its words say or its pictures show."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from storyguide.intake.xml import fact, name_of

_BOLD = ("bold", "600", "700", "800", "900")


@dataclass(frozen=True, slots=True)
class Look:
    """Properties of a text style that matter to a story; None where the style does not set one."""

    strong: bool | None = None
    leaning: bool | None = None
    """Whether words are italic."""
    struck: bool | None = None
    """Whether words are struck through."""
    hidden: bool | None = None


NO_LOOK = Look(strong=False, leaning=False, struck=False, hidden=False)
"""Look of words without any style."""


def over(around: Look, own: Look) -> Look:
    """Return the look of words with the style `own` inside words that look as `around`."""
    return Look(
        strong=around.strong if own.strong is None else own.strong,
        leaning=around.leaning if own.leaning is None else own.leaning,
        struck=around.struck if own.struck is None else own.struck,
        hidden=around.hidden if own.hidden is None else own.hidden,
    )


@dataclass(frozen=True, slots=True)
class _Style:
    parent: str
    look: Look
    graphic: Mapping[str, str]


class Looks:
    """All styles of a document, with the styles they inherit from."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._styles: dict[str, _Style] = {}
        self.fills: dict[str, Element] = {}
        """Pictures (draw:fill-image) that shapes may be filled with, by their names."""
        for root in roots:
            for style in root.iter():
                if name_of(style) == "style":
                    self._styles.setdefault(fact(style, "name"), _style(style))
                elif name_of(style) == "fill-image":
                    self.fills.setdefault(fact(style, "name"), style)

    def family(self, style: str) -> Iterator[str]:
        """Yield a style and those it inherits from, nearest first."""
        seen: set[str] = set()
        while style and style not in seen:
            yield style
            seen.add(style)
            style = self._styles[style].parent if style in self._styles else ""

    def of(self, style: str, around: Look = NO_LOOK) -> Look:
        """Return the look of words of this style inside words that look as `around`."""
        for name in reversed([*self.family(style)]):
            if name in self._styles:
                around = over(around, self._styles[name].look)
        return around

    def graphic(self, style: str, name: str) -> str:
        """Return this attribute of a style's graphic properties, its own or inherited; "" when none sets it."""
        family = (self._styles[each].graphic for each in self.family(style) if each in self._styles)
        return next((found for each in family if (found := each.get(name, ""))), "")


def _style(style: Element) -> _Style:
    look, graphic = Look(), {}
    for each in style:
        if name_of(each) == "text-properties":
            weight, leans = fact(each, "font-weight"), fact(each, "font-style")
            struck, shown = fact(each, "text-line-through-style"), fact(each, "display")
            look = replace(
                look,
                strong=weight in _BOLD if weight else None,
                leaning=leans in ("italic", "oblique") if leans else None,
                struck=struck != "none" if struck else None,
                hidden=shown == "none" if shown else None,
            )
        elif name_of(each) == "graphic-properties":
            graphic = {key.rpartition("}")[2]: value for key, value in each.items()}
    return _Style(fact(style, "parent-style-name"), look, graphic)
