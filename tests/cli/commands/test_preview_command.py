"""A preview to hand on: what has changed since a state of the repository, drafts shown, the taken-down never."""

import shutil
from pathlib import Path

import pytest

from tests.github_machine import git
from tests.previewed import DRAFT, Previewed, add, change, committed, previewed
from tests.site_pages import everything_in, page_of, pages_in


@pytest.fixture
def repository(anytown: Path) -> Path:
    """Anytown in a repository of its own, nothing changed yet."""
    return committed(anytown)


def listed(preview: Previewed) -> list[list[str]]:
    """Of each story on the first page: what became of it, its title, and what is said of it."""
    html = preview.first.split('<ul class="changed">')[1].split("</ul>")[0]
    rows = html.split('<li><div class="pictured">')[1:]
    return [[word for line in page_of(row).text.split("\n") if (word := " ".join(line.split()))] for row in rows]


def said_of(preview: Previewed, title: str) -> str:
    (found,) = [row for row in listed(preview) if title in row]
    return " | ".join(found)


def test_each_change_is_listed_new_ones_first(a_preview: Previewed):
    assert a_preview.status == 0
    assert [row[1] for row in listed(a_preview)] == [
        "“$(touch pwned)",
        "Kites out of bread bags",
        "“no-facts-yet”",
        "\"Tea\" & 'biscuits' ${{ 7 * 7 }} {{ 7 * 7 }} 100% %0A",
        "The repair café: nothing is broken until Thursday",
        "Soup on the steps",
        "The choir that sings after closing time",
        "A library in a bus shelter",
        "“lantern-walk”",
        "“marrow-race”",
    ]
    assert [row[0] for row in listed(a_preview)] == [
        *["New"] * 4,
        *["Changed"] * 2,
        *["Renamed"] * 2,
        "Taken down",
        "Taken away",
    ]


def test_it_says_what_of_a_story_has_changed_committed_or_not(a_preview: Previewed):
    assert "words and facts (place)" in said_of(a_preview, "The repair café: nothing is broken until Thursday")
    assert "photos" in said_of(a_preview, "Soup on the steps")
    assert "night-choir" in said_of(a_preview, "The choir that sings after closing time")
    assert "stories/glossary.yml" in page_of(a_preview.first).text


def test_an_address_that_leads_nowhere_is_told_apart_from_one_that_leads_on(a_preview: Previewed):
    html = a_preview.first.split('id="addresses"')[1].split("</section>")[0].replace(' class="lost"', "")
    told = [" ".join(page_of(item).text.split()) for item in html.split("<li>")[1:]]

    assert told == [
        "/stories/marrow-race/ leads nowhere. "
        "Its story was taken away, and no other story says also_at: [marrow-race].",
        "/stories/bus-shelter-library/ leads nowhere. Its story is now called shelter-books. "
        "To mend it, add to its facts: also_at: [bus-shelter-library]",
        "/stories/night-choir/ leads on to /stories/choir-at-night/.",
        "/stories/lantern-walk/ has a page that says the story was taken down, and nothing more.",
    ]


def test_a_draft_is_shown_with_why_it_is_not_published(a_preview: Previewed):
    page = a_preview.page("bread-bag-kites")

    assert "The kites were made of bread bags" in page
    assert "Not published: its status is “draft”; it waits for consent." in page
    assert "A preview, not public." in page
    assert "Kites out of bread bags" in (a_preview.out / "guide/stories/index.html").read_text(encoding="utf-8")


def test_a_story_that_is_held_back_is_shown_with_what_to_mend(a_preview: Previewed):
    page = a_preview.page("tea-and-biscuits")

    assert "Tea is served in the shelter." in page
    assert "<b>Line 5.</b> The guide has no place called “Millbnak”." in page
    assert "Change it to “Millbank”." in page


def test_a_story_that_cannot_be_read_has_a_page_that_says_what_to_mend(a_preview: Previewed):
    page = page_of(a_preview.page("no-facts-yet")).text

    assert "Not published: it cannot be read yet." in page
    assert "Line 1. The file does not begin with the facts about the story" in page
    assert "Once upon a time" not in page


def test_nothing_of_a_story_that_was_taken_down_is_anywhere(a_preview: Previewed):
    said = everything_in(a_preview.out)

    assert (a_preview.root / "stories/lantern-walk/story.md").read_text("utf-8").count("it was never my idea") == 1
    for words in (
        "it was never my idea",
        "Lanterns up Lark Hill",
        "lamps made from jam jars",
        "CC BY-NC 4.0, it rained",
    ):
        assert words not in said, words
    assert "The story that stood at this address has been taken down." in a_preview.page("lantern-walk")


