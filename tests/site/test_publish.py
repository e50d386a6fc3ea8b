"""What a machine may have against publishing is survived, or refused in a plain sentence, and the last site stands."""

import errno
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from storyguide.site import clock, workplace
from storyguide.site.digests import LIST
from storyguide.site.exchange import exchange
from storyguide.site.faults import MachineError, in_words
from storyguide.site.ledger import LEDGER, read_ledger

from tests.conftest import PROJECT, built
from tests.faults.small import AFTER, write_guide
from tests.site_pages import files_in

pytestmark = pytest.mark.slow


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_guide(tmp_path / "guide", rich=True)


@pytest.fixture
def site(root: Path, tmp_path: Path) -> Path:
    assert built(root, tmp_path / "site").built
    return tmp_path / "site"


def beside(site: Path) -> list[str]:
    return sorted(path.name for path in site.parent.iterdir() if path.name.startswith("."))


def test_a_folder_named_from_here_is_found_here(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    built(Path("guide"), Path("site"))

    assert (tmp_path / "site/index.html").is_file()
    assert beside(tmp_path / "site") == []
    assert beside(root / "site") == [".cache"]


def test_a_link_to_a_folder_stays_one(root: Path, tmp_path: Path):
    (tmp_path / "public").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "public")

    built(root, tmp_path / "site")
    write_guide(root, AFTER, rich=True)
    built(root, tmp_path / "site")

    assert (tmp_path / "site").is_symlink()
    assert AFTER in (tmp_path / "public/stories/the-kettle/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("there", ["letters.txt", "guide.py"])
def test_a_folder_that_holds_something_else_is_left_alone(root: Path, tmp_path: Path, there: str):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / there).write_text("Dear all", encoding="utf-8")

    with pytest.raises(MachineError, match="holds something else"):
        built(root, tmp_path / "site")

    assert files_in(tmp_path / "site") == {there: b"Dear all"}


def test_a_branch_of_git_may_be_built_into(root: Path, tmp_path: Path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/.git").write_text("gitdir: elsewhere", encoding="utf-8")

    built(root, tmp_path / "site")

    assert {".git", "index.html"} <= files_in(tmp_path / "site").keys()


def test_while_another_builds_a_build_waits_then_says_so(root: Path, site: Path, monkeypatch: pytest.MonkeyPatch):
    before = files_in(site)
    monkeypatch.setattr(workplace, "_PATIENCE", 0.1)
    holding = "import sys; sys.path[:0] = sys.argv[1:2]; from pathlib import Path; "
    holding += "from storyguide.site.lock import locked\n"
    holding += "with locked(Path(sys.argv[2]), patience=0): print('held', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", holding, str(PROJECT / "plugins"), str(root / ".cache/building.lock")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline()
        write_guide(root, AFTER, rich=True)

        with pytest.raises(MachineError, match=f"being built already, by process {other.pid}"):
            built(root, site)

        assert files_in(site) == before
        other.kill()
    assert built(root, site).built


def test_two_builds_at_once_both_come_to_their_end(root: Path, site: Path):
    write_guide(root, AFTER, rich=True)
    build = "import sys; sys.path[:0] = sys.argv[1:2]; from pathlib import Path; from datetime import date\n"
    build += "from storyguide.engines.mkdocs.engine import MkDocs\n"
    build += "from storyguide.site.publish import publish\n"
    build += "publish(Path(sys.argv[2]), Path(sys.argv[3]), engine=MkDocs(), today=date(2026, 11, 22), fresh=True)"
    command = [sys.executable, "-c", build, str(PROJECT / "plugins"), str(root), str(site)]

    both = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(2)]
    said = [one.communicate()[1] for one in both]

    assert [one.returncode for one in both] == [0, 0], said
    check = subprocess.run(["sha256sum", "-c", "--quiet", LIST], cwd=site, check=False, capture_output=True)
    assert check.returncode == 0
    assert AFTER in (site / "stories/the-kettle/index.html").read_text(encoding="utf-8")


