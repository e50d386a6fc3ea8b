"""Where the entries of the registers stand, as stories and tins lead to them."""

from typing import NamedTuple

from storyguide.making import addresses
from storyguide.model.guide import Guide
from storyguide.model.story import Story
from storyguide.model.story_sections.texts import barrier_as_written


class Met(NamedTuple):
    """A barrier as a story's page names it."""

    name: str
    address: str
    """Of its entry, from the site's root; "" where the register has none."""
    eased_by: str


def entry_address(entry: str, guide: Guide) -> str:
    """Of "barriers/rent" or "promises/hall-times", from the site's root; "" when there is no such entry."""
    register, _, slug = entry.partition("/")
    if register == "barriers" and slug in guide.barriers:
        return addresses.of_barrier(slug)
    if register == "promises" and slug in guide.promises:
        return addresses.of_promise(slug)
    return ""


def met_by(story: Story, guide: Guide) -> list[Met]:
    """The barriers a story met, with what eased each there."""
    found = []
    for number, one in enumerate(story.barriers):
        known = guide.barriers.get(one.barrier)
        name = known.name if known else barrier_as_written(story, number)
        found.append(Met(name[:1].upper() + name[1:], addresses.of_barrier(known.slug) if known else "", one.eased_by))
    return found
