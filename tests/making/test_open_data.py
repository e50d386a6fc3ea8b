"""The guide as data: valid for others, safe in spreadsheets, and silent where rights are kept."""

import csv
import io
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, system, validate
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from storyguide.making.data_fields import BETWEEN, story_data
from storyguide.making.open_data import data_files
from storyguide.making.pages.data import make_data
from storyguide.model.framework import Evidence
from storyguide.model.guide import Guide
from storyguide.model.people import Consent, Storyteller
from storyguide.model.place import Point, Precision
from storyguide.model.story import Kind, Reference
from storyguide.model.when import Happened
from storyguide.reading.story import read_story
from storyguide.site.assembly import assemble

from tests.builders import a_guide, a_story
from tests.conftest import TODAY

ADDRESS = "https://anytown.example/"
KEPT = {"slug", "address", "licence", "licence_address"}


def data(guide: Guide, address: str = ADDRESS) -> dict[str, bytes]:
    return {file.name: file.content for file in data_files(guide, address=address)}


def rows(guide: Guide, address: str = ADDRESS) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(data(guide, address)["stories.json"])
    return found


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def unguarded(cell: str) -> str:
    """A cell as it was, by what the page says of apostrophes."""
    return re.sub("((?:^|;) *)'(?='*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20])", r"\1", cell)


@pytest.fixture(params=["with an address", "without one"])
def package(request: pytest.FixtureRequest, anytown_site: Path, drawn_anytown: Path, tmp_path: Path) -> Path:
    """The data of the fictional edition."""
    if request.param == "with an address":
        return anytown_site / "data"
    guide = assemble(drawn_anytown, today=TODAY).guide
    assert guide
    for name, content in data(guide, address="").items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def test_others_find_the_package_valid_and_read_it(package: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(package)
    monkeypatch.setattr(system, "trusted", True)

    told = validate("datapackage.json")
    described = {resource.path: resource for resource in Package("datapackage.json").resources}

    assert told.valid, told.flatten(["name", "message"])
    assert [task.name for task in told.tasks if task.type == "table"] == ["stories-json", "stories-csv"]
    there = {file.name for file in package.iterdir()} - {"index.html"}
    assert there == {*described, "datapackage.json", "story.schema.json"}
    (by_name,) = [row for row in described["stories.csv"].read_rows() if row["slug"] == "repair-cafe"]
    assert by_name["title"] == "The repair café: nothing is broken until Thursday"
    assert by_name["told_on"] == date(2026, 3, 14)
    assert (by_name["first_year"], by_name["last_year"]) == (2019, None)
    assert (float(by_name["north"]), float(by_name["east"])) == (45.03, -29.95)


def test_every_licence_in_the_package_is_one_that_some_row_has(anytown_site: Path):
    package = json.loads((anytown_site / "data/datapackage.json").read_text(encoding="utf-8"))
    stories = json.loads((anytown_site / "data/stories.json").read_text(encoding="utf-8"))

    for name in ("stories.json", "stories.csv", "stories.geojson"):
        (resource,) = [one for one in package["resources"] if one["path"] == name]
        assert {one["title"] for one in resource["licenses"]} == {one["licence"] for one in stories if one["title"]}
    (frameworks,) = [one for one in package["resources"] if one["path"] == "frameworks.json"]
    assert "licenses" not in frameworks


def test_every_field_is_said_of_a_story_and_told_of_on_the_page():
    *_, page = make_data(a_guide(), address=ADDRESS)

    (row,) = rows(a_guide())
    (cells,) = table(data(a_guide())["stories.csv"])

    assert list(row) == [field.name for field in story_data()]
    assert list(cells) == [field.name for field in story_data() if field.in_tables]
    for field in story_data():
        assert f"<code>{field.name}</code>" in page.html


def test_a_row_says_what_the_story_says():
    story = a_story(
        content_note="A flood.",
        happened=Happened(written="about 1974", first_year=1974, last_year=1974, order=(1974, 0)),
        evidence=(Evidence(dimension="confident", sentence="Mo runs the till."),) * 2,
        approved_on=date(2026, 4, 1),
        sources=(Reference(title="The Lantern", accessed=date(2026, 5, 30)),),
    )

    (row,) = rows(a_guide(stories=(story,)))

    assert row["address"] == f"{ADDRESS}stories/repair-cafe/"
    assert (row["told_on"], row["changed_on"]) == ("2026-03-14", "2026-04-01")
    assert (row["happened"], row["first_year"], row["last_year"]) == ("about 1974", 1974, 1974)
    assert (row["places"], row["areas"], row["themes"]) == (["millbank"], ["riverside-area"], ["making"])
    assert row["dimensions"] == ["confident"]
    assert row["evidence"] == [{"dimension": "confident", "sentence": "Mo runs the till."}] * 2
    assert (row["language"], row["content_note"], row["word_count"]) == ("en-GB", "A flood.", 11)
    assert row["sources"] == [
        {"title": "The Lantern", "address": "", "claim": "", "as_of": "", "disputed": "", "read_on": "2026-05-30"}
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"licence": "all rights kept"},
        {"consent": Consent(given=date(2026, 3, 1), surfaces=("web",))},
    ],
)
def test_a_story_that_may_not_go_out_has_a_row_without_a_word(changes: dict[str, Any]):
    story = a_story(
        title="Vellichor",
        summary="Quixotic hammers.",
        storyteller=Storyteller(slug="zebedee", name="Zebedee"),
        organisation="The Skylight",
        content_note="Xylophones.",
        evidence=(Evidence(dimension="confident", sentence="Crotchets."),),
        **changes,
    )
    guide = a_guide(stories=(story,))

    (row,) = rows(guide)
    (cells,) = table(data(guide)["stories.csv"])
    *_, page = make_data(guide, address=ADDRESS)

    assert {name for name, value in row.items() if value is not None} <= KEPT
    assert {name for name, value in cells.items() if value} <= KEPT
    assert json.loads(data(guide)["stories.geojson"])["features"] == []
    everything = b"".join(data(guide).values()).decode()
    for word in ("Vellichor", "Quixotic", "ebedee", "Skylight", "Xylophones", "Crotchets", "51.0"):
        assert word not in everything
    assert "Its row says where it is" in page.html


