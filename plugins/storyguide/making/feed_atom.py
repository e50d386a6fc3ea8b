"""Write feeds as Atom (RFC 4287), with tombstones for what was taken down (RFC 6721)."""

import re
from collections.abc import Sequence
from datetime import date

from markupsafe import escape

from storyguide.making.feed_entries import Entry
from storyguide.making.render import render

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML cannot hold, not even escaped."""


def moment(day: date) -> str:
    """Return the beginning of a day as a timestamp.

    No time of day is known, and the beginning is never in the future.
    """
    return f"{day.isoformat()}T00:00:00Z"


def atom_entry(entry: Entry) -> str:
    """Return one entry as XML, to stand in any feed."""
    # A template would escape the same values in twice the time, and a build has hundreds of entries.
    uri = f"<uri>{escape(entry.author_address)}</uri>" if entry.author_address else ""
    themes = "".join(f'<category term="{escape(address)}" label="{escape(name)}"/>\n' for address, name in entry.themes)
    # The end mark of a CDATA section reads the same in HTML when it is written like this.
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


def atom_feed(entries: Sequence[str], **values: object) -> str:
    """Return a whole feed round its entries; `values` are those that the template feed.xml reads."""
    return "".join((legal(render("feed.xml", moment=moment, **values)), *entries, "</feed>\n"))


def legal(text: str) -> str:
    """Return text without the characters that XML cannot hold."""
    return _ILLEGAL.sub("", text)
