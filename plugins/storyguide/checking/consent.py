"""Whether the people whose stories these are agree to their being published, today."""

from collections.abc import Iterable, Iterator
from datetime import date

from storyguide.model.problem import Problem
from storyguide.model.problems import checks as wording
from storyguide.model.story import Kind, Status, Story


def check_consent(stories: Iterable[Story], *, today: date) -> Iterator[Problem]:
    """What keeps a told story from being published; and, as a note, each story that has gone."""
    for story in stories:
        if has_gone(story, today):
            until = story.consent.until if story.consent and not story.consent.withdrawn else None
            ended = until if story.status is not Status.WITHDRAWN else None
            yield wording.story_gone(story.where("consent" if story.consent else "status"), story.slug, ended=ended)
        elif story.kind is Kind.TOLD and story.status is Status.READY:
            yield from _not_agreed(story, today)


def gone(stories: Iterable[Story], today: date) -> tuple[str, ...]:
    """Slugs of the stories that were withdrawn or whose consent has ended: a neutral page stands in their place."""
    return tuple(sorted(story.slug for story in stories if has_gone(story, today)))


def has_gone(story: Story, today: date) -> bool:
    """Whether the story was once agreed to and is so no longer."""
    if story.status is Status.WITHDRAWN:
        return True
    consent = story.consent
    return consent is not None and (
        consent.withdrawn is not None or (consent.until is not None and consent.until < today)
    )


def _not_agreed(story: Story, today: date) -> Iterator[Problem]:
    consent = story.consent
    if consent is None or consent.given is None:
        yield wording.no_consent(story.where("consent"))
    elif consent.given > today:
        yield wording.consent_not_yet(story.where("consent.given"), consent.given)
    elif not consent.holds_on(today):
        yield wording.consent_not_for_web(story.where("consent.for"))
    if story.approved_on is None:
        yield wording.not_approved(story.where("approved_on"))
