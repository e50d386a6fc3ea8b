"""A small guide with its site, built in child processes in which something goes wrong."""

import json
import os
import signal
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from storyguide.engines.mkdocs.engine import MkDocs
from storyguide.front.arguments import read_arguments
from storyguide.front.commands import COMMANDS
from storyguide.site.digests import digests_of
from storyguide.site.publish import publish

from tests.conftest import PROJECT
from tests.faults.failing import Failing, Operation, begin, ended
from tests.faults.small import AFTER, BEFORE, write_guide


class Tried(NamedTuple):
    """What came of a build in which something failed."""

    status: int
    said: str
    failed: bool
    met: list[Operation]


def note_met(file: Path, fault: Failing) -> None:
    """Leave for the parent what a child met."""
    file.write_text(json.dumps([fault.failed, fault.met]), encoding="utf-8")


def met_by(file: Path) -> tuple[bool, list[Operation]]:
    """Return whether anything failed in a child, and every operation it began; none where it left no word of it."""
    failed, met = json.loads(file.read_text(encoding="utf-8")) if file.exists() else (False, [])
    return failed, [(what, where) for what, where in met]


class Rig:
    """A guide and its site, and what the site is to be for either words."""

    def __init__(self, folder: Path, *, rich: bool, summed: bool) -> None:
        self.root, self.site, self._said, self._met = (folder / name for name in ("guide", "site", "said", "met"))
        self.folder, self.rich, self.summed = folder, rich, summed
        write_guide(self.root, rich=rich, summed=summed)
        self.whole: dict[str, Mapping[str, str]] = {}
        for words in (AFTER, BEFORE):
            self.write(words)
            publish(self.root, self.site, engine=MkDocs())  # here, so that no child need load what all of them need
            self.whole[words] = digests_of(self.site)
        assert self.whole[BEFORE] != self.whole[AFTER]

    def write(self, words: str) -> None:
        write_guide(self.root, words, rich=self.rich, summed=self.summed)

    def stands(self) -> str:
        """By which words the site stands, whole; "" when it is neither the one nor the other."""
        now = digests_of(self.site)
        return next((words for words in (BEFORE, AFTER) if now == self.whole[words]), "")

    def build(self, **failing: int) -> Tried:
        """Build in a child, with an operation failing in it."""
        return self.end(self.begin(**failing))

    def begin(self, **failing: int) -> int:
        """Begin a build in a child; gives its number."""

        def work() -> int:
            fault = Failing(self.folder, **failing) if failing else None
            asked = read_arguments(PROJECT, ["site", "--no-open", "--root", str(self.root), "--site", str(self.site)])
            status = COMMANDS["site"](PROJECT, asked)
            if fault:
                fault.stop()
                note_met(self._met, fault)
            return status

        self._met.unlink(missing_ok=True)
        return begin(work, self._said)

    def end(self, child: int) -> Tried:
        """Wait for a child to end; gives what came of it."""
        status = ended(child)
        failed, met = met_by(self._met)
        return Tried(status, self._said.read_text(encoding="utf-8"), failed, met)

    def stop(self, after: float, sign: signal.Signals) -> Tried:
        """Begin a build, and send it a signal after so many seconds."""
        child = self.begin()
        time.sleep(after)
        os.kill(child, sign)
        return self.end(child)
