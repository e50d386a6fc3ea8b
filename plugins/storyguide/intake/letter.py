"""Reads an e-mail: its words, its photos, or the document it only carries."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email import message_from_bytes, policy
from email.message import EmailMessage

from storyguide.intake.growing import grown
from storyguide.intake.hypertext import blocks_of
from storyguide.intake.manuscript import (
    Block,
    Cut,
    Manuscript,
    Packet,
    Paragraph,
    Picture,
    Refused,
    Shown,
    count_words,
    inlines_of,
    words_of,
)
from storyguide.intake.packet import read_zip
from storyguide.intake.plain import read_plain
from storyguide.intake.trimming import trim_page, trim_text
from storyguide.reading.photos.kinds import ENOUGH, kind_of

_HEADER = re.compile(rb"(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
_KNOWN_HEADER = re.compile(rb"^(?:From|Subject|Date|Received|MIME-Version|Content-Type):", re.MULTILINE | re.IGNORECASE)
_ANSWERS = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg|tr|rv|odp)\s*:)+\s*", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"\(?no subject\)?|(?:(?:my|our|a|the)\s+)?(?:story|photos?|pictures?)|hello|hi|img[\w-]*|", re.IGNORECASE
)


@dataclass
class _Letter:
    blocks: list[Block] = field(default_factory=list)
    pictures: dict[str, Picture] = field(default_factory=dict)
    carried: list[tuple[str, bytes]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)


def is_letter(data: bytes) -> bool:
    """Whether these bytes begin as an e-mail does."""
    head = _HEADER.match(data[:100_000].replace(b"\r\n", b"\n"))
    return bool(head and _KNOWN_HEADER.search(head[0]))


def read_letter(data: bytes, name: str) -> Manuscript | Packet | Refused:
    """The story in an e-mail: in its own words, or in a document or packet that it carries, whichever says more."""
    found = _Letter()
    try:
        letter = message_from_bytes(data, policy=policy.default)
        _read(letter, found)
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError):
        return Refused(f"“{name}” cannot be read as an e-mail: it is damaged", "save the e-mail again, as .eml")
    found.remarks.insert(0, _sender(letter))
    own = Manuscript(
        blocks=tuple(found.blocks),
        pictures=found.pictures,
        title=_subject(letter),
        remarks=tuple(found.remarks),
        cuts=tuple(found.cuts),
    )
    return _chosen(own, found.carried, name)


def _chosen(own: Manuscript, carried: list[tuple[str, bytes]], name: str) -> Manuscript | Packet | Refused:
    chosen = own
    refused: list[Refused] = []
    for file, data in carried:
        read = read_zip(data, file) if data.startswith(b"PK\x03\x04") else _unread(file, data)
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
            refused.append(Refused(f"“{file}” came with it too, and says less", "take it in by itself if it is wanted"))
    if not count_words(chosen.blocks) and not chosen.pictures:
        return (
            refused[0] if refused else Refused(f"“{name}” has neither words nor photos", "ask for it to be sent again")
        )
    told = tuple(f"{each.why}: {each.instead}." for each in refused)
    return replace(chosen, remarks=(*chosen.remarks, *told))


def _unread(file: str, data: bytes) -> Refused:
    return Refused(
        f"“{file}” came with it and was not read, being {kind_of(data[:ENOUGH]).words}", "look at it yourself"
    )


def _text_of(blocks: tuple[Block, ...]) -> str:
    return "\n".join(filter(None, map(words_of, inlines_of(blocks))))


def _read(part: EmailMessage, found: _Letter, *, words_too: bool = True) -> None:
    """One part of a letter, and those in it, in their order."""
    kind = part.get_content_type()
    if kind == "multipart/alternative":
        chosen = _readable(part)
        for each in part.iter_parts():
            _read(each, found, words_too=words_too and each is chosen)  # type: ignore[arg-type]
    elif part.is_multipart() and kind != "message/rfc822":
        for each in part.iter_parts():
            _read(each, found, words_too=words_too)  # type: ignore[arg-type]
    elif kind in ("text/plain", "text/html") and not part.get_filename():
        if words_too:
            _read_words(_text(part), kind == "text/html", found)
    else:
        _read_file(part, found)


def _readable(part: EmailMessage) -> object:
    """Of several writings of the same words, the plainest that has any."""
    parts = list(part.iter_parts())
    plain = [each for each in parts if each.get_content_type() == "text/plain" and _text(each).strip()]  # type: ignore[arg-type]
    return plain[0] if plain else parts[-1] if parts else None


def _read_words(text: str, is_page: bool, found: _Letter) -> None:
    if is_page:
        page = grown(text)
        found.cuts += trim_page(page)
        found.blocks += blocks_of(page)
    else:
        kept, cuts = trim_text(text)
        found.cuts += cuts
        found.blocks += read_plain(kept)
    if any("//" in each.picture for each in _shown(found.blocks)):
        remark = "Pictures that the e-mail only points to, on other websites, were not fetched."
        found.remarks += [remark] * (remark not in found.remarks)


def _shown(blocks: list[Block]) -> Iterator[Shown]:
    return (each for line in inlines_of(blocks) for each in line if isinstance(each, Shown))


def _read_file(part: EmailMessage, found: _Letter) -> None:
    """What a letter carries: a photo, a document, or something else."""
    kind = part.get_content_type()
    name = " ".join((part.get_filename() or "").split()) or f"part {len(found.pictures) + len(found.carried) + 1}"
    if kind == "message/rfc822":
        found.remarks.append(
            "Another e-mail came with it and was not read: save that one as .eml, and take it in by itself."
        )
        return
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    if not data or kind in ("application/pgp-signature", "application/pkcs7-signature", "text/calendar"):
        return
    if kind_of(data[:ENOUGH]).opener or kind.startswith("image/"):
        key = (
            f"cid:{str(part['Content-ID'] or '').strip(' <>')}"
            if part["Content-ID"]
            else f"attached-{len(found.pictures) + 1}"
        )
        found.pictures[key] = Picture(name, data)
        if part.get_content_disposition() == "inline" and not part["Content-ID"]:
            found.blocks.append(Paragraph((Shown(key),)))
    else:
        found.carried.append((name, data))


def _text(part: EmailMessage) -> str:
    try:
        return str(part.get_content())
    except (LookupError, ValueError, AttributeError):
        payload = part.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""


def _subject(letter: EmailMessage) -> str:
    try:
        subject = " ".join(_ANSWERS.sub("", str(letter["Subject"] or "")).split())
    except (ValueError, LookupError, IndexError, AttributeError):
        return ""
    return "" if _SAYS_NOTHING.fullmatch(subject) else subject


def _sender(letter: EmailMessage) -> str:
    """Whom to ask, for whoever takes it in; the draft itself does not name them."""
    name, day = "", ""
    try:
        senders = getattr(letter["From"], "addresses", ())
        name = " ".join(str(senders[0].display_name).split()) if senders else ""
        sent = getattr(letter["Date"], "datetime", None)
        day = f" on {sent.day} {sent:%B %Y}" if sent else ""
    except (ValueError, LookupError, AttributeError, TypeError):
        pass  # heads that cannot be read name nobody
    return (
        f"It was sent by {f'“{name}”' if name else 'somebody who gives no name'}{day}. "
        "Ask whose story it is and how they wish to be named: the draft names nobody."
    )
