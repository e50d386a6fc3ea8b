"""Anytown and Dudley: drawn and built once for the tests that only look, copied for those that change something."""

import shutil
import signal
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from storyguide.engines.parts import find_parts
from storyguide.engines.publish import Published, publish
from storyguide.tending.outputs import RECORD

from tests.golden import accept, pytest_addoption  # noqa: F401 - for every test
from tests.hostile.guide import hostile  # noqa: F401 - for all that look at it
from tests.photos_for_anytown import draw_photos
from tests.previewed import a_preview  # noqa: F401 - for tests that look at one

PROJECT = Path(__file__).parents[1]
TODAY = date(2026, 11, 22)

# No test is about how long something takes on a machine that may be busy: speed is measured by the benchmark.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell that starts the tests in the background has them, and every child of theirs, deaf to Ctrl+C.
    signal.signal(signal.SIGINT, signal.default_int_handler)


_OF_SITES = {"drawn_anytown", "anytown", "anytown_site", "dudley_site", "hostile", "a_preview"}
"""Fixtures that build a whole site, which takes longer than most tests."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow each test that looks at a built site; `build.py test quick` leaves those out."""
    for item in items:
        # A site may be asked for by its name alone, as a parameter.
        named = getattr(item, "callspec", None) and item.callspec.params.values()
        if not _OF_SITES.isdisjoint([*getattr(item, "fixturenames", ()), *map(str, named or ())]):
            item.add_marker(pytest.mark.slow)


def built(root: Path, site: Path, **settings: Any) -> Published:
    """The guide at root published into site on a settled day, with the fonts where they are prepared."""
    return publish(root, site, **({"today": TODAY, "parts": find_parts()} | settings))


@pytest.fixture(scope="session")
def drawn_anytown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional edition with its photos, built once into `site` beside it; not to be changed."""
    root = tmp_path_factory.mktemp("drawn") / "anytown"
    shutil.copytree(PROJECT / "tests/guides/anytown", root)
    draw_photos(root)
    published = built(root, root.parent / "site")
    assert published.built, published.told
    return root


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
def dudley_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real edition's site; not to be changed."""
    root = tmp_path_factory.mktemp("dudley") / "guide"
    for folder in ("stories", "docs"):
        shutil.copytree(PROJECT / folder, root / folder)
    shutil.copy(PROJECT / "mkdocs.yml", root)
    published = built(root, root.parent / "site")
    assert published.built, published.told
    return root.parent / "site"
