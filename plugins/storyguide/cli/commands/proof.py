"""The command that makes one story into what its storyteller is sent: a page in one file, and the same on paper."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from storyguide.cli.command import Command, Output, Topic
from storyguide.cli.guide import alone, no_such_story
from storyguide.cli.outputs import put
from storyguide.cli.terminal import near, say, tell

if TYPE_CHECKING:
    from storyguide.making.downloads.printing import Printed
    from storyguide.making.proof import Proof
    from storyguide.model.guide import Guide
    from storyguide.model.story import Story
    from storyguide.site.assembly import Assembly
    from storyguide.transaction import Transaction

DONE, REFUSED = 0, 1
"""What the command returns; the latter too when a fault of ours kept a story out."""
FOLDER, PAGE, PAPER = "proof", "proof-{}.html", "proof-{}.pdf"


COMMAND = Command(
    topic=Topic.STORIES,
    rank=2,
    help="make one story into what its storyteller is sent to say yes to",
    description=(
        "A page in one file, which opens without the internet, and the same to print: the story as it will look, "
        "what to look at, and how to answer. Neither is ever published."
    ),
    examples=("proof tea-and-tales", "proof tea-and-tales --out ~/Desktop"),
    not_done="No proof was made.",
    outputs=(Output(folder="proof", files_of="proof-{slug}.*"),),
)


def add_arguments(parser: ArgumentParser) -> None:
    """Add what may follow it."""
    parser.add_argument("slug", metavar="STORY", help="the name of its folder")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="where to put them (default: proof, in the edition)")


def run(project: Path, asked: Namespace) -> int:
    """Make a story's proof, whether it is published or not."""
    from storyguide.editing.story_folders import slug_today

    root, slug = asked.root, slug_today(asked.root, Path(asked.slug).name)
    out = (asked.out or root / FOLDER).resolve()
    if out.exists() and not out.is_dir():
        say(f"{near(out)} is a file. Name a folder with --out.")
        return REFUSED
    assembly = alone(root, slug, today=date.today())
    story = assembly.guide.by_slug.get(slug) if assembly.guide else None
    if assembly.guide is None or story is None:
        say(f"{_why_none(root, slug, assembly)} No proof was made.")
        return REFUSED
    from storyguide.cli.dependencies.assets import ensure_parts
    from storyguide.cli.fault_isolation import made_around_faults
    from storyguide.cli.outputs import note_output
    from storyguide.transaction import Transaction

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
    from storyguide.editing.story_folders import story_in
    from storyguide.making.downloads.printing import NoFaceError
    from storyguide.making.proof import proof_of
    from storyguide.reading.approval import mark_of_wording

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
    from storyguide.making.output import OutputFile, OutputPage
    from storyguide.making.proof.page import make_proof
    from storyguide.site.one_file import one_file
    from storyguide.site.theme_files import THEME

    pages: list[OutputPage] = []
    pictures: list[OutputFile] = []
    for one in make_proof(made):
        pages.append(one) if isinstance(one, OutputPage) else pictures.append(one)
    style = THEME / "proof" / "proof.css"
    return one_file(pages[0], pictures, made.guide.edition, parts=fonts, styles=[style])


def _on_paper(made: "Proof", fonts: Path | None) -> "Printed":
    import tempfile

    from storyguide.making.downloads.printing import Press
    from storyguide.making.proof.on_paper import proof_on_paper

    whole, files = proof_on_paper(made)
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            data = content.encode() if isinstance(content, str) else content.read_bytes()
            (Path(folder) / name).write_bytes(data)
        return Press([fonts] if fonts else []).printed(whole, Path(folder))


def _why_none(root: Path, slug: str, assembly: "Assembly") -> str:
    if not (root / "stories" / slug / "story.md").is_file():
        return no_such_story(root, slug)
    if assembly.guide is None:
        return "The edition itself cannot be read; to see why, type: python3 build.py check"
    if slug in assembly.guide.gone:
        return f"The story at stories/{slug} has been taken down, or the storyteller’s consent has ended."
    return f"The story at stories/{slug} cannot be read yet; to see why, type: python3 build.py check stories/{slug}"


def _written(made: _Made, out: Path, changes: "Transaction") -> Iterator[str]:
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
