"""The form for telling a story: made from the table of facts, its cases judged by the check."""

import re
from collections.abc import Iterator

import pytest
import yaml
from storyguide.intake.manuscript import Break, Inline, Paragraph, Run
from storyguide.intake.markdown import to_markdown
from storyguide.model.question import Blank, Room
from storyguide.model.slug import slug_of
from storyguide.reading.contacts import KINDS
from storyguide.reading.questions import form_of
from storyguide.reading.story_fields import STORY_FIELDS
from storyguide.reading.story_parts import PHOTO_PARTS

from tests.form_cases import CASES, TODAY, Answers, Case, edition, told_of

FORM = form_of(edition())
BLANKS = {blank.fact: blank for question in FORM.questions for blank in question.blanks}


def as_story(answers: Answers) -> bytes:
    """The answers as a story that somebody wrote by hand, but for the signs nobody sees, which the form leaves out."""
    unseen = re.compile(FORM.patterns["unseen"])

    def clean(text: str) -> str:
        return unseen.sub("", text.replace("\u2028", "\n")).strip()

    facts: Answers = {"status": "draft", "told_on": str(TODAY)}
    for fact, blank in BLANKS.items():
        said = answers.get(fact, "")
        said = names(blank, answers) if blank.room is Room.NAMES else clean(said) if isinstance(said, str) else said
        whole, _, part = fact.partition(".")
        if said and fact != "words":
            facts[whole] = {**facts.get(whole, {}), part: said} if part else said
    if facts.get("consent", {}).get("for"):
        facts["consent"]["given"] = str(TODAY)
    else:
        facts.pop("consent", None)
    photos = [
        {"file": f"photo-{number}.jpg", **photo, "licence": answers["licence"]}
        for number, photo in enumerate(answers["photos"], 1)
    ]
    if photos:
        facts["photos"] = photos
    words = to_markdown([Paragraph(tuple(inlines(one))) for one in clean(answers["words"]).split("\n\n")], {})
    return f"---\n{yaml.safe_dump(facts, allow_unicode=True, width=10_000)}---\n{words}".encode()


def names(blank: Blank, answers: Answers) -> list[str]:
    found = {slug_of(name): name for name in answers.get(blank.fact, ())}
    other = answers.get(f"{blank.fact}-other", "")
    return list(found.values()) + ([other] if other and slug_of(other) not in found else [])


def inlines(paragraph: str) -> Iterator[Inline]:
    for number, line in enumerate(paragraph.split("\n")):
        if number:
            yield Break()
        yield Run(line)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_check_tells_of_a_story_what_is_expected_of_its_answers(case: Case):
    problems = told_of(as_story(case.answers))

    assert sorted(problem.code for problem in problems) == case.told


def test_every_fact_that_no_story_goes_without_is_asked_for_or_seen_to_otherwise():
    needed = {name for name, row in STORY_FIELDS.items() if row.needed in ("always", "told")}
    asked = {fact.split(".")[0] for fact, blank in BLANKS.items() if blank.needed}

    assert needed - asked == {"told_on", *FORM.later}
    assert asked - needed == {"words"}
    assert {blank.fact for blank in FORM.photo if blank.needed} == {"photos.alt", "photos.credit"}


def test_answers_may_be_as_long_as_the_table_allows():
    assert {fact: blank.longest for fact, blank in BLANKS.items() if blank.longest} == {
        "title": 80,
        "summary": 200,
        "storyteller": 80,
        "organisation": 300,
        "place": 80,
        "themes": 80,
        "difference.what": 600,
        "join_in": 3000,
    }
    assert (BLANKS["place"].most, BLANKS["themes"].most) == (2, 4)


def test_choices_are_those_of_the_edition_and_the_table():
    assert [choice.value for choice in BLANKS["place"].choices] == [place.name for place in edition().places]
    assert [choice.value for choice in BLANKS["language"].choices] == list(edition().languages)
    assert [choice.value for choice in BLANKS["consent.for"].choices] == ["web", "book", "feeds"]
    assert BLANKS["licence"].choices[4].words == "Copy it; they must say whose it is, may not change it (CC BY-ND 4.0)"


def test_there_are_at_most_eight_questions_and_none_asks_for_more_than_a_screen_holds():
    assert len(FORM.questions) <= 8
    assert max(len(question.blanks) for question in FORM.questions) <= 3


def test_what_the_table_says_of_a_fact_is_said_in_the_form():
    assert BLANKS["title"].help == STORY_FIELDS["title"].help
    assert FORM.photo[-1].help == PHOTO_PARTS["permission"].help


def test_wordings_keep_room_for_what_was_written_and_as_much_of_it_as_the_check_quotes():
    too_long, not_plain = FORM.wordings["too-long"], FORM.wordings["not-plain-text"]

    assert too_long.message == "“{name}” is {length} letters long; at most {most} fit."
    assert not_plain.message == "“{name}” holds “<”: “{written}”."
    assert (too_long.quoted, not_plain.quoted) == (0, 100)
    assert FORM.wordings["story-gone"].message.endswith("ended on {day}.")
    assert not any(re.search("[\ue000-\ue002]|1,?111|2,?222", str(wording)) for wording in FORM.wordings.values())


def test_private_details_are_looked_for_by_the_checks_own_patterns():
    assert [name for name in FORM.patterns if name.startswith("contact")] == [f"contact: {kind}" for kind in KINDS]
    assert not any(re.search(r"\\[bwW]|\(\?P", pattern) for pattern in FORM.patterns.values())
