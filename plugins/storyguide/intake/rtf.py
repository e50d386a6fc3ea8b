"""Read a story out of RTF, as WordPad, TextEdit, old Word and many phones write it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from storyguide.intake import remarks as say
from storyguide.intake.ceilings import MOST_MARKS, too_many
from storyguide.intake.manuscript import Break, Cut, Manuscript, Refused, Shown
from storyguide.intake.rtf_blocks import Blocks
from storyguide.intake.rtf_pictures import Pict
from storyguide.intake.rtf_tokens import BINARY, BYTES, CLOSE, OPEN, SIGN, WORD, Fonts, Token, tokens_of
from storyguide.intake.rtf_words import EDGES, PLAIN, READ_THOUGH_STARRED, SIGNS, UNSEEN, State
from storyguide.intake.symbols import letter_for
from storyguide.intake.views import Album
from storyguide.reading.photos.kinds import ENOUGH, kind_of

_DEEPEST = 500
_BEGINNING = b"{\\rtf"
_LINK = re.compile(r'HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]+))', re.IGNORECASE)
_LEAVES_OUT = {"object": say.EMBEDDED, "moMath": say.DRAWN, "do": say.SHAPES}


@dataclass
class _Reader:
    fonts: Fonts = field(default_factory=Fonts)
    blocks: Blocks = field(default_factory=Blocks)
    remarks: say.Remarks = field(default_factory=say.Remarks)
    cuts: dict[str, str] = field(default_factory=dict)
    edges: str = ""
    state: State = field(default_factory=State)
    stack: list[tuple[State, Callable[[], None] | None]] = field(default_factory=list)
    ending: Callable[[], None] | None = None
    """Function to call when the open group ends; None for a plain group."""
    waiting: bytes = b""
    """Bytes not yet decoded: in Chinese and Japanese two bytes are one character."""
    to_skip: int = 0
    surrogate: str = ""
    gathered: str = ""
    pict: Pict = field(default_factory=Pict)
    pictures: int = 0
    link: str = ""

    def __post_init__(self) -> None:
        self.album = Album(self.remarks)

    def read(self, token: Token) -> None:
        """Take in the next token: groups are kept on a stack, bytes collected, and control words handled."""
        if token.kind == BYTES:
            self._read_bytes(token)
            return
        self._flush()
        if token.kind == OPEN:
            self.stack.append((replace(self.state, is_first=False), self.ending))
            self.to_skip = 0
            self.state, self.ending = replace(self.state, is_first=True, is_starred=False), None
        elif token.kind == CLOSE:
            self._close()
        elif token.kind == BINARY:
            self.pict.data += token.data if self.state.role == "pict" else b""
        else:
            self._read_word(token)

    def _close(self) -> None:
        if self.ending:
            self.ending()
        elif self.state.role == "stylesheet":
            self.blocks.style_named(self.gathered)
            self.gathered = ""
        if self.stack:
            self.state, self.ending = self.stack.pop()
        self.to_skip = 0

    def _read_bytes(self, token: Token) -> None:
        data = token.data
        if self.to_skip:
            skipped = min(self.to_skip, len(data))
            self.to_skip -= skipped
            data = data[skipped:]
        self.state = self.state if not self.state.is_first else replace(self.state, is_first=False)
        if self.state.role == "pict":
            self.pict.written += data if token.text != "coded" else b""
        elif self.state.role == "fonttbl":
            self.fonts.read_table(Token(BYTES, data=data))
        else:
            self.waiting += data

    def _flush(self) -> None:
        """Decode the bytes that are waiting with the current font, and write them."""
        if not self.waiting:
            return
        data, self.waiting = self.waiting, b""
        font = self.state.font if self.state.font >= 0 else self.fonts.default
        if self.fonts.name_of(font).lower().startswith(("symbol", "wingdings")):
            signs = [letter_for(self.fonts.name_of(font), f"{each:x}") if each != 32 else " " for each in data]
            if "□" in signs:
                self.remarks.add(say.SIGN)
            self._write("".join(signs))
        else:
            self._write(self.fonts.decoded(data, font))

    def _write(self, words: str) -> None:
        """Add words to what the current group collects, or to the story unless they are hidden or deleted."""
        state = self.state
        if state.role in ("stylesheet", "fldinst", "listtext", "annotation"):
            self.gathered += words
        elif state.role == "edge":
            self.edges += words
        elif state.role or not words:
            return
        elif state.is_hidden or state.is_deleted:
            if words.strip():
                self.remarks.add(say.HIDDEN if state.is_hidden else say.STRUCK)
        else:
            self.blocks.add(replace(state.looks, words=words, link=self.link))

    def _read_word(self, token: Token) -> None:
        name, number = token.text, token.number
        is_first, self.state = self.state.is_first, replace(self.state, is_first=False)
        if token.kind == SIGN:
            self._read_sign(name, is_first=is_first)
        elif is_first and self._begins(name):
            return
        elif self.state.role == "fonttbl":
            self.fonts.read_table(token)
        elif self.state.role == "pict":
            self.pict.read(name, number)
        elif self.state.role == "stylesheet":
            self.blocks.style_begins(name, number)
        elif name == "u" and number is not None:
            self._read_unicode(number)
        elif name in SIGNS:
            self._write(SIGNS[name])
        elif self.state.role:
            self.gathered += " " if name in ("par", "line") else ""
            self.edges += " " if name in ("par", "line") and self.state.role == "edge" else ""
        else:
            self._read_format(name, number)

    def _read_sign(self, sign: str, *, is_first: bool) -> None:
        if sign == "*":
            self.state = replace(self.state, is_first=True, is_starred=is_first)
        elif sign in "\r\n":
            self.blocks.end_paragraph()
        else:
            self._write(SIGNS.get(sign, ""))

    def _read_unicode(self, number: int) -> None:
        self.to_skip = self.state.skips
        code = number % 0x10000 if number < 0x10000 else number
        if 0xD800 <= code < 0xDC00:
            self.surrogate = chr(code)
            return
        pair = self.surrogate + (chr(code) if code < 0x110000 else "\ufffd")
        self.surrogate = ""
        words = pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        font = self.fonts.name_of(self.state.font)
        if 0xF000 <= code < 0xF100:
            words = letter_for(font, f"{code:x}")
            if words == "□":
                self.remarks.add(say.SIGN)
        self._write(words)

    def _read_format(self, name: str, number: int | None) -> None:
        state, is_on = self.state, number != 0
        looks = state.looks
        if name in ("par", "sect", "page", "column"):
            self.blocks.end_paragraph()
        elif name == "line":
            self.blocks.add(Break())
        elif name == "plain":
            self.state = replace(state, looks=PLAIN, is_hidden=False, font=-1)
        elif name in ("b", "i", "strike", "striked"):
            changed = {"b": "strong", "i": "leaning"}.get(name, "struck")
            self.state = replace(state, looks=replace(looks, **{changed: is_on}))  # type: ignore[arg-type]
        elif name == "v":
            self.state = replace(state, is_hidden=is_on)
        elif name == "deleted":
            self.state = replace(state, is_deleted=is_on)
        elif name == "revised" and is_on:
            self.remarks.add(say.ADDED)
        elif name == "f":
            self.state = replace(state, font=number or 0)
        elif name == "uc":
            self.state = replace(state, skips=min(max(number or 0, 0), 8))
        elif name == "chftn" or self.blocks.read(name, number):
            return
        else:
            self.fonts.read(Token(WORD, name, number))

    def _begins(self, name: str) -> bool:
        """Handle the first word of a group where it makes the group more than plain words; return whether it does.

        Sets the state of the group, and what is to be done at its end.
        """
        state = self.state
        if name in _LEAVES_OUT and not state.role:
            self.remarks.add(_LEAVES_OUT[name])
        if name in UNSEEN or (state.is_starred and name not in READ_THOUGH_STARRED) or name == "moMath":
            self.state = replace(state, role="unseen")
        elif state.role not in ("", "edge", "sp"):
            return False
        elif name in EDGES:
            self.state = replace(state, role="edge")
        elif name in ("fonttbl", "stylesheet"):
            self.state = replace(state, role=name)
            self.gathered = ""
        elif name in ("fldinst", "listtext", "pntext", "annotation"):
            self.state = replace(state, role="listtext" if name == "pntext" else name)
            self.gathered, self.ending = "", getattr(self, f"_end_{self.state.role}")
        elif name == "pn":
            self.state = replace(state, role="unseen")
        elif name == "field":
            before = self.link
            self.ending = lambda: setattr(self, "link", before)
        elif name == "pict":
            self.pict = Pict()
            self.state, self.ending = replace(state, role="pict"), self._end_picture(state)
        elif name == "footnote" and not state.role:
            self.blocks.begin_note()
            self.ending = self.blocks.end_note
        elif name in ("shptxt", "dptxbxtext") and not state.role:
            self.blocks.begin_aside()
            self.ending = self.blocks.end_aside
        elif name == "shpinst":
            self.ending = self._end_shape(self.blocks.added)
        elif name == "sp":
            self.state = replace(state, role="sp")
        else:
            return False
        return True

    def _end_shape(self, before: int) -> Callable[[], None]:
        def end() -> None:
            if self.blocks.added == before:
                self.remarks.add(say.SHAPES)

        return end

    def _end_fldinst(self) -> None:
        found = _LINK.search(self.gathered)
        self.link = (found[1] or found[2] or "") if found else self.link

    def _end_listtext(self) -> None:
        self.blocks.marker = " ".join(self.gathered.split())

    def _end_annotation(self) -> None:
        self.cuts["a comment in the margin"] = "\n".join(
            filter(None, (self.cuts.get("a comment in the margin"), " ".join(self.gathered.split())))
        )

    def _end_picture(self, around: State) -> Callable[[], None]:
        def end() -> None:
            if around.role == "edge":
                self.remarks.add(say.BACKGROUND)
                return
            if around.is_hidden or around.is_deleted:
                self.remarks.add(say.HIDDEN_PICTURE)
                return
            content = self.pict.content
            self.pictures += 1
            if not kind_of(content[:ENOUGH]).opener:
                self.remarks.add(say.DRAWN)
            elif key := self.album.key_for(f"pict-{self.pictures}", content, self.pict.view):
                self.blocks.add(Shown(key))

        return end


def is_rtf(data: bytes) -> bool:
    """Return whether bytes are RTF."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n\0").startswith(_BEGINNING)


