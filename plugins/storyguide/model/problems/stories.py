"""The wording of what a story as a whole must get right: who speaks, who agreed, what must stay private."""

from collections.abc import Sequence

from storyguide.model.nearest import nearest
from storyguide.model.people import DAY_TO_FILL_IN
from storyguide.model.problem import Problem
from storyguide.model.source import Source


def fact_file_speaks(where: Source, name: str) -> Problem:
    """A fact-file carries what only a told story has."""
    return Problem(
        code="fact-file-speaks",
        where=where,
        message=f"A fact-file is the editors’ notes and nobody’s own words, so it cannot have “{name}”.",
        mend=f"Delete “{name}”, or write “kind: told” if these are the storyteller’s words.",
    )


def source_undated(where: Source, title: str) -> Problem:
    """A fact-file's source says neither when it was read nor what time it speaks of."""
    return Problem(
        code="source-undated",
        where=where,
        message=f"Nobody can tell when the source “{title}” was read.",
        mend="Add under it, for example: accessed: 2026-03-14",
    )


def source_without_address(where: Source, title: str) -> Problem:
    """A fact-file has no source a reader could follow."""
    return Problem(
        code="source-without-address",
        where=where,
        message=f"The source “{title}” has no address, and a fact-file needs one that a reader can look up.",
        mend="Add under it, for example: address: https://example.org/the-page",
    )


def contact_details(where: Source, what: str, written: str) -> Problem:
    """A private way to reach somebody stands in a story; what says which, with its article."""
    return Problem(
        code="contact-details",
        where=where,
        message=f"“{written}” looks like {what}, and stories are read by strangers.",
        mend="Take it out, or put it under “join_in” if it belongs to the group and may be public.",
    )


def no_alt(where: Source, file: str) -> Problem:
    """A photo is not described for those who cannot see it."""
    return Problem(
        code="missing-alt",
        where=where,
        message=f"The photo “{file}” has no “alt”: words for people who cannot see it.",
        mend="Say what it shows, for example: alt: Two women mending a bicycle in a church hall",
    )


def no_permission(where: Source, file: str, people: str) -> Problem:
    """People can be recognised in a photo and nothing says that they agreed."""
    return Problem(
        code="missing-permission",
        where=where,
        message=f"The photo “{file}” shows {people}, and nothing says that they agreed to be shown.",
        mend="Ask them. Once they have agreed, write after “permission:” how each of them did, and on which day.",
    )


def no_guardian(where: Source, file: str, written: str) -> Problem:
    """Children are shown and their parents or guardians are not named as having agreed."""
    return Problem(
        code="missing-guardian",
        where=where,
        message=f"The photo “{file}” shows children, and “{written}” does not say that a parent or guardian agreed.",
        mend="Ask them. Then say after “permission:” that a parent or guardian of each child agreed, and how.",
    )


def consent_left_open(where: Source, name: str) -> Problem:
    """Somebody began to write how far the consent goes, or that it was withdrawn, and did not say it."""
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
    """A photo is named by something other than a file in the story's own folder."""
    return Problem(
        code="not-a-photo-name",
        where=where,
        message=f"“{written}” does not name a photo in the story’s own folder.",
        mend="Put the photo beside the story and give its name alone, such as bench.jpg (or .png, .webp or .heic).",
        blocks=False,
    )


def teller_photo_unlisted(where: Source, file: str, listed: Sequence[str]) -> Problem:
    """The storyteller's photo is not among the story's photos, where its alt text and permission would stand."""
    near = nearest(file, listed)
    return Problem(
        code="storyteller-photo-unlisted",
        where=where,
        message=f"The storyteller’s photo “{file}” is not in the list of photos.",
        mend=f"Change it to “{near}”." if near else f"Add “{file}” under “photos:”, with its alt, credit and licence.",
    )


def folder_name(where: Source, written: str, better: str) -> Problem:
    """A story's folder has a name that cannot be its address."""
    return Problem(
        code="folder-name",
        where=where,
        message=f"The folder’s name “{written}” cannot be the story’s address.",
        mend=f"Rename the folder to “{better}”."
        if better
        else "Rename it, with the letters a to z, figures and single hyphens only.",
    )


def no_story_file(where: Source, mend: str, *, blocks: bool = True) -> Problem:
    """A folder holds words or pictures, and no story.md; mend says what to do with them."""
    return Problem(
        code="no-story-file",
        where=where,
        message="The folder has no file called “story.md”.",
        mend=mend,
        blocks=blocks,
    )


def loose_story(where: Source, folder: str, *, is_document: bool = False) -> Problem:
    """A story lies beside the folders instead of in one."""
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
    """A file or folder only points to another one."""
    return Problem(
        code="leads-elsewhere",
        where=where,
        message="This only points to something kept elsewhere, and the guide does not follow it there.",
        mend="Put the file or folder itself here.",
    )


def file_name(where: Source, name: str) -> Problem:
    """A file beside a story has a name that not every computer can give a file."""
    return Problem(
        code="file-name",
        where=where,
        message=f"Not every computer can keep a file called “{name}”.",
        mend="Rename it with letters, figures, spaces and hyphens only, or take it away.",
    )


def names_alike(where: Source, name: str, other: str) -> Problem:
    """Two files beside a story have names that are one and the same on many computers."""
    return Problem(
        code="names-alike",
        where=where,
        message=f"On many computers “{name}” and “{other}” are the same name, and one would take the other’s place.",
        mend="Rename one of the two, or take it away.",
    )


def cannot_open(where: Source) -> Problem:
    """The computer does not let the file be read."""
    return Problem(
        code="cannot-open",
        where=where,
        message="The file cannot be opened.",
        mend="Check that it is an ordinary file which you may read, or put it here again.",
    )
