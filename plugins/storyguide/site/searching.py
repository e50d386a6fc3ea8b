"""Search made beside the build: begun when every page is known, put into the site when it is whole."""

import logging
import shutil
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

from storyguide.making.search import SearchDocument, documents_of_stories
from storyguide.model.guide import Guide
from storyguide.site.search_index import FOLDER, SearchIndex, find_pagefind

log = logging.getLogger("storyguide")


class Searching:
    """The search index of one site, made while the engine writes it."""

    def __init__(self) -> None:
        self._index: SearchIndex | None = None

    def __enter__(self) -> "Searching":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def begin(self, guide: Guide, of_pages: Sequence[SearchDocument], *, aside: Path | None = None) -> None:
        """Start on an index of the stories and of what is read of pages, whose content is ready.

        aside: as with SearchIndex.
        """
        self.close()
        pagefind = find_pagefind()
        if pagefind is None:
            log.warning("There will be no search: Pagefind is not here. To fetch it type: pip install 'pagefind[bin]'")
            return
        documents = [*documents_of_stories(guide), *of_pages]
        self._index = SearchIndex(guide, documents, pagefind, aside=aside) if documents else None

    def finish(self, site: Path) -> None:
        """Wait for the index, and put it into the site."""
        if self._index:
            index, self._index = self._index, None
            index.put_into(site)

    def finish_later(self, site: Path, kept: Path) -> Thread | None:
        """Put the last index into the site and this one when it is done, while a preview goes on.

        kept: a folder of this preview's own, for the index until the next build.
        """
        if not self._index:
            return None
        index, self._index = self._index, None
        refreshing = Thread(target=_refresh, args=(index, site, kept), daemon=True)
        refreshing.start()
        return refreshing

    def close(self) -> None:
        """Let go of an index that no site will have."""
        if self._index:
            self._index.close()
            self._index = None


def _refresh(index: SearchIndex, site: Path, kept: Path) -> None:
    try:
        if (kept / FOLDER).is_dir() and not (site / FOLDER).exists():
            shutil.copytree(kept / FOLDER, site / FOLDER, copy_function=shutil.copyfile)
        index.put_into(kept)
        shutil.copytree(kept / FOLDER, site / FOLDER, copy_function=shutil.copyfile, dirs_exist_ok=True)
    except (OSError, shutil.Error, RuntimeError) as fault:  # the next build clears the site away as it likes
        log.debug("The search index of the preview was not refreshed: %s", fault)
