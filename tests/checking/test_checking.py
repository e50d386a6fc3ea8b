"""What only the whole guide can show is told of each story, in one go."""

from datetime import date

import pytest
from storyguide.checking import check_stories, gone
from storyguide.model.framework import Evidence
from storyguide.model.gates import agreed
from storyguide.model.people import Consent
from storyguide.model.story import Kind, Reference, Status

from tests.builders import a_photo, a_story, an_edition, some_words

TODAY = date(2026, 4, 1)
LINES = {"title": 2, "place": 4, "themes": 5, "themes[1]": 7, "consent": 9, "consent.until": 11, "also_at": 12}
A_SOURCE = Reference(title="The Anytown Echo", address="https://echo.example/1", as_of="March 2026")


def check(*stories, edition=None):
    return check_stories(edition or an_edition(), stories, today=TODAY)


def a_fact_file(html="<p>The group met in 1974.</p>", **changes):
    sound = {"kind": Kind.FACT_FILE, "storyteller": None, "consent": None, "approved_on": None, "sources": (A_SOURCE,)}
    return a_story(**(sound | {"words": some_words(html=html)} | changes))


def test_a_sound_story_has_no_problem():
    assert check(a_story(lines=LINES)) == []


def test_a_sound_fact_file_has_no_problem():
    assert check(a_fact_file()) == []


def test_a_misspelt_theme_is_met_with_the_nearest_one():
    story = a_story(themes=("making", "makeing"), lines=LINES, written={"themes[1]": "Makeing!"})

    (problem,) = check(story)

    assert (problem.code, problem.where.line) == ("unknown-theme", 7)
    assert problem.message == "The guide has no theme called “Makeing!”."
    assert problem.mend == "Change it to “Making”."


def test_a_misspelt_place_is_met_with_the_nearest_one():
    (problem,) = check(a_story(places=("milbank",), lines=LINES))

    assert (problem.code, problem.where.line) == ("unknown-place", 4)
    assert problem.mend == "Change it to “Millbank”."


def test_a_place_like_no_other_is_met_with_the_list():
    (problem,) = check(a_story(places=("xyz",)))

    assert problem.mend == "Choose from: Millbank."


def test_an_unknown_dimension_is_told():
    story = a_story(evidence=(Evidence(dimension="confidence", sentence="We run the till."),))

    (problem,) = check(story)

    assert (problem.code, problem.mend) == ("unknown-dimension", "Change it to “Confident”.")


def test_a_photo_in_the_words_must_be_described_above_them():
    words = some_words(photos=("Bench.JPG",), lines={"Bench.JPG": 31})

    (problem,) = check(a_story(words=words, photos=(a_photo(),)))

    assert (problem.code, problem.where.line) == ("photo-not-listed", 31)
    assert problem.mend == "Change it to “bench.jpg”."


def test_a_link_to_a_story_that_is_not_there_is_told_at_its_line():
    words = some_words(stories=("repiar-cafe", "old-knit", "knit"), lines={"story:repiar-cafe": 20})

    (problem,) = check(a_story(words=words), a_story(slug="knit", also_at=("old-knit",)))

    assert (problem.code, problem.where.line) == ("no-such-story", 20)
    assert problem.mend == "Change the link to “../repair-cafe/”."


@pytest.mark.parametrize(
    ("changes", "code", "line"),
    [
        ({"consent": Consent(given=date(2026, 4, 2))}, "consent-not-yet", 9),
        ({"consent": Consent(given=date(2026, 3, 1), surfaces=("book",))}, "consent-not-for-web", 9),
    ],
)
def test_a_told_story_needs_consent_for_the_web_today(changes, code, line):
    story = a_story(lines=LINES, **changes)

    (problem,) = check(story)

    assert not agreed(story, TODAY)

    assert (problem.code, problem.where.line, problem.blocks) == (code, line, True)


