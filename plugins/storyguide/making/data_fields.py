"""Define what the open data says of each story: one table for its columns, its schemas and its help page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from storyguide.making import addresses, pictures
from storyguide.making.feed_entries import middle_of
from storyguide.making.shared import may_go_out, photo_may_go_out
from storyguide.model.guide import Guide
from storyguide.model.licence import LICENCES
from storyguide.model.story import Kind, Story

Value = str | int | float | Sequence[str] | Sequence[Mapping[str, str]] | None
"""Value of a field in the open data."""
BETWEEN = "; "
"""Separator between the items of a list in a cell of a table."""


@dataclass(frozen=True, slots=True)
class DataField:
    """A field of a story in the open data."""

    name: str
    help: str
    """Sentence that explains the field on the data's page and in its schema."""
    type: str = "string"
    """Type as Table Schema names it; an "array" is one cell in a table."""
    always: bool = False
    """Whether the field is given even for a story whose words may not go out."""
    free: bool = False
    """Whether the value is in somebody's own words, which may begin with any character."""
    in_tables: bool = True
    """Whether tables (CSV) have the field as well as JSON."""


STORY_DATA: Sequence[DataField] = (
    DataField("slug", "The story’s name in its address. It is the same in every file here.", always=True),
    DataField(
        "address",
        "Where it can be read. While the guide has no web address of its own, the way there from this folder.",
        always=True,
    ),
    DataField(
        "licence",
        "What its teller lets others do with it. Where all rights are kept, the row says no more than this.",
        always=True,
    ),
    DataField("licence_address", "Where the licence can be read.", always=True),
    DataField("title", "What the story is called.", free=True),
    DataField("summary", "One or two sentences.", free=True),
    DataField(
        "kind",
        "“told” in the words of somebody who was there; “fact-file” for the editors’ notes from public sources.",
    ),
    DataField("storyteller", "Whose story it is, as they wish to be credited. Please credit them so.", free=True),
    DataField("organisation", "The group it is about.", free=True),
    DataField("translator", "Who translated it, if it is a translation.", free=True),
    DataField("language", "The language it is told in, as a tag: “en-GB”, “pl”."),
    DataField("translation_of", "The slug of the story it is a translation of."),
    DataField("content_note", "What a reader may want to know beforehand.", free=True),
    DataField("told_on", "The day it was told.", "date"),
    DataField("changed_on", "The last day on which it was told, approved, checked or published.", "date"),
    DataField("happened", "When it happened, in the storyteller’s words.", free=True),
    DataField("first_year", "The first year of that.", "integer"),
    DataField("last_year", "The last year of that; empty while it goes on.", "integer"),
    DataField("places", "The slugs of its places, which places.json explains.", "array"),
    DataField("areas", "The slugs of the areas those lie in.", "array"),
    DataField(
        "north",
        "Degrees north, rounded as the storyteller agreed. Empty where they gave no point or want it hidden.",
        "number",
    ),
    DataField("east", "Degrees east, in the same way.", "number"),
    DataField("precision", "How exact that point is: “exact”, “street” or “area”."),
    DataField("themes", "The slugs of its themes, which themes.json explains.", "array"),
    DataField("dimensions", "The slugs of what it shows, which frameworks.json explains.", "array"),
    DataField("word_count", "How many words it has. The words themselves stand at its address.", "integer"),
    DataField("evidence", "The sentence by which it shows each dimension.", "array", in_tables=False),
    DataField(
        "photos",
        "Its photos that may be passed on, each with its words, whom to thank, and its own licence.",
        "array",
        in_tables=False,
    ),
    DataField("sources", "Where a fact-file comes from.", "array", in_tables=False),
)
"""Fields of a story in the open data, in the order of the columns."""
_NOTHING = dict.fromkeys(field.name for field in STORY_DATA)
_ALWAYS = tuple(field.name for field in STORY_DATA if field.always)


def row_of(story: Story, guide: Guide, root: str) -> dict[str, Value]:
    """Return all fields of a story; of one whose words may not go out, all but the `always` ones are None.

    root: the guide's address, or the way to its first page from the data.
    """
    happened, point = story.happened, story.location
    # One by one from the table they would take three times as long, and there are thousands.
    row: dict[str, Value] = {
        "slug": story.slug,
        "address": root + addresses.of_story(story.slug),
        "licence": story.licence,
        "licence_address": LICENCES[story.licence].address or None,
        "title": story.title,
        "summary": story.summary,
        "kind": story.kind.value,
        "storyteller": story.storyteller.name if story.storyteller else None,
        "organisation": story.organisation or None,
        "translator": story.translator or None,
        "language": story.language or guide.edition.language,
        "translation_of": story.translation_of or None,
        "content_note": story.content_note or None,
        "told_on": story.told_on.isoformat(),
        "changed_on": story.changed_on.isoformat(),
        "happened": happened.written if happened else None,
        "first_year": happened.first_year if happened else None,
        "last_year": happened.last_year if happened else None,
        "places": story.places,
        "areas": list(dict.fromkeys([guide.places[slug].area for slug in story.places])),
        "north": point.north if point else None,
        "east": point.east if point else None,
        "precision": story.precision.value if point else None,
        "themes": story.themes,
        "dimensions": list(dict.fromkeys([one.dimension for one in story.evidence])),
        "word_count": story.words.count,
        "evidence": [{"dimension": one.dimension, "sentence": one.sentence} for one in story.evidence],
        "photos": _photos(story, root) if story.photos else [],
        "sources": _sources(story),
    }
    return row if may_go_out(story) else {**_NOTHING, **{name: row[name] for name in _ALWAYS}}


def schema_of(fields: Sequence[DataField], *, tables: bool) -> dict[str, object]:
    """Return a Table Schema for rows with these fields. tables: whether arrays are cells of joined text."""
    said: list[dict[str, object]] = []
    for field in fields:
        kind = "string" if tables and field.type == "array" else field.type
        more = f" Several stand one after another with “{BETWEEN}” between them." if kind != field.type else ""
        said.append({"name": field.name, "type": kind, "description": field.help + more})
        if field.name == "slug":
            said[-1]["constraints"] = {"required": True, "unique": True}
        if field.name == "kind":
            said[-1]["constraints"] = {"enum": [kind.value for kind in Kind]}
    return {"fields": said, "primaryKey": ["slug"]}


def _photos(story: Story, root: str) -> list[Mapping[str, str]]:
    return [
        {
            "address": root + middle_of(photo),
            "alt": photo.alt,
            "caption": photo.caption,
            "credit": photo.credit,
            "licence": photo.licence or story.licence,
        }
        for photo in pictures.usable(story)
        if photo_may_go_out(photo)
    ]


def _sources(story: Story) -> list[Mapping[str, str]]:
    return [
        {
            "title": one.title,
            "address": one.address,
            "claim": one.claim,
            "as_of": one.as_of,
            "read_on": one.accessed.isoformat() if one.accessed else "",
        }
        for one in story.sources
    ]
