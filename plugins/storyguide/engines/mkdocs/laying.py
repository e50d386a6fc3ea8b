"""Pages framed and written beside the engine, by as many processes as help, where no other plugin has a say in them."""

import os
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_relative_url

from storyguide.engines.mkdocs.frames import Frames
from storyguide.engines.mkdocs.pages import canonical_url, meta_of
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.pages.stories import StoryPages
from storyguide.model.story import Story
from storyguide.side_by_side import Ahead, ahead

_OF_PAGES = (
    *("env", "pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page"),
    "post_template",
)
"""The engine's events by which a plugin can change a page."""


class Laid(NamedTuple):
    """One file that stands in the site."""

    path: str
    """From the site's root."""
    digest: str
    """Its SHA-256, in hexadecimal digits."""


def nobody_else_listens(config: MkDocsConfig, ours: object) -> bool:
    """Whether no other plugin, and no hook, would see a page if the engine carried it."""
    listeners = (listener for event in _OF_PAGES for listener in config.plugins.events[event])
    return all(getattr(listener, "__self__", None) is ours for listener in listeners)


def framed(made: OutputPage, frames: Frames, config: MkDocsConfig) -> bytes:
    """The whole page, in the bytes in which the engine would publish it."""
    url = made.url
    page = SimpleNamespace(
        url=url, title=made.title, canonical_url=canonical_url(url, config), content=made.html, meta=meta_of(made)
    )
    context = {"page": page, "config": config, "base_url": get_relative_url(".", url)}
    return frames.filled(context).encode("utf-8", errors="xmlcharrefreplace")


def lay_stories(
    stories: Sequence[Story], pages: StoryPages, frames: Frames, config: MkDocsConfig
) -> Ahead[Story, Laid]:
    """Begin to make the stories' pages and covers, and to write them into the site; photos are left to others."""
    site = config.site_dir

    def work(some: Sequence[Story]) -> list[Laid]:
        return [laid for story in some for laid in _laid(pages.of(story), frames, config, site)]

    return ahead(work, stories)


def _laid(made: Iterable[OutputPage | OutputFile], frames: Frames, config: MkDocsConfig, site: str) -> Iterator[Laid]:
    for one in made:
        if isinstance(one, OutputPage):
            yield written(f"{one.url}index.html", framed(one, frames, config), site)
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
