"""Stories are found in their folders, each read by itself, and nothing outside them is ever touched."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storyguide.model.source import Source
from storyguide.reading.addresses import folder_name_for, is_slug, why_no_folder
from storyguide.reading.stories import is_reserved, read_stories

from tests.reading.files import a_file, lay, photos, read


def told(root):
    return [(str(problem.where), problem.code, problem.mend) for problem in read_stories(root)[1]]


def test_stories_are_read_in_the_order_of_their_folders(tmp_path):
    for slug in ("zebra-crossing", "allotment", "mill-lane"):
        lay(tmp_path, slug)

    stories, problems = read_stories(tmp_path)

    assert not problems
    assert [story.slug for story in stories] == ["allotment", "mill-lane", "zebra-crossing"]
    assert stories[0].source == Source("stories/allotment/story.md")


def test_a_guide_without_stories_has_none(tmp_path):
    assert read_stories(tmp_path) == ((), ())


def test_one_broken_story_keeps_no_other_from_being_read(tmp_path):
    lay(tmp_path, "allotment", "no facts here")
    lay(tmp_path, "mill-lane")

    stories, (problem,) = read_stories(tmp_path)

    assert [story.slug for story in stories] == ["mill-lane"]
    assert problem.where.path == "stories/allotment/story.md"


@pytest.mark.parametrize(("name", "mend"), [
    ("Mill_Lane", "Rename the folder to “mill-lane”."),
    ("Wren's Nest", "Rename the folder to “wrens-nest”."),
    ("index", "Rename the folder to “index-story”."),
    ("con", "Rename the folder to “con-story”."),
    ("x" * 61, f"Rename the folder to “{'x' * 60}”."),
    ("--", "Rename it, with the letters a to z, figures and single hyphens only."),
])  # fmt: skip
def test_a_folders_name_is_an_address(tmp_path, name, mend):
    lay(tmp_path, name)

    assert told(tmp_path) == [(f"stories/{name}/story.md", "folder-name", mend)]


def test_a_folder_whose_words_bear_another_name_is_told_which_to_rename(tmp_path):
    lay(tmp_path).joinpath("story.md").rename(tmp_path / "stories/repair-cafe/Story.MD")

    assert told(tmp_path) == [("stories/repair-cafe", "no-story-file", "Rename “Story.MD” to “story.md”.")]


def test_the_guides_own_lists_are_no_stories(tmp_path):
    (tmp_path / "stories/frameworks").mkdir(parents=True)
    for name in ("edition.yml", "README.md", "NOTICE.md", "frameworks/ways.yml", ".hidden.md"):
        (tmp_path / "stories" / name).write_text("x")

    assert read_stories(tmp_path) == ((), ())


def test_a_story_lying_loose_is_told_where_to_go(tmp_path):
    lay(tmp_path)
    (tmp_path / "stories/Mill Lane.md").write_text(a_file())

    assert told(tmp_path) == [("stories/Mill Lane.md", "loose-story", "Move it to “stories/mill-lane/story.md”.")]


def test_a_link_to_another_folder_is_not_followed(tmp_path):
    secret = lay(tmp_path / "elsewhere", "secret").parent
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories/secret").symlink_to(secret / "secret")

    stories, (problem,) = read_stories(tmp_path)

    assert not stories
    assert problem.code == "leads-elsewhere"


def test_a_whole_stories_folder_elsewhere_is_not_followed(tmp_path):
    lay(tmp_path / "elsewhere")
    (tmp_path / "stories").symlink_to(tmp_path / "elsewhere/stories")

    assert [code for _, code, _ in told(tmp_path)] == ["leads-elsewhere"]


def test_a_story_file_that_is_a_link_is_not_followed(tmp_path):
    (tmp_path / "secret.md").write_text(a_file())
    (tmp_path / "stories/mill-lane").mkdir(parents=True)
    (tmp_path / "stories/mill-lane/story.md").symlink_to(tmp_path / "secret.md")

    stories, (problem,) = read_stories(tmp_path)

    assert not stories
    assert (problem.code, problem.where.path) == ("leads-elsewhere", "stories/mill-lane/story.md")


def test_a_photo_that_is_a_link_is_told(tmp_path):
    folder = lay(tmp_path, text=a_file(photos=photos()))
    (folder / "bench.jpg").symlink_to("/etc/hostname")

    assert [(where, code) for where, code, _ in told(tmp_path)] == [
        ("stories/repair-cafe/bench.jpg", "leads-elsewhere"),
    ]


def test_a_pipe_or_a_folder_named_as_a_story_stops_nothing(tmp_path):
    (tmp_path / "stories/a-folder/story.md").mkdir(parents=True)
    (tmp_path / "stories/a-pipe").mkdir()
    os.mkfifo(tmp_path / "stories/a-pipe/story.md")

    assert [code for _, code, _ in told(tmp_path)] == ["cannot-open", "cannot-open"]


@pytest.mark.parametrize(("present", "mend"), [
    ("bnch.jpg", "Change it to “bnch.jpg”."),
    ("other.wav", "Put the photo beside the story’s text, or take it off the list."),
])  # fmt: skip
def test_a_photo_that_is_not_there_is_met_with_the_nearest_that_is(tmp_path, present, mend):
    folder = lay(tmp_path, text=a_file(photos=photos()))
    (folder / present).write_bytes(b"")

    stories, (problem,) = read_stories(tmp_path)

    assert (problem.code, problem.mend, problem.blocks) == ("photo-missing", mend, False)
    assert problem.where == stories[0].where("photos[0].file")


@pytest.mark.parametrize("name", ["bench.jpg", "Bench.JPG"])
def test_a_photo_that_is_there_is_not_spoken_of(tmp_path, name):
    (lay(tmp_path, text=a_file(photos=photos())) / name).write_bytes(b"")

    assert not told(tmp_path)


@given(st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_a_story_or_a_problem(data):
    story, problems = read(data)

    assert story or problems


@given(st.binary(max_size=80), st.integers(0, 400))
def test_a_sound_story_with_any_bytes_in_it_is_a_story_or_a_problem(data, at):
    sound = a_file(photos=photos(), dimensions="\n  confident: We run the till.").encode()

    story, problems = read(sound[:at] + data + sound[at:])

    assert story or problems


def test_a_story_taken_down_is_read_without_any_of_its_words_whatever_is_left_in_its_file(tmp_path):
    folder = lay(tmp_path, "supper-club")
    written = (folder / "story.md").read_text(encoding="utf-8")
    (folder / "story.md").write_text(written.replace("---\n", "---\nstatus: withdrawn\n", 1), encoding="utf-8")
    (lay(tmp_path, "tea-dance") / "story.md").write_text("---\nstatus: withdrawn\n---\n", encoding="utf-8")

    stories, problems = read_stories(tmp_path)

    assert problems == ()
    assert [(story.slug, story.title, story.words.html, story.storyteller) for story in stories] == [
        ("supper-club", "", "", None),
        ("tea-dance", "", "", None),
    ]


def test_what_a_draft_still_lacks_is_told_but_holds_nothing_back(tmp_path):
    (lay(tmp_path, "tea-dance") / "story.md").write_text(
        "---\ntitle: Tea dance\nstatus: draft\n---\n\nSoon.\n", encoding="utf-8"
    )

    _, problems = read_stories(tmp_path)

    assert {problem.code for problem in problems} >= {"missing-fact"}
    assert not any(problem.blocks for problem in problems)


def test_a_disk_that_fails_is_no_guide_without_stories(tmp_path, monkeypatch):
    lay(tmp_path)
    monkeypatch.setattr(os, "scandir", failing(OSError(5, "Input/output error")))

    with pytest.raises(OSError, match="Input/output error"):
        read_stories(tmp_path)


def test_a_folder_that_may_not_be_looked_into_is_told(tmp_path, monkeypatch):
    lay(tmp_path)
    scandir = os.scandir

    def refused(place):
        if str(place).endswith("repair-cafe"):
            raise PermissionError(13, "Permission denied")
        return scandir(place)

    monkeypatch.setattr(os, "scandir", refused)

    stories, (problem,) = read_stories(tmp_path)

    assert stories == ()
    assert (problem.where.path, problem.blocks) == ("stories/repair-cafe/story.md", True)


def failing(fault):
    def fail(*_):
        raise fault

    return fail


@pytest.mark.parametrize("name", [
    "story.md.txt", "story.txt", "story.markdown", "story.mdown", "story.md.md", "Story.md", "story.md~", "story .md",
    "index.md", "README.md", "story", "Tea and tales.TXT",
])  # fmt: skip
def test_a_story_alone_in_a_folder_under_another_name_is_told_to_be_renamed(tmp_path, name):
    lay(tmp_path).joinpath("story.md").rename(tmp_path / "stories/repair-cafe" / name)

    assert told(tmp_path) == [("stories/repair-cafe", "no-story-file", f"Rename “{name}” to “story.md”.")]
    (tmp_path / "stories/repair-cafe" / name).rename(tmp_path / "stories/repair-cafe/story.md")
    assert told(tmp_path) == []


@pytest.mark.parametrize("name", ["story.docx", "story.md.docx", "Our tea.odt", "letter.eml"])
def test_a_document_alone_in_a_folder_is_to_be_taken_in(tmp_path, name):
    lay(tmp_path).joinpath("story.md").rename(tmp_path / "stories/repair-cafe" / name)

    ((_, code, mend),) = told(tmp_path)

    assert code == "no-story-file"
    assert f"python3 build.py intake stories/repair-cafe/{name}" in mend


def test_a_story_in_a_folder_of_its_folder_is_to_be_moved_up(tmp_path):
    (tmp_path / "stories/tea").mkdir(parents=True)
    lay(tmp_path).rename(tmp_path / "stories/tea/tea")

    assert told(tmp_path) == [("stories/tea", "no-story-file", "Move what is in “tea/tea” up into “tea”.")]


def test_pictures_alone_are_told_and_hold_nothing_back(tmp_path):
    (tmp_path / "stories/tea").mkdir(parents=True)
    (tmp_path / "stories/tea/cup.jpg").write_bytes(b"")

    _, (problem,) = read_stories(tmp_path)

    assert (problem.code, problem.blocks) == ("no-story-file", False)


@pytest.mark.parametrize("name", ["Mill Lane.md.txt", "mill-lane.txt", "Mill Lane.markdown"])
def test_a_text_lying_loose_is_told_where_to_go(tmp_path, name):
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / name).write_text("words")
    (tmp_path / "stories/links.txt").write_text("")
    (tmp_path / "stories/README.md").write_text("For editors.")

    assert told(tmp_path) == [(f"stories/{name}", "loose-story", "Move it to “stories/mill-lane/story.md”.")]


def test_a_picture_that_no_entry_lists_is_told(tmp_path):
    folder = lay(tmp_path, text=a_file(photos=photos()))
    for name in ("bench.jpg", "IMG_0001.jpg", "notes.txt"):
        (folder / name).write_bytes(b"")
    (folder / "replies").mkdir()
    (folder / "replies/cup.jpg").write_bytes(b"")

    found = [problem for problem in read_stories(tmp_path)[1] if problem.code == "photo-unlisted"]

    assert [(str(problem.where), problem.blocks) for problem in found] == [("stories/repair-cafe/IMG_0001.jpg", False)]


@pytest.mark.parametrize(("listed", "present"), [
    ("bench.jpg", "bench.jpeg"), ("our bench.jpg", "our_bench.jpg"), ("our bench.jpg", "Our-Bench.JPG"),
    ("bench.jpg", "bench.png"),
    ("cafe\u0301 one.jpg", "café_one.jpg"), ("bench.jpg", "bnch.jpg"), ("IMG 1.jpg", "IMG_1.JPEG"),
])  # fmt: skip
def test_a_photo_that_is_nearly_there_is_named(tmp_path, listed, present):
    folder = lay(tmp_path, text=a_file(photos=photos(file=listed)))
    (folder / present).write_bytes(b"")

    assert [(code, mend) for _, code, mend in told(tmp_path)] == [("photo-missing", f"Change it to “{present}”.")]


def test_a_photo_that_lies_deeper_or_beside_another_story_is_named(tmp_path):
    folder = lay(tmp_path, text=a_file(photos=photos()))
    other = lay(tmp_path, "mill-lane")
    (other / "bench.jpg").write_bytes(b"")

    assert "stories/mill-lane/bench.jpg" in next(mend for _, code, mend in told(tmp_path) if code == "photo-missing")
    (folder / "photos").mkdir()
    (folder / "photos/bench.jpg").write_bytes(b"")
    assert "out of the folder “photos”" in next(mend for _, code, mend in told(tmp_path) if code == "photo-missing")


@given(st.text())
def test_whatever_text_a_folder_is_named_by_check_takes_the_name(text):
    name = folder_name_for(text)

    assert name == "" or why_no_folder(name) == ""
    assert name == "" or (is_slug(name) and not is_reserved(name))


@pytest.mark.parametrize(
    "text", ["index", "CON", "Aux", "told", "Page", "lpt1", "nul.", "x" * 80, "Café Réparé", "a.b "]
)
def test_names_that_computers_or_the_guide_keep_are_put_right(text):
    assert why_no_folder(folder_name_for(text)) == ""
    assert why_no_folder(text)
