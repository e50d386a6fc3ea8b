"""The command that takes a story down, tells what else mentions it, and what no command can do."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

from storyguide import CACHE
from storyguide.engines.ledger import LEDGER
from storyguide.front.asking import a_line
from storyguide.front.door import say
from storyguide.front.safety_net import done_already
from storyguide.front.terminal import somebody_is_there, tell

if TYPE_CHECKING:
    from storyguide.model.story import Story

DONE, REFUSED = 0, 1
_LONG_ENOUGH = 4
"""Letters from which a part of an address may be a name."""
_EXCERPT = 90
"""Letters of a sentence that are shown where it was found."""


def withdraw(project: Path, asked: Namespace) -> int:
    """Take a story and its translations down, or put them back."""
    root, slug = asked.root, Path(asked.slug).name
    if asked.undo:
        return _undo(root, slug)
    from storyguide.engines.ledger import read_ledger
    from storyguide.making.addresses import of_story
    from storyguide.tending.aside import is_aside
    from storyguide.tending.taking_down import is_stub, slug_today

    slug = slug_today(root, slug)
    folder = root / "stories" / slug
    known = of_story(slug) in read_ledger(root)
    if not (folder / "story.md").is_file() and not known:
        say(f"There is no story at stories/{slug}.{_meant(root, slug)} Nothing was done.")
        return REFUSED
    if is_stub(folder):
        say(f"The story at stories/{slug} has been taken down already.")
        tell(*_steps(root, [slug]))
        return DONE
    slugs = [slug, *_translations(root, slug)]
    if not asked.yes and not _agreed(root, slugs):
        return REFUSED
    stories = _stories(root, slugs)
    older = _older(root, slugs)
    twins = _twins(root, slugs)
    _take_down(root, slugs)
    left = _forget(root, slugs, stories)
    with done_already(
        f"Taken down: {', '.join(slugs)}. What is left to do could not be looked up; for that type the same again."
    ):
        tell(
            *_done(slugs, undoable=is_aside(root / CACHE, slug)),
            *_named(stories),
            *_left(root, slugs, stories),
            *twins,
            *_made_earlier(root, [*slugs, *older], stories),
            *_of_others_now(root, slugs),
            *_steps(root, slugs),
        )
    if left:
        say(left)
    return REFUSED if left else DONE


def _older(root: Path, slugs: Sequence[str]) -> list[str]:
    """Return the older names of these stories' folders, but for those that are another story's folder now."""
    return [name for name in _once(root, slugs) if not (root / "stories" / name).exists()]


def _once(root: Path, slugs: Sequence[str]) -> list[str]:
    """Return the older names of these stories' folders, whatever stands there now.

    A draft's file keeps none, since nobody can have a link to it; the history knows them all the same.
    """
    from storyguide.front.changes import folders_in_history
    from storyguide.reading.addresses import is_slug
    from storyguide.tending.taking_down import older_addresses

    kept = (name for slug in slugs for name in older_addresses(root / "stories" / slug))
    in_history = (name for slug in slugs for name in folders_in_history(root, slug) if is_slug(name))
    named = dict.fromkeys((*kept, *in_history))
    return [name for name in named if name not in slugs]


def _of_others_now(root: Path, slugs: Sequence[str]) -> Iterator[str]:
    """Yield what to know of older names that are another story's now; the history steps leave them alone."""
    for name in _once(root, slugs):
        if (root / "stories" / name).exists():
            yield f"\nstories/{name} was its folder once, and is another story’s now. What was made under that name may"
            yield "be of either, so look at it yourself. Its history still holds this story’s words, and step 3 leaves"
            yield f"it alone. To cut that out too, add stories/{name} to the cp and git add lines of step 3, and"
            yield f"--path stories/{name}/ to its git filter-repo line: the other story then stays as it is now, and"
            yield "loses its history."


