"""A preview that is kept up with its files shows what a clean one would."""

import shutil
from datetime import date, timedelta
from pathlib import Path, PurePath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from storyguide.engines.mkdocs.engine import MkDocs
from storyguide.preview.preview import Preview
from storyguide.site.parts import find_parts

from tests.conftest import TODAY, built
from tests.patience import PATIENCE
from tests.site_pages import files_in

pytestmark = pytest.mark.slow

STORIES = ("repair-cafe", "marrow-race", "lantern-walk", "night-choir", "bus-shelter-library")
ONE, OTHER = "stories/repair-cafe/story.md", "stories/marrow-race/story.md"


def opened(root: Path, *, marked: bool = True, day: date = TODAY) -> Preview:
    return Preview(root, engine=MkDocs(), assets=find_parts(), today=lambda: day, marked=marked)


def whole(preview: Preview) -> dict[str, bytes]:
    """Everything a preview shows."""
    found = {path: preview.get(path) for path in preview.paths()}
    return {path: each if isinstance(each, bytes) else Path(each).read_bytes() for path, each in found.items() if each}


def shown(preview: Preview, page: str) -> str:
    content = preview.get(f"{page}index.html")
    assert isinstance(content, bytes)
    return content.decode()


def changed(root: Path, file: str, was: str, now: str) -> PurePath:
    text = (root / file).read_text(encoding="utf-8")
    assert was in text
    (root / file).write_text(text.replace(was, now), encoding="utf-8")
    return PurePath(file)


def test_without_its_marks_it_is_what_would_be_published(anytown: Path, tmp_path: Path) -> None:
    first = built(anytown, tmp_path / "first")
    for slug in (*first.waiting, *first.held):
        shutil.rmtree(anytown / "stories" / slug)
    second = built(anytown, tmp_path / "site")
    assert second.built, second.told
    published = {path: (tmp_path / "site" / path).read_bytes() for path in files_in(tmp_path / "site")}
    only_published = ("files.sha256", "pagefind/", "sitemap.xml", "_headers", ".well-known/")

    preview = whole(opened(anytown, marked=False))

    assert preview == {path: content for path, content in published.items() if not path.startswith(only_published)}


def test_words_are_shown_before_everything_is_looked_at_again(anytown: Path) -> None:
    preview = opened(anytown)
    lists = shown(preview, "stories/")
    file = changed(anytown, ONE, "\n---\n", "\n---\n\nA badger came in.\n")

    settled = preview.bring_up_to_date([file])

    assert not settled
    assert "A badger came in." in shown(preview, "stories/repair-cafe/")
    assert shown(preview, "stories/") == lists


def test_a_title_changes_wherever_it_is_shown(anytown: Path) -> None:
    preview = opened(anytown)
    title = "The repair café: nothing is broken until Thursday"
    assert title in shown(preview, "stories/repair-cafe/")
    everywhere = ("", "stories/", "themes/making-and-mending/", "stories/a-z/", "places/millbank/")
    before = [page for page in everywhere if title in shown(preview, page)]

    preview.bring_up_to_date([changed(anytown, ONE, title, "The mending morning")])

    assert len(before) > 3
    assert all("The mending morning" in shown(preview, page) for page in before)
    assert not any(title in shown(preview, page) for page in before)


def test_the_desk_lies_in_a_preview_and_shows_the_last_change(anytown: Path) -> None:
    preview = opened(anytown)
    before = shown(preview, "desk/")

    preview.bring_up_to_date([changed(anytown, ONE, "\ntitle:", "\nstatus: review\ntitle:")])

    assert "In review" not in before
    assert "In review" in shown(preview, "desk/")
    assert preview.get("assets/desk.css")


def test_a_broken_story_says_so_at_its_address_until_it_is_mended(anytown: Path) -> None:
    preview = opened(anytown)
    file = changed(anytown, ONE, "\ntitle:", "\ntilte:")

    preview.bring_up_to_date([file])
    told = shown(preview, "stories/repair-cafe/")
    other = preview.get("stories/marrow-race/index.html")
    changed(anytown, ONE, "\ntilte:", "\ntitle:")
    preview.bring_up_to_date([file])

    assert "tilte" in told
    assert "title" in told
    assert other == preview.get("stories/marrow-race/index.html")
    assert "tilte" not in shown(preview, "stories/repair-cafe/")
    assert not any(problem.blocks for problem in preview.problems)


