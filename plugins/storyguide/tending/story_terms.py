"""The terms a story can be found by in other files: its title, its storyteller's name and its telling sentences."""

import re
from collections.abc import Iterable, Iterator

from storyguide.model.markup.elements import HEADINGS
from storyguide.model.markup.tags import change_tags, words_of
from storyguide.model.story import Story
from storyguide.model.story_sections import approved_texts
from storyguide.tending.terms import Term, term_of

FEWEST_WORDS = 5
FEWEST_LETTERS = 24
"""Words and letters from which a sentence is looked for: a shorter one may well be said by others too."""
_SHORTEST_NAME = 4
"""Letters from which a title or name is looked for: shorter ones are found in everything."""

_END = re.compile(r"(?<=[.!?…])[”’\"')\]]*\s+|\n+|[“”\"]")
_BLOCKS = (
    *(*HEADINGS, "p", "li", "ul", "ol", "blockquote", "pre", "td", "th", "tr", "dt", "dd", "section", "figcaption"),
    *("br", "hr"),
)
_WORD = re.compile(r"\w+")


def story_terms(stories: Iterable[Story]) -> list[Term]:
    """Return what these stories can be found by, each once: their titles, storytellers' names and sentences.

    Left out are titles and names under 4 letters, the name of a storyteller who asked for none, and sentences under
    5 words or 24 letters. Quotations are taken by themselves, since others may have repeated just that.
    """
    texts = dict.fromkeys(text for story in stories for text in (*_names(story), *_sentences(story)))
    return [term for text in texts if (term := term_of(text))]


def _names(story: Story) -> Iterator[str]:
    teller = story.storyteller.name if story.storyteller and story.storyteller.slug else ""
    yield from (name for name in (story.title, teller) if len(name) >= _SHORTEST_NAME)


def _sentences(story: Story) -> Iterator[str]:
    for label, text, _ in approved_texts(story):
        plain = words_of(change_tags(" ".join(text.split()), lambda _: "\n", *_BLOCKS)) if label == "words" else text
        for sentence in _END.split(plain):
            words = _WORD.findall(sentence)
            if len(words) >= FEWEST_WORDS and sum(map(len, words)) >= FEWEST_LETTERS:
                yield " ".join(sentence.split())
