"""The ledger: every address that was promised is in it, none is lost unnoticed, and no person's name is kept."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from storyguide.front.arguments import read_arguments
from storyguide.front.commands import COMMANDS
from storyguide.site.assembly import assemble
from storyguide.site.ledger import (
    BEFORE,
    LEDGER,
    forget_addresses,
    keep_addresses,
    lacking_addresses,
    lost_addresses,
    note_withdrawn,
    promised,
    put_line,
    read_ledger,
    removals,
)
from storyguide.transaction import Transaction

from tests.conftest import PROJECT, TODAY, built
from tests.site_pages import files_in


def lost(root: Path) -> list[str]:
    return [problem.message.split("”")[0].split("“")[1] for problem in lost_addresses(assemble(root, today=TODAY))]


def replaced(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_building_writes_down_every_address_that_is_to_last(anytown: Path, tmp_path: Path):
    (anytown / LEDGER).unlink()

    published = built(anytown, tmp_path / "site")

    kept = read_ledger(anytown)
    pages = {path.removesuffix("index.html") for path in files_in(tmp_path / "site") if path.endswith("/index.html")}
    assert published.new_addresses == len(kept)
    assert kept.keys() <= pages
    lists = (
        "stories/a-z/",
        "stories/told/",
        "stories/page/",
        "years/",
        "storytellers/",
        "about/",
        "search/",
        "map/",
        "tell-your-story/",
        *("news/20", "news/category/", "news/by/", "events/20"),
    )
    others = {page for page in pages - kept.keys() if not page.startswith(lists) and page.count("/") > 1}
    assert {page for page in others if not page.endswith("/whole/") and not page.startswith("help/")} == set()


def test_no_storyteller_is_in_it(anytown: Path):
    text = (anytown / LEDGER).read_text(encoding="utf-8")

    assert "\nstorytellers/" not in text
    assert "inkpot" not in text


def test_it_is_sorted_and_the_next_build_has_nothing_to_add(anytown: Path, tmp_path: Path):
    before = (anytown / LEDGER).read_text(encoding="utf-8")
    addresses = [line for line in before.splitlines() if not line.startswith("#")]

    published = built(anytown, tmp_path / "site")

    assert addresses == sorted(set(addresses))
    assert published.new_addresses == 0
    assert (anytown / LEDGER).read_text(encoding="utf-8") == before
    assert built(anytown, tmp_path / "site").unchanged


def test_a_build_that_adds_to_it_has_changed_no_source(anytown: Path, tmp_path: Path):
    (anytown / LEDGER).unlink()

    assert built(anytown, tmp_path / "site").new_addresses
    assert built(anytown, tmp_path / "site").unchanged


def test_one_that_stands_where_it_stood_before_is_read_and_moved_by_the_next_build(anytown: Path, tmp_path: Path):
    text = (anytown / LEDGER).read_text(encoding="utf-8")
    (anytown / LEDGER).unlink()
    (anytown / BEFORE).write_text(f"{text}themes/lost/\n", encoding="utf-8")
    (problem,) = lost_addresses(assemble(anytown, today=TODAY))
    assert (problem.where.path, problem.where.line) == (BEFORE, len(text.splitlines()) + 1)
    (anytown / BEFORE).write_text(text, encoding="utf-8")

    published = built(anytown, tmp_path / "site")

    assert published.new_addresses == 0
    assert not (anytown / BEFORE).exists()
    assert (anytown / LEDGER).read_text(encoding="utf-8") == text


def test_what_git_leaves_in_both_places_is_one_list(anytown: Path, tmp_path: Path):
    (anytown / BEFORE).write_text("themes/lost/\nstories/gone/ withdrawn 2026-07-01\n", encoding="utf-8")
    assert lost(anytown) == ["themes/lost/"]
    with Transaction() as changes:
        put_line(anytown, "themes/lost/", None, changes)
    assert lost(anytown) == []

    built(anytown, tmp_path / "site")

    assert not (anytown / BEFORE).exists()
    assert list(removals(anytown)) == [("gone", date(2026, 7, 1))]


def test_an_address_that_may_be_lost_is_taken_out_where_it_stands(anytown: Path):
    (anytown / BEFORE).write_text("# Old\nthemes/lost/\nthemes/water/\n", encoding="utf-8")
    before = (anytown / LEDGER).read_text(encoding="utf-8")

    forget_addresses(anytown, lost_addresses(assemble(anytown, today=TODAY)))

    assert (anytown / BEFORE).read_text(encoding="utf-8") == "# Old\nthemes/water/\n"
    assert (anytown / LEDGER).read_text(encoding="utf-8") == before


def test_a_build_that_would_lose_an_address_is_stopped(anytown: Path, tmp_path: Path):
    site = tmp_path / "site"
    built(anytown, site)
    before = files_in(site)
    (anytown / "stories/marrow-race").rename(anytown / "stories/marrow-races")

    published = built(anytown, site)

    assert not published.built
    assert files_in(site) == before
    (problem,) = (each for each in published.problems if each.code == "address-lost")
    line = (anytown / LEDGER).read_text(encoding="utf-8").splitlines()[problem.where.line - 1]
    assert line == "stories/marrow-race/"
    assert "“also_at: [marrow-race]” in stories/marrow-races/story.md" in problem.mend
    assert "withdraw marrow-race" in problem.mend


def test_each_mend_works(anytown: Path, tmp_path: Path):
    (anytown / "stories/marrow-race").rename(anytown / "stories/marrow-races")
    replaced(anytown / "stories/marrow-races/story.md", "licence:", "also_at: [marrow-race]\nlicence:")

    assert built(anytown, tmp_path / "site").built


@pytest.mark.parametrize(
    ("address", "change"),
    [
        ("themes/water/", ("stories/edition.yml", "name: Water", "name: Rain")),
        ("places/millbank/", ("stories/edition.yml", "      - {name: Millbank", "      - {name: Millbanks")),
        ("trails/after-dark/", ("stories/trails.yml", "slug: after-dark", "slug: at-night")),
    ],
)
def test_so_it_is_with_what_the_edition_lists(anytown: Path, address: str, change: tuple[str, str, str]):
    file, before, after = change
    replaced(anytown / file, before, after)

    assert lost(anytown) == [address]

    (problem,) = lost_addresses(assemble(anytown, today=TODAY))
    assert problem.mend.startswith(f"Bring it back, or delete line {problem.where.line} of {LEDGER}")
    lines = (anytown / LEDGER).read_text(encoding="utf-8").splitlines(keepends=True)
    del lines[problem.where.line - 1]
    (anytown / LEDGER).write_text("".join(lines), encoding="utf-8")
    assert lost(anytown) == []


def test_a_step_taken_out_of_a_tin_is_lost_and_a_tin_not_ready_only_waits(anytown: Path):
    tin = anytown / "docs/on-the-tin/counting-toasters"
    replaced(tin / "index.md", "---\n", "---\nstatus: draft\n")
    assert lost(anytown) == []

    replaced(tin / "index.md", "status: draft\n", "")
    (tin / "2-rub-it-out.md").unlink()
    assert lost(anytown) == ["on-the-tin/counting-toasters/rub-it-out/"]


def test_news_and_events_that_are_gone_are_lost_and_those_with_something_to_mend_wait(anytown: Path):
    post, events = anytown / "docs/news/the-ferry-bell.md", anytown / "stories/events.yml"
    replaced(post, "date:", "dete:")
    replaced(events, "starts: 2026-12-12 12:00", "starts: at noon")
    assert lost(anytown) == []

    post.unlink()
    replaced(events, "starts: at noon", "starts: 2026-12-12 12:00")
    replaced(events, 'title: "Soup, and a talk on soup"', 'title: "Soup"')
    assert lost(anytown) == ["events/soup-and-a-talk-on-soup/", "news/the-ferry-bell/"]


WAITING = {
    "not ready": lambda text: text.replace("licence:", "status: review\nlicence:", 1),
    "not due": lambda text: text.replace("licence:", "publish_on: 2099-01-01\nlicence:", 1),
    "with something to mend": lambda text: text.replace("place:", "plaice:", 1),
    "past reading": lambda text: "- -\n" + text,
    "withdrawn": lambda text: text.replace("licence:", "status: withdrawn\nlicence:", 1),
    "no longer agreed to": lambda text: text.replace("  given:", "  until: 2026-11-01\n  given:", 1),
}


@pytest.mark.parametrize("why", WAITING)
def test_a_story_that_waits_or_has_gone_keeps_its_addresses(anytown: Path, why: str):
    file = anytown / "stories/repair-cafe/story.md"
    text = file.read_text(encoding="utf-8")
    assert "also_at: [mending-cafe]" in text
    file.write_text(WAITING[why](text), encoding="utf-8")

    assert lost(anytown) == []


def test_one_that_was_taken_down_need_not_stand_for_ever(anytown: Path):
    with Transaction() as changes:
        note_withdrawn(anytown, "stories/kite-loft/", date(2026, 7, 1), changes)
    shutil.rmtree(anytown / "stories/kite-loft")

    assert lost(anytown) == ["stories/umbrella-silk/"]
    assert list(removals(anytown)) == [("kite-loft", date(2026, 7, 1))]


def test_the_check_tells_what_is_lost_and_what_is_lacking_and_adds_it(anytown: Path, capsys):
    def check(*words: str) -> tuple[int, str]:
        status = COMMANDS["check"](PROJECT, read_arguments(PROJECT, ["check", "--root", str(anytown), *words]))
        return status, capsys.readouterr().out

    shutil.copytree(anytown / "stories/marrow-race", anytown / "stories/turnip-race")
    status, said = check()
    assert status == 0
    assert "The list of published addresses lacks “stories/turnip-race/”." in said

    status, said = check("--fix")
    assert status == 0
    assert "lacks" not in said
    assert "stories/turnip-race/" in read_ledger(anytown)

    shutil.rmtree(anytown / "stories/turnip-race")
    status, said = check()
    assert status == 1
    assert "The address “stories/turnip-race/” was published once" in said


def test_without_a_ledger_nothing_is_told(anytown: Path):
    (anytown / LEDGER).unlink()

    assembly = assemble(anytown, today=TODAY)

    assert lost_addresses(assembly) == lacking_addresses(assembly) == ()


def test_a_guide_that_cannot_be_written_to_is_built_all_the_same(anytown: Path, tmp_path: Path, monkeypatch):
    (anytown / LEDGER).unlink()

    def refused(file: Path, data: bytes) -> None:
        raise PermissionError(13, "not allowed", str(file))

    monkeypatch.setattr("storyguide.transaction.write_whole", refused)

    published = built(anytown, tmp_path / "site")

    assert published.built
    assert published.new_addresses == 0
    assert not (anytown / LEDGER).exists()


def test_what_two_people_added_at_once_is_read_whatever_git_left_there(anytown: Path):
    (anytown / LEDGER).write_text(
        "# Ours\r\n<<<<<<< HEAD\nthemes/water/\r\n=======\nstories/kite-loft/ withdrawn 2026-07-01\n"
        "stories/old/ withdrawn soon\n>>>>>>> theirs\nnot an address\n",
        encoding="utf-8",
    )

    kept = read_ledger(anytown)

    assert kept.keys() == {"themes/water/", "stories/kite-loft/", "stories/old/"}
    assert kept["stories/kite-loft/"].withdrawn == date(2026, 7, 1)
    assert kept["stories/old/"].withdrawn is None


def test_a_line_changed_and_changed_back_leaves_the_file_as_it_was(anytown: Path):
    text = "# Ours, in no order\nthemes/water/\n\nstories/b/\nstories/a/"
    for address in ("stories/a/", "stories/b/", "stories/new/", "themes/water/", "zebra/"):
        (anytown / LEDGER).write_text(text, encoding="utf-8")

        with Transaction() as changes:
            put_line(anytown, address, note_withdrawn(anytown, address, TODAY, changes), changes)

        assert (anytown / LEDGER).read_text(encoding="utf-8").rstrip("\n") == text, address


def test_the_real_edition_has_its_ledger():
    assembly = assemble(PROJECT, today=date.today())

    assert assembly.guide
    assert lost_addresses(assembly) == ()
    assert promised(assembly.guide) <= read_ledger(PROJECT).keys()


def test_a_new_address_is_counted_once(anytown: Path):
    guide = assemble(anytown, today=TODAY).guide
    assert guide
    (anytown / LEDGER).unlink()

    assert keep_addresses(anytown, guide) == len(promised(guide))
    assert keep_addresses(anytown, guide) == 0
