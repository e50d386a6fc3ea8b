"""The figures as tables in Markdown: goals beside what was reached, then everything that was measured."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from bench.binding import BOUND
from bench.contenders import PEERS
from bench.figures import Figures, Measured, memory, processor, wall
from bench.goals import LIGHTHOUSE, SITE_TESTS, Goal

_ELSEWHERE = (
    ("Lighthouse (mobile): performance, accessibility, practices, search", "100 each", LIGHTHOUSE),
    ("largest paint, layout shift, blocking time", "1.5 s, 0.01, 0 ms", LIGHTHOUSE),
    ("a story: first view; whole page with four photos; the second story", "110; 220; 45 kB", SITE_TESTS),
    ("HTML, CSS, JS of a page, gzip", "12; 6; 3 kB", SITE_TESTS),
)
"""Rows that tests hold, each on every page of a site of its own: what is measured, its goal, and the command."""


def goal_table(goals: Sequence[Goal], figures: Figures, *, whole: bool = True) -> str:
    """Each goal, what was measured, and by how much it is missed; of the whole, also who holds the others."""
    rows = [_goal_row(goal, goal.of(figures)) for goal in goals]
    rows += [f"| {what} | {goal} | a test | `{command}` |" for what, goal, command in _ELSEWHERE if whole]
    return _table("| what | at most | measured (between rounds) | met? |", rows)


def _goal_row(goal: Goal, found: Measured | None) -> str:
    most = f"{goal.at_most:g}"
    if found is None:
        return f"| {goal.what} | {most} | not measured | |"
    between = f" ({found.low:.2f} to {found.high:.2f})" if found.high - found.low >= 0.005 else ""
    return f"| {goal.what} | {most} | **{found.value:.2f}**{between} | {_verdict(goal, found)} |"


def _verdict(goal: Goal, found: Measured) -> str:
    if goal.met(found):
        return "yes"
    over = f"{found.value / goal.at_most - 1:.0%}" if goal.at_most else f"{found.value:g}"
    return f"missed by {over}"


def cost_table(figures: Figures, few: int, stories: int, big: int) -> str:
    """Every build: seconds, processor seconds and memory in the median, and how many pages each makes."""
    rows = [*_cost_rows(figures, few, stories, big)]
    return _table("| what | wall s | processor s | peak MB | rounds | pages made |", rows)


def _cost_rows(figures: Figures, few: int, stories: int, big: int) -> Iterator[str]:
    for size in filter(None, (few, stories, big)):
        for peer in PEERS:
            what = f"{peer.title}, {size:,}"
            if size > peer.most and figures.costs.get(f"{peer.name} cold {stories}"):
                yield f"| {what} | not built: it would take too long | | | | |"
            else:
                yield from _cost_row(figures, f"{peer.name} cold {size}", what)
        for name, what in (
            ("ours cold", "the guide"),
            ("hugo again", "Hugo once more"),
            ("ours same", "the guide, nothing changed"),
            ("ours edited", "the guide, one story edited"),
            ("hugo search", "Hugo and Pagefind"),
            ("ours search", "the guide with search"),
        ):
            yield from _cost_row(figures, f"{name} {size}", f"{what}, {size:,}")
    for name, what in (
        ("ours photos", "24 photos by the guide"),
        ("ours photos again", "the same once more"),
        ("sharp photos", "by sharp, as Eleventy uses it"),
        ("tuned sharp photos", "by sharp, tuned by hand"),
        ("libvips photos", "by libvips from Python"),
        ("ours book", f"the book of {BOUND} stories, two PDFs and EPUB"),
        ("ours book a5", "one PDF of it"),
        ("browser book", "one PDF of its words and pictures by a browser"),
    ):
        yield from _cost_row(figures, name, what)


def _cost_row(figures: Figures, name: str, what: str) -> Iterator[str]:
    costs = figures.costs.get(name)
    if costs:
        seconds, cores, megabytes = (median(of(cost) for cost in costs) for of in (wall, processor, memory))
        pages = figures.counted(f"{name} pages")
        made = f"{pages.value:,.0f}" if pages else ""
        yield f"| {what} | {seconds:.2f} | {cores:.2f} | {megabytes:.0f} | {len(costs)} | {made} |"
    elif name in figures.missing:
        yield f"| {what} | missing: {figures.missing[name]} | | | | |"


def edit_table(figures: Figures, stories: int, big: int) -> str:
    """How long each preview takes from a saved file to the new page."""
    rows = [
        row
        for size in filter(None, (stories, big))
        for name, what in (
            ("ours", "the guide"),
            ("hugo", "Hugo’s server"),
            ("eleventy", "Eleventy’s server, incremental"),
            ("zensical", "Zensical’s server"),
            ("material", "MkDocs with Material"),
        )
        for row in _edit_row(figures, name, f"{what}, {size:,}", size)
    ]
    return _table("| previewing: from saving to the page | words ms | facts ms | peak MB | edits |", rows)


def _edit_row(figures: Figures, name: str, what: str, size: int) -> Iterator[str]:
    words, facts, held = (figures.numbers.get(f"{name} {kind} {size}") for kind in ("words", "facts", "held"))
    if words and facts and held:
        yield f"| {what} | {median(words):.0f} | {median(facts):.0f} | {held[0]:.0f} | {len(words)} |"
    elif f"{name} edit {size}" in figures.missing:
        yield f"| {what} | missing: {figures.missing[f'{name} edit {size}']} | | | |"


def reader_table(figures: Figures, names: Mapping[str, str]) -> str:
    """What a reader's phone loads or waits for, and no goal is set for."""
    rows = [f"| {what} | {found.value:.2f} |" for name, what in names.items() if (found := figures.counted(name))]
    return _table("| what a reader’s phone loads or waits for | measured |", rows)


def _table(head: str, rows: Sequence[str]) -> str:
    """In Markdown; nothing where there is no row."""
    return "\n".join((head, "|---" * (head.count("|") - 1) + "|", *rows, "")) if rows else ""
