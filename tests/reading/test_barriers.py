"""The register of barriers is read, names no person, and fits what stories say they met."""

from dataclasses import replace
from pathlib import Path

import pytest
from storyguide.checking import check_records, publishable
from storyguide.model.people import Storyteller
from storyguide.model.register import BarrierState
from storyguide.model.story import Barrier
from storyguide.reading.registers import read_barriers

from tests.builders import a_story, an_edition

RENT = "barriers:\n  - name: Rent\n    what: A room costs more than we take.\n    state: open\n"


def read(root: Path, text: str):
    (root / "stories").mkdir()
    (root / "stories/barriers.yml").write_text(text, encoding="utf-8")
    return read_barriers(root)


def an_edition_with(root: Path, text: str):
    barriers, problems = read(root, text)
    assert problems == ()
    return an_edition(barriers=barriers)


def test_an_edition_need_not_have_one(tmp_path: Path):
    assert read_barriers(tmp_path) == ((), ())


def test_an_entry_says_what_where_and_what_eased_it(tmp_path: Path):
    more = "    theme: Making\n    places: [Millbank]\n    eased_by: The library\n    sources:\n      - title: Notes\n"

    (rent,), problems = read(tmp_path, RENT + more)

    assert problems == ()
    assert (rent.slug, rent.theme, rent.places, rent.state) == ("rent", "making", ("millbank",), BarrierState.OPEN)
    assert (rent.eased_by, rent.sources[0].title) == ("The library", "Notes")
    assert rent.where("theme").line == 5


@pytest.mark.parametrize(
    "text",
    ["barriers:\n  - what: A room costs more.\n    state: open\n", "barriers:\n  - name: Rent\n    state: open\n"],
    ids=["no name", "no sentence"],
)
def test_an_entry_without_a_name_or_a_sentence_is_told_and_left_out(tmp_path: Path, text: str):
    barriers, (problem,) = read(tmp_path, text)

    assert barriers == ()
    assert (problem.code, problem.where.line) == ("missing-fact", 2)


def test_what_is_eased_says_by_what(tmp_path: Path):
    _, (problem,) = read(tmp_path, RENT.replace("open", "eased"))

    assert (problem.code, problem.where.line) == ("missing-fact", 4)
    assert "eased_by" in problem.message


def test_an_entry_that_stands_there_twice_is_told(tmp_path: Path):
    barriers, (problem,) = read(tmp_path, RENT + RENT.replace("barriers:\n", ""))

    assert len(barriers) == 1
    assert (problem.code, problem.where.line) == ("listed-twice", 5)


def test_a_private_way_to_reach_somebody_keeps_its_entry_unpublished(tmp_path: Path):
    text = RENT + RENT.replace("barriers:\n", "").replace("Rent", "Key").replace("costs", "costs, says x@y.example,")

    barriers, (problem,) = read(tmp_path, text)

    assert (problem.code, problem.where.line) == ("contact-in-record", 6)
    assert [one.name for one in publishable(an_edition(barriers=barriers), ()).barriers] == ["Rent"]


def test_a_storyteller_who_is_named_keeps_the_entry_unpublished(tmp_path: Path):
    edition = an_edition_with(tmp_path, RENT.replace("than we take", "than Ida Buttonhook takes"))
    story = a_story(storyteller=Storyteller(slug="ida-buttonhook", name="Ida Buttonhook"))

    (problem,) = check_records(edition, [story])

    assert (problem.code, problem.where.line) == ("person-in-record", 2)
    assert "Ida Buttonhook" in problem.message
    assert publishable(edition, [story]).barriers == ()


def test_a_theme_and_a_place_that_are_not_there_are_told(tmp_path: Path):
    edition = an_edition_with(tmp_path, RENT + "    theme: Makign\n    places: [Millbank, Milbank]\n")

    found = {(problem.code, problem.where.line) for problem in check_records(edition, ())}

    assert ("unknown-theme", 5) in found
    assert ("unknown-place", 6) in found


def test_a_barrier_the_register_does_not_have_is_met_with_the_nearest(tmp_path: Path):
    edition = an_edition_with(tmp_path, RENT)
    story = a_story(
        barriers=(Barrier(barrier="rents"),), lines={"barriers[0].barrier": 9}, written={"barriers[0].barrier": "Rents"}
    )

    (problem,) = check_records(edition, [story])

    assert (problem.where.line, problem.mend) == (9, "Change it to “rent”.")
    assert "“Rents”" in problem.message


def test_without_a_register_stories_call_their_barriers_what_they_like():
    assert list(check_records(an_edition(), [a_story(barriers=(Barrier(barrier="weather"),))])) == []


def test_an_area_may_be_named_without_its_ending(tmp_path: Path):
    edition = an_edition_with(tmp_path, RENT)
    area = edition.areas[0]
    barriers = (replace(edition.barriers[0], place_names=(area.name,)),)

    assert list(check_records(replace(edition, barriers=barriers), ())) == []
