"""Only what a story lists of its own folder is published: nothing is followed, waited for, or mistaken."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from storyguide.making.everything import make
from storyguide.making.output import OutputPage
from storyguide.reading.photos.finding import find
from storyguide.reading.photos.outcome import Refusal
from storyguide.site.assembly import assemble

from tests import pictures
from tests.hostile.guide import Hostile
from tests.site_pages import everything_in

PROBLEMS = Path(__file__).parents[1] / "problems"
ANYTOWN = Path(__file__).parents[1] / "guides/anytown"
ELSES = "Words that belong to somebody else"
_CHILD = """
import json, sys
from datetime import date
from pathlib import Path
from storyguide.engines.mkdocs.engine import MkDocs
from storyguide.site.publish import publish
done = publish(Path(sys.argv[1]), Path(sys.argv[2]), engine=MkDocs(), today=date(2026, 11, 22))
told = [(each.code, each.where.path) for each in done.problems]
print(json.dumps([done.built, done.stories, told]))
"""

Lay = Callable[[Path, Path], object]


def _written(path: str, text: str = ELSES) -> Lay:
    def lay(root: Path, _: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    return lay


def _pipe(path: str) -> Lay:
    def lay(root: Path, _: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).unlink(missing_ok=True)
        os.mkfifo(root / path)

    return lay


def _pointer(path: str, to: str) -> Lay:
    """A pointer; “elsewhere” in what it points to is a folder full of secrets."""

    def lay(root: Path, elsewhere: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).symlink_to(to.replace("elsewhere", str(elsewhere)))

    return lay


def _odd_bytes(folder: str, name: bytes) -> Lay:
    def lay(root: Path, _: Path) -> None:
        (root / folder).mkdir(parents=True, exist_ok=True)
        with open(os.path.join(os.fsencode(root / folder), name), "w", encoding="utf-8") as file:  # noqa: PTH118, PTH123
            file.write(ELSES)

    return lay


FILES: dict[str, tuple[Lay, str]] = {
    # Pointers: to a file, to a folder, to nothing, to themselves, to what never ends, and in the middle of a way.
    "stories/a/story.md": (_pointer("stories/a/story.md", "elsewhere/story.md"), "leads-elsewhere"),
    "stories/b": (_pointer("stories/b", "elsewhere"), "leads-elsewhere"),
    "stories/c": (_pointer("stories/c", "c"), "leads-elsewhere"),
    "stories/repair-cafe/bench.jpg": (
        _pointer("stories/repair-cafe/bench.jpg", "elsewhere/bench.jpg"),
        "leads-elsewhere",
    ),
    "stories/repair-cafe/loop": (_pointer("stories/repair-cafe/loop", ".."), "leads-elsewhere"),
    "stories/repair-cafe/zero.jpg": (_pointer("stories/repair-cafe/zero.jpg", "/dev/zero"), "leads-elsewhere"),
    "stories/trails.yml": (_pointer("stories/trails.yml", "/nowhere"), "leads-elsewhere"),
    "stories/frameworks/9.yml": (_pointer("stories/frameworks/9.yml", "elsewhere/story.md"), "leads-elsewhere"),
    "docs/secret.txt": (_pointer("docs/secret.txt", "elsewhere/story.md"), "leads-elsewhere"),
    "docs/page.md": (_pointer("docs/page.md", "elsewhere/story.md"), "leads-elsewhere"),
    "docs/folder": (_pointer("docs/folder", "elsewhere"), "leads-elsewhere"),
    "docs/loop": (_pointer("docs/loop", ".."), "leads-elsewhere"),
    "docs/nowhere.txt": (_pointer("docs/nowhere.txt", "/nowhere"), "leads-elsewhere"),
    "docs/on-the-tin/a": (_pointer("docs/on-the-tin/a", "elsewhere"), "leads-elsewhere"),
    "docs/news/a.md": (_pointer("docs/news/a.md", "elsewhere/story.md"), "leads-elsewhere"),
    "stories/events.yml": (_pointer("stories/events.yml", "elsewhere/story.md"), "leads-elsewhere"),
    "stories/barriers.yml": (_pointer("stories/barriers.yml", "/dev/zero"), "leads-elsewhere"),
    "stories/repair-cafe/replies/a.md": (
        _pointer("stories/repair-cafe/replies/a.md", "elsewhere/story.md"),
        "leads-elsewhere",
    ),
    # What would keep a program waiting.
    "stories/d/story.md": (_pipe("stories/d/story.md"), "cannot-open"),
    "stories/repair-cafe/pipe.jpg": (_pipe("stories/repair-cafe/pipe.jpg"), ""),
    "stories/glossary.yml": (_pipe("stories/glossary.yml"), "cannot-open"),
    "docs/pipe.md": (_pipe("docs/pipe.md"), "cannot-open"),
    "docs/pipe.txt": (_pipe("docs/pipe.txt"), "cannot-open"),
    "docs/news/b.md": (_pipe("docs/news/b.md"), "not-a-page"),
    "stories/promises.yml": (_pipe("stories/promises.yml"), "cannot-open"),
    "stories/repair-cafe/replies/b.md": (_pipe("stories/repair-cafe/replies/b.md"), "reply-file-name"),
    # What lies beside a story and is not on its list.
    "stories/repair-cafe/page.html": (_written("stories/repair-cafe/page.html"), ""),
    "stories/repair-cafe/.htaccess": (_written("stories/repair-cafe/.htaccess"), ""),
    "stories/repair-cafe/notes.md": (_written("stories/repair-cafe/notes.md"), ""),
    "stories/repair-cafe/within/x.jpg": (_written("stories/repair-cafe/within/x.jpg"), ""),
    "stories/e.md": (_written("stories/e.md"), "loose-story"),
    "stories/f": (_written("stories/f/STORY.md"), "no-story-file"),
    # What lies among the pages written by hand and is none.
    "docs/page.html": (_written("docs/page.html"), "not-a-page"),
    "docs/assets/guide.js": (_written("docs/assets/guide.js"), "not-a-page"),
    "docs/drawing.svg": (_written("docs/drawing.svg"), "not-a-page"),
    "docs/.htaccess": (_written("docs/.htaccess"), ""),
    "docs/photo.jpg": (_written("docs/photo.jpg"), "picture-with-more"),
    "docs/stories/repair-cafe.md": (_written("docs/stories/repair-cafe.md"), ""),
    "docs/stories/repair-cafe/index.md": (_written("docs/stories/repair-cafe/index.md"), ""),
    "docs/odd.md": (lambda root, _: (root / "docs/odd.md").write_bytes(b"\xff\xfe\0"), "not-utf-8"),
    "docs/news/c.html": (_written("docs/news/c.html"), "not-a-page"),
    "docs/news/2026.md": (_written("docs/news/2026.md"), "news-file-name"),
    "docs/feed.json": (_written("docs/feed.json"), ""),
    "docs/data/stories.json": (_written("docs/data/stories.json"), ""),
    "docs/pagefind/terms.json": (_written("docs/pagefind/terms.json"), ""),
    "stories/repair-cafe/replies/c.html": (_written("stories/repair-cafe/replies/c.html"), "reply-file-name"),
    "stories/repair-cafe/replies/d.md": (_written("stories/repair-cafe/replies/d.md"), "no-facts"),
    # Names that are one, or none, on some computer.
    "stories/repair-cafe/Notes.md": (_written("stories/repair-cafe/Notes.md"), ""),
    "stories/repair-cafe/notes.MD": (_written("stories/repair-cafe/notes.MD"), "names-alike"),
    "stories/repair-cafe/caf\u00e9.jpg": (_written("stories/repair-cafe/caf\u00e9.jpg"), ""),
    "stories/repair-cafe/cafe\u0301.jpg": (_written("stories/repair-cafe/cafe\u0301.jpg"), ""),
    "stories/repair-cafe/CON.txt": (_written("stories/repair-cafe/CON.txt"), "file-name"),
    "stories/repair-cafe/what?.jpg": (_written("stories/repair-cafe/what?.jpg"), "file-name"),
    "stories/repair-cafe/end.": (_written("stories/repair-cafe/end."), "file-name"),
    "stories/repair-cafe/a\ufffdb.jpg": (_written("stories/repair-cafe/a\nb.jpg"), "file-name"),
    "stories/repair-cafe/a\ufffdgpj.exe": (_written("stories/repair-cafe/a\u202egpj.exe"), "file-name"),
    "stories/repair-cafe/b\ufffd.jpg": (_odd_bytes("stories/repair-cafe", b"b\xff.jpg"), "file-name"),
    "docs/c\ufffd.md": (_odd_bytes("docs", b"c\xff.md"), "file-name"),
    "stories/Repair-Cafe/story.md": (_written("stories/Repair-Cafe/story.md"), "folder-name"),
    "stories/con/story.md": (_written("stories/con/story.md"), "folder-name"),
    "stories/index/story.md": (_written("stories/index/story.md"), "folder-name"),
    "stories/end./story.md": (_written("stories/end./story.md"), "folder-name"),
    "stories/a\ufffdb/story.md": (_written("stories/a\u202eb/story.md"), "folder-name"),
    "stories/g\ufffd/story.md": (_odd_bytes(os.fsdecode(b"stories/g\xff"), b"story.md"), "folder-name"),
    "stories/told/story.md": (_written("stories/told/story.md", ""), "empty-file"),
}
"""By the path that is told: how each thing is laid, and the code of what is told of it, if anything is."""


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A guide with one sound story and all of these things."""
    folder = tmp_path_factory.mktemp("files")
    root, elsewhere = folder / "guide", folder / "elsewhere"
    shutil.copytree(PROBLEMS / "_base", root)
    shutil.copy(ANYTOWN / "mkdocs.yml", root)
    (root / "docs/help").mkdir(parents=True)
    (root / "docs/help/first.md").write_text("# First\n\nA page by hand.\n", encoding="utf-8")
    sound = (PROBLEMS / "_sound/story.md").read_text(encoding="utf-8")
    (root / "stories/repair-cafe").mkdir()
    (root / "stories/repair-cafe/story.md").write_text(sound, encoding="utf-8")
    elsewhere.mkdir()
    (elsewhere / "story.md").write_text(f"{sound}\n{ELSES}.\n", encoding="utf-8")
    (elsewhere / "bench.jpg").write_bytes(pictures.phone_jpeg())
    for lay, _ in FILES.values():
        lay(root, elsewhere)
    return root


