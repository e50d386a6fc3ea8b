"""Read an e-mail: the story in its words, its photos, or the document that it carries."""

import re
from collections.abc import Sequence
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from math import inf

from storyguide.intake.ceilings import MOST_PARTS, too_many, too_many_blocks
from storyguide.intake.documents import with_pictures
from storyguide.intake.letter_bounds import rebound
from storyguide.intake.letter_content import OPEN_AND_COPY, content_of
from storyguide.intake.letter_text import UNREADABLE, header_of, unwrapped
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
"""Deepest nesting of e-mails forwarded as attachments."""
_TOO_DEEP = Refused("it was passed on too often", "save the innermost e-mail by itself, as .eml, and take in that")
_PASSED_ON = "The story is in an e-mail that was passed on in this one."
_Read = Manuscript | Packet | Refused


def is_letter(data: bytes) -> bool:
    """Return whether bytes begin as an e-mail does: with header lines, of which at least one is well known."""
    head = _HEADER.match(unwrapped(data[:100_000]))
    return bool(head and _KNOWN_HEADER.search(head[0]))


def read_letter(data: bytes, name: str) -> Manuscript | Packet | Refused:
    """Return the story in an e-mail: its own words, or a document or packet attached to it, whichever says more."""
    if refused := _too_many_parts(data.count(b"\n--"), 20 * MOST_PARTS, name):
        return refused
    try:
        return _read_message(message_from_bytes(unwrapped(data), policy=policy.default), name, 0)
    except (RecursionError, *UNREADABLE):
        return Refused(f"“{name}” cannot be read as an e-mail: it is damaged", "save the e-mail again, as .eml")


def _read_message(letter: EmailMessage, name: str, depth: int) -> _Read:
    """Return the story in a parsed e-mail and in those attached to it; `depth` counts e-mails within e-mails."""
    rebound(letter)
    if refused := _too_many_parts(sum(1 for _ in letter.walk()), MOST_PARTS, name):
        return refused
    found = content_of(letter)
    if refused := too_many_blocks(found.blocks, name):
        return refused
    own = Manuscript(
        blocks=tuple(found.blocks),
        pictures=found.pictures,
        title=_subject(letter),
        remarks=tuple(dict.fromkeys((_sender(letter), *found.remarks))),
        cuts=tuple(found.cuts),
    )
    nothing = Refused(f"“{name}” has neither words nor photos", "ask for it to be sent again")
    if found.locked:
        nothing = Refused(f"“{name}” {found.locked}", OPEN_AND_COPY)
    read = _with_files(own, found.carried, nothing, is_locked=bool(found.locked))
    for at, each in enumerate(found.within, 1):
        within = _read_message(each, f"e-mail {at} in {name}", depth + 1) if depth < _DEEPEST_LETTER else _TOO_DEEP
        read = _with_passed_on(read, within)
    return read


def _too_many_parts(parts: int, most: int, name: str) -> Refused | None:
    return too_many(parts, most, "parts", name)


def _with_files(own: Manuscript, carried: Sequence[tuple[str, bytes]], nothing: Refused, *, is_locked: bool) -> _Read:
    """Return the e-mail, or the attached file that has more words, with remarks on those that are not taken in."""
    chosen: Manuscript | Packet = own
    source = ""
    refused: list[Refused] = []
    for file, data in carried:
        read = read_carried(data, file)
        if isinstance(read, Refused):
            refused.append(read)
        elif _size(read) > _size(chosen):
            refused += [_lesser(source)] if source else []
            chosen, source = read, file
        else:
            refused.append(_lesser(file))
    if not _size(chosen) and not chosen.pictures:
        return refused[0] if refused and not is_locked else nothing
    if source:
        chosen = _in_place_of(own, chosen, f"The story is in “{source}”, which came with the e-mail.")
    remarks = (
        f"A file that came with it was not taken in: {each.why}. What to do: {each.instead}." for each in refused
    )
    return replace(chosen, remarks=(*chosen.remarks, *remarks))


def _lesser(file: str) -> Refused:
    return Refused(f"“{file}” says less than the rest", "take it in by itself if it is wanted")


def _with_passed_on(own: _Read, within: _Read) -> _Read:
    """Return the e-mail, or one forwarded in it as an attachment if that has more words.

    The other becomes a cut, or a remark where it was refused.
    """
    if isinstance(within, Refused):
        if isinstance(own, Refused):
            return own
        remark = f"An e-mail that was passed on in it was not taken in: {within.why}. What to do: {within.instead}."
        return replace(own, remarks=(*own.remarks, remark))
    if isinstance(own, Refused):
        remark = f"The e-mail around it was not taken in: {own.why}."
        return replace(within, remarks=(_PASSED_ON, remark, *within.remarks))
    if _size(within) > _size(own):
        return _in_place_of(own, within, _PASSED_ON)
    return replace(own, cuts=(*own.cuts, *within.cuts, Cut("another e-mail that came with it", _words_of(within))))


def _in_place_of(around: Manuscript | Packet, chosen: Manuscript | Packet, remark: str) -> Manuscript | Packet:
    """Return the chosen story with the photos of the e-mail around it, whose words become a cut."""
    pictures = {f"around-{key}" if key in chosen.pictures else key: each for key, each in around.pictures.items()}
    read: Manuscript | Packet
    if isinstance(chosen, Manuscript):
        title = around.title if isinstance(around, Manuscript) else ""
        read = replace(with_pictures(chosen, pictures), title=chosen.title if chosen.title else title)
    else:
        read = replace(chosen, pictures={**chosen.pictures, **pictures})
    return replace(
        read,
        remarks=(*around.remarks, remark, *read.remarks),
        cuts=(*around.cuts, Cut("the e-mail it came with", _words_of(around)), *read.cuts),
    )


def _size(read: Manuscript | Packet) -> float:
    """Return the number of words; infinite for a story file, which is what was meant, however short."""
    return inf if isinstance(read, Packet) else count_words(read.blocks)


def _words_of(read: Manuscript | Packet) -> str:
    return read.story.decode("utf-8", "replace") if isinstance(read, Packet) else _text_of(read.blocks)


def _text_of(blocks: tuple[Block, ...]) -> str:
    return "\n".join(filter(None, map(words_of, inlines_of(blocks))))


def _subject(letter: EmailMessage) -> str:
    subject = " ".join(_ANSWERS.sub("", header_of(letter, "Subject")).split())
    return "" if _SAYS_NOTHING.fullmatch(subject) else subject


def _sender(letter: EmailMessage) -> str:
    """Return a remark for the editor that names the sender and the day; the draft itself names nobody."""
    name, day = "", ""
    try:
        name = parseaddr(header_of(letter, "From"))[0]
        sent = getattr(letter["Date"], "datetime", None)
        day = f" on {sent.day} {sent:%B %Y}" if sent else ""
    except UNREADABLE:
        pass  # headers that cannot be read name nobody
    return (
        f"It was sent by {f'“{name}”' if name else 'somebody who gives no name'}{day}. "
        "Ask whose story it is and how they wish to be named: the draft names nobody."
    )
