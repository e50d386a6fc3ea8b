"""Where a build works: the cache it keeps, its new site beside the last, and a lock on both."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from storyguide import CACHE
from storyguide.site.exchange import beside, recover
from storyguide.site.faults import MachineError
from storyguide.site.lock import locked

_PATIENCE = 5.0
"""Seconds: most builds are over sooner."""
_OURS = Path("assets", "guide.css")
"""Every site of a guide has it."""


@dataclass(frozen=True)
class Workplace:
    """The folders of one build, for as long as nobody else builds the same."""

    root: Path
    site: Path
    cache: Path
    new: Path
    """Where the new site is made."""

    @property
    def record(self) -> Path:
        """What is remembered of the last build."""
        return self.cache / f"published-{self.site.name}.json"


@contextmanager
def workplace(root: Path, site: Path) -> Iterator[Workplace]:
    """Have the place to ourselves, with the last site standing in it as it did before anything was broken off.

    A guide that may not be written to is built all the same, and what would be kept in its cache is not.
    """
    if site.exists() and not _may_be_replaced(site):
        raise MachineError(
            f"“{site}” holds something else than a guide’s site, and all of it would go. "
            "Name another folder with --site."
        )
    site.parent.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        cache, lock = root / CACHE, root / CACHE / "building.lock"
        if not _can_be_used(cache):
            import tempfile  # noqa: PLC0415 (seldom)

            cache = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="storyguide-cache-")))
            lock = site.with_name(f".{site.name}-lock")
        stack.enter_context(locked(lock, patience=_PATIENCE))
        recover(site)
        yield Workplace(root, site, cache, beside(site))


def _may_be_replaced(site: Path) -> bool:
    """Whether nothing is there, or a site; hidden files stay whatever is put there."""
    if not site.is_dir():
        return False
    return (site / _OURS).is_file() or all(name.startswith(".") for name in os.listdir(site))  # noqa: PTH208


def _can_be_used(cache: Path) -> bool:
    with suppress(OSError):
        cache.mkdir(exist_ok=True)
        return os.access(cache, os.W_OK | os.X_OK)
    return False
