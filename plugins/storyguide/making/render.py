"""The one Jinja environment: strict, escapes everything, over templates/."""

import os
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from storyguide.making.languages import right_to_left
from storyguide.model.slug import slug_of
from storyguide.model.story_sections import Surface, plain_sections

TEMPLATES = Path(__file__).parent / "templates"


def compiled_beside(folder: Path) -> FileSystemBytecodeCache | None:
    """Where a folder's templates are kept compiled: beside them, as Python keeps its own modules.

    None when nothing can be written there: they are then compiled each time.
    """
    try:
        kept = folder / "__pycache__"
        kept.mkdir(exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(kept)) if os.access(kept, os.W_OK) else None


@lru_cache(maxsize=64)
def template(name: str) -> Template:
    """The template of this name, compiled once."""
    return _environment().get_template(name)


def render(name: str, **values: object) -> Markup:
    """Fill a template; every value is escaped unless it is Markup already."""
    return Markup(template(name).render(values))  # noqa: S704 - the template has escaped its values


def in_words(day: date) -> str:
    """A day as readers write it: "3 March 2026"."""
    return f"{day.day} {day:%B %Y}"


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 story", "12 stories"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def tongue(language: str) -> Markup:
    """The attributes of an element in this language: ` lang="ur" dir="rtl"`; nothing for the edition's own, ""."""
    if not language:
        return Markup("")
    direction = Markup(' dir="rtl"') if right_to_left(language) else Markup("")
    return Markup(' lang="{}"{}').format(language, direction)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled_beside(TEMPLATES),
    )
    filters: dict[str, Callable[..., object]] = {
        "in_words": in_words,
        "counted": counted,
        "slug": slug_of,
        "tongue": tongue,
        "plain_sections": lambda story, surface: plain_sections(Surface[surface], story),
    }
    environment.filters.update(filters)
    return environment
