"""The last day of consent, carried by the pages that show a story and by no others."""

from datetime import date

import pytest
from storyguide.making.cards import Cards
from storyguide.making.everything import make
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.pages.stories import make_gone, make_stories
from storyguide.model.gates import last_day, under_originals
from storyguide.model.guide import Guide
from storyguide.model.people import Consent
from storyguide.model.story import Kind

from tests.builders import a_guide, a_story

GIVEN = date(2026, 3, 1)
LAST = date(2027, 4, 30)
ENDING = a_story(slug="soup", title="Soup on the steps", consent=Consent(given=GIVEN, until=LAST))
NOT_ENDING = a_story()


def pages_of(guide: Guide) -> dict[str, OutputPage]:
    return {made.path: made for made in make(guide) if isinstance(made, OutputPage)}


def story_pages(guide: Guide) -> dict[str, OutputPage]:
    return {made.path: made for made in make_stories(guide, Cards(guide)) if isinstance(made, OutputPage)}


def test_the_page_of_a_story_with_a_last_day_carries_it_and_what_is_said_afterwards():
    guide = a_guide(stories=(ENDING,), gone=("kites",))
    page = story_pages(guide)["stories/soup.md"]
    neutral = next(iter(make_gone(guide)))

    assert page.meta["until"] == "2027-04-30"
    assert page.html.count("<template data-ended>") == 1
    assert page.html.partition("<template data-ended>")[2].partition("</template>")[0].strip() == neutral.html.strip()


def test_neither_day_nor_script_is_anywhere_in_a_guide_whose_stories_have_no_last_day():
    pages = pages_of(a_guide(stories=(NOT_ENDING, a_story(slug="soup", title="Soup"))))

    assert len(pages) > 10
    for path, page in pages.items():
        assert not {"until", "ends"} & set(page.meta), path
        assert "data-until" not in page.html, path
        assert "data-ended" not in page.html, path


def test_a_card_carries_the_last_day_and_only_pages_with_such_a_card_bring_the_script():
    pages = pages_of(a_guide(stories=(ENDING, NOT_ENDING)))

    for path, page in pages.items():
        shows = '<li class="card" data-until="2027-04-30">' in page.html
        assert bool(page.meta.get("ends")) == shows, path
    assert pages["stories/index.md"].meta["ends"]
    assert "until" not in pages["stories/repair-cafe.md"].meta


def test_the_list_of_all_stories_brings_the_script_on_every_page_for_the_cards_that_are_fetched():
    others = tuple(a_story(slug=f"story-{n}", title=f"Story {n}") for n in range(60))
    pages = pages_of(a_guide(stories=(ENDING, *others)))
    lists = [page for path, page in pages.items() if path.startswith("stories/page/") or path == "stories/index.md"]

    assert len(lists) > 1
    assert all(page.meta.get("ends") for page in lists)


def test_a_fetched_card_carries_the_last_day_too():
    files = {made.path: made for made in make(a_guide(stories=(ENDING, NOT_ENDING))) if isinstance(made, OutputFile)}

    assert str(files["stories/cards/0.json"].content).count('"until":"2027-04-30"') == 1


def test_words_that_look_like_the_mark_bring_no_script():
    story = a_story(title='<li class="card" data-until="2020-01-01">', summary='data-until="2020-01-01"')

    for path, page in pages_of(a_guide(stories=(story,))).items():
        assert "ends" not in page.meta, path


@pytest.mark.parametrize("kind", [Kind.TOLD, Kind.FACT_FILE])
def test_a_translation_carries_the_earlier_of_its_own_day_and_its_originals(kind: Kind):
    later = Consent(given=GIVEN, until=date(2028, 1, 1)) if kind is Kind.TOLD else None
    translated = a_story(slug="zupa", kind=kind, translation_of="soup", language="pl", consent=later)

    _, narrowed = under_originals((ENDING, translated))

    assert last_day(narrowed) == LAST


def test_what_needs_no_consent_has_no_last_day():
    assert last_day(a_story(kind=Kind.FACT_FILE, consent=None)) is None
