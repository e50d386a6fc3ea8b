"""Every page of both editions is sound HTML."""

from pathlib import Path

from tests.browser.nu import errors


def test_the_nu_checker_finds_nothing_on_any_page(anytown_site: Path, dudley_site: Path):
    pages = [*sorted(anytown_site.rglob("*.html")), *sorted(dudley_site.rglob("*.html"))]

    found = errors(pages)

    assert not found, "\n".join(found)
