"""The MkDocs engine as a site asks for it; nothing of MkDocs is loaded before one of its methods is called."""

# ruff: noqa: PLC0415 (an unchanged site is found to be so without loading any engine)

from pathlib import Path
from typing import TYPE_CHECKING

from storyguide.site.engine import EngineFaultError, Settings

if TYPE_CHECKING:
    from storyguide.engines.mkdocs.building import OpenMkDocs


class MkDocs:
    """MkDocs, or ProperDocs in its place; fulfils `storyguide.site.engine.Engine`."""

    def load(self) -> None:
        """Import MkDocs and our plugin."""
        import storyguide.engines.mkdocs.building  # noqa: F401

    def settings(self, root: Path) -> Settings:
        """Read mkdocs.yml of the guide at root. Raises EngineFaultError where it cannot be used."""
        from storyguide.engines.mkdocs.building import SETTINGS

        try:
            return self.open(root, root / "site").settings
        except OSError as fault:
            raise EngineFaultError(SETTINGS, str(fault)) from fault

    def open(self, root: Path, into: Path) -> "OpenMkDocs":
        """Read mkdocs.yml, and make ready to write into a folder. Raises EngineFaultError where it cannot be used."""
        from storyguide.engines.mkdocs.building import FAULTS, SETTINGS, OpenMkDocs

        try:
            return OpenMkDocs(root, into)
        except FAULTS as fault:
            raise EngineFaultError(SETTINGS, str(fault)) from fault
