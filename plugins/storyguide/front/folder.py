"""The command that writes the guide as a plain docs folder, for an engine this program does not know."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

import shutil
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from storyguide.front.door import say
from storyguide.front.terminal import tell

if TYPE_CHECKING:
    from storyguide.site.assembly import Assembly


def folder(project: Path, asked: Namespace) -> int:
    """Write the guide as a plain docs folder, all or nothing; returns the exit status."""
    from storyguide.front.outcome import near, progress

    out = asked.out.resolve()
    if out.exists() and not (out.is_dir() and ((out / "guide.yml").is_file() or not any(out.iterdir()))):
        say(f"{near(out)} is not empty, and was not written by this command. Name another folder.")
        return 1
    from storyguide import telling
    from storyguide.front.downloads import ensure_pandoc
    from storyguide.front.parts import ensure_parts
    from storyguide.site.assembly import assemble
    from storyguide.site.engine import EngineFaultError
    from storyguide.tending.outputs import note_output

    assembly = assemble(asked.root, today=date.today(), progress=progress())
    if assembly.problems:
        tell(telling.as_text(assembly.problems))
    if assembly.guide is None:
        return 1
    note_output(asked.root, out)
    assets = ensure_parts(say=say)
    ensure_pandoc(project, asked.root, say=say)
    try:
        assembly, pages = _written(assembly, out, assets)
    except EngineFaultError as fault:
        say(str(fault))
        return 1
    tell(f"Wrote {pages:,} pages into {near(out / 'docs')}.")
    return 1 if assembly.faults else 0


def _written(assembly: "Assembly", out: Path, assets: Path | None) -> "tuple[Assembly, int]":
    """Write beside the folder that stands, then exchange the two; gives the number of pages made of the guide."""
    from dataclasses import replace

    from storyguide.engines.folder import PlainFolder
    from storyguide.front.around_faults import made_around_faults
    from storyguide.front.chosen_engine import chosen_engine
    from storyguide.site.building import build_site
    from storyguide.site.exchange import exchange

    new = out.with_name(f".{out.name}-next")
    # Search is the business of whichever engine makes a site of the folder: an index is of finished pages.
    settings = replace(chosen_engine().settings(assembly.root), search=False)
    engine, known = PlainFolder(settings), assembly.problems

    try:
        assembly, _ = made_around_faults(
            assembly,
            lambda guide: build_site(replace(assembly, guide=guide), new, engine=engine, assets=assets),
            known=known,
        )
        exchange(new, out)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    return assembly, engine.pages