def read_rtf(data: bytes, name: str) -> Manuscript | Refused:
    """Return the story in an RTF document: its words, headings, lists, tables, notes, links and photos.

    A document that breaks off is read as far as it goes, with a remark; one nested too deeply or too large is refused.
    """
    reader = _Reader()
    marks = 0
    for token in tokens_of(data[data.index(_BEGINNING) :]):
        reader.read(token)
        marks += token.kind != BYTES or bool(token.text)
        if refused := too_many(marks, MOST_MARKS["rtf"], "marks of how its words look", name):
            return refused
        if len(reader.stack) > _DEEPEST:
            return Refused(
                f"“{name}” is damaged: more than {_DEEPEST} groups stand inside one another in it",
                "open it, and save it as .docx",
            )
        if token.kind == CLOSE and not reader.stack:
            break  # what stands after the end of the document is no part of it
    while reader.stack:
        reader.read(Token(CLOSE))
        reader.remarks.add("The document breaks off before its end. Ask for it to be sent again.")
    if reader.edges.strip():
        reader.remarks.add(say.page_edges(" ".join(reader.edges.split())))
    if reader.cuts:
        reader.remarks.add(say.COMMENTS)
    return Manuscript(
        blocks=reader.blocks.finished(),
        pictures=reader.album.pictures,
        remarks=tuple(reader.remarks),
        cuts=tuple(Cut(what, words) for what, words in reader.cuts.items()),
    )
