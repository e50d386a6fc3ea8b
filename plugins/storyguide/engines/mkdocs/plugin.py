"""The MkDocs plugin: a few lines for each event, deciding nothing."""

# ruff: noqa: PLC0415 (Pillow is loaded only where cards are painted, pandoc looked for only where there are tins)

import logging
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
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
from storyguide.engines.mkdocs.frames import offer_filled_frames
from storyguide.engines.mkdocs.handwritten import give_way, settle, without_pointers
from storyguide.engines.mkdocs.laying import Laid, lay_stories, nobody_else_listens
from storyguide.engines.mkdocs.overlay import lay_our_theme
from storyguide.engines.mkdocs.pages import Elsewhere, as_mkdocs_file, beside
from storyguide.engines.mkdocs.searching import Searching
from storyguide.making import addresses
from storyguide.making.book.bound import NOT_BOUND, Bound
from storyguide.making.downloads import NOTHING, Downloads
from storyguide.making.everything import make
from storyguide.making.on_demand import OnDemand
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.pages.stories import StoryPages
from storyguide.making.search import SearchDocument
from storyguide.making.shipped import Shipped
from storyguide.model.story import Story
from storyguide.side_by_side import Ahead
from storyguide.site.assembly import Assembly, assemble
from storyguide.site.book import find_book
from storyguide.site.clock import today
from storyguide.site.frame_values import frame_values
from storyguide.site.headers import make_headers
from storyguide.site.parts import BRICOLAGE_TTF, FURTHER_TTFS, find_parts
from storyguide.site.security_txt import make_security_txt
from storyguide.site.shipped import find_shipped, licence_texts, sbom
from storyguide.site.theme_files import theme_files

log = logging.getLogger("mkdocs.plugins.storyguide")

_FIRST_DAY, _LAST_DAY = date(1970, 1, 1), date(2106, 1, 1)
"""The engine writes the newest day into a gzip file, whose time holds 32 bits of seconds from 1970 (RFC 1952)."""


class Settings(Config):  # type: ignore[no-untyped-call]
    """What an edition may set in mkdocs.yml, under plugins: storyguide."""

    share_cards = config_options.Type(bool, default=True)
    """Whether to paint the pictures shown where a page is passed on."""
    search = config_options.Type(bool, default=True)
    """Whether to make the search index."""
    sign_in = config_options.Type(str, default="")
    """Whose door editors go through at /admin/ (storyguide.cms.keeping); empty for this site's own."""


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
    book: Bound = NOT_BOUND
    """The whole edition’s, if it is bound and says what the guide says; once the site is being made."""

    searched: tuple[SearchDocument, ...] = ()
    """What search reads besides the stories; once the site is built."""
    digests: Mapping[str, str] = {}
    """Of the files that were written into the site beside the engine, by their paths; once it is built."""

    def __init__(self) -> None:
        super().__init__()
        self._searching = Searching()
        self._laying: Ahead[Story, Laid] | None = None
        self._beside: set[str] = set()
        """Where in the site the pages stand that the engine does not carry."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn whether this is a preview."""
        self.preview = self.preview or command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Assemble the guide, and give the frame its values."""
        self._root = Path(config.config_file_path).parent
        self._laying, self.digests, self.searched = None, {}, ()
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
            news=bool(self._guide.posts),
            fonts=self.parts is not None,
            share_cards=self.config.share_cards,
            preview=self.preview,
            way=self.way,
        )
        config.watch.append(str(self._root / "stories"))
        config.docs_dir = without_pointers(self._root, config.docs_dir, self._kept() / "docs")
        # A preview stands at an address of the moment, which belongs on no paper.
        self.downloads = self._downloads("" if self.preview else config.site_url or "")
        own = None if self.preview else config.site_url or ""
        self.book = find_book(self._root, self._kept(), self._guide, address=own, drop=not self.preview)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the guide's files beside those in docs/, apart from those there that are the guide's own."""
        settle(files, self._root, config)
        self.env = config.theme.get_env()
        self._frames = offer_filled_frames(self.env)
        if self.elsewhere:
            return beside(files, self.elsewhere, config)
        # One photo may belong to several stories; it is one file.
        made = {made.path: made for made in self._all(config)}.values()
        slugs = (story.slug for story in self._guide.stories) if self._laying else ()
        self._beside = {f"{addresses.of_story(slug)}index.html" for slug in slugs}
        others = [*(file.dest_uri for file in files), *self._beside]
        for one in (*made, *self._for_hosts(made, others, config.site_url or "")):
            files.append(as_mkdocs_file(one, config))
        for path in give_way(files, config, self._beside):
            log.warning("docs/%s is not published: the guide has a page of its own at that address.", path)
        config.extra["guide"]["laid"] = [path.removesuffix("index.html") for path in self._beside]
        self._found = [one for one in made if isinstance(one, OutputPage) and one.search]
        return beside(files, self._laid_at, config) if self._laying else files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Fill the frame where it is the same, and let no clock into the site."""
        newest = max((story.told_on for story in self._guide.stories), default=_FIRST_DAY)
        told = min(max(newest, _FIRST_DAY), _LAST_DAY).isoformat()
        for file in files.documentation_pages():
            if file.page:
                file.page.update_date = told
        if env is not self.env:  # somebody else's
            offer_filled_frames(env)
        self.env, self.files = env, files
        if self.config.search and not self.elsewhere:
            # A preview's site stands while its index is made.
            aside = None if self.preview else Path(config.site_dir)
            if aside:
                aside.mkdir(exist_ok=True)
            self.searched = self._searching.begin(self._guide, self._found, files, aside=aside)
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """See that all stories are there, and put the search index into the site; a preview need not wait for it."""
        site = Path(config.site_dir)
        if self._laying:
            self.digests = {laid.path: laid.digest for laid in self._laying.result()}
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
        if self._laying:
            self._laying.close()

    def made_on_demand(self, config: MkDocsConfig) -> OnDemand:
        """The guide's pages, each made when it is asked for; once the engine is configured."""
        return OnDemand(self._guide, address=config.site_url or "", downloads=self.downloads, shipped=self._shipped())

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

    def _all(self, config: MkDocsConfig) -> Iterator[OutputPage | OutputFile]:
        address = config.site_url or ""

        def lay(pages: StoryPages) -> None:
            self._laying = lay_stories(self._guide.stories, pages, self._frames, config)

        yield from make(
            self._guide,
            address=address,
            downloads=self.downloads,
            shipped=self._shipped(),
            book=self.book,
            lay=lay if nobody_else_listens(config, self) else None,
        )
        yield from theme_files(self.parts, preview=self.preview)
        yield from licence_texts(self._shipped(), self.parts)
        if self._shipped():
            yield from sbom()
        if self.config.share_cards:
            from storyguide.making.share_cards import make_share_cards

            fonts = [self.parts / name for name in (BRICOLAGE_TTF, *FURTHER_TTFS)] if self.parts else []
            yield from make_share_cards(self._guide, self._kept() / "share-cards", fonts)
        if self._guide.edition.repository:
            from storyguide.cms import make_admin

            yield from make_admin(self._guide, self.parts, address=address, sign_in=self.config.sign_in)

    def _laid_at(self, path: str) -> OutputPage | None:
        """What stands at a path in the site but is not carried, as far as a link to it has to know."""
        if path not in self._beside:
            return None
        folder = path.removesuffix("/index.html")
        return OutputPage(path=f"{folder}.md", title="", html="")

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
