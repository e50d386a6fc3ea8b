"""The one rule that decides which stories may be published on the web, in the book and in feeds.

All output must ask here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from enum import Enum
from functools import reduce

from storyguide.model.licence import LICENCES
from storyguide.model.people import Consent
from storyguide.model.story import Kind, Status, Story


class Gate(Enum):
    """A reason why a story may not be published somewhere."""

    STATUS = "status"
    NOT_DUE = "publish_on"
    CONSENT = "consent"
    """Consent is missing, does not cover this use, begins later, has ended or was withdrawn."""
    APPROVAL_OUTDATED = "approved_words"
    APPROVAL_NOT_YET = "approved_on"
    LICENCE = "licence"


def closed_gates(story: Story, today: date) -> Iterator[Gate]:
    """Yield every reason why the story may not be on the web on this day; yield nothing if it may.

    A translation must have been through `under_originals` first.
    """
    if story.status is not Status.READY:
        yield Gate.STATUS
    if story.publish_on and story.publish_on > today:
        yield Gate.NOT_DUE
    if not consented(story, today):
        yield Gate.CONSENT
    if story.outgrew_approval:
        yield Gate.APPROVAL_OUTDATED
    if approval_is_to_come(story, today):
        yield Gate.APPROVAL_NOT_YET


def agreed(story: Story, today: date) -> bool:
    """Return whether the story has consent for the web on this day, in the words its storyteller approved."""
    return consented(story, today) and not story.outgrew_approval and not approval_is_to_come(story, today)


def consented(story: Story, today: date) -> bool:
    """Return whether the story has consent for the web on this day; a fact-file needs none of its own."""
    return not has_gone(story, today) and (
        story.kind is Kind.FACT_FILE if story.consent is None else story.consent.holds_on(today)
    )


def has_gone(story: Story, today: date) -> bool:
    """Return whether the story was withdrawn, or its consent was withdrawn or has ended."""
    consent = story.consent
    return story.status is Status.WITHDRAWN or (
        consent is not None and (consent.withdrawn is not None or (consent.until is not None and consent.until < today))
    )


def last_day(story: Story) -> date | None:
    """Return the last day on which the story may be read; None if no end was agreed.

    A translation must have been through `under_originals` first.
    """
    return story.consent.until if story.consent else None


def approval_is_to_come(story: Story, today: date) -> bool:
    """Return whether the approval is dated in the future; it then does not count yet."""
    return story.approved_on is not None and story.approved_on > today


def closed_beyond_the_web(story: Story, surface: str) -> Gate | None:
    """Return the reason why a story on the web may not go into "book" or "feeds"; None if it may.

    "feeds" covers everything that is passed on to others, such as feeds and open data.
    """
    if not LICENCES[story.licence].shares:
        return Gate.LICENCE
    agreed_to = story.kind is Kind.FACT_FILE if story.consent is None else surface in story.consent.surfaces
    return None if agreed_to else Gate.CONSENT


def under_originals(stories: Iterable[Story]) -> tuple[Story, ...]:
    """Return the stories in the same order, each translation limited to what its original allows.

    A translation gets the later publishing day, the uses both agreed to, the earlier end of consent, and the original's
    status unless that is ready. A translation whose original is missing is left as it is: see `waits_for`.
    """
    listed = tuple(stories)
    if not any(story.translation_of for story in listed):
        return listed
    by_slug = {story.slug: story for story in listed}
    return tuple(reduce(_narrowed, _originals(story, by_slug), story) for story in listed)


def waits_for(story: Story, by_slug: dict[str, Story], today: date, blocked: Iterable[str]) -> str:
    """Return the slug of the original that a translation has to wait for; "" if there is none.

    An original is waited for if it is missing, held back by a problem or not approved. `blocked`: paths of the files
    that a problem holds back.
    """
    if not story.translation_of:
        return ""
    held = set(blocked)
    originals = list(_originals(story, by_slug))
    for original in originals:
        if original.source.path in held or original.outgrew_approval or approval_is_to_come(original, today):
            return original.slug
    last = originals[-1].translation_of if originals else story.translation_of
    return last if last not in by_slug else ""


def _originals(story: Story, by_slug: dict[str, Story]) -> Iterator[Story]:
    """Yield the original of a translation, then the original of that, and so on; stop at a cycle."""
    seen = {story.slug}
    while (original := by_slug.get(story.translation_of)) and original.slug not in seen:
        seen.add(original.slug)
        yield original
        story = original


def _narrowed(story: Story, original: Story) -> Story:
    shares = LICENCES[original.licence].shares or not LICENCES[story.licence].shares
    days = [day for day in (story.publish_on, original.publish_on) if day]
    return replace(
        story,
        status=story.status if original.status is Status.READY else original.status,
        publish_on=max(days, default=None),
        consent=_narrowed_consent(story, original),
        licence=story.licence if shares else original.licence,
    )


def _narrowed_consent(story: Story, original: Story) -> Consent | None:
    ours, theirs = story.consent, original.consent
    if theirs is None:
        return ours if original.kind is Kind.FACT_FILE else Consent()
    if ours is None:
        return theirs if story.kind is Kind.FACT_FILE else None
    given = [day for day in (ours.given, theirs.given) if day]
    ends = [day for day in (ours.until, theirs.until) if day]
    return Consent(
        given=max(given) if len(given) == 2 else None,
        until=min(ends, default=None),
        surfaces=tuple(surface for surface in ours.surfaces if surface in theirs.surfaces),
        withdrawn=ours.withdrawn or theirs.withdrawn,
    )
