"""Check that the people whose stories these are agree to publication as of today."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from storyguide.model.gates import approval_is_to_come, has_gone
from storyguide.model.problem import Problem
from storyguide.model.problems import checks as wording
from storyguide.model.story import Kind, Status, Story


def check_consent(stories: Iterable[Story], *, today: date) -> Iterator[Problem]:
    """Yield a problem for each written consent that does not cover the web today, and a note for each story taken down.

    That a consent is written down at all is checked when the story is read. An approval that is outdated, or dated in
    the future, is reported too.
    """
    for story in stories:
        consent = story.consent
        if has_gone(story, today):
            withdrawn = story.status is Status.WITHDRAWN or consent is None or consent.withdrawn
            where = story.where("consent" if consent and story.status is not Status.WITHDRAWN else "status")
            yield wording.story_gone(where, story.slug, ended=consent.until if consent and not withdrawn else None)
        elif consent and story.kind is Kind.TOLD and story.status is Status.READY:
            if consent.given and consent.given > today:
                yield wording.consent_not_yet(story.where("consent.given"), consent.given)
            elif "web" not in consent.surfaces:
                yield wording.consent_not_for_web(story.where("consent.for"))
        if story.status is not Status.READY or has_gone(story, today):
            continue
        if story.outgrew_approval:
            yield wording.approval_outdated(story.where("approved_words"), story.slug, story.approved_on)
        if story.approved_on and approval_is_to_come(story, today):
            yield wording.approval_not_yet(story.where("approved_on"), story.slug, story.approved_on)


def gone(stories: Iterable[Story], today: date) -> tuple[str, ...]:
    """Return the sorted slugs of stories that were withdrawn or whose consent has ended.

    A neutral page stands at their addresses.
    """
    return tuple(sorted(story.slug for story in stories if has_gone(story, today)))


def gone_since(story: Story) -> date | None:
    """Return the first day on which a taken-down story was no longer published; None when nobody wrote it down."""
    consent = story.consent
    if consent is None or consent.withdrawn:
        return consent.withdrawn if consent else None
    if story.status is Status.WITHDRAWN and consent.until == date.max:
        return None
    return consent.until + timedelta(days=1) if consent.until else None
