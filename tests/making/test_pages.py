"""The pages of lists, through their public makers."""

from storyguide.making.cards import Cards
from storyguide.making.output import OutputPage
from storyguide.making.pages.about import ABOUT, make_about
from storyguide.making.pages.dimensions import make_dimensions
from storyguide.making.pages.home import make_home
from storyguide.making.pages.places import make_places
from storyguide.making.pages.storytellers import make_storytellers
from storyguide.making.pages.tell import make_tell
from storyguide.making.pages.themes import make_themes
from storyguide.model.edition import Contact
from storyguide.model.framework import Evidence
from storyguide.model.guide import Guide
from storyguide.model.people import Storyteller
from storyguide.model.story import Kind

from tests.builders import a_framework, a_guide, a_place, a_story, an_area, an_edition


def pages(made) -> dict[str, OutputPage]:
    return {one.url: one for one in made if isinstance(one, OutputPage)}


def test_a_place_with_nothing_told_yet_has_its_page_and_asks():
    edition = an_edition(places=(a_place(), a_place(name="Lee")), areas=(an_area(places=("millbank", "lee")),))
    guide = a_guide(edition=edition)

    made = pages(make_places(guide, Cards(guide)))

    assert set(made) == {"places/", "places/riverside-area/", "places/millbank/", "places/lee/"}
    assert "Nobody has told a story from Lee yet." in made["places/lee/"].html
    assert "The repair café" in made["places/millbank/"].html
    assert "The repair café" in made["places/riverside-area/"].html


def test_a_dimension_lists_its_stories_by_their_own_sentences():
    story = a_story(evidence=(Evidence(dimension="confident", sentence="Mo now runs the till."),))
    guide = a_guide(stories=(story, a_story(slug="other")))

    page = pages(make_dimensions(guide))["dimensions/confident/"]

    assert "Mo now runs the till." in page.html
    assert "../../stories/repair-cafe/" in page.html
    assert "../../stories/other/" not in page.html


def test_every_framework_has_its_place_however_many_dimensions_it_has():
    second = a_framework(slug="ways", name="Seven ways", dimensions=())
    guide = a_guide(edition=an_edition(frameworks=(a_framework(), second)))

    assert "Seven ways" in pages(make_dimensions(guide))["dimensions/"].html


def test_a_storyteller_who_asked_not_to_be_named_is_counted_and_has_no_page():
    nameless = a_story(slug="quiet", storyteller=Storyteller(slug="", name="A storyteller who asked not to be named"))
    guide = a_guide(stories=(a_story(), nameless))

    made = pages(make_storytellers(guide, Cards(guide)))

    assert set(made) == {"storytellers/", "storytellers/mo/"}
    assert "1 storyteller asked not to be named." in made["storytellers/"].html


def test_a_theme_brings_its_picture():
    guide = a_guide()

    made = list(make_themes(guide, Cards(guide)))

    assert any(getattr(one, "path", "") == "themes/making/cover.svg" for one in made)


def test_home_starts_with_the_story_the_editors_chose_else_with_the_latest_told():
    stories = (a_story(slug="new", title="New"), a_story(slug="old", title="Old"))
    chosen = a_guide(edition=an_edition(featured="old"), stories=stories)
    latest = a_guide(stories=stories)

    def first(guide):
        return pages(make_home(guide, Cards(guide)))[""].html.split('id="first">')[1].split("</h2>")[0]

    assert "Old" in first(chosen)
    assert "New" in first(latest)


def test_a_guide_without_any_story_is_still_a_guide():
    guide = Guide(edition=an_edition())
    cards = Cards(guide)

    made = {**pages(make_home(guide, cards)), **pages(make_places(guide, cards)), **pages(make_about(guide))}

    assert "tell-your-story/" in made[""].html


def test_every_page_about_the_guide_is_made_and_none_invents_a_way_to_reach_the_editors():
    made = pages((*make_about(a_guide()), *make_tell(a_guide())))

    assert set(made) == {"tell-your-story/", *(f"about/{url}" for url, _, _ in ABOUT)}
    assert not any("mailto:" in page.html or "tel:" in page.html for page in made.values())


def test_the_editors_addresses_stand_where_they_are_needed():
    edition = an_edition(contact=Contact(email="editors@example.org", phone="01632 960 001"))

    made = pages((*make_about(a_guide(edition=edition)), *make_tell(a_guide(edition=edition))))

    for url in ("tell-your-story/", "about/corrections/", "about/accessibility/"):
        assert "mailto:editors@example.org" in made[url].html
        assert 'href="tel:01632960001"' in made[url].html


def test_an_edition_nobody_can_reach_says_no_more_of_its_stories_than_is_so():
    told = pages(make_about(a_guide()))["about/corrections/"].html
    gathered = pages(make_about(a_guide(stories=(a_story(kind=Kind.FACT_FILE, storyteller=None, consent=None),))))

    assert "holds no told stories" not in told
    assert "holds no told stories" in gathered["about/corrections/"].html
