"""What a storyteller has not agreed to, or no longer agrees to, is nowhere in what is published."""

import io
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import exifread
import pytest
from storyguide.editing.leaks.search import find_leaks
from storyguide.editing.leaks.search_terms import term_of
from storyguide.site.digests import LIST

from tests.conftest import TODAY, built
from tests.pictures import TELLTALES, phone_jpeg
from tests.site_pages import everything_in, files_in, page_at

pytestmark = pytest.mark.slow

SLUG, BEFORE = "top-floor", "old-top-floor"
STORY = """---
title: "Vellichor and the xylophone attic"
summary: "Quixotic hammers under a skylight."
storyteller: Zebedee Quagmire
organisation: The Skylight Ensemble
place: [Lark Hill, Button Cross]
location: "45.09381, -29.91642"
precision: exact
access: ask for Zebedee at the greengrocer
themes: [Music, Water]
dimensions:
  Neighbourly: "Crotchets were shared out on the landing."
told_on: 2026-06-06
happened: "1874"
photos:
  - file: gamelan.jpg
    alt: "Mallets in a biscuit tin."
    caption: "Hammersmithery."
    credit: Zebedee Quagmire
    licence: CC BY-SA 4.0
consent:
  given: 2026-06-01
approved_on: 2026-06-05
licence: all rights kept
join_in: "Ring the brass bell."
offers:
  - text: "Eleven spare mallets"
links:
  - title: Mallets through the ages
    address: https://example.org/mallets
also_at: [old-top-floor]
---
Up sixty-three stairs there is a xylophone. [The repair café](../repair-cafe/story.md) keeps a jar of felt for it.

![Mallets in a biscuit tin.](gamelan.jpg)
"""
TELLING = """
Vellichor xylophone Quixotic Zebedee Quagmire Skylight 09381 91642 45.09 29.91 greengrocer Crotchets 1874 gamelan
Mallets biscuit Hammersmithery brass sixty-three felt
"""
"""Words of the story, its names and its numbers, that stand in no other."""

TERMS = [term for word in TELLING.split() if (term := term_of(word))]
NEUTRAL = [f"stories/{slug}/index.html" for slug in (BEFORE, SLUG)]


def without(text: str, written: str, instead: str) -> str:
    assert written in text
    return text.replace(written, instead)


def ended(text: str) -> str:
    return without(text, "given: 2026-06-01", f"given: 2026-06-01\n  until: {TODAY - timedelta(days=1)}")


def withdrawn(text: str) -> str:
    return without(text, "given: 2026-06-01", "given: 2026-06-01\n  withdrawn: 2026-11-01")


def status_withdrawn(text: str) -> str:
    return without(text, "licence: all", "status: withdrawn\nlicence: all")


def never_given(text: str) -> str:
    return without(text, "consent:\n  given: 2026-06-01\n", "")


def book_only(text: str) -> str:
    return without(text, "given: 2026-06-01", "given: 2026-06-01\n  for: [book]")


def not_yet(text: str) -> str:
    return without(text, "given: 2026-06-01", f"given: {TODAY + timedelta(days=1)}")


def not_approved(text: str) -> str:
    return without(text, "approved_on: 2026-06-05\n", "")


GONE = (ended, withdrawn, status_withdrawn)
HELD = (never_given, book_only, not_yet, not_approved)


def tell(root: Path) -> None:
    folder = root / "stories" / SLUG
    folder.mkdir()
    (folder / "story.md").write_text(STORY, encoding="utf-8")
    (folder / "gamelan.jpg").write_bytes(phone_jpeg(1, 1200, 900))


@pytest.fixture
def agreed(anytown: Path) -> Path:
    """Anytown with one more story, agreed to, that another links to."""
    tell(anytown)
    repair = anytown / "stories/repair-cafe/story.md"
    linked = repair.read_text(encoding="utf-8").replace("a table, a lamp", f"[a table](../{SLUG}/story.md), a lamp")
    repair.write_text(linked, encoding="utf-8")
    return anytown


def test_a_story_agreed_to_says_what_the_tests_below_look_for(agreed: Path, tmp_path: Path):
    built(agreed, tmp_path / "site")

    said = {leak.what for leak in find_leaks(tmp_path / "site", TERMS)}
    private = {"09381", "91642", "45.09", "29.91", "gamelan"}  # a file's own name and exact digits are never published
    assert [word for word in TELLING.split() if word not in said and word not in private] == []


