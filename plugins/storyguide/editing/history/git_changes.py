"""What has changed in an edition's files since some time, as git knows it; git is asked, and changes nothing."""

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

PLACES = ("stories", "docs/on-the-tin")
_ALIKE = "--find-renames=60%"
"""Stories begin with much the same facts, so half alike is not the same story."""
_FILE = b"100"
"""How the mode of a file begins; what only points elsewhere has another."""


class NotKnownError(Exception):
    """What has changed cannot be found out; the words are for whoever asked."""


@dataclass(frozen=True)
class FileChange:
    """One file, named as seen from the edition, that is not as it was."""

    was: str
    """Its name then; "" when it was not there."""
    now: str
    """Its name now; "" when it is no longer there."""
    then: bytes | None = None
    """What a story's file held then."""
    same: bool = False
    """Whether it holds the same still, under another name."""


def changes_since(root: Path, since: str) -> tuple[FileChange, ...]:
    """Each file of the edition at root that differs from what the history had where it parted from `since`.

    Work that has not been committed counts. A file that was renamed is one change.
    """
    base = _where_it_parted(root, since)
    with TemporaryDirectory() as aside:
        own_index = _with_new_files(root, Path(aside))
        told = _git(
            root,
            *("diff", "--raw", "-z", "--no-abbrev", "--no-ext-diff", "--no-textconv", "--no-color", "--relative"),
            *(_ALIKE, base, "--", *PLACES),
            environment=own_index,
        )
    return tuple(_with_contents(root, list(_as_told(told))))


def folders_in_history(root: Path, slug: str) -> tuple[str, ...]:
    """Return every name under stories/ that a story's folder has had in the history, the latest first.

    Nothing where there is no git, or no history.
    """
    if not shutil.which("git"):
        return ()
    words = ("log", "--follow", _ALIKE, "--name-only", "--format=", "-z", "--relative", "--no-color")
    told = _git(root, *words, "--", f"stories/{slug}/story.md", may_fail=True)
    paths = (path.strip().split("/") for path in told.decode("utf-8", "surrogateescape").split("\0"))
    return tuple(dict.fromkeys(parts[1] for parts in paths if len(parts) == 3 and parts[0] == "stories"))


def folder_now(root: Path, slug: str) -> str:
    """Return the name that a story's folder has now, of the story that last had this one as git knows; "" if none.

    Both what is in the history and what has not been committed yet counts.
    """
    moves = [*_moves_in_history(root), *_moves_since_then(root)]
    last = next((at for at in range(len(moves) - 1, -1, -1) if moves[at][0] == slug), None)
    if last is None:
        return ""
    now = slug
    for was, then in moves[last:]:
        now = then if was == now else now
    return now if (root / "stories" / now).is_dir() else ""


def _moves_in_history(root: Path) -> list[tuple[str, str]]:
    """Return each renaming of a story's folder in the history, the first first: its name before, and after."""
    if not shutil.which("git"):
        return []
    words = (
        "log",
        "--reverse",
        _ALIKE,
        "--diff-filter=R",
        "--name-status",
        "--format=",
        "-z",
        "--relative",
        "--no-color",
    )
    told = _git(root, *words, "--", "stories", may_fail=True).decode("utf-8", "surrogateescape")
    parts = iter(part.strip() for part in told.split("\0"))
    return [
        (was.split("/")[1], now.split("/")[1])
        for was, now in ((next(parts, ""), next(parts, "")) for how in parts if how.startswith("R"))
        if is_story(was) and is_story(now)
    ]


def _moves_since_then(root: Path) -> list[tuple[str, str]]:
    """Return the renamings of stories' folders that have not been committed."""
    try:
        changes = changes_since(root, "HEAD")
    except (NotKnownError, subprocess.CalledProcessError):
        return []
    moved = ((one.was, one.now) for one in changes if is_story(one.was) and is_story(one.now) and one.was != one.now)
    return [(was.split("/")[1], now.split("/")[1]) for was, now in moved]


