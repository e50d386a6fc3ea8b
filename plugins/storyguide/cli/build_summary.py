"""Sums up a build for whoever began it, in a few plain lines."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from storyguide.cli.terminal import near
from storyguide.site.ledger import LEDGER

if TYPE_CHECKING:
    from storyguide.site.publish import Published


def build_summary(published: "Published", site: Path, *, offline: bool = False) -> Iterator[str]:
    """Yield the lines that tell what was built, what was left out and where the site is.

    offline: whether it was made to be read from disk.
    """
    if not published.built:
        yield "Nothing was built. Mend what is told above, then type the same again."
        return
    made = f"{_number(published.stories, 'story', 'stories')} on {_number(published.pages, 'page', 'pages')}"
    if published.photos:
        made += f" with {_number(published.photos, 'photo', 'photos')}"
    if published.unchanged:
        yield f"Nothing has changed since the last build: {made}. Looked through in {published.seconds:.1f} seconds."
    else:
        yield f"Built {made} in {published.seconds:.1f} seconds."
    if published.new_addresses:
        new = _number(published.new_addresses, "new address", "new addresses")
        yield f"Wrote {new} into {LEDGER}, so that none is ever lost: keep that file with your next change."
    yield from _listed("Held back until mended", published.held)
    yield from _listed("Not ready, or not yet due", published.waiting)
    yield from _listed("Taken down", published.gone)
    if offline:
        yield f"The site is in {near(site)}. To read it, open {near(site / 'index.html')}: it needs no internet."
        return
    yield f"The site is in {near(site)}. Its first page is index.html there; to see it, type: python3 build.py serve"


def _number(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def _listed(what: str, slugs: Sequence[str]) -> Iterator[str]:
    if slugs:
        yield f"{what}: {', '.join(slugs)}."
