"""The picture of a story: its first photo in every size, or the cover drawn for it."""

from collections.abc import Callable
from itertools import groupby

from markupsafe import Markup, escape

from storyguide.making import addresses
from storyguide.making.covers import PARTICULAR
from storyguide.model.guide import Guide
from storyguide.model.markup.elements import change_links, change_pictures
from storyguide.model.markup.tags import Tag
from storyguide.model.photo import Photo, Rendition
from storyguide.model.slug import slug_of
from storyguide.model.story import Story, Words

# In "sizes" a rem is always 16 px, whatever the root's own size: these are the stylesheet's widths in px.
ON_A_CARD = "(min-width: 960px) 396px, (min-width: 640px) 45vw, 92vw"
IN_THE_TEXT = "(min-width: 720px) 648px, 92vw"
AT_THE_HEAD = "(min-width: 936px) 612px, 92vw"

AT_ONCE, LATE = Markup('fetchpriority="high"'), Markup('loading="lazy"')
"""When a picture is fetched: with the page, or not before it is near."""

_STORY = "story:"
"""Begins an address that reading has left for the page of another story."""


def scenes_of(story: Story, guide: Guide) -> tuple[str, ...]:
    """The scenes a story's cover may be drawn from.

    Those of its themes that its title or summary names ("choir"), else those of the theme it
    names first, which it is chiefly about; never one so particular that it would say too much.
    """
    offered = [guide.themes[slug].scenes for slug in story.themes]
    words = set(slug_of(f"{story.title} {story.summary}").split("-"))
    named = tuple(scene for scenes in offered for scene in scenes if scene in words)
    return named or next(filter(None, (tuple(s for s in scenes if s not in PARTICULAR) for scenes in offered)), ())


def usable(story: Story) -> tuple[Photo, ...]:
    """The story's photos that could be developed, in its own order."""
    return tuple(photo for photo in story.photos if photo.renditions)


def picture_of(photo: Photo, root: str, sizes: str, *, first: bool = False, alt: str | None = None) -> Markup:
    """A <picture> in every width and type, its shape known before it loads.

    first: it is seen at once, so it loads at once; every other waits until it is near.
    alt: other words for it than its own, or "" where the words beside it say the same.
    """
    by_type = {kind: list(found) for kind, found in groupby(photo.renditions, lambda one: one.type)}
    sources = "".join(
        f'<source type="{kind}" srcset="{_srcset(found, root)}" sizes="{sizes}">'
        for kind, found in by_type.items()
        if kind != "image/jpeg"
    )
    plain = by_type["image/jpeg"]
    width, height = photo.shape
    loading = AT_ONCE if first else LATE
    words = escape(photo.alt if alt is None else alt)
    return Markup(  # noqa: S704 - all that a contributor wrote is escaped above
        f'<picture>{sources}<img src="{root}{plain[len(plain) // 2].path}" srcset="{_srcset(plain, root)}" '
        f'sizes="{sizes}" width="{width}" height="{height}" alt="{words}" {loading} decoding="async"></picture>'
    )


def cover_of(story: Story, root: str, *, first: bool = False, alt: str = "") -> Markup:
    """The story's drawn cover."""
    loading = AT_ONCE if first else LATE
    return Markup(  # noqa: S704 - a slug, and words escaped here
        f'<img src="{root}{addresses.of_cover(story.slug)}" width="800" height="600" alt="{escape(alt)}" {loading}>'
    )


def on_a_card(story: Story, root: str) -> Markup:
    """The picture beside a story's title: it says nothing the title does not, so it has no words of its own."""
    photos = usable(story)
    return picture_of(photos[0], root, ON_A_CARD, alt="") if photos else cover_of(story, root)


def words_of(story: Story, guide: Guide, root: str, draw: Callable[[Photo], Markup] | None = None) -> Markup:
    """A story's words as they stand on its page.

    Each photo comes in every size, and as a figure where it is alone in its paragraph. A link to
    another story leads to its page; to one that is not published, it keeps its words only.
    draw: how a photo is shown where it is not shown like that.
    """
    words = story.words
    html = _linked(words, guide, root)
    if not words.photos:
        return Markup(html)  # noqa: S704 - cleaned by the allow-list when read
    by_file = {photo.file: photo for photo in usable(story)}

    def developed(tag: Tag, alone: bool) -> str:
        photo = by_file.get(tag.value("src"))
        if photo is None:
            return ""
        if draw:
            return draw(photo)
        return figure_of(photo, root) if alone else picture_of(photo, root, IN_THE_TEXT)

    return Markup(change_pictures(html, developed))  # noqa: S704 - as above


def linked(words: Words, guide: Guide, root: str) -> Markup:
    """Words that belong to no story, and so have no photos to show; their links are made as those of a story are."""
    html = _linked(words, guide, root)
    html = change_pictures(html, lambda *_: "") if words.photos else html
    return Markup(html)  # noqa: S704 - cleaned by the allow-list when read


def _linked(words: Words, guide: Guide, root: str) -> str:
    def to_page(tag: Tag) -> str:
        address = tag.raw("href")
        if not address.startswith(_STORY):
            return tag.written
        slug = address.removeprefix(_STORY)
        return tag.with_value("href", root + addresses.of_story(slug)).written if slug in guide.by_slug else ""

    return change_links(words.html, to_page) if words.stories else words.html


def caption_of(photo: Photo) -> str:
    """What stands under a photo: its caption, and whom to thank."""
    return " ".join(filter(None, (photo.caption, photo.credit and f"Photo: {photo.credit}.")))


def credits_of(story: Story) -> str:
    """Whose the story's photos are, and what may be done with them."""
    by_whom = dict.fromkeys((photo.credit, photo.licence) for photo in usable(story) if photo.credit)
    return " ".join(f"Photos © {credit}{f' ({licence})' if licence else ''}." for credit, licence in by_whom)


def figure_of(photo: Photo, root: str, sizes: str = IN_THE_TEXT, *, first: bool = False) -> Markup:
    """A photo on its card, with its caption and whom to thank."""
    return Markup(
        '<figure class="fig"><div class="print">{}</div><figcaption class="small">{}</figcaption></figure>'
    ).format(picture_of(photo, root, sizes, first=first), caption_of(photo))


def _srcset(renditions: list[Rendition], root: str) -> str:
    return ", ".join(f"{root}{one.path} {one.width}w" for one in renditions)
