"""The ledger: every address the guide has promised, in a text file, so that none is lost unnoticed."""

# ruff: noqa: PLC0415 (a build that finds all in order needs no words for what is not)

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from storyguide.making import addresses
from storyguide.model.source import Source

if TYPE_CHECKING:
    from storyguide.model.guide import Guide
    from storyguide.model.problem import Problem
    from storyguide.site.assembly import Assembly
    from storyguide.transaction import Transaction

LEDGER = "stories/published-addresses.txt"
"""Sorted, one address a line, so that two people's additions seldom meet. What a stranger sends is checked against the
editors' list (check.yml puts it back), and a build that adds to it has changed no source (site.unchanged)."""
BEFORE = "published-addresses.txt"
"""Where it stood in guides before 0.1.0 was released: read as well, until a build on an editor's computer moves it."""
_EVENTS = "stories/events.yml"
_HEAD = """\
# Every address this guide has published. The guide adds to it when it is built; keep it with the stories.
# An address listed here may lead on to another, but never nowhere: a build that would lose one is stopped.
# Storytellers’ own pages are not listed, since a list of names would outlast those who wish to leave it.
"""
_WITHDRAWN = " withdrawn "


class Line(NamedTuple):
    """An address in the ledger."""

    number: int
    withdrawn: date | None = None
    """The day its story was taken down."""
    file: str = LEDGER


def read_ledger(root: Path) -> dict[str, Line]:
    """Return each address that was ever published; none where there is no ledger. What is no address is passed over."""
    found = {}
    for file in (BEFORE, LEDGER):
        for number, line in enumerate(_lines_of(root / file), 1):
            address, _, day = line.strip().partition(_WITHDRAWN)
            if address.endswith("/") and " " not in address and not address.startswith("#"):
                found[address] = Line(number, _day(day), file)
    return found


def promised(guide: "Guide") -> set[str]:
    """The addresses the guide has now that are to last: of stories, places, themes, dimensions, trails and tins.

    Pages that only list (by year, by month, by letter) come and go with what they list. A storyteller’s page
    goes with its storyteller, and their name is to be kept nowhere.
    """
    stories = [story.slug for story in guide.stories]
    stories += [old for story in guide.stories for old in story.also_at]
    found = {addresses.of_story(slug) for slug in (*stories, *guide.gone, *guide.gone_before)}
    found.update(addresses.of_place(slug) for slug in (*guide.places, *guide.areas))
    found.update(map(addresses.of_theme, guide.themes))
    found.update(map(addresses.of_dimension, guide.dimensions))
    found.update(addresses.of_trail(trail.slug) for trail in guide.trails)
    for tin in guide.tins:
        found.add(addresses.of_tin(tin.slug))
        found.update(addresses.of_tin_page(tin.slug, page.slug) for page in (*tin.steps, *tin.worksheets))
    found.update(addresses.of_news(post.slug) for post in guide.posts)
    found.update(addresses.of_event(event.slug) for event in guide.edition.events)
    return found


def lost_addresses(assembly: "Assembly") -> "tuple[Problem, ...]":
    """Each address in the ledger at which nothing would stand.

    One whose story, trail or tin only waits, to be mended or for its day, is not lost.
    """
    guide = assembly.guide
    # Asked at every build, and nearly always in vain: so whole lines come first.
    if guide is None or not any(line.rstrip().endswith("/") for line in {*_lines(assembly.root)} - promised(guide)):
        return ()
    kept = read_ledger(assembly.root)
    missing = kept.keys() - promised(guide)
    from storyguide.model.problems.addresses import address_lost

    return tuple(
        address_lost(Source(kept[address].file, kept[address].number), address, guide.by_slug)
        for address in sorted(missing)
        if not kept[address].withdrawn and not _waits(address, assembly, guide)
    )


def lacking_addresses(assembly: "Assembly") -> "tuple[Problem, ...]":
    """A note when there is a ledger and it does not have them all yet."""
    kept = read_ledger(assembly.root)
    new = promised(assembly.guide) - kept.keys() if assembly.guide and kept else set()
    if not new:
        return ()
    from storyguide.model.problems.addresses import addresses_not_kept

    return (addresses_not_kept(Source(_file(assembly.root)), new),)


