"""The editor's settings, made from the table of a story's facts and what the edition has to choose from."""

from urllib.parse import urlsplit

import yaml

from storyguide.cms.fields import Choices, Question, questions
from storyguide.cms.keeping import Keeping
from storyguide.making.languages import own_name
from storyguide.model.edition import Edition
from storyguide.model.guide import Guide
from storyguide.reading.addresses import LONGEST_SLUG
from storyguide.reading.story_fields import FACT_FILE, STORY_FIELDS, TOLD

_HEAD = "# Made from the table of a story’s facts each time the guide is built; a change here is lost.\n"
_COLLECTIONS = (
    ("told", TOLD, "Told stories", "Told story", [TOLD, None], "book"),
    ("fact-files", FACT_FILE, "Fact-files", "Fact-file", FACT_FILE, "article"),
)
"""Name, kind, label, label of one, what its file says of its kind, icon. A story that says nothing is a told one."""
_BUTTONS = ("bold", "italic", "link", "heading-two", "heading-three", "quote", "bulleted-list", "numbered-list")
_ALSO_FIRST = ("kind", "photos", "consent", "approved_on")
"""Asked with what must be answered; all that may be left empty comes after, since a form on a phone is long."""
_UNFINISHED = "^(idea|draft|review)$"
_LARGEST_PHOTO = 20_000_000
_PHOTOS = {"format": "webp", "quality": 85, "width": 2048, "height": 2048}
"""Made anew, so that nothing the camera wrote into it is left; as large as the largest the guide shows."""


def write_config(guide: Guide, keeping: Keeping, *, address: str = "") -> str:
    """The file the editor reads first; Decap CMS reads it as well, and passes over what it does not know."""
    choices = _choices(guide)
    settings: dict[str, object] = {
        "backend": keeping.backend,
        "publish_mode": "editorial_workflow",
        "media_folder": f"{keeping.folder}stories",
        "public_folder": "/stories",
        "media_libraries": {
            "default": {
                "config": {
                    "slugify_filename": True,
                    "max_file_size": _LARGEST_PHOTO,
                    "transformations": {"raster_image": _PHOTOS},
                }
            }
        },
        **_shown(guide.edition, address),
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": LONGEST_SLUG},
        "editor": {"preview": False},
        "output": {"omit_empty_optional_fields": True},
        "collections": [
            {
                "name": name,
                "label": many,
                "label_singular": one,
                "icon": icon,
                "folder": f"{keeping.folder}stories",
                "path": "{{slug}}/story",
                "slug": "{{title}}",
                "media_folder": "",
                "public_folder": "",
                "create": True,
                "delete": False,  # a story is taken down by its status, so that its address can say so
                "filter": {"field": "kind", "value": written},
                "view_filters": [{"label": "Not finished", "field": "status", "pattern": _UNFINISHED}],
                "fields": _fields(kind, choices),
            }
            for name, kind, many, one, written, icon in _COLLECTIONS
        ],
    }
    return _HEAD + yaml.safe_dump(settings, allow_unicode=True, sort_keys=False, width=120)


def _shown(edition: Edition, address: str) -> dict[str, object]:
    """What the page is called, and the way back to the guide; of this host, since the page may reach no other."""
    named: dict[str, object] = {
        "app_title": edition.name,
        "logo": {"src": f"{urlsplit(address).path.rstrip('/')}/assets/mark.svg"},
    }
    return {"site_url": address, "display_url": address, **named} if address else named


def _fields(kind: str, choices: Choices) -> list[Question]:
    rows = [row for row in STORY_FIELDS.values() if row.needed != (FACT_FILE if kind == TOLD else TOLD)]
    asked = questions(rows, choices, of=kind)
    known = {str(each["name"]): each for each in asked}
    known["kind"].clear()
    known["kind"].update(name="kind", widget="hidden", default=kind)
    body: Question = {
        "name": "body",
        "label": "The story",
        "hint": "In the storyteller’s own words. Photos have their place below.",
        "widget": "markdown",
        "buttons": list(_BUTTONS),
        "editor_components": [],
    }
    first = [each for each in asked if each.get("required") or each["name"] in _ALSO_FIRST]
    words = [each["name"] for each in first].index("summary") + 1
    return [*first[:words], body, *first[words:], *(each for each in asked if each not in first)]


def _choices(guide: Guide) -> Choices:
    """What is written, and what is shown: names as the edition spells them, a tin and a language by their signs."""
    edition = guide.edition
    dimensions = [each for frame in edition.frameworks for each in frame.dimensions]
    return {
        "place": [(place.name, place.name) for place in edition.places],
        "themes": [(theme.name, theme.name) for theme in edition.themes],
        # The editor takes no name of several words for a key.
        "dimensions": [(each.name if each.name.isalpha() else each.slug, each.name) for each in dimensions],
        "tins": [(tin.slug, tin.title) for tin in guide.tins],
        "language": [(tag, own_name(tag)) for tag in edition.languages],
    }
