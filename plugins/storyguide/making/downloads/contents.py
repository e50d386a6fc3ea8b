"""Compose the printable documents of a tin (practitioner resource) and of each of its worksheets."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from storyguide.making import addresses
from storyguide.making.blocks import ANSWERS, CHECKED, PLANNED
from storyguide.making.downloads import paper
from storyguide.making.downloads.words import pieces_of, words_of
from storyguide.making.entries import entry_address
from storyguide.making.heard import how_many
from storyguide.making.render import counted, in_words
from storyguide.model.guide import Guide
from storyguide.model.story import Reference
from storyguide.model.tin import (
    ENTRY,
    FILE,
    STORY,
    Activity,
    Block,
    Checklist,
    Heard,
    Imagine,
    Message,
    Plan,
    Prose,
    SelfCheck,
    Step,
    TakeAway,
    Tin,
    TinPage,
    Voice,
    Worksheet,
    Write,
)

SHELF = "On the Tin"
"""Name of the collection of tins."""
_LINES = {"means": 2, "do": 2, "who": 1, "when": 1}
"""Lines to write on for each answer about a statement."""


class Papers:
    """A composer of the printable documents of one guide.

    address: the guide's own web address with a closing slash, or "" while it has none; links to its pages are then left
    out, and their words stay.
    """

    def __init__(self, guide: Guide, address: str = "") -> None:
        self._guide, self._home = guide, address
        self._at = {page.source.path.removeprefix("docs/"): (tin, page) for tin in guide.tins for page in tin.pages}
        self._frameworks = {framework.slug: framework for framework in guide.edition.frameworks}

    def whole(self, tin: Tin) -> paper.Paper:
        """Return the document of a whole tin: its page, steps, sources and worksheets."""
        return self._paper(tin, tin, tin.title, tuple(self._whole(tin)))

    def worksheet(self, tin: Tin, sheet: Worksheet) -> paper.Paper:
        """Return the document of one worksheet."""
        opening = (paper.Heading(1, (sheet.title,)), *_lead(sheet))
        pieces = (*opening, *_Page(self, tin, sheet, whole=False).pieces())
        return replace(self._paper(tin, sheet, f"{sheet.title}: {tin.title}", pieces), sides=sheet.pages)

    def _paper(self, tin: Tin, page: TinPage, title: str, pieces: tuple[paper.Piece, ...]) -> paper.Paper:
        edition = self._guide.edition
        return paper.Paper(
            title=title,
            belongs_to=SHELF if page is tin else f"{SHELF}: {tin.title}",
            edition=edition.name,
            language=edition.language,
            licence=edition.licence,
            address=self.address_of(tin, page),
            pieces=pieces,
            ids=tuple(sorted(set(paper.ids_of(pieces)))),
        )

    def _whole(self, tin: Tin) -> Iterator[paper.Piece]:
        yield paper.Heading(1, (tin.title,))
        yield from _lead(tin)
        yield paper.Facts(
            (
                ("Who it is for", _para(tin.who_for)),
                ("How long", _para(tin.time)),
                ("What you leave with", _list(tin.leave_with)),
            )
        )
        yield paper.Contents(tuple((page.title, page.slug) for page in (*tin.steps, *tin.worksheets)))
        yield from _Page(self, tin, tin, whole=True).pieces()
        for number, step in enumerate(tin.steps, 1):
            time = f", {step.time}" if step.time else ""
            yield from self._part(tin, step, f"Step {number} of {len(tin.steps)}{time}")
        if tin.sources:
            yield paper.Heading(2, ("Where this comes from",))
            yield paper.Listing(tuple((paper.Para(_source(one)),) for one in tin.sources), 1)
        made = [f"Made by {tin.made_by}{'' if tin.made_by.endswith(('.', '!', '?')) else '.'}"] if tin.made_by else []
        made += [f"Last read through on {in_words(tin.reviewed)}."] if tin.reviewed else []
        yield paper.Para(
            (" ".join((*made, f"Use it, change it, pass it on: {self._guide.edition.licence}.")),), small=True
        )
        for sheet in tin.worksheets:
            yield paper.NewPage()
            yield from self._part(tin, sheet, "Worksheet")

    def _part(self, tin: Tin, page: Step | Worksheet, where: str) -> Iterator[paper.Piece]:
        yield paper.Heading(2, (page.title,), page.slug)
        yield paper.Para((where,), small=True)
        yield from _lead(page)
        yield from _Page(self, tin, page, whole=True).pieces()

    def framework(self, block: SelfCheck, level: int) -> Iterator[paper.Piece]:
        """Yield every statement of a framework with boxes to tick and lines to write on, with headings from `level`."""
        framework = self._frameworks.get(block.framework)
        if framework is None:
            return
        yield paper.Heading(level, (f"Self-check: {framework.name}",))
        yield paper.Para(("Take each line by itself. There is no score. Plan only where you want to.",))
        asked = tuple((question, _LINES[end]) for end, question in CHECKED)
        for dimension in framework.dimensions:
            yield paper.Heading(level + 1, (dimension.name,))
            for statement in dimension.statements:
                yield paper.Panel("statement", "", (statement,), (paper.Choice(ANSWERS), paper.Asked(asked)))

    def sides(self, file: str) -> int:
        """Return the number of sides that the worksheet in this file is meant for; 0 for any other file."""
        _, page = self._at.get(file, (None, None))
        return page.pages if isinstance(page, Worksheet) else 0

    def address_of(self, tin: Tin, page: TinPage) -> str:
        """Return the web address of a tin's page; "" while the guide has no address."""
        at = addresses.of_tin(tin.slug) if page is tin else addresses.of_tin_page(tin.slug, page.slug)
        return self._home + at if self._home else ""

    def lead(self, address: str, within: Tin | None) -> str:
        """Return a link's address on paper: a heading of the same document, else a web address; "" for neither.

        kept: the link as stored: a web address, or one that begins with STORY, ENTRY or FILE. within: the tin that is
        printed as a whole, whose pages are in the document; None for a worksheet by itself.
        """
        if address.startswith(STORY):
            slug = address.removeprefix(STORY)
            return self._home + addresses.of_story(slug) if self._home and slug in self._guide.by_slug else ""
        if address.startswith(ENTRY):
            entry = entry_address(address.removeprefix(ENTRY), self._guide)
            return self._home + entry if self._home and entry else ""
        if address.startswith(FILE):
            tin, page = self._at.get(address.removeprefix(FILE), (None, None))
            if tin is None or page is None:
                return ""
            return f"#{page.slug}" if tin is within and page is not tin else self.address_of(tin, page)
        return address


