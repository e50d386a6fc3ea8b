"""Sound values of the model, in a fictional town; a test changes only what it is about."""

from datetime import date, datetime
from typing import Any

from storyguide.model.edition import Edition, Editor
from storyguide.model.event import Event
from storyguide.model.framework import Dimension, Framework
from storyguide.model.guide import Guide
from storyguide.model.news import Post
from storyguide.model.people import Consent, Storyteller
from storyguide.model.photo import Photo
from storyguide.model.place import Area, Place, Point
from storyguide.model.slug import slug_of
from storyguide.model.source import Source
from storyguide.model.story import Reply, Story, Words
from storyguide.model.theme import Theme
from storyguide.model.tin import Prose, Step, Tin
from storyguide.model.trail import Stop, Trail


def a_story(**changes: Any) -> Story:
    """A told story that may be published: of Millbank in Anytown, about making."""
    slug = changes.get("slug", "repair-cafe")
    sound: dict[str, Any] = {
        "slug": slug,
        "source": Source(f"stories/{slug}/story.md"),
        "title": "The repair café",
        "summary": "Neighbours mend what others would throw away.",
        "storyteller": Storyteller(slug="mo", name="Mo"),
        "places": ("millbank",),
        "location": Point(51.0, -1.25),
        "themes": ("making",),
        "told_on": date(2026, 3, 14),
        "consent": Consent(given=date(2026, 3, 1)),
        "approved_on": date(2026, 3, 12),
        "licence": "CC BY-SA 4.0",
        "words": some_words(),
    }
    return Story(**(sound | changes))


def some_words(**changes: Any) -> Words:
    """Two sentences, made safe."""
    sound: dict[str, Any] = {
        "html": "<p>We meet on the first Saturday. Somebody always brings a toaster.</p>\n",
        "count": 11,
    }
    return Words(**(sound | changes))


def a_photo(**changes: Any) -> Photo:
    """A photo without people, described, credited and licensed, not yet developed."""
    sound: dict[str, Any] = {
        "file": "bench.jpg",
        "alt": "A workbench with a toaster in pieces.",
        "credit": "Mo",
        "licence": "CC BY-SA 4.0",
    }
    return Photo(**(sound | changes))


def a_place(**changes: Any) -> Place:
    """A place in Anytown's only area."""
    name = changes.get("name", "Millbank")
    return Place(**({"slug": slug_of(name), "name": name, "area": "riverside-area"} | changes))


def an_area(**changes: Any) -> Area:
    """Anytown's only area."""
    return Area(**({"slug": "riverside-area", "name": "Riverside", "places": ("millbank",)} | changes))


def a_theme(**changes: Any) -> Theme:
    """A theme from Anytown's list."""
    name = changes.get("name", "Making")
    return Theme(**({"slug": slug_of(name), "name": name} | changes))


def a_dimension(**changes: Any) -> Dimension:
    """One dimension of Anytown's framework."""
    name = changes.get("name", "Confident")
    sound: dict[str, Any] = {
        "slug": slug_of(name),
        "name": name,
        "summary": "people finding out what they can do",
        "statements": ("We know what we are good at.", "We say when we cannot help."),
    }
    return Dimension(**(sound | changes))


def a_framework(**changes: Any) -> Framework:
    """A framework of one dimension."""
    sound: dict[str, Any] = {
        "slug": "anytown-ways",
        "name": "Anytown ways",
        "framing": "We get together so that we are",
        "source": "Written for these tests",
        "dimensions": (a_dimension(),),
    }
    return Framework(**(sound | changes))


def a_stop(story: str, **changes: Any) -> Stop:
    """A stop on a trail, with a sentence of the trail's own."""
    return Stop(**({"story": story, "words": some_words(), "source": Source("stories/trails.yml", 3)} | changes))


def a_trail(**changes: Any) -> Trail:
    """A trail of two stops."""
    title = changes.get("title", "Things that were carried")
    sound: dict[str, Any] = {
        "slug": slug_of(title),
        "title": title,
        "summary": "A toaster and a pot.",
        "intro": some_words(html="", count=0),
        "stops": (a_stop("repair-cafe"), a_stop("soup")),
        "source": Source("stories/trails.yml", 2),
    }
    return Trail(**(sound | changes))


def a_tin(**changes: Any) -> Tin:
    """A tin of one step."""
    slug = changes.get("slug", "our-tin")
    sound: dict[str, Any] = {
        "slug": slug,
        "file": "index.md",
        "source": Source(f"docs/on-the-tin/{slug}/index.md"),
        "title": "Our tin",
        "summary": "What it says on the tin.",
        "who_for": "Neighbours",
        "time": "ten minutes",
        "leave_with": ("A note",),
        "reviewed": date(2026, 3, 14),
        "steps": (a_step(tin=slug),),
    }
    return Tin(**(sound | changes))


def a_step(*, tin: str = "our-tin", **changes: Any) -> Step:
    """The first step of a tin."""
    file = changes.get("file", "1-look-back.md")
    sound: dict[str, Any] = {
        "slug": file.partition("-")[2].removesuffix(".md"),
        "file": file,
        "source": Source(f"docs/on-the-tin/{tin}/{file}"),
        "title": "Look back",
        "summary": "See what there was.",
        "blocks": (Prose(html="<p>Look back at one day.</p>\n"),),
    }
    return Step(**(sound | changes))


def a_post(**changes: Any) -> Post:
    """A post of the editors, of no category."""
    slug = changes.get("slug", "the-ferry-bell")
    sound: dict[str, Any] = {
        "slug": slug,
        "source": Source(f"docs/news/{slug}.md"),
        "title": "The ferry bell",
        "summary": "It is looking for a home.",
        "on": date(2026, 11, 3),
        "words": some_words(),
    }
    return Post(**(sound | changes))


def an_event(**changes: Any) -> Event:
    """An evening in December."""
    sound: dict[str, Any] = {
        "slug": "candlelight",
        "source": Source("stories/events.yml", 2),
        "title": "Mending by candlelight",
        "about": "Bring what is broken.",
        "starts": datetime(2026, 12, 5, 19, 0),
        "ends": datetime(2026, 12, 5, 21, 30),
    }
    return Event(**(sound | changes))


def a_reply(**changes: Any) -> Reply:
    """A reply that may be published."""
    name = changes.get("name", "ana")
    sound: dict[str, Any] = {
        "name": name,
        "source": Source(f"stories/repair-cafe/replies/{name}.md"),
        "by": "Ana",
        "on": date(2026, 6, 1),
        "consent": Consent(given=date(2026, 6, 2)),
        "words": some_words(),
    }
    return Reply(**(sound | changes))


def an_edition(**changes: Any) -> Edition:
    """Anytown's edition: one area, one place, one theme, one framework."""
    sound: dict[str, Any] = {
        "name": "The Community Lover's Guide to Anytown",
        "town": "Anytown",
        "editors": (Editor(name="Jo"),),
        "areas": (an_area(),),
        "places": (a_place(),),
        "themes": (a_theme(),),
        "frameworks": (a_framework(),),
    }
    return Edition(**(sound | changes))


def a_guide(**changes: Any) -> Guide:
    """A guide to Anytown with one story."""
    return Guide(**({"edition": an_edition(), "stories": (a_story(),)} | changes))
