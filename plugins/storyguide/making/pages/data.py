"""The guide as data, and the page that says what is in it."""

from collections.abc import Iterator

from storyguide.making import addresses
from storyguide.making.data_fields import story_data
from storyguide.making.open_data import SCHEMA, data_files
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.page import make_page
from storyguide.making.shared import kept_back, published
from storyguide.model.guide import Guide

_TYPES = {"string": "words", "date": "a day", "integer": "a whole number", "number": "a number", "array": "a list"}


def make_data(guide: Guide, *, address: str) -> Iterator[OutputPage | OutputFile]:
    """Every file of the data and its page; address: the guide's own, or "" while it has none."""
    files = data_files(guide, address=address)
    yield from (file.output for file in files)
    stories = published(guide)
    rights, wish = kept_back(stories)
    yield make_page(
        "data.html",
        f"{addresses.DATA}index.md",
        title="Open data",
        description="The guide in tables and lists, for people who count, compare, or draw maps.",
        section=addresses.DATA,
        search="page",
        meta={"styles": ["follow.css"]},
        files=[(file.name, file.title, in_kilobytes(len(file.content))) for file in files],
        fields=[(field, _TYPES[field.type]) for field in story_data()],
        number=len(stories),
        rights=rights,
        wish=wish,
        licence=guide.edition.licence,
        address=address,
        schema=SCHEMA if guide.schema else "",
    )


def in_kilobytes(size: int) -> str:
    """A number of bytes as readers write it: "41 kB"."""
    kilo = max(1, round(size / 1000))
    return f"{kilo} kB" if kilo < 1000 else f"{size / 1_000_000:.1f} MB"
