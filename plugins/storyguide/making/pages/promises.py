"""The register of promises: who said what would be done, by when, and what has come of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.making.registry import Pages
from storyguide.making.render import Context
from storyguide.making.spelled import spelled
from storyguide.model.guide import Guide
from storyguide.model.register import Promise, PromiseState

TITLE, SUMMARY = "What was promised", "Who said what would be done, by when, and what has come of it."
_NO_PROGRAMME = "Between the programmes"
_LATE = "late"
_ORDER = (_LATE, "begun", "promised", "done", "dropped")
_SAID = {
    _LATE: ("is late", "are late"),
    "begun": ("has been begun", "have been begun"),
    "promised": ("is still to come", "are still to come"),
    "done": ("has been kept", "have been kept"),
    "dropped": ("was dropped", "were dropped"),
}


class Shown(NamedTuple):
    """A promise as its page shows it."""

    entry: Promise
    stands: str
    """How it stands: its state, or that it is late."""
    begun: bool
    kept_late: bool
    """Whether it was done after its day."""


class Programme(NamedTuple):
    """The promises of a programme; "" for those of none where there are no others."""

    name: str
    promises: Sequence[Shown]


@dataclass(frozen=True, kw_only=True)
class PromisesPage(Context, template="promises.html"):
    """The register of promises."""

    count: str
    """How they stand, in a sentence."""
    parts: Sequence[Programme]


def make_promises(guide: Guide) -> Iterator[OutputPage]:
    """The register, where the edition has any entry: an empty one would look as if nobody kept their word."""
    if not guide.promises:
        return
    shown = sorted((_shown(one, guide.day) for one in guide.promises.values()), key=_soonest)
    programmes = list(dict.fromkeys(one.programme for one in guide.promises.values()))
    named = sorted(programmes, key=lambda name: not name)  # what belongs to none comes last
    yield make_page(
        "about/promises.md",
        PromisesPage(
            count=_count({name: sum(one.stands == name for one in shown) for name in _ORDER}),
            parts=[
                Programme(
                    name or (_NO_PROGRAMME if len(named) > 1 else ""),
                    [one for one in shown if one.entry.programme == name],
                )
                for name in named
            ],
        ),
        title=TITLE,
        description=SUMMARY,
        section="about/",
        search="page",
        meta={"styles": ["registers.css"]},
    )


def _shown(promise: Promise, day: date | None) -> Shown:
    return Shown(
        promise,
        _LATE if promise.is_late(day) else promise.state.value,
        promise.state is PromiseState.BEGUN,
        bool(promise.by and promise.done_on and promise.done_on > promise.by),
    )


def _soonest(one: Shown) -> tuple[int, date, str]:
    """Those that are late first, then those still to come by their day, then what is settled."""
    stands = _ORDER.index("begun" if one.stands == "promised" else one.stands)
    return stands, one.entry.by or date.max, one.entry.slug


def _count(numbers: Mapping[str, int]) -> str:
    """A sentence: "Of six promises one is late, two are still to come and three have been kept"."""
    parts = [f"{spelled(number)} {_SAID[name][number > 1]}" for name, number in numbers.items() if number]
    total = sum(numbers.values())
    if total == 1:
        return f"There is one promise here, which {parts[0].removeprefix('one ')}."
    said = f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]
    return f"Of {spelled(total)} promises {said}." if len(parts) > 1 else f"{said[:1].upper()}{said[1:]}."


PAGES = Pages(
    order=200,
    make=lambda it: make_promises(it.guide),
)
