"""What the frame round every page says: the guide's name, its menu and what stands at the foot."""

from collections.abc import Iterable

from storyguide.making.registry import Entry, about_the_guide, in_the_menu, ways_in
from storyguide.model.edition import Edition
from storyguide.model.licence import LICENCES


def frame_values(
    edition: Edition, *, news: bool, fonts: bool, share_cards: bool, preview: bool, way: tuple[str, str] = ("", "")
) -> dict[str, object]:
    """The values of the frame as plain data, the same for every page (see theme/main.html).

    news: whether there is any; nothing leads to a page with nothing on it. way: of a preview, a name and where it
    leads, as seen from the site's root.
    """
    return {
        "name": edition.name,
        "town": edition.town,
        "strapline": edition.strapline,
        "language": edition.language,
        "licence": edition.licence,
        "licence_address": LICENCES[edition.licence].address if edition.licence in LICENCES else "",
        "menu": _items(in_the_menu(), edition, news=news),
        "about": _items(about_the_guide(), edition, news=news),
        "ways": _items(ways_in(), edition, news=news),
        "fonts": fonts,
        "share_cards": share_cards,
        "preview": preview,
        "way": {"name": way[0], "url": way[1]},
    }


def _items(entries: Iterable[Entry], edition: Edition, *, news: bool) -> list[dict[str, str]]:
    return [{"name": entry.name, "url": entry.address} for entry in entries if entry.shown(edition, news)]
