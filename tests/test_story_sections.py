"""The table of a story's texts: each is shown, approved and found where it says, and nowhere else."""

import io
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from storyguide.editing.leaks.story_terms import story_terms
from storyguide.making import data_fields
from storyguide.making.book.binding import Bindery
from storyguide.making.book.choosing import Choice
from storyguide.making.book.contents import contents
from storyguide.making.book.epub import as_epub
from storyguide.making.book.pdf import SIZES
from storyguide.making.book.pdf import as_typst as book_as_typst
from storyguide.making.downloads.as_typst import as_typst
from storyguide.making.entries import met_by
from storyguide.making.everything import make
from storyguide.making.output import OutputPage
from storyguide.making.poster import poster_of_story
from storyguide.making.poster.printing import SIZES as SIZES_OF_POSTERS
from storyguide.making.poster.printing import as_typst as poster_as_typst
from storyguide.making.proof import proof_of
from storyguide.making.proof.on_paper import proof_on_paper
from storyguide.making.proof.page import make_proof
from storyguide.making.search import as_html, documents_of_stories
from storyguide.model import story_sections
from storyguide.model.people import Consent
from storyguide.model.source import Source
from storyguide.model.story import Barrier, Reply, Story
from storyguide.model.story_sections import MERE_FACTS, NEVER_SHOWN, SECTIONS, Section, Surface, approved_texts
from storyguide.model.story_sections.section import Row, Text
from storyguide.reading.approval import mark_of_wording

from tests.builders import a_guide, a_story, a_tin, some_words
from tests.pictures import jpeg
from tests.whole_story import FIELDS, TEXTS, WORDS, is_address, story_that_says_all, word_of

ROWS = {row.fact: row for section in SECTIONS for row in section.rows}
HEARD = {"photos.alt"}
"""In a book, and not printed in it."""
SAID_OF_IT = {"barriers.barrier"}
"""In the mark along with the text that is said of it."""


