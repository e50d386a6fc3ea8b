"""A finished site made to be read from disk: each link leads to a file, and nothing waits for a server."""

import re
import shutil
from collections.abc import Collection
from functools import cache
from html import escape, unescape
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from urllib.parse import unquote

_POLICY = (
    "default-src 'none'; style-src 'self' file:; img-src 'self' file:; font-src 'self' file:; "
    "base-uri 'none'; form-action 'none'"
)
"""Browsers differ on whether a file is 'self' to another, so both are said. No scripts: modules load from no disk."""
_UNTIL = "until.js"
_HIDES_WHAT_HAS_ENDED = re.compile(rf'<script src="[./]+/assets/{re.escape(_UNTIL)}"></script>\n?')
"""The one script that goes with a copy, being no module: a last day of consent holds there too."""
_POLICY_WITH_SCRIPT = f"{_POLICY}; script-src 'self' file:"
_ONLY_SERVED = ("404.html", "_headers", "sitemap.xml", "sitemap.xml.gz", "robots.txt", "stories/filters.json")
_FOLDERS_ONLY_SERVED = (".well-known", "pagefind", "admin", "stories/cards")
"""What a server, a search engine or a script would ask for."""

# The pages are our own: every value in them is escaped and every attribute quoted, so a tag is told by its shape.
# Python's own parser takes three times as long only to read them, and cannot write (measured: decision 0016).
_CHANGES = re.compile(
    r'<script\b.*?</script\s*>\n?|<link rel="preload"[^>]*>\n?|<meta http-equiv="Content-Security-Policy"[^>]*>\n?'
    r'|(?P<ask><form class="ask".*?</form>)|(?P<noscript><noscript>.*?</noscript>)'
    r"""|(?P<tag><(?:a|area|meta)\b(?>(?:[^"'>]++|"[^"]*+"|'[^']*+')*)>)""",
    re.DOTALL,
)
_LEADS = re.compile(r'(?<=\shref=")[^"]*|(?<=; url=)[^"]*(?=")')
_ROOM_FOR_FILTERS = re.compile(r'(<section class="wrap listed"[^>]*?) data-filters="[^"]*"')
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
        any_ends = any_ends or bool(_HIDES_WHAT_HAS_ENDED.search(html))
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

    def changed(found: re.Match[str]) -> str:
        if _HIDES_WHAT_HAS_ENDED.fullmatch(found[0]):
            return found[0]
        if found["tag"]:
            return _LEADS.sub(lambda link: leading(link[0]), found["tag"])
        if found["ask"]:
            return _instead_of_asking(page, pages, address)
        if found["noscript"] and page != _SEARCH:
            return _CHANGES.sub(changed, found["noscript"].removeprefix("<noscript>").removesuffix("</noscript>"))
        return ""

    html = _ROOM_FOR_FILTERS.sub(r"\1", html.replace(' class="has-box"', ""))
    html = _CHANGES.sub(changed, html)
    policy = _POLICY_WITH_SCRIPT if _HIDES_WHAT_HAS_ENDED.search(html) else _POLICY
    return html.replace(_CHARSET, f'{_CHARSET}<meta http-equiv="Content-Security-Policy" content="{policy}">\n', 1)


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
