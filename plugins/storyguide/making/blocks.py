"""The blocks of a tin's page made ready to be shown: links led home, words explained, a name for each answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from html import escape
from itertools import groupby

from markupsafe import Markup

from storyguide.making import addresses
from storyguide.making.entries import entry_address
from storyguide.making.heard import make_heard
from storyguide.making.terms import TermLinks
from storyguide.model.guide import Guide
from storyguide.model.markup.elements import (
    Element,
    change_elements,
    change_levels,
    change_links,
    elements,
    first_element,
)
from storyguide.model.markup.tags import Tag, line_of, prefix_ids
from storyguide.model.tin import (
    ENTRY,
    FILE,
    STORY,
    Activity,
    Block,
    Checklist,
    Heard,
    Imagine,
    Plan,
    Prose,
    SelfCheck,
    TakeAway,
    Tin,
    TinPage,
    Voice,
    Worksheet,
    Write,
)

PLANNED = (("what", "What will we do?"), ("how", "How?"), ("who", "Who?"), ("when", "By when?"))
"""What is asked of each row of a plan: the end of the answer's name, and the question."""
CHECKED = (
    ("means", "What does it mean for us?"),
    ("do", "What will we do?"),
    ("who", "Who?"),
    ("when", "By when?"),
)
"""What is asked of each statement of a self-check, besides where we are."""
ANSWERS = ("Not yet", "Sometimes", "Yes, usually")

_ID = "s-"
"""Begins every id in a tin's words, as reading leaves them."""


@dataclass(frozen=True, slots=True)
class Field:
    """Where one answer goes: its id on the page, and its name, which is the same on every page that asks for it."""

    id: str
    name: str

    def part(self, end: object) -> "Field":
        """One of several answers to the same question."""
        return Field(f"{self.id}-{end}", f"{self.name}/{end}")


