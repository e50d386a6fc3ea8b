"""Links a page's words to the glossary: each word once, where it first stands."""

import re
from collections.abc import Sequence
from functools import lru_cache

from storyguide.making import addresses
from storyguide.model.markup.elements import HEADINGS
from storyguide.model.markup.tags import pieces, tag_in
from storyguide.model.term import Term

_LEFT_ALONE = frozenset({*HEADINGS, "a", "code", "pre", "strong", "th", "figcaption"})


class TermLinks:
    """The glossary as seen from one page."""

    def __init__(self, terms: Sequence[Term], root: str) -> None:
        self._root = root
        self._left = {term.word.casefold(): term.slug for term in terms}
        self._words = _any_of(tuple(term.word for term in terms)) if terms else None

    def linked(self, html: str) -> str:
        """The words with a link at each term that had none on this page before."""
        if not self._words or not self._left or not self._words.search(html):
            return html
        parts = pieces(html)
        within = 0
        for number, part in enumerate(parts):
            if number % 2:
                if (tag := tag_in(part)) and tag.name in _LEFT_ALONE:
                    within += -1 if tag.closes else 1
            elif not within and part.strip():
                parts[number] = self._words.sub(self._link, part)
        return "".join(parts)

    def _link(self, found: re.Match[str]) -> str:
        slug = self._left.pop(found[1].casefold(), "")
        if not slug:
            return found[0]
        return f'<a class="term" href="{self._root}{addresses.of_term(slug)}">{found[0]}</a>'


@lru_cache(maxsize=4)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of these as whole words, one or several of it; the longest first, so that none is found within another."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, ordered))})s?(?!\w)", re.IGNORECASE)
