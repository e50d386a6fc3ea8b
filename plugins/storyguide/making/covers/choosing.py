"""Make choices that look random but are always the same for the same key."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


class Chooser:
    """A source of choices that the key alone decides."""

    __slots__ = ("_state",)

    def __init__(self, key: str) -> None:
        self._state = int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big")

    def _draw(self) -> int:
        # Knuth's multiplier; the low bits of such a sequence repeat soon, so the high ones are used.
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        return self._state >> 32

    def pick(self, things: Sequence[T]) -> T:
        """Return one of the things."""
        return things[self._draw() * len(things) >> 32]

    def whole(self, least: int, most: int) -> int:
        """Return a whole number from least to most, both included."""
        return least + (self._draw() * (most - least + 1) >> 32)

    def chance(self, percent: int) -> bool:
        """Return True with a probability in per cent."""
        return self._draw() * 100 >> 32 < percent

    def several(self, things: Sequence[T], count: int) -> list[T]:
        """Return `count` things in drawn order, all different; where there are too few, all of them again and again."""
        left: list[T] = []
        drawn: list[T] = []
        for _ in range(count):
            left = left or list(things)
            drawn.append(left.pop(self._draw() * len(left) >> 32))
        return drawn
