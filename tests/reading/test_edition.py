"""An edition is read from its file, and every fault in it is told in one go."""

from pathlib import Path

import pytest
from storyguide.model.edition import Contact, Editor
from storyguide.model.place import Point
from storyguide.reading.edition import read_edition

SOUND = """\
name: "The Community Lover’s Guide to Anytown"
town: Anytown
strapline: "The Community Lover’s Guide to"
introduction: |
  Anytown is *small*.

  ## Its river

  It floods.
selection:
  - "It happens in Anytown."
languages: [en-GB, cy]
editors:
  - {name: Jo, role: words}
contact: {email: guide@anytown.example}
featured: repair-cafe
skyline: [chapel, canal]
areas:
  - name: Riverside
    intro: Wet.
    places:
      - {name: Millbank, point: "51.0, -1.25"}
      - name: Riverside
  - name: Hilltop
themes:
  - {name: Making and mending, intro: Glue., scenes: [workshop]}
"""


def a_guide_with(root: Path, text: str, **files: str) -> Path:
    (root / "stories").mkdir()
    (root / "stories" / "edition.yml").write_text(text, encoding="utf-8")
    for name, content in files.items():
        (root / "stories" / name.replace("_json", ".geojson")).write_text(content, encoding="utf-8")
    return root


def codes(problems):
    return [problem.code for problem in problems]


def test_an_edition_is_read_whole(tmp_path):
    edition, problems = read_edition(a_guide_with(tmp_path, SOUND))

    assert problems == ()
    assert (edition.town, edition.language, edition.languages) == ("Anytown", "en-GB", ("en-GB", "cy"))
    assert edition.introduction == (
        '<p>Anytown is <em>small</em>.</p>\n<h2 id="s-its-river">Its river</h2>\n<p>It floods.</p>\n'
    )
    assert (edition.editors, edition.contact) == (
        (Editor(name="Jo", role="words"),),
        Contact(email="guide@anytown.example"),
    )
    assert [(area.slug, area.places) for area in edition.areas] == [
        ("riverside-area", ("millbank", "riverside")),
        ("hilltop-area", ()),
    ]
    assert [(place.slug, place.area, place.point) for place in edition.places] == [
        ("millbank", "riverside-area", Point(51.0, -1.25)),
        ("riverside", "riverside-area", None),
    ]
    assert [(theme.slug, theme.scenes) for theme in edition.themes] == [("making-and-mending", ("workshop",))]


def test_a_guide_without_an_edition_has_one_problem(tmp_path):
    edition, problems = read_edition(tmp_path)

    assert (edition, codes(problems)) == (None, ["no-edition"])


@pytest.mark.parametrize("text", ["", "just words\n", "- a\n- b\n", "name: only\n", "town: only\n"])
def test_an_edition_that_names_no_town_cannot_be_used(tmp_path, text):
    edition, problems = read_edition(a_guide_with(tmp_path, text))

    assert edition is None
    assert len(problems) >= 1
    assert all(problem.where.path == "stories/edition.yml" for problem in problems)


def test_a_contact_left_empty_is_told_and_holds_nothing_back(tmp_path):
    text = SOUND.replace("contact: {email: guide@anytown.example}", "contact: {}")

    edition, (problem,) = read_edition(a_guide_with(tmp_path, text))

    assert edition is not None
    assert (problem.code, problem.where.line, problem.blocks) == ("nobody-to-reach", 15, False)


@pytest.mark.parametrize(
    ("right", "wrong", "code", "mend"),
    [
        ("strapline:", "straplin:", "unknown-fact", "Change it to “strapline”."),
        ("scenes:", "scene:", "unknown-fact", "Change it to “scenes”."),
        ("- name: Hilltop", "- name: Riverside", "listed-twice", "Take one of the two out, or give it another name."),
        ("- name: Hilltop", "- name: 茶", "no-address", None),
        ("- name: Hilltop", "- Hilltop", "not-a-group", None),
        ("  - name: Hilltop", "  - intro: High.", "missing-fact", "Add a line, for example: name: Riverside"),
        ("  It floods.", "  It <b>floods</b>.", "html-in-words", None),
        ('"51.0, -1.25"', '"51.0"', "not-a-point", None),
    ],
)
def test_a_slip_in_the_edition_is_told(tmp_path, right, wrong, code, mend):
    text = SOUND.replace(right, wrong)

    edition, (problem,) = read_edition(a_guide_with(tmp_path, text))

    assert edition is not None
    assert problem.code == code
    assert mend in (None, problem.mend)
    line = text.split("\n")[problem.where.line - 1]
    assert line.strip() in wrong or wrong.strip() in line


def test_an_edition_needs_themes_and_places(tmp_path):
    text = "name: A guide\ntown: Anytown\ncontact: {post: 1 High Street}\n"

    _, problems = read_edition(a_guide_with(tmp_path, text))

    assert codes(problems) == ["no-places", "no-themes"]


def test_the_outline_is_read_from_the_file_beside_it(tmp_path):
    text = SOUND + "boundary:\n  file: b.geojson\n  attribution: Drawn by us.\n"
    shape = '{"type": "Polygon", "coordinates": [[[0, 51], [1, 51], [1, 52], [0, 51]]]}'

    edition, problems = read_edition(a_guide_with(tmp_path, text, b_json=shape))

    assert problems == ()
    assert edition.outline.attribution == "Drawn by us."
    assert edition.outline.rings == (((0.0, 51.0), (1.0, 51.0), (1.0, 52.0), (0.0, 51.0)),)


@pytest.mark.parametrize("name", ["c.geojson", "../edition.yml", "/etc/hostname"])
def test_an_outline_that_is_not_beside_it_is_told_and_done_without(tmp_path, name):
    text = SOUND + f"boundary:\n  file: {name}\n  attribution: Drawn by us.\n"

    edition, (problem,) = read_edition(a_guide_with(tmp_path, text, b_json="{}"))

    assert edition.outline is None
    assert (problem.code, problem.blocks) == ("no-boundary-file", False)


def test_the_real_edition_has_no_problem_that_holds_it_back():
    edition, problems = read_edition(Path(__file__).parents[2])

    assert [problem for problem in problems if problem.blocks] == []
    assert edition.frameworks[0].dimensions


@pytest.mark.parametrize(
    ("right", "slip", "line"),
    [("scenes: [workshop]", "scenes: [workshpo]", 26), ("skyline: [chapel, canal]", "skyline: [chapel, cannal]", 17)],
)
def test_a_drawing_that_there_is_not_is_met_with_the_nearest_there_is(tmp_path, right, slip, line):
    _, problems = read_edition(a_guide_with(tmp_path, SOUND.replace(right, slip)))

    assert codes(problems) == ["not-a-choice"]
    assert problems[0].where.line == line
    assert problems[0].mend in ("Change it to “workshop”.", "Change it to “canal”.")
