"""Takes the editor that runs in a browser from npm's packages: what a site needs of it, and no more."""

# ruff: noqa: PLC0415 (needed only when parts are made anew)

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

_WANTED = (
    "index.js",
    "chunks/react-[!d]*.js",
    "chunks/webp_enc*.js",
    "assets/webp_enc*.wasm",
    "assets/*.woff2",
    "assets/*.LICENSE.txt",
)
"""Of the package's files. The WebP encoder is for Safari, which has none of its own, so that phones' photos are made
small there too. Left out: maps, highlighted code, and a reader of HEIC whose licence asks more than a copy of it."""
_LICENCES = {
    "@sveltia/cms/LICENSE.txt": "LICENSE-sveltia-cms.txt",
    "@jsquash/webp/LICENSE": "LICENSE-jsquash-webp.txt",
    "@jsquash/webp/codec/LICENSE.codec.md": "LICENSE-libwebp.txt",
}
_ICONS = "assets/material-symbols-outlined-*.woff2"


def put_cms(modules: Path, out: Path) -> None:
    """Put the editor into a new folder, its licences beside it, its font of icons cut to the icons it names."""
    package = modules / "@sveltia/cms/npm"
    for pattern in _WANTED:
        for file in _found(package, pattern):
            into = out / file.relative_to(package)
            into.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, into)
    for licence, name in _LICENCES.items():
        shutil.copyfile(modules / licence, out / name)
    program = (out / "index.js").read_text(encoding="utf-8")
    for font in _found(out, _ICONS):
        _cut_icons(font, program)


def _found(folder: Path, pattern: str) -> list[Path]:
    """At least one, or a newer version of the package has other names, and a site would lack what it needs."""
    found = sorted(folder.glob(pattern))
    if not found:
        raise FileNotFoundError(f"The package @sveltia/cms has no {pattern}.")
    return found


def _cut_icons(file: Path, program: str) -> None:
    """Keep the icons whose names stand in the program as words of their own: 200 of 4,000."""
    from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    # A timestamp would make each machine's file another.
    font = TTFont(file, recalcTimestamp=False)
    words = set(re.findall(r"[`\"']([a-z0-9_]{2,60})[`\"']", program))
    icons = {name: glyph for name, glyph in _named(font) if name in words}
    options = Options()
    options.flavor = "woff2"
    options.hinting = False
    options.layout_features = ["*"]
    options.layout_closure = False  # else the letters of the names would bring back every icon
    subsetter = Subsetter(options)
    subsetter.populate(glyphs=icons.values(), text="".join(sorted({letter for name in icons for letter in name})))
    subsetter.subset(font)
    font.save(file)


def _named(font: "TTFont") -> Iterator[tuple[str, str]]:  # type: ignore[name-defined]  # noqa: F821
    """Every icon: the name it is written by, and its glyph."""
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            inner = getattr(table, "ExtSubTable", table)
            for first, ligatures in getattr(inner, "ligatures", {}).items():
                for each in ligatures:
                    yield "".join(letters.get(one, " ") for one in (first, *each.Component)), each.LigGlyph
