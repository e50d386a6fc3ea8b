"""What else in an edition's files leads to a story, and how to have it lead elsewhere."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from storyguide.transaction import Transaction

TRAILS, EDITION, EVENTS, NEWS = "stories/trails.yml", "stories/edition.yml", "stories/events.yml", "docs/news/"
_END = r"(?![a-z0-9-])"
_START = r"(?<![\w./-])"


class Reference(NamedTuple):
    """A line that leads to a story."""

    path: str
    line: int
    what: str
    mend: str


def references(root: Path, slug: str, *, besides: Sequence[str] = ()) -> Iterator[Reference]:
    """Every line of a story, trail, list or page that leads to this story, and what to do when it goes.

    besides are the folders of the stories that go with it.
    """
    for path in sources(root):
        if path.split("/")[1] in (slug, *besides):
            continue
        text = _text(root / path)
        shapes = _shapes(path, slug)
        for number, line in enumerate(text.split("\n") if slug in text else (), 1):
            for shape, what, mend in shapes:
                if shape.search(line):
                    yield Reference(path, number, what, mend)


def lead_on(root: Path, old: str, new: str, changes: Transaction) -> Iterator[tuple[str, int]]:
    """Have everything that leads to one story's folder lead to another; gives each file changed, and how often."""
    for path in sources(root):
        text = _text(root / path)
        count = 0
        for shape, *_ in _shapes(path, old) if old in text else ():
            text, changed = shape.subn(lambda found: found[1] + new, text)
            count += changed
        if count:
            changes.write(root / path, text.encode())
            yield path, count


def sources(root: Path) -> Iterator[str]:
    """Every file of words and lists, by its path from root; none that only points elsewhere."""
    for pattern in ("stories/*.yml", "stories/*/story.md", "stories/*/replies/*.md", "docs/**/*.md"):
        for file in sorted(root.glob(pattern)):
            if file.is_file() and not file.is_symlink() and not file.parent.is_symlink():
                yield file.relative_to(root).as_posix()


def _shapes(path: str, slug: str) -> list[tuple[re.Pattern[str], str, str]]:
    """What leads to the story in this kind of file: its shape, with what stands before the slug; what it is; a mend."""
    link = "a link to it", "take the link out, and keep its words if they still make sense"
    named = re.compile(rf"(^[ \t]*(?:- )?(?:stories|happened_next):[^\n#]*?{_START}){slug}{_END}", re.MULTILINE)
    listed = re.compile(rf"(^[ \t]*-[ \t]+[\"']?){slug}(?=[\"']?[ \t]*$)", re.MULTILINE)
    if path.startswith("docs/"):
        written = [(re.compile(rf"({_START}(?:/|(?:\.\./)+)?stories/){slug}{_END}"), *link)]
        if not path.startswith(NEWS):
            return written
        beside = re.compile(rf"({_START}\.\./){slug}{_END}")
        return [(one, "a post that names it", "take it out") for one in (named, listed)] + [*written, (beside, *link)]
    if path == EVENTS:
        return [(one, "an event that names it", "take it out") for one in (named, listed)]
    links = re.compile(rf"({_START}(?:(?:\.\./)+|story:|/stories/)){slug}{_END}")
    if path == TRAILS:
        stop = re.compile(rf"(\bstory:[ \t]+[\"']?){slug}{_END}")
        return [(stop, "a stop on a trail", "take the stop out, with its words"), (links, *link)]
    if path == EDITION:
        first = re.compile(rf"(^featured:[ \t]*[\"']?){slug}{_END}", re.MULTILINE)
        return [(first, "the story the home page begins with", "name another, or take “featured” out"), (links, *link)]
    original = re.compile(rf"(^translation_of:[ \t]*[\"']?){slug}{_END}", re.MULTILINE)
    return [(original, "a translation of it", f"type: python3 build.py withdraw {path.split('/')[1]}"), (links, *link)]


def _text(file: Path) -> str:
    """The file's text with its ends of line as they are; "" when it is none."""
    try:
        return file.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return ""
