"""The command that makes a folder to look at: what has changed, and how the guide would be with it."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

import shutil
from argparse import Namespace
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from storyguide.front.changes import NotKnownError, changes_since
from storyguide.front.door import say
from storyguide.front.outcome import near, progress
from storyguide.front.terminal import tell

if TYPE_CHECKING:
    from storyguide.model.changes import Changes
    from storyguide.model.guide import Guide
    from storyguide.site.assembly import Assembly

COULD_NOT = 2
FIRST = "index.html"


def preview(project: Path, asked: Namespace) -> int:
    """Make a folder that opens from disk and shows what has changed."""
    out = (asked.out or asked.root / "preview").resolve()
    if not _may_be_replaced(out):
        say(f"{near(out)} holds something else. Name another folder with --out.")
        return COULD_NOT
    try:
        files = changes_since(asked.root, asked.since)
    except NotKnownError as unknown:
        say(str(unknown))
        return COULD_NOT
    from storyguide import telling
    from storyguide.front.around_faults import made_around_faults
    from storyguide.front.compared import compared
    from storyguide.front.parts import ensure_parts
    from storyguide.site.assembly import assemble
    from storyguide.site.exchange import exchange
    from storyguide.tending.outputs import note_output

    note_output(asked.root, out)
    today = date.today()
    assembly = assemble(asked.root, today=today, progress=progress(), preview=True, agreed_only=asked.agreed_only)
    if assembly.guide is None:
        tell(telling.as_text(assembly.problems), "There is nothing to look at until this is mended.")
        return 1
    new = out.with_name(f".{out.name}-next")
    parts = ensure_parts(say=say)

    def build(guide: "Guide") -> "Changes":
        changes = compared(asked.root, guide, files, since=asked.since, today=today)
        _build(replace(assembly, guide=guide), guide, changes, new, parts)
        return changes

    try:
        made_of, changes = made_around_faults(assembly, build)
        exchange(new, out)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    tell(*_told(changes, out))
    return 1 if made_of.faults else 0


def _build(assembly: "Assembly", guide: "Guide", changes: "Changes", new: Path, parts: Path | None) -> None:
    """Build the whole of it into new, a folder beside the one that stands."""
    from storyguide.front.chosen_engine import chosen_engine
    from storyguide.making.pages.preview import GUIDE, make_preview
    from storyguide.site.building import build_site
    from storyguide.site.offline import page_from_disk

    shutil.rmtree(new, ignore_errors=True)
    way = ("What has changed", f"../{FIRST}")
    build_site(assembly, new / GUIDE, engine=chosen_engine(), assets=parts, offline=True, preview=True, way=way)
    pages = {path.relative_to(new).as_posix() for path in new.rglob("*.html")}
    first = page_from_disk(make_preview(guide, changes), FIRST, pages)
    (new / FIRST).write_text(first, encoding="utf-8", newline="\n")


def _may_be_replaced(out: Path) -> bool:
    """Whether nothing is there, or what an earlier preview left."""
    if not out.exists():
        return True
    return out.is_dir() and ((out / "guide/assets/preview.css").is_file() or not any(out.iterdir()))


def _told(changes: "Changes", out: Path) -> "list[str]":
    stories = len(changes.stories)
    since = f"since “{changes.since}”"
    lost = sum(address.lost for address in changes.addresses)
    lines = [f"{stories} {'story has' if stories == 1 else 'stories have'} changed {since}."]
    if lost:
        lines.append(
            f"{lost} {'address leads' if lost == 1 else 'addresses lead'} nowhere now: the preview says which."
        )
    return [*lines, f"The preview is in {near(out)}. To look at it, open {near(out / FIRST)}: it needs no internet."]
