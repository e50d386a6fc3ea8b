"""Runs axe-core on a page that is open in the browser."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page

Modes = tuple[tuple[Literal["light", "dark"], int, Callable[[Page], list[str]]], ...]

_AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
_OF_COLOUR = ["color-contrast", "link-in-text-block"]
# What was found sound is never looked at, and takes long to hand over.
_RUN = "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']}).then(all => all.violations)"


def violations(page: Page) -> list[str]:
    """What axe finds against WCAG 2.0 to 2.2 A and AA and its own good practice: one line for each place.

    The page has to have been opened with its scripts on, or axe never comes to an end.
    """
    return _found(page, {"type": "tag", "values": _RULES})


def violations_of_colour(page: Page) -> list[str]:
    """The same, but only of what is judged by its colours, for a page that is judged otherwise already."""
    return _found(page, {"type": "rule", "values": _OF_COLOUR})


WHOLE: Modes = (("light", 1280, violations), ("dark", 390, violations))
EVERY: Modes = (*WHOLE, ("light", 390, violations_of_colour), ("dark", 1280, violations_of_colour))
"""(scheme, width, what judges it). Each width and each set of colours is judged whole; then, how they go together."""


def violations_in(modes: Modes, page: Page) -> set[str]:
    """What axe finds in any of these modes of a page, each line begun with its mode."""
    found = set()
    for scheme, width, judged in modes:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        found |= {f"{scheme}, {width}: {told}" for told in judged(page)}
    return found


def _found(page: Page, rules: dict[str, object]) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())
    found = page.evaluate(_RUN, rules)
    return [
        f"{one['id']} ({one['impact']}): {one['help']} — {' '.join(map(str, node['target']))}: {_reason(node)}"
        for one in found
        for node in one["nodes"]
    ]


@cache
def _axe() -> str:
    assert _AXE.is_file(), "axe is not there. Run the tests by: python3 build.py test"
    # Handed over by the debugger, so that the page's own policy, which lets in no foreign script, stays as it is.
    return _AXE.read_text(encoding="utf-8") + "\n;0"


def _reason(node: dict[str, str]) -> str:
    return " ".join(node.get("failureSummary", "").split())
