"""MkDocs run on an assembled guide."""

import logging
import os
import shutil
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from storyguide.assembly import Assembly
from storyguide.engines.mkdocs.plugin import StoryGuidePlugin
from storyguide.engines.offline import take_offline
from storyguide.model.problem import Problem


def build_site(
    assembly: Assembly,
    site: Path,
    *,
    parts: Path | None,
    offline: bool = False,
    way: tuple[str, str] = ("", ""),
    preview: bool = False,
) -> tuple[Problem, ...]:
    """Build into a folder of its own; whatever a broken build left there is removed first.

    offline: to be read from disk, with neither search nor pictures to be passed on.
    preview: saying on each page that it is one, with a way from there: a name and where it leads, as seen from
    the site's root.
    What is given are the problems that only making the site can show.
    """
    shutil.rmtree(site, ignore_errors=True)
    config = configured(assembly.root, site)
    plugin = plugin_of(config)
    plugin.assembly = assembly
    plugin.parts = parts
    plugin.preview, plugin.way = preview, way
    if preview:
        config.site_url = ""  # it has no address of its own
    if offline:
        plugin.config.search = plugin.config.share_cards = False
    run(config)
    if offline:
        take_offline(site, address=config.site_url or "")
    return plugin.downloads.problems


def configured(root: Path, site: Path) -> MkDocsConfig:
    """The engine's settings for the guide at root, to be built into site; the engine says no more than it must."""
    # Material prints an advertisement on every start, which frightens editors.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    return load_config(str(root / "mkdocs.yml"), site_dir=str(site))


def plugin_of(config: MkDocsConfig) -> StoryGuidePlugin:
    """Our plugin among the engine's."""
    plugin = config.plugins["storyguide"]
    if not isinstance(plugin, StoryGuidePlugin):
        raise TypeError("mkdocs.yml names another plugin as storyguide")
    return plugin


def run(config: MkDocsConfig) -> None:
    """Have the engine build."""
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
