"""Text as a reader sees it: HTML without its tags, and signs of every script brought to the plain ones."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import unescape
from unicodedata import category, digit, normalize
from urllib.parse import unquote

from storyguide.model.markup.tags import INLINE, pieces, tag_in, tags

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
MESSENGERS = r"(?:(?:www|api|web|m|chat)\.)?(?:wa\.me|whatsapp\.com|signal\.me|t\.me)/"
"""Where messengers have pages that are named by telephone numbers."""
_PERSON = re.compile(rf"mailto:|tel:|https?://{MESSENGERS}", re.IGNORECASE)
"""Begins an address of a mailbox or a telephone, or of a messenger's page that is named by a telephone number."""
_MAY_LEAD = re.compile(rf":(?:(?<=mailto:)|(?<=tel:)|//{MESSENGERS})", re.IGNORECASE)
"""A sign of such a link: it begins with a sign that a search can leap to."""
_NUMBERED_PAGE = re.compile(
    rf"https?://{MESSENGERS}(?:send/?\?(?:[^\"]*&)?phone=|#p/)?(?:\+|%2B| )?(?=[0-9])", re.IGNORECASE
)
_APART = "\n\n"
"""Stands between blocks, which are never read in one breath."""
_UNSEEN_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
"""Letters and marks by their category, and nobody sees them."""
_LIKE = {"−": "-", "⁃": "-", "˗": "-", "·": ".", "•": ".", "‧": ".", "∙": ".", "⋅": ".", "。": ".", "․": ".", "∕": "/"}
_LIKE |= {"⁄": "/", "’": "'", "‘": "'", "\u2028": "\n", "\u2029": "\n"}


@dataclass(frozen=True, slots=True)
class Visible:
    """A text that is seen, with the line of the source on which each stretch of it stands, and where its links lead."""

    text: str
    starts: tuple[int, ...]
    """Offsets at which a stretch begins, rising from 0."""
    lines: tuple[int, ...]
    """The line of each stretch, counted from 1."""
    addresses: "tuple[Visible, ...]" = ()
    """What links to a mailbox or a telephone hold, each by itself."""

    def line_at(self, offset: int) -> int:
        """Return the line, counted from 1, of the sign at this offset."""
        return self.lines[bisect_right(self.starts, offset) - 1] if self.starts else 1


@dataclass(frozen=True)
class Plain:
    """A text in plain signs, which knows where each of them came from."""

    text: str
    written: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span, in the text as written, of what stands from start to end of the plain one."""
        if self.text is self.written:
            return start, end
        return self._offsets[start], self._offsets[end - 1] + 1

    @cached_property
    def _offsets(self) -> list[int]:
        """For each plain sign the offset of the one it stands for; reckoned only where something was found."""
        return [offset for offset, sign in enumerate(self.written) for _ in _plain_sign(sign)]


def visible_text(html: str) -> Visible:
    """Return what a reader of this HTML sees, and the mailboxes and telephones its links lead to.

    Blocks and descriptions of pictures are set apart by an empty line. Lines are read from
    `data-sourcepos`, as comrak writes it; without that all of it stands on line 1.
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

    for number, piece in enumerate(pieces(html)):
        if number % 2 == 0:
            for after, part in enumerate(unescape(piece).split("\n") if piece else ()):
                line += bool(after)
                add(f"\n{part}" if after else part, line)
            continue
        if (tag := tag_in(piece)) is None:
            continue
        if placed := tag.raw("data-sourcepos"):
            line = int(placed.partition(":")[0])
        if _PERSON.match(href := tag.value("href")):
            addresses.append(Visible(unquote(_NUMBERED_PAGE.sub("tel:+", href)), (0,), (line,)))
        if tag.has("alt"):
            add(f"{_APART}{tag.value('alt')}{_APART}", line)
        elif tag.name not in INLINE:
            add(_APART, line)
    return Visible("".join(found), tuple(starts), tuple(lines), tuple(addresses))


def may_lead_to_person(html: str) -> bool:
    """Return whether any link of this HTML may lead to a mailbox, a telephone or a messenger's page."""
    return bool(_MAY_LEAD.search(html)) and any(_PERSON.match(tag.value("href")) for tag in tags(html, "a"))


def plain_text(text: str) -> Plain:
    """Return the text in plain signs: NFKC, digits of any script as 0 to 9, dashes and spaces of one sort.

    What nobody sees is left out: signs without a width, soft hyphens, and marks that stand over a digit.
    """
    plain = text if text.isascii() else _NOT_ASCII.sub(_plain_found, text)
    return Plain(plain, text)


def _plain_found(found: re.Match[str]) -> str:
    return _plain_sign(found[0])


@lru_cache(maxsize=1024)
def _plain_sign(sign: str) -> str:
    """Return the plain signs that stand for one; "" for one that is not seen."""
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
