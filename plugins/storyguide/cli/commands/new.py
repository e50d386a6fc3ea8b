"""The command that begins a story: a folder of its own, with a file in it that asks for what is still missing."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from storyguide.cli.command import Command, Topic
from storyguide.cli.prompts import a_line, some_of
from storyguide.cli.terminal import say, somebody_is_there, tell

if TYPE_CHECKING:
    from storyguide.editing.story_template import NewStory
    from storyguide.model.edition import Edition

_STILL_TO_COME = {"missing-fact", "no-words"}


COMMAND = Command(
    topic=Topic.STORIES,
    rank=1,
    help="begin a story: a folder with a story.md to fill in",
    description=(
        "Its folder is named by the title, or give its name instead: lower-case letters, digits and hyphens. "
        "In a terminal you are asked the few things there are to know; whatever is missing can be added later. "
        "It begins as a draft, and nothing that stands there already is written over."
    ),
    examples=('new "Tea and tales"', "new tea-and-tales", 'new "Wren’s Nest" --place Dudley --fact-file'),
    not_done="No story was begun.",
)


def add_arguments(parser: ArgumentParser) -> None:
    """Add what may follow it."""
    parser.add_argument("title", metavar="TITLE", nargs="?", help="what it is called, or its folder’s name")
    parser.add_argument("--summary", default="", metavar="SENTENCE", help="what it is about")
    parser.add_argument(
        "--place", action="append", default=[], metavar="PLACE", help="where it happens; may be given twice"
    )
    parser.add_argument("--theme", action="append", default=[], metavar="THEME", help="a theme; up to four times")
    parser.add_argument(
        "--teller", default="", metavar="NAME", help="who tells it, by the name they wish, or: anonymous"
    )
    parser.add_argument(
        "--fact-file", action="store_true", help="editors’ notes from public sources, nobody’s own words yet"
    )


def run(project: Path, asked: Namespace) -> int:
    """Begin a story, never laid over another."""
    from storyguide.editing.story_template import NewStory
    from storyguide.model.slug import slug_of
    from storyguide.reading.addresses import folder_name_for, why_no_folder
    from storyguide.reading.edition import read_edition
    from storyguide.reading.story_fields import FACT_FILE, TOLD

    kind = FACT_FILE if asked.fact_file else TOLD
    edition, _ = read_edition(asked.root)
    typed = asked.title or ""
    is_name = bool(typed) and slug_of(typed) == typed
    story = NewStory("" if is_name else typed, asked.summary, asked.place, asked.theme, asked.teller)
    if somebody_is_there():
        _ask(story, edition, teller=kind == TOLD)
    if is_name and (why := why_no_folder(typed)):
        say(f"{why} Type: python3 build.py new and that name.")
        return 1
    slug = typed if is_name else folder_name_for(story.title)
    if not slug:
        wanted = (
            "The title has no letter from a to z to name its folder by." if story.title else "A story needs a name."
        )
        say(f"{wanted} Type a name for the folder: python3 build.py new tea-and-tales")
        return 1
    folder = asked.root / "stories" / slug
    if folder.exists():
        say(f"There is a story at {_near(folder)} already. Choose another name.")
        return 1
    return _begin(folder, story, kind, edition)


def _begin(folder: Path, story: "NewStory", kind: str, edition: "Edition | None") -> int:
    from storyguide.editing.story_template import begun
    from storyguide.reading.story_fields import STORY_FIELDS, TOLD
    from storyguide.transaction import Transaction

    text = begun(STORY_FIELDS, kind=kind, known=_as_facts(story, edition, told=kind == TOLD))
    if faults := list(_faults(text, folder.name, edition)):
        for fault in faults:
            say(fault)
        return 1
    file = folder / "story.md"
    with Transaction() as changes:
        changes.make_folder(folder)
        changes.write(file, text.encode())
    tell(
        f"Begun in {_near(file)}. Write the story below its second line of three dashes, and put its photos beside it.",
        "It is a draft until you take away “status: draft”; nothing of it is published before that.",
        f"To see what is still missing, type: python3 build.py check {_near(folder)}",
    )
    return 0


def _ask(story: "NewStory", edition: "Edition | None", *, teller: bool) -> None:
    """What was not typed with the command already. Whatever is left empty can be filled in later."""
    ask = input
    tell("Whatever you do not know yet, leave empty: press Enter.")
    story.title = story.title or a_line("What is the story called?", ask)
    story.summary = story.summary or a_line("What is it about, in a sentence?", ask)
    if teller:
        story.teller = story.teller or a_line("Who tells it? By the name they wish, or: anonymous", ask)
    if edition:
        story.places = story.places or some_of("Where does it happen?", [p.name for p in edition.places], ask, most=2)
        story.themes = story.themes or some_of("What is it about?", [t.name for t in edition.themes], ask, most=4)


def _as_facts(story: "NewStory", edition: "Edition | None", *, told: bool) -> Mapping[str, str]:
    """As they stand after their names. That anybody agreed is for a person to add, once they have."""
    facts = {
        "title": _quoted(story.title),
        "summary": _quoted(story.summary),
        "storyteller": _quoted(story.teller) if told else "",
        "place": _list(story.places),
        "themes": _list(story.themes),
        "told_on": date.today().isoformat(),
        "licence": edition.licence if edition else "",
    }
    return {name: value for name, value in facts.items() if value}


def _faults(text: str, slug: str, edition: "Edition | None") -> Iterator[str]:
    """What is wrong with what was typed; not what is still to come."""
    from storyguide.checking import check_stories
    from storyguide.reading.story import read_story

    story, problems = read_story(text.encode(), path=f"stories/{slug}/story.md", slug=slug)
    found = [*problems]
    if story and edition:
        found += check_stories(edition, [story], today=date.today())
    for problem in found:
        if problem.code not in _STILL_TO_COME and not problem.where.path.endswith(".yml"):
            yield f"{problem.message} {problem.mend}"


def _quoted(text: str) -> str:
    from storyguide.reading.mending import quoted

    plain = " ".join(text.split())
    return quoted(plain) if plain else ""


def _list(names: Sequence[str]) -> str:
    if len(names) > 1:
        return f"[{', '.join(_quoted(name) for name in names)}]"
    return _quoted(names[0]) if names else ""


def _near(path: Path) -> str:
    from storyguide.cli.terminal import near

    return near(path)
