"""Nothing that is sent can write where it should not, stay half written, keep what it hid, or stop the command."""

import stat
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import process_time
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import exifread
import pytest
from storyguide.intake import draft as drafts

from tests import pictures
from tests.intake.arrivals import (
    FORM_STORY,
    garden_in_opendocument,
    garden_in_word,
    issue,
    letter,
    packed,
    part_of,
    with_part,
    word,
)
from tests.intake.conftest import Taken

pytestmark = pytest.mark.slow

Take = Callable[..., Taken]

PHONE = {"jpg": pictures.phone_jpeg(6), "heic": pictures.heic(6), "webp": pictures.webp(6), "png": pictures.png(6)}


def snapshot(root: Path) -> list[str]:
    return sorted(each.relative_to(root).as_posix() for each in root.rglob("*"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("garden.docx", garden_in_word()),
        ("garden.odt", garden_in_opendocument()),
        ("letter.eml", letter("We planted beans.", files=[(f"a.{kind}", data) for kind, data in PHONE.items()])),
        ("packet.zip", packed({"story.md": FORM_STORY, **{f"IMG_{kind}": data for kind, data in PHONE.items()}})),
    ],
)
def test_nothing_is_left_of_place_time_and_device(take: Take, edition: Path, name: str, data: bytes):
    taken = take(name, data)

    photos = list((edition / "stories").rglob("*.jpg"))
    assert photos and taken.folder
    for photo in photos:
        content = photo.read_bytes()
        assert exifread.process_file(BytesIO(content)) == {}
        assert [mark for mark in pictures.TELLTALES if mark in content] == []
    for file in (edition / "stories").rglob("*"):
        assert not file.is_file() or b"SERIAL-4711" not in file.read_bytes()


def test_photos_are_clean_before_anything_stands_under_stories(
    edition: Path, monkeypatch: pytest.MonkeyPatch, take: Take
):
    seen: list[str] = []
    real = Path.write_bytes

    def watched(self: Path, data: bytes) -> int:
        seen.append(self.as_posix())
        if edition in self.parents:
            assert not any(mark in data for mark in pictures.TELLTALES)
        return real(self, data)

    monkeypatch.setattr(Path, "write_bytes", watched)

    assert take("garden.docx", garden_in_word()).status == 0
    assert not [path for path in seen if path.startswith((edition / "stories").as_posix())]


def test_a_photo_is_set_upright_and_kept_at_2560_pixels(take: Take):
    from PIL import Image

    large = pictures.jpeg(pictures.turned(6, 3000, 2000), exif=pictures.details(6))

    taken = take("packet.zip", packed({"story.docx": word("We planted beans."), "a.jpg": large}))

    assert taken.folder
    with Image.open(taken.folder / "photo-1.jpg") as photo:
        assert photo.size == (2560, 1707)
        assert photo.format == "JPEG"


def zip_with(*infos: tuple[ZipInfo, bytes]) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as made:
        made.writestr("story.md", FORM_STORY)
        for info, content in infos:
            made.writestr(info, content, ZIP_DEFLATED)
    return written.getvalue()


def pointing(name: str) -> ZipInfo:
    info = ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def locked(data: bytes) -> bytes:
    """The zip with the sign that its files are locked."""
    changed = bytearray(data)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        found = changed.find(mark)
        while found >= 0:
            changed[found + at] |= 1
            found = changed.find(mark, found + 4)
    return bytes(changed)


