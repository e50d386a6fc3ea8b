"""What came in is known by what it is: read where it has words, else told with what to do about that very kind."""

import tarfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from tests import pictures
from tests.intake.arrivals import garden_in_opendocument, garden_in_word, letter, packed, word
from tests.intake.conftest import Taken
from tests.intake.shown import quartered

Take = Callable[..., Taken]

WORDS = "We planted “beans” behind the chapel.\n\nNobody minded the mud."
RTF = rb"{\rtf1\ansi\ansicpg1252 \pard We planted \'93beans\'94 behind the chapel.\par Nobody minded the mud.\par}"
PAGE = "<!DOCTYPE html><html><head><title>No</title></head><body><p>{}</p><p>{}</p></body></html>"
HTML = PAGE.format(*WORDS.split("\n\n"))


@pytest.mark.parametrize("name", ["story.txt", "story.docx", "story", "story.eml", "story.json", "story.doc"])
@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        WORDS.encode("utf-8-sig"),
        WORDS.encode("utf-16"),
        WORDS.encode("cp1252"),
        WORDS.replace("\n", "\r\n").encode(),
        WORDS.replace("\n", "\r").encode(),
        RTF,
        HTML.encode(),
        HTML.encode("utf-16"),
        HTML.replace("<head>", "<head><meta charset='windows-1252'>").encode("cp1252"),
        word(*WORDS.split("\n\n")),
        letter(WORDS),
    ],
    ids=["text", "marked", "UTF-16", "1252", "CRLF", "CR", "RTF", "page", "page 16", "page 1252", "Word", "letter"],
)
def test_words_are_taken_in_whatever_they_are_called(take: Take, name: str, data: bytes):
    taken = take(name, data)

    assert taken.words.split("\n\n")[-1] == "Nobody minded the mud.", taken.told
    assert "We planted “beans” behind the chapel." in taken.words


def test_markdown_is_read_as_such_and_plain_text_is_not(take: Take):
    text = "# The garden\n\nWe *might*.\n\n- Beans\n- Peas\n"

    assert take("garden.md", text.encode()).words == "We *might*.\n\n- Beans\n- Peas"
    assert r"We \*might\*." in take("garden.txt", text.encode()).words


def test_a_story_file_by_itself_is_taken_as_one(take: Take):
    taken = take(
        "story.md", b"---\ntitle: The garden\nplace: Millbank\nconsent:\n  given: 2026-03-14\n---\n\nIt grew.\n"
    )

    assert "place: Millbank" in taken.story and "status: draft" in taken.story and "given" not in taken.story
    assert "consent was given (given 14 March 2026). Have you the signed form?" in taken.told


def test_a_page_keeps_the_pictures_in_it_and_names_those_that_are_missing(take: Take):
    inside = f'<img src="data:image/png;base64,{b64(quartered())}">'
    page = f'<html><p>Before.</p>{inside}<p>After.</p><img src="img/a.jpg"><img src="https://x.example/b.jpg"></html>'

    taken = take("garden.html", page.encode())

    assert taken.words == "Before.\n\n![](photo-1.jpg)\n\nAfter."
    assert "Pictures are shown in it that did not come with it: “img/a.jpg”. Ask for them." in taken.told
    assert "on other websites, were not fetched" in taken.told


def b64(data: bytes) -> str:
    """The bytes as an address of data holds them."""
    from base64 import b64encode

    return b64encode(data).decode()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("story.rtf", RTF),
        ("story.txt", WORDS.encode("cp1252")),
        ("story.md", WORDS.encode()),
        ("my words.htm", HTML.encode()),
        ("story.docm", garden_in_word()),
        ("story.dotx", garden_in_word()),
        ("story.ott", garden_in_opendocument()),
        ("story.doc", RTF),
    ],
)
def test_every_kind_of_words_is_read_from_a_zip_and_from_a_letter(take: Take, name: str, data: bytes):
    zipped = take("packet.zip", packed({name: data, "IMG_1.jpg": pictures.jpeg()}))
    mailed = take("letter.eml", letter("Hi.", files=[(name, data)]))

    assert zipped.status == 0 and mailed.status == 0, zipped.told + mailed.told
    assert "was “IMG_1.jpg”" in zipped.told and len(zipped.words) > 20
    assert f"The story is in “{name}”" in mailed.told and len(mailed.words) > 20


