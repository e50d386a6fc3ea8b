"""Links are asked after politely, one at a time of each website, and none on a private network unless it is wanted."""

import time
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import ClassVar

import pytest
from storyguide.checking.outside import Outward
from storyguide.cli.arguments import read_arguments
from storyguide.cli.commands.links import run as links
from storyguide.editing.link_visitor import Visitor
from storyguide.editing.outside_links import ask, due, problems_outside
from storyguide.model.link import NO_ANSWER, PRIVATE, Answer
from storyguide.model.source import Source
from storyguide.reading.answers import read_answers
from storyguide.site.assembly import assemble

pytestmark = pytest.mark.slow

PROJECT = Path(__file__).parents[1]
TODAY = date(2026, 11, 22)


class _Answering(BaseHTTPRequestHandler):
    asked: ClassVar[list[tuple[str, str, str]]] = []
    at_once: ClassVar[list[int]] = [0, 0]
    _lock = Lock()

    def _answer(self) -> None:
        with self._lock:
            self.at_once[0] += 1
            self.at_once[1] = max(self.at_once)
        path = self.path.partition("?")[0]
        self.asked.append((self.command, self.path, self.headers["User-Agent"]))
        status = {"/here": 200, "/gone": 410, "/on": 301, "/round": 302, "/no-heads": 200}.get(path, 404)
        if path == "/no-heads" and self.command == "HEAD":
            status = 405
        self.send_response(status)
        if path in ("/on", "/round"):
            self.send_header("Location", "/here" if path == "/on" else "/round")
        if path == "/inwards":
            self.send_header("Location", "http://169.254.169.254/")
        time.sleep(0.005)  # long enough for another to come in meanwhile
        with self._lock:
            self.at_once[0] -= 1
        self.end_headers()  # last: with it the answer leaves, and the next question may be here at once

    do_HEAD = do_GET = _answer  # noqa: N815 - the library's names

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def web() -> Iterator[str]:
    """The address of a small website on this machine."""
    _Answering.asked.clear()
    _Answering.at_once[:] = [0, 0]
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answering) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


VISITOR = Visitor(private=True, wait=60, pause=0, about="https://anytown.example/")


@pytest.mark.parametrize(
    ("path", "status"),
    [("/here", "200"), ("/gone", "410"), ("/on", "200"), ("/round", NO_ANSWER), ("/no-heads", "200"), ("/é?ü", "404")],
)
def test_what_an_address_answers_in_the_end_is_what_counts(web: str, path: str, status: str):
    assert VISITOR.ask(web + path) == status


def test_it_says_who_asks_and_asks_for_as_little_as_it_can(web: str):
    VISITOR.ask(f"{web}/here")

    ((method, _, name),) = _Answering.asked
    assert method == "HEAD"
    assert name.startswith("storyguide/")
    assert "https://anytown.example/" in name


def test_one_website_is_asked_one_thing_at_a_time(web: str):
    addresses = [f"{web}/here?{number}" for number in range(12)]

    answers = list(VISITOR.visit(addresses, today=TODAY))

    assert [answer.address for answer in answers] == addresses
    assert _Answering.at_once[1] == 1


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://0.0.0.0/",
        "http://2130706433/",
    ],
)
def test_nothing_on_a_private_network_is_asked(address: str):
    assert Visitor(wait=60).ask(address) == PRIVATE


def test_what_leads_on_to_a_private_network_is_followed_no_further(web: str, monkeypatch: pytest.MonkeyPatch):
    looked_at: list[str] = []
    monkeypatch.setattr(
        "storyguide.editing.link_visitor._is_public", lambda number: looked_at.append(number) or number == "127.0.0.1"
    )

    class Onward(_Answering):
        def _answer(self) -> None:
            self.send_response(302)
            self.send_header("Location", "http://169.254.169.254/latest/")
            self.end_headers()

        do_HEAD = do_GET = _answer  # noqa: N815

    with ThreadingHTTPServer(("127.0.0.1", 0), Onward) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        status = Visitor(wait=60).ask(f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()

    assert (status, looked_at) == (PRIVATE, ["127.0.0.1", "169.254.169.254"])


@pytest.mark.parametrize("address", ["ftp://a.example/", "http://", "http://127.0.0.1:1/", "http://a..b/"])
def test_an_address_that_cannot_be_asked_is_an_answer_too(address: str):
    assert VISITOR.ask(address) in (NO_ANSWER, "no-such-host")


def test_what_was_asked_in_the_last_week_is_left_alone():
    found = [Outward(f"https://{name}.example/", Source("stories/edition.yml")) for name in "cab"]
    before = {
        "https://a.example/": Answer(address="https://a.example/", status="200", day=date(2026, 11, 16)),
        "https://b.example/": Answer(address="https://b.example/", status="200", day=date(2026, 11, 15)),
    }

    assert due(found, before, TODAY) == ["https://b.example/", "https://c.example/"]


def test_the_first_day_of_failing_is_kept_until_it_is_well_again(web: str, tmp_path: Path):
    (tmp_path / "stories").mkdir()
    failing, well = f"{web}/lost", f"{web}/here"
    since = date(2026, 10, 1)
    before = {one: Answer(address=one, status="503", day=since, since=since) for one in (failing, well, "http://old/")}

    ask(tmp_path, [failing, well], before, VISITOR, today=TODAY, used={failing, well}, say=print)

    kept = read_answers(tmp_path)
    assert {one: (answer.status, answer.since) for one, answer in kept.items()} == {
        failing: ("404", since),
        well: ("200", None),
    }


def test_a_computer_that_is_offline_calls_no_link_dead(tmp_path: Path):
    (tmp_path / "stories").mkdir()

    answers = ask(tmp_path, ["http://127.0.0.1:1/"], {}, VISITOR, today=TODAY, used={"http://127.0.0.1:1/"}, say=print)

    assert answers is None
    assert not (tmp_path / "stories/links.txt").exists()


def test_the_command_asks_keeps_and_tells_and_check_reads_what_was_kept(
    web: str, anytown: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    for file in anytown.rglob("*.md"):
        file.write_text(file.read_text(encoding="utf-8").replace("https://example.org", web), encoding="utf-8")
    monkeypatch.setattr(Visitor, "ask", lambda self, address: "404" if "/toaster" in address else "200")
    asked = read_arguments(PROJECT, ["links", "--root", str(anytown), "--private"])

    status = links(PROJECT, asked)

    assert status == 0
    assert f"The link “{web}/toaster” is dead" in capsys.readouterr().out
    (problem,) = problems_outside(assemble(anytown, today=TODAY).guide, anytown)
    assert problem.where.path == "stories/repair-cafe/story.md"
    assert not problem.blocks
