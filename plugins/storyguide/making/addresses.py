"""Where each thing of the guide stands, from the site's root. Addresses are promises: they never change."""

FORM = "tell-your-story/form/"
"""Where a story is told without an account."""


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


def up_from(url: str) -> str:
    """What leads from a page's address back to the site's root: "../../" for "stories/lunch/"."""
    return "../" * url.count("/")
