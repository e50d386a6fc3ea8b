"""What may be typed after build.py, and the help that explains it."""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn

from storyguide.front.declared.commands import Commands
from storyguide.front.declared.giving import book, folder, newsletter, poster
from storyguide.front.declared.guide import check, desk, links, preview, serve, site
from storyguide.front.declared.stories import approve, intake, leaks, new, proof, rename, withdraw
from storyguide.front.declared.upkeep import audit, bench, lock, parts, sbom, test

DECLARED = {
    declare.__name__: declare
    for declare in (
        *(site, serve, check, preview, desk, links),
        *(new, proof, approve, withdraw, leaks, rename, intake),
        *(book, poster, newsletter, folder),
        *(parts, test, bench, lock, sbom, audit),
    )
}
"""What tells a parser of each command, in the order of the help."""

HANDED_ON = ("test", "bench")
"""Commands whose further arguments are another program's."""

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


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{message[:1].upper()}{message[1:]}.\nFor help type: {self.prog} --help\n")


def read_arguments(project: Path, arguments: Sequence[str]) -> argparse.Namespace:
    """What was asked for: its command, and that command's own settings.

    Without a command the site is built. Help is printed, and a slip told, by ending the process as argparse does.
    """
    words = list(arguments)
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help")):
        words.insert(0, "site")
    if words[0] in HANDED_ON and words[1:2] not in (["-h"], ["--help"]):
        return argparse.Namespace(command=words[0], further=words[1:])
    if words[0] in DECLARED:
        return _parser(project, [words[0]]).parse_args(words)
    parser = _parser(project, DECLARED)
    if not words[0].startswith("-"):
        from difflib import get_close_matches  # noqa: PLC0415 (only a slip waits for it)

        near = get_close_matches(words[0], DECLARED, n=1)
        meant = f" Did you mean “{near[0]}”?" if near else ""
        parser.exit(2, f"There is no command “{words[0]}”.{meant}\nFor help type: python3 build.py --help\n")
    return parser.parse_args(words)


def _parser(project: Path, names: Iterable[str]) -> argparse.ArgumentParser:
    """A parser that knows these commands: to declare all of them would take longer than the rest of the way in."""
    parser = _Parser(
        prog="python3 build.py",
        description="Builds a community story guide: stories in folders become a website.",
        epilog=_FOOT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    known = parser.add_subparsers(dest="command", title="commands", metavar="COMMAND", parser_class=_Parser)
    commands = Commands(known.add_parser, project)
    for name in names:
        DECLARED[name](commands)
    return parser
