"""Develops the photos of a made-up guide, as a process of its own: ROOT CACHE, and where to say how many it made."""

import sys
from pathlib import Path

from storyguide.model.photo import Photo
from storyguide.reading.photos import develop

from tests.builders import a_story


def main(root: Path, cache: Path, said: Path) -> None:
    """Develop each photo of each story in root."""
    made = []
    stories = [
        a_story(slug=folder.name, photos=tuple(Photo(file=file.name) for file in sorted(folder.glob("*.jpg"))))
        for folder in sorted((root / "stories").iterdir())
    ]
    _, problems = develop(stories, root, cache, progress=lambda done, _: made.append(done))
    if problems:
        sys.exit(problems[0].message)
    said.write_text(f"{len(made)}", encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
