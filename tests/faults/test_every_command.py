"""Whatever fails under a command that writes: a sentence, and the guide is as it was or as was asked for, whole."""

import os
import pickle
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from storyguide.cli.arguments import read_arguments
from storyguide.cli.dependencies import assets as parts
from storyguide.cli.dispatch import run_command
from storyguide.making.downloads.printing import Press, Printed
from storyguide.site.ledger import keep_addresses

from tests.conftest import PROJECT
from tests.faults.failing import Failing, Operation, begin, chosen, ended
from tests.faults.rig import met_by, note_met
from tests.faults.small import write_guide

MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own in it
_SENT = """\
From: Barnaby Kettle <barnaby@example.org>
To: editors@example.org
Subject: Tea for the whole street
Date: Mon, 5 May 2025 10:00:00 +0000
Content-Type: text/plain; charset=utf-8

Every Friday a kettle goes from door to door, and whoever wants may join in.
"""
_POLISH = """\
---
title: Czajnik
summary: Czajnik dla całej ulicy.
storyteller: Barnaby Kettle
place: Button Row
themes: [Tea]
told_on: 2025-05-05
consent: {given: 2025-05-06}
approved_on: 2025-05-06
licence: CC BY-SA 4.0
language: pl
translation_of: the-kettle
---

Czajnik jest czerwony. Zob. [stronę](https://example.org/czajnik).
"""
_OTHER = """\
---
title: The cup
summary: A cup.
storyteller: Barnaby Kettle
place: Button Row
themes: [Tea]
told_on: 2025-05-05
consent: {given: 2025-05-06}
licence: CC BY-SA 4.0
---

It began with [the kettle](../the-kettle/story.md). “Curly”  spaces.
"""


def _guide(folder: Path) -> Path:
    """A guide with a story, its translation, another that leads to it, an answer of an address, and a ledger."""
    from storyguide.site.assembly import assemble

    root = write_guide(folder / "guide")
    for slug, text in (("czajnik", _POLISH), ("the-cup", _OTHER)):
        (root / "stories" / slug).mkdir()
        (root / "stories" / slug / "story.md").write_text(text, encoding="utf-8")
    answers = "https://example.org/czajnik 200 2026-11-01\nhttps://example.org/other 200 2026-11-01\n"
    (root / "stories/links.txt").write_text(answers, encoding="utf-8")
    (folder / "sent.eml").write_text(_SENT, encoding="utf-8")
    guide = assemble(root, today=date(2026, 11, 30)).guide
    assert guide
    keep_addresses(root, guide)
    return root


def _withdrawn(root: Path) -> None:
    assert run_command(PROJECT, _asked(root, ["withdraw", "the-kettle", "--yes"])) == 0


def _mendable(root: Path) -> None:
    for slug in ("the-cup", "the-kettle"):
        file = root / "stories" / slug / "story.md"
        file.write_text(file.read_text(encoding="utf-8").replace("title: ", "Title : "), encoding="utf-8")


def _nothing(root: Path) -> None:
    """It is ready as it is."""


class Tried(NamedTuple):
    """A command, what is asked of it, how the guide is prepared, and what it has to say when it did nothing."""

    arguments: Sequence[str]
    not_done: str
    prepare: Callable[[Path], None] = _nothing


COMMANDS_THAT_WRITE: Mapping[str, Tried] = {
    "withdraw": Tried(["withdraw", "the-kettle", "--yes"], "The story is NOT taken down"),
    "withdraw --undo": Tried(["withdraw", "the-kettle", "--undo"], "not put back: all is as it was", _withdrawn),
    "approve": Tried(["approve", "the-cup"], "The storyteller’s yes is NOT written down."),
    "rename": Tried(["rename", "the-kettle", "the-pot"], "The story was not moved: all is as it was."),
    "new": Tried(["new", "the-saucer"], "No story was begun."),
    "intake": Tried(["intake", "{sent}"], "Nothing was taken in"),
    "proof": Tried(["proof", "the-kettle"], "No proof was made."),
    "poster": Tried(["poster", "the-kettle"], "No poster was made."),
    "newsletter": Tried(["newsletter", "2025-05"], "No newsletter was made."),
    "check --fix": Tried(["check", "--fix"], "What is named above is mended, and nothing else.", _mendable),
    "folder": Tried(["folder", "{out}"], "The folder was not written; an earlier one stands whole."),
    "sbom": Tried(["sbom", "--out", "{sbom}"], "could not be written"),
}


