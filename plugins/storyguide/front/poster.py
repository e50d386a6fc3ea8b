"""The command that makes a poster of a story or a place."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from storyguide.front.door import say
from storyguide.front.given import assembled, folder_of, none_such, put, slug_among
from storyguide.front.terminal import tell
from storyguide.transaction import Transaction

if TYPE_CHECKING:
    from storyguide.making.poster import Poster
    from storyguide.model.guide import Guide

DONE, REFUSED = 0, 1
"""What the command returns; the latter too when a fault of ours kept a story out."""
FOLDER = "poster"


def poster(project: Path, asked: Namespace) -> int:
    """Make one poster."""
    root = asked.root
    out = folder_of(asked, FOLDER)
    assembly = assembled(root, "No poster was made.") if out else None
    if out is None or assembly is None:
        return REFUSED
    from storyguide.front.around_faults import made_around_faults
    from storyguide.front.chosen_engine import chosen_engine
    from storyguide.front.parts import ensure_parts
    from storyguide.making.downloads.printing import NoFaceError
    from storyguide.site.faults import MachineError, in_words

    try:
        address, faces = chosen_engine().settings(root).address, ensure_parts(say=say)
        assembly, made = made_around_faults(
            assembly,
            lambda guide: _made(asked, guide, address, faces),
            let_through=(NoFaceError,),
        )
        if isinstance(made, str):
            say(made)
            return REFUSED
        file = out / f"poster-{made.slug}-{asked.size}.pdf"
        with Transaction() as changes:
            tell(f"A poster of “{made.poster.title}”:", put(file, made.printed, asked.size.upper(), changes))
    except MachineError as fault:
        say(str(fault))
        return REFUSED
    except NoFaceError as fault:
        say(f"No poster was made, since no typeface of the guide has these letters: {fault.letters}")
        return REFUSED
    except OSError as fault:
        say(in_words(fault, out, option="--to"))
        return REFUSED
    if address:
        tell(f"Its square code leads to {made.poster.address}")
    else:
        tell("The guide has no web address yet, so it bears no square code. Once it has one, make the poster again.")
    return REFUSED if assembly.faults else DONE


class _Made(NamedTuple):
    """A poster, not yet written anywhere."""

    slug: str
    poster: "Poster"
    printed: bytes


def _made(asked: Namespace, guide: "Guide", address: str, faces: Path | None) -> "_Made | str":
    """Return the poster of the story that was named, else of the place; or, in words, why there can be none."""
    slug = _meant(asked.slug, guide)
    made = _poster(asked.root, slug, guide, address)
    return made if isinstance(made, str) else _Made(slug, made, _printed(made, asked.size, faces))


def _meant(written: str, guide: "Guide") -> str:
    """The slug of what was named: by its folder, by the file in it, by its name or by an address it had before."""
    path = Path(written)
    name = path.parent.name if path.name == "story.md" else path.name
    slug = slug_among(name, {*guide.by_slug, *guide.places, *guide.areas})
    return slug or next((story.slug for story in guide.stories if name in story.also_at), name)


def _poster(root: Path, slug: str, guide: "Guide", address: str) -> "Poster | str":
    """Of the story of that name, else of the place; or, in words, why there can be none."""
    from storyguide.making.book.choosing import why_not
    from storyguide.making.poster import poster_of_place, poster_of_story

    story = guide.by_slug.get(slug)
    if story is not None:
        if why := why_not(story):
            return f"No poster was made of “{story.title}”. {why}"
        return poster_of_story(story, guide, address)
    if slug in guide.places or slug in guide.areas:
        return poster_of_place(slug, guide, address)
    return f"No poster was made. {_why_none(root, slug, guide)}"


def _why_none(root: Path, slug: str, guide: "Guide") -> str:
    if slug in (*guide.gone, *guide.gone_before):
        return f"The story at stories/{slug} has been taken down, or the storyteller’s consent has ended."
    if (root / "stories" / slug / "story.md").is_file():
        return f"The story at stories/{slug} is not published; to see why, type: python3 build.py check stories/{slug}"
    places = sorted((*guide.places, *guide.areas))
    otherwise = f"Name a story’s folder, or a place: {', '.join(places)}."
    return none_such("story and no place", slug, (*guide.by_slug, *places), otherwise)


def _printed(made: "Poster", size: str, faces: Path | None) -> bytes:
    from storyguide.making.book.binding import laid_out
    from storyguide.making.downloads.printing import Press
    from storyguide.making.poster.printing import SIZES, as_typst

    with laid_out(made.files) as folder:
        return Press([faces] if faces else []).pressed(as_typst(made, SIZES[size]), folder).content
