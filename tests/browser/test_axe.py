"""Every kind of page, light and dark, on a phone and on a desk, judged by axe."""

import pytest

from tests.browser.axe import EVERY, WHOLE, violations_in
from tests.browser.conftest import NewPage
from tests.browser.kinds import EDITIONS, KEY
from tests.browser.served import Sites


@pytest.mark.parametrize("edition", EDITIONS)
def test_axe_finds_nothing_on_any_kind_of_page(
    request: pytest.FixtureRequest, serve_site: Sites, new_page: NewPage, edition: str
):
    address = serve_site(request.getfixturevalue(edition))
    page = new_page()

    found: set[str] = set()
    for kind, url in EDITIONS[edition].items():
        page.goto(address + url)
        found |= {f"{kind}, {told}" for told in violations_in(EVERY if kind in KEY else WHOLE, page)}

    assert not found, "\n".join(sorted(found))
