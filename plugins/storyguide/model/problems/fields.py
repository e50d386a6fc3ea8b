"""The wording of faults in what a fact says: its value, not its layout."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from storyguide.model.nearest import nearest as nearest_word
from storyguide.model.nearest import slip_of
from storyguide.model.other_names import other_choice, other_name, plain
from storyguide.model.people import DAY_TO_FILL_IN
from storyguide.model.problem import Change, Problem
from storyguide.model.source import Source

_AGREED_ON = ("given", "until", "withdrawn", "approved_on")
"""Facts that say for which days somebody agreed."""
_TO_FILL_IN = f", with the day on which they said yes in place of {DAY_TO_FILL_IN}"


def missing(where: Source, name: str, example: str, *, of: str = "story") -> Problem:
    """A fact that is needed is not given, or is empty."""
    so = _TO_FILL_IN if DAY_TO_FILL_IN in example else ", for example"
    return Problem(
        code="missing-fact",
        where=where,
        message=f"The {of} has no “{name}”.",
        mend=f"Add lines{so}:\n{example}" if "\n" in example else f"Add a line{so}: {example}",
    )


def unknown(
    where: Source,
    name: str,
    known: Iterable[str],
    *,
    taken: Collection[str] = (),
    texts: Mapping[str, str] | None = None,
) -> Problem:
    """A fact the guide does not know: misspelt, or called as another program calls it.

    taken are the facts that are given already, texts what stands after the names, where that is words.
    """
    names = list(known)
    near = meant(name, names)
    other = other_name(name, names, texts) if plain(name) not in names else None
    message, mend = f"The guide knows no “{name}” here.", f"Take it out, or choose from: {', '.join(names)}."
    if other:
        message = f"The guide knows no “{name}” here: that is a name of other programs."
        mend = other.mend
    if near:
        mend = f"Change it to “{near}”."
        if near in taken:
            mend = f"Take it out, or add what it says to “{near}”, which is there already."
    is_certain = plain(name) == near or slip_of(name.casefold(), names) == near
    is_slip = near and not other and near not in taken and is_certain
    return Problem(
        code="unknown-fact",
        where=where,
        message=message,
        mend=mend,
        changes=(Change(where.line, name, near),) if is_slip else (),
    )


def meant(written: str, known: Iterable[str]) -> str:
    """The known name of a fact that was most likely meant by this one; "" when none was, or its value has to change."""
    names = list(known)
    name = plain(written)
    if name in names:
        return name
    other = other_name(written, names)
    return other.name if other else nearest_word(name, names, 0.7)


def belongs_under(where: Source, name: str, home: str, value: str, *, short: str, is_there: bool) -> Problem:
    """A part of a larger fact stands by itself; short is the line of what is written for that fact in one word."""
    lines = [f"{home}:"] if short or not is_there else []
    lines += [f"  {short}"] if short else []
    example = "\n".join([*lines, f"  {name}: {value or '…'}"])
    return Problem(
        code="belongs-under",
        where=where,
        message=f"“{name}” belongs under “{home}”, and stands by itself here.",
        mend=f"Take it out here, and write it like this:\n{example}"
        if lines
        else f"Take it out here, and write it below “{home}:”, with spaces before it:\n{example}",
    )


def not_one_line(where: Source, name: str, example: str) -> Problem:
    """A list or a group stands where words are wanted."""
    return Problem(
        code="not-words",
        where=where,
        message=f"“{name}” holds a list, where one piece of text is wanted.",
        mend=f"Write it on one line, for example: {example}",
    )


def too_long(where: Source, name: str, length: int, most: int) -> Problem:
    """A text is longer than what it is for allows."""
    return Problem(
        code="too-long",
        where=where,
        message=f"“{name}” is {length} letters long; at most {most} fit.",
        mend=f"Shorten it to {most} letters or fewer.",
    )


def not_plain(where: Source, name: str, written: str, sign: str) -> Problem:
    """A one-line text holds a sign that must not travel to titles and lists."""
    shown = f"“{sign}”" if sign.isprintable() else "an invisible sign"
    return Problem(
        code="not-plain-text",
        where=where,
        message=f"“{name}” holds {shown}: “{_short(written)}”.",
        mend="Write it in plain words, without that sign.",
    )


def not_a_day(where: Source, name: str, written: str, likely: Sequence[date]) -> Problem:
    """A date is written in another order, or there is no such day."""
    if len(likely) == 1:
        mend = f"Write: {name}: {likely[0]}"
    elif likely:
        mend = " or ".join(f"{name}: {day} for {day.day} {day:%B}" for day in likely)
        mend = f"Write {mend}."
    elif name in _AGREED_ON:
        mend = f"Write the day itself, in figures and with hyphens, as {name}: {DAY_TO_FILL_IN}"
    else:
        mend = f"Write year, month and day, for example: {name}: 2026-03-14"
    return Problem(
        code="not-a-day",
        where=where,
        message=f"“{_short(written)}” is not a day the guide can read.",
        mend=mend,
        changes=(Change(where.line, written, str(likely[0])),) if len(likely) == 1 else (),
    )


def not_a_time(where: Source, name: str, written: str) -> Problem:
    """When something happened is told in words the guide cannot put in order."""
    return Problem(
        code="not-a-time",
        where=where,
        message=f"The guide cannot tell which years “{_short(written)}” means.",
        mend=f"Name a year after “{name}:”, such as about 1974, spring 2012, 2014 to 2016, or 2006 onwards.",
    )


def not_a_point(where: Source, name: str, written: str) -> Problem:
    """A position on the map is not two numbers, or not on this earth."""
    return Problem(
        code="not-a-point",
        where=where,
        message=f"“{_short(written)}” is not a position on the map.",
        mend=f'Write degrees north and degrees east, for example: {name}: "51.449, -1.249"',
    )


def not_a_choice(where: Source, name: str, written: str, known: Sequence[str]) -> Problem:
    """A value is none of the few there are."""
    near = other_choice(written, known) or nearest(written, known)
    choices = ", ".join(known)
    return Problem(
        code="not-a-choice",
        where=where,
        message=f"“{_short(written)}” is not something “{name}” can be.",
        mend=f"Change it to “{near}”." if near else f"Choose from: {choices}.",
    )


def not_a_licence(where: Source, written: str, known: Sequence[str], near: str) -> Problem:
    """A licence the guide does not know."""
    return Problem(
        code="unknown-licence",
        where=where,
        message=f"The guide knows no licence called “{_short(written)}”.",
        mend=f"Change it to “{near}”." if near else f"Choose from: {', '.join(known)}.",
    )


def not_an_address_name(where: Source, name: str, written: str, better: str) -> Problem:
    """A short name that becomes part of an address holds other signs than it may."""
    return Problem(
        code="not-an-address-name",
        where=where,
        message=f"“{_short(written)}” cannot be part of an address.",
        mend=f"Change it to “{better}”." if better else "Use only the letters a to z, figures and single hyphens.",
    )


def not_a_language(where: Source, name: str, written: str, sign: str) -> Problem:
    """A language is named in words instead of by its short sign; sign is that, or "" where nobody can tell."""
    return Problem(
        code="not-a-language",
        where=where,
        message=f"“{_short(written)}” is not the short sign of a language.",
        mend=f"Change it to “{sign}”."
        if sign
        else f"Write its sign after “{name}:”, such as en for English, cy for Welsh, pa for Punjabi or ur for Urdu.",
    )


def not_a_web_address(where: Source, name: str, written: str, better: str) -> Problem:
    """A web address that would lead nowhere, or somewhere unsafe."""
    return Problem(
        code="not-a-web-address",
        where=where,
        message=f"“{_short(written)}” is not a whole web address.",
        mend=f"Write: {name}: {better}"
        if better
        else "Copy the address of the page from your browser: it begins with https://.",
    )


def commas_for_a_list(where: Source, name: str, written: str, parts: Sequence[str]) -> Problem:
    """Several things stand in one text with commas."""
    return Problem(
        code="commas-for-a-list",
        where=where,
        message=f"“{name}” holds several things in one text: “{_short(written)}”.",
        mend=f"Put square brackets round them: {name}: [{', '.join(parts)}]",
    )


def not_a_group(where: Source, name: str, written: str, example: str) -> Problem:
    """One text stands where several named facts are wanted."""
    return Problem(
        code="not-a-group",
        where=where,
        message=f"“{name}” needs more than “{_short(written)}”.",
        mend=f"Write it like this{_TO_FILL_IN if DAY_TO_FILL_IN in example else ''}:\n{example}",
    )


def too_many(where: Source, name: str, count: int, most: int) -> Problem:
    """A list is longer than it may be."""
    return Problem(
        code="too-many",
        where=where,
        message=f"“{name}” lists {count}; at most {most} are allowed.",
        mend=f"Keep the {most} that say most about the story.",
    )


def no_sentence(where: Source, name: str, written: str) -> Problem:
    """A dimension or a resource is named without the sentence that shows it."""
    return Problem(
        code="no-sentence",
        where=where,
        message=f"“{name}” names “{_short(written)}” without a sentence to show for it.",
        mend=f"Add one sentence from this story, for example:\n{name}:\n  {written}: Three of us now run the till.",
    )


def same_twice(where: Source, name: str, written: str) -> Problem:
    """One thing stands in a list twice."""
    return Problem(
        code="same-twice",
        where=where,
        message=f"“{_short(written)}” stands in “{name}” twice.",
        mend="Delete one of the two.",
        blocks=False,
    )


def nearest(written: str, known: Iterable[str]) -> str:
    """The known word that was most likely meant; "" when none comes near."""
    return nearest_word(written.casefold(), known)


def _short(written: str) -> str:
    text = " ".join(written.split())
    return text if len(text) <= 100 else text[:99] + "…"
