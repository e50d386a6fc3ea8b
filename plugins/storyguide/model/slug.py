"""Convert names into the form used in web addresses and folder names."""

import re
import unicodedata
from functools import lru_cache

NO_FOLDERS = frozenset(
    ["index", "con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))]
)
"""Slugs no page or folder may have: "index" is the page of a list, the others are reserved names on Windows."""
KEPT_FREE = frozenset(("a-z", "page", "told"))
"""Slugs reserved under /stories/: the list's further pages stand at /stories/page/2/, its other orders beside them."""

_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "þ": "th", "&": " and "})
_APOSTROPHES = re.compile(r"['’`´]")
_GAPS = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=4096)
def slug_of(name: str) -> str:
    """Return a name as a slug: a-z, 0-9 and single hyphens; "Wren's Nest" gives "wrens-nest".

    Accents are removed. A name without any Latin letter or digit gives "".
    """
    folded = _APOSTROPHES.sub("", name.casefold())
    if not folded.isascii() or "&" in folded:
        folded = unicodedata.normalize("NFKD", folded.translate(_LETTERS))
        folded = "".join(c for c in folded if not unicodedata.combining(c))
    return _GAPS.sub("-", folded).strip("-")
