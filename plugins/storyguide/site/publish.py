"""A guide built and put in place: assembled, carried by the engine, and exchanged for the last one."""

# ruff: noqa: PLC0415 (nothing heavy is loaded to find that nothing has changed)

import gc
import shutil
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from storyguide.site.clock import today as this_day
from storyguide.site.faults import MachineError, in_words
from storyguide.site.unchanged import Fingerprint, Last, census, fingerprint, last_publication, write_record
from storyguide.site.workplace import Workplace, workplace

if TYPE_CHECKING:
    from storyguide.making.search import SearchDocument
    from storyguide.model.problem import Problem
    from storyguide.site.assembly import Assembly, Progress
    from storyguide.site.engine import Engine

_BOOK = "book"
"""The folder in the cache of the book that is offered (site/book.py, which is loaded only to build)."""


@dataclass(frozen=True, kw_only=True)
class Published:
    """What came of building a guide."""

    built: bool
    """False when there was nothing to build from, or a strict build met a problem."""
    unchanged: bool = False
    """Whether the site already stood as it should."""
    stories: int = 0
    held: tuple[str, ...] = ()
    """Slugs of the stories held back until a problem is mended."""
    waiting: tuple[str, ...] = ()
    """Slugs of the stories not ready, or not yet due."""
    gone: tuple[str, ...] = ()
    """Slugs of the stories taken down."""
    pages: int = 0
    photos: int = 0
    touched: int = 0
    """Files of the site written or removed."""
    new_addresses: int = 0
    """How many were added to the ledger of all that were ever published."""
    seconds: float = 0.0
    faults: bool = False
    """Whether our own code failed at a file, which was left out."""
    problems: "tuple[Problem, ...]" = ()
    told: str = ""
    """The problems as text, as they were told when the site was built."""


def publish(
    root: Path,
    site: Path,
    *,
    engine: "Engine",
    today: date | None = None,
    strict: bool = False,
    fresh: bool = False,
    parts: Path | None = None,
    progress: "Progress | None" = None,
    offline: bool = False,
    allow_removals: bool = False,
) -> Published:
    """Build the guide at root into site.

    Nothing is done when nothing has changed. A strict build with a blocking
    problem builds nothing, and no build loses an address that was published once.
    At any moment the last site stands, or the new one, whole (site/exchange.py).
    What the machine has against it is raised as a MachineError.

    engine: carries the site; nothing of it is loaded where nothing has changed.
    fresh: leave aside what is known of the last build.
    parts: folder of the prepared fonts, if there are any.
    offline: for reading from disk, with no server (site/offline.py).
    allow_removals: addresses may be lost; they are taken out of the ledger.
    """
    started = time.perf_counter()
    today = today or this_day()
    root, site = root.absolute(), site.resolve()  # a link stays one: what it leads to is exchanged
    settings = (today, str(site), bool(parts), offline)
    gc.disable()  # a build makes much and drops nothing: looking for rubbish only costs
    try:
        with workplace(root, site) as place:
            made_from = fingerprint(root, also=[place.cache / _BOOK, *([parts] if parts else [])], settings=settings)
            last = None if fresh else last_publication(place.record, site)
            if last and last.made_from.whole == made_from.whole:
                same = _from_figures(last.figures, time.perf_counter() - started)
                if not (strict and same.held):
                    return same
            from storyguide import telling
            from storyguide.site.assembly import assemble
            from storyguide.site.digests import read_list
            from storyguide.site.last_net import around_faults
            from storyguide.site.ledger import forget_addresses, keep_addresses, lost_addresses
            from storyguide.site.security_txt import running_out

            assembly = assemble(root, today=today, cache=place.cache, progress=progress, meanwhile=engine.load)
            lost = lost_addresses(assembly)
            problems = assembly.problems if allow_removals else (*assembly.problems, *lost)
            guide = assembly.guide
            if guide is None or (lost and not allow_removals) or (strict and assembly.blocked):
                told = telling.as_text(problems) if problems else ""
                return Published(built=False, held=assembly.held, problems=problems, told=told)
            alike = last if last and last.made_from.beside == made_from.beside and not (lost or offline) else None
            if last and last.figures.get("faults"):
                alike = None  # what failed then may go well now
            standing = read_list(place.site) if last else {}
            assembly, made = around_faults(
                assembly,
                lambda read: _made(read, place, engine, parts, offline=offline, alike=alike, standing=standing),
                let_through=(MachineError,),
            )
            touched, further, searched = _exchanged(made, place, standing), made.problems, made.searched
            problems = (*assembly.problems, *further, *running_out(assembly.guide))
            forget_addresses(root, lost)
            guide = assembly.guide or guide
            published = Published(
                built=True,
                stories=len(guide.stories),
                held=assembly.held,
                waiting=assembly.waiting,
                gone=guide.gone,
                photos=sum(1 for story in guide.stories for photo in story.photos if photo.renditions),
                touched=touched,
                new_addresses=0 if offline else keep_addresses(root, guide),
                faults=assembly.faults,
                problems=problems,
                told=telling.as_text(problems) if problems else "",
            )
            read = assembly.since.now if assembly.since else ""
            published = _remembered(published, place, Last(made_from, read, {}), started, let_go=not offline)
            _keep(place, made_from, searched)
            return published
    except OSError as fault:
        raise MachineError(in_words(fault, site)) from fault
    finally:
        gc.enable()


