"""The command that gives a story another address: its folder is moved, and whatever led to it leads there."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from storyguide import CACHE
from storyguide.front.door import say
from storyguide.front.safety_net import done_already
from storyguide.front.terminal import tell

if TYPE_CHECKING:
    from storyguide.model.story import Story

DONE, REFUSED = 0, 1


def rename(project: Path, asked: Namespace) -> int:
    """Move a story, keep its old address leading to it, and mend what leads there."""
    from storyguide.tending.also_at import with_also_at
    from storyguide.tending.references import lead_on
    from storyguide.tending.taking_down import FILE, story_in
    from storyguide.transaction import Transaction

    root, old, new = asked.root, Path(asked.old).name, Path(asked.new).name
    story = story_in(root / "stories" / old)
    if why := _why_not(root, old, new, story):
        say(f"{why} Nothing was done.")
        return REFUSED
    older = _older(root, story, old, new) if story else ()
    file = root / "stories" / old / FILE
    data = with_also_at(file.read_bytes(), older) if story and older != story.names else file.read_bytes()
    if data is None:
        say(f"The facts in stories/{old}/{FILE} are written in a way that only a person should change.")
        say(f"Write there: also_at: [{', '.join(older)}] and then type the same again. Nothing was done.")
        return REFUSED
    before = _problems(root)
    with Transaction() as changes:
        changes.move(file.parent, root / "stories" / new)
        if data != (root / "stories" / new / FILE).read_bytes():
            changes.write(root / "stories" / new / FILE, data)
        changed = list(lead_on(root, old, new, changes))
    tell(*_done(old, new, kept=old in older, changed=changed))
    with done_already("Whether anything is to be mended after that could not be checked."):
        tell(*_new_problems(before, _problems(root)))
    return DONE


def _why_not(root: Path, old: str, new: str, story: "Story | None") -> str:
    """Why the story cannot have this address, or ""."""
    from storyguide.model.nearest import nearest
    from storyguide.model.story import Status
    from storyguide.reading.addresses import why_no_folder
    from storyguide.tending.taking_down import story_in

    folders = [each.name for each in sorted((root / "stories").iterdir()) if each.is_dir()]
    if old not in folders:
        near = nearest(old, folders)
        return f"There is no story at stories/{old}.{f' Did you mean “{near}”?' if near else ''}"
    if story is None:
        return f"The story at stories/{old} cannot be read yet. To see why, type: python3 build.py check stories/{old}."
    if story.status is Status.WITHDRAWN:
        return f"The story at stories/{old} has been taken down, and its address is where that is said."
    if why := why_no_folder(new):
        return why
    if new in folders or (root / "stories" / new).exists():
        return f"Something stands at stories/{new} already."
    for slug in folders:
        other = story_in(root / "stories" / slug)
        if other and slug != old and new in other.also_at:
            return f"“{new}” was an address of the story at stories/{slug}, and still leads there."
    return ""


def _older(root: Path, story: "Story", old: str, new: str) -> tuple[str, ...]:
    """Its older addresses once it is moved. One that nobody can have seen is not kept."""
    from storyguide.engines.ledger import read_ledger
    from storyguide.making.addresses import of_story
    from storyguide.model.story import Status

    seen = story.status is Status.READY or of_story(old) in read_ledger(root)
    before = tuple(dict.fromkeys((*story.names, *([old] if seen else ()))))
    # Its first name stays first, its own again or not: feeds know the story by that for good.
    return before if before[1:] and before[0] == new else tuple(each for each in before if each != new)


def _done(old: str, new: str, *, kept: bool, changed: list[tuple[str, int]]) -> Iterator[str]:
    yield f"Moved stories/{old} to stories/{new}."
    if kept:
        yield f"Old links to stories/{old}/ lead on to it: that is written down under “also_at” in its story.md."
    else:
        yield f"It was never published as stories/{old}/, so nothing is kept of that address."
    for path, count in changed:
        yield f"  {path}: {count} {'place leads' if count == 1 else 'places lead'} there now."
    yield f"To undo it, type: python3 build.py rename {new} {old}"


def _problems(root: Path) -> "Counter[tuple[str, str]]":
    from storyguide.assembly import assemble
    from storyguide.engines.clock import today as this_day

    found = assemble(root, today=this_day(), cache=root / CACHE).problems
    return Counter((problem.code, f"{problem.where}: {problem.message} {problem.mend}") for problem in found)


def _new_problems(before: "Counter[tuple[str, str]]", after: "Counter[tuple[str, str]]") -> Iterator[str]:
    """What is told now and was not before, by its kind, since the file itself has another name."""
    more = Counter(code for code, _ in after.elements()) - Counter(code for code, _ in before.elements())
    yield from (told for code, told in after if code in more)
