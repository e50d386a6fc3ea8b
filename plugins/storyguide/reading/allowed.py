"""Decide which HTML, link targets and pictures may stand in a story's text, and remove the rest."""

import re
from urllib.parse import unquote

import nh3

PREFIX = "s-"
"""Prefix of every id in a story's text, so that none can equal an id of the page around it."""

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
"""Web address without a user name: "https://council.example@elsewhere.example" would mislead readers."""
_PERSON = re.compile(r"(?:mailto:[^\s@]+@[^\s@]+|tel:\+?[0-9().-]+)", re.IGNORECASE)
_STORY = re.compile(r"(?:story:|\.\./|/stories/)([a-z0-9]+(?:-[a-z0-9]+)*)(?:/(?:(?:story|index)\.md)?)?(?:#.*)?")
_FILE = re.compile(r"(?:\./)?([^./\\:?#%*\"<>|\x00-\x1f][^/\\:?#%*\"<>|\x00-\x1f]*)")


_TICKED = re.compile(r'<input type="checkbox"( checked="")? disabled="" />')
_ALIGNED = re.compile(r'(<t[hd]) align="(left|center|right)"')

_PLAIN_TEXT = r"[^<>&\x00\r\xa0]++|&(?:amp|lt|gt|quot);"
_PLAIN_TAG = r"</?(?:p|em|strong|code|ul|ol|li|blockquote|h[1-6])>|<[bh]r />|</a>"
_PLAIN_HOST = r"(?>(?:[a-z][a-z0-9]*+(?>(?:-[a-z0-9]++)*)\.)+)[a-z]{2,63}"
_PLAIN_PATH = r"[/?#](?>(?:[!#-%'-;=?-\[\]_a-z~]|&amp;)*)"
_PLAIN_LINK = rf"<a href=\"(?:https?://{_PLAIN_HOST}(?>(?:{_PLAIN_PATH})?)|\.\./[a-z0-9-]++(?>(?:/story\.md|/)?))\">"
_PLAIN = re.compile(f"(?>(?:{_PLAIN_TEXT}|{_PLAIN_TAG}|{_PLAIN_LINK})*)")
"""Pattern of HTML that the allow-list leaves unchanged, which covers most stories. The cleaner takes eight times as
long to find that out (tests/reading/test_allowed.py checks that both agree)."""

_PAGE_CLEANER = nh3.Cleaner(
    tags=nh3.ALLOWED_TAGS - {"style", "map", "area"},
    clean_content_tags={"script", "style", "template"},
    attributes={name: set(given) for name, given in nh3.ALLOWED_ATTRIBUTES.items()}
    | {"*": {"id", "class", "lang", "dir", "title"}},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel="noopener noreferrer",
)


def clean_page(html: str) -> str:
    """Return the HTML of a hand-written page without what may not stand there; scripts and styles are removed.

    More is allowed than in a story's text.
    """
    return _PAGE_CLEANER.clean(html)


def clean(html: str) -> str:
    """Return the HTML of a story's text with only allowed tags, attributes and addresses, every tag closed.

    `html`: output of the Markdown parser. HTML that is already clean is returned unchanged.
    """
    if _PLAIN.fullmatch(html):
        if "&" in html:
            html = html.replace("&quot;", '"')
        return html.replace(" />", ">")
    return _CLEANER.clean(_plainer(html))


def _plainer(html: str) -> str:
    """Return parser output with check boxes as characters, column alignment as classes and footnotes in a div.

    A disabled check box only confuses users of screen readers. Footnotes get no section element, which would need a
    heading.
    """
    if "<section " in html:
        html = html.replace("<section ", "<div ").replace("</section>", "</div>")
    if "<input " in html:
        html = _TICKED.sub(lambda box: "☑" if box[1] else "☐", html)
    return _ALIGNED.sub(r'\1 class="align-\2"', html) if ' align="' in html else html


def leads_out(address: str) -> bool:
    """Return whether the address is a web, e-mail or telephone address."""
    return bool(_WEB.fullmatch(address) or _PERSON.fullmatch(address))


def story_at(address: str) -> str:
    """Return the slug of the story an address leads to ("../SLUG/story.md", "/stories/SLUG/"); "" if to none."""
    found = _STORY.fullmatch(address)
    return found[1] if found else ""


def photo_at(address: str) -> str:
    """Return the file name in the story's own folder that an address names; "" if it names none."""
    found = _FILE.fullmatch(unquote(address))
    return found[1] if found else ""
