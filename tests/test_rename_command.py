"""The rename command: a story moves, its old address leads on, and whatever led to it leads there."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storyguide.cli.arguments import read_arguments
from storyguide.cli.dispatch import run_command
from storyguide.editing.also_at import with_also_at
from storyguide.reading.story import read_story
from storyguide.site.assembly import assemble

from tests.conftest import TODAY, built
from tests.site_pages import files_in

PROJECT = Path(__file__).parents[1]
OLD, NEW = "repair-cafe", "mending-thursdays"


def rename(root: Path, *words: str) -> int:
    return run_command(PROJECT, read_arguments(PROJECT, ["rename", "--root", str(root), *words]))


def sources_of(root: Path) -> dict[str, bytes]:
    return {path: data for path, data in files_in(root).items() if not path.startswith((".cache/", "site/"))}


def told(root: Path) -> set[tuple[str, str]]:
    return {(problem.code, problem.where.path) for problem in assemble(root, today=TODAY).problems}


def test_everything_that_led_to_it_leads_there(anytown: Path, tmp_path: Path, capsys):
    before = told(anytown)

    assert rename(anytown, OLD, NEW) == 0

    assert told(anytown) == before
    assert not (anytown / "stories" / OLD).exists()
    said = capsys.readouterr().out
    for path in (
        "stories/soup-on-the-steps/story.md",
        "stories/kawiarnia-napraw/story.md",
        "stories/trails.yml",
        "stories/edition.yml",
        "docs/on-the-tin/the-ninth-chair/1-look-round.md",
        "docs/news/what-became-of-toaster-forty-two.md",
        "stories/events.yml",
        "stories/marrow-race/replies/ludovica.md",
    ):
        assert OLD not in (anytown / path).read_text(encoding="utf-8"), path
        assert f"  {path}: " in said
    published = built(anytown, tmp_path / "site")
    assert published.built
    assert f'"../{NEW}/"' in (tmp_path / f"site/stories/{OLD}/index.html").read_text(encoding="utf-8")
    assert (tmp_path / f"site/stories/{NEW}/index.html").is_file()


def test_the_file_is_otherwise_the_same(anytown: Path):
    before = (anytown / "stories" / OLD / "story.md").read_text(encoding="utf-8").splitlines()
    photo = (anytown / "stories" / OLD / "bench.jpg").read_bytes()

    rename(anytown, OLD, NEW)

    after = (anytown / "stories" / NEW / "story.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line not in before] == [f"also_at: [mending-cafe, {OLD}]"]
    assert len([line for line in before if line not in after]) <= 2
    assert (anytown / "stories" / NEW / "bench.jpg").read_bytes() == photo


def test_moving_it_back_leaves_no_trace_but_the_address_in_between(anytown: Path):
    before = sources_of(anytown)

    rename(anytown, "marrow-race", "race-of-marrows")
    rename(anytown, "race-of-marrows", "marrow-race")

    after = sources_of(anytown)
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert changed == {"stories/marrow-race/story.md"}
    assert b"also_at: [marrow-race, race-of-marrows]\n" in after["stories/marrow-race/story.md"]


def test_the_address_of_a_draft_that_nobody_saw_is_not_kept(anytown: Path, capsys):
    before = (anytown / "stories/button-band/story.md").read_bytes()

    assert rename(anytown, "button-band", "cross-band") == 0

    assert (anytown / "stories/cross-band/story.md").read_bytes() == before
    assert "never published" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (OLD, "marrow-race", "Something stands at stories/marrow-race already."),
        (OLD, "Mending shed!", "“mending-shed” can"),
        (OLD, "told", "needs the name “told” itself"),
        (OLD, "index", "needs the name “index” itself"),
        (OLD, "con", "needs the name “con” itself"),
        (OLD, "frameworks", "Something stands"),
        ("marrow-race", "mending-cafe", "still leads there"),
        ("repair-caffe", NEW, "Did you mean “repair-cafe”?"),
        ("kite-loft", NEW, "has been taken down"),
        (OLD, OLD, "already"),
        (OLD, "..", "cannot be an address"),
    ],
)
def test_what_cannot_be_is_refused(anytown: Path, capsys, old: str, new: str, said: str):
    before = sources_of(anytown)

    assert rename(anytown, old, new) == 1

    assert sources_of(anytown) == before
    assert said in capsys.readouterr().err


def test_what_cannot_be_read_is_not_moved(anytown: Path, capsys):
    (anytown / "stories" / OLD / "story.md").write_text("No facts.", encoding="utf-8")

    assert rename(anytown, OLD, NEW) == 1

    assert "cannot be read yet" in capsys.readouterr().err


def test_addresses_elsewhere_and_longer_names_are_left_alone(anytown: Path):
    choir = anytown / "stories/night-choir/story.md"
    words = f"https://example.org/stories/{OLD}/ and ../{OLD}-two/ and our-{OLD} are not it."
    choir.write_text(choir.read_text(encoding="utf-8") + words + f" [This](<../{OLD}/>) is.\n", encoding="utf-8")

    rename(anytown, OLD, NEW)

    text = choir.read_text(encoding="utf-8")
    assert words in text
    assert f"[This](<../{NEW}/>) is." in text


WAYS = {
    "absent": "",
    "in a row": "also_at: [one, two]\n",
    "in rows": "also_at: [one,\n  two]\n",
    "below one another": "also_at:\n  - one\n  - two\n",
    "without an indent": "also_at:\n- one\n- two\n",
    "in quotes, with a remark": 'also_at: ["one", two] # since 2024\n',
    "empty": "also_at:\n",
}
FACTS = (
    "title: Tea\nsummary: Tea.\nkind: fact-file\nplace: Lye\nthemes: [Making]\ntold_on: 2026-01-01\nlicence: CC0 1.0\n"
)


@given(
    way=st.sampled_from(sorted(WAYS)),
    at=st.integers(0, FACTS.count("\n")),
    remark=st.sampled_from(["", "# A remark on what follows.\n", "\n"]),
    ending=st.sampled_from(["\n", "\r\n"]),
    slugs=st.lists(st.sampled_from(["one", "two", "three"]), unique=True),
)
def test_older_addresses_are_written_down_and_nothing_else_changes(
    way: str, at: int, remark: str, ending: str, slugs: list[str]
):
    facts = FACTS.splitlines(keepends=True)
    text = "".join(["---\n", *facts[:at], WAYS[way], remark, *facts[at:], "---\nWords — with *stars*.\n"])

    after = with_also_at(text.replace("\n", ending).encode(), slugs)

    assert after is not None
    written = after.decode().replace(ending, "\n")
    entry = f"also_at: [{', '.join(slugs)}]\n" if slugs else ""
    assert entry in written
    assert written.replace(entry, "", 1 if entry else 0) == text.replace(WAYS[way], "", 1 if WAYS[way] else 0)
    story, _ = read_story(after, path="stories/tea/story.md", slug="tea")
    assert story is not None
    assert story.also_at == tuple(slugs)


def test_feeds_know_a_story_by_its_first_name_wherever_it_goes(anytown: Path):
    def known_by() -> set[str]:
        guide = assemble(anytown, today=TODAY).guide
        assert guide
        return {story.first_slug for story in guide.stories} | {each.first_slug for each in guide.removals}

    def leads(slug: str) -> tuple[str, ...]:
        guide = assemble(anytown, today=TODAY).guide
        assert guide
        return guide.by_slug[slug].also_at

    before = known_by()
    for old, new in (("marrow-race", "marrows"), ("marrows", "vegetables"), ("vegetables", "marrow-race")):
        assert rename(anytown, old, new) == 0
        assert known_by() == before
    assert leads("marrow-race") == ("marrows", "vegetables")
    words = ["withdraw", "--root", str(anytown), "marrow-race", "--yes"]

    assert run_command(PROJECT, read_arguments(PROJECT, words)) == 0

    assert known_by() == before
