"""A site composed and written into an empty folder by whichever engine is given."""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from storyguide import CACHE
from storyguide.making.search import SearchDocument
from storyguide.model.problem import Problem
from storyguide.site.assembly import Assembly
from storyguide.site.compose import Site
from storyguide.site.engine import Engine
from storyguide.site.offline import take_offline


class Built(NamedTuple):
    """What is known of a site that was just built."""

    problems: tuple[Problem, ...]
    """Those that only making the site can show."""
    digests: Mapping[str, str]
    """SHA-256 of some of its files, in hexadecimal, by their paths: those that are known already."""
    searched: tuple[SearchDocument, ...]
    """What search reads besides the stories."""


def build_site(
    assembly: Assembly,
    into: Path,
    *,
    engine: Engine,
    assets: Path | None,
    offline: bool = False,
    way: tuple[str, str] = ("", ""),
    preview: bool = False,
    cache: Path | None = None,
) -> Built:
    """Build into a folder of its own; whatever a broken build left there is removed first.

    assets: folder of the prepared fonts, if there are any. offline: to be read from disk, with neither search nor
    share cards. preview: saying on each page that it is one, and standing at no address of its own; way: where its
    pages lead back to (`Site.way`). cache: where to keep what was made, if not beside the stories.
    Raises EngineFaultError where the engine's settings cannot be used; ValueError of an assembly with no guide.
    """
    if assembly.guide is None:
        raise ValueError("there is no guide to build a site of")
    if into.exists():
        shutil.rmtree(into)
    opened = engine.open(assembly.root, into)
    settings = replace(opened.settings, address="") if preview else opened.settings
    if offline:
        settings = replace(settings, search=False, share_cards=False)
    site = Site(
        root=assembly.root,
        guide=assembly.guide,
        settings=settings,
        assets=assets,
        cache=cache or assembly.root / CACHE,
        preview=preview,
        way=way,
    )
    written = opened.write(site)
    if offline:
        take_offline(into, address=settings.address)
    return Built(site.downloads.problems, {} if offline else written.digests, written.searched)
