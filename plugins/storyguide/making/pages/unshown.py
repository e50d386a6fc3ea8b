"""In a preview, the page of a story that cannot be shown: why not, and what to mend."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.making.registry import Pages
from storyguide.making.render import Context
from storyguide.model.guide import Guide
from storyguide.model.problem import Problem


@dataclass(frozen=True, kw_only=True)
class UnshownPage(Context, template="unshown.html"):
    """The page of a story that cannot be shown: it says nothing of it but what is to be mended."""

    why: Sequence[str]
    """The reasons for which it is not published."""
    file: str
    found: Sequence[Problem]


def make_unshown(guide: Guide) -> Iterator[OutputPage]:
    """A page at the address of each unpublished story that is not among the stories."""
    for slug, why in guide.unpublished.items():
        if slug not in guide.by_slug:
            path = f"stories/{slug}/story.md"
            yield make_page(
                f"stories/{slug}.md",
                UnshownPage(why=why, file=path, found=guide.faults.get(slug, ())),
                title=f"“{slug}” cannot be shown yet",
                section="stories/",
                source=path,
            )


PAGES = Pages(
    order=30,
    make=lambda it: make_unshown(it.guide),
)