def _where_it_parted(root: Path, since: str) -> str:
    if not shutil.which("git"):
        raise NotKnownError("There is no git on this machine, and only git knows what has changed.")
    try:
        _git(root, "rev-parse", "--is-inside-work-tree")
    except subprocess.CalledProcessError as failed:
        raise NotKnownError(f"git knows nothing of this edition.{_in_its_words(failed)}") from None
    unknown = NotKnownError(
        f"git knows no “{since}” here. Name a branch, a tag or a commit, such as: origin/main, or HEAD for what is "
        "not committed yet."
    )
    if not since or since.startswith("-") or not since.isprintable():
        raise unknown
    try:
        commit = _git(root, "rev-parse", "--verify", "--quiet", f"{since}^{{commit}}").decode().strip()
    except subprocess.CalledProcessError:
        raise unknown from None
    try:
        return _git(root, "merge-base", commit, "HEAD").decode().split()[0]
    except subprocess.CalledProcessError:
        raise NotKnownError(
            f"As far as the history is known here, “{since}” and what is here have nothing in common. To fetch all of "
            "the history, type: git fetch --unshallow"
        ) from None


def _with_new_files(root: Path, aside: Path) -> Mapping[str, str]:
    """What makes git use a list of files of its own, on which those stand that nobody has added yet."""
    index = aside / "index"
    listed = root / os.fsdecode(_git(root, "rev-parse", "--git-path", "index").rstrip(b"\n"))
    if listed.is_file():
        shutil.copyfile(listed, index)
    own_index = {"GIT_INDEX_FILE": str(index)}
    there = [place for place in PLACES if (root / place).is_dir() and not (root / place).is_symlink()]
    if there:
        _git(root, "add", "--intent-to-add", "--ignore-errors", "--", *there, environment=own_index, may_fail=True)
    return own_index


def _as_told(raw: bytes) -> Iterator[tuple[FileChange, str]]:
    """Each change, and the mark of what the file held then if it is a story's."""
    parts = iter(raw.split(b"\0"))
    for facts in parts:
        if not facts:
            continue
        mode, _, mark, new_mark, how = facts.lstrip(b":").split(b" ")
        was = os.fsdecode(next(parts))
        now = os.fsdecode(next(parts)) if how.startswith((b"R", b"C")) else was
        change = FileChange(
            "" if how.startswith((b"A", b"C")) else was, "" if how.startswith(b"D") else now, same=mark == new_mark
        )
        yield change, mark.decode() if mode.startswith(_FILE) and is_story(change.was) else ""


def is_story(path: str) -> bool:
    """Whether a file is the words and facts of a story."""
    parts = path.split("/")
    return len(parts) == 3 and parts[0] == "stories" and parts[2] == "story.md"  # stories/x/story.md


def _with_contents(root: Path, changes: Sequence[tuple[FileChange, str]]) -> Iterator[FileChange]:
    held = _contents(root, [mark for _, mark in changes if mark])
    for change, mark in changes:
        yield replace(change, then=held.get(mark))


def _contents(root: Path, marks: Iterable[str]) -> dict[str, bytes]:
    """What the files held that git keeps under these marks, all asked for at once."""
    wanted = list(dict.fromkeys(marks))
    if not wanted:
        return {}
    told = _git(root, "cat-file", "--batch", said="\n".join(wanted).encode() + b"\n")
    found, at = {}, 0
    for mark in wanted:
        end = told.index(b"\n", at)
        about = told[at:end].split(b" ")
        at = end + 1
        if about[1:2] == [b"blob"]:
            size = int(about[2])
            found[mark] = told[at : at + size]
            at += size + 1
    return found


def _git(
    root: Path, *words: str, environment: Mapping[str, str] | None = None, said: bytes = b"", may_fail: bool = False
) -> bytes:
    surroundings = {"GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    git = shutil.which("git") or "git"
    return subprocess.run(  # noqa: S603 - no shell, and what a person typed never stands where a setting could
        [git, *words],
        cwd=root,
        env={**os.environ, **surroundings, **(environment or {})},
        input=said,
        capture_output=True,
        check=not may_fail,
    ).stdout


def _in_its_words(failed: subprocess.CalledProcessError) -> str:
    told = [line for line in failed.stderr.decode("utf-8", "replace").splitlines() if line.isprintable()]
    return f" It says: {told[0]}" if told else ""