@pytest.fixture(scope="module")
def built_with_them(laid: Path) -> tuple[bool, int, list[tuple[str, str]], Path]:
    """What came of it: in a process of its own, so that a test ends where the guide would not."""
    site = laid.parent / "site"
    given = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(laid), str(site)], env=given, capture_output=True, timeout=900, check=False
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    was_built, stories, told = json.loads(done.stdout.splitlines()[-1])
    return was_built, stories, [(code, path) for code, path in told], site


Built = tuple[bool, int, list[tuple[str, str]], Path]


def test_the_guide_is_published_and_only_what_is_its_own(built_with_them: Built):
    was_built, stories, _, site = built_with_them

    assert (was_built, stories) == (True, 1)
    assert (site / "stories/repair-cafe/index.html").is_file()
    assert (site / "help/first/index.html").is_file()
    assert ELSES not in everything_in(site)
    assert not [file for file in site.rglob("*") if file.is_symlink()]


@pytest.mark.parametrize("path", [path for path, (_, code) in FILES.items() if code])
def test_what_is_not_published_is_told(built_with_them: Built, path: str):
    assert (FILES[path][1], path) in built_with_them[2]


def test_names_that_differ_only_by_an_accents_writing_are_told(built_with_them: Built):
    assert [path for code, path in built_with_them[2] if code == "names-alike"] != []
    assert any("caf" in path for code, path in built_with_them[2] if code == "names-alike")


