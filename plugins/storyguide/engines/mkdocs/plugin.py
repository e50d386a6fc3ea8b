"""The MkDocs plugin: each event unpacked and handed to the build in hand, nothing decided."""

import logging
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
from storyguide.engines.mkdocs.carrying import Carrying
from storyguide.site.assembly import assemble
from storyguide.site.clock import today
from storyguide.site.compose import Site
from storyguide.site.engine import Elsewhere, Settings
from storyguide.site.parts import find_parts

log = logging.getLogger("mkdocs.plugins.storyguide")


class PluginSettings(Config):  # type: ignore[no-untyped-call]
    """What an edition may set in mkdocs.yml, under plugins: storyguide; as in `storyguide.site.engine.Settings`."""

    share_cards = config_options.Type(bool, default=True)
    search = config_options.Type(bool, default=True)
    sign_in = config_options.Type(str, default="")


class StoryGuidePlugin(BasePlugin[PluginSettings]):  # type: ignore[no-untyped-call]
    """Carries the guide in stories/ into the site."""

    site: Site | None = None
    """Put here beforehand by who has composed the site already; else the plugin does."""
    elsewhere: Elsewhere | None = None
    """Put here with the site by who makes the guide's own pages otherwise (`Carrying`)."""
    carrying: Carrying | None = None
    """The build in hand, or the last one."""
    _serving = False

    def settings(self, config: MkDocsConfig) -> Settings:
        """Give what mkdocs.yml says of the site."""
        address = config.site_url or ""
        return Settings(
            address=address if not address or address.endswith("/") else f"{address}/",
            search=self.config.search,
            share_cards=self.config.share_cards,
            sign_in=self.config.sign_in,
        )

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn whether this is a preview."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Begin on the site that was put here, or else compose it."""
        self.carrying = Carrying(self.site or self._composed(config), self.elsewhere, self)
        self.carrying.set_up(config)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files | None:
        """Hand over the guide's pages and files."""
        return self.carrying.files(files, config) if self.carrying else None

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Have the frame filled and search begun, now that all pages are known."""
        if self.carrying:
            self.carrying.env(env, config, files)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Finish what runs beside the build."""
        if self.carrying:
            self.carrying.done(Path(config.site_dir))

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing running."""
        self.leave_off()

    def leave_off(self) -> None:
        """Let go of what runs beside the build."""
        if self.carrying:
            self.carrying.leave_off()

    def _composed(self, config: MkDocsConfig) -> Site:
        root = Path(config.config_file_path).parent
        assembly, assets = assemble(root, today=today()), find_parts()
        if assembly.problems:
            log.log(logging.WARNING if assembly.blocked else logging.INFO, "%s", telling.as_text(assembly.problems))
        if assembly.guide is None:
            raise PluginError("The guide cannot be built until stories/edition.yml is mended.")
        guide, settings, cache = assembly.guide, self.settings(config), root / CACHE
        site = Site(root=root, guide=guide, settings=settings, assets=assets, cache=cache, preview=self._serving)
        if problems := site.downloads.problems:
            log.info("%s", telling.as_text(problems))
        return site
