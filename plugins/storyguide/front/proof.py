"""The command that makes one story into what its storyteller is sent: a page in one file, and the same on paper."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

import tempfile
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from storyguide import CACHE
from storyguide.front.door import say
from storyguide.front.given import put
from storyguide.front.outcome import near, progress
from storyguide.front.terminal import tell
from storyguide.transaction import Transaction

if TYPE_CHECKING:
    from storyguide.assembly import Assembly
    from storyguide.making.downloads.printing import Printed
    from storyguide.making.proof import Proof
    from storyguide.model.guide import Guide
    from storyguide.model.story import Story

DONE, REFUSED = 0, 1
"""What the command returns; the latter too when a fault of ours kept a story out."""
FOLDER, PAGE, PAPER = "proof", "proof-{}.html", "proof-{}.pdf"


def proof(project: Path, asked: Namespace) -> int:
    """Make a story's proof, whether it is published or not."""
    from storyguide.engines.clock import today as this_day
    from storyguide.tending.taking_down import slug_today

    root, slug = asked.root, slug_today(asked.root, Path(asked.slug).name)
    out = (asked.out or root / FOLDER).resolve()
    if out.exists() and not out.is_dir():
        say(f"{near(out)} is a file. Name a folder with --out.")
        return REFUSED
    assembly = alone(root, slug, today=this_day())
    story = assembly.guide.by_slug.get(slug) if assembly.guide else None
    if assembly.guide is None or story is None:
        say(f"{_why_none(root, slug, assembly)} No proof was made.")
        return REFUSED
    from storyguide.front.around_faults import made_around_faults
    from storyguide.front.parts import ensure_parts
    from storyguide.tending.outputs import note_output

    fonts = ensure_parts(say=say)
    assembly, made = made_around_faults(assembly, lambda guide: _made(root, slug, guide, fonts))
    if made is None:
        say("No proof was made.")
        return REFUSED
    note_output(root, out)
    with Transaction() as changes:
        written = list(_written(made, out, changes))
    tell(*written, *_then(story, assembly))
    return REFUSED if assembly.faults else DONE


class _Made(NamedTuple):
    """A proof, not yet written anywhere."""

    proof: "Proof"
    html: str
    printed: "Printed | None"
    """None when some letters have no typeface."""
    unprintable: str
    """These letters."""


def _made(root: Path, slug: str, guide: "Guide", fonts: Path | None) -> _Made | None:
    """Return the proof of the story of this name; None when the guide has none."""
    from storyguide.making.downloads.printing import NoFaceError
    from storyguide.making.proof import proof_of
    from storyguide.reading.approval import mark_of_wording
    from storyguide.tending.taking_down import story_in

    if (story := guide.by_slug.get(slug)) is None:
        return None
    as_written = story_in(root / "stories" / slug) or story  # before anything stands in for what is missing
    made = proof_of(story, guide, mark_of_wording(as_written))
    html = _on_screen(made, fonts)
    try:
        return _Made(made, html, _on_paper(made, fonts), "")
    except NoFaceError as fault:
        return _Made(made, html, None, fault.letters)


def _on_screen(made: "Proof", fonts: Path | None) -> str:
    from storyguide.engines.one_file import one_file
    from storyguide.engines.theme_files import THEME
    from storyguide.making.output import OutputFile, OutputPage
    from storyguide.making.proof.page import make_proof

    pages: list[OutputPage] = []
    pictures: list[OutputFile] = []
    for one in make_proof(made):
        pages.append(one) if isinstance(one, OutputPage) else pictures.append(one)
    style = THEME / "proof" / "proof.css"
    return one_file(pages[0], pictures, made.guide.edition, parts=fonts, styles=[style])


def _on_paper(made: "Proof", fonts: Path | None) -> "Printed":
    from storyguide.making.downloads.printing import Press
    from storyguide.making.proof.on_paper import proof_on_paper

    whole, files = proof_on_paper(made)
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            data = content.encode() if isinstance(content, str) else content.read_bytes()
            (Path(folder) / name).write_bytes(data)
        return Press([fonts] if fonts else []).printed(whole, Path(folder))


def alone(root: Path, slug: str, *, today: date, data: bytes | None = None) -> "Assembly":
    """The guide with every story, published or not; only this one has its photos, since others need not be made ready.

    data: what the story's file is taken to hold, if not what it does.
    """
    from storyguide.assembly import put_together, read_sources
    from storyguide.reading.story import read_story

    cache = root / CACHE
    sources = read_sources(root, cache)
    if data is not None:
        path = f"stories/{slug}/story.md"
        story, problems = read_story(data, path=path, slug=slug)
        others = [one for one in sources.stories if one.slug != slug]
        told = [one for one in sources.problems if one.where.path != path]
        sources = replace(sources, stories=(*others, *([story] if story else [])), problems=(*told, *problems))
    bare = tuple(one if one.slug == slug else replace(one, photos=()) for one in sources.stories)
    return put_together(replace(sources, stories=bare), today=today, cache=cache, progress=progress(), preview=True)


def no_such_story(root: Path, slug: str) -> str:
    """That there is none in this folder, and which was meant."""
    from storyguide.model.nearest import nearest

    near_to = nearest(slug, [folder.name for folder in sorted((root / "stories").iterdir()) if folder.is_dir()])
    return f"There is no story at stories/{slug}.{f' Did you mean “{near_to}”?' if near_to else ''}"


def _why_none(root: Path, slug: str, assembly: "Assembly") -> str:
    if not (root / "stories" / slug / "story.md").is_file():
        return no_such_story(root, slug)
    if assembly.guide is None:
        return "The edition itself cannot be read; to see why, type: python3 build.py check"
    if slug in assembly.guide.gone:
        return f"The story at stories/{slug} has been taken down, or the storyteller’s consent has ended."
    return f"The story at stories/{slug} cannot be read yet; to see why, type: python3 build.py check stories/{slug}"


def _written(made: _Made, out: Path, changes: Transaction) -> Iterator[str]:
    """Write both files; name each with its size."""
    story = made.proof.story
    yield f"A proof of “{story.title}” (wording {made.proof.wording}):"
    yield put(out / PAGE.format(story.slug), made.html.encode(), "to look at on a screen", changes)
    paper = out / PAPER.format(story.slug)
    if made.printed:
        yield put(paper, made.printed.content, f"to print, {made.printed.pages} pages", changes)
        return
    if paper.exists():
        changes.remove(paper)
    yield f"  There is no PDF, since no typeface of the guide has these letters: {made.unprintable}"
    yield "  To have it on paper, print the page from a browser."


def _then(story: "Story", assembly: "Assembly") -> Iterator[str]:
    from storyguide.model.story import Kind

    path, slug = story.source.path, story.slug
    number = sum(problem.where.path == path for problem in assembly.problems)
    if number:
        things = "There is 1 thing" if number == 1 else f"There are {number} things"
        yield f"{things} to look at in {path}: python3 build.py check stories/{slug}"
    if story.kind is Kind.TOLD:
        yield "Send either or both to the storyteller, and to nobody else. Once they have said yes, type:"
        yield f"  python3 build.py approve {slug}"
    else:
        yield "Send either or both to the people it is about. A fact-file needs nobody’s yes."
