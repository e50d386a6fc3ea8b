"""What the commands that make something to give away share: where it goes, of which guide, and of what in it."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

from argparse import Namespace
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from storyguide.front.door import say
from storyguide.front.outcome import near, progress
from storyguide.model.place import OF_AN_AREA
from storyguide.transaction import Transaction

if TYPE_CHECKING:
    from storyguide.assembly import Assembly


def folder_of(asked: Namespace, usual: str) -> Path | None:
    """The folder that was asked for, else the edition's own of that name; None, once it is said, where none can be."""
    from storyguide.engines.faults import in_words
    from storyguide.tending.outputs import note_output

    out: Path = asked.to or asked.root / usual
    try:
        out = out.resolve()
        in_the_way = next((each for each in (out, *out.parents) if each.exists() and not each.is_dir()), None)
    except OSError as fault:
        say(in_words(fault, out, option="--to"))
        return None
    except RuntimeError:  # what points to itself, however far one follows it
        in_the_way = out
    if in_the_way is not None:
        say(f"{near(in_the_way)} is no folder. Name a folder with --to.")
        return None
    note_output(asked.root, out)
    return out


def assembled(root: Path, otherwise: str) -> "Assembly | None":
    """The guide at root, put together; None, once it is said, where the edition itself cannot be read."""
    from storyguide.assembly import assemble
    from storyguide.engines.clock import today as this_day

    assembly = assemble(root, today=this_day(), progress=progress())
    if assembly.guide is None:
        say(f"{otherwise} The edition itself cannot be read; to see why, type: python3 build.py check")
        return None
    return assembly


def slug_among(written: str, slugs: Collection[str]) -> str:
    """The one of these slugs that was written, or whose name was: “Lark Hill” is lark-hill; "" when none is."""
    from storyguide.model.slug import slug_of

    slug = slug_of(written)
    return next((each for each in (written, slug, f"{slug}{OF_AN_AREA}") if each in slugs), "")


def none_such(kind: str, written: str, slugs: Collection[str], otherwise: str = "") -> str:
    """That the guide has no such thing, and which was meant; where none comes near, this or else all there are."""
    from storyguide.model.nearest import nearest
    from storyguide.model.slug import slug_of

    near_to = nearest(slug_of(written) or written, sorted(slugs))
    there_are = otherwise or f"There are: {', '.join(sorted(slugs)) or 'none yet'}."
    return f"The guide has no {kind} “{written}”. {f'Did you mean “{near_to}”?' if near_to else there_are}"


def put(file: Path, data: bytes, what: str, changes: Transaction) -> str:
    """Write a file, and make its folder where there is none; gives a line that names it with its size."""
    changes.make_folder(file.parent)
    changes.write(file, data)
    kilo = max(1, round(len(data) / 1000))
    return f"  {near(file)}, {what}, {f'{kilo} kB' if kilo < 1000 else f'{len(data) / 1_000_000:.1f} MB'}"
