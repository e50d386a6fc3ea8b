"""The guide's own faces, cut from the fonts in npm's packages, the editor, and their licences; kept in .cache/parts."""

# ruff: noqa: PLC0415 (needed only when a part is cut anew)

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from storyguide.cli.dependencies import npm
from storyguide.cli.dependencies.licence_texts import put_licences
from storyguide.cli.dependencies.online_editor import put_cms
from storyguide.cli.environment import Say
from storyguide.cli.environment_lock import one_set_up
from storyguide.site.parts import (
    ATKINSON,
    ATKINSON_EXT,
    ATKINSON_TTFS,
    BRICOLAGE,
    BRICOLAGE_TTF,
    CMS,
    FURTHER_TTFS,
    PROJECT,
    find_parts,
    made_from,
)

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

WEIGHTS = (400, 700)
"""Of the face for reading: what the style sheets ask for, from and to."""

_FONTSOURCE = "node_modules/@fontsource-variable"


def ensure_parts(project: Path = PROJECT, *, say: Say = lambda _: None) -> Path | None:
    """The folder of the finished parts, fetched and made first where need be.

    None where npm is missing or cannot reach anything, or the disk is full: the guide then shows in the
    reader's own fonts, and all else works.
    """
    ready = find_parts(project)
    if ready or not (project / "package-lock.json").is_file():
        return ready
    try:
        if npm.fetch(project, say=say):
            with one_set_up(project, say=say):
                return find_parts(project) or _made(project)
        why = ""
    except OSError as fault:
        why = f" ({fault.strerror or fault})"
    say(
        f"The guide’s own fonts could not be fetched{why}, so it will show in the reader’s. "
        "To try again type: python3 build.py parts"
    )
    return None


def _made(project: Path) -> Path:
    """Make the parts aside, and put them in place whole."""
    parts = project / ".cache" / "parts"
    parts.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=parts.parent) as aside:
        made = Path(aside) / "parts"
        made.mkdir()
        _make(project / _FONTSOURCE, made)
        put_cms(project / "node_modules", made / CMS)
        put_licences(project / "node_modules", made)
        (made / ".made-from").write_bytes(made_from(project))
        shutil.rmtree(parts, ignore_errors=True)
        made.rename(parts)
    return parts


def _make(packages: Path, out: Path) -> None:
    atkinson = packages / "atkinson-hyperlegible-next"
    bricolage = packages / "bricolage-grotesque"
    for name in (ATKINSON, ATKINSON_EXT):
        _lighten(atkinson / "files" / name.replace(".woff2", "-wght-normal.woff2"), out / name)
    for name, (face, style) in ATKINSON_TTFS.items():
        _unpack(atkinson / "files" / f"{face}-wght-{style}.woff2", out / name, further=face.endswith("-ext"))
    for name, (package, script) in FURTHER_TTFS.items():
        _unpack(packages / package / "files" / f"{package}-{script}-wght-normal.woff2", out / name)
    _cut(bricolage / "files", out)


def _lighten(whole: Path, out: Path) -> None:
    """Leave out the weights no page uses: two fifths of what each reader would fetch."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont  # type: ignore[import-untyped]

    font = TTFont(whole, recalcTimestamp=False)
    instantiateVariableFont(font, {"wght": WEIGHTS}, inplace=True).save(out)


def _unpack(packed: Path, out: Path, *, further: bool = False) -> None:
    """A font as printing wants it; one of further letters under a name of its own, or it would hide the others."""
    from fontTools.ttLib import TTFont

    font = TTFont(packed, recalcTimestamp=False)
    font.flavor = None
    for name in font["name"].names if further else ():
        if name.nameID in (1, 16):
            name.string = f"{name} Ext"
    font.save(out)


def _cut(files: Path, out: Path) -> None:
    """The face for headings: Latin letters for pages, and with those of Polish and others for what is painted."""
    from fontTools.merge import Merger  # type: ignore[import-untyped]

    with tempfile.TemporaryDirectory() as folder:
        halves = [Path(folder, f"{letters}.ttf") for letters in ("latin", "latin-ext")]
        for half in halves:
            font = _of_one_weight(files / f"bricolage-grotesque-{half.stem}-standard-normal.woff2")
            font.save(half)
            if half is halves[0]:
                font.flavor = "woff2"
                font.save(out / BRICOLAGE)
        whole = Merger().merge([str(half) for half in halves])
        whole.recalcTimestamp = False
        whole["head"].created = whole["head"].modified = font["head"].modified
        whole.save(out / BRICOLAGE_TTF)


def _of_one_weight(packed: Path) -> "TTFont":
    """One weight, width and optical size of a variable font, without what headings never use."""
    from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    # A timestamp would make each machine's file another; the optical size is that of large print on a screen.
    font = TTFont(packed, recalcTimestamp=False)
    font = instantiateVariableFont(font, {"wdth": 85, "wght": 800, "opsz": 48})
    options = Options()
    options.hinting = False
    options.notdef_outline = True  # a letter that no font has then shows as a box, not as nothing at all
    options.layout_features = ["kern", "locl"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)
    font.flavor = None
    return font
