"""Lay out a proof for printing: a letter with room for an answer, then the story."""

from collections.abc import Iterator
from pathlib import Path

from storyguide.making import pictures
from storyguide.making.covers import compose, svg
from storyguide.making.downloads import paper
from storyguide.making.downloads.story_paper import story_pieces
from storyguide.making.proof import DECORATES, Proof
from storyguide.making.proof.questions import questions
from storyguide.model.edition import Contact
from storyguide.model.photo import Photo


def proof_on_paper(proof: Proof) -> tuple[paper.Paper, dict[str, str | Path]]:
    """Return a proof as a printable document with room for an answer, and its pictures by the names it uses."""
    guide, story = proof.guide, proof.story
    files: dict[str, str | Path] = {}
    names, drawn = {}, ""
    photos = pictures.usable(story)
    for number, photo in enumerate(photos, 1):
        names[photo.file] = f"{number}.jpg"
        files[f"{number}.jpg"] = photo.renditions[-1].file
    if not names:
        cover = compose(story.slug, pictures.scenes_of(story, guide))
        names[""], files["cover.svg"], drawn = "cover.svg", svg(cover), cover.description
    pieces = (*_opening(proof), *story_pieces(story, guide, names, cover=drawn), *_described(photos))
    printed = paper.Paper(
        title=f"Proof: {story.title}",
        belongs_to=f"{proof.heading}. Wording {proof.wording}",
        edition=guide.edition.name,
        language=guide.edition.language,
        licence=story.licence,
        pieces=pieces,
        ids=tuple(sorted(set(paper.ids_of(pieces)))),
    )
    return printed, files


def _opening(proof: Proof) -> Iterator[paper.Piece]:
    """Yield the first page: a letter, and room for an answer.

    Nothing on it is a heading, so that the story's title is the document's first.
    """
    rows = tuple((name, (_para(text),)) for name, text in questions(proof))
    yield paper.Panel("take", "Proof", (proof.heading,), (_para(proof.opening), paper.Facts(rows)))
    yes = paper.Ticks(
        (
            ("Yes, publish it as it is.",),
            ("Please change what I have written here or on the pages, and show it to me again.",),
            ("No, please do not publish it.",),
        )
    )
    room = (paper.Room(6), paper.Asked((("Your name", 1), ("The day", 1))))
    free = "Write on the pages as you like. Nothing is too small, and you need not give a reason."
    yield paper.Panel("write", "Your answer", (free,), (*((yes,) if proof.told else ()), *room))
    yield _para(_where_to(proof.contact))
    yield paper.Para((proof.closing,), small=True)
    yield paper.NewPage()


def _described(photos: tuple[Photo, ...]) -> Iterator[paper.Piece]:
    """Yield the descriptions of the photos, which people hear who cannot see them."""
    if photos:
        yield paper.Heading(2, ("How the photos are described",))
        yield _para("People who cannot see them hear this instead. Is it right?")
        yield paper.Listing(tuple((_para(photo.alt or DECORATES),) for photo in photos), 1)


def _where_to(contact: Contact) -> str:
    ways = [
        f"e-mail {contact.email}" if contact.email else "",
        f"ring {contact.phone}" if contact.phone else "",
        f"post it to {contact.post}" if contact.post else "",
    ]
    said = ", or ".join(filter(None, ways))
    return f"Where to: {said}." if said else "Give or send it to whoever brought you this."


def _para(text: str) -> paper.Para:
    return paper.Para((text,))
