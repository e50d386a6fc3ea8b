"""Has ready what the tests need, and runs them: all, some, or those that are quick."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from storyguide.cli.command import Command, Topic
from storyguide.cli.environment import NODE, TESTS, add
from storyguide.cli.process import become
from storyguide.cli.terminal import say

QUICK = "quick"
"""Typed after `test`: only what needs neither a browser nor a built site."""

COMMAND = Command(
    topic=Topic.DEVELOPMENT,
    rank=2,
    help="run every test, a real browser’s included",
    description=(
        "What follows is handed to pytest. What the tests need is fetched first: once. “quick” leaves out all that "
        "need a browser or a built site, and takes less than a minute."
    ),
    examples=("test", "test quick", "test -k consent", "test tests/browser -x"),
    takes_edition=False,
    passes_on=True,
)


def add_arguments(parser: ArgumentParser) -> None:
    """Add what may follow it."""
    parser.add_argument("further", nargs="*", metavar="PYTEST ARGUMENT")


def run(project: Path, asked: Namespace) -> int:
    """Have ready what the tests need, and run them."""
    from storyguide.cli.dependencies import npm
    from storyguide.cli.dependencies.assets import ensure_parts
    from storyguide.cli.dependencies.browser import ensure_browser
    from storyguide.cli.sharing_tests import run_every_test, run_quick_tests

    add(project, TESTS, purpose="to test the guide", say=say)
    if not npm.npm():
        add(project, NODE, purpose="to fetch what the tests judge pages with", say=say)
    npm.fetch(project, for_tests=True, say=say)
    ensure_parts(project, say=say)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.chdir(project)
    command = [sys.executable, "-m", "pytest"]
    if asked.further[:1] == [QUICK]:
        return run_quick_tests([*command, *asked.further[1:]])
    ensure_browser(say=say)
    return become([*command, *asked.further]) if asked.further else run_every_test(command)
