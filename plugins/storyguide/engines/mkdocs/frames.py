"""The frame rendered once for each kind of page, then filled: measured to pay (docs/how-it-is-made/performance.md)."""

import re
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from jinja2 import DictLoader, Environment, PrefixLoader, pass_context
from jinja2.loaders import ChoiceLoader
from jinja2.runtime import Context
from markupsafe import escape

FRAME = "main.html"
FILLED = "filled/main.html"
"""The template a page names in its metadata to be filled rather than rendered; it gives the same bytes."""

_VARYING = ("description", "share_image", "data", "feed", "until")
"""The values of page.meta that differ from page to page; by all others the kind of page is told."""

_UNESCAPED = ("data", "content")
_MARK = re.compile("\ue000([a-z_]+)\ue001")


def offer_filled_frames(env: Environment) -> "Frames":
    """Add the template FILLED to the engine's environment; gives the frames it is filled from."""
    filled = PrefixLoader({"filled": DictLoader({FRAME: "{{ filled_frame() }}"})})
    env.loader = ChoiceLoader([filled, env.loader] if env.loader else [filled])
    frames = Frames(env)

    @pass_context
    def filled_frame(context: Context) -> str:
        return frames.filled(context)

    env.globals["filled_frame"] = filled_frame
    return frames


class Frames:
    """The frames met so far, cut into what stays and what is filled in."""

    def __init__(self, env: Environment) -> None:
        self._env = env
        self._cut: dict[object, list[str]] = {}

    def filled(self, context: Context | Mapping[str, Any]) -> str:
        """The frame round the page in hand, in the very bytes that rendering it would give.

        context: as the engine gives it to a template; of it page, config and base_url are needed.
        """
        page = context["page"]
        values = {name: page.meta.get(name) for name in _VARYING}
        values |= {"title": page.title, "canonical": page.canonical_url, "content": page.content}
        same = {name: value for name, value in page.meta.items() if name not in values}
        key = (
            context["base_url"],
            *sorted((name, tuple(value) if isinstance(value, list) else value) for name, value in same.items()),
            *(bool(values[name]) for name in values),
            self._menu(context),
        )
        if key not in self._cut:
            self._cut[key] = self._cut_out(context, same, values)
        pieces = self._cut[key]
        return "".join(piece if number % 2 == 0 else _as_printed(piece, values) for number, piece in enumerate(pieces))

    def _menu(self, context: Context | Mapping[str, Any]) -> str:
        """The page's address where the menu leads to it, since it is then marked as the one read."""
        url = str(context["page"].url)
        return url if any(item["url"] == url for item in context["config"].extra["guide"]["menu"]) else ""

    def _cut_out(
        self, context: Context | Mapping[str, Any], same: Mapping[str, object], values: Mapping[str, object]
    ) -> list[str]:
        """The frame of this kind of page: text, then the name of a value, and so on in turn."""
        marks = {name: f"\ue000{name}\ue001" if value else value for name, value in values.items()}
        page = SimpleNamespace(
            url=context["page"].url,
            title=marks["title"],
            canonical_url=marks["canonical"],
            content=marks["content"],
            meta={**same, **{name: marks[name] for name in _VARYING}},
        )
        all_values = context.get_all() if isinstance(context, Context) else context
        return _MARK.split(self._env.get_template(FRAME).render({**all_values, "page": page}))


def _as_printed(name: str, values: Mapping[str, Any]) -> str:
    value = str(values[name])
    return value if name in _UNESCAPED else str(escape(value))