def test_a_guide_that_may_not_be_written_to_is_built_elsewhere(
    root: Path, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    shutil.rmtree(root / ".cache")
    (root / LEDGER).unlink()
    (root / ".cache").write_text("no folder", encoding="utf-8")  # as good as a disk that can only be read

    for _ in range(2):
        assert built(root, tmp_path / "elsewhere").built

    assert files_in(tmp_path / "elsewhere") == files_in(site)
    assert beside(site) == [".elsewhere-lock"]


@pytest.mark.parametrize("day", [date(1970, 1, 1), date(2019, 6, 1)])
def test_a_clock_that_was_lost_is_told_and_holds_no_story_back(
    root: Path, site: Path, day: date, monkeypatch: pytest.MonkeyPatch
):
    before = files_in(site)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(clock, "date", type("Lost", (date,), {"today": lambda: day}))

    with pytest.raises(
        MachineError, match=f"says that it is 1 (January|June) {day.year}, which cannot be. Set the clock"
    ):
        built(root, site, today=None)

    assert files_in(site) == before


def test_a_clock_far_ahead_harms_nothing(root: Path, site: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "4080000000")  # in 2099
    before = files_in(site)
    for file in (*root.rglob("*"), *site.rglob("*")):
        os.utime(file, (4_080_000_000, 4_080_000_000))

    assert built(root, site, today=None).stories == 1
    monkeypatch.undo()
    assert built(root, site).stories == 1
    assert files_in(site) == before


@pytest.mark.parametrize("told", ["yesterday", "1e400", "99999999999999999999"])
def test_a_day_that_is_none_is_quoted(root: Path, site: Path, told: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", told)

    with pytest.raises(MachineError, match=f"SOURCE_DATE_EPOCH is “{told}”"):
        built(root, site, today=None)


def test_source_date_epoch_decides_what_is_due(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    story = root / "stories/the-kettle/story.md"
    text = story.read_text(encoding="utf-8")
    story.write_text(text.replace("told_on", "publish_on: 2027-01-02\ntold_on"), encoding="utf-8")

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798761600")  # 1 January 2027
    waiting = built(root, tmp_path / "site", today=None)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798848000")  # the day after
    due = built(root, tmp_path / "site", today=None)

    assert (waiting.waiting, due.waiting) == (("the-kettle",), ())


def test_addresses_are_lost_only_when_that_is_allowed(root: Path, site: Path):
    shutil.rmtree(root / "stories/the-kettle")

    stopped = built(root, site)
    still = (site / "stories/the-kettle/index.html").is_file()
    allowed = built(root, site, allow_removals=True)

    assert (stopped.built, still, allowed.built) == (False, True, True)
    assert not (site / "stories/the-kettle").exists()
    assert "stories/the-kettle/" not in read_ledger(root)
    assert "places/button-row/" in read_ledger(root)
    assert built(root, site).built


def spoil(file: Path, how: str) -> None:
    data = file.read_bytes()
    match how:
        case "emptied":
            file.write_bytes(b"")
        case "cut short":
            file.write_bytes(data[: len(data) // 2])
        case "other bytes":
            file.write_bytes(bytes(255 - byte for byte in data))
        case "text":
            file.write_text("garbage", encoding="utf-8")
        case "a folder":
            file.unlink()
            file.mkdir()


@pytest.mark.parametrize("shift", range(2))
def test_a_spoilt_cache_is_as_good_as_none(anytown: Path, anytown_site: Path, tmp_path: Path, shift: int):
    built(anytown, tmp_path / "site")
    ways = ("emptied", "cut short", "other bytes", "text")
    kept = [file for file in sorted((anytown / ".cache").rglob("*")) if file.is_file() and "parts" not in file.parts]
    assert {file.suffix for file in kept} >= {".pickle", ".json", ".webp", ".jpg", ".png", ".pdf", ".txt"}
    for number, file in enumerate(kept):
        spoil(file, ways[(number + shift) % len(ways)])

    published = built(anytown, tmp_path / "site")

    assert published.built
    assert files_in(tmp_path / "site") == files_in(anytown_site)


@pytest.mark.parametrize("name", ["stories.pickle", "published-site.json", "photos", "share-cards", "building.lock"])
def test_a_cache_of_another_shape_is_survived_or_told(root: Path, site: Path, name: str):
    before = files_in(site)
    write_guide(root, AFTER, rich=True)
    kept = root / ".cache" / name
    if kept.is_dir():
        shutil.rmtree(kept)
        kept.write_text("garbage", encoding="utf-8")
    else:
        kept.unlink()
        kept.mkdir()

    try:
        built(root, site)
    except MachineError as told:
        assert "All in .cache may be deleted" in str(told)
        assert files_in(site) == before
        shutil.rmtree(root / ".cache")
        built(root, site)

    assert AFTER in (site / "stories/the-kettle/index.html").read_text(encoding="utf-8")


def test_a_full_disk_is_told_with_what_is_free_and_what_is_needed(site: Path):
    told = in_words(OSError(errno.ENOSPC, "No space left on device"), site)

    assert told.startswith("The disk is full: ")
    assert " are free, and the new site needs about " in told
    assert told.endswith("Make room there, then type the same again. The site that stands is whole.")


def test_before_there_is_a_site_nothing_is_said_of_it(tmp_path: Path):
    told = in_words(PermissionError(errno.EACCES, "Permission denied", str(tmp_path)), tmp_path / "site")

    assert told == f"This machine does not let you write or read “{tmp_path}”. Name another folder with --site."


def test_something_mounted_there_is_told_with_the_way_round(tmp_path: Path):
    told = in_words(OSError(errno.EBUSY, "Device or resource busy", str(tmp_path)), tmp_path)

    assert f"Name a folder inside it: --site {tmp_path / 'guide'}" in told


def test_unchanged_files_are_told_by_the_list_and_not_read_again(
    root: Path, site: Path, monkeypatch: pytest.MonkeyPatch
):
    believed = []
    monkeypatch.setattr(
        "storyguide.site.exchange.exchange", lambda *a, **k: believed.append(k["standing"]) or exchange(*a, **k)
    )
    write_guide(root, AFTER, rich=True)
    built(root, site)
    (site / "index.html").write_text("by hand", encoding="utf-8")
    built(root, site)

    assert believed[0]
    assert believed[1] == {}
    assert "by hand" not in (site / "index.html").read_text(encoding="utf-8")


def command(root: Path, site: Path, *, before: str = "") -> list[str]:
    """The whole command in a process of its own, as the shell would start it."""
    build = f"import sys; sys.path[:0] = sys.argv[1:2]; from pathlib import Path\n{before}\n"
    build += "from storyguide.front import door, parts\n"
    build += "parts.ensure_parts = lambda **_: None\n"
    build += "door.is_ready = door.is_inside = lambda _: True\n"
    build += "status = door.enter(Path(sys.argv[2]), sys.argv[3:]); sys.stdout.flush(); sys.stderr.flush()\n"
    build += "import os; os._exit(status)"
    asked = ["site", "--no-open", "--root", str(root), "--site", str(site)]
    return [sys.executable, "-c", build, str(PROJECT / "plugins"), str(PROJECT), *asked]


@pytest.mark.parametrize("closed", ["| head -c 1", "2>&1 | head -c 1", ">&-", "2>&-", ">&- 2>&- <&-"])
def test_nobody_need_listen(root: Path, site: Path, closed: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795003200")
    write_guide(root, AFTER, rich=True)
    quoted = " ".join(f"'{word}'" for word in command(root, site))

    done = subprocess.run(["bash", "-o", "pipefail", "-c", f"{quoted} {closed}"], capture_output=True, check=False)

    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr
    assert AFTER in (site / "stories/the-kettle/index.html").read_text(encoding="utf-8")


def test_a_terminal_without_letters_is_spoken_to_all_the_same(root: Path, site: Path):
    story = root / "stories/the-kettle/story.md"
    story.write_text(
        story.read_text(encoding="utf-8").replace("place: Button Row", "place: Underländ"), encoding="utf-8"
    )
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    env = {**os.environ, **plain, "SOURCE_DATE_EPOCH": "1795003200"}

    done = subprocess.run(command(root, site), env=env, capture_output=True, check=False)

    assert done.returncode == 0, done.stderr
    assert b"Underl?nd" in done.stdout


def test_a_refusal_is_one_sentence_and_the_status_says_so(root: Path, tmp_path: Path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/dear.txt").write_text("Dear all", encoding="utf-8")

    done = subprocess.run(command(root, tmp_path / "letters"), capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "holds something else than a guide’s site" in done.stderr
