"""What a command declares of itself: its help, its examples, and which folders of its own hold words of stories."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from enum import IntEnum
from pathlib import Path
from typing import NamedTuple, Protocol

Run = Callable[[Path, Namespace], int]
"""Carries a command out, given the project's folder and the arguments that were read; returns the exit status."""


class Topic(IntEnum):
    """What a command is for; the help lists commands in this order."""

    GUIDE = 1
    """To build the guide, to look at it and to look after it."""
    STORIES = 2
    """To begin a story, to have it agreed to, and to move or withdraw it."""
    GIVEAWAYS = 3
    """To make what is given away beside the site: books, posters, newsletters, plain folders."""
    DEVELOPMENT = 4
    """To fetch, test, measure and list what the guide is made with."""


class Output(NamedTuple):
    """A folder, named from the edition's, into which a command writes words of stories unless told another.

    `leaks` looks through every such folder. Of those that no build makes anew, `withdraw` names the files of a story,
    to be deleted by hand; the folder on record in their place when somebody named one (`cli.outputs.note_output`).
    """

    folder: str
    remade: bool = False
    """Whether the next build of the site makes it anew, so that nobody has to delete anything."""
    files_of: str = "*.*"
    """A pattern, from the folder, of the files that may hold a story; `{slug}` stands for the name of its folder."""
    all_or_nothing: bool = False
    """Whether the whole folder is to be deleted once the pattern finds anything."""
    look_inside: bool = False
    """Whether a file counts only when it has the story's address or a term of it; files of the same stem go with it."""


class Command(NamedTuple):
    """A command as its module declares it; the module's name is what is typed.

    A named tuple, since whoever asks for help waits for these words alone, and `dataclasses` takes long to load.
    """

    topic: Topic
    help: str
    """What it does, in one line without a full stop, beginning with a small letter."""
    examples: Sequence[str]
    """What may be typed behind `python3 build.py`."""
    description: str = ""
    """Further sentences for the command's own help."""
    rank: int = 99
    """Its place in the help among the commands of its topic; those of the same rank stand by name."""
    takes_edition: bool = True
    """Whether it works on an edition, and so has `--root`; `asked.root` is then that edition's folder."""
    passes_on: bool = False
    """Whether all that follows it is another program's; it is then in `asked.further`."""
    not_done: str = ""
    """What has not been done when the machine stops it, as a sentence."""
    outputs: Sequence[Output] = ()


class CommandModule(Protocol):
    """A module of `cli.commands`."""

    COMMAND: Command

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the command's own arguments to its parser."""

    def run(self, project: Path, asked: Namespace) -> int:
        """Carry the command out and return the exit status."""
