"""What is said of the registers of barriers and promises, and of what was heard at a session."""

from collections.abc import Mapping
from datetime import date

from storyguide.model.nearest import nearest, slip_of
from storyguide.model.problem import Change, Problem
from storyguide.model.slug import slug_of
from storyguide.model.source import Source


def unknown_barrier(where: Source, written: str, known: Mapping[str, str]) -> Problem:
    """A story met a barrier that the register does not have. Known are names by slug."""
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
    """Somebody wrote that a promise is late."""
    return Problem(
        code="late-written",
        where=where,
        message="That a promise is “late” is not written down: the guide works it out from “by” and the day.",
        mend="Change it to “promised”, or to “begun” if something has been done.",
    )


def done_in_part(where: Source, state: str) -> Problem:
    """A promise has a day on which it was done, and its state says that it is not."""
    return Problem(
        code="done-in-part",
        where=where,
        message=f"This promise was done on a day, and is still “{state}”.",
        mend="Take the day out, or write: state: done",
    )


def done_to_come(where: Source, day: date) -> Problem:
    """A promise is said to be kept on a day that has not come yet."""
    return Problem(
        code="done-to-come",
        where=where,
        message=f"This promise is said to be done on {day.day} {day:%B %Y}, which is still to come.",
        mend="Correct the day; if it is not done yet, take the day out and write: state: begun",
    )


def contact_in_record(where: Source, what: str, written: str) -> Problem:
    """A private way to reach somebody stands in a register, a tin or a list of the edition's; what says which."""
    return Problem(
        code="contact-in-record",
        where=where,
        message=f"“{written}” looks like {what}, and what stands here is read by strangers.",
        mend="Take it out.",
    )


def person_in_record(where: Source, name: str) -> Problem:
    """A register or a session's messages name somebody who tells stories here or looks after the guide."""
    return Problem(
        code="person-in-record",
        where=where,
        message=f"“{name}” is a person, and what is recorded here names none.",
        mend="Write instead of the name which body, role or group it was.",
    )


def nothing_heard(where: Source) -> Problem:
    """A block says that something was heard, and lists nothing."""
    return Problem(
        code="nothing-heard",
        where=where,
        message="This block says that something was heard, and not what.",
        mend="Below its first lines add each message after a dash, for example:\n"
        ">\n> - The hall is dark on Thursdays. (9 people)",
    )
