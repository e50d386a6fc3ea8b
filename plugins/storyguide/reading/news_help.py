"""Generate the help page on the format of news posts, events and replies."""

from collections.abc import Iterator

from storyguide.reading.groups import Table
from storyguide.reading.news_fields import NEWS_FIELDS, REPLY_FIELDS

EVENT_HELP = {
    "title": ("What it is called, in at most 100 letters. Always needed.", "title: Mending by candlelight"),
    "about": ("What happens there, in at most 600 letters. Always needed.", "about: Bring what is broken."),
    "starts": ("The day it begins, with the hour if that is known. Always needed.", "starts: 2026-12-05 19:00"),
    "ends": (
        "When it ends: an hour on the same day, or a day with its hour; without hours, the last day.",
        "ends: 21:30",
    ),
    "place": ("A name from the guide’s list of places.", "place: Millbank"),
    "venue": ("Where to go. A public building’s address may stand here.", "venue: The old ticket office"),
    "stories": ("The folders of the stories it belongs to.", "stories: [repair-cafe]"),
    "online": ("Where one can take part from home, or read more.", "online: https://example.org/candles"),
    "told_by": ("Who says so, of an event the editors were not at.", "told_by: the Anytown Echo"),
    "told_at": ("Where they say it.", "told_at: https://example.org/echo"),
    "cancelled": ("Whether it is called off. Its page stays, and says so.", "cancelled: true"),
    "slug": ("Its address, if not its title. Keep it when the title changes.", "slug: candlelight"),
}
"""Explanation and example for each fact of an event, by name."""
_SHOWN = ("title", "about", "starts", "ends", "place", "venue", "stories")


def news_help_page() -> str:
    """Return the help page as Markdown, with every fact that posts, events and replies may have."""
    return "\n".join(_page())


def _page() -> Iterator[str]:
    yield "# How news, events and replies are written down\n"
    yield "## News\n"
    yield "A post is a file in `docs/news/`, and the file’s name is its address: `docs/news/the-book-is-out.md`."
    yield "It begins with facts between two lines of three dashes. Its words come after them.\n"
    yield from _example(NEWS_FIELDS, "You can have one for the price of a kind word.")
    yield from _listed(NEWS_FIELDS)
    yield "A post that announces a story can do without words."
    yield "Say nothing in it that somebody may wish to keep to themselves.\n"
    yield "The categories are a short list in `stories/edition.yml`:\n"
    yield "```yaml\nnews_categories: [The guide, What happened next, Round here]\n```\n"
    yield "A story is linked as its file lies from here: `[the café](../../stories/repair-cafe/story.md)`."
    yield "There are no pictures in news; its stories bring theirs.\n"
    yield "`python3 build.py newsletter 2026-11` makes a letter of what was new in a month.\n"
    yield "## Events\n"
    yield "Events stand in `stories/events.yml`, in any order. Those that are over move to their year by themselves.\n"
    yield "```yaml\nevents:"
    yield "\n".join(
        f"  {'- ' if name == _SHOWN[0] else '  '}{example}"
        for name, (_, example) in EVENT_HELP.items()
        if name in _SHOWN
    )
    yield "```\n"
    for name, (words, example) in EVENT_HELP.items():
        yield f"- `{name}`: {words} For example: `{example}`"
    yield "\nHours are those of the clocks in the town. Outside Britain, `stories/edition.yml` says which clocks:"
    yield "`time_zone: Europe/Rome`. In the night in which an hour comes twice, the first of the two is meant."
    yield "What goes on past midnight ends on a day: `ends: 2026-12-06 01:00`.\n"
    yield "An event with somebody’s e-mail address or telephone number in it is not shown, and neither is one of which"
    yield "the guide cannot tell when it begins or whether it is called off.\n"
    yield "## Replies\n"
    yield "Whoever wants to answer a story writes to the editors. A reply is published only if its writer agrees."
    yield "It is a file in a folder called `replies` beside the story: `stories/repair-cafe/replies/ana.md`.\n"
    yield from _example(REPLY_FIELDS, "I had the other half of that toaster.")
    yield from _listed(REPLY_FIELDS)
    yield "Its consent is written as [a story’s](story-format.md#consent) is."
    yield "To take a reply down, add `withdrawn:` and the day under its consent, or delete its file."
    yield "When a story is taken down, its replies go with it."
    yield "E-mail addresses, telephone numbers and pictures are refused."
    yield "A reply whose consent is dated later, has ended or is not for the web simply is not shown.\n"


def _example(rows: Table, words: str) -> Iterator[str]:
    yield "\n".join(("```yaml", "---", *(row.example for row in rows.values() if row.needed), "---", words, "```\n"))


def _listed(rows: Table) -> Iterator[str]:
    """Yield the facts as a list; in a table the names would be too wide for a phone."""
    for row in rows.values():
        needed = " Always needed." if row.needed else ""
        shown = f" For example: `{row.example}`" if "\n" not in row.example else ""
        yield f"- `{row.name}`: {row.help}{needed}{shown}"
    yield ""
