"""A story with a word of its own in every text, made from the table of facts itself and read from its file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import yaml
from storyguide.model.photo import Rendition
from storyguide.model.story import Story
from storyguide.reading.groups import Field
from storyguide.reading.story import read_story
from storyguide.reading.story_fields import STORY_FIELDS

FROM_LISTS = {"place": "Millbank", "themes": "Making"}
"""Names the edition lists; a story with another is held back."""
WORDS = "words"
"""The story's words, which are no fact."""


def leaves(fields: Sequence[Field], prefix: str = "") -> Iterator[tuple[str, Field]]:
    """Yield every fact that holds a value, named as in the table of sections: "photos.alt"."""
    for field in fields:
        if field.parts:
            yield from leaves(field.parts, f"{prefix}{field.name}.")
        else:
            yield prefix + field.name, field


FIELDS = dict(leaves(tuple(STORY_FIELDS.values())))


def _takes_words(schema: Mapping[str, object]) -> bool:
    """Return whether a fact of this shape holds what somebody writes freely, or a web address."""
    for inner in ("anyOf", "additionalProperties"):
        if inner in schema:
            first = schema[inner][0] if inner == "anyOf" else schema[inner]
            return _takes_words(first)
    free = "string" in schema.get("type", ()) and not schema.keys() & {"enum", "format", "pattern"}
    return free or schema.get("pattern") == "^https?://"


TEXTS = [path for path, field in FIELDS.items() if _takes_words(field.kind.schema) and path not in FROM_LISTS]
"""Every fact that is a text."""


def is_address(path: str) -> bool:
    """Return whether a fact is a web address."""
    return FIELDS[path].kind.schema.get("format") == "uri"


def word_of(path: str) -> str:
    """Return the word that the whole story has in this text and nowhere else."""
    return "about 1874" if path == "happened" else f"Canary{path.replace('.', '').replace('_', '')}End"


def _value_of(path: str, field: Field, other: str, before: str) -> object:
    """Return what the file says of a fact: its own word, if it is a text; else its example, if it must be given."""
    example = yaml.safe_load(field.example)[field.name]
    if path in FROM_LISTS:
        return FROM_LISTS[path]
    if path not in TEXTS:
        return example if field.needed else None
    word = f"{before}{word_of(path)}" if path == other else word_of(path)
    schema = field.kind.schema
    if path == "happened":
        said = "about 1875" if path == other else word
    elif is_address(path):
        said = f"https://example.org/{word}"
    else:
        said = word if schema.get("maxLength", 80) < 80 else f"Once we all said {word} up there."
    return dict.fromkeys(example, said) if isinstance(example, dict) else said


def _values_of(fields: Sequence[Field], other: str, before: str, prefix: str = "") -> dict[str, object]:
    found = {}
    for field in fields:
        path = prefix + field.name
        value = (
            _values_of(field.parts, other, before, f"{path}.") if field.parts else _value_of(path, field, other, before)
        )
        if value is not None:
            found[field.name] = value
    return found


def story_that_says_all(photo: Path | None = None, *, other: str = "", before: str = "Another") -> Story:
    """Return a story with a word of its own in every text; the fact called other has a longer one."""
    facts = yaml.safe_dump(_values_of(tuple(STORY_FIELDS.values()), other, before), allow_unicode=True, width=1000)
    word = f"{before}{word_of(WORDS)}" if other == WORDS else word_of(WORDS)
    file = f"---\n{facts}---\nOnce we all said {word} up there.\n"
    story, problems = read_story(file.encode(), path="stories/repair-cafe/story.md", slug="repair-cafe")
    assert story, problems
    if photo is None:
        return story
    size = Rendition(path="photos/abc-360.jpg", type="image/jpeg", width=360, height=180, file=photo)
    return replace(story, photos=tuple(replace(one, renditions=(size,)) for one in story.photos))


def value_at(path: str, text: str) -> dict[str, object]:
    """Return the fact that holds this text, with what else its group must have: {"photos": [{"alt": text, ...}]}."""
    name, _, part = path.partition(".")
    field = STORY_FIELDS[name]
    example = yaml.safe_load(field.example)[name]
    if part:
        group = example[0] if isinstance(example, list) else example if isinstance(example, dict) else {}
        needed = {one.name: yaml.safe_load(one.example)[one.name] for one in field.parts if one.needed}
        held = {**needed, **group, part: text}
        return {name: [held] if isinstance(example, list) else held}
    if isinstance(example, dict):
        return {name: dict.fromkeys(example, text)}
    return {name: [text] if isinstance(example, list) else text}
