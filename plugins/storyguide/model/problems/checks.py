"""Build the problems of a story that only show when the whole guide is known."""

from collections.abc import Mapping, Sequence
from datetime import date
from difflib import get_close_matches

from storyguide.model.nearest import nearest, slip_of
from storyguide.model.problem import Change, Problem
from storyguide.model.slug import slug_of
from storyguide.model.source import Source


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _from_list(written: str, names: Mapping[str, str]) -> str:
    """Return advice naming the entry of `names` (names by slug) nearest to what was written, or listing all of them."""
    if not names:
        return "Add it to its list in stories/edition.yml first."
    near = nearest(slug_of(written), names)
    return f"Change it to “{names[near]}”." if near else f"Choose from: {', '.join(names.values())}."


def _slip(line: int, written: str, names: Mapping[str, str]) -> tuple[Change, ...]:
    """Return the automatic correction of a name, if it is a typing slip for exactly one of `names`; else ()."""
    meant = slip_of(slug_of(written), list(names))
    return (Change(line, written, names[meant]),) if meant else ()


def unknown_theme(where: Source, theme: str, known: Mapping[str, str]) -> Problem:
    """Return the problem that a story names a theme the edition does not list.

    `known`: names of the listed themes by slug.
    """
    return Problem(
        code="unknown-theme",
        where=where,
        message=f"The guide has no theme called “{theme}”.",
        mend=_from_list(theme, known),
        changes=_slip(where.line, theme, known),
    )


def unknown_place(where: Source, place: str, known: Mapping[str, str]) -> Problem:
    """Return the problem that a story names a place the edition does not list.

    `known`: names of the listed places by slug.
    """
    return Problem(
        code="unknown-place",
        where=where,
        message=f"The guide has no place called “{place}”.",
        mend=_from_list(place, known),
        changes=_slip(where.line, place, known),
    )


def unknown_dimension(where: Source, dimension: str, known: Mapping[str, str]) -> Problem:
    """Return the problem that a story gives evidence for a dimension that no framework has.

    `known`: names of the dimensions by slug.
    """
    return Problem(
        code="unknown-dimension",
        where=where,
        message=f"The guide has no dimension called “{dimension}”.",
        mend=_from_list(dimension, known) if known else "Take it out: this guide has no frameworks.",
        changes=_slip(where.line, dimension, known),
    )


def photo_not_listed(where: Source, file: str, listed: Sequence[str]) -> Problem:
    """Return the problem that a story's text shows a photo missing from the list of photos in its facts."""
    near = nearest(file.casefold(), [name.casefold() for name in listed])
    match = next((name for name in listed if near and name.casefold() == near), "")
    return Problem(
        code="photo-not-listed",
        where=where,
        message=f"The words show the photo “{file}”, which “photos” at the top does not list.",
        mend=f"Change it to “{match}”."
        if match
        else f"Under “photos:” add “- file: {file}”, with its alt, credit and licence.",
    )


def no_such_story(where: Source, slug: str, known: Sequence[str]) -> Problem:
    """Return the problem that a story links to one the guide does not have."""
    near = nearest(slug, known)
    return Problem(
        code="no-such-story",
        where=where,
        message=f"The guide has no story in a folder called “{slug}”.",
        mend=f"Change the link to “../{near}/”." if near else "Look up the folder’s name, or take the link out.",
    )


def unknown_original(where: Source, slug: str, known: Sequence[str]) -> Problem:
    """Return the problem that a story claims to be a translation of one the guide does not have."""
    near = nearest(slug, known)
    return Problem(
        code="unknown-original",
        where=where,
        message=f"The guide has no story “{slug}” for this to be a translation of.",
        mend=f"Change it to “{near}”." if near else "Write the name of the first story’s folder.",
    )


def translation_of_translation(where: Source, slug: str, first: str) -> Problem:
    """Return the problem that a translation's original is itself a translation, or is the story itself."""
    return Problem(
        code="translation-of-translation",
        where=where,
        message=f"“{slug}” is itself a translation.",
        mend=f"Write the story in its first language: “{first}”." if first else "Take “translation_of” out.",
    )


def same_language(where: Source, slug: str, language: str) -> Problem:
    """Return the problem that a translation is in the language of its original."""
    return Problem(
        code="same-language",
        where=where,
        message=f"This translation of “{slug}” is in the same language, “{language}”.",
        mend="Write the language it was translated into, for example: language: cy",
    )


def second_translation(where: Source, slug: str, language: str, other: str) -> Problem:
    """Return the problem that two translations of one story are in one language."""
    return Problem(
        code="second-translation",
        where=where,
        message=f"“{other}” is already a translation of “{slug}” into “{language}”.",
        mend="Keep one of the two, and take “translation_of” out of the other.",
    )


def unknown_language(where: Source, language: str, known: Sequence[str]) -> Problem:
    """Return the problem that a story is in a language the edition does not list."""
    near = get_close_matches(language, known, n=1)
    mend = f"Change it to “{near[0]}”" if near else f"Choose from {', '.join(known)}"
    return Problem(
        code="unknown-language",
        where=where,
        message=f"The edition lists no language “{language}”.",
        mend=f"{mend}, or add it under “languages” in stories/edition.yml.",
    )


