"""What is told of the story format follows from the table that reads it."""

import json

from storyguide.model.people import DAY_TO_FILL_IN
from storyguide.reading.schema import help_page, json_schema
from storyguide.reading.story_fields import STORY_FIELDS

from tests.reading.files import problems


def test_the_schema_names_every_fact_and_no_other():
    schema = json_schema()

    assert list(schema["properties"]) == list(STORY_FIELDS)
    assert schema["additionalProperties"] is False


def test_the_schema_wants_what_reading_wants():
    schema = json_schema()

    assert schema["required"] == ["title", "summary", "place", "themes", "told_on", "licence"]
    assert schema["then"]["required"] == ["sources"]
    assert schema["else"]["required"] == ["storyteller", "consent", "approved_on"]


def test_the_schema_is_plain_json():
    schema = json_schema()

    assert json.loads(json.dumps(schema))["properties"]["title"]["maxLength"] == 80
    assert schema["properties"]["photos"]["anyOf"][1]["items"]["required"] == ["file", "credit", "licence"]


def test_the_help_page_explains_every_fact():
    page = help_page()

    for name, row in STORY_FIELDS.items():
        assert f"## {name}\n" in page
        assert row.help in page


def test_the_story_the_help_page_begins_with_is_sound():
    example = help_page().split("```")[1].removeprefix("yaml\n")

    assert problems(example)  # nobody has agreed to it yet, so that it says nothing for whoever pastes it
    assert not problems(example.replace(DAY_TO_FILL_IN, "2026-03-01"))