def test_what_strangers_wrote_is_words(a_preview: Previewed):
    pages = pages_in(a_preview.out)

    assert not [path for path, page in pages.items() if "script" in [name for name, _ in page.elements]]
    assert not [path for path in a_preview.out.rglob("*") if "touch" in path.name or "pwned" in path.name]
    assert "&lt;b&gt;&amp;" in a_preview.first
    assert not (a_preview.root / "pwned").exists()


def test_every_link_of_the_preview_is_a_file_of_it(a_preview: Previewed):
    wrong = [
        f"{path}: {address}"
        for path, page in pages_in(a_preview.out).items()
        for _, address, _ in page.addresses
        if not address.startswith(("https://", "mailto:", "tel:", "#", "data:"))
        if not ((a_preview.out / path).parent / address.split("#")[0].split("?")[0]).is_file()
    ]

    assert wrong == []


def test_git_is_only_asked(a_preview: Previewed):
    told = git(a_preview.root, "status", "--porcelain", "-z")

    assert "?? stories/bread-bag-kites/" in told
    assert " D stories/marrow-race/story.md" in told
    assert "preview" not in told


def test_when_nothing_has_changed_it_says_so(repository: Path):
    preview = previewed(repository, "--since", "HEAD")

    assert preview.status == 0
    assert "No story has changed since" in " ".join(page_of(preview.first).text.split())


def test_a_story_sent_back_to_draft_leaves_its_address_empty(repository: Path):
    change(repository, "marrow-race", "licence:", "status: draft\nlicence:")

    preview = previewed(repository, "--since", "main")

    assert "leads nowhere.</b> Its story is not published: its status is “draft”." in preview.first


def test_a_slip_in_the_word_withdrawn_shows_nothing(repository: Path):
    change(repository, "lantern-walk", "licence:", "status: withdrwan\nlicence:")

    preview = previewed(repository, "--since", "main")

    assert "it was never my idea" not in everything_in(preview.out)
    assert "withdrwan" in preview.page("lantern-walk")


def test_for_strangers_the_words_of_a_story_nobody_agreed_to_are_left_out(repository: Path):
    add(repository, "bread-bag-kites", DRAFT)

    preview = previewed(repository, "--since", "main", "--agreed-only")

    assert "The kites were made of bread bags" not in everything_in(preview.out)
    assert "None of its words are shown here until the storyteller has agreed." in preview.page("bread-bag-kites")


def test_a_second_preview_takes_the_place_of_the_first(repository: Path):
    add(repository, "bread-bag-kites", DRAFT)
    first = previewed(repository, "--since", "main")
    shutil.rmtree(repository / "stories/bread-bag-kites")

    second = previewed(repository, "--since", "main")

    assert (first.status, second.status) == (0, 0)
    assert "bread bags" not in everything_in(second.out)


def test_a_folder_with_other_things_in_it_is_left_alone(repository: Path, capsys: pytest.CaptureFixture[str]):
    (repository.parent / "seen").mkdir()
    (repository.parent / "seen/letters.txt").write_text("Dear all", encoding="utf-8")

    preview = previewed(repository, "--since", "main")

    assert preview.status == 2
    assert "holds something else. Name another folder with --out." in capsys.readouterr().err
    assert [path.name for path in preview.out.iterdir()] == ["letters.txt"]


@pytest.mark.parametrize(
    "since", ["nowhere", "--output=pwned", "", "HEAD; touch pwned", "$(touch pwned)", "a\nb", "HEAD:"]
)
def test_a_state_that_git_does_not_know_is_refused_in_a_sentence(
    repository: Path, capsys: pytest.CaptureFixture[str], since: str
):
    preview = previewed(repository, f"--since={since}")

    assert preview.status == 2
    assert capsys.readouterr().err.startswith(f"git knows no “{since}” here. Name a branch, a tag or a commit")
    assert not list(repository.parent.rglob("pwned"))
    assert not preview.out.exists()


def test_without_a_repository_it_says_so(anytown: Path, capsys: pytest.CaptureFixture[str]):
    preview = previewed(anytown, "--since", "main")

    assert preview.status == 2
    assert capsys.readouterr().err.startswith("git knows nothing of this edition.")


def test_without_git_it_says_so(anytown: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")

    preview = previewed(anytown, "--since", "main")

    assert preview.status == 2
    assert capsys.readouterr().err == "There is no git on this machine, and only git knows what has changed.\n"


def test_an_edition_that_cannot_be_read_is_told_instead(repository: Path, capsys: pytest.CaptureFixture[str]):
    (repository / "stories/edition.yml").write_text("town: Anytown\n", encoding="utf-8")

    preview = previewed(repository, "--since", "main")

    assert preview.status == 1
    assert "There is nothing to look at until this is mended." in capsys.readouterr().out
    assert not preview.out.exists()
