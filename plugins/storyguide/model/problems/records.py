"""Build the problems about the registers of barriers and promises, and about records of sessions."""

from collections.abc import Mapping
from datetime import date

from storyguide.model.nearest import nearest, slip_of
from storyguide.model.problem import Change, Problem
from storyguide.model.slug import slug_of
from storyguide.model.source import Source


def unknown_barrier(where: Source, written: str, known: Mapping[str, str]) -> Problem:
    """Return the problem that a story names a barrier missing from the register.

    `known`: names of the barriers by slug.
    """
    near = nearest(slug_of(written), known)
    meant = slip_of(slug_of(written), list(known))
    others = f"Choose from: {', '.join(known)}; or add it to stories/barriers.yml."
    return Problem(
        code="unknown-barrier",
        where=where,
        message=f"The register of barriers has none called “{written}”.",
        mend=f"Change it to “{near}”." if near else others,
        blocks=False,
        changes=(Change(where.line, written, meant),) if meant else (),
    )


def late_written(where: Source) -> Problem:
    """Return the problem that a promise's state is written as late; lateness follows from its date."""
    return Problem(
        code="late-written",
        where=where,
        message="That a promise is “late” is not written down: the guide works it out from “by” and the day.",
        mend="Change it to “promised”, or to “begun” if something has been done.",
    )


def done_in_part(where: Source, state: str) -> Problem:
    """Return the problem that a promise has a day on which it was done and a state other than done."""
    return Problem(
        code="done-in-part",
        where=where,
        message=f"This promise was done on a day, and is still “{state}”.",
        mend="Take the day out, or write: state: done",
    )


def done_to_come(where: Source, day: date) -> Problem:
    """Return the problem that a promise is said to be done on a day in the future."""
    return Problem(
        code="done-to-come",
        where=where,
        message=f"This promise is said to be done on {day.day} {day:%B %Y}, which is still to come.",
        mend="Correct the day; if it is not done yet, take the day out and write: state: begun",
    )


def contact_in_record(where: Source, what: str, written: str) -> Problem:
    """Return the problem that a register, a tin or a list of the edition holds private contact details.

    `what`: the kind of contact, with its article.
    """
    return Problem(
        code="contact-in-record",
        where=where,
        message=f"“{written}” looks like {what}, and what stands here is read by strangers.",
        mend="Take it out.",
    )


def person_in_record(where: Source, name: str) -> Problem:
    """Return the problem that a register or a session's messages name a storyteller or an editor of the guide."""
    return Problem(
        code="person-in-record",
        where=where,
        message=f"“{name}” is a person, and what is recorded here names none.",
        mend="Write instead of the name which body, role or group it was.",
    )


def nothing_heard(where: Source) -> Problem:
    """Return the problem that a "heard" block lists no messages."""
    return Problem(
        code="nothing-heard",
        where=where,
        message="This block says that something was heard, and not what.",
        mend="Below its first lines add each message after a dash, for example:\n"
        ">\n> - The hall is dark on Thursdays. (9 people)",
    )
