"""A kind of page is a module that declares itself: it is made, led to and found without being listed anywhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from storyguide.engines.frame_values import frame_values
from storyguide.making import pages
from storyguide.making.everything import make
from storyguide.making.output import OutputPage
from storyguide.making.registry import every_kind
from storyguide.making.search import documents_of_pages, kinds_found
from tests.builders import an_edition, a_guide

_VISITORS = '''
from storyguide.making.page import make_page
from storyguide.making.pages.stories import GonePage
from storyguide.making.registry import Entry, Found, Pages

PAGES = Pages(
    order=1000,
    make=lambda it: [make_page("visitors.md", GonePage(), title="Visitors", search="visitor")],
    menu=(Entry("Visitors", "visitors/", 15),),
    about=(Entry("Who visits", "visitors/", 15),),
    ways=(Entry("Never", "visitors/", 15, shown=lambda edition, news: False),),
    finds=(Found("visitor", "Visitor", 15),),
)
'''
