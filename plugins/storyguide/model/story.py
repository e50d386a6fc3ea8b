"""One person's account of something they love where they live."""

import re
from calendar import month_name
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from storyguide.model.framework import Evidence
from storyguide.model.people import Consent, Storyteller
from storyguide.model.photo import Photo
from storyguide.model.place import Point, Precision
from storyguide.model.source import Source
from storyguide.model.when import Happened

FRESH_MONTHS = 24
"""For so long facts are taken to be as they were."""

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_MONTH = re.compile(r"\b((?:1[5-9]|20)\d\d)-(\d\d)\b")
_MONTH_NAMES = [name.casefold() for name in month_name[1:]]


class Kind(Enum):
    """Who speaks in a story."""

    TOLD = "told"
    FACT_FILE = "fact-file"


class Status(Enum):
    """How far a story has come."""

    IDEA = "idea"
    DRAFT = "draft"
    REVIEW = "review"
    READY = "ready"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A link or a source: where more can be read, and when it was."""

    title: str
    address: str = ""
    archived: str = ""
    claim: str = ""
    """What the source is the source of, for a fact-file."""
    accessed: date | None = None
    as_of: str = ""
    """The time the source speaks of, as written."""
    disputed: str = ""
    """What another source says instead."""

    @property
    def speaks_of(self) -> tuple[int, int] | None:
        """The latest year and month it can speak of: as it says itself, else when it was read."""
        if numbered := _MONTH.findall(self.as_of):
            return max((int(year), int(month)) for year, month in numbered)
        if years := _YEAR.findall(self.as_of):
            said = self.as_of.casefold()
            months = [number for number, name in enumerate(_MONTH_NAMES, 1) if name in said]
            return max(map(int, years)), (months[-1] if months else 12)
        return (self.accessed.year, self.accessed.month) if self.accessed else None


@dataclass(frozen=True, kw_only=True)
class Notice:
    """Something a group offers or needs, until a day."""

    text: str
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class Difference:
    """What changed, for whom, and how we know."""

    what: str
    whom: str = ""
    how_we_know: str = ""


@dataclass(frozen=True, kw_only=True)
class Barrier:
    """What stood in the way, by its slug in the barriers list, and what eased it."""

    barrier: str
    eased_by: str = ""


@dataclass(frozen=True, kw_only=True)
class TinUse:
    """An On the Tin resource a story made use of, and how."""

    tin: str
    how: str


@dataclass(frozen=True, kw_only=True)
class Recognition:
    """An award and who says so."""

    award: str
    year: str = ""
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Words:
    """A story's words, read and made safe."""

    html: str
    """Clean HTML. Photos stand in it as <img src="FILE" alt="..."> with FILE a name in the story's folder;
    links to other stories as <a href="story:SLUG">; headings are h2 to h4."""
    count: int
    """Number of words; in a long story, give or take a few."""
    photos: tuple[str, ...] = ()
    """Files of the photos it shows, in order."""
    stories: tuple[str, ...] = ()
    """Slugs of the stories it links to."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Line of the file on which each of its photos ("bench.jpg") and stories ("story:SLUG") first stands."""


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What somebody answered to a story; of a reply that was taken back nothing is read but that."""

    name: str
    """Of its file, without the ending."""
    source: Source
    by: str
    """Who wrote it, by the name they wish."""
    on: date
    """The day on which they wrote it."""
    consent: Consent | None = None
    words: Words

    def may_stand_on(self, day: date) -> bool:
        """Whether its writer agrees to its being on the web on this day."""
        return self.consent is not None and self.consent.holds_on(day)


@dataclass(frozen=True, kw_only=True)
class Story:
    """A story that could be read whole."""

    slug: str
    source: Source
    title: str
    summary: str
    kind: Kind = Kind.TOLD
    storyteller: Storyteller | None = None
    organisation: str = ""
    collaborators: tuple[str, ...] = ()
    """Those who made it with the storyteller, by the names they wish."""
    places: tuple[str, ...] = ()
    """Slugs, one or two; whether the guide has them is for checking to say. So with themes."""
    location: Point | None = None
    """Rounded when read; None when hidden or not given."""
    precision: Precision = Precision.AREA
    access: str = ""
    themes: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    told_on: date
    happened: Happened | None = None
    photos: tuple[Photo, ...] = ()
    consent: Consent | None = None
    approved_on: date | None = None
    approved_words: str = ""
    """The mark of the wording that was approved; empty when nobody wrote it down."""
    wording: str = ""
    """The mark of the wording it has; made only where it is to be compared with the one that was approved."""
    licence: str
    """A name from storyguide.model.licence."""
    language: str = ""
    """A language tag; empty for the edition's own."""
    translation_of: str = ""
    translated_from: str = ""
    translator: str = ""
    join_in: str = ""
    offers: tuple[Notice, ...] = ()
    needs: tuple[Notice, ...] = ()
    difference: Difference | None = None
    barriers: tuple[Barrier, ...] = ()
    assets: tuple[tuple[str, str], ...] = ()
    """(kind of asset, what was used) pairs: skills, buildings, land, networks, money."""
    tins: tuple[TinUse, ...] = ()
    links: tuple[Reference, ...] = ()
    sources: tuple[Reference, ...] = ()
    content_note: str = ""
    recognition: tuple[Recognition, ...] = ()
    status: Status = Status.READY
    publish_on: date | None = None
    review_on: date | None = None
    """The day on which the editors want to look at it again."""
    also_at: tuple[str, ...] = ()
    """Older names of its folder, the oldest first."""
    back_at_first: bool = False
    """Whether its folder has the name again that it had first of all, before those."""
    words: Words
    replies: tuple[Reply, ...] = ()
    """The earliest first; those nobody may read yet are among them until the guide is put together."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Line of each key as written: "themes", "themes[1]", "photos[0].alt"."""
    written: Mapping[str, str] = field(default_factory=dict)
    """By the same keys, the names of which only the slug is kept: "themes[1]" gives "Making & mending"."""

    @property
    def first_slug(self) -> str:
        """The name its folder had when it was first published: it is known by that for good."""
        return self.also_at[0] if self.also_at and not self.back_at_first else self.slug

    @property
    def names(self) -> tuple[str, ...]:
        """What stands under also_at in its file: its older names, its own among them if it was the first."""
        return (self.slug, *self.also_at) if self.back_at_first else self.also_at

    @property
    def changed_on(self) -> date:
        """The latest day of which we know that something of it was told, approved, checked or published."""
        days = (self.told_on, self.publish_on, self.approved_on, self.last_checked)
        return max(day for day in days if day)

    @property
    def newest_known(self) -> tuple[int, int] | None:
        """The latest year and month any of its sources speaks of."""
        return max((time for source in self.sources if (time := source.speaks_of)), default=None)

    @property
    def last_checked(self) -> date | None:
        """The day on which a fact-file's facts were last compared with a source; None for a told story."""
        if self.kind is not Kind.FACT_FILE:
            return None
        return max((source.accessed for source in self.sources if source.accessed), default=self.told_on)

    @property
    def outgrew_approval(self) -> bool:
        """Whether a told story was approved in other words than it has now; without a mark nobody can tell."""
        return bool(self.approved_words) and self.kind is Kind.TOLD and self.approved_words != self.wording

    def is_stale(self, day: date) -> bool:
        """Whether nobody has looked a fact-file's facts up for so long that they may have changed."""
        checked = self.last_checked
        return checked is not None and _months(checked) < _months(day) - FRESH_MONTHS

    def where(self, key: str = "") -> Source:
        """The file, and the line of this key if it was written, else of the key it belongs to."""
        while key and key not in self.lines:
            key = key[: max(key.rfind("."), key.rfind("["), 0)]
        return Source(self.source.path, self.lines.get(key, 0))


def _months(day: date) -> int:
    return day.year * 12 + day.month
