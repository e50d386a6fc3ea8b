"""The benchmark: python3 build.py bench [--stories N] [--rounds N] [--big N] [--write]."""

import argparse
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median

from storyguide.engines.search_index import find_pagefind

from bench.checking import STORIES, checking
from bench.corpus import slug_of, write_hugo, write_material, write_ours
from bench.editing import FEW, Editing, editing
from bench.filtering import SLOWER, filtering
from bench.running import Cost, hugo, run
from bench.searching import searching, whole_index

PROJECT = Path(__file__).resolve().parent.parent
PAGE = PROJECT / "docs" / "how-it-is-made" / "performance.md"
BEGIN, END = "<!-- bench begins -->", "<!-- bench ends -->"

Round = Mapping[str, Cost]


def main() -> int:
    """Make the corpus, build it with each in turn, and print the ratios."""
    parser = argparse.ArgumentParser(prog="python3 build.py bench", description="Measure the build beside its peers.")
    parser.add_argument("--stories", type=int, default=1000, help="stories in the corpus (default: 1000)")
    parser.add_argument(
        "--big", type=int, default=10_000, help="stories in the large corpus; 0 for none (default: 10000)"
    )
    parser.add_argument("--rounds", type=int, default=5, help="times each is built, in turn (default: 5)")
    parser.add_argument("--write", action="store_true", help=f"put the table into {PAGE.relative_to(PROJECT)}")
    asked = parser.parse_args()
    memory = Path("/dev/shm")  # noqa: S108 - a folder of our own in it; there, deleting a site costs the disk nothing
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        table = measured(Path(folder), asked.stories, asked.big, asked.rounds)
    sys.stdout.write(table)
    if asked.write:
        before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n{table}{END}{rest.split(END)[1]}", encoding="utf-8")
    return 0


