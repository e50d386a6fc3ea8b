"""The guide read and checked, and what may be published of it; making has what is made of it."""

# ruff: noqa: PLC0415 (Pillow and its processes are needed only where there are photos; what reads tins, where there are any)

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from storyguide import CACHE
from storyguide.checking import agreed, check_stories, check_trails, gone
from storyguide.model.edition import Edition
from storyguide.model.guide import Guide
from storyguide.model.problem import Problem
from storyguide.model.story import Status, Story
from storyguide.reading.edition import read_edition
from storyguide.reading.store import Store
from storyguide.reading.stories import read_stories

if TYPE_CHECKING:
    from storyguide.model.tin import Tin

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many are done, and of how many."""


@dataclass(frozen=True, kw_only=True)
class Assembly:
    """A guide put together, and everything there is to say about it."""

    root: Path
    guide: Guide | None
    """None when the edition itself could not be read: there is then nothing to build."""
    problems: tuple[Problem, ...]
    """Of every file, sorted by file and line."""
    held: tuple[str, ...] = ()
    """Slugs of the stories held back until a problem is mended."""
    waiting: tuple[str, ...] = ()
    """Slugs of the stories not ready, or not yet due."""

    @property
    def blocked(self) -> bool:
        """Whether anything was held back."""
        return self.guide is None or any(problem.blocks for problem in self.problems)


@dataclass(frozen=True, kw_only=True)
class Sources:
    """All that was read of a guide, before anything in it is compared."""

    root: Path
    edition: Edition | None
    """None when nothing says which town."""
    stories: tuple[Story, ...]
    tins: "tuple[Tin, ...]"
    problems: tuple[Problem, ...]
    """Those that reading alone shows."""


def assemble(
    root: Path,
    *,
    today: date,
    cache: Path | None = None,
    progress: Progress | None = None,
    meanwhile: Callable[[], object] | None = None,
) -> Assembly:
    """Read the guide at root and check it.

    Stories with a blocking problem are held back, so that one contributor's
    slip never keeps the others' pages from being published. Consent gates:
    without it nothing of a told story goes further.
    cache: where to keep what was made, if not beside the stories.
    meanwhile is something else to be done, beside the reading where there are two processes.
    """
    cache = cache or root / CACHE
    return put_together(read_sources(root, cache, meanwhile=meanwhile), today=today, cache=cache, progress=progress)


def read_sources(root: Path, cache: Path, *, meanwhile: Callable[[], object] | None = None) -> Sources:
    """Read every file of the guide at root; cache and meanwhile as with assemble."""
    edition, of_edition = read_edition(root)
    stories, of_stories = read_stories(root, Store(cache), meanwhile=meanwhile)
    tins, of_tins = read_the_tins(root)
    return Sources(
        root=root, edition=edition, stories=stories, tins=tins, problems=(*of_edition, *of_stories, *of_tins)
    )


def put_together(sources: Sources, *, today: date, cache: Path, progress: Progress | None = None) -> Assembly:
    """Check what was read, and gather what may be published; parameters as with assemble."""
    root, edition, stories, tins = sources.root, sources.edition, sources.stories, sources.tins
    found = list(sources.problems)
    if edition is None:
        return Assembly(root=root, guide=None, problems=_sorted(found))
    found += check_stories(edition, stories, today=today, tins=[tin.slug for tin in tins])
    found += _of_tins(edition, tins, stories)
    blocked = {problem.where.path for problem in found if problem.blocks}
    taken_down = gone(stories, today)
    due, waiting = _due([story for story in stories if story.slug not in set(taken_down)], today)
    sound = [s for s in due if agreed(s, today) and s.source.path not in blocked]
    if any(story.photos for story in sound):
        from storyguide.reading.photos import develop

        developed, of_photos = develop(
            sound, root, cache, progress=(lambda done, of: progress("Photos", done, of)) if progress else None
        )
        sound = list(developed)
        found += of_photos
    guide = Guide(
        edition=edition,
        stories=tuple(sorted((_current(story, today) for story in sound), key=_latest_first)),
        gone=taken_down,
        tins=tuple(tin for tin in tins if tin.ready and not any(page.source.path in blocked for page in tin.pages)),
    )
    held = sorted({Path(path).parent.name for path in blocked if path.startswith("stories/") and path.endswith(".md")})
    found += check_trails(edition.trails, stories, held=held, published=guide.by_slug)
    return Assembly(root=root, guide=guide, problems=_sorted(found), held=tuple(held), waiting=waiting)


def read_the_tins(root: Path) -> "tuple[tuple[Tin, ...], tuple[Problem, ...]]":
    """The practitioner resources of the guide at root, and every problem in their files; most guides have none."""
    if not (root / "docs" / "on-the-tin").is_dir():
        return (), ()
    from storyguide.reading.tins import read_tins

    return read_tins(root)


def _of_tins(edition: Edition, tins: "tuple[Tin, ...]", stories: Sequence[Story]) -> Iterable[Problem]:
    if not tins:
        return ()
    from storyguide.checking.tins import check_tins

    return check_tins(edition, tins, stories)


def _due(stories: Sequence[Story], today: date) -> tuple[list[Story], tuple[str, ...]]:
    """The stories that are ready and due, and the slugs of the others."""
    due = [s for s in stories if s.status is Status.READY and (s.publish_on is None or s.publish_on <= today)]
    ready = {story.slug for story in due}
    return due, tuple(story.slug for story in stories if story.slug not in ready)


def _current(story: Story, today: date) -> Story:
    """The story without the offers and needs whose day has passed."""
    if not story.offers and not story.needs:
        return story
    offers = tuple(one for one in story.offers if one.until is None or one.until >= today)
    needs = tuple(one for one in story.needs if one.until is None or one.until >= today)
    return replace(story, offers=offers, needs=needs)


def _latest_first(story: Story) -> tuple[int, str]:
    return -story.told_on.toordinal(), story.slug


def _sorted(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems), key=lambda p: (p.where.path, p.where.line, p.code, p.message)))