@pytest.mark.parametrize("status", [Status.IDEA, Status.DRAFT, Status.REVIEW])
def test_consent_is_not_asked_for_before_a_story_is_ready(status):
    assert check(a_story(status=status, consent=None, approved_on=None)) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"status": Status.WITHDRAWN},
        {"status": Status.WITHDRAWN, "consent": None, "approved_on": None},
        {"consent": Consent(given=date(2026, 3, 1), withdrawn=date(2026, 3, 20))},
        {"consent": Consent(given=date(2026, 3, 1), until=date(2026, 3, 31))},
    ],
)
def test_a_story_that_has_gone_is_noted_and_holds_nothing_up(changes):
    story = a_story(**changes)

    (problem,) = check(story)

    assert (problem.code, problem.blocks) == ("story-gone", False)
    assert gone([story], TODAY) == ("repair-cafe",)
    assert not agreed(story, TODAY)


def test_a_story_that_has_gone_is_asked_nothing_more():
    words = some_words(stories=("nowhere",), photos=("a.jpg",))
    story = a_story(status=Status.WITHDRAWN, themes=("x",), places=("y",), words=words, translation_of="z")

    assert [problem.code for problem in check(story)] == ["story-gone"]


def test_without_a_written_consent_nobody_has_agreed():
    assert not agreed(a_story(consent=None), TODAY)
    assert agreed(a_fact_file(), TODAY)


def test_consent_holds_on_its_last_day():
    story = a_story(consent=Consent(given=date(2026, 3, 1), until=TODAY))

    assert check(story) == []
    assert gone([story], TODAY) == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("I started it in 1974.", "I"),
        ("In 1974 I’d had enough.", "I"),
        ("The club gave us a room.", "us"),
        ("Our garden is open on Mondays.", "Our"),
        ("Come and see my allotment", "my"),
        ("There is room for me.", "me"),
        ("They came; we sang.", "we"),
    ],
)
def test_a_fact_file_does_not_speak_as_a_storyteller(text, word):
    (problem,) = check(a_fact_file(f"<p>{text}</p>"))

    assert problem.code == "fact-file-says-we"
    assert f"says “{word}”" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "It is a Grade I listed building, and older than World War I.",
        "A group from the US visited; so did two from the U.S.A.",
        "The council ran Making our Move for a year.",
        "It was paid for by the Our Place fund and the My Community grant.",
        "Our Place was a programme of the time.",
        "A project called “We are here” and another, “Us and our street”, met there.",
        "<a href='https://a.example'>How we began</a> tells more, as does <em>What we made</em>.",
        "Coal came from the mine. The town was built on that mine, and on another.",
        "They welcomed everybody; some were famous; mewing cats and wet weather.",
        "The volunteers’ shed stands behind the pub’s garden, and the brewers’ house too.",
        "The Queen’s Award, ‘the MBE for groups’, came in 2019.",
    ],
)
def test_names_and_numbers_do_not_make_a_fact_file_speak(text):
    assert check(a_fact_file(f"<p>{text}</p>")) == []


@pytest.mark.parametrize(
    "html",
    [
        "<p>She said “it was the best day there has been here”.</p>",
        '<p>She said "it was the best day there has been here".</p>',
        "<p>She said ‘it’s been the best day that’s ever been’.</p>",
        "<blockquote>\n<p>We loved it.</p>\n</blockquote>",
    ],
)
def test_a_fact_file_quotes_nobody(html):
    (problem,) = check(a_fact_file(html))

    assert problem.code == "fact-file-quotes"


def test_a_fact_files_evidence_is_looked_at_too():
    evidence = (Evidence(dimension="confident", sentence="We run the till ourselves."),)

    (problem,) = check(a_fact_file(evidence=evidence, lines={"dimensions": 14}))

    assert (problem.code, problem.where.line) == ("fact-file-says-we", 14)


