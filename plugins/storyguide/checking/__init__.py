"""Check the guide as a whole: whether stories, places, themes, people and addresses fit together."""

from collections.abc import Sequence
from datetime import date

from storyguide.checking.addresses import check_addresses
from storyguide.checking.consent import check_consent, gone, gone_since
from storyguide.checking.dimensions import check_dimensions
from storyguide.checking.facts import check_fact_files
from storyguide.checking.links import check_featured, check_links
from storyguide.checking.photos import check_photos
from storyguide.checking.places import check_places
from storyguide.checking.plausible import check_days, check_locations
from storyguide.checking.records import check_records, publishable
from storyguide.checking.sources import check_sources
from storyguide.checking.themes import check_themes
from storyguide.checking.trails import check_trails
from storyguide.checking.translations import check_translations
from storyguide.checking.use_of_tins import check_use_of_tins
from storyguide.model.edition import Edition
from storyguide.model.gates import has_gone
from storyguide.model.problem import Problem
from storyguide.model.story import Story

__all__ = ["check_records", "check_stories", "check_trails", "gone", "gone_since", "publishable"]


def check_stories(
    edition: Edition, stories: Sequence[Story], *, today: date, tins: Sequence[str] = ()
) -> list[Problem]:
    """Return every problem that stories have with the edition, with one another and with the day, by file and line.

    Of a story that has been taken down, only its address and its end of consent are checked. tins: slugs of the
    practitioner resources that the guide has.
    """
    present = [story for story in stories if not has_gone(story, today)]
    found = [
        *check_themes(edition, present),
        *check_places(edition, present),
        *check_dimensions(edition, present),
        *check_photos(present),
        *check_links(present, beside=stories),
        *check_featured(edition, present),
        *check_translations(edition, present, beside=stories, today=today),
        *check_consent(stories, today=today),
        *check_days(present, today=today),
        *check_locations(edition, present),
        *check_fact_files(present),
        *check_sources(present, today=today),
        *check_addresses(stories),
        *check_use_of_tins(tins, present),
    ]
    return sorted(found, key=lambda problem: problem.where)
