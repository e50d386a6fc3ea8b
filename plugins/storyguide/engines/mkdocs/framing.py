"""The engine held open: pages written by hand made once, and the frame laid round one page after another."""

import tempfile
from pathlib import Path

import click
from mkdocs.exceptions import MkDocsException
from mkdocs.utils import get_relative_url
from yaml import YAMLError

from storyguide.engines.mkdocs.building import configured, plugin_of, run
from storyguide.engines.mkdocs.frames import FILLED
from storyguide.engines.mkdocs.pages import Elsewhere, MadePage, as_mkdocs_file
from storyguide.engines.mkdocs.searching import by_hand
from storyguide.making.output import OutputPage
from storyguide.site.assembly import Assembly

Way = tuple[str, str]
"""A name, and where it leads as seen from the site's root."""


class EngineFaultError(Exception):
    """The engine could not be used as mkdocs.yml has it; its words are for whoever wrote that."""


class Framing:
    """The frame of one edition, as mkdocs.yml and the theme give it, and what the engine itself makes.

    elsewhere: gives the pages and files made by others, to which those written by hand may lead.
    Raises EngineFaultError. preview: whether pages say that they are one; way: where they then lead.
    """

    def __init__(
        self,
        assembly: Assembly,
        elsewhere: Elsewhere,
        *,
        parts: Path | None,
        preview: bool = False,
        way: Way = ("", ""),
    ) -> None:
        try:
            self._open(assembly, elsewhere, parts, preview, way)
        except (MkDocsException, click.ClickException, YAMLError, OSError) as fault:
            raise EngineFaultError(str(fault).strip() or "mkdocs.yml cannot be used") from fault

    def _open(self, assembly: Assembly, elsewhere: Elsewhere, parts: Path | None, preview: bool, way: Way) -> None:
        with tempfile.TemporaryDirectory(prefix="storyguide-preview-") as aside:
            site = Path(aside)
            self._config = configured(assembly.root, site)
            plugin = plugin_of(self._config)
            plugin.assembly, plugin.elsewhere = assembly, elsewhere
            plugin.parts, plugin.preview, plugin.way = parts, preview, way
            run(self._config)
            self.files = {
                file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()
            }
            """What the engine made of docs/, and the page for lost addresses: path in the site, and content."""
        self._env = plugin.env
        self.by_hand = tuple(by_hand(plugin.files))
        """The pages written by hand, as search reads them."""
        self.downloads = plugin.downloads
        """What there is to take away from the tins."""
        self.book = plugin.book
        """The whole edition’s book, if it is bound."""
        self.address = self._config.site_url or ""
        """The guide's own, with a closing slash; "" while it has none."""
        self.news = bool(assembly.guide and assembly.guide.posts)
        """Whether there is any news, to which every page then leads."""
        self.searched: bool = plugin.config.search
        """Whether the edition wants a search index."""
        self.sign_in: str = plugin.config.sign_in
        """Through whose door editors sign in to the online editor, if not this site's own."""

    def framed(self, made: OutputPage) -> bytes:
        """The whole page, in the bytes in which it would be published."""
        page = as_mkdocs_file(made, self._config).page
        if not isinstance(page, MadePage):
            raise TypeError("a made page is not one any more")
        page.read_source(self._config)
        page.content = str(made.html)
        context = {"page": page, "config": self._config, "base_url": get_relative_url(".", page.url)}
        return self._env.get_template(FILLED).render(context).encode("utf-8", errors="xmlcharrefreplace")
