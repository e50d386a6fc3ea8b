"""Find the parts of a Word document through its relationships, wherever the program that wrote it has put them."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from storyguide.intake.unpacking import Unpacked
from storyguide.intake.xml import fact, name_of, read_xml

_TYPES = "[content_types].xml"
_USUAL_PLACE = re.compile(r"word/document\d*\.xml")
_WORD = re.compile(r"wordprocessingml|ms-word", re.IGNORECASE)
_BEGINNING = re.compile(rb"<(?:\w+:)?document[\s>]")


@dataclass(frozen=True, slots=True)
class Relationship:
    """A reference from one part of a document to another, or to an outside address."""

    kind: str
    """Last word of the relationship's type, such as "image" or "hyperlink"."""
    target: str
    """Name of the part in the package; the address as written when it is outside."""
    is_outside: bool


class Package:
    """Parts of an Office document by name; case, leading slashes and backslashes in names do not matter."""

    def __init__(self, files: Unpacked) -> None:
        self._files = {_plain(name): packed for name, packed in files.items()}
        self._relationships: dict[str, Mapping[str, Relationship]] = {}
        self.main = self._main()
        """Name of the main document part, which has the words; "" when there is none."""

    def __contains__(self, part: str) -> bool:
        return part in self._files

    @property
    def is_word(self) -> bool:
        """Whether this is a Word document, and not a spreadsheet, a presentation or another zip."""
        if not self.main or _TYPES not in self._files:
            return False
        types = read_xml(self._files[_TYPES].read())
        declared = "" if types is None else next((fact(t, "ContentType") for t in types if self._is_of_main(t)), "")
        if declared:
            return bool(_WORD.search(declared))
        return bool(_USUAL_PLACE.fullmatch(self.main) or _BEGINNING.search(self._files[self.main].read()))

    def read(self, part: str) -> bytes:
        """Return the bytes of a part; b"" when it is missing or damaged."""
        return self._files[part].read() if part in self._files else b""

    def xml(self, part: str) -> Element | None:
        """Return the root of a part; None when it is missing or cannot be read."""
        return read_xml(self.read(part)) if part in self._files else None

    def relationships(self, part: str) -> Mapping[str, Relationship]:
        """Return the relationships of a part by their ids; those of the package itself for ""."""
        if part not in self._relationships:
            folder, name = posixpath.split(part)
            root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
            self._relationships[part] = {
                fact(each, "Id"): self._relationship(each, folder) for each in (() if root is None else root)
            }
        return self._relationships[part]

    def parts_of_kind(self, part: str, kind: str) -> list[str]:
        """Return the names of the parts of this kind that a part refers to, such as its "header" parts."""
        return [
            each.target
            for each in self.relationships(part).values()
            if each.kind == kind and not each.is_outside and each.target in self._files
        ]

    def part_of_kind(self, kind: str) -> str:
        """Return the part of this kind that belongs to the main part, also where nothing refers to it; "" for none."""
        usual = posixpath.join(posixpath.dirname(self.main), f"{kind}.xml")
        return next(iter(self.parts_of_kind(self.main, kind)), usual if usual in self._files else "")

    @property
    def marks(self) -> int:
        """Number of XML tags in the main part, which says how long reading it would take."""
        return self._files[self.main].read().count(b"<") if self.main in self._files else 0

    def _main(self) -> str:
        declared = self.parts_of_kind("", "officedocument")
        usual = sorted(name for name in self._files if _USUAL_PLACE.fullmatch(name))
        return next(iter([*declared, *usual]), "")

    def _is_of_main(self, kind: Element) -> bool:
        return name_of(kind) == "Override" and _plain(fact(kind, "PartName")) == self.main

    def _relationship(self, element: Element, folder: str) -> Relationship:
        kind = posixpath.basename(fact(element, "Type")).lower()
        target = fact(element, "Target")
        if fact(element, "TargetMode").lower() == "external":
            return Relationship(kind, target, is_outside=True)
        return Relationship(kind, self._placed(target, folder), is_outside=False)

    def _placed(self, target: str, folder: str) -> str:
        """Return the name of the part meant by a target, which some programs write relative to the wrong folder."""
        tidy = target.replace("\\", "/").partition("#")[0]
        tried = [
            _plain(place)
            for written in (tidy, unquote(tidy))
            for place in (posixpath.join(f"/{folder}", written), f"/{written}", f"/word/{written}")
        ]
        return next((place for place in tried if place in self._files), tried[0])


def _plain(name: str) -> str:
    return posixpath.normpath("/" + name.replace("\\", "/")).lstrip("/").lower()