@pytest.mark.parametrize("form", ["text", "github", "summary", "comment", "json"])
def test_the_check_tells_of_them_in_every_way_it_can(laid: Path, form: str):
    given = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONIOENCODING": "utf-8"}
    code = (
        "from pathlib import Path\n"
        "from storyguide.front.arguments import read_arguments\n"
        "from storyguide.front.commands import COMMANDS\n"
        f"root = Path({str(laid)!r})\n"
        f"COMMANDS['check'](root, read_arguments(root, ['check', '--root', str(root), '--format', {form!r}]))\n"
    )

    done = subprocess.run([sys.executable, "-c", code], env=given, capture_output=True, timeout=900, check=False)

    assert done.returncode == 0, done.stderr.decode(errors="replace")
    said = done.stdout.decode("utf-8")
    assert "stories/repair-cafe/story.md" in said or "docs/" in said
    assert form == "json" or not set(said) & {"\u202e", "\x1b"}


def test_no_two_pages_of_a_guide_have_one_address(hostile: Hostile):
    assembly = assemble(hostile.root, today=date(2026, 11, 22))
    assert assembly.guide

    paths = [made.path.casefold() for made in make(assembly.guide) if isinstance(made, OutputPage)]
    addresses = [path.removesuffix(".md").removesuffix("/index") for path in paths]

    assert len(addresses) > 300
    assert sorted({one for one in addresses if addresses.count(one) > 1}) == []