def test_settings_the_engine_cannot_use_leave_the_last_pages_standing(anytown: Path) -> None:
    preview = opened(anytown)
    before = preview.get("index.html")
    settings = (anytown / "mkdocs.yml").read_text(encoding="utf-8")
    (anytown / "mkdocs.yml").write_text("plugins: [storyguide\n", encoding="utf-8")

    preview.bring_up_to_date([PurePath("mkdocs.yml")])
    fault = preview.engine_fault
    still = preview.get("index.html")
    (anytown / "mkdocs.yml").write_text(settings, encoding="utf-8")
    preview.bring_up_to_date([PurePath("mkdocs.yml")])

    assert fault
    assert still == before
    assert not preview.engine_fault


def test_a_guide_that_cannot_be_read_is_no_end(anytown: Path) -> None:
    edition = (anytown / "stories/edition.yml").read_bytes()
    (anytown / "stories/edition.yml").unlink()
    preview = opened(anytown)
    nothing = preview.get("index.html")

    (anytown / "stories/edition.yml").write_bytes(edition)
    preview.bring_up_to_date([PurePath("stories/edition.yml")])

    assert nothing is None
    assert "Anytown" in shown(preview, "")


def test_what_falls_due_is_shown_on_its_day(anytown: Path) -> None:
    day = [date(2026, 11, 22)]
    changed(anytown, ONE, "\ntitle:", "\npublish_on: 2026-11-23\ntitle:")
    preview = Preview(anytown, engine=MkDocs(), assets=None, today=lambda: day[0])
    before = shown(preview, "stories/repair-cafe/")

    day[0] = date(2026, 11, 23)
    passed = preview.day_has_passed()
    preview.settle()

    assert "Not published" in before
    assert passed
    assert "Not published" not in shown(preview, "stories/repair-cafe/")


def test_one_change_is_told_to_whoever_waits(anytown: Path) -> None:
    preview = opened(anytown)
    before = preview.stamp

    nothing = preview.wait(before, 0.01)
    preview.bring_up_to_date([changed(anytown, ONE, "\n---\n", "\n---\n\nA badger came in.\n")])

    assert nothing == before
    assert preview.wait(before, PATIENCE) > before


def test_a_story_without_its_facts_breaks_no_page_it_is_on(anytown: Path) -> None:
    preview = opened(anytown)
    for fact in ("title", "summary", "place", "themes", "told_on", "storyteller", "licence", "dimensions", "consent"):
        changed(anytown, ONE, f"\n{fact}:", f"\nno-{fact}:")
        preview.bring_up_to_date([PurePath(ONE)])
        assert whole(preview)
        changed(anytown, ONE, f"\nno-{fact}:", f"\n{fact}:")


