"""A real browser for tests: it may reach this machine only, and tells of everything else it was asked for."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright
from storyguide.cli.dependencies.browser import MISSING, find_browser

from bench.corpus import write_ours
from tests.browser.served import Sites
from tests.conftest import built
from tests.shared_out import made_once

NewPage = Callable[..., Page]

expect.set_options(timeout=30_000)  # milliseconds; what works takes a hundredth, unless the machine is busy
_NO_LONGER = 60_000

_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No name and no address but this machine's is found. Asking about each request here would hold up every page.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
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


@pytest.fixture(scope="session")
def many_site(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up edition of so many stories that lists have several pages."""

    def make(folder: Path) -> None:
        root = folder / "guide"
        root.mkdir()
        write_ours(root, 200)
        published = built(root, folder / "site")
        assert published.built, published.told

    return made_once(pytestconfig, tmp_path_factory, "many", make) / "site"


@pytest.fixture
def dudley(dudley_site: Path, serve_site: Sites) -> str:
    """The address of the real edition."""
    return serve_site(dudley_site)


@pytest.fixture
def town(anytown_site: Path, serve_site: Sites) -> str:
    """The address of the fictional one."""
    return serve_site(anytown_site)


@pytest.fixture
def foreign() -> list[str]:
    """Addresses beyond this machine that the test's pages asked for: each was refused."""
    return []


_TELL_OF_REFUSALS = """addEventListener("securitypolicyviolation", (told) =>
  refused(`${location.pathname}: ${told.effectiveDirective} ${told.blockedURI} ${told.sourceFile} ${told.sample}`))"""


@pytest.fixture
def refused() -> Iterator[list[str]]:
    """What the pages' own policies kept from happening; a test that means it to empties this, or there is none.

    The editor at /admin/ is not ours, and asks for more than its policy grants (tests/browser/test_admin.py).
    """
    told: list[str] = []
    yield told
    assert [one for one in told if not one.startswith("/admin/")] == []


@pytest.fixture
def new_page(browser: Browser, foreign: list[str], refused: list[str]) -> Iterator[NewPage]:
    """Called with a width, opens an empty page that remembers nothing; dark=True and script=False are other readers."""
    contexts = []

    def note(request: Request) -> None:
        if urlsplit(request.url).hostname not in ("127.0.0.1", None):  # what the page carries within has no host
            foreign.append(request.url)

    def broken(told: str) -> None:
        refused.append(told)

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
        context.set_default_timeout(_NO_LONGER)  # for going to another page too
        context.on("request", note)
        if script:
            context.expose_function("refused", broken)
            context.add_init_script(_TELL_OF_REFUSALS)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()
