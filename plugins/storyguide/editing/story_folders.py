"""The folders that stories lie in: which is a story's, by any name it has had, and what can be read in it."""

import re
from pathlib import Path

from storyguide import CACHE
from storyguide.editing.history.git_changes import folder_now
from storyguide.editing.withdrawal.undo_store import folder_of
from storyguide.model.story import Story
from storyguide.reading.addresses import is_slug
from storyguide.reading.story import read_story

FILE = "story.md"
_SET_BY_HAND = re.compile(r"^also_at:[ \t]*\[([^\]]*)\]", re.MULTILINE)


def story_in(folder: Path) -> Story | None:
    """The story in a folder, as far as it can be read."""
    file = folder / FILE
    if not file.is_file() or file.is_symlink():
        return None
    return read_story(file.read_bytes(), path=f"stories/{folder.name}/{FILE}", slug=folder.name)[0]


def story_kept(root: Path, slug: str) -> Path | None:
    """Return the folder that holds a story's words: its own, or where they are kept aside; None where neither does."""
    folder = root / "stories" / slug
    kept = folder_of(root / CACHE, slug) if is_stub(folder) else folder
    return kept if (kept / FILE).is_file() else None


def is_stub(folder: Path) -> bool:
    """Whether nothing is left there but the file that says so."""
    present = [each.name for each in folder.iterdir()] if folder.is_dir() else []
    if present != [FILE] or (folder / FILE).stat().st_size > 4000:
        return False
    text = (folder / FILE).read_text(encoding="utf-8", errors="replace")
    return "status: withdrawn" in text and not text.rpartition("---\n")[2].strip() and "title:" not in text


def older_addresses(folder: Path) -> tuple[str, ...]:
    """Return the older names of a story's folder, the oldest first, even where the story can no longer be read."""
    story = story_in(folder)
    if story:
        return story.names
    file = folder / FILE  # past reading; but whoever kept an old link is still to find the page that says so
    text = file.read_text(encoding="utf-8", errors="replace") if file.is_file() and not file.is_symlink() else ""
    found = _SET_BY_HAND.search(text)
    return tuple(each for each in re.split(r"[\s,\"']+", found[1]) if is_slug(each)) if found else ()


def slug_today(root: Path, slug: str, *, ask_history: bool = True) -> str:
    """Return the name the story's folder has now, where slug is an older one; else slug itself.

    A draft's file keeps no older names, since nobody can have a link to it. ask_history: whether to look for those in
    git's history too.
    """
    stories = root / "stories"
    if not slug or (stories / slug).exists() or not stories.is_dir():
        return slug
    folders = (folder for folder in sorted(stories.iterdir()) if folder.is_dir())
    kept = next((folder.name for folder in folders if slug in older_addresses(folder)), "")
    return kept or (folder_now(root, slug) if ask_history else "") or slug
