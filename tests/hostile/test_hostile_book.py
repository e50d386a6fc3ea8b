"""What strangers write in a story can do nothing to the book."""

from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from storyguide.making.book.choosing import Choice
from storyguide.making.book.contents import contents
from storyguide.making.book.epub import as_epub
from storyguide.site.assembly import assemble

from tests.hostile.guide import TODAY, Hostile


def test_nothing_hostile_runs_or_leads_astray_in_a_reading_program(hostile: Hostile):
    guide = assemble(hostile.root, today=TODAY).guide
    assert guide

    held = ZipFile(BytesIO(as_epub(contents(guide, Choice(theme="music")), b"", {})))

    pages = [etree.fromstring(held.read(name)) for name in held.namelist() if name.endswith(".xhtml")]
    everything = [element for page in pages for element in page.iter(etree.Element)]
    assert len(pages) > 50
    assert not [one for one in everything if etree.QName(one).localname in {"script", "iframe", "object", "form"}]
    assert not [name for one in everything for name in one.attrib if name.startswith("on")]
    links = [one.get("href", "") for one in everything if etree.QName(one).localname == "a"]
    assert not [link for link in links if link.strip().lower().startswith(("javascript:", "data:", "file:"))]
