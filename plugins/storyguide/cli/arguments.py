"""What may be typed after `build.py`, and the help that explains it."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from textwrap import fill
from typing import NoReturn

from storyguide.cli.argument_types import edition
from storyguide.cli.registry import add_arguments, command_names, load, names_in_help_order

_FOOT = """\
what most people type:
  python3 build.py                 build the guide, then look at it in your browser
  python3 build.py serve           see every change to a story as you make it
  python3 build.py new tea-and-tales
                                   begin a story, in stories/tea-and-tales/story.md
  python3 build.py check           say what needs mending, and build nothing

The first command sets everything up in .venv, which takes about half a minute and needs the internet.
After that it works offline. To start afresh, delete .venv and .cache: nothing of yours is in them.
Each command has its own help: python3 build.py check --help
"""
_WIDTH = 100
"""Columns of a command's description."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{message[:1].upper()}{message[1:]}.\nFor help type: {self.prog} --help\n")


def read_arguments(project: Path, arguments: Sequence[str]) -> argparse.Namespace:
    """Return the command that was typed, as `command`, and that command's own settings.

    Without a command the site is built. Help is printed, and a slip told, by ending the process as argparse does.
    """
    words = list(arguments)
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help")):
        words.insert(0, "site")
    names = command_names()
    if words[0] in names:
        if load(words[0]).COMMAND.passes_on and words[1:2] not in (["-h"], ["--help"]):
            return argparse.Namespace(command=words[0], further=words[1:])
        return _parser_of(words[0], project).parse_args(words)
    parser = _parser_of_all()
    if not words[0].startswith("-"):
        from difflib import get_close_matches  # noqa: PLC0415 (only a slip waits for it)

        near = get_close_matches(words[0], names, n=1)
        meant = f" Did you mean “{near[0]}”?" if near else ""
        parser.exit(2, f"There is no command “{words[0]}”.{meant}\nFor help type: python3 build.py --help\n")
    return parser.parse_args(words)


def _parser_of(name: str, project: Path) -> argparse.ArgumentParser:
    """Return a parser that knows one command: to declare all of them would take longer than to begin it."""
    parser, add_command = _parser()
    declared = load(name).COMMAND
    command = add_command(
        name,
        description=fill(f"{declared.help[:1].upper()}{declared.help[1:]}. {declared.description}".strip(), _WIDTH),
        epilog="\n".join(["examples:", *(f"  python3 build.py {line}".rstrip() for line in declared.examples)]),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    if declared.takes_edition:
        command.add_argument(
            "--root",
            type=edition,
            default=project,
            metavar="FOLDER",
            help="the edition to work on (default: this one)",
        )
    add_arguments(name, command)
    return parser


def _parser_of_all() -> argparse.ArgumentParser:
    """Return a parser that names every command in its help, and knows no more of them."""
    parser, add_command = _parser()
    for name in names_in_help_order():
        add_command(name, help=load(name).COMMAND.help)
    return parser


def _parser() -> tuple[argparse.ArgumentParser, Callable[..., argparse.ArgumentParser]]:
    """Return a parser without commands, and what adds one to it."""
    parser = _Parser(
        prog="python3 build.py",
        description="Builds a community story guide: stories in folders become a website.",
        epilog=_FOOT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    known = parser.add_subparsers(dest="command", title="commands", metavar="COMMAND", parser_class=_Parser)
    return parser, known.add_parser
