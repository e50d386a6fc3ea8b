"""MkDocs run on a composed site, and held open to frame single pages."""

import logging
import os
import sys
import tempfile
from pathlib import Path

import click
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from yaml import YAMLError

from storyguide.engines.mkdocs.carrying import nobody_else_listens
from storyguide.engines.mkdocs.frames import offer_filled_frames
from storyguide.engines.mkdocs.pages import by_hand, framed
from storyguide.engines.mkdocs.plugin import StoryGuidePlugin
from storyguide.site.compose import Site
from storyguide.site.engine import ByHand, Elsewhere, EngineFaultError, Frame, Settings, Written

SETTINGS = "mkdocs.yml"
FAULTS = (MkDocsException, click.ClickException, YAMLError)
"""What MkDocs raises where its settings, its plugins or its templates cannot be used."""


class OpenMkDocs:
    """MkDocs with the settings of one guide; fulfils `storyguide.site.engine.OpenEngine`."""

    def __init__(self, root: Path, into: Path) -> None:
        self._config = configured(root, into)
        self._plugin = plugin_of(self._config)
        # MkDocs keeps one plugin for all that a process builds, so nothing of an earlier build may be left in it.
        self._plugin.site = self._plugin.elsewhere = self._plugin.carrying = None
        self._settings = self._plugin.settings(self._config)

    @property
    def settings(self) -> Settings:
        """What mkdocs.yml says of the site."""
        return self._settings

    @property
    def alone(self) -> bool:
        """Whether no other plugin and no hook sees a page."""
        return nobody_else_listens(self._config, self._plugin)

    def frame(self, site: Site) -> Frame:
        """Give what lays our frame round a page: the frame pages by hand were made in, if they were, else a new one."""
        config, carrying = self._config, self._plugin.carrying
        if carrying is None:
            self._plugin.site, self._plugin.elsewhere = site, None
            config.plugins.on_startup(command="build", dirty=False)
            config = config.plugins.on_config(config)
            config.plugins.on_shutdown()
            frames = offer_filled_frames(config.theme.get_env())
        else:
            frames = carrying.frames
        return lambda made: framed(made, frames, config)

    def by_hand(self, site: Site, elsewhere: Elsewhere) -> ByHand:
        """Have MkDocs make what is its own: pages by hand, and the page for lost addresses."""
        try:
            with tempfile.TemporaryDirectory(prefix="storyguide-preview-") as aside:
                into = Path(aside)
                self._config.site_dir = str(into)
                self._plugin.site, self._plugin.elsewhere = site, elsewhere
                run(self._config)
                files = {file.relative_to(into).as_posix(): file.read_bytes() for file in _files_in(into)}
        except (*FAULTS, OSError) as fault:
            raise EngineFaultError(SETTINGS, str(fault)) from fault
        carrying = self._plugin.carrying
        return ByHand(tuple(by_hand(carrying.documents)) if carrying else (), files)

    def write(self, site: Site) -> Written:
        """Have MkDocs write the whole site."""
        self._plugin.site, self._plugin.elsewhere = site, None
        if (self._config.site_url or "") != site.settings.address:
            self._config.site_url = site.settings.address
        run(self._config)
        carrying = self._plugin.carrying
        return carrying.written if carrying else Written({}, ())


def configured(root: Path, site: Path) -> MkDocsConfig:
    """MkDocs' settings for the guide at root, to be built into site; MkDocs says no more than it must from then on."""
    # Material prints an advertisement on every start, which frightens editors.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    return load_config(str(root / SETTINGS), site_dir=str(site))


def plugin_of(config: MkDocsConfig) -> StoryGuidePlugin:
    """Our plugin among those of MkDocs. Raises TypeError where another goes by its name."""
    plugin = config.plugins["storyguide"]
    if not isinstance(plugin, StoryGuidePlugin):
        raise TypeError("mkdocs.yml names another plugin as storyguide")
    return plugin


def run(config: MkDocsConfig) -> None:
    """Have MkDocs build."""
    config.plugins.on_startup(command="build", dirty=False)
    engine = [logging.getLogger(f"mkdocs.{name}") for name in ("commands.build", "structure.pages")]
    for part in engine:
        part.addFilter(_unless_told_anyway)
    try:
        build(config)
    except KeyboardInterrupt:
        plugin_of(config).leave_off()  # MkDocs tells its plugins of exceptions only
        raise
    finally:
        for part in engine:
            part.removeFilter(_unless_told_anyway)
        config.plugins.on_shutdown()


def _unless_told_anyway(record: logging.LogRecord) -> bool:
    """MkDocs says on which page a fault came up, and in words that may be a story's; it is told once, by us."""
    return isinstance(sys.exception(), MkDocsException | None)


def _files_in(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file()]
