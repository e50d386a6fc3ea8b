"""One place for everything that a build in these tests touches."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from storyguide.cli.dependencies import assets as parts

from tests.faults.rig import Rig

MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own in it; thousands of files come and go there at no cost


@pytest.fixture
def rig(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rig]:
    """One whose files, and whose temporary files, all lie in one folder, in memory where there is such a place.

    "small" and "rich": each build makes all of the site; "words": it is rich, and each brings only words up to date.
    """
    folder = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
    (folder / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder / "tmp"))
    monkeypatch.setattr(parts, "ensure_parts", lambda **_: None)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    yield Rig(folder, rich=request.param != "small", summed=request.param != "words")
    shutil.rmtree(folder)
