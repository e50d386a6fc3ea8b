"""From the photos of stories to finished files, and what is told of those that could not be used."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest
from storyguide.model.problem import Problem
from storyguide.model.source import Source
from storyguide.reading.photos import develop
from storyguide.reading.photos import press as pressing

from tests import pictures
from tests.builders import a_photo, a_story


@pytest.fixture
def pressed(monkeypatch):
    """The photos pressed so far, by their bytes."""
    seen = []
    press = pressing.press

    def counting(data):
        seen.append(data)
        return press(data)

    monkeypatch.setattr(pressing, "press", counting)
    return seen


def a_told_story(*files, slug="repair-cafe"):
    return a_story(
        slug=slug,
        photos=tuple(a_photo(file=file) for file in files),
        lines={f"photos[{number}].file": 10 + number for number in range(len(files))},
    )


def developed(tmp_path, *stories, **settings):
    return develop(stories, tmp_path, tmp_path / ".cache", **settings)


def finished(tmp_path):
    """Every finished file, by name."""
    folder = tmp_path / ".cache" / "photos"
    return {file.name: file.read_bytes() for file in sorted(folder.glob("*-*.*"))}


def test_a_photo_gets_its_sizes_as_files_that_name_nobody(tmp_path):
    pictures.put_photo(tmp_path, pictures.phone_jpeg(6), "mo-at-the-bench.jpg")

    (story,), problems = developed(tmp_path, a_told_story("mo-at-the-bench.jpg"))

    assert problems == []
    renditions = story.photos[0].renditions
    assert [(one.type, one.width, one.height) for one in renditions] == [
        ("image/webp", 400, 300),
        ("image/webp", 480, 360),
        ("image/jpeg", 400, 300),
        ("image/jpeg", 480, 360),
    ]
    for one in renditions:
        key, _, rest = one.path.removeprefix("photos/").partition("-")
        assert (len(key), rest) == (16, f"{one.width}.{'webp' if one.type == 'image/webp' else 'jpg'}")
        assert one.file.read_bytes()[:4] in {b"RIFF", b"\xff\xd8\xff\xe0"}


def test_a_story_without_photos_comes_back_as_it_was_and_leaves_no_trace(tmp_path):
    story = a_story()

    assert developed(tmp_path, story) == ((story,), [])
    assert list(tmp_path.iterdir()) == []


def test_nothing_to_press_means_no_picture_library_and_no_processes(tmp_path):
    pictures.put_photo(tmp_path, pictures.jpeg())
    developed(tmp_path, a_told_story("bench.jpg"))
    program = """
