"""Fill templates: the one Jinja environment (strict, escapes everything, over templates/) and what it is given.

Every template has a context: a frozen dataclass whose fields are the template's variables, each of which it reads.
"""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import ClassVar

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from storyguide.making.languages import right_to_left
from storyguide.model.slug import slug_of

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


class Context:
    """What one template reads: a frozen dataclass with a field for each of the template's variables.

    A subclass names its template, from templates/: `class GonePage(Context, template="gone.html")`. It has no slots,
    since its fields are handed to Jinja as they stand in `vars`, uncopied.
    """

    template: ClassVar[str]

    def __init_subclass__(cls, *, template: str = "") -> None:
        super().__init_subclass__()
        if template:
            cls.template = template


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a page stands, which the template of any page may read besides its context."""

    root: str
    """The way from the page to the site's root: "../../", "" on the first page."""
    url: str
    """Its address from the site's root, with a closing slash; "" for the first page."""
    title: str
    """Plain text."""


def render(context: Context, at: Standing | None = None) -> Markup:
    """Fill the context's template; every value is escaped unless it is Markup already.

    at: of a page, where it stands. Raises jinja2.UndefinedError when the template reads what the context has not.
    """
    values = vars(context) if at is None else {**vars(context), "root": at.root, "url": at.url, "title": at.title}
    return Markup(template(context.template).render(values))  # noqa: S704 - the template has escaped its values


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


class _PartsPastedIn(FileSystemLoader):
    """Finds templates, the parts that they include pasted in.

    Jinja makes a new context for each part of each page it fills, which ten thousand pages of stories feel; a part
    pasted in costs nothing. It ends without a newline, as an included template does; `+%}` keeps the one after the tag.
    """

    _INCLUDE = re.compile(r'{% include "([^"]+)" (?:%}\n|(\+)%})')

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The template's source, as FileSystemLoader gives it."""
        source, path, is_current = super().get_source(environment, template)
        return self._INCLUDE.sub(lambda found: self._part(environment, *found.groups()), source), path, is_current

    def _part(self, environment: Environment, name: str, plus: str | None) -> str:
        part = self.get_source(environment, name)[0].removesuffix("\n")
        return f"{part.removesuffix('%}')}+%}}" if plus and part.endswith("%}") else part


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=_PartsPastedIn(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled_beside(TEMPLATES),
    )
    filters: dict[str, Callable[..., str]] = {
        "in_words": in_words,
        "counted": counted,
        "slug": slug_of,
        "tongue": tongue,
    }
    environment.filters.update(filters)
    return environment
