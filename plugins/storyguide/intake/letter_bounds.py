"""Repair the parts of an e-mail whose boundaries are not those that its headers declare."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage

_BOUND = re.compile(r"^--([^\s\"\\]{1,70})[ \t]*\n(?=Content-[\w-]+:)", re.MULTILINE | re.IGNORECASE)
_PAGE = re.compile(r"\s*<(?:!doctype\s+html|html|head|body|div|p)\b", re.IGNORECASE)
_LOCKED = "multipart/encrypted"


def rebound(letter: EmailMessage) -> None:
    """Split again, in place, each multipart part in which the declared boundary found no parts.

    It gets the parts found by a boundary in its text, or else becomes one part of text; otherwise all its words would
    be lost.
    """
    for part in letter.walk():
        written = part.get_payload()
        if part.get_content_maintype() != "multipart" or not isinstance(written, str):
            continue
        if part.get_content_type() == _LOCKED:
            continue
        if found := _BOUND.search(written):
            head = f'Content-Type: multipart/mixed; boundary="{found[1]}"\n\n'
            again = message_from_bytes((head + written).encode("utf-8", "surrogateescape"), policy=policy.default)
            if again.is_multipart():
                part.set_payload(again.get_payload())
                continue
        del part["Content-Type"]
        part["Content-Type"] = "text/html" if _PAGE.match(written) else "text/plain"
