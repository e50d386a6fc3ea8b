"""Each story's page, the list of them all, and the neutral page of one that is gone."""

from collections.abc import Iterator

from markupsafe import Markup

from storyguide.making import addresses, pictures, structured_data, ways
from storyguide.making.cards import Cards, colour_of
from storyguide.making.covers import compose, sign, svg
from storyguide.making.listing import make_listing
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.page import make_page
from storyguide.making.related import Related
from storyguide.model.guide import Guide
from storyguide.model.licence import LICENCES
from storyguide.model.story import Kind, Story
from storyguide.side_by_side import side_by_side

SECTION = "stories/"
_ROOT = addresses.up_from(addresses.of_story("x"))
_WORDS_A_MINUTE = 200
"""A little under what adults read of plain English, so that nobody is hurried."""


def make_stories(guide: Guide, cards: Cards, *, address: str = "") -> Iterator[OutputPage | OutputFile]:
    """A page for each story, and the photos or the drawn cover it is shown by.

    address: the guide's own web address with a closing slash, or "" while it has none.
    """
    related = Related(guide)
    signs = {slug: Markup(sign(dimension.sign)) for slug, dimension in guide.dimensions.items()}  # noqa: S704 - drawn by us
    for story in guide.stories:  # made before the work is shared, so that no card is made twice
        cards.of(story, _ROOT)
    yield from side_by_side(
        lambda stories: [made for story in stories for made in _one(story, guide, cards, related, signs, address)],
        guide.stories,
    )


def make_story_list(guide: Guide, cards: Cards) -> Iterator[OutputPage]:
    """Every story, latest told first."""
    yield from make_listing(
        SECTION,
        guide.stories,
        cards,
        heading="All the stories",
        crumbs=[("Stories", SECTION)],
        intro=f"What people do where they live in {guide.edition.town}, the latest told first.",
        section=SECTION,
        ways=[
            ("By place", ways.by_area(guide)),
            ("By what it is about", ways.by_theme(guide)),
            ("By what it shows", ways.by_dimension(guide)),
        ],
    )


def make_gone(guide: Guide) -> Iterator[OutputPage]:
    """The neutral page at the address of each story that was taken down or whose consent has ended."""
    for slug in guide.gone:
        yield make_page(
            "gone.html",
            f"stories/{slug}.md",
            title="This story is no longer here",
            description="The story that stood at this address has been taken down.",
            section=SECTION,
            meta={"robots": "noindex"},
        )


def _one(
    story: Story, guide: Guide, cards: Cards, related: Related, signs: dict[str, Markup], address: str
) -> Iterator[OutputPage | OutputFile]:
    photos = pictures.usable(story)
    drawn = None if photos else compose(story.slug, pictures.scenes_of(story, guide))
    if drawn:
        yield OutputFile(path=addresses.of_cover(story.slug), content=svg(drawn))
    for photo in photos:
        yield from (OutputFile(path=one.path, content=one.file) for one in photo.renditions)
    yield _story_page(
        story, guide, cards, related, signs, address, description_of_cover=drawn.description if drawn else ""
    )


def _story_page(
    story: Story,
    guide: Guide,
    cards: Cards,
    related: Related,
    signs: dict[str, Markup],
    address: str,
    *,
    description_of_cover: str,
) -> OutputPage:
    edition = guide.edition
    path = f"stories/{story.slug}.md"
    root = _ROOT
    photos = pictures.usable(story)
    in_the_words = set(story.words.photos)
    teller = story.storyteller
    if photos:
        lead, *rest = photos
        hero = pictures.picture_of(lead, root, pictures.AT_THE_HEAD, first=True)
        caption = " ".join(filter(None, (lead.caption, lead.credit and f"Photo: {lead.credit}.")))
        gallery = [pictures.figure_of(photo, root) for photo in rest if photo.file not in in_the_words]
    else:
        hero = pictures.cover_of(story, root, first=True, alt=description_of_cover)
        caption = "Drawn for this page: no photo has been sent yet."
        gallery = []
    return make_page(
        "story.html",
        path,
        title=story.title,
        description=story.summary,
        section=SECTION,
        source=story.source.path,
        meta={
            "share_image": addresses.of_share_card(story.slug),
            "kind": "article",
            "data": structured_data.of_story(story, guide, address),
            **({"language": story.language} if story.language else {}),
        },
        story=story,
        words=pictures.words_of(story, guide, root),
        hero=hero,
        hero_caption=caption,
        colour=colour_of(story.slug),
        told=story.kind is Kind.TOLD and teller is not None,
        teller_url=addresses.of_storyteller(teller.slug) if teller and teller.slug else "",
        where=[(guide.places[slug].name, addresses.of_place(slug)) for slug in story.places],
        themes=[(guide.themes[slug].name, addresses.of_theme(slug)) for slug in story.themes],
        shows=[
            (signs[e.dimension], guide.dimensions[e.dimension].name, addresses.of_dimension(e.dimension), e.sentence)
            for e in story.evidence
        ],
        minutes=max(1, round(story.words.count / _WORDS_A_MINUTE)),
        gallery=gallery,
        also_in=_also_in(story, guide),
        licence=LICENCES[story.licence],
        photo_credits=_photo_credits(story),
        edit=f"{edition.repository}{edition.edit_path}{story.source.path}" if edition.repository else "",
        related=[(cards.of(other, root), why) for other, why in related.to(story)],
    )


def _also_in(story: Story, guide: Guide) -> list[tuple[str, str, str]]:
    """The other languages this story can be read in: (name, tag, address)."""
    first = guide.by_slug.get(story.translation_of or story.slug)
    if first is None:
        return []
    family = (first, *guide.translations.get(first.slug, ()))
    tags = [(other.language or guide.edition.language, other) for other in family if other.slug != story.slug]
    return [(LANGUAGES.get(tag.split("-")[0], tag), tag, addresses.of_story(other.slug)) for tag, other in tags]


def _photo_credits(story: Story) -> str:
    by_whom = dict.fromkeys((p.credit, p.licence) for p in pictures.usable(story) if p.credit)
    return " ".join(f"Photos © {credit}{f' ({licence})' if licence else ''}." for credit, licence in by_whom)


LANGUAGES = {
    "en": "English",
    "ar": "العربية",
    "bn": "বাংলা",
    "cy": "Cymraeg",
    "es": "Español",
    "fr": "Français",
    "gu": "ગુજરાતી",
    "hi": "हिन्दी",
    "pa": "ਪੰਜਾਬੀ",
    "pl": "Polski",
    "ro": "Română",
    "uk": "Українська",
    "ur": "اردو",
}
"""What languages call themselves; any other is shown by its tag."""

