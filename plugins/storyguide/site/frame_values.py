"""What the frame round every page says: the guide's name, its menu and what stands at the foot."""

from collections.abc import Iterable

from storyguide.model.edition import Edition
from storyguide.model.licence import LICENCES

MENU = (
    ("Stories", "stories/"),
    ("Map", "map/"),
    ("On the Tin", "on-the-tin/"),
    ("Tell yours", "tell-your-story/"),
    ("Search", "search/"),
)
ABOUT = (
    ("Who makes it", "about/"),
    ("How we chose these stories", "about/how-we-chose/"),
    ("Who is missing", "about/who-is-missing/"),
    ("Changing or taking down a story", "about/corrections/"),
    ("Accessibility", "about/accessibility/"),
    ("Privacy", "about/privacy/"),
    ("Licences", "about/licences/"),
    ("Open data", "data/"),
)
WAYS = (
    ("All the stories", "stories/"),
    ("Stories from A to Z", "stories/a-z/"),
    ("Places", "places/"),
    ("Themes", "themes/"),
    ("What the stories show", "dimensions/"),
    ("Years", "years/"),
    ("Trails", "trails/"),
    ("Storytellers", "storytellers/"),
    ("The book", "book/"),
    ("News", "news/"),
    ("Events", "events/"),
    ("Tell your story", "tell-your-story/"),
    ("Follow the guide", "feeds/"),
)


def frame_values(
    edition: Edition, *, news: bool, fonts: bool, share_cards: bool, preview: bool, way: tuple[str, str] = ("", "")
) -> dict[str, object]:
    """The values of the frame as plain data, the same for every page (see theme/main.html).

    news: whether there is any; nothing leads to a page with nothing on it. way: of a preview, a name and where it
    leads, as seen from the site's root.
    """
    empty = {"news/": not news, "events/": not edition.events}
    return {
        "name": edition.name,
        "town": edition.town,
        "strapline": edition.strapline,
        "language": edition.language,
        "licence": edition.licence,
        "licence_address": LICENCES[edition.licence].address if edition.licence in LICENCES else "",
        "menu": _items(MENU),
        "about": _items(ABOUT),
        "ways": _items((name, url) for name, url in WAYS if not empty.get(url)),
        "fonts": fonts,
        "share_cards": share_cards,
        "preview": preview,
        "way": {"name": way[0], "url": way[1]},
    }


def _items(pairs: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"name": name, "url": url} for name, url in pairs]
