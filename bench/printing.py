"""A page of HTML printed as a tagged PDF by the browser the tests use, as makers of PDF for websites mostly do."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright
from storyguide.cli.dependencies.browser import MISSING, find_browser

_PATIENCE = 600_000
"""Milliseconds: a book is a long page."""


def printed(page: Path, pdf: Path) -> None:
    """Print it in A5, with its links and headings."""
    chromium = find_browser()
    if chromium is None:
        raise RuntimeError(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        opened = browser.new_page()
        opened.goto(page.as_uri(), timeout=_PATIENCE)
        opened.pdf(path=pdf, format="A5", tagged=True, outline=True, print_background=True)
        browser.close()


if __name__ == "__main__":
    printed(*map(Path, sys.argv[1:]))
