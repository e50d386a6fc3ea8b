"""Build the problems about a story's text: links, pictures, headings, HTML and size."""

from collections.abc import Sequence

from storyguide.model.nearest import nearest
from storyguide.model.problem import Problem
from storyguide.model.source import Source

_SHOWN = 60


def _short(text: str) -> str:
    """Return the text shortened to one line for quoting in a message."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"


def no_words(where: Source) -> Problem:
    """Return the problem that a story has facts and no text below them."""
    return Problem(
        code="no-words",
        where=where,
        message="The story has no words yet.",
        mend="Write the story below the second line of three dashes.",
    )


def fact_in_words(where: Source, name: str) -> Problem:
    """Return the problem that a line of the text looks like a fact; facts count only above the closing dashes."""
    return Problem(
        code="fact-in-words",
        where=where,
        message=f"“{_short(name)}” is a fact, and stands among the words, where it is shown and changes nothing.",
        mend="Move it up above the second line of three dashes; where it is none, begin the line with another word.",
    )


def html_in_words(where: Source, written: str) -> Problem:
    """Return the problem that a story's text contains HTML."""
    return Problem(
        code="html-in-words",
        where=where,
        message=f"“{_short(written)}” is HTML, and HTML is not used in stories.",
        mend="Take it out, and write **bold**, *italic*, - for a list or > for a quotation instead.",
    )


def other_mark(where: Source, written: str, does: str, instead: str) -> Problem:
    """Return the problem that a story's text contains markup of another program.

    `does`: what becomes of it here. `instead`: advice on what to write.
    """
    return Problem(
        code="mark-of-another-program",
        where=where,
        message=f"“{_short(written)}” is a mark of another program: {does}.",
        mend=instead,
        blocks=False,
    )


def link_to_nowhere(where: Source) -> Problem:
    """Return the problem that a link has text and no address."""
    return Problem(
        code="link-to-nowhere",
        where=where,
        message="A link has no address.",
        mend="Write it in the round brackets, as in [the club](https://example.org/), or take the brackets away.",
    )


def link_not_allowed(where: Source, address: str) -> Problem:
    """Return the problem that a link leads neither to the web, to a person, to a story nor to a heading."""
    return Problem(
        code="link-not-allowed",
        where=where,
        message=f"The guide cannot follow the link to “{_short(address)}”.",
        mend=f"Change it to “https://{address}”."
        if address.startswith("www.")
        else "Begin it with https://, mailto: or tel:, or for another story write its folder: “../its-name/”.",
    )


def no_such_heading(where: Source, address: str, known: Sequence[str]) -> Problem:
    """Return the problem that a link leads to a heading the story does not have."""
    near = nearest(address, known, 0.5)
    return Problem(
        code="no-such-heading",
        where=where,
        message=f"The story has no heading for the link to “{_short(address)}”.",
        mend=f"Change it to “{near}”." if near else "Link to one of the story’s headings, or take the link out.",
        blocks=False,
    )


def photo_from_elsewhere(where: Source, address: str) -> Problem:
    """Return the problem that a picture is not a file in the story's folder."""
    named = f"The photo “{_short(address)}”" if address else "A photo"
    return Problem(
        code="photo-from-elsewhere",
        where=where,
        message=f"{named} is not in the story’s own folder.",
        mend="Put the photo in the story’s folder and write only its name, as in ![what it shows](boat.jpg).",
    )


def words_too_long(where: Source, size: int, limit: int) -> Problem:
    """Return the problem that a story's text is larger than the limit; both are in bytes."""
    return Problem(
        code="words-too-long",
        where=where,
        message=f"The story is {size:,} letters long as a computer counts them, and the guide takes {limit:,}.",
        mend="Shorten it, or tell it as two stories that link to each other.",
    )


def line_too_long(where: Source, size: int, limit: int) -> Problem:
    """Return the problem that a line is longer than the limit, in characters."""
    return Problem(
        code="line-too-long",
        where=where,
        message=f"The line is {size:,} characters long, and the guide takes {limit:,}.",
        mend="Break it into paragraphs, with an empty line between them.",
    )


def too_deep(where: Source) -> Problem:
    """Return the problem that lists or quotations are nested too deeply."""
    return Problem(
        code="words-too-deep",
        where=where,
        message="Lists or quotations stand more than twelve deep inside one another.",
        mend="Bring them up to two or three, by taking > or spaces away at the beginning of the lines.",
    )


def too_tangled(where: Source) -> Problem:
    """Return the problem that hundreds of brackets or stars follow one another."""
    return Problem(
        code="too-tangled",
        where=where,
        message="More than two hundred brackets or stars follow one another.",
        mend="Take them out, or for a line across the page write three dashes.",
    )


def table_too_wide(where: Source) -> Problem:
    """Return the problem that a table has too many columns."""
    return Problem(
        code="table-too-wide",
        where=where,
        message="The table has more than thirty columns.",
        mend="Make it into several tables, or into a list.",
    )


def too_much_page(where: Source) -> Problem:
    """Return the problem that a short text would make a page far too long."""
    return Problem(
        code="too-much-page",
        where=where,
        message="The page these words make is far longer than the words.",
        mend="Look for a table or notes repeated many times, and take them out.",
    )
