"""A guide built and put in place: assembled, carried by the engine, and exchanged for the last one."""

# ruff: noqa: PLC0415 (nothing heavy is loaded to find that nothing has changed)

import gc
import time
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from storyguide import CACHE
from storyguide.engines.unchanged import census, fingerprint, same_as_recorded, write_record

if TYPE_CHECKING:
    from storyguide.assembly import Assembly, Progress
    from storyguide.model.problem import Problem


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
    problems: "tuple[Problem, ...]" = ()
    told: str = ""
    """The problems as text, as they were told when the site was built."""


def publish(
    root: Path,
    site: Path,
    *,
    today: date | None = None,
    strict: bool = False,
    fresh: bool = False,
    parts: Path | None = None,
    progress: "Progress | None" = None,
    offline: bool = False,
) -> Published:
    """Build the guide at root into site.

    Nothing is done when nothing has changed. A strict build with a blocking
    problem builds nothing, and no build loses an address that was published once.
    A site that stands is not touched until the new one is whole.

    fresh: leave aside what is known of the last build.
    parts: folder of the prepared fonts, if there are any.
    offline: for reading from disk, with no server (engines/offline.py).
    """
    started = time.perf_counter()
    today = today or date.today()  # the editors' own day decides what is due
    record = root / CACHE / f"published-{site.name}.json"
    made_from = fingerprint(root, also=[parts] if parts else [], settings=(today, str(site), bool(parts), offline))
    if not fresh and (known := same_as_recorded(record, made_from, site)):
        same = _from_figures(known, time.perf_counter() - started)
        if not (strict and same.held):
            return same
    gc.disable()  # a build makes much and drops nothing: looking for rubbish only costs
    try:
        from storyguide import telling
        from storyguide.assembly import assemble
        from storyguide.engines.ledger import keep_addresses, lost_addresses
        from storyguide.tending.aside import let_go

        assembly = assemble(root, today=today, progress=progress, meanwhile=_engine_ready)
        problems = assembly.problems
        problems += (lost := lost_addresses(assembly))
        if assembly.guide is None or lost or (strict and assembly.blocked):
            told = telling.as_text(problems) if problems else ""
            return Published(built=False, held=assembly.held, problems=problems, told=told)
        touched, further = _carried(assembly, site, parts, offline)
        problems += further
        told = telling.as_text(problems) if problems else ""
        files, pages = census(site)
        new_addresses = keep_addresses(root, assembly.guide)
        let_go(root / CACHE)
    finally:
        gc.enable()
    published = Published(
        built=True,
        stories=len(assembly.guide.stories),
        held=assembly.held,
        waiting=assembly.waiting,
        gone=assembly.guide.gone,
        pages=pages,
        photos=sum(1 for story in assembly.guide.stories for photo in story.photos if photo.renditions),
        touched=touched,
        new_addresses=new_addresses,
        seconds=time.perf_counter() - started,
        problems=problems,
        told=told,
    )
    figures = asdict(published)
    del figures["problems"]
    write_record(record, made_from, files, figures)
    return published


def _carried(assembly: "Assembly", site: Path, parts: Path | None, offline: bool) -> "tuple[int, tuple[Problem, ...]]":
    from storyguide.engines.exchange import exchange
    from storyguide.engines.mkdocs.building import build_site

    new = site.with_name(f".{site.name}-next")
    problems = build_site(assembly, new, parts=parts, offline=offline)
    return exchange(new, site), problems


def _engine_ready() -> None:
    """Have the makers and the engine loaded before they are needed."""
    import storyguide.engines.mkdocs.building  # noqa: F401


def _from_figures(known: dict[str, object], seconds: float) -> Published:
    figures: dict[str, Any] = {**known, "unchanged": True, "touched": 0, "new_addresses": 0, "seconds": seconds}
    for name in ("held", "waiting", "gone"):
        figures[name] = tuple(figures[name])
    return Published(**figures)
