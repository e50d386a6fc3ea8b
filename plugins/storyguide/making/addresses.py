"""Where each thing of the guide stands, from the site's root. Addresses are promises: they never change."""


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


def up_from(url: str) -> str:
    """What leads from a page's address back to the site's root: "../../" for "stories/lunch/"."""
    return "../" * url.count("/")
