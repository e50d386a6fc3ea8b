"""The desk has a row for every story, in its state, with what it needs and who to ask."""

from datetime import date
from pathlib import Path

import pytest
from storyguide.editing.desk import desk_of
from storyguide.model.desk import Need, Role, Row, Sort, State
from storyguide.model.edition import Edition
from storyguide.model.people import Consent
from storyguide.model.problem import Problem
from storyguide.model.source import Source
from storyguide.model.story import Reference, Status
from storyguide.reading.approval import mark_of_wording
from storyguide.site.assembly import put_together, read_sources

from tests.builders import a_story, a_theme, an_edition, some_words
from tests.desk.cases import ANSWERS, DEAD, ORIGINAL, TODAY, a_fact_file, everything, of, unapproved

EVERYTHING = {row.slug: row for row in everything().rows}


def row(*arguments: object, **more: object) -> Row:
    """The only row of a desk."""
    (only,) = of(*arguments, **more).rows
    return only


def asked(one: Row) -> list[tuple[Sort, Role]]:
    return [(need.sort, need.whom) for need in one.needs]


@pytest.mark.parametrize(
    ("slug", "state"),
    [
        ("somebody-mends-clocks", State.IDEA),
        ("late-draft", State.DRAFT),
        ("being-read", State.REVIEW),
        ("with-its-teller", State.WITH_STORYTELLER),
        ("held", State.HELD),
        ("children-in-a-photo", State.HELD),
        ("unread", State.HELD),
        ("ready", State.READY),
        ("look-again", State.REVIEW_DUE),
        ("ending", State.PUBLISHED),
        ("zupa", State.PUBLISHED),
        ("cawl", State.PUBLISHED),
        ("old-facts", State.PUBLISHED),
        ("dead-link", State.PUBLISHED),
        ("soup", State.PUBLISHED),
        ("ended", State.GONE),
        ("withdrawn", State.GONE),
    ],
)
def test_each_story_is_in_its_state(slug: str, state: State):
    assert EVERYTHING[slug].state is state


@pytest.mark.parametrize(
    ("slug", "needs"),
    [
        ("somebody-mends-clocks", [(Sort.CONSENT, Role.STORYTELLER), (Sort.APPROVAL, Role.STORYTELLER)]),
        ("late-draft", [(Sort.LATE, Role.EDITOR)]),
        ("being-read", []),
        ("with-its-teller", [(Sort.APPROVAL, Role.STORYTELLER)]),
        ("held", [(Sort.MEND, Role.EDITOR)]),
        ("children-in-a-photo", [(Sort.SAFETY, Role.PHOTOGRAPHER)]),
        ("look-again", [(Sort.REVIEW, Role.EDITOR)]),
        ("ending", [(Sort.CONSENT_ENDING, Role.STORYTELLER)]),
        ("zupa", [(Sort.TRANSLATION, Role.TRANSLATOR)]),
        ("cawl", []),
        ("old-facts", [(Sort.FACTS, Role.EDITOR)] * 2),
        ("dead-link", [(Sort.LINK, Role.EDITOR)]),
        ("ended", [(Sort.CONSENT, Role.STORYTELLER)]),
        ("withdrawn", []),
    ],
)
def test_each_story_needs_what_it_needs_of_whoever_can_help(slug: str, needs: list[tuple[Sort, Role]]):
    assert asked(EVERYTHING[slug]) == needs


def test_every_state_comes_in_its_order():
    states = [one.state for one in everything().rows]

    assert states == sorted(states, key=list(State).index)
    assert set(states) == set(State)


def test_first_things_come_first():
    story = a_story(consent=Consent(given=date(2026, 1, 1), until=TODAY), review_on=TODAY)
    faults = (
        Problem(code="unknown-theme", where=story.where("themes"), message="No theme.", mend="Change it."),
        unapproved(story),
        Problem(code="contact-details", where=story.where("body"), message="A number.", mend="Take it out."),
    )

    needs = row(story, problems=faults).needs

    assert [need.sort for need in needs] == [Sort.SAFETY, Sort.MEND, Sort.APPROVAL, Sort.CONSENT_ENDING, Sort.REVIEW]


def test_a_story_whose_only_lack_is_approval_is_with_the_storyteller_though_it_is_held_back():
    story = a_story(approved_on=None)

    assert row(story, problems=(unapproved(story),)).state is State.WITH_STORYTELLER


@pytest.mark.parametrize(("until", "told"), [(date(2027, 1, 21), True), (date(2027, 1, 22), False), (TODAY, True)])
def test_consent_that_ends_within_sixty_days_is_told(until: date, told: bool):
    one = row(a_story(consent=Consent(given=date(2026, 1, 1), until=until)))

    assert bool(one.needs) is told


