"""Makes .venv and fills it from the hash-locked lists; works before anything is installed.

Only the standard library may be imported here, and at the top only what every command needs at once.
"""

# ruff: noqa: PLC0415 (needed only when something is to be set up)

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

Say = Callable[[str], None]

GUIDE = "requirements.txt"
"""What the guide is built with."""
TESTS = "requirements-test.txt"
"""What it is tested with, beside that."""
NODE = "requirements-node.txt"
"""npm, for a machine that has none."""
OFFICE = "requirements-office.txt"
"""What files for word processors are made with; the guide does without where it cannot be had."""
BENCH = "requirements-bench.txt"
"""What its speed is measured against."""
AUDIT = "requirements-audit.txt"
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
    """Whether .venv holds what this lock lists, and was made here by the Python at work."""
    try:
        return _stamp(project, lock).read_bytes() == _what_is_wanted(project, lock)
    except OSError:
        return False


def make_ready(project: Path, *, say: Say) -> None:
    """Make .venv anew, with what the guide is built with and the guide itself.

    A .venv that is there already is cleared: it is half made, made for another list, or was moved.
    """
    import time

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
    say(f"Fetching what is needed {purpose}. This happens once.")
    _install(project, "--require-hashes", "--only-binary=:all:", "--no-deps", "-r", lock)
    _mark_ready(project, lock)


def _stamp(project: Path, lock: str) -> Path:
    return project / ".venv" / f".ready-{lock}"


def _what_is_wanted(project: Path, lock: str) -> bytes:
    """What the stamp must say: the list itself, by which Python, and where, since a moved .venv is broken.

    With the guide's own list stands what its package declares, such as entry points; tools' settings do not matter.
    """
    declared = (project / "pyproject.toml").read_bytes().partition(b"\n[tool.")[0] if lock == GUIDE else b""
    made_by = f"{sys.version}\n{project}\n".encode()
    return made_by + declared + (project / lock).read_bytes()


def _mark_ready(project: Path, lock: str) -> None:
    """Written last, so that a set-up that was broken off is begun again."""
    _stamp(project, lock).write_bytes(_what_is_wanted(project, lock))


def _make_empty(project: Path) -> None:
    import shutil

    venv = project / ".venv"
    # uv installs from outside. Else pip is wanted inside; where Debian has left that out, an outer pip will do.
    ways = [["--without-pip"]] if shutil.which("uv") else [[], ["--without-pip"]] if _has_pip() else [[]]
    maker = _outer_python() if is_inside(project) else sys.executable  # what goes cannot make itself anew
    for way in ways:
        if venv.is_symlink():
            venv.unlink()  # what it leads to is somebody else's
        elif venv.exists():
            shutil.rmtree(venv)
        if not _complaint([maker, "-m", "venv", *way, str(venv)], project):
            return
    shutil.rmtree(venv, ignore_errors=True)
    raise SetUpFailedError(
        "This Python cannot make a .venv: a part of it is missing. "
        "On Debian or Ubuntu type: sudo apt install python3-venv"
    )


def _install(project: Path, *what: str) -> None:
    complaint = ""
    for installer in _installers(project):
        complaint = _complaint([*installer, "--quiet", *what], project)
        if not complaint:
            return
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
