"""Where the guide leads out: each address beyond it, and which of them were found dead."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from storyguide.model.edition import Edition
from storyguide.model.link import Answer, archived_near
from storyguide.model.markup.tags import tags
from storyguide.model.problem import Problem
from storyguide.model.problems.links import link_dead
from storyguide.model.source import Source
from storyguide.model.story import Story

if TYPE_CHECKING:
    from storyguide.model.tin import Tin, TinPage

EDITION, FRAMEWORKS, GLOSSARY = "stories/edition.yml", "stories/frameworks", "stories/glossary.yml"
BARRIERS, PROMISES = "stories/barriers.yml", "stories/promises.yml"
_WEB = ("http://", "https://")


class Outward(NamedTuple):
    """One link out of the guide."""

    address: str
    """Without the part after #, which no server is told."""
    where: Source
    archived: str = ""
    """Where a kept copy is, if the editors have written one down."""
    read_on: date | None = None
    """When it was read, as far as that is written down."""
    in_list: bool = False
    """Whether it stands in a list, where an archived copy can be written down beside it."""


def check_outside(found: Iterable[Outward], answers: Mapping[str, Answer]) -> Iterator[Problem]:
    """Each address that was found dead and has no archived copy, once for every file it stands in."""
    told: set[tuple[str, str]] = set()
    for out in found:
        answer = answers.get(out.address)
        if answer is None or not answer.dead or out.archived or (out.where.path, out.address) in told:
            continue
        told.add((out.where.path, out.address))
        kept = archived_near(out.address, out.read_on) if out.read_on else ""
        yield link_dead(out.where, out.address, answer.in_words, answer.day, kept, beside=out.in_list)


def outward_of(edition: Edition, stories: Iterable[Story], tins: "Sequence[Tin]" = ()) -> Iterator[Outward]:
    """Every link out of the edition, its stories and its tins, as often as it stands there."""
    yield from outward_of_lists(edition, tins)
    for story in stories:
        yield from outward_of_story(story)


def outward_of_lists(edition: Edition, tins: "Sequence[Tin]" = ()) -> Iterator[Outward]:
    """Every link out of the edition and its tins: of all but the stories."""
    yield from _of_edition(edition)
    for tin in tins:
        for number, source in enumerate(tin.sources):
            if source.address:
                where = tin.at(tin.lines.get(f"sources[{number}].address", 0))
                yield Outward(_bare(source.address), where, source.archived, source.accessed, True)
        for page in tin.pages:
            yield from _of_tin_page(page)


def outward_of_story(story: Story) -> Iterator[Outward]:
    """Of its links, its sources and its words."""
    told = story.told_on if story.told_on > date.min else None
    for name, references in (("links", story.links), ("sources", story.sources)):
        for number, one in enumerate(references):
            if one.address:
                where = story.where(f"{name}[{number}].address")
                yield Outward(_bare(one.address), where, one.archived, one.accessed or told, True)
    if 'href="http' in story.words.html:
        where = story.where("body")
        yield from (Outward(address, where, "", told) for address in _in_html(story.words.html))
    for reply in story.replies:
        yield from (Outward(address, reply.source, "", reply.on) for address in _in_html(reply.words.html))


def _of_edition(edition: Edition) -> Iterator[Outward]:
    """Of the edition's own words, its frameworks and its glossary."""
    for html in (edition.introduction, edition.how_we_chose, edition.gaps):
        yield from (Outward(address, Source(EDITION)) for address in _in_html(html))
    for framework in edition.frameworks:
        if framework.source_address:
            yield Outward(_bare(framework.source_address), Source(FRAMEWORKS))
    for term in edition.glossary:
        if term.address:
            yield Outward(_bare(term.address), Source(GLOSSARY), "", term.as_of)
    yield from _of_registers(edition)
    for event in edition.events:
        yield from (Outward(_bare(one), event.source) for one in (event.online, event.told_at) if one)
    for trail in edition.trails:
        for words, where in ((trail.intro, trail.source), *((stop.words, stop.source) for stop in trail.stops)):
            yield from (Outward(address, where) for address in _in_html(words.html))


def _of_registers(edition: Edition) -> Iterator[Outward]:
    for path, register in ((BARRIERS, edition.barriers), (PROMISES, edition.promises)):
        for entry in register:
            for number, one in enumerate(entry.sources):
                if one.address:
                    line = entry.where(f"sources[{number}].address").line
                    yield Outward(_bare(one.address), Source(path, line), one.archived, one.accessed, True)


def _of_tin_page(page: "TinPage") -> Iterator[Outward]:
    for block in page.blocks:
        for html in _texts(block):
            yield from (Outward(address, page.at(block.line)) for address in _in_html(html))


def _texts(held: object) -> Iterator[str]:
    """Every text that a block holds, in what it lists too."""
    if isinstance(held, str):
        yield held
    elif isinstance(held, tuple):
        for one in held:
            yield from _texts(one)
    elif is_dataclass(held):
        for each in fields(held):
            yield from _texts(getattr(held, each.name))


def _in_html(html: str) -> Iterator[str]:
    addresses = (tag.value("href") for tag in tags(html, "a"))
    return (_bare(address) for address in addresses if address.lower().startswith(_WEB))


def _bare(address: str) -> str:
    return address.partition("#")[0]
