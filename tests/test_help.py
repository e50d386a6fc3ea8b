"""The page of help on the story format says what the guide reads, and no more."""

import json
from pathlib import Path

from storyguide.reading.edition import EDITION_FACTS, read_edition
from storyguide.reading.edition_help import EDITION_HELP, edition_help_page, first_edition
from storyguide.reading.events import EVENT_FACTS
from storyguide.reading.news_help import EVENT_HELP, news_help_page
from storyguide.reading.register_help import register_help_page
from storyguide.reading.schema import help_page, json_schema
from storyguide.reading.tin_help import tin_help_page

from tests.golden import assert_golden

HELP = Path(__file__).parents[1] / "docs/help"


def test_the_page_on_the_story_format_is_the_table_that_reads_stories(accept):
    assert_golden(help_page(), HELP / "story-format.md", accept)


def test_the_schema_that_editors_complete_from_is_the_same_table(accept):
    schema = json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"

    assert_golden(schema, HELP / "story.schema.json", accept)


def test_the_page_on_registers_is_the_tables_that_read_them(accept):
    assert_golden(register_help_page(), HELP / "registers.md", accept)


def test_the_page_on_news_events_and_replies_is_the_tables_that_read_them(accept):
    assert_golden(news_help_page(), HELP / "news-format.md", accept)


def test_the_page_on_events_tells_of_every_fact_an_event_may_have():
    assert set(EVENT_HELP) == set(EVENT_FACTS)


def test_the_page_on_an_edition_tells_of_every_fact_it_may_have(accept):
    assert_golden(edition_help_page(), HELP / "edition-format.md", accept)
    assert list(EDITION_HELP) == list(EDITION_FACTS)


def test_the_edition_to_begin_with_is_read_without_a_word(tmp_path):
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories/edition.yml").write_text(first_edition(), encoding="utf-8")

    edition, problems = read_edition(tmp_path)

    assert problems == ()
    assert edition.town == "Anytown"


def test_the_page_on_tins_is_the_tables_that_read_them(accept):
    assert_golden(tin_help_page(), HELP / "tin-format.md", accept)
