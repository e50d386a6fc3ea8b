"""The whole way, from a folder of stories to a site on disk."""

import re
import shutil
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from storyguide.engines.mkdocs import carrying
from storyguide.engines.mkdocs import pages as made_pages
from storyguide.site.digests import LIST
from storyguide.site.ledger import LEDGER

from tests.conftest import PROJECT, built
from tests.site_pages import files_in, leads_to, pages_in, times_in

pytestmark = pytest.mark.slow

PAGES = """
index.html stories/index.html places/index.html themes/index.html dimensions/index.html storytellers/index.html
stories/repair-cafe/index.html stories/kawiarnia-napraw/index.html stories/bus-shelter-library/index.html
places/riverside-area/index.html places/hilltop-area/index.html
places/millbank/index.html places/button-cross/index.html
themes/music/index.html themes/reading-and-writing/index.html
dimensions/curious/index.html dimensions/room-for-one-more/index.html
storytellers/wilhelmina-inkpot/index.html storytellers/barnaby-kettle/index.html
tell-your-story/index.html about/index.html about/how-we-chose/index.html about/who-is-missing/index.html
about/corrections/index.html about/accessibility/index.html about/privacy/index.html about/licences/index.html
help/story-format/index.html 404.html
"""

OTHERS = """
sitemap.xml card.png pictures/hero.svg pictures/door.svg assets/guide.css assets/guide.js assets/mark.svg
themes/music/cover.svg stories/marrow-race/cover.svg stories/marrow-race/card.png stories/repair-cafe/card.png
"""


@pytest.fixture(params=["anytown_site", "dudley_site"])
def site(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(request.param)


def test_every_promised_address_is_there(anytown_site: Path):
    there = files_in(anytown_site)

    assert [path for path in (PAGES + OTHERS).split() if path not in there] == []


def test_the_address_a_story_had_before_leads_to_the_one_it_has_now(anytown_site: Path):
    old = pages_in(anytown_site)["stories/mending-cafe/index.html"]

    assert "../repair-cafe/" in [address for _, address, _ in old.addresses]
    assert ("meta", {"http-equiv": "refresh", "content": "0; url=../repair-cafe/"}) in old.elements


def test_what_is_not_ready_is_nowhere(anytown_site: Path):
    assert [path for path in files_in(anytown_site) if "button-band" in path or "percival" in path] == []


def test_every_link_and_picture_leads_to_something_that_is_there(site: Path):
    lost = [
        f"{name}: {address}"
        for name, page in pages_in(site).items()
        for _, address, _ in page.addresses
        if (found := leads_to(site, name, address)) and not found[0].is_file()
    ]

    assert lost == []


def test_every_link_to_a_part_of_a_page_finds_it(site: Path):
    pages = {(site / name).resolve(): page for name, page in pages_in(site).items()}

    lost = [
        f"{name}: {address}"
        for name, page in pages_in(site).items()
        for _, address, _ in page.addresses
        if (found := leads_to(site, name, address)) and found[1] and found[1] not in pages[found[0]].ids
    ]

    assert lost == []


def test_every_page_has_one_first_heading_and_skips_no_level(site: Path):
    for name, page in pages_in(site).items():
        levels = [int(heading[1]) for heading in page.headings]

        assert levels.count(1) == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels)), (name, levels)


def test_no_two_parts_of_a_page_have_one_name(site: Path):
    twice = {
        name: [one for one, times in Counter(page.ids).items() if times > 1] for name, page in pages_in(site).items()
    }

    assert {name: ids for name, ids in twice.items() if ids} == {}


def test_every_picture_says_its_shape_and_what_it_shows(site: Path):
    wanting = [
        f"{name}: {given.get('src')}"
        for name, page in pages_in(site).items()
        for tag, given in page.elements
        if tag == "img" and not {"alt", "width", "height"} <= given.keys()
    ]

    assert wanting == []


def test_nothing_but_links_leads_out_of_the_site(site: Path):
    out = [
        f"{name}: {tag} {address}"
        for name, page in pages_in(site).items()
        for tag, address, given in page.addresses
        if leads_to(site, name, address) is None
        and (address.startswith("//") or (tag != "a" and given.get("rel") != "canonical"))
    ]

    assert out == []


def test_no_page_has_script_or_style_written_into_it(site: Path):
    for name, page in pages_in(site).items():
        for tag, given in page.elements:
            assert tag != "style", name
            assert tag != "script" or "src" in given or given["type"] == "application/ld+json", name
            assert [one for one in given if one == "style" or one.startswith("on")] == [], (name, tag, given)


