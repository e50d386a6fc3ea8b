"""Completes the commands that people are told to type, so that they work on an edition elsewhere."""

import re
from shlex import quote

from storyguide.cli.registry import command_names, load

_TYPED = re.compile(r"python3\s+build\.py(?:\s+(?P<name>[a-z]+)\b)?(?!\s+--root)")


def with_root(words: str, root: str) -> str:
    """Add `--root` and this folder to every command in a text that works on an edition."""
    names = command_names()
    option = f" --root {quote(root)}"

    def completed(found: re.Match[str]) -> str:
        name = found["name"]
        if name in names:
            return found[0] + (option if load(name).COMMAND.takes_edition else "")
        return "python3 build.py" + option + found[0].partition("build.py")[2]  # the site is built where none is named

    return _TYPED.sub(completed, words)
