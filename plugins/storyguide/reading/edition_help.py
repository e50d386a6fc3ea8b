"""Tells how a town gets a guide of its own as a page of help, with every fact of its edition."""

from collections.abc import Iterator

from storyguide.model.drawings import LANDMARKS, SCENES
from storyguide.reading.edition import EDITION

EDITION_HELP = {
    "name": ("What the guide is called, in full. Always needed.", "name: The story guide to Anytown"),
    "began_as": (
        "Its first name, once it has another. Programs that follow the feeds and the calendar know the guide by it; "
        "without it they would show everything once again.",
        "began_as: The Anytown guide",
    ),
    "town": ("The town, borough or village, as people say it. Always needed.", "town: Anytown"),
    "strapline": ("The small line over the town at the top of each page.", "strapline: The story guide to"),
    "welcome": ("What the first page says largest.", "welcome: Somebody here lent a ladder."),
    "summary": ("One or two sentences below it, for search engines too.", "summary: What people here do together."),
    "introduction": ("What it is, and how it began.", "introduction: |\n  Ten neighbours and a kettle began this."),
    "how_we_chose": ("How the stories were chosen.", "how_we_chose: |\n  We asked at every allotment gate."),
    "gaps": ("Who and what is missing, that you know of.", "gaps: |\n  Nobody under twenty has told us anything yet."),
    "selection": ("The tests that a story has to pass, each a sentence.", 'selection:\n  - "It happens in Anytown."'),
    "language": ("The language of the guide itself. If you leave it out: en-GB.", "language: en-GB"),
    "languages": ("Those in which stories may be told.", "languages: [en-GB, cy, pl]"),
    "licence": ("For what the editors write. If you leave it out: CC BY-SA 4.0.", "licence: CC BY-SA 4.0"),
    "editors": ("Who looks after it, named as they wish.", "editors:\n  - {name: Jo, role: reads what comes in}"),
    "contact": (
        "How to reach them: “email”, “phone” and “post”, any of the three.",
        "contact:\n  email: stories@example.org",
    ),
    "repository": (
        "Where its files are kept, if others may see them.",
        "repository: https://example.org/anytown/guide/",
    ),
    "edit_path": ("What leads from there to the page that edits a file.", "edit_path: edit/main/"),
    "featured": ("The folder of the story that the first page begins with.", "featured: repair-cafe"),
    "skyline": (f"What its picture is cut from: {', '.join(LANDMARKS)}.", "skyline: [chapel, trees, canal]"),
    "boundary": (
        "The town’s outline, for its map: a GeoJSON file in the same folder, and whom to thank for it. Without one "
        "the map has places and no outline.",
        "boundary:\n  file: boundary.geojson\n  attribution: Whose outline it is, and under which licence.",
    ),
    "areas": (
        "Its parts, each with a name, a sentence (“intro”) and its places. A place has a name and, for the map, a "
        "“point”: latitude and longitude of about its middle, never anybody’s address.",
        "areas:\n"
        "  - name: Riverside\n"
        "    intro: Low streets by the water.\n"
        "    places:\n"
        '      - {name: Millbank, point: "45.02, -29.95"}',
    ),
    "themes": (
        f"What stories are about, each with a name, a sentence (“intro”) and what its covers may show (“scenes”): "
        f"{', '.join(SCENES)}.",
        "themes:\n  - name: Making and mending\n    intro: Things with a second life.\n    scenes: [workshop, craft]",
    ),
    "news_categories": ("The kinds of news, if there is [news](news-format.md).", "news_categories: [The guide]"),
    "time_zone": ("Whose clocks its events go by. If you leave it out: Europe/London.", "time_zone: Europe/Rome"),
}
"""Each fact of an edition: what it is, and how it is written."""
_LATER = ("began_as", "repository", "edit_path", "featured", "boundary", "news_categories", "time_zone")
"""What a first edition does without."""


def edition_help_page() -> str:
    """Markdown: how to begin, an edition to begin with, and every fact that one may have."""
    return "\n".join(_page())


def first_edition() -> str:
    """An edition that can be built as it stands."""
    return "".join(f"{example}\n" for name, (_, example) in EDITION_HELP.items() if name not in _LATER)


def _page() -> Iterator[str]:
    yield "# A guide for your own town\n"
    yield "Every town can have its edition. All that makes a guide one town’s lies in the folder `stories`; the rest is"
    yield "the same for all.\n"
    yield "1. Copy all the guide’s files, and take out what belongs to the town they came from: every story’s folder,"
    yield "   `stories/barriers.yml`, `events.yml`, `promises.yml`, `trails.yml`, `published-addresses.txt` and"
    yield "   `boundary.geojson`, the lines of `stories/NOTICE.md`, and the folder `docs/news`. The glossary and"
    yield "   `stories/frameworks` may stay. So may the tins in `docs/on-the-tin`; they take examples from stories, and"
    yield "   the check names each one that needs another."
    yield f"2. Write `{EDITION}` anew. The one below can be built as it stands: put your own words in."
    yield "3. Type `python3 build.py check`. It tells what is missing, and what to write."
    yield "4. Type `python3 build.py` and look at it. Then ask for [the first story](story-format.md).\n"
    yield "Begin with a handful of places and themes: a theme with one story in it is a promise, and one with none is"
    yield "a hole. Both can grow as stories come.\n"
    yield "## An edition to begin with\n"
    yield f"```yaml\n{first_edition()}```\n"
    yield "## Every fact of an edition\n"
    for name, (words, example) in EDITION_HELP.items():
        shown = f" For example: `{example}`" if name in _LATER and "\n" not in example else ""
        yield f"- `{name}`: {words}{shown}"
    yield ""
    yield "The outline stands below the name of its file:\n"
    yield f"```yaml\n{EDITION_HELP['boundary'][1]}\n```\n"
    yield "Before the guide is published, set `SITE_ADDRESS` to its address on the web. Feeds, square codes and the"
    yield "pictures that are shown when a page is passed on need it."
    yield ""
