"""How far a story has come, told from what it says and what it still needs."""

from collections.abc import Iterable, Sequence
from datetime import date

from storyguide.model.desk import Need, Sort, State
from storyguide.model.problem import Problem
from storyguide.model.story import Kind, Status, Story

_BY_STATUS = {Status.IDEA: State.IDEA, Status.DRAFT: State.DRAFT, Status.REVIEW: State.REVIEW}
_WAITS = "translation-waits"
"""The one note that holds a story back: its original has to be mended, not the story."""
_BEFORE_APPROVAL = frozenset((Sort.SAFETY, Sort.CONSENT, Sort.MEND))
"""While any of these is open there is nothing finished to show to the storyteller."""


def state_of(story: Story, needs: Iterable[Need], problems: Sequence[Problem], today: date) -> State:
    """The state of a story that was not taken down; problems are those of its folder."""
    open_ = {need.sort for need in needs}
    shown = story.kind is Kind.TOLD and story.status in (Status.REVIEW, Status.READY)
    if shown and Sort.APPROVAL in open_ and not open_ & _BEFORE_APPROVAL:
        return State.WITH_STORYTELLER
    if story.status in _BY_STATUS:
        return _BY_STATUS[story.status]
    of_it = [problem for problem in problems if problem.where.path == story.source.path]
    if any(problem.blocks or problem.code == _WAITS for problem in of_it):
        return State.HELD
    if story.publish_on and story.publish_on > today:
        return State.READY
    return State.REVIEW_DUE if Sort.REVIEW in open_ else State.PUBLISHED
