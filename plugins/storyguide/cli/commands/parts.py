"""Fetches and prepares the fonts and the online editor, npm itself too where it is missing."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

from argparse import Namespace
from pathlib import Path

from storyguide.cli.command import Command, Topic
from storyguide.cli.environment import NODE, add
from storyguide.cli.terminal import near, say, tell

COMMAND = Command(
    topic=Topic.DEVELOPMENT,
    rank=1,
    help="fetch the fonts (done by itself where npm is installed)",
    examples=("parts",),
    takes_edition=False,
)


def run(project: Path, asked: Namespace) -> int:
    """Fetch and prepare the fonts, npm itself too where it is missing."""
    from storyguide.cli.dependencies.assets import ensure_parts
    from storyguide.cli.dependencies.npm import npm

    if not npm():
        add(project, NODE, purpose="to fetch the fonts", say=say)
    made = ensure_parts(project, say=say)
    if made:
        tell(f"The fonts are in {near(made)}.")
    return 0 if made else 1
