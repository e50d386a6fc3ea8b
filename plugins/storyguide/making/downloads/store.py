"""Cache finished downloads between builds, each under a hash of what it was made from."""

# ruff: noqa: PLC0415 (typst and what pandoc needs are loaded only where something is to be made)

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from math import ceil
from pathlib import Path

from storyguide.making.downloads.as_text import as_text
from storyguide.making.downloads.paper import Paper
from storyguide.making.kept import is_sound, keep

_AT_ONCE = 2
"""Number of pandoc processes that run at the same time."""
_SPARE = 300
"""Number of unused cached files above which they are deleted: a preview and the site use different ones."""


class Store:
    """A cache folder of downloads, which makes those that are not in it."""

    def __init__(self, folder: Path, faces: Path | None, pandoc: Path | None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder, self._faces, self._pandoc = folder, faces, pandoc
        files = [file for file in sorted(folder.iterdir()) if file.suffix != ".part"]
        self._kept = {_key(file.name): file for file in files if is_sound(file)}
        self._spoilt = [file for file in files if not is_sound(file)]
        ours = Path(__file__).parent
        self._recipe = self._made_with(_digest(sorted((*ours.glob("*.py"), *ours.glob("*.typ")))))
        self._keys: dict[tuple[int, str], str] = {}
        self._missing: dict[int, str] = {}

    def made(self, paper: Paper, kind: str) -> Path | None:
        """Return the finished file; None when there is none."""
        return self._kept.get(self._key(paper, kind))

    def letters_missing(self, paper: Paper) -> str:
        """Return the letters that no typeface has, for which the document has no PDF; "" for none."""
        return self._missing.get(id(paper), "")

    def make(self, papers: Sequence[Paper], kinds: Sequence[str]) -> None:
        """Make the downloads that are missing; delete damaged files, and unused ones once there are many."""
        missing = [(paper, kind) for kind in kinds for paper in papers if not self.made(paper, kind)]
        self._print([paper for paper, kind in missing if kind == "pdf"])
        for paper, kind in missing:
            if kind == "txt":
                self._put(paper, kind, as_text(paper).encode())
        if self._pandoc:
            self._typeable([(paper, kind) for paper, kind in missing if kind in ("docx", "odt")], self._pandoc)
        asked = {self._key(paper, kind) for paper in papers for kind in kinds}
        spare = [file for key, file in self._kept.items() if key not in asked]
        for file in (*(spare if len(spare) > _SPARE else ()), *(file for file in self._spoilt if not is_sound(file))):
            file.unlink(missing_ok=True)

    def _print(self, papers: Sequence[Paper]) -> None:
        if not papers:
            return
        from storyguide.making.downloads.printing import NoFaceError, Press

        press = Press([self._faces] if self._faces else [])
        for paper in papers:
            try:
                printed = press.printed(paper)
            except NoFaceError as error:
                self._missing[id(paper)] = error.letters
            else:
                self._put(paper, "pdf", printed.content, f"-{printed.pages}-{ceil(printed.end)}")

    def _typeable(self, wanted: Sequence[tuple[Paper, str]], pandoc: Path) -> None:
        if not wanted:
            return
        from concurrent.futures import ThreadPoolExecutor

        from storyguide.making.downloads.office import typeable

        with ThreadPoolExecutor(_AT_ONCE) as pool:
            contents = pool.map(lambda one: typeable(one[0], one[1], pandoc), wanted)
            for (paper, kind), content in zip(wanted, contents, strict=True):
                if content:
                    self._put(paper, kind, content)

    def _put(self, paper: Paper, kind: str, content: bytes, also: str = "") -> None:
        file = self._folder / f"{self._key(paper, kind)[: -len(kind) - 1]}{also}.{kind}"
        keep(file, content)
        self._kept[_key(file.name)] = file

    def _key(self, paper: Paper, kind: str) -> str:
        if (id(paper), kind) not in self._keys:
            made_from = f"{self._recipe[kind]}\0{paper}"
            self._keys[id(paper), kind] = f"{blake2b(made_from.encode(), digest_size=12).hexdigest()}.{kind}"
        return self._keys[id(paper), kind]

    def _made_with(self, ours: str) -> dict[str, str]:
        """Return, for each kind, a digest of all else that decides its bytes: our code, typst, pandoc, typefaces."""
        faces = sorted(self._faces.glob("*.ttf")) if self._faces else []
        typst = find_spec("typst")
        machine = [file for folder in _folders(typst) for file in sorted(folder.glob("_typst*"))]
        office = f"{ours} {self._pandoc.stat().st_size}" if self._pandoc else ours
        pdf = f"{ours} {_digest(faces)} {[file.stat().st_size for file in machine]}"
        return {"pdf": pdf, "docx": office, "odt": office, "txt": ours}


def figures_of(file: Path) -> tuple[int, int]:
    """Return a cached PDF's number of pages, and the end of its last page's words in mm from the upper edge."""
    _, *figures = file.stem.split("-")
    return (int(figures[0]), int(figures[1])) if len(figures) == 2 else (0, 0)


def _key(name: str) -> str:
    """Return the key in a cached file's name: the name without the figures that follow it for a PDF."""
    stem, _, kind = name.rpartition(".")
    return f"{stem.partition('-')[0]}.{kind}"


def _folders(package: ModuleSpec | None) -> list[Path]:
    return [Path(folder) for folder in (package.submodule_search_locations or ())] if package else []


def _digest(files: Iterable[Path]) -> str:
    digest = blake2b(digest_size=8)
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()
