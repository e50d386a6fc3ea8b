"""Check that translations and their originals belong together."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from storyguide.model.edition import Edition
from storyguide.model.gates import closed_beyond_the_web, closed_gates, has_gone, under_originals
from storyguide.model.problem import Problem
from storyguide.model.problems import checks as wording
from storyguide.model.story import Story


def check_translations(
    edition: Edition, stories: Iterable[Story], *, beside: Sequence[Story], today: date
) -> Iterator[Problem]:
    """Yield a problem for each translation without its original or held back by it, and each language not listed.

    The languages are those that the edition lists. beside: all stories, from which originals are looked up.
    """
    narrowed = {story.slug: story for story in under_originals(beside)}
    by_slug = {story.slug: story for story in beside}
    languages = dict.fromkeys((edition.language, *edition.languages))
    first: dict[tuple[str, str], str] = {}
    for story in stories:
        language = story.language or edition.language
        if language not in languages:
            yield wording.unknown_language(story.where("language"), language, list(languages))
        if not story.translation_of:
            continue
        where, slug = story.where("translation_of"), story.translation_of
        original = by_slug.get(slug)
        if original is None:
            yield wording.unknown_original(where, slug, list(by_slug))
        elif original is story or original.translation_of:
            known = original.translation_of if original.translation_of != story.slug else ""
            yield wording.translation_of_translation(where, slug, known)
        elif (original.language or edition.language) == language:
            yield wording.same_language(story.where("language"), slug, language)
        elif (other := first.setdefault((slug, language), story.slug)) != story.slug:
            yield wording.second_translation(where, slug, language, other)
        if original and original is not story and story.slug in narrowed:
            yield from _with_its_original(story, narrowed[story.slug], narrowed[slug], today)


def _with_its_original(story: Story, narrowed: Story, original: Story, today: date) -> Iterator[Problem]:
    """Yield the problem that holds back a translation because of its original, where nothing of its own does.

    narrowed: the translation, with no more allowed to it than to its original. original: the original, narrowed by an
    original of its own in the same way.
    """
    where = story.where("translation_of")
    if any(closed_gates(story, today)):
        return
    if has_gone(narrowed, today):
        yield wording.story_gone(where, story.slug, original=original.slug)
    elif any(closed_gates(original, today)):
        yield wording.translation_waits(where, original.slug)
    elif lost := [
        surface
        for surface in ("book", "feeds")
        if not closed_beyond_the_web(story, surface) and closed_beyond_the_web(narrowed, surface)
    ]:
        yield wording.translation_narrowed(where, original.slug, lost)
