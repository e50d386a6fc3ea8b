"""Takes a story down, leaving a file that says no more than that; and puts it back."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path

from storyguide import CACHE
from storyguide.editing.references import sources
from storyguide.editing.story_folders import FILE, older_addresses
from storyguide.editing.withdrawal import undo_store as aside
from storyguide.reading.answers import FILE as ANSWERS
from storyguide.transaction import Transaction


def take_down(root: Path, slug: str, day: date, *, ledger: str | None, by: str, changes: Transaction) -> None:
    """Move all there is of the story aside, and leave a file that keeps its addresses and nothing else.

    ledger is the line the address had there, by the story that was asked for: both are needed to undo it.
    """
    folder = root / "stories" / slug
    older = older_addresses(folder)
    text = (folder / FILE).read_text(encoding="utf-8", errors="replace")
    aside.put_aside(root / CACHE, folder, json.dumps({"ledger": ledger, "by": by}), changes)
    leave_stub(folder, day, older, changes=changes)
    if answers := _drop_answers(root, text, changes):
        aside.note(root / CACHE, slug, json.dumps({"ledger": ledger, "by": by, "answers": answers}), changes)


def leave_stub(folder: Path, day: date, older: Sequence[str] = (), *, changes: Transaction) -> None:
    """Write what a story that was taken down still says."""
    changes.make_folder(folder)
    also = f"also_at: [{', '.join(older)}]\n" if older else ""
    changes.write(
        folder / FILE,
        (
            "---\n# Taken down. A page without names stands at its address; nothing else is kept of it.\n"
            f"status: withdrawn\nconsent:\n  withdrawn: {day.isoformat()}\n{also}---\n"
        ).encode(),
    )


def taken_with(cache: Path, slug: str) -> list[str]:
    """The stories that were taken down together with this one, itself among them, and can still be put back."""
    folder = cache / aside.WITHDRAWN
    slugs = sorted(each.name for each in folder.iterdir()) if folder.is_dir() else []
    return [one for one in slugs if aside.is_aside(cache, one) and (one == slug or _notes(cache, one)["by"] == slug)]


def put_back(root: Path, slug: str, changes: Transaction) -> str | None:
    """Have the story as it was; gives the line its address had in the ledger."""
    notes = json.loads(aside.put_back(root / CACHE, root / "stories" / slug, changes))
    _restore_answers(root, notes.get("answers", []), changes)
    return str(notes["ledger"]) if notes["ledger"] is not None else None


def twins_of_photos(root: Path, slugs: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Photos of other stories with the very bytes of one of these stories': (theirs, this one's name)."""
    ours: dict[bytes, str] = {}
    sizes = set()
    for slug in slugs:
        for file in _photos(root / "stories" / slug):
            ours[_digest(file)] = file.name
            sizes.add(file.stat().st_size)
    for folder in sorted((root / "stories").iterdir()) if ours else ():
        if folder.name not in slugs and folder.is_dir() and not folder.is_symlink():
            for file in _photos(folder):
                if file.stat().st_size in sizes and (name := ours.get(_digest(file))):
                    yield file.relative_to(root).as_posix(), name


def _drop_answers(root: Path, text: str, changes: Transaction) -> list[str]:
    """Take the addresses that nothing else leads to out of the list of what they answered; gives their lines."""
    file = root / ANSWERS
    if not file.is_file() or file.is_symlink():
        return []
    others = "".join((root / path).read_text(encoding="utf-8", errors="replace") for path in sources(root))
    lines = file.read_bytes().decode(errors="surrogateescape").splitlines(keepends=True)
    web = [(line, line.split(" ")[0]) for line in lines if line.startswith("http")]
    its_own = [line for line, address in web if address in text and address not in others]
    if its_own:
        changes.write(file, "".join(line for line in lines if line not in its_own).encode(errors="surrogateescape"))
    return its_own


def _restore_answers(root: Path, lines: Sequence[str], changes: Transaction) -> None:
    file = root / ANSWERS
    if lines:
        standing = file.read_bytes().decode(errors="surrogateescape").splitlines(keepends=True)
        head = [line for line in standing if line.startswith("#")]
        found = sorted({*lines, *(line for line in standing if not line.startswith("#"))})
        changes.write(file, "".join([*head, *found]).encode(errors="surrogateescape"))


def _notes(cache: Path, slug: str) -> dict[str, str]:
    notes: dict[str, str] = json.loads(aside.notes_of(cache, slug))
    return notes


def _photos(folder: Path) -> list[Path]:
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    return [file for file in files if file.suffix != ".md" and file.is_file() and not file.is_symlink()]


def _digest(file: Path) -> bytes:
    return blake2b(file.read_bytes(), digest_size=16).digest()
