"""Build the problems about signs in a story's facts that look like those YAML needs, such as curly quotes."""

from collections.abc import Sequence

from storyguide.model.problem import Change, Problem
from storyguide.model.source import Source


def look_alikes(where: Source, signs: Sequence[str], changes: tuple[Change, ...]) -> Problem:
    """Return the problem that some lines are laid out with signs that only look like ordinary ones.

    `changes`: a correction for each such line.
    """
    first = changes[0]
    others = len(changes) - 1
    more = f"; so with {others} more line{'s' if others > 1 else ''} like it below" if others else ""
    return Problem(
        code="look-alike-signs",
        where=where,
        message=f"“{_short(first.written.strip())}” is laid out with signs that only look like ordinary ones: "
        f"{', '.join(signs)}.",
        mend=f"Type the line anew, with ordinary spaces, letters and signs: “{_short(first.better)}”{more}.",
        changes=changes,
    )


def curly_quotes(where: Source, name: str, written: str, better: str, changes: tuple[Change, ...]) -> Problem:
    """Return the problem that curly quotation marks stand round the whole of a value.

    `better`: the corrected line; "" if the value has several lines.
    """
    named = f" of “{name}”" if name else ""
    return Problem(
        code="curly-quotation-marks",
        where=where,
        message=f"Curly quotation marks stand round the whole{named}, and are left off: {_short(written)}.",
        mend=f"Write: {better}" if better else "Write straight quotation marks there instead, or none.",
        blocks=False,
        changes=changes,
    )


def half_a_quotation(where: Source, name: str, written: str) -> Problem:
    """Return the problem that a curly quotation mark stands at one end of a value without its counterpart."""
    named = f"“{name}”" if name else "This item"
    return Problem(
        code="half-a-quotation",
        where=where,
        message=f"{named} has one quotation mark without its other half: {_short(written)}.",
        mend="Take the mark away, or put its other half where the quotation ends.",
        blocks=False,
    )


def _short(written: str) -> str:
    return written if len(written) <= 100 else written[:99] + "…"
