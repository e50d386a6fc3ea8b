"""Process the photos of all stories: find them, make missing sizes, and report photos that cannot be used."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from storyguide.model.photo import Rendition
from storyguide.model.problem import Problem
from storyguide.model.story import Story
from storyguide.reading.photos.finding import Found, find
from storyguide.reading.photos.jobs import Job, made_from, processors
from storyguide.reading.photos.outcome import STOPPED, Refusal
from storyguide.reading.photos.recipe import recipe
from storyguide.reading.photos.refusals import problem_of
from storyguide.reading.photos.store import Outcome, Store, key_of
from storyguide.reading.unread import OF_THE_FILE

Progress = Callable[[int, int], None]
"""Callback of (photos done, photos to do)."""
Name = tuple[str, str]
"""Slug of a story, and file name of one of its photos."""


def develop(
    stories: Sequence[Story],
    root: Path,
    cache: Path,
    *,
    spare: Iterable[Story] = (),
    processes: int | None = None,
    progress: Progress | None = None,
) -> tuple[tuple[Story, ...], list[Problem]]:
    """Return the stories with the published sizes of their photos, and a problem for each photo that has none.

    Finished files are cached in `cache`/photos, so each photo is made once; files that no story uses any more are
    deleted, except those of the stories in `spare`, which a preview may be showing. `processes`: None for as many as
    there are processors. `progress`: called after each photo made. Raises `NotBareError` if a finished file holds
    metadata.
    """
    folder = cache / "photos"
    names = dict.fromkeys((story.slug, photo.file) for story in stories for photo in story.photos)
    if not names and not folder.is_dir():
        return tuple(stories), []
    store = Store(folder, recipe())
    try:
        outcomes = _outcomes(names, root, store, processes or processors(), progress)
    except BaseException:
        store.save()  # an interrupted build keeps what it has made
        raise
    store.settle(f"{story.slug}/{photo.file}" for story in spare for photo in story.photos)
    published = {name: _renditions(found, folder) for name, found in outcomes.items()}
    return tuple(_with_renditions(story, published) for story in stories), list(_problems(stories, outcomes, root))


def _outcomes(
    names: Iterable[Name], root: Path, store: Store, processes: int, progress: Progress | None
) -> dict[Name, Outcome]:
    """Return the outcome of each photo: from the cache, or made now."""
    looked_for = {name: find(root / "stories" / name[0], name[1]) for name in names}
    found = {name: photo for name, photo in looked_for.items() if isinstance(photo, Found)}
    refused = {name: photo for name, photo in looked_for.items() if isinstance(photo, Refusal)}
    keys = _keys(found, store, processes)

    photos = {key: found[name] for name, key in keys.items()}
    known = {key: store.outcome(key) for key in photos}
    outcomes = {key: outcome for key, outcome in known.items() if outcome is not None}
    jobs = [Job(photo.path, photo.glance[0], key, store.folder) for key, photo in photos.items() if key not in outcomes]
    for done, (job, outcome) in enumerate(made_from(jobs, processes), 1):
        outcomes[job.key] = outcome
        store.keep(job.key, outcome)
        if progress:
            progress(done, len(jobs))
    return {name: outcomes[keys[name]] if name in keys else refused.get(name, STOPPED) for name in looked_for}


def _keys(found: Mapping[Name, Found], store: Store, processes: int) -> dict[Name, str]:
    """Return the cache key of each photo, reading files not seen before; unreadable files are left out."""
    keys = {name: store.key_seen("/".join(name), photo.glance) for name, photo in found.items()}
    unread = [name for name, key in keys.items() if not key]
    if unread:
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - an unchanged guide has no use for it

        with ThreadPoolExecutor(processes) as threads:
            keys |= zip(unread, threads.map(lambda name: _key(found[name].path), unread), strict=True)
        for name in unread:
            store.see("/".join(name), found[name].glance, keys[name])
    return {name: key for name, key in keys.items() if key}


def _key(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            return key_of(opened, recipe())
    except OF_THE_FILE:
        return ""


def _renditions(outcome: Outcome, folder: Path) -> tuple[Rendition, ...]:
    if isinstance(outcome, Refusal):
        return ()
    return tuple(
        Rendition(path=f"photos/{one.name}", type=one.type, width=one.width, height=one.height, file=folder / one.name)
        for one in outcome
    )


def _with_renditions(story: Story, published: Mapping[Name, tuple[Rendition, ...]]) -> Story:
    if not story.photos:
        return story
    photos = (replace(photo, renditions=published[story.slug, photo.file]) for photo in story.photos)
    return replace(story, photos=tuple(photos))


def _problems(stories: Iterable[Story], outcomes: Mapping[Name, Outcome], root: Path) -> Iterator[Problem]:
    for story in stories:
        for number, photo in enumerate(story.photos):
            outcome = outcomes[story.slug, photo.file]
            if isinstance(outcome, Refusal):
                where = story.where(f"photos[{number}].file")
                listed = [each.file for each in story.photos]
                yield problem_of(outcome, where, photo.file, root / "stories" / story.slug, listed)
