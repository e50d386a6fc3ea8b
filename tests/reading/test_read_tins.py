"""Tins on disk are read with their steps and worksheets, and every fault is told."""

from datetime import date
from pathlib import Path

import pytest
from storyguide.model.tin import Lead, Prose, TakeAway
from storyguide.reading.tins import read_tins

INDEX = """---
title: Our tin
summary: What it says on the tin.
who_for: Neighbours
time: ten minutes
leave_with: A note
reviewed: 2026-03-14
---
It is about looking back.
"""
PAGE = """---
title: {title}
summary: See what there was.
---
{words}
"""


def lay(root: Path, slug: str = "our-tin", **files: str | None) -> Path:
    """A sound tin on disk; its index and its files changed, or left out where they are None."""
    folder = root / "docs/on-the-tin" / slug
    folder.mkdir(parents=True, exist_ok=True)
    sound = {"index.md": INDEX, "1-look-back.md": page("Look back")}
    given = {name if name.endswith(".md") else f"{name}.md": text for name, text in files.items()}
    for name, text in (sound | given).items():
        if text is not None:
            (folder / name).write_text(text, encoding="utf-8")
    return root


def page(title: str, words: str = "Look back at one day.") -> str:
    return PAGE.format(title=title, words=words)


def codes(root: Path) -> list[str]:
    return [problem.code for problem in read_tins(root)[1]]


@pytest.mark.parametrize(("words", "line"), [
    ("Come in.\n\nWrite to mo&#64;example.org.", 7),
    ("> **Heard:** The table\n>\n> - Ring 01632 960 123 for it.", 7),
    ("> **Voice:** I rang **01632** 960 123.\n> — Mo", 5),
    ("> **Imagine:** you live\n> at ab1 2de.", 6),
])  # fmt: skip
def test_a_private_way_to_reach_somebody_is_told_wherever_it_stands(tmp_path: Path, words: str, line: int):
    _, (problem,) = read_tins(lay(tmp_path, **{"1-look-back.md": page("Look back", words)}))

    assert (problem.code, problem.where.line) == ("contact-in-record", line)


@pytest.mark.parametrize("fact", ["title: Ring 01632 960123.", "summary: Write to mo＠example.org"])
def test_a_private_way_to_reach_somebody_is_told_in_the_facts_of_a_tin_and_its_pages(tmp_path: Path, fact: str):
    name = fact.partition(":")[0]
    index = "".join(fact + "\n" if line.startswith(name) else line for line in INDEX.splitlines(keepends=True))
    step = page("Look back").replace("title: Look back", fact).replace("summary: See what there was.", fact)

    _, problems = read_tins(lay(tmp_path, **{"index": index, "1-look-back.md": step.replace(fact, "", 1)}))

    assert [problem.code for problem in problems if problem.code != "missing-fact"] == ["contact-in-record"] * 2


def test_a_guide_without_tins_has_none(tmp_path: Path):
    assert read_tins(tmp_path) == ((), ())


def test_a_tin_says_what_is_on_its_label(tmp_path: Path):
    text = INDEX.replace("leave_with: A note", "leave_with:\n  - A note\n  - A plan\norder: 2\ndimensions: [Confident]")

    (tin,), problems = read_tins(lay(tmp_path, index=text))

    assert problems == ()
    assert (tin.slug, tin.title, tin.who_for, tin.time, tin.order) == (
        "our-tin", "Our tin", "Neighbours", "ten minutes", 2,
    )  # fmt: skip
    assert tin.leave_with == ("A note", "A plan")
    assert tin.dimensions == ("confident",)
    assert tin.reviewed == date(2026, 3, 14)
    assert [type(block) for block in tin.blocks] == [Prose]


def test_steps_stand_in_the_order_of_their_numbers_and_are_named_by_what_follows(tmp_path: Path):
    files = {"10-tell-it.md": page("Tell it"), "2-look-on.md": page("Look on"), "worksheet-our-page.md": page("Ours")}

    (tin,), problems = read_tins(lay(tmp_path, **files))

    assert problems == ()
    assert [step.slug for step in tin.steps] == ["look-back", "look-on", "tell-it"]
    assert [sheet.slug for sheet in tin.worksheets] == ["our-page"]


def test_tins_stand_on_the_shelf_by_their_order_then_by_name(tmp_path: Path):
    lay(tmp_path, "b", index=INDEX.replace("Our tin", "Beta"))
    lay(tmp_path, "a", index=INDEX.replace("Our tin", "Alpha"))
    lay(tmp_path, "c", index=INDEX.replace("time:", "order: 1\ntime:"))

    tins, _ = read_tins(tmp_path)

    assert [tin.slug for tin in tins] == ["c", "a", "b"]


@pytest.mark.parametrize("fact", ["title", "summary", "who_for", "time", "leave_with", "reviewed"])
def test_a_missing_fact_is_told_and_the_tin_is_still_there_to_be_named(tmp_path: Path, fact: str):
    text = "\n".join(line for line in INDEX.split("\n") if not line.startswith(f"{fact}:"))

    (tin,), (problem,) = read_tins(lay(tmp_path, index=text))

    assert problem.code == "missing-fact"
    assert "The tin has no" in problem.message
    assert tin.slug == "our-tin"


