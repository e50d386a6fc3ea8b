"""No command ends in a traceback: a fault of ours at one story costs that story, and any other gets a sentence."""

import shutil
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest
from storyguide.engines.mkdocs.engine import MkDocs
from storyguide.front.commands import COMMANDS
from storyguide.preview.preview import Preview

from tests.conftest import PROJECT
from tests.previewed import committed
from tests.site.test_last_net import SLUG, WORDS, OurFaultError, break_at, run
from tests.site_pages import files_in

OTHER = "repair-cafe"
BOOK = "the-community-lovers-guide-to-anytown-a5.pdf"
TOLD = "The guide’s own program failed at this file"

MAKING = {
    "folder": (["folder", "{out}"], "storyguide.making.pages.stories:StoryPages._page", "docs/stories/repair-cafe.md"),
    "preview": (
        ["preview", "--out", "{out}", "--since", "HEAD"],
        "storyguide.making.pages.stories:StoryPages._page",
        "guide/stories/repair-cafe/index.html",
    ),
    "book": (["book", "--to", "{out}", "--size", "a5"], "storyguide.making.book.contents:for_a_book", BOOK),
    "newsletter": (
        ["newsletter", "2026-06", "--to", "{out}"],
        "storyguide.making.newsletter:may_go_out",
        "newsletter-2026-06.html",
    ),
    "poster": (
        ["poster", OTHER, "--to", "{out}"],
        "storyguide.site.assembly:_latest_first",
        "poster-repair-cafe-a4.pdf",
    ),
    "proof": (["proof", OTHER, "--out", "{out}"], "storyguide.site.assembly:_latest_first", "proof-repair-cafe.html"),
}
"""What is typed, the function that is to fail at one story, and a file that is to be made all the same."""


def broken(*_: object, **__: object) -> Any:
    raise OurFaultError(WORDS)


@pytest.mark.parametrize("name", MAKING)
def test_a_fault_at_one_story_leaves_a_command_to_make_the_rest(name, anytown, tmp_path, monkeypatch, capsys):
    typed, place, made = MAKING[name]
    shutil.rmtree(anytown / ".cache")
    if name == "preview":
        committed(anytown)
    break_at(monkeypatch, place)
    out = tmp_path / "out"

    status = run(*(word.format(out=out) for word in typed), "--root", str(anytown))

    printed = "".join(capsys.readouterr())
    there = files_in(out)
    assert status == 1, printed
    assert printed.count(TOLD) == 1
    assert f"stories/{SLUG}/story.md" in printed
    assert WORDS not in printed
    assert made in there, sorted(there)[:50]
    pages = [data for path, data in there.items() if SLUG in path]
    assert all(b"cannot be shown yet" in data for data in pages) if name == "preview" else pages == []


@pytest.mark.parametrize(
    "typed",
    [
        ["poster", "storyguide.making.poster:poster_of_story", "--to"],
        ["proof", "storyguide.making.proof:proof_of", "--out"],
    ],
)
def test_where_the_one_story_that_was_asked_for_fails_nothing_is_made(typed, anytown, tmp_path, monkeypatch, capsys):
    command, place, option = typed
    break_at(monkeypatch, place)

    status = run(command, SLUG, option, str(tmp_path / "out"), "--root", str(anytown))

    printed = "".join(capsys.readouterr())
    assert status == 1
    assert printed.count(TOLD) == 1
    assert f"No {command} was made." in printed
    assert WORDS not in printed
    assert not (tmp_path / "out").exists() or not any((tmp_path / "out").iterdir())


OF_A_GUIDE = {
    "site": ["site", "--no-open", "--site", "{out}"],
    "folder": ["folder", "{out}"],
    "check": ["check"],
    "preview": ["preview", "--out", "{out}", "--since", "HEAD"],
    "book": ["book"],
    "newsletter": ["newsletter", "2026-06"],
    "poster": ["poster", OTHER],
}


@pytest.mark.parametrize("name", OF_A_GUIDE)
def test_a_fault_that_belongs_to_no_file_is_told_in_a_sentence(name, anytown, tmp_path, monkeypatch, capsys):
    if name == "preview":
        committed(anytown)
    monkeypatch.setattr("storyguide.site.assembly.assemble", broken)

    status = run(*(word.format(out=tmp_path / "out") for word in OF_A_GUIDE[name]), "--root", str(anytown))

    printed = "".join(capsys.readouterr())
    assert status == 1
    assert "The guide’s own program failed (“OurFaultError” in" in printed
    assert WORDS not in printed
    assert "Traceback" not in printed


@pytest.mark.parametrize("name", sorted(COMMANDS.keys() - {"site", "folder"}))
def test_there_is_a_sentence_under_every_command(name, monkeypatch, capsys):
    monkeypatch.setattr(f"storyguide.front.{name}.{name}", broken)

    status = COMMANDS[name](PROJECT, Namespace(root=PROJECT))

    printed = "".join(capsys.readouterr())
    assert status == 1
    assert "The fault is ours" in printed
    assert WORDS not in printed


def test_somebody_who_works_on_the_program_can_have_the_traceback(monkeypatch, anytown):
    class Flags:
        dev_mode = True

    monkeypatch.setattr("storyguide.front.safety_net.sys.flags", Flags)
    monkeypatch.setattr("storyguide.site.assembly.assemble", broken)

    with pytest.raises(OurFaultError):
        run("check", "--root", str(anytown))


def test_a_check_that_fails_with_no_story_in_sight_finds_the_one_by_halves(anytown: Path, monkeypatch, capsys):
    from storyguide.site import assembly

    sound = assembly.check_records

    def at_one(edition, stories, *others, **named):
        slugs = {each.slug for each in stories if each.title}
        if SLUG in slugs:
            raise OurFaultError(WORDS)
        return sound(edition, stories, *others, **named)

    monkeypatch.setattr(assembly, "check_records", at_one)

    status = run("check", "--root", str(anytown))

    printed = "".join(capsys.readouterr())
    assert status == 1
    assert printed.count(TOLD) == 1
    assert f"stories/{SLUG}/story.md" in printed


def test_the_live_preview_goes_on_past_a_fault_at_one_story_and_tells_it(anytown: Path, monkeypatch):
    preview = Preview(anytown, engine=MkDocs(), assets=None)
    try:
        break_at(monkeypatch, "storyguide.making.pages.stories:StoryPages._page")

        failed = preview.get(f"stories/{SLUG}/index.html")
        other = preview.get(f"stories/{OTHER}/index.html")

        assert failed is None or b"cannot be shown yet" in bytes(failed)
        assert other
        assert "our-fault" in {problem.code for problem in preview.problems}
    finally:
        preview.close()