def _take_down(root: Path, slugs: Sequence[str]) -> None:
    """Take all of them down, or, where the machine does not let that be, none."""
    from storyguide.engines.ledger import note_withdrawn
    from storyguide.making.addresses import of_story
    from storyguide.tending.taking_down import leave_stub, take_down
    from storyguide.transaction import Transaction

    today = date.today()
    with Transaction() as changes:
        for slug in slugs:
            folder = root / "stories" / slug
            line = note_withdrawn(root, of_story(slug), today, changes)
            if (folder / "story.md").is_file():
                take_down(root, slug, today, ledger=line, by=slugs[0], changes=changes)
            else:
                leave_stub(folder, today, changes=changes)


def _forget(root: Path, slugs: Sequence[str], stories: "Sequence[Story]") -> str:
    """Have nothing of the stories in the cache; returns a sentence where the machine does not let that be, else ""."""
    from storyguide.engines.faults import in_words
    from storyguide.tending.caches import forget
    from storyguide.tending.story_terms import story_terms

    known = {story.slug: story for story in stories}
    try:
        for slug in slugs:
            forget(root / CACHE, slug, story_terms([known[slug]] if slug in known else []), root / "site")
    except OSError as fault:
        return (
            f"The story is taken down, but {CACHE} may still hold words of it. {in_words(fault, root, option='')} "
            f"Or delete the folder {CACHE}: all but the undoing is made again."
        )
    return ""


def _undo(root: Path, slug: str) -> int:
    from storyguide.engines.ledger import put_line
    from storyguide.making.addresses import of_story
    from storyguide.tending.aside import tidy
    from storyguide.tending.taking_down import is_stub, put_back, slug_today, taken_with
    from storyguide.transaction import Transaction

    slugs = taken_with(root / CACHE, slug)
    if not slugs:
        slug = slug_today(root, slug)
        slugs = taken_with(root / CACHE, slug)
    folder = root / "stories" / slug
    if not slugs:
        if is_stub(folder):
            say(
                f"The guide has been built without the story at stories/{slug}, so what was kept aside is deleted, and "
                "this cannot be undone. If its storyteller wants it back, ask them for the words and photos again; "
                "an editor may find them in the history of the files."
            )
        else:
            say(f"The story at stories/{slug} has not been taken down, so there is nothing to put back.")
        return REFUSED
    for one in slugs:
        stands = root / "stories" / one
        if stands.exists() and not is_stub(stands):
            say(f"Something new stands at stories/{one}, and it would be lost. Move it away first. Nothing was done.")
            return REFUSED
    with Transaction() as changes:
        for one in slugs:
            put_line(root, of_story(one), put_back(root, one, changes), changes)
    tidy(root / CACHE)
    tell(*(f"stories/{one} is back as it was." for one in slugs))
    return DONE


def _agreed(root: Path, slugs: Sequence[str]) -> bool:
    if not somebody_is_there():
        say("Nothing was done, since nobody is there to ask. To take it down without being asked, add: --yes")
        return False
    from storyguide.tending.taking_down import story_in

    for slug in slugs:
        story = story_in(root / "stories" / slug)
        title = f" “{story.title}”" if story and story.title else ""
        tell(f"{'To be taken down' if slug == slugs[0] else 'Its translation'}:{title} in stories/{slug}")
    return (
        a_line("Take it down? It can be undone until the guide is next built. Type yes or no.", input).lower() == "yes"
    )


def _translations(root: Path, slug: str) -> list[str]:
    """The same words in other languages: what its storyteller takes back, they take back in all of them."""
    from storyguide.tending.references import references

    return [one.path.split("/")[1] for one in references(root, slug) if one.what == "a translation of it"]


def _stories(root: Path, slugs: Sequence[str]) -> "list[Story]":
    from storyguide.tending.taking_down import story_in

    return [story for slug in slugs if (story := story_in(root / "stories" / slug))]


