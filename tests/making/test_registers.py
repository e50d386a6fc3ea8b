"""The registers are shown where they hold anything, lead to stories and back, and mark what is late."""

import re
from dataclasses import replace
from datetime import date

import pytest
from storyguide.making.heard import make_heard
from storyguide.making.pages.about import make_about
from storyguide.making.pages.barriers import make_barriers
from storyguide.making.pages.promises import make_promises
from storyguide.model.register import BarrierState, KnownBarrier, Promise, PromiseState
from storyguide.model.source import Source
from storyguide.model.story import Barrier
from storyguide.model.theme import Theme
from storyguide.model.tin import Heard, Message

from tests.builders import a_guide, a_story, an_edition
from tests.making.test_story_pages import page_of

DAY = date(2026, 11, 22)
WHERE = Source("stories/barriers.yml", 2)


def a_barrier(slug: str, **changes) -> KnownBarrier:
    return KnownBarrier(**({"slug": slug, "name": slug.title(), "what": "It costs.", "source": WHERE} | changes))


def a_promise(slug: str, **changes) -> Promise:
    return Promise(**({"slug": slug, "who": "The council", "what": f"To do {slug}", "source": WHERE} | changes))


def a_guide_with(barriers=(), promises=(), stories=()):
    return a_guide(edition=an_edition(barriers=barriers, promises=promises), stories=stories, day=DAY)


def test_an_empty_register_has_no_page_and_no_link():
    guide = a_guide_with()

    assert [*make_barriers(guide), *make_promises(guide)] == []
    about = next(iter(make_about(guide)))
    assert "about/barriers/" not in about.html
    assert "about/promises/" not in about.html


def test_the_about_page_leads_to_registers_that_hold_anything():
    about = next(iter(make_about(a_guide_with([a_barrier("rent")], [a_promise("doors")]))))

    assert 'href="../about/barriers/"' in about.html
    assert 'href="../about/promises/"' in about.html


def test_barriers_stand_by_theme_and_open_ones_first():
    barriers = (
        a_barrier("anywhere"),
        a_barrier("later", theme_name="Growing"),
        a_barrier("eased", theme_name="Making", state=BarrierState.EASED, eased_by="The library"),
        a_barrier("open", theme_name="Making"),
    )
    themes = (Theme(slug="making", name="Making"), Theme(slug="growing", name="Growing"))

    (page,) = make_barriers(a_guide(edition=an_edition(barriers=barriers, themes=themes)))

    assert re.findall(r'<li id="(\w+)"', page.html) == ["open", "eased", "later", "anywhere"]
    assert "Of four barriers three are open, and one has been eased." in page.html


def test_a_barrier_names_the_stories_that_met_it_and_each_leads_back():
    story = a_story(barriers=(Barrier(barrier="rent", eased_by="the chapel <lent> its kitchen"),))
    guide = a_guide_with([a_barrier("rent")], stories=(story,))

    (page,) = make_barriers(guide)

    assert f'href="../../stories/{story.slug}/"' in page.html
    assert "the chapel &lt;lent&gt; its kitchen" in page.html
    assert 'href="../../about/barriers/#rent"' in page_of(guide).html


def test_without_a_register_a_story_still_says_what_stood_in_its_way():
    story = a_story(barriers=(Barrier(barrier="bad-weather"),), written={"barriers[0]": "bad weather"})

    html = page_of(a_guide_with(stories=(story,))).html

    assert "<li>Bad weather</li>" in html


def test_promises_stand_by_programme_and_late_ones_first_in_words_and_shape():
    promises = [
        a_promise("dropped", state=PromiseState.DROPPED, programme="Lab"),
        a_promise("alone"),
        a_promise("coming", by=date(2027, 1, 1), state=PromiseState.BEGUN, programme="Lab"),
        a_promise("late", by=date(2026, 11, 21), programme="Lab"),
    ]

    (page,) = make_promises(a_guide_with(promises=promises))

    assert re.findall(r'<li id="(\w+)"', page.html) == ["late", "coming", "dropped", "alone"]
    late = page.html.partition('id="late"')[2].partition("</li>")[0]
    assert "<p>Late</p>" in late
    assert '<svg class="stamp late"' in late
    assert "21 November 2026: <b>that day has passed</b>" in late
    assert "one is late, one has been begun, one is still to come and one was dropped" in page.html


def test_what_is_late_follows_from_the_day():
    guide = a_guide_with(promises=[a_promise("doors", by=DAY)])

    (today,), (tomorrow,) = make_promises(guide), make_promises(replace(guide, day=date(2026, 11, 23)))

    assert "is-promised" in today.html
    assert "is-late" in tomorrow.html


@pytest.mark.parametrize(
    ("count", "said"), [(1, "There is one promise here, which is still to come."), (2, "Two are still to come.")]
)
def test_few_promises_are_counted_in_words(count: int, said: str):
    (page,) = make_promises(a_guide_with(promises=[a_promise(f"p{number}") for number in range(count)]))

    assert said in page.html


def test_a_block_of_what_was_heard_can_stand_on_any_page_and_leads_to_what_there_is():
    words = '<a href="entry:barriers/rent">Rent</a>, <a href="entry:promises/gone">gone</a>'
    block = Heard(session="The table", when="March", messages=(Message(words=words, said=9, since="Nothing."),))

    html = make_heard(block, a_guide_with([a_barrier("rent")]), "../../")

    assert '<a href="../../about/barriers/#rent">Rent</a>, gone' in html
    assert "Nine people said so." in html
    assert "<b>Since then:</b> Nothing." in html
