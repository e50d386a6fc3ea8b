"""The benchmark: python3 build.py bench [--only PART,PART] [--stories N] [--big N] [--rounds N] [--write]."""

import argparse
import platform
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench import results
from bench.binding import binding
from bench.building import Ground, build_round, materials_site, needed, ours
from bench.checking import checking
from bench.contenders import versions
from bench.corpus import slug_of
from bench.editing import editing
from bench.figures import Figures, Measured
from bench.filtering import SLOWER, filtering
from bench.goals import Goal, goals
from bench.photos import photos
from bench.running import FailedError
from bench.searching import searching, whole_index
from bench.tables import cost_table, edit_table, goal_table, reader_table

PROJECT = Path(__file__).resolve().parent.parent
PAGE = PROJECT / "docs" / "how-it-is-made" / "performance.md"
BEGIN, END = "<!-- bench begins -->", "<!-- bench ends -->"

PARTS = ("cold", "warm", "search", "edit", "photos", "readers", "book")
"""What can be measured by itself."""
FEW, STORIES, BIG, ROUNDS = 100, 1000, 10_000, 3
_EDITS, _EDITS_BIG = 20, 10


def main() -> int:
    """Make the corpora, build them with each in turn, and print goals and figures side by side."""
    asked = _asked()
    parts = frozenset(asked.only.split(",")) if asked.only else frozenset(PARTS)
    unknown = sorted(parts - set(PARTS))
    if unknown:
        sys.stderr.write(f"There is no part called “{unknown[0]}”. Choose from: {', '.join(PARTS)}.\n")
        return 2
    few = FEW if asked.stories > FEW else 0
    started = time.monotonic()
    figures, broken = Figures(), ""
    memory = Path("/dev/shm")  # noqa: S108 - a folder of our own in it; there, deleting a site costs the disk nothing
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        try:
            _measure(Path(folder), figures, parts, (few, asked.stories, asked.big), asked.rounds)
        except FailedError as fault:
            broken = f"The guide itself could not be measured: {fault}\n"
    every = goals(few, asked.stories, asked.big)
    wanted = [goal for goal in every if not asked.only or goal.of(figures)]
    seconds = time.monotonic() - started
    goal_rows = goal_table(wanted, figures, whole=not asked.only)
    table = _told(figures, goal_rows, (few, asked.stories, asked.big), asked.rounds, seconds)
    sys.stdout.write(table)
    if broken:  # what was measured until then is shown all the same, and nothing of it kept
        sys.stderr.write(broken)
        return 1
    whole = len(parts) == len(PARTS) and (asked.stories, asked.big) == (STORIES, BIG)
    _compare(figures, wanted, seconds, keep=whole)
    if asked.write:
        before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n{table}{END}{rest.split(END)[1]}", encoding="utf-8")
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 build.py bench", description="Measure the build beside its peers.")
    parser.add_argument("--only", metavar="PART,PART", help=f"only some of: {', '.join(PARTS)}")
    parser.add_argument("--stories", type=int, default=STORIES, help=f"stories in the corpus (default: {STORIES})")
    parser.add_argument("--big", type=int, default=BIG, help=f"stories in the large one; 0 for none (default: {BIG})")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"times each is built, in turn (default: {ROUNDS})")
    parser.add_argument("--write", action="store_true", help=f"put the tables into {PAGE.relative_to(PROJECT)}")
    asked = parser.parse_args()
    if asked.write and asked.only:
        parser.error("--write is for the whole: the tables of a part would take the place of all")
    return asked


