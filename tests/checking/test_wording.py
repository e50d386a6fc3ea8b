"""Every fault that checking can find is told in the words of a file beside this test, for a person to read."""

import inspect
from datetime import date
from pathlib import Path

from storyguide import telling
from storyguide.checking import check_stories
from storyguide.model.framework import Evidence
from storyguide.model.people import Consent
from storyguide.model.problems import checks
from storyguide.model.story import Kind, Reference, Status

from tests.builders import a_story, an_edition, some_words

TODAY = date(2026, 4, 1)
OLD = Reference(title="The Anytown Echo", as_of="2012")
FACTS = {"kind": Kind.FACT_FILE, "storyteller": None, "consent": None, "approved_on": None, "sources": (OLD,)}
SPEECH = "<p>We meet on Mondays. It is, one said, “the best day there is in the week”.</p>"


def a_guide_with_every_fault():
    return [
        a_story(slug="themes", themes=("makeing", "xyz"), places=("milbank", "xyz"), lines={"themes": 6, "place": 5}),
        a_story(slug="dimensions", evidence=(Evidence(dimension="confidant", sentence="They run it."),)),
        a_story(slug="photos", words=some_words(photos=("bench.jpg",), lines={"bench.jpg": 22})),
        a_story(slug="links", words=some_words(stories=("photoes", "xyz"), lines={"story:xyz": 24})),
        a_story(slug="not-yet", consent=Consent(given=date(2027, 1, 2))),
        a_story(slug="book-only", consent=Consent(given=date(2026, 1, 2), surfaces=("book",))),
        a_story(slug="outgrown", approved_words="3f2a-9c41", wording="0000-1111"),
        a_story(slug="approved-tomorrow", approved_on=date(2027, 1, 2), lines={"approved_on": 9}),
        a_story(slug="withdrawn", status=Status.WITHDRAWN),
        a_story(slug="ended", consent=Consent(given=date(2025, 1, 2), until=date(2026, 3, 31))),
        a_story(slug="facts", words=some_words(html=SPEECH), **FACTS),
        a_story(slug="page", also_at=("links",)),
        a_story(slug="welsh", language="cy", translation_of="dimensions"),
        a_story(slug="welsh-too", language="cy", translation_of="dimensions"),
        a_story(slug="welsh-of-welsh", language="cy", translation_of="welsh"),
        a_story(slug="not-translated", translation_of="dimensions"),
        a_story(slug="of-nothing", language="cy", translation_of="dimensionz"),
        a_story(slug="french", language="fr"),
        a_story(slug="in-review", status=Status.REVIEW),
        a_story(slug="waits", language="cy", translation_of="in-review"),
        a_story(slug="web-only", consent=Consent(given=date(2026, 1, 2), surfaces=("web",))),
        a_story(slug="narrowed", language="cy", translation_of="web-only"),
        a_story(slug="gone-too", language="cy", translation_of="ended"),
    ]


def test_every_fault_gets_these_words():
    edition = an_edition(languages=("en-GB", "cy"), featured="linkz")

    problems = check_stories(edition, a_guide_with_every_fault(), today=TODAY)

    assert telling.as_text(problems) == (Path(__file__).parent / "wording.txt").read_text(encoding="utf-8")


def test_no_wording_is_left_out():
    edition = an_edition(languages=("en-GB", "cy"), featured="linkz")
    wordings = [
        f for name, f in inspect.getmembers(checks, inspect.isfunction) if "where" in inspect.signature(f).parameters
    ]

    told = {problem.code for problem in check_stories(edition, a_guide_with_every_fault(), today=TODAY)}

    assert len(told) == len(wordings)
