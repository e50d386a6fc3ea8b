"""The table of a story's texts: each text the table of facts has is shown, approved and found where it says.

The story is written from the table of facts itself, with a word of its own in every text, and read from its file; so a
new fact, and a new part of one, is tried without being named here.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from storyguide.editing.leaks.story_terms import story_terms
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
from storyguide.making.proof import proof_of
from storyguide.making.proof.on_paper import proof_on_paper
from storyguide.making.proof.page import make_proof
from storyguide.model.people import Consent
from storyguide.model.photo import Rendition
from storyguide.model.source import Source
from storyguide.model.story import Barrier, Reply, Story
from storyguide.model.story_sections import BELOW_THE_WORDS, MERE_FACTS, NEVER_SHOWN, NOTICES, SECTIONS
from storyguide.reading.approval import mark_of_wording
from storyguide.reading.groups import Field
from storyguide.reading.story import read_story
from storyguide.reading.story_fields import STORY_FIELDS

from tests.builders import a_guide, a_story, a_tin, some_words
from tests.pictures import jpeg

APPROVED = {name for section in SECTIONS for name in section.fields}
FROM_LISTS = {"place": "Millbank", "themes": "Making"}
"""Names the edition lists; a story with another is held back."""
ON_THEIR_OWN_PAGE = {"storyteller.about"}
"""Shown on the storyteller's page and in the proof, not on the story's own page and not in a book."""
RUNS_OUT = {"offers.text", "needs.text"}
"""Left out of a book, which outlasts it."""
SAID_OF_IT = {"barriers.barrier"}
"""In the mark along with the text that is said of it."""
NOT_PRINTED = {*NEVER_SHOWN, *ON_THEIR_OWN_PAGE, "photos.alt", "happened"}
"""Texts of which the book prints no letter, and a time, which is written in plain ones."""
WORDS = "words"
"""The story's words, which are no fact."""


def leaves(fields: Iterator[Field] | Sequence[Field], prefix: str = "") -> Iterator[tuple[str, Field]]:
    for field in fields:
        if field.parts:
            yield from leaves(field.parts, f"{prefix}{field.name}.")
        else:
            yield prefix + field.name, field


FIELDS = dict(leaves(tuple(STORY_FIELDS.values())))


def takes_words(schema: Mapping[str, object]) -> bool:
    """Return whether a fact of this shape holds what somebody writes freely, or a web address."""
    for inner in ("anyOf", "additionalProperties"):
        if inner in schema:
            first = schema[inner][0] if inner == "anyOf" else schema[inner]
            return takes_words(first)
    free = "string" in schema.get("type", ()) and not schema.keys() & {"enum", "format", "pattern"}
    return free or schema.get("pattern") == "^https?://"


TEXTS = [path for path, field in FIELDS.items() if takes_words(field.kind.schema) and path not in FROM_LISTS]


def is_address(path: str) -> bool:
    return FIELDS[path].kind.schema.get("format") == "uri"


def word_of(path: str) -> str:
    return "about 1874" if path == "happened" else f"Canary{path.replace('.', '').replace('_', '')}End"


def value_of(path: str, field: Field, other: str, before: str) -> object:
    """Return what the file says of a fact: its own word, if it is a text; else its example, if it must be given."""
    example = yaml.safe_load(field.example)[field.name]
    if path in FROM_LISTS:
        return FROM_LISTS[path]
    if path not in TEXTS:
        return example if field.needed else None
    word = f"{before}{word_of(path)}" if path == other else word_of(path)
    schema = field.kind.schema
    if path == "happened":
        said = "about 1875" if path == other else word
    elif is_address(path):
        said = f"https://example.org/{word}"
    else:
        said = word if schema.get("maxLength", 80) < 80 else f"Once we all said {word} up there."
    return dict.fromkeys(example, said) if isinstance(example, dict) else said


def values_of(fields: Sequence[Field], other: str, before: str, prefix: str = "") -> dict[str, object]:
    found = {}
    for field in fields:
        path = prefix + field.name
        value = (
            values_of(field.parts, other, before, f"{path}.") if field.parts else value_of(path, field, other, before)
        )
        if value is not None:
            found[field.name] = value
    return found


def story_that_says_all(photo: Path | None = None, *, other: str = "", before: str = "Another") -> Story:
    """Return a story with a word of its own in every text; the fact called other has a longer one."""
    facts = yaml.safe_dump(values_of(tuple(STORY_FIELDS.values()), other, before), allow_unicode=True, width=1000)
    word = f"{before}{word_of(WORDS)}" if other == WORDS else word_of(WORDS)
    file = f"---\n{facts}---\nOnce we all said {word} up there.\n"
    story, problems = read_story(file.encode(), path="stories/repair-cafe/story.md", slug="repair-cafe")
    assert story, problems
    if photo is None:
        return story
    size = Rendition(path="photos/abc-360.jpg", type="image/jpeg", width=360, height=180, file=photo)
    return replace(story, photos=tuple(replace(one, renditions=(size,)) for one in story.photos))


