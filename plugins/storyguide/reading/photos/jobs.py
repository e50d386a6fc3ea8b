"""Make finished photos: a few small ones at once, others in several processes."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from storyguide.reading.photos.outcome import STOPPED, Refusal
from storyguide.reading.photos.recipe import recipe
from storyguide.reading.photos.store import Outcome, key_of, put
from storyguide.reading.unread import OF_THE_FILE

_FEW = 2
_LIGHT = 4_000_000
"""Limits in photos and bytes: so few photos, together no larger than one from a phone, are done before processes
start."""
_MOST_PROCESSES = 8
"""Maximum number of processes; each may hold a picture of 50 megapixels in memory."""


@dataclass(frozen=True, slots=True)
class Job:
    """A photo to be made: its file and size in bytes, its cache key, and the folder for the finished files."""

    photo: Path
    size: int
    key: str
    store: Path


def made_from(jobs: Sequence[Job], processes: int) -> Iterator[tuple[Job, Outcome]]:
    """Yield each job with its outcome, in any order."""
    if len(jobs) <= _FEW and sum(job.size for job in jobs) <= _LIGHT:
        yield from ((job, _make(job)) for job in jobs)
        return
    from storyguide.reading.photos.pool import each  # noqa: PLC0415 - an unchanged guide has no use for it

    for job, outcome in each(_make, jobs, processes):
        yield job, outcome or STOPPED  # None if its process died


def _make(job: Job) -> Outcome:
    """Make one photo, in this process or in another."""
    from storyguide.reading.photos.press import press  # noqa: PLC0415 - it loads Pillow

    try:
        data = job.photo.read_bytes()
    except OF_THE_FILE:
        return STOPPED
    if key_of(BytesIO(data), recipe()) != job.key:
        return STOPPED  # the file was replaced meanwhile: the next build makes the new one
    pressed = press(data)
    return pressed if isinstance(pressed, Refusal) else put(job.store, job.key, pressed)


def processors() -> int:
    """Return the default number of processes."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, _MOST_PROCESSES)
