"""What search reads of the guide: a plain document for each story, and for each page that says how it is found."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from storyguide.making import addresses
from storyguide.making.output import OutputPage
from storyguide.model.guide import Guide
from storyguide.model.markup.tags import Tag, change_tags, pieces
from storyguide.model.story import Story

KINDS = {
    "told": "Story",
    "fact-file": "Fact-file",
    "tin": "On the Tin",
    "trail": "Trail",
    "news": "News",
    "event": "Event",
    "way": "Way in",
    "page": "About the guide",
}
"""Each kind of thing search finds, and its name for readers."""

GROUPS = ("place", "theme", "dimension", "kind", "language")
"""What a search can be narrowed by, in the order readers see it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchDocument:
    """One page as search reads it."""

    url: str
    """From the site's root."""
    language: str
    fields: tuple[tuple[str, str], ...]
    """(name, plain text): title, summary, where, area, teller, group, about, kind; theme/assets/search-finding.js
    weighs them."""
    terms: tuple[tuple[str, str], ...]
    """(group, slug) of all it can be narrowed by."""
    told: bool
    """Whether it is a story: what is said beside the stories weighs less than they do."""
    html: str
    """Its words; what lies in a nav, figure, form or list of cards is not read."""


def make_search_documents(guide: Guide, pages: Iterable[OutputPage]) -> Iterator[SearchDocument]:
    """A document for each story, in the guide's order, then one for each of these pages that search finds."""
    yield from documents_of_stories(guide)
    yield from documents_of_pages(guide, pages)


def documents_of_stories(guide: Guide) -> Iterator[SearchDocument]:
    """A document for each story, in the guide's order."""
    about = _About(guide)
    return (about.story(story) for story in guide.stories)


def documents_of_pages(guide: Guide, pages: Iterable[OutputPage]) -> Iterator[SearchDocument]:
    """A document for each of these pages that search finds; no story's words are in them."""
    for page in pages:
        if page.search:
            yield SearchDocument(
                url=page.url,
                language=guide.edition.language,
                fields=(("title", page.title), ("summary", page.description), ("kind", KINDS[page.search])),
                terms=(("kind", page.search), ("language", guide.edition.language)),
                told=False,
                html=_with_cells_apart(str(page.html)),
            )


def as_html(document: SearchDocument) -> str:
    """The document as the page that Pagefind reads: its fields known by name and no part of the running words."""
    fields = "".join(f'<p data-pagefind-meta="{name}">{escape(text)}</p>' for name, text in document.fields if text)
    language = f'<p data-pagefind-meta="language">{escape(document.language)}</p>'
    weight = "" if document.told else ' data-pagefind-weight="0.5"'
    return (
        f'<!doctype html><html lang="{escape(document.language)}"><body data-pagefind-body>'
        f'<div data-pagefind-ignore="index">{fields}{language}</div><div{weight}>{document.html}</div></body></html>'
    )


_CELLS = ("</dt>", "</dd>", "</th>", "</td>")
"""Pagefind puts no space behind these, so that what stands in two of them would be one word."""


def _with_cells_apart(html: str) -> str:
    """Return HTML with a space behind each cell, and a colon behind a term that ends with no stop."""
    parts = pieces(html)
    for number, part in enumerate(parts):
        if part in _CELLS:
            parts[number] = f"{part} "
            if part == "</dt>" and parts[number - 1][-1:] not in set(".:?!…"):
                parts[number] = f"{part}: "
                parts[number + 1] = parts[number + 1].lstrip()
    return "".join(parts)


def _by_its_words(photo: Tag) -> str:
    """What a photo shows; the name its file was sent in by is nobody's business."""
    return f" {photo.raw('alt')} " if photo.has("alt") else " "


class _About:
    """The documents of one guide's stories."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    def story(self, story: Story) -> SearchDocument:
        guide = self._guide
        areas = dict.fromkeys(guide.places[slug].area for slug in story.places)
        dimensions = [evidence.dimension for evidence in story.evidence if evidence.dimension in guide.dimensions]
        language = story.language or guide.edition.language
        teller = story.storyteller.name if story.storyteller else ""
        about = [guide.themes[slug].name for slug in story.themes] + [guide.dimensions[d].name for d in dimensions]
        return SearchDocument(
            url=addresses.of_story(story.slug),
            language=language,
            fields=(
                ("title", story.title),
                ("summary", story.summary),
                ("where", guide.where_is(story)),
                ("area", ", ".join(guide.areas[slug].name for slug in areas)),
                ("teller", teller),
                ("group", story.organisation),
                ("about", ", ".join(about)),
                ("kind", KINDS[story.kind.value]),
            ),
            terms=(
                *(("place", slug) for slug in (*areas, *story.places)),
                *(("theme", slug) for slug in story.themes),
                *(("dimension", slug) for slug in dict.fromkeys(dimensions)),
                ("kind", story.kind.value),
                ("language", language),
            ),
            told=True,
            html=change_tags(story.words.html, _by_its_words, "img") + "".join(self._further(story)),
        )

    def _further(self, story: Story) -> Iterator[str]:
        """What else stands on the story's page and is worth finding."""
        difference = story.difference
        texts = (
            story.join_in,
            f"{difference.what} {difference.whom} {difference.how_we_know}" if difference else "",
            *(text for _, text in story.assets),
            *(evidence.sentence for evidence in story.evidence),
            *(photo.caption for photo in story.photos),
        )
        return (f"<p>{escape(text)}</p>" for text in texts if text)