def test_points_are_the_rounded_ones_and_hidden_ones_are_nowhere():
    written = "45.09381, -29.91642"
    stories = []
    for precision in ("exact", "street", "area", "hidden"):
        text = (
            f"---\ntitle: T\nsummary: S\nstoryteller: Mo\nplace: Millbank\nthemes: [Making]\ntold_on: 2026-03-14\n"
            f'location: "{written}"\nprecision: {precision}\nconsent:\n  given: 2026-03-01\napproved_on: 2026-03-12\n'
            "licence: CC0 1.0\n---\nWords.\n"
        )
        story, problems = read_story(text.encode(), path=f"stories/{precision}/story.md", slug=precision)
        assert story and not problems
        stories.append(story)
    guide = a_guide(stories=(*stories, a_story(location=None)))

    map_of = json.loads(data(guide)["stories.geojson"])

    assert map_of["type"] == "FeatureCollection"
    assert {one["id"]: one["geometry"] for one in map_of["features"]} == {
        story.slug: {"type": "Point", "coordinates": [story.location.east, story.location.north]}
        for story in stories
        if story.location
    }
    assert [one["properties"]["precision"] for one in map_of["features"]] == ["area", "exact", "street"]
    (area, *_) = map_of["features"]
    assert area["geometry"]["coordinates"] == [-29.92, 45.09]
    assert all(one["type"] == "Feature" for one in map_of["features"])


def test_places_themes_and_frameworks_stand_with_the_number_of_their_stories(anytown_site: Path):
    def read(name: str) -> Sequence[dict[str, Any]]:
        found: Sequence[dict[str, Any]] = json.loads((anytown_site / "data" / name).read_text(encoding="utf-8"))
        return found

    places = {one["slug"]: one for one in read("places.json")}
    themes = {one["slug"]: one for one in read("themes.json")}
    (first, *_) = read("frameworks.json")

    assert places["lark-hill"]["area_name"] == "Hilltop"
    assert places["button-cross"]["stories"] == 0
    assert themes["making-and-mending"]["stories"] == 3
    assert first["source"]
    assert all(one["statements"] for one in first["dimensions"])


def test_the_schema_of_a_story_stands_at_its_own_address(anytown_site: Path):
    schema = json.loads((anytown_site / "data/story.schema.json").read_text(encoding="utf-8"))

    assert schema["$id"] == "https://anytown.example/data/story.schema.json"
    Draft202012Validator.check_schema(schema)
    judge = Draft202012Validator(schema)
    facts = {
        **{"title": "T", "summary": "S", "storyteller": "Mo", "place": "Millbank", "themes": ["Making"]},
        **{"told_on": "2026-03-14", "consent": {"given": "2026-03-01"}, "approved_on": "2026-03-12"},
        "licence": "CC0 1.0",
    }
    assert list(judge.iter_errors(facts)) == []
    assert list(judge.iter_errors(facts | {"kind": "rumour"}))


def test_a_preview_puts_nothing_into_the_data_that_is_not_public():
    guide = a_guide(stories=(a_story(), a_story(slug="draft")), unpublished={"draft": ("It is a draft.",)})

    assert [row["slug"] for row in rows(guide)] == ["repair-cafe"]


def test_without_an_address_everything_leads_from_where_the_data_lies(anytown_site: Path):
    (row,) = rows(a_guide(), address="")
    package = json.loads(data(a_guide(), address="")["datapackage.json"])

    assert row["address"] == "../stories/repair-cafe/"
    assert "homepage" not in package


def test_an_empty_guide_is_data_too():
    made = data(Guide(edition=a_guide().edition))

    assert json.loads(made["stories.json"]) == []
    assert table(made["stories.csv"]) == []


ANYTHING = st.text(st.characters(codec="utf-8"), max_size=30)
BEFORE = st.sampled_from(["", "'", "''", " ", "Tea;", "Tea; '"])
BEGUN = st.builds("{}{}{}".format, BEFORE, st.sampled_from("=+-@\t\r\n＝"), ANYTHING)


@settings(max_examples=80)
@given(st.one_of(BEGUN, ANYTHING), st.one_of(BEGUN, ANYTHING), st.one_of(BEGUN, ANYTHING))
def test_a_table_gives_back_whatever_was_written_and_no_spreadsheet_works_any_of_it_out(
    title: str, summary: str, credit: str
):
    teller = Storyteller(slug="x", name=credit)
    first = a_story(title=title, summary=summary, storyteller=teller, location=Point(-1.5, -2.25), content_note=title)
    guide = a_guide(stories=(replace(first, precision=Precision.STREET), a_story(slug="soup", kind=Kind.FACT_FILE)))

    read, other = table(data(guide)["stories.csv"])

    assert [unguarded(read[name]) for name in ("title", "summary", "storyteller")] == [title, summary, credit]
    for name in ("title", "summary", "storyteller", "content_note"):
        assert not [part for part in read[name].split(";") if part.lstrip(" ")[:1] in {*"=+-@\t\r\n＝"} - {""}]
    assert (float(read["north"]), float(read["east"])) == (-1.5, -2.25)
    assert other["themes"].split(BETWEEN) == ["making"]
    assert rows(guide)[0]["title"] == title
