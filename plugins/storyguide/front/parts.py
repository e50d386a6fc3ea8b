"""The guide's own faces: cut from the fonts in npm's packages, kept in .cache/parts."""

# ruff: noqa: PLC0415 (needed only when a part is cut anew)

import shutil
import tempfile
from pathlib import Path

import storyguide
from storyguide.front import npm
from storyguide.front.setting_up import Say

PROJECT = Path(storyguide.__file__).parents[2]
"""Where this package is developed; parts are kept there, whichever edition is built."""

ATKINSON = "atkinson-hyperlegible-next-latin.woff2"
"""For reading: weights 200 to 800, as shipped."""
ATKINSON_EXT = "atkinson-hyperlegible-next-latin-ext.woff2"
"""The same for the further letters of Polish, Czech, Romanian and others."""
BRICOLAGE = "bricolage-grotesque-85-800-latin.woff2"
"""For headings: narrowed, heavy, one weight."""
BRICOLAGE_TTF = "bricolage-grotesque-800.ttf"
"""The same letters for what is painted, such as share cards."""
LICENCES = ("OFL-atkinson-hyperlegible-next.txt", "OFL-bricolage-grotesque.txt")
"""Both are under the SIL Open Font License; neither reserves its name, so a cut-down one may keep it."""

_RECIPE = b"1"
"""To be changed with what is done below, so that what was made before is made again."""

_FONTSOURCE = "node_modules/@fontsource-variable"


def find_parts(project: Path = PROJECT) -> Path | None:
    """The folder of the finished parts, if they have been made from what is locked now."""
    parts = project / ".cache" / "parts"
    try:
        return parts if (parts / ".made-from").read_bytes() == _made_from(project) else None
    except OSError:
        return None


def ensure_parts(project: Path = PROJECT, *, say: Say = lambda _: None) -> Path | None:
    """The same, fetched and made first where need be; None where npm is missing or cannot reach anything.

    The guide then shows in the reader's own fonts, and all else works.
    """
    ready = find_parts(project)
    if ready or not (project / "package-lock.json").is_file():
        return ready
    if not npm.fetch(project, say=say):
        say(
            "The guide’s own fonts could not be fetched, so it will show in the reader’s. "
            "To try again type: python3 build.py parts"
        )
        return None
    parts = project / ".cache" / "parts"
    parts.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=parts.parent) as aside:
        made = Path(aside) / "parts"
        made.mkdir()
        _make(project / _FONTSOURCE, made)
        (made / ".made-from").write_bytes(_made_from(project))
        shutil.rmtree(parts, ignore_errors=True)
        made.rename(parts)
    return parts


def _made_from(project: Path) -> bytes:
    return _RECIPE + b"\n" + (project / "package-lock.json").read_bytes()


def _make(packages: Path, out: Path) -> None:
    atkinson = packages / "atkinson-hyperlegible-next"
    bricolage = packages / "bricolage-grotesque"
    for name in (ATKINSON, ATKINSON_EXT):
        shutil.copyfile(atkinson / "files" / name.replace(".woff2", "-wght-normal.woff2"), out / name)
    for package, licence in zip((atkinson, bricolage), LICENCES, strict=True):
        shutil.copyfile(package / "LICENSE", out / licence)
    _cut(bricolage / "files" / "bricolage-grotesque-latin-standard-normal.woff2", out)


def _cut(whole: Path, out: Path) -> None:
    """Take one weight, width and optical size from a variable font, and drop what headings never use."""
    from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
    from fontTools.varLib.instancer import instantiateVariableFont  # type: ignore[import-untyped]

    # A timestamp would make each machine's file another; the optical size is that of large print on a screen.
    font = TTFont(whole, recalcTimestamp=False)
    font = instantiateVariableFont(font, {"wdth": 85, "wght": 800, "opsz": 48})
    options = Options()
    options.hinting = False
    options.layout_features = ["kern", "locl"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)
    font.flavor = None
    font.save(out / BRICOLAGE_TTF)
    font.flavor = "woff2"
    font.save(out / BRICOLAGE)
