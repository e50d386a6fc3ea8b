"""The commands for a guide: each asks the rooms for what it needs, prints it, and returns the exit status."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

import shutil
import signal
from argparse import Namespace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from storyguide.front.door import BROKEN_OFF, say
from storyguide.front.safety_net import Command, in_a_sentence
from storyguide.front.terminal import somebody_is_there, tell

if TYPE_CHECKING:
    from storyguide.model.guide import Guide


def site(project: Path, asked: Namespace) -> int:
    """Build the website, say what came of it, and show it to whoever sits at the terminal."""
    from storyguide.engines.faults import MachineError
    from storyguide.engines.publish import publish
    from storyguide.front.downloads import ensure_pandoc
    from storyguide.front.outcome import outcome, progress
    from storyguide.front.parts import ensure_parts

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
        from storyguide.tending.outputs import note_output

        note_output(asked.root, out)
    if published.told:
        tell(published.told)
    tell(*outcome(published, out, offline=asked.offline))
    if published.built and not asked.offline and not asked.no_open and somebody_is_there():
        from storyguide.front.showing import show

        show(out, say=say)
    return 0 if published.built and not published.faults else 1


def folder(project: Path, asked: Namespace) -> int:
    """Write the guide as a plain docs folder."""
    from storyguide.engines.clock import today as this_day
    from storyguide.front.outcome import near, progress

    out = asked.out.resolve()
    if out.exists() and not (out.is_dir() and ((out / "guide.yml").is_file() or not any(out.iterdir()))):
        say(f"{near(out)} is not empty, and was not written by this command. Name another folder.")
        return 1
    from storyguide import telling
    from storyguide.assembly import assemble
    from storyguide.engines.exchange import exchange
    from storyguide.engines.folder import write_folder
    from storyguide.engines.frame_values import frame_values
    from storyguide.engines.shipped import find_shipped, licence_texts
    from storyguide.engines.theme_files import theme_files
    from storyguide.front.around_faults import made_around_faults
    from storyguide.front.downloads import downloads_of, ensure_pandoc
    from storyguide.front.parts import ensure_parts
    from storyguide.making.everything import make
    from storyguide.tending.outputs import note_output

    assembly = assemble(asked.root, today=this_day(), progress=progress())
    if assembly.problems:
        tell(telling.as_text(assembly.problems))
    if assembly.guide is None:
        return 1
    note_output(asked.root, out)
    fonts = ensure_parts(say=say)
    ensure_pandoc(project, asked.root, say=say)
    new = out.with_name(f".{out.name}-next")

    def write(guide: "Guide") -> int:
        frame = frame_values(
            guide.edition, news=bool(guide.posts), fonts=fonts is not None, share_cards=False, preview=False
        )
        downloads = downloads_of(guide, asked.root, fonts)
        shipped = find_shipped(fonts, guide.edition, search=False)
        made = [*make(guide, downloads=downloads, shipped=shipped), *theme_files(fonts)]
        made += licence_texts(shipped, fonts)
        return write_folder(made, asked.root / "docs", new, frame)

    try:
        assembly, pages = made_around_faults(assembly, write, known=assembly.problems)
        exchange(new, out)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    tell(f"Wrote {pages:,} pages into {near(out / 'docs')}.")
    return 1 if assembly.faults else 0


def _in_its_own_module(name: str) -> Command:
    def carry_out(project: Path, asked: Namespace) -> int:
        command: Command = getattr(import_module(f"storyguide.front.{name}"), name)
        return command(project, asked)

    return carry_out


_OF_THEIR_OWN = (
    *("serve", "check", "desk", "links", "preview", "new"),
    *("intake", "proof", "approve", "withdraw", "leaks", "rename", "book", "poster", "newsletter"),
)
"""Each a function in a module of its name, loaded when it is asked for: all of them take a tenth of a short build."""

COMMANDS: dict[str, Command] = {each.__name__: in_a_sentence(each.__name__, each) for each in (site, folder)} | {
    name: in_a_sentence(name, _in_its_own_module(name)) for name in _OF_THEIR_OWN
}
