"""Find the parts of an e-mail again where they are bounded otherwise than its headers say."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage

from storyguide.model.markup.others import begins_page

_BOUND = re.compile(r"^--([^\s\"\\]{1,70})[ \t]*\n(?=Content-[\w-]+:)", re.MULTILINE | re.IGNORECASE)
_LOCKED = "multipart/encrypted"


def rebound(letter: EmailMessage) -> None:
    """Give each part that holds others by its header, and none by its boundary, the parts or the words that are in it.

    Changes the letter: else all its words would be lost.
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
        part["Content-Type"] = "text/html" if begins_page(written) else "text/plain"
