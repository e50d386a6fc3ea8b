"""Where each thing of the guide stands, from the site's root. Addresses are promises: they never change."""

BOOK = "book/"
"""Of the page of the book, and the folder of its files."""
FORM = "tell-your-story/form/"
"""Where a story is told without an account."""

FEEDS = "feeds/"
"""What there is to be followed."""
DATA = "data/"
"""The guide as tables."""


def of_feed(page: str = "") -> str:
    """Of the feeds of what a page lists, without the ending that tells one format from the other."""
    return f"{page}feed"


def of_story(slug: str) -> str:
    return f"stories/{slug}/"


def of_place(slug: str) -> str:
    """Of a place or an area."""
    return f"places/{slug}/"


def of_theme(slug: str) -> str:
    return f"themes/{slug}/"


def of_dimension(slug: str) -> str:
    return f"dimensions/{slug}/"


def of_storyteller(slug: str) -> str:
    return f"storytellers/{slug}/"


def of_cover(slug: str) -> str:
    """The drawn picture of a story that has no photo."""
    return f"stories/{slug}/cover.svg"


def of_share_card(slug: str) -> str:
    return f"stories/{slug}/card.png"


def of_years(first: int) -> str:
    """Of the decade, or the century, that begins with this year."""
    return f"years/{first}s/"


def of_told(year: int = 0, month: int = 0) -> str:
    """Of the stories told in a month or a year; of the list of both."""
    return f"stories/told/{year}/{month:02}/" if month else f"stories/told/{year}/" if year else "stories/told/"


def of_letter(name: str = "") -> str:
    """Of the stories under a letter; of the list of all."""
    return f"stories/a-z/{name}/" if name else "stories/a-z/"


def of_trail(slug: str) -> str:
    return f"trails/{slug}/"


def of_tin(slug: str) -> str:
    return f"on-the-tin/{slug}/"


def of_tin_page(tin: str, page: str) -> str:
    """A step or a worksheet of a tin."""
    return f"on-the-tin/{tin}/{page}/"


def of_term(slug: str) -> str:
    """A word in the glossary."""
    return f"about/glossary/#{slug}"


def of_barrier(slug: str) -> str:
    """An entry of the register of barriers; so with the next."""
    return f"about/barriers/#{slug}"


def of_promise(slug: str) -> str:
    return f"about/promises/#{slug}"


def of_news(slug: str = "") -> str:
    """Of a post; of the list of them."""
    return f"news/{slug}/" if slug else "news/"


def of_news_month(year: int, month: int) -> str:
    return f"news/{year}/{month:02}/"


def of_news_category(slug: str) -> str:
    return f"news/category/{slug}/"


def of_news_by(slug: str) -> str:
    """Of what one person has written."""
    return f"news/by/{slug}/"


def of_event(slug: str = "") -> str:
    """Of an event; of the list of them."""
    return f"events/{slug}/" if slug else "events/"


def of_past_events(year: int) -> str:
    return f"events/{year}/"


def of_calendar(slug: str = "all") -> str:
    """A file for calendar programs: of one event, or of all."""
    return f"events/{slug}.ics"


def up_from(url: str) -> str:
    """What leads from a page's address back to the site's root: "../../" for "stories/lunch/"."""
    return "../" * url.count("/")
