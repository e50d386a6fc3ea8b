"""Whether a fact-file keeps to facts: nobody's voice but the editors', nobody's words between quotation marks."""

import re
from collections.abc import Iterable, Iterator

from storyguide.model.markup.elements import change_elements, elements
from storyguide.model.markup.tags import text_of
from storyguide.model.problem import Problem
from storyguide.model.problems import checks as wording
from storyguide.model.source import Source
from storyguide.model.story import Kind, Story

LONGEST_NAME = 5
"""Words between quotation marks that may be a name, a title or a nickname; more are somebody's speech."""

_NAMED = ("a", "em", "code")
"""Links, emphasis and code hold titles and names, which may say "our" as they please."""
_QUOTE = re.compile(r"“([^“”]*)”|\"([^\"]*)\"|‘((?:[^‘’]|’(?=\w))*)’(?!\w)")
_FIRST_PERSON = re.compile(
    r"[IWwMmOoUu](?<!\w.)(?:(?<=I)|(?<=[Ww])e|(?<=[Mm])[ye]|(?<=[Oo])urs?|(?<=[Uu])s)\b(?!-|\.\w)"
)
"""I, we, my, our and so on, and not the US; begun with a set of letters, since that is found three times faster."""
_NEAR = 60
"""Letters before a word that are enough to know what it belongs to."""
_NUMBERED = re.compile(
    r"(?:War|Grade|Phase|Part|Stage|Class|Type|Act|Volume|Chapter|Book|Mark|Schedule|Elizabeth|Charles|James|George"
    r"|Edward|Henry|Richard|William|Mary|Francis|Napoleon)\s+$"
)
_SENTENCE_ENDS = frozenset(".!?:\n")
_WORD_BEFORE = re.compile(r"([\w’'-]+)\s+$")
_WORD_AFTER = re.compile(r"\s+([\w’'-]+)")


def check_fact_files(stories: Iterable[Story]) -> Iterator[Problem]:
    """What a fact-file says that only a storyteller could."""
    for story in stories:
        if story.kind is not Kind.FACT_FILE:
            continue
        for where, text in _texts(story):
            yield from _speech(where, text)
        for quoted in elements(story.words.html, "blockquote"):
            yield wording.quotes_somebody(story.where("body"), _short(text_of(quoted.inner)))


def _texts(story: Story) -> Iterator[tuple[Source, str]]:
    for key in ("title", "summary", "join_in", "content_note"):
        yield story.where(key), getattr(story, key)
    for evidence in story.evidence:
        yield story.where(f"dimensions.{evidence.dimension}"), evidence.sentence
    if story.difference:
        yield story.where("difference"), story.difference.what
    unquoted = change_elements(story.words.html, lambda _: "", "blockquote")
    yield story.where("body"), text_of(change_elements(unquoted, lambda _: "…", *_NAMED))


def _speech(where: Source, text: str) -> Iterator[Problem]:
    for quote in _QUOTE.finditer(text):
        words = quote[1] or quote[2] or quote[3] or ""
        if len(words.split()) > LONGEST_NAME:
            yield wording.quotes_somebody(where, _short(words))
    spoken = _QUOTE.sub("…", text)
    for found in _FIRST_PERSON.finditer(spoken):
        if not _in_a_name(spoken, found):
            yield wording.speaks_as_storyteller(where, found[0], _around(spoken, found))
            return


def _in_a_name(text: str, found: re.Match[str]) -> bool:
    """Whether the word is a number ("Grade I") or part of a name ("Making our Move", "the Our Place fund")."""
    before, after = text[max(found.start() - _NEAR, 0) : found.start()], _WORD_AFTER.match(text, found.end())
    if found[0] == "I":
        return bool(_NUMBERED.search(before))
    begins = not before.strip() or before.rstrip()[-1] in _SENTENCE_ENDS or before.endswith("\n")
    if found[0][0].isupper() and not begins:
        return True
    named_after = bool(after and after[1][0].isupper())
    word_before = _WORD_BEFORE.search(before)
    return named_after and (begins or bool(word_before and word_before[1][0].isupper()))


def _around(text: str, found: re.Match[str]) -> str:
    """The words about this one, whole, so that it can be looked for in the file."""
    before, after = text[: found.start()].split()[-4:], text[found.end() :].split()[:4]
    gap = "" if text[found.end() : found.end() + 1].strip() else " "
    return f"{' '.join(before)} {found[0]}{gap}{' '.join(after)}".strip()


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else line[:79].rstrip() + "…"
