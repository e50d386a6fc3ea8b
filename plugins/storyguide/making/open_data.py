"""Write the guide as open data: stories, places, themes and frameworks in files that programs read."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from storyguide.making import addresses
from storyguide.making.data_fields import BETWEEN, DataField, Value, row_of, schema_of, story_data
from storyguide.making.data_package import DataFile, as_package
from storyguide.making.shared import may_go_out, published
from storyguide.model.guide import Guide
from storyguide.model.licence import LICENCES

SCHEMA = "story.schema.json"
"""File name of the JSON Schema for story files."""
_RISKY = re.compile("((?:^|;) *)(?='*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20])")
"""Start of a cell that some spreadsheet would take for a formula; some begin another cell at a semicolon."""


def data_files(guide: Guide, *, address: str) -> list[DataFile]:
    """Return every file of the open data. address: the guide's own, or "" while it has none."""
    edition = guide.edition
    root = address or addresses.up_from(addresses.DATA)
    stories = sorted(published(guide), key=lambda story: story.slug)
    rows = [row_of(story, guide, root) for story in stories]
    said = story_data()
    tabular = [field for field in said if field.in_tables]
    carried = {story.licence for story in stories if may_go_out(story)}
    licences = [name for name in LICENCES if name in carried]
    ours = [edition.licence]
    files = [
        DataFile(
            name="stories.json",
            title="Every story, with the sentences that show what it shows, its photos and its sources",
            content=_json_lines(rows),
            schema=schema_of(said, tables=False),
            licences=licences,
        ),
        DataFile(
            name="stories.csv",
            title="Every story as a row of a table",
            content=_csv(tabular, rows),
            schema=schema_of(tabular, tables=True),
            licences=licences,
        ),
        DataFile(
            name="stories.geojson",
            title="The stories that have a point, to put on a map",
            content=_geojson(rows),
            licences=licences,
        ),
        DataFile(
            name="places.json",
            title="The places, the areas they lie in, and how many stories each has",
            content=_json_lines(_places(guide, root)),
            licences=ours,
        ),
        DataFile(
            name="themes.json",
            title="The themes, and how many stories each has",
            content=_json_lines(_themes(guide, root)),
            licences=ours,
        ),
        DataFile(
            name="frameworks.json",
            title="The principles stories are read by, and whose they are",
            content=_json_lines(_frameworks(guide, root)),
        ),
    ]
    files.append(
        DataFile(
            name="datapackage.json",
            title="What all these files hold, for programs that read data packages",
            content=_compact(as_package(edition, files, licences, address)).encode(),
        )
    )
    if guide.schema:
        named = {"$id": f"{address}{addresses.DATA}{SCHEMA}"} if address else {}
        schema = _compact({**named, **guide.schema}).encode()
        files.append(DataFile(name=SCHEMA, title="What the facts at the top of a story’s file may be", content=schema))
    return files


def guarded(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: an apostrophe is put before what might be one."""
    return _RISKY.sub(r"\1'", text)


def _csv(fields: Sequence[DataField], rows: Sequence[Mapping[str, Value]]) -> bytes:
    into = io.StringIO(newline="")
    writer = csv.writer(into)
    names = [field.name for field in fields]
    writer.writerow(names)
    lists = [field.name for field in fields if field.type == "array"]
    free = [field.name for field in fields if field.free]
    for row in rows:
        cells: dict[str, object] = dict(row)
        for name in lists:
            items = row[name]
            cells[name] = BETWEEN.join(map(str, items)) if isinstance(items, (tuple, list)) else ""
        for name in free:
            if text := row[name]:
                cells[name] = guarded(str(text))
        writer.writerow([cells[name] for name in names])
    # From the byte order mark spreadsheets know how letters beyond English ones are encoded.
    return into.getvalue().encode("utf-8-sig")


def _geojson(rows: Sequence[Mapping[str, Value]]) -> bytes:
    properties = ("slug", "title", "address", "kind", "precision", "licence", "licence_address")
    features = [
        {
            "type": "Feature",
            "id": row["slug"],
            "geometry": {"type": "Point", "coordinates": [row["east"], row["north"]]},
            "properties": {name: row[name] for name in properties},
        }
        for row in rows
        if row["north"] is not None
    ]
    text = _compact({"type": "FeatureCollection", "features": features})
    return text.replace('{"type":"Feature"', '\n{"type":"Feature"').encode() + b"\n"


def _places(guide: Guide, root: str) -> Iterator[dict[str, object]]:
    for area in guide.edition.areas:
        for slug in area.places:
            place = guide.places[slug]
            yield {
                "slug": slug,
                "name": place.name,
                "address": root + addresses.of_place(slug),
                "area": area.slug,
                "area_name": area.name,
                "north": place.point.north if place.point else None,
                "east": place.point.east if place.point else None,
                "stories": len(guide.in_place.get(slug, ())),
            }


def _themes(guide: Guide, root: str) -> Iterator[dict[str, object]]:
    for theme in guide.edition.themes:
        yield {
            "slug": theme.slug,
            "name": theme.name,
            "address": root + addresses.of_theme(theme.slug),
            "intro": theme.intro or None,
            "stories": len(guide.about_theme.get(theme.slug, ())),
        }


def _frameworks(guide: Guide, root: str) -> Iterator[dict[str, object]]:
    for framework in guide.edition.frameworks:
        yield {
            "slug": framework.slug,
            "name": framework.name,
            "framing": framework.framing,
            "source": framework.source,
            "source_address": framework.source_address or None,
            "summary": framework.summary or None,
            "dimensions": [
                {
                    "slug": one.slug,
                    "name": one.name,
                    "address": root + addresses.of_dimension(one.slug),
                    "summary": one.summary,
                    "statements": one.statements,
                    "stories": len(guide.showing.get(one.slug, ())),
                }
                for one in framework.dimensions
            ],
        }


def _json_lines(rows: Iterable[Mapping[str, object]]) -> bytes:
    """Return rows as a JSON list with one row a line, so that two versions can be compared."""
    # Each row begins with its slug; within a text this quotation mark would have a backslash before it.
    return _compact(list(rows)).replace('{"slug":', '\n{"slug":').encode() + b"\n"


def _compact(value: object) -> str:
    # Indented output would be written by Python's slower encoder, taking ten times as long.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
