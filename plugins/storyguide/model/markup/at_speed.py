"""Answers about HTML that are asked of every story of a town, each by one pattern.

Walking the tags one by one takes about ten times as long, which 10,000 stories would feel. Each pattern holds for
clean HTML only: as the allow-list leaves it, or as the parser of Markdown writes it.
"""

import re

INLINE_TAG = rb"</?(?:strong|em|del|a|code|sup|s|b|i|br)\b[^>]*>"
"""A tag within a line, as part of a pattern over bytes: what a number or an address may be broken by."""
LEVEL_OF_HEADING = rb"(?<=<h0) id="
"""What stands behind the figure of a heading's tag, as part of a pattern over bytes in which 0 is any figure."""

_TABLE = re.compile(r"<table.*?</table>", re.DOTALL)
_ENDS = re.compile(r"(?<!\n)</(?:p|li|h[1-6]|figcaption)>")
"""What ends a sentence though no full stop does; the end of an item that holds paragraphs is none of its own."""
_TAG = re.compile(r"<[^>]*>")

_PLAIN_TEXT = r"[^<>&\x00\r\xa0]++|&(?:amp|lt|gt|quot);"
_PLAIN_TAG = r"</?(?:p|em|strong|code|ul|ol|li|blockquote|h[1-6])>|<[bh]r />|</a>"
_PLAIN_HOST = r"(?>(?:[a-z][a-z0-9]*+(?>(?:-[a-z0-9]++)*)\.)+)[a-z]{2,63}"
_PLAIN_PATH = r"[/?#](?>(?:[!#-%'-;=?-\[\]_a-z~]|&amp;)*)"
_PLAIN_LINK = rf"<a href=\"(?:https?://{_PLAIN_HOST}(?>(?:{_PLAIN_PATH})?)|\.\./[a-z0-9-]++(?>(?:/story\.md|/)?))\">"
_PLAIN = re.compile(f"(?>(?:{_PLAIN_TEXT}|{_PLAIN_TAG}|{_PLAIN_LINK})*)")


def is_plain(html: str) -> bool:
    """Return whether HTML of the Markdown parser holds nothing but what the allow-list leaves as it is.

    Most stories are made of a few tags without attributes, and of links to pages and to stories. The cleaner takes
    eight times as long to say the same of them (tests/reading/test_allowed.py holds the two together).
    """
    return _PLAIN.fullmatch(html) is not None


def with_stops(html: str) -> str:
    """Return the text of clean HTML, its escapes and all, with a full stop where a block ends, and without tables.

    Limit: a ">" within an attribute ends its tag. The reading age counts letters, and does not feel it.
    """
    if "<table" in html:
        html = _TABLE.sub("", html)
    return _TAG.sub("", _ENDS.sub(". ", html))
