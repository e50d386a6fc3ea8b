"""Decode the text of an e-mail: where it starts, what its headers say, and its lines as their writer ended them."""

import re
from base64 import b64decode
from contextlib import suppress
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import MIMEPart

from storyguide.intake.charsets import Decoded, decoded
from storyguide.model.markup.others import declared_charset

UNREADABLE = (ValueError, LookupError, AttributeError, TypeError, ArithmeticError, MessageError)
"""What Python’s own reader of e-mails raises at heads that no program should have written."""
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_APPLE = re.compile(rb"\A\d{1,12}[ \t]*\n(?=[!-9;-~]+:)")
_BLANK = re.compile(rb"\A(?:[ \t]*\n)+")
_QUOTES = re.compile(r">*")
_UNPRINTABLE_FOLD = re.compile(r"\r?\n[ \t]*")


def unwrapped(data: bytes) -> bytes:
    """Return an e-mail from its first header on, its lines ended in one way, without what a program put before it."""
    if data.startswith(_WIDE):
        data = decoded(data).text.encode("utf-8")
    data = data.removeprefix(b"\xef\xbb\xbf")
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    data = _BLANK.sub(b"", data, count=1)
    apple = _APPLE.match(data)
    return data[apple.end() :] if apple else data


def text_of(part: MIMEPart) -> Decoded:
    """Return the words of a text part, and what to tell where its character set is in doubt."""
    data = _payload(part)
    charset = _charset_of(part)
    if not charset and part.get_content_type() == "text/html":
        charset = declared_charset(data)
    read = decoded(data, charset)
    text = read.text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if is_flowed(part):
        text = _unflowed(text, drops_space=_param(part, "delsp").lower() == "yes")
    return Decoded(text, read.doubt)


def _payload(part: MIMEPart) -> bytes:
    """The bytes of a part; words that stand among base64, or in place of it, are no base64 and are kept as they are."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    if header_of(part, "Content-Transfer-Encoding").lower() != "base64":
        return data
    written = part.get_payload()
    lines = written.splitlines() if isinstance(written, str) else []
    words = [line for line in lines if " " in line.strip()]
    if not words:
        return data
    if len(words) * 2 > len([line for line in lines if line.strip()]):
        return str(written).encode("utf-8", "surrogateescape")
    coded = "".join(line.strip() for line in lines if " " not in line.strip()).split("=", 1)[0]
    try:
        data = b64decode(coded + "==")
    except ValueError:
        return data
    return data + b"\n\n" + "\n".join(words).encode("utf-8", "surrogateescape")


def is_flowed(part: MIMEPart) -> bool:
    """Return whether a part says that lines ending in a space go on (RFC 3676)."""
    return part.get_content_type() == "text/plain" and _param(part, "format").lower() == "flowed"


def header_of(letter: MIMEPart, name: str) -> str:
    """Return the first header of this name on one line, "" when there is none, whatever its letters were written in."""
    for key, value in letter.raw_items():
        if key.lower() == name.lower():
            return _header(str(value))
    return ""


def _header(raw: str) -> str:
    line = _UNPRINTABLE_FOLD.sub(" ", raw)
    text = decoded(line.encode("utf-8", "surrogateescape")).text
    if "=?" in text:
        # What is no encoded word is shown as it stands.
        with suppress(HeaderParseError, ValueError):
            # Pieces in one character set are put together before they are decoded: a letter may be cut between two.
            text = "".join(
                each
                if isinstance(each, str)
                else decoded(each, charset).text
                if charset
                else each.decode("raw-unicode-escape", "replace")
                for each, charset in decode_header(text)
            )
    return " ".join(text.split())


def _charset_of(part: MIMEPart) -> str:
    return _param(part, "charset").strip(" \t\"'")


def _param(part: MIMEPart, name: str) -> str:
    try:
        value = part.get_param(name, "")
    except UNREADABLE:
        return ""
    return str(value[2] if isinstance(value, tuple) else value or "")


def _unflowed(text: str, *, drops_space: bool) -> str:
    """Lines joined that a program had broken: one that ends in a space goes on in the next of the same quoting."""
    lines: list[str] = []
    goes_on, depth_before = False, 0
    for line in text.split("\n"):
        quotes = _QUOTES.match(line)
        depth = len(quotes[0]) if quotes else 0
        rest = line[depth:].removeprefix(" ")
        if goes_on and depth == depth_before and rest != "-- ":
            lines[-1] += rest
        else:
            lines.append(f"{'>' * depth} {rest}" if depth else rest)
        goes_on, depth_before = rest.endswith(" ") and rest != "-- ", depth
        if goes_on and drops_space:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)
