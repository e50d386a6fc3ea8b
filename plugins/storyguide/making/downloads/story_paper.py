"""Compose the printable document of one story: the content of its page, in the same order."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from storyguide.making import pictures
from storyguide.making.downloads import paper
from storyguide.making.downloads.words import pieces_of
from storyguide.making.entries import Met, met_by
from storyguide.making.render import in_words
from storyguide.model.guide import Guide
from storyguide.model.licence import LICENCES
from storyguide.model.photo import Photo
from storyguide.model.story import Kind, Notice, Reference, Story
from storyguide.model.story_sections import (
    ASSETS,
    BARRIERS,
    BELOW_THE_WORDS,
    DIFFERENCE,
    EVIDENCE,
    JOIN_IN,
    LINKS,
    NOTICES,
    SOURCES,
    TINS,
)

Files = Mapping[str, str]
"""Names of the document's picture files, by the photo's name in the story's folder, "" for a drawn cover."""

Own = Callable[..., Iterable[paper.Piece]]
"""A function that marks pieces as being in the story's own language."""

_DRAWN = (4, 3)


def story_pieces(story: Story, guide: Guide, files: Files, *, cover: str = "") -> Iterator[paper.Piece]:
    """Yield all pieces of a story's document.

    Each photo is shown once: in the words where they show it, else before or after them. cover: description of the
    drawn cover, for a story without photos.
    """

    def own(*pieces: paper.Piece) -> Iterator[paper.Piece]:
        """Yield pieces marked as being in the story's own language."""
        held = tuple(pieces)
        if held:
            yield from (paper.Tongue(story.language, held),) if story.language else held

    photos = {photo.file: photo for photo in pictures.usable(story)}
    unplaced = [picture_of(photo, files) for name, photo in photos.items() if name not in story.words.photos]
    yield from own(paper.Heading(1, (story.title,)), para(story.summary, lead=True))
    yield paper.Para((by_line(story),), small=True)
    yield from unplaced[:1]
    if not photos:
        yield paper.Picture(files[""], cover, _DRAWN, ("Drawn for this page: no photo has been sent yet.",))
    yield from at_a_glance(story, guide)
    if story.content_note:
        yield paper.Para((paper.Span("strong", ("Before you read: ",)), story.content_note))

    def show(file: str) -> paper.Piece | None:
        photo = photos.pop(file, None)
        return picture_of(photo, files) if photo else None

    yield from own(*pieces_of(story.words.html, _leads_out, show=show))
    yield from unplaced[1:]
    yield from further(story, guide, own)
    yield from whose(story)


def further(story: Story, guide: Guide, own: Own) -> Iterator[paper.Piece]:
    """Yield the sections below a story's words, in the order of the table of sections."""
    for section in BELOW_THE_WORDS:
        if pieces := tuple(_BODIES[section.key](story, guide, own)):
            yield paper.Heading(2, (section.heading,))
            yield from pieces


def _difference(story: Story, guide: Guide, own: Own) -> Iterator[paper.Piece]:
    if story.difference:
        yield from own(para(story.difference.what))
        named = ("For whom: ", story.difference.whom), ("How we know: ", story.difference.how_we_know)
        yield from (paper.Para((paper.Span("strong", (name,)), text)) for name, text in named if text)


def _barriers(story: Story, guide: Guide, own: Own) -> Iterator[paper.Piece]:
    yield from _listing(_met(one, story.language) for one in met_by(story, guide))


def _assets(story: Story, guide: Guide, own: Own) -> Iterator[paper.Piece]:
    if story.assets:
        yield paper.Facts(tuple((kind.capitalize(), (para(text),)) for kind, text in story.assets))


def _evidence(story: Story, guide: Guide, own: Own) -> Iterator[paper.Piece]:
    shows = [(guide.dimensions[one.dimension].name, one.sentence) for one in story.evidence]
    yield from _listing(_named(name, text, story.language) for name, text in shows)


def _tins(story: Story, guide: Guide, own: Own) -> Iterator[paper.Piece]:
    used = [(guide.tins_by_slug[one.tin].title, one.how) for one in story.tins if one.tin in guide.tins_by_slug]
    yield from _listing(_named(name, text, story.language) for name, text in used)


def _join_in(story: Story, guide: Guide, own: Own) -> Iterator[paper.Piece]:
    if story.join_in:
        yield from own(para(story.join_in))


def _notices(story: Story, guide: Guide, own: Own) -> Iterator[paper.Piece]:
    swap = [*(("Can give: ", one) for one in story.offers), *(("Would welcome: ", one) for one in story.needs)]
    yield from _listing([_notice(name, one)] for name, one in swap)


def _sources(story: Story, guide: Guide, own: Own) -> Iterator[paper.Piece]:
    yield from _listing(([paper.Para(_reference(one))] for one in story.sources), numbered_from=1)


