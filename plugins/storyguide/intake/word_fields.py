"""Interpret the fields of a Word document: the words that a field shows, and the address it links to."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"?|\u201c([^\u201d]*)\u201d?|(\S+)')
_ESCAPED = re.compile(r"\\(.)")
_SWITCHES_WITH_VALUE = ("\\l", "\\o", "\\t")
_READING_OVER = re.compile(r"\\s\\up ?\d+\(([^()]*)\),([^()]*)\)")


@dataclass(slots=True)
class Field:
    """A field that is being read: its code, and whether its result has begun."""

    code: str = ""
    """Instructions of the field, such as a HYPERLINK with its address."""
    shows: bool = False
    """Whether the result of the field has begun."""
    has_words: bool = False
    """Whether the result has had any words."""
    form: str = ""
    """Text that a form's check box or list shows by itself, without words of its own."""

    @property
    def link(self) -> str:
        """Address that the field links to; "" when it is no link."""
        return link_of(self.code)

    @property
    def stands_for(self) -> str:
        """Words that the field holds in its code; "" when it holds none."""
        return self.form or _words_in(self.code)


def link_of(code: str) -> str:
    """Return the address of a HYPERLINK field, with the place on the page and without its switches; "" for others."""
    tokens = [(_ESCAPED.sub(r"\1", found[1]) if found[1] is not None else found[2] or found[3] or "", found[3])
              for found in _TOKEN.finditer(code)]  # fmt: skip
    if not tokens or tokens[0][0].upper() != "HYPERLINK":
        return ""
    address, place = "", ""
    at = 1
    while at < len(tokens):
        written, bare = tokens[at]
        if bare and bare.lower() in _SWITCHES_WITH_VALUE:
            at += 1
            if bare.lower() == "\\l" and at < len(tokens):
                place = tokens[at][0]
        elif not (bare and bare.startswith("\\")):
            address = address or written
        at += 1
    return f"{address}#{place}" if place and "#" not in address else address


def _words_in(code: str) -> str:
    kind, _, rest = code.strip().partition(" ")
    if kind.upper() in ("MACROBUTTON", "GOTOBUTTON"):
        return rest.strip().partition(" ")[2].strip()
    if kind.upper() == "EQ" and (found := _READING_OVER.search(rest)):
        return f"{found[2]} ({found[1]})"
    return ""
