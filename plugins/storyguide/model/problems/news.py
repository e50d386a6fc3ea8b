"""Build the problems about news posts, events and replies to stories."""

from collections.abc import Mapping, Sequence

from storyguide.model.nearest import nearest, slip_of
from storyguide.model.problem import Change, Problem
from storyguide.model.slug import slug_of
from storyguide.model.source import Source


def news_file_name(where: Source, written: str, better: str) -> Problem:
    """Return the problem that a post's file name cannot be an address, or is reserved for a page of the guide."""
    return Problem(
        code="news-file-name",
        where=where,
        message=f"The file’s name “{written}” cannot be the post’s address.",
        mend=f"Rename it to “{better}”."
        if better
        else "Rename it, with the letters a to z, figures and single hyphens only.",
    )


def reply_file_name(where: Source, written: str, better: str) -> Problem:
    """Return the problem that a reply's file name cannot be part of an address, or that it is no text file."""
    return Problem(
        code="reply-file-name",
        where=where,
        message=f"The guide cannot read a reply from a file called “{written}”.",
        mend=f"Rename it to “{better}”." if better else "Take it away: a folder of replies holds text files only.",
    )


def unknown_category(where: Source, category: str, known: Mapping[str, str]) -> Problem:
    """Return the problem that a post names a category the edition does not list.

    `known`: names of the categories by slug.
    """
    near = nearest(slug_of(category), known)
    if near:
        mend = f"Change it to “{known[near]}”."
    else:
        listed = f"Choose from: {', '.join(known.values())}; or" if known else "In stories/edition.yml"
        mend = f"{listed} add it under “news_categories:”."
    meant = slip_of(slug_of(category), list(known))
    return Problem(
        code="unknown-category",
        where=where,
        message=f"The edition has no category of news called “{category}”.",
        mend=mend,
        changes=(Change(where.line, category, known[meant]),) if meant else (),
    )


def names_no_story(where: Source, slug: str, known: Sequence[str]) -> Problem:
    """Return the problem that a post or an event names a story the guide does not have."""
    near = nearest(slug, known)
    return Problem(
        code="names-no-story",
        where=where,
        message=f"There is no story in a folder called “{slug}” for this to belong to.",
        mend=f"Change it to “{near}”." if near else "Look up the name of the story’s folder, or take it out.",
        blocks=False,
    )


def picture_not_here(where: Source, file: str, of: str) -> Problem:
    """Return the problem that a text shows a picture where there is no room for its credit and permission."""
    return Problem(
        code="picture-not-here",
        where=where,
        message=f"The {of} shows the picture “{file}”, and only stories have pictures.",
        mend="Take it out, or tell a story with it and link to the story.",
    )


def not_a_moment(where: Source, name: str, written: str, likely: Sequence[str]) -> Problem:
    """Return the problem that the start or end of an event cannot be read as a date or time.

    `likely`: readings that may be meant.
    """
    if len(likely) == 1:
        mend = f"Write: {name}: {likely[0]}"
    elif likely:
        mend = f"Write {' or '.join(f'{name}: {one}' for one in likely)}."
    else:
        mend = f"Write year, month, day and hour, for example: {name}: 2026-12-05 19:00"
    return Problem(
        code="not-a-moment",
        where=where,
        message=f"“{written[:100]}” is not a day and an hour the guide can read.",
        mend=mend,
        changes=(Change(where.line, written, likely[0]),) if len(likely) == 1 else (),
    )


def no_such_hour(where: Source, name: str, written: str, instead: str, zone: str) -> Problem:
    """Return the problem that an event starts or ends in the hour skipped when clocks go forward.

    `instead`: the time to write instead. `zone`: name of the time zone.
    """
    return Problem(
        code="no-such-hour",
        where=where,
        message=f"There is no “{written}” by the clocks of {zone}: in that night they go forward past it.",
        mend=f"Write: {name}: {instead}",
    )


def ends_before_it_starts(where: Source, starts: str, ends: str, later: str) -> Problem:
    """Return the problem that an event ends before it starts, or only one of the two has an hour.

    `later`: the same end on the next day; "" if that cannot be meant.
    """
    return Problem(
        code="ends-before-it-starts",
        where=where,
        message=f"The event starts on {starts} and ends on {ends}.",
        mend=f"If it goes on past midnight, write: ends: {later}"
        if later
        else "Put “ends” after “starts”, both with an hour or both without.",
    )


def unknown_time_zone(where: Source, written: str, near: str) -> Problem:
    """Return the problem that the edition's time zone has no known name.

    `near`: the known name most like it, or "".
    """
    return Problem(
        code="unknown-time-zone",
        where=where,
        message=f"There is no time zone called “{written}”.",
        mend=f"Change it to “{near}”." if near else "Write a continent and a city, such as Europe/London.",
    )


def private_here(where: Source, what: str, written: str, of: str) -> Problem:
    """Return the problem that a post, event or reply holds private contact details."""
    return Problem(
        code="private-here",
        where=where,
        message=f"The {of} has {what} in it: “{written}”.",
        mend="Take it out: whoever wants to reach somebody can write to the editors.",
    )
