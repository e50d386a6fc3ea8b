"""MkDocs run on an assembled guide."""

import logging
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from storyguide.engines.mkdocs.laying import nobody_else_listens
from storyguide.engines.mkdocs.plugin import StoryGuidePlugin
from storyguide.making.search import SearchDocument
from storyguide.model.problem import Problem
from storyguide.site.assembly import Assembly
from storyguide.site.offline import take_offline


class Built(NamedTuple):
    """What came of building a site."""

    problems: tuple[Problem, ...]
    """Those that only making the site can show."""
    digests: Mapping[str, str]
    """Of some of its files, by their paths: those that are known already."""
    searched: tuple[SearchDocument, ...]
    """What search reads besides the stories."""


def build_site(
    assembly: Assembly,
    site: Path,
    *,
    parts: Path | None,
    offline: bool = False,
    way: tuple[str, str] = ("", ""),
    preview: bool = False,
    cache: Path | None = None,
) -> Built:
    """Build into a folder of its own; whatever a broken build left there is removed first.

    offline: to be read from disk, with neither search nor pictures to be passed on.
    preview: saying on each page that it is one, with a way from there: a name and where it leads, as seen from
    the site's root. cache: where to keep what was made, if not beside the stories.
    """
    if site.exists():
        shutil.rmtree(site)
    config = configured(assembly.root, site)
    plugin = plugin_of(config)
    plugin.assembly = assembly
    plugin.parts = parts
    plugin.cache = cache
    # The engine keeps one plugin for all that a process builds, so nothing of an earlier build may be left in it.
    plugin.preview, plugin.way, plugin.elsewhere = preview, way, None
    if preview:
        config.site_url = ""  # it has no address of its own
    if offline:
        plugin.config.search = plugin.config.share_cards = False
    run(config)
    if offline:
        take_offline(site, address=config.site_url or "")
    return Built(plugin.downloads.problems, {} if offline else plugin.digests, plugin.searched)


def opened(
    assembly: Assembly, site: Path, *, parts: Path | None, cache: Path
) -> tuple[MkDocsConfig, StoryGuidePlugin] | None:
    """The engine made ready to build into site, and not begun; None where others than ourselves see its pages."""
    config = configured(assembly.root, site)
    plugin = plugin_of(config)
    if not nobody_else_listens(config, plugin):
        return None
    plugin.assembly, plugin.parts, plugin.cache = assembly, parts, cache
    plugin.preview, plugin.way, plugin.elsewhere = False, ("", ""), None
    config.plugins.on_startup(command="build", dirty=False)
    return config.plugins.on_config(config), plugin


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
    engine = [logging.getLogger(f"mkdocs.{name}") for name in ("commands.build", "structure.pages")]
    for part in engine:
        part.addFilter(_unless_told_anyway)
    try:
        build(config)
    except KeyboardInterrupt:
        plugin_of(config).leave_off()  # the engine tells its plugins of exceptions only
        raise
    finally:
        for part in engine:
            part.removeFilter(_unless_told_anyway)
        config.plugins.on_shutdown()


def _unless_told_anyway(record: logging.LogRecord) -> bool:
    """The engine says on which page a fault came up, and in words that may be a story's; it is told once, by us."""
    return isinstance(sys.exception(), MkDocsException | None)
