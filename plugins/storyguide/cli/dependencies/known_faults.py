"""Asks PyPI and npm what faults are known of the very versions that are locked, and says it in plain words."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from storyguide.cli.dependencies.npm import npm
from storyguide.cli.environment import LOCKS

Run = Callable[[Sequence[str], Path], str]
"""Given a command and where to run it; returns what it says."""

SOUND, FAULTS, NOT_KNOWN = 0, 1, 2
"""What the command ends with."""

_PIP_AUDIT = ("-m", "pip_audit", "--disable-pip", "--require-hashes", "--progress-spinner=off", "--format=json")


@dataclass(frozen=True)
class Fault:
    """One known fault of one part."""

    part: str
    lock: str
    what: str
    mended: str = ""
    """In which version; "" where that is not said."""


@dataclass(frozen=True)
class Unasked:
    """A part, or a whole list of them, of which nothing could be learnt: that is not the same as nothing known."""

    what: str
    why: str = ""


def audit(project: Path, *, run: Run | None = None) -> tuple[int, list[str]]:
    """The exit status, and what to tell. run: how to start another program, if not for real."""
    run = run or _run
    found = [one for lock in sorted((project / LOCKS).glob("*.txt")) for one in _of_python(lock, run)]
    found += _of_npm(project, run)
    faults = [one for one in found if isinstance(one, Fault)]
    unasked = [one for one in found if isinstance(one, Unasked)]
    told = [
        f"{one.part} ({one.lock}): {one.what}. "
        + (f"It is mended in {one.mended}." if one.mended else "Nobody says yet in which version it is mended.")
        for one in faults
    ]
    told += [f"Not known: {one.what}. {one.why}".strip() for one in unasked]
    if faults:
        number = "1 fault is" if len(faults) == 1 else f"{len(faults)} faults are"
        told.append(f"{number} known. Raise the version in pyproject.toml or package.json, then: python3 build.py lock")
        return FAULTS, told
    if unasked:
        return NOT_KNOWN, [*told, "So this says nothing about whether the parts are sound. Try again later."]
    return SOUND, ["No fault is known of any part that is locked."]


def _of_python(lock: Path, run: Run) -> Iterator[Fault | Unasked]:
    answer = _as_data(run([sys.executable, *_PIP_AUDIT, "--requirement", lock.name], lock.parent))
    if not isinstance(answer.get("dependencies"), list):
        yield Unasked(f"all of {LOCKS}/{lock.name}", "PyPI gave no answer.")
        return
    for part in answer["dependencies"]:
        if "skip_reason" in part:
            yield Unasked(f"{part['name']} in {LOCKS}/{lock.name}", f"{part['skip_reason']}.")
        for fault in part.get("vulns", []):
            yield Fault(
                f"{part['name']} {part['version']}",
                f"{LOCKS}/{lock.name}",
                fault["id"],
                ", ".join(fault["fix_versions"]),
            )


def _of_npm(project: Path, run: Run) -> Iterator[Fault | Unasked]:
    lock = "package-lock.json"
    command = npm()
    answer = _as_data(run([*command, "audit", "--package-lock-only", "--json"], project)) if command else {}
    if not isinstance(answer.get("vulnerabilities"), dict):
        yield Unasked(f"all of {lock}", "npm gave no answer." if command else "There is no npm here.")
        return
    for name, said in sorted(answer["vulnerabilities"].items()):
        # What is only named leads to another part of the list, which has the fault itself.
        for fault in (one for one in said["via"] if isinstance(one, dict)):
            mended = said.get("fixAvailable")
            yield Fault(
                f"{name} {said['range']}",
                lock,
                f"{fault['title']} ({fault['url']})",
                f"{mended['name']} {mended['version']}" if isinstance(mended, dict) else "",
            )


def _as_data(said: str) -> dict[str, Any]:
    try:
        data = json.loads(said)
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}


def _run(command: Sequence[str], folder: Path) -> str:
    done = subprocess.run(  # noqa: S603 (the commands are those above)
        list(command), cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    return done.stdout