class _Made(NamedTuple):
    """A new site, not yet in its place."""

    digests: "Mapping[str, str]"
    """Of every file of the site, by its path."""
    problems: "tuple[Problem, ...]"
    """Those that only making the site can show."""
    searched: "tuple[SearchDocument, ...]"
    """What search reads besides the stories."""


def _made(
    assembly: "Assembly",
    place: Workplace,
    engine: "Engine",
    parts: Path | None,
    *,
    offline: bool,
    alike: Last | None,
    standing: "Mapping[str, str]",
) -> _Made:
    """Build beside the site that stands; where that fails, nothing of it is left.

    alike: of the site that stands, if its own list is right and nothing but stories has changed since; standing: the
    digests of its files.
    """
    from storyguide.site.digests import write_list

    shutil.rmtree(place.new, ignore_errors=True)  # what an attempt without some stories left
    try:
        if alike and standing:
            from storyguide.site.words_only import bring_up_to_date

            if changed := bring_up_to_date(assembly, place, alike, standing, engine=engine, assets=parts):
                return _Made(*changed)
        from storyguide.site.building import build_site

        built = build_site(assembly, place.new, engine=engine, assets=parts, offline=offline, cache=place.cache)
        return _Made(write_list(place.new, known=built.digests), built.problems, built.searched)
    except BaseException:
        shutil.rmtree(place.new, ignore_errors=True)
        raise


def _exchanged(made: _Made, place: Workplace, standing: "Mapping[str, str]") -> int:
    """Put the new site in the place of the one that stands, and return how many files differ."""
    from storyguide.site.exchange import exchange

    try:
        return exchange(place.new, place.site, digests=made.digests, standing=standing)
    except BaseException:
        shutil.rmtree(place.new, ignore_errors=True)
        raise


def _remembered(published: Published, place: Workplace, last: Last, started: float, *, let_go: bool) -> Published:
    """The new site stands: what is left is to remember it, and where that cannot be written down nothing is lost.

    last: with no figures yet.
    """
    if let_go:
        from storyguide.tending import aside

        aside.let_go(place.cache)
    stands = census(place.site)
    published = replace(published, pages=stands.pages, seconds=time.perf_counter() - started)
    figures = asdict(published)
    del figures["problems"]
    with suppress(OSError):
        write_record(place.record, last._replace(figures=figures), stands.state)
    return published


def _keep(place: Workplace, made_from: Fingerprint, searched: "Sequence[SearchDocument]") -> None:
    from storyguide.site.words_only import keep

    keep(place, made_from.whole, searched)


def _from_figures(known: dict[str, object], seconds: float) -> Published:
    figures: dict[str, Any] = {**known, "unchanged": True, "touched": 0, "new_addresses": 0, "seconds": seconds}
    for name in ("held", "waiting", "gone"):
        figures[name] = tuple(figures[name])
    return Published(**figures)
