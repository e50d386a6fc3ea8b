"""The command that takes a story down, tells what else mentions it, and what no command can do."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from storyguide import CACHE
from storyguide.cli.command import Command, Topic
from storyguide.cli.errors import done_already
from storyguide.cli.prompts import a_line
from storyguide.cli.terminal import say, somebody_is_there, tell

if TYPE_CHECKING:
    from storyguide.model.story import Story

DONE, REFUSED = 0, 1


COMMAND = Command(
    topic=Topic.STORIES,
    rank=4,
    help="take a story down, its translations with it",
    description=(
        "No reason is asked for. Its words and photos go from the guide and from all that is kept between builds; "
        "a page without names stays at its address. It then says what else mentions the story, and what no "
        "command can do. Until the guide is next built it can be undone."
    ),
    examples=("withdraw tea-and-tales", "withdraw tea-and-tales --undo"),
    not_done="The story is NOT taken down, or not put back: all is as it was.",
)


def add_arguments(parser: ArgumentParser) -> None:
    """Add what may follow it."""
    parser.add_argument("slug", metavar="STORY", help="the name of its folder")
    parser.add_argument("--yes", action="store_true", help="do not ask whether it is meant")
    parser.add_argument("--undo", action="store_true", help="put it back, as long as the guide has not been built")


def run(project: Path, asked: Namespace) -> int:
    """Take a story and its translations down, or put them back."""
    root, slug = asked.root, Path(asked.slug).name
    if asked.undo:
        return _undo(root, slug)
    from storyguide.editing.story_folders import is_stub, slug_today
    from storyguide.editing.withdrawal import report
    from storyguide.editing.withdrawal.undo_store import is_aside
    from storyguide.making.addresses import of_story
    from storyguide.site.ledger import LEDGER, read_ledger

    ledger = read_ledger(root)
    # An address that was published is taken down even where its folder is gone, and no likeness is taken for it.
    slug = slug_today(root, slug, ask_history=of_story(slug) not in ledger)
    folder = root / "stories" / slug
    known = of_story(slug) in ledger
    if not (folder / "story.md").is_file() and not known:
        say(f"There is no story at stories/{slug}.{_meant(root, slug)} Nothing was done.")
        return REFUSED
    if is_stub(folder):
        say(f"The story at stories/{slug} has been taken down already.")
        tell(*_steps(root, [slug]))
        return DONE
    slugs = [slug, *_translations(root, slug)]
    if not asked.yes and not _agreed(root, slugs):
        return REFUSED
    stories = _stories(root, slugs)
    older = report.older_names(root, slugs)
    twins = report.same_photos(root, slugs)
    _take_down(root, slugs)
    left = _forget(root, slugs, stories)
    with done_already(
        f"Taken down: {', '.join(slugs)}. What is left to do could not be looked up; for that type the same again."
    ):
        tell(
            *report.taken_down(slugs, undoable=is_aside(root / CACHE, slug)),
            *report.names_in_addresses(stories, ledger=LEDGER),
            *report.mentions(root, slugs, stories),
            *twins,
            *_made_earlier(root, [*slugs, *older], stories),
            *report.names_of_others_now(root, slugs),
            *_steps(root, slugs),
        )
    if left:
        say(left)
    return REFUSED if left else DONE


def _take_down(root: Path, slugs: Sequence[str]) -> None:
    """Take all of them down, or, where the machine does not let that be, none."""
    from storyguide.editing.withdrawal.taking_down import leave_stub, take_down
    from storyguide.making.addresses import of_story
    from storyguide.site.ledger import note_withdrawn
    from storyguide.transaction import Transaction

    today = date.today()
    with Transaction() as changes:
        for slug in slugs:
            folder = root / "stories" / slug
            line = note_withdrawn(root, of_story(slug), today, changes)
            if (folder / "story.md").is_file():
                take_down(root, slug, today, ledger=line, by=slugs[0], changes=changes)
            else:
                leave_stub(folder, today, changes=changes)


def _forget(root: Path, slugs: Sequence[str], stories: "Sequence[Story]") -> str:
    """Have nothing of the stories in the cache; returns a sentence where the machine does not let that be, else ""."""
    from storyguide.editing.leaks.story_terms import story_terms
    from storyguide.editing.withdrawal.cache_removal import forget
    from storyguide.site.faults import in_words

    known = {story.slug: story for story in stories}
    try:
        for slug in slugs:
            forget(root / CACHE, slug, story_terms([known[slug]] if slug in known else []), root / "site")
    except OSError as fault:
        return (
            f"The story is taken down, but {CACHE} may still hold words of it. {in_words(fault, root, option='')} "
            f"Or delete the folder {CACHE}: all but the undoing is made again."
        )
    return ""


def _undo(root: Path, slug: str) -> int:
    from storyguide.editing.story_folders import is_stub, slug_today
    from storyguide.editing.withdrawal.taking_down import put_back, taken_with
    from storyguide.editing.withdrawal.undo_store import tidy
    from storyguide.making.addresses import of_story
    from storyguide.site.ledger import put_line
    from storyguide.transaction import Transaction

    slugs = taken_with(root / CACHE, slug)
    if not slugs:
        slug = slug_today(root, slug)
        slugs = taken_with(root / CACHE, slug)
    folder = root / "stories" / slug
    if not slugs:
        if is_stub(folder):
            say(
                f"The guide has been built without the story at stories/{slug}, so what was kept aside is deleted, and "
                "this cannot be undone. If its storyteller wants it back, ask them for the words and photos again; "
                "an editor may find them in the history of the files."
            )
        else:
            say(f"The story at stories/{slug} has not been taken down, so there is nothing to put back.")
        return REFUSED
    for one in slugs:
        stands = root / "stories" / one
        if stands.exists() and not is_stub(stands):
            say(f"Something new stands at stories/{one}, and it would be lost. Move it away first. Nothing was done.")
            return REFUSED
    with Transaction() as changes:
        for one in slugs:
            put_line(root, of_story(one), put_back(root, one, changes), changes)
    tidy(root / CACHE)
    tell(*(f"stories/{one} is back as it was." for one in slugs))
    return DONE


def _agreed(root: Path, slugs: Sequence[str]) -> bool:
    if not somebody_is_there():
        say("Nothing was done, since nobody is there to ask. To take it down without being asked, add: --yes")
        return False
    from storyguide.editing.story_folders import story_in

    for slug in slugs:
        story = story_in(root / "stories" / slug)
        title = f" “{story.title}”" if story and story.title else ""
        tell(f"{'To be taken down' if slug == slugs[0] else 'Its translation'}:{title} in stories/{slug}")
    return (
        a_line("Take it down? It can be undone until the guide is next built. Type yes or no.", input).lower() == "yes"
    )


def _translations(root: Path, slug: str) -> list[str]:
    """The same words in other languages: what its storyteller takes back, they take back in all of them."""
    from storyguide.editing.references import references

    return [one.path.split("/")[1] for one in references(root, slug) if one.what == "a translation of it"]


def _stories(root: Path, slugs: Sequence[str]) -> "list[Story]":
    from storyguide.editing.story_folders import story_in

    return [story for slug in slugs if (story := story_in(root / "stories" / slug))]


def _made_earlier(root: Path, slugs: Sequence[str], stories: "Sequence[Story]") -> Iterator[str]:
    """Yield what to delete of what other commands made of the stories, which no build makes anew."""
    from storyguide.cli.outputs import files_holding
    from storyguide.editing.leaks.story_terms import story_terms
    from storyguide.editing.output_record import named_folders

    if found := files_holding(root, slugs, story_terms(stories)):
        yield "\nMade of it earlier, and changed by no build. Delete it:"
        yield from (f"  {path.relative_to(root).as_posix()}" for path in found)
    if named := [folder for folder in named_folders(root) if folder.is_dir() and any(folder.iterdir())]:
        yield "\nThe guide has also written into these folders, which may hold it. Look there, and delete what does:"
        yield from (f"  {folder}" for folder in named)
        yield "Until the next build, this finds in which files it stands:"
        yield f"  python3 build.py leaks --story {slugs[0]}"


def _steps(root: Path, slugs: Sequence[str]) -> Iterator[str]:
    from storyguide.editing.withdrawal.report import older_names
    from storyguide.editing.withdrawal.steps import steps_left
    from storyguide.reading.edition import read_edition

    edition, _ = read_edition(root)
    return steps_left(slugs, older=older_names(root, slugs), repository=edition.repository if edition else "")


def _meant(root: Path, slug: str) -> str:
    from storyguide.model.nearest import nearest

    near = nearest(slug, [folder.name for folder in sorted((root / "stories").iterdir()) if folder.is_dir()])
    return f" Did you mean “{near}”?" if near else ""
