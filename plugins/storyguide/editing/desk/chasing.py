"""What a problem means to the editors: what it is about, and who can help with it."""

import re

from storyguide.model.desk import Need, Role, Sort
from storyguide.model.problem import Problem
from storyguide.model.story import Kind, Status, Story

_NAMED = re.compile("“(.+?)”")

_ABOUT = {
    "contact-details": (Sort.SAFETY, Role.EDITOR),
    "missing-permission": (Sort.SAFETY, Role.PHOTOGRAPHER),
    "missing-guardian": (Sort.SAFETY, Role.PHOTOGRAPHER),
    "consent-not-yet": (Sort.CONSENT, Role.STORYTELLER),
    "consent-not-for-web": (Sort.CONSENT, Role.STORYTELLER),
    "no-words": (Sort.MEND, Role.STORYTELLER),
    "photo-cut-short": (Sort.MEND, Role.PHOTOGRAPHER),
    "photo-too-small": (Sort.MEND, Role.PHOTOGRAPHER),
    "not-a-photo": (Sort.MEND, Role.PHOTOGRAPHER),
    "photo-missing": (Sort.MEND, Role.PHOTOGRAPHER),
    "unknown-original": (Sort.MEND, Role.TRANSLATOR),
    "same-language": (Sort.MEND, Role.TRANSLATOR),
    "translation-of-translation": (Sort.MEND, Role.TRANSLATOR),
    "second-translation": (Sort.MEND, Role.TRANSLATOR),
    "link-dead": (Sort.LINK, Role.EDITOR),
    "sources-old": (Sort.FACTS, Role.EDITOR),
}
"""By the problem's code; what is not here is for an editor to mend."""

_OF_FACT = {
    "consent": (Sort.CONSENT, Role.STORYTELLER, "Nothing says that the storyteller agreed."),
    "approved_on": (Sort.APPROVAL, Role.STORYTELLER, "The storyteller has not yet said yes to how it will look."),
    "storyteller": (Sort.MEND, Role.STORYTELLER, "Nothing says how the storyteller wishes to be named."),
    "licence": (Sort.MEND, Role.STORYTELLER, "Nothing says what others may do with the words."),
    "credit": (Sort.MEND, Role.PHOTOGRAPHER, "Nothing says who took one of the photos."),
}
"""By the fact that is missing."""

_LEFT_ALONE = frozenset(("story-gone",))
"""Told of by the story's state."""


def need_of(problem: Problem, story: Story | None) -> Need | None:
    """What this problem asks for, in a story or, without one, in the edition; None when its state says so already."""
    if problem.code in _LEFT_ALONE:
        return None
    sort, whom = _ABOUT.get(problem.code, (Sort.MEND, Role.EDITOR))
    words = problem.message
    if problem.code == "missing-fact" and (fact := _OF_FACT.get(_named_in(problem.message))):
        sort, whom, words = fact
    elif "approv" in problem.code:
        sort, whom = Sort.APPROVAL, Role.STORYTELLER
    elif sort is Sort.MEND and not problem.blocks and not (story and _unfinished(story)):
        sort = Sort.REMINDER
    if whom is Role.STORYTELLER and story and story.kind is Kind.FACT_FILE:
        whom = Role.EDITOR
    return Need(sort=sort, words=words, mend=problem.mend, whom=whom, where=problem.where)


def _named_in(message: str) -> str:
    found = _NAMED.search(message)
    return found[1] if found else ""


def _unfinished(story: Story) -> bool:
    """Whether nothing holds it back yet, since it is not published anyway."""
    return story.status not in (Status.READY, Status.WITHDRAWN)
