"""Puts the desk together: a row for every story, whether or not it can be read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from storyguide.checking.outside import check_outside, outward_of_lists, outward_of_story
from storyguide.editing.desk.chasing import need_of
from storyguide.editing.desk.needs import need_of_gone, need_of_translation, needs_of_days
from storyguide.editing.desk.reading_age import reading_age
from storyguide.editing.desk.states import state_of
from storyguide.editing.desk.unused import unused_in
from storyguide.model.desk import Desk, Need, Outside, Row, Sort, State
from storyguide.model.edition import Edition
from storyguide.model.gates import has_gone, under_originals
from storyguide.model.link import Answer
from storyguide.model.problem import Problem
from storyguide.model.source import Source
from storyguide.model.story import Kind, Story

if TYPE_CHECKING:
    from storyguide.model.tin import Tin

_SORTS = {sort: number for number, sort in enumerate(Sort)}
_STATES = {state: number for number, state in enumerate(State)}
_ENGLISH = "en"


def desk_of(
    edition: Edition,
    stories: Sequence[Story],
    problems: Iterable[Problem],
    *,
    today: date,
    answers: Mapping[str, Answer] | None = None,
    tins: "Sequence[Tin]" = (),
) -> Desk:
    """What the editors look at first.

    stories: all that could be read, drafts too. problems: all there are, of every file.
    answers: what outside addresses answered when they were last asked, by address.
    """
    answers = answers or {}
    of_story, elsewhere = _sorted_out(stories, problems)
    by_slug = {story.slug: story for story in stories}
    stories = under_originals(stories)
    names = {place.slug: place.name for place in edition.places}
    outside = list(outward_of_lists(edition, tins))
    elsewhere += _needs(check_outside(outside, answers), None)
    rows: list[Row] = []
    addresses = {out.address for out in outside}
    for story in stories:
        told = of_story.pop(story.slug, [])
        if has_gone(story, today):
            rows.append(_row_of_gone(story))
            continue
        links = list(outward_of_story(story))
        addresses.update(out.address for out in links)
        needs = [*_needs(told, story), *_needs(check_outside(links, answers), story), *needs_of_days(story, today)]
        if story.translation_of:
            needs += need_of_translation(story, by_slug.get(story.translation_of))
        needs.sort(key=_first_things_first)
        state = state_of(story, needs, told, today)
        rows.append(_row(story, state, tuple(needs), names, edition))
    rows += [_row_of_unread(slug, told) for slug, told in of_story.items()]
    rows.sort(key=_in_order)
    return Desk(
        name=edition.name,
        day=today,
        rows=tuple(rows),
        others=tuple(sorted(elsewhere, key=_first_things_first)),
        unused=tuple(unused_in(edition, _published(rows, by_slug))),
        outside=_outside(addresses, answers),
    )


def _sorted_out(stories: Iterable[Story], problems: Iterable[Problem]) -> tuple[dict[str, list[Problem]], list[Need]]:
    """The problems of each story's folder, and what is needed elsewhere."""
    read = {story.slug for story in stories}
    of_story: defaultdict[str, list[Problem]] = defaultdict(list)
    elsewhere: list[Need] = []
    for problem in problems:
        first, _, rest = problem.where.path.partition("/")
        folder, _, file = rest.partition("/")
        if first == "stories" and file and (folder in read or file.endswith(".md")):
            of_story[folder].append(problem)
        elif need := need_of(problem, None):
            elsewhere.append(need)
    return of_story, elsewhere


def _needs(problems: Iterable[Problem], story: Story | None) -> Iterator[Need]:
    return (need for problem in problems if (need := need_of(problem, story)))


def _row(story: Story, state: State, needs: tuple[Need, ...], names: Mapping[str, str], edition: Edition) -> Row:
    teller = story.storyteller
    language = story.language or edition.language
    return Row(
        slug=story.slug,
        title=story.title or story.slug,
        state=state,
        kind=story.kind.value,
        credit=teller.name if teller and story.kind is Kind.TOLD else story.organisation,
        places=" and ".join(names[slug] for slug in story.places if slug in names),
        language=story.language,
        words=story.words.count,
        age=reading_age(story.words.html) if language.split("-")[0] == _ENGLISH else None,
        told_on=story.told_on if story.told_on > date.min else None,
        publish_on=story.publish_on,
        review_on=story.review_on,
        consent_until=story.consent.until if story.consent else None,
        needs=needs,
        where=story.source,
    )


def _row_of_gone(story: Story) -> Row:
    """Without its title: of a story that was taken down nothing is shown but its folder's name."""
    needs = tuple(need_of_gone(story))
    return Row(slug=story.slug, title=story.slug, state=State.GONE, needs=needs, where=story.source)


def _row_of_unread(slug: str, told: Sequence[Problem]) -> Row:
    needs = sorted(_needs(told, None), key=_first_things_first)
    where = Source(told[0].where.path)
    return Row(slug=slug, title=slug, state=State.HELD, needs=tuple(needs), where=where)


def _published(rows: Iterable[Row], by_slug: Mapping[str, Story]) -> Iterator[Story]:
    return (by_slug[row.slug] for row in rows if row.state in (State.PUBLISHED, State.REVIEW_DUE))


def _outside(addresses: set[str], answers: Mapping[str, Answer]) -> Outside:
    days = [answers[address].day for address in addresses if address in answers]
    return Outside(addresses=len(addresses), asked=len(days), latest=max(days, default=None))


def _first_things_first(need: Need) -> tuple[int, Source]:
    return _SORTS[need.sort], need.where


def _in_order(row: Row) -> tuple[int, int, str, str]:
    pressing = _SORTS[row.needs[0].sort] if row.needs else len(_SORTS)
    return _STATES[row.state], pressing, row.title.casefold(), row.slug
