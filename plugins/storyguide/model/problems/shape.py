"""Build the problems about a file's layout: marker lines, indentation, quotes, encoding and size."""

from collections.abc import Sequence

from storyguide.model.problem import Change, Problem
from storyguide.model.source import Source

_START = (
    "Begin the file with a line of three dashes, then lines such as “title: The repair café”, then three dashes again."
)


def empty_file(where: Source) -> Problem:
    """Return the problem that a story's file is empty."""
    return Problem(code="empty-file", where=where, message="The file is empty.", mend=_START)


def no_facts(where: Source) -> Problem:
    """Return the problem that a story's file has text but no facts at its top."""
    return Problem(
        code="no-facts",
        where=where,
        message="The file does not begin with the facts about the story: its title, summary, place and so on.",
        mend=_START,
    )


def plus_signs(where: Source) -> Problem:
    """Return the problem that the facts stand between lines of plus signs, as other programs want it."""
    return Problem(
        code="plus-signs",
        where=where,
        message="The facts at the top stand between lines of “+++”.",
        mend="Put “---” there instead, and write each fact as a name, a colon and a value: “title: The repair café”.",
    )


def opening_not_first(where: Source, written: str) -> Problem:
    """Return the problem that the line that opens the facts is not exactly three dashes, or not the first line."""
    return Problem(
        code="opening-not-first",
        where=where,
        message="Something stands before the line of three dashes, if only an empty line."
        if written == "---"
        else f"The facts at the top begin with “{written}” instead of three dashes.",
        mend="Make the very first line “---”, with nothing before it and nothing after it on that line.",
    )


def facts_not_closed(where: Source) -> Problem:
    """Return the problem that no line of dashes closes the facts."""
    return Problem(
        code="facts-not-closed",
        where=where,
        message="The facts at the top begin with “---” but no line of “---” ends them.",
        mend="Put a line “---” between the last fact and the first words of the story.",
    )


def facts_too_long(where: Source, most: int) -> Problem:
    """Return the problem that the facts are larger than `most` bytes."""
    return Problem(
        code="facts-too-long",
        where=where,
        message=f"The facts at the top are longer than {most:,} letters.",
        mend="Move what belongs to the story’s words below the second line of “---”.",
    )


def file_too_long(where: Source, most: int) -> Problem:
    """Return the problem that the file is larger than `most` bytes."""
    return Problem(
        code="file-too-long",
        where=where,
        message=f"The file is larger than {most:,} letters, which no story needs.",
        mend="Keep the words only, and put photos beside the file rather than in it.",
    )


def not_utf8(where: Source, written: str) -> Problem:
    """Return the problem that the file is not encoded in UTF-8."""
    return Problem(
        code="not-utf-8",
        where=where,
        message=f"Some letters in this line were saved so that other computers cannot read them: “{_short(written)}”."
        if written
        else "The file cannot be read as it was saved.",
        mend="Open the file, choose “Save as”, and where you are asked for an encoding, save as UTF-8.",
    )


def invisible_sign(where: Source, column: int) -> Problem:
    """Return the problem that the file holds an invisible character.

    `column`: position on the line, counted from 1.
    """
    return Problem(
        code="invisible-sign",
        where=where,
        message=f"There is an invisible sign at letter {column} of this line, most likely copied along from elsewhere.",
        mend="Delete the letters around it and type them again.",
    )


def written_twice(where: Source, name: str, first_line: int) -> Problem:
    """Return the problem that a fact is given twice."""
    return Problem(
        code="written-twice",
        where=where,
        message=f"“{name}” is written twice: on line {first_line} and again on line {where.line}.",
        mend="Keep the right one and delete the other.",
    )


def not_a_name(where: Source) -> Problem:
    """Return the problem that a list or a group stands where the name of a fact should."""
    return Problem(
        code="not-a-name",
        where=where,
        message="A fact here has no name before its colon.",
        mend="Write a name, a colon and a value: “title: The repair café”.",
    )


def too_deep(where: Source) -> Problem:
    """Return the problem that lists are nested too deeply."""
    return Problem(
        code="too-deep",
        where=where,
        message="Lists stand within lists here, deeper than any fact of a story goes.",
        mend="Take out the brackets and dashes that are too many.",
    )


def unreadable_line(where: Source, written: str) -> Problem:
    """Return the problem that a line cannot be read, where no small change would mend it."""
    return Problem(
        code="unreadable-line",
        where=where,
        message=f"This line cannot be made out: “{_short(written)}”.",
        mend='Write a name, a colon, a space and the words between quotation marks: title: "The repair café"',
    )


