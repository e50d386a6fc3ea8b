"""Which engine carries the sites of this program: the only place that chooses one."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storyguide.site.engine import Engine


def chosen_engine() -> "Engine":
    """Return the engine that builds, previews and reads the settings of an edition; it has loaded nothing yet."""
    from storyguide.engines.mkdocs.engine import MkDocs  # noqa: PLC0415 (a command waits for nothing it does not use)

    return MkDocs()
