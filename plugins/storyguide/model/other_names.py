"""Translate the field names of other site generators, form makers and phones into the guide's own."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class OtherName(NamedTuple):
    """The guide's counterpart of a field that another program names differently."""

    name: str = ""
    """The guide's name for the field, if its value can stay as it is; else ""."""
    mend: str = ""
    """Advice on what to do or type, if a change of name is not enough."""


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
"""Foreign names by the guide's own name, space-separated. A foreign name listed for several of ours means the first
of these that is known at the place in question."""

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

_NORTH, _EAST = ("lat", "latitude"), ("lng", "lon", "long", "longitude")

_OURS: dict[str, list[str]] = {}
for _own, _theirs in _SAME.items():
    for _their in _theirs.split():
        _OURS.setdefault(_their, []).append(_own)
_MENDS = {their: (own, mend) for own, (names, mend) in _OTHERWISE.items() for their in names.split()}
_NOT_HERE = {name: why for names, why in _LEFT_OUT.items() for name in names.split()}


def other_name(written: str, known: Iterable[str], texts: Mapping[str, str] | None = None) -> OtherName | None:
    """Return the guide's counterpart of a foreign field name among the known names; None if there is none.

    Capitals, spaces and hyphens are ignored. `texts` holds the text values beside the field, by name; the advice may
    quote them.
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


def _point(texts: Mapping[str, str]) -> str:
    """Return "NORTH, EAST" from separate latitude and longitude fields; an example position if either is missing."""
    halves = [[text for name, text in texts.items() if plain(name) in names] for names in (_NORTH, _EAST)]
    return ", ".join(half[0] for half in halves) if all(halves) else "51.449, -1.249"


def plain(written: str) -> str:
    """Return a field name in the guide's form: lower case, underscores between words, no quotes or stars round it."""
    return "_".join(written.strip(" *_`\"'“”").casefold().replace("-", " ").split())
