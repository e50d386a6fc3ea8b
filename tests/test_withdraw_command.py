"""The withdraw command: a story in the middle of everything goes from everything, and comes back as long as it may."""

import json
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from storyguide.engines.digests import LIST
from storyguide.engines.ledger import LEDGER, read_ledger, removals
from storyguide.front.arguments import read_arguments
from storyguide.front.commands import COMMANDS
from storyguide.tending.leaks import Leak, find_leaks, photo_of
from storyguide.tending.outputs import note_output
from storyguide.tending.terms import term_of

from tests.conftest import built
from tests.github_machine import git
from tests.pictures import jpeg, noise
from tests.previewed import COMMIT, committed
from tests.site_pages import files_in, page_at

pytestmark = pytest.mark.slow

PROJECT = Path(__file__).parents[1]
SLUG, OTHER = "under-the-roof", "pod-dachem"
STORY = """---
title: "Vellichor and the xylophone attic"
summary: "Quixotic hammers under a skylight."
storyteller: Zebedee Quagmire
organisation: The Skylight Ensemble
place: [Lark Hill, Button Cross]
location: "45.09381, -29.91642"
precision: exact
access: ask for Zebedee at the greengrocer
themes: [Music, Water]
dimensions:
  Neighbourly: "Crotchets were shared out on the landing."
told_on: 2026-06-06
happened: "about 1874"
photos:
  - file: gamelan.jpg
    alt: "Mallets in a biscuit tin."
    caption: "Hammersmithery."
    credit: Zebedee Quagmire
    licence: CC BY-SA 4.0
consent:
  given: 2026-06-01
approved_on: 2026-06-05
licence: CC BY-SA 4.0
join_in: "Ring the brass bell."
barriers:
  - {barrier: one-key, eased_by: "A turnstile that counts to one."}
tins:
  counting-toasters: "We counted the glissandos instead."
links:
  - title: Mallets through the ages
    address: https://example.org/mallets
also_at: [old-loft]
---
Up sixty-three stairs there is a xylophone. [The repair café](../repair-cafe/story.md) keeps a jar of felt for it.

![Mallets in a biscuit tin.](gamelan.jpg)
"""
TRANSLATED = """---
title: "Ksylofon na strychu"
summary: "Młoteczki pod świetlikiem."
storyteller: Zebedee Quagmire
place: Lark Hill
themes: [Music]
told_on: 2026-06-07
consent:
  given: 2026-06-01
approved_on: 2026-06-05
licence: CC BY-SA 4.0
language: pl
translation_of: under-the-roof
---
Po sześćdziesięciu trzech schodach stoi ksylofon.
"""
CANARIES = """Vellichor|xylophon|Quixotic hammers|Zebedee|Quagmire|Skylight Ensemble|45.09381, -29.91642|greengrocer
Crotchets|about 1874|Hammersmithery|brass bell|turnstile|glissandos|sixty-three|Mallets through|example.org/mallets
gamelan|ksylofon|sześćdziesięciu|świetlik""".replace("\n", "|").split("|")
"""Words, names and figures of the story that stand in no other; what search keeps is cut short, so two are as well."""
SEEN = [each for each in CANARIES if each != "gamelan"]
"""A file's own name is never published; the figures of its place are, as exactly as was agreed, in the open data."""


