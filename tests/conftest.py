"""Anytown and Dudley: drawn and built once for the tests that only look, copied for those that change something."""

import shutil
import signal
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from storyguide.engines.parts import find_parts
from storyguide.engines.publish import Published, publish
from storyguide.tending.outputs import RECORD

from tests.hostile.guide import hostile  # noqa: F401 - for all that look at it
from tests.photos_for_anytown import draw_photos
from tests.previewed import a_preview  # noqa: F401 - for tests that look at one
from tests.shared_out import made_once, pytest_addoption, pytest_runtestloop  # noqa: F401 - pytest calls them

pytest_plugins = ["tests.golden"]

PROJECT = Path(__file__).parents[1]
TODAY = date(2026, 11, 22)

# No test is about how long something takes on a machine that may be busy: speed is measured by the benchmark.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell that starts the tests in the background has them, and every child of theirs, deaf to Ctrl+C.
    signal.signal(signal.SIGINT, signal.default_int_handler)


_OF_SITES = {"drawn_anytown", "anytown", "anytown_site", "dudley_site", "many_site", "hostile", "a_preview"}
"""Fixtures that build a whole site, which takes longer than most tests."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow each test that looks at a built site; `build.py test quick` leaves those out."""
    for item in items:
        parameters = item.callspec.params.values() if hasattr(item, "callspec") else ()
        asked_by_name = (one for one in parameters if isinstance(one, str))  # for request.getfixturevalue
        if not _OF_SITES.isdisjoint([*getattr(item, "fixturenames", ()), *asked_by_name]):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="module")
def settled_day() -> Iterator[date]:
    """The day on which commands that ask what day it is are carried out: TODAY, whenever the tests run.

    A module that writes days into stories and types commands uses it: `pytest.mark.usefixtures("settled_day")`.
    It is not set for all, since it would keep a clock that finds its way into what is made from being noticed.
    """
    with pytest.MonkeyPatch.context() as patch:
        noon = datetime.combine(TODAY, time(12), UTC)
        patch.setenv("SOURCE_DATE_EPOCH", f"{noon.timestamp():.0f}")
        yield TODAY


def built(root: Path, site: Path, **settings: Any) -> Published:
    """The guide at root published into site on a settled day, with the fonts where they are prepared."""
    return publish(root, site, **({"today": TODAY, "parts": find_parts()} | settings))


@pytest.fixture(scope="session")
def drawn_anytown(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional edition with its photos, built once into `site` beside it; not to be changed."""

    def make(folder: Path) -> None:
        root = folder / "anytown"
        shutil.copytree(PROJECT / "tests/guides/anytown", root)
        draw_photos(root)
        published = built(root, folder / "site")
        assert published.built, published.told

    return made_once(pytestconfig, tmp_path_factory, "drawn", make) / "anytown"


@pytest.fixture(scope="session")
def anytown_site(drawn_anytown: Path) -> Path:
    """The fictional edition's site; not to be changed."""
    return drawn_anytown.parent / "site"


@pytest.fixture
def anytown(drawn_anytown: Path, tmp_path: Path) -> Path:
    """A copy of the fictional edition to do with as a test likes; its photos are developed already."""
    root = tmp_path / "anytown"
    # Which folders other tests have had written to is on record in the edition they share.
    shutil.copytree(drawn_anytown, root, ignore=shutil.ignore_patterns(RECORD))
    return root


@pytest.fixture(scope="session")
def dudley_site(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real edition's site; not to be changed."""

    def make(folder: Path) -> None:
        root = folder / "guide"
        for name in ("stories", "docs"):
            shutil.copytree(PROJECT / name, root / name)
        shutil.copy(PROJECT / "mkdocs.yml", root)
        published = built(root, folder / "site")
        assert published.built, published.told

    return made_once(pytestconfig, tmp_path_factory, "dudley", make) / "site"
