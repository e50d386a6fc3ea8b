"""How a page is made: its template filled, with the way back to the site's root."""

from collections.abc import Mapping

from storyguide.making import addresses
from storyguide.making.output import OutputPage
from storyguide.making.render import render

_ENDING_CARD = '<li class="card" data-until="'


def make_page(
    template: str,
    path: str,
    *,
    title: str,
    description: str = "",
    section: str = "",
    source: str = "",
    search: str = "",
    meta: Mapping[str, object] | None = None,
    **values: object,
) -> OutputPage:
    """Fill a template as one page.

    section: address of the entry in the main menu the page belongs to, from the site's root.
    search: as what search finds it, if it does.
    A page that shows the card of a story with a last day has `ends` in its metadata.
    The template is given every value, and `root`, `title` and `url` besides.
    """
    url = OutputPage(path=path, title=title, html="").url
    html = render(template, root=addresses.up_from(url), url=url, title=title, **values)
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
