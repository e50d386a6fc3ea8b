"""The names that other site generators, form makers and phones give to facts and choices, and our own."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple


class OtherName(NamedTuple):
    """What a fact of another program comes to here."""

    name: str = ""
    """The guide's own name for it, where the value can stay as it is; "" where it cannot."""
    mend: str = ""
    """What to do or to type, where another name alone does not do."""


_SAME = {
    "themes": "tags tag categories category keywords topics topic subjects labels",
    "summary": "description excerpt abstract intro subtitle lead teaser standfirst tagline synopsis desc blurb",
    "storyteller": "author authors by teller narrator who name told_by byline creator writer contributor speaker",
    "place": "where venue town location_name village neighbourhood area locality places",
    "told_on": "date day published_on recorded told date_told created created_at pubdate pub_date publishdate",
    "happened": "when years year period time",
    "licence": "license licensing rights copyright",
    "language": "lang locale",
    "publish_on": "publish_date go_live embargo",
    "review_on": "expirydate expires review_date",
    "also_at": "aliases alias redirect_from redirects old_urls",
    "sources": "references bibliography citations source",
    "content_note": "content_warning trigger_warning warning cw",
    "alt": "alternative alt_text alttext description title_text",
    "file": "src image path filename url photo picture name",
    "caption": "legend title subtitle",
    "credit": "photographer author copyright source by",
    "given": "date agreed on day signed consent_date",
    "until": "expires end valid_until expiry ends",
    "surfaces": "",
    "withdrawn": "revoked ended withdrawn_on",
    "about": "bio biography description role",
    "address": "url href link website web src",
    "title": "name headline heading label text",
    "accessed": "retrieved access_date date read_on",
    "text": "title what name description",
    "by": "author authors from name who writer",
    "on": "date day",
    "date": "day published pubdate",
    "reviewed": "date updated lastmod last_reviewed",
    "stories": "story related",
}
"""By our name, theirs. A name of theirs stands for the first of ours that there is where it was written."""

_PHOTOS = "List it under photos, with what it shows and who took it:\nphotos:\n{photo}"
_AS_PHOTO = "  - file: {value}\n    alt: A workbench\n    credit: Mo\n    licence: CC BY-SA 4.0"
_OTHERWISE = {
    "photos": (
        "image images cover cover_image featured_image feature_image featuredimage thumbnail thumb hero hero_image "
        "header_image banner og_image photo picture pictures gallery",
        _PHOTOS.replace("{photo}", _AS_PHOTO),
    ),
    "status": (
        "draft published unpublished hidden private visibility wip sitemap_exclude noindex",
        "Take it out. To keep the story back, write: status: draft",
    ),
    "location": (
        "lat latitude lng lon long longitude coordinates coords geo gps point map latlng position",
        'Write both on one line, degrees north first: location: "{point}"',
    ),
    "story": (
        "body content words",
        "Take it out, and write the story’s words below the second line of three dashes.",
    ),
}
_LEFT_OUT = {
    "slug permalink url path uri basename": "the name of the story’s folder is its address",
    "layout template type kind_of_page theme_layout markup engine": "the guide lays out every page itself",
    "updated lastmod last_modified modified updated_at edited last_updated revision version":
    "the guide’s history keeps that",
    "weight order toc comments comment math featured pinned sticky series id uuid guid nav nav_order menu sidebar "
    "css js sitemap robots seo canonical canonical_url og twitter share analytics reading_time readingtime hide "
    "show_date eleventycomputed pagination disqus cascade build outputs resources params icon color colour":
    "the guide has nothing of the kind",
}  # fmt: skip

_CHOICES = {
    "ready": "published publish public live final done complete completed approved",
    "draft": "hidden private unpublished wip pending unlisted",
    "withdrawn": "removed deleted retired taken_down",
}
"""By a choice of ours, words that other programs have for the same."""

_NORTH, _EAST = ("lat", "latitude"), ("lng", "lon", "long", "longitude")

_OURS: dict[str, list[str]] = {}
for _own, _theirs in _SAME.items():
    for _their in _theirs.split():
        _OURS.setdefault(_their, []).append(_own)
_MENDS = {their: (own, mend) for own, (names, mend) in _OTHERWISE.items() for their in names.split()}
_NOT_HERE = {name: why for names, why in _LEFT_OUT.items() for name in names.split()}


def other_name(written: str, known: Iterable[str], texts: Mapping[str, str] | None = None) -> OtherName | None:
    """Return what this name of another program comes to among the known names of facts; None when it is none of them.

    Capitals, spaces and hyphens in it do not matter. texts are the values beside it, by name, where they are words.
    """
    name = plain(written)
    names, texts = list(known), texts or {}
    for own in _OURS.get(name, ()):
        if own in names:
            return OtherName(own)
    own, mend = _MENDS.get(name, ("", ""))
    if own in names or (own == "story" and "told_on" in names):
        file = texts.get(written, "").rpartition("/")[2] or "bench.jpg"
        return OtherName(mend=mend.replace("{value}", file).replace("{point}", _point(texts)))
    if name in _NOT_HERE and "title" in names:
        return OtherName(mend=f"Leave it out: {_NOT_HERE[name]}.")
    return None


def other_choice(written: str, known: Collection[str]) -> str:
    """Return the choice among those known that other programs write so; empty where there is none."""
    word = plain(written)
    return next((choice for choice, others in _CHOICES.items() if choice in known and word in others.split()), "")


def _point(texts: Mapping[str, str]) -> str:
    """Return the two halves of a position that stand apart, north first; an example where one is not there."""
    halves = [[text for name, text in texts.items() if plain(name) in names] for names in (_NORTH, _EAST)]
    return ", ".join(half[0] for half in halves) if all(halves) else "51.449, -1.249"


def plain(written: str) -> str:
    """Return the name of a fact as the guide writes them: small letters, low lines between words, no marks round it."""
    return "_".join(written.strip(" *_`\"'“”").casefold().replace("-", " ").split())
