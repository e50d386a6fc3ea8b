"""Finds the tags in HTML of our own, and what stands between them.

HTML of our own is what the allow-list lets through and what our templates write: each "<" among words and each
quotation mark in a value is escaped, names are in small letters, and values stand between quotation marks. A ">" in
a value and comments are known too. Pages that others wrote are read by `storyguide.intake.growing`.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from typing import NamedTuple

REST = r"""(?>(?:[^"'>]++|"[^"]*+"|'[^']*+')*)"""
"""What stands behind a tag's name, none of it looked at twice."""
_MARK = rf"<!--.*?-->|<[!?][^>]*>|</?[a-zA-Z]{REST}>"
"""Any tag, comment or declaration."""
_MARKS, _PIECES = re.compile(_MARK, re.DOTALL), re.compile(f"({_MARK})", re.DOTALL)
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")

NEVER_CLOSED = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
"""Elements that hold nothing and have no closing tag (HTML Standard, 13.1.2, void elements)."""
INLINE = frozenset({"strong", "em", "del", "a", "code", "sup", "s", "b", "i", "br"})
"""Elements that stand within a line of a story's words; every other one begins a block, or is a picture."""

_WITHIN_A_WORD = frozenset({"a", "strong", "em", "code", "del"})


class Tag(NamedTuple):
    """An opening or closing tag, and where it stands."""

    name: str
    closes: bool
    attributes: str
    """As written, with the space before the first."""
    start: int
    end: int

    @property
    def written(self) -> str:
        """The tag itself."""
        return f"<{'/' if self.closes else ''}{self.name}{self.attributes}>"

    def raw(self, name: str) -> str:
        """Return an attribute's value as it is written; "" where there is none."""
        first = f' {name}="'
        if self.attributes.startswith(first):  # most tags have one attribute, and most questions are about it
            return self.attributes[len(first) : self.attributes.index('"', len(first))]
        found = self._found(name)
        return (found[2] or found[3] or found[4] or "") if found else ""

    def value(self, name: str) -> str:
        """Return an attribute's value with its escapes resolved; "" where there is none."""
        return unescape(self.raw(name))

    def has(self, name: str) -> bool:
        """Return whether the tag has an attribute of this name, with or without a value."""
        return self._found(name) is not None

    def all(self) -> dict[str, str]:
        """Return every attribute's value by its name, with its escapes resolved."""
        found = _ATTRIBUTE.finditer(self.attributes)
        return {each[1]: unescape(each[2] or each[3] or each[4] or "") for each in found}

    def with_value(self, name: str, raw: str) -> "Tag":
        """Return the tag with this value, as it is to be written, of an attribute; where it has none, as it is."""
        found = self._found(name)
        if found is None:
            return self
        before, after = self.attributes[: found.start()], self.attributes[found.end() :]
        return self._replace(attributes=f'{before}{name}="{raw}"{after}')

    def without(self, *names: str) -> "Tag":
        """Return the tag without these attributes."""
        kept = self.attributes
        for found in reversed(list(_ATTRIBUTE.finditer(kept))):
            if found[1] in names:
                kept = kept[: found.start()].rstrip() + kept[found.end() :]
        return self._replace(attributes=kept)

    def only(self, *names: str) -> "Tag":
        """Return the tag with these attributes alone."""
        found = _ATTRIBUTE.finditer(self.attributes)
        return self._replace(attributes="".join(f" {each[0]}" for each in found if each[1] in names))

    def _found(self, name: str) -> re.Match[str] | None:
        if name not in self.attributes:
            return None
        for found in _ATTRIBUTE.finditer(self.attributes):
            if found[1] == name:
                return found
        return None


@cache
def named(*names: str) -> re.Pattern[str]:
    """A pattern of opening and closing tags with these names, of any name when none is given.

    Its groups are what the other modules of this package build tags from: `tag_of`.
    """
    name = "|".join(names) if names else "[a-zA-Z][a-zA-Z0-9-]*+"
    return re.compile(rf"<(/?)({name})(?![a-zA-Z0-9-])({REST})>")


def tag_of(found: re.Match[str]) -> Tag:
    """Return the tag that a pattern of `named` has found."""
    return Tag(found[2], bool(found[1]), found[3], found.start(), found.end())


def tags(html: str, *names: str) -> Iterator[Tag]:
    """Yield each opening and closing tag with one of these names, in order; every tag when none is given."""
    return map(tag_of, named(*names).finditer(html))


def tag_in(written: str) -> Tag | None:
    """Return the tag that this text is, its name in small letters; None where it is none, such as a comment."""
    found = named().fullmatch(written)
    return tag_of(found)._replace(name=found[2].lower()) if found else None


def pieces(html: str) -> list[str]:
    """Return the text before the first tag, that tag, the text behind it and so on: every second piece is a tag.

    A comment counts as a tag. The pieces joined are the HTML again.
    """
    return _PIECES.split(html)


def change_tags(html: str, change: Callable[[Tag], str], *names: str) -> str:
    """Return HTML in which each opening and closing tag with one of these names is what `change` returns for it."""
    return named(*names).sub(lambda found: change(tag_of(found)), html)


def without_tags(html: str, between: str = "") -> str:
    """Return the text of HTML, escapes and all, with `between` in place of each tag."""
    return _MARKS.sub(between, html)


def text_of(html: str, between: str = "") -> str:
    """Return the text of HTML as its reader sees it, with `between` in place of each tag."""
    return unescape(_MARKS.sub(between, html))


def line_of(html: str) -> str:
    """Return the text of HTML on one line, with one space wherever there was any."""
    return " ".join(unescape(_MARKS.sub("", html) if "<" in html else html).split())


def words_of(html: str) -> str:
    """Return the text of HTML with a space for each tag that does not stand within a word, and nothing for the rest.

    A line's end (`br`) is a space.
    """
    return unescape(named().sub(lambda found: "" if found[2] in _WITHIN_A_WORD else " ", html))


def prefix_ids(html: str, prefix: str, *, instead: str = "") -> str:
    """Return HTML in which ids, and links to them in the same page, begin with `prefix`.

    instead: a beginning that `prefix` takes the place of; other ids are left as they are.
    """

    def prefixed(tag: Tag) -> str:
        for name, begins in (("id", instead), ("href", f"#{instead}")):
            if tag.has(name) and (old := tag.raw(name)).startswith(begins):
                hash_sign = "#" if name == "href" else ""
                tag = tag.with_value(name, f"{hash_sign}{prefix}{old.removeprefix(begins)}")
        return tag.written

    return change_tags(html, prefixed)
