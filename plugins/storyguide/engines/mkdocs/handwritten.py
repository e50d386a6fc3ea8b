"""Pages written by hand, as far as they may be published: no pointers, no scripts, no say in their frame."""

import os
import shutil
from collections.abc import Collection
from errno import EIO
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from storyguide.model.source import sayable
from storyguide.reading.allowed import clean_page
from storyguide.reading.handwritten import FOLDER, leads_out, pages_by_hand

_MAY_SAY = ("title", "description")


class HandwrittenPage(Page):
    """A page whose Markdown is the editors' own."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Read it, and leave it its title and its description: all else the frame would act on."""
        super().read_source(config)
        self.meta = {name: str(self.meta[name]) for name in _MAY_SAY if name in self.meta}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Have the engine make it, and leave nothing in it that runs."""
        super().render(config, files)
        self.content = clean_page(self.content or "")


def without_pointers(root: Path, docs: str, kept: Path) -> str:
    """The folder of the pages; a copy without whatever leads elsewhere, where the engine would follow it."""
    if not leads_out(root):
        return docs
    shutil.rmtree(kept, ignore_errors=True)
    kept.mkdir(parents=True)
    for path in pages_by_hand(root)[0]:
        target = kept / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(Path(docs) / path, target)
    return str(kept)


def settle(files: Files, root: Path, config: MkDocsConfig) -> None:
    """Of what lies in docs/, leave the engine what may be published, and have its pages made as above.

    The shelf of the tins and the news are left out as well: their pages are made otherwise.
    """
    sound = pages_by_hand(root)[0]
    by_hand = [file for file in files if file.src_dir == config.docs_dir]
    # The engine goes on without a folder that it could not list. README.md it leaves out where there is an index.md.
    if lacking := sound.difference((file.src_uri for file in by_hand), (one for one in sound if "README" in one)):
        raise OSError(EIO, os.strerror(EIO), str(root / FOLDER / min(lacking)))
    for file in by_hand:
        if file.src_uri not in sound:
            files.remove(file)
        elif file.is_documentation_page():
            file.page = HandwrittenPage(None, file, config)


def give_way(files: Files, config: MkDocsConfig, others: Collection[str]) -> list[str]:
    """Take out each page written by hand that would stand where the guide has a page of its own; their paths.

    others: where in the site pages of its own stand that are not among the files. Two pages written by hand may be
    meant for one address (x.md and x/index.md): both go.
    """
    ours = {*others, *(file.dest_uri for file in files if file.src_dir is None)}
    taken = [file for file in files if file.src_dir == config.docs_dir and file.dest_uri in ours]
    for file in taken:
        files.remove(file)
    return [sayable(file.src_uri) for file in taken]