def _edit(root: Path, what: str, slug: str, number: int) -> list[str]:
    """Do this to the guide at root; gives what a watcher would name."""
    story = root / "stories" / slug / "story.md"
    here = f"stories/{slug}/story.md"
    text = story.read_text(encoding="utf-8") if story.is_file() else ""
    match what:
        case "words":
            text += f"\nAnd on day {number} it rained on [the race](../marrow-race/story.md).\n"
        case "title":
            text = text.replace("\ntitle:", f"\ntitle: Title {number}\ndropped:", 1).replace("\ndropped:", "\n#", 1)
        case "theme":
            text = text.replace("\nthemes:\n", "\nthemes:\n  - Music\n", 1)
        case "break":
            text = text.replace("\nplace:", "\nplaec:", 1)
        case "draft":
            text = text.replace("---\n", "---\nstatus: draft\n", 1)
        case "due":
            text = text.replace("---\n", "---\npublish_on: 2030-01-01\n", 1)
        case "withdraw":
            text = "---\nstatus: withdrawn\n---\n"
        case "tabs":
            text = text.replace("\nthemes:", "\n\tthemes:", 1)
    match what:
        case "delete":
            shutil.rmtree(story.parent, ignore_errors=True)
            return [f"stories/{slug}", here]
        case "add":
            new = root / "stories" / f"new-{number}"
            new.mkdir(exist_ok=True)
            (new / "story.md").write_text(text or "no facts at all", encoding="utf-8")
            return [f"stories/new-{number}", f"stories/new-{number}/story.md"]
        case "photo":
            if story.parent.is_dir():
                (story.parent / "bench.jpg").write_bytes((root / "stories/soup-on-the-steps/steps.jpg").read_bytes())
            return [f"stories/{slug}/bench.jpg"]
        case "town":
            lists = root / "stories/edition.yml"
            lists.write_text(
                lists.read_text("utf-8").replace("\nwelcome:", f"\nwelcome: Hello {number}\n#", 1), "utf-8"
            )
            return ["stories/edition.yml"]
        case "trails":
            (root / "stories/trails.yml").write_text("", encoding="utf-8")
            return ["stories/trails.yml"]
        case "registers":
            (root / "stories/barriers.yml").unlink(missing_ok=True)
            promises = root / "stories/promises.yml"
            promises.write_text(promises.read_text("utf-8").replace("state: dropped", "state: promised"), "utf-8")
            return ["stories/barriers.yml", "stories/promises.yml"]
        case "by hand":
            (root / f"docs/help/more-{number}.md").write_text(
                f"# More {number}\n\n[Tell](../tell-your-story.md)\n", "utf-8"
            )
            return [f"docs/help/more-{number}.md"]
        case "tin":
            tin = root / "docs/on-the-tin/the-ninth-chair/index.md"
            tin.write_text(tin.read_text("utf-8") + f"\nOne more line, {number}.\n", "utf-8")
            return ["docs/on-the-tin/the-ninth-chair/index.md"]
        case "news":
            post = root / f"docs/news/post-{number}.md"
            post.parent.mkdir(exist_ok=True)
            facts = f"title: Post {number}\nsummary: S.\ndate: 2026-01-01\nhappened_next: {slug}"
            post.write_text(f"---\n{facts}\n---\nSee [it](../{slug}/).\n", "utf-8")
            return [f"docs/news/post-{number}.md"]
        case "no news":
            shutil.rmtree(root / "docs/news", ignore_errors=True)
            return ["docs/news"]
        case "event":
            events = root / "stories/events.yml"
            day = f"2026-12-{number % 30 + 1:02}"
            more = f"  - {{title: Event {number}, about: A., starts: {day}, stories: [{slug}]}}\n"
            events.write_text(events.read_text("utf-8") + more, "utf-8")
            return ["stories/events.yml"]
        case "reply":
            reply = root / "stories" / slug / "replies/ana.md"
            if not story.parent.is_dir():
                return []
            reply.parent.mkdir(exist_ok=True)
            given = "given: 2026-01-01" if number % 3 else "given: 2026-01-01\n  withdrawn: 2026-02-01"
            facts = f"by: Ana\non: 2026-01-01\nconsent:\n  {given}"
            reply.write_text(f"---\n{facts}\n---\nNumber {number}.\n", "utf-8")
            return [f"stories/{slug}/replies", f"stories/{slug}/replies/ana.md"]
        case "loose":
            (root / "stories" / f"loose-{number}.md").write_text("words", encoding="utf-8")
            return [f"stories/loose-{number}.md"]
    if story.parent.is_dir():
        story.write_text(text, encoding="utf-8")
    return [here]


_KINDS = (
    *("words", "title", "theme", "break", "draft", "due", "withdraw", "tabs", "delete", "add", "photo"),
    *("town", "trails", "registers", "tin", "loose", "by hand", "news", "no news", "event", "reply"),
)
EDITS = st.tuples(
    st.sampled_from([*_KINDS, "words"]),
    st.sampled_from(STORIES),
    st.integers(0, 99),
)


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory, drawn_anytown: Path) -> Path:
    root = tmp_path_factory.mktemp("pristine") / "anytown"
    shutil.copytree(drawn_anytown, root)
    return root


def test_every_page_leads_to_the_news_from_the_day_there_is_some(anytown: Path) -> None:
    shutil.rmtree(anytown / "docs/news")
    (anytown / "docs/news").mkdir()
    facts = f"title: First\nsummary: S.\ndate: {TODAY + timedelta(days=1)}"
    (anytown / "docs/news/first.md").write_text(f"---\n{facts}\n---\nWords.\n", encoding="utf-8")
    days = [TODAY]
    preview = Preview(anytown, engine=MkDocs(), assets=None, today=lambda: days[-1])
    before = shown(preview, "map/")

    days.append(TODAY + timedelta(days=1))
    preview.settle()

    assert '<a href="../news/">News</a>' not in before
    assert '<a href="../news/">News</a>' in shown(preview, "map/")
    assert '<a href="../../news/">News</a>' in shown(preview, "help/story-format/")


@given(edits=st.lists(EDITS, min_size=1, max_size=6))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_after_any_edits_it_is_what_a_clean_one_would_be(
    pristine: Path, tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str, int]]
) -> None:
    root = tmp_path_factory.mktemp("edited") / "anytown"
    shutil.copytree(pristine, root)
    preview = opened(root)
    settled = True

    for number, edit in enumerate(edits):
        paths = [PurePath(path) for path in _edit(root, *edit)]
        settled = preview.bring_up_to_date(paths) and settled
        preview.get("index.html" if number % 2 else f"stories/{edit[1]}/index.html")
    if not settled:
        preview.settle()

    clean = opened(root)
    assert whole(preview) == whole(clean)
    assert preview.problems == clean.problems
    shutil.rmtree(root)
