"""What is to be reached, and how it is worked out from what was measured."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bench.binding import BOUND
from bench.figures import Figures, Measured, memory, processor, wall
from bench.running import Cost

SITE_TESTS = "python3 build.py test tests/browser/test_weight.py"
LIGHTHOUSE = ".venv/bin/python -m tests.browser.lighthouse SITE"


@dataclass(frozen=True, kw_only=True)
class Goal:
    """One row: what is measured, and the most it may be."""

    what: str
    at_most: float
    of: Callable[[Figures], Measured | None]

    def met(self, found: Measured) -> bool:
        """Whether it is reached."""
        return found.value <= self.at_most


def goals(few: int, stories: int, big: int) -> Iterator[Goal]:
    """Those of the whole comparison at these sizes, in the order people ask for them."""
    yield from _of_cold_builds(few, stories, big)
    one, other = f"ours search {stories}", f"hugo search {stories}"
    yield _beside(f"with search, {stories:,} / Hugo and Pagefind, wall", 1.0, one, other, wall)
    for size, same, edited in ((stories, 0.2, 0.5), (big, 0.1, 0.25)):
        if size:
            again = f"hugo again {size}"
            yield _beside(f"nothing changed, {size:,} / Hugo, wall", same, f"ours same {size}", again, wall)
            yield _beside(f"one story edited, {size:,} / Hugo, wall", edited, f"ours edited {size}", again, wall)
    for size, most in ((stories, 0.4), (big, 0.3)):
        if size:
            yield _beside(f"peak memory, {size:,} / Hugo", most, f"ours cold {size}", f"hugo cold {size}", memory)
    yield _beside("photos, four widths, WebP and JPEG / sharp, wall", 0.7, "ours photos", "sharp photos", wall)
    yield _number("photos encoded twice, in one build or by a second", 0, "photos encoded twice")
    yield from _of_the_book()
    yield from _earlier(stories, big)


def _of_cold_builds(few: int, stories: int, big: int) -> Iterator[Goal]:
    ours, hugo = f"ours cold {stories}", f"hugo cold {stories}"
    yield _beside(f"cold, {stories:,} / Hugo, wall", 1.0, ours, hugo, wall)
    yield _beside(f"cold, {stories:,} / Hugo, processor", 0.8, ours, hugo, processor)
    yield _beside(f"cold, {stories:,} / Material, wall", 0.15, ours, f"material cold {stories}", wall)
    yield _beside(f"cold, {stories:,} / Zensical, wall", 0.12, ours, f"zensical cold {stories}", wall)
    if big:
        yield _beside(f"cold, {big:,} / Hugo, wall", 0.75, f"ours cold {big}", f"hugo cold {big}", wall)
        yield _beside(f"cold, {big:,} / {stories:,}, wall", 8, f"ours cold {big}", "ours cold beside", wall)
    if few:
        yield _beside(f"cold, {few:,} / Hugo, wall", 2, f"ours cold {few}", f"hugo cold {few}", wall)


def _of_the_book() -> Iterator[Goal]:
    ours = "ours book a5"
    yield _beside(f"book, {BOUND} stories / a browser’s PDF of its words, wall", 1, ours, "browser book", wall)
    yield _most(f"book, {BOUND} stories, two PDFs and EPUB, seconds", 60, "ours book", wall)
    yield _most(f"book, {BOUND} stories, two PDFs and EPUB, peak MB", 1000, "ours book", memory)


def _earlier(stories: int, big: int) -> Iterator[Goal]:
    """Goals of earlier work that must not be lost."""
    for size in filter(None, (stories, big)):
        yield _compared(
            f"previewing: words edited, {size:,} / Hugo’s server", 0.2, f"ours words {size}", f"hugo words {size}"
        )
        yield _compared(
            f"previewing: peak memory, {size:,} / Hugo’s server", 0.4, f"ours held {size}", f"hugo held {size}"
        )
    yield _number("check, a slip in each story / sound ones, wall", 3, "slips")
    yield _number(f"first query, {stories:,}, kB (before it: 0)", 150, f"first query {stories}")
    yield _number(f"the next query, {stories:,}, kB", 45, f"next query {stories}")
    lunr = f"lunr {stories}"
    yield _compared(
        f"first query, {stories:,} / lunr’s index as Material ships it", 0.1, f"first query {stories}", lunr
    )
    if big:
        yield _number(f"first query, {big:,}, kB", 280, f"first query {big}")
    yield _number("a filter on a slow phone, ms", 50, "filter")


def _beside(what: str, most: float, one: str, other: str, of: Callable[..., float]) -> Goal:
    return Goal(what=what, at_most=most, of=lambda figures: figures.ratio(one, other, of))


def _compared(what: str, most: float, one: str, other: str) -> Goal:
    return Goal(what=what, at_most=most, of=lambda figures: figures.compared(one, other))


def _most(what: str, most: float, name: str, of: Callable[[Cost], float]) -> Goal:
    return Goal(what=what, at_most=most, of=lambda figures: figures.costing(name, of))


def _number(what: str, most: float, name: str) -> Goal:
    return Goal(what=what, at_most=most, of=lambda figures: figures.counted(name))
