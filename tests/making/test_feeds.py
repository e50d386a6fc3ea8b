"""Feeds in both formats: whole, valid, known by lasting ids, and silent about what has gone."""

import json
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from storyguide.making.feeds import NEWEST, NEWEST_OF_PART, feeds_of, make_feeds
from storyguide.making.pages.feeds import make_following
from storyguide.model.guide import Guide, Removal
from storyguide.model.people import Consent, Storyteller
from storyguide.model.photo import Rendition
from storyguide.model.story import Kind, Reference

from tests.builders import a_guide, a_photo, a_place, a_story, a_theme, an_area, an_edition, some_words

ADDRESS = "https://anytown.example/"
ATOM = {"a": "http://www.w3.org/2005/Atom", "t": "http://purl.org/atompub/tombstones/1.0"}
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parent / "atom.rng"))


def files(guide: Guide, address: str = ADDRESS) -> dict[str, str]:
    return {made.path: str(made.content) for made in make_feeds(guide, feeds_of(guide), address=address)}


def atom(guide: Guide, path: str = "feed.xml") -> Any:
    return etree.fromstring(files(guide)[path].encode())


def as_json(guide: Guide, path: str = "feed.json") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files(guide)[path])
    return found


def ids(guide: Guide) -> list[str]:
    return [entry["id"] for entry in as_json(guide)["items"]]