class Outputs(NamedTuple):
    """All that is made of a story, as text."""

    page: str
    proof_page: str
    proof_paper: str
    book_paper: str
    book_epub: str
    everything: str
    """Every page and file of the site."""


def text_of_epub(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return "\n".join(packed.read(name).decode() for name in packed.namelist() if name.endswith((".xhtml", ".opf")))


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Outputs:
    photo = tmp_path_factory.mktemp("photos") / "bench.jpg"
    photo.write_bytes(jpeg())
    story = story_that_says_all(photo)
    guide = a_guide(stories=(story,), tins=(a_tin(slug=story.tins[0].tin),))
    made = {one.path: one for one in make(guide, address="https://guide.example/")}
    site = {path: one.html if isinstance(one, OutputPage) else one.content for path, one in made.items()}
    proof = proof_of(story, guide, mark_of_wording(story))
    book = contents(guide, Choice(), address="https://guide.example/")
    return Outputs(
        page=site["stories/repair-cafe.md"],
        proof_page="".join(one.html for one in make_proof(proof) if isinstance(one, OutputPage)),
        proof_paper=as_typst(proof_on_paper(proof)[0]),
        book_paper=book_as_typst(book, SIZES["a5"]),
        book_epub=text_of_epub(as_epub(book, b"", {})),
        everything="\n".join(text if isinstance(text, str) else str(text) for text in site.values()),
    )


def test_each_fact_of_a_story_stands_in_the_table_once():
    assert sorted([*(name for one in SECTIONS for name in one.fields), *MERE_FACTS, *NEVER_SHOWN]) == sorted(FIELDS)


@pytest.mark.parametrize("path", [WORDS, *TEXTS])
def test_a_text_is_on_the_page_unless_the_table_says_that_nobody_sees_it(path: str, outputs: Outputs):
    page = outputs.proof_page if path in ON_THEIR_OWN_PAGE else outputs.page

    assert (word_of(path) in page) == (path not in NEVER_SHOWN)


@pytest.mark.parametrize("path", [WORDS, *TEXTS])
@pytest.mark.parametrize("where", ["proof_page", "proof_paper", "book_paper", "book_epub"])
def test_a_text_on_the_page_is_in_the_proof_and_in_the_book(where: str, path: str, outputs: Outputs):
    left_out = NEVER_SHOWN if where.startswith("proof") else {*NEVER_SHOWN, *ON_THEIR_OWN_PAGE, *RUNS_OUT}

    assert (word_of(path) in getattr(outputs, where)) == (path not in left_out)


@pytest.mark.parametrize("path", NEVER_SHOWN)
def test_what_nobody_sees_is_nowhere_in_the_site(path: str, outputs: Outputs):
    assert word_of("title") in outputs.everything
    assert word_of(path) not in outputs.everything


@pytest.mark.parametrize("path", [WORDS, *TEXTS])
def test_changing_a_text_ends_the_approval_only_if_the_storyteller_says_it(path: str):
    changed = mark_of_wording(story_that_says_all(other=path)) != mark_of_wording(story_that_says_all())

    assert changed == (path in {*APPROVED, *SAID_OF_IT, WORDS})


@pytest.mark.parametrize("path", sorted(APPROVED | {WORDS}))
def test_each_text_the_storyteller_says_is_looked_for_once_the_story_has_gone(path: str):
    terms = story_terms([story_that_says_all()])

    assert any(word_of(path) in term.written for term in terms)


def test_headings_stand_in_the_same_order_on_the_page_on_paper_and_in_the_book(outputs: Outputs):
    headings = [section.heading for section in BELOW_THE_WORDS]

    for text in (outputs.page, outputs.proof_page, outputs.proof_paper, outputs.book_paper, outputs.book_epub):
        found = re.findall(rf"(?:<h\d[^>]*>|\")({'|'.join(headings)})[<\"]", text)
        in_a_book = text in (outputs.book_paper, outputs.book_epub)
        assert found == [heading for heading in headings if not (in_a_book and heading == NOTICES.heading)]


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


@pytest.mark.parametrize("path", [WORDS, *(path for path in TEXTS if path not in NOT_PRINTED and not is_address(path))])
def test_a_text_in_letters_that_no_typeface_has_is_known_before_the_book_is_printed(path: str):
    story = story_that_says_all(other=path, before="\U00012000")

    assert Bindery(None).unprintable([story]) == {story.slug: "\U00012000"}