def test_stories_to_read_next_say_why_and_lead_beyond_the_neighbourhood(anytown_site: Path):
    page = pages_in(anytown_site)["stories/repair-cafe/index.html"]

    (why,) = [text for text in page.texts_of("why") if "making and mending" in text]

    assert why == "Also about making and mending"
    assert len(page.texts_of("why")) == 3


def test_the_other_town_is_not_named_anywhere(anytown_site: Path):
    named = [
        path for path, content in files_in(anytown_site).items() if b"dudley" in content.lower() or "dudley" in path
    ]

    assert named == []


def test_a_second_build_of_the_same_touches_nothing(anytown: Path, tmp_path: Path):
    site = tmp_path / "site"
    built(anytown, site)
    before = times_in(site)

    again = built(anytown, site)

    assert again.unchanged
    assert times_in(site) == before


def test_what_was_found_the_first_time_is_told_the_second(anytown: Path, tmp_path: Path):
    spoil(anytown, "marrow-race", "place: Upper Thimble", "place: Upper Thimbel")
    first = built(anytown, tmp_path / "site")

    again = built(anytown, tmp_path / "site")

    assert again.unchanged
    assert (again.held, again.gone, again.waiting, again.told) == (first.held, first.gone, first.waiting, first.told)


def test_a_changed_word_rewrites_the_one_page_it_stands_on_and_the_feeds_that_carry_it(anytown: Path, tmp_path: Path):
    site = tmp_path / "site"
    built(anytown, site)
    before = times_in(site)
    spoil(anytown, "repair-cafe", "There was a raisin in it.", "There was a sultana in it.")

    again = built(anytown, site)

    after = times_in(site)
    changed = [path for path in after if after[path] != before.get(path)]
    feeds = [path for path in after if Path(path).stem == "feed" and b"sultana" in (site / path).read_bytes()]
    assert len(feeds) > 10
    assert [path for path in changed if not path.startswith(("pagefind/", LIST))] == sorted(
        [*feeds, "stories/repair-cafe/index.html"], key=list(after).index
    )
    assert again.touched == len(changed) + len(before.keys() - after.keys())
    assert "sultana" in (site / "stories/repair-cafe/index.html").read_text(encoding="utf-8")


def test_a_story_taken_away_takes_its_pages_and_pictures_along(anytown: Path, tmp_path: Path):
    site = tmp_path / "site"
    built(anytown, site)
    shutil.rmtree(anytown / "stories/marrow-race")
    (anytown / LEDGER).unlink()  # or the build would be stopped, since an address is lost

    built(anytown, site)

    assert not (site / "stories/marrow-race").exists()
    assert not (site / "storytellers/ottoline-marrow").exists()


def test_a_broken_story_is_held_back_and_the_others_stand(anytown: Path, tmp_path: Path):
    spoil(anytown, "marrow-race", "place: Upper Thimble", "place: Upper Thimbel")

    published = built(anytown, tmp_path / "site")

    assert published.held == ("marrow-race",)
    assert published.stories == 8
    assert "Upper Thimbel" in published.told
    assert not (tmp_path / "site/stories/marrow-race").exists()
    assert (tmp_path / "site/stories/night-choir/index.html").is_file()


def test_a_strict_build_with_a_problem_builds_nothing_and_leaves_what_stands(anytown: Path, tmp_path: Path):
    site = tmp_path / "site"
    built(anytown, site)
    before = times_in(site)
    spoil(anytown, "marrow-race", "place: Upper Thimble", "place: Upper Thimbel")

    published = built(anytown, site, strict=True)

    assert not published.built
    assert published.held == ("marrow-race",)
    assert times_in(site) == before


def test_a_strict_build_is_no_less_strict_when_nothing_has_changed(anytown: Path, tmp_path: Path):
    spoil(anytown, "marrow-race", "place: Upper Thimble", "place: Upper Thimbel")
    built(anytown, tmp_path / "site")

    published = built(anytown, tmp_path / "site", strict=True)

    assert not published.built


def test_an_edition_that_cannot_be_read_leaves_what_stands(anytown: Path, tmp_path: Path):
    site = tmp_path / "site"
    built(anytown, site)
    before = times_in(site)
    (anytown / "stories/edition.yml").write_text("town: Anytown\n", encoding="utf-8")

    published = built(anytown, site)

    assert not published.built
    assert "name: The Community Lover’s Guide to Anytown" in published.told
    assert times_in(site) == before


