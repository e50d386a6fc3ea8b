"""Builds the website, says what came of it, and shows it to whoever sits at the terminal."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

from argparse import ArgumentParser, Namespace
from pathlib import Path

from storyguide.cli.command import Command, Output, Topic
from storyguide.cli.process import BROKEN_OFF
from storyguide.cli.terminal import say, somebody_is_there, tell

COMMAND = Command(
    topic=Topic.GUIDE,
    rank=1,
    help="build the website (this is what happens when no command is given)",
    description=(
        "A story that needs mending is left out and told; all others are built. "
        "In a terminal the site is then shown in your browser."
    ),
    examples=("", "--strict", "site --root ../another-town --site ../another-town-site"),
    outputs=(
        Output(folder="site", remade=True),
        Output(folder="site-offline", files_of="stories/{slug}", all_or_nothing=True),
    ),
)


def add_arguments(parser: ArgumentParser) -> None:
    """Add what may follow it."""
    parser.add_argument("--site", type=Path, metavar="FOLDER", help="where to put it (default: site, in the edition)")
    parser.add_argument("--strict", action="store_true", help="build nothing if any story needs mending")
    parser.add_argument("--fresh", action="store_true", help="use nothing kept from earlier builds")
    parser.add_argument(
        "--allow-removals",
        action="store_true",
        help="build even if addresses are lost that were published once, and forget them",
    )
    parser.add_argument("--no-open", action="store_true", help="build only; do not show it in the browser")
    parser.add_argument(
        "--offline",
        action="store_true",
        help="make it to be read from a folder or a stick, without the internet; it is put into site-offline",
    )


def run(project: Path, asked: Namespace) -> int:
    """Build the website, say what came of it, and show it to whoever sits at the terminal."""
    import signal

    from storyguide.cli.build_summary import build_summary
    from storyguide.cli.dependencies.assets import ensure_parts
    from storyguide.cli.terminal import progress
    from storyguide.cli.tin_downloads import ensure_pandoc
    from storyguide.site.faults import MachineError
    from storyguide.site.publish import publish

    out = asked.site.resolve() if asked.site else asked.root / ("site-offline" if asked.offline else "site")
    ensure_pandoc(project, asked.root, say=say)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # the machine asking for an end is Ctrl+C by another hand
    try:
        published = publish(
            asked.root,
            out,
            strict=asked.strict,
            fresh=asked.fresh,
            parts=ensure_parts(say=say),
            progress=progress(),
            offline=asked.offline,
            allow_removals=asked.allow_removals,
        )
    except MachineError as fault:
        say(str(fault))
        return 1
    except KeyboardInterrupt:
        say("Broken off. What stands is whole: the last site, or the new one.")
        return BROKEN_OFF
    if published.built and asked.site:  # the usual folder is known without a record
        from storyguide.cli.outputs import note_output

        note_output(asked.root, out)
    if published.told:
        tell(published.told)
    tell(*build_summary(published, out, offline=asked.offline))
    if published.built and not asked.offline and not asked.no_open and somebody_is_there():
        from storyguide.cli.serving.local_server import show

        show(out, say=say)
    return 0 if published.built and not published.faults else 1
