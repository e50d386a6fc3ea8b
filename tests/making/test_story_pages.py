"""A story's page, through the public makers."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from storyguide.making.cards import Cards
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.pages.stories import make_gone, make_stories
from storyguide.model.edition import Edition
from storyguide.model.framework import Evidence
from storyguide.model.guide import Guide
from storyguide.model.people import Storyteller
from storyguide.model.photo import Rendition
from storyguide.model.story import Kind, Reference

from tests.builders import a_guide, a_photo, a_story, an_edition, some_words


def page_of(guide: Guide, slug: str = "repair-cafe") -> OutputPage:
    """The story's page; its own pictures are made beside it."""
    return next(
        made
        for made in make_stories(guide, Cards(guide), address="https://guide.example/")
        if isinstance(made, OutputPage) and made.path == f"stories/{slug}.md"
    )


def developed(name: str = "bench.jpg", **changes):
    renditions = tuple(
        Rendition(path=f"photos/abc-{width}.{end}", type=kind, width=width, height=width // 2, file=Path("x"))
        for kind, end in (("image/webp", "webp"), ("image/jpeg", "jpg"))
        for width in (360, 720)
    )
    return a_photo(file=name, renditions=renditions, **changes)


def test_whatever_a_contributor_writes_in_a_field_is_shown_as_words():
    hostile = '"><img src=x onerror=alert(1)><script>alert(2)</script>&'
    story = a_story(
        title=hostile,
        summary=hostile,
        storyteller=Storyteller(slug="x", name=hostile),
        organisation=hostile,
        access=hostile,
        join_in=hostile,
        content_note=hostile,
        evidence=(Evidence(dimension="confident", sentence=hostile),),
        sources=(Reference(title=hostile, address="https://example.org/", claim=hostile, disputed=hostile),),
        photos=(developed(alt=hostile, caption=hostile, credit=hostile),),
    )

    page = page_of(a_guide(stories=(story,)))

    assert "<script" not in page.html
    assert not re.search(r"<img src=x", page.html)
    assert "</script" not in str(page.meta["data"])
    assert json.loads(str(page.meta["data"]))["headline"] == hostile


def test_a_told_story_and_a_fact_file_are_told_apart():
    told = page_of(a_guide())
    fact_file = page_of(a_guide(stories=(a_story(kind=Kind.FACT_FILE, storyteller=None, consent=None),)))

    assert "Told by" in told.html
    assert "A fact-file, not yet a story." not in told.html
    assert "A fact-file, not yet a story." in fact_file.html
    assert "Told by" not in fact_file.html


def test_a_story_without_a_photo_brings_its_own_drawing():
    made = list(make_stories(a_guide(), Cards(a_guide())))

    cover = next(one for one in made if isinstance(one, OutputFile))

    assert cover.path == "stories/repair-cafe/cover.svg"
    assert str(cover.content).startswith("<svg")


def test_the_first_photo_leads_and_is_published_in_every_size():
    guide = a_guide(stories=(a_story(photos=(developed(caption="Saturday.", credit="Mo"),)),))

    made = list(make_stories(guide, Cards(guide)))
    page = page_of(guide)

    assert {one.path for one in made if isinstance(one, OutputFile)} == {
        f"photos/abc-{width}.{end}" for width in (360, 720) for end in ("webp", "jpg")
    }
    assert 'srcset="../../photos/abc-360.webp 360w, ../../photos/abc-720.webp 720w"' in page.html
    assert 'width="720" height="360"' in page.html
    assert "Saturday. Photo: Mo." in page.html
    assert "cover.svg" not in page.html


def test_a_photo_shown_in_the_words_stands_there_as_a_figure_and_not_again_below():
    words = some_words(html='<p>Here.</p>\n<p><img src="hall.jpg" alt="x"></p>\n', photos=("hall.jpg",))
    photos = (developed(), developed("hall.jpg", alt="The hall", caption="Ours."))

    page = page_of(a_guide(stories=(a_story(words=words, photos=photos),)))

    assert page.html.count('alt="The hall"') == 1
    assert "<p><picture" not in page.html
    assert 'class="gallery"' not in page.html


def test_a_photo_that_could_not_be_developed_leaves_no_broken_picture():
    words = some_words(html='<p>Here.</p>\n<p><img src="hall.jpg" alt="x"></p>\n', photos=("hall.jpg",))

    page = page_of(a_guide(stories=(a_story(words=words, photos=(a_photo(file="hall.jpg"),)),)))

    assert "hall.jpg" not in page.html
    assert "cover.svg" in page.html


def test_a_link_to_a_story_that_is_not_published_keeps_its_words_and_leads_nowhere():
    words = some_words(html='<p>See <a href="story:lunch">the <em>lunch</em> club</a>.</p>\n', stories=("lunch",))
    story = a_story(words=words)

    without = page_of(a_guide(stories=(story,)))
    with_it = page_of(a_guide(stories=(story, a_story(slug="lunch"))))

    assert "See the <em>lunch</em> club." in without.html
    assert 'href="../../stories/lunch/">the <em>lunch</em> club</a>' in with_it.html


@pytest.mark.parametrize(
    ("repository", "expected"),
    [("", False), ("https://code.example/anytown/", True)],
)
def test_correct_this_page_leads_to_the_storys_own_file_where_the_guide_has_a_home(repository, expected):
    edition: Edition = replace(an_edition(), repository=repository, edit_path="edit/main/")

    page = page_of(a_guide(edition=edition))

    link = f'href="{repository}edit/main/stories/repair-cafe/story.md"'
    assert (link in page.html) is expected
    assert "about/corrections/" in page.html


def test_the_page_of_a_story_that_is_gone_says_nothing_of_it():
    (page,) = make_gone(Guide(edition=an_edition(), gone=("secret-supper",)))

    assert page.path == "stories/secret-supper.md"
    assert page.meta["robots"] == "noindex"
    assert "supper" not in (page.html + page.title + page.description).lower()


def test_a_translation_and_its_original_lead_to_each_other():
    original = a_story()
    polish = a_story(slug="kawiarnia", language="pl", translation_of="repair-cafe")
    guide = a_guide(stories=(original, polish))

    assert '<a href="../../stories/kawiarnia/" lang="pl" hreflang="pl">Polski</a>' in page_of(guide).html
    assert 'hreflang="en-GB">English</a>' in page_of(guide, "kawiarnia").html
    assert '<h1 lang="pl">' in page_of(guide, "kawiarnia").html


def test_a_printed_story_says_where_it_stands_on_the_web():
    assert 'class="printed">On the web: https://guide.example/stories/repair-cafe/</p>' in page_of(a_guide()).html
