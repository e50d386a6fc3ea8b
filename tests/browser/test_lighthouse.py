"""Lighthouse judges pages as for a phone; three kinds here, since each takes it seconds.

How quick they are is measured by hand on a machine with nothing else to do, all six kinds of page:
.venv/bin/python -m tests.browser.lighthouse (docs/how-it-is-made/readers.md has the figures). Here stands what makes
them quick and can be counted: what is fetched, how heavy it is, and what has to come before anything is drawn.
"""

from pathlib import Path

import pytest

from tests.browser.lighthouse import PAGES, judged
from tests.site_pages import page_at

KINDS = ("story", "search", "tin")
MOST_SHIFT = 0.01
MOST_REQUESTS = 13
MOST_BYTES = 80_000


def test_pages_are_light_sound_found_and_open_to_everyone(anytown_site: Path):
    for one in judged(anytown_site, [PAGES[name] for name in KINDS], speed=False):
        assert one.scores == {"accessibility": 100, "best-practices": 100, "seo": 100}, one
        assert one.shift <= MOST_SHIFT, one
        assert one.requests <= MOST_REQUESTS, one
        assert one.bytes <= MOST_BYTES, one


@pytest.mark.parametrize("kind", KINDS)
def test_no_script_has_to_come_before_a_page_is_drawn(anytown_site: Path, kind: str):
    elements = page_at(anytown_site / PAGES[kind] / "index.html").elements

    scripts = [given for tag, given in elements if tag == "script" and "src" in given]
    assert len(scripts) > 0
    assert [given for given in scripts if given.get("type") != "module" and not {"defer", "async"} & given.keys()] == []
