"""Take an e-mail apart: its fullest version of the words, its pictures where they stand, and its attached files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage, MIMEPart
from urllib.parse import unquote

from storyguide.intake.growing import Element, grown
from storyguide.intake.hypertext import blocks_of
from storyguide.intake.letter_inline import is_encrypted, without_files, without_seal
from storyguide.intake.letter_text import UNREADABLE, header_of, is_flowed, text_of
from storyguide.intake.manuscript import Block, Cut, Paragraph, Picture, Shown, count_words, inlines_of
from storyguide.intake.plain import read_plain
from storyguide.intake.trimming import trim_page, trim_text
from storyguide.reading.photos.kinds import ENOUGH, kind_of

_STUB = re.compile(
    r"(?:view|read|open|show)\b.{0,40}\b(?:html|browser|online)|\b(?:in|is|as|requires?|supports?)\s+html\b",
    re.IGNORECASE,
)
_LONGEST_STUB = 40
"""Most words of a plain part that only says that there is an HTML part."""
_PLACE_HOLDER = re.compile(
    r"[ \t]*(?:\[(?:inline |embedded )?(?:image|cid|bild|photo|picture)\s*:\s*([^\]\n]{1,200})\]"
    r"|[\[<]([^\[\]<>\n/]{1,200}\.(?:jpe?g|png|gif|hei[cf]|webp|tiff?))[\]>]|(\ufffc))[ \t]*",
    re.IGNORECASE,
)
"""Placeholder for a picture in plain text, as Gmail, Outlook and Apple Mail write it."""
_ADDRESS = re.compile(r"\s*<[^>]*>")
_ENCRYPTED = "multipart/encrypted"
_LOCKED = {
    **dict.fromkeys(
        ("multipart/encrypted", "application/pgp-encrypted"), "is encrypted, so that only its receiver can read it"
    ),
    **dict.fromkeys(
        ("application/ms-tnef", "application/vnd.ms-tnef"), "packs all in a winmail.dat, which only Outlook opens"
    ),
    **dict.fromkeys(("application/pkcs7-mime", "application/x-pkcs7-mime"), "is encrypted or sealed (S/MIME)"),
}


OPEN_AND_COPY = "open it, copy its words into a new e-mail to yourself or a .docx, and take in that"
"""Advice on an e-mail that cannot be read, to follow a colon."""


@dataclass
class Content:
    """Everything that an e-mail says and carries, in its order."""

    blocks: list[Block] = field(default_factory=list)
    """Words and pictures, in order."""
    pictures: dict[str, Picture] = field(default_factory=dict)
    """Attached and inline pictures by key."""
    carried: list[tuple[str, bytes]] = field(default_factory=list)
    """Attached files that are no pictures, as (name, content)."""
    remarks: list[str] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    """Key of each picture by its file name in lower case, its Content-ID and its Content-Location."""
    locked: str = ""
    """Reason why the words, or some of them, cannot be read; "" when they can."""
    within: list[EmailMessage] = field(default_factory=list)
    """E-mails that are attached as files; they are not taken apart."""


def content_of(letter: EmailMessage) -> Content:
    """Return what an e-mail says and carries; e-mails attached to it are listed and not taken apart."""
    found = Content()
    _name_pictures(letter, found)
    _read(letter, found)
    return found


def _name_pictures(letter: MIMEPart, found: Content) -> None:
    """Record all names of each picture, before the words that show it are read."""
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


def _read(part: MIMEPart, found: Content, *, words_too: bool = True, is_related: bool = False) -> None:
    """Read a part of an e-mail and the parts in it, in order, into `found`.

    words_too: whether its text counts, as it does not in the rejected alternatives. is_related: whether it is inside a
    multipart/related, whose pictures are shown by the HTML.
    """
    kind = part.get_content_type()
    if kind in _LOCKED:
        found.locked = _LOCKED[kind]
        found.remarks.append(f"The e-mail {found.locked}: {OPEN_AND_COPY}.")
        if kind == _ENCRYPTED:
            return
    if kind == "multipart/alternative":
        chosen = _readable(part, found)
        for each in part.iter_parts():
            _read(each, found, words_too=words_too and each is chosen, is_related=is_related)
    elif part.is_multipart() and kind != "message/rfc822":
        for each in part.iter_parts():
            _read(each, found, words_too=words_too, is_related=is_related or kind == "multipart/related")
    elif (
        kind in ("text/plain", "text/html") and part.get_content_disposition() != "attachment" and not _file_name(part)
    ):
        if words_too:
            _read_words(part, found)
    else:
        _read_file(part, found, is_related=is_related)


def _readable(part: MIMEPart, found: Content) -> object:
    """Choose between alternatives of the same words: plain text if it has any, HTML where that says or shows more."""
    options = list(part.iter_parts())
    plain = next(
        (each for each in options if each.get_content_type() == "text/plain" and text_of(each).text.strip()), None
    )
    if plain is None:
        return options[-1] if options else None
    rich = next((each for each in reversed(options) if _page_in(each) is not None), None)
    page = _page_in(rich) if rich is not None else None
    if page is None:
        return plain
    tree = grown(text_of(page).text)
    trim_page(tree)
    blocks = blocks_of(tree)
    words = text_of(plain).text
    in_plain, in_page = len(trim_text(words)[0].split()), count_words(blocks)
    is_stub = in_plain <= _LONGEST_STUB and bool(_STUB.search(words)) and in_page > 0
    if is_stub or in_page > 2 * in_plain + 5:
        found.remarks.append("Its plain words say less than its web page does, so the web page was read.")
        found.cuts.append(Cut("what the plain part says", words.strip()))
        return rich
    shows = any(_key_of(each.picture, found) for each in _shown(list(blocks)))
    return rich if shows and in_page >= in_plain * 0.8 - 5 and in_page > in_plain / 2 else plain


def _page_in(part: MIMEPart) -> MIMEPart | None:
    return next((each for each in part.walk() if each.get_content_type() == "text/html"), None)


def _key_of(address: str, found: Content) -> str:
    """Return the key of the picture that an address or file name refers to; "" when none came with the e-mail."""
    return found.names.get(address.strip().lower()) or found.names.get(unquote(address).strip().lower(), "")


def _read_words(part: MIMEPart, found: Content) -> None:
    """Add the words of a text part to `found`, with the files and pictures that stand among them."""
    text, doubt = text_of(part)
    before = len(found.blocks)
    if doubt:
        found.remarks.append(f"The e-mail’s letters: {doubt}")
    if part.get_content_type() == "text/html":
        page = grown(text)
        _lead_to_pictures(page, found)
        found.cuts += trim_page(page)
        found.blocks += blocks_of(page)
    else:
        if is_encrypted(text):
            found.locked = _LOCKED[_ENCRYPTED]
            return
        words, files = without_files(without_seal(text))
        for name, data in files:
            _take_file(name, data, f"uuencoded-{name}", found)
        story_words, cuts = trim_text(words)
        found.cuts += cuts
        found.blocks += _plain_blocks(story_words, found, is_flowed=is_flowed(part))
    if any("//" in each.picture for each in _shown(found.blocks[before:])):
        found.remarks.append("Pictures that the e-mail only points to, on other websites, were not fetched.")


def _lead_to_pictures(page: Element, found: Content) -> None:
    for each in page.inside:
        if isinstance(each, Element):
            if each.tag == "img" and (key := _key_of(each.facts.get("src", ""), found)):
                each.facts["src"] = key
            _lead_to_pictures(each, found)


def _plain_blocks(text: str, found: Content, *, is_flowed: bool) -> Iterator[Block]:
    """Yield the blocks of plain text, with each picture where its placeholder stands."""
    at = 0
    for holder in _PLACE_HOLDER.finditer(text):
        name = _ADDRESS.sub("", next(filter(None, holder.groups()), "")).strip()
        key = _key_of(name, found) or _key_of(f"cid:{name}", found)
        if not key and holder[2]:
            continue  # a file name between brackets may well be the writer's
        yield from read_plain(text[at : holder.start()], is_flowed=is_flowed)
        if key:
            yield Paragraph((Shown(key),))
        elif holder[1]:
            found.remarks.append(f"A picture was shown here that did not come with it: “{name}”. Ask for it.")
        at = holder.end()
    yield from read_plain(text[at:], is_flowed=is_flowed)


def _shown(blocks: list[Block]) -> Iterator[Shown]:
    return (each for line in inlines_of(blocks) for each in line if isinstance(each, Shown))


def _file_name(part: MIMEPart) -> str:
    try:
        return " ".join((part.get_filename() or "").split())
    except UNREADABLE:
        return ""


def _read_file(part: MIMEPart, found: Content, *, is_related: bool) -> None:
    """Read an attached part into `found`: a photo, a document, an e-mail or another file."""
    kind = part.get_content_type()
    name = _file_name(part) or f"part {len(found.pictures) + len(found.carried) + 1}"
    if kind == "message/rfc822":
        found.within += [each for each in part.iter_parts() if isinstance(each, EmailMessage)]
        return
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    if (
        not data
        or kind in _LOCKED
        or kind in ("application/pgp-signature", "application/pkcs7-signature", "text/calendar")
    ):
        return
    cid = header_of(part, "Content-ID").strip(" <>")
    key = f"cid:{cid}" if cid else found.names.get(name.lower(), f"attached-{len(found.pictures) + 1}")
    key = _take_file(name, data, key, found, is_picture=kind.startswith("image/"))
    if (
        key
        and part.get_content_disposition() == "inline"
        and not is_related
        and not any(each.picture == key for each in _shown(found.blocks))
    ):
        found.blocks.append(Paragraph((Shown(key),)))


def _take_file(name: str, data: bytes, key: str, found: Content, *, is_picture: bool = False) -> str:
    """Add a file to the pictures and return its key there; other files go to `carried`, and "" is returned."""
    if not (is_picture or kind_of(data[:ENOUGH]).opener):
        found.carried.append((name, data))
        return ""
    key = f"{key}-{len(found.pictures) + 1}" if key in found.pictures else key
    found.pictures[key] = Picture(name, data)
    return key