@pytest.mark.parametrize("change", [*GONE, *HELD], ids=lambda change: change.__name__)
def test_nothing_of_a_story_remains_without_consent(agreed: Path, tmp_path: Path, change: Callable[[str], str]):
    site = tmp_path / "site"
    built(agreed, site)
    pictures = {path for path in files_in(site) if path.startswith("photos/")}
    (agreed / "stories" / SLUG / "story.md").write_text(change(STORY), encoding="utf-8")

    built(agreed, site)

    assert list(find_leaks(site, TERMS)) == []
    its_own = pictures - {path for path in files_in(site) if path.startswith("photos/")}
    assert len({path.split("-")[0] for path in its_own}) == 1
    assert "a table, a lamp" in (site / "stories/repair-cafe/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("change", GONE, ids=lambda change: change.__name__)
def test_a_neutral_page_is_all_that_stands_at_the_address_of_a_story_that_has_gone(
    agreed: Path, tmp_path: Path, change: Callable[[str], str]
):
    (agreed / "stories" / SLUG / "story.md").write_text(change(STORY), encoding="utf-8")

    built(agreed, tmp_path / "site")

    of_it = [path for path, content in files_in(tmp_path / "site").items() if SLUG in path or SLUG.encode() in content]
    assert of_it == [LIST, *NEUTRAL]
    for path in NEUTRAL:
        page = page_at(tmp_path / "site" / path)
        assert "has been taken down" in page.text
        assert ("meta", {"name": "robots", "content": "noindex"}) in page.elements


@pytest.mark.parametrize("change", HELD, ids=lambda change: change.__name__)
def test_a_story_never_agreed_to_has_no_address(agreed: Path, tmp_path: Path, change: Callable[[str], str]):
    (agreed / "stories" / SLUG / "story.md").write_text(change(STORY), encoding="utf-8")

    built(agreed, tmp_path / "site")

    assert SLUG not in everything_in(tmp_path / "site")


@pytest.mark.parametrize("change", [withdrawn, never_given], ids=lambda change: change.__name__)
def test_what_was_kept_of_its_pictures_goes_as_well(anytown: Path, tmp_path: Path, change: Callable[[str], str]):
    def kept() -> set[str]:
        return {path for path in files_in(anytown / ".cache") if path.endswith((".webp", ".jpg", ".png"))}

    before = kept()
    tell(anytown)
    built(anytown, tmp_path / "site")
    assert len(kept() - before) == 7  # three sizes in two types, and a share card
    (anytown / "stories" / SLUG / "story.md").write_text(change(STORY), encoding="utf-8")

    built(anytown, tmp_path / "site")

    assert kept() == before


def test_what_went_long_ago_left_nothing_but_its_addresses(anytown_site: Path):
    said = everything_in(anytown_site).casefold()

    said = said.replace("umbrella-silk", "")
    for word in ("quibbleton", "fernsby", "umbrella", "zephyrometer", "chandler", "06173", "98219"):
        assert word not in said
    for word in ("crumpet", "samphire", "gherkin", "solstice", "percival", "ophicleide", "trombone"):
        assert word not in said
    for slug in ("kite-loft", "umbrella-silk"):
        assert page_at(anytown_site / f"stories/{slug}/index.html").headings[0] == "h1"


def test_where_a_story_happened_is_published_no_more_exactly_than_agreed(anytown_site: Path):
    said = everything_in(anytown_site)

    assert (
        re.findall(
            r"45\.03127|29\.94871|45\.01234|29\.97654|(?<![0-9a-zA-Z])(?:03127|94871|97654)(?![0-9a-zA-Z])", said
        )
        == []
    )


def test_no_published_picture_says_anything_but_its_picture(anytown_site: Path):
    pictures = {path: content for path, content in files_in(anytown_site).items() if path.startswith("photos/")}
    assert len(pictures) == 24

    for path, content in pictures.items():
        assert exifread.process_file(io.BytesIO(content), details=True) == {}, path
        assert [mark for mark in TELLTALES if mark in content] == [], path
        assert b"http://ns.adobe.com" not in content, path


def test_the_reader_of_pictures_would_have_found_it(drawn_anytown: Path):
    photo = (drawn_anytown / "stories/soup-on-the-steps/steps.jpg").read_bytes()

    found = exifread.process_file(io.BytesIO(photo), details=True)

    assert "GPS GPSLatitude" in found
    assert [mark for mark in TELLTALES if mark in photo] != []


def test_no_folder_is_told_where_a_photo_came_from(anytown_site: Path):
    said = everything_in(anytown_site)

    for name in ("bench.jpg", "kettle.heic", "steps.jpg"):
        assert name not in said
