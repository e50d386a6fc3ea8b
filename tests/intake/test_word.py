"""A Word document becomes a draft: its words, their looks, its photos, and nothing that was hidden in it."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest

from tests import pictures
from tests.conftest import built
from tests.intake.arrivals import SCRIPT, add_xml, garden_in_word, part_of, saved, with_part, word
from tests.intake.conftest import Taken

Take = Callable[..., Taken]


def test_a_document_with_two_photos_becomes_a_draft(take: Take):
    taken = take("garden.docx", garden_in_word())

    assert taken.status == 0
    assert taken.folder and taken.folder.name == "the-garden-behind-the-chapel"
    assert taken.files == ["photo-1.jpg", "photo-2.jpg", "story.md"]
    assert taken.words == (
        "It began with a spade. \\<script\\>alert('mine')\\</script\\> Then 2 \\* 3 \\* 4 beds.\n\n"
        "## The first spring\n\n"
        "We were **not** ready, and *nobody* minded. Read [our page](https://example.org/garden), not this one.\n\n"
        "![A spade standing in wet earth](photo-1.jpg)\n\n"
        "### What we grow\n\n"
        "- Beans\n- Peas\n\n"
        "1. Dig\n2. Wait\n\n"
        "> It is only mud, said the verger.\n\n"
        "![](photo-2.jpg)\n\n"
        "| Bed | Who |\n| --- | --- |\n| One | Two \\| three |"
    )


def test_a_draft_names_nobody_and_says_nothing_that_was_not_sent(take: Take):
    story = take("garden.docx", garden_in_word()).story

    for blank in ("summary", "storyteller", "place", "themes", "told_on", "consent", "approved_on", "licence"):
        assert f"\n{blank}:\n" in story
    assert "\nstatus: draft\n" in story
    assert story.count("    people:\n") == 2
    assert story.count('alt: "A spade standing in wet earth"') == 1
    assert "IMG_2034" not in story


def test_words_hidden_in_the_document_are_left_out_and_that_is_said(take: Take):
    document = docx.Document()
    line = document.add_paragraph("Seen. ")
    line.add_run("Unseen.").font.hidden = True
    document.styles.add_style("Secret", 1).font.hidden = True
    document.add_paragraph("Unseen too.", style="Secret")
    document.add_paragraph("Seen again.")

    taken = take("hidden.docx", saved(document))

    assert taken.words == "Seen.\n\nSeen again."
    assert "Words that were hidden in the document were left out." in taken.told


def test_tracked_changes_are_as_their_writer_wants_them_and_comments_stay_out(take: Take):
    document = docx.Document()
    line = document.add_paragraph("We ")
    add_xml(line, '<w:del w:id="1" w:author="Telltale"><w:r><w:delText>never </w:delText></w:r></w:del>')
    add_xml(line, '<w:ins w:id="2" w:author="Telltale"><w:r><w:t xml:space="preserve">always </w:t></w:r></w:ins>')
    last = line.add_run("came.")
    document.add_comment(last, text="Is this so?", author="Telltale", initials="T")

    taken = take("tracked.docx", saved(document))

    assert taken.words == "We always came."
    assert "struck out while changes were being tracked" in taken.told
    assert "Comments in the margin were left out." in taken.told
    assert "Telltale" not in taken.told + taken.story


def test_a_footnote_is_kept_as_one(take: Take):
    document = docx.Document()
    line = document.add_paragraph("We came")
    add_xml(line, '<w:r><w:footnoteReference w:id="2"/></w:r>')
    line.add_run(" early.")
    data = saved(document)
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    words = '<w:footnote w:id="2"><w:p><w:r><w:t>At six.</w:t></w:r></w:p></w:footnote>'
    note = f"<w:footnotes {namespace}>{words}</w:footnotes>"
    kinds = part_of(data, "[Content_Types].xml").replace(
        "</Types>",
        '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.footnotes+xml"/></Types>',
    )

    taken = take("note.docx", with_part(with_part(data, "word/footnotes.xml", note), "[Content_Types].xml", kinds))

    assert taken.words == "We came[^2] early.\n\n[^2]: At six."


def test_bold_lines_by_themselves_are_asked_about(take: Take):
    document = docx.Document()
    document.add_paragraph("Words, to begin with.")
    document.add_paragraph().add_run("Our second year").bold = True
    document.add_paragraph("More words.")

    taken = take("bold.docx", saved(document))

    assert "“Our second year” is in bold on a line of its own." in taken.told


@pytest.mark.parametrize(
    ("paragraphs", "title", "words"),
    [
        (("Short and first", "Then the words."), "Short and first", "Then the words."),
        (("It begins with a sentence.", "It goes on."), "sent", "It begins with a sentence.\n\nIt goes on."),
        (("Only one line",), "sent", "Only one line"),
    ],
)
def test_a_title_is_found_or_the_story_is_called_after_its_file(take: Take, paragraphs, title, words):
    taken = take("sent.docx", word(*paragraphs))

    assert f'\ntitle: "{title}"\n' in taken.story
    assert taken.words == words


def test_the_same_picture_twice_is_one_photo_and_a_broken_one_is_told(take: Take):
    document = docx.Document()
    document.add_paragraph("Twice the same, once too small.")
    for data in (pictures.png(), pictures.png(), pictures.jpeg(pictures.upright(90, 60))):
        document.add_picture(BytesIO(data))

    taken = take("twice.docx", saved(document))

    assert taken.files == ["photo-1.jpg", "story.md"]
    assert taken.words.count("![](photo-1.jpg)") == 2
    assert "is only 90 by 60 pixels" in taken.told


def test_a_picture_kept_elsewhere_is_not_fetched(take: Take):
    data = garden_in_word()
    rels = part_of(data, "word/_rels/document.xml.rels")
    outside = rels.replace('Target="media/image1.jpg"', 'Target="https://example.org/spy.jpg" TargetMode="External"')
    assert outside != rels

    taken = take("spy.docx", with_part(data, "word/_rels/document.xml.rels", outside))

    assert taken.status == 1 or taken.files == ["photo-1.jpg", "story.md"]
    assert "Traceback" not in taken.told


def test_the_script_is_really_in_the_document():
    assert SCRIPT.replace("<", "&lt;").replace(">", "&gt;") in part_of(garden_in_word(), "word/document.xml")


def test_a_script_typed_in_word_is_text_on_the_built_page(take: Take, edition: Path, tmp_path: Path):
    taken = take("garden.docx", garden_in_word())
    assert taken.folder
    said = {
        "summary:": "summary: Beans and mud.",
        "storyteller:": "storyteller: Mo",
        "place:": "place: Millbank",
        "themes:": "themes: [Company]",
        "told_on:": "told_on: 2026-03-14",
        "consent:": "consent:\n  given: 2026-03-14",
        "approved_on:": "approved_on: 2026-03-15",
        "licence:": "licence: CC BY-SA 4.0",
        "status: draft": "status: ready",
        "    alt:": "    alt: A picture",
        "    credit:": "    credit: Mo",
        "    licence:": "    licence: CC BY-SA 4.0",
    }
    lines = [said.get(line, line) for line in taken.story.split("\n")]
    (taken.folder / "story.md").write_text("\n".join(lines), encoding="utf-8")

    published = built(edition, tmp_path / "site")

    assert published.stories == 1, published.told
    page = (tmp_path / "site/stories" / taken.folder.name / "index.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;alert('mine')&lt;/script&gt;" in page.replace("&#39;", "'")
    assert "<script>alert" not in page
