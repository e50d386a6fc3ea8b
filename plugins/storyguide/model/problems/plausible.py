"""Build the problems about dates and positions that can be read but are unlikely to be right."""

from datetime import date

from storyguide.model.problem import Problem
from storyguide.model.source import Source


def _in_words(day: date) -> str:
    """Return a day in words for a sentence.

    The year is not written by `strftime`, which leaves out leading zeros on some machines.
    """
    return f"{day.day} {day:%B} {day.year:04}"


def told_to_come(where: Source, day: date, likely: date | None) -> Problem:
    """Return the problem that a story is said to have been told on a day in the future.

    `likely`: the day that may be meant, or None.
    """
    meant = f"Was {likely.year} meant? Then write: told_on: {likely}" if likely else "Correct the day"
    return Problem(
        code="told-to-come",
        where=where,
        message=f"The story is said to have been told on {_in_words(day)}, which is still to come.",
        mend=f"{meant}\nOr wait: the story is published from that day."
        if likely
        else f"{meant}, or wait: the story is published from that day.",
    )


def unlikely_day(where: Source, key: str, written: str, why: str, likely: str) -> Problem:
    """Return the problem that a date lies too far away to be meant.

    `why`: completes “which is ...”. `likely`: the date that may be meant, or "".
    """
    return Problem(
        code="unlikely-day",
        where=where,
        message=f"“{key}” says {written}, which is {why}.",
        mend=f"Was {likely} meant? Then correct it; if it is right, leave it."
        if likely
        else "Look whether it is right; if it is, leave it.",
        blocks=False,
    )


def places_swapped(where: Source) -> Problem:
    """Return the problem that a location's latitude and longitude are swapped.

    Neither number is repeated in the message, as the guide may keep the location hidden.
    """
    return Problem(
        code="location-swapped",
        where=where,
        message="The two figures of “location” are the wrong way round: the place they name lies far from this "
        "edition’s own.",
        mend="Write the same two figures the other way round: first how far north, then how far east.",
        blocks=False,
    )


def place_far_away(where: Source, town: str) -> Problem:
    """Return the problem that a location lies far outside the edition's area."""
    return Problem(
        code="location-far-away",
        where=where,
        message=f"The “location” of this story lies far outside {town}.",
        mend="Look the place up again: first how far north, then how far east, in degrees; west of Greenwich has a "
        "minus before it. If it is right, leave it.",
        blocks=False,
    )
