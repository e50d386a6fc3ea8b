"""Builds of the same stories by each contender in turn: cold, with nothing changed, one story edited, with search."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Set
from pathlib import Path

from bench.contenders import ELEVENTY, HUGO, MATERIAL, PEERS, Contender, pagefind
from bench.figures import Figures
from bench.running import Cost, FailedError, run

PROJECT = Path(__file__).resolve().parent.parent
_PATIENCE = 240
"""Seconds that a peer's build may take: on a slow machine the whole would else never end."""


class Ground:
    """So many made-up stories in the layouts that are wanted, and the sites that are made of them."""

    def __init__(self, folder: Path, stories: int, layouts: Set[str]) -> None:
        """Write them, in a process of its own: what this one holds would count as the least a build can hold."""
        self.stories = stories
        self._folder = folder
        command = [sys.executable, "-m", "bench.corpus", str(folder), str(stories), *sorted(layouts)]
        subprocess.run(command, cwd=PROJECT, check=True)  # noqa: S603 - our own

    def of(self, layout: str) -> Path:
        """The folder of one layout."""
        return self._folder / layout

    @property
    def site(self) -> Path:
        """Where our own site stands."""
        return self._folder / "site"

    def clear(self) -> None:
        """Leave nothing of it."""
        shutil.rmtree(self._folder)


def needed(parts: Set[str], stories: int, small: int) -> set[str]:
    """The layouts that these parts of the comparison build, of a corpus of this size."""
    layouts = {"ours", "hugo"}
    if "cold" in parts:
        layouts |= {peer.layout for peer in PEERS if stories <= peer.most}
    if "edit" in parts and stories <= small:
        layouts |= {"eleventy"}
    if parts & {"edit", "readers"} and stories <= small:
        layouts |= {"material"}
    return layouts


def build_round(ground: Ground, figures: Figures, parts: Set[str], number: int, *, big: bool = False) -> None:
    """One build by each, one after the other, so that what disturbs the machine disturbs all."""
    size = ground.stories
    cold(ground, figures, HUGO)
    figures.cost(f"ours cold {size}", ours(ground))
    _count(figures, f"ours cold {size}", ground.site)
    if "warm" in parts:
        if number == 0 or not big:  # at 10,000 Hugo takes as long again as for all else
            _attempt(figures, f"hugo again {size}", HUGO, lambda: _built(ground, HUGO))
        figures.cost(f"ours same {size}", _ours(ground))
        story = min((ground.of("ours") / "stories").glob("*/story.md"))
        story.write_text(story.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")
        figures.cost(f"ours edited {size}", _ours(ground))
    if "search" in parts and not big:
        _attempt(figures, f"hugo search {size}", HUGO, lambda: _indexed(ground, figures))
        figures.cost(f"ours search {size}", ours(ground, search=True))
    if "cold" in parts:
        for peer in PEERS:
            if peer is not HUGO and size <= peer.most and number < (1 if big else peer.rounds):
                cold(ground, figures, peer)


def cold(ground: Ground, figures: Figures, peer: Contender) -> None:
    """A peer's build with nothing left of the last."""
    for leftover in peer.leftovers:
        shutil.rmtree(ground.of(peer.layout) / leftover, ignore_errors=True)
    _attempt(figures, f"{peer.name} cold {ground.stories}", peer, lambda: _built(ground, peer))
    _count(figures, f"{peer.name} cold {ground.stories}", ground.of(peer.layout) / peer.leftovers[0])
    if peer is ELEVENTY:  # nobody looks at it again, and it stands in memory
        shutil.rmtree(ground.of(peer.layout) / peer.leftovers[0], ignore_errors=True)


def ours(ground: Ground, *, search: bool = False) -> Cost:
    """Our build with nothing left of the last; without search where it stands beside one that makes none."""
    set_search(ground, on=search)
    for leftover in (ground.site, ground.of("ours") / ".cache"):
        shutil.rmtree(leftover, ignore_errors=True)
    return _ours(ground)


def set_search(ground: Ground, *, on: bool) -> None:
    """Have our own guide searched, or not."""
    settings = ground.of("ours") / "mkdocs.yml"
    before, after = f"search: {not on}".lower(), f"search: {on}".lower()
    settings.write_text(settings.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")


def _count(figures: Figures, name: str, site: Path) -> None:
    """How much was made: pages, files, and megabytes of both."""
    if f"{name} pages" not in figures.numbers and site.is_dir():
        files = [file for file in site.rglob("*") if file.is_file()]
        figures.number(f"{name} pages", sum(file.suffix == ".html" for file in files))
        figures.number(f"{name} files", len(files))
        figures.number(f"{name} megabytes", sum(file.stat().st_size for file in files) / 1e6)


def materials_site(ground: Ground, figures: Figures) -> Path | None:
    """What Material makes of it, built if it is not there; none where it cannot be."""
    site = ground.of(MATERIAL.layout) / MATERIAL.leftovers[0]
    if not site.is_dir():
        cold(ground, figures, MATERIAL)
    return site if site.is_dir() else None


def _attempt(figures: Figures, name: str, peer: Contender, build: Callable[[], Cost]) -> None:
    """What a build by a peer costs, or why there is none: no peer's fault ends the comparison."""
    if name in figures.missing:
        return
    reason = peer.missing()
    try:
        if not reason:
            figures.cost(name, build())
    except (FailedError, OSError) as fault:
        reason = str(fault)
    if reason:
        figures.missing[name] = reason


def _built(ground: Ground, peer: Contender) -> Cost:
    return run(peer.command(), ground.of(peer.layout), patience=_PATIENCE)


def _indexed(ground: Ground, figures: Figures) -> Cost:
    """Hugo's build of this round with an index of its stories after it."""
    site = ground.of("hugo")
    index = run([pagefind(), "--site", "public", "--force-language", "en", "--silent"], site)
    return figures.costs[f"hugo cold {ground.stories}"][-1].and_then(index)


def _ours(ground: Ground) -> Cost:
    build = [sys.executable, str(PROJECT / "build.py"), "site", "--no-open"]
    return run([*build, "--root", str(ground.of("ours")), "--site", str(ground.site)], PROJECT)
