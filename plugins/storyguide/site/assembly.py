"""The guide read and checked, and what may be published of it; making has what is made of it."""

# ruff: noqa: PLC0415 (Pillow and its processes are needed only where there are photos; what reads tins, where there are any)

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from storyguide import CACHE
from storyguide.checking import check_records, check_stories, check_trails, gone, gone_since, publishable
from storyguide.model.edition import Edition
from storyguide.model.gates import agreed, under_originals, waits_for
from storyguide.model.guide import Guide, Removal
from storyguide.model.problem import Problem
from storyguide.model.problems.checks import translation_waits
from storyguide.model.problems.faults import OUR_FAULT
from storyguide.model.story import Status, Story
from storyguide.reading.addresses import is_slug
from storyguide.reading.edition import read_edition
from storyguide.reading.handwritten import pages_by_hand
from storyguide.reading.questions import form_of
from storyguide.reading.schema import json_schema
from storyguide.reading.store import Store
from storyguide.reading.stories import forget_stories, is_reserved, read_stories
from storyguide.site.assembled import Assembly, Sources
from storyguide.site.last_net import around_faults

if TYPE_CHECKING:
    from storyguide.model.news import Post
    from storyguide.model.tin import Tin

__all__ = ["Assembly", "Progress", "Sources", "assemble", "put_together", "read_sources"]

_OF_A_STORY = re.compile(r"stories/[^/]+/[^/]*\.md")
"""What stands deeper is a reply, which waits alone."""

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many are done, and of how many."""


def assemble(
    root: Path,
    *,
    today: date,
    cache: Path | None = None,
    progress: Progress | None = None,
    meanwhile: Callable[[], object] | None = None,
    preview: bool = False,
    agreed_only: bool = False,
) -> Assembly:
    """Read the guide at root and check it.

    Stories with a blocking problem are held back, so that one contributor's
    slip never keeps the others' pages from being published. Consent gates:
    without it nothing of a told story goes further.
    cache: where to keep what was made, if not beside the stories.
    meanwhile is something else to be done, beside the reading where there are two processes.
    preview: have the guide hold the stories too that are not published, as far as they can be shown, and say why
    they are not; never one that was taken down. agreed_only: none that nobody has agreed to at all.
    """
    cache = cache or root / CACHE
    sources = read_sources(root, cache, meanwhile=meanwhile)
    assembly = put_together(
        sources, today=today, cache=cache, progress=progress, preview=preview, agreed_only=agreed_only
    )
    if assembly.guide and sources.store:
        # One that says so in its own file was read without title or words: nothing of it is kept.
        with_words = {story.slug for story in sources.stories if story.title}
        forget_stories(sources.store, with_words.intersection(assembly.guide.gone))
    return assembly


def read_sources(root: Path, cache: Path, *, meanwhile: Callable[[], object] | None = None) -> Sources:
    """Read every file of the guide at root; cache and meanwhile as with assemble."""
    edition, of_edition = read_edition(root)
    store = Store(cache)
    stories, of_stories = read_stories(root, store, meanwhile=meanwhile)
    tins, of_tins = read_the_tins(root)
    posts, of_news = read_the_news(root)
    _, by_hand = pages_by_hand(root)
    problems = (*of_edition, *of_stories, *of_tins, *of_news, *by_hand)
    return Sources(
        root=root,
        edition=edition,
        stories=stories,
        tins=tins,
        posts=posts,
        problems=problems,
        since=store.since,
        store=store,
    )


def put_together(
    sources: Sources,
    *,
    today: date,
    cache: Path,
    progress: Progress | None = None,
    preview: bool = False,
    agreed_only: bool = False,
) -> Assembly:
    """Check what was read, and gather what may be published; parameters as with assemble.

    A file at which our own code fails is left out, and told.
    """
    work = partial(_put_together, today=today, cache=cache, progress=progress, preview=preview, agreed_only=agreed_only)
    return around_faults(sources, work)[1]


def _put_together(
    sources: Sources,
    *,
    today: date,
    cache: Path,
    progress: Progress | None,
    preview: bool,
    agreed_only: bool,
) -> Assembly:
    def again(fault: Problem) -> Assembly | None:
        smaller = sources.without(fault)
        if smaller is None:
            return None
        return put_together(
            smaller, today=today, cache=cache, progress=progress, preview=preview, agreed_only=agreed_only
        )

    root, edition, stories, tins = sources.root, sources.edition, sources.stories, sources.tins
    found = list(sources.problems)
    if edition is None:
        return Assembly(root=root, guide=None, problems=_sorted(found))
    found += check_stories(edition, stories, today=today, tins=[tin.slug for tin in tins])
    found += _of_tins(edition, tins, stories)
    found += check_records(edition, stories, tins, today=today)
    found += _of_news(edition, sources)
    blocked = {problem.where.path for problem in found if problem.blocks}
    by_slug = {story.slug: story for story in stories}
    awaited = {s.slug: original for s in stories if (original := waits_for(s, by_slug, today, blocked))}
    stories = under_originals(stories)
    failed = {problem.where.path for problem in sources.problems if problem.code == OUR_FAULT}
    taken_down = gone(stories, today)
    due, waiting = _due([story for story in stories if story.slug not in taken_down], today)
    held_back = {*blocked, *(by_slug[slug].source.path for slug in awaited)}
    sound = [s for s in due if agreed(s, today) and s.source.path not in held_back]
    held = {path.split("/")[1] for path in blocked if _OF_A_STORY.fullmatch(path)}
    held |= {story.slug for story in due} - {story.slug for story in sound}
    for story in due:
        if story.slug in awaited and agreed(story, today) and story.source.path not in blocked:
            found.append(translation_waits(story.where("translation_of"), awaited[story.slug]))
    unpublished: dict[str, tuple[str, ...]] = {}
    if preview:
        from storyguide.checking.previewing import shown_all_the_same, why_unpublished, without_quotes

        unpublished = why_unpublished(stories, today=today, blocked=blocked, is_address=_is_address, waiting=awaited)
        sound += shown_all_the_same(
            [story for story in stories if story.source.path not in failed],
            unpublished,
            edition,
            today=today,
            told=sources.problems,
            text_of=lambda story: _text_of(root, story),
            blocked=held_back,
            agreed_only=agreed_only,
        )
    if any(story.photos for story in sound):
        from storyguide.reading.photos import develop

        developed, of_photos = develop(
            sound,
            root,
            cache,
            spare=[s for s in stories if agreed(s, today) and s.source.path not in held_back],
            progress=(lambda done, of: progress("Photos", done, of)) if progress else None,
        )
        sound = list(developed)
        found += of_photos
    guide = Guide(
        edition=publishable(edition, stories),
        stories=tuple(sorted((_current(story, today, blocked) for story in sound), key=_latest_first)),
        gone=taken_down,
        gone_before=tuple(old for s in stories if s.also_at and s.slug in taken_down for old in s.also_at),
        removals=tuple(Removal(s.first_slug, gone_since(s)) for s in stories if s.slug in taken_down),
        tins=tuple(tin for tin in tins if tin.ready and not any(page.source.path in blocked for page in tin.pages)),
        posts=tuple(post for post in sources.posts if post.on <= today and post.source.path not in blocked),
        form=form_of(edition),
        schema=json_schema(),
        unpublished=unpublished,
        faults=_by_story(without_quotes(found, sound) if agreed_only else found) if preview else {},
        day=today,
    )
    published = guide.by_slug.keys() - unpublished.keys()
    found += check_trails(edition.trails, stories, held=held, published=published)
    return Assembly(
        root=root,
        guide=guide,
        problems=_sorted(found),
        held=tuple(sorted(held)),
        waiting=waiting,
        since=sources.since,
        again=again,
    )


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


def read_the_news(root: Path) -> "tuple[tuple[Post, ...], tuple[Problem, ...]]":
    """The posts of the guide at root, and every problem in their files; many guides have none."""
    if not (root / "docs" / "news").is_dir():
        return (), ()
    from storyguide.reading.news import read_news

    return read_news(root)


def _of_news(edition: Edition, sources: Sources) -> Iterator[Problem]:
    if sources.posts or edition.events or any(story.replies for story in sources.stories):
        from storyguide.checking.news import check_events, check_news, check_replies

        yield from check_news(edition, sources.posts, sources.stories)
        yield from check_events(edition, edition.events, sources.stories)
        yield from check_replies(sources.stories)


def _text_of(root: Path, story: Story) -> str | None:
    """Return the text of a story's file; None for one that cannot be found again under the name it is told by."""
    try:
        return (root / "stories" / story.slug / "story.md").read_text(encoding="utf-8", errors="replace")
    except (OSError, ValueError):
        return None