def keep_addresses(root: Path, guide: "Guide") -> int:
    """Write the guide's new addresses into the ledger, and return how many there were.

    A ledger where it stood before is moved. Where it cannot be read or written nothing is kept, and nothing else goes
    wrong.
    """
    now = promised(guide)
    try:
        moves = (root / BEFORE).is_file()
        if now <= {*_lines(root)} and not moves:
            return 0
        kept = read_ledger(root)
    except OSError:
        return 0
    back = [story.slug for story in guide.stories if kept.get(addresses.of_story(story.slug), Line(0)).withdrawn]
    new = now - kept.keys()
    if not new and not back and not moves:
        return 0
    lines = {address: line.withdrawn for address, line in kept.items()}
    lines |= dict.fromkeys((*new, *map(addresses.of_story, back)))
    text = _HEAD + "".join(_written(address, lines[address]) for address in sorted(lines))
    if not _write(root / LEDGER, text):
        return 0
    with suppress(OSError):
        (root / BEFORE).unlink(missing_ok=True)
    return len(new)


def forget_addresses(root: Path, lost: "Iterable[Problem]") -> None:
    """Take the addresses that were found lost out of the ledger, since somebody has allowed it."""
    lines = {(problem.where.path, problem.where.line) for problem in lost}
    for file in {path for path, _ in lines}:
        with suppress(OSError):
            left = (line for at, line in enumerate(_lines_of(root / file), 1) if (file, at) not in lines)
            _write(root / file, "".join(f"{line}\n" for line in left))


def note_withdrawn(root: Path, address: str, day: date, changes: "Transaction") -> str | None:
    """Note that what stood at an address was taken down; gives its line as it was, None when it had none."""
    return _put(root, address, _written(address, day), changes)


def put_line(root: Path, address: str, line: str | None, changes: "Transaction") -> None:
    """Have an address stand in the ledger as this line; with None not at all."""
    _put(root, address, line, changes)


def removals(root: Path) -> Iterator[tuple[str, date]]:
    """Each story that was taken down, by its folder, and the day: for feeds to say so."""
    for address, line in sorted(read_ledger(root).items()):
        if line.withdrawn and address.startswith("stories/"):
            yield address.removeprefix("stories/").rstrip("/"), line.withdrawn


def _file(root: Path) -> str:
    """Return where the ledger stands, or will."""
    return BEFORE if (root / BEFORE).is_file() and not (root / LEDGER).is_file() else LEDGER


def _lines(root: Path) -> list[str]:
    return [*_lines_of(root / BEFORE), *_lines_of(root / LEDGER)]


def _lines_of(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, UnicodeDecodeError):
        return []


def _put(root: Path, address: str, line: str | None, changes: "Transaction") -> str | None:
    """Change one line and touch no other; the file goes with its last line."""
    file = root / (kept.file if (kept := read_ledger(root).get(address)) else _file(root))
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True) if file.is_file() else [_HEAD]
    at = next((n for n, each in enumerate(lines) if each.split() and each.split()[0] == address), None)
    before = None
    if at is not None:
        before = lines.pop(at)
    elif line is not None:
        later = (n for n, each in enumerate(lines) if each.strip() and not each.startswith("#") and each > line)
        at = next(later, len(lines))
        if at and not lines[at - 1].endswith("\n"):
            lines[at - 1] += "\n"
    if line is not None and at is not None:
        lines.insert(at, line)
    if "".join(lines) != _HEAD:
        changes.write(file, "".join(lines).encode())
    elif file.is_file():
        changes.remove(file)
    return before


def _waits(address: str, assembly: "Assembly", guide: "Guide") -> bool:
    """Whether what stood there is only not published at present."""
    kind, name, *_ = address.split("/")
    if kind == "stories":
        folder = assembly.root / "stories"
        return (folder / name / "story.md").is_file() or any(
            _names(folder / slug / "story.md", name) for slug in (*assembly.held, *assembly.waiting)
        )
    if kind == "trails":
        return any(trail.slug == name for trail in guide.edition.trails)
    if kind == "news":
        return (assembly.root / "docs" / kind / f"{name}.md").is_file()
    if kind == "events":
        return any(problem.blocks and problem.where.path == _EVENTS for problem in assembly.problems)
    if kind == "on-the-tin":
        return name not in guide.tins_by_slug and (assembly.root / "docs" / kind / name / "index.md").is_file()
    return False


def _names(file: Path, slug: str) -> bool:
    """Whether a story that may be past reading still says that it was once at this address."""
    with suppress(OSError):
        facts = file.read_text(encoding="utf-8", errors="replace")
        words = facts.partition("also_at:")[2].replace("[", " ").replace("]", " ").replace(",", " ")
        return slug in (word.strip("\"'") for word in words.split())
    return False


def _written(address: str, withdrawn: date | None) -> str:
    return f"{address}{_WITHDRAWN}{withdrawn.isoformat()}\n" if withdrawn else f"{address}\n"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def _write(file: Path, text: str) -> bool:
    from storyguide.transaction import write_whole

    try:
        write_whole(file, text.encode())
    except OSError:
        return False
    return True
