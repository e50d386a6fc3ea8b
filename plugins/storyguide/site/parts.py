"""The guide's own faces and the editor for /admin/, where they lie once prepared (cli.dependencies.assets)."""

from pathlib import Path

import storyguide

PROJECT = Path(storyguide.__file__).parents[2]
"""Where this package is developed; parts are kept there, whichever edition is built."""

ATKINSON = "atkinson-hyperlegible-next-latin.woff2"
"""For reading: of the weights as shipped, 200 to 800, those that pages use."""
ATKINSON_EXT = "atkinson-hyperlegible-next-latin-ext.woff2"
"""The same for the further letters of Polish, Czech, Romanian and others."""
BRICOLAGE = "bricolage-grotesque-85-800-latin.woff2"
"""For headings: narrowed, heavy, one weight."""
BRICOLAGE_TTF = "bricolage-grotesque-800.ttf"
"""The same, with the letters of Polish, Czech and others, for what is painted or printed."""
ATKINSON_TTFS = {
    f"{name.removesuffix('.woff2')}-{style}.ttf": (name.removesuffix(".woff2"), style)
    for name in (ATKINSON, ATKINSON_EXT)
    for style in ("normal", "italic")
}
"""All weights of them upright and slanted, for what is printed: file, and the package’s name and style."""
FURTHER_TTFS = {
    f"{name}.ttf": (name, script)
    for name, script in (
        ("baloo-da-2", "bengali"),
        ("noto-sans-devanagari", "devanagari"),
        ("noto-sans-gujarati", "gujarati"),
        ("noto-sans-gurmukhi", "gurmukhi"),
        ("noto-sans-tamil", "tamil"),
        ("vazirmatn", "arabic"),
    )
}
"""Other scripts that people in British towns write in, for what is printed: file, and the package and its script.

Pages on a screen ask for the letters that each device has; paper has none.
"""
TEXTS = "licences"
"""Folder of the licences of all that readers and editors are sent, as their packages bring them.

All faces are under the SIL Open Font License; none reserves its name, so a cut-down one may keep it.
"""
SHIPPED = f"{TEXTS}/shipped.json"
"""What each of them is of."""

NPM_LOCK = "package-lock.json"
LOCKS = "requirements"
BUILT_WITH = (f"{LOCKS}/guide.txt", f"{LOCKS}/office.txt")
"""The locks of what a site is made with, beside npm's; all others are for those who work on the code."""

CMS = "cms"
"""Folder of the editor that runs in a browser, Sveltia CMS, with its fonts and licences."""

_RECIPE = b"7"
"""To be changed with how they are cut, so that what was made before is made again."""


def find_parts(project: Path = PROJECT) -> Path | None:
    """The folder of the finished parts, if they have been made from what is locked now."""
    parts = project / ".cache" / "parts"
    try:
        return parts if (parts / ".made-from").read_bytes() == made_from(project) else None
    except OSError:
        return None


def made_from(project: Path) -> bytes:
    """What the parts of this project are made from, as it is kept beside them."""
    return _RECIPE + b"\n" + (project / NPM_LOCK).read_bytes()
