"""MkDocs run on an assembled guide."""

import logging
import os
import shutil
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from storyguide.assembly import Assembly
from storyguide.engines.mkdocs.plugin import StoryGuidePlugin
from storyguide.model.problem import Problem


def build_site(assembly: Assembly, site: Path, *, parts: Path | None) -> tuple[Problem, ...]:
    """Build into a folder of its own; whatever a broken build left there is removed first.

    What is given are the problems that only making the site can show.
    """
    # Material prints an advertisement on every start, which frightens editors.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    shutil.rmtree(site, ignore_errors=True)
    config = load_config(str(assembly.root / "mkdocs.yml"), site_dir=str(site))
    plugin = config.plugins["storyguide"]
    if not isinstance(plugin, StoryGuidePlugin):
        raise TypeError("mkdocs.yml names another plugin as storyguide")
    plugin.assembly = assembly
    plugin.parts = parts
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
    return plugin.downloads.problems
