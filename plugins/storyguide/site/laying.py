"""Files written straight into a new site, and the stories' pages framed and written by as many processes as help."""

import os
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.pages.stories import StoryPages
from storyguide.model.story import Story
from storyguide.side_by_side import Ahead, ahead
from storyguide.site.engine import Frame


class Laid(NamedTuple):
    """One file that stands in the site."""

    path: str
    """From the site's root."""
    digest: str
    """Its SHA-256, in hexadecimal digits."""


def lay_stories(stories: Sequence[Story], pages: StoryPages, frame: Frame, site: str) -> Ahead[Story, Laid]:
    """Begin to make the stories' pages and covers, and to write them into the folder site; photos are left to others.

    The result is a list of what was written, once it is asked for.
    """

    def work(some: Sequence[Story]) -> list[Laid]:
        return [laid for story in some for laid in _laid(pages.of(story), frame, site)]

    return ahead(work, stories)


def _laid(made: Iterable[OutputPage | OutputFile], frame: Frame, site: str) -> Iterator[Laid]:
    for one in made:
        if isinstance(one, OutputPage):
            yield written(f"{one.url}index.html", frame(one), site)
        elif not isinstance(one.content, Path):
            data = one.content.encode() if isinstance(one.content, str) else one.content
            yield written(one.path, data, site)


def written(path: str, data: bytes, site: str) -> Laid:
    """Write a file of the site; a folder is made when it is found to be missing, since there are thousands."""
    place = f"{site}/{path}"
    try:
        file = open(place, "wb", buffering=0)  # noqa: PTH123, SIM115
    except FileNotFoundError:
        os.makedirs(place.rpartition("/")[0], exist_ok=True)  # noqa: PTH103
        file = open(place, "wb", buffering=0)  # noqa: PTH123, SIM115
    with file:
        left = memoryview(data)
        while left:
            left = left[file.write(left) :]
    return Laid(path, sha256(data).hexdigest())