import sys
from pathlib import Path
from storyguide.reading.photos import develop
from tests.builders import a_photo, a_story
root = Path(sys.argv[1])
(story,), _ = develop([a_story(photos=(a_photo(file="bench.jpg"),))], root, root / ".cache")
print(len(story.photos[0].renditions), *({"PIL", "multiprocessing", "concurrent.futures"} & set(sys.modules)))
"""

    ran = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )

    assert ran.stdout.split() == ["4"]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (
            pictures.web_page(),
            Problem(
                code="not-a-photo",
                where=Source("stories/repair-cafe/story.md", 10),
                message="“bench.jpg” is a web page, not a photo the guide can show, so the story is shown without it.",
                mend="Put the picture itself in its place: a JPEG, PNG, WebP or HEIC file, "
                "as phones and cameras save them.",
                blocks=False,
            ),
        ),
        (
            pictures.truncated_jpeg(),
            Problem(
                code="photo-cut-short",
                where=Source("stories/repair-cafe/story.md", 10),
                message="“bench.jpg” was cut short or damaged on its way, so the story is shown without it.",
                mend="Send it again, straight from the phone or camera that took it if you can.",
                blocks=False,
            ),
        ),
        (
            pictures.flat_png(12_000, 9_000),
            Problem(
                code="photo-too-large",
                where=Source("stories/repair-cafe/story.md", 10),
                message="“bench.jpg” has 108 million pixels, too many to open safely in a file of its kind, "
                "so the story is shown without it.",
                mend="Save it as an ordinary JPEG, not a progressive one, or send it again in a smaller size: a phone "
                "offers “large” or “medium” when it shares a photo.",
                blocks=False,
            ),
        ),
        (
            pictures.jpeg(pictures.upright(120, 90)),
            Problem(
                code="photo-too-small",
                where=Source("stories/repair-cafe/story.md", 10),
                message="“bench.jpg” is only 120 by 90 pixels, and the guide needs 200 each way, "
                "so the story is shown without it.",
                mend="Send the photo as it was taken: one saved from a web page or a message is often a shrunken copy.",
                blocks=False,
            ),
        ),
    ],
    ids=lambda value: value.code if isinstance(value, Problem) else "",
)
def test_a_photo_that_cannot_be_used_is_left_out_and_told(tmp_path, data, problem):
    pictures.put_photo(tmp_path, data)

    (story,), problems = developed(tmp_path, a_told_story("bench.jpg"))

    assert problems == [problem]
    assert story.photos[0].renditions == ()


def test_a_file_too_heavy_is_refused_unread(tmp_path, pressed):
    photo = pictures.put_photo(tmp_path, b"")
    os.truncate(photo, 141_000_000)

    _, (problem,) = developed(tmp_path, a_told_story("bench.jpg"))

    assert problem.code == "photo-file-too-large"
    assert "is 141 megabytes, and the guide takes up to 100" in problem.message
    assert pressed == []


def test_a_photo_that_is_not_there_is_met_with_the_nearest_name(tmp_path):
    pictures.put_photo(tmp_path, pictures.jpeg(), "workbench.jpg")

    _, (problem,) = developed(tmp_path, a_told_story("workbnch.jpg"))

    assert (problem.code, problem.blocks) == ("photo-missing", False)
    assert problem.mend == "Change it to “workbench.jpg”."


@pytest.mark.parametrize("file", ["../other/bench.jpg", "/etc/hostname", "", "..", "a/b.jpg", "nul\0.jpg", "x" * 5000])
def test_a_photo_is_sought_in_its_own_folder_only(tmp_path, file):
    pictures.put_photo(tmp_path, pictures.jpeg(), slug="other")
    pictures.put_photo(tmp_path, pictures.jpeg())

    (story,), problems = developed(tmp_path, a_told_story(file))

    assert [problem.code for problem in problems] in (["photo-missing"], ["not-a-photo"])
    assert story.photos[0].renditions == ()


def test_a_pointer_out_of_the_folder_is_not_followed(tmp_path):
    outside = tmp_path / "private.jpg"
    outside.write_bytes(pictures.jpeg())
    (tmp_path / "stories" / "repair-cafe").mkdir(parents=True)
    (tmp_path / "stories" / "repair-cafe" / "bench.jpg").symlink_to(outside)

    (story,), (problem,) = developed(tmp_path, a_told_story("bench.jpg"))

    assert problem.code == "not-a-photo"
    assert story.photos[0].renditions == ()


@pytest.mark.parametrize(("there", "written"), [("Bench.JPG", "bench.jpg"), ("cafe\u0301.jpg", "caf\u00e9.jpg")])
def test_a_name_that_differs_only_to_a_computer_is_the_same_name(tmp_path, there, written):
    pictures.put_photo(tmp_path, pictures.jpeg(), there)

    (story,), problems = developed(tmp_path, a_told_story(written))

    assert problems == []
    assert story.photos[0].renditions


def test_a_picture_with_another_pictures_ending_is_used_all_the_same(tmp_path):
    pictures.put_photo(tmp_path, pictures.heic(6), "bench.png")

    (story,), problems = developed(tmp_path, a_told_story("bench.png"))

    assert problems == []
    assert story.photos[0].shape == (480, 360)


def test_one_bad_photo_does_not_keep_the_others_out(tmp_path):
    pictures.put_photo(tmp_path, pictures.web_page(), "one.jpg")
    pictures.put_photo(tmp_path, pictures.jpeg(), "two.jpg")

    (story,), problems = developed(tmp_path, a_told_story("one.jpg", "two.jpg"))

    assert [(problem.code, problem.where.line) for problem in problems] == [("not-a-photo", 10)]
    assert [bool(photo.renditions) for photo in story.photos] == [False, True]


def test_a_photo_in_two_stories_is_pressed_once(tmp_path, pressed):
    pictures.put_photo(tmp_path, pictures.jpeg())
    pictures.put_photo(tmp_path, pictures.jpeg(), "copy.jpg", slug="choir")

    one, two = developed(tmp_path, a_told_story("bench.jpg"), a_told_story("copy.jpg", slug="choir"))[0]

    assert len(pressed) == 1
    assert one.photos[0].renditions == two.photos[0].renditions


def test_an_unchanged_photo_is_not_read_again(tmp_path, pressed, monkeypatch):
    pictures.put_photo(tmp_path, pictures.jpeg())
    first = developed(tmp_path, a_told_story("bench.jpg"))
    index = (tmp_path / ".cache" / "photos" / "index.json").stat().st_mtime_ns
    monkeypatch.setattr("storyguide.reading.photos.darkroom.key_of", lambda *_: pytest.fail("it was read"))

    second = developed(tmp_path, a_told_story("bench.jpg"))

    assert second == first
    assert len(pressed) == 1
    assert (tmp_path / ".cache" / "photos" / "index.json").stat().st_mtime_ns == index


def test_a_photo_touched_but_the_same_is_not_pressed_again(tmp_path, pressed):
    photo = pictures.put_photo(tmp_path, pictures.jpeg())
    first = developed(tmp_path, a_told_story("bench.jpg"))
    os.utime(photo, ns=(1, 1))

    assert developed(tmp_path, a_told_story("bench.jpg")) == first
    assert len(pressed) == 1


def test_the_problem_of_an_unchanged_photo_is_remembered(tmp_path, pressed):
    pictures.put_photo(tmp_path, pictures.truncated_jpeg())
    first = developed(tmp_path, a_told_story("bench.jpg"))

    assert developed(tmp_path, a_told_story("bench.jpg")) == first
    assert first[1]
    assert len(pressed) == 1


def test_a_mended_photo_is_used(tmp_path):
    pictures.put_photo(tmp_path, pictures.truncated_jpeg())
    developed(tmp_path, a_told_story("bench.jpg"))
    pictures.put_photo(tmp_path, pictures.jpeg())

    (story,), problems = developed(tmp_path, a_told_story("bench.jpg"))

    assert problems == []
    assert story.photos[0].renditions


@pytest.mark.parametrize("harm", ["shortened", "altered", "emptied", "lost"])
def test_a_harmed_finished_file_is_made_again(tmp_path, pressed, harm):
    pictures.put_photo(tmp_path, pictures.jpeg())
    (story,), _ = developed(tmp_path, a_told_story("bench.jpg"))
    sound = finished(tmp_path)
    file = story.photos[0].renditions[0].file
    content = file.read_bytes()
    {
        "shortened": lambda: file.write_bytes(content[:-5]),
        "altered": lambda: file.write_bytes(content[:-5] + b"wrong"),
        "emptied": lambda: file.write_bytes(b""),
        "lost": file.unlink,
    }[harm]()

    developed(tmp_path, a_told_story("bench.jpg"))

    assert finished(tmp_path) == sound
    assert len(pressed) == 2


def test_finished_files_given_another_time_are_still_good(tmp_path, pressed):
    pictures.put_photo(tmp_path, pictures.jpeg())
    first = developed(tmp_path, a_told_story("bench.jpg"))
    for file in (tmp_path / ".cache" / "photos").glob("*.webp"):
        os.utime(file, ns=(1, 1))

    assert developed(tmp_path, a_told_story("bench.jpg")) == first
    assert len(pressed) == 1


@pytest.mark.parametrize(
    "index", [b"", b"{", b"[]", b'{"recipe": 1}', b"null", b"\xff", b'{"recipe":"","seen":[[]],"outcomes":{}}']
)
def test_an_index_that_cannot_be_trusted_is_not(tmp_path, index):
    pictures.put_photo(tmp_path, pictures.jpeg())
    first = developed(tmp_path, a_told_story("bench.jpg"))
    (tmp_path / ".cache" / "photos" / "index.json").write_bytes(index)

    assert developed(tmp_path, a_told_story("bench.jpg")) == first


def test_a_twisted_entry_in_the_index_is_not_trusted(tmp_path):
    pictures.put_photo(tmp_path, pictures.jpeg())
    first = developed(tmp_path, a_told_story("bench.jpg"))
    index = tmp_path / ".cache" / "photos" / "index.json"
    index.write_text(index.read_text().replace('"image/webp",400', '"image/webp","400"'))

    assert developed(tmp_path, a_told_story("bench.jpg")) == first


def test_another_recipe_makes_every_photo_anew(tmp_path, pressed, monkeypatch):
    pictures.put_photo(tmp_path, pictures.jpeg())
    developed(tmp_path, a_told_story("bench.jpg"))
    before = set(finished(tmp_path))
    monkeypatch.setattr("storyguide.reading.photos.darkroom.recipe", lambda: "another")
    monkeypatch.setattr("storyguide.reading.photos.jobs.recipe", lambda: "another")

    developed(tmp_path, a_told_story("bench.jpg"))

    assert len(pressed) == 2
    assert not before & set(finished(tmp_path))


def test_a_photo_taken_down_leaves_the_cache_too(tmp_path):
    pictures.put_photo(tmp_path, pictures.jpeg(), "mo.jpg")
    pictures.put_photo(tmp_path, pictures.jpeg(pictures.noise(400, 300)), "bench.jpg")
    story = a_told_story("mo.jpg", "bench.jpg")
    (before,), _ = developed(tmp_path, story)

    (after,), _ = developed(tmp_path, replace(story, photos=story.photos[1:]))

    assert set(finished(tmp_path)) == {one.file.name for one in after.photos[0].renditions}
    assert before.photos[0].renditions[0].file.name not in finished(tmp_path)
    assert "mo.jpg" not in (tmp_path / ".cache" / "photos" / "index.json").read_text()


def test_photos_that_a_preview_may_be_showing_stay(tmp_path, pressed):
    pictures.put_photo(tmp_path, pictures.jpeg(), "mo.jpg")
    draft = a_told_story("mo.jpg")
    developed(tmp_path, draft)

    developed(tmp_path, spare=[draft])
    (again,), _ = developed(tmp_path, draft)

    assert again.photos[0].renditions[0].file.name in finished(tmp_path)
    assert len(pressed) == 1


def test_the_last_photo_taken_down_leaves_nothing(tmp_path):
    pictures.put_photo(tmp_path, pictures.jpeg())
    developed(tmp_path, a_told_story("bench.jpg"))

    developed(tmp_path, a_story())

    assert finished(tmp_path) == {}


def test_what_others_keep_in_the_cache_folder_is_left_alone(tmp_path):
    note = tmp_path / ".cache" / "photos" / "read-me.txt"
    note.parent.mkdir(parents=True)
    note.write_text("Do not delete.")
    pictures.put_photo(tmp_path, pictures.jpeg())

    developed(tmp_path, a_told_story("bench.jpg"))

    assert note.read_text() == "Do not delete."


def test_two_builds_give_the_same_bytes(tmp_path):
    for guide in ("one", "two"):
        pictures.put_photo(tmp_path / guide, pictures.phone_jpeg(3))
        developed(tmp_path / guide, a_told_story("bench.jpg"))

    assert finished(tmp_path / "one") == finished(tmp_path / "two")


def test_many_photos_are_made_in_processes_as_they_are_in_one(tmp_path):
    files = [f"{number}.jpg" for number in range(5)]
    for number, file in enumerate(files):
        for guide in ("many", "one"):
            pictures.put_photo(tmp_path / guide, pictures.jpeg(pictures.upright(400 + number, 300)), file)
    pictures.put_photo(tmp_path / "many", pictures.web_page(), "5.jpg")
    told = []

    (story,), (problem,) = developed(
        tmp_path / "many",
        a_told_story(*files, "5.jpg"),
        processes=2,
        progress=lambda done, of: told.append((done, of)),
    )
    for file in files:
        developed(tmp_path / "one", a_told_story(file, slug="repair-cafe"))
        assert finished(tmp_path / "one").items() <= finished(tmp_path / "many").items()

    assert all(photo.renditions for photo in story.photos[:5])
    assert (problem.code, problem.where.line) == ("not-a-photo", 15)
    assert told == [(number, 6) for number in range(1, 7)]


def test_an_interrupted_build_keeps_what_it_has_made(tmp_path, pressed):
    pictures.put_photo(tmp_path, pictures.jpeg(), "one.jpg")
    pictures.put_photo(tmp_path, pictures.jpeg(pictures.noise(400, 300)), "two.jpg")

    def interrupt(done, _):
        if done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        developed(tmp_path, a_told_story("one.jpg", "two.jpg"), progress=interrupt)
    developed(tmp_path, a_told_story("one.jpg", "two.jpg"))

    assert len(pressed) == 2
