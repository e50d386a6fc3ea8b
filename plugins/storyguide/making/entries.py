"""Where the entries of the registers stand, as stories and tins lead to them."""

from typing import NamedTuple

from storyguide.making import addresses
from storyguide.model.guide import Guide
from storyguide.model.story import Story


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
        listed = f"barriers[{number}]"
        # One barrier may be written without a dash, and its key has no number then.
        keys = (f"{listed}.barrier", listed, "barriers.barrier", "barriers")
        written = (story.written.get(key) for key in keys)
        name = known.name if known else next(filter(None, written), one.barrier.replace("-", " "))
        found.append(Met(name[:1].upper() + name[1:], addresses.of_barrier(known.slug) if known else "", one.eased_by))
    return found
