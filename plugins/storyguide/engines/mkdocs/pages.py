"""Our files and pages as the engine's own: content ready made, out of the navigation."""

from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from storyguide.engines.mkdocs.frames import FILLED, Frames
from storyguide.making.output import OutputFile, OutputPage, url_of
from storyguide.site.engine import Elsewhere


def meta_of(made: OutputPage) -> dict[str, object]:
    """What the frame is to know of a page."""
    return {**made.meta, "made": True, "template": FILLED, "title": made.title, "description": made.description}


def canonical_url(url: str, config: MkDocsConfig) -> str | None:
    """A page's whole address; None while the guide has none. Ours need no joining or quoting: a-z, 0-9 and hyphens."""
    return f"{config.site_url}{url}" if config.site_url else None


class MadePage(Page):
    """A page whose content is ready: nothing is read from disk and no Markdown is converted."""

    def __init__(self, made: OutputPage, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self._made = made

    def _set_canonical_url(self, base: str | None) -> None:
        # Our addresses need no joining or quoting.
        self.canonical_url = f"{base}{self.url}" if base else None
        self.abs_url = f"/{self.url}" if base else None

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the page's metadata as it was made."""
        self.markdown = ""
        self.meta = meta_of(self._made)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the page's content as it was made."""
        self.content = self._made.html
        self.present_anchor_ids = set()


class MadeFile(File):
    """A file whose address is known, so that the engine need not work it out from a path."""

    def __init__(self, made: OutputPage | OutputFile, config: MkDocsConfig) -> None:
        self.src_uri = made.path
        self.src_dir = None
        self.dest_dir = config.site_dir
        self.use_directory_urls = config.use_directory_urls
        self.inclusion = InclusionLevel.NOT_IN_NAV
        self.generated_by = "storyguide"
        content = "" if isinstance(made, OutputPage) else made.content
        self.abs_src_path = str(content) if isinstance(content, Path) else None
        self._content = None if isinstance(content, Path) else content


def as_mkdocs_file(made: OutputPage | OutputFile, config: MkDocsConfig) -> File:
    """The engine's file for one of ours; a page brings itself along."""
    file = MadeFile(made, config)
    if isinstance(made, OutputPage):
        file.page = MadePage(made, file, config)
    return file


def beside(files: Files, elsewhere: Elsewhere, config: MkDocsConfig) -> Files:
    """The same files, from which links may lead to what is made elsewhere."""

    class Beside(Files):
        def get_file_from_path(self, path: str) -> File | None:
            found = super().get_file_from_path(path)
            if found:
                return found
            made = elsewhere(f"{url_of(path)}index.html" if path.endswith(".md") else path)
            return as_mkdocs_file(made, config) if made else None

    return Beside(files)


def framed(made: OutputPage, frames: Frames, config: MkDocsConfig) -> bytes:
    """Lay the frame round one of our pages, and give the bytes in which MkDocs would publish it."""
    url = made.url
    page = SimpleNamespace(
        url=url, title=made.title, canonical_url=canonical_url(url, config), content=made.html, meta=meta_of(made)
    )
    context = {"page": page, "config": config, "base_url": get_relative_url(".", url)}
    return frames.filled(context).encode("utf-8", errors="xmlcharrefreplace")


def by_hand(files: Files) -> Iterable[OutputPage]:
    """Give the pages written by hand as search reads them, once MkDocs has made their content."""
    for file in files.documentation_pages():
        page = file.page
        if page and page.content and not isinstance(page, MadePage):
            yield OutputPage(path=file.src_uri, title=str(page.title), html=page.content, search="page")