def a_kept_photo(**changes: Any) -> Any:
    sizes = [
        Rendition(path=f"photos/{width}.jpg", type="image/jpeg", width=width, height=width // 2, file=Path("x"))
        for width in (360, 720, 1200)
    ]
    return a_photo(**{"renditions": tuple(sizes), **changes})


def errors_of(feed: str) -> list[str]:
    """What the schema finds, and links that stand there twice, which it cannot count among others."""
    read = etree.fromstring(feed.encode())
    SCHEMA.validate(read)
    rels = [[link.get("rel") for link in one.findall("a:link", ATOM)] for one in (read, *read.findall("a:entry", ATOM))]
    wrong = [str(each) for each in rels if sorted(each) not in (["alternate", "self"], ["alternate", "license"])]
    return [*map(str, SCHEMA.error_log), *wrong]


def test_every_feed_of_a_site_is_valid_and_read_by_others(anytown_site: Path):
    found = sorted(anytown_site.rglob("feed.xml"))

    assert len(found) > 10
    for file in found:
        read = feedparser.parse(file.read_bytes())
        twin = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        assert errors_of(file.read_text(encoding="utf-8")) == []
        assert not read.bozo, file
        assert twin["version"] == "https://jsonfeed.org/version/1.1"
        assert twin["feed_url"] == str(read.feed.links[0].href).replace(".xml", ".json")
        assert [one.id for one in read.entries] == [one["id"] for one in twin["items"]]
        assert [one.title for one in read.entries] == [one["title"] for one in twin["items"]]


def test_every_feed_is_found_by_the_page_it_belongs_to(anytown_site: Path):
    for page in ("", "stories/", "themes/music/", "places/lark-hill/", "places/hilltop-area/", "feeds/"):
        parsed = etree.HTML((anytown_site / page / "index.html").read_bytes())
        found = parsed.xpath('//link[@rel="alternate"]/@href')
        assert [Path(each).suffix for each in found] == [".xml", ".json"]
        assert all((anytown_site / page / each).is_file() for each in found)

    assert b'rel="alternate"' not in (anytown_site / "stories/repair-cafe/index.html").read_bytes()


def test_there_is_a_feed_of_everything_and_of_each_part():
    edition = an_edition(
        areas=(an_area(),), places=(a_place(),), themes=(a_theme(), a_theme(name="Music")), languages=("en-GB", "pl")
    )
    told, gathered = a_story(), a_story(slug="shelter", kind=Kind.FACT_FILE, storyteller=None, consent=None)
    guide = a_guide(edition=edition, stories=(told, gathered, a_story(slug="zupa", language="ur", themes=("music",))))

    held = {feed.path: [story.slug for story in feed.stories] for feed in feeds_of(guide)}

    everything = ["repair-cafe", "shelter", "zupa"]
    assert held == {
        "feed": everything,
        "places/riverside-area/feed": everything,
        "places/millbank/feed": everything,
        "themes/making/feed": ["repair-cafe", "shelter"],
        "themes/music/feed": ["zupa"],
        "feeds/language/en-gb/feed": ["repair-cafe", "shelter"],
        "feeds/language/ur/feed": ["zupa"],
        "feeds/told/feed": ["repair-cafe", "zupa"],
        "feeds/fact-file/feed": ["shelter"],
    }


def test_a_theme_nobody_has_told_of_yet_can_be_followed_all_the_same():
    guide = a_guide(edition=an_edition(themes=(a_theme(), a_theme(name="Music"))))

    feed = files(guide)["themes/music/feed.xml"]

    assert errors_of(feed) == []
    assert "<entry" not in feed


def test_feeds_hold_the_newest_and_no_more():
    stories = tuple(a_story(slug=f"story-{number:03}") for number in range(NEWEST + 10))
    again = replace(stories[-1], approved_on=date(2026, 5, 1))
    guide = a_guide(stories=(*stories[:-1], again))

    assert len(as_json(guide)["items"]) == NEWEST
    assert len(as_json(guide, "themes/making/feed.json")["items"]) == NEWEST_OF_PART
    assert as_json(guide)["items"][0]["url"] == f"{ADDRESS}stories/{again.slug}/"


def test_dates_are_those_of_the_story():
    told = a_story(told_on=date(2026, 3, 14), publish_on=date(2026, 4, 1), approved_on=date(2026, 5, 2))

    (entry,) = as_json(a_guide(stories=(told,)))["items"]
    updated = atom(a_guide(stories=(told,))).findtext("a:updated", namespaces=ATOM)

    assert entry["date_published"] == "2026-04-01T00:00:00Z"
    assert entry["date_modified"] == updated == "2026-05-02T00:00:00Z"


def test_what_warns_of_a_story_stands_before_its_words_and_in_place_of_its_summary():
    story = a_story(content_note="It speaks of a flood.")

    (entry,) = as_json(a_guide(stories=(story,)))["items"]

    assert entry["content_html"].startswith("<p><strong>Before you read:</strong> It speaks of a flood.</p>")
    assert entry["summary"] == "Before you read: It speaks of a flood."
    assert story.summary not in str(entry)


def test_a_story_comes_whole_with_absolute_addresses_its_credit_and_its_licence():
    words = some_words(
        html='<p><img src="bench.jpg" alt=""></p>\n'
        '<p><a href="story:soup">Soup</a> and <a href="story:gone">more</a></p>',
        photos=("bench.jpg",),
        stories=("soup", "gone"),
    )
    story = a_story(words=words, photos=(a_kept_photo(),), join_in="Come on Thursday.")

    entry = as_json(a_guide(stories=(story, a_story(slug="soup"))))["items"][0]

    html = entry["content_html"]
    assert f'<img src="{ADDRESS}photos/720.jpg" width="720" height="360" alt="A workbench' in html
    assert f'<a href="{ADDRESS}stories/soup/">Soup</a> and more' in html
    assert "Come on Thursday." in html
    assert "Told by Mo. Shared as they agreed:" in html
    assert "Photos © Mo (CC BY-SA 4.0)." in html
    assert entry["authors"] == [{"name": "Mo", "url": f"{ADDRESS}storytellers/mo/"}]
    assert entry["_licence"]["url"] == "https://creativecommons.org/licenses/by-sa/4.0/"


def test_a_fact_file_says_that_it_is_one_and_where_it_comes_from():
    sources = (Reference(title="The Lantern", address="https://example.org/bus", accessed=date(2026, 5, 30)),)
    gathered = a_story(kind=Kind.FACT_FILE, storyteller=None, consent=None, sources=sources)

    (entry,) = as_json(a_guide(stories=(gathered,)))["items"]

    assert "A fact-file, not yet a story." in entry["content_html"]
    assert '<a href="https://example.org/bus">The Lantern</a> (read 30 May 2026)' in entry["content_html"]
    assert entry["authors"][0]["name"] == an_edition().name


@pytest.mark.parametrize(
    "changes",
    [
        {"licence": "all rights kept"},
        {"consent": Consent(given=date(2026, 3, 1), surfaces=("web", "book"))},
    ],
)
def test_a_story_that_may_not_go_out_is_in_no_feed_and_that_is_said(changes: dict[str, Any]):
    guide = a_guide(stories=(a_story(title="Vellichor", **changes), a_story(slug="soup")))

    *made, page = make_following(guide, address=ADDRESS)

    assert not any("Vellichor" in str(one.content) or "repair-cafe" in str(one.content) for one in made)
    assert "1 story is in no feed" in page.html
    assert "Vellichor" not in page.html


def test_a_photo_that_keeps_all_rights_stays_on_its_page():
    words = some_words(html='<p><img src="bench.jpg" alt="A bench"></p>', photos=("bench.jpg",))
    kept = a_kept_photo(licence="all rights kept")

    for story in (a_story(words=words, photos=(kept,)), a_story(photos=(kept,))):
        assert "photos/" not in "".join(files(a_guide(stories=(story,))).values())


def test_what_was_taken_down_leaves_its_id_and_the_day_in_every_feed_and_nothing_else():
    guide = a_guide(stories=(a_story(slug="soup"), a_story(slug="kites", also_at=("first-kites", "more-kites"))))
    before = dict(zip((entry["url"] for entry in as_json(guide)["items"]), ids(guide), strict=True))

    gone = replace(
        guide, stories=guide.stories[:1], gone=("kites",), removals=(Removal("first-kites", date(2026, 7, 1)),)
    )

    tombstone = {"id": before[f"{ADDRESS}stories/kites/"], "when": "2026-07-01T00:00:00Z"}
    for path, feed in files(gone).items():
        assert "kites" not in feed
        if path.endswith(".json"):
            assert json.loads(feed)["_removed"] == [tombstone]
        else:
            (found,) = etree.fromstring(feed.encode()).findall("t:deleted-entry", ATOM)
            assert dict(found.attrib) == {"ref": tombstone["id"], "when": tombstone["when"]}
            assert errors_of(feed) == []
    assert atom(gone).findtext("a:updated", namespaces=ATOM) == "2026-07-01T00:00:00Z"


def test_a_story_whose_teller_no_longer_wants_feeds_is_taken_back_from_those_who_have_it():
    before = ids(a_guide(stories=(a_story(), a_story(slug="soup"))))
    only_web = Consent(given=date(2026, 5, 1), surfaces=("web",))

    narrowed = a_guide(stories=(a_story(), a_story(slug="soup", consent=only_web)))

    (tombstone,) = atom(narrowed).findall("t:deleted-entry", ATOM)
    assert {tombstone.get("ref")} == set(before) - set(ids(narrowed))
    assert "soup" not in "".join(files(narrowed).values())


def test_stories_that_never_went_out_do_not_fill_the_feeds():
    kept = tuple(a_story(slug=f"kept-{number}", licence="all rights kept") for number in range(NEWEST_OF_PART * 2))

    assert len(atom(a_guide(stories=kept)).findall("t:deleted-entry", ATOM)) == NEWEST_OF_PART


def test_ids_stay_when_the_guide_is_made_again_a_story_is_renamed_or_the_guide_moves():
    here = a_guide(stories=(a_story(),))
    renamed = a_guide(stories=(a_story(slug="mending", also_at=("repair-cafe", "fixing")),))
    moved = {made.path: made.content for made in make_feeds(here, feeds_of(here), address="https://elsewhere.example/")}

    assert ids(here) == ids(a_guide(stories=(a_story(),))) == ids(renamed)
    assert [one["id"] for one in json.loads(str(moved["feed.json"]))["items"]] == ids(here)
    assert len({feed.findtext("a:id", namespaces=ATOM) for feed in map(atom, (here, renamed))}) == 1


def test_ids_stay_when_the_guide_takes_another_name_and_says_what_it_began_as():
    before = a_guide(stories=(a_story(),))
    edition = before.edition

    after = replace(before, edition=replace(edition, name="Anytown, Told", began_as=edition.name))

    assert ids(after) == ids(before)
    assert ids(replace(before, edition=replace(edition, name="Anytown, Told"))) != ids(before)


def test_stories_and_feeds_have_each_an_id_of_their_own():
    guide = a_guide(stories=(a_story(), a_story(slug="soup")))

    found = [*ids(guide), *(etree.fromstring(f.encode())[0].text for p, f in files(guide).items() if p.endswith("xml"))]

    assert len(found) == len(set(found))


def test_without_an_address_there_are_no_feeds_and_the_page_says_why():
    *made, page = make_following(a_guide(), address="")

    assert made == []
    assert "no web address of its own yet" in page.html
    assert "feed.xml" not in page.html


def test_a_preview_puts_nothing_into_feeds_that_is_not_public():
    guide = a_guide(stories=(a_story(), a_story(slug="draft")), unpublished={"draft": ("It is a draft.",)})

    assert [entry["url"] for entry in as_json(guide)["items"]] == [f"{ADDRESS}stories/repair-cafe/"]


class _Text(HTMLParser):
    """The text of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data


ANYTHING = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)


@settings(max_examples=60)
@given(ANYTHING, ANYTHING, ANYTHING)
def test_whatever_a_story_is_called_both_formats_hold_it(title: str, summary: str, credit: str):
    story = a_story(title=f"a{title}", summary=f"a{summary}", storyteller=Storyteller(slug="x", name=f"a{credit}"))
    words = some_words(html="<p>]]> &amp; \x01 ]]&gt;</p>")
    guide = a_guide(stories=(replace(story, words=words),))

    feed = files(guide)["feed.xml"]
    (entry,) = etree.fromstring(feed.encode()).findall("a:entry", ATOM)
    read = _Text()
    read.feed(entry.findtext("a:content", namespaces=ATOM))

    legal = "".join(c for c in story.title if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff"))
    assert entry.findtext("a:title", namespaces=ATOM) == legal.replace("\r\n", "\n").replace("\r", "\n")
    assert "]]> &  ]]>" in read.text
    assert as_json(guide)["items"][0]["title"] == story.title
