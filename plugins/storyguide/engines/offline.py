"""A finished site made to be read from disk: each link leads to a file, and nothing waits for a server."""

import re
import shutil
from collections.abc import Collection
from functools import cache
from html import escape, unescape
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from urllib.parse import unquote

from storyguide.model.markup.elements import Element, change_elements, elements, without_lines
from storyguide.model.markup.tags import Tag, change_tags

_POLICY = (
    "default-src 'none'; style-src 'self' file:; img-src 'self' file:; font-src 'self' file:; "
    "base-uri 'none'; form-action 'none'"
)
"""Browsers differ on whether a file is 'self' to another, so both are said. No scripts: modules load from no disk."""
_UNTIL = "until.js"
"""The one script that goes with a copy, being no module: a last day of consent holds there too."""
_POLICY_WITH_SCRIPT = f"{_POLICY}; script-src 'self' file:"
_ONLY_SERVED = ("404.html", "_headers", "sitemap.xml", "sitemap.xml.gz", "robots.txt", "stories/filters.json")
_FOLDERS_ONLY_SERVED = (".well-known", "pagefind", "admin", "stories/cards")
"""What a server, a search engine or a script would ask for."""

_REFRESH = "; url="
"""Before the address in a page that leads on to another."""
_FILTERS = "data-filters"
"""Kept on the list of all stories for what a script puts there."""
_CHARSET = '<meta charset="utf-8">\n'
_SEARCH, _HOME, _A_TO_Z = "search/index.html", "index.html", "stories/a-z/"
_BEFORE_PART = re.compile("[?#]")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|[#?]|$")


def take_offline(site: Path, *, address: str = "") -> int:
    """Make a site that reads the same from disk, in its own folder; returns the number of its pages.

    Searching is replaced by words that say where it can be done. What only a server or a
    script would ask for is removed. address: the published guide's own, or "" while it has none.
    """
    for name in _FOLDERS_ONLY_SERVED:
        shutil.rmtree(site / name, ignore_errors=True)
    for name in _ONLY_SERVED:
        (site / name).unlink(missing_ok=True)
    for script in (site / "assets").glob("*.js"):
        if script.name != _UNTIL:
            script.unlink()
    pages = frozenset(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    any_ends = False
    for page in pages:
        file = site / page
        html = page_from_disk(file.read_text(encoding="utf-8"), page, pages, address=address)
        any_ends = any_ends or _hides_what_has_ended(html)
        file.write_bytes(html.encode())
    if not any_ends:
        (site / "assets" / _UNTIL).unlink(missing_ok=True)
    return len(pages)


def page_from_disk(html: str, page: str, pages: Collection[str], *, address: str = "") -> str:
    """One page as it can be read from disk.

    page: its file, and pages: those there are, named from the site's root. address as above.
    """
    here = dirname(page)

    @cache
    def leading(written: str) -> str:
        link = unescape(written)
        file = _to_file(link, here, pages, address)
        return written if file == link else escape(file)

    def led(tag: Tag) -> str:
        if tag.name == "meta":
            wait, then, written = tag.raw("content").partition(_REFRESH)
            return tag.with_value("content", f"{wait}{then}{leading(written)}").written if then else tag.written
        return tag.with_value("href", leading(tag.raw("href"))).written if tag.has("href") else tag.written

    def shown(element: Element) -> str:
        """What stands for a form, and for what is there for browsers that run no script."""
        if element.tag.name == "form":
            if element.tag.raw("class") == "ask":
                return _instead_of_asking(page, pages, address)
            return element._replace(inner=change_elements(element.inner, shown, "noscript")).written
        return "" if page == _SEARCH else change_elements(element.inner, shown, "form")

    html = without_lines(html.replace(' class="has-box"', ""), _only_served, "script", "link", "meta")
    if f" {_FILTERS}=" in html:
        html = change_tags(html, lambda tag: tag.without(_FILTERS).written, "section")
    html = change_elements(change_tags(html, led, "a", "area", "meta"), shown, "form", "noscript")
    policy = _POLICY_WITH_SCRIPT if _hides_what_has_ended(html) else _POLICY
    return html.replace(_CHARSET, f'{_CHARSET}<meta http-equiv="Content-Security-Policy" content="{policy}">\n', 1)


def is_policy(tag: Tag) -> bool:
    """Return whether a tag says what a page may load and run."""
    return tag.name == "meta" and tag.raw("http-equiv") == "Content-Security-Policy"


def _only_served(element: Element) -> bool:
    """Whether a script, a link or a word about the page is of no use in a copy read from disk."""
    tag = element.tag
    if tag.name == "script":
        return not _is_until(element)
    return tag.raw("rel") == "preload" if tag.name == "link" else is_policy(tag)


def _is_until(script: Element) -> bool:
    return not script.inner and script.tag.attributes.endswith(f'/assets/{_UNTIL}"')


def _hides_what_has_ended(html: str) -> bool:
    return _UNTIL in html and any(map(_is_until, elements(html, "script")))


def _to_file(link: str, here: str, pages: Collection[str], address: str) -> str:
    """The link, to the very file where it leads to a folder of the site."""
    if address and link.startswith(address):
        link = "/" + link.removeprefix(address)
    elif _ELSEWHERE.match(link):
        return link
    path = _BEFORE_PART.split(link, maxsplit=1)[0]
    rest = link.removeprefix(path)
    if path.startswith("/"):
        path = relpath(path.lstrip("/") or ".", here or ".") + ("/" if path.endswith("/") else "")
    target = normpath(join(here, unquote(path)))
    index = "index.html" if target == "." else f"{target}/index.html"
    if index not in pages:
        return path + rest
    return join(path, "index.html").removeprefix("./") + rest


def _instead_of_asking(page: str, pages: Collection[str], address: str) -> str:
    """What stands where one searches: on its own page why one cannot, on the first page a way in."""
    here = dirname(page)
    a_to_z = _to_file("/" + (_A_TO_Z if f"{_A_TO_Z}index.html" in pages else "stories/"), here, pages, "")
    if page == _HOME:
        return f'<p class="tools"><a class="btn" href="{a_to_z}">Find a story from A to Z</a></p>'
    if page != _SEARCH:
        return ""
    there = f'<a href="{escape(address)}search/">on the published guide</a>' if address else "on the published guide"
    return (
        f'<p class="note">Searching works {there}. This is a copy to be read without the internet: here, every story '
        f'can be found <a href="{a_to_z}">from A to Z</a>, and in the ways below.</p>'
    )
