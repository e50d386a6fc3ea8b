"""A build after which only words differ makes only what shows them, and what it leaves is what a whole build gives."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from storyguide.site import building
from storyguide.site.assembly import assemble
from storyguide.site.book import keep_book
from storyguide.tending.leaks import find_leaks
from storyguide.tending.terms import term_of

from tests.conftest import TODAY, built
from tests.site_pages import files_in

pytestmark = pytest.mark.slow

SLUG = "repair-cafe"
ADDRESS = "https://anytown.example/"


@pytest.fixture
def whole_builds(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Where each whole build was made."""
    found: list[Path] = []
    build_site = building.build_site

    def noted(assembly: object, site: Path, **given: object) -> object:
        found.append(site)
        return build_site(assembly, site, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(building, "build_site", noted)
    return found


@pytest.fixture
def site(anytown: Path, tmp_path: Path) -> Path:
    """The site of a guide that was built once, with nothing of it in doubt."""
    built(anytown, tmp_path / "site")
    return tmp_path / "site"


def written(root: Path, before: str, after: str, slug: str = SLUG) -> None:
    file = root / "stories" / slug / "story.md"
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


def from_nothing(root: Path, folder: Path) -> dict[str, bytes]:
    """What a build gives that knows of no earlier one."""
    copy = folder / "again"
    shutil.copytree(root, copy, symlinks=True, ignore=shutil.ignore_patterns(".cache"))
    built(copy, folder / "from-nothing")
    return files_in(folder / "from-nothing")


def a_word(root: Path) -> None:
    written(root, "There was a raisin in it.", "There was a **sultana** in it.")


def one_line_more(root: Path) -> None:
    file = root / "stories/marrow-race/story.md"
    file.write_text(file.read_text(encoding="utf-8") + "\nOne marrow was left.\n", encoding="utf-8")


def words_of_two(root: Path) -> None:
    a_word(root)
    file = root / "stories/sanjhi-rasoi/story.md"
    file.write_text(
        file.read_text(encoding="utf-8") + "\n\n## A quarrelsome chutney\n\nNone was left.\n", encoding="utf-8"
    )


def a_way_to_another_story(root: Path) -> None:
    written(root, "There was a raisin in it.", "There was a raisin [in it](../marrow-race/story.md).")


def nearly_no_words(root: Path) -> None:
    file = root / "stories/marrow-race/story.md"
    facts = file.read_text(encoding="utf-8").split("\n---\n", 1)[0]
    file.write_text(f"{facts}\n---\n\nIt is over.\n", encoding="utf-8")


@pytest.mark.parametrize(
    "change", [a_word, words_of_two, a_way_to_another_story, nearly_no_words], ids=lambda change: change.__name__
)
def test_other_words_give_what_a_whole_build_gives(
    anytown: Path, site: Path, tmp_path: Path, whole_builds: list[Path], change: Callable[[Path], None]
):
    for turn in (change, one_line_more):
        turn(anytown)
        again = built(anytown, site)
        assert again.built
        assert not again.unchanged

    assert whole_builds == []
    assert files_in(site) == from_nothing(anytown, tmp_path)


def test_a_book_that_was_offered_is_taken_back(anytown: Path, tmp_path: Path, whole_builds: list[Path]):
    site = tmp_path / "site"
    built(anytown, site)
    assembly = assemble(anytown, today=TODAY)
    assert assembly.guide
    made = {"epub": (b"a book", 0)}
    keep_book(anytown, anytown / ".cache", assembly.guide, made, address=ADDRESS, newest=None, unprinted=())
    built(anytown, site)
    assert list((site / "book").glob("*.epub"))
    a_word(anytown)

    built(anytown, site)

    assert list((site / "book").glob("*.epub")) == []
    assert files_in(site) == from_nothing(anytown, tmp_path)


def taken_down(root: Path) -> None:
    written(root, "---\n", "---\nstatus: withdrawn\n")


def for_the_web_alone(root: Path) -> None:
    written(root, "consent:\n", "consent:\n  for: [web]\n")


def turned_hostile(root: Path) -> None:
    written(root, "a kanariraisin", "<script>a</script> kanariraisin")


def pointed_elsewhere(root: Path) -> None:
    file = root / "stories" / SLUG / "story.md"
    file.rename(root / "elsewhere.md")
    file.symlink_to(root / "elsewhere.md")


@pytest.mark.parametrize(
    ("change", "stands_on"),
    [(taken_down, ()), (turned_hostile, ()), (pointed_elsewhere, ()), (for_the_web_alone, ("its page", "search"))],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_words_that_were_brought_up_to_date_go_with_their_story(
    *,
    anytown: Path,
    site: Path,
    tmp_path: Path,
    whole_builds: list[Path],
    change: Callable[[Path], None],
    stands_on: Sequence[str],
):
    written(anytown, "There was a raisin in it.", "There was a kanariraisin in it.")
    built(anytown, site)
    assert whole_builds == []
    assert b"kanariraisin" in files_in(site)["feed.xml"]

    change(anytown)
    one_line_more(anytown)
    built(anytown, site)

    found = {leak.file.split("/")[0] for leak in find_leaks(site, [term_of("kanariraisin")])}
    assert found == {"stories" if one == "its page" else "pagefind" for one in stands_on}
    assert files_in(site) == from_nothing(anytown, tmp_path)


def a_title(root: Path) -> None:
    written(root, "title: ", "title: Once more, ")


def a_photo(root: Path) -> None:
    (root / "stories" / SLUG / "unlisted.jpg").write_bytes(b"")
    a_word(root)


def a_list(root: Path) -> None:
    file = root / "stories/edition.yml"
    file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    a_word(root)


def a_story_gone(root: Path) -> None:
    written(root, "---\n", "---\nstatus: withdrawn\n", "marrow-race")
    a_word(root)


def words_that_may_not_stand(root: Path) -> None:
    written(root, "There was a raisin in it.", "<marquee>There was a raisin in it.</marquee>")


def a_title_checked_beforehand(root: Path) -> None:
    """What was read is kept by a check too: the site must not be taken for made from it."""
    a_title(root)
    assemble(root, today=TODAY)
    a_word(root)


@pytest.mark.parametrize(
    "change",
    [a_title, a_photo, a_list, a_story_gone, words_that_may_not_stand, a_title_checked_beforehand],
    ids=lambda change: change.__name__,
)
def test_anything_more_has_all_of_it_made_anew(
    anytown: Path, site: Path, whole_builds: list[Path], change: Callable[[Path], None]
):
    change(anytown)

    built(anytown, site)

    assert len(whole_builds) == 1


def test_a_hook_that_sees_pages_has_all_of_it_made_anew(anytown: Path, tmp_path: Path, whole_builds: list[Path]):
    (anytown / "hook.py").write_text("def on_post_page(output, page, config):\n    return output\n", encoding="utf-8")
    settings = anytown / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\nhooks: [hook.py]\n", encoding="utf-8")
    built(anytown, tmp_path / "site")
    a_word(anytown)

    built(anytown, tmp_path / "site")

    assert len(whole_builds) == 2


def test_what_search_reads_of_pages_may_be_lost(anytown: Path, site: Path, tmp_path: Path, whole_builds: list[Path]):
    for file in (anytown / ".cache").glob("searched-*"):
        file.write_bytes(b"\x80nonsense")
    a_word(anytown)

    built(anytown, site)

    assert len(whole_builds) == 1
    assert files_in(site) == from_nothing(anytown, tmp_path)


def test_what_search_reads_is_kept_for_the_last_site_only(anytown: Path, site: Path, tmp_path: Path):
    built(anytown, tmp_path / "other")

    assert [file.name for file in (anytown / ".cache").glob("searched-*")] == ["searched-other.pickle"]
