"""The command that looks through everything published for words and pictures that must not be there."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from storyguide import CACHE
from storyguide.cli.argument_types import file
from storyguide.cli.command import Command, Topic
from storyguide.cli.terminal import near, say, tell

if TYPE_CHECKING:
    from storyguide.editing.leaks.search import Leak
    from storyguide.editing.leaks.search_terms import Term

NOTHING, FOUND, COULD_NOT_RUN = 0, 1, 2


COMMAND = Command(
    topic=Topic.STORIES,
    rank=5,
    help="look through everything the guide has written for words and photos that must not be there",
    description=(
        "Every byte of every file is read, packed ones and pictures too, and words are found however they are "
        "written down. A place is found by its two figures, rounded ones too; a photo by its bytes, and by what it "
        "shows. The exit status is 0 if nothing was found, 1 if something was, and 2 if nobody could look."
    ),
    examples=(
        'leaks "Zebedee Quagmire" "45.09381, -29.91642"',
        "leaks --story tea-and-tales --photo bench.jpg --in ../other-site",
    ),
)


def add_arguments(parser: ArgumentParser) -> None:
    """Add what may follow it."""
    parser.add_argument("terms", nargs="*", metavar="TERM", help="words, a name, or two figures of a place")
    parser.add_argument(
        "--story",
        action="append",
        default=[],
        metavar="STORY",
        help="a story’s folder: its title, its storyteller’s name and its sentences; may be given again",
    )
    parser.add_argument(
        "--photo", action="append", default=[], type=file, metavar="FILE", help="a photo; may be given again"
    )
    parser.add_argument(
        "--in", dest="folder", type=Path, metavar="FOLDER", help="what to look through (default: all the guide wrote)"
    )


def run(project: Path, asked: Namespace) -> int:
    """Tell each file in which a term or a photo is found."""
    from storyguide.cli.outputs import output_folders

    site = asked.root / "site"
    folders = [asked.folder.resolve()] if asked.folder else output_folders(asked.root)
    if not asked.terms and not asked.photo and not asked.story:
        say('Say what to look for: python3 build.py leaks "a name" --photo a-photo.jpg')
        return COULD_NOT_RUN
    cache = (asked.root / CACHE).resolve()
    if not any(folder.is_dir() for folder in folders if asked.folder or folder != cache):
        missing = near(asked.folder.resolve() if asked.folder else site)
        say(f"There is no folder {missing} to look through. To build the guide first, type: python3 build.py")
        return COULD_NOT_RUN
    if not asked.folder and not site.is_dir():
        say(f"There is no folder {near(site)}, so what is published was not looked at. To build it: python3 build.py")
    try:
        return _looked(folders, asked)
    except OSError as trouble:
        say(f"Not everything could be read, so nothing is certain: {trouble.filename}: {trouble.strerror}.")
        return COULD_NOT_RUN


def _looked(folders: Sequence[Path], asked: Namespace) -> int:
    from storyguide.editing.leaks.search import find_leaks, photo_of
    from storyguide.editing.leaks.search_terms import term_of

    terms = []
    for written in asked.terms:
        term = term_of(written)
        if term is None:
            say(f"“{written}” has no letter or figure in it to look for.")
            return COULD_NOT_RUN
        terms.append(term)
    for name in asked.story:
        found_by = _terms_of(asked.root, Path(name).name)
        if not found_by:
            return COULD_NOT_RUN
        terms += found_by
    photos = [photo_of(file) for file in asked.photo]
    for photo in photos:
        if not photo.looks:
            say(f"“{photo.name}” is no picture that can be told by its looks, so only its very bytes are looked for.")
    files = sum(file.is_file() for folder in folders for file in folder.rglob("*"))
    found = []
    for folder in folders:
        within = "" if len(folders) == 1 else f"{near(folder)}/"
        for leak in find_leaks(folder, terms, photos, leave_out=_is_known_to_hold_it):
            found.append(f"{within}{leak.file}")
            tell(within + _told(leak))
    looked = f"{files:,} file{'' if files == 1 else 's'} in {', '.join(map(near, folders))}"
    if not found:
        tell(f"Nothing was found in {looked}.")
        return NOTHING
    places = len(set(found))
    tell(f"Found in {places:,} of {looked}.")
    return FOUND


def _terms_of(root: Path, slug: str) -> "list[Term]":
    """Return what a story is found by; none, once that is said, where its words are not on this computer."""
    from storyguide.cli.guide import no_such_story
    from storyguide.editing.leaks.story_terms import story_terms
    from storyguide.editing.story_folders import is_stub, slug_today, story_in, story_kept

    slug = slug_today(root, slug)
    folder = story_kept(root, slug)
    if folder is None:
        if is_stub(root / "stories" / slug):
            say(f"The words of stories/{slug} are no longer kept here. Type a few of them, or a name, instead.")
        else:
            say(no_such_story(root, slug))
        return []
    story = story_in(folder)
    if story is None:
        say(f"The story at stories/{slug} cannot be read. Type a few words of it, or a name, instead.")
    return story_terms([story] if story else [])


def _is_known_to_hold_it(path: str) -> bool:
    """Return whether a path is kept aside so that a withdrawal can be undone; the next build deletes it."""
    from storyguide.editing.withdrawal.undo_store import WITHDRAWN

    return path.startswith((f"{WITHDRAWN}/", f"{CACHE}/{WITHDRAWN}/"))


def _told(leak: "Leak") -> str:
    line = f", line {leak.line}" if leak.line else ""
    how = f" ({leak.how})" if leak.how else ""
    return f"{leak.file}{line}{how}: {leak.what}\n      {leak.excerpt}"
