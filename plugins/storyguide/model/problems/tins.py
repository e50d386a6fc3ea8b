"""Build the problems about On the Tin resources (tins): their files, blocks and links."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from storyguide.model.nearest import nearest
from storyguide.model.problem import Problem
from storyguide.model.source import Source


def unknown_tin(where: Source, tin: str, known: Sequence[str]) -> Problem:
    """Return the problem that a story names a tin the guide does not have."""
    near = nearest(tin.casefold(), known)
    if near:
        mend = f"Change it to “{near}”."
    else:
        mend = f"Choose from: {', '.join(known)}." if known else "Take it out: this guide has nothing On the Tin."
    return Problem(
        code="unknown-tin",
        where=where,
        message=f"The guide has nothing called “{tin}” On the Tin.",
        mend=mend,
    )


def no_tin_file(where: Source, present: Sequence[str]) -> Problem:
    """Return the problem that a tin's folder has pages but no main page."""
    return Problem(
        code="no-tin-file",
        where=where,
        message="The folder has no file called “index.md”, so nothing says what is in this tin.",
        mend=f"Write that file: title, summary, who_for, time and leave_with; then what it is. Beside it are: "
        f"{', '.join(present)}.",
    )


def not_a_tin_file(where: Source, name: str, better: Sequence[str]) -> Problem:
    """Return the problem that a file name does not say whether the page is a step or a worksheet."""
    return Problem(
        code="not-a-tin-file",
        where=where,
        message=f"The name “{name}” does not say what this file is, so it is left out.",
        mend=f"Call it {' or '.join(f'“{one}”' for one in better)}, whichever it is.",
        blocks=False,
    )


def no_steps(where: Source) -> Problem:
    """Return the problem that a tin has no steps."""
    return Problem(
        code="no-steps",
        where=where,
        message="This tin has no steps.",
        mend="Put the first beside it in a file called “1-” and its name, such as “1-look-back.md”.",
    )


def nothing_on_page(where: Source, of: str) -> Problem:
    """Return the problem that a step or a worksheet has facts and no text below them."""
    return Problem(
        code="nothing-on-page",
        where=where,
        message=f"The {of} has no words yet.",
        mend="Write them below the second line of three dashes.",
    )


def tin_address_taken(where: Source, name: str, by: str) -> Problem:
    """Return the problem that two files of a tin would have the same address."""
    return Problem(
        code="tin-address-taken",
        where=where,
        message=f"The file “{name}” would have the same address as {by}.",
        mend="Give the file another name.",
    )


def unknown_label(where: Source, label: str, near: str) -> Problem:
    """Return the problem that a quotation begins with a bold word that resembles the label of a block."""
    return Problem(
        code="unknown-label",
        where=where,
        message=f"A block begins with “{label}”, which the guide does not know.",
        mend=f"Change it to “{near}”.",
    )


def block_inside(where: Source, label: str) -> Problem:
    """Return the problem that a block stands inside another block or a list, where it is not recognised."""
    return Problem(
        code="block-inside",
        where=where,
        message=f"The block “{label}” runs on from what stands before it.",
        mend="Put an empty line before it, without the sign >, and begin each of its lines with > at the left edge.",
    )


def uncredited_voice(where: Source, words: str) -> Problem:
    """Return the problem that a quotation in a tin does not say who is quoted."""
    return Problem(
        code="uncredited-voice",
        where=where,
        message=f"Nobody is named for the words “{words}”.",
        mend="End them with a long dash and whose words they are: — Name, what they do; if nobody said them, "
        "begin with “Imagine” instead of “Voice”.",
    )


def nothing_to_take_away(where: Source, example: str) -> Problem:
    """Return the problem that a "take away" block has no link to a worksheet."""
    return Problem(
        code="nothing-to-take-away",
        where=where,
        message="This block offers something to take away, and leads to no worksheet.",
        mend=f"Write: {example}",
    )


def picture_in_tin(where: Source, file: str) -> Problem:
    """Return the problem that a tin shows a photo; tins have no fields yet for its credit and permission."""
    return Problem(
        code="picture-in-tin",
        where=where,
        message=f"The words show the picture “{file}”, and what is On the Tin has no pictures.",
        mend="Take it out, or tell a story with it and link to the story.",
    )


def no_such_page(where: Source, address: str, near: str) -> Problem:
    """Return the problem that a link leads to a file that does not exist."""
    return Problem(
        code="no-such-page",
        where=where,
        message=f"There is no file “{address}” for this link to lead to.",
        mend=f"Change it to “{near}”." if near else "Look up the file’s name, or take the link out.",
    )


def unknown_framework(where: Source, slug: str, known: Iterable[str]) -> Problem:
    """Return the problem that a self-check names a framework the guide does not have."""
    names = list(known)
    near = get_close_matches(slug, names, n=1, cutoff=0.4)
    return Problem(
        code="unknown-framework",
        where=where,
        message=f"The guide has no framework called “{slug}”.",
        mend=f"Change it to “{near[0]}”." if near else f"Choose from: {', '.join(names) or 'none there is yet'}.",
    )


def worksheet_not_offered(where: Source, title: str, example: str) -> Problem:
    """Return the problem that no step links to a worksheet of the tin."""
    return Problem(
        code="worksheet-not-offered",
        where=where,
        message=f"No page of this tin offers the worksheet “{title}”.",
        mend=f"Where it belongs, add a line: {example}",
        blocks=False,
    )
