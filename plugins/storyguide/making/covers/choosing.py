"""Choices that look free and are always the same for the same key."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


class Chooser:
    """Draws lots; the key alone decides them."""

    __slots__ = ("_state",)

    def __init__(self, key: str) -> None:
        self._state = int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big")

    def _draw(self) -> int:
        # Knuth's multiplier; the low bits of such a row repeat soon, so the high ones are used.
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        return self._state >> 32

    def pick(self, things: Sequence[T]) -> T:
        """One of the things."""
        return things[self._draw() * len(things) >> 32]

    def whole(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return least + (self._draw() * (most - least + 1) >> 32)

    def chance(self, percent: int) -> bool:
        """True so many times in a hundred."""
        return self._draw() * 100 >> 32 < percent

    def several(self, things: Sequence[T], count: int) -> list[T]:
        """So many different ones, in a drawn order; all of them, again and again, where there are too few."""
        left: list[T] = []
        drawn: list[T] = []
        for _ in range(count):
            left = left or list(things)
            drawn.append(left.pop(self._draw() * len(left) >> 32))
        return drawn