def test_a_photo_whose_name_is_not_what_it_seems_is_not_there(tmp_path: Path):
    with open(os.path.join(os.fsencode(tmp_path), b"b\xff.jpg"), "wb") as file:  # noqa: PTH118, PTH123
        file.write(pictures.jpeg())

    assert isinstance(find(tmp_path, "b\ufffd.jpg"), Refusal)


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ('title: "x"\ndata: "</script><script>alert(1)</script>"\n', ""),
        ('title: "x"\nscripts: ["../../evil.js"]\nstyles: ["../../evil.css"]\n', ""),
        ('title: "x"\ntemplate: ../../../../../etc/passwd\n', ""),
        ('title: "x"\nmade: true\nhome: true\nleads_to: https://evil.example/\n', ""),
        ('title: "Zebra <img src=x onerror=alert(1)>"\ndescription: "\\" onload=\\"alert(1)"\n', ""),
        ("title: x\n", "<script>alert(1)</script>"),
        ("title: x\n", "<img src=x onerror=alert(1)> <iframe src=//evil.example></iframe>"),
        ("title: x\n", "# x { onclick=alert(1) style=color:red }\n\n[y](javascript:alert(1))"),
        ("title: x\n", '<div markdown onclick="alert(1)">**y**</div>\n\n<form action=//evil.example><input></form>'),
        ("title: x\n", "<base href=//evil.example><meta http-equiv=refresh content=0><style>*{}</style>"),
    ],
)
def test_a_page_by_hand_has_no_say_in_its_frame_and_nothing_that_runs(facts: str, text: str, handwritten: Path):
    from storyguide.engines.mkdocs.building import configured, plugin_of, run

    (handwritten / "docs/help/odd.md").write_text(f"---\n{facts}---\nGood morning.\n\n{text}\n", encoding="utf-8")
    config = configured(handwritten, handwritten / "site")
    plugin_of(config).config.search = plugin_of(config).config.share_cards = False
    run(config)

    html = (handwritten / "site/help/odd/index.html").read_text(encoding="utf-8")
    assert "Good morning" in html
    for live in (
        "<script>",
        "<img src=x",
        "onclick=",
        "evil.example",
        "evil.js",
        'href="javascript:',
        "<form action=//",
        "<base",
    ):
        assert live not in html
    assert "<title>Zebra <img" not in html


@pytest.fixture
def handwritten(tmp_path: Path) -> Path:
    """A guide with one page by hand."""
    shutil.copytree(PROBLEMS / "_base", tmp_path, dirs_exist_ok=True)
    shutil.copy(ANYTOWN / "mkdocs.yml", tmp_path)
    settings = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        settings.replace("  - tables", "  - attr_list\n  - md_in_html\n  - tables"), encoding="utf-8"
    )
    (tmp_path / "docs/help").mkdir(parents=True)
    return tmp_path
