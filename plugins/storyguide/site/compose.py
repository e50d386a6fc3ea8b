"""The one list of all that a site consists of: every page and file but those the engine makes of docs/ by itself.

A new kind of page joins the makers in `storyguide.making.everything`; a new kind of file that is no page joins
`Site.file_groups` here. Engines, the plain folder, the live preview and the incremental build all read this list.
"""

# ruff: noqa: PLC0415 (Pillow is loaded only where cards are painted, the editor's settings only where it is offered)

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from storyguide.making.book.bound import Bound
from storyguide.making.downloads import NOTHING, Downloads
from storyguide.making.everything import Maker, make
from storyguide.making.on_demand import OnDemand
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.pages.stories import StoryPages
from storyguide.making.search import SearchDocument, documents_of_pages
from storyguide.making.shipped import Shipped
from storyguide.model.guide import Guide
from storyguide.site.book import find_book
from storyguide.site.engine import Settings
from storyguide.site.frame_values import frame_values
from storyguide.site.headers import make_headers
from storyguide.site.parts import BRICOLAGE_TTF, CMS, FURTHER_TTFS
from storyguide.site.security_txt import make_security_txt
from storyguide.site.shipped import FOLDER as LICENCE_TEXTS
from storyguide.site.shipped import SBOM, find_shipped, licence_texts, sbom
from storyguide.site.theme_files import theme_files

_BY_ENGINES = ("sitemap.xml",)
"""Files that engines write by themselves, of which hosts are told as well."""


class FileGroup(NamedTuple):
    """Files of a site that are no pages, and the paths at which any of them may stand."""

    start: str
    end: str
    make: Callable[[], Iterator[OutputFile]]
    """Gives the files; nothing is made before they are gone through."""

    def may_hold(self, path: str) -> bool:
        """Whether a file of this group may stand at a path of the site."""
        return path.startswith(self.start) and path.endswith(self.end)


@dataclass(frozen=True, kw_only=True)
class Site:
    """All that one guide's site consists of, each part made when it is gone through.

    Downloads and the bound book are looked for once, when first needed. What is made is kept in the cache: papers,
    share cards, the list of all software.
    """

    root: Path
    """The folder of the edition."""
    guide: Guide
    settings: Settings
    assets: Path | None
    """Folder of the prepared fonts, licences and programs; None to use the reader's own fonts and send none along."""
    cache: Path
    """The folder for what is kept between builds."""
    preview: bool = False
    """Whether pages say that they are a preview; it stands at an address of the moment, and nothing is for hosts."""
    way: tuple[str, str] = ("", "")
    """Of a preview, a name and where it leads, as seen from the site's root: to what has changed, to the desk."""
    papers: Downloads | None = None
    """The papers to take away, where they are known from a guide with the same tins; else they are looked for."""

    @property
    def lasting_address(self) -> str:
        """The site's own address; "" while it has none, and for a preview, whose address belongs on no paper."""
        return "" if self.preview else self.settings.address

    @cached_property
    def downloads(self) -> Downloads:
        """The papers to take away from the tins, and the problems of making them."""
        if self.papers is not None:
            return self.papers
        if not self.guide.tins:
            return NOTHING
        from storyguide.making.downloads.keeping import keep_downloads
        from storyguide.making.downloads.pandoc import find_pandoc

        folder, address = self.cache / "downloads", self.lasting_address
        return keep_downloads(self.guide, folder, address=address, faces=self.assets, pandoc=find_pandoc())

    @cached_property
    def book(self) -> Bound:
        """The whole edition's book, if it is bound and says what the guide says; one that does not is deleted."""
        address = None if self.preview else self.settings.address
        return find_book(self.root, self.cache, self.guide, address=address, drop=not self.preview)

    @cached_property
    def shipped(self) -> tuple[Shipped, ...]:
        """What others made and the site sends along."""
        return find_shipped(self.assets, self.guide.edition, search=self.settings.search)

    def frame_values(self) -> dict[str, object]:
        """The values of the frame as plain data, the same for every page (see theme/main.html)."""
        return frame_values(
            self.guide.edition,
            news=bool(self.guide.posts),
            fonts=self.assets is not None,
            share_cards=self.settings.share_cards,
            preview=self.preview,
            way=self.way,
        )

    def made(self, lay: Callable[[StoryPages], object] | None = None) -> Iterator[OutputPage | OutputFile]:
        """Give everything but what is for hosts; a photo of several stories is given for each of them.

        lay: sees to the stories' own pages and covers, which are then not given (`storyguide.making.everything.make`).
        """
        pages = make(
            self.guide,
            address=self.settings.address,
            downloads=self.downloads,
            shipped=self.shipped,
            book=self.book,
            lay=lay,
        )
        return chain(pages, chain.from_iterable(group.make() for group in self.file_groups))

    def on_demand(self, *, further: Sequence[Maker] = (), learnt: Mapping[str, int] | None = None) -> OnDemand:
        """The same pages, with what the makers of pages bring along, each made when it is asked for.

        further: makers of pages of one's own. learnt: what the last of these learnt (`OnDemand.learnt`).
        """
        return OnDemand(
            self.guide,
            address=self.settings.address,
            downloads=self.downloads,
            shipped=self.shipped,
            book=self.book,
            further=further,
            learnt=learnt,
        )

    @property
    def file_groups(self) -> tuple[FileGroup, ...]:
        """The files that come with no page: style and fonts, licences, share cards, the online editor."""
        return (
            FileGroup("assets/", "", lambda: theme_files(self.assets, preview=self.preview)),
            FileGroup(f"{LICENCE_TEXTS}/", "", lambda: licence_texts(self.shipped, self.assets)),
            FileGroup(SBOM, "", lambda: sbom() if self.shipped else iter(())),
            FileGroup("", "card.png", self._share_cards),
            FileGroup("admin/", "", self._admin),
        )

    def for_hosts(self, made: Iterable[OutputPage | OutputFile], others: Iterable[str] = ()) -> Iterator[OutputFile]:
        """What is of use only where a site is published: whom to tell of a fault, and what to say with each file.

        made: all that `made` gave; others: paths of what else stands in the site, by hand or laid beside.
        """
        if self.preview:
            return
        security = tuple(make_security_txt(self.guide, self.settings.address))
        yield from security
        yield make_headers(made, others=(*others, *_BY_ENGINES, *(one.path for one in security)))

    def searched(self, pages: Iterable[OutputPage]) -> tuple[SearchDocument, ...]:
        """What search reads besides the stories, of all pages made and those written by hand."""
        return tuple(documents_of_pages(self.guide, pages))

    def _share_cards(self) -> Iterator[OutputFile]:
        if not self.settings.share_cards:
            return
        from storyguide.making.share_cards import make_share_cards

        folder = self.assets
        fonts = [folder / name for name in (BRICOLAGE_TTF, *FURTHER_TTFS)] if folder else []
        yield from make_share_cards(self.guide, self.cache / "share-cards", fonts)

    def _admin(self) -> Iterator[OutputFile]:
        if not self.guide.edition.repository or not self.assets:
            return
        from storyguide.cms import make_admin

        program, sign_in = self.assets / CMS, self.settings.sign_in
        yield from make_admin(self.guide, program, address=self.lasting_address, sign_in=sign_in)
