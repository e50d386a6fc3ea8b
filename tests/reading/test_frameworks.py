"""Frameworks are read in the order their files are numbered."""

from pathlib import Path

import pytest
from storyguide.reading.frameworks import read_frameworks

SOUND = """\
name: {name}
framing: We get together so that we are
source: Written for these tests
dimensions:
  - name: {dimension}
    summary: people finding out
    sign: sun
    statements: ["We know.", "We ask."]
"""


def with_files(root: Path, **files: str) -> Path:
    folder = root / "stories" / "frameworks"
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / f"{name.lstrip('_').replace('_', '-')}.yml").write_text(text, encoding="utf-8")
    return root


def test_a_guide_may_have_no_frameworks(tmp_path):
    assert read_frameworks(tmp_path) == ((), ())


def test_the_numbers_in_their_names_order_them(tmp_path):
    first, second, last = (SOUND.format(name=n, dimension=n + " way") for n in ("First", "Second", "Last"))

    found, problems = read_frameworks(with_files(tmp_path, _10_b=second, _2_z=first, a=last))

    assert problems == ()
    assert [framework.slug for framework in found] == ["first", "second", "last"]
    assert found[0].dimensions[0].statements == ("We know.", "We ask.")


def test_a_dimension_may_stand_in_one_framework_only(tmp_path):
    one, two = (SOUND.format(name=n, dimension="Confident") for n in ("One", "Two"))

    found, problems = read_frameworks(with_files(tmp_path, _1=one, _2=two))

    assert [framework.slug for framework in found] == ["one"]
    assert [(p.code, str(p.where)) for p in problems] == [
        ("listed-twice", "stories/frameworks/2.yml, line 5"),
        ("no-dimensions", "stories/frameworks/2.yml, line 4"),
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("framing: We get together so that we are\n", "", "missing-fact"),
        ("    summary: people finding out\n", "", "missing-fact"),
        ('    statements: ["We know.", "We ask."]\n', "", "no-statements"),
        ("    sign:", "    sing:", "unknown-fact"),
    ],
)
def test_a_slip_in_a_framework_is_told(tmp_path, right, wrong, code):
    text = SOUND.format(name="One", dimension="Confident").replace(right, wrong)

    _, problems = read_frameworks(with_files(tmp_path, _1=text))

    assert code in [problem.code for problem in problems]
