"""Writes the list of every part the guide is made with, for programs."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from storyguide.cli.command import Command, Topic
from storyguide.cli.terminal import near, say, tell

COMMAND = Command(
    topic=Topic.DEVELOPMENT,
    rank=5,
    help="list every part the guide is made with, for programs that look for known faults",
    description="The list is CycloneDX, made from the locks; each published site has it too, below about/licences/.",
    examples=("sbom", "sbom --out sbom.cdx.json", "sbom --everything"),
    takes_edition=False,
)


def add_arguments(parser: ArgumentParser) -> None:
    """Add what may follow it."""
    parser.add_argument("--out", type=Path, metavar="FILE", help="where to write it (default: into the terminal)")
    parser.add_argument("--everything", action="store_true", help="with what tests and measuring want, too")


def run(project: Path, asked: Namespace) -> int:
    """Write the list of every part, for programs."""
    from storyguide.site.sbom import make_sbom
    from storyguide.transaction import write_whole

    made = make_sbom(project, everything=asked.everything)
    if asked.out is None:
        sys.stdout.write(made)
        return 0
    out = asked.out.resolve()
    try:
        write_whole(out, made.encode())
    except OSError as fault:
        say(f"{near(out)} could not be written: {fault.strerror}.")
        return 1
    tell(f"Wrote {near(out)}.")
    return 0
