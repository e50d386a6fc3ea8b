"""The folders that commands write words of stories into: their own, and those that somebody named."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from storyguide import CACHE
from storyguide.cli.registry import outputs
from storyguide.cli.terminal import near, say

if TYPE_CHECKING:
    from storyguide.editing.leaks.search_terms import Term
    from storyguide.transaction import Transaction


def note_output(root: Path, folder: Path) -> None:
    """Record that a command is about to write into a folder; one of the usual ones is known without a record."""
    from storyguide.editing.output_record import note_folder

    folder = folder.resolve()
    if folder not in usual_folders(root):
        note_folder(root, folder)


def output_folders(root: Path) -> list[Path]:
    """Return the folders that are there, the site first; none that lies within another of them."""
    from storyguide.editing.output_record import named_folders

    there = [folder for folder in dict.fromkeys((*usual_folders(root), *named_folders(root))) if folder.is_dir()]
    return [folder for folder in there if not any(other in folder.parents for other in there)]


def usual_folders(root: Path) -> list[Path]:
    """Return the folders that commands write into when none is named, whether they are there or not."""
    return [(root / name).resolve() for name in (*(output.folder for output in outputs()), CACHE)]


def files_holding(root: Path, slugs: Sequence[str], terms: "Sequence[Term]") -> list[Path]:
    """Return what commands made earlier that holds these stories and that no build makes anew: files, whole folders.

    slugs: the names of their folders, older ones too; terms: what their words are found by. Of what can hold any
    story without saying so by its name, such as a book, every file is returned: it is soon made again.
    """
    found: list[Path] = []
    for output in outputs():
        folder = root / output.folder
        if output.remade:
            continue
        files = {file for slug in slugs for file in folder.glob(output.files_of.format(slug=slug))}
        if output.look_inside:
            files = {each for file in files if _holds(file, slugs, terms) for each in folder.glob(f"{file.stem}.*")}
        found += [folder] if files and output.all_or_nothing else sorted(files)
    return found


def _holds(file: Path, slugs: Sequence[str], terms: "Sequence[Term]") -> bool:
    from storyguide.editing.leaks.search import leaks_in

    data = file.read_bytes()
    return any(f"stories/{slug}/".encode() in data for slug in slugs) or any(leaks_in(file.name, data, terms))


def folder_of(asked: Namespace, usual: str) -> Path | None:
    """The folder that was asked for, else the edition's own of that name; None, once it is said, where none can be."""
    from storyguide.cli.outputs import note_output
    from storyguide.site.faults import in_words

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


def put(file: Path, data: bytes, what: str, changes: "Transaction") -> str:
    """Write a file, and make its folder where there is none; gives a line that names it with its size."""
    changes.make_folder(file.parent)
    changes.write(file, data)
    kilo = max(1, round(len(data) / 1000))
    return f"  {near(file)}, {what}, {f'{kilo} kB' if kilo < 1000 else f'{len(data) / 1_000_000:.1f} MB'}"