def test_a_misspelt_fact_of_a_step_is_met_with_the_nearest(tmp_path: Path):
    step = page("Look back").replace("summary", "sumary")

    _, (problem,) = read_tins(lay(tmp_path, **{"1-look-back.md": step}))

    assert (problem.where.path, problem.where.line) == ("docs/on-the-tin/our-tin/1-look-back.md", 3)
    assert problem.mend == "Change it to “summary”."


def test_a_draft_is_read_and_its_problems_keep_nothing_back(tmp_path: Path):
    text = INDEX.replace("time: ten minutes", "status: draft")

    (tin,), problems = read_tins(lay(tmp_path, index=text, **{"1-look-back.md": None}))

    assert not tin.ready
    assert {problem.code for problem in problems} == {"missing-fact", "no-steps"}
    assert not any(problem.blocks for problem in problems)


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"1-look-back.md": None}, "no-steps"),
        ({"index.md": None}, "no-tin-file"),
        ({"look-on.md": page("Look on")}, "not-a-tin-file"),
        ({"2-look-back.md": page("Once more")}, "tin-address-taken"),
        ({"worksheet-look-back.md": page("Our page")}, "tin-address-taken"),
        ({"2-whole.md": page("The whole")}, "tin-address-taken"),
        ({"2-index.md": page("The index")}, "tin-address-taken"),
        ({"2-look-on.md": page("Look on", "")}, "nothing-on-page"),
        ({"2-look-on.md": page("Look on", "![A bench](bench.jpg)")}, "picture-in-tin"),
        ({"2-look-on.md": page("Look on", "<b>Look</b>")}, "html-in-words"),
        ({"2-look-on.md": "Look on.\n"}, "no-facts"),
    ],
)
def test_a_fault_is_told(tmp_path: Path, files: dict[str, str | None], code: str):
    assert codes(lay(tmp_path, **files)) == [code]


def test_a_file_beside_the_folders_and_a_folder_that_cannot_be_an_address_are_told(tmp_path: Path):
    lay(tmp_path, "Our Tin")
    (tmp_path / "docs/on-the-tin/loose.md").write_text(INDEX)

    assert codes(tmp_path) == ["folder-name", "not-a-tin-file"]


def test_nothing_that_only_points_elsewhere_is_followed(tmp_path: Path):
    secret = tmp_path / "secret.md"
    secret.write_text(page("A secret"))
    lay(tmp_path)
    (tmp_path / "docs/on-the-tin/our-tin/2-secret.md").symlink_to(secret)

    (tin,), (problem,) = read_tins(tmp_path)

    assert [step.slug for step in tin.steps] == ["look-back"]
    assert problem.code == "leads-elsewhere"


@pytest.mark.parametrize(
    ("address", "to"),
    [
        ("2-look-on.md", "file:on-the-tin/our-tin/2-look-on.md"),
        ("./2-look-on.md#our-part", "file:on-the-tin/our-tin/2-look-on.md"),
        ("../other-tin/index.md", "file:on-the-tin/other-tin/index.md"),
        ("../other-tin/", "file:on-the-tin/other-tin/index.md"),
        ("../../../stories/repair-cafe/story.md", "story:repair-cafe"),
        ("../../../stories/repair-cafe/", "story:repair-cafe"),
        ("stories/repair-cafe", "story:repair-cafe"),
    ],
)
def test_a_link_to_a_file_is_kept_for_the_page_it_leads_to(tmp_path: Path, address: str, to: str):
    words = f"Look back.\n\nThen go on: [here]({address})."

    (tin,), problems = read_tins(lay(tmp_path, **{"1-look-back.md": page("Look back", words)}))

    assert problems == ()
    assert tin.steps[0].leads == (Lead(to=to, written=address, line=7),)
    assert f'<a href="{to}">here</a>' in tin.steps[0].blocks[0].html


@pytest.mark.parametrize("address", ["file:on-the-tin/our-tin/index.md", "javascript:alert(1)", "/etc/passwd"])
def test_a_link_of_no_known_kind_is_told(tmp_path: Path, address: str):
    words = f"[here]({address})"

    assert codes(lay(tmp_path, **{"1-look-back.md": page("Look back", words)})) in (
        ["link-not-allowed"],
        ["link-to-nowhere"],
    )


def test_whoever_forgets_how_to_offer_a_worksheet_is_shown_theirs(tmp_path: Path):
    files = {"worksheet-our-page.md": page("Ours"), "1-look-back.md": page("Look back", "> **Take away:** it")}

    (tin,), (problem,) = read_tins(lay(tmp_path, **files))

    assert problem.mend == "Write: > **Take away:** [Our page](worksheet-our-page.md)"
    assert isinstance(tin.steps[0].blocks[0], TakeAway)


def test_a_file_of_noise_is_told_and_never_raises(tmp_path: Path):
    lay(tmp_path)
    (tmp_path / "docs/on-the-tin/our-tin/2-noise.md").write_bytes(bytes(range(256)) * 40)

    tins, problems = read_tins(tmp_path)

    assert len(tins) == 1
    assert problems