def tab(where: Source, written: str, better: str) -> Problem:
    """Return the problem that a line is indented with a tab."""
    return Problem(
        code="tab",
        where=where,
        message=f"The line “{_short(written)}” is pushed in with the tab key, which cannot be read here.",
        mend=f"Press the space bar instead, so that it reads “{better}”; so with any lines like it below.",
    )


def dash_without_space(where: Source, written: str, better: str) -> Problem:
    """Return the problem that a list item has no space after its dash."""
    return Problem(
        code="dash-without-space",
        where=where,
        message=f"There is no space after the dash in “{_short(written)}”.",
        mend=f"Write: {better}",
    )


def colon_without_space(where: Source, written: str, better: str) -> Problem:
    """Return the problem that a fact has no space after its colon."""
    return Problem(
        code="colon-without-space",
        where=where,
        message=f"There is no space after the colon in “{_short(written)}”.",
        mend=f"Write: {better}",
    )


def quotation_not_closed(where: Source, written: str, better: str) -> Problem:
    """Return the problem that a quotation mark is opened and never closed."""
    return Problem(
        code="quotation-not-closed",
        where=where,
        message=f"The quotation mark in “{_short(written)}” is never closed.",
        mend=f"Write: {better}",
    )


def words_after_quotation(where: Source, written: str, better: str) -> Problem:
    """Return the problem that text follows a closing quotation mark."""
    return Problem(
        code="words-after-quotation",
        where=where,
        message=f"Words follow the closing quotation mark in “{_short(written)}”.",
        mend=f"Put quotation marks round the whole: {better}",
    )


def bracket_not_closed(where: Source, written: str, better: str) -> Problem:
    """Return the problem that a bracket is opened and never closed."""
    return Problem(
        code="bracket-not-closed",
        where=where,
        message=f"The bracket in “{_short(written)}” is never closed.",
        mend=f"Write: {better}",
    )


def list_on_one_line(where: Source, written: str, better: str) -> Problem:
    """Return the problem that a list with dashes begins on the line of its name."""
    return Problem(
        code="list-on-one-line",
        where=where,
        message=f"A list with dashes begins on the line below its name, unlike “{_short(written)}”.",
        mend=f"Put what comes after the colon on the next line, or write: {better}",
    )


def sign_at_start(where: Source, written: str, better: str) -> Problem:
    """Return the problem that a value begins with a sign that has a special meaning in YAML."""
    return Problem(
        code="sign-at-start",
        where=where,
        message=f"The value in “{_short(written)}” begins with a sign that means something else here.",
        mend=f"Put quotation marks round it: {better}",
    )


def words_after_hash(where: Source, written: str, better: str) -> Problem:
    """Return the problem that text after a hash sign would be taken for a comment and lost."""
    return Problem(
        code="words-after-hash",
        where=where,
        message=f"What stands after “#” in “{_short(written)}” would be lost.",
        mend=f"Put quotation marks round the whole: {better}",
    )


def colon_in_value(where: Source, written: str, better: str) -> Problem:
    """Return the problem that a value holds a colon and so looks like a second fact."""
    return Problem(
        code="colon-in-value",
        where=where,
        message=f"A second colon in “{_short(written)}” makes this line hard to read.",
        mend=f"Put quotation marks round the words: {better}",
    )


def wrongly_indented(where: Source, written: str, better: str) -> Problem:
    """Return the problem that a line is indented and should not be."""
    return Problem(
        code="wrongly-indented",
        where=where,
        message=f"There is empty space before “{_short(written)}” that does not belong there.",
        mend="Delete the empty space, so that the line begins where the other facts begin.",
    )


def not_indented(where: Source, written: str, better: str) -> Problem:
    """Return the problem that a line belongs to the fact above it and is not indented."""
    return Problem(
        code="not-indented",
        where=where,
        message=f"The line “{_short(written)}” is not a fact of its own.",
        mend="If it belongs to the line above, put two spaces before it; if not, give it a name and a colon.",
    )


def not_pushed_in(
    where: Source, name: str, is_list: bool, better: Sequence[str], changes: tuple[Change, ...]
) -> Problem:
    """Return the problem that lines belong to the fact above them and are not indented.

    `better`: the fact with its lines as they should be.
    """
    lack = "dashes or spaces" if is_list else "spaces"
    return Problem(
        code="not-pushed-in",
        where=where,
        message=f"“{changes[0].written.strip()}” belongs under “{name}”, and lacks the {lack} that show it.",
        mend="Write it like this:\n" + "\n".join(better),
        changes=changes,
    )


def _short(written: str) -> str:
    return written if len(written) <= 100 else written[:99] + "…"
