"""Takes a story out of everything that is kept between builds."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from storyguide.editing.leaks.search import find_leaks
from storyguide.editing.leaks.search_terms import Term, term_of
from storyguide.editing.output_record import RECORD
from storyguide.editing.withdrawal.undo_store import WITHDRAWN
from storyguide.reading.photos.recipe import recipe
from storyguide.reading.photos.store import Store

_OTHERS = ("parts", WITHDRAWN, RECORD)
"""Fonts; what is kept aside on purpose; and which folders are still to be looked through."""
_PHOTOS, _CARDS, _PAPERS = "photos", "share-cards", "downloads"


def forget(cache: Path, slug: str, terms: Sequence[Term], site: Path) -> None:
    """Have nothing of a story left in the cache.

    What takes long to make is looked through, and what is not this story's stays: photos, cards, papers.
    Everything else goes, of whatever kind it is: the next build makes it again. terms are what its words are found by.
    """
    if not cache.is_dir():
        return
    for kept in sorted(cache.iterdir()):
        if kept.name in _OTHERS:
            continue
        if kept.name == _PHOTOS:
            Store(kept, recipe()).forget(slug)
        elif kept.name == _CARDS:
            _forget_card(kept, site / "stories" / slug / "card.png")
        elif kept.name == _PAPERS:
            its_folder = term_of(slug)
            wanted = [*terms, *([its_folder] if its_folder else [])]
            for path in {leak.file for leak in find_leaks(kept, wanted)}:
                (kept / path).unlink()
        elif kept.is_dir() and not kept.is_symlink():
            shutil.rmtree(kept)
        else:
            kept.unlink()


def _forget_card(cards: Path, published: Path) -> None:
    """A card bears the title as a drawing, so it is known by the one in the site; where there is none, all go."""
    data = published.read_bytes() if published.is_file() else b""
    same = [card for card in cards.iterdir() if data and card.read_bytes() == data]
    for card in same or list(cards.iterdir()):
        card.unlink()
