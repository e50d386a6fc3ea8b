"""Make ids for programs that are the same in every build, after a rename, and at whatever address the guide is."""

from uuid import UUID, uuid5

from storyguide.model.edition import Edition
from storyguide.model.slug import slug_of

_OURS = UUID("6f0e7c1a-3b5d-5e2f-9a41-c2d8b47e6035")
"""UUID namespace for our ids, so that nobody else's are like them."""


def id_of(edition: Edition, *names: str) -> str:
    """Return a URN with a version 5 UUID made of the edition's first name and these names."""
    return f"urn:uuid:{uuid5(_OURS, '/'.join((edition.first_name, *names)))}"


def id_of_story(edition: Edition, first_slug: str) -> str:
    """Return the id of a story, by the first slug it had, whatever its folder is called now."""
    return id_of(edition, "stories", first_slug)


def uid_of_event(edition: Edition, slug: str) -> str:
    """Return the UID of an event for calendars, which ends in a host name that is nobody's (.invalid, RFC 2606)."""
    return f"{slug}@{slug_of(edition.first_name)}.invalid"
