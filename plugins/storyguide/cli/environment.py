"""Makes .venv and fills it from the hash-locked lists; works before anything is installed.

Only the standard library may be imported here, and at the top only what every command needs at once.
"""

# ruff: noqa: PLC0415 (needed only when something is to be set up)

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from storyguide.cli.environment_lock import nobody_at_work, one_set_up

Say = Callable[[str], None]

LOCKS = "requirements"
"""Folder of the locks: one for each dependency group of pyproject.toml."""
GUIDE = f"{LOCKS}/guide.txt"
"""What the guide is built with."""
TESTS = f"{LOCKS}/test.txt"
"""What it is tested with, beside that."""
NODE = f"{LOCKS}/node.txt"
"""npm, for a machine that has none."""
OFFICE = f"{LOCKS}/office.txt"
"""What files for word processors are made with; the guide does without where it cannot be had."""
BENCH = f"{LOCKS}/bench.txt"
"""What its speed is measured against."""
AUDIT = f"{LOCKS}/audit.txt"
"""What asks for known faults of all these."""


class SetUpFailedError(Exception):
    """The machine cannot be made ready. Its text is what to tell the person at it."""


def python_of(project: Path) -> Path:
    """The Python that the guide is built with."""
    return project / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_inside(project: Path) -> bool:
    """Whether this very process is run by the guide's own Python."""
    return Path(sys.prefix) == project / ".venv"


def is_ready(project: Path, lock: str = GUIDE) -> bool:
    """Return whether .venv holds what this lock lists, was made here, and still has the Python that made it.

    That need not be the Python at work: one .venv serves them all, so none takes it from another.
    """
    try:
        stamp = _stamp(project, lock).read_bytes()
        if not python_of(project).exists():
            return False
        if stamp == _what_is_wanted(project, lock, sys.version):
            return True
        # Its own Python is asked, which takes a while, only when all else is as it should be.
        if is_inside(project) or not stamp.endswith(_what_is_wanted(project, lock, "")):
            return False
        return stamp == _what_is_wanted(project, lock, _version_of(python_of(project)))
    except OSError:
        return False


def make_ready(project: Path, *, say: Say) -> None:
    """Make .venv anew, with what the guide is built with and the guide itself, unless another command just has.

    A .venv that is there already is cleared: it is half made, made for another list, or was moved. Whoever is
    at work in it is waited for. Raises SetUpFailedError.
    """
    import time

    with _told(project), one_set_up(project, say=say):
        if is_ready(project):
            return
        with nobody_at_work(project, say=say):
            began = time.monotonic()
            say("Setting up in .venv. This happens once and takes about half a minute; it needs the internet.")
            _make_empty(project)
            _install(project, "--require-hashes", "--only-binary=:all:", "--no-deps", "-r", GUIDE)
            _install(project, "--no-deps", "--no-build-isolation", "-e", ".")
            _mark_ready(project, GUIDE)
            say(f"Set up in {time.monotonic() - began:.0f} seconds.")


def add(project: Path, lock: str, *, purpose: str, say: Say) -> None:
    """Put what another lock lists into .venv too, unless it is there."""
    if is_ready(project, lock):
        return
    with _told(project), one_set_up(project, say=say):
        if is_ready(project, lock):
            return
        say(f"Fetching what is needed {purpose}. This happens once.")
        _install(project, "--require-hashes", "--only-binary=:all:", "--no-deps", "-r", lock)
        _mark_ready(project, lock)


@contextmanager
def _told(project: Path) -> Iterator[None]:
    """Turn what the machine has against a set-up into a sentence."""
    try:
        yield
    except OSError as fault:
        raise SetUpFailedError(_in_words(str(fault), project) or f"The guide cannot be set up: {fault}.") from fault


_OF_THE_MACHINE = (
    (("No space left", "quota exceeded"), "The disk is full. Make room on it, and type the same again."),
    (
        ("Read-only file system",),
        "“{0}” is on a disk that can only be read. Copy the guide to another.",
    ),
    (
        ("Permission denied", "Operation not permitted", "Access is denied", "being used by another process"),
        "This machine does not let you write into “{0}”, or what is in .venv is in use. "
        "Stop what else is at work there, or copy the guide to a folder of your own, and type the same again.",
    ),
)
"""How systems and installers call it, and what it means for whoever sets up."""


def _in_words(said: str, project: Path) -> str:
    """Return a sentence for a fault of the machine, known by how it is called; "" for any other."""
    return next((words.format(project) for names, words in _OF_THE_MACHINE if any(n in said for n in names)), "")


