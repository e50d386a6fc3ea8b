"""Runs axe-core on a page that is open in the browser."""

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

_AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
_RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")


def violations(page: Page) -> list[str]:
    """What axe finds against WCAG 2.0 to 2.2 A and AA and its own good practice: one line for each place."""
    page.evaluate(_axe())
    found = page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})", list(_RULES)
    )["violations"]
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
