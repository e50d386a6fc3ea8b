"""A draft lacks what taking it in has listed, and nothing else."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from storyguide.site.assembly import assemble

from tests import pictures
from tests.intake.arrivals import FORM_STORY, garden_in_opendocument, garden_in_word, issue, letter, packed
from tests.intake.conftest import Taken

Take = Callable[..., Taken]

BLANK = {"summary", "storyteller", "place", "themes", "told_on", "consent", "approved_on", "licence"}
OF_PHOTO = {"credit", "licence"}


@pytest.mark.parametrize(
    ("name", "data", "lacks"),
    [
        ("garden.docx", garden_in_word(), {*BLANK, *OF_PHOTO, "alt"}),
        ("garden.odt", garden_in_opendocument(), {*BLANK, *OF_PHOTO}),
        ("letter.eml", letter("Beans.", files=[("IMG_1.HEIC", pictures.heic(6))]), {*BLANK, *OF_PHOTO, "alt"}),
        ("form.zip", packed({"story.md": FORM_STORY, "IMG_0001.HEIC": pictures.heic()}), {"approved_on", "consent"}),
        (
            "issue.json",
            issue("### Title\n\nSoil\n\n### Place\n\nMillbank\n\n### The story\n\nIt."),
            BLANK - {"place"},
        ),
    ],
)
def test_what_is_missing_is_listed_and_is_all_that_checking_finds(
    take: Take, edition: Path, name: str, data: bytes, lacks: set[str]
):
    taken = take(name, data)

    assert taken.folder and taken.status == 0
    path = f"stories/{taken.folder.name}/story.md"
    problems = [each for each in assemble(edition, today=date(2026, 11, 22)).problems if each.where.path == path]
    assert {problem.message.split("“")[-1].split("”")[0] for problem in problems} == lacks
    assert {problem.code for problem in problems} <= {"missing-fact", "missing-alt"}
    assert not any(problem.blocks for problem in problems)
    assert all(f"  - line {problem.where.line}: {problem.message}\n" in taken.told for problem in problems)
    assert taken.told.count("\n  - line ") == len(problems)
