"""The ways into the guide: each place, theme and dimension that has stories, with how many."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from storyguide.making import addresses
from storyguide.making.links import Way
from storyguide.model.guide import Guide
from storyguide.model.story import Story


def by_area(guide: Guide) -> list[Way]:
    """The areas that have stories, in the edition's order; so with the others."""
    return list(_counted(((a.name, addresses.of_place(a.slug), a.slug) for a in guide.edition.areas), guide.in_area))


def by_place(guide: Guide, area: str = "") -> list[Way]:
    """The places, or those of one area."""
    places = (place for place in guide.edition.places if area in ("", place.area))
    return list(_counted(((p.name, addresses.of_place(p.slug), p.slug) for p in places), guide.in_place))


def by_theme(guide: Guide) -> list[Way]:
    return list(
        _counted(((t.name, addresses.of_theme(t.slug), t.slug) for t in guide.edition.themes), guide.about_theme)
    )


def by_dimension(guide: Guide) -> list[Way]:
    """Of the framework the stories are chiefly read by."""
    dimensions = guide.edition.frameworks[0].dimensions if guide.edition.frameworks else ()
    return list(_counted(((d.name, addresses.of_dimension(d.slug), d.slug) for d in dimensions), guide.showing))


def among(stories: Sequence[Story], guide: Guide, *, but: str = "") -> list[Way]:
    """The themes that these stories are about, apart from one, most first; the number is of these stories."""
    numbers: dict[str, int] = {}
    for story in stories:
        for slug in story.themes:
            numbers[slug] = numbers.get(slug, 0) + 1
    found = [
        Way(theme.name, addresses.of_theme(theme.slug), numbers[theme.slug])
        for theme in guide.edition.themes
        if theme.slug in numbers and theme.slug != but
    ]
    return sorted(found, key=lambda way: -way.number)


def _counted(items: Iterable[tuple[str, str, str]], index: Mapping[str, Sequence[Story]]) -> Iterator[Way]:
    for name, address, slug in items:
        if slug in index:
            yield Way(name, address, len(index[slug]))
