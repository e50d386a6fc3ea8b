"""The hostile cases: data files by group, each case one story with something in it, and what is to come of it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from storyguide.model.story_sections import SECTIONS

from tests.whole_story import TEXTS, is_address, value_at

FOLDER = Path(__file__).parent / "cases"
WORDS = "We meet on the first Saturday. Somebody always brings a toaster.\n"
_BASE: dict[str, Any] = {
    "title": "",
    "summary": "Neighbours mend what others would throw away.",
    "storyteller": "Mo",
    "place": "Millbank",
    "themes": ["Music"],
    "told_on": "2026-03-14",
    "consent": {"given": "2026-03-01"},
    "approved_on": "2026-03-12",
    "licence": "CC BY-SA 4.0",
}
_PHOTO = {"file": "bench.jpg", "alt": "A workbench.", "credit": "Mo", "licence": "CC BY 4.0", "people": "none"}
_TITLE = {"title": "The page"}

SINKS: dict[str, Any] = {
    "title": lambda text: {"title": text},
    "summary": lambda text: {"summary": text},
    "storyteller": lambda text: {"storyteller": text},
    "about": lambda text: {"storyteller": {"name": "Mo", "about": text}},
    "organisation": lambda text: {"organisation": text},
    "collaborators": lambda text: {"collaborators": [text]},
    "place": lambda text: {"place": text},
    "theme": lambda text: {"themes": [text]},
    "dimension": lambda text: {"dimensions": {text: "Three of us run the till."}},
    "evidence": lambda text: {"dimensions": {"curious": text}},
    "location": lambda text: {"location": text},
    "access": lambda text: {"access": text},
    "happened": lambda text: {"happened": text},
    "alt": lambda text: {"photos": [_PHOTO | {"alt": text}]},
    "caption": lambda text: {"photos": [_PHOTO | {"caption": text}]},
    "credit": lambda text: {"photos": [_PHOTO | {"credit": text}]},
    "photo": lambda text: {"photos": [_PHOTO | {"file": text}]},
    "permission": lambda text: {"photos": [_PHOTO | {"people": "adults", "permission": text}]},
    "join_in": lambda text: {"join_in": text},
    "offers": lambda text: {"offers": [{"text": text}]},
    "needs": lambda text: {"needs": [text]},
    "difference": lambda text: {"difference": {"what": text}},
    "whom": lambda text: {"difference": {"what": "Less waste", "whom": text}},
    "barrier": lambda text: {"barriers": [{"barrier": "rent", "eased_by": text}]},
    "assets": lambda text: {"assets": {"skills": text}},
    "tin": lambda text: {"tins": {"the-ninth-chair": text}},
    "link title": lambda text: {"links": [{"title": text, "address": "https://example.org/"}]},
    "link address": lambda text: {"links": [_TITLE | {"address": text}]},
    "source title": lambda text: {"sources": [{"title": text, "address": "https://example.org/", "as_of": "2026"}]},
    "source address": lambda text: {"sources": [_TITLE | {"address": text, "as_of": "2026"}]},
    "claim": lambda text: {"sources": [_TITLE | {"claim": text, "as_of": "2026"}]},
    "content_note": lambda text: {"content_note": text},
    "award": lambda text: {"recognition": [{"award": text}]},
    "translator": lambda text: {"translator": text},
    "language": lambda text: {"language": text},
    "licence": lambda text: {"licence": text},
    "consent": lambda text: {"consent": text},
    "given": lambda text: {"consent": {"given": text}},
    "also_at": lambda text: {"also_at": [text]},
}
"""Where a text can be put among a story's facts. Besides: words, heading, link, picture, facts, file; each text and
each address of the table of sections, by its own name."""

_IN_WORDS = {
    "words": "{}\n",
    "heading": "Before.\n\n## {}\n\nAfter.\n",
    "quoted": "Before.\n\n> - {}\n\nAfter.\n",
    "table": "| a | b |\n|---|---|\n| x | {} |\n",
    "link": "See [the page]({}) there.\n",
    "picture": "See this: ![a bench]({})\n",
    "picture words": "See this:\n\n![{}](bench.jpg)\n",
}
_SINK_OF = {
    "dimensions": "evidence",
    "tins": "tin",
    "photos.alt": "alt",
    "photos.caption": "caption",
    "photos.credit": "credit",
}
"""Texts of the table of sections that need more beside them than the example of their fact: what Anytown has."""
_RUN = re.compile(r"\{\{(.+?) \* (\d+)\}\}", re.DOTALL)


@dataclass(frozen=True)
class Case:
    """One story, and what is to come of it."""

    group: str
    name: str
    number: int
    sink: str
    text: str
    wanted: str
    """text: published with this text as text. published: published, whatever stands in it. refused: held back.
    gone: a neutral page stands there. waiting: nothing does yet."""
    code: str = ""
    """Of the problem told, when the data says which."""

    @property
    def slug(self) -> str:
        return f"{self.group}-{self.number}"

    @property
    def mark(self) -> str:
        """A word that stands in this story's file and nowhere else."""
        return f"Kanari{self.group}{self.number}x".replace("-", "")

    @property
    def label(self) -> str:
        return f"{self.slug} ({self.name}, in {self.sink})"

    @property
    def shows(self) -> bool:
        """Whether it has a photo of its own."""
        return self.sink in ("alt", "caption", "credit", "permission", "picture words")

    def file(self) -> bytes:
        """The story's file."""
        if self.sink == "file":
            return self.text.replace("{mark}", self.mark).encode("utf-8", "surrogateescape")
        facts = _BASE | {"title": self.mark, "organisation": f"The {self.mark} club"}
        words, further = f"{WORDS}\n{self.mark}.\n", ""
        if self.sink in SINKS:
            facts |= SINKS[self.sink](self.text)
        elif self.sink in TEXTS:
            facts |= value_at(self.sink, self.text)
        elif self.sink in _IN_WORDS:
            words = _IN_WORDS[self.sink].replace("{}", self.text) + f"\n{words}"
            if self.shows:
                facts |= SINKS["alt"]("A bench.")
        elif self.sink == "facts":
            further = f"{self.text}\n"
            written = [line.partition(":")[0] for line in self.text.split("\n")]
            facts = {name: value for name, value in facts.items() if name not in written}
        else:
            raise ValueError(self.sink)
        return f"---\n{_written(facts)}{further}---\n{words}".encode("utf-8", "surrogateescape")


