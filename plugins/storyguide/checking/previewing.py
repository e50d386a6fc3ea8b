"""What a preview shows beside what is published: why a story is not, and as much of it as can stand on a page."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from storyguide.checking.addresses import KEPT_FREE
from storyguide.checking.consent import consented, has_gone
from storyguide.model.edition import Edition
from storyguide.model.people import Storyteller
from storyguide.model.problem import Problem
from storyguide.model.story import Kind, Status, Story

Why = Mapping[str, tuple[str, ...]]
"""Why each story is not published, by slug."""

_NOT_NAMED = Storyteller(slug="", name="somebody who is not named yet")


def why_unpublished(
    stories: Sequence[Story], *, today: date, blocked: Collection[str], is_address: Callable[[str], bool]
) -> dict[str, tuple[str, ...]]:
    """Why each story is not published that is not, and was not taken down; each reason ends "Not published: ...".

    blocked: paths of the files that hold a story back. A story among them that nobody could read is told of too.
    is_address: whether a story can stand under this name; what cannot is left out, as it has no page to say so on.
    """
    found = {story.slug: tuple(_reasons(story, today, blocked)) for story in stories if not has_gone(story, today)}
    read = {story.source.path for story in stories}
    found |= {
        path.split("/")[1]: ("it cannot be read yet",)
        for path in blocked
        if path not in read and path.startswith("stories/") and path.endswith("/story.md")
    }
    return {slug: found[slug] for slug in sorted(found) if found[slug] and slug not in KEPT_FREE and is_address(slug)}


def shown_all_the_same(
    stories: Sequence[Story],
    unpublished: Why,
    edition: Edition,
    *,
    today: date,
    told: Iterable[Problem],
    agreed_only: bool,
) -> Iterator[Story]:
    """Those of the unpublished stories that could be read, as far as they can be shown.

    told: what was found when they were read. Where a slip stands in a story's status or consent, it may be one that
    was taken down, so it is not shown.
    agreed_only: no told story of which no consent is written down.
    """
    slips = {problem.where for problem in told}
    for story in stories:
        if story.slug not in unpublished or (agreed_only and _nobody_agreed(story)):
            continue
        if not any(story.where(key) in slips for key in story.lines if key.startswith(("status", "consent"))):
            yield _as_far_as_it_goes(story, edition, today)


def _reasons(story: Story, today: date, blocked: Collection[str]) -> Iterator[str]:
    if story.status is not Status.READY:
        yield f"its status is “{story.status.value}”"
    if story.publish_on and story.publish_on > today:
        yield f"it is to appear on {story.publish_on.day} {story.publish_on:%B %Y}"
    if not consented(story, today):
        yield "it waits for consent"
    if story.outgrew_approval:
        yield "it has been changed since the storyteller approved it"
    if story.source.path in blocked:
        yield "something in it has to be mended first"


def _nobody_agreed(story: Story) -> bool:
    return story.kind is Kind.TOLD and (story.consent is None or story.consent.given is None)


def _as_far_as_it_goes(story: Story, edition: Edition, today: date) -> Story:
    """The story without what the edition does not know, and with a stand-in for what no page can be without.

    It leads nobody on from an old address: another story may have that, and this one is not published.
    """
    places = {place.slug for place in edition.places}
    themes = {theme.slug for theme in edition.themes}
    dimensions = {one.slug for framework in edition.frameworks for one in framework.dimensions}
    return replace(
        story,
        title=story.title or f"“{story.slug}”, which has no title yet",
        told_on=today if story.told_on == date.min else story.told_on,
        storyteller=story.storyteller or (_NOT_NAMED if story.kind is Kind.TOLD else None),
        places=tuple(slug for slug in story.places if slug in places),
        themes=tuple(slug for slug in story.themes if slug in themes),
        evidence=tuple(one for one in story.evidence if one.dimension in dimensions),
        also_at=(),
    )
