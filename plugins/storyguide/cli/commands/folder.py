"""Writes the guide as a plain docs folder, for another engine."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

import shutil
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from storyguide.cli.command import Command, Topic
from storyguide.cli.terminal import say, tell

if TYPE_CHECKING:
    from storyguide.model.guide import Guide

COMMAND = Command(
    topic=Topic.GIVEAWAYS,
    rank=4,
    help="write the guide as a plain docs folder, for another engine",
    examples=("folder ../plain-docs",),
    not_done="The folder was not written; an earlier one stands whole.",
)


def add_arguments(parser: ArgumentParser) -> None:
    """Add what may follow it."""
    parser.add_argument("out", type=Path, metavar="OUT", help="the folder to write; made if it is not there")


def run(project: Path, asked: Namespace) -> int:
    """Write the guide as a plain docs folder."""
    from storyguide.cli.terminal import near, progress

    out = asked.out.resolve()
    if out.exists() and not (out.is_dir() and ((out / "guide.yml").is_file() or not any(out.iterdir()))):
        say(f"{near(out)} is not empty, and was not written by this command. Name another folder.")
        return 1
    from storyguide import telling
    from storyguide.cli.dependencies.assets import ensure_parts
    from storyguide.cli.fault_isolation import made_around_faults
    from storyguide.cli.outputs import note_output
    from storyguide.cli.tin_downloads import downloads_of, ensure_pandoc
    from storyguide.engines.folder import write_folder
    from storyguide.making.everything import make
    from storyguide.site.assembly import assemble
    from storyguide.site.exchange import exchange
    from storyguide.site.frame_values import frame_values
    from storyguide.site.shipped import find_shipped, licence_texts
    from storyguide.site.theme_files import theme_files

    assembly = assemble(asked.root, today=date.today(), progress=progress())
    if assembly.problems:
        tell(telling.as_text(assembly.problems))
    if assembly.guide is None:
        return 1
    note_output(asked.root, out)
    fonts = ensure_parts(say=say)
    ensure_pandoc(project, asked.root, say=say)
    new = out.with_name(f".{out.name}-next")

    def write(guide: "Guide") -> int:
        frame = frame_values(
            guide.edition, news=bool(guide.posts), fonts=fonts is not None, share_cards=False, preview=False
        )
        downloads = downloads_of(guide, asked.root, fonts)
        shipped = find_shipped(fonts, guide.edition, search=False)
        made = [*make(guide, downloads=downloads, shipped=shipped), *theme_files(fonts)]
        made += licence_texts(shipped, fonts)
        return write_folder(made, asked.root / "docs", new, frame)

    try:
        assembly, pages = made_around_faults(assembly, write, known=assembly.problems)
        exchange(new, out)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    tell(f"Wrote {pages:,} pages into {near(out / 'docs')}.")
    return 1 if assembly.faults else 0
