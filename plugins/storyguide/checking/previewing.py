"""Choose which unpublished stories a preview shows, say why each is unpublished, and fit it to stand on a page."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from storyguide.model.edition import Edition
from storyguide.model.gates import Gate, agreed, closed_gates, has_gone
from storyguide.model.nearest import nearest
from storyguide.model.people import Storyteller
from storyguide.model.problem import Problem
from storyguide.model.slug import KEPT_FREE
from storyguide.model.story import Kind, Status, Story

Why = Mapping[str, tuple[str, ...]]
"""Reasons why a story is not published, by the story's slug."""

_IN_WORDS = {
    Gate.CONSENT: "it waits for consent",
    Gate.APPROVAL_OUTDATED: "it has been changed since the storyteller approved it",
    Gate.APPROVAL_NOT_YET: "the day of the storyteller’s approval is still to come",
}
_TAKING_DOWN = ("status", "consent", "given", "until", "for", "withdrawn")
_NEAR = 0.7
"""Likeness, 0 to 1, from which a word may be a slip for another: “title” is not taken for “until”."""
_KEY = re.compile(r"(?P<indent>[ \t]*)(?:- )?(?P<key>[^\s#:：][^:：]*)")
_BETWEEN_WORDS = re.compile(r"[\W_]+")

_LACKING = "missing-fact"
_AMONG_WORDS = "fact-in-words"
_NOT_NAMED = Storyteller(slug="", name="somebody who is not named yet")


def why_unpublished(
    stories: Sequence[Story],
    *,
    today: date,
    blocked: Collection[str],
    is_address: Callable[[str], bool],
    waiting: Mapping[str, str] | None = None,
) -> dict[str, tuple[str, ...]]:
    """Return the reasons why each story is unpublished, by slug; stories taken down are left out.

    Each reason can end the sentence "Not published: ...". blocked: paths of the files that hold a story back; a story
    among them that could not be read is listed too. waiting: the original that each translation waits for, both by
    slug. is_address: whether a story can have a page under this slug; one that cannot is left out, as it has no page to
    say so on.
    """
    found = {story.slug: tuple(_reasons(story, today, blocked)) for story in stories if not has_gone(story, today)}
    for slug, original in (waiting or {}).items():
        found[slug] = (*found.get(slug, ()), f"it waits for its original, “{original}”")
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
    text_of: Callable[[Story], str | None],
    blocked: Collection[str],
    agreed_only: bool,
) -> Iterator[Story]:
    """Yield the unpublished stories that could be read, each made fit to be shown.

    told: the problems found when the stories were read. Where a slip stands in a fact that might take a story down, the
    story may be one that was taken down, so it is not shown.

    text_of: returns the text of a story's file, or None if it cannot be had; called only for stories with problems.

    agreed_only: for a preview that strangers can see. It leaves out each story that its teller has not agreed to today
    in these words, and each in which anything has to be mended: the slip may be in what they agreed to, or be what may
    not be seen. What a draft merely lacks is no slip.
    """
    told = tuple(told)
    faulty = {*blocked, *(problem.where.path for problem in told if problem.code != _LACKING)}
    slips: defaultdict[str, list[int]] = defaultdict(list)
    for problem in told:
        slips[problem.where.path].append(problem.where.line)
    slipped_down = {problem.where.path for problem in told if problem.code == _AMONG_WORDS}
    doubtful = {
        story.slug
        for story in stories
        if (lines := slips.get(story.source.path))
        and (story.source.path in slipped_down or (text := text_of(story)) is None or may_be_taken_down(text, lines))
    }
    for story in stories:
        if story.slug not in unpublished or doubtful & {story.slug, story.translation_of}:
            continue
        held_back = blocked if story.status is Status.READY else faulty
        if not agreed_only or _may_be_seen(story, today, held_back):
            yield _as_far_as_it_goes(story, edition, today)


def without_quotes(problems: Iterable[Problem], shown: Iterable[Story]) -> Iterator[Problem]:
    """Yield problems fit for strangers: those outside the files of the stories shown get a neutral message and mend."""
    public = {story.source.path for story in shown}
    for problem in problems:
        folder = "/".join(problem.where.path.split("/")[:2])
        yield (
            problem
            if problem.where.path in public
            else replace(
                problem,
                message="Something here is to be looked at.",
                mend=f"To read what, type where the guide is: python3 build.py check {folder}",
                changes=(),
            )
        )


def may_be_taken_down(text: str, lines: Collection[int]) -> bool:
    """Return whether one of these lines, counted from 1, belongs to a fact that might say that a story was taken down.

    Those facts are status, consent and the parts of consent, wherever they stand, in any spelling that comes near.
    """
    key, inside = "", False
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() == "---":
            if inside:
                break
            inside = True
            continue
        found = _KEY.match(line)
        if found and (not found["indent"] or _is_near(found["key"])):
            key = found["key"]
        if number in lines and _is_near(key):
            return True
    return False


def _is_near(key: str) -> bool:
    """Return whether a key, or a line without a colon, is near one of the words that may take a story down.

    The words are compared one by one and all joined together.
    """
    words = [word for word in _BETWEEN_WORDS.split(key.casefold()) if word]
    return any(nearest(word, _TAKING_DOWN, _NEAR) for word in ("".join(words), *words))


def _reasons(story: Story, today: date, blocked: Collection[str]) -> Iterator[str]:
    """Yield the reasons why a story is not published, each to follow "Not published: "."""
    for gate in closed_gates(story, today):
        if gate is Gate.STATUS:
            yield f"its status is “{story.status.value}”"
        elif gate is Gate.NOT_DUE and story.publish_on:
            yield f"it is to appear on {story.publish_on.day} {story.publish_on:%B} {story.publish_on.year}"
        else:
            yield _IN_WORDS[gate]
    if story.source.path in blocked:
        yield "something in it has to be mended first"


def _may_be_seen(story: Story, today: date, blocked: Collection[str]) -> bool:
    """Return whether strangers may see an unpublished story: its teller agrees to it as it is and nothing blocks it."""
    return agreed(story, today) and story.source.path not in blocked


def _as_far_as_it_goes(story: Story, edition: Edition, today: date) -> Story:
    """Return a story without what the edition does not know, with stand-ins for what a page cannot be without.

    Old addresses are dropped: another story may have them, and this one is not published.
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
