"""Gathers the licences of what a site holds that others made, word for word as their packages bring them."""

import json
import shutil
from pathlib import Path
from typing import NamedTuple

from storyguide.site.parts import SHIPPED, TEXTS


class _Part(NamedTuple):
    name: str
    use: str
    """What for: "reading", "printing", "searching" or "writing"."""
    package: str
    text: str
    """Which file of the package."""
    licence: str = ""
    """As SPDX writes it, where it is not that of the whole package."""


_PARTS = (
    _Part("Atkinson Hyperlegible Next", "reading", "@fontsource-variable/atkinson-hyperlegible-next", "LICENSE"),
    _Part("Bricolage Grotesque", "reading", "@fontsource-variable/bricolage-grotesque", "LICENSE"),
    *(
        _Part(name, "printing", f"@fontsource-variable/{name.lower().replace(' ', '-')}", "LICENSE")
        for name in (
            *("Baloo Da 2", "Noto Sans Devanagari", "Noto Sans Gujarati", "Noto Sans Gurmukhi", "Noto Sans Tamil"),
            "Vazirmatn",
        )
    ),
    # The program itself comes from a wheel that brings no licence; this package of the same version does.
    _Part("Pagefind", "searching", "pagefind", "LICENSE/LICENSE"),
    _Part("Sveltia CMS", "writing", "@sveltia/cms", "LICENSE.txt"),
    _Part("jSquash WebP", "writing", "@jsquash/webp", "LICENSE"),
    _Part("libwebp", "writing", "@jsquash/webp", "codec/LICENSE.codec.md", "BSD-3-Clause"),
    _Part("wasm-feature-detect", "writing", "wasm-feature-detect", "LICENSE"),
    _Part("Leaflet", "writing", "leaflet", "LICENSE"),
    _Part("Material Symbols", "writing", "@sveltia/cms", "npm/assets/material-symbols-outlined.LICENSE.txt", "OFL-1.1"),
    _Part("Noto Mono", "writing", "@sveltia/cms", "npm/assets/noto-mono.LICENSE.txt", "OFL-1.1"),
    _Part("Source Sans 3", "writing", "@sveltia/cms", "npm/assets/source-sans-3.LICENSE.txt", "OFL-1.1"),
)


def put_licences(modules: Path, out: Path) -> None:
    """Put their texts into a folder of out, and beside them a list of what each is of.

    Raises FileNotFoundError where a package brings none: it is not to be passed on without.
    """
    (out / TEXTS).mkdir()
    listed = []
    for part in _PARTS:
        package = modules / part.package
        file = f"{part.name.lower().replace(' ', '-')}.txt"
        shutil.copyfile(package / part.text, out / TEXTS / file)
        said = json.loads((package / "package.json").read_text(encoding="utf-8"))
        of_the_package = {"version": said["version"], "licence": said["license"]}
        of_a_part = {"version": "", "licence": part.licence}
        listed.append(
            {"name": part.name, "use": part.use, "file": file, **(of_a_part if part.licence else of_the_package)}
        )
    (out / SHIPPED).write_text(json.dumps(listed, indent=1), encoding="utf-8", newline="\n")
