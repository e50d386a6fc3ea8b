"""Find the news posts in docs/news and read each: its facts and its text."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from storyguide.model.faults import contained
from storyguide.model.news import Post
from storyguide.model.problem import Problem
from storyguide.model.problems import fields, handwritten
from storyguide.model.problems import news as wording
from storyguide.model.problems import stories as of_stories
from storyguide.model.slug import NO_FOLDERS, slug_of
from storyguide.model.source import Source, sayable
from storyguide.reading.addresses import LONGEST_SLUG, is_slug
from storyguide.reading.commonmark import NOTHING
from storyguide.reading.contacts import tell_contacts_in_facts
from storyguide.reading.groups import read_fields
from storyguide.reading.metadata import read_metadata
from storyguide.reading.news_fields import NEWS_FIELDS
from storyguide.reading.plain_words import private_in, read_plain_words
from storyguide.reading.unread import OF_THE_FILE
from storyguide.reading.written import Reading

FOLDER = "docs/news"
"""Folder of the news posts, from the guide's root."""
_NEEDED = {"title", "summary", "on"}
_ENDING = ".md"
_KEPT = re.compile(r"\d{4}|by|category|page")
"""File names reserved under /news/ for the guide's own pages."""


def read_news(root: Path) -> tuple[tuple[Post, ...], tuple[Problem, ...]]:
    """Return every post under docs/news, latest first, and every problem of every file.

    Posts without a title, summary or date are left out. Symbolic links are reported and never followed.
    """
    folder = root / FOLDER
    if folder.is_symlink():
        return (), (of_stories.leads_elsewhere(Source(FOLDER)),)
    if not folder.is_dir():
        return (), ()
    posts: list[Post] = []
    problems: list[Problem] = []
    with os.scandir(folder) as listed:
        entries = sorted((one for one in listed if not one.name.startswith(".")), key=lambda one: one.name)
    for entry in entries:
        name = sayable(entry.name)
        where = Source(f"{FOLDER}/{name}")
        if entry.is_symlink():
            problems.append(of_stories.leads_elsewhere(where))
        elif not name.endswith(_ENDING) or not entry.is_file():
            problems.append(handwritten.not_a_page(where, name))
        else:
            post, of_post = _contained(Path(entry.path), where)
            posts += [post] if post else []
            problems += of_post
    return tuple(sorted(posts, key=lambda post: (-post.on.toordinal(), post.slug))), tuple(problems)


def _contained(file: Path, where: Source) -> tuple[Post | None, list[Problem]]:
    return contained(lambda: _post(file, where), where, lambda fault: (None, [fault]))


def _post(file: Path, where: Source) -> tuple[Post | None, list[Problem]]:
    """Return the post in a file, and the file's problems; None if the post lacks a title, summary or date."""
    reading = Reading(where.path)
    try:
        metadata = read_metadata(file.read_bytes(), reading)
    except OF_THE_FILE:
        return None, [of_stories.cannot_open(where)]
    reading.problems += _name_problems(where, where.path.rpartition("/")[2].removesuffix(_ENDING))
    if metadata is None:
        return None, reading.problems
    found = read_fields(NEWS_FIELDS, metadata.facts, "", reading, of="post")
    tell_contacts_in_facts(metadata.facts, reading, private_in("post"))
    announces = bool(found.pop("coming_soon", False))
    expected = found.pop("expected", None)
    if expected and not announces and "coming_soon" not in metadata.facts.values:
        where = reading.at(reading.lines["expected"])
        reading.tell(fields.missing(where, "coming_soon", NEWS_FIELDS["coming_soon"].example, of="post"))
    if announces and "expected" not in metadata.facts.values:
        line = reading.lines["coming_soon"]
        reading.tell(fields.missing(reading.at(line), "expected", NEWS_FIELDS["expected"].example, of="post"))
    words = NOTHING
    if metadata.body.strip() or not announces:
        words = read_plain_words(metadata, reading, of="post", title=str(found.get("title", "")))
    if not found.keys() >= _NEEDED:
        return None, reading.problems
    category, by = str(found.get("category", "")), str(found.get("by", ""))
    if category:
        reading.written["category"] = category
    build: Callable[..., Post] = Post
    post = build(
        **{**found, "category": slug_of(category)},
        slug=file.name.removesuffix(_ENDING),
        source=where,
        by_slug=slug_of(by),
        expected=expected if announces else None,
        words=words,
        lines=reading.lines,
        written=reading.written,
    )
    return post, reading.problems


def _name_problems(where: Source, name: str) -> Iterator[Problem]:
    if _KEPT.fullmatch(name) or name in NO_FOLDERS:
        yield wording.news_file_name(where, name + _ENDING, f"{name}-news{_ENDING}")
    elif not is_slug(name):
        better = slug_of(name)[:LONGEST_SLUG].strip("-")
        yield wording.news_file_name(where, name + _ENDING, better and better + _ENDING)