def text_of_epub(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return "\n".join(packed.read(name).decode() for name in packed.namelist() if name.endswith((".xhtml", ".opf")))


def site_with(story: Story) -> dict[str, str]:
    guide = a_guide(stories=(story,), tins=(a_tin(slug=story.tins[0].tin),))
    made = [
        (one.path, one.html if isinstance(one, OutputPage) else one.content) for one in make(guide, address=ADDRESS)
    ]
    return {path: content.decode() if isinstance(content, bytes) else str(content) for path, content in made}


ADDRESS = "https://guide.example/"


def shown(story: Story) -> dict[str, tuple[Surface, str]]:
    """Return what is made of a story: each output by a name, the surface it is, and its text."""
    guide = a_guide(stories=(story,), tins=(a_tin(slug=story.tins[0].tin),))
    site = site_with(story)
    # A feed's summary is what warns of a story, and its own where nothing does.
    unwarned = site_with(replace(story, content_note=""))
    proof = proof_of(story, guide, mark_of_wording(story))
    book = contents(guide, Choice(), address=ADDRESS)
    (document,) = documents_of_stories(guide)
    teller = next((text for path, text in site.items() if re.fullmatch(r"storytellers/.+/index\.md", path)), "")
    return {
        "page": (Surface.PAGE, site["stories/repair-cafe.md"] + teller),
        "proof": (Surface.PAPER, "".join(one.html for one in make_proof(proof) if isinstance(one, OutputPage))),
        "printed proof": (Surface.PAPER, as_typst(proof_on_paper(proof)[0])),
        "poster": (Surface.POSTER, poster_as_typst(poster_of_story(story, guide, ADDRESS), SIZES_OF_POSTERS["a4"])),
        "book": (Surface.BOOK, book_as_typst(book, SIZES["a5"])),
        "EPUB": (Surface.BOOK, text_of_epub(as_epub(book, b"", {}))),
        "Atom": (Surface.FEED, site["feed.xml"] + unwarned["feed.xml"]),
        "JSON Feed": (Surface.FEED, site["feed.json"] + unwarned["feed.json"]),
        "data": (Surface.DATA, site["data/stories.json"]),
        "search": (Surface.SEARCH, as_html(document)),
    }


OUTPUTS = ("page", "proof", "printed proof", "poster", "book", "EPUB", "Atom", "JSON Feed", "data", "search")


@pytest.fixture(scope="module")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("photos") / "bench.jpg"
    file.write_bytes(jpeg())
    return file


@pytest.fixture(scope="module")
def outputs(photo: Path) -> Mapping[str, tuple[Surface, str]]:
    return shown(story_that_says_all(photo))


def test_each_fact_of_a_story_stands_in_the_table_once():
    rows = [row.fact for section in SECTIONS for row in section.rows if row.fact != WORDS]

    assert sorted([*rows, *MERE_FACTS, *NEVER_SHOWN]) == sorted(FIELDS)


def test_no_text_is_called_a_mere_fact():
    assert [path for path in TEXTS if path in MERE_FACTS] == []


@pytest.mark.parametrize("path", [WORDS, *TEXTS])
def test_a_section_yields_the_texts_of_its_rows_by_their_names(path: str):
    story = story_that_says_all()

    named = {text.fact for section in SECTIONS for text in section.texts(story) if word_of(path) in text.text}

    assert named == ({path} if path in ROWS else set())


@pytest.mark.parametrize("path", [WORDS, *TEXTS])
@pytest.mark.parametrize("output", OUTPUTS)
def test_a_text_is_shown_where_the_table_says_and_nowhere_else(
    output: str, path: str, outputs: Mapping[str, tuple[Surface, str]]
):
    surface, text = outputs[output]

    assert (word_of(path) in text) == (path in ROWS and surface in ROWS[path].shown)


def test_every_surface_is_tried(outputs: Mapping[str, tuple[Surface, str]]):
    assert tuple(outputs) == OUTPUTS
    assert {surface for surface, _ in outputs.values()} == set(Surface)


def test_what_nobody_sees_is_nowhere_in_the_site(photo: Path):
    everything = "\n".join(site_with(story_that_says_all(photo)).values())

    assert word_of("title") in everything
    assert [path for path in NEVER_SHOWN if word_of(path) in everything] == []


@pytest.mark.parametrize("path", [WORDS, *TEXTS])
def test_changing_a_text_ends_the_approval_only_if_the_storyteller_says_it(path: str):
    changed = mark_of_wording(story_that_says_all(other=path)) != mark_of_wording(story_that_says_all())

    assert changed == ((path in ROWS and bool(ROWS[path].label)) or path in SAID_OF_IT)


@pytest.mark.parametrize("path", [path for path, row in ROWS.items() if row.label])
def test_each_text_the_storyteller_says_is_looked_for_once_the_story_has_gone(path: str):
    terms = story_terms([story_that_says_all()])

    assert any(word_of(path) in term.written for term in terms)


def test_headings_stand_in_the_order_of_the_table_on_the_page_on_paper_and_in_the_book(
    outputs: Mapping[str, tuple[Surface, str]],
):
    headings = {section.heading: section for section in SECTIONS if section.heading}

    for name in ("page", "proof", "printed proof", "book", "EPUB"):
        surface, text = outputs[name]
        found = re.findall(rf"(?:<h\d[^>]*>|\")({'|'.join(headings)})[<\"]", text)
        assert found == [heading for heading, section in headings.items() if section.shown_on(surface)], name


def test_a_section_without_a_look_of_its_own_is_shown_wherever_it_says_and_approved(
    photo: Path, monkeypatch: pytest.MonkeyPatch
):
    """So that a new text of a story is the fact, the attribute and the section, and no surface need be touched."""
    headed = Surface.PAGE | Surface.PAPER | Surface.BOOK | Surface.FEED | Surface.DATA | Surface.SEARCH
    made_up = Section(
        "what comes next",
        (Row("next", headed, "next"), Row("aside", Surface.PAGE)),
        lambda story: [Text("next", "Canarynext & more"), Text("next", ""), Text("aside", "Canaryaside")],
        "What comes next",
        plain=True,
    )
    for module in (story_sections, data_fields):
        monkeypatch.setattr(module, "SECTIONS", (*SECTIONS, made_up))
    story = story_that_says_all(photo)

    made = shown(story)

    assert {name for name, (_, text) in made.items() if "Canarynext" in text} == set(OUTPUTS) - {"poster"}
    assert {name for name, (_, text) in made.items() if "Canaryaside" in text} == {"page", "proof"}
    assert "Canarynext &amp; more" in made["page"][1]
    (row,) = json.loads(made["data"][1])
    assert row["what_comes_next"] == "Canarynext & more"
    assert [text.text for text in approved_texts(story) if text.label == "next"] == ["Canarynext & more"]
    table = site_with(story)
    assert "What comes next." in table["data/index.md"]
    assert table["data/stories.csv"].splitlines()[0].endswith(",what_comes_next")


def test_a_reply_is_on_the_page_and_no_part_of_what_the_storyteller_approves():
    reply = Reply(
        name="ana",
        source=Source("stories/repair-cafe/replies/ana.md"),
        by="Canaryby",
        on=date(2026, 5, 1),
        consent=Consent(given=date(2026, 5, 1)),
        words=some_words(html="<p>Canarysaid in a reply.</p>"),
    )
    story = a_story(replies=(reply,))
    guide = a_guide(stories=(story,))
    site = {one.path: one for one in make(guide)}

    page = site["stories/repair-cafe.md"]
    assert isinstance(page, OutputPage) and "Canaryby" in page.html and "Canarysaid" in page.html
    assert mark_of_wording(story) == mark_of_wording(a_story())
    assert "Canary" not in book_as_typst(contents(guide, Choice()), SIZES["a5"])


def test_a_barrier_written_without_a_dash_keeps_its_name_as_written():
    story = story_that_says_all()

    assert (
        met_by(story, a_guide(stories=(story,)))[0].name == f"Once we all said {word_of('barriers.barrier')} up there."
    )


def test_a_barrier_that_nothing_eased_leaves_the_mark_as_it_was():
    assert mark_of_wording(a_story(barriers=(Barrier(barrier="rent"),))) == mark_of_wording(a_story())


def test_marks_approved_before_still_hold():
    """Worked out before the table had these rows; another mark would end every approval at once."""
    assert mark_of_wording(a_story()) == "a9d6-05d3"


PRINTED = [path for path, row in ROWS.items() if Surface.BOOK in row.shown and path not in HEARD]
WITH_LETTERS = [path for path in PRINTED if path == WORDS or (path != "happened" and not is_address(path))]


@pytest.mark.parametrize("path", WITH_LETTERS)
def test_a_text_in_letters_that_no_typeface_has_is_known_before_the_book_is_printed(path: str):
    story = story_that_says_all(other=path, before="\U00012000")

    assert Bindery(None).unprintable([story]) == {story.slug: "\U00012000"}
