"""Asks PyPI and npm what faults are known of what is locked."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

from argparse import Namespace
from pathlib import Path

from storyguide.cli.command import Command, Topic
from storyguide.cli.environment import AUDIT, NODE, SetUpFailedError, add
from storyguide.cli.terminal import say, tell

COMMAND = Command(
    topic=Topic.DEVELOPMENT,
    rank=6,
    help="ask PyPI and npm whether faults are known of anything that is locked",
    description="The exit status is 0 if none is, 1 if one is, and 2 if they could not be asked, which says nothing.",
    examples=("audit",),
    takes_edition=False,
)


def run(project: Path, asked: Namespace) -> int:
    """Ask PyPI and npm what faults are known of what is locked."""
    from storyguide.cli.dependencies import known_faults as auditing
    from storyguide.cli.dependencies.npm import npm

    try:
        add(project, AUDIT, purpose="to ask for known faults", say=say)
        if not npm():
            add(project, NODE, purpose="to ask npm", say=say)
    except SetUpFailedError as failure:
        say(f"{failure}\nSo nobody could be asked, and this says nothing about whether the parts are sound.")
        return auditing.NOT_KNOWN
    status, told = auditing.audit(project)
    tell(*told)
    return status
