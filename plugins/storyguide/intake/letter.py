"""Reads an e-mail: its words, its photos, or the document it only carries."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from urllib.parse import unquote

from storyguide.intake.growing import Element, grown
from storyguide.intake.letter_text import header_of, is_flowed, text_of, unwrapped
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
_STUB = re.compile(
    r"(?:view|read|open|show)\b.{0,40}\b(?:html|browser|online)|\b(?:in|is|as|requires?|supports?)\s+html\b", re.IGNORECASE
)
_LONGEST_STUB = 40
"""Words in a plain part that only says that there is another."""
_PLACE_HOLDER = re.compile(
    r"[ \t]*(?:\[(?:inline |embedded )?(?:image|cid|bild|photo|picture)\s*:\s*([^\]\n]{1,200})\]"
    r"|[\[<]([^\[\]<>\n/]{1,200}\.(?:jpe?g|png|gif|hei[cf]|webp|tiff?))[\]>]|(\ufffc))[ \t]*",
    re.IGNORECASE,
)
"""Where a picture stands, as Gmail, Outlook and Apple Mail write it among plain words."""
_LOCKED = {
    **dict.fromkeys(("multipart/encrypted", "application/pgp-encrypted"), "is encrypted, so that only its receiver can read it"),
    **dict.fromkeys(("application/ms-tnef", "application/vnd.ms-tnef"), "packs all in a winmail.dat, which only Outlook opens"),
    **dict.fromkeys(("application/pkcs7-mime", "application/x-pkcs7-mime"), "is encrypted or sealed (S/MIME)"),
}
_DEEPEST_LETTER = 3
"""E-mails passed on within one another."""


@dataclass
class _Letter:
    blocks: list[Block] = field(default_factory=list)
    pictures: dict[str, Picture] = field(default_factory=dict)
    carried: list[tuple[str, bytes]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    """Key of each picture by its file's name in small letters, its Content-ID and its Content-Location."""
    within: list[EmailMessage] = field(default_factory=list)
    """E-mails that it passes on as files."""


def is_letter(data: bytes) -> bool:
    """Whether these bytes begin as an e-mail does."""
    head = _HEADER.match(unwrapped(data[:100_000]))
    return bool(head and _KNOWN_HEADER.search(head[0]))


def read_letter(data: bytes, name: str) -> Manuscript | Packet | Refused:
    """The story in an e-mail: in its own words, or in a document or packet that it carries, whichever says more."""
    try:
        return _read_message(message_from_bytes(unwrapped(data), policy=policy.default), name, 0)  # type: ignore[arg-type]
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError):
        return Refused(f"“{name}” cannot be read as an e-mail: it is damaged", "save the e-mail again, as .eml")


def _read_message(letter: EmailMessage, name: str, depth: int) -> Manuscript | Packet | Refused:
    found = _Letter()
    _name_pictures(letter, found)
    _read(letter, found)
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
            around = ()  if isinstance(chosen, Refused) else chosen.remarks
            chosen = replace(each, remarks=("The story is in an e-mail that was passed on in this one.", *around, *each.remarks))
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


def _name_pictures(letter: EmailMessage, found: _Letter) -> None:
    """Know each picture by all its names before the words are read that show it."""
    number = 0
    for part in letter.walk():
        cid = header_of(part, "Content-ID").strip(" <>")
        if not (part.get_content_maintype() == "image" or cid):
            continue
        number += 1
        key = f"cid:{cid}" if cid else f"attached-{number}"
        for name in (cid and f"cid:{cid}", cid, _file_name(part), header_of(part, "Content-Location")):
            if name:
                found.names.setdefault(name.lower(), key)


def _read(part: EmailMessage, found: _Letter, *, words_too: bool = True, is_related: bool = False) -> None:
    """One part of a letter, and those in it, in their order."""
    kind = part.get_content_type()
    if kind in _LOCKED:
        found.remarks.append(
            f"The e-mail {_LOCKED[kind]}: open it, copy its words into a new e-mail to yourself or a .docx, "
            "and take in that."
        )
    if kind == "multipart/alternative":
        chosen = _readable(part, found)
        for each in part.iter_parts():
            _read(each, found, words_too=words_too and each is chosen, is_related=is_related)  # type: ignore[arg-type]
    elif part.is_multipart() and kind != "message/rfc822":
        for each in part.iter_parts():
            _read(each, found, words_too=words_too, is_related=is_related or kind == "multipart/related")  # type: ignore[arg-type]
    elif kind in ("text/plain", "text/html") and part.get_content_disposition() != "attachment" and not _file_name(part):
        if words_too:
            _read_words(part, found)
    else:
        _read_file(part, found, is_related=is_related)


