"""Without scripts, every story is three links from the first page at most, however many there are."""

from pathlib import Path

import pytest

from bench.corpus import write_ours
from tests.conftest import built
from tests.site_pages import leads_to, page_at

pytestmark = pytest.mark.slow


def distances(site: Path, most: int) -> dict[Path, int]:
    """How many links each page is from the first, as far as so many."""
    site = site.resolve()
    home = site / "index.html"
    found = {home: 0}
    here = [home]
    for far in range(1, most + 1):
        there = []
        for file in here:
            page, at = page_at(file), file.relative_to(site).as_posix()
            for element, address, _ in page.addresses:
                if element != "a":
                    continue
                target = leads_to(site, at, address)
                if target and target[0].suffix == ".html" and target[0] not in found:
                    found[target[0]] = far
                    there.append(target[0])
        here = there
    return found


def stories(site: Path) -> set[Path]:
    """The pages of all stories of a site."""
    pages = (site.resolve() / "stories").glob("*/index.html")
    return {page for page in pages if "<article>" in page.read_text(encoding="utf-8")}


@pytest.mark.parametrize("edition", ["anytown_site", "dudley_site"])
def test_every_story_is_three_links_from_home(request: pytest.FixtureRequest, edition: str):
    site: Path = request.getfixturevalue(edition)

    reached = distances(site, 3)

    assert len(stories(site)) >= 8
    assert stories(site) - reached.keys() == set()


def test_so_it_is_in_a_guide_of_many(tmp_path: Path):
    (tmp_path / "guide").mkdir()
    write_ours(tmp_path / "guide", 700)
    built(tmp_path / "guide", tmp_path / "site")

    reached = distances(tmp_path / "site", 3)

    assert len(stories(tmp_path / "site")) == 700
    assert stories(tmp_path / "site") - reached.keys() == set()


def test_the_map_has_every_place_and_the_list_every_story(dudley_site: Path):
    links = page_at(dudley_site / "map/index.html").addresses
    on_the_map = {address for element, address, _ in links if element == "a"}
    listed = {
        target[0]
        for page in [dudley_site / "stories/index.html", *(dudley_site / "stories/page").glob("*/index.html")]
        for element, address, _ in page_at(page).addresses
        if element == "a" and (target := leads_to(dudley_site, page.relative_to(dudley_site).as_posix(), address))
    }

    places = {folder.name for folder in (dudley_site / "places").iterdir() if folder.is_dir()}
    assert {address.rstrip("/").split("/")[-1] for address in on_the_map if "places/" in address} >= places
    assert listed >= stories(dudley_site)
