"""The first page of a preview that is handed on: what has changed, what it does to addresses, what is to be mended."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from storyguide.making import addresses, pictures
from storyguide.making.cards import colour_of
from storyguide.making.render import Context, counted, render
from storyguide.model.changes import AddressChange, Changes, How, StoryChange
from storyguide.model.edition import Edition
from storyguide.model.guide import Guide
from storyguide.model.problem import Problem

GUIDE = "guide/"
"""Where the whole guide stands, as seen from this page."""


@dataclass(frozen=True, kw_only=True)
class Changed:
    """A story that has changed, as a preview shows it."""

    slug: str
    how: str
    was: str
    """What its folder was called, where that has changed."""
    what: str
    """The facts that have changed, in words."""
    title: str
    language: str
    summary: str
    picture: Markup | str
    colour: str
    url: str
    """Of its page, "" where it has none."""
    why: Sequence[str]
    """The reasons for which it is not published."""
    told: str
    """What there is to mend, in a sentence."""


class ToMend(NamedTuple):
    """A story's folder, and what there is to mend in it."""

    slug: str
    problems: Sequence[Problem]


@dataclass(frozen=True, kw_only=True)
class PreviewPage(Context, template="preview.html"):
    """The first page of a preview that is handed on. It stands beside the guide, so it brings its own frame."""

    edition: Edition
    changes: Changes
    stories: Sequence[Changed]
    lost: Sequence[AddressChange]
    kept: Sequence[AddressChange]
    found: Sequence[ToMend]
    url_of: Callable[[str], str]
    """The address of a story by its slug, from the guide's root."""
    guide: str
    """Where the guide stands, as seen from the page."""


def make_preview(guide: Guide, changes: Changes) -> str:
    """A whole page, for whoever decides about the changes."""
    return str(
        render(
            PreviewPage(
                edition=guide.edition,
                changes=changes,
                stories=[_entry(guide, change) for change in changes.stories],
                lost=[one for one in changes.addresses if one.lost],
                kept=[one for one in changes.addresses if not one.lost],
                found=[ToMend(one.slug, found) for one in changes.stories if (found := _to_mend(guide, one.slug))],
                url_of=addresses.of_story,
                guide=GUIDE,
            )
        )
    )


def _entry(guide: Guide, change: StoryChange) -> Changed:
    slug = change.slug
    story = guide.by_slug.get(slug)
    has_page = change.how is not How.TAKEN_AWAY and (story or slug in guide.unpublished or slug in guide.gone)
    return Changed(
        slug=slug,
        how=change.how.value,
        was=change.was,
        what=_listed(change.what),
        title=story.title if story else "",
        language=story.language if story else "",
        summary=story.summary if story else "",
        picture=pictures.on_a_card(story, GUIDE) if story else "",
        colour=colour_of(slug),
        url=f"{GUIDE}{addresses.of_story(slug)}" if has_page else "",
        why=guide.unpublished.get(slug, ()),
        told=_told(_to_mend(guide, slug)),
    )


def _to_mend(guide: Guide, slug: str) -> Sequence[Problem]:
    return () if slug in guide.gone else guide.faults.get(slug, ())


def _listed(what: Sequence[str]) -> str:
    return f"{', '.join(what[:-1])} and {what[-1]}" if len(what) > 1 else "".join(what)


def _told(found: Sequence[Problem]) -> str:
    """How many problems there are, and what they hold back."""
    if not found:
        return "Nothing to mend."
    held = sum(problem.blocks for problem in found)
    if not held:
        return (
            f"{counted(len(found), 'thing')} to look at; nothing is held back by {'it' if len(found) == 1 else 'them'}."
        )
    rest = f", {len(found) - held} more to look at" if len(found) > held else ""
    return f"{counted(held, 'thing')} to mend before it can be published{rest}."
