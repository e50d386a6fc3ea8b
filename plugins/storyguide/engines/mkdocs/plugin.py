"""The MkDocs plugin: a few lines for each event, deciding nothing."""

# ruff: noqa: PLC0415 (Pillow is loaded only where cards are painted, pandoc looked for only where there are tins)

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from storyguide import CACHE, telling
from storyguide.assembly import Assembly, assemble
from storyguide.engines.clock import today
from storyguide.engines.frame_values import frame_values
from storyguide.engines.headers import make_headers
from storyguide.engines.mkdocs.frames import offer_filled_frames
from storyguide.engines.mkdocs.handwritten import give_way, settle, without_pointers
from storyguide.engines.mkdocs.overlay import lay_our_theme
from storyguide.engines.mkdocs.pages import Elsewhere, as_mkdocs_file, beside
from storyguide.engines.mkdocs.searching import Searching
from storyguide.engines.parts import BRICOLAGE_TTF, find_parts
from storyguide.engines.security_txt import make_security_txt
from storyguide.engines.shipped import find_shipped, licence_texts, sbom
from storyguide.engines.theme_files import theme_files
from storyguide.making.downloads import NOTHING, Downloads
from storyguide.making.everything import make
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.shipped import Shipped

log = logging.getLogger("mkdocs.plugins.storyguide")


class Settings(Config):  # type: ignore[no-untyped-call]
    """What an edition may set in mkdocs.yml, under plugins: storyguide."""

    share_cards = config_options.Type(bool, default=True)
    """Whether to paint the pictures shown where a page is passed on."""
    search = config_options.Type(bool, default=True)
    """Whether to make the search index."""
    sign_in = config_options.Type(str, default="")
    """Whose door editors go through at /admin/ (storyguide.engines.cms.keeping); empty for this site's own."""


class StoryGuidePlugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]
    """Carries the guide in stories/ into the site."""

    assembly: Assembly | None = None
    """Put here beforehand by who has assembled the guide already; else the plugin does."""
    parts: Path | None = None
    """Folder of the prepared fonts, put here with the assembly; None for the reader's own."""
    cache: Path | None = None
    """Where to keep what was made, put here with the assembly; None for the guide's own place."""
    preview = False
    way: tuple[str, str] = ("", "")
    """Of a preview, a name and where it leads, as seen from the site's root: to what has changed, to the desk."""
    elsewhere: Elsewhere | None = None
    """Set by who makes the guide's own pages otherwise: only those written by hand are then carried, and lead there."""
    downloads: Downloads = NOTHING
    """What there is to take away, and what is wrong with it; once the site is being made."""

    def __init__(self) -> None:
        super().__init__()
        self._searching = Searching()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn whether this is a preview."""
        self.preview = self.preview or command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Assemble the guide, and give the frame its values."""
        self._root = Path(config.config_file_path).parent
        assembly = self.assembly or assemble(self._root, today=today())
        if self.assembly is None:
            self.parts = find_parts()
            if assembly.problems:
                log.log(logging.WARNING if assembly.blocked else logging.INFO, "%s", telling.as_text(assembly.problems))
        if assembly.guide is None:
            raise PluginError("The guide cannot be built until stories/edition.yml is mended.")
        self._guide = assembly.guide
        lay_our_theme(config.theme)
        config.site_name = self._guide.edition.name
        config.extra["guide"] = frame_values(
            self._guide.edition,
            fonts=self.parts is not None,
            share_cards=self.config.share_cards,
            preview=self.preview,
            way=self.way,
        )
        config.watch.append(str(self._root / "stories"))
        config.docs_dir = without_pointers(self._root, config.docs_dir, self._kept() / "docs")
        # A preview stands at an address of the moment, which belongs on no paper.
        self.downloads = self._downloads("" if self.preview else config.site_url or "")
        if not self.elsewhere:
            self._made = make(
                self._guide, address=config.site_url or "", downloads=self.downloads, shipped=self._shipped()
            )
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the guide's files beside those in docs/, apart from those there that are the guide's own."""
        settle(files, self._root, config)
        # One photo may belong to several stories; it is one file.
        if self.elsewhere:
            return beside(files, self.elsewhere, config)
        made = {made.path: made for made in self._all(config.site_url or "")}.values()
        for one in (*made, *self._for_hosts(made, [file.dest_uri for file in files], config.site_url or "")):
            files.append(as_mkdocs_file(one, config))
        for path in give_way(files, config):
            log.warning("docs/%s is not published: the guide has a page of its own at that address.", path)
        self._found = [one for one in made if isinstance(one, OutputPage) and one.search]
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Fill the frame where it is the same, and let no clock into the site."""
        told = max((story.told_on.isoformat() for story in self._guide.stories), default="1970-01-01")
        for file in files.documentation_pages():
            if file.page:
                file.page.update_date = told
        offer_filled_frames(env)
        self.env, self.files = env, files
        if self.config.search and not self.elsewhere:
            self._searching.begin(self._guide, self._found, files)
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the search index into the site; a preview need not wait for it."""
        site = Path(config.site_dir)
        if self.preview:
            self._searching.finish_later(site, self._root / CACHE / "preview-search")
        else:
            self._searching.finish(site)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing running."""
        self.leave_off()

    def leave_off(self) -> None:
        """Let go of what runs beside the build."""
        self._searching.close()

    def _kept(self) -> Path:
        return self.cache or self._root / CACHE

    def _downloads(self, address: str) -> Downloads:
        if not self._guide.tins:
            return NOTHING
        from storyguide.making.downloads.keeping import keep_downloads
        from storyguide.making.downloads.pandoc import find_pandoc

        cache = self._kept() / "downloads"
        made = keep_downloads(self._guide, cache, address=address, faces=self.parts, pandoc=find_pandoc())
        if self.assembly is None and made.problems:
            log.info("%s", telling.as_text(made.problems))
        return made

    def _all(self, address: str) -> Iterator[OutputPage | OutputFile]:
        yield from self._made
        yield from theme_files(self.parts, preview=self.preview)
        yield from licence_texts(self._shipped(), self.parts)
        if self._shipped():
            yield from sbom()
        if self.config.share_cards:
            from storyguide.making.share_cards import make_share_cards

            font = self.parts / BRICOLAGE_TTF if self.parts else None
            yield from make_share_cards(self._guide, self._kept() / "share-cards", font)
        if self._guide.edition.repository:
            from storyguide.engines.cms import make_admin

            yield from make_admin(self._guide, self.parts, address=address, sign_in=self.config.sign_in)

    def _shipped(self) -> tuple[Shipped, ...]:
        return find_shipped(self.parts, self._guide.edition, search=self.config.search)

    def _for_hosts(
        self, made: Iterable[OutputPage | OutputFile], others: Iterable[str], address: str
    ) -> Iterator[OutputFile]:
        """What is of use only where a site is published; a preview needs none of it."""
        if self.preview:
            return
        security = tuple(make_security_txt(self._guide, address))
        yield from security
        yield make_headers(made, others=(*others, "sitemap.xml", *(one.path for one in security)))
