"""Read an edition from stories/edition.yml and the lists and files beside it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from storyguide.model.drawings import LANDMARKS, SCENES
from storyguide.model.edition import Contact, Edition, Editor
from storyguide.model.faults import contained
from storyguide.model.place import OF_AN_AREA, Area, Outline, Place
from storyguide.model.problem import Problem
from storyguide.model.problems import lists as wording
from storyguide.model.problems.records import contact_in_record
from storyguide.model.slug import slug_of
from storyguide.model.source import Source
from storyguide.model.theme import Theme
from storyguide.reading.boundary import read_boundary
from storyguide.reading.commonmark import read_words
from storyguide.reading.contacts import without_contacts
from storyguide.reading.edition_facts import Facts
from storyguide.reading.frameworks import read_frameworks
from storyguide.reading.glossary import GLOSSARY, read_glossary
from storyguide.reading.list_file import open_list
from storyguide.reading.registers import BARRIERS, PROMISES, read_barriers, read_promises
from storyguide.reading.time_zones import TIME_ZONE
from storyguide.reading.trails import TRAILS, read_trails
from storyguide.reading.values import LANGUAGE, LICENCE, POINT, SLUG, WEB_ADDRESS, Kind, a_choice, a_line, a_text
from storyguide.reading.written import Reading

if TYPE_CHECKING:
    from storyguide.model.event import Event
    from storyguide.model.news import Category

Item = TypeVar("Item")

EDITION = "stories/edition.yml"
"""Path of the edition's file from the guide's root."""
EDITION_FACTS = (
    *("name", "began_as", "town", "strapline", "welcome", "summary", "introduction", "how_we_chose", "gaps"),
    *("selection", "language", "languages", "licence", "editors", "contact", "repository", "edit_path", "featured"),
    *("skyline", "boundary", "areas", "themes", "news_categories", "time_zone"),
)
"""Names of the facts an edition may have."""
_PUBLIC = frozenset(("contact", "repository", "edit_path"))
"""Facts in which the editors' contact details may stand."""
_LINE = a_line()
_PROSE = a_text(20_000)


def read_edition(root: Path) -> tuple[Edition | None, tuple[Problem, ...]]:
    """Return the edition of the guide in folder `root`, and every problem in its files.

    Returns None instead of an edition if edition.yml is missing, unreadable, or lacks a name or a town.
    """
    file = root / EDITION
    if not file.is_file() or file.is_symlink():
        return None, (wording.no_edition(Source(EDITION)),)
    reading = Reading(EDITION)
    group = open_list(root, reading)
    group = group and without_contacts(group, reading, contact_in_record, _PUBLIC)
    facts = Facts(group, reading, of="edition", known=EDITION_FACTS) if group else None
    edition = contained(lambda: _edition(facts, file.parent), Source(EDITION), reading.tell) if facts else None
    if edition is None:
        return None, tuple(reading.problems)
    frameworks, problems = _contained(lambda: read_frameworks(root), "stories/frameworks")
    trails, of_trails = _contained(lambda: read_trails(root), TRAILS)
    glossary, of_words = _contained(lambda: read_glossary(root), GLOSSARY)
    barriers, of_barriers = _contained(lambda: read_barriers(root), BARRIERS)
    promises, of_promises = _contained(lambda: read_promises(root), PROMISES)
    found = replace(
        edition, frameworks=frameworks, trails=trails, glossary=glossary, barriers=barriers, promises=promises
    )
    zone = edition.time_zone
    events, of_events = _contained(lambda: _events(root, zone), "stories/events.yml")
    every_problem = (*reading.problems, *problems, *of_trails, *of_words, *of_barriers, *of_promises, *of_events)
    return replace(found, events=events), every_problem


def _contained(
    read: Callable[[], tuple[tuple[Item, ...], tuple[Problem, ...]]], path: str
) -> tuple[tuple[Item, ...], tuple[Problem, ...]]:
    """Return a list of the edition; empty, with one problem, if our own code fails while reading it."""
    return contained(read, Source(path), lambda fault: ((), (fault,)))


def _events(root: Path, zone: str) -> "tuple[tuple[Event, ...], tuple[Problem, ...]]":
    """Return the edition's events; imports their reader only if their file exists, to save time at start-up."""
    if not (root / "stories" / "events.yml").exists():
        return (), ()
    from storyguide.reading.events import read_events  # noqa: PLC0415 - see above

    return read_events(root, zone)


