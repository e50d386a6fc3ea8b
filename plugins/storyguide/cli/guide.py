"""The guide a command works on, put together; and what somebody named, found in it."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from storyguide import CACHE
from storyguide.cli.terminal import progress, say

if TYPE_CHECKING:
    from storyguide.site.assembly import Assembly


def assembled(root: Path, otherwise: str) -> "Assembly | None":
    """The guide at root, put together; None, once it is said, where the edition itself cannot be read."""
    from storyguide.site.assembly import assemble

    assembly = assemble(root, today=date.today(), progress=progress())
    if assembly.guide is None:
        say(f"{otherwise} The edition itself cannot be read; to see why, type: python3 build.py check")
        return None
    return assembly


def slug_among(written: str, slugs: Collection[str]) -> str:
    """The one of these slugs that was written, or whose name was: “Lark Hill” is lark-hill; "" when none is."""
    from storyguide.model.place import OF_AN_AREA
    from storyguide.model.slug import slug_of

    slug = slug_of(written)
    return next((each for each in (written, slug, f"{slug}{OF_AN_AREA}") if each in slugs), "")


def none_such(kind: str, written: str, slugs: Collection[str], otherwise: str = "") -> str:
    """That the guide has no such thing, and which was meant; where none comes near, this or else all there are."""
    from storyguide.model.nearest import nearest
    from storyguide.model.slug import slug_of

    near_to = nearest(slug_of(written) or written, sorted(slugs))
    there_are = otherwise or f"There are: {', '.join(sorted(slugs)) or 'none yet'}."
    return f"The guide has no {kind} “{written}”. {f'Did you mean “{near_to}”?' if near_to else there_are}"


def alone(root: Path, slug: str, *, today: date, data: bytes | None = None) -> "Assembly":
    """The guide with every story, published or not; only this one has its photos, since others need not be made ready.

    data: what the story's file is taken to hold, if not what it does.
    """
    from dataclasses import replace

    from storyguide.reading.story import read_story
    from storyguide.site.assembly import put_together, read_sources

    cache = root / CACHE
    sources = read_sources(root, cache)
    if data is not None:
        path = f"stories/{slug}/story.md"
        story, problems = read_story(data, path=path, slug=slug)
        others = [one for one in sources.stories if one.slug != slug]
        told = [one for one in sources.problems if one.where.path != path]
        sources = replace(sources, stories=(*others, *([story] if story else [])), problems=(*told, *problems))
    bare = tuple(one if one.slug == slug else replace(one, photos=()) for one in sources.stories)
    return put_together(replace(sources, stories=bare), today=today, cache=cache, progress=progress(), preview=True)


def no_such_story(root: Path, slug: str) -> str:
    """That there is none in this folder, and which was meant."""
    from storyguide.model.nearest import nearest

    near_to = nearest(slug, [folder.name for folder in sorted((root / "stories").iterdir()) if folder.is_dir()])
    return f"There is no story at stories/{slug}.{f' Did you mean “{near_to}”?' if near_to else ''}"
