"""Prepare a poster: a picture, two lines of text, and the address of the story or place that it is about."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from storyguide.making import addresses, pictures
from storyguide.making.book.book import Content
from storyguide.making.book.choosing import for_a_book
from storyguide.making.book.contents import flags
from storyguide.making.book.stories import Stories
from storyguide.making.cards import colour_of
from storyguide.making.codes import code_of
from storyguide.making.covers import compose, svg
from storyguide.making.downloads.paper import Picture
from storyguide.making.render import counted
from storyguide.model.guide import Guide
from storyguide.model.story import Kind, Story

_DRAWN = (4, 3)
_WIDEST = 1440
FLAGS, CODE = "bunting.svg", "code.svg"
"""Names of the files with the bunting and the QR code."""


@dataclass(frozen=True, kw_only=True)
class Poster:
    """Everything that a poster shows."""

    title: str
    line: str
    """Line of text below the title."""
    above: str
    """A few words above the title."""
    language: str
    """Language of the title and line."""
    guide: str
    """Name of the edition."""
    guide_language: str
    colour: str
    picture: Picture
    address: str
    """Web address that it leads to; the path within the site while the guide has no address yet."""
    code: str
    """File of the QR code; "" while the guide has no address."""
    files: Mapping[str, Content] = field(repr=False)


def poster_of_story(story: Story, guide: Guide, address: str) -> Poster:
    """Return a poster for a story that may stand in a book. address: the guide's own, with a closing slash, or ""."""
    fit = for_a_book(story)
    taken_apart = Stories(guide, address, (), widest=_WIDEST)
    photos = pictures.usable(fit)
    if photos:  # the first photo is what the story is known by, wherever in the words it stands
        fit = replace(fit, photos=photos[:1], words=replace(fit.words, photos=()))
    picture = taken_apart.of(fit).picture
    where = guide.where_is(story)
    return _poster(
        guide,
        title=story.title,
        line=story.summary,
        above=where if story.kind is Kind.TOLD else f"{where}: a fact-file",
        language=story.language or guide.edition.language,
        colour=colour_of(story.slug),
        picture=picture,
        at=addresses.of_story(story.slug),
        address=address,
        files=taken_apart.files,
    )


def poster_of_place(slug: str, guide: Guide, address: str) -> Poster:
    """Return a poster for a place or an area of the edition. address: the guide's own, with a closing slash, or ""."""
    place = guide.places.get(slug) or guide.areas[slug]
    stories = guide.in_place.get(slug) or guide.in_area.get(slug, ())
    scenes = tuple(dict.fromkeys(scene for story in stories for scene in pictures.scenes_of(story, guide)))
    cover = compose(slug, scenes)
    number = counted(len(stories), "story", "stories")
    line = (
        f"{number} of what people do here for one another." if stories else "No story from here yet. Yours could be it."
    )
    return _poster(
        guide,
        title=place.name,
        line=line,
        above=f"{guide.edition.strapline} {guide.edition.town}".strip(),
        language=guide.edition.language,
        colour=colour_of(slug),
        picture=Picture("cover.svg", cover.description, _DRAWN),
        at=addresses.of_place(slug),
        address=address,
        files={"cover.svg": svg(cover)},
    )


def _poster(
    guide: Guide,
    *,
    title: str,
    line: str,
    above: str,
    language: str,
    colour: str,
    picture: Picture,
    at: str,
    address: str,
    files: Mapping[str, Content],
) -> Poster:
    code = {CODE: code_of(address + at)} if address else {}
    held = {picture.file: files[picture.file], FLAGS: flags(), **code}
    return Poster(
        title=title,
        line=line,
        above=above,
        language=language,
        guide=guide.edition.name,
        guide_language=guide.edition.language,
        colour=colour,
        picture=picture,
        address=address + at,
        code=CODE if address else "",
        files=held,
    )
