"""What hosts are told to say with each file, and whom one tells of a fault."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from storyguide.making.output import OutputFile, OutputPage
from storyguide.model.edition import Contact
from storyguide.model.guide import Guide
from storyguide.site.headers import HEADERS, make_headers
from storyguide.site.security_txt import SECURITY, make_security_txt, running_out

from tests.builders import a_story, an_edition
from tests.conftest import TODAY
from tests.hosting import Rules, rules_of, said_with
from tests.site_pages import files_in


@pytest.fixture(scope="module", params=["anytown_site", "dudley_site"])
def site(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(request.param)


def rules_for(*made: OutputPage | OutputFile) -> Rules:
    content = make_headers(made).content
    assert isinstance(content, str)
    return rules_of(content)


def address_of(path: str) -> str:
    return "/" + path.removesuffix("index.html")


# _headers


def test_each_file_is_told_once_how_long_it_may_be_kept_and_has_all_else(site: Path):
    rules = rules_of((site / HEADERS).read_text(encoding="utf-8"))

    for path in files_in(site):
        said = said_with(rules, address_of(path))
        assert {len(values) for values in said.values()} == {1}, path
        assert said["Content-Security-Policy"] == ["frame-ancestors 'none'"]
        assert said["X-Content-Type-Options"] == ["nosniff"]
        assert said["Referrer-Policy"] == ["no-referrer"]
        assert said["Cross-Origin-Resource-Policy"] in (["same-origin"], ["cross-origin"]), path
        if path.endswith((".html", ".css", ".js", ".json")) and path != "404.html":
            assert said["Cache-Control"] == ["public, max-age=0, must-revalidate"], path


def test_others_may_show_pictures_and_read_feeds_and_data_and_nothing_else(anytown_site: Path):
    rules = rules_of((anytown_site / HEADERS).read_text(encoding="utf-8"))
    said = {path: said_with(rules, address_of(path)) for path in files_in(anytown_site)}

    shown = {path for path, of_it in said.items() if of_it["Cross-Origin-Resource-Policy"] == ["cross-origin"]}
    read = {path for path, of_it in said.items() if "Access-Control-Allow-Origin" in of_it}

    assert {path for path in said if re.match(r"photos/|data/|(.*/)?card\.png|events/.*\.ics", path)} <= shown
    assert {path for path in said if re.match(r"data/|(.*/)?feed\.(xml|json)$|events/all\.ics", path)} == read
    assert {path.split("/")[0] for path in shown} == {
        *("photos", "stories", "card.png", "data", "events", "feeds", "feed.xml", "feed.json"),
    }
    assert all(said[path]["Access-Control-Allow-Origin"] == ["*"] for path in read)
    assert not [path for path in read if path.endswith(".html") and path != "data/index.html"]


def test_only_what_is_named_by_its_content_is_kept_for_ever(site: Path):
    rules = rules_of((site / HEADERS).read_text(encoding="utf-8"))
    kept = [
        path for path in files_in(site) if "immutable" in str(said_with(rules, address_of(path)).get("Cache-Control"))
    ]

    assert kept
    assert [path for path in kept if not re.search(r"/[0-9a-f]{16}-\d+\.\w+$|/en_[0-9a-f]{7,}\.pf_\w+$", path)] == []


def test_hosts_take_it(site: Path):
    text = (site / HEADERS).read_text(encoding="utf-8")

    assert len(rules_of(text)) <= 100
    assert max(map(len, text.splitlines())) < 2000


def test_a_device_is_asked_for_nothing_but_where_it_is_and_that_only_by_the_map():
    a_map = OutputPage(path="map/index.md", title="Map", html="", meta={"scripts": ["near.js"]})
    a_story = OutputPage(path="stories/tea.md", title="Tea", html="", meta={"scripts": ["filters.js"]})

    (without,) = said_with(rules_for(a_story), "/map/")["Permissions-Policy"]
    (with_map,) = said_with(rules_for(a_story, a_map), "/map/")["Permissions-Policy"]

    assert re.sub(r"[a-z-]+=\(\)(, )?", "", without) == ""
    assert with_map == without.replace("geolocation=()", "geolocation=(self)")


def test_an_editor_can_come_back_from_signing_in():
    page, admin = OutputPage(path="index.md", title="A", html=""), OutputFile(path="admin/index.html", content="")

    assert said_with(rules_for(page), "/")["Cross-Origin-Opener-Policy"] == ["same-origin"]
    assert said_with(rules_for(page, admin), "/admin/")["Cross-Origin-Opener-Policy"] == ["same-origin-allow-popups"]


# security.txt


def told(guide: Guide, address: str = "https://anytown.example/") -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for file in make_security_txt(guide, address):
        for line in str(file.content).splitlines():
            name, value = line.split(": ", 1)
            found.setdefault(name, []).append(value)
    return found


def guide_of(**of_edition: object) -> Guide:
    return Guide(edition=an_edition(**of_edition), stories=(a_story(told_on=date(2026, 3, 14)),), day=TODAY)


def test_it_names_the_editors_and_then_who_keeps_the_files():
    guide = guide_of(contact=Contact(email="a@example.org"), repository="https://github.com/anytown/guide")

    assert told(guide) == {
        "Contact": ["mailto:a@example.org", "https://github.com/anytown/guide/security/advisories/new"],
        "Expires": ["2027-03-01T00:00:00Z"],
        "Preferred-Languages": ["en-GB"],
        "Canonical": [f"https://anytown.example/{SECURITY}"],
        "Policy": ["https://anytown.example/about/corrections/"],
    }


def test_with_nobody_to_tell_there_is_none(dudley_site: Path):
    assert told(guide_of(contact=Contact(post="1 Millbank"), repository="https://example.org/guide")) == {}
    assert not (dudley_site / SECURITY).exists()


def test_it_says_the_same_on_any_day_until_it_has_run_out():
    guide = guide_of(contact=Contact(phone="01632 960 123"))
    days = [date(2026, 3, 14), date(2027, 1, 28), date(2027, 1, 29), date(2027, 2, 28), date(2027, 3, 1)]

    by_day = [told(replace(guide, day=day)) for day in days]
    notes = [[note.message for note in running_out(replace(guide, day=day))] for day in days]

    assert by_day == [*[by_day[0]] * 4, {}]
    assert by_day[0]["Contact"] == ["tel:01632960123"]
    assert notes[:2] == [[], []]
    assert all("ends on 1 March 2027." in note for (note,) in notes[2:4])
    assert "ended on 1 March 2027, and is left out." in notes[4][0]


def test_where_there_is_nobody_to_tell_nothing_runs_out():
    guide = replace(guide_of(contact=Contact(phone="ask at the library")), day=date(2030, 1, 1))

    assert told(replace(guide, day=TODAY)) == {}
    assert running_out(guide) == running_out(None) == ()


def test_what_is_published_has_not_run_out_and_does_within_a_year(anytown_site: Path):
    (expires,) = re.findall(r"^Expires: (\S+)T00:00:00Z$", (anytown_site / SECURITY).read_text("utf-8"), re.MULTILINE)

    assert 0 < (date.fromisoformat(expires) - TODAY).days <= 366
