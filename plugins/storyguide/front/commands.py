"""The commands for a guide: each asks the rooms for what it needs, prints it, and returns the exit status."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

import signal
from argparse import Namespace
from importlib import import_module
from pathlib import Path

from storyguide.front.door import BROKEN_OFF, say
from storyguide.front.safety_net import Command, in_a_sentence
from storyguide.front.terminal import somebody_is_there, tell


def site(project: Path, asked: Namespace) -> int:
    """Build the website, say what came of it, and show it to whoever sits at the terminal."""
    from storyguide.front.chosen_engine import chosen_engine
    from storyguide.front.downloads import ensure_pandoc
    from storyguide.front.outcome import outcome, progress
    from storyguide.front.parts import ensure_parts
    from storyguide.site.faults import MachineError
    from storyguide.site.publish import publish

    out = asked.site.resolve() if asked.site else asked.root / ("site-offline" if asked.offline else "site")
    ensure_pandoc(project, asked.root, say=say)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # the machine asking for an end is Ctrl+C by another hand
    try:
        published = publish(
            asked.root,
            out,
            engine=chosen_engine(),
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
        from storyguide.tending.outputs import note_output

        note_output(asked.root, out)
    if published.told:
        tell(published.told)
    tell(*outcome(published, out, offline=asked.offline))
    if published.built and not asked.offline and not asked.no_open and somebody_is_there():
        from storyguide.front.showing import show

        show(out, say=say)
    return 0 if published.built and not published.faults else 1


def _in_its_own_module(name: str) -> Command:
    def carry_out(project: Path, asked: Namespace) -> int:
        command: Command = getattr(import_module(f"storyguide.front.{name}"), name)
        return command(project, asked)

    return carry_out


_OF_THEIR_OWN = (
    *("folder", "serve", "check", "desk", "links", "preview", "new"),
    *("intake", "proof", "approve", "withdraw", "leaks", "rename", "book", "poster", "newsletter"),
)
"""Each a function in a module of its name, loaded when it is asked for: all of them take a tenth of a short build."""

COMMANDS: dict[str, Command] = {site.__name__: in_a_sentence(site.__name__, site)} | {
    name: in_a_sentence(name, _in_its_own_module(name)) for name in _OF_THEIR_OWN
}
