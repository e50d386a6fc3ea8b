"""The page of help on the story format says what the guide reads, and no more."""

from pathlib import Path

from storyguide.reading.schema import help_page

from tests.golden import assert_golden

HELP = Path(__file__).parents[1] / "docs/help"


def test_the_page_on_the_story_format_is_the_table_that_reads_stories(accept):
    assert_golden(help_page(), HELP / "story-format.md", accept)
