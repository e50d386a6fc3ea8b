"""Anytown with a morning's work done to it since its last commit, and the preview that was made of it."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from storyguide.cli.arguments import read_arguments
from storyguide.cli.dispatch import run_command

from tests.github_machine import git
from tests.shared_out import made_once

PROJECT = Path(__file__).parents[1]
STATUS = "status"
"""A file beside the edition: with what the command ended."""
COMMIT = ("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "Work")

DRAFT = """\
---
title: "Kites out of bread bags"
summary: "Twelve kites, no string, one very patient dog."
storyteller: Persephone Doily
place: Millbank
themes: [Company]
told_on: 2026-11-20
licence: CC BY-SA 4.0
status: draft
---
The kites were made of bread bags, and the bags were made of patience.
"""
FAULTY = """\
---
title: "\\"Tea\\" & 'biscuits' ${{ 7 * 7 }} {{ 7 * 7 }} 100% %0A"
summary: "Neither is free of charge, and both are free of charge."
kind: fact-file
place: Millbnak
themes: [Company]
told_on: 2026-11-20
licence: CC BY-SA 4.0
sources:
  - {title: "The tea urn", address: "https://example.org/urn", accessed: 2026-11-01}
---
Tea is served in the shelter.
"""


@dataclass(frozen=True)
class Previewed:
    """An edition in a git repository, and what was made of it."""

    root: Path
    out: Path
    status: int = 0

    @property
    def first(self) -> str:
        return (self.out / "index.html").read_text(encoding="utf-8")

    def page(self, slug: str) -> str:
        return (self.out / f"guide/stories/{slug}/index.html").read_text(encoding="utf-8")


def committed(root: Path) -> Path:
    """The edition, with all of it in a repository's first commit."""
    (root / ".gitignore").write_text(".cache/\npreview/\n", encoding="utf-8")
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", "--all")
    git(root, *COMMIT)
    return root


def change(root: Path, slug: str, written: str, instead: str) -> None:
    file = root / "stories" / slug / "story.md"
    text = file.read_text(encoding="utf-8")
    assert written in text
    file.write_text(text.replace(written, instead, 1), encoding="utf-8")


def add(root: Path, slug: str, text: str) -> None:
    (root / "stories" / slug).mkdir()
    (root / "stories" / slug / "story.md").write_text(text, encoding="utf-8")


def work(root: Path) -> None:
    """Some of everything that can happen to stories; half of it committed."""
    stories = root / "stories"
    change(root, "repair-cafe", "There was a raisin in it.", "There was a sultana in it.")
    change(root, "repair-cafe", "place: Millbank", "place: Ferry Steps")
    git(root, "mv", "stories/night-choir", "stories/choir-at-night")
    change(root, "choir-at-night", "licence:", "also_at: [night-choir]\nlicence:")
    git(root, "add", "--all")
    git(root, *COMMIT)
    shutil.copy(next((stories / "repair-cafe").glob("*.jpg")), next((stories / "soup-on-the-steps").glob("*.jp*g")))
    (stories / "bus-shelter-library").rename(stories / "shelter-books")
    shutil.rmtree(stories / "marrow-race")
    change(root, "lantern-walk", "licence:", "status: withdrawn\nlicence:")
    add(root, "bread-bag-kites", DRAFT)
    add(root, "tea-and-biscuits", FAULTY)
    add(root, "no-facts-yet", "Once upon a time nobody had written down who, where or when.\n")
    add(root, "$(touch pwned)\n<b>&", DRAFT.replace("Kites out", "Bags out"))
    (stories / "glossary.yml").write_text((stories / "glossary.yml").read_text("utf-8") + "\n# Looked at.\n", "utf-8")


def previewed(root: Path, *asked: str) -> Previewed:
    """Type the command."""
    words = ["preview", "--root", str(root), "--out", str(root.parent / "seen"), *asked]
    status = run_command(PROJECT, read_arguments(PROJECT, words))
    return Previewed(root, root.parent / "seen", status)


@pytest.fixture(scope="session")
def a_preview(drawn_anytown: Path, pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Previewed:
    """A preview of a morning's work; not to be changed."""

    def make(folder: Path) -> None:
        root = folder / "anytown"
        shutil.copytree(drawn_anytown, root)
        committed(root)
        work(root)
        (folder / STATUS).write_text(str(previewed(root, "--since", "HEAD~1").status), encoding="utf-8")

    made = made_once(pytestconfig, tmp_path_factory, "previewed", make)
    return Previewed(made / "anytown", made / "seen", int((made / STATUS).read_text(encoding="utf-8")))
