"""Reads a Word document: mammoth turns it into HTML, once what was hidden in it is taken out."""

import re
from collections.abc import Mapping
from io import BytesIO
from posixpath import basename
from xml.etree.ElementTree import Element, tostring
from zipfile import ZipFile

from storyguide.intake.hypertext import read_hypertext
from storyguide.intake.manuscript import Manuscript, Picture, Refused
from storyguide.intake.unpacking import Unpacked
from storyguide.intake.xml import fact, name_of, read_xml

_STYLES = """\
p[style-name='Title'] => h1.title:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
strike => s
"""
_WORDS = re.compile(r"word/(?:document|footnotes|endnotes)\d*\.xml")
_NEEDED = re.compile(r"\[Content_Types\]\.xml|(?:.*/)?_rels/[^/]+\.rels|word/(?:styles|numbering)\d*\.xml")
_MEDIA = re.compile(r"word/media/[^/]+")
_OFF = ("0", "false", "off")
_NO_WORDS = ("chart", "oMath", "oMathPara", "relIds", "altChunk", "contentPart")
"""What Word draws or works out: charts, formulas, diagrams, documents within the document."""


def is_word(files: Unpacked) -> bool:
    """Whether a zip is a Word document."""
    return "[Content_Types].xml" in files and any(_WORDS.fullmatch(name) for name in files)


def read_word(files: Unpacked, name: str) -> Manuscript | Refused:
    """The manuscript in a Word document of this name."""
    import mammoth  # type: ignore[import-untyped] # noqa: PLC0415 - only Word needs it

    remarks: list[str] = []
    pictures: dict[str, Picture] = {}
    try:
        sound = _without_hidden(files, remarks)
        if sound is None:
            return _damaged(name)
        made = mammoth.convert_to_html(
            sound,
            style_map=_STYLES,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(lambda image: {"src": _picture(image, pictures)}),
        )
        blocks = read_hypertext(made.value)
    except Exception:  # a document put together otherwise than Word does may stop it anywhere
        return _damaged(name)
    return Manuscript(blocks=blocks, pictures=pictures, remarks=tuple(remarks))


def _damaged(name: str) -> Refused:
    return Refused(
        f"“{name}” cannot be read as a Word document: it is damaged",
        "open it in Word or LibreOffice, save it as a new .docx, and take in that",
    )


def _picture(image: object, pictures: dict[str, Picture]) -> str:
    with image.open() as opened:  # type: ignore[attr-defined]
        data = opened.read()
    for known, picture in pictures.items():
        if picture.data == data:
            return known
    key = f"picture-{len(pictures) + 1}"
    pictures[key] = Picture(f"picture {len(pictures) + 1} in the document", data)
    return key


def _without_hidden(files: Unpacked, remarks: list[str]) -> BytesIO | None:
    """The document with nothing in it but words, their looks and pictures; None when it cannot be read.

    Macros, fonts, histories and settings are not among what is handed on.
    """
    hiding = _hiding_styles(files)
    copied = BytesIO()
    with ZipFile(copied, "w") as made:
        for part, packed in files.items():
            if _MEDIA.fullmatch(part):
                made.writestr(part, packed.read())
            elif _WORDS.fullmatch(part) or _NEEDED.fullmatch(part):
                root = read_xml(packed.read())
                if root is None:
                    return None
                if _WORDS.fullmatch(part):
                    _tell(root, remarks)
                    _take_out(root, hiding, remarks)
                elif part.endswith(".rels"):
                    _take_out_links(root)
                made.writestr(part, tostring(root))
    copied.seek(0)
    return copied


def _hiding_styles(files: Unpacked) -> set[str]:
    """The styles whose words are not shown."""
    found = files.get("word/styles.xml")
    root = read_xml(found.read()) if found else None
    styles = () if root is None else root
    return {fact(style, "styleId") for style in styles if any(_is_hidden(each) for each in style)}


def _is_hidden(looks: Element) -> bool:
    return name_of(looks) == "rPr" and any(
        name_of(each) == "vanish" and fact(each, "val") not in _OFF for each in looks
    )


def _take_out(holder: Element, hiding: set[str], remarks: list[str]) -> None:
    """Take hidden words and pictures out of an element."""
    for each in list(holder):
        if _vanishes(each, hiding):
            holder.remove(each)
            _remark(remarks, "Words that were hidden in the document were left out.")
        else:
            _take_out(each, hiding, remarks)


def _vanishes(element: Element, hiding: set[str]) -> bool:
    name = name_of(element)
    if name in ("r", "p"):
        looks = next((each for each in element if name_of(each) == f"{name}Pr"), None)
        if looks is None:
            return False
        by_style = any(name_of(each) == f"{name}Style" and fact(each, "val") in hiding for each in looks)
        return by_style or (name == "r" and _is_hidden(looks))
    return name in ("inline", "anchor") and any(
        name_of(each) == "docPr" and fact(each, "hidden") in ("1", "true") for each in element
    )


def _take_out_links(root: Element) -> None:
    """Pictures that are kept elsewhere are not fetched."""
    for each in list(root):
        if fact(each, "TargetMode") == "External" and basename(fact(each, "Type")) != "hyperlink":
            root.remove(each)


def _tell(root: Element, remarks: list[str]) -> None:
    told: Mapping[str, str] = {
        "del": "Words that were struck out while changes were being tracked were left out.",
        "moveFrom": "Words that were struck out while changes were being tracked were left out.",
        "ins": "Words that were added while changes were being tracked were taken in.",
        "commentReference": "Comments in the margin were left out.",
        **dict.fromkeys(
            _NO_WORDS, "Charts, diagrams and formulas were left out: send them as pictures if they matter."
        ),
    }
    for element in root.iter():
        if remark := told.get(name_of(element)):
            _remark(remarks, remark)


def _remark(remarks: list[str], remark: str) -> None:
    if remark not in remarks:
        remarks.append(remark)