def _measure(folder: Path, figures: Figures, parts: frozenset[str], sizes: Sequence[int], rounds: int) -> None:
    few, stories, big = sizes
    builds = parts & {"cold", "warm", "search"}
    if "photos" in parts:
        _say("photos")
        photos(folder / "photos", figures, rounds)
    if "book" in parts:
        _say("the book")
        binding(folder / "book", figures, rounds)
    if not parts - {"photos", "book"}:
        return
    if few and "cold" in parts:
        _say(f"{few:,} stories")
        ground = Ground(folder / "few", few, needed(parts, few, stories))
        for number in range(rounds):
            build_round(ground, figures, frozenset({"cold"}), number)
        ground.clear()
    _say(f"{stories:,} stories")
    small = Ground(folder / "small", stories, needed(parts, stories, stories))
    for number in range(rounds if builds else 0):
        build_round(small, figures, builds, number)
    if "cold" in parts:
        figures.number("slips", *checking(folder / "checked", rounds))
    if "readers" in parts:
        _for_readers(small, figures)
    if "edit" in parts:
        _say(f"edits among {stories:,}")
        editing(small, figures, slug_of(stories // 2), _EDITS, all_peers=True)
    if big:
        _say(f"{big:,} stories")
        _at_scale(Ground(folder / "large", big, needed(parts, big, stories)), small, figures, parts, rounds)


def _at_scale(large: Ground, small: Ground, figures: Figures, parts: frozenset[str], rounds: int) -> None:
    for number in range(max(1, rounds * 2 // 3) if parts & {"cold", "warm"} else 0):
        # A small build beside each large one, since their ratio is what counts.
        build_round(large, figures, parts & {"cold", "warm"}, number, big=True)
        figures.cost("ours cold beside", ours(small))
    if "edit" in parts:
        _say(f"edits among {large.stories:,}")
        editing(large, figures, slug_of(large.stories // 2), _EDITS_BIG, all_peers=False)
    if "readers" in parts:
        figures.cost(f"ours search {large.stories}", ours(large, search=True))
        figures.number(f"first query {large.stories}", searching(large.site).first / 1000)


def _for_readers(ground: Ground, figures: Figures) -> None:
    """What the site that is built with search costs those who read it."""
    ours(ground, search=True)
    search, filters = searching(ground.site), filtering(ground.site)
    figures.number(f"first query {ground.stories}", search.first / 1000)
    figures.number(f"next query {ground.stories}", search.next / 1000)
    figures.number("filter", filters.median)
    figures.number("filter, most", filters.most)
    figures.number("filters before", filters.before / 1000)
    figures.number("filters panel", filters.panel / 1000)
    figures.number("filters first", filters.first / 1000)
    material = materials_site(ground, figures)
    if material:
        figures.number(f"lunr {ground.stories}", whole_index(material) / 1000)


def _told(figures: Figures, goal_rows: str, sizes: Sequence[int], rounds: int, seconds: float) -> str:
    few, stories, big = sizes
    on = results.machine()
    with_whom = ", ".join(f"{name} {number}" for name, number in versions().items())
    readers = {
        f"lunr {stories}": f"lunr’s index and worker, as Material ships them, {stories:,}, kB",
        "filter, most": f"a filter, {SLOWER} times slowed, ms: 19 of 20 take no longer",
        "filters before": "filters: script and style with the page, kB",
        "filters panel": "filters: what they go by, once opened, kB",
        "filters first": "filters: cards of the first choice, kB",
    }
    parts = (
        f"Measured in {seconds / 60:.0f} minutes on {on['cores']} cores ({on['processor']}, {on['memory GB']} GB, "
        f"{platform.system()}), {rounds} rounds in turn, medians. With {with_whom}.\n",
        goal_rows,
        cost_table(figures, few, stories, big),
        edit_table(figures, stories, big),
        reader_table(figures, readers),
    )
    return "\n" + "\n".join(filter(None, parts)) + "\n"


def _compare(figures: Figures, wanted: Sequence[Goal], seconds: float, *, keep: bool) -> None:
    """Say what has become worse since the last result that is kept; keep this one if it is a whole one."""
    reached: dict[str, Measured] = {goal.what: found for goal in wanted if (found := goal.of(figures))}
    last = results.last()
    if last:
        name, before = last
        losses = results.losses(reached, before)
        told = "\n".join(losses) if losses else "Nothing is lost."
        sys.stdout.write(f"Beside {name}:\n{told}\n")
    if keep:
        kept = results.keep(figures, reached, seconds)
        sys.stdout.write(f"Kept as {kept.relative_to(PROJECT)}.\n")


def _say(what: str) -> None:
    """How far it has come, for whoever waits."""
    sys.stderr.write(f"{time.strftime('%H:%M')} {what}\n")


if __name__ == "__main__":
    sys.exit(main())
