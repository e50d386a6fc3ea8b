"""The whole way of a tin, from a folder in docs/ to the pages that lead to it."""

import shutil
from pathlib import Path

from storyguide.engines.folder import PlainFolder
from storyguide.site.assembly import assemble
from storyguide.site.building import build_site
from storyguide.site.engine import Settings
from storyguide.site.ledger import LEDGER

from tests.conftest import TODAY, built
from tests.site_pages import files_in, pages_in

STORY = "stories/marrow-race/story.md"
STEP = "docs/on-the-tin/counting-toasters/2-rub-it-out.md"


def change(root: Path, path: str, written: str, instead: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert written in text
    (root / path).write_text(text.replace(written, instead, 1), encoding="utf-8")


def test_a_tins_files_are_published_as_its_pages_and_not_as_pages_by_hand(anytown_site: Path):
    there = [path for path in files_in(anytown_site) if path.startswith("on-the-tin/counting-toasters/")]

    assert sorted(path for path in there if path.endswith(".html")) == [
        "on-the-tin/counting-toasters/chalk-it-up/index.html",
        "on-the-tin/counting-toasters/index.html",
        "on-the-tin/counting-toasters/rub-it-out/index.html",
        "on-the-tin/counting-toasters/whole/index.html",
    ]
    assert [path for path in there if path.endswith(".md")] == []


def test_one_line_in_a_story_makes_it_appear_on_the_tins_page(anytown: Path, tmp_path: Path):
    change(anytown, STORY, "licence:", "tins:\n  counting-toasters: We weighed them twice.\nlicence:")

    published = built(anytown, tmp_path / "site")

    pages = pages_in(tmp_path / "site")
    assert "unknown-tin" not in [problem.code for problem in published.problems]
    assert "We weighed them twice." in pages["on-the-tin/counting-toasters/index.html"].text
    assert "Try it where you live" in pages["stories/marrow-race/index.html"].text


def test_a_tin_with_a_problem_is_held_back_and_the_others_stand(anytown: Path, tmp_path: Path):
    change(anytown, STEP, "A number", "> **Voice:** Nobody counts.\n\nA number")

    published = built(anytown, tmp_path / "site")

    pages = pages_in(tmp_path / "site")
    assert "uncredited-voice" in [problem.code for problem in published.problems]
    assert not [path for path in pages if "counting-toasters" in path]
    assert "on-the-tin/the-ninth-chair/look-round/index.html" in pages
    assert "counting-toasters" not in str(pages["on-the-tin/the-ninth-chair/look-round/index.html"].addresses)


def test_a_framework_of_any_shape_needs_only_its_file(anytown: Path, tmp_path: Path):
    sevens = "".join(f"  - name: Way {n}\n    summary: way {n}\n    statements: [We try {n}.]\n" for n in range(7))
    file = anytown / "stories/frameworks/9-sevens.yml"
    file.write_text(f"name: Sevens\nframing: We are\nsource: Made up\ndimensions:\n{sevens}", encoding="utf-8")
    change(anytown, STEP, "anytown-ways", "sevens")

    published = built(anytown, tmp_path / "site")

    text = pages_in(tmp_path / "site")["on-the-tin/counting-toasters/rub-it-out/index.html"].text
    assert not any(problem.blocks for problem in published.problems)
    assert [f"We try {n}." in text for n in range(7)] == [True] * 7


def test_an_edition_without_tins_has_an_empty_shelf(anytown: Path, tmp_path: Path):
    shutil.rmtree(anytown / "docs/on-the-tin")
    (anytown / LEDGER).unlink()  # it never had any
    change(anytown, "stories/repair-cafe/story.md", "tins:\n  the-ninth-chair:", "links:\n  - title:")
    change(anytown, "stories/repair-cafe/story.md", "links:\n  - title: How", "  - title: How")

    built(anytown, tmp_path / "site")

    pages = pages_in(tmp_path / "site")
    assert [path for path in pages if path.startswith("on-the-tin/")] == ["on-the-tin/index.html"]
    assert "Open the tin" not in pages["index.html"].text


def test_a_plain_folder_has_a_tins_pages_and_not_its_files(anytown: Path, tmp_path: Path):
    settings = Settings(search=False, share_cards=False)

    build_site(assemble(anytown, today=TODAY), tmp_path / "folder", engine=PlainFolder(settings), assets=None)

    shelf = tmp_path / "folder/docs/on-the-tin"
    assert (tmp_path / "folder/docs/help").is_dir()
    assert "made: true" in (shelf / "the-ninth-chair.md").read_text(encoding="utf-8")
    assert not (shelf / "the-ninth-chair/index.md").exists()
