"""How a name becomes part of an address."""

import re
import unicodedata
from functools import lru_cache

NO_FOLDERS = frozenset(
    ["index", "con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))]
)
"""The page of a list stands at the first; the others cannot be folders on every computer."""
KEPT_FREE = frozenset(("a-z", "page", "told"))
"""Under /stories/: the list's further pages stand at /stories/page/2/, and other orders of it beside them."""

_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "þ": "th", "&": " and "})
_APOSTROPHES = re.compile(r"['’`´]")
_GAPS = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=4096)
def slug_of(name: str) -> str:
    """The address form of a name: lower case a-z, 0-9 and single hyphens; "Wren's Nest" gives "wrens-nest".

    Accents are folded. A name without any Latin letter or digit gives "".
    """
    folded = _APOSTROPHES.sub("", name.casefold())
    if not folded.isascii() or "&" in folded:
        folded = unicodedata.normalize("NFKD", folded.translate(_LETTERS))
        folded = "".join(c for c in folded if not unicodedata.combining(c))
    return _GAPS.sub("-", folded).strip("-")
