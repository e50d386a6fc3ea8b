"""Story files as contributors write them; a test changes only the lines it is about."""

from pathlib import Path

from storyguide.model.problem import Problem
from storyguide.model.story import Story
from storyguide.reading.story import read_story

WORDS = "We meet on the first Saturday. Somebody always brings a toaster.\n"
TOLD = {
    "title": "The repair café",
    "summary": "Neighbours mend what others would throw away.",
    "storyteller": "Mo",
    "place": "Millbank",
    "themes": "[Making, Growing]",
    "told_on": "2026-03-14",
    "consent": "\n  given: 2026-03-01",
    "approved_on": "2026-03-12",
    "licence": "CC BY-SA 4.0",
}
FACT_FILE = {name: TOLD[name] for name in ("title", "summary", "place", "themes", "told_on", "licence")} | {
    "kind": "fact-file",
    "sources": "\n  - title: A page\n    address: https://example.org/\n    accessed: 2026-03-14",
}
PHOTO = {"file": "bench.jpg", "alt": "A workbench.", "credit": "Mo", "licence": "CC BY 4.0"}


def a_file(facts: dict[str, str] | None = None, words: str = WORDS, **changes: str | None) -> str:
    """A sound story's file; a change to None leaves the fact out."""
    given = (TOLD if facts is None else facts) | changes
    lines = [f"{name}: {value}\n" for name, value in given.items() if value is not None]
    return f"---\n{''.join(lines)}---\n{words}"


def photos(**changes: str | None) -> str:
    """The value of "photos" with one sound photo in it, changed; a change to None leaves the fact out."""
    given = [f"{name}: {value}" for name, value in (PHOTO | changes).items() if value is not None]
    return "\n  - " + "\n    ".join(given)


def read(text: str | bytes) -> tuple[Story | None, tuple[Problem, ...]]:
    """What reading makes of a file of this content."""
    data = text.encode() if isinstance(text, str) else text
    return read_story(data, path="stories/repair-cafe/story.md", slug="repair-cafe")


def problems(text: str | bytes) -> tuple[Problem, ...]:
    """What is told of a file of this content."""
    return read(text)[1]


def lay(root: Path, slug: str = "repair-cafe", text: str | None = None) -> Path:
    """A story's folder on disk, with its file."""
    folder = root / "stories" / slug
    folder.mkdir(parents=True)
    (folder / "story.md").write_text(a_file() if text is None else text, encoding="utf-8")
    return folder