def _edition(facts: Facts, folder: Path) -> Edition | None:
    name = facts.needed("name", _LINE, "name: The Community Lover’s Guide to Anytown")
    town = facts.needed("town", a_line(60), "town: Anytown")
    if not (name and town):
        return None
    language = facts.one("language", LANGUAGE, "en-GB")
    places: list[Place] = []
    areas = tuple(_areas(facts, places))
    themes = tuple(_themes(facts))
    if not places:
        facts.reading.tell(wording.no_places(facts.reading.at(facts.line_of("areas"))))
    if not themes:
        facts.reading.tell(wording.no_themes(facts.reading.at(facts.line_of("themes"))))
    return Edition(
        name=name,
        began_as=facts.one("began_as", _LINE, ""),
        town=town,
        strapline=facts.one("strapline", _LINE, ""),
        welcome=facts.one("welcome", _LINE, ""),
        summary=facts.one("summary", _LINE, ""),
        introduction=_prose(facts, "introduction"),
        how_we_chose=_prose(facts, "how_we_chose"),
        gaps=_prose(facts, "gaps"),
        selection=facts.several("selection", _LINE),
        language=language,
        languages=tuple(dict.fromkeys((language, *facts.several("languages", LANGUAGE)))),
        licence=facts.one("licence", LICENCE, "CC BY-SA 4.0"),
        editors=tuple(_editors(facts)),
        contact=_contact(facts),
        repository=facts.one("repository", WEB_ADDRESS, ""),
        edit_path=facts.one("edit_path", _LINE, ""),
        featured=facts.one("featured", SLUG, ""),
        skyline=facts.several("skyline", a_choice(*LANDMARKS)),
        outline=_outline(facts, folder),
        areas=areas,
        places=tuple(places),
        themes=themes,
        news_categories=tuple(_categories(facts)),
        time_zone=facts.one("time_zone", TIME_ZONE, "Europe/London"),
    )


def _prose(facts: Facts, name: str) -> str:
    text = facts.one(name, _PROSE, "")
    if not text:
        return ""
    words, problems = read_words(text, path=facts.reading.path, first_line=facts.words_line(name))
    for problem in problems:
        facts.reading.tell(problem)
    return words.html


def _editors(facts: Facts) -> Iterator[Editor]:
    for editor in facts.groups("editors", of="editor", known=("name", "role")):
        if name := editor.needed("name", a_line(80), "name: Jo"):
            yield Editor(name=name, role=editor.one("role", a_line(80), ""))


def _contact(facts: Facts) -> Contact:
    contact = Contact()
    for part in facts.groups("contact", of="contact", known=("email", "phone", "post")):
        contact = Contact(**{name: part.one(name, _LINE, "") for name in ("email", "phone", "post")})
    if contact == Contact():
        facts.reading.tell(wording.nobody_to_reach(facts.reading.at(facts.line_of("contact"))))
    return contact


def _areas(facts: Facts, places: list[Place]) -> Iterator[Area]:
    """Yield each area; append its places to the list `places`."""
    taken: set[str] = set()
    for part in facts.groups("areas", of="area", known=("name", "intro", "places")):
        named = _named(part, "area", a_line(60), "name: Riverside", taken, ending=OF_AN_AREA)
        if not named:
            continue
        slug, name = named
        held = []
        for item in part.groups("places", of="place", known=("name", "point")):
            if found := _named(item, "place", a_line(60), "name: Millbank", taken):
                held.append(Place(slug=found[0], name=found[1], area=slug, point=item.one("point", POINT, None)))
        places += held
        yield Area(slug=slug, name=name, intro=part.one("intro", a_text(), ""), places=tuple(p.slug for p in held))


def _categories(facts: Facts) -> "Iterator[Category]":
    from storyguide.model.news import Category  # noqa: PLC0415 - many guides have no news

    taken: set[str] = set()
    for name in facts.several("news_categories", a_line(60)):
        where, slug = facts.reading.at(facts.line_of("news_categories")), slug_of(name)
        if not slug:
            facts.reading.tell(wording.no_address(where, "category", name))
        elif slug in taken:
            facts.reading.tell(wording.listed_twice(where, "category", name, slug))
        else:
            taken.add(slug)
            yield Category(slug=slug, name=name)


def _themes(facts: Facts) -> Iterator[Theme]:
    taken: set[str] = set()
    for part in facts.groups("themes", of="theme", known=("name", "intro", "scenes")):
        if named := _named(part, "theme", a_line(60), "name: Making", taken):
            yield Theme(
                slug=named[0],
                name=named[1],
                intro=part.one("intro", _LINE, ""),
                scenes=part.several("scenes", a_choice(*SCENES)),
            )


def _named(
    facts: Facts, what: str, kind: Kind[str], example: str, taken: set[str], *, ending: str = ""
) -> tuple[str, str] | None:
    """Return slug and name of a list item; None, with a problem, if the slug is missing or taken.

    Adds the slug to `taken`.
    """
    name = facts.needed("name", kind, example)
    if not name:
        return None
    where, slug = facts.reading.at(facts.line_of("name")), slug_of(name)
    if not slug:
        facts.reading.tell(wording.no_address(where, what, name))
        return None
    slug += ending
    if slug in taken:
        facts.reading.tell(wording.listed_twice(where, what, name, slug))
        return None
    taken.add(slug)
    return slug, name


def _outline(facts: Facts, folder: Path) -> Outline | None:
    """Return the boundary from the GeoJSON file that the facts name; None, with a problem, if there is no such file."""
    for part in facts.groups("boundary", of="boundary", known=("file", "attribution")):
        name = part.needed("file", a_line(100), "file: boundary.geojson")
        file = folder / Path(name).name
        where = facts.reading.at(part.line_of("file"))
        if name and (file.name != name or not file.is_file() or file.is_symlink()):
            beside = sorted(other.name for other in folder.glob("*json"))
            facts.reading.tell(wording.no_boundary_file(where, name, get_close_matches(name, beside, n=1)))
        elif name:
            thanks = part.needed("attribution", a_line(600), "attribution: whom to thank for the outline")
            outline, problems = read_boundary(file, path=f"stories/{name}", attribution=thanks)
            for problem in problems:
                facts.reading.tell(problem)
            return outline
    return None
