"""Remakes the lists of exact versions: the same for every system, with a fingerprint for every file."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from storyguide.cli.dependencies.npm import npm
from storyguide.cli.environment import SetUpFailedError, python_of

_OLDEST = "3.11"
"""The oldest Python that must be able to install them."""
_ADDRESS = re.compile(rb"\w+://|^--", re.M)
_FROM_NPM = ("", "bench/peers")
"""The folders that say what comes from npm: for the guide, and for what its speed is measured against."""


def relock(project: Path) -> Iterator[str]:
    """Make each list anew from what it is made from, and name it.

    The list of the guide comes first: what tests need is fitted to it.
    """
    for wanted in sorted(project.glob("requirements*.in"), key=lambda path: (len(path.name), path.name)):
        yield _relock_python(project, wanted)
    for folder in _FROM_NPM:
        yield _relock_npm(project, project / folder)


def _relock_python(project: Path, wanted: Path) -> str:
    uv = shutil.which("uv") or str(python_of(project).with_name("uv"))
    made = wanted.with_suffix(".txt")
    command = [uv, "pip", "compile", wanted.name, "--output-file", made.name, "--universal", "--generate-hashes"]
    command += ["--python-version", _OLDEST, "--no-emit-index-url", "--no-emit-find-links", "--no-header", "--quiet"]
    _run(command, project)
    if _ADDRESS.search(made.read_bytes()):
        raise SetUpFailedError(f"{made.name} now names an address of this machine or network; it must not.")
    return made.name


def _relock_npm(project: Path, folder: Path) -> str:
    command = [*npm(), "install", "--package-lock-only", "--omit-lockfile-registry-resolved", "--ignore-scripts"]
    _run([*command, "--no-audit", "--no-fund", "--loglevel=error"], folder)
    made = folder / "package-lock.json"
    name = made.relative_to(project).as_posix()
    if b'"resolved"' in made.read_bytes():
        raise SetUpFailedError(f"{name} now names where its packages came from; it must not.")
    return name


def _run(command: list[str], folder: Path) -> None:
    done = subprocess.run(  # noqa: S603 (the commands are those above)
        command,
        cwd=folder,
        env={**os.environ, "UV_PYTHON_DOWNLOADS": "never"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SetUpFailedError(f"A list could not be made. {Path(command[0]).name} said: {done.stderr.strip()}")
