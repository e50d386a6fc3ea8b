"""What programs know a guide's things by: the same in every build, after a rename, and wherever the guide stands."""

from uuid import UUID, uuid5

from storyguide.model.edition import Edition
from storyguide.model.slug import slug_of

_OURS = UUID("6f0e7c1a-3b5d-5e2f-9a41-c2d8b47e6035")
"""Under which ids are made of names, so that nobody else's are like them."""


def id_of(edition: Edition, *names: str) -> str:
    """An address that leads nowhere, a UUID of version 5, made of the edition's first name and these."""
    return f"urn:uuid:{uuid5(_OURS, '/'.join((edition.first_name, *names)))}"


def id_of_story(edition: Edition, first_slug: str) -> str:
    """A story's, whatever its folder is called now."""
    return id_of(edition, "stories", first_slug)


def uid_of_event(edition: Edition, slug: str) -> str:
    """An event's, as calendars write it: with the name of a host, which here is nobody's (RFC 2606)."""
    return f"{slug}@{slug_of(edition.first_name)}.invalid"
