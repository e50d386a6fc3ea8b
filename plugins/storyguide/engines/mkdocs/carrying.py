"""One run of MkDocs that carries a site: its frame set up, its pages and files handed over, its search begun."""

import logging
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from storyguide import CACHE
from storyguide.engines.mkdocs.frames import Frames, offer_filled_frames
from storyguide.engines.mkdocs.handwritten import give_way, settle, without_pointers
from storyguide.engines.mkdocs.overlay import lay_our_theme
from storyguide.engines.mkdocs.pages import as_mkdocs_file, beside, by_hand, framed
from storyguide.making import addresses
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.pages.stories import StoryPages
from storyguide.model.story import Story
from storyguide.side_by_side import Ahead
from storyguide.site.compose import Site
from storyguide.site.engine import Elsewhere, Written
from storyguide.site.laying import Laid, lay_stories
from storyguide.site.searching import Searching

log = logging.getLogger("mkdocs.plugins.storyguide")

_OF_PAGES = (
    *("env", "pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page"),
    "post_template",
)
"""MkDocs' events by which a plugin can change a page."""

_FIRST_DAY, _LAST_DAY = date(1970, 1, 1), date(2106, 1, 1)
"""MkDocs writes the newest day into a gzip file, whose time holds 32 bits of seconds from 1970 (RFC 1952)."""


def nobody_else_listens(config: MkDocsConfig, ours: object) -> bool:
    """Whether no other plugin, and no hook, would see a page if MkDocs carried it."""
    listeners = (listener for event in _OF_PAGES for listener in config.plugins.events[event])
    return all(getattr(listener, "__self__", None) is ours for listener in listeners)


class Carrying:
    """One build by MkDocs of one site, event by event, in the order of the methods.

    elsewhere: where the guide's own pages are made otherwise, gives them; only those by hand are then carried.
    """

    frames: Frames
    """The frame cut up to be filled; from `files` on."""
    documents: Files
    """Everything MkDocs carries, content ready; from `env` on."""

    def __init__(self, site: Site, elsewhere: Elsewhere | None, ours: object) -> None:
        self.site = site
        self.written = Written({}, ())
        """What is known of the site; whole after `done`."""
        self._elsewhere, self._ours = elsewhere, ours
        self._searching = Searching()
        self._laying: Ahead[Story, Laid] | None = None
        self._beside: set[str] = set()
        """Where in the site the pages stand that MkDocs does not carry."""
        self._found: list[OutputPage] = []

    def set_up(self, config: MkDocsConfig) -> None:
        """Give the frame its values, and MkDocs the folders it is to read and watch."""
        lay_our_theme(config.theme)
        config.site_name = self.site.guide.edition.name
        config.extra["guide"] = self.site.frame_values()
        config.watch.append(str(self.site.root / "stories"))
        config.docs_dir = without_pointers(self.site.root, config.docs_dir, self.site.cache / "docs")

    def files(self, files: Files, config: MkDocsConfig) -> Files:
        """Put the guide's files beside those in docs/, apart from those there that are the guide's own."""
        settle(files, self.site.root, config)
        self._env = config.theme.get_env()
        self.frames = offer_filled_frames(self._env)
        if self._elsewhere:
            return beside(files, self._elsewhere, config)
        # One photo may belong to several stories; it is one file.
        made = {made.path: made for made in self._made(config)}.values()
        slugs = (story.slug for story in self.site.guide.stories) if self._laying else ()
        self._beside = {f"{addresses.of_story(slug)}index.html" for slug in slugs}
        others = [*(file.dest_uri for file in files if file.inclusion.is_included()), *self._beside]
        for one in (*made, *self.site.for_hosts(made, others)):
            files.append(as_mkdocs_file(one, config))
        for path in give_way(files, config, self._beside):
            log.warning("docs/%s is not published: the guide has a page of its own at that address.", path)
        config.extra["guide"]["laid"] = [path.removesuffix("index.html") for path in self._beside]
        self._found = [one for one in made if isinstance(one, OutputPage) and one.search]
        return beside(files, self._laid_at, config) if self._laying else files

    def env(self, env: Environment, config: MkDocsConfig, files: Files) -> None:
        """Fill the frame where it is the same, let no clock into the site, and begin on the search index."""
        newest = max((story.told_on for story in self.site.guide.stories), default=_FIRST_DAY)
        told = min(max(newest, _FIRST_DAY), _LAST_DAY).isoformat()
        for file in files.documentation_pages():
            if file.page:
                file.page.update_date = told
        if env is not self._env:  # somebody else's
            self.frames = offer_filled_frames(env)
        self.documents = files
        if self.site.settings.search and not self._elsewhere:
            # A preview's site stands while its index is made.
            aside = None if self.site.preview else Path(config.site_dir)
            if aside:
                aside.mkdir(exist_ok=True)
            searched = self.site.searched([*self._found, *by_hand(files)])
            self._searching.begin(self.site.guide, searched, aside=aside)
            self.written = Written({}, searched)

    def done(self, into: Path) -> None:
        """See that all stories are there, and put the search index into the site; a preview need not wait for it."""
        if self._laying:
            digests = {laid.path: laid.digest for laid in self._laying.result()}
            self.written = self.written._replace(digests=digests)
        if self.site.preview:
            self._searching.finish_later(into, self.site.root / CACHE / "preview-search")
        else:
            self._searching.finish(into)

    def leave_off(self) -> None:
        """Let go of what runs beside the build."""
        self._searching.close()
        if self._laying:
            self._laying.close()

    def _made(self, config: MkDocsConfig) -> Iterator[OutputPage | OutputFile]:
        def lay(pages: StoryPages) -> None:
            frame = partial(framed, frames=self.frames, config=config)
            self._laying = lay_stories(self.site.guide.stories, pages, frame, config.site_dir)

        return self.site.made(lay if nobody_else_listens(config, self._ours) else None)

    def _laid_at(self, path: str) -> OutputPage | None:
        """What stands at a path in the site but is not carried, as far as a link to it has to know."""
        if path not in self._beside:
            return None
        folder = path.removesuffix("/index.html")
        return OutputPage(path=f"{folder}.md", title="", html="")
