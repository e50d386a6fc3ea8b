"""How a page is made: its template filled, with the way back to the site's root."""

from collections.abc import Mapping

from storyguide.making import addresses
from storyguide.making.output import OutputPage
from storyguide.making.render import Context, Standing, render

_ENDING_CARD = '<li class="card" data-until="'


def make_page(
    path: str,
    context: Context,
    *,
    title: str,
    description: str = "",
    section: str = "",
    source: str = "",
    search: str = "",
    meta: Mapping[str, object] | None = None,
) -> OutputPage:
    """Fill the context's template as the page at this path of docs/.

    section: address of the entry in the main menu the page belongs to, from the site's root.
    source: the contributor's file behind it, from the guide's root.
    search: as what search finds it (a kind in storyguide.making.search), if it does.
    meta: further values for the frame (theme/main.html).
    The template may read `root`, `title` and `url` besides its context. A page that shows the card of a story with a
    last day has `ends` in its metadata.
    """
    url = OutputPage(path=path, title=title, html="").url
    html = render(context, Standing(addresses.up_from(url), url, title))
    ends = {"ends": True} if _ENDING_CARD in html else {}
    return OutputPage(
        path=path,
        title=title,
        description=description,
        html=str(html),
        source=source,
        search=search,
        meta={"section": section, **(meta or {}), **ends},
    )
