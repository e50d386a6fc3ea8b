"""Whether translations and their originals belong together."""

from collections.abc import Iterable, Iterator

from storyguide.model.edition import Edition
from storyguide.model.problem import Problem
from storyguide.model.problems import checks as wording
from storyguide.model.story import Story


def check_translations(edition: Edition, stories: Iterable[Story], *, beside: Iterable[Story]) -> Iterator[Problem]:
    """Each translation without its original, and each language the edition does not list."""
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
