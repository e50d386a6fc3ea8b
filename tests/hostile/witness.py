"""Says of a page whatever stands in it that does not stand in the pages of a harmless guide."""

import json
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

_FURTHER = {
    *(("a", "id"), ("a", "rel"), ("a", "aria-label"), ("a", "class"), ("h2", "id"), ("h3", "id"), ("h4", "id")),
    *(("li", "id"), ("ol", "start"), ("td", "class"), ("th", "class"), ("th", "scope"), ("sup", "class")),
    *((name, "") for name in ("blockquote", "code", "del", "em", "hr", "pre", "sup", "strong", "h4", "ol", "ul")),
    *((name, "") for name in ("table", "thead", "tbody", "tr", "th", "td", "br", "img", "p", "li")),
}
"""(element, attribute) of all that Markdown may add, whether Anytown's stories use it or not."""
_SCHEMES = {"http", "https", "mailto", "tel"}
_LOADS = {"src", "srcset", "poster", "data", "action", "formaction", "background", "ping", "manifest"}
_STORY_ID = re.compile(r"s-[\w%.-]+")


def made_of(pages: Iterable[Path]) -> set[tuple[str, str]]:
    """(element, attribute) of everything that stands in these pages, and what Markdown may add."""
    found = set(_FURTHER)
    for file in pages:
        for tag, given in _Reader.of(file.read_text(encoding="utf-8")).elements:
            found |= {(tag, name) for name in (*given, "")}
    return found


def amiss(html: str, allowed: set[tuple[str, str]], own: str, *, of_story: bool) -> Iterator[str]:
    """What a page has that no page should have; own is the guide's own address, from which it may load."""
    page = _Reader.of(html)
    yield from page.odd
    for tag, given in page.elements:
        for name in (*given, ""):
            if (tag, name) not in allowed or name.startswith("on") or name == "style":
                yield f"<{tag} {name}={given.get(name)!r}>"
        for name, value in given.items():
            address = urlsplit(value.strip() if name != "srcset" else value.split()[0])
            if name in _LOADS and (address.scheme or address.netloc):
                yield f"<{tag} {name}={value!r}> loads from elsewhere"
            if name == "href" and (address.scheme or address.netloc):
                if address.scheme not in _SCHEMES or (tag == "link" and not value.startswith(own)):
                    yield f"<{tag} href={value!r}>"
                if "target" in given:
                    yield f"<{tag} target={given['target']!r}>"
        if (
            tag == "script"
            and not given.get("src")
            and given.get("type") not in ("application/ld+json", "application/json")
        ):
            yield "a script of the page's own"
        leads_on = tag == "meta" and given.get("http-equiv", "").lower() == "refresh"
        if leads_on and not re.fullmatch(r"0; url=\.\./[a-z0-9-]+/", given["content"]):
            yield f"leads on to {given['content']!r}"
    for text in page.data:
        try:
            json.loads(text)
        except ValueError:
            yield f"data that cannot be read: {text[:200]!r}"
    if len(page.ids) != len(set(page.ids)):
        yield f"two parts of one name: {sorted(one for one in set(page.ids) if page.ids.count(one) > 1)}"
    yield from (f"id={one!r}" for one in page.ids_in_words if of_story and not _STORY_ID.fullmatch(one))


class _Reader(HTMLParser):
    """A page as a browser takes it apart, as far as the standard library knows."""

    _VOID = frozenset(
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.ids: list[str] = []
        self.ids_in_words: list[str] = []
        self.data: list[str] = []
        self.odd: list[str] = []
        self._open: list[tuple[str, bool]] = []

    @classmethod
    def of(cls, html: str) -> "_Reader":
        reader = cls()
        reader.feed(html)
        reader.close()
        reader.odd += [f"<{tag}> never closed" for tag, _ in reader._open]
        return reader

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.elements.append((tag, given))
        in_words = any(words for _, words in self._open)
        if "id" in given:
            (self.ids_in_words if in_words else self.ids).append(given["id"])
        if tag not in self._VOID:
            self._open.append((tag, tag == "div" and given.get("class") == "prose"))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1][0] == tag:
            self._open.pop()
        else:
            self.odd.append(f"</{tag}> where {self._open[-1:]} is open")

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] == "script" and data.strip():
            self.data.append(data)

    def handle_comment(self, data: str) -> None:
        self.odd.append(f"a comment: {data!r}")

    def handle_decl(self, decl: str) -> None:
        if decl.lower() != "doctype html":
            self.odd.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self.odd.append(f"<?{data}>")

    def unknown_decl(self, data: str) -> None:
        self.odd.append(f"<![{data}]>")
