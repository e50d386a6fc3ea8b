"""The wording for days and places that can be read, and can hardly be right."""

from datetime import date

from storyguide.model.problem import Problem
from storyguide.model.source import Source


def _in_words(day: date) -> str:
    """The day for a sentence; its year without `strftime`, which leaves out noughts on some machines."""
    return f"{day.day} {day:%B} {day.year:04}"


def told_to_come(where: Source, day: date, likely: date | None) -> Problem:
    """A story is said to have been told on a day that has not come yet; likely is the day that may be meant."""
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
    """A day that a file gives lies too far away to be meant. why: completes “which is ...”; likely: what may be."""
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
    """A location has its two figures the wrong way round; neither is repeated, as the guide may keep it hidden."""
    return Problem(
        code="location-swapped",
        where=where,
        message="The two figures of “location” are the wrong way round: the place they name lies far from this "
        "edition’s own.",
        mend="Write the same two figures the other way round: first how far north, then how far east.",
        blocks=False,
    )


def place_far_away(where: Source, town: str) -> Problem:
    """A location lies far outside the edition."""
    return Problem(
        code="location-far-away",
        where=where,
        message=f"The “location” of this story lies far outside {town}.",
        mend="Look the place up again: first how far north, then how far east, in degrees; west of Greenwich has a "
        "minus before it. If it is right, leave it.",
        blocks=False,
    )
