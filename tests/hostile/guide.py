"""One guide with every hostile case in it, a story each, and what else is sent, beside Anytown's own; built once."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from storyguide.engines.mkdocs.engine import MkDocs
from storyguide.model.problem import Problem
from storyguide.site.parts import find_parts
from storyguide.site.publish import Published, publish

from tests import pictures
from tests.hostile.beside import lay_beside
from tests.hostile.cases import Case, all_cases

ADDRESS = "https://anytown.example/"
TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Hostile:
    """The guide, and what came of it."""

    root: Path
    site: Path
    published: Published
    told: Mapping[str, tuple[Problem, ...]]
    """The problems of each story's folder."""

    def problems_of(self, case: Case) -> tuple[Problem, ...]:
        """What is told of a case."""
        return self.told.get(case.slug, ())

    def page_of(self, case: Case) -> Path:
        """Where its page would stand."""
        return self.site / "stories" / case.slug / "index.html"


@pytest.fixture(scope="session")
def hostile(drawn_anytown: Path, tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    """Anytown with every hostile case among its stories, and its site; not to be changed."""
    root = tmp_path_factory.mktemp("hostile") / "guide"
    shutil.copytree(drawn_anytown, root)
    photo = pictures.phone_jpeg()
    for case in all_cases():
        folder = root / "stories" / case.slug
        folder.mkdir()
        (folder / "story.md").write_bytes(case.file())
        if case.shows:
            (folder / "bench.jpg").write_bytes(photo)
    lay_beside(root)
    site = root.parent / "site"
    published = publish(root, site, engine=MkDocs(), today=TODAY, parts=find_parts())
    assert published.built, published.told
    told: dict[str, tuple[Problem, ...]] = {}
    for problem in published.problems:
        slug = problem.where.path.removeprefix("stories/").partition("/")[0]
        told[slug] = (*told.get(slug, ()), problem)
    return Hostile(root, site, published, told)
