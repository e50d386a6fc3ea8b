"""What a page leads to, as templates have it. Addresses are from the site's root unless something else is said."""

from collections.abc import Sequence
from typing import NamedTuple


class Step(NamedTuple):
    """A name and the address it leads to: a step of the way to a page, or the list beside this one."""

    name: str
    address: str


class Way(NamedTuple):
    """A list of stories (or of posts) that a page leads to, with their number."""

    name: str
    address: str
    number: int


class Ways(NamedTuple):
    """Ways on that belong together."""

    heading: str
    ways: Sequence[Way]


class StoryLink(NamedTuple):
    """A story's title and address; the language its title is in, "" for the edition's own."""

    title: str
    address: str
    language: str
