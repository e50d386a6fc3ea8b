"""The command that begins a story: a folder of its own, with a file in it that asks for what is still missing."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from storyguide.front.asking import a_line, some_of
from storyguide.front.door import say
from storyguide.front.terminal import somebody_is_there, tell
from storyguide.model.slug import slug_of

if TYPE_CHECKING:
    from storyguide.model.edition import Edition

_STILL_TO_COME = {"missing-fact", "no-words"}


@dataclass
class _Begun:
    """What is known of a story so far."""

    title: str = ""
    summary: str = ""
    places: list[str] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)
    teller: str = ""


def new(project: Path, asked: Namespace) -> int:
    """Begin a story, never laid over another."""
    from storyguide.reading.addresses import folder_name_for, why_no_folder
    from storyguide.reading.edition import read_edition
    from storyguide.reading.story_fields import FACT_FILE, TOLD

    kind = FACT_FILE if asked.fact_file else TOLD
    edition, _ = read_edition(asked.root)
    typed = asked.title or ""
    is_name = bool(typed) and slug_of(typed) == typed
    story = _Begun("" if is_name else typed, asked.summary, asked.place, asked.theme, asked.teller)
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


def _begin(folder: Path, story: _Begun, kind: str, edition: "Edition | None") -> int:
    from storyguide.front.starter import begun
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


def _ask(story: _Begun, edition: "Edition | None", *, teller: bool) -> None:
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


def _as_facts(story: _Begun, edition: "Edition | None", *, told: bool) -> Mapping[str, str]:
    """As they stand after their names. That anybody agreed is for a person to add, once they have."""
    from storyguide.engines.clock import today as this_day

    facts = {
        "title": _quoted(story.title),
        "summary": _quoted(story.summary),
        "storyteller": _quoted(story.teller) if told else "",
        "place": _list(story.places),
        "themes": _list(story.themes),
        "told_on": this_day().isoformat(),
        "licence": edition.licence if edition else "",
    }
    return {name: value for name, value in facts.items() if value}


def _faults(text: str, slug: str, edition: "Edition | None") -> Iterator[str]:
    """What is wrong with what was typed; not what is still to come."""
    from storyguide.checking import check_stories
    from storyguide.engines.clock import today as this_day
    from storyguide.reading.story import read_story

    story, problems = read_story(text.encode(), path=f"stories/{slug}/story.md", slug=slug)
    found = [*problems]
    if story and edition:
        found += check_stories(edition, [story], today=this_day())
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
    from storyguide.front.outcome import near

    return near(path)
