"""Parse a web page's HTML into a tree of elements; any HTML is accepted, however it is written."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_DEEPEST = 60
"""Deepest nesting of elements. No e-mail has as much; what lies deeper is attached at this depth."""

_VOID = {
    *("br", "img", "hr", "input", "meta", "link", "col", "wbr", "base", "area", "source", "embed", "param", "track"),
}
_NOT_SHOWN = {
    *("head", "script", "style", "title", "template", "noscript"),
    *("object", "iframe", "svg", "select", "textarea"),
}
_CLOSES = {"p": {"p"}, "li": {"li"}, "tr": {"tr", "td", "th"}, "td": {"td", "th"}, "th": {"td", "th"}}
"""Open elements that a start tag closes, when their own end tag was left out."""
_FENCES = {"ul", "ol", "table", "blockquote", "div", "td", "th"}
_INVISIBLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|mso-hide\s*:\s*all", re.IGNORECASE
)


@dataclass(slots=True)
class Element:
    """An HTML element with its attributes (`facts`) and its content (`inside`)."""

    tag: str
    facts: dict[str, str]
    inside: "list[Element | str]" = field(default_factory=list)

    @property
    def is_seen(self) -> bool:
        """Whether a reader of the page sees the element, by its tag and its own attributes."""
        hidden = "hidden" in self.facts or _INVISIBLE.search(self.facts.get("style", ""))
        return self.tag not in _NOT_SHOWN and not hidden


class _Grower(HTMLParser):
    """A parser that builds the tree; unknown, unclosed and misplaced tags are accepted."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("body", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Add an element to the tree, ending those that it closes by its beginning."""
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].tag in _CLOSES.get(tag, set()):
                del self._open[at:]
            elif self._open[at].tag in _FENCES:
                break
        grown = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].inside.append(grown)
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(grown)

    def handle_endtag(self, tag: str) -> None:
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].tag == tag:
                del self._open[at:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].inside.append(data)


_SECTION = re.compile(r"<!(?=\[)(?!\[(?:cdata|temp|ignore|include|rcdata|if|else|endif)\b)", re.IGNORECASE)
"""A marked section with a name that `html.parser` does not know; it raises an AssertionError at one."""


def grown(html: str) -> Element:
    """Return a page's HTML as a tree, under one body element."""
    grower = _Grower()
    grower.feed(_ended(html))
    grower.close()
    return grower.root


def _ended(html: str) -> str:
    """Return the page with each tag and comment that never ends turned into words.

    `html.parser` looks for the end of each of them through all the rest, which takes hours where there are many.
    """
    html = _SECTION.sub("&lt;!", html)
    comments = html.rfind("-->") + 1
    html = html[:comments] + html[comments:].replace("<!--", "&lt;!--")
    tags = html.rfind(">") + 1
    return html[:tags] + html[tags:].replace("<", "&lt;")
