"""Measures how fast the guide is built; a peer that cannot be had is named, and the others are measured."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

import os
import sys
from argparse import ArgumentParser, Namespace
from contextlib import suppress
from pathlib import Path

from storyguide.cli.command import Command, Topic
from storyguide.cli.environment import BENCH, NODE, TESTS, SetUpFailedError, add
from storyguide.cli.process import become
from storyguide.cli.terminal import say

COMMAND = Command(
    topic=Topic.DEVELOPMENT,
    rank=3,
    help="measure how fast the guide is built",
    examples=("bench",),
    takes_edition=False,
    passes_on=True,
)


def add_arguments(parser: ArgumentParser) -> None:
    """Add what may follow it."""
    parser.add_argument("further", nargs="*", metavar="ARGUMENT")


def run(project: Path, asked: Namespace) -> int:
    """Measure how fast the guide is built; a peer that cannot be had is named, and the others are measured."""
    from storyguide.cli.dependencies.browser import ensure_browser
    from storyguide.cli.dependencies.npm import npm

    add(project, TESTS, purpose="to read the guide as its readers do", say=say)
    try:
        add(project, BENCH, purpose="to measure against", say=say)
    except SetUpFailedError as failure:
        say(f"{failure}\nThose that are missing are named in the table.")
    if not npm():
        with suppress(SetUpFailedError):
            add(project, NODE, purpose="to fetch what comes from npm", say=say)
    ensure_browser(say=say)
    os.chdir(project)
    return become([sys.executable, "-m", "bench", *asked.further])