class Blocks:
    """Makes the blocks of one page, which may show several files of a tin.

    Names of answers are made of the tin, the file's address and the words of the question, so
    that a question keeps its answer wherever it is moved to within its file.
    """

    def __init__(self, guide: Guide, tin: Tin, root: str, *, whole: bool = False) -> None:
        self._guide, self._tin, self._root, self._whole = guide, tin, root, whole
        self._terms = TermLinks(guide.edition.glossary, root)
        self._asked: dict[str, int] = {}
        self._page: TinPage = tin
        self._at = {page.source.path.removeprefix("docs/"): (one, page) for one in guide.tins for page in one.pages}
        self._frameworks = {framework.slug: framework for framework in guide.edition.frameworks}

    def of(self, page: TinPage) -> list[Mapping[str, object]]:
        """What each block of a file holds, by name, in order; prompts that follow one another stand together."""
        self._page = page
        shown: list[Mapping[str, object]] = []
        for together, blocks in groupby(page.blocks, lambda block: isinstance(block, Imagine)):
            if together:
                prompts = [self._html(block.prompt) for block in blocks if isinstance(block, Imagine)]
                shown.append({"kind": Imagine.kind, "prompts": prompts})
            else:
                shown += [values | {"kind": block.kind} for block in blocks if (values := self._values(block))]
        return shown

    def _values(self, block: Block) -> dict[str, object]:
        match block:
            case Prose():
                return {"html": Markup(self._prose(block.html))}  # noqa: S704 - cleaned when read; so all below
            case Write():
                return self._asked_for(block.question, block.more) | {"lines": block.lines}
            case Plan():
                asked = self._asked_for(block.question, block.more)
                return asked | {"rows": range(1, block.rows + 1), "parts": PLANNED}
            case Voice():
                return {"words": self._html(block.words), "credit": self._led(block.credit)}
            case Activity():
                facts = {"time": self._led(block.time), "needs": self._led(block.needs), "more": self._html(block.more)}
                return {"title": self._led(block.title), "id": self._field(block.title).id, **facts}
            case Checklist():
                items = [(self._led(item), self._field(item)) for item in block.items or (block.title,)]
                return {"title": self._led(block.title), "items": items, "more": self._html(block.more)}
            case SelfCheck():
                return self._self_check(block)
            case TakeAway():
                return self._take_away(block)
            case Heard():
                return {"html": make_heard(block, self._guide, self._root, led=self._html)}
        return {}

    def _asked_for(self, question: str, more: str) -> dict[str, object]:
        return {"question": self._led(question), "field": self._field(question), "more": self._html(more)}

    def _self_check(self, block: SelfCheck) -> dict[str, object]:
        framework = self._frameworks.get(block.framework)
        if framework is None:
            return {}
        return {
            "framework": framework,
            "level": 3 if self._whole else 2,
            "dimensions": [
                (
                    dimension,
                    self._root + addresses.of_dimension(dimension.slug),
                    [(statement, self._field(statement)) for statement in dimension.statements],
                )
                for dimension in framework.dimensions
            ],
            "answers": ANSWERS,
            "parts": CHECKED,
            "more": self._html(block.more),
        }

    def _take_away(self, block: TakeAway) -> dict[str, object]:
        _, sheet = self._at.get(block.file, (None, None))
        if not isinstance(sheet, Worksheet):
            return {}
        to = self._address(block.file)
        return {"name": block.name, "to": to, "pages": sheet.pages, "more": self._html(block.more)}

    def _field(self, question: str) -> Field:
        page = "index" if self._page is self._tin else self._page.slug
        words = " ".join(line_of(question).casefold().split())
        mark = blake2b(words.encode(), digest_size=4).hexdigest()
        number = self._asked[f"{page} {mark}"] = self._asked.get(f"{page} {mark}", 0) + 1
        mark = f"{mark}-{number}" if number > 1 else mark
        return Field(f"a-{page}-{mark}", f"{self._tin.slug}/{page}/{mark}")

    def _prose(self, html: str) -> str:
        """Words between the blocks; on the page of the whole tin a step's headings stand one lower."""
        html = str(self._html(html))
        if self._whole:
            html = change_levels(html, lambda level: level + 1)
            html = prefix_ids(html, f"{_ID}{self._page.slug}-", instead=_ID)
        return change_elements(html, self._table, "table")

    def _html(self, html: str) -> Markup:
        return Markup(self._terms.linked(str(self._led(html))))  # noqa: S704

    def _led(self, html: str) -> Markup:
        """With each link to a page of the guide leading there, or without it where that is not published."""

        def lead(tag: Tag) -> str:
            written = tag.value("href")
            if written.startswith(STORY):
                slug = written.removeprefix(STORY)
                address = self._root + addresses.of_story(slug) if slug in self._guide.by_slug else ""
            elif written.startswith(ENTRY):
                entry = entry_address(written.removeprefix(ENTRY), self._guide)
                address = self._root + entry if entry else ""
            elif written.startswith(FILE):
                address = self._address(written.removeprefix(FILE))
            else:
                return tag.written
            return tag.with_value("href", escape(address)).written if address else ""

        return Markup(change_links(html, lead))  # noqa: S704

    def _address(self, file: str) -> str:
        tin, page = self._at.get(file, (None, None))
        if tin is None or page is None:
            return ""
        if self._whole and tin is self._tin:
            return f"#{page_id(tin, page)}"
        return self._root + (addresses.of_tin(tin.slug) if page is tin else addresses.of_tin_page(tin.slug, page.slug))

    def _table(self, table: Element) -> str:
        """A table, with room to write in each of its empty cells."""
        body = first_element(table.inner, "tbody")
        if not body:
            return table.written
        headers = [line_of(header.inner) for header in elements(table.inner[: body.start], "th")]
        if all(cell.inner for cell in elements(body.inner, "td")):
            named = escape(f"Table: {', '.join(headers)}")
            return f'<div class="across" tabindex="0" role="group" aria-label="{named}">{table.written}</div>'
        field = self._field(" ".join(headers))
        rows = [
            self._row(row.inner, number, headers, field) for number, row in enumerate(elements(body.inner, "tr"), 1)
        ]
        around = table.inner[: body.start], table.inner[body.end :]
        return f'<table class="fill">{around[0]}<tbody>{"".join(rows)}</tbody>{around[1]}</table>'

    def _row(self, row: str, number: int, headers: list[str], field: Field) -> str:
        return f"<tr>{''.join(self._cells(row, number, headers, field))}</tr>"

    def _cells(self, row: str, number: int, headers: list[str], field: Field) -> Iterator[str]:
        cells = list(elements(row, "td"))
        of = line_of(cells[0].inner) or f"row {number}"
        for column, cell in enumerate(cells, 1):
            one = field.part(f"{number}-{column}")
            header = headers[column - 1] if column <= len(headers) else ""
            yield cell.written if cell.inner else f"{cell.tag.written}{_cell(one, header, of)}</td>"


def page_id(tin: Tin, page: TinPage) -> str:
    """Where a file of a tin begins on the page of the whole."""
    return "main" if page is tin else f"page-{page.slug}"


def _cell(field: Field, header: str, of: str) -> str:
    label = f'<label for="{field.id}">{escape(header)}<span class="vh">, {escape(of)}</span></label>'
    return f'{label}<textarea id="{field.id}" name="{field.name}" rows="2" placeholder=" "></textarea>'
