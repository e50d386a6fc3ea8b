"""What readers take away from the tins: what it is made with, fetched; and what is wrong with it, found."""

# ruff: noqa: PLC0415 (needed only where there are tins)

from pathlib import Path
from typing import TYPE_CHECKING

from storyguide import CACHE
from storyguide.front.setting_up import OFFICE, Say, SetUpFailedError, add

if TYPE_CHECKING:
    from storyguide.model.guide import Guide
    from storyguide.model.problem import Problem


def ensure_pandoc(project: Path, root: Path, *, say: Say) -> None:
    """Have pandoc fetched for an edition that has tins; without it the site goes without DOCX and ODT."""
    if not (root / "docs" / "on-the-tin").is_dir():
        return
    try:
        add(project, OFFICE, purpose="for files to open in Word and LibreOffice", say=say)
    except SetUpFailedError:
        from storyguide.making.downloads.pandoc import find_pandoc

        if find_pandoc() is None:
            say("Pandoc could not be fetched, so the site offers PDF and plain text, and no files for Word.")


def problems_on_paper(guide: "Guide | None", root: Path, *, faces: Path | None) -> "tuple[Problem, ...]":
    """What only printing can show: a worksheet that runs over, letters that cannot be printed."""
    if guide is None or not guide.tins:
        return ()
    from storyguide.making.downloads.keeping import keep_downloads

    return keep_downloads(guide, root / CACHE / "downloads", faces=faces, kinds=("pdf",)).problems
