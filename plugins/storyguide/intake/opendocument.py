"""Read an OpenDocument text, as LibreOffice writes it: a zip (.odt) or one flat XML file (.fodt)."""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from storyguide.intake.ceilings import MOST_MARKS, too_many
from storyguide.intake.looks import Looks
from storyguide.intake.manuscript import Manuscript, Refused, inlines_of, words_of
from storyguide.intake.odf_body import Body
from storyguide.intake.odf_frames import DRAWINGS, Frames
from storyguide.intake.odf_numbering import Numbering
from storyguide.intake.remarks import BACKGROUND, UNREADABLE, Remarks, page_edges
from storyguide.intake.unpacking import Unpacked
from storyguide.intake.views import Album
from storyguide.intake.xml import child, name_of, read_xml

_KIND = b"application/vnd.oasis.opendocument.text"
_FLAT = re.compile(rb"<(?:\w+:)?document\s[^>]*opendocument\.text\b", re.DOTALL)
_BEGINNING = 20_000
_PAGE_EDGES = {"header", "footer"}


def is_opendocument(files: Unpacked) -> bool:
    """Return whether a zip is an OpenDocument text."""
    if "content.xml" not in files:
        return False
    said = files.get("mimetype") or files.get("META-INF/manifest.xml")
    return said is not None and _KIND in said.read()


def is_flat_opendocument(data: bytes) -> bool:
    """Return whether a file is an OpenDocument text in one piece of XML (.fodt)."""
    return bool(_FLAT.search(data[:_BEGINNING]))


def read_opendocument(files: Unpacked, name: str) -> Manuscript | Refused:
    """Return the manuscript in an OpenDocument zip; a refusal when it is locked, damaged or too large.

    name: the file's name, for the refusal.
    """
    listed = files.get("META-INF/manifest.xml")
    if listed and b"encryption-data" in listed.read():
        return Refused(f"“{name}” is locked with a password", "ask for it without one")
    written = files["content.xml"].read()
    if refused := _too_many_marks(written, name):
        return refused
    content = read_xml(written)
    if content is None:
        return _damaged(name)
    remarks = Remarks()
    styles = read_xml(files["styles.xml"].read()) if "styles.xml" in files else None
    if styles is None and "styles.xml" in files:
        remarks.add(UNREADABLE)
    return _read([content] if styles is None else [content, styles], files, remarks, name)


def read_flat_opendocument(data: bytes, name: str) -> Manuscript | Refused:
    """Return the manuscript in an OpenDocument text in one piece of XML; a refusal when it is damaged or too large."""
    if refused := _too_many_marks(data, name):
        return refused
    root = read_xml(data)
    return _damaged(name) if root is None else _read([root], {}, Remarks(), name)


def _too_many_marks(written: bytes, name: str) -> Refused | None:
    return too_many(written.count(b"<"), MOST_MARKS["document"], "marks of how its words look", name)


def _read(roots: Sequence[Element], files: Unpacked, remarks: Remarks, name: str) -> Manuscript | Refused:
    body = child(roots[0], "body", "text")
    if body is None:
        return _damaged(name)
    looks, album = Looks(roots), Album(remarks)
    reader = Body(looks, Numbering(roots, remarks), Frames(files, looks, album, remarks), remarks)
    try:
        blocks = reader.read(body)
        _tell_page_edges(roots[-1], looks, remarks)
    except RecursionError:
        return _damaged(name)
    return Manuscript(blocks=(*blocks, *reader.notes.values()), pictures=album.pictures, remarks=tuple(remarks))


def _damaged(name: str) -> Refused:
    return Refused(
        f"“{name}” cannot be read as an OpenDocument text: it is damaged",
        "open it in LibreOffice, save it as a new .odt, and take in that",
    )


def _tell_page_edges(styles: Element, looks: Looks, remarks: Remarks) -> None:
    """Add a remark with the words at the head or foot of every page: they are no part of the story."""
    words: dict[str, None] = {}
    for page in (each for each in styles.iter() if name_of(each) == "master-page"):
        for edge in (each for each in page if name_of(each).partition("-")[0] in _PAGE_EDGES):
            unheeded = Remarks()
            frames = Frames({}, looks, Album(unheeded), unheeded)
            read = Body(looks, Numbering((), unheeded), frames, unheeded).read(edge)
            said = " ".join(filter(None, map(words_of, inlines_of(read))))
            if any(sign.isalpha() for sign in said):
                words.setdefault(said)
            if any(name_of(each) in DRAWINGS for each in edge.iter()):
                remarks.add(BACKGROUND)
    if words:
        remarks.add(page_edges(" / ".join(words)))
