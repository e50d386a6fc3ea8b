"""Print documents as tagged PDF (PDF/UA-1), accessible and the same bytes on every machine."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typst

from storyguide.making.downloads.as_typst import as_typst, string
from storyguide.making.downloads.paper import Paper

_NO_FACE = re.compile(r'the text `?"(.*?)"`? could not be displayed', re.DOTALL)
_NUMBERED = re.compile(r"\\u\{([0-9a-f]+)\}")


class NoFaceError(Exception):
    """No typeface has these letters."""

    def __init__(self, letters: str) -> None:
        super().__init__(letters)
        self.letters = letters


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished PDF."""

    content: bytes
    pages: int
    end: float
    """End of the words on the last page, in millimetres from its upper edge."""


class Press:
    """A printer of documents with the typefaces in these folders and typst's own."""

    def __init__(self, faces: Sequence[Path]) -> None:
        self._faces = typst.Fonts(include_system_fonts=False, font_paths=list(map(str, faces)))

    def printed(self, paper: Paper, pictures: Path | None = None) -> Printed:
        """Return the PDF of a document. Raises NoFaceError for letters that would show as empty boxes.

        pictures: the folder with the files of its pictures, and nothing that must not be read.
        """
        return self.pressed(as_typst(paper), pictures)

    def pressed(self, typed: str, pictures: Path | None = None) -> Printed:
        """Return the PDF of typst source, which must end with the mark `<end>` of looks.typ.

        Raises NoFaceError for letters that would show as empty boxes.
        """
        source = typed.encode()
        compiler = typst.Compiler(source, root=pictures, font_paths=self._faces, ignore_system_fonts=True)
        end = json.loads(compiler.query("<end>", field="value", one=True))
        try:
            content, _ = compiler.compile_with_warnings(source, format="pdf", pdf_standards=["ua-1"])
        except typst.TypstError as error:
            found = _NO_FACE.search(error.message)
            if found is None:
                raise
            raise NoFaceError(_NUMBERED.sub(lambda sign: chr(int(sign[1], 16)), found[1])) from None
        if not isinstance(content, bytes):
            raise TypeError("typst made no PDF")
        return Printed(content, int(end["page"]), float(end["y"]))

    def painted(self, typed: str, pictures: Path, dots: int) -> bytes:
        """Return the first page of typst source as a PNG, at this many dots to an inch."""
        compiler = typst.Compiler(typed.encode(), root=pictures, font_paths=self._faces, ignore_system_fonts=True)
        content = compiler.compile(format="png", ppi=dots)
        first = content[0] if isinstance(content, list) else content
        if not isinstance(first, bytes):
            raise TypeError("typst painted nothing")
        return first

    def lacks(self, letters: str) -> str:
        """Return those of these letters that no typeface has.

        The letters are halved again and again until it is known which: few are ever missing.
        """
        if not letters or self._has(letters):
            return ""
        if len(letters) == 1:
            return letters
        middle = len(letters) // 2
        return self.lacks(letters[:middle]) + self.lacks(letters[middle:])

    def _has(self, letters: str) -> bool:
        """Return whether the typefaces have all these letters."""
        each = "".join(f"#box({string(letter)})\n" for letter in letters)
        typed = f'#set document(title: "-")\n{each}'
        try:
            typst.Compiler(typed.encode(), font_paths=self._faces, ignore_system_fonts=True).compile(
                format="pdf", pdf_standards=["ua-1"]
            )
        except typst.TypstError as error:
            if _NO_FACE.search(error.message) is None:
                raise
            return False
        return True
