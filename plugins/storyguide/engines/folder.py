"""The guide written out as one plain docs folder, for any engine that reads Markdown."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import yaml

from storyguide.making.output import OutputFile, OutputPage
from storyguide.reading.handwritten import pages_by_hand
from storyguide.site.compose import Site
from storyguide.site.engine import ByHand, Elsewhere, Frame, Settings, Written

_BLANK_LINES = re.compile(r"\n\s*\n")
_PREFORMATTED = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_NOT_PUBLISHED = "how-it-is-made/"


class PlainFolder:
    """A folder for other engines; fulfils `storyguide.site.engine.Engine`.

    settings: those of the engine whose settings the edition keeps, since a plain folder has none.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.pages = 0
        """How many pages of the guide's own the last writing made."""

    def load(self) -> None:
        """Nothing is to be loaded."""

    def settings(self, root: Path) -> Settings:
        """Return the settings that were given, whichever guide stands at root."""
        return self._settings

    def open(self, root: Path, into: Path) -> "OpenFolder":
        """Make ready to write the guide at root; whatever stands in the folder into is removed when it is written."""
        return OpenFolder(self, root, into)


class OpenFolder:
    """A folder about to be written; fulfils `storyguide.site.engine.OpenEngine`."""

    alone = True

    def __init__(self, engine: PlainFolder, root: Path, into: Path) -> None:
        self._engine, self._docs, self._into = engine, root / "docs", into
        self.settings = engine.settings(root)

    def frame(self, site: Site) -> Frame:
        """Give what turns a page into Markdown: its metadata, then its content as one block of HTML."""
        return lambda page: _as_markdown(page).encode()

    def by_hand(self, site: Site, elsewhere: Elsewhere) -> ByHand:
        """Give the pages written by hand as they were written, with the files beside them."""
        paths = sorted(path for path in pages_by_hand(site.root)[0] if not path.startswith(_NOT_PUBLISHED))
        return ByHand((), {path: (self._docs / path).read_bytes() for path in paths})

    def write(self, site: Site) -> Written:
        """Write into/docs, and the frame's values into guide.yml, for the other engine's templates."""
        shutil.rmtree(self._into, ignore_errors=True)
        docs, frame = self._into / "docs", self.frame(site)
        by_hand = self.by_hand(site, lambda path: None).files
        for path, content in by_hand.items():
            _put(docs / path, content)
        made = {one.path: one for one in site.made()}.values()
        pages = [one for one in made if isinstance(one, OutputPage)]
        for page in pages:
            _put(docs / page.path, frame(page))
        files = [one for one in made if isinstance(one, OutputFile)]
        for file in (*files, *site.for_hosts(made, by_hand)):
            _put(docs / file.path, file.content)
        self._engine.pages = len(pages)
        _put(self._into / "guide.yml", _as_yaml({"guide": site.frame_values()}))
        return Written({}, ())


def _put(target: Path, content: str | bytes | Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, Path):
        shutil.copyfile(content, target)
    else:
        target.write_bytes(content.encode() if isinstance(content, str) else content)


def _as_markdown(page: OutputPage) -> str:
    meta = {"title": page.title, "description": page.description, **page.meta, "made": True}
    # A blank line would end the block of HTML in some readers of Markdown; within <pre> it is part of the words.
    blocks = _PREFORMATTED.split(str(page.html))
    html = "".join(
        block.replace("\n\n", "\n&#10;\n") if block.startswith("<pre") else _BLANK_LINES.sub("\n", block)
        for block in blocks
    )
    return f"---\n{_as_yaml(meta)}---\n\n<div>\n{html.strip()}\n</div>\n"


def _as_yaml(values: Mapping[str, object]) -> str:
    return yaml.safe_dump(dict(values), allow_unicode=True, sort_keys=True, width=10_000)
