"""What goes out of the guide besides pages is whole and safe too, and so are the pages of what is no story."""

import csv
import io
import json
import re
from datetime import date
from pathlib import Path

import feedparser
import pytest
from icalendar import Calendar
from storyguide.making.newsletter import as_html, newsletter_of
from storyguide.making.newsletter_text import as_text
from storyguide.model.guide import Guide
from storyguide.site.assembly import assemble

from tests.hostile.beside import all_beside
from tests.hostile.cases import all_cases
from tests.hostile.guide import ADDRESS, TODAY, Hostile
from tests.hostile.witness import amiss, made_of
from tests.site_pages import everything_in, page_at, page_of

_RISKY = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"


@pytest.fixture(scope="module")
def guide(hostile: Hostile) -> Guide:
    found = assemble(hostile.root, today=TODAY).guide
    assert found
    return found


def of_letters(text: str) -> str:
    return "".join(text.split())


def test_each_entry_beside_the_stories_is_shown_as_letters_or_told_of_and_kept_back(hostile: Hostile):
    said, wrong = everything_in(hostile.site), []
    for one in all_beside():
        file = hostile.site / one.page
        shown = of_letters(page_at(file).text) if file.is_file() else ""
        told = [problem for problem in hostile.published.problems if problem.where.path == one.file]
        if one.published:
            wrong += [one.label] if one.mark not in shown else []
            wrong += [one.label] if one.fact != "words" and of_letters(one.text) not in shown else []
        else:
            assert [each for each in told if each.blocks and each.mend and each.where.line], one.label
            wrong += [one.label] if of_letters(one.text) in shown else []
            wrong += [one.label] if one.sort in ("post", "reply") and one.mark in said else []

    assert len(all_beside()) > 150
    assert wrong == []
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202e]", "".join(p.read_text("utf-8") for p in _written(hostile)))


def test_calendars_have_the_lines_they_should_have_and_no_others(hostile: Hostile, anytown_site: Path):
    known = {line.partition(b":")[0] for line in (anytown_site / "events/all.ics").read_bytes().split(b"\r\n")}
    known = {name for name in known if not name.startswith(b" ")}
    events = [one for one in all_beside() if one.sort == "event" and one.published]

    for file in sorted((hostile.site / "events").glob("*.ics")):
        data = file.read_bytes()
        lines = data.split(b"\r\n")
        assert max(map(len, lines)) <= 75, file
        assert not {*b"\r\n\x07"} & {*b"".join(lines)}, file
        assert {line.partition(b":")[0] for line in lines if not line.startswith(b" ")} <= known, file
        assert Calendar.from_ical(data).to_ical()

    everything = Calendar.from_ical((hostile.site / "events/all.ics").read_bytes()).walk("VEVENT")
    abouts = [of_letters(str(event["DESCRIPTION"])) for event in everything]
    assert len(events) > 25
    assert [one.label for one in events if one.fact == "about" and of_letters(one.text) not in abouts] == []


def test_feeds_hold_nothing_that_harmless_feeds_do_not(hostile: Hostile, anytown_site: Path, tmp_path: Path):
    def pages_of(site: Path, folder: Path) -> list[Path]:
        """The words of every entry, each as a page."""
        folder.mkdir()
        for number, file in enumerate(sorted(site.rglob("feed.json"))):
            for count, item in enumerate(json.loads(file.read_text(encoding="utf-8"))["items"]):
                (folder / f"{number}-{count}.html").write_text(item["content_html"], encoding="utf-8")
        return sorted(folder.iterdir())

    allowed = made_of(pages_of(anytown_site, tmp_path / "harmless"))
    for page in pages_of(hostile.site, tmp_path / "hostile"):
        loads = page.read_text(encoding="utf-8").replace(f'src="{ADDRESS}', 'src="')
        assert list(amiss(loads, allowed, ADDRESS, of_story=False)) == [], loads

    read = feedparser.parse((hostile.site / "feed.xml").read_bytes())
    items = json.loads((hostile.site / "feed.json").read_text(encoding="utf-8"))["items"]
    assert not read.bozo
    assert [entry.title for entry in read.entries] == [item["title"] for item in items]
    assert len(items) == 50


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_no_cell_of_the_table_is_worked_out_wherever_a_program_parts_it(hostile: Hostile, between: str):
    text = (hostile.site / "data/stories.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=between))
    known = json.loads((hostile.site / "data/stories.json").read_text(encoding="utf-8"))

    risky = [cell for row in rows for cell in row if cell.lstrip(" ")[:1] in {*_RISKY}]

    assert [cell for cell in risky if not re.fullmatch(r"-?[\d.]+(,.*)?", cell)] == []  # degrees west
    assert between != "," or ({len(row) for row in rows} == {len(rows[0])} and len(rows) == len(known) + 1)


def test_points_in_the_data_are_as_rough_as_was_agreed(hostile: Hostile):
    features = json.loads((hostile.site / "data/stories.geojson").read_text(encoding="utf-8"))["features"]
    rough = {"exact": 4, "street": 3, "area": 2}

    assert features
    for feature in features:
        places = max(len(str(number).partition(".")[2]) for number in feature["geometry"]["coordinates"])
        assert places <= rough[feature["properties"]["precision"]], feature


def test_a_letter_holds_nothing_that_a_harmless_letter_does_not(
    hostile: Hostile, guide: Guide, drawn_anytown: Path, tmp_path: Path
):
    harmless = assemble(drawn_anytown, today=TODAY).guide
    assert harmless
    for month in range(1, 13):
        whole = newsletter_of(harmless, 2026, month)
        (tmp_path / f"{month}.html").write_text(as_html(whole, address=ADDRESS, pictures=True), encoding="utf-8")
    allowed = made_of(tmp_path.iterdir())
    letter = newsletter_of(guide, 2026, 3)

    html, text = as_html(letter, address=ADDRESS, pictures=True), as_text(letter, address=ADDRESS)

    assert len(letter.stories) > 200
    assert len(letter.posts) > 20
    ours = [f"<{tag} {name}" for tag, given in page_of(html).elements for name in given if (tag, name) not in allowed]
    assert ours == []
    assert {value.partition(":")[0] for tag, value, _ in page_of(html).addresses if tag == "a"} <= {"https", "mailto"}
    assert "<!--" not in html
    assert "\r" not in text
    assert [case.label for case in all_cases() if case.wanted == "refused" and case.mark in html + text] == []
    assert date(2026, 3, 14) in {story.told_on for story in letter.stories}


def _written(hostile: Hostile) -> list[Path]:
    """Files in plain letters in which entries beside the stories can stand."""
    site = hostile.site
    pages = (*site.glob("news/**/*.html"), *site.glob("about/*/index.html"))
    return [*pages, *site.glob("events/**/*.*"), site / "feed.xml"]
