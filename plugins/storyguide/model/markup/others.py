"""Knows tags in what others wrote: in Markdown, in files of any kind, in the first bytes of a page."""

import re
from html import unescape

_TYPED = re.compile(r"<(?:/?[a-zA-Z]|[!?])[^<>]*>")
_UNCLOSED = re.compile(r"<(?:/?[a-zA-Z]|[!?])[^<>\n]*")
_BARE = re.compile(r"<[^<>]{1,2000}>")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_DECLARED_WITHIN = 4000
"""In bytes: browsers look through the first 1024 (HTML Standard, 13.2.3.2), and mail programs write longer heads."""
_TITLE = re.compile(r"<title[^>]*>([^<]{1,300})</title", re.IGNORECASE)
_BEGINS = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body|meta|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_WEB_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|script)\b", re.IGNORECASE)
_DRAWING = re.compile(rb"<svg\b", re.IGNORECASE)


def typed_tag(text: str) -> tuple[int, str] | None:
    """Return the first tag, comment or declaration typed in Markdown and where it begins; None where there is none.

    One that is never closed counts to the end of its line, where no other is.
    """
    found = _TYPED.search(text) or _UNCLOSED.search(text)
    return (found.start(), found[0]) if found else None


def bare(text: str) -> str:
    """Return any text without what looks like a tag; nothing longer than 2,000 signs is looked on as one."""
    return _BARE.sub("", text) if "<" in text else text


def declared_charset(data: bytes) -> str:
    """Return the character set that a page names in its head, as it is written there; "" where it names none."""
    found = _CHARSET.search(data[:_DECLARED_WITHIN])
    return found[1].decode("ascii", "replace") if found else ""


def title_of_page(text: str) -> str:
    """Return the title of a whole page on one line; "" where it has none."""
    found = _TITLE.search(text)
    return " ".join(unescape(found[1]).split()) if found else ""


def begins_page(text: str) -> bool:
    """Return whether a text begins as a page of HTML does, after comments and a declaration of XML."""
    return bool(_BEGINS.match(text))


def kind_of_markup(start: bytes) -> str:
    """Return "drawing" or "page" for the first bytes of a file of SVG or HTML, "" for anything else."""
    if not start.startswith(b"<"):
        return ""
    if _WEB_PAGE.search(start):
        return "page"
    return "drawing" if _DRAWING.search(start) else ""