def _done(slugs: Sequence[str], *, undoable: bool) -> Iterator[str]:
    for slug in slugs:
        yield f"Taken down: stories/{slug}. All that is left is a file that says so, for a page without names."
    if not undoable:
        return
    yield "The next build leaves it out everywhere. Until then this undoes it, as if nothing had been:"
    yield f"  python3 build.py withdraw {slugs[0]} --undo"
    yield "The next build deletes what was kept for that. The history of the files holds it longer: see below."


def _named(stories: "Sequence[Story]") -> Iterator[str]:
    """Of an address that says whose story it was: the page without names cannot help that."""
    for story in stories:
        teller = story.storyteller.slug if story.storyteller else ""
        if set(teller.split("-")) & {word for word in story.slug.split("-") if len(word) >= _LONG_ENOUGH}:
            yield f"The address stories/{story.slug}/ itself has a name in it. To have no page there either, once the"
            yield f"guide is built delete the folder, and its line in {LEDGER}."


def _left(root: Path, slugs: Sequence[str], stories: "Sequence[Story]") -> Iterator[str]:
    """What other files still say of it."""
    from storyguide.tending.leaks import leaks_in
    from storyguide.tending.references import references, sources
    from storyguide.tending.story_terms import story_terms

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


def _made_earlier(root: Path, slugs: Sequence[str], stories: "Sequence[Story]") -> Iterator[str]:
    """What other commands made of it, which no build makes anew."""
    from storyguide.making.pages.preview import GUIDE
    from storyguide.tending.leaks import leaks_in
    from storyguide.tending.outputs import named_folders
    from storyguide.tending.story_terms import story_terms

    terms, addresses = story_terms(stories), [f"stories/{slug}/" for slug in slugs]
    found = [path for slug in slugs for path in sorted((root / "proof").glob(f"proof-{slug}.*"))]
    pages = {"preview": f"preview/{GUIDE}stories", "site-offline": "site-offline/stories"}
    found += [root / made for made, stories_in in pages.items() if _any(root / stories_in, slugs)]
    # Nobody can tell which of them hold it without unpacking each: all are soon made again.
    found += sorted((root / "book").glob("*.*"))
    found += sorted({path for slug in slugs for path in (root / "poster").glob(f"poster-*{slug}*")})
    for letter in sorted((root / "newsletter").glob("newsletter-*.html")):
        data = letter.read_bytes()
        if any(address.encode() in data for address in addresses) or any(leaks_in(letter.name, data, terms)):
            found += [letter, letter.with_suffix(".txt")]
    if found:
        yield "\nMade of it earlier, and changed by no build. Delete it:"
        yield from (f"  {path.relative_to(root).as_posix()}" for path in found)
    if named := [folder for folder in named_folders(root) if folder.is_dir() and any(folder.iterdir())]:
        yield "\nThe guide has also written into these folders, which may hold it. Look there, and delete what does:"
        yield from (f"  {folder}" for folder in named)
        yield "Until the next build, this finds in which files it stands:"
        yield f"  python3 build.py leaks --story {slugs[0]}"


def _any(folder: Path, slugs: Sequence[str]) -> bool:
    return any((folder / slug).exists() for slug in slugs)


def _twins(root: Path, slugs: Sequence[str]) -> list[str]:
    from storyguide.tending.taking_down import twins_of_photos

    return [
        f"  {path} is the same photo as its “{name}”: if it should go as well, delete it and its entry under “photos”."
        for path, name in twins_of_photos(root, slugs)
    ]


def _steps(root: Path, slugs: Sequence[str]) -> Iterator[str]:
    from storyguide.front.steps_left import steps_left
    from storyguide.reading.edition import read_edition

    edition, _ = read_edition(root)
    return steps_left(slugs, older=_older(root, slugs), repository=edition.repository if edition else "")


def _meant(root: Path, slug: str) -> str:
    from storyguide.model.nearest import nearest

    near = nearest(slug, [folder.name for folder in sorted((root / "stories").iterdir()) if folder.is_dir()])
    return f" Did you mean “{near}”?" if near else ""
