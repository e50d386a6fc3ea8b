"""Which program the editors write with, and by what address it opens a file at a line."""

import shlex
from collections.abc import Mapping
from pathlib import Path, PurePath
from urllib.parse import quote

from storyguide.model.desk import Opener

_CODE = "{scheme}://file{path}:{line}"
_JETBRAINS = "{scheme}://open?file={path}&line={line}"
_URL = "{scheme}://open?url=file://{path}&line={line}"

_PROGRAMS = {
    "code": ("VS Code", _CODE, "vscode"),
    "code-insiders": ("VS Code Insiders", _CODE, "vscode-insiders"),
    "codium": ("VSCodium", _CODE, "vscodium"),
    "cursor": ("Cursor", _CODE, "cursor"),
    "windsurf": ("Windsurf", _CODE, "windsurf"),
    "zed": ("Zed", _CODE, "zed"),
    "subl": ("Sublime Text", _URL, "subl"),
    "sublime_text": ("Sublime Text", _URL, "subl"),
    "mate": ("TextMate", _URL, "txmt"),
    "mvim": ("MacVim", _URL, "mvim"),
    "idea": ("IntelliJ IDEA", _JETBRAINS, "idea"),
    "pycharm": ("PyCharm", _JETBRAINS, "pycharm"),
    "webstorm": ("WebStorm", _JETBRAINS, "webstorm"),
    "phpstorm": ("PhpStorm", _JETBRAINS, "phpstorm"),
}
"""By the word it is started with: its name, and the shape and first word of its addresses."""


def opener_of(settings: Mapping[str, str], root: Path) -> Opener | None:
    """The program named by $VISUAL, or else by $EDITOR, if it has addresses of its own kind.

    settings: the environment. root: the edition's folder.
    """
    for name in ("VISUAL", "EDITOR"):
        if known := _PROGRAMS.get(_program(settings.get(name, ""))):
            called, shape, scheme = known
            folder = quote(root.absolute().as_posix(), safe="/:")
            pattern = shape.replace("{scheme}", scheme)
            return Opener(called, pattern, folder if folder.startswith("/") else f"/{folder}")
    return None


def _program(command: str) -> str:
    """The program's own name in a command: "code" for "/usr/bin/code --wait"."""
    try:
        words = shlex.split(command.replace("\\", "/"))
    except ValueError:
        words = command.split()
    name = PurePath(words[0]).name.casefold() if words else ""
    return name.removesuffix(".exe").removesuffix(".cmd").removesuffix("64")
