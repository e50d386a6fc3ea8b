"""Wait for something to come about, however busy the machine is."""

import time
from collections.abc import Callable
from typing import TypeVar

PATIENCE = 180.0
"""Seconds after which a wait is given up. Nothing that works takes a tenth of it, on the busiest machine."""

Found = TypeVar("Found")


def until(look: Callable[[], Found], *, why: Callable[[], object] = lambda: "It did not come about.") -> Found:
    """Return what look gives once that is true; it is asked again and again. Fails with why() when it never is."""
    end = time.monotonic() + PATIENCE
    while not (found := look()):
        assert time.monotonic() < end, why()
        time.sleep(0.02)
    return found