def _readable(part: EmailMessage, found: _Letter) -> object:
    """Of several writings of the same words, the plainest that has any, unless the web page says more or shows pictures."""
    options = list(part.iter_parts())
    plain = next((each for each in options if each.get_content_type() == "text/plain" and text_of(each).text.strip()), None)  # type: ignore[arg-type]
    if plain is None:
        return options[-1] if options else None
    rich = next((each for each in reversed(options) if _page_in(each) is not None), None)  # type: ignore[arg-type]
    page = _page_in(rich) if rich is not None else None  # type: ignore[arg-type]
    if page is None:
        return plain
    tree = grown(text_of(page).text)
    trim_page(tree)
    blocks = blocks_of(tree)
    words = text_of(plain).text  # type: ignore[arg-type]
    in_plain, in_page = len(trim_text(words)[0].split()), count_words(blocks)
    is_stub = in_plain <= _LONGEST_STUB and bool(_STUB.search(words)) and in_page > 0
    if is_stub or in_page > 2 * in_plain + 5:
        found.remarks.append("Its plain words say less than its web page does, so the web page was read.")
        found.cuts.append(Cut("what the plain part says", words.strip()))
        return rich
    shows = any(_key_of(each.picture, found) for each in _shown(list(blocks)))
    return rich if shows and in_page >= in_plain * 0.8 - 5 and in_page > in_plain / 2 else plain


def _page_in(part: EmailMessage) -> EmailMessage | None:
    return next((each for each in part.walk() if each.get_content_type() == "text/html"), None)  # type: ignore[misc]


def _key_of(address: str, found: _Letter) -> str:
    """The picture's key that an address or a file's name leads to; "" where none came with the letter."""
    return found.names.get(address.strip().lower()) or found.names.get(unquote(address).strip().lower(), "")


def _read_words(part: EmailMessage, found: _Letter) -> None:
    text, doubt = text_of(part)
    if doubt:
        found.remarks.append(f"The e-mail’s letters: {doubt}")
    if part.get_content_type() == "text/html":
        page = grown(text)
        _lead_to_pictures(page, found)
        found.cuts += trim_page(page)
        found.blocks += blocks_of(page)
    else:
        kept, cuts = trim_text(text)
        found.cuts += cuts
        found.blocks += _plain_blocks(kept, found, is_flowed=is_flowed(part))
    if any("//" in each.picture for each in _shown(found.blocks)):
        found.remarks.append("Pictures that the e-mail only points to, on other websites, were not fetched.")


def _lead_to_pictures(page: Element, found: _Letter) -> None:
    for each in page.inside:
        if isinstance(each, Element):
            if each.tag == "img" and (key := _key_of(each.facts.get("src", ""), found)):
                each.facts["src"] = key
            _lead_to_pictures(each, found)


def _plain_blocks(text: str, found: _Letter, *, is_flowed: bool) -> Iterator[Block]:
    """Plain words, with each picture where its place-holder stands."""
    at = 0
    for holder in _PLACE_HOLDER.finditer(text):
        name = next(filter(None, holder.groups()), "")
        key = _key_of(name, found) or _key_of(f"cid:{name}", found)
        if not key and holder[2]:
            continue  # a name between brackets may well be the writer's
        yield from read_plain(text[at : holder.start()], is_flowed=is_flowed)
        if key:
            yield Paragraph((Shown(key),))
        elif holder[1]:
            found.remarks.append(f"A picture was shown here that did not come with it: “{name}”. Ask for it.")
        at = holder.end()
    yield from read_plain(text[at:], is_flowed=is_flowed)


def _shown(blocks: list[Block]) -> Iterator[Shown]:
    return (each for line in inlines_of(blocks) for each in line if isinstance(each, Shown))


def _file_name(part: EmailMessage) -> str:
    try:
        return " ".join((part.get_filename() or "").split())
    except (ValueError, LookupError, AttributeError, TypeError):
        return ""


def _read_file(part: EmailMessage, found: _Letter, *, is_related: bool) -> None:
    """What a letter carries: a photo, a document, or something else."""
    kind = part.get_content_type()
    name = _file_name(part) or f"part {len(found.pictures) + len(found.carried) + 1}"
    if kind == "message/rfc822":
        found.within += [each for each in part.iter_parts() if isinstance(each, EmailMessage)]
        return
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    if not data or kind in _LOCKED or kind in ("application/pgp-signature", "application/pkcs7-signature", "text/calendar"):
        return
    if kind_of(data[:ENOUGH]).opener or kind.startswith("image/"):
        cid = header_of(part, "Content-ID").strip(" <>")
        key = f"cid:{cid}" if cid else found.names.get(name.lower(), f"attached-{len(found.pictures) + 1}")
        key = f"{key}-{len(found.pictures) + 1}" if key in found.pictures else key
        found.pictures[key] = Picture(name, data)
        is_shown = any(each.picture == key for each in _shown(found.blocks))
        if part.get_content_disposition() == "inline" and not is_related and not is_shown:
            found.blocks.append(Paragraph((Shown(key),)))
    else:
        found.carried.append((name, data))


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