def test_a_build_that_breaks_half_way_leaves_what_stands(
    anytown: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    site = tmp_path / "site"
    built(anytown, site)
    before = times_in(site)
    spoil(anytown, "repair-cafe", "nothing is broken until Thursday", "nothing is broken until Friday")
    monkeypatch.setattr(made_pages.MadePage, "render", lambda *_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        built(anytown, site)

    assert times_in(site) == before

    monkeypatch.undo()
    built(anytown, site)

    assert "until Friday" in (site / "stories/repair-cafe/index.html").read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_cold_build_gives_the_same_bytes_as_a_warm_one_wherever_it_stands(
    drawn_anytown: Path, anytown_site: Path, tmp_path: Path
):
    root = tmp_path / "elsewhere entirely" / "another name"
    shutil.copytree(drawn_anytown, root, ignore=shutil.ignore_patterns(".cache"))

    built(root, tmp_path / "public")
    cold = files_in(tmp_path / "public")
    built(root, tmp_path / "public", fresh=True)

    assert cold == files_in(tmp_path / "public") == files_in(anytown_site)


def test_the_engines_clock_does_not_reach_the_site(
    anytown: Path, anytown_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")

    built(anytown, tmp_path / "site")

    assert files_in(tmp_path / "site") == files_in(anytown_site)


def test_plain_mkdocs_gives_the_same_site(anytown: Path, anytown_site: Path, tmp_path: Path):
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path / "site")]

    subprocess.run(command, cwd=anytown, check=True, capture_output=True)

    published = files_in(anytown_site)
    assert published.pop(LIST)
    assert files_in(tmp_path / "site") == published


def test_a_filled_frame_gives_the_bytes_that_rendering_it_gives(
    anytown: Path, anytown_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(made_pages, "FILLED", "main.html")
    monkeypatch.setattr(carrying, "offer_filled_frames", lambda _: None)
    monkeypatch.setattr(carrying, "nobody_else_listens", lambda *_: False)

    built(anytown, tmp_path / "site")

    assert files_in(tmp_path / "site") == files_in(anytown_site)


def test_a_page_written_by_hand_says_where_one_is(dudley_site: Path):
    read = (dudley_site / "help/desk/index.html").read_text(encoding="utf-8")
    (crumbs,) = re.findall(r'<nav class="crumbs".*?</nav>', read)
    first = (dudley_site / "help/index.html").read_text(encoding="utf-8")

    assert re.findall(r'href="([^"]*)">([^<]*)', crumbs) == [
        ("../../", "Home"),
        ("../../help/", "Help for telling stories"),
        ("../../help/desk/", "The editors’ desk"),
    ]
    assert first.count(">Help for telling stories</a></li></ol></nav>") == 1


def test_the_foot_leads_to_news_and_to_events_only_where_there_are_any(anytown_site: Path, dudley_site: Path):
    foots = [(site / "index.html").read_text("utf-8").partition("<footer")[2] for site in (anytown_site, dudley_site)]

    found = [[way for way in ("News", "Events") if f"{way}</a>" in foot] for foot in foots]

    assert found == [["News", "Events"], ["Events"]]


def test_a_hook_of_the_editors_is_shown_every_page(anytown: Path, anytown_site: Path, tmp_path: Path):
    hook = "def on_post_page(output, page, config):\n    return output.replace('</html>', '</html><!-- seen -->')\n"
    (anytown / "hook.py").write_text(hook, encoding="utf-8")
    settings = anytown / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\nhooks: [hook.py]\n", encoding="utf-8")

    built(anytown, tmp_path / "site")

    seen = {path: data.decode() for path, data in files_in(tmp_path / "site").items() if path.endswith("index.html")}
    published = {path: data.decode() for path, data in files_in(anytown_site).items() if path.endswith("index.html")}
    left_alone = {path for path in seen if path.startswith("admin/")}
    assert {path: html.removesuffix("<!-- seen -->") for path, html in seen.items() if path not in left_alone} == {
        path: html.removesuffix("\n") for path, html in published.items() if path not in left_alone
    }


def test_the_dudley_edition_has_nothing_that_needs_mending(tmp_path: Path):
    from storyguide.site.assembly import assemble

    from tests.conftest import TODAY

    found = assemble(PROJECT, today=TODAY, cache=tmp_path).problems

    assert [problem for problem in found if problem.blocks] == []


def spoil(root: Path, slug: str, written: str, instead: str) -> None:
    file = root / "stories" / slug / "story.md"
    text = file.read_text(encoding="utf-8")
    assert written in text
    file.write_text(text.replace(written, instead, 1), encoding="utf-8")
