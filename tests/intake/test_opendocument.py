"""An OpenDocument text becomes a draft, as a Word document does."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.intake.arrivals import garden_in_opendocument, packed, part_of, with_part
from tests.intake.conftest import Taken

Take = Callable[..., Taken]


def changed(before: str, after: str) -> bytes:
    """The garden's document with its content put otherwise."""
    data = garden_in_opendocument()
    content = part_of(data, "content.xml")
    assert before in content
    return with_part(data, "content.xml", content.replace(before, after, 1))


def test_a_text_with_a_photo_becomes_a_draft(take: Take):
    taken = take("garden.odt", garden_in_opendocument())

    assert taken.status == 0
    assert taken.files == ["photo-1.jpg", "story.md"]
    assert '\ntitle: "The garden behind the chapel"\n' in taken.story
    assert '    alt: "A spade standing in wet earth"\n' in taken.story
    assert taken.words == (
        "It began with a [spade](https://example.org/garden). \\<script\\>alert('mine')\\</script\\> We were **not**\n"
        "ready[^1], .\n\n"
        "## What we grow\n\n"
        "- Beans\n- Peas\n\n"
        "![A spade standing in wet earth](photo-1.jpg)\n\n"
        "[^1]: Nor in the year after."
    )


def test_hidden_words_are_left_out_and_that_is_said(take: Take):
    taken = take("garden.odt", garden_in_opendocument())

    assert "secretly" not in taken.story
    assert "Words that were hidden in the document were left out." in taken.told


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ("<office:annotation><text:p>Is it so?</text:p></office:annotation>", "Comments in the margin were left out."),
        (
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>Is it so?</text:p></text:deletion>"
            "</text:changed-region></text:tracked-changes>",
            "struck out while changes were being tracked",
        ),
        ('<text:section text:display="none"><text:p>Is it so?</text:p></text:section>', "hidden in the document"),
    ],
)
def test_what_is_no_part_of_the_text_is_left_out(take: Take, added: str, said: str):
    before = "<text:list>" if "<text:list>" in part_of(garden_in_opendocument(), "content.xml") else "<text:list "
    at = added + before

    taken = take("garden.odt", changed(before, at))

    assert "Is it so?" not in taken.story
    assert said in taken.told


def test_a_table_and_a_quotation_are_kept(take: Take):
    cells = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in (("Bed", "Who"), ("One", "Mo"))
    )
    added = f'<table:table>{cells}</table:table><text:p text:style-name="Quotations">It is only mud.</text:p>'
    before = "<text:list>" if "<text:list>" in part_of(garden_in_opendocument(), "content.xml") else "<text:list "

    taken = take("garden.odt", changed(before, added + before))

    assert "| Bed | Who |\n| --- | --- |\n| One | Mo |\n\n> It is only mud.\n" in taken.words


def test_a_locked_text_is_told_so(take: Take):
    manifest = (
        "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    )

    taken = take("locked.odt", with_part(garden_in_opendocument(), "META-INF/manifest.xml", manifest))

    assert taken.status == 1
    assert "“locked.odt” is locked with a password" in taken.told


@pytest.mark.parametrize("content", ["", "<office", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])
def test_a_damaged_text_is_told_so_and_leaves_nothing(take: Take, edition: Path, content: str):
    data = packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})

    taken = take("broken.odt", data)

    assert taken.status == 1
    assert "“broken.odt” cannot be read as an OpenDocument text" in taken.told
    assert taken.folder is None and not list((edition / ".cache").glob("*")) if (edition / ".cache").exists() else True
