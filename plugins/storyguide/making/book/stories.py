"""Prepare a story for the book, with the pictures and the QR code that it brings."""

from collections.abc import Callable, Container
from pathlib import PurePosixPath

from storyguide.making import addresses, pictures
from storyguide.making.book.book import Content, StoryInBook, id_of
from storyguide.making.cards import colour_of
from storyguide.making.codes import code_of
from storyguide.making.covers import compose, svg
from storyguide.making.downloads import paper
from storyguide.making.downloads.paper import Picture
from storyguide.making.downloads.story_paper import at_a_glance, by_line, further, picture_of, whose
from storyguide.making.downloads.words import pieces_of
from storyguide.model.guide import Guide
from storyguide.model.photo import Photo
from storyguide.model.story import Kind, Story
from storyguide.model.story_sections import Surface

_DRAWN = (4, 3)
_WIDEST = 1080
"""Widest photo in pixels: 180 to an inch across the larger page size, and the book can still be e-mailed."""


class Stories:
    """A preparer of stories that collects the files they need in `files`.

    address: the guide's own, with a closing slash, or "". within: slugs of the stories in the book. widest: most pixels
    of a photo's width.
    """

    def __init__(self, guide: Guide, address: str, within: Container[str], *, widest: int = _WIDEST) -> None:
        self._guide, self._address, self._within, self._widest = guide, address, within, widest
        self.files: dict[str, Content] = {}

    def of(self, story: Story, stop: tuple[paper.Piece, ...] = ()) -> StoryInBook:
        """Return a story for the book; it must be one that may be copied, stripped by choosing.for_a_book.

        stop: the trail's words about it.
        """
        photos = pictures.usable(story)
        names = {photo.file: self._photo(photo) for photo in photos}
        left = {photo.file: picture_of(photo, names) for photo in photos}
        drawn = not photos
        shown = set(story.words.photos)
        first = next((file for file in left if file not in shown), "")
        lead = self._cover(story) if drawn else left.pop(first) if first else None

        def show(file: str) -> paper.Piece | None:
            return left.pop(file, None)

        words = pieces_of(story.words.html, self.lead, within=f"{story.slug}.", show=show)
        if lead is None:  # every photo has its place among the words, so the story opens with its drawing
            lead, drawn = self._cover(story), True
        spare = tuple(left.values())
        return StoryInBook(
            slug=story.slug,
            title=story.title,
            summary=story.summary,
            language=story.language,
            told=story.kind is Kind.TOLD and story.storyteller is not None,
            by=by_line(story),
            where=self._guide.where_is(story),
            colour=colour_of(story.slug),
            picture=lead,
            drawn=drawn,
            glance=next(piece for piece in at_a_glance(story, self._guide) if isinstance(piece, paper.Facts)),
            note=story.content_note,
            stop=stop,
            words=(*words, *spare),
            further=tuple(further(story, self._guide, _in(story.language), Surface.BOOK)),
            whose=tuple(whose(story)),
            address=self._address + addresses.of_story(story.slug),
            code=self._code(story),
        )

    def lead(self, address: str) -> str:
        """Return a link's address in the book: another of its stories, or the web; "" for a story not in the book."""
        if address.startswith("story:"):
            slug = address.removeprefix("story:").partition("#")[0]
            return f"#{id_of(slug)}" if slug in self._within else ""
        return address

    def _photo(self, photo: Photo) -> str:
        plain = [one for one in photo.renditions if one.type == "image/jpeg"]
        chosen = ([one for one in plain if one.width <= self._widest] or plain[:1])[-1]
        name = PurePosixPath(chosen.path).name
        self.files[name] = chosen.file
        return name

    def _cover(self, story: Story) -> Picture:
        cover = compose(story.slug, pictures.scenes_of(story, self._guide))
        name = f"cover-{story.slug}.svg"
        self.files[name] = svg(cover)
        return Picture(name, cover.description, _DRAWN)

    def _code(self, story: Story) -> str:
        if not self._address:
            return ""
        name = f"code-{story.slug}.svg"
        self.files[name] = code_of(self._address + addresses.of_story(story.slug))
        return name


def _in(language: str) -> Callable[..., tuple[paper.Piece, ...]]:
    def own(*pieces: paper.Piece) -> tuple[paper.Piece, ...]:
        return (paper.Tongue(language, pieces),) if language and pieces else pieces

    return own
