"""Carries out a command whose arguments have been read."""

from argparse import Namespace
from pathlib import Path

from storyguide.cli.errors import in_a_sentence
from storyguide.cli.registry import load
from storyguide.cli.terminal import use_edition


def run_command(project: Path, asked: Namespace) -> int:
    """Run `asked.command` and return its exit status; whatever fails is told in a sentence.

    While it runs, commands that it tells people to type name the edition at work where that is not the project's own.
    """
    module = load(asked.command)
    root = getattr(asked, "root", project)
    with use_edition(None if root == project else root):
        return in_a_sentence(asked.command, module.COMMAND.not_done, module.run)(project, asked)
