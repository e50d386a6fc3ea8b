"""What the list of all stories can be narrowed by, and its cards, as data for the script that does it."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

from storyguide.making import addresses, pictures
from storyguide.making.cards import colour_of
from storyguide.making.languages import own_name, right_to_left
from storyguide.making.listing import PER_PAGE
from storyguide.making.output import OutputFile
from storyguide.model.framework import Dimension
from storyguide.model.gates import last_day
from storyguide.model.guide import Guide
from storyguide.model.story import Kind, Story
from storyguide.model.theme import Theme

PER_FILE = 96
"""Cards in one file. A page of results seldom needs more than a few files, and a thousand stories make eleven."""

KINDS = {Kind.TOLD: "Told stories", Kind.FACT_FILE: "Fact-files"}


@dataclass(frozen=True)
class Group:
    """One kind of filter, its terms in the order readers see them, and which of them each story has."""

    key: str
    """As it stands in the address: "theme" in ?theme=music."""
    name: str
    terms: Sequence[tuple[str, str, int]]
    """(slug, name, number of the area it lies in; -1 for none)."""
    of: Sequence[Sequence[int]]
    """For each story, in the guide's order, the numbers of its terms; of a place, not its area's."""


def make_filters(guide: Guide) -> Iterator[OutputFile]:
    """stories/filters.json, and the cards of all stories, some dozens to a file."""
    # One file may be read from a browser's memory and the other anew: they must be of one build to fit together.
    order = sha256("\n".join(story.slug for story in guide.stories).encode()).hexdigest()[:8]
    yield _file(
        "filters.json",
        {
            "order": order,
            "stories": len(guide.stories),
            "perPage": PER_PAGE,
            "perFile": PER_FILE,
            "sizes": pictures.ON_A_CARD,
            "groups": [_as_data(group) for group in groups_of(guide)],
        },
    )
    for number, start in enumerate(range(0, len(guide.stories), PER_FILE)):
        cards = [_card(story, guide) for story in guide.stories[start : start + PER_FILE]]
        yield _file(f"cards/{number}.json", {"order": order, "cards": cards})


def groups_of(guide: Guide) -> list[Group]:
    """What stories can be told apart by: all of the edition's places and themes, and whatever else some story has."""
    edition, stories = guide.edition, guide.stories
    places: list[tuple[str, str, int]] = []
    for area in edition.areas:
        number = len(places)
        places.append((area.slug, f"{area.name} area", -1))
        places += [(slug, guide.places[slug].name, number) for slug in area.places]
    found = [
        _group("place", "Place", places, (story.places for story in stories)),
        _group("theme", "Theme", _plain(edition.themes), (story.themes for story in stories)),
    ]
    if edition.frameworks:
        framework = edition.frameworks[0]
        shown = ([evidence.dimension for evidence in story.evidence] for story in stories)
        found.append(_group("dimension", framework.name, _plain(framework.dimensions), shown))
    kinds = [story.kind.value for story in stories]
    named = [(kind.value, name, -1) for kind, name in KINDS.items() if kind.value in kinds]
    found.append(_group("kind", "Kind", named, ([kind] for kind in kinds)))
    spoken = [story.language or edition.language for story in stories]
    heard = dict.fromkeys(spoken)
    tags = [tag for tag in dict.fromkeys((edition.language, *edition.languages, *heard)) if tag in heard]
    found.append(_group("language", "Language", [(tag, own_name(tag), -1) for tag in tags], ([tag] for tag in spoken)))
    return found


def _plain(items: Sequence[Theme] | Sequence[Dimension]) -> list[tuple[str, str, int]]:
    return [(item.slug, item.name, -1) for item in items]


def _group(key: str, name: str, terms: Sequence[tuple[str, str, int]], slugs: Iterable[Iterable[str]]) -> Group:
    number = {slug: at for at, (slug, _, _) in enumerate(terms)}
    return Group(key, name, terms, [[number[s] for s in dict.fromkeys(of) if s in number] for of in slugs])


def _as_data(group: Group) -> dict[str, object]:
    return {
        "key": group.key,
        "name": group.name,
        "terms": [(slug, name) if within < 0 else (slug, name, within) for slug, name, within in group.terms],
        # Most stories have one term of most groups: a bare number then takes the place of a list.
        "of": [of[0] if len(of) == 1 else of for of in group.of],
    }


def _card(story: Story, guide: Guide) -> dict[str, object]:
    """What templates/card.html says of a story; what it would leave out is not there."""
    card: dict[str, object] = {
        "url": addresses.of_story(story.slug),
        "title": story.title,
        "where": guide.where_is(story),
        "colour": colour_of(story.slug),
    }
    if story.content_note:
        card["note"] = story.content_note
    else:
        card["summary"] = story.summary
    if story.kind is Kind.FACT_FILE:
        card["factFile"] = True
    if story.language:
        card["language"] = story.language
        if right_to_left(story.language):
            card["rightToLeft"] = True
    if until := last_day(story):
        card["until"] = until.isoformat()
    if photos := pictures.usable(story):
        lead = photos[0]
        card["shape"] = lead.shape
        card["photo"] = {
            kind: [(one.path, one.width) for one in found]
            for kind, found in groupby(lead.renditions, lambda one: one.type)
        }
    else:
        card["cover"] = addresses.of_cover(story.slug)
    return card


def _file(name: str, data: object) -> OutputFile:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return OutputFile(path=f"stories/{name}", content=text + "\n")
