"""Build the problems about a story as a whole: its speaker, consent, privacy, photos and file names."""

from collections.abc import Sequence

from storyguide.model.nearest import nearest
from storyguide.model.people import DAY_TO_FILL_IN
from storyguide.model.problem import Problem
from storyguide.model.source import Source


def fact_file_speaks(where: Source, name: str) -> Problem:
    """Return the problem that a fact-file has a fact that only a told story may have."""
    return Problem(
        code="fact-file-speaks",
        where=where,
        message=f"A fact-file is the editors’ notes and nobody’s own words, so it cannot have “{name}”.",
        mend=f"Delete “{name}”, or write “kind: told” if these are the storyteller’s words.",
    )


def source_undated(where: Source, title: str) -> Problem:
    """Return the problem that a fact-file's source gives neither the day it was read nor the time it describes."""
    return Problem(
        code="source-undated",
        where=where,
        message=f"Nobody can tell when the source “{title}” was read.",
        mend="Add under it, for example: accessed: 2026-03-14",
    )


def source_without_address(where: Source, title: str) -> Problem:
    """Return the problem that a fact-file has no source with a web address."""
    return Problem(
        code="source-without-address",
        where=where,
        message=f"The source “{title}” has no address, and a fact-file needs one that a reader can look up.",
        mend="Add under it, for example: address: https://example.org/the-page",
    )


def contact_details(where: Source, what: str, written: str) -> Problem:
    """Return the problem that a story holds private contact details.

    `what`: the kind of contact, with its article.
    """
    return Problem(
        code="contact-details",
        where=where,
        message=f"“{written}” looks like {what}, and stories are read by strangers.",
        mend="Take it out, or put it under “join_in” if it belongs to the group and may be public.",
    )


def no_alt(where: Source, file: str) -> Problem:
    """Return the problem that a photo has no alternative text."""
    return Problem(
        code="missing-alt",
        where=where,
        message=f"The photo “{file}” has no “alt”: words for people who cannot see it.",
        mend="Say what it shows, for example: alt: Two women mending a bicycle in a church hall",
    )


def no_permission(where: Source, file: str, people: str) -> Problem:
    """Return the problem that a photo shows recognisable people without a statement that they agreed."""
    return Problem(
        code="missing-permission",
        where=where,
        message=f"The photo “{file}” shows {people}, and nothing says that they agreed to be shown.",
        mend="Ask them. Once they have agreed, write after “permission:” how each of them did, and on which day.",
    )


def no_guardian(where: Source, file: str, written: str) -> Problem:
    """Return the problem that a photo shows children and names no agreement by parents or guardians."""
    return Problem(
        code="missing-guardian",
        where=where,
        message=f"The photo “{file}” shows children, and “{written}” does not say that a parent or guardian agreed.",
        mend="Ask them. Then say after “permission:” that a parent or guardian of each child agreed, and how.",
    )


def consent_left_open(where: Source, name: str) -> Problem:
    """Return the problem that a fact about consent is left empty, so that its extent or withdrawal is unclear."""
    return Problem(
        code="consent-left-open",
        where=where,
        message=f"Nothing stands after “{name}:”, so nobody can tell how far the consent goes.",
        mend=f"{_LEFT_OPEN[name]}, or delete this line.",
    )


_LEFT_OPEN = {
    "until": f"Write the last day on which it holds, as until: {DAY_TO_FILL_IN}",
    "for": "Write where it may appear, such as for: [web, book, feeds]",
    "withdrawn": f"Write the day on which they changed their mind, as withdrawn: {DAY_TO_FILL_IN}",
}


def not_a_photo_name(where: Source, written: str) -> Problem:
    """Return the problem that a photo's name is not a file name in the story's own folder."""
    return Problem(
        code="not-a-photo-name",
        where=where,
        message=f"“{written}” does not name a photo in the story’s own folder.",
        mend="Put the photo beside the story and give its name alone, such as bench.jpg (or .png, .webp or .heic).",
        blocks=False,
    )


def teller_photo_unlisted(where: Source, file: str, listed: Sequence[str]) -> Problem:
    """Return the problem that the storyteller's photo is missing from the story's list of photos.

    Only that list holds alternative text and permission.
    """
    near = nearest(file, listed)
    return Problem(
        code="storyteller-photo-unlisted",
        where=where,
        message=f"The storyteller’s photo “{file}” is not in the list of photos.",
        mend=f"Change it to “{near}”." if near else f"Add “{file}” under “photos:”, with its alt, credit and licence.",
    )


def folder_name(where: Source, written: str, better: str) -> Problem:
    """Return the problem that a story's folder has a name that cannot be its address."""
    return Problem(
        code="folder-name",
        where=where,
        message=f"The folder’s name “{written}” cannot be the story’s address.",
        mend=f"Rename the folder to “{better}”."
        if better
        else "Rename it, with the letters a to z, figures and single hyphens only.",
    )


def no_story_file(where: Source, mend: str, *, blocks: bool = True) -> Problem:
    """Return the problem that a folder holds texts or pictures, and no story.md.

    `mend`: advice on what to do with them.
    """
    return Problem(
        code="no-story-file",
        where=where,
        message="The folder has no file called “story.md”.",
        mend=mend,
        blocks=blocks,
    )


def loose_story(where: Source, folder: str, *, is_document: bool = False) -> Problem:
    """Return the problem that a story's file lies beside the story folders instead of in one.

    `folder`: name of the folder to make for it.
    """
    return Problem(
        code="loose-story",
        where=where,
        message="This file is not in a folder of its own, so it is not read as a story.",
        mend=f"Type: python3 build.py intake {where.path} and then take this file away."
        if is_document
        else f"Move it to “stories/{folder}/story.md”.",
        blocks=False,
    )


def leads_elsewhere(where: Source) -> Problem:
    """Return the problem that a file or folder is a symbolic link."""
    return Problem(
        code="leads-elsewhere",
        where=where,
        message="This only points to something kept elsewhere, and the guide does not follow it there.",
        mend="Put the file or folder itself here.",
    )


def file_name(where: Source, name: str) -> Problem:
    """Return the problem that a file in a story's folder has a name that some computers cannot store."""
    return Problem(
        code="file-name",
        where=where,
        message=f"Not every computer can keep a file called “{name}”.",
        mend="Rename it with letters, figures, spaces and hyphens only, or take it away.",
    )


def names_alike(where: Source, name: str, other: str) -> Problem:
    """Return the problem that two files in a story's folder have names that some computers treat as equal."""
    return Problem(
        code="names-alike",
        where=where,
        message=f"On many computers “{name}” and “{other}” are the same name, and one would take the other’s place.",
        mend="Rename one of the two, or take it away.",
    )


def cannot_open(where: Source) -> Problem:
    """Return the problem that a file cannot be opened."""
    return Problem(
        code="cannot-open",
        where=where,
        message="The file cannot be opened.",
        mend="Check that it is an ordinary file which you may read, or put it here again.",
    )