def _links(story: Story, guide: Guide, own: Own) -> Iterator[paper.Piece]:
    yield from _listing([paper.Para(_reference(one))] for one in story.links)


_BODIES: Mapping[str, Callable[[Story, Guide, Own], Iterator[paper.Piece]]] = {
    DIFFERENCE.key: _difference,
    BARRIERS.key: _barriers,
    ASSETS.key: _assets,
    EVIDENCE.key: _evidence,
    TINS.key: _tins,
    JOIN_IN.key: _join_in,
    NOTICES.key: _notices,
    SOURCES.key: _sources,
    LINKS.key: _links,
}


def _listing(items: Iterable[Iterable[paper.Piece]], numbered_from: int | None = None) -> Iterator[paper.Piece]:
    """Yield a list of these items; nothing when there are none."""
    if listed := tuple(tuple(item) for item in items):
        yield paper.Listing(listed, numbered_from)


def _named(name: str, text: str, language: str) -> Iterator[paper.Piece]:
    strong = paper.Span("strong", (f"{name}: ",))
    if language:
        yield from (paper.Para((strong,)), paper.Tongue(language, (para(text),)))
    else:
        yield paper.Para((strong, text))


def _met(one: Met, language: str) -> Iterator[paper.Piece]:
    if not one.eased_by:
        yield para(one.name)
        return
    yield from _named(f"{one.name}. What eased it", one.eased_by, language)


def at_a_glance(story: Story, guide: Guide) -> Iterator[paper.Piece]:
    """Yield the table of a story's main facts: where, when, who, with whom, themes and awards."""
    access = f" ({story.access})" if story.access else ""
    rows = (
        ("Where", guide.where_is(story) + access),
        ("When", story.happened.written if story.happened else ""),
        ("Who", story.organisation),
        ("With", ", ".join(story.collaborators)),
        ("About", ", ".join(guide.themes[slug].name for slug in story.themes)),
        ("Recognised", "; ".join(f"{one.award}{f', {one.year}' if one.year else ''}" for one in story.recognition)),
    )
    yield paper.Facts(tuple((name, (para(text),)) for name, text in rows if text))


def by_line(story: Story) -> str:
    """Return the line that says who told the story and when, or that it is a fact-file."""
    when = in_words(story.told_on)
    if story.kind is Kind.FACT_FILE or story.storyteller is None:
        return f"A fact-file, not yet a story. Gathered by the editors from public sources, {when}."
    group = f", {story.organisation}" if story.organisation else ""
    return f"Told by {story.storyteller.name}{group}. {when}."


def whose(story: Story) -> Iterator[paper.Piece]:
    """Yield the section on whose words and photos these are, and their licence."""
    licence = LICENCES[story.licence]
    yield paper.Heading(2, ("Whose story is this?",))
    if story.kind is Kind.TOLD and story.storyteller:
        first = f"Words © {story.storyteller.name}, shared as they agreed: {licence.name}."
    else:
        first = f"Written by the guide’s editors from the public sources named above: {licence.name}."
    said = [first, f"Translated by {story.translator}." if story.translator else "", pictures.credits_of(story)]
    yield para(" ".join(filter(None, said)))


def picture_of(photo: Photo, files: Files) -> paper.Picture:
    """Return a photo as a picture of the document. files: picture files by the photo's name."""
    caption = pictures.caption_of(photo)
    return paper.Picture(files[photo.file], photo.alt, photo.shape, (caption,) if caption else ())


def _notice(name: str, one: Notice) -> paper.Para:
    until = f" (until {in_words(one.until)})" if one.until else ""
    return paper.Para((paper.Span("strong", (name,)), one.text + until))


def _reference(one: Reference) -> paper.Words:
    title: Sequence[str | paper.Span] = (paper.Span("a", (one.title,), one.address),) if one.address else (one.title,)
    claim = f": {one.claim}{'' if one.claim.endswith(('.', '!', '?')) else '.'}" if one.claim else ""
    as_of = f" As of {one.as_of}." if one.as_of else ""
    read = f" Read {in_words(one.accessed)}." if one.accessed else ""
    differ = f" Sources differ: {one.disputed}" if one.disputed else ""
    copy = (" ", paper.Span("a", ("Kept copy",), one.archived)) if one.archived else ()
    return (*title, claim + as_of + read, *copy, differ)


def para(text: str, *, lead: bool = False) -> paper.Para:
    """Return plain text as a paragraph."""
    return paper.Para((text,), lead=lead)


def _leads_out(address: str) -> str:
    """Return a link's address on paper: the web, an e-mail address, a note below; "" for other pages of the guide."""
    return "" if address.startswith("story:") else address