def test_a_page_in_a_zip_shows_the_photos_beside_it(take: Take):
    page = '<html><body><p>Before.</p><img src="img/Loft%201.JPG" alt="A loft"><p>After.</p></body></html>'

    taken = take("packet.zip", packed({"a/page.html": page, "a/img/loft 1.jpg": pictures.jpeg()}))

    assert taken.words == "Before.\n\n![A loft](photo-1.jpg)\n\nAfter."


def test_a_page_saved_with_all_its_files_is_read(take: Take):
    saved = (
        "From: <Saved by Blink>\nSubject: The garden\nDate: Sat, 14 Mar 2026 10:00:00 -0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html\n'
        "Content-Location: https://x.example/g\n\n"
        '<html><body><p>Before.</p><img src="https://x.example/a.jpg"><p>After.</p></body></html>\n--b\n'
        "Content-Type: image/jpeg\nContent-Transfer-Encoding: base64\nContent-Location: https://x.example/a.jpg\n\n"
        f"{b64(pictures.jpeg())}\n--b--\n"
    )

    assert take("garden.mht", saved.encode()).words == "Before.\n\n![](photo-1.jpg)\n\nAfter."


def compound(*streams: str) -> bytes:
    """The beginning of a file as old Office programs wrote it, with the names of its streams."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + b"\0\0".join(each.encode("utf-16-le") for each in streams)


def tarred() -> bytes:
    """A packed folder."""
    written = BytesIO()
    with tarfile.open(fileobj=written, mode="w") as made:
        made.addfile(tarfile.TarInfo("story.txt"), BytesIO())
    return written.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (compound("WordDocument"), "is an old Word document (.doc). What to do: open it, save it as .docx"),
        (compound("Workbook"), "is an Excel sheet"),
        (compound("__substg1.0_1000001F"), "is an e-mail as Outlook keeps it (.msg)"),
        (compound("EncryptedPackage"), "is locked with a password"),
        (compound("PowerPoint Document"), "is a PowerPoint presentation"),
        (compound(), "is a document of an old kind"),
        (b"\x78\x9f\x3e\x22" + bytes(90), "is a winmail.dat, which only Outlook opens"),
        (b"Rar!\x1a\x07\x01\0" + bytes(90), "is a RAR archive. What to do: unpack it, and give the folder"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(90), "is a 7-Zip archive"),
        (b"\x1f\x8b\x08" + bytes(90), "is a packed file (.gz or .tar.gz)"),
        (tarred(), "is a packed folder (.tar)"),
        (b"%PDF-1.7\n", "is a PDF"),
        (packed({"Index/Document.iwa": b"x", "preview.jpg": b"x"}), "is a Pages document"),
        (packed({"mimetype": "application/epub+zip", "OEBPS/a.xhtml": "x"}), "is an e-book (EPUB)"),
        (packed({"ppt/presentation.xml": "x"}), "is a PowerPoint presentation"),
        (packed({"inner.zip": packed({"story.txt": WORDS})}), "“inner.zip” is a zip folder. What to do: unpack it"),
        (packed({"old.doc": compound("WordDocument"), "a.jpg": pictures.jpeg()}), "“old.doc” is an old Word document"),
        (packed({"mine.eml": letter(WORDS)}), "“mine.eml” is an e-mail. What to do: take it out"),
        (packed({"a.jpg": pictures.jpeg()}), "holds no story"),
        (packed({}), "is empty"),
        (pictures.jpeg(), "is a JPEG, a photo without a story"),
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"\0" * 40, "is empty"),
        (
            b'{"url": "https://docs.google.com/open?id=1", "doc_id": "1"}',
            "is only a link to a document on Google Drive",
        ),
        (b"[InternetShortcut]\r\nURL=https://x.example\r\n", "is only a link to a website"),
        (b"L\0\0\0\x01\x14\x02\0" + bytes(60), "is only a shortcut"),
        (b"-----BEGIN PGP MESSAGE-----\n\nhQE\n", "is encrypted"),
        (b"\x30\x82\x01\x00\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03" + bytes(60), "(S/MIME)"),
        (b"BEGIN:VCARD\nFN:X\nEND:VCARD\n", "card of addresses"),
    ],
)
def test_what_cannot_be_read_is_told_by_what_it_is(take: Take, data: bytes, said: str):
    taken = take("story.docx", data)

    assert taken.status == 1
    assert said in " ".join(taken.told.split())


def test_an_issue_is_still_one_and_words_in_curly_brackets_are_not(take: Take, tmp_path: Path):
    assert "holds no issue" in take("issue.json", b'{"number": 7}').told
    assert "{Soup} for nobody" in take("soup.txt", b"{Soup} for nobody in particular, on Fridays.").words
