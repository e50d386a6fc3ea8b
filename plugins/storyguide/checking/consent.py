"""Whether the people whose stories these are agree to their being published, today."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from storyguide.model.problem import Problem
from storyguide.model.problems import checks as wording
from storyguide.model.story import Kind, Status, Story


def check_consent(stories: Iterable[Story], *, today: date) -> Iterator[Problem]:
    """What keeps a told story off the web although its consent was written down; as a note, each that has gone.

    That there is a consent at all is seen to when the story is read.
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
        if story.outgrew_approval and story.status is Status.READY and not has_gone(story, today):
            yield wording.approval_outdated(story.where("approved_words"), story.slug, story.approved_on)


def agreed(story: Story, today: date) -> bool:
    """Whether the story may stand on the web today, as its teller agreed and in the words they approved."""
    return consented(story, today) and not story.outgrew_approval


def consented(story: Story, today: date) -> bool:
    """Whether there is consent, whatever the words are: a fact-file needs nobody's, a told story its teller's."""
    if has_gone(story, today):
        return False
    return story.kind is Kind.FACT_FILE or (story.consent is not None and story.consent.holds_on(today))


def gone(stories: Iterable[Story], today: date) -> tuple[str, ...]:
    """Slugs of the stories that were withdrawn or whose consent has ended: a neutral page stands in their place."""
    return tuple(sorted(story.slug for story in stories if has_gone(story, today)))


def gone_since(story: Story) -> date | None:
    """The first day without a story that has gone; None where nobody wrote it down."""
    consent = story.consent
    if consent is None or consent.withdrawn:
        return consent.withdrawn if consent else None
    return consent.until + timedelta(days=1) if consent.until else None


def has_gone(story: Story, today: date) -> bool:
    """Whether the story was once agreed to and is so no longer."""
    if story.status is Status.WITHDRAWN:
        return True
    consent = story.consent
    if consent is None:
        return False
    return consent.withdrawn is not None or (consent.until is not None and consent.until < today)
