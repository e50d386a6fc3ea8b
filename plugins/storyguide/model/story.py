"""Data classes for a story: its facts, its text and what belongs to it."""

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
"""Number of months for which a fact-file's facts count as up to date."""

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_MONTH = re.compile(r"\b((?:1[5-9]|20)\d\d)-(\d\d)\b")
_MONTH_NAMES = [name.casefold() for name in month_name[1:]]


class Kind(Enum):
    """The speaker of a story: its storyteller, or the editors writing from public sources."""

    TOLD = "told"
    FACT_FILE = "fact-file"


class Status(Enum):
    """The editorial status of a story, as written in its file."""

    IDEA = "idea"
    DRAFT = "draft"
    REVIEW = "review"
    READY = "ready"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A link or a source: title, web address, and when it was read."""

    title: str
    address: str = ""
    archived: str = ""
    claim: str = ""
    """Statement that the source supports; for fact-files."""
    accessed: date | None = None
    as_of: str = ""
    """Time the source describes, as written."""
    disputed: str = ""
    """Conflicting statement of another source."""

    @property
    def speaks_of(self) -> tuple[int, int] | None:
        """Latest (year, month) the source can describe: from `as_of`, else from `accessed`; None if neither is known.

        A year without a month counts as December.
        """
        if numbered := _MONTH.findall(self.as_of):
            return max((int(year), int(month)) for year, month in numbered)
        if years := _YEAR.findall(self.as_of):
            said = self.as_of.casefold()
            months = [number for number, name in enumerate(_MONTH_NAMES, 1) if name in said]
            return max(map(int, years)), (months[-1] if months else 12)
        return (self.accessed.year, self.accessed.month) if self.accessed else None


@dataclass(frozen=True, kw_only=True)
class Notice:
    """An offer or a need of a group, valid until a day (without end if None)."""

    text: str
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A change that came about: for whom, and how it is known."""

    what: str
    whom: str = ""
    how_we_know: str = ""


@dataclass(frozen=True, kw_only=True)
class Barrier:
    """A barrier the story met (slug in the barriers register), and what eased it."""

    barrier: str
    eased_by: str = ""


@dataclass(frozen=True, kw_only=True)
class TinUse:
    """An On the Tin resource the story used (by slug), and how it was used."""

    tin: str
    how: str


@dataclass(frozen=True, kw_only=True)
class Recognition:
    """An award, with its year and who confirms it."""

    award: str
    year: str = ""
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Words:
    """Text of a story, converted from Markdown to clean HTML."""

    html: str
    """Clean HTML. Photos are <img src="FILE" alt="..."> with FILE a name in the story's folder; links to other
    stories are <a href="story:SLUG">; headings are h2 to h4."""
    count: int
    """Number of words; approximate in a long story."""
    photos: tuple[str, ...] = ()
    """File names of the photos in the text, in order."""
    stories: tuple[str, ...] = ()
    """Slugs of the stories linked to."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Line number of the first use of each photo ("bench.jpg") and each linked story ("story:SLUG")."""


@dataclass(frozen=True, kw_only=True)
class Reply:
    """A reader's reply to a story; of a withdrawn reply only the withdrawal is read."""

    name: str
    """File name without the extension."""
    source: Source
    by: str
    """Author, by the name they wish."""
    on: date
    """Day on which the reply was written."""
    consent: Consent | None = None
    words: Words

    def may_stand_on(self, day: date) -> bool:
        """Return whether the author consents to the reply being on the web on this day."""
        return self.consent is not None and self.consent.holds_on(day)


@dataclass(frozen=True, kw_only=True)
class Story:
    """A story that was read without blocking problems."""

    slug: str
    source: Source
    title: str
    summary: str
    kind: Kind = Kind.TOLD
    storyteller: Storyteller | None = None
    organisation: str = ""
    collaborators: tuple[str, ...] = ()
    """People who made it with the storyteller, by the names they wish."""
    places: tuple[str, ...] = ()
    """Slugs of one or two places; existence in the edition is checked later (as for `themes`)."""
    location: Point | None = None
    """Position, rounded on reading; None if hidden or not given."""
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
    """Hash of the wording that was approved; empty if none was recorded."""
    wording: str = ""
    """Hash of the present wording; set only if `approved_words` is."""
    licence: str
    """Short name of a licence in `storyguide.model.licence`."""
    language: str = ""
    """Language tag; empty for the edition's own language."""
    translation_of: str = ""
    translated_from: str = ""
    translator: str = ""
    join_in: str = ""
    offers: tuple[Notice, ...] = ()
    needs: tuple[Notice, ...] = ()
    difference: Difference | None = None
    barriers: tuple[Barrier, ...] = ()
    assets: tuple[tuple[str, str], ...] = ()
    """(kind of asset, what was used) pairs; the kinds are skills, buildings, land, networks, money."""
    tins: tuple[TinUse, ...] = ()
    links: tuple[Reference, ...] = ()
    sources: tuple[Reference, ...] = ()
    content_note: str = ""
    recognition: tuple[Recognition, ...] = ()
    status: Status = Status.READY
    publish_on: date | None = None
    review_on: date | None = None
    """Day on which the editors want to look at the story again."""
    also_at: tuple[str, ...] = ()
    """Former names of the story's folder, oldest first."""
    back_at_first: bool = False
    """Whether the folder has its first name again, after those in `also_at`."""
    words: Words
    replies: tuple[Reply, ...] = ()
    """Replies, earliest first; includes those not yet publishable until the guide is put together."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Line number of each key in the file: "themes", "themes[1]", "photos[0].alt"."""
    written: Mapping[str, str] = field(default_factory=dict)
    """Names as written, by the same keys, where other fields keep only the slug: "themes[1]" gives "Making &
    mending"."""

    @property
    def first_slug(self) -> str:
        """Folder name at first publication; the story's permanent identifier."""
        return self.also_at[0] if self.also_at and not self.back_at_first else self.slug

    @property
    def names(self) -> tuple[str, ...]:
        """Former folder names as `also_at` lists them: starts with the present name if that was also the first."""
        return (self.slug, *self.also_at) if self.back_at_first else self.also_at

    @property
    def changed_on(self) -> date:
        """Latest known day on which the story was told, approved, checked or published."""
        days = (self.told_on, self.publish_on, self.approved_on, self.last_checked)
        return max(day for day in days if day)

    @property
    def newest_known(self) -> tuple[int, int] | None:
        """Latest (year, month) that any of the story's sources describes; None if unknown."""
        return max((time for source in self.sources if (time := source.speaks_of)), default=None)

    @property
    def last_checked(self) -> date | None:
        """Day a fact-file's facts were last compared with a source; None for a told story."""
        if self.kind is not Kind.FACT_FILE:
            return None
        return max((source.accessed for source in self.sources if source.accessed), default=self.told_on)

    @property
    def outgrew_approval(self) -> bool:
        """Whether a told story's wording differs from the approved one; False if no hash was recorded."""
        return bool(self.approved_words) and self.kind is Kind.TOLD and self.approved_words != self.wording

    def is_stale(self, day: date) -> bool:
        """Return whether a fact-file was last checked more than `FRESH_MONTHS` months before this day."""
        checked = self.last_checked
        return checked is not None and _months(checked) < _months(day) - FRESH_MONTHS

    def where(self, key: str = "") -> Source:
        """Return the file and the line of this key, or of the nearest enclosing key that was written; else line 0."""
        while key and key not in self.lines:
            key = key[: max(key.rfind("."), key.rfind("["), 0)]
        return Source(self.source.path, self.lines.get(key, 0))


def _months(day: date) -> int:
    return day.year * 12 + day.month
