"""A real browser for tests: it may reach this machine only, and tells of everything else it was asked for."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright
from storyguide.front.browser import MISSING, find_browser

from tests.browser.served import Sites

NewPage = Callable[..., Page]

_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    chromium = find_browser()
    assert chromium, MISSING
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(_ARGUMENTS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def serve_site() -> Iterator[Sites]:
    """Called with a folder, gives its address; its `sent` lists what went out."""
    with Sites() as sites:
        yield sites


@pytest.fixture
def foreign() -> list[str]:
    """Addresses beyond this machine that the test's pages asked for: each was refused."""
    return []


@pytest.fixture
def new_page(browser: Browser, foreign: list[str]) -> Iterator[NewPage]:
    """Called with a width, opens an empty page that remembers nothing; dark=True and script=False are other readers."""
    contexts = []

    def guard(route: Route) -> None:
        if urlsplit(route.request.url).hostname == "127.0.0.1":
            route.continue_()
        else:
            foreign.append(route.request.url)
            route.abort()

    def opened(
        width: int = 1280, *, height: int = 900, dark: bool = False, script: bool = True, **more: object
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            java_script_enabled=script,
            service_workers="block",
            **more,
        )
        contexts.append(context)
        context.route("**/*", guard)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()
