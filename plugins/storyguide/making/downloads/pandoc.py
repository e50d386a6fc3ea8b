"""Find the pandoc program."""

import shutil
from importlib.util import find_spec
from pathlib import Path


def find_pandoc() -> Path | None:
    """Return the pandoc that was installed with the guide, or else the machine's own, or else None."""
    package = find_spec("pypandoc")
    for folder in package.submodule_search_locations or () if package else ():
        for name in ("pandoc", "pandoc.exe"):
            if (found := Path(folder) / "files" / name).is_file():
                return found
    own = shutil.which("pandoc")
    return Path(own) if own else None
