"""The guide builds under ProperDocs, the engine that carries MkDocs on, from the very same files."""

import subprocess
import sys
from pathlib import Path

import pytest
from storyguide.site.digests import LIST

from tests.site_pages import files_in


@pytest.mark.parametrize("settings", ["mkdocs.yml", "properdocs.yml"])
def test_properdocs_gives_the_same_site(anytown: Path, anytown_site: Path, tmp_path: Path, settings: str):
    (anytown / "mkdocs.yml").rename(anytown / settings)
    command = [sys.executable, "-m", "properdocs", "build", "--quiet", "--site-dir", str(tmp_path / "site")]

    subprocess.run(command, cwd=anytown, check=True, capture_output=True)

    published = files_in(anytown_site)
    del published[LIST]  # made when a site is put in its place, which the engine does not do
    assert files_in(tmp_path / "site") == published