def _is_address(slug: str) -> bool:
    return is_slug(slug) and not is_reserved(slug)


def _by_story(problems: Iterable[Problem]) -> dict[str, tuple[Problem, ...]]:
    """The problems of each story that has any, by its slug."""
    found: dict[str, list[Problem]] = {}
    for problem in _sorted(problems):
        folder, _, rest = problem.where.path.removeprefix("stories/").partition("/")
        if rest and problem.where.path.startswith("stories/"):
            found.setdefault(folder, []).append(problem)
    return {slug: tuple(told) for slug, told in found.items()}


def _due(stories: Sequence[Story], today: date) -> tuple[list[Story], tuple[str, ...]]:
    """The stories that are ready and due, and the slugs of the others."""
    due = [s for s in stories if s.status is Status.READY and (s.publish_on is None or s.publish_on <= today)]
    ready = {story.slug for story in due}
    return due, tuple(story.slug for story in stories if story.slug not in ready)


def _current(story: Story, today: date, blocked: Collection[str]) -> Story:
    """The story without the offers and needs whose day has passed, and with the replies that may stand there."""
    if story.replies:
        may_stand = (one for one in story.replies if one.may_stand_on(today) and one.source.path not in blocked)
        story = replace(story, replies=tuple(may_stand))
    if not story.offers and not story.needs:
        return story
    offers = tuple(one for one in story.offers if one.until is None or one.until >= today)
    needs = tuple(one for one in story.needs if one.until is None or one.until >= today)
    return replace(story, offers=offers, needs=needs)


def _latest_first(story: Story) -> tuple[int, str]:
    return -story.told_on.toordinal(), story.slug


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems), key=lambda p: (p.where.path, p.where.line, p.code, p.message)))
