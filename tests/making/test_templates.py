"""Templates: short enough to be read."""

from pathlib import Path

import pytest
import storyguide

_PACKAGE = Path(storyguide.__file__).parent
_FOLDERS = (_PACKAGE / "making" / "templates", _PACKAGE / "theme")
TEMPLATES = sorted(
    file
    for folder in _FOLDERS
    for file in folder.rglob("*")
    if file.suffix in {".html", ".xml", ".xhtml", ".opf"} and "__pycache__" not in file.parts
)
MOST_LINES, WIDEST = 80, 160


def name(template: Path) -> str:
    return template.relative_to(_PACKAGE).as_posix()


@pytest.mark.parametrize("template", TEMPLATES, ids=name)
def test_a_template_fits_on_a_screen(template: Path):
    lines = template.read_text(encoding="utf-8").splitlines()

    assert len(lines) <= MOST_LINES, "split it into parts that say what they are"
    assert [number for number, line in enumerate(lines, 1) if len(line) > WIDEST] == []
