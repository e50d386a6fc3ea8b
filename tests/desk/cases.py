"""A desk with one story of each case on it, all of them in fictional Anytown."""

from dataclasses import replace
from datetime import date

from storyguide.checking import check_stories
from storyguide.editing.desk import desk_of
from storyguide.model.desk import Desk
from storyguide.model.link import Answer
from storyguide.model.people import Consent
from storyguide.model.problem import Problem
from storyguide.model.problems.fields import missing
from storyguide.model.problems.stories import no_permission
from storyguide.model.source import Source
from storyguide.model.story import Kind, Reference, Status, Story
from storyguide.reading.approval import mark_of_wording

from tests.builders import a_story, a_theme, an_edition, some_words

TODAY = date(2026, 11, 22)
DEAD = "https://echo.example/repairs"
ANSWERS = {DEAD: Answer(address=DEAD, status="404", day=date(2026, 11, 20), since=date(2026, 11, 20))}

ORIGINAL = a_story(slug="soup", title="Soup on the steps", words=some_words(html="<p>We carry the pot.</p>", count=4))


def of(*stories: Story, problems: tuple[Problem, ...] = (), **more: object) -> Desk:
    """The desk with these stories on it."""
    settings = {"today": TODAY} | more
    return desk_of(an_edition(themes=(a_theme(), a_theme(name="Growing"))), stories, problems, **settings)


def a_fact_file(**changes: object) -> Story:
    sound = {
        "kind": Kind.FACT_FILE,
        "storyteller": None,
        "consent": None,
        "approved_on": None,
        "organisation": "Friends of the Number 4",
        "words": some_words(html="<p>The shelves hold four hundred books.</p>", count=6),
        "sources": (Reference(title="The Echo", address=DEAD, accessed=date(2026, 10, 1)),),
    }
    return a_story(**(sound | changes))


def unapproved(story: Story) -> Problem:
    return missing(story.where(), "approved_on", "approved_on: 2026-03-12")


def everything() -> Desk:
    """One of each."""
    names = {"slug": "", "title": ""}

    def named(slug: str, **changes: object) -> Story:
        return a_story(**(names | {"slug": slug, "title": slug.replace("-", " ").capitalize()} | changes))

    idea = named("somebody-mends-clocks", status=Status.IDEA, storyteller=None, consent=None, approved_on=None)
    late = named("late-draft", status=Status.DRAFT, publish_on=date(2026, 11, 1))
    review = named("being-read", status=Status.REVIEW)
    shown = named("with-its-teller", status=Status.REVIEW, approved_on=None)
    held = named("held", themes=("makeing",))
    pictured = named("children-in-a-photo")
    ready = named("ready", publish_on=date(2026, 12, 24))
    due = named("look-again", review_on=date(2026, 11, 1))
    ending = named("ending", consent=Consent(given=date(2025, 1, 1), until=date(2027, 1, 3)))
    ended = named("ended", consent=Consent(given=date(2025, 1, 1), until=date(2026, 6, 30)))
    withdrawn = named("withdrawn", status=Status.WITHDRAWN)
    stale = named("zupa", language="pl", translation_of="soup", translated_from="0ld0ld")
    fresh = named("cawl", language="cy", translation_of="soup", translated_from=mark_of_wording(ORIGINAL))
    old = a_fact_file(
        slug="old-facts", title="Old facts", sources=(Reference(title="Echo", accessed=date(2024, 3, 1)),)
    )
    linked = a_fact_file(slug="dead-link", title="A dead link")
    stories = (idea, late, review, shown, held, pictured, ready, due, ending, ended, withdrawn)
    stories += (stale, fresh, old, linked, ORIGINAL)
    problems = (
        *check_stories(replace(an_edition(), languages=("pl", "cy")), stories, today=TODAY),
        missing(idea.where(), "consent", "consent:\n  given: 2026-03-01"),
        unapproved(idea),
        unapproved(shown),
        no_permission(pictured.where("photos[0]"), "stall.jpg", "children"),
        Problem(code="not-utf-8", where=Source("stories/unread/story.md", 3), message="No.", mend="Yes."),
        Problem(
            code="nobody-to-reach", where=Source("stories/edition.yml", 4), message="Nobody.", mend="Add.", blocks=False
        ),
    )
    return of(*stories, problems=problems, answers=ANSWERS)
