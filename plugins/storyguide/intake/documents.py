"""Read one file of words: a document, a web page or plain text, known by what it is and not by its name."""

import re
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote_to_bytes

from storyguide.intake.advice import is_no_story
from storyguide.intake.ceilings import MOST_MARKS, MOST_WORDS, too_many
from storyguide.intake.charsets import decoded
from storyguide.intake.growing import Element, grown
from storyguide.intake.hypertext import blocks_of, read_hypertext
from storyguide.intake.manuscript import (
    Manuscript,
    Packet,
    Picture,
    Refused,
    Shown,
    inlines_of,
)
from storyguide.intake.opendocument import (
    is_flat_opendocument,
    is_opendocument,
    read_flat_opendocument,
    read_opendocument,
)
from storyguide.intake.photo_names import matched
from storyguide.intake.plain import read_plain
from storyguide.intake.rtf import is_rtf, read_rtf
from storyguide.intake.unpacking import Unpacked
from storyguide.intake.word import is_word, read_word
from storyguide.model.markup.others import begins_page, declared_charset, title_of_page
from storyguide.reading.commonmark import as_typed
from storyguide.reading.photos.kinds import ENOUGH, kind_of

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
_FACTS_FIRST = re.compile(r"\A---[ \t]*\r?\n(?:[^\n]*\n){0,400}?---[ \t]*(?:\r?\n|\Z)")
_WITHIN = re.compile(r"data:image/[\w.+-]+((?:;[\w=.-]+)*),", re.IGNORECASE)
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_UNPRINTABLE = 0.002
"""Share of a text: a stray sign or two is no reason to refuse it."""


def read_zipped_document(files: Unpacked, name: str) -> Manuscript | Refused | None:
    """Return the manuscript of a zip that is a document, None for any other zip."""
    if is_word(files):
        return read_word(files, name)
    return read_opendocument(files, name) if is_opendocument(files) else None


def read_written(data: bytes, name: str) -> Manuscript | Packet | Refused | None:
    """Return what a file of words says that is no zip and no e-mail; None where it is no file of words."""
    if is_flat_opendocument(data):
        return read_flat_opendocument(data, name)
    if is_rtf(data):
        return read_rtf(data, name)
    is_text = kind_of(data[:ENOUGH]).words in ("a text file", "a web page") or _is_wide(data)
    if not data.strip() or not is_text or is_no_story(data):
        return None
    text, doubt = decoded(data, declared_charset(data))
    if len(_UNPRINTABLE.findall(text)) > len(text) * _MOST_UNPRINTABLE:
        return None
    text = _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if _FACTS_FIRST.match(text):
        return Packet(story=text.encode(), pictures={}, remarks=(doubt,) if doubt else ())
    is_page = begins_page(text)
    refused = (
        too_many(text.count("<"), MOST_MARKS["page"], "marks of how its words look", name)
        if is_page
        else too_many(len(text), MOST_WORDS, "characters of words", name)
    )
    if refused:
        return refused
    read = _read_page(text) if is_page else _read_text(text, name)
    return replace(read, remarks=(f"The letters of “{name}”: {doubt}", *read.remarks)) if doubt else read


def _is_wide(data: bytes) -> bool:
    return "\0" not in decoded(data[:ENOUGH]).text and data[:ENOUGH].count(0) > 1


def _read_text(text: str, name: str) -> Manuscript:
    if PurePosixPath(name).suffix.lower() in _MARKDOWN:
        return Manuscript(blocks=read_hypertext(as_typed(text)))
    return Manuscript(blocks=read_plain(text))


def _read_page(text: str) -> Manuscript:
    page = grown(text)
    pictures: dict[str, Picture] = {}
    _take_pictures(page, pictures)
    return Manuscript(blocks=blocks_of(page), pictures=pictures, title=title_of_page(text))


def _take_pictures(page: Element, pictures: dict[str, Picture]) -> None:
    """Take the pictures that a page holds in their addresses, and call them by something shorter."""
    for each in page.inside:
        if not isinstance(each, Element):
            continue
        if each.tag == "img" and (within := _WITHIN.match(each.facts.get("src", ""))):
            data = unquote_to_bytes(each.facts["src"][within.end() :])
            if "base64" in within[1].lower():
                data = b64decode(data + b"==")
            each.facts["src"] = key = f"picture-{len(pictures) + 1}"
            pictures[key] = Picture(f"picture {len(pictures) + 1} in the page", data)
        _take_pictures(each, pictures)


def with_pictures(read: Manuscript, came: Mapping[str, Picture]) -> Manuscript:
    """Return a manuscript with the pictures that came beside it, each where it is named; tell which are missing."""
    shown = list(
        dict.fromkeys(each.picture for line in inlines_of(read.blocks) for each in line if isinstance(each, Shown))
    )
    found = matched([each for each in shown if each not in read.pictures], came)
    keys = {key: name for name, key in found.items()}
    pictures = {**read.pictures, **{keys.get(key, key): picture for key, picture in came.items()}}
    missing = [each for each in shown if each and each not in pictures]
    here = [f"“{each}”" for each in missing if "//" not in each]
    told = []
    if here:
        told.append(f"Pictures are shown in it that did not come with it: {', '.join(here[:10])}. Ask for them.")
    if len(here) < len(missing):
        told.append("Pictures that it only points to, on other websites, were not fetched.")
    return replace(read, pictures=pictures, remarks=(*read.remarks, *told))
