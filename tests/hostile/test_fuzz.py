"""Whatever bytes come, in whatever tree of files: a story or a problem, a photo or a refusal."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from storyguide.model.source import sayable
from storyguide.reading.handwritten import pages_by_hand
from storyguide.reading.stories import read_stories
from storyguide.reading.story_fields import STORY_FIELDS

from tests.hostile.fuzz import CORPUS
from tests.hostile.odd_pictures import PICTURES
from tests.hostile.trying import TARGETS, try_picture, try_story

QUICK = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])

_SIGNS = st.sampled_from(
    [
        *"abc:-#*&!%@`'\"[]{},|>?<\t \n\\_~()é“’\u202e\u200b\U000e0065",
        "javascript:",
        "](",
        "![",
        "<!--",
        "-->",
        "<b ",
        "[^1]",
        "http://",
    ]
)
_TEXT = st.lists(_SIGNS, max_size=25).map("".join)
_VALUE = st.recursive(
    _TEXT | st.sampled_from(["no", "~", "2026-03-14", "1953", "true", "''", '"', "|\n  x"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda many: f"[{', '.join(many)}]")
        | st.dictionaries(st.sampled_from(["text", "file", "alt", "given", "title"]), inner, max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{name}: {value}" for name, value in pairs.items()) + "}"
        )
    ),
    max_leaves=5,
)
_FACTS = st.dictionaries(st.sampled_from([*STORY_FIELDS, "template", "hide"]), _VALUE, max_size=8)
_MARKDOWN = st.lists(
    st.tuples(
        st.sampled_from(["", "# ", "> ", "- ", "1. ", "    ", "| a |\n|---|\n| ", "```\n", "[x]: ", "[^1]: "]), _TEXT
    ),
    max_size=8,
)


@QUICK
@given(_FACTS, _MARKDOWN)
def test_however_facts_and_words_are_put_together_the_page_is_sound(
    facts: dict[str, str], words: list[tuple[str, str]]
):
    head = "".join(f"{name}: {value}\n" for name, value in facts.items())
    body = "\n".join(f"{before}{text}" for before, text in words)

    try_story(f"---\n{head}---\n{body}\n".encode("utf-8", "surrogatepass"))


@QUICK
@given(st.sampled_from(sorted(PICTURES)), st.floats(0, 1), st.binary(min_size=1, max_size=60), st.booleans())
def test_no_picture_with_bytes_changed_or_added_breaks_the_press(name: str, at: float, new: bytes, added: bool):
    whole = PICTURES[name][0]()[:60_000]
    place = int(at * len(whole))

    try_picture(whole[:place] + new + whole[place + (0 if added else len(new)) :])


_NAMES = st.sampled_from(
    [
        *(
            "story.md",
            "Story.md",
            "index.md",
            "bench.jpg",
            "BENCH.JPG",
            "caf\u00e9.jpg",
            "cafe\u0301.jpg",
            "con",
            "a b",
            "x.",
        ),
        *("stories", "docs", "\u202eb", ".hidden", "trails.yml", "frameworks", "edition.yml", os.fsdecode(b"\xff.md")),
    ]
)
_KINDS = st.sampled_from(["file", "folder", "pipe", "pointer out", "pointer up", "pointer nowhere"])
_TREES = st.lists(st.tuples(st.lists(_NAMES, min_size=1, max_size=3), _KINDS, st.binary(max_size=40)), max_size=12)


@QUICK
@given(_TREES)
def test_no_tree_of_files_stops_reading(trees: list[tuple[list[str], str, bytes]]):
    with TemporaryDirectory() as folder:
        root = Path(folder) / "guide"
        for names, kind, data in trees:
            _lay(root, root.joinpath("stories" if len(data) % 2 else "docs", *names), kind, data)

        stories, problems = read_stories(root)
        sound, of_pages = pages_by_hand(root)

        assert all(story.source.path.count("/") == 2 for story in stories)
        assert all(sayable(each.where.path) == each.where.path for each in (*problems, *of_pages))
        assert all((root / "docs" / path).is_file() and not (root / "docs" / path).is_symlink() for path in sound)


def _lay(root: Path, place: Path, kind: str, data: bytes) -> None:
    """One thing, where there is room for it."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        if not place.parent.resolve().is_relative_to(root.resolve()):
            return  # it lies behind a pointer out
        match kind:
            case "file":
                with place.open("xb") as file:  # written over a pipe, it would wait for a reader for ever
                    file.write(data)
            case "folder":
                place.mkdir()
            case "pipe":
                os.mkfifo(place)
            case _:
                place.symlink_to(
                    {"pointer out": Path(__file__).parent, "pointer up": Path("..")}.get(kind, Path("/nowhere"))
                )
    except (OSError, ValueError):
        return


def test_what_broke_once_never_breaks_again():
    for file in sorted(CORPUS.glob("*-*")):
        TARGETS[file.name.partition("-")[0]].tried(file.read_bytes())
