"""Tells what is left of a story that was taken down, and what to do about it: lines to read, one after another."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import shorten

from storyguide.editing.history.git_changes import folders_in_history
from storyguide.editing.leaks.search import leaks_in
from storyguide.editing.leaks.story_terms import story_terms
from storyguide.editing.references import references, sources
from storyguide.editing.story_folders import older_addresses
from storyguide.editing.withdrawal.taking_down import twins_of_photos
from storyguide.model.story import Story
from storyguide.reading.addresses import is_slug

_LONG_ENOUGH = 4
"""Letters from which a part of an address may be a name."""
_EXCERPT = 90
"""Letters of a sentence that are shown where it was found."""


def taken_down(slugs: Sequence[str], *, undoable: bool) -> Iterator[str]:
    """Yield which folders were taken down, and, where it can be undone, how and until when."""
    for slug in slugs:
        yield f"Taken down: stories/{slug}. All that is left is a file that says so, for a page without names."
    if not undoable:
        return
    yield "The next build leaves it out everywhere. Until then this undoes it, as if nothing had been:"
    yield f"  python3 build.py withdraw {slugs[0]} --undo"
    yield "The next build deletes what was kept for that. The history of the files holds it longer: see below."


def names_in_addresses(stories: Sequence[Story], *, ledger: str) -> Iterator[str]:
    """Yield how to be rid of an address that says whose story it was: the page without names cannot help that.

    ledger: the name of the file that lists every address.
    """
    for story in stories:
        teller = story.storyteller.slug if story.storyteller else ""
        if set(teller.split("-")) & {word for word in story.slug.split("-") if len(word) >= _LONG_ENOUGH}:
            yield f"The address stories/{story.slug}/ itself has a name in it. To have no page there either, once the"
            yield f"guide is built delete the folder, and its line in {ledger}."


def mentions(root: Path, slugs: Sequence[str], stories: Sequence[Story]) -> Iterator[str]:
    """Yield where other files of the guide still lead to the stories or have words of them."""
    found = [
        (one.path, one.line, f"{one.what}: {one.mend}")
        for slug in slugs
        for one in references(root, slug, besides=slugs)
    ]
    told = {path for path, *_ in found}
    terms = story_terms(stories)
    for path in sources(root):
        if path.split("/")[1] not in slugs:
            for leak in leaks_in(path, (root / path).read_bytes(), terms):
                said = shorten(leak.what, _EXCERPT, placeholder=" …")
                found.append((path, leak.line, f"has “{said}”: read it, and take out what should go"))
    if found:
        yield "\nOther files still lead to it or have words of it. No page leads there any more; read them yourself:"
        yield from (f"  {path}, line {line}: {what}." for path, line, what in sorted(found))
    elif not told:
        yield "\nNo other file of the guide leads to it or has its title, its storyteller’s name or a sentence of it."


def same_photos(root: Path, slugs: Sequence[str]) -> list[str]:
    """Return which photos of other stories are the very same; to be asked before the stories are taken down."""
    return [
        f"  {path} is the same photo as its “{name}”: if it should go as well, delete it and its entry under “photos”."
        for path, name in twins_of_photos(root, slugs)
    ]


def older_names(root: Path, slugs: Sequence[str]) -> list[str]:
    """Return the older names of these stories' folders, but for those that are another story's folder now."""
    return [name for name in _all_older_names(root, slugs) if not (root / "stories" / name).exists()]


def names_of_others_now(root: Path, slugs: Sequence[str]) -> Iterator[str]:
    """Yield what to know of older names that are another story's now; the steps for the history leave them alone."""
    for name in _all_older_names(root, slugs):
        if (root / "stories" / name).exists():
            yield f"\nstories/{name} was its folder once, and is another story’s now. What was made under that name may"
            yield "be of either, so look at it yourself. Its history still holds this story’s words, and step 3 leaves"
            yield f"it alone. To cut that out too, add stories/{name} to the cp and git add lines of step 3, and"
            yield f"--path stories/{name}/ to its git filter-repo line: the other story then stays as it is now, and"
            yield "loses its history."


def _all_older_names(root: Path, slugs: Sequence[str]) -> list[str]:
    """Return the older names of these stories' folders, whatever stands there now.

    A draft's file keeps none, since nobody can have a link to it; the history knows them all the same.
    """
    kept = (name for slug in slugs for name in older_addresses(root / "stories" / slug))
    in_history = (name for slug in slugs for name in folders_in_history(root, slug) if is_slug(name))
    named = dict.fromkeys((*kept, *in_history))
    return [name for name in named if name not in slugs]
