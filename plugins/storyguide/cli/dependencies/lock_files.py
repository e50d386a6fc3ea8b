"""Make the locks: exact versions for every system, with a hash for every file, from pyproject.toml and package.json."""

import os
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from storyguide.cli.dependencies.npm import npm
from storyguide.cli.environment import GUIDE, LOCKS, SetUpFailedError, python_of

_OLDEST = "3.11"
"""The oldest Python that must be able to install them."""
_ADDRESS = re.compile(rb"\w+://|^--", re.M)
_FROM_NPM = ("", "bench/peers")
"""The folders that say what comes from npm: for the guide, and for what its speed is measured against."""


def relock(project: Path) -> Iterator[str]:
    """Write every lock anew, and yield the path of each below the project.

    A dependency group of pyproject.toml makes the lock of its name, fitted to those of the groups before it: all of
    them may be installed into one .venv. Raises SetUpFailedError.
    """
    made: list[str] = []
    for group in tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]:
        made.append(_relock_python(project, group, made))
        yield made[-1]
    for folder in _FROM_NPM:
        yield _relock_npm(project, project / folder)


def _relock_python(project: Path, group: str, before: Sequence[str]) -> str:
    uv = shutil.which("uv") or str(python_of(project).with_name("uv"))
    name = f"{LOCKS}/{group}.txt"
    command = [uv, "pip", "compile", "--output-file", name, "--group", group, "--universal", "--generate-hashes"]
    command += ["--python-version", _OLDEST, "--no-emit-index-url", "--no-emit-find-links", "--no-header", "--quiet"]
    command += [part for lock in before for part in ("--constraint", lock)]
    if name == GUIDE:
        command.append("pyproject.toml")  # beside the group, what the package itself depends on
    (project / LOCKS).mkdir(exist_ok=True)
    _run(command, project)
    if _ADDRESS.search((project / name).read_bytes()):
        raise SetUpFailedError(f"{name} now names an address of this machine or network; it must not.")
    return name


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
