"""What a first visit costs a reader who pays by the megabyte."""

import pytest

from tests.browser.conftest import NewPage
from tests.browser.served import Sites

MOST_BYTES = 110 * 1024
MOST_REQUESTS = 9


@pytest.mark.parametrize(
    ("edition", "slug"),
    [
        ("anytown_site", "repair-cafe"),
        ("anytown_site", "kawiarnia-napraw"),
        ("dudley_site", "stourbridge-bonded-warehouse"),
        ("dudley_site", "wall-heath-ladies-choir"),
    ],
)
def test_a_story_on_a_phone_is_light_before_its_pictures(
    request: pytest.FixtureRequest, serve_site: Sites, new_page: NewPage, edition: str, slug: str
):
    address = serve_site(request.getfixturevalue(edition))
    serve_site.forget()

    new_page(390, height=800).goto(f"{address}stories/{slug}/", wait_until="networkidle")

    own = [sent for sent in serve_site.sent if "/photos/" not in sent.path and not sent.path.endswith("cover.svg")]
    assert sum(sent.size for sent in own) <= MOST_BYTES, own
    assert len(serve_site.sent) <= MOST_REQUESTS, [sent.path for sent in serve_site.sent]
