"""Convert a packet's story file to a draft: its words unchanged, its photos renamed, its claims of consent removed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from storyguide.intake.agreement import AGREEMENT
from storyguide.reading.metadata import read_metadata
from storyguide.reading.written import Group, Reading, Several, Text

_GONE = "\0"
_DRAFTS = ("idea", "draft", "review")
_SHOWN = re.compile(r"!\[[^\]\n]*\]\(<?([^)>\n\"]+?)>?(?:[ \t]+\"[^\"\n]*\")?\)")
_OPENING = re.compile(r"\A(?:\ufeff)?---[ \t]*\n")


def title_of(story: bytes) -> str:
    """Return the title written in a story file; "" when there is none."""
    value = _facts(story).get("title")
    return value.written if isinstance(value, Text) else ""


def photos_listed(story: bytes) -> list[str]:
    """Return the file names in a story's list of photos, as the story writes them."""
    listed = _facts(story).get("photos")
    items = listed.items if isinstance(listed, Several) else (listed,)
    files = [item.values.get("file") for item in items if isinstance(item, Group)]
    return [file.written for file in files if isinstance(file, Text)]


def pictures_shown(story: bytes) -> list[str]:
    """Return the addresses of the pictures among a story's words, and of the photo of its storyteller, as written."""
    return _SHOWN.findall(story.decode("utf-8", "replace")) + [each.written for each in _names_in(_group(story))]


def repacked(story: bytes, names: Mapping[str, str]) -> str:
    """Return a story file with its photos renamed, its status set to draft, and the sender's claims of consent removed.

    Nothing else in it is changed: what is wrong with it is for the checks to report. names: new file name by each name
    that the story uses.
    """
    text = story.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    reading = Reading("")
    metadata = read_metadata(text.encode(), reading)
    if metadata is None:
        return text
    facts = metadata.facts
    for written in _names_in(facts):
        if written.written in names:
            at = written.line - 1
            lines[at] = lines[at].replace(written.written, names[written.written])
    at = facts.lines.get("status", 0)
    status = facts.values.get("status")
    if at and not (isinstance(status, Text) and status.written.casefold() in _DRAFTS):
        lines[at - 1] = "status: draft"
    for gone in _lines_of_agreement(facts, lines, metadata.body_line):
        lines[gone] = _GONE
    head, body = (
        "\n".join(line for line in lines[: metadata.body_line - 1] if line != _GONE),
        "\n".join(lines[metadata.body_line - 1 :]),
    )
    if not at:
        head = _OPENING.sub("---\nstatus: draft\n", head + "\n").rstrip("\n")
    for name, new in names.items():
        for address in {name, f"<{name}>", quote(name), f"./{name}"}:
            body = body.replace(f"]({address})", f"]({new})")
    return f"{head}\n{body}"


def _lines_of_agreement(facts: Group, lines: Sequence[str], body_line: int) -> Iterator[int]:
    """Yield the lines, counted from 0, on which the sender writes of consent and approval."""
    for name in AGREEMENT:
        at = facts.lines.get(name, 0) - 1
        if at < 0:
            continue
        yield at
        at += 1
        while at < body_line - 1 and (not lines[at].strip() or lines[at].startswith((" ", "\t", "- "))):
            if lines[at].strip():
                yield at
            at += 1


def _group(story: bytes) -> Group | None:
    metadata = read_metadata(story, Reading(""))
    return metadata.facts if metadata else None


def _facts(story: bytes) -> Mapping[str, object]:
    group = _group(story)
    return group.values if group else {}


def _names_in(facts: Group | None) -> list[Text]:
    """Return every value among the facts that names a photo, with its line."""
    if facts is None:
        return []
    listed, teller = facts.values.get("photos"), facts.values.get("storyteller")
    items = [*(listed.items if isinstance(listed, Several) else (listed,)), teller]
    named = [item.values.get(key) for item in items if isinstance(item, Group) for key in ("file", "photo")]
    return [name for name in named if isinstance(name, Text)]