HOSTILE = {
    "leads out": (zip_with((ZipInfo("../../evil.jpg"), b"x")), "points out of it"),
    "leads to the top": (zip_with((ZipInfo("/etc/evil.jpg"), b"x")), "points out of it"),
    "leads out on Windows": (zip_with((ZipInfo("..\\..\\evil.jpg"), b"x")), "points out of it"),
    "another disk": (zip_with((ZipInfo("C:/evil.jpg"), b"x")), "points out of it"),
    "a pointer": (zip_with((pointing("photo.jpg"), b"/etc/passwd")), "points out of it"),
    "a bomb": (zip_with((ZipInfo("big.jpg"), b"\0" * 60_000_000)), "would unfold into far more"),
    "ten thousand": (packed({f"{number}.jpg": b"" for number in range(10_000)}), "holds 10,000 files"),
    "too many photos": (
        packed({"a.docx": word("a"), **{f"{n}.png": pictures.png() for n in range(60)}}),
        "holds 60 pictures",
    ),
    "locked": (locked(packed({"story.md": FORM_STORY})), "locked with a password"),
    "cut short": (packed({"story.md": FORM_STORY})[:-30], "is damaged"),
    "nothing but a mark": (b"PK\x03\x04" + b"\0" * 100, "is damaged"),
    "a zip in a zip": (packed({"inner.zip": packed({"story.md": FORM_STORY})}), "holds no story"),
    "an old document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "is a document of an old kind"),
    "an old document, damaged": (
        b"\xd0\xcf\x11\xe0" + b"\0" * 600,
        "and damaged.\n  What to do: ask for it to be sent again",
    ),
    "a PDF": (b"%PDF-1.7", "is a PDF"),
    "a photo alone": (pictures.png(), "is a PNG"),
    "nothing": (b"", "is empty"),
    "gaps": (b" \n ", "is empty"),
    "noise": (bytes(range(256)) * 10, "which is not a story the guide can take in"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_cannot_be_taken_in_is_told_and_leaves_nothing(take: Take, edition: Path, case: str):
    data, said = HOSTILE[case]
    before = snapshot(edition)

    taken = take("sent.zip", data)

    assert taken.status == 1
    assert said in taken.told
    assert "What to do: " in taken.told
    assert snapshot(edition) == before


BOMB = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'


@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"]
)
@pytest.mark.parametrize(
    "changed",
    [
        lambda xml: xml.replace("?>", "?>" + BOMB, 1),
        lambda xml: xml.replace("?>", '?><!DOCTYPE a SYSTEM "file:///etc/passwd">', 1),
        lambda xml: xml[: len(xml) // 2],
        lambda xml: "",
        lambda xml: "<a/>",
        lambda xml: xml.encode("utf-16"),
    ],
)
def test_a_tampered_document_is_told_or_read_and_never_more(
    take: Take, part: str, changed: Callable[[str], str | bytes]
):
    data = garden_in_word()

    taken = take("sent.docx", with_part(data, part, changed(part_of(data, part))))

    assert taken.status in (0, 1)
    assert "root:" not in taken.told
    assert taken.status == 0 or "Nothing was taken in" in taken.told


def test_a_document_nested_beyond_reason_is_told_so(take: Take):
    data = garden_in_word()
    deep = part_of(data, "word/document.xml").replace("<w:body>", "<w:body>" + "<w:smartTag>" * 5000, 1)
    deep = deep.replace("</w:body>", "</w:smartTag>" * 5000 + "</w:body>", 1)

    taken = take("deep.docx", with_part(data, "word/document.xml", deep))

    assert taken.status == 1
    assert "it is damaged" in taken.told


@pytest.mark.parametrize(
    "page",
    ["<div>" * 20_000 + "Beans.", "<b>" * 20_000 + "Beans.", "<ul><li>" * 5_000 + "Beans.", "<" * 50_000 + "Beans."],
)
def test_a_letter_nested_beyond_reason_is_read_or_told(take: Take, page: str):
    taken = take("letter.eml", letter(html=page))

    assert taken.status in (0, 1)
    assert taken.status == 1 or "Beans." in taken.words


def test_a_picture_that_would_unfold_without_end_is_left_out(take: Take):
    taken = take("packet.zip", packed({"a.docx": word("We planted beans."), "bomb.png": pictures.bomb_png()}))

    assert taken.files == ["story.md"]
    assert "million pixels" in taken.told


def test_words_meant_for_the_terminal_do_not_reach_it(take: Take):
    taken = take("letter.eml", letter("Beans.\n\n-- \n\x1b[31mred\x07", subject="\x1b]0;owned\x07"))

    assert "\x1b" not in taken.told and "\x07" not in taken.told
    assert "\x1b" not in taken.story


def test_when_writing_fails_nothing_is_left(take: Take, edition: Path, monkeypatch: pytest.MonkeyPatch):
    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device", str(self))

    before = snapshot(edition / "stories")
    monkeypatch.setattr(drafts.Path, "write_bytes", full)

    from argparse import Namespace

    from storyguide.cli.commands.intake import run as intake

    source = edition.parent / "garden.docx"
    with source.open("wb") as opened:
        opened.write(garden_in_word())
    status = intake(edition, Namespace(root=edition, source=source))

    assert status == 2
    assert snapshot(edition / "stories") == before
    assert list((edition / ".cache").iterdir()) == []


def test_what_is_not_there_is_told_so(take: Take, tmp_path: Path):
    taken = take(tmp_path / "nowhere.docx")

    assert taken.status == 2
    assert "Nothing was taken in" in taken.told and "there is no “" in taken.told


def test_the_same_thing_sent_gives_the_same_draft(take: Take, tmp_path: Path):
    data = letter("We planted beans.", files=[("a.heic", pictures.heic(6))])

    first, second = take("a.eml", data), take("a.eml", data)

    assert first.story == second.story
    assert first.folder and second.folder
    assert (first.folder / "photo-1.jpg").read_bytes() == (second.folder / "photo-1.jpg").read_bytes()


def test_an_issue_is_never_fetched_from(take: Take, monkeypatch: pytest.MonkeyPatch):
    import socket

    def no_network(*args: object, **more: object) -> None:
        raise AssertionError("asked the network")

    monkeypatch.setattr(socket, "create_connection", no_network)
    monkeypatch.setattr(socket.socket, "connect", no_network)
    story = "Beans ![x](https://github.com/user-attachments/assets/1) ![y](https://example.org/spy.png)"

    taken = take("issue.json", issue(f"### Title\n\nBeans\n\n### The story\n\n{story}"))

    assert taken.words == "Beans"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("page.html", b"<!-- a -->\n" * 400 + b"We planted beans."),
        (
            "letter.eml",
            b"From: Wil <wil@example.org>\nSubject: Beans\n\nWe planted beans.\n" + b"\n" * 100_000 + b"Peas.\n",
        ),
    ],
)
def test_what_is_written_over_and_over_takes_time_as_it_is_long_and_no_longer(take: Take, name: str, data: bytes):
    began = process_time()

    taken = take(name, data)

    assert "We planted beans." in taken.words
    assert process_time() - began < 10
