"""What may stand in a story's words: the allow-list of HTML, where links may lead, which pictures may show."""

import re
from urllib.parse import unquote

import nh3

from storyguide.model.markup.at_speed import is_plain
from storyguide.model.markup.tags import Tag, change_tags

PREFIX = "s-"
"""Begins every id in a story's words, so that none can pass for one of the page's own."""

_CLEANER = nh3.Cleaner(
    tags={
        *(
            "a",
            "blockquote",
            "br",
            "code",
            "del",
            "div",
            "em",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "img",
            "li",
            "ol",
        ),
        *("p", "pre", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"),
    },
    clean_content_tags={"script", "style"},
    attributes={
        "*": set(),
        "a": {"href", "id", "rel", "aria-label"},
        "h2": {"id"},
        "h3": {"id"},
        "h4": {"id"},
        "img": {"src", "alt"},
        "li": {"id"},
        "ol": {"start"},
    },
    allowed_classes={
        "a": {"footnote-backref"},
        "div": {"footnotes"},
        "sup": {"footnote-ref"},
        "td": {"align-left", "align-center", "align-right"},
        "th": {"align-left", "align-center", "align-right"},
    },
    set_tag_attribute_values={"th": {"scope": "col"}},
    url_schemes={"http", "https", "mailto", "tel", "story"},
    link_rel=None,
    id_prefix=PREFIX,
)

_WEB = re.compile(r"https?://[^/?#@\s]+(?:[/?#]\S*)?", re.IGNORECASE)
"""With nothing before an @ in it: "https://council.example@elsewhere.example" leads elsewhere."""
_PERSON = re.compile(r"(?:mailto:[^\s@]+@[^\s@]+|tel:\+?[0-9().-]+)", re.IGNORECASE)
_STORY = re.compile(r"(?:story:|\.\./|/stories/)([a-z0-9]+(?:-[a-z0-9]+)*)(?:/(?:(?:story|index)\.md)?)?(?:#.*)?")
_FILE = re.compile(r"(?:\./)?([^./\\:?#%*\"<>|\x00-\x1f][^/\\:?#%*\"<>|\x00-\x1f]*)")

_PAGE_CLEANER = nh3.Cleaner(
    tags=nh3.ALLOWED_TAGS - {"style", "map", "area"},
    clean_content_tags={"script", "style", "template"},
    attributes={name: set(given) for name, given in nh3.ALLOWED_ATTRIBUTES.items()}
    | {"*": {"id", "class", "lang", "dir", "title"}},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel="noopener noreferrer",
)


def clean_page(html: str) -> str:
    """Leave what may stand in a page written by hand: more than in a story, and nothing that runs."""
    return _PAGE_CLEANER.clean(html)


def clean(html: str) -> str:
    """Leave only what may stand in a story's words, every tag closed; what is clean stays as it is.

    html: as the parser of Markdown writes it.
    """
    if is_plain(html):
        if "&" in html:
            html = html.replace("&quot;", '"')
        return html.replace(" />", ">")
    return _CLEANER.clean(_plainer(html))


def _plainer(html: str) -> str:
    """Ticks as characters, since a box that cannot be ticked is a riddle to a screen reader; columns by class.

    Footnotes stand in no section of their own: that would need a heading.
    """
    if "<section " in html:
        html = html.replace("<section ", "<div ").replace("</section>", "</div>")
    if "<input " in html:
        html = change_tags(html, lambda box: "☑" if box.has("checked") else "☐", "input")
    return change_tags(html, _aligned, "th", "td") if ' align="' in html else html


def _aligned(cell: Tag) -> str:
    align = cell.raw("align")
    return f'<{cell.name} class="align-{align}">' if align else cell.written


def leads_out(address: str) -> bool:
    """Whether the address is of the web, of an e-mail box or of a telephone."""
    return bool(_WEB.fullmatch(address) or _PERSON.fullmatch(address))


def story_at(address: str) -> str:
    """The slug of the story an address leads to, as one story's file names another's; "" when it leads to none."""
    found = _STORY.fullmatch(address)
    return found[1] if found else ""


def photo_at(address: str) -> str:
    """The name of the file in the story's own folder that an address shows; "" when it shows none."""
    found = _FILE.fullmatch(unquote(address))
    return found[1] if found else ""
