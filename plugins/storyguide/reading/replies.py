"""Find the replies in a story's folder and read each: its facts and its text."""

import os
from datetime import date
from pathlib import PurePosixPath

from storyguide.model.people import Consent
from storyguide.model.problem import Problem
from storyguide.model.problems import news as wording
from storyguide.model.problems.stories import leads_elsewhere
from storyguide.model.slug import slug_of
from storyguide.model.source import Source, sayable
from storyguide.model.story import Reply
from storyguide.reading.addresses import LONGEST_SLUG, is_slug
from storyguide.reading.commonmark import NOTHING
from storyguide.reading.contacts import tell_contacts_in_facts
from storyguide.reading.groups import read_fields
from storyguide.reading.metadata import read_metadata
from storyguide.reading.news_fields import REPLY_FIELDS
from storyguide.reading.plain_words import private_in, read_plain_words
from storyguide.reading.written import Reading

REPLIES = "replies"
"""Name of the folder of replies within a story's folder."""
_ENDING = ".md"
UNNAMED = "Somebody who asked not to be named"
"""Name shown for an author who asked not to be named."""


def files_of_replies(folder: os.DirEntry[str], path: str) -> tuple[dict[str, os.DirEntry[str]], tuple[Problem, ...]]:
    """Return the files of replies by path from the guide's root, and the problems of other files in their folder.

    `path`: the folder's path from the guide's root.
    """
    if folder.is_symlink() or not folder.is_dir():
        return {}, ()  # a symbolic link is reported with the story's other files; anything else here holds no replies
    files: dict[str, os.DirEntry[str]] = {}
    problems: list[Problem] = []
    with os.scandir(folder) as listed:
        entries = sorted((one for one in listed if not one.name.startswith(".")), key=lambda one: one.name)
    for entry in entries:
        name = sayable(entry.name)
        where = Source(f"{path}/{name}")
        stem = name.removesuffix(_ENDING)
        if entry.is_symlink():
            problems.append(leads_elsewhere(where))
        elif stem == name or not entry.is_file():
            problems.append(wording.reply_file_name(where, name, ""))
        elif not is_slug(stem):
            better = slug_of(stem)[:LONGEST_SLUG].strip("-")
            problems.append(wording.reply_file_name(where, name, (better or "reply") + _ENDING))
        else:
            files[where.path] = entry
    return files, tuple(problems)


def read_reply(data: bytes, *, path: str) -> tuple[Reply | None, tuple[Problem, ...]]:
    """Return the reply in a file, and every problem of the file; a withdrawn reply has no text and no problems.

    Returns None instead of a reply only if its facts are unreadable, or its author or date is missing.
    """
    reading = Reading(path)
    name = PurePosixPath(path).stem
    metadata = read_metadata(data, reading, REPLY_FIELDS)
    if metadata is None:
        return None, tuple(reading.problems)
    found = read_fields(REPLY_FIELDS, metadata.facts, "", reading, of="reply")
    by, on, consent = found.get("by"), found.get("on"), found.get("consent")
    agreed = consent if isinstance(consent, Consent) else None
    if agreed and agreed.withdrawn:
        taken_back = Reply(name=name, source=Source(path), by="", on=date.min, consent=agreed, words=NOTHING)
        return taken_back, ()
    tell_contacts_in_facts(metadata.facts, reading, private_in("reply"))
    words = read_plain_words(metadata, reading, of="reply")
    if not (isinstance(by, str) and isinstance(on, date)):
        return None, tuple(reading.problems)
    by = UNNAMED if by.casefold() in ("anonymous", "anon") else by
    reply = Reply(name=name, source=Source(path), by=by, on=on, consent=agreed, words=words)
    return reply, tuple(reading.problems)
