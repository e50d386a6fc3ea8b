"""The preview's search index, made when somebody searches: it takes longer than any page."""

import tempfile
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from storyguide.making.output import OutputPage
from storyguide.making.search import make_search_documents
from storyguide.model.guide import Guide
from storyguide.site.search_index import FOLDER, SearchIndex, find_pagefind

_FIRST = f"{FOLDER}/pagefind.js"
"""What a browser asks for before anything else of the index."""

Searched = Callable[[], tuple[Guide, Iterable[OutputPage]]]
"""Gives the guide, and the pages search may find besides its stories."""


class LiveSearch:
    """The index of one preview, kept in a folder that goes with it."""

    def __init__(self) -> None:
        self._aside = tempfile.TemporaryDirectory(prefix="storyguide-preview-search-")
        self._made_at: int | None = None
        self._lock = threading.Lock()

    def get(self, path: str, stamp: int, searched: Searched) -> Path | None:
        """The file of the index at this path of the site, the index made anew if the stamp is another than it was."""
        folder = Path(self._aside.name)
        with self._lock:
            if self._made_at is None or (path == _FIRST and self._made_at != stamp):
                self._made_at = stamp
                self._make(folder, *searched())
        file = folder / path
        return file if file.is_file() and file.resolve().is_relative_to(folder.resolve()) else None

    def close(self) -> None:
        """Leave nothing behind."""
        self._aside.cleanup()

    def _make(self, folder: Path, guide: Guide, pages: Iterable[OutputPage]) -> None:
        pagefind = find_pagefind()
        documents = list(make_search_documents(guide, pages))
        if pagefind and documents:
            SearchIndex(guide, documents, pagefind).put_into(folder)
