"""The guide's own web address, as the engine's settings have it."""

from pathlib import Path

import click
from mkdocs.exceptions import MkDocsException
from yaml import YAMLError

from storyguide.engines.mkdocs.building import configured
from storyguide.site.faults import MachineError


def address_of(root: Path) -> str:
    """With a closing slash; "" while it has none. MachineError when the settings cannot be used."""
    try:
        address = configured(root, root / "site").site_url or ""
    except (MkDocsException, click.ClickException, YAMLError, OSError) as fault:
        raise MachineError(f"mkdocs.yml cannot be used: {str(fault).strip() or 'it is not understood'}") from fault
    return address if not address or address.endswith("/") else f"{address}/"