@pytest.mark.parametrize(("day", "state"), [(TODAY, State.REVIEW_DUE), (date(2026, 11, 23), State.PUBLISHED)])
def test_a_story_is_due_for_another_look_on_the_day_itself(day: date, state: State):
    assert row(a_story(review_on=day)).state is state


def test_a_story_waits_for_its_day_and_appears_on_it():
    assert row(a_story(publish_on=date(2026, 11, 23))).state is State.READY
    assert row(a_story(publish_on=TODAY)).state is State.PUBLISHED


def test_a_translation_says_what_to_write_once_it_is_up_to_date():
    (need,) = EVERYTHING["zupa"].needs

    assert need.mend.endswith(f"write: translated_from: {mark_of_wording(ORIGINAL)}")


def test_a_translation_of_no_known_wording_is_asked_about_more_quietly():
    rows = of(ORIGINAL, a_story(slug="zupa", language="pl", translation_of="soup")).rows

    assert [(need.sort, need.whom) for one in rows for need in one.needs] == [(Sort.REMINDER, Role.TRANSLATOR)]


def test_nobody_is_asked_to_approve_facts_in_a_storytellers_stead():
    story = a_fact_file(slug="library")

    (need,) = row(story, problems=(unapproved(story),)).needs

    assert need.whom is Role.EDITOR


def test_the_same_dead_link_is_told_of_once_a_story():
    twice = (Reference(title="One", address=DEAD), Reference(title="Two", address=f"{DEAD}#end"))

    assert len(row(a_fact_file(links=twice), answers=ANSWERS).needs) == 1


def test_a_dead_link_with_an_archived_copy_beside_it_is_in_order():
    source = Reference(title="Echo", address=DEAD, archived="https://archive.example/x", accessed=TODAY)

    assert row(a_fact_file(sources=(source,)), answers=ANSWERS).needs == ()


def test_of_a_story_that_was_taken_down_no_more_is_shown_than_its_folder():
    shown = EVERYTHING["ended"]

    assert (shown.title, shown.credit, shown.places, shown.words) == ("ended", "", "", 0)


def test_a_row_says_who_is_credited_where_and_how_long_it_is():
    words = some_words(html="<p>" + "We mend what others throw away. " * 10 + "</p>", count=60)

    one = row(a_story(words=words))

    assert (one.credit, one.places, one.words, one.kind) == ("Mo", "Millbank", 60, "told")
    assert one.age is not None


def test_no_age_is_guessed_for_words_that_are_not_english():
    words = some_words(html="<p>" + "Naprawiamy to, co inni by wyrzucili. " * 10 + "</p>", count=60)

    assert row(a_story(words=words, language="pl")).age is None


def test_what_no_published_story_uses_is_listed():
    unused = {one.what: one.names for one in of(a_story(status=Status.DRAFT, themes=("growing",))).unused}

    assert unused == {"Themes": ("Making", "Growing"), "Anytown ways": ("Confident",), "Places": ("Millbank",)}


def test_what_the_edition_lacks_stands_beside_the_stories():
    (other,) = everything().others

    assert (other.where, other.sort) == (Source("stories/edition.yml", 4), Sort.REMINDER)


def test_an_empty_desk_is_a_desk():
    desk = desk_of(Edition(name="Our guide", town="Anytown"), (), (), today=TODAY)

    assert (desk.rows, desk.others, desk.unused, desk.outside.addresses) == ((), (), (), 0)


def test_the_desk_of_a_guide_on_disk_has_its_drafts(anytown: Path):
    sources = read_sources(anytown, anytown / ".cache")
    assembly = put_together(sources, today=TODAY, cache=anytown / ".cache")
    assert sources.edition

    desk = desk_of(sources.edition, sources.stories, assembly.problems, today=TODAY, tins=sources.tins)

    assert [one.slug for one in desk.in_state(State.DRAFT)] == ["button-band"]
    assert [one.slug for one in desk.in_state(State.GONE)] == ["pickle-club", "kite-loft"]
    assert {one.slug for one in desk.in_state(State.PUBLISHED)} == {story.slug for story in assembly.guide.stories}


def test_every_word_on_the_desk_is_of_the_story_or_of_a_role():
    needs: list[Need] = [need for one in everything().rows for need in one.needs]

    assert {need.whom for need in needs} == set(Role)
    assert an_edition(themes=(a_theme(),)).name not in " ".join(need.words for need in needs)
