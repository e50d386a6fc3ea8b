"""List the guide's links to other websites, and report those that were found dead."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from storyguide.model.edition import Edition
from storyguide.model.link import Answer, archived_near
from storyguide.model.problem import Problem
from storyguide.model.problems.links import link_dead
from storyguide.model.source import Source
from storyguide.model.story import Story

if TYPE_CHECKING:
    from storyguide.model.tin import Tin, TinPage

EDITION, FRAMEWORKS, GLOSSARY = "stories/edition.yml", "stories/frameworks", "stories/glossary.yml"
BARRIERS, PROMISES = "stories/barriers.yml", "stories/promises.yml"
_HREF = re.compile(r'href="(https?://[^"]+)"', re.IGNORECASE)


class Outward(NamedTuple):
    """A link from the guide to another website."""

    address: str
    """Web address without its fragment (the part from #), which is never sent to a server."""
    where: Source
    archived: str = ""
    """Address of an archived copy, if the editors have written one down."""
    read_on: date | None = None
    """Day on which the linked page was read, as far as that is written down."""
    in_list: bool = False
    """Whether the link stands in a list of links or sources, where an archived copy can be written beside it."""


def check_outside(found: Iterable[Outward], answers: Mapping[str, Answer]) -> Iterator[Problem]:
    """Yield a problem for each address that was found dead and has no archived copy, once for each file it is in.

    answers: what each address answered when it was last asked.
    """
    reported: set[tuple[str, str]] = set()
    for out in found:
        answer = answers.get(out.address)
        if answer is None or not answer.dead or out.archived or (out.where.path, out.address) in reported:
            continue
        reported.add((out.where.path, out.address))
        copy = archived_near(out.address, out.read_on) if out.read_on else ""
        yield link_dead(out.where, out.address, answer.in_words, answer.day, copy, beside=out.in_list)


def outward_of(edition: Edition, stories: Iterable[Story], tins: "Sequence[Tin]" = ()) -> Iterator[Outward]:
    """Yield every link out of the edition, its stories and its tins, once for each time it occurs."""
    yield from outward_of_lists(edition, tins)
    for story in stories:
        yield from outward_of_story(story)


def outward_of_lists(edition: Edition, tins: "Sequence[Tin]" = ()) -> Iterator[Outward]:
    """Yield every link out of the edition and its tins, but none of those in stories."""
    yield from _of_edition(edition)
    for tin in tins:
        for number, source in enumerate(tin.sources):
            if source.address:
                where = tin.at(tin.lines.get(f"sources[{number}].address", 0))
                yield Outward(_bare(source.address), where, source.archived, source.accessed, True)
        for page in tin.pages:
            yield from _of_tin_page(page)


def outward_of_story(story: Story) -> Iterator[Outward]:
    """Yield every link in a story's lists of links and sources, in its words and in its replies."""
    read_on = story.told_on if story.told_on > date.min else None
    for name, references in (("links", story.links), ("sources", story.sources)):
        for number, one in enumerate(references):
            if one.address:
                where = story.where(f"{name}[{number}].address")
                yield Outward(_bare(one.address), where, one.archived, one.accessed or read_on, True)
    if 'href="http' in story.words.html:
        where = story.where("body")
        yield from (Outward(address, where, "", read_on) for address in _in_html(story.words.html))
    for reply in story.replies:
        yield from (Outward(address, reply.source, "", reply.on) for address in _in_html(reply.words.html))


def _of_edition(edition: Edition) -> Iterator[Outward]:
    """Yield every link in the edition's own words, frameworks, glossary, registers, events and trails."""
    for html in (edition.introduction, edition.how_we_chose, edition.gaps):
        yield from (Outward(address, Source(EDITION)) for address in _in_html(html))
    for framework in edition.frameworks:
        if framework.source_address:
            yield Outward(_bare(framework.source_address), Source(FRAMEWORKS))
    for term in edition.glossary:
        if term.address:
            yield Outward(_bare(term.address), Source(GLOSSARY), "", term.as_of)
    for path, register in ((BARRIERS, edition.barriers), (PROMISES, edition.promises)):
        for entry in register:
            for number, one in enumerate(entry.sources):
                if one.address:
                    line = entry.where(f"sources[{number}].address").line
                    yield Outward(_bare(one.address), Source(path, line), one.archived, one.accessed, True)
    for event in edition.events:
        yield from (Outward(_bare(one), event.source) for one in (event.online, event.told_at) if one)
    for trail in edition.trails:
        for words, where in ((trail.intro, trail.source), *((stop.words, stop.source) for stop in trail.stops)):
            yield from (Outward(address, where) for address in _in_html(words.html))


def _of_tin_page(page: "TinPage") -> Iterator[Outward]:
    for block in page.blocks:
        for html in _texts(block):
            yield from (Outward(address, page.at(block.line)) for address in _in_html(html))


def _texts(held: object) -> Iterator[str]:
    """Yield every string in a block of a tin's page, also in its nested tuples and dataclasses."""
    if isinstance(held, str):
        yield held
    elif isinstance(held, tuple):
        for one in held:
            yield from _texts(one)
    elif is_dataclass(held):
        for each in fields(held):
            yield from _texts(getattr(held, each.name))


def _in_html(html: str) -> Iterator[str]:
    return (_bare(unescape(address)) for address in _HREF.findall(html))


def _bare(address: str) -> str:
    return address.partition("#")[0]
