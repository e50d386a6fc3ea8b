"""What can be followed: a feed of everything, and of each area, place, theme, language and kind, in two formats."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from storyguide.making import addresses
from storyguide.making.feed_atom import AtomHead, Removed, atom_entry, atom_feed, moment
from storyguide.making.feed_entries import entry_of
from storyguide.making.feed_json import json_entry, json_feed
from storyguide.making.filters import KINDS
from storyguide.making.ids import id_of, id_of_story
from storyguide.making.languages import own_name
from storyguide.making.output import OutputFile
from storyguide.making.shared import may_go_out, published
from storyguide.model.guide import Guide
from storyguide.model.story import Story

NEWEST = 50
"""Entries in the feed of everything; a reader asks for it again long before there are so many new ones"""
NEWEST_OF_PART = 10
"""and of a part of it there are fewer: what all feeds hold together is what building them costs."""
_NEVER = date(1970, 1, 1)
_LIST = "stories/"
"""Where the stories of a language or a kind can be found, there being no page of them alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One feed, in both formats at one address but for the ending."""

    path: str
    """Without the ending."""
    group: str
    """"all", "area", "place", "theme", "language" or "kind"."""
    name: str
    """Of what it is about, as lists have it."""
    title: str
    says: str
    language: str = ""
    """In which its name is, where that is not the edition's."""
    page: str
    """Where the same stories are listed."""
    stories: Sequence[Story]
    """The latest changed first."""
    of: int
    """How many stories it is chosen from."""


def feeds_of(guide: Guide) -> list[Feed]:
    """Every feed of the guide, in the order in which readers see them.

    Areas, places and themes have one before they have a story, so that somebody can wait for the first.
    """
    edition = guide.edition
    order = sorted(filter(may_go_out, published(guide)), key=lambda story: (-story.changed_on.toordinal(), story.slug))
    found = [
        Feed(
            path=addresses.of_feed(),
            group="all",
            name="All the stories",
            title=edition.name,
            says=edition.summary,
            page="",
            stories=order[:NEWEST],
            of=len(order),
        )
    ]
    in_place = _parted(order, lambda story: story.places)
    in_area = _parted(order, lambda story: dict.fromkeys(guide.places[slug].area for slug in story.places))
    about = _parted(order, lambda story: dict.fromkeys(story.themes))
    spoken = _parted(order, lambda story: (story.language or edition.language,))
    kinds = _parted(order, lambda story: (story.kind.value,))

    def add(
        group: str, page: str, name: str, *, says: str, stories: Sequence[Story], path: str = "", language: str = ""
    ) -> None:
        found.append(
            Feed(
                path=addresses.of_feed(path or page),
                group=group,
                name=name,
                title=f"{name} – {edition.name}",
                says=says,
                language=language,
                page=page,
                stories=stories[:NEWEST_OF_PART],
                of=len(stories),
            )
        )

    for area in edition.areas:
        name = f"The {area.name} area"
        says = f"Stories from the {area.name} area of {edition.town}."
        add("area", addresses.of_place(area.slug), name, says=says, stories=in_area.get(area.slug, ()))
    for place in edition.places:
        says = f"Stories from {place.name}, {edition.town}."
        add("place", addresses.of_place(place.slug), place.name, says=says, stories=in_place.get(place.slug, ()))
    for theme in edition.themes:
        says = theme.intro or f"Stories about {theme.name.lower()}."
        add("theme", addresses.of_theme(theme.slug), theme.name, says=says, stories=about.get(theme.slug, ()))
    for tag in dict.fromkeys((edition.language, *edition.languages, *sorted(spoken))):
        if tag in spoken:
            name, path = own_name(tag), f"{addresses.FEEDS}language/{tag.lower()}/"
            add("language", _LIST, name, says=f"Stories in {name}.", stories=spoken[tag], path=path, language=tag)
    for kind, name in KINDS.items():
        if kind.value in kinds:
            says, path = f"{name} from {edition.town}.", f"{addresses.FEEDS}{kind.value}/"
            add("kind", _LIST, name, says=says, stories=kinds[kind.value], path=path)
    return found


def make_feeds(guide: Guide, feeds: Sequence[Feed], *, address: str) -> Iterator[OutputFile]:
    """These feeds in both formats; none while the guide has no address, since a feed is read far away from it.

    A story that was taken down is told of in every feed: which it stood in is not known any more, and is nobody's
    business. So is one that is public and may not go out: it may have before. Of most such stories that is not so,
    and a few are told of, the last that changed.
    """
    if not address:
        return
    edition = guide.edition
    as_atom: dict[str, str] = {}
    as_json: dict[str, str] = {}
    gone = [(one.first_slug, one.day or guide.day or _NEVER) for one in guide.removals]
    gone.sort(key=lambda each: (-each[1].toordinal(), each[0]))
    kept = [(story.first_slug, story.changed_on) for story in published(guide) if not may_go_out(story)]
    kept.sort(key=lambda each: (-each[1].toordinal(), each[0]))
    told = (gone[:NEWEST] + kept[:NEWEST_OF_PART])[:NEWEST]
    removed = [Removed(id_of_story(edition, slug), day) for slug, day in told]
    for feed in feeds:
        for story in feed.stories:
            if story.slug not in as_atom:
                entry = entry_of(story, guide, address)
                as_atom[story.slug], as_json[story.slug] = atom_entry(entry), json_entry(entry)
        days = [story.changed_on for story in feed.stories[:1]] + [day for _, day in removed]
        yield OutputFile(
            path=f"{feed.path}.xml",
            content=atom_feed(
                [as_atom[story.slug] for story in feed.stories],
                AtomHead(
                    feed=feed,
                    id=id_of(edition, feed.path),
                    edition=edition,
                    address=address,
                    updated=max(days, default=_NEVER),
                    removed=removed,
                    moment=moment,
                ),
            ),
        )
        yield OutputFile(
            path=f"{feed.path}.json",
            content=json_feed(
                [as_json[story.slug] for story in feed.stories],
                removed,
                title=feed.title,
                description=feed.says,
                home_page_url=address + feed.page,
                feed_url=f"{address}{feed.path}.json",
                icon=f"{address}assets/mark.svg",
                authors=[{"name": edition.name, "url": address}],
                language=edition.language,
            ),
        )


def _parted(stories: Sequence[Story], parts: Callable[[Story], Iterable[str]]) -> dict[str, list[Story]]:
    found: dict[str, list[Story]] = {}
    for story in stories:
        for part in parts(story):
            found.setdefault(part, []).append(story)
    return found
