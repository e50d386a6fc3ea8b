"""Feeds as Atom (RFC 4287), with tombstones for what was taken down (RFC 6721)."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import escape

from storyguide.making.feed_entries import Entry
from storyguide.making.render import Context, render
from storyguide.model.edition import Edition

if TYPE_CHECKING:
    from storyguide.making.feeds import Feed

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What may not stand in XML, however it is written down."""


class Removed(NamedTuple):
    """An entry that has gone: its id, and the day."""

    id: str
    day: date


@dataclass(frozen=True, kw_only=True)
class AtomHead(Context, template="feed.xml"):
    """The head of an Atom feed; its entries and its end follow."""

    feed: "Feed"
    id: str
    edition: Edition
    address: str
    """The guide's own."""
    updated: date
    removed: Sequence[Removed]
    moment: Callable[[date], str]


def moment(day: date) -> str:
    """The beginning of a day, for nothing is dated more exactly: so that none is ever in the future."""
    return f"{day.isoformat()}T00:00:00Z"


def atom_entry(entry: Entry) -> str:
    """One entry, to stand in any feed."""
    # A template would escape the same values in twice the time, and a build has hundreds of entries.
    uri = f"<uri>{escape(entry.author_address)}</uri>" if entry.author_address else ""
    themes = "".join(f'<category term="{escape(address)}" label="{escape(name)}"/>\n' for address, name in entry.themes)
    # What would end the section reads the same in HTML when it is written like this.
    words = entry.html.replace("]]>", "]]&gt;")
    return legal(f"""\
<entry xml:lang="{escape(entry.language)}">
<id>{escape(entry.id)}</id>
<title>{escape(entry.title)}</title>
<link rel="alternate" type="text/html" href="{escape(entry.address)}"/>
<published>{moment(entry.told)}</published>
<updated>{moment(entry.changed)}</updated>
<author><name>{escape(entry.author)}</name>{uri}</author>
{themes}<rights>{escape(entry.rights)}</rights>
<link rel="license" href="{escape(entry.licence.address)}"/>
<summary>{escape(entry.summary)}</summary>
<content type="html"><![CDATA[{words}]]></content>
</entry>
""")


def atom_feed(entries: Sequence[str], head: AtomHead) -> str:
    """A whole feed round its entries."""
    return "".join((legal(render(head)), *entries, "</feed>\n"))


def legal(text: str) -> str:
    """The same without what XML cannot hold."""
    return _ILLEGAL.sub("", text)
