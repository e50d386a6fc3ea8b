"""The comparison: the same stories for all, goals beside figures, nobody missing in silence, and losses pointed out."""

import json
import re
from pathlib import Path

import pytest

from bench import results
from bench.contenders import PEERS
from bench.corpus import LAYOUTS, write_all
from bench.figures import Figures, Measured
from bench.goals import goals
from bench.running import Cost, FailedError, run
from bench.tables import cost_table, goal_table
from tests.conftest import PROJECT


def test_every_layout_has_the_same_stories_and_the_same_bytes_each_time(tmp_path: Path):
    for folder in ("one", "other"):
        write_all(tmp_path / folder, 3, list(LAYOUTS))

    one, other = (
        {file.relative_to(root): file.read_bytes() for file in root.rglob("*") if file.is_file()}
        for root in (tmp_path / "one", tmp_path / "other")
    )
    assert one == other
    for layout in LAYOUTS:
        named = [path for path in one if path.parts[0] == layout and re.search(r"-0000\d", str(path))]
        assert len(named) == 3, layout


def test_every_peer_builds_a_corpus_that_is_written():
    assert {peer.layout for peer in PEERS} <= set(LAYOUTS)


def test_a_goal_stands_beside_what_was_measured_and_says_by_how_much_it_is_missed():
    figures = Figures()
    for seconds in (1.2, 1.3, 1.25):
        figures.cost("ours cold 1000", Cost(seconds, 0.5, 40))
        figures.cost("hugo cold 1000", Cost(1.0, 1.0, 100))

    table = goal_table(list(goals(100, 1000, 10_000)), figures)

    assert "| cold, 1,000 / Hugo, wall | 1 | **1.25** (1.20 to 1.30) | missed by 25% |" in table
    assert "| cold, 1,000 / Hugo, processor | 0.8 | **0.50** | yes |" in table
    assert "| cold, 10,000 / Hugo, wall | 0.75 | not measured | |" in table


def test_what_a_book_takes_is_told_by_itself_and_beside_a_browser():
    figures = Figures()
    figures.cost("ours book a5", Cost(9.0, 9.0, 850))
    figures.cost("browser book", Cost(18.0, 6.0, 480))
    figures.cost("ours book", Cost(15.0, 15.0, 1250))

    table = goal_table(list(goals(100, 1000, 10_000)), figures)

    assert "a browser’s PDF of its words, wall | 1 | **0.50** | yes |" in table
    assert "two PDFs and EPUB, seconds | 60 | **15.00** | yes |" in table
    assert "two PDFs and EPUB, peak MB | 1000 | **1250.00** | missed by 25% |" in table


def test_a_peer_that_is_not_there_is_named_with_the_reason():
    figures = Figures()
    figures.cost("zensical cold 1000", Cost(7.0, 8.0, 300))
    figures.missing["eleventy cold 1000"] = "npm could not fetch it"

    table = cost_table(figures, 0, 1000, 10_000)

    assert "| Eleventy, 1,000 | missing: npm could not fetch it |" in table
    assert "| Zensical, 10,000 | not built: it would take too long |" in table


def test_a_command_that_fails_says_what_it_said_last_but_for_the_machines_folders(tmp_path: Path):
    with pytest.raises(FailedError, match=r"ended with 3: no such flag in …/settings$"):
        run(["sh", "-c", "echo no such flag in /home/mo/guide/settings >&2; exit 3"], tmp_path)


def test_a_command_that_takes_too_long_is_ended_and_named(tmp_path: Path):
    with pytest.raises(FailedError, match=r"it had not ended after 0\.001 minutes"):
        run(["sleep", "999"], tmp_path, patience=0.06)


def test_only_a_loss_beyond_noise_is_pointed_out():
    before = {what: Measured(1.0, 0.9, 1.1) for what in ("a little", "far more", "better")} | {
        "a number": Measured(100, 100, 100)
    }
    now = {
        "a little": Measured(1.25, 1.2, 1.3),
        "far more": Measured(1.6, 1.55, 1.65),
        "better": Measured(0.5, 0.5, 0.5),
        "a number": Measured(111, 111, 111),
        "new": Measured(9, 9, 9),
    }

    assert results.losses(now, before) == [
        "Lost: a number was 100.00 and is 111.00.",
        "Lost: far more was 1.00 and is 1.60.",
    ]


def test_a_result_is_kept_and_found_again_and_names_nobodys_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(results, "FOLDER", tmp_path / "results")
    figures = Figures()
    figures.cost("ours cold 1000", Cost(1.0, 2.0, 3.0))

    kept = results.keep(figures, {"cold": Measured(1.0, 0.9, 1.1)}, 90)

    assert re.fullmatch(r"\d{4}-\d\d-\d\d-[0-9a-f]{6}\.json", kept.name)
    assert results.last() == (kept.name, {"cold": Measured(1.0, 0.9, 1.1)})
    said = kept.read_text(encoding="utf-8")
    assert json.loads(said)["costs"] == {"ours cold 1000": [[1.0, 2.0, 3.0]]}
    assert str(tmp_path) not in said
    assert Path.home().name not in json.loads(said)["machine"].values()


def test_what_comes_from_npm_is_pinned_by_its_bytes():
    listed = json.loads((PROJECT / "bench/peers/package-lock.json").read_text(encoding="utf-8"))["packages"]
    fetched = {name: said for name, said in listed.items() if name}

    assert [name for name, said in fetched.items() if not said.get("integrity", "").startswith("sha512-")] == []
    assert [name for name, said in fetched.items() if "resolved" in said or "link" in said] == []
    wanted = json.loads((PROJECT / "bench/peers/package.json").read_text(encoding="utf-8"))["dependencies"]
    assert all(listed[f"node_modules/{name}"]["version"] == version for name, version in wanted.items())
    fetching = (PROJECT / "bench/from_npm.py").read_text(encoding="utf-8")
    assert re.findall(r'\*command, ("\w+"), ("--[a-z-]+")', fetching) == [('"ci"', '"--ignore-scripts"')]


def test_the_tables_have_their_place_in_the_documents():
    page = (PROJECT / "docs/how-it-is-made/performance.md").read_text(encoding="utf-8")

    assert page.index("<!-- bench begins -->") < page.index("<!-- bench ends -->")
