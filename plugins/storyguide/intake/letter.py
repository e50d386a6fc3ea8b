"""Reads an e-mail: its words, its photos, or the document it only carries."""

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr

from storyguide.intake.letter_content import content_of
from storyguide.intake.letter_text import header_of, unwrapped
from storyguide.intake.manuscript import (
    Block,
    Cut,
    Manuscript,
    Packet,
    Refused,
    count_words,
    inlines_of,
    words_of,
)
from storyguide.intake.packet import read_carried

_HEADER = re.compile(rb"(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
_KNOWN_HEADER = re.compile(rb"^(?:From|Subject|Date|Received|MIME-Version|Content-Type):", re.MULTILINE | re.IGNORECASE)
_ANSWERS = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg|tr|rv|odp)\s*:)+\s*", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"\(?no subject\)?|(?:(?:my|our|a|the)\s+)?(?:story|photos?|pictures?)|hello|hi|img[\w-]*|", re.IGNORECASE
)
_DEEPEST_LETTER = 3
"""E-mails passed on within one another."""


def is_letter(data: bytes) -> bool:
    """Whether these bytes begin as an e-mail does."""
    head = _HEADER.match(unwrapped(data[:100_000]))
    return bool(head and _KNOWN_HEADER.search(head[0]))


def read_letter(data: bytes, name: str) -> Manuscript | Packet | Refused:
    """The story in an e-mail: in its own words, or in a document or packet that it carries, whichever says more."""
    try:
        return _read_message(message_from_bytes(unwrapped(data), policy=policy.default), name, 0)
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError):
        return Refused(f"“{name}” cannot be read as an e-mail: it is damaged", "save the e-mail again, as .eml")


def _read_message(letter: EmailMessage, name: str, depth: int) -> Manuscript | Packet | Refused:
    found = content_of(letter)
    found.remarks.insert(0, _sender(letter))
    own = Manuscript(
        blocks=tuple(found.blocks),
        pictures=found.pictures,
        title=_subject(letter),
        remarks=tuple(dict.fromkeys(found.remarks)),
        cuts=tuple(found.cuts),
    )
    passed_on = [] if depth >= _DEEPEST_LETTER else [_read_message(each, name, depth + 1) for each in found.within]
    return _with_passed_on(_chosen(own, found.carried, name), passed_on)


def _with_passed_on(
    own: Manuscript | Packet | Refused, passed_on: list[Manuscript | Packet | Refused]
) -> Manuscript | Packet | Refused:
    """The letter, or the one passed on in it as a file where that says more; what is not taken is told."""
    chosen = own
    for each in passed_on:
        if isinstance(each, Refused) or isinstance(chosen, Packet):
            continue
        if isinstance(chosen, Refused) or isinstance(each, Packet):
            around = () if isinstance(chosen, Refused) else chosen.remarks
            chosen = replace(
                each, remarks=("The story is in an e-mail that was passed on in this one.", *around, *each.remarks)
            )
        elif count_words(each.blocks) > count_words(chosen.blocks):
            chosen = replace(
                each,
                pictures={**each.pictures, **{f"around-{key}": picture for key, picture in chosen.pictures.items()}},
                remarks=("The story is in an e-mail that was passed on in this one.", *chosen.remarks, *each.remarks),
                cuts=(*chosen.cuts, Cut("the e-mail it came with", _text_of(chosen.blocks)), *each.cuts),
            )
        else:
            chosen = replace(
                chosen, cuts=(*chosen.cuts, Cut("another e-mail that came with it", _text_of(each.blocks)))
            )
    return chosen


def _chosen(own: Manuscript, carried: list[tuple[str, bytes]], name: str) -> Manuscript | Packet | Refused:
    chosen = own
    refused: list[Refused] = []
    for file, data in carried:
        read = read_carried(data, file)
        if isinstance(read, Refused):
            refused.append(read)
            continue
        if isinstance(read, Packet):
            return replace(
                read, remarks=(*own.remarks, f"The story is in “{file}”, which came with the e-mail.", *read.remarks)
            )
        if count_words(read.blocks) > count_words(chosen.blocks):
            chosen = replace(
                read,
                title=own.title,
                pictures={**read.pictures, **own.pictures},
                remarks=(*own.remarks, f"The story is in “{file}”, which came with the e-mail.", *read.remarks),
                cuts=(*own.cuts, Cut("the e-mail it came with", _text_of(own.blocks))),
            )
        else:
            refused.append(Refused(f"“{file}” says less than the rest", "take it in by itself if it is wanted"))
    if not count_words(chosen.blocks) and not chosen.pictures:
        return (
            refused[0] if refused else Refused(f"“{name}” has neither words nor photos", "ask for it to be sent again")
        )
    told = tuple(
        f"A file that came with it was not taken in: {each.why}. What to do: {each.instead}." for each in refused
    )
    return replace(chosen, remarks=(*chosen.remarks, *told))


def _text_of(blocks: tuple[Block, ...]) -> str:
    return "\n".join(filter(None, map(words_of, inlines_of(blocks))))


def _subject(letter: EmailMessage) -> str:
    subject = " ".join(_ANSWERS.sub("", header_of(letter, "Subject")).split())
    return "" if _SAYS_NOTHING.fullmatch(subject) else subject


def _sender(letter: EmailMessage) -> str:
    """Whom to ask, for whoever takes it in; the draft itself does not name them."""
    name, day = "", ""
    try:
        name = parseaddr(header_of(letter, "From"))[0]
        sent = getattr(letter["Date"], "datetime", None)
        day = f" on {sent.day} {sent:%B %Y}" if sent else ""
    except (ValueError, LookupError, AttributeError, TypeError):
        pass  # heads that cannot be read name nobody
    return (
        f"It was sent by {f'“{name}”' if name else 'somebody who gives no name'}{day}. "
        "Ask whose story it is and how they wish to be named: the draft names nobody."
    )