def test_a_told_story_may_say_we_and_quote():
    assert check(a_story(words=some_words(html="<p>We said “it was the best day there has been here”.</p>"))) == []


@pytest.mark.parametrize(
    ("as_of", "accessed", "code"),
    [
        ("2024-04", None, None),
        ("2024-03", None, "sources-old"),
        ("March 2024", None, "sources-old"),
        ("2024", None, None),
        ("2016 to 2019", None, "sources-old"),
        ("", date(2026, 1, 1), None),
        ("", date(2023, 1, 1), "sources-old"),
        ("", None, None),
    ],
)
def test_a_fact_file_says_how_old_its_knowledge_is(as_of, accessed, code):
    story = a_fact_file(sources=(Reference(title="The Echo", as_of=as_of, accessed=accessed),))

    problems = check(story)

    assert [(problem.code, problem.blocks) for problem in problems] == ([(code, False)] if code else [])


def test_one_new_source_is_enough():
    old = Reference(title="The Echo", as_of="1999")

    assert check(a_fact_file(sources=(old, A_SOURCE))) == []


def test_an_old_address_belongs_to_one_story():
    stories = a_story(slug="a", also_at=("b", "old", "a")), a_story(slug="b", also_at=("old",))

    problems = check(*stories)

    assert [(p.code, p.where.path) for p in problems] == [
        ("address-taken", "stories/a/story.md"),
        ("address-taken", "stories/a/story.md"),
        ("address-taken", "stories/b/story.md"),
    ]


@pytest.mark.parametrize("slug", ["page", "told", "a-z"])
def test_the_guides_own_addresses_are_kept_free(slug):
    (problem,) = check(a_story(slug=slug))

    assert (problem.code, problem.mend) == (
        "address-kept-free",
        f"Give the story’s folder another name, for example “{slug}-story”.",
    )


@pytest.mark.parametrize("slug", ["index", "page", "con"])
def test_no_old_address_takes_the_place_of_a_list(slug):
    (problem,) = check(a_story(also_at=(slug,)))

    assert (problem.code, problem.mend) == (
        "address-kept-free",
        "Take it out of “also_at”: no story has ever stood there.",
    )


def test_a_translation_belongs_to_an_original_in_another_language():
    edition = an_edition(languages=("en-GB", "cy"))
    stories = (
        a_story(slug="a"),
        a_story(slug="a-cy", language="cy", translation_of="a"),
        a_story(slug="b-cy", language="cy", translation_of="a"),
        a_story(slug="c-cy", language="cy", translation_of="a-cy"),
        a_story(slug="d", translation_of="a"),
        a_story(slug="e-cy", language="cy", translation_of="z"),
        a_story(slug="f-fr", language="fr"),
        a_story(slug="g-cy", language="cy", translation_of="g-cy"),
    )

    problems = check(*stories, edition=edition)

    assert [(p.code, p.where.path.split("/")[1]) for p in problems] == [
        ("second-translation", "b-cy"),
        ("translation-of-translation", "c-cy"),
        ("same-language", "d"),
        ("unknown-original", "e-cy"),
        ("unknown-language", "f-fr"),
        ("translation-of-translation", "g-cy"),
    ]


def test_the_home_page_begins_with_a_story_that_is_there():
    edition = an_edition(featured="repair-caff")

    (problem,) = check(a_story(), edition=edition)

    assert (problem.code, problem.mend, problem.blocks) == (
        "unknown-featured",
        "Change “featured” to “repair-cafe”.",
        False,
    )


def test_problems_stand_in_the_order_of_their_lines():
    lines = {"themes": 8, "place": 4}

    problems = check(a_story(themes=("x",), places=("x",), lines=lines), a_story(slug="a", themes=("x",)))

    assert [str(p.where) for p in problems] == [
        "stories/a/story.md",
        "stories/repair-cafe/story.md, line 4",
        "stories/repair-cafe/story.md, line 8",
    ]
