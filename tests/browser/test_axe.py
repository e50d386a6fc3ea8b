"""Every kind of page, light and dark, on a phone and on a desk, judged by axe."""

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import NewPage
from tests.browser.kinds import EDITIONS, KEY
from tests.browser.served import Sites

_MODES = [("light", 1280), ("dark", 390)]
_FURTHER = [("light", 390), ("dark", 1280)]


@pytest.mark.parametrize("edition", EDITIONS)
def test_axe_finds_nothing_on_any_kind_of_page(
    request: pytest.FixtureRequest, serve_site: Sites, new_page: NewPage, edition: str
):
    address = serve_site(request.getfixturevalue(edition))
    page = new_page()

    found: set[str] = set()
    for kind, url in EDITIONS[edition].items():
        page.goto(address + url)
        for scheme, width in _MODES + (_FURTHER if kind in KEY else []):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            found |= {f"{kind}, {scheme}, {width}: {told}" for told in violations(page)}

    assert not found, "\n".join(sorted(found))
