"""In a preview, the page of a story that cannot be shown: why not, and what to mend."""

from collections.abc import Iterator

from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.model.guide import Guide


def make_unshown(guide: Guide) -> Iterator[OutputPage]:
    """A page at the address of each unpublished story that is not among the stories."""
    for slug, why in guide.unpublished.items():
        if slug not in guide.by_slug:
            path = f"stories/{slug}/story.md"
            yield make_page(
                "unshown.html",
                f"stories/{slug}.md",
                title=f"“{slug}” cannot be shown yet",
                section="stories/",
                source=path,
                why=why,
                file=path,
                found=guide.faults.get(slug, ()),
            )