def measured(folder: Path, stories: int, big: int, rounds: int) -> str:
    """The whole comparison, as a table in Markdown."""
    small = _corpora(folder / "small", stories)
    turns = [_round(small, material=True) for _ in range(rounds)]
    rows = [
        _row(f"Hugo, {stories:,} stories", turns, "hugo"),
        _row(f"MkDocs with Material, {stories:,}, out of the nav", turns, "material"),
        _row(f"the guide, {stories:,}, cold", turns, "cold"),
        _row(f"the guide, {stories:,}, nothing changed", turns, "same"),
        _row(f"the guide, {stories:,}, one story edited", turns, "edited"),
        _row(f"Hugo and Pagefind, {stories:,}", turns, "hugo with search"),
        _row(f"the guide with search, {stories:,}, cold", turns, "cold with search"),
    ]
    ratios = [
        ("cold / Hugo, wall", _ratio(turns, "cold", "hugo", _wall), "at most 1.5"),
        ("cold / Material, wall", _ratio(turns, "cold", "material", _wall), "at most 0.2"),
        ("cold / Hugo, processor", _ratio(turns, "cold", "hugo", _cpu), ""),
        ("cold / Hugo, peak memory", _ratio(turns, "cold", "hugo", _memory), "at most 1"),
        ("unchanged / cold, wall", _ratio(turns, "same", "cold", _wall), "at most 0.6"),
        ("one story edited / cold, wall", _ratio(turns, "edited", "cold", _wall), ""),
        (
            "cold with search / Hugo and Pagefind, wall",
            _ratio(turns, "cold with search", "hugo with search", _wall),
            "",
        ),
    ]
    slips = checking(folder / "checked", rounds)
    ratios.append((f"check, {STORIES} stories with a slip each / {STORIES} sound ones, wall", slips, "under 3"))
    readers = _for_readers(small, stories)
    edited, edits = editing(small, slug_of(stories // 2), material=True), ""
    edits += _edit_rows(edited, stories)
    ratios += _edit_ratios(edited, stories)
    if big:
        large = _corpora(folder / "large", big)
        # A small build beside each large one, since their ratio is what counts.
        pairs = [(_round(large, material=False), _cold(small)) for _ in range(max(1, rounds // 2))]
        large_turns = [turn for turn, _ in pairs]
        rows += [_row(f"Hugo, {big:,}", large_turns, "hugo"), _row(f"the guide, {big:,}, cold", large_turns, "cold")]
        growth = median(_wall(t["cold"]) for t in large_turns) / median(_wall(beside) for _, beside in pairs)
        ratios += [
            (f"cold, {big:,} / {stories:,}, wall", growth, "at most 9"),
            (f"cold / Hugo at {big:,}, wall", _ratio(large_turns, "cold", "hugo", _wall), ""),
            (f"cold / Hugo at {big:,}, peak memory", _ratio(large_turns, "cold", "hugo", _memory), ""),
        ]
        edited = editing(large, slug_of(big // 2), material=False)
        edits += _edit_rows(edited, big)
        ratios += _edit_ratios(edited, big)
        _cold(large, search=True)
        readers.append((f"first query, {big:,} stories, kB", searching(_site(large)).first / 1000, "at most 280"))
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, {rounds} rounds in turn, medians"
    head = "| what | wall s | processor s | peak MB |\n|---|---|---|---|\n"
    compared = "| ratio | measured | wanted |\n|---|---|---|\n"
    compared += "".join(f"| {name} | **{value:.2f}** | {wanted} |\n" for name, value, wanted in ratios)
    costs = "| what a reader’s phone loads or waits for | measured | wanted |\n|---|---|---|\n"
    costs += "".join(f"| {name} | **{value:.2f}** | {wanted} |\n" for name, value, wanted in readers)
    previews = (
        "| previewing: from saving to the new page | words ms | facts ms | peak MB |\n|---|---|---|---|\n" + edits
    )
    return f"\nMeasured on {machine}.\n\n{head}{''.join(rows)}\n{previews}\n{compared}\n{costs}\n"


def _for_readers(corpora: Mapping[str, Path], stories: int) -> list[tuple[str, float, str]]:
    """What the site that was built last, with search, costs those who read it."""
    search, filters = searching(_site(corpora)), filtering(_site(corpora))
    whole = whole_index(corpora["material"] / "site")
    return [
        (f"first query, {stories:,} stories, kB (before it: 0)", search.first / 1000, "at most 150"),
        ("the next query, kB (median)", search.next / 1000, "at most 45"),
        ("first query / Material’s index", search.first / whole, "at most 0.1"),
        (f"a filter, {SLOWER} times slowed, ms (median)", filters.median, "at most 50"),
        (f"a filter, {SLOWER} times slowed, ms (19 of 20)", filters.most, ""),
        ("filters: script and style with the page, kB", filters.before / 1000, ""),
        ("filters: what they go by, once opened, kB", filters.panel / 1000, ""),
        ("filters: cards of the first choice, kB", filters.first / 1000, ""),
    ]


def _edit_rows(edited: Mapping[str, Editing], stories: int) -> str:
    named = {"ours": "the guide", "hugo": "Hugo’s server", "material": f"MkDocs with Material ({FEW} edits)"}
    return "".join(
        f"| {named[name]}, {stories:,} | {each.words:.0f} | {each.facts:.0f} | {each.megabytes:.0f} |\n"
        for name, each in edited.items()
    )


def _edit_ratios(edited: Mapping[str, Editing], stories: int) -> list[tuple[str, float, str]]:
    ours, theirs = edited["ours"], edited["hugo"]
    return [
        (f"words edited to new page / Hugo’s server, {stories:,}", ours.words / theirs.words, "at most 0.2"),
        (f"facts edited to new page / Hugo’s server, {stories:,}", ours.facts / theirs.facts, ""),
        (f"previewing / Hugo’s server, {stories:,}, peak memory", ours.megabytes / theirs.megabytes, "at most 0.4"),
    ]


def _corpora(folder: Path, count: int) -> Mapping[str, Path]:
    found = {}
    for name, write in (("ours", write_ours), ("hugo", write_hugo), ("material", write_material)):
        found[name] = folder / name
        found[name].mkdir(parents=True)
        write(found[name], count)
    return found


def _round(corpora: Mapping[str, Path], *, material: bool) -> Round:
    """One build by each, one after the other, so that what disturbs the machine disturbs all."""
    for leftover in (corpora["hugo"] / "public", corpora["material"] / "site"):
        shutil.rmtree(leftover, ignore_errors=True)
    costs = {"hugo": run([hugo(), "--quiet"], corpora["hugo"]), "cold": _cold(corpora)}
    if material:
        costs["material"] = run([sys.executable, "-m", "mkdocs", "build", "-q"], corpora["material"])
    costs["same"] = run(_ours(corpora), PROJECT)
    story = min((corpora["ours"] / "stories").glob("*/story.md"))
    story.write_text(story.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")
    costs["edited"] = run(_ours(corpora), PROJECT)
    if material:
        index = run([str(find_pagefind()), "--site", "public", "--force-language", "en", "--silent"], corpora["hugo"])
        costs["hugo with search"] = Cost(
            costs["hugo"].wall + index.wall,
            costs["hugo"].processor + index.processor,
            max(costs["hugo"].megabytes, index.megabytes),
        )
        costs["cold with search"] = _cold(corpora, search=True)
    return costs


def _cold(corpora: Mapping[str, Path], *, search: bool = False) -> Cost:
    """Our build with nothing left of the last; without search where it stands beside one that makes none."""
    settings = corpora["ours"] / "mkdocs.yml"
    before, after = f"search: {not search}".lower(), f"search: {search}".lower()
    settings.write_text(settings.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    for leftover in (_site(corpora), corpora["ours"] / ".cache"):
        shutil.rmtree(leftover, ignore_errors=True)
    return run(_ours(corpora), PROJECT)


def _ours(corpora: Mapping[str, Path]) -> list[str]:
    build = [sys.executable, str(PROJECT / "build.py"), "site", "--no-open"]
    return [*build, "--root", str(corpora["ours"]), "--site", str(_site(corpora))]


def _site(corpora: Mapping[str, Path]) -> Path:
    return corpora["ours"].parent / "site"


def _wall(cost: Cost) -> float:
    return cost.wall


def _cpu(cost: Cost) -> float:
    return cost.processor


def _memory(cost: Cost) -> float:
    return cost.megabytes


def _ratio(turns: Sequence[Round], one: str, other: str, of: Callable[[Cost], float]) -> float:
    return median(of(t[one]) for t in turns if one in t) / median(of(t[other]) for t in turns if other in t)


def _row(what: str, turns: Sequence[Round], name: str) -> str:
    costs = [turn[name] for turn in turns if name in turn]
    figures = (median(of(cost) for cost in costs) for of in (_wall, _cpu, _memory))
    wall, cpu, memory = figures
    return f"| {what} | {wall:.2f} | {cpu:.2f} | {memory:.0f} |\n"


if __name__ == "__main__":
    sys.exit(main())
