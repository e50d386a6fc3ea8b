"""Read a Word document: its words with formatting, lists, notes and pictures, and nothing that was hidden in it."""

from xml.etree.ElementTree import Element

from storyguide.intake.ceilings import MOST_MARKS, too_many
from storyguide.intake.manuscript import Manuscript, Refused, inlines_of, words_of
from storyguide.intake.remarks import BACKGROUND, UNREADABLE, Remarks, page_edges
from storyguide.intake.unpacking import Unpacked
from storyguide.intake.views import Album
from storyguide.intake.word_body import Body
from storyguide.intake.word_numbering import Numbering
from storyguide.intake.word_package import Package
from storyguide.intake.word_styles import Styles
from storyguide.intake.xml import child, name_of


def is_word(files: Unpacked) -> bool:
    """Return whether a zip is a Word document."""
    return Package(files).is_word


def read_word(files: Unpacked, name: str) -> Manuscript | Refused:
    """Return the manuscript in a Word document; a refusal when it is damaged or too large.

    name: the file's name, for the refusal.
    """
    package, remarks = Package(files), Remarks()
    if refused := too_many(package.marks, MOST_MARKS["document"], "marks of how its words look", name):
        return refused
    root = package.xml(package.main)
    body = child(root, "body")
    if body is None:
        return _damaged(name)
    album = Album(remarks)
    styles = Styles(_part(package, "styles", remarks))
    numbering = Numbering(_part(package, "numbering", remarks), styles, remarks)
    reader = Body(package, styles, numbering, album, remarks, package.main)
    try:
        blocks = reader.read(body)
        _tell_page_edges(package, styles, remarks)
    except RecursionError:
        return _damaged(name)
    if child(root, "background") is not None and len(child(root, "background") or ()):
        remarks.add(BACKGROUND)
    notes = tuple(reader.notes.values())
    return Manuscript(blocks=(*blocks, *notes), pictures=album.pictures, remarks=tuple(remarks))


def _damaged(name: str) -> Refused:
    return Refused(
        f"“{name}” cannot be read as a Word document: it is damaged",
        "open it in Word or LibreOffice, save it as a new .docx, and take in that",
    )


def _part(package: Package, kind: str, remarks: Remarks) -> Element | None:
    """Return the root of a part beside the words, such as the styles; None if missing or, with a remark, unreadable."""
    part = package.part_of_kind(kind)
    root = package.xml(part)
    if part and root is None:
        remarks.add(UNREADABLE)
    return root


def _tell_page_edges(package: Package, styles: Styles, remarks: Remarks) -> None:
    """Add a remark with the words at the head or foot of every page: they are no part of the story."""
    words: dict[str, None] = {}
    for kind in ("header", "footer"):
        for part in package.parts_of_kind(package.main, kind):
            root = package.xml(part)
            if root is None:
                continue
            unheeded = Remarks()
            album = Album(unheeded)
            reader = Body(package, styles, Numbering(None, styles, unheeded), album, unheeded, part)
            said = " ".join(filter(None, map(words_of, inlines_of(reader.read(root)))))
            if any(sign.isalpha() for sign in said):
                words.setdefault(said)
            if any(name_of(each) in ("blip", "imagedata") for each in root.iter()):
                remarks.add(BACKGROUND)
    if words:
        remarks.add(page_edges(" / ".join(words)))
