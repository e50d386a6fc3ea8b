"""Anytown and Dudley: drawn and built once for the tests that only look, copied for those that change something."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from storyguide.engines.publish import publish
from storyguide.front.parts import find_parts

from tests.photos_for_anytown import draw_photos

PROJECT = Path(__file__).parents[1]
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def drawn_anytown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional edition with its photos, already developed; not to be changed."""
    root = tmp_path_factory.mktemp("drawn") / "anytown"
    shutil.copytree(PROJECT / "tests/guides/anytown", root)
    draw_photos(root)
    publish(root, root.parent / "site", today=TODAY)
    return root


@pytest.fixture
def anytown(drawn_anytown: Path, tmp_path: Path) -> Path:
    """A copy of the fictional edition to do with as a test likes."""
    root = tmp_path / "anytown"
    shutil.copytree(drawn_anytown, root)
    return root


@pytest.fixture(scope="session")
def anytown_site(drawn_anytown: Path) -> Path:
    """The fictional edition's site, without fonts; not to be changed."""
    return drawn_anytown.parent / "site"


@pytest.fixture(scope="session")
def anytown_with_fonts(drawn_anytown: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional edition's site as it is published, with fonts where they are prepared."""
    return _published(drawn_anytown, tmp_path_factory.mktemp("anytown"))


@pytest.fixture(scope="session")
def dudley_with_fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real edition's site as it is published."""
    root = tmp_path_factory.mktemp("dudley") / "guide"
    for folder in ("stories", "docs"):
        shutil.copytree(PROJECT / folder, root / folder)
    shutil.copy(PROJECT / "mkdocs.yml", root)
    return _published(root, root.parent)


def _published(root: Path, beside: Path) -> Path:
    published = publish(root, beside / "site", today=TODAY, parts=find_parts(PROJECT))
    assert published.built, published.told
    return beside / "site"