def _asked(root: Path, arguments: Sequence[str]):
    beside = {"sent": root.parent / "sent.eml", "out": root.parent / "out", "sbom": root.parent / "parts.json"}
    words = [word.format_map({name: str(path) for name, path in beside.items()}) for word in arguments]
    return read_arguments(PROJECT, words if words[0] == "sbom" else [*words, "--root", str(root)])


def _standing(folder: Path) -> dict[str, bytes]:
    """Every file with its bytes, and every folder; but not the cache, which may hold anything but a traceback."""
    there = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not name.startswith(("guide/.cache", "tmp", "said", "met")):
            there[name] = path.read_bytes() if path.is_file() else b""
    return there


class Place:
    """A folder in memory with one guide, to be used again and again from how it was."""

    def __init__(self, folder: Path, tried: Tried) -> None:
        self.folder, self.root, self._tried = folder / "now", folder / "now/guide", tried
        self._first, self._said, self._met = folder / "first", folder / "said", folder / "met"
        self.folder.mkdir()
        tried.prepare(_guide(self.folder))
        self.folder.rename(self._first)
        self.renew()
        self.before = _standing(self.folder)

    def renew(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self._first, self.folder)

    def run(self, **failing: int) -> tuple[int, str, list[Operation], bool]:
        """Carry the command out in a child, with an operation failing in it. A full disk lets things be renamed."""

        def work() -> int:
            fault = Failing(self.folder, spared=("os.rename",), **failing)
            asked = _asked(self.root, self._tried.arguments)
            status = run_command(PROJECT, asked)
            fault.stop()
            note_met(self._met, fault)
            return status

        self.renew()
        self._met.unlink(missing_ok=True)
        status = ended(begin(work, self._said))
        failed, met = met_by(self._met)
        return status, self._said.read_text(encoding="utf-8"), met, failed


_PRINT = """
import pickle, sys
from pathlib import Path
from storyguide.making.downloads.printing import Press
pictures = Path(sys.argv[1]) if sys.argv[1] else None
sys.stdout.buffer.write(pickle.dumps(Press([]).pressed(sys.stdin.buffer.read().decode(), pictures)))
"""


def _pressed_apart(_: Press, typed: str, pictures: Path | None = None) -> Printed:
    """Print in a Python begun anew: the printer waits for threads that do not come along when a process is forked."""
    run = [sys.executable, "-c", _PRINT, str(pictures or "")]
    given = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(run, input=typed.encode(), stdout=subprocess.PIPE, env=given, check=True)
    printed = pickle.loads(done.stdout)  # noqa: S301 - our own
    assert isinstance(printed, Printed)
    return printed


@pytest.fixture
def place(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    folder = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
    monkeypatch.setattr(parts, "ensure_parts", lambda **_: None)
    monkeypatch.setattr(Press, "pressed", _pressed_apart)
    monkeypatch.setattr("sys.stdin", open(os.devnull, encoding="utf-8"))  # noqa: SIM115, PTH123 - nobody is there
    yield Place(folder, COMMANDS_THAT_WRITE[request.param])
    shutil.rmtree(folder)


def _is_whole(place: Place, tried: Tried, done: Mapping[str, bytes], **failing: int) -> bool:
    """Look at what stands after a run with something failing; whether the command said that it was not done."""
    status, said, met, _ = place.run(**failing)
    where = f"{failing}: {met[failing['at']] if failing['at'] < len(met) else ''}\n{said}"
    now = _standing(place.folder)
    assert "Traceback" not in said, where
    if "check" in tried.arguments:  # each file for itself
        assert all(data in (place.before.get(name), done.get(name)) for name, data in now.items()), where
        return tried.not_done in said
    assert set(now) in (set(place.before), set(done)), (where, sorted(set(now) ^ set(place.before)))
    if tried.not_done in said:
        assert status != 0, where
        assert tried.not_done in said.strip().splitlines()[-1], where
        assert now == place.before, where
        return True
    assert set(now) == set(done) or status != 0, where
    return False


@pytest.mark.parametrize(("name", "place"), [(name, name) for name in COMMANDS_THAT_WRITE], indirect=["place"])
def test_whatever_fails_a_command_does_all_or_nothing_and_says_so(name: str, place: Place):
    tried = COMMANDS_THAT_WRITE[name]
    status, said, met, _ = place.run(at=-2)
    assert status in (0, 1 if name == "check --fix" else 0), said
    done = _standing(place.folder)
    assert done != place.before

    stopped = [_is_whole(place, tried, done, at=number) for number in chosen(met, every=200)]
    full = [_is_whole(place, tried, done, at=number, ever_after=True) for number in chosen(met, every=400)[::4]]

    assert any(stopped)
    assert any(full)
