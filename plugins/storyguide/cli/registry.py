"""The commands there are, found by being modules of `cli.commands`."""

from argparse import ArgumentParser
from importlib import import_module
from pathlib import Path
from typing import cast

from storyguide.cli import commands
from storyguide.cli.command import CommandModule, Output


def command_names() -> list[str]:
    """Return what may be typed as a command, by name; no module of theirs is imported for it.

    `pkgutil.iter_modules` would say the same, but loads `inspect` for it, which takes longer than the rest of the way.
    """
    files = (file for folder in commands.__path__ for file in Path(folder).glob("[!_]*.py"))
    return sorted({file.stem for file in files})


def load(name: str) -> CommandModule:
    """Import the module of one command."""
    return cast(CommandModule, import_module(f"{commands.__name__}.{name}"))


def names_in_help_order() -> list[str]:
    """Return the commands by topic, then by rank and name; imports the modules of all."""
    declared = {name: load(name).COMMAND for name in command_names()}
    return sorted(declared, key=lambda name: (declared[name].topic, declared[name].rank, name))


def add_arguments(name: str, parser: ArgumentParser) -> None:
    """Let a command add its own arguments, if it has any."""
    module = load(name)
    if hasattr(module, "add_arguments"):
        module.add_arguments(parser)


def outputs() -> list[Output]:
    """Return every output that commands declare, in the order of the help."""
    return [output for name in names_in_help_order() for output in load(name).COMMAND.outputs]
