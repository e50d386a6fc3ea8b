"""Write feeds as JSON Feed 1.1, with what was taken down in an extension of our own (_removed)."""

import json
from collections.abc import Sequence
from datetime import date

from storyguide.making.feed_atom import moment
from storyguide.making.feed_entries import Entry

TYPE = "application/feed+json"
"""Media type of a JSON Feed."""


def json_entry(entry: Entry) -> str:
    """Return one entry as JSON, to stand in any feed."""
    author = {"name": entry.author} | ({"url": entry.author_address} if entry.author_address else {})
    return _written(
        {
            "id": entry.id,
            "url": entry.address,
            "title": entry.title,
            "summary": entry.summary,
            "content_html": entry.html,
            **({"image": entry.photo} if entry.photo else {}),
            "date_published": moment(entry.told),
            "date_modified": moment(entry.changed),
            "authors": [author],
            "tags": [name for _, name in entry.themes],
            "language": entry.language,
            "_licence": {"name": entry.licence.name, "url": entry.licence.address, "rights": entry.rights},
        }
    )


def json_feed(entries: Sequence[str], removed: Sequence[tuple[str, date]], **head: object) -> str:
    """Return a whole feed round its entries.

    head: fields as JSON Feed names them. removed: ids of stories taken down, and the days on which they were gone.
    """
    gone = {"_removed": [{"id": ref, "when": moment(day)} for ref, day in removed]} if removed else {}
    begun = _written({"version": "https://jsonfeed.org/version/1.1", **head, **gone})
    return f'{begun[:-1]},"items":[{",".join(entries)}]}}\n'


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
