"""A third engine, to prove that a site knows none: our frame filled by Jinja, pages by hand made by Python-Markdown."""

import re
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from types import SimpleNamespace
from urllib.parse import urlsplit

import yaml
from jinja2 import Environment, FileSystemLoader
from markdown import Markdown
from storyguide.making.output import OutputFile, OutputPage, url_of
from storyguide.reading.allowed import clean_page
from storyguide.reading.handwritten import pages_by_hand
from storyguide.site.compose import Site
from storyguide.site.engine import ByHand, Elsewhere, Frame, Settings, Written
from storyguide.site.laying import written
from storyguide.site.searching import Searching
from storyguide.site.theme_files import THEME

LOST = "404.html"
_EXTENSIONS = ["toc", "tables", "fenced_code", "admonition", "attr_list", "footnotes", "md_in_html"]
_FACTS = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)
_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>")
_TAG = re.compile(r"<[^>]*>")
_LINK = re.compile(r'(<(?:a|img)\b[^>]*?\s(?:href|src)=")([^":#?]+)')


class PlainJinja:
    """Fulfils `storyguide.site.engine.Engine` with settings of its own."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def load(self) -> None:
        """Everything is loaded."""

    def settings(self, root: Path) -> Settings:
        return self._settings

    def open(self, root: Path, into: Path) -> "OpenPlainJinja":
        return OpenPlainJinja(self._settings, into)


class OpenPlainJinja:
    """Fulfils `storyguide.site.engine.OpenEngine`."""

    alone = True

    def __init__(self, settings: Settings, into: Path) -> None:
        self.settings, self._into = settings, into
        self._env = Environment(loader=FileSystemLoader(THEME), autoescape=False)  # noqa: S701 - the frame escapes itself

    def frame(self, site: Site) -> Frame:
        def framed(made: OutputPage) -> bytes:
            meta = {**made.meta, "made": True, "title": made.title, "description": made.description}
            page = SimpleNamespace(url=made.url, title=made.title, content=made.html, meta=meta)
            return self._rendered(site, page)

        return framed

    def by_hand(self, site: Site, elsewhere: Elsewhere) -> ByHand:
        paths = sorted(path for path in pages_by_hand(site.root)[0] if not path.startswith("how-it-is-made/"))
        read = {path: _read(site.root / "docs" / path) for path in paths if path.endswith(".md")}
        pages, files = [], {LOST: self._lost(site)}
        for path in paths:
            if path not in read:
                files[path] = (site.root / "docs" / path).read_bytes()
                continue
            meta, content = read[path]
            html = clean_page(_leading(content, path, paths, elsewhere))
            title = meta.get("title") or _title(content)
            page = OutputPage(path=path, title=title, html=html, search="page")
            first = join(dirname(path), "index.md")
            above = SimpleNamespace(
                is_index=True, url=url_of(first), title=_title(read[first][1]) if first in read else ""
            )
            ancestors = [SimpleNamespace(children=[above])] if first in read and first != path else []
            shown = SimpleNamespace(url=page.url, title=title, content=html, meta=meta, ancestors=ancestors)
            files[f"{page.url}index.html"] = self._rendered(site, shown)
            pages.append(page)
        return ByHand(tuple(pages), files)

    def write(self, site: Site) -> Written:
        made = {one.path: one for one in site.made()}
        standing = {f"{one.url}index.html" if isinstance(one, OutputPage) else path: one for path, one in made.items()}
        by_hand = self.by_hand(site, standing.get)
        beside = [path for path in by_hand.files if path != LOST]
        pages = [one for one in made.values() if isinstance(one, OutputPage)]
        searched, frame, into = site.searched([*pages, *by_hand.pages]), self.frame(site), str(self._into)
        with Searching() as searching:
            self._into.mkdir(parents=True)
            if site.settings.search:
                searching.begin(site.guide, searched, aside=self._into)
            laid = [written(path, content, into) for path, content in by_hand.files.items()]
            laid += [written(f"{page.url}index.html", frame(page), into) for page in pages]
            for one in (*made.values(), *site.for_hosts(made.values(), beside)):
                if isinstance(one, OutputFile):
                    laid.append(written(one.path, _bytes(one.content), into))
            searching.finish(self._into)
        return Written({one.path: one.digest for one in laid}, searched if site.settings.search else ())

    def _rendered(self, site: Site, page: SimpleNamespace) -> bytes:
        page.canonical_url = f"{site.settings.address}{page.url}" if site.settings.address else None
        return self._filled("main.html", site, page=page, base_url=relpath(".", page.url) if page.url else ".")

    def _lost(self, site: Site) -> bytes:
        return self._filled(LOST, site, page=None, base_url=urlsplit(site.settings.address or "/").path)

    def _filled(self, template: str, site: Site, **values: object) -> bytes:
        config = SimpleNamespace(
            site_name=site.guide.edition.name, site_url=site.settings.address, extra={"guide": site.frame_values()}
        )
        return self._env.get_template(template).render(config=config, **values).encode()


def _read(file: Path) -> tuple[dict[str, object], str]:
    """What a page by hand may say of itself, and its words as HTML."""
    text = file.read_text(encoding="utf-8-sig")
    facts = _FACTS.match(text)
    said = yaml.safe_load(facts[1]) if facts else {}
    html = Markdown(extensions=_EXTENSIONS).convert(text[facts.end() :] if facts else text)
    return {name: str(said[name]) for name in ("title", "description") if name in said}, html


def _title(html: str) -> str:
    heading = _HEADING.search(html)
    return unescape(_TAG.sub("", heading[1])) if heading else ""


def _leading(html: str, path: str, paths: list[str], elsewhere: Elsewhere) -> str:
    """The words of a page by hand, its links to other files of docs/ turned to where these stand in the site."""

    def turned(found: re.Match[str]) -> str:
        target = normpath(join(dirname(path), found[2]))
        url = url_of(target) if target.endswith(".md") else target
        known = target in paths or elsewhere(f"{url}index.html" if target.endswith(".md") else target)
        if not known:
            return found[0]
        return found[1] + relpath(url or ".", url_of(path)) + ("/" if target.endswith(".md") else "")

    return _LINK.sub(turned, html)


def _bytes(content: str | bytes | Path) -> bytes:
    if isinstance(content, Path):
        return content.read_bytes()
    return content.encode() if isinstance(content, str) else content