def _written(facts: dict[str, Any]) -> str:
    """The facts as a program would write them; what is between quotation marks is the text letter for letter."""
    return "".join(f"{name}: {json.dumps(value, ensure_ascii=False, default=str)}\n" for name, value in facts.items())


@cache
def all_cases() -> tuple[Case, ...]:
    """Every case of every group, in the order of the files."""
    return tuple(case for file in sorted(FOLDER.glob("*.yml")) for case in _cases(file))


def _cases(file: Path) -> Iterator[Case]:
    number = 0
    for row in yaml.safe_load(file.read_text(encoding="utf-8")):
        for sink in _sinks(row["in"]):
            number += 1
            wanted_of = row["wanted"] if isinstance(row["wanted"], dict) else {"others": row["wanted"]}
            written = wanted_of[sink if sink in wanted_of else "others"]
            wanted, _, code = written.partition(" ")
            yield Case(file.stem, row["name"], number, sink, _unfolded(row["text"]), wanted, code)


def _sinks(said: str | list[str]) -> Iterator[str]:
    """Yield each place that a row names; "each text" and "each address" are all those of the table of sections."""
    for sink in said if isinstance(said, list) else [said]:
        if sink in ("each text", "each address"):
            texts = [row.fact for section in SECTIONS for row in section.rows if row.fact in TEXTS]
            yield from (_SINK_OF.get(path, path) for path in texts if is_address(path) == (sink == "each address"))
        else:
            yield sink


def _unfolded(text: str) -> str:
    """The text, {{ab * 3}} in it written out as “ababab”."""
    return _RUN.sub(lambda found: found[1] * int(found[2]), text)
