"""Where pandoc is, if anywhere."""

import shutil
from importlib.util import find_spec
from pathlib import Path


def find_pandoc() -> Path | None:
    """The pandoc that was installed with the guide, else the machine's own, else None."""
    package = find_spec("pypandoc")
    for folder in package.submodule_search_locations or () if package else ():
        for name in ("pandoc", "pandoc.exe"):
            if (found := Path(folder) / "files" / name).is_file():
                return found
    own = shutil.which("pandoc")
    return Path(own) if own else None
