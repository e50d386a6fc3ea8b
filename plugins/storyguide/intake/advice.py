"""Explain why a file cannot be taken in, from its content, and say how to convert it into one that can."""

import re
from collections.abc import Iterable

from storyguide.intake.charsets import decoded
from storyguide.intake.manuscript import Refused
from storyguide.reading.photos.kinds import ENOUGH, kind_of

_SAVE_DOCX = "open it, save it as .docx, and take in that"
_SAVE_EMAIL = "open it in Outlook, save it as .eml (or copy its words into a .docx), and take in that"
_COPY = "open it, copy its words into a new document, save that as .docx, and take it in"
_AGAIN = "ask for it to be sent again"
_UNPACK = "unpack it, and give the folder that comes of it"
_WRITE_BESIDE = "put the words beside it in a .docx, an .odt or a text file, and give the folder"

_STARTS = (
    (b'x\x9f>"', "is a winmail.dat, which only Outlook opens", "ask for the e-mail again, sent as plain text or HTML"),
    (b"Rar!\x1a\x07", "is a RAR archive", _UNPACK),
    (b"7z\xbc\xaf'\x1c", "is a 7-Zip archive", _UNPACK),
    (b"\x1f\x8b", "is a packed file (.gz or .tar.gz)", _UNPACK),
    (b"BZh", "is a packed file (.bz2)", _UNPACK),
    (b"\xfd7zXZ\0", "is a packed file (.xz)", _UNPACK),
    (b"%PDF", "is a PDF, whose words and photos do not come out of it in their order", _COPY),
    (b"\xffWPC", "is a WordPerfect document", _SAVE_DOCX),
    (b"bplist00", "is a web archive of Safari’s", "open it in Safari, and save it as a page’s source (.html)"),
    (b"L\0\0\0\x01\x14\x02\0", "is only a shortcut to a file on somebody’s computer", "ask for the file itself"),
    (b"[InternetShortcut]", "is only a link to a website", "open it, and copy the words into a .docx"),
    (b"-----BEGIN PGP MESSAGE", "is encrypted, so that only its receiver can read it", _COPY),
    (b"BEGIN:VCARD", "is somebody’s card of addresses, and no story", "ask for the story"),
    (b"BEGIN:VCALENDAR", "is a calendar’s entry, and no story", "ask for the story"),
    (b"ITOLITLS", "is a book of help pages", _COPY),
)
_OF_COMPOUND = (
    ("EncryptedPackage", "is locked with a password", "open it, take off its password, and take in that"),
    ("__substg1.0_", "is an e-mail as Outlook keeps it (.msg)", _SAVE_EMAIL),
    ("WordDocument", "is an old Word document (.doc)", _SAVE_DOCX),
    ("Workbook", "is an Excel sheet", _COPY),
    ("Book", "is an Excel sheet", _COPY),
    ("PowerPoint Document", "is a PowerPoint presentation", _COPY),
    ("MatOST", "is a Microsoft Works document", _SAVE_DOCX),
    ("Quill", "is a Publisher document", _COPY),
)
_OF_ZIP = (
    ("Index/Document.iwa", "is a Pages document", "open it in Pages, export it to Word (.docx), and take in that"),
    ("Index.zip", "is a Pages document", "open it in Pages, export it to Word (.docx), and take in that"),
    ("index.apxl", "is a Keynote presentation", _COPY),
    ("xl/workbook.", "is an Excel sheet", _COPY),
    ("ppt/presentation.", "is a PowerPoint presentation", _COPY),
    ("application/epub+zip", "is an e-book (EPUB)", _COPY),
    ("META-INF/container.xml", "is an e-book (EPUB)", _COPY),
    ("application/vnd.oasis.opendocument.spreadsheet", "is a spreadsheet", _COPY),
    ("application/vnd.oasis.opendocument.presentation", "is a presentation", _COPY),
    ("application/vnd.oasis.opendocument.graphics", "is a drawing", _COPY),
    ("word/document.", "is a Word document that is damaged", "open it in Word, and save it again as .docx"),
)
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK"
_SEALED = re.compile(rb"\x30[\x80-\x84].{0,5}\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07", re.DOTALL)
_LINK = re.compile(rb'"url"\s*:\s*"https://(?:docs|drive)\.google')
_EXPECTED = "a .docx, .odt, .rtf, .txt or .html, an e-mail saved as .eml, or a .zip or a folder with one of these"


def unreadable(data: bytes, name: str) -> Refused:
    """Return why a file that no reader knows was not taken in, and what to do instead."""
    if not data.strip(b" \t\r\n\0"):
        return Refused(f"“{name}” is empty", _AGAIN)
    why, instead = _about(data)
    return Refused(f"“{name}” {why}", instead)


def unreadable_zip(names: Iterable[str], mimetype: bytes, name: str) -> Refused | None:
    """Return why a zip that is another program's document is refused, judged by its files; None for other zips.

    names: the files in the zip. mimetype: content of its file called mimetype, b"" where there is none.
    """
    marks = (*names, mimetype.decode("ascii", "replace").strip())
    for mark, why, instead in _OF_ZIP:
        if any(each.startswith(mark) for each in marks):
            return Refused(f"“{name}” {why}", instead)
    return None


def is_link(data: bytes) -> bool:
    """Return whether a file only links to a document on Google Drive (.gdoc)."""
    return bool(_LINK.search(data[:ENOUGH]))


def is_no_story(data: bytes) -> bool:
    """Return whether a file is of a kind that holds no story, though it may be written as plain text."""
    return is_link(data) or any(data.startswith(start) for start, _, _ in _STARTS)


def _about(data: bytes) -> tuple[str, str]:
    """Return what a file is, as a clause, and what to do instead, judged by its content."""
    for start, why, instead in _STARTS:
        if data.startswith(start):
            return why, instead
    if data[257:262] == b"ustar":
        return "is a packed folder (.tar)", _UNPACK
    if data.startswith(_COMPOUND):
        found = next(((why, do) for mark, why, do in _OF_COMPOUND if mark.encode("utf-16-le") in data), None)
        return found or ("is a document of an old kind", _SAVE_DOCX)
    if data.startswith(_ZIP):
        return "is a zip folder", "unpack it, and take in what is in it"
    if _SEALED.match(data):
        return "is an e-mail that is sealed or encrypted (S/MIME)", _COPY
    if is_link(data):
        return "is only a link to a document on Google Drive", "open it there, download it as .docx, and take in that"
    kind = kind_of(data[:ENOUGH])
    if kind.opener:
        return f"is {kind.words}, a photo without a story", _WRITE_BESIDE
    if "text" in kind.words and "\ufffd" not in decoded(data[:ENOUGH]).text:
        return "is a text file with more in it than words", f"give {_EXPECTED}"
    if kind.words == "a Word, Excel or PowerPoint document":
        return "is an old Word, Excel or PowerPoint document, and damaged", _AGAIN
    return f"is {kind.words}, which is not a story the guide can take in", f"give {_EXPECTED}"
