"""What holds should words slip past the first wall: each page's own policy, and nothing that needs a gap in it."""

import re
from pathlib import Path

import pytest
from storyguide.cms.page import admin_page

from tests.builders import an_edition
from tests.site_pages import Page, page_of, pages_in

USUAL = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "worker-src 'none'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types 'none'"
)
SEARCHING = USUAL.replace("worker-src 'none'", "worker-src 'self'").replace("types 'none'", "types default")
"""Where one searches, a worker may be started: the one whose address the page's own script names."""

_LOADS = {"src", "srcset", "poster", "data", "background", "action", "formaction", "ping", "manifest"}
_LOADING_LINKS = {
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "manifest",
}
_ONLY_NAMES = ("http://www.w3.org/", "http://schemas.openxmlformats.org/")
"""Of kinds of drawing and of document: written in them, and asked of nobody."""
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


@pytest.fixture(scope="module", params=["anytown_site", "dudley_site"])
def site(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(request.param)


def policy_of(html: str) -> str:
    """The policy of a page, if that is what its head begins with but for how it is written."""
    found = re.search(
        r'<head>\s*<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html
    )
    return found[1] if found else ""


def test_every_page_begins_with_its_policy_and_tells_nobody_where_a_reader_came_from(site: Path):
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        searching = page == site / "search/index.html"

        assert policy_of(html) == (SEARCHING if searching else USUAL), page
        assert html.count("Content-Security-Policy") == 1, page
        assert html.count('<meta name="referrer" content="no-referrer">') == 1, page


def test_the_editors_page_begins_with_its_own_too():
    policy = policy_of(admin_page(an_edition()))

    assert policy.startswith("default-src 'none'; script-src 'self' ")
    assert "script-src 'self' 'wasm-unsafe-eval';" in policy


def test_no_page_has_anything_within_it_that_a_policy_would_have_to_name(site: Path):
    """So there is no hash in any policy: nothing stands in a page that runs, or says how things look."""
    for path, page in pages_in(site).items():
        assert [tag for tag, given in page.elements if tag == "script" and not _is_own_script(given)] == [], path
        assert [tag for tag, _ in page.elements if tag in {"style", "base", "iframe", "object", "embed"}] == [], path
        assert [name for _, given in page.elements for name in given if name == "style" or name[:2] == "on"] == [], path


def _is_own_script(given: dict[str, str]) -> bool:
    return given.get("type") == "application/ld+json" or bool(given.get("src"))


def test_no_page_loads_anything_from_elsewhere(site: Path):
    foreign = [
        f"{path}: {loaded}"
        for path, page in pages_in(site).items()
        for loaded in _loaded(page)
        if _ELSEWHERE.match(loaded)
    ]

    assert foreign == []


def test_what_would_be_loaded_from_elsewhere_is_seen():
    page = page_of(
        "<img src='//a.example/1'><img srcset='x 1x, https://a.example/2 2x'><link rel=preload href=https://a.example/3>"
        "<form action=http://a.example/4></form><meta http-equiv=refresh content='0; url=https://a.example/5'>"
        "<svg><image href='https://a.example/6'/></svg><a href='https://a.example/'>A link loads nothing.</a>"
    )

    assert [loaded[-1] for loaded in _loaded(page) if _ELSEWHERE.match(loaded)] == list("123456")


def _loaded(page: Page) -> list[str]:
    """Every address that a browser would ask for by itself, or send something to."""
    found = []
    for tag, given in page.elements:
        for name, value in given.items():
            if name == "srcset":
                found += [one.split()[0] for one in value.split(",")]
            elif name in _LOADS or (tag in {"use", "image"} and name in {"href", "xlink:href"}):
                found.append(value)
        if tag == "link" and _LOADING_LINKS & set(given.get("rel", "").split()):
            found.append(given.get("href", ""))
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            found.append(given.get("content", "").partition("url=")[2])
    return found


def test_no_style_sheet_script_or_drawing_of_ours_names_another_host(site: Path):
    named = [
        f"{file.name}: {address}"
        for file in sorted(site.rglob("*"))
        if file.suffix in {".css", ".js", ".svg"} and file.relative_to(site).parts[0] != "pagefind"
        for address in re.findall(r"""[a-z]+://[^\s"'`)]*|["'(]//\w[^"')]*""", file.read_text(encoding="utf-8"))
        if not address.startswith(_ONLY_NAMES)
    ]

    assert named == []


def test_the_search_program_names_no_host_it_could_ask(site: Path):
    program = "".join(file.read_text(encoding="utf-8") for file in sorted((site / "pagefind").glob("*.js")))

    # It works out addresses from one that is nobody's.
    assert set(re.findall(r"https?://[\w.-]+", program)) <= {"https://example.com"}
