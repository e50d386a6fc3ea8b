"""What a visit costs a reader who pays by the megabyte. A kB is 1,000 bytes, as they go over the line, compressed."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NewPage
from tests.browser.served import Sites

PHOTO = 31_000
"""What a real photo 720 pixels wide takes as WebP, the mean of four: ten times one drawn for the tests."""
MOST_AT_FIRST, MOST_REQUESTS = 110_000, 9
MOST_IN_ALL, PHOTOS = 220_000, 4
MOST_OF_THE_NEXT = 45_000

GOALS = {".html": 12_000, ".css": 6_000, ".js": 3_000}
KINDS = {
    "home": ("", {}),
    "story": ("stories/repair-cafe/", {}),
    "stories": ("stories/", {".css": 7_450}),
    "search": ("search/", {".css": 6_650}),
    "map": ("map/", {".css": 6_850}),
    "tin": ("on-the-tin/reflective-practice/", {".css": 9_400}),
    "step": ("on-the-tin/assets-first/check-yourselves/", {".css": 9_400, ".js": 12_000, ".html": 14_000}),
    "form": ("tell-your-story/form/", {".css": 8_800, ".js": 20_000}),
}
"""Address in the Dudley edition, and what is known to be over the goal: docs/how-it-is-made/readers.md says why."""


def own(serve_site: Sites) -> int:
    """Bytes of all that went out but pictures of stories."""
    sent = serve_site.sent
    return sum(one.size for one in sent if "/photos/" not in one.path and not one.path.endswith("cover.svg"))


def whole(page: Page) -> None:
    """Go to the end of a page, so that all of it is fetched."""
    page.evaluate("document.querySelectorAll('img').forEach(one => { one.loading = 'eager' })")
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize(
    ("edition", "slugs"),
    [
        ("anytown_site", ("repair-cafe", "soup-on-the-steps")),
        ("anytown_site", ("kawiarnia-napraw", "lantern-walk")),
        ("dudley_site", ("stourbridge-bonded-warehouse", "wall-heath-ladies-choir")),
    ],
)
def test_a_story_on_a_phone_is_light_at_first_in_all_and_the_next_one_too(
    request: pytest.FixtureRequest, serve_site: Sites, new_page: NewPage, edition: str, slugs: tuple[str, str]
):
    address = serve_site(request.getfixturevalue(edition))
    page = new_page(390, height=800)
    serve_site.forget()

    page.goto(f"{address}stories/{slugs[0]}/", wait_until="networkidle")
    assert own(serve_site) + PHOTO <= MOST_AT_FIRST, serve_site.sent
    assert len(serve_site.sent) <= MOST_REQUESTS, [sent.path for sent in serve_site.sent]
    whole(page)
    assert own(serve_site) + PHOTOS * PHOTO <= MOST_IN_ALL, serve_site.sent
    serve_site.forget()
    page.goto(f"{address}stories/{slugs[1]}/", wait_until="networkidle")

    assert own(serve_site) + PHOTO <= MOST_OF_THE_NEXT, serve_site.sent


@pytest.mark.parametrize("kind", KINDS)
def test_each_part_of_a_page_keeps_to_its_weight(dudley: str, serve_site: Sites, new_page: NewPage, kind: str):
    url, known = KINDS[kind]
    serve_site.forget()

    new_page(390, height=800).goto(dudley + url, wait_until="networkidle")

    weights = {ending: sum(sent.size for sent in serve_site.sent if _ending(sent.path) == ending) for ending in GOALS}
    assert {ending: weight for ending, weight in weights.items() if weight > {**GOALS, **known}[ending]} == {}


def _ending(path: str) -> str:
    return ".html" if path.endswith("/") else path[path.rfind(".") :]
