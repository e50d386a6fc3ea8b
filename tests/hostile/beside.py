"""What else is sent, or written down for others: news, replies, events and registers, full of the same tricks."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_HOST = "repair-cafe"
"""The story of Anytown's that gets the replies."""

LINES: dict[str, tuple[str, bool]] = {
    "ends an attribute": ('" onload="alert(1)', True),
    "ends a tag": ('"><img src=x onerror=alert(1)>', False),
    "ends a script": ("</script><script>alert(1)</script>", False),
    "ends a section": ("]]><script>alert(1)</script>", False),
    "opens a comment": ("<!-- and so on", False),
    "a template": ("{{ 7 * 7 }}{% for %}${x}", True),
    "another property": ("Tea\r\nATTACH:https://evil.example/a", True),
    "another property, by a stroke": ("Tea\\nATTACH:https://evil.example/b", True),
    "another property, by another end of line": ("Tea\u2028ATTACH:https://evil.example/c", True),
    "another event": ("Tea\nEND:VEVENT\nBEGIN:VEVENT", True),
    "signs of a list": ("Tea, cake; and \\ more: \\;", True),
    "wide letters": ("\U0001fad6" * 15, True),
    "letters of two parts": ("e\u0301" * 25, True),
    "a bell": ("Tea\x07", False),
    "turns letters round": ("Tea \u202egpj.exe", False),
    "half a letter": ("Tea \ud83e", False),
    "a sum": ("=1+2", True),
}
"""By name: a text for one line, and whether it is published, on one line; else it is not, nor what needs it."""

WORDS: dict[str, tuple[str, bool]] = {
    "live elements": ("<img src=x onerror=alert(1)> <svg onload=alert(1)>", False),
    "a script": ("<script>alert(1)</script>", False),
    "a link that runs": ("[tea](javascript:alert(1))", False),
    "a picture from elsewhere": ("![tea](https://evil.example/a.png)", False),
    "a name for a part": ("## Tea { #search onclick=alert(1) }", True),
    "ends a section": ("]]> and ]]]]><![CDATA[>", True),
}
"""The same of whole paragraphs."""


@dataclass(frozen=True)
class Beside:
    """One entry with a trick in one of its texts."""

    number: int
    sort: str
    """post, reply, event, barrier or promise."""
    fact: str
    trick: str
    text: str
    published: bool

    @property
    def mark(self) -> str:
        """A word that stands in this entry and nowhere else."""
        return f"Kanaribeside{self.number}x"

    @property
    def label(self) -> str:
        return f"{self.mark}: {self.trick}, in {self.fact} of {self.sort}"

    @property
    def file(self) -> str:
        """Where it is written down."""
        name = f"beside-{self.number}.md"
        return {"post": f"docs/news/{name}", "reply": f"stories/{_HOST}/replies/{name}"}.get(
            self.sort, f"stories/{self.sort}s.yml"
        )

    @property
    def page(self) -> str:
        """Where it is read, if it is published."""
        slug = f"beside-{self.number}"
        pages = {"post": f"news/{slug}/", "reply": f"stories/{_HOST}/", "event": f"events/{slug}/"}
        return f"{pages.get(self.sort, f'about/{self.sort}s/')}index.html"

    @property
    def facts(self) -> dict[str, object]:
        """All its facts, the trick among them."""
        slug = f"beside-{self.number}"
        usual: dict[str, dict[str, object]] = {
            "post": {"title": self.mark, "summary": "Tea.", "date": "2026-03-20"},
            "reply": {"by": "Mo", "on": "2026-03-20", "consent": {"given": "2026-03-21"}},
            "event": {"title": self.mark, "slug": slug, "about": "Tea.", "starts": "2026-12-05 19:00"},
            "barrier": {"name": f"Rent {self.number}", "slug": slug, "what": self.mark, "state": "open"},
            "promise": {"who": "The council", "slug": slug, "what": self.mark, "state": "promised"},
        }
        facts = usual[self.sort]
        return facts if self.fact == "words" else facts | {self.fact: self.text}


_FACTS = {
    "post": ("summary", "by"),
    "reply": ("by",),
    "event": ("about", "venue", "told_by"),
    "barrier": ("name", "eased_by"),
    "promise": ("who", "programme"),
}


@cache
def all_beside() -> tuple[Beside, ...]:
    """Every trick in every fact that takes one."""
    found: list[Beside] = []
    for sort, facts in _FACTS.items():
        tricks = [(fact, name, *of_line) for fact in facts for name, of_line in LINES.items()]
        if sort in ("post", "reply"):
            tricks += [("words", name, *of_words) for name, of_words in WORDS.items()]
        found += [Beside(len(found) + number, sort, *trick) for number, trick in enumerate(tricks)]
    return tuple(found)


def lay_beside(root: Path) -> None:
    """Write all of it into a guide, beside what is there."""
    (root / "stories" / _HOST / "replies").mkdir(exist_ok=True)
    for one in all_beside():
        if one.sort in ("post", "reply"):
            words = f"{one.text}\n\n{one.mark}." if one.fact == "words" else f"{one.mark}."
            text = f"---\n{''.join(_written(one.facts))}---\n{words}\n"
            (root / one.file).write_text(text, encoding="utf-8")
    for sort in ("event", "barrier", "promise"):
        file = root / f"stories/{sort}s.yml"
        more = "".join(f"  - {_json(one.facts)}\n" for one in all_beside() if one.sort == sort)
        file.write_text(f"{file.read_text(encoding='utf-8').rstrip()}\n{more}", encoding="utf-8")


def _written(facts: dict[str, object]) -> Iterator[str]:
    return (f"{name}: {_json(value)}\n" for name, value in facts.items())


def _json(value: object) -> str:
    """Between quotation marks, letter for letter, but for half of one, which no file can hold."""
    return json.dumps(value, ensure_ascii=False).replace("\ud83e", r"\ud83e")
