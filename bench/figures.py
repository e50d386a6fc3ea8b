"""What was measured: costs by round, numbers, and who was missing; and what one asks of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import NamedTuple

from bench.running import Cost


class Measured(NamedTuple):
    """A median, and the least and the most that any round gave."""

    value: float
    low: float
    high: float


@dataclass
class Figures:
    """Everything by name: “hugo cold 1000” is what Hugo’s cold builds of 1,000 stories cost, round by round."""

    costs: dict[str, list[Cost]] = field(default_factory=dict)
    numbers: dict[str, list[float]] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)
    """Who could not be measured, or which figure of theirs, and why."""

    def cost(self, name: str, cost: Cost) -> None:
        """Keep what one round cost."""
        self.costs.setdefault(name, []).append(cost)

    def number(self, name: str, *values: float) -> None:
        """Keep what was counted, or timed."""
        self.numbers.setdefault(name, []).extend(values)

    def ratio(self, one: str, other: str, of: Callable[[Cost], float]) -> Measured | None:
        """How many times the other the one cost: of medians, and between the rounds that stood side by side."""
        ours, theirs = ([of(cost) for cost in self.costs.get(name, ())] for name in (one, other))
        return _ratio(ours, theirs)

    def compared(self, one: str, other: str) -> Measured | None:
        """How many times the other number the one is."""
        return _ratio(self.numbers.get(one, ()), self.numbers.get(other, ()))

    def costing(self, name: str, of: Callable[[Cost], float]) -> Measured | None:
        """What it cost, by itself."""
        return _middle([of(cost) for cost in self.costs.get(name, ())])

    def counted(self, name: str) -> Measured | None:
        """A number as it is."""
        return _middle(self.numbers.get(name, ()))


def wall(cost: Cost) -> float:
    """Seconds."""
    return cost.wall


def processor(cost: Cost) -> float:
    """Seconds of all cores together."""
    return cost.processor


def memory(cost: Cost) -> float:
    """Megabytes."""
    return cost.megabytes


def _middle(values: Sequence[float]) -> Measured | None:
    return Measured(median(values), min(values), max(values)) if values else None


def _ratio(ones: Sequence[float], others: Sequence[float]) -> Measured | None:
    if not ones or not others or not median(others):
        return None
    each = [one / other for one, other in zip(ones, others, strict=False) if other]
    value = median(ones) / median(others)
    return Measured(value, min(*each, value), max(*each, value)) if each else Measured(value, value, value)