class _Page:
    """A converter of the blocks of one tin page into pieces."""

    def __init__(self, papers: Papers, tin: Tin, page: TinPage, *, whole: bool) -> None:
        self._papers, self._page = papers, page
        self._within = tin if whole else None
        # A step's own headings stand below its title; ids get a prefix, so that those of two steps differ.
        self._deeper = 1 if whole and page is not tin else 0
        self._ids = f"{page.slug}." if whole else ""

    def pieces(self) -> Iterator[paper.Piece]:
        for together, blocks in groupby(self._page.blocks, lambda block: isinstance(block, Imagine)):
            if together:
                yield self._imagined([block for block in blocks if isinstance(block, Imagine)])
                continue
            for block in blocks:
                yield from self._block(block)

    def _imagined(self, blocks: Sequence[Imagine]) -> paper.Piece:
        """Return prompts that follow one another as one panel."""
        prompts = tuple(self._pieces(block.prompt) for block in blocks)
        if len(prompts) == 1:
            return paper.Panel("imagine", "Imagine", (), (*prompts[0], _nobody("A thought")))
        return paper.Panel("imagine", "Imagine", (), (paper.Listing(prompts), _nobody("Thoughts")))

    def _block(self, block: Block) -> Iterator[paper.Piece]:
        match block:
            case Prose():
                yield from self._pieces(block.html)
            case Write():
                more = self._pieces(block.more)
                yield paper.Panel("write", "Write", self._words(block.question), (*more, paper.Room(block.lines)))
            case Plan():
                columns = tuple((question,) for _, question in PLANNED)
                rows = ((),) * len(columns)
                table = paper.Table(columns, (rows,) * block.rows)
                yield paper.Panel("plan", "Plan", self._words(block.question), (*self._pieces(block.more), table))
            case Voice():
                yield paper.Quote(self._pieces(block.words), self._words(block.credit))
            case Activity():
                facts = tuple(
                    (name, (paper.Para(words),))
                    for name, html in (("Time", block.time), ("You need", block.needs))
                    if (words := self._words(html))
                )
                held = ((paper.Facts(facts),) if facts else ()) + self._pieces(block.more)
                yield paper.Panel("try", "Try it", self._words(block.title), held)
            case Checklist():
                title = self._words(block.title)
                items = tuple(filter(None, map(self._words, block.items))) or (title,)
                more = self._pieces(block.more)
                yield paper.Panel("check", "Check", title if block.items else (), (paper.Ticks(items), *more))
            case SelfCheck():
                yield from self._papers.framework(block, 2 + self._deeper)
                yield from self._pieces(block.more)
            case TakeAway():
                yield self._take_away(block)
            case Heard():
                about = self._words(", ".join(filter(None, (block.when, block.where))))
                held = (paper.Para(about, small=True),) if about else ()
                said = paper.Listing(tuple(map(self._message, block.messages)))
                more = self._pieces(block.more)
                yield paper.Panel("heard", "What we heard", self._words(block.session), (*held, said, *more))

    def _message(self, message: Message) -> tuple[paper.Piece, ...]:
        """Return a message from a session, the number of people who said so, and what has happened since."""
        said, since = how_many(message.said), self._words(message.since)
        pieces: list[paper.Piece] = [paper.Para((*self._words(message.words), f" {said}" if said else ""))]
        pieces += [paper.Para((paper.Span("strong", ("Since then:",)), " ", *since))] if since else []
        return tuple(pieces)

    def _take_away(self, block: TakeAway) -> paper.Piece:
        to = self._papers.lead(FILE + block.file, self._within)
        sides = self._papers.sides(block.file)
        worksheet = f" A worksheet, {counted(sides, 'side')} of A4." if sides else " A worksheet."
        name = (paper.Span("a", (block.name,), to),) if to else (block.name,)
        return paper.Panel(
            "take", "Take away", (*name, "."), (*self._pieces(block.more), paper.Para((worksheet.strip(),)))
        )

    def _pieces(self, html: str) -> tuple[paper.Piece, ...]:
        return pieces_of(html, self._lead, deeper=self._deeper, within=self._ids)

    def _words(self, html: str) -> paper.Words:
        return words_of(html, self._lead)

    def _lead(self, address: str) -> str:
        return self._papers.lead(address, self._within)


def _nobody(what: str) -> paper.Para:
    return paper.Para((f"{what} to try on. Nobody is being quoted.",), small=True)


def _lead(page: TinPage) -> tuple[paper.Piece, ...]:
    return (paper.Para((page.summary,), lead=True),) if page.summary else ()


def _para(text: str) -> tuple[paper.Piece, ...]:
    return (paper.Para((text,)),) if text else ()


def _list(texts: tuple[str, ...]) -> tuple[paper.Piece, ...]:
    return (paper.Listing(tuple(map(_para, texts))),) if len(texts) > 1 else _para("".join(texts))


def _source(one: Reference) -> paper.Words:
    said = f": {one.claim}" if one.claim else ""
    said += f". As of {one.as_of}" if one.as_of else ""
    said += f". Read {in_words(one.accessed)}" if one.accessed else ""
    said += f". Sources differ: {one.disputed}" if one.disputed else ""
    return (paper.Span("a", (one.title,), one.address) if one.address else one.title, said)
