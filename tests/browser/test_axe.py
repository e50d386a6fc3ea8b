"""Every kind of page, light and dark, on a phone and on a desk, judged by axe."""

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import NewPage
from tests.browser.kinds import EDITIONS
from tests.browser.served import Sites


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("edition", EDITIONS)
def test_axe_finds_nothing_on_any_kind_of_page(
    request: pytest.FixtureRequest, serve_site: Sites, new_page: NewPage, edition: str, dark: bool, width: int
):
    address = serve_site(request.getfixturevalue(edition))
    page = new_page(width, dark=dark)

    found = {}
    for kind, url in EDITIONS[edition].items():
        page.goto(address + url)
        found[kind] = violations(page)

    assert {kind: told for kind, told in found.items() if told} == {}