def _stamp(project: Path, lock: str) -> Path:
    return project / ".venv" / f".ready-{Path(lock).stem}"


def _version_of(python: Path) -> str:
    """Return the version that a Python says it has; "" when it does not start."""
    import subprocess

    asked = [str(python), "-I", "-S", "-c", "import sys; sys.stdout.write(sys.version)"]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout  # noqa: S603 (our own)


def _what_is_wanted(project: Path, lock: str, version: str) -> bytes:
    """Return what the stamp must say: by which Python, where, since a moved .venv is broken, and the lock itself.

    With the guide's own lock stands what its package declares, such as entry points. The groups, which come next in
    pyproject.toml, and the settings of tools do not matter: each group has its own lock and stamp.
    """
    declared = b""
    if lock == GUIDE:
        declared = (project / "pyproject.toml").read_bytes().partition(b"\n[dependency-groups]")[0]
    made_by = f"{version}\n{project}\n".encode()
    return made_by + declared + (project / lock).read_bytes()


def _mark_ready(project: Path, lock: str) -> None:
    """Written last, so that a set-up that was broken off is begun again."""
    _stamp(project, lock).write_bytes(_what_is_wanted(project, lock, sys.version))


def _make_empty(project: Path) -> None:
    import shutil

    venv = project / ".venv"
    # uv installs from outside. Else pip is wanted inside; where Debian has left that out, an outer pip will do.
    ways = [["--without-pip"]] if shutil.which("uv") else [[], ["--without-pip"]] if _has_pip() else [[]]
    maker = _outer_python() if is_inside(project) else sys.executable  # what goes cannot make itself anew
    for way in ways:
        _clear(venv)
        complaint = _complaint([maker, "-m", "venv", *way, str(venv)], project)
        if not complaint:
            return
    shutil.rmtree(venv, ignore_errors=True)
    raise SetUpFailedError(
        _in_words(complaint, project)
        or "This Python cannot make a .venv: a part of it is missing. "
        "On Debian or Ubuntu type: sudo apt install python3-venv"
    )


def _clear(venv: Path) -> None:
    """Remove what stands there. It is moved first, all or nothing: Windows says no while a program in it runs."""
    import shutil

    gone = venv.with_name(f"{venv.name}-gone")
    for left in (gone, venv):
        if left.is_symlink() or left.is_file():
            left.unlink()  # what a link leads to is somebody else's
        elif left.exists():
            gone = left if left == gone else left.rename(gone)
            shutil.rmtree(gone)


def _install(project: Path, *what: str) -> None:
    complaint = ""
    for installer in _installers(project):
        complaint = _complaint([*installer, "--quiet", *what], project)
        if not complaint:
            return
        if said := _in_words(complaint, project):
            raise SetUpFailedError(said)
    raise SetUpFailedError(
        "What the guide needs could not be fetched. Check the internet connection and type the same again. "
        f"The last thing heard was: {complaint}"
    )


def _installers(project: Path) -> Iterator[Sequence[str]]:
    """The ways to install into .venv, the fastest first."""
    import shutil

    python = str(python_of(project))
    uv = shutil.which("uv")
    if uv:
        # uv knows nothing of pip's settings, so where those name another source, pip still has to try.
        yield [uv, "pip", "install", "--compile-bytecode", "--python", python]
    if any((project / ".venv").glob("[Ll]ib/**/site-packages/pip/__main__.py")):
        yield [python, "-m", "pip", "install"]
    elif _has_pip():
        yield [_outer_python(), "-m", "pip", "--python", python, "install"]


def _outer_python() -> str:
    return getattr(sys, "_base_executable", "") or sys.executable


def _has_pip() -> bool:
    return not _complaint([_outer_python(), "-m", "pip", "--version"], Path.cwd())


def _complaint(command: Sequence[str], folder: Path) -> str:
    """Run a command out of sight; "" when it went well, else the last line it said."""
    import subprocess

    quiet = {
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_INPUT": "1",
        "PIP_ROOT_USER_ACTION": "ignore",
        "UV_PYTHON_DOWNLOADS": "never",
    }
    done = subprocess.run(  # noqa: S603 (the commands are those above)
        command,
        cwd=folder,
        env={**os.environ, **quiet},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode == 0:
        return ""
    lines = [line.strip() for line in done.stdout.splitlines() if line.strip()]
    told = [line for line in lines if line.lower().startswith("error")]
    return (told or lines or [f"{command[0]} stopped with {done.returncode}"])[-1]