def unknown_featured(where: Source, slug: str, known: Sequence[str]) -> Problem:
    """Return the problem that the edition features a story that cannot stand on the home page."""
    near = nearest(slug, known)
    return Problem(
        code="unknown-featured",
        where=where,
        message=f"The story “{slug}”, which the home page should begin with, is not published.",
        mend=f"Change “featured” to “{near}”." if near else "Under “featured:” write a published story’s folder.",
        blocks=False,
    )


def consent_not_yet(where: Source, given: date) -> Problem:
    """Return the problem that the day of consent is in the future."""
    return Problem(
        code="consent-not-yet",
        where=where,
        message=f"The storyteller’s consent is dated {_day(given)}, which is still to come.",
        mend="Correct the date, or wait: the story is published from that day.",
    )


def consent_not_for_web(where: Source) -> Problem:
    """Return the problem that the storyteller's consent covers the book or feeds only, not the web."""
    return Problem(
        code="consent-not-for-web",
        where=where,
        message="The storyteller did not agree to the web, so the story cannot have a page.",
        mend="Ask them, and add “web” to the list under “for:” if they agree.",
    )


def approval_outdated(where: Source, slug: str, day: date | None) -> Problem:
    """Return the problem that a story's text differs from the text the storyteller approved."""
    when = f" on {_day(day)}" if day else ""
    return Problem(
        code="approval-outdated",
        where=where,
        message=f"The words of this story have been changed since the storyteller approved them{when}.",
        mend="Make a new proof, send it to the storyteller, and type the second line once they have said yes:\n"
        f"python3 build.py proof {slug}\npython3 build.py approve {slug}",
    )


def approval_not_yet(where: Source, slug: str, day: date) -> Problem:
    """Return the problem that the storyteller's approval is dated in the future."""
    return Problem(
        code="approval-not-yet",
        where=where,
        message=f"The storyteller is said to have approved the words on {_day(day)}, which is still to come.",
        mend="Correct the day. If they have not said yes yet, take “approved_on” out, send them a proof, "
        f"and type the second line once they have:\npython3 build.py proof {slug}\npython3 build.py approve {slug}",
    )


def translation_waits(where: Source, original: str) -> Problem:
    """Return the problem that a translation is ready and its original is not published."""
    return Problem(
        code="translation-waits",
        where=where,
        message=f"The story it translates, “{original}”, is not published, and a translation never appears without it.",
        mend=f"Nothing need be done here: it appears with its original. To see what that waits for, type:\n"
        f"python3 build.py check stories/{original}",
        blocks=False,
    )


def translation_narrowed(where: Source, original: str, surfaces: Sequence[str]) -> Problem:
    """Return the problem that a translation has consent for more uses than its original."""
    names = {"book": "the book", "feeds": "feeds and open data"}
    left = " and ".join(names[surface] for surface in surfaces)
    return Problem(
        code="translation-narrowed",
        where=where,
        message=f"The story it translates, “{original}”, may not go into {left}, so this translation does not either.",
        mend="Nothing need be done. If whoever tells the first story agrees, say so there first.",
        blocks=False,
    )


def story_gone(where: Source, slug: str, *, ended: date | None = None, original: str = "") -> Problem:
    """Return the note that a story was withdrawn or that its consent has ended; nothing needs mending."""
    reason = f"the storyteller’s consent ended on {_day(ended)}" if ended else "it was withdrawn"
    if original:
        reason = f"“{original}”, which it translates, is no longer published either"
    return Problem(
        code="story-gone",
        where=where,
        message=f"The story “{slug}” is no longer published, because {reason}.",
        mend="Nothing need be done: a page at its address says that it has gone.",
        blocks=False,
    )


def speaks_as_storyteller(where: Source, word: str, passage: str) -> Problem:
    """Return the problem that a fact-file says "I" or "we", as if a storyteller spoke."""
    return Problem(
        code="fact-file-says-we",
        where=where,
        message=f"A fact-file speaks about people, but this one says “{word}”: “{passage}”.",
        mend="Name who is meant instead, or change “kind” to “told” if the storyteller wrote it.",
    )


def quotes_somebody(where: Source, passage: str) -> Problem:
    """Return the problem that a fact-file quotes somebody's speech."""
    return Problem(
        code="fact-file-quotes",
        where=where,
        message=f"A fact-file quotes nobody, but this one has “{passage}” in quotation marks.",
        mend="Say in your own words what the source says, and name the source.",
    )


def sources_old(where: Source, newest: int) -> Problem:
    """Return the problem that the newest source of a fact-file describes a time more than two years ago."""
    return Problem(
        code="sources-old",
        where=where,
        message=f"The newest thing this fact-file knows is from {newest}, more than two years ago.",
        mend="Look whether it is still so, and add a newer source; until then the page says how far it knows.",
        blocks=False,
    )


def address_taken(where: Source, slug: str, by: str) -> Problem:
    """Return the problem that a former address of one story is the address of another."""
    return Problem(
        code="address-taken",
        where=where,
        message=f"The old address “{slug}” belongs to the story “{by}”.",
        mend="Take it out of “also_at”, or give it to the one story it should lead to.",
    )


def address_kept_free(where: Source, slug: str, *, old: bool = False) -> Problem:
    """Return the problem that a present or former name of a story folder is reserved for the guide's own pages."""
    return Problem(
        code="address-kept-free",
        where=where,
        message=f"The guide itself uses the address “{slug}”.",
        mend="Take it out of “also_at”: no story has ever stood there."
        if old
        else f"Give the story’s folder another name, for example “{slug}-story”.",
    )
