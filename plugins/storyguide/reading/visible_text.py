"""Convert HTML to the text its reader sees, and Unicode text to plain characters."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import unescape
from unicodedata import category, digit, normalize
from urllib.parse import unquote

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_TOKEN = re.compile(r"<[^>]*>|[^<]+")
_INLINE = re.compile(r"</?(?:strong|em|del|a|code|sup|s|b|i|br)\b|<!--", re.IGNORECASE)
_LINE = re.compile(r' data-sourcepos="(\d+):')
_ALT = re.compile(r' alt="([^"]*)"')
MESSENGERS = r"(?:(?:www|api|web|m|chat)\.)?(?:wa\.me|whatsapp\.com|signal\.me|t\.me)/"
"""Pattern of messengers' addresses whose pages are named by telephone numbers."""
_LEADS_TO_PERSON = re.compile(rf' href="((?i:mailto:|tel:|https?://{MESSENGERS})[^"]*)"')
"""Link to a mailbox, a telephone, or a messenger's page named by a telephone number."""
_MAY_LEAD = re.compile(rf":(?:(?<=mailto:)|(?<=tel:)|//{MESSENGERS})", re.IGNORECASE)
"""Start of such a link, made so that a search can find it fast."""
_NUMBERED_PAGE = re.compile(
    rf"https?://{MESSENGERS}(?:send/?\?(?:[^\"]*&)?phone=|#p/)?(?:\+|%2B| )?(?=[0-9])", re.IGNORECASE
)
_APART = "\n\n"
"""Separator between blocks, which are never read as one text."""
_UNSEEN_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
"""Characters that are letters or marks by their Unicode category, yet invisible."""
_LIKE = {"−": "-", "⁃": "-", "˗": "-", "·": ".", "•": ".", "‧": ".", "∙": ".", "⋅": ".", "。": ".", "․": ".", "∕": "/"}
_LIKE |= {"⁄": "/", "’": "'", "‘": "'", "\u2028": "\n", "\u2029": "\n"}


@dataclass(frozen=True, slots=True)
class Visible:
    """A visible text with the source line of each stretch of it, and its links' addresses."""

    text: str
    starts: tuple[int, ...]
    """Offsets at which the stretches begin, rising from 0."""
    lines: tuple[int, ...]
    """Source line of each stretch, counted from 1."""
    addresses: "tuple[Visible, ...]" = ()
    """Contents of links to mailboxes and telephones, one text each."""

    def line_at(self, offset: int) -> int:
        """Return the source line, counted from 1, of the character at this offset."""
        return self.lines[bisect_right(self.starts, offset) - 1] if self.starts else 1


@dataclass(frozen=True)
class Plain:
    """A text in plain characters that can find the original of each of them."""

    text: str
    written: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the original text of a span of the plain text."""
        if self.text is self.written:
            return start, end
        return self._offsets[start], self._offsets[end - 1] + 1

    @cached_property
    def _offsets(self) -> list[int]:
        """Offset in the original of each plain character; computed only once something was found."""
        return [offset for offset, sign in enumerate(self.written) for _ in _plain_sign(sign)]


def visible_text(html: str) -> Visible:
    """Return the text a reader of this HTML sees, with the mailboxes and telephones its links lead to.

    Blocks and alternative texts of pictures are separated by an empty line. Line numbers come from comrak's
    `data-sourcepos` attributes; without these everything stands on line 1.
    """
    found: list[str] = []
    starts: list[int] = []
    lines: list[int] = []
    addresses: list[Visible] = []
    size, line = 0, 1

    def add(text: str, on: int) -> None:
        nonlocal size
        if not lines or lines[-1] != on:
            starts.append(size)
            lines.append(on)
        found.append(text)
        size += len(text)

    for token in _TOKEN.finditer(html):
        written = token[0]
        if written[0] != "<":
            for number, part in enumerate(unescape(written).split("\n")):
                line += bool(number)
                add(f"\n{part}" if number else part, line)
            continue
        if placed := _LINE.search(written):
            line = int(placed[1])
        if href := _LEADS_TO_PERSON.search(written):
            addresses.append(Visible(unquote(_NUMBERED_PAGE.sub("tel:+", unescape(href[1]))), (0,), (line,)))
        if alt := _ALT.search(written):
            add(f"{_APART}{unescape(alt[1])}{_APART}", line)
        elif not _INLINE.match(written):
            add(_APART, line)
    return Visible("".join(found), tuple(starts), tuple(lines), tuple(addresses))


def may_lead_to_person(html: str) -> bool:
    """Return whether any link in the HTML may lead to a mailbox, a telephone or a messenger's page."""
    return bool(_MAY_LEAD.search(html) and _LEADS_TO_PERSON.search(html))


def plain_text(text: str) -> Plain:
    """Return the text in plain characters: NFKC, digits of all scripts as 0 to 9, one kind of dash and space.

    Invisible characters are dropped: zero-width characters, soft hyphens, and marks that stand over a digit.
    """
    plain = text if text.isascii() else _NOT_ASCII.sub(_plain_found, text)
    return Plain(plain, text)


def _plain_found(found: re.Match[str]) -> str:
    return _plain_sign(found[0])


@lru_cache(maxsize=1024)
def _plain_sign(sign: str) -> str:
    """Return the plain characters for one character; "" if it is invisible."""
    if sign.isascii() or (sign.isalpha() and sign not in _UNSEEN_LETTERS):
        return normalize("NFKC", sign)
    return "".join(map(_plainest, normalize("NFKC", sign)))


def _plainest(sign: str) -> str:
    if sign.isascii():
        return sign
    if sign in _LIKE:
        return _LIKE[sign]
    value = digit(sign, None)
    if value is not None:
        return str(value)
    kind = category(sign)
    if kind in ("Cf", "Mn", "Me", "Cc") or sign in _UNSEEN_LETTERS:
        return ""
    return "-" if kind == "Pd" else " " if kind == "Zs" else sign
