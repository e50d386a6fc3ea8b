"""What comes together: the form's packet, or a document with photos beside it, in a zip or a folder."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from storyguide.site.assembly import assemble

from tests import pictures
from tests.intake.arrivals import FORM_STORY, packed, word
from tests.intake.conftest import Taken

Take = Callable[..., Taken]


def put_folder(folder: Path, files: dict[str, bytes | str]) -> Path:
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


@pytest.mark.parametrize("top", ["", "my story/"])
def test_the_forms_packet_is_a_draft_with_its_photos_made_anew(take: Take, top: str):
    taken = take("packet.zip", packed({f"{top}story.md": FORM_STORY, f"{top}IMG_0001.HEIC": pictures.heic(6)}))

    assert taken.status == 0
    assert taken.folder and taken.folder.name == "soup-for-nobody-in-particular"
    assert taken.files == ["photo-1.jpg", "story.md"]
    wanted = FORM_STORY.replace("IMG_0001.HEIC", "photo-1.jpg").replace("status: ready", "status: draft")
    assert taken.story == wanted.replace("consent:\n  given: 2026-03-14\n", "")


def test_what_a_sender_writes_of_consent_and_approval_is_asked_about_and_left_out(take: Take):
    story = FORM_STORY.replace("status: ready", "approved_on: 2026-03-15\napproved_words: 3f2a-9c41\nstatus: ready")

    taken = take("packet.zip", packed({"story.md": story}))

    assert "The sender writes that consent was given (given 14 March 2026). Have you the signed form?" in taken.told
    assert "The sender writes that the words were approved (15 March 2026)." in taken.told
    assert "consent:" not in taken.story and "approved_" not in taken.story
    assert "2026-03-15" not in taken.told and "given: 2026" not in taken.told


@pytest.mark.parametrize(
    ("listed", "came"),
    [
        ("caf\u00e9.jpg", "cafe\u0301.jpg"),
        ("cafe\u0301.jpg", "caf\u00e9.jpg"),
        ("loft.jpg", "photos/loft.jpg"),
        ("photos/loft.jpg", "loft.jpg"),
        ("loft.jpg", "LOFT.JPG"),
        ("loft.jpg", "loft.jpeg"),
        ("my loft.jpg", "my_loft.JPEG"),
        ("loft.jpg", "photos\\loft.jpg"),
        ("loft.jpg", "loft.png"),
    ],
)
def test_a_photo_is_the_one_named_however_computers_wrote_its_name(take: Take, listed: str, came: str):
    story = FORM_STORY.replace("IMG_0001.HEIC)", f"<{listed}>)").replace("IMG_0001.HEIC", listed)

    taken = take("packet.zip", packed({"story.md": story, came: pictures.jpeg()}))

    assert taken.files == ["photo-1.jpg", "story.md"]
    assert "- file: photo-1.jpg" in taken.story and "![A pot](photo-1.jpg)" in taken.story
    assert "No entry under" not in taken.told and "There is no photo" not in taken.told


def test_of_two_photos_that_a_name_fits_neither_is_taken(take: Take):
    packet = packed({"story.md": FORM_STORY, "a/img_0001.heic": pictures.heic(), "b/IMG_0001.heic": pictures.png()})

    taken = take("packet.zip", packet)

    assert "- file: IMG_0001.HEIC" in taken.story
    assert "No entry under “photos” describes photo-1.jpg, photo-2.jpg" in taken.told


@pytest.mark.parametrize(
    "litter",
    [
        "~$garden.docx",
        "~$rden.docx",
        "~WRL0001.tmp",
        ".~lock.garden.docx#",
        "__MACOSX/._garden.docx",
        "._garden.docx",
        ".DS_Store",
        "Thumbs.db",
        "x\\Desktop.ini",
    ],
)
def test_what_computers_leave_behind_is_no_second_story(take: Take, litter: str):
    taken = take(
        "packet.zip", packed({"garden.docx": word("We planted beans.", title="The garden"), litter: "x" * 155})
    )

    assert taken.folder and taken.folder.name == "the-garden"
    assert "Left out" not in taken.told


def test_a_packet_that_does_not_say_what_it_is_becomes_a_draft(take: Take):
    taken = take("packet.zip", packed({"story.md": FORM_STORY.replace("status: ready\n", "")}))

    assert taken.story.startswith("---\nstatus: draft\ntitle:")


@pytest.mark.parametrize(
    "status",
    [
        "status: Ready",
        "status:",
        '"status": ready',
        "status: >-\n  ready",
        "status: ready # status: draft",
        "status: rady",
    ],
)
def test_no_packet_can_publish_itself(take: Take, edition: Path, status: str):
    approved = FORM_STORY.replace(
        "licence: CC BY-SA 4.0\nstatus: ready", f"licence: CC BY-SA 4.0\napproved_on: 2026-03-15\n{status}"
    )

    taken = take("packet.zip", packed({"story.md": approved}))

    assert taken.folder
    guide = assemble(edition, today=date(2026, 11, 22)).guide
    assert guide and not guide.stories


def test_html_in_a_packet_is_told_and_never_published(take: Take):
    taken = take("packet.zip", packed({"story.md": FORM_STORY + "\n<script>alert(1)</script>\n"}))

    assert "<script>" in taken.told and "HTML" in taken.told


def test_a_folder_with_a_document_and_photos_is_a_draft(take: Take, tmp_path: Path):
    folder = put_folder(
        tmp_path / "from wil",
        {
            "words.docx": word("We planted beans.", title="The garden"),
            "photos/IMG_1.jpg": pictures.phone_jpeg(),
            "photos/IMG_2.png": pictures.png(),
            "notes.txt": "private",
            ".DS_Store": "x",
        },
    )
    (folder / "link.jpg").symlink_to("/etc/hostname")

    taken = take(folder)

    assert taken.files == ["photo-1.jpg", "photo-2.jpg", "story.md"]
    assert taken.folder and taken.folder.name == "the-garden"
    assert "“notes.txt” (a text file)" in taken.told
    assert "link.jpg" not in taken.told


def test_nothing_is_overwritten(take: Take, tmp_path: Path):
    data = word("We planted beans.", title="The garden")

    names = [taken.folder.name for _ in range(3) if (taken := take("garden.docx", data)).folder]

    assert names == ["the-garden", "the-garden-2", "the-garden-3"]


@pytest.mark.parametrize(
    ("title", "folder"), [("Index", "index-story"), ("کہانی", "story"), ("a" * 80, "a" * 55), ("../../etc", "etc")]
)
def test_every_title_gets_an_address(take: Take, title: str, folder: str):
    taken = take("x.docx", word("We planted beans.", title=title))

    assert taken.folder and taken.folder.name == folder


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"a.jpg": pictures.jpeg()}, "holds no story"),
        ({"a.docx": word("a"), "b.docx": word("b")}, "holds 2 stories: “a.docx”, “b.docx”"),
        ({"a.docx": b"PK\x03\x04 and then nothing"}, "“a.docx” is damaged"),
        ({"story.md": ""}, "is empty or damaged"),
        ({}, "“packet.zip” is empty"),
    ],
)
def test_what_holds_no_story_or_several_is_told_so(take: Take, files: dict[str, bytes | str], said: str):
    taken = take("packet.zip", packed(files) if files else packed({"empty/": ""}))

    assert taken.status == 1
    assert taken.folder is None
    assert said in taken.told


def test_photos_that_no_entry_describes_are_pointed_out(take: Take):
    packet = packed({"story.md": FORM_STORY, "IMG_0001.HEIC": pictures.heic(), "spare.jpg": pictures.png()})

    taken = take("packet.zip", packet)

    assert "No entry under “photos” describes photo-2.jpg" in taken.told
