"""The commands that a parser has been told of."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Callable, Sequence
from pathlib import Path
from textwrap import fill

from storyguide.front.declared.kinds import edition


class Commands:
    """Each is taken in with its help, and comes back to be told what may follow it."""

    def __init__(self, add_parser: Callable[..., ArgumentParser], project: Path) -> None:
        self._add_parser = add_parser
        self._project = project

    def for_a_guide(self, name: str, brief: str, more: str = "", examples: Sequence[str] = ()) -> ArgumentParser:
        """A command that works on an edition: this one, or whichever is named."""
        command = self.for_the_code(name, brief, more, examples)
        command.add_argument(
            "--root",
            type=edition,
            default=self._project,
            metavar="FOLDER",
            help="the edition to work on (default: this one)",
        )
        return command

    def for_the_code(self, name: str, brief: str, more: str = "", examples: Sequence[str] = ()) -> ArgumentParser:
        """A command that works on what guides are built with."""
        return self._add_parser(
            name,
            help=brief,
            description=fill(f"{brief[:1].upper()}{brief[1:]}. {more}".strip(), 100),
            epilog="\n".join(["examples:", *(f"  python3 build.py {line}".rstrip() for line in examples)]),
            formatter_class=RawDescriptionHelpFormatter,
        )
