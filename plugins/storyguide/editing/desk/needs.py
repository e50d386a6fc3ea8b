"""What a story needs that is no fault in it: a day has come, its original reads otherwise."""

from collections.abc import Iterator
from datetime import date, timedelta

from storyguide.model.desk import Need, Role, Sort
from storyguide.model.story import Kind, Status, Story
from storyguide.reading.approval import mark_of_wording

SOON = timedelta(days=60)
"""So long before consent ends its end is told of: time enough to ask."""


def needs_of_days(story: Story, today: date) -> Iterator[Need]:
    """What has come due of a story that was not taken down."""
    unready = story.status is not Status.READY
    if unready and story.publish_on and story.publish_on <= today:
        yield Need(
            sort=Sort.LATE,
            words=f"It was to appear on {_day(story.publish_on)}, and is not ready.",
            mend="Finish it, or write a later day under “publish_on”.",
            where=story.where("publish_on"),
        )
    until = story.consent.until if story.consent else None
    if until and story.kind is Kind.TOLD and today <= until <= today + SOON:
        yield Need(
            sort=Sort.CONSENT_ENDING,
            words=f"The storyteller’s consent ends on {_day(until)}, {_in_days((until - today).days)}.",
            mend="Ask whether it may stay. If so, write the new day under “until”; if not, it comes down by itself.",
            whom=Role.STORYTELLER,
            where=story.where("consent.until"),
        )
    if story.review_on and story.review_on <= today:
        yield Need(
            sort=Sort.REVIEW,
            words=f"It was to be looked at again on {_day(story.review_on)}.",
            mend="Read it through, then write the next day under “review_on”, or take that out.",
            where=story.where("review_on"),
        )
    if story.is_stale(today) and (checked := story.last_checked):
        yield Need(
            sort=Sort.FACTS,
            words=f"Its facts were last checked in {checked:%B %Y}.",
            mend="Read its sources again, and write under each: accessed: and the day.",
            where=story.where("sources"),
        )


def need_of_gone(story: Story) -> Iterator[Need]:
    """What may be asked about a story whose consent has run out; of one that was withdrawn nothing is."""
    consent = story.consent
    if consent and consent.until and not consent.withdrawn and story.status is not Status.WITHDRAWN:
        yield Need(
            sort=Sort.CONSENT,
            words=f"The storyteller’s consent ended on {_day(consent.until)}, so the story has been taken down.",
            mend="Ask whether it may come back. If so, write the new day under “until”; if not, delete its folder.",
            whom=Role.STORYTELLER,
            where=story.where("consent.until"),
        )


def need_of_translation(story: Story, original: Story | None) -> Iterator[Need]:
    """What a translation needs once its original reads otherwise than when it was made."""
    if original is None or not original.words.html:
        return
    mark = mark_of_wording(original)
    if story.translated_from == mark:
        return
    if story.translated_from:
        words = f"“{original.title}”, which it translates, has been changed since."
    else:
        words = f"Nothing says which wording of “{original.title}” it translates."
    yield Need(
        sort=Sort.TRANSLATION if story.translated_from else Sort.REMINDER,
        words=words,
        mend=f"When it says the same as the story does now, write: translated_from: {mark}",
        whom=Role.TRANSLATOR,
        where=story.where("translated_from" if story.translated_from else "translation_of"),
    )


def _in_days(number: int) -> str:
    return "today" if not number else f"in {number} {'day' if number == 1 else 'days'}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
