"""What the list of all stories finds, and that its pages and cards are those made without scripts."""

from pathlib import Path

import pytest
from storyguide.making.paging import shown_pages

from tests.browser.conftest import NewPage
from tests.browser.filtering import data_of, found, opened, settled, terms
from tests.browser.served import Sites

_READ = """() => {
  globalThis.read = (address) => new Promise((done) => {
    const asked = new XMLHttpRequest();
    asked.open("GET", address);
    asked.responseType = "document";
    asked.onload = () => done(asked.response);
    asked.send();
  });
}"""
"""Another page; a page's policy lets no script take text for a page (DOMParser)."""
_FROM_PAGES = """async (address) => {
  const found = [];
  for (let next = address; next; ) {
    const page = await read(next);
    const links = page.querySelectorAll(".listed .cards h3 a, .evidence li > p:last-child a");
    found.push(...[...links].map((link) => new URL(link.getAttribute("href"), next).pathname));
    const older = page.querySelector(".paging a[rel=next]");
    next = older && new URL(older.getAttribute("href"), next).href;
  }
  return found;
}"""
"""What the page of a term lists, on all its pages."""


def test_each_term_gives_the_stories_of_its_own_page_in_their_order(
    anytown_site: Path, serve_site: Sites, new_page: NewPage
):
    address, page = serve_site(anytown_site), new_page()
    folders = {"place": "places", "theme": "themes", "dimension": "dimensions"}

    for key, slug in terms(anytown_site, *folders):
        page.goto(f"{address}stories/?{key}={slug}")
        settled(page)

        page.evaluate(_READ)
        assert found(page) == page.evaluate(_FROM_PAGES, f"{address}{folders[key]}/{slug}/"), slug


def test_a_term_of_many_stories_gives_those_of_all_its_pages(many_site: Path, serve_site: Sites, new_page: NewPage):
    address, page = serve_site(many_site), new_page()
    page.goto(f"{address}stories/?place=area-2", wait_until="networkidle")
    assert page.locator(".note").inner_text() == "The guide has no place called “area-2”."

    page.goto(f"{address}stories/?place=area-2-area", wait_until="networkidle")
    gathered = found(page)
    while (older := page.get_by_role("link", name="Older stories")).count():
        older.click()
        gathered += found(page)

    assert len(gathered) > 24
    page.evaluate(_READ)
    assert gathered == page.evaluate(_FROM_PAGES, f"{address}places/area-2-area/")


def test_any_within_a_group_and_all_across_groups_as_the_counts_say(
    anytown_site: Path, serve_site: Sites, new_page: NewPage
):
    query = "?theme=company&theme=water&place=riverside-area"
    page = opened(new_page(), serve_site(anytown_site), query)
    groups = {group["key"]: group for group in data_of(anytown_site)["groups"]}

    def of(key: str, story: int) -> set[str]:
        numbers = groups[key]["of"][story]
        mine = [groups[key]["terms"][at] for at in ([numbers] if isinstance(numbers, int) else numbers)]
        areas = [groups[key]["terms"][one[2]][0] for one in mine if len(one) > 2]
        return {one[0] for one in mine} | set(areas)

    def number(**chosen: set[str]) -> int:
        return sum(all(of(key, story) & slugs for key, slugs in chosen.items()) for story in range(9))

    asked = {"theme": {"company", "water"}, "place": {"riverside-area"}}
    assert len(found(page)) == number(**asked) == 5
    for key, slug in terms(anytown_site, *groups):
        label = page.locator(f"label:has(input[name={key}][value='{slug}'])")
        expected = number(**(asked | {key: {slug}}))
        assert label.locator(".many").inner_text().split()[0] == str(expected), slug
        assert ("none" in (label.get_attribute("class") or "")) == (expected == 0), slug


def test_a_card_made_by_script_is_the_card_of_the_page(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = new_page()
    address = serve_site(anytown_site)
    page.goto(f"{address}stories/?kind=told&kind=fact-file", wait_until="networkidle")

    page.evaluate(_READ)
    unlike = page.evaluate("""async () => {
      const served = await read("./");
      const bare = (card) => {
        const copy = document.importNode(card, true);
        const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
        const blank = [];
        while (texts.nextNode()) if (/^\\n+$/.test(texts.currentNode.data)) blank.push(texts.currentNode);
        blank.forEach((one) => one.remove());
        copy.normalize();
        // The page's first picture is fetched at once; those of a choice, when they are near.
        const how = ["loading", "fetchpriority"];
        copy.querySelectorAll("img").forEach((one) => how.forEach((name) => one.removeAttribute(name)));
        return copy;
      };
      const [made, before] = [document, served].map((one) => [...one.querySelectorAll(".card")].map(bare));
      if (made.length !== before.length || !made.length) return ["another number"];
      return made.flatMap((card, at) => card.isEqualNode(before[at]) ? [] : [card.outerHTML, before[at].outerHTML]);
    }""")

    assert unlike == []


@pytest.mark.parametrize("of", [1, 15, 16, 17, 42, 150, 417])
def test_pages_are_numbered_by_script_as_they_are_on_the_page(
    anytown_site: Path, serve_site: Sites, new_page: NewPage, of: int
):
    page = new_page()
    page.goto(serve_site(anytown_site) + "stories/")

    for number in {1, of // 2 + 1, of}:
        shown = page.evaluate(
            "async ([number, of]) => (await import('/assets/filters-matching.js')).shownPages(number, of)", [number, of]
        )
        assert shown == shown_pages(number, of)
