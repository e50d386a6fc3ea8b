"""A Word document is read wherever the program that wrote it has put its parts."""

from collections.abc import Callable

import pytest

from tests.intake.arrivals import packed
from tests.intake.conftest import Taken
from tests.intake.ooxml import NAMESPACES, document, drawing, p, part, picture, rels, types
from tests.intake.shown import quartered

Take = Callable[..., Taken]
BODY = f"<w:body>{p('Kites over the allotments')}{p('We flew them.')}{p(drawing(picture()))}</w:body>"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
FLAT = {
    "[Content_Types].xml": types(),
    "_rels/.rels": rels({"rId1": ("officeDocument", "word/document.xml")}),
    "word/document.xml": part("document", BODY),
    "word/_rels/document.xml.rels": rels({"rId9": ("image", "media/image1.png")}),
    "word/media/image1.png": quartered(),
}


def with_changes(**changes: str | bytes | None) -> dict[str, str | bytes]:
    return {name: content for name, content in {**FLAT, **changes}.items() if content is not None}


def elsewhere(main: str, media: str, target: str, root: str | None = None) -> dict[str, str | bytes]:
    """The document with its main part and its picture in other places."""
    folder, _, name = main.rpartition("/")
    return {
        "[Content_Types].xml": types("/" + main),
        "_rels/.rels": rels({"rId1": ("officeDocument", root or main)}),
        main: part("document", BODY),
        f"{folder}/_rels/{name}.rels".lstrip("/"): rels({"rId9": ("image", target)}),
        media: quartered(),
    }


WAYS = {
    "as Word in a browser": elsewhere("word/document2.xml", "word/media/image1.png", "media/image1.png"),
    "another folder": elsewhere("doc/main.xml", "doc/pics/a.png", "pics/a.png"),
    "no folder": elsewhere("document.xml", "media/a.png", "media/a.png"),
    "media at the top": elsewhere("word/document.xml", "media/image1.png", "/media/image1.png"),
    "upwards": elsewhere("word/document.xml", "media/image1.png", "../media/image1.png"),
    "from the top, though it says otherwise": elsewhere("word/document.xml", "media/a.png", "media/a.png"),
    "an absolute main part": elsewhere("word/document.xml", "word/a.png", "a.png", root="/word/document.xml"),
    "backslashes in an address": elsewhere("word/document.xml", "word/media/a.png", "media\\a.png"),
    "a name with a gap": elsewhere("word/document.xml", "word/media/a b.png", "media/a%20b.png"),
    "backslashes in names": {name.replace("/", "\\"): content for name, content in FLAT.items()},
    "other case": {name.upper(): content for name, content in FLAT.items()},
    "small types": {name.replace("[Content_Types]", "[content_types]"): content for name, content in FLAT.items()},
    "the strict form": {
        name: content.replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", STRICT).replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        if isinstance(content, str)
        else content
        for name, content in FLAT.items()
    },
    "two bytes a letter": with_changes(
        **{"word/document.xml": part("document", BODY).replace("UTF-8", "UTF-16").encode("utf-16")}
    ),
    "with macros": with_changes(
        **{"[Content_Types].xml": types(kind="application/vnd.ms-word.document.macroEnabled.main+xml")}
    ),
    "a template": with_changes(
        **{
            "[Content_Types].xml": types(
                kind="application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
            )
        }
    ),
    "nothing that says where": with_changes(**{"_rels/.rels": None}),
    "a broken way to it": with_changes(**{"_rels/.rels": rels({"rId1": ("officeDocument", "word/gone.xml")})}),
    "damaged styles": with_changes(
        **{
            "word/styles.xml": "<w:styles",
            "word/numbering.xml": b"\0",
            "word/_rels/document.xml.rels": rels(
                {
                    "rId9": ("image", "media/image1.png"),
                    "rId1": ("styles", "styles.xml"),
                    "rId2": ("numbering", "numbering.xml"),
                }
            ),
        }
    ),
    "styles that are not there": with_changes(
        **{
            "word/_rels/document.xml.rels": rels(
                {"rId9": ("image", "media/image1.png"), "rId1": ("styles", "styles.xml"), "rId2": ("footer", "f.xml")}
            )
        }
    ),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ["kites.docx", "kites"])
def test_words_and_picture_are_found_wherever_they_lie(take: Take, way: str, name: str):
    taken = take(name, packed(WAYS[way]))

    assert taken.status == 0, taken.told
    assert taken.words == "We flew them.\n\n![A kite on a hill](photo-1.jpg)"


def test_a_damaged_part_beside_the_words_is_told(take: Take):
    assert "A part of the document could not be read" in take("kites.docx", packed(WAYS["damaged styles"])).told


@pytest.mark.parametrize(
    "files",
    [
        {"word/_rels/document.xml.rels": "<broken"},
        {"word/_rels/document.xml.rels": None},
        {"word/media/image1.png": None},
        {"[Content_Types].xml": "<broken"},
    ],
)
def test_a_broken_way_to_a_picture_costs_only_the_picture(take: Take, files: dict[str, str | None]):
    taken = take("kites.docx", packed(with_changes(**files)))

    assert taken.status == 0
    assert taken.words.startswith("We flew them.")


def test_a_sheet_and_a_show_are_no_document(take: Take):
    sheet = packed(
        {
            "[Content_Types].xml": types(
                "/xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
            ),
            "_rels/.rels": rels({"rId1": ("officeDocument", "xl/workbook.xml")}),
            "xl/workbook.xml": f"<workbook {NAMESPACES}/>",
        }
    )

    assert "“beds.xlsx” is an Excel sheet" in take("beds.xlsx", sheet).told


def test_a_document_without_words_says_what_was_in_it(take: Take):
    told = take("kites.docx", document(p(drawing(picture())), {"rId9": ("image", "gone.png")})).told

    assert "has no words in it. A picture is missing from the document" in told
