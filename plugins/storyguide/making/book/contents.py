"""Put the book in order, from its introduction to the list of what is left out of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from storyguide.making import addresses, pictures
from storyguide.making.book.book import Book, IndexEntry, Part, Section, StoryInBook
from storyguide.making.book.choosing import EVERYTHING, Choice, LeftOut, chosen, for_a_book, left_out, trail_of, why_not
from storyguide.making.book.drawn_map import map_of_area, map_of_trail
from storyguide.making.book.stories import Stories
from storyguide.making.book.tins import tins_in_book
from storyguide.making.cards import COLOURS
from storyguide.making.covers import door, hero
from storyguide.making.covers.pieces import outdoors
from storyguide.making.covers.writing import drawn
from storyguide.making.downloads import paper
from storyguide.making.downloads.paper import Picture
from storyguide.making.downloads.words import pieces_of
from storyguide.making.ids import id_of
from storyguide.making.render import counted
from storyguide.model.guide import Guide
from storyguide.model.licence import LICENCES
from storyguide.model.place import Area
from storyguide.model.story import Story
from storyguide.model.trail import Trail

_ELSEWHERE = "elsewhere"


def contents(
    guide: Guide, choice: Choice = EVERYTHING, *, address: str = "", unprintable: Mapping[str, str] | None = None
) -> Book:
    """Return the book of a guide, or of a part of it.

    address: the guide's own web address with a closing slash, or "" while it has none. unprintable: letters for which
    there is no typeface, by the slug of the story that has them and is left out for that.
    """
    wanted = chosen(guide, choice)
    missing = unprintable or {}
    inside = [for_a_book(story) for story in wanted if not why_not(story, missing.get(story.slug, ""))]
    taken_apart = Stories(guide, address, {story.slug for story in inside})
    trail = trail_of(guide, choice.trail) if choice.trail else None
    files = taken_apart.files
    parts = tuple(_of_trail(trail, guide, inside, taken_apart) if trail else _by_area(guide, inside, taken_apart))
    edition = guide.edition
    whole = not choice
    opening = tuple(_opening(guide, taken_apart)) if whole else ()
    appendix = tuple(tins_in_book(guide, address)) if whole else ()
    out = left_out(wanted, missing)
    files |= {"hero.svg": hero(edition.skyline, edition.town), "door.svg": door(edition.town), "bunting.svg": flags()}
    in_order = [story for part in parts for story in part.stories]
    sections = (*opening, *appendix)
    return Book(
        name=edition.name,
        id=id_of(edition, "book", choice.place, choice.theme, choice.trail),
        town=edition.town,
        strapline=edition.strapline,
        subtitle=_subtitle(guide, choice),
        summary=edition.summary,
        language=edition.language,
        licence=edition.licence,
        editors=tuple(f"{one.name}, {one.role}" if one.role else one.name for one in edition.editors),
        contact=", ".join(filter(None, (edition.contact.email, edition.contact.phone, edition.contact.post))),
        address=address,
        newest=max((story.told_on for story in inside), default=None),
        told=sum(story.told for story in in_order),
        hero="hero.svg",
        flags="bunting.svg",
        door="door.svg",
        opening=opening,
        parts=parts,
        appendix=appendix,
        closing=(_credits(guide, inside),),
        places=_index(((p.slug, p.name) for p in edition.places), inside, in_order, lambda story: story.places),
        themes=_index(((t.slug, t.name) for t in edition.themes), inside, in_order, lambda story: story.themes),
        missing=_missing(guide, out, whole=whole),
        left_out=out,
        files=files,
        ids=frozenset(_ids(in_order, sections, parts)),
    )


def _subtitle(guide: Guide, choice: Choice) -> str:
    trail = trail_of(guide, choice.trail) if choice.trail else None
    said = [trail.title if trail else "Stories"]
    if choice.theme:
        said.append(f"about {_lower(guide.themes[choice.theme].name)}")
    if choice.place:
        known = guide.places.get(choice.place) or guide.areas[choice.place]
        said.append(f"from {known.name}")
    return " ".join(said) if choice else ""


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]


def _opening(guide: Guide, taken_apart: Stories) -> Iterator[Section]:
    edition = guide.edition
    if words := pieces_of(edition.introduction, taken_apart.lead, within="introduction."):
        yield Section(id="introduction", title="Introduction", pieces=words)
    tests: tuple[paper.Piece, ...] = ()
    if edition.selection:
        said = _para("A story belongs in this edition when all of these are true.")
        tests = (said, paper.Listing(tuple((_para(test),) for test in edition.selection), 1))
    if words := (*tests, *pieces_of(edition.how_we_chose, taken_apart.lead, within="how-we-chose.")):
        yield Section(id="how-we-chose", title="How we chose these stories", pieces=words)


def _by_area(guide: Guide, inside: Sequence[Story], taken_apart: Stories) -> Iterator[Part]:
    """Yield the parts of a book by area.

    A story of two areas stands in that of the place it names first; a translation directly after its original.
    """
    found: dict[str, list[Story]] = {}
    for story in inside:
        first = next((guide.places[slug].area for slug in story.places if slug in guide.places), _ELSEWHERE)
        found.setdefault(first, []).append(story)
    order = {place.slug: number for number, place in enumerate(guide.edition.places)}
    titles = {story.slug: story.title.casefold() for story in guide.stories}

    def place_of(story: Story) -> tuple[int, str, str, str]:
        head = story.translation_of if story.translation_of in titles else story.slug
        return min((order.get(p, 0) for p in story.places[:1]), default=0), titles[head], head, story.translation_of

    areas = (*guide.edition.areas, Area(slug=_ELSEWHERE, name=guide.edition.town))
    for number, area in enumerate(area for area in areas if area.slug in found):
        stories = tuple(map(taken_apart.of, sorted(found[area.slug], key=place_of)))
        picture = _laid_by(taken_apart, area.slug, map_of_area(area.slug, guide) if area.slug in guide.areas else None)
        intro = (_para(area.intro, lead=True),) if area.intro else ()
        colour = COLOURS[number % len(COLOURS)]
        yield Part(id=f"part-{area.slug}", title=area.name, pieces=intro, colour=colour, map=picture, stories=stories)


def _laid_by(taken_apart: Stories, slug: str, drawn: tuple[str, str, tuple[int, int]] | None) -> Picture | None:
    """Add a map to the files of the book, and return it as a picture; None when there is no map."""
    if drawn is None:
        return None
    file = f"map-{slug}.svg"
    taken_apart.files[file] = drawn[0]
    return Picture(file, drawn[1], drawn[2])


def _of_trail(trail: Trail, guide: Guide, inside: Sequence[Story], taken_apart: Stories) -> Iterator[Part]:
    stops = {
        stop.story: pieces_of(stop.words.html, taken_apart.lead, within=f"stop-{stop.story}.") for stop in trail.stops
    }
    stories = tuple(taken_apart.of(story, stops[story.slug]) for story in inside)
    said = [_para(trail.summary, lead=True), *pieces_of(trail.intro.html, taken_apart.lead, within="trail.")]
    said += [_para(f"{name}: {text}") for name, text in (("How long", trail.time), ("How to go", trail.how)) if text]
    if stories:
        yield Part(
            id=f"trail-{trail.slug}",
            title=trail.title,
            pieces=tuple(said),
            colour=COLOURS[0],
            map=_laid_by(taken_apart, trail.slug, map_of_trail(trail, guide)),
            stories=stories,
        )


def _index(
    names: Iterable[tuple[str, str]],
    inside: Sequence[Story],
    in_order: Sequence[StoryInBook],
    slugs_of: Callable[[Story], tuple[str, ...]],
) -> tuple[IndexEntry, ...]:
    """Return the index entries of these (slug, name) pairs that have stories in the book, sorted by name."""
    under: dict[str, set[str]] = {}
    for story in inside:
        for slug in slugs_of(story):
            under.setdefault(slug, set()).add(story.slug)
    return tuple(
        IndexEntry(name=name, stories=tuple(story for story in in_order if story.slug in under[slug]))
        for slug, name in sorted(names, key=lambda one: one[1].casefold())
        if slug in under
    )


def _credits(guide: Guide, inside: Sequence[Story]) -> Section:
    numbers: dict[str, int] = {}
    for story in inside:
        numbers[story.licence] = numbers.get(story.licence, 0) + 1
    pieces: list[paper.Piece] = [
        _para("Each story belongs to whoever tells it, and says at its end on what terms it may be passed on:")
    ]
    pieces.append(
        paper.Listing(
            tuple(
                (
                    paper.Para(
                        (f"{counted(number, 'story', 'stories')}: ", paper.Span("a", (name,), LICENCES[name].address))
                    ),
                )
                for name, number in sorted(numbers.items())
            )
        )
    )
    pieces.append(_para(f"What the editors have written: {guide.edition.licence}."))
    rows = [
        (story.title, (_para(credit),))
        for story in inside
        if pictures.usable(story) and (credit := pictures.credits_of(story))
    ]
    if rows:
        pieces += [paper.Heading(2, ("Photos",)), paper.Facts(tuple(rows))]
    said = (
        "All other pictures were drawn for this guide, cut from paper by its own program, and may be used like the "
        "editors’ words."
    )
    pieces += [paper.Heading(2, ("Drawings and maps",)), _para(said)]
    if guide.edition.outline and guide.edition.outline.attribution:
        pieces.append(_para(guide.edition.outline.attribution))
    return Section(id="credits", title="Credits and licences", pieces=tuple(pieces))


def _missing(guide: Guide, out: Sequence[LeftOut], *, whole: bool) -> Section | None:
    pieces: list[paper.Piece] = []
    if out:
        pieces.append(_para("These stories can be read on the web and are not in this book."))
        rows = tuple((one.title, (_para(f"{one.why} {addresses.of_story(one.slug)}"),)) for one in out)
        pieces.append(paper.Facts(rows))
    if whole and guide.edition.gaps:
        pieces += [
            paper.Heading(2, ("Who has not been asked yet",)),
            *pieces_of(guide.edition.gaps, lambda _: "", deeper=1),
        ]
    return Section(id="not-in-this-book", title="What is not in this book", pieces=tuple(pieces)) if pieces else None


def flags() -> str:
    """Return the bunting across the cover as SVG."""
    return drawn((outdoors.bunting(-30, 670, 34),), (0, -4, 640, 120))


def _ids(stories: Iterable[StoryInBook], sections: Iterable[Section], parts: Iterable[Part]) -> Iterator[str]:
    """Yield all ids in the book that a link may lead to."""
    for story in stories:
        yield story.id
        yield from paper.ids_of((*story.stop, *story.words, *story.further))
    for section in sections:
        yield section.id
        yield from paper.ids_of(section.pieces)
    yield from chain.from_iterable(paper.ids_of(part.pieces) for part in parts)


def _para(text: str, *, lead: bool = False) -> paper.Para:
    return paper.Para((text,), lead=lead)
