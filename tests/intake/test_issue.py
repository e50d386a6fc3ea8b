"""A story told in GitHub's issue form becomes a draft: answers to facts, words to words, and nothing fetched."""

import json
from collections.abc import Callable

import pytest
from storyguide.intake.issue import PHOTOS_LABEL, STORY_LABEL, TAKEN_FROM_FORM, label_of
from storyguide.reading.metadata import read_metadata
from storyguide.reading.story_fields import STORY_FIELDS
from storyguide.reading.written import Reading, Text

from tests.intake.arrivals import SCRIPT, issue
from tests.intake.conftest import Taken

Take = Callable[..., Taken]

STORY = f"We planted **beans**. {SCRIPT}\n\n- One\n- Two"
PHOTO = "https://github.com/user-attachments/assets/0a1b2c3d-0000-4444-8888-0a1b2c3d4e5f"


def body(story: str = STORY, **answers: str) -> str:
    """What GitHub makes of the form's answers."""
    given = {
        "Before you start": "- [x] I told this story myself\n- [ ] Something else",
        "Title": "Beans: behind the chapel",
        "Summary": "_No response_",
        "Storyteller": "Mo",
        "Place": "Millbank",
        "Themes": "Food and growing, Company",
        "Join in": "Come on a Saturday.",
        **{label.replace("_", " "): answer for label, answer in answers.items()},
        STORY_LABEL: story,
        PHOTOS_LABEL: f"![spade]({PHOTO})\n\nA spade in wet earth",
        "Licence": "CC BY 4.0",
    }
    return "\r\n\r\n".join(f"### {label}\r\n\r\n{answer}" for label, answer in given.items())


def test_answers_become_facts_and_words(take: Take):
    taken = take("issue.json", issue(body()))

    assert taken.status == 0
    assert taken.folder and taken.folder.name == "beans-behind-the-chapel"
    assert taken.words == "We planted **beans**. \\<script\\>alert('mine')\\</script\\>\n\n- One\n- Two"
    for line in ('title: "Beans: behind the chapel"', 'storyteller: "Mo"', 'place: "Millbank"', "summary:", "consent:"):
        assert f"\n{line}\n" in taken.story
    assert '\nthemes:\n  - "Food and growing"\n  - "Company"\n' in taken.story
    assert '\njoin_in: "Come on a Saturday."\n' in taken.story


def test_photos_are_listed_for_a_person_and_what_has_no_place_is_shown(take: Take):
    taken = take("issue.json", issue(body()))

    assert f"for a person to fetch, and to put through intake too: {PHOTO}" in taken.told
    assert PHOTO not in taken.story
    assert "A spade in wet earth" in taken.told
    assert "the answer to “Before you start”:\n  | I told this story myself\n" in taken.told


def test_an_issue_by_itself_is_read_as_well_as_an_event(take: Take):
    event = json.loads(issue(body()))

    taken = take("issue.json", json.dumps(event["issue"]).encode())

    assert taken.status == 0


def test_a_heading_of_the_forms_typed_into_the_story_stays_there(take: Take):
    story = (
        "Before.\n\n### Photos\n\nWe took some.\n\n### Title\n\n### Place\n\nNowhere\n\n### Organisation\n\nNobody\n\n"
        "### To do\n\n- [x] dig\n\n### Licence\n\nNone"
    )

    taken = take("issue.json", issue(body(story)))

    assert taken.folder and taken.folder.name == "beans-behind-the-chapel"
    for words in ("We took some.", "Nowhere", "Nobody", "dig", "None"):
        assert words in taken.words
    assert '\nlicence: "CC BY 4.0"\n' in taken.story and "organisation" not in taken.story
    assert '\nplace: "Millbank"\n' in taken.story


def test_a_private_number_is_kept_out_of_the_facts(take: Take):
    taken = take("issue.json", issue(body(Organisation="Menders, 01632 960 123")))

    assert "01632" not in taken.story
    assert (
        "the answer to “Organisation”, which holds a private address or number:\n  | Menders, 01632 960 123"
        in taken.told
    )


@pytest.mark.parametrize("fact", ["status", "consent", "approved_on", "publish_on", "also_at", "photos"])
def test_no_form_can_publish_a_story_or_agree_for_anybody(take: Take, fact: str):
    answer = "ready" if fact == "status" else "2026-03-14"

    taken = take("issue.json", issue(body(**{label_of(fact): answer}) if fact != "photos" else body()))

    assert "\nstatus: draft\n" in taken.story
    assert "2026-03-14" not in taken.story and "ready" not in taken.story.split("\n---\n")[0]


def test_every_fact_a_form_may_ask_for_is_one_of_a_storys():
    assert set(TAKEN_FROM_FORM) <= STORY_FIELDS.keys()


@pytest.mark.parametrize(
    "data",
    [
        b"{",
        b"{}",
        b'{"issue": []}',
        b'{"body": 3}',
        b'{"body": ""}',
        b'{"body": "### Story"}',
        b'{"a":' * 5000,
    ],
)
def test_what_is_no_issue_from_the_form_is_told_so(take: Take, data: bytes):
    taken = take("issue.json", data)

    assert taken.status == 1
    assert "Nothing was taken in: “issue.json”" in taken.told


@pytest.mark.parametrize(
    "title", ["a \"quoted\" \\ 'one'", "- [x]", "status: ready", "# no", "{{ x }}", "\u202etitle", "a\x00b"]
)
def test_a_hostile_title_is_only_a_title(take: Take, title: str):
    taken = take("issue.json", issue(body(Title=title)))

    reading = Reading("")
    metadata = read_metadata(taken.story.encode(), reading)
    assert metadata and not reading.problems
    kept = metadata.facts.values["title"]
    assert isinstance(kept, Text) and kept.written == title.replace("\u202e", "").replace("\x00", "")
