"""Whatever operation fails, the site on disk is the old one or the new one, whole, and it is told in a sentence."""

import json
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from storyguide.engines.digests import digests_of
from storyguide.front import parts
from storyguide.front.arguments import read_arguments
from storyguide.front.commands import COMMANDS

from tests.conftest import PROJECT
from tests.faults.failing import Failing, Operation, first_and_last, in_a_child
from tests.faults.small import AFTER, BEFORE, write_guide
from tests.site_pages import files_in

WORDS = (BEFORE, AFTER)


class Tried(NamedTuple):
    """What came of a build in which something failed."""

    status: int
    said: str
    failed: bool
    met: list[Operation]


class Rig:
    """A guide and its site, and what the site is to be for either words."""

    def __init__(self, folder: Path, *, rich: bool) -> None:
        self.root, self.site, self._said, self._met = (folder / name for name in ("guide", "site", "said", "met"))
        self.folder, self.rich = folder, rich
        write_guide(self.root, rich=rich)
        self.whole: dict[str, Mapping[str, str]] = {}
        for words in (AFTER, BEFORE):
            self.write(words)
            assert self.build().status == 0, self._said.read_text("utf-8")
            self.whole[words] = digests_of(self.site)
        assert self.whole[BEFORE] != self.whole[AFTER]

    def write(self, words: str) -> None:
        write_guide(self.root, words, rich=self.rich)

    def stands(self) -> str:
        """By which words the site stands, whole; "" when it is neither the one nor the other."""
        now = digests_of(self.site)
        return next((words for words in WORDS if now == self.whole[words]), "")

    def build(self, **failing: int) -> Tried:
        """Build in a child, with an operation failing in it."""

        def work() -> int:
            fault = Failing(self.folder, **failing) if failing else None
            asked = read_arguments(PROJECT, ["site", "--no-open", "--root", str(self.root), "--site", str(self.site)])
            status = COMMANDS["site"](PROJECT, asked)
            if fault:
                fault.stop()
                self._met.write_text(json.dumps([fault.failed, fault.met]), encoding="utf-8")
            return status

        self._met.unlink(missing_ok=True)
        status = in_a_child(work, self._said)
        failed, met = json.loads(self._met.read_text(encoding="utf-8")) if self._met.exists() else (False, [])
        return Tried(status, self._said.read_text(encoding="utf-8"), failed, [(what, where) for what, where in met])


@pytest.fixture
def rig(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch):
    """One whose files, and whose temporary files, all lie in one folder, in memory where there is such a place."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None))
    (folder / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder / "tmp"))
    monkeypatch.setattr(parts, "ensure_parts", lambda **_: None)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    yield Rig(folder, rich=request.param)
    shutil.rmtree(folder)


def survived(rig: Rig, **failing: int) -> Tried:
    """Build what does not stand yet with something failing, and look at what then does."""
    before = rig.stands()
    wanted = AFTER if before == BEFORE else BEFORE
    rig.write(wanted)

    tried = rig.build(**failing)

    where = f"{failing}: {tried.met[failing['at']] if failing['at'] < len(tried.met) else ''}\n{tried.said}"
    stands = rig.stands()
    assert stands, where
    assert "Traceback" not in tried.said, where
    assert tried.status in (0, 1), where
    if tried.status == 1:
        assert stands == before, where
        assert len(tried.said.strip().splitlines()) == 1, where
    else:
        assert stands == wanted, where
    assert tried.failed or tried.status == 0, where
    return tried


@pytest.mark.parametrize("rig", [False], indirect=True)
def test_each_operation_of_a_build_may_fail(rig: Rig):
    number, tried = 0, survived(rig, at=0)
    while tried.failed:
        number += 1
        tried = survived(rig, at=number)

    assert number > 300
    assert [path.name for path in rig.folder.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("rig", [True], indirect=True)
def test_each_kind_of_operation_may_fail_where_everything_is_made(rig: Rig):
    rig.write(AFTER)
    every = rig.build(at=-2).met
    assert {"subprocess.Popen", "write", "os.link", "shutil.copytree"} <= {what for what, _ in every}

    for number in first_and_last(every):
        survived(rig, at=number)

    assert not survived(rig, at=len(every) * 2).failed


@pytest.mark.parametrize("rig", [True], indirect=True)
def test_a_disk_may_become_full_and_stay_so(rig: Rig):
    rig.write(AFTER)
    every = rig.build(at=-2).met

    for number in range(0, len(every), len(every) // 25):
        tried = survived(rig, at=number, ever_after=True)
        assert tried.status == 0 or "The disk is full" in tried.said, tried

    assert not survived(rig, at=len(every) * 2).failed
