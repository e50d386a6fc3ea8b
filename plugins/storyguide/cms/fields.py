"""The questions the editor asks: one for each row of a table of facts, each with the widget its sort of value needs."""

from collections.abc import Iterable, Mapping

import yaml

from storyguide.reading.groups import ALWAYS, Field
from storyguide.reading.values import DAY, YES_OR_NO

Question = dict[str, object]
Choices = Mapping[str, Iterable[tuple[str, str]]]
"""What may be chosen, by a fact's name: what is written, and what the editor shows."""

LEFT_OUT = {
    "photos.decorative": "Every photo sent this way is described; the rare one that shows nothing is marked by hand.",
}
"""Facts that are not asked for, and why not."""

SAID_BESIDES = {
    "photos.file": "The place and the time the camera wrote into it are taken out here, before it is sent. If a photo "
    "from an iPhone is refused, send it from the phone, or set its camera to “Most Compatible”.",
    "photos.alt": "Say it as you would on the telephone.",
    "consent": "Leave it out while you are still writing: the check will remind you.",
    "approved_on": "Leave it empty until then.",
    "approved_words": "Leave it as it is: if a word is changed, the check asks for a new yes.",
    "status": "For a new story choose draft, and ready when all is as the storyteller wishes it.",
    "collaborators": "One to a line.",
    "also_at": "One to a line.",
    "storyteller.photo": "Write its file’s name.",
}
"""What matters in this editor, after what the table says of a fact."""

_AFTERWARDS = ("consent", "approved_on")
"""Needed before a story is published, but not known while it is written: nobody should make them up to go on."""
_BESIDES = ("photos.alt", "photos.people", "status")
"""Must be answered here. None is filled in beforehand: a status put into a story that had none would unpublish it."""
_SHORT = 300
"""Letters beyond which one needs room to write."""
_SEEN_AT_ONCE = 12
"""Choices that are laid out to be ticked; more are a list to open."""
_SINGULAR = {"photos": "photo", "offers": "offer", "needs": "need", "links": "link", "sources": "source"}
_SHOWN = {"photos": "file", "offers": "text", "needs": "text", "barriers": "barrier", "recognition": "award"}


def questions(rows: Iterable[Field], choices: Choices, *, of: str, under: str = "") -> list[Question]:
    """The rows as questions, in their order.

    of: the kind of story; what that kind needs must be answered.
    under: the name of the fact these are parts of, with a dot.
    A fact for whose parts the edition has nothing to choose from, such as tins where there are none, is not asked for:
    the editor takes a group of no questions for a fault, and shows nothing but that.
    """
    asked = [row for row in rows if under + row.name not in LEFT_OUT]
    made = [_question(row, choices, of=of, key=under + row.name) for row in asked]
    return [each for each in made if each.get("fields") != []]


def _question(row: Field, choices: Choices, *, of: str, key: str) -> Question:
    must = (row.needed in (ALWAYS, of) and key not in _AFTERWARDS) or key in _BESIDES
    hint = " ".join(filter(None, (row.help, SAID_BESIDES.get(key, ""))))
    asked: Question = {"name": row.name, "label": label(row.name), "hint": hint, "required": must}
    schema = row.kind.schema
    several = next((one for one in _alternatives(schema) if one.get("type") == "array"), None)
    if row.parts:
        parts = questions(row.parts, choices, of=of, under=f"{key}.")
        if several is None:
            return asked | {"widget": "object", "collapsed": not must, "fields": parts}
        named = {"label_singular": label(_SINGULAR.get(row.name, row.name)), "summary": _summary(row)}
        return asked | {"widget": "list", **named, "max": several["maxItems"], "fields": parts}
    if schema.get("type") == "object":
        return asked | {"widget": "object", "collapsed": True, "fields": _sentences(row, choices)}
    options = list(choices.get(key, ())) or [(word, word) for word in _words(schema, several)]
    if options:
        asked |= {"widget": "select", "options": [{"label": shown, "value": word} for word, shown in options]}
        asked["dropdown_threshold"] = _SEEN_AT_ONCE
        if several:
            asked |= {"multiple": True, "min": int(must), "max": several["maxItems"]}
        return asked
    if several:
        return asked | {"widget": "list", "max": several["maxItems"]}
    return asked | _typed(row, key)


def _typed(row: Field, key: str) -> Question:
    if key == "photos.file":
        return {"widget": "image", "choose_url": False}
    if row.kind is DAY:
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD", "time_format": False}
    if row.kind is YES_OR_NO:
        return {"widget": "boolean"}
    most = row.kind.schema.get("maxLength")
    asked: Question = {"widget": "text" if isinstance(most, int) and most > _SHORT else "string"}
    if most:
        asked["maxlength"] = most
    if pattern := row.kind.schema.get("pattern"):
        asked["pattern"] = [pattern, f"Write it so: {yaml.safe_load(row.example)[row.name]}"]
    return asked


def _sentences(row: Field, choices: Choices) -> list[Question]:
    words = _words(row.kind.schema.get("propertyNames", {}), None)
    named = choices.get(row.name) or [(word, label(word)) for word in words]
    return [{"name": name, "label": shown, "widget": "string", "required": False} for name, shown in named]


def _words(schema: object, several: Mapping[str, object] | None) -> list[str]:
    within = several["items"] if several else schema
    found = within.get("enum", []) if isinstance(within, Mapping) else []
    return [str(word) for word in found]


def _alternatives(schema: Mapping[str, object]) -> list[Mapping[str, object]]:
    found = schema.get("anyOf", [schema])
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


def _summary(row: Field) -> str:
    return f"{{{{{_SHOWN.get(row.name, row.parts[0].name)}}}}}"


def label(name: str) -> str:
    """How a fact is called where people choose and type: “told_on” is “Told on”."""
    return name.replace("_", " ").capitalize()
