"""The guide as data, and the page that says what is in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from storyguide.making import addresses
from storyguide.making.data_fields import STORY_DATA, DataField
from storyguide.making.open_data import SCHEMA, data_files
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.page import make_page
from storyguide.making.registry import Entry, Pages
from storyguide.making.render import Context
from storyguide.making.shared import kept_back, published
from storyguide.model.guide import Guide

_TYPES = {"string": "words", "date": "a day", "integer": "a whole number", "number": "a number", "array": "a list"}


class DataFile(NamedTuple):
    """A file of the data: its name, what it holds, and its size in words."""

    name: str
    holds: str
    size: str


class Column(NamedTuple):
    """What is said of each story, and how that is written."""

    field: DataField
    type: str


@dataclass(frozen=True, kw_only=True)
class DataPage(Context, template="data.html"):
    """The page of the guide as data."""

    files: Sequence[DataFile]
    fields: Sequence[Column]
    number: int
    """Of stories."""
    rights: int
    wish: int
    """How many stories say next to nothing, for their rights or by their teller's wish."""
    licence: str
    """Of what the editors wrote."""
    address: str
    """The guide's own, "" while it has none."""
    schema: str
    """Name of the file that describes a story's facts, "" where there is none."""


def make_data(guide: Guide, *, address: str) -> Iterator[OutputPage | OutputFile]:
    """Every file of the data and its page; address: the guide's own, or "" while it has none."""
    files = data_files(guide, address=address)
    yield from (file.output for file in files)
    stories = published(guide)
    rights, wish = kept_back(stories)
    yield make_page(
        f"{addresses.DATA}index.md",
        DataPage(
            files=[DataFile(file.name, file.title, in_kilobytes(len(file.content))) for file in files],
            fields=[Column(field, _TYPES[field.type]) for field in STORY_DATA],
            number=len(stories),
            rights=rights,
            wish=wish,
            licence=guide.edition.licence,
            address=address,
            schema=SCHEMA if guide.schema else "",
        ),
        title="Open data",
        description="The guide in tables and lists, for people who count, compare, or draw maps.",
        section=addresses.DATA,
        search="page",
        meta={"styles": ["follow.css"]},
    )


def in_kilobytes(size: int) -> str:
    """A number of bytes as readers write it: "41 kB"."""
    kilo = max(1, round(size / 1000))
    return f"{kilo} kB" if kilo < 1000 else f"{size / 1_000_000:.1f} MB"


PAGES = Pages(
    order=260,
    make=lambda it: make_data(it.guide, address=it.address),
    about=(Entry("Open data", "data/", 80),),
    shows_words=True,
)
