"""A story as feeds give it: known by an id for good, dated, and with all it says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from storyguide.making import addresses, pictures
from storyguide.making.ids import id_of_story
from storyguide.making.render import Context, render
from storyguide.making.shared import photo_may_go_out
from storyguide.model.edition import Edition
from storyguide.model.guide import Guide
from storyguide.model.licence import LICENCES, Licence
from storyguide.model.photo import Photo, Rendition
from storyguide.model.story import Kind, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One story, ready for every feed it stands in."""

    id: str
    address: str
    title: str
    summary: str
    """What warns of its content, where something does."""
    html: str
    told: date
    changed: date
    author: str
    author_address: str = ""
    language: str
    themes: Sequence[tuple[str, str]]
    """(address, name)."""
    licence: Licence
    rights: str
    photo: str = ""
    """Address of its first photo."""


@dataclass(frozen=True, kw_only=True)
class FeedWords(Context, template="feed-words.html"):
    """A story as a reader of feeds shows it."""

    story: Story
    told: bool
    """Whether somebody tells it, who is named."""
    licence: Licence
    edition: Edition
    here: str
    """Address of its page."""
    words: Markup
    first: Sequence[Markup]
    others: Sequence[Markup]
    """Its photos that are not among the words: the first, and the others."""
    photo_credits: str


def entry_of(story: Story, guide: Guide, address: str) -> Entry:
    """The story's entry; address: the guide's own, with a closing slash."""
    edition, teller, licence = guide.edition, story.storyteller, LICENCES[story.licence]
    photos = [photo for photo in pictures.usable(story) if photo_may_go_out(photo)]
    shown = set(story.words.photos)
    told = story.kind is Kind.TOLD and teller is not None
    html = render(
        FeedWords(
            story=story,
            told=told,
            licence=licence,
            edition=edition,
            here=address + addresses.of_story(story.slug),
            words=words_elsewhere(story, guide, address),
            first=[figure(photo, address) for photo in photos[:1] if photo.file not in shown],
            others=[figure(photo, address) for photo in photos[1:] if photo.file not in shown],
            photo_credits=pictures.credits_of(story),
        )
    )
    return Entry(
        id=id_of_story(edition, story.first_slug),
        address=address + addresses.of_story(story.slug),
        title=story.title,
        summary=f"Before you read: {story.content_note}" if story.content_note else story.summary,
        html=str(html),
        told=story.publish_on or story.told_on,
        changed=story.changed_on,
        author=teller.name if told and teller else edition.name,
        author_address=address + addresses.of_storyteller(teller.slug) if told and teller and teller.slug else "",
        language=story.language or edition.language,
        themes=[(address + addresses.of_theme(slug), guide.themes[slug].name) for slug in story.themes],
        licence=licence,
        rights=f"{'Words © ' + teller.name if told and teller else 'Written by the editors'}, {licence.name}",
        photo=address + middle_of(photos[0]) if photos else "",
    )


def words_elsewhere(story: Story, guide: Guide, root: str) -> Markup:
    """A story's words as they can stand where the guide's own style does not reach; root leads to its root."""

    def draw(photo: Photo) -> Markup:
        return figure(photo, root) if photo_may_go_out(photo) else Markup("")

    return pictures.words_of(story, guide, root, draw)


def figure(photo: Photo, root: str) -> Markup:
    """A photo in one size that any reader of feeds shows, with its caption."""
    one = _middle(photo)
    caption = pictures.caption_of(photo)
    return Markup('<figure><img src="{}{}" width="{}" height="{}" alt="{}">{}</figure>').format(
        root,
        one.path,
        one.width,
        one.height,
        photo.alt,
        Markup("<figcaption>{}</figcaption>").format(caption) if caption else "",
    )


def middle_of(photo: Photo) -> str:
    """Where the rendition stands that is neither the smallest nor the largest."""
    return _middle(photo).path


def _middle(photo: Photo) -> Rendition:
    plain = [one for one in photo.renditions if one.type == "image/jpeg"]
    return plain[len(plain) // 2]