def replaced(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text, file
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


def put_in_the_middle(root: Path) -> None:
    """A story that lists, search, map, a trail, a tin, another story, the first page and a translation lead to."""
    stories = root / "stories"
    for slug, text in ((SLUG, STORY), (OTHER, TRANSLATED)):
        (stories / slug).mkdir()
        (stories / slug / "story.md").write_text(text, encoding="utf-8")
    (stories / SLUG / "gamelan.jpg").write_bytes(jpeg(noise(1200, 900)))
    (stories / SLUG / ".DS_Store").write_bytes(b"what a computer leaves")
    replaced(stories / "repair-cafe/story.md", "a table, a lamp", f"[a table](../{SLUG}/story.md), a lamp")
    replaced(
        stories / "trails.yml",
        "      - story: lantern-walk",
        f"      - {{story: {SLUG}, words: Up.}}\n      - story: lantern-walk",
    )
    replaced(stories / "edition.yml", "featured: repair-cafe", f"featured: {SLUG}")
    step = root / "docs/on-the-tin/counting-toasters/1-chalk-it-up.md"
    step.write_text(
        step.read_text(encoding="utf-8") + f"\n[They](../../../stories/{SLUG}/story.md) counted.\n", encoding="utf-8"
    )
    (stories / "links.txt").write_text("# Kept.\nhttps://example.org/mallets 200 2026-10-01\n", encoding="utf-8")


@pytest.fixture
def edition(anytown: Path) -> Path:
    put_in_the_middle(anytown)
    return anytown


def withdraw(root: Path, *words: str) -> int:
    return COMMANDS["withdraw"](PROJECT, read_arguments(PROJECT, ["withdraw", "--root", str(root), *words]))


def found(folder: Path, photo: Path) -> list[Leak]:
    terms = [term for each in CANARIES if (term := term_of(each))]
    return list(find_leaks(folder, terms, [photo_of(photo)], leave_out=lambda path: path.startswith("parts/")))


def sources_of(root: Path) -> dict[str, bytes]:
    return {path: data for path, data in files_in(root).items() if not path.startswith(".cache/")}


def test_nothing_is_left_of_a_story_that_stood_in_the_middle_of_everything(edition: Path, tmp_path: Path):
    site = edition / "site"
    photo = shutil.copy(edition / "stories" / SLUG / "gamelan.jpg", tmp_path)
    built(edition, site)
    before = found(site, Path(photo))
    assert {leak.what for leak in before} == {*SEEN, "gamelan.jpg"}
    assert len([leak for leak in before if leak.what == "gamelan.jpg"]) == 6  # three sizes in two types
    in_feed = {one["url"]: one["id"] for one in json.loads((site / "feed.json").read_bytes())["items"]}
    known_by = [in_feed[f"https://anytown.example/stories/{slug}/"] for slug in (SLUG, OTHER)]

    assert withdraw(edition, SLUG, "--yes") == 0
    built(edition, site)

    assert found(site, Path(photo)) == []
    assert found(edition / ".cache", Path(photo)) == []
    assert found(edition / "stories", Path(photo)) == []
    warm = files_in(site)
    shutil.rmtree(edition / ".cache")
    built(edition, tmp_path / "cold" / "site")
    assert files_in(tmp_path / "cold" / "site") == warm
    assert [path for path in warm if SLUG in path or "old-loft" in path or OTHER in path] == [
        f"stories/{slug}/index.html" for slug in ("old-loft", OTHER, SLUG)
    ]
    assert "has been taken down" in page_at(site / "stories/old-loft/index.html").text
    assert [path for path, data in warm.items() if b"old-loft" in data and path != LIST] == []
    for feed in ("feed", "themes/music/feed", "places/millbank/feed", "feeds/told/feed"):
        tombstones = json.loads(warm[f"{feed}.json"])["_removed"]
        assert {*known_by} < {one["id"] for one in tombstones}
        assert all(one.keys() == {"id", "when"} for one in tombstones)
        assert all(warm[f"{feed}.xml"].count(known.encode()) == 1 for known in known_by)


def test_what_is_left_in_its_folder_says_only_that_it_has_gone(edition: Path):
    withdraw(edition, SLUG, "--yes")

    (file,) = (edition / "stories" / SLUG).iterdir()
    text = file.read_text(encoding="utf-8")
    assert text.startswith("---\n# Taken down.")
    assert "status: withdrawn\n" in text
    assert "also_at: [old-loft]\n" in text
    assert dict(removals(edition)).keys() == {SLUG, OTHER}


def test_until_it_is_published_undoing_gives_the_very_files_back(edition: Path, capsys):
    before = sources_of(edition)

    withdraw(edition, SLUG, "--yes")
    assert sources_of(edition) != before
    assert withdraw(edition, SLUG, "--undo") == 0

    assert sources_of(edition) == before
    assert not (edition / ".cache/withdrawn").exists()
    assert "is back as it was" in capsys.readouterr().out


def test_where_there_was_no_ledger_undoing_leaves_none(edition: Path):
    (edition / LEDGER).unlink()
    before = sources_of(edition)

    withdraw(edition, SLUG, "--yes")
    withdraw(edition, SLUG, "--undo")

    assert sources_of(edition) == before


def test_once_it_is_published_undoing_is_refused_in_plain_words(edition: Path, tmp_path: Path, capsys):
    withdraw(edition, SLUG, "--yes")
    built(edition, tmp_path / "site")
    capsys.readouterr()

    assert withdraw(edition, SLUG, "--undo") == 1

    said = capsys.readouterr().err
    assert "cannot be undone" in said
    assert "history of the files" in said


def test_a_build_that_fails_keeps_it_to_be_put_back(edition: Path, tmp_path: Path):
    withdraw(edition, SLUG, "--yes")
    (edition / "stories/edition.yml").write_text("nothing: here", encoding="utf-8")

    assert not built(edition, tmp_path / "site").built

    assert withdraw(edition, SLUG, "--undo") == 0


def test_nothing_new_is_written_over_by_undoing(edition: Path, capsys):
    withdraw(edition, SLUG, "--yes")
    (edition / "stories" / SLUG / "story.md").write_text("Begun anew.", encoding="utf-8")

    assert withdraw(edition, SLUG, "--undo") == 1

    assert "would be lost" in capsys.readouterr().err
    assert (edition / "stories" / SLUG / "story.md").read_text(encoding="utf-8") == "Begun anew."


def test_whatever_else_leads_to_it_or_names_it_is_told_with_its_line(edition: Path, capsys):
    choir = edition / "stories/night-choir/story.md"
    replaced(choir, "We met at the back door", "Zebedee\nQuagmire and we met at the back door")
    shutil.copy(edition / "stories" / SLUG / "gamelan.jpg", edition / "stories/night-choir/copy.jpg")

    withdraw(edition, SLUG, "--yes")

    said = capsys.readouterr().out
    for path, what in (
        ("stories/repair-cafe/story.md", f"[a table](../{SLUG}"),
        ("stories/trails.yml", f"story: {SLUG}"),
        ("stories/edition.yml", "featured:"),
        ("docs/on-the-tin/counting-toasters/1-chalk-it-up.md", SLUG),
        ("stories/night-choir/story.md", "Zebedee"),
    ):
        lines = (edition / path).read_text(encoding="utf-8").splitlines()
        number = next(number for number, line in enumerate(lines, 1) if what in line)
        assert f"  {path}, line {number}: " in said, path
    assert "stories/night-choir/copy.jpg is the same photo" in said


def test_what_other_commands_made_of_it_is_told(edition: Path, capsys):
    for path in (
        f"proof/proof-{SLUG}.pdf",
        f"proof/proof-{SLUG}-again.pdf",
        f"preview/guide/stories/{SLUG}/index.html",
        "site-offline/index.html",
    ):
        (edition / path).parent.mkdir(parents=True, exist_ok=True)
        (edition / path).touch()

    withdraw(edition, SLUG, "--yes")

    assert f"Delete it:\n  proof/proof-{SLUG}.pdf\n  preview\n\nWhat is left" in capsys.readouterr().out


def test_the_rest_is_told_without_names(edition: Path, capsys):
    withdraw(edition, SLUG, "--yes")

    rest = capsys.readouterr().out.partition("What is left to do")[2]
    paths = " ".join(f"--path stories/{slug}/" for slug in (SLUG, OTHER, "old-loft"))
    assert f"git filter-repo --invert-paths {paths}\n" in rest
    for step in ("leaks", "storyteller", "history", "Forks", "Search engines", "printed", "Backups"):
        assert step in rest
    assert "Zebedee" not in rest and "Vellichor" not in rest


def test_an_address_with_a_name_in_it_is_told_of(edition: Path, capsys):
    (edition / "stories" / SLUG).rename(edition / "stories/quagmire-s-attic")

    withdraw(edition, "quagmire-s-attic", "--yes")

    said = capsys.readouterr().out
    assert "The address stories/quagmire-s-attic/ itself has a name in it." in said
    assert "delete the folder, and its line in published-addresses.txt" in said


def test_nobody_is_asked_nothing_is_done(edition: Path, capsys):
    before = files_in(edition)

    assert withdraw(edition, SLUG) == 1

    assert files_in(edition) == before
    assert "--yes" in capsys.readouterr().err


@pytest.mark.parametrize(("answer", "status"), [("yes", 0), ("no", 1), ("", 1)])
def test_somebody_is_asked_first(edition: Path, monkeypatch, capsys, answer: str, status: int):
    monkeypatch.setattr("storyguide.front.withdraw.somebody_is_there", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: answer)

    assert withdraw(edition, SLUG) == status

    assert "“Vellichor and the xylophone attic”" in capsys.readouterr().out
    assert (edition / "stories" / SLUG / "gamelan.jpg").exists() == (status == 1)


def test_a_translation_can_go_alone(edition: Path):
    withdraw(edition, OTHER, "--yes")

    assert (edition / "stories" / SLUG / "gamelan.jpg").exists()
    assert len(list((edition / "stories" / OTHER).iterdir())) == 1


def test_a_folder_that_is_gone_already_gets_the_page_that_says_so(edition: Path, tmp_path: Path, capsys):
    shutil.rmtree(edition / "stories/marrow-race")
    assert not built(edition, tmp_path / "site").built

    assert withdraw(edition, "marrow-race", "--yes") == 0

    assert "--undo" not in capsys.readouterr().out
    assert built(edition, tmp_path / "site").gone == ("kite-loft", "marrow-race", "pickle-club")


def test_what_cannot_be_read_can_be_taken_down(edition: Path):
    file = edition / "stories" / SLUG / "story.md"
    file.write_bytes(b"\xff\xfe" + STORY.replace("---", "- -", 1).encode())

    assert withdraw(edition, f"stories/{SLUG}/", "--yes") == 0

    assert "also_at: [old-loft]" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("slug", ["marow-race", "..", "edition.yml"])
def test_what_is_no_story_is_left_alone(edition: Path, slug: str, capsys):
    before = files_in(edition)

    assert withdraw(edition, slug, "--yes") == 1

    assert files_in(edition) == before
    assert ("Did you mean “marrow-race”?" in capsys.readouterr().err) == (slug == "marow-race")


def test_it_is_taken_down_once(edition: Path, capsys):
    withdraw(edition, SLUG, "--yes")
    before = files_in(edition)

    assert withdraw(edition, SLUG, "--yes") == 0

    assert files_in(edition) == before
    assert "already" in capsys.readouterr().err


def test_it_is_not_noted_as_gone_once_it_is_back(edition: Path, tmp_path: Path):
    text = (edition / "stories/marrow-race/story.md").read_bytes()
    withdraw(edition, "marrow-race", "--yes")
    built(edition, tmp_path / "site")
    assert read_ledger(edition)["stories/marrow-race/"].withdrawn

    (edition / "stories/marrow-race/story.md").write_bytes(text)
    built(edition, tmp_path / "site")

    assert not read_ledger(edition)["stories/marrow-race/"].withdrawn


def test_what_was_made_under_an_older_name_is_told(edition: Path, capsys):
    for path in ("proof/proof-old-loft.pdf", "poster/poster-old-loft.pdf", "preview/guide/stories/old-loft/index.html"):
        (edition / path).parent.mkdir(parents=True, exist_ok=True)
        (edition / path).touch()

    withdraw(edition, SLUG, "--yes")

    told = capsys.readouterr().out.partition("Delete it:\n")[2].partition("\n\n")[0].split()
    assert sorted(told) == ["poster/poster-old-loft.pdf", "preview", "proof/proof-old-loft.pdf"]


def test_a_story_asked_for_by_an_older_name_is_taken_down(edition: Path):
    assert withdraw(edition, "old-loft", "--yes") == 0

    assert "status: withdrawn" in (edition / "stories" / SLUG / "story.md").read_text(encoding="utf-8")
    assert not (edition / "stories/old-loft").exists()


def test_it_is_put_back_by_an_older_name_too(edition: Path, capsys):
    before = sources_of(edition)
    withdraw(edition, "old-loft", "--yes")

    assert withdraw(edition, "old-loft", "--undo") == 0
    assert sources_of(edition) == before

    withdraw(edition, "old-loft", "--yes")
    shutil.rmtree(edition / ".cache/withdrawn")
    capsys.readouterr()
    assert withdraw(edition, "old-loft", "--undo") == 1
    assert f"The guide has been built without the story at stories/{SLUG}" in capsys.readouterr().err


def test_the_folder_it_had_before_it_was_renamed_goes_with_the_commit(edition: Path, capsys):
    def git(*words: str) -> str:
        names = ("-c", "user.name=Jo", "-c", "user.email=jo@example.org")
        return subprocess.run(
            ["git", *names, *words], cwd=edition, check=True, capture_output=True, encoding="utf-8"
        ).stdout

    (edition / "stories" / SLUG).rename(edition / "stories/old-loft")
    (edition / "published-addresses.txt").touch()
    git("init", "-q")
    git("add", "--all")
    git("commit", "-q", "-m", "As it was")
    (edition / "stories/old-loft").rename(edition / "stories" / SLUG)

    withdraw(edition, SLUG, "--yes")

    typed = next(line for line in capsys.readouterr().out.splitlines() if line.endswith("&& git push"))
    for command in typed.removesuffix("&& git push").split("&&"):
        git(*shlex.split(command)[1:])
    assert "stories/old-loft/" not in git("ls-tree", "-r", "--name-only", "HEAD")


def test_the_history_of_another_story_under_an_older_name_is_left_alone(edition: Path, capsys):
    shutil.copytree(edition / "stories/night-choir", edition / "stories/old-loft")

    withdraw(edition, SLUG, "--yes")

    said = capsys.readouterr().out
    assert "--path stories/old-loft/" not in said.partition("git filter-repo --invert-paths")[2].splitlines()[0]
    assert "stories/old-loft was its folder once, and is another story’s now." in said


def test_older_names_of_a_draft_are_known_from_the_history(edition: Path, capsys):
    committed(edition)
    (edition / "stories/kite-loft").rename(edition / "stories/loft-of-kites")
    git(edition, "add", "--all")
    git(edition, *COMMIT)
    (edition / "proof").mkdir()
    (edition / "proof/proof-kite-loft.html").touch()

    withdraw(edition, "loft-of-kites", "--yes")

    said = capsys.readouterr().out
    assert "--path stories/kite-loft/" in said
    assert "  proof/proof-kite-loft.html\n" in said


def test_older_names_of_its_translations_are_in_the_history_too(edition: Path, capsys):
    file = edition / "stories" / OTHER / "story.md"
    replaced(file, "language: pl\n", "language: pl\nalso_at: [pod-strychem]\n")
    (edition / "proof").mkdir()
    (edition / "proof/proof-pod-strychem.html").touch()

    withdraw(edition, SLUG, "--yes")

    said = capsys.readouterr().out
    assert "--path stories/pod-strychem/" in said
    assert "  proof/proof-pod-strychem.html\n" in said


@pytest.mark.parametrize(
    "sentence",
    ["A turnstile that counts to one.", "Crotchets were shared out on the landing."],
)
def test_a_file_that_repeats_a_sentence_of_it_is_told(edition: Path, capsys, sentence: str):
    replaced(edition / "stories/night-choir/story.md", "We met at the back door", f"{sentence} We met at the back door")

    withdraw(edition, SLUG, "--yes")

    assert f"has “{sentence}”: read it" in capsys.readouterr().out


def test_a_few_words_that_anybody_may_say_are_not_told(edition: Path, capsys):
    replaced(edition / "stories/night-choir/story.md", "We met at the back door", "Ring the brass bell. We met there")

    withdraw(edition, SLUG, "--yes")

    assert "brass bell" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "letter",
    ["<a href='https://anytown.example/stories/old-loft/'>up</a>", "Crotchets were shared out on the landing."],
)
def test_a_newsletter_is_found_by_an_address_or_a_sentence_of_it(edition: Path, capsys, letter: str):
    (edition / "newsletter").mkdir()
    (edition / "newsletter/newsletter-2026-06.html").write_text(letter, encoding="utf-8")
    (edition / "newsletter/newsletter-2026-07.html").write_text("Nothing of it.", encoding="utf-8")

    withdraw(edition, SLUG, "--yes")

    said = capsys.readouterr().out
    assert "  newsletter/newsletter-2026-06.html\n" in said and "newsletter-2026-07" not in said


def test_folders_somebody_named_are_told_as_long_as_they_hold_anything(edition: Path, tmp_path: Path, capsys):
    full, empty = tmp_path / "on the desk", tmp_path / "cleared"
    for folder in (full, empty, edition / "proof"):
        folder.mkdir()
        note_output(edition, folder)
    (full / "made.pdf").touch()

    withdraw(edition, SLUG, "--yes")

    told = capsys.readouterr().out.partition("may hold it. Look there, and delete what does:\n")[2].partition("\n\n")[0]
    assert told.splitlines()[0] == f"  {full}"
    assert str(empty) not in told and str(edition) not in told
    assert told.splitlines()[-1] == f"  python3 build.py leaks --story {SLUG}"
