"""The preview answers the browser of this machine, and nobody else's pages."""

import http.client
import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any

import pytest
from storyguide.engines.mkdocs.engine import MkDocs
from storyguide.front import showing
from storyguide.front.showing import AtAFreePort, Shown
from storyguide.preview import preview as live
from storyguide.preview.answering import Answering
from storyguide.preview.preview import Preview
from storyguide.site.assembly import put_together

from tests.conftest import TODAY
from tests.patience import PATIENCE

pytestmark = pytest.mark.slow

Answer = tuple[int, http.client.HTTPMessage, bytes]


@pytest.fixture
def preview(anytown: Path) -> Iterator[Preview]:
    preview = Preview(anytown, engine=MkDocs(), assets=None, today=lambda: TODAY)
    yield preview
    preview.close()


@pytest.fixture
def server(preview: Preview) -> Iterator[AtAFreePort]:
    with AtAFreePort(type("Here", (Answering,), {"preview": preview})) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def asked(server: AtAFreePort, path: str, method: str = "GET", host: str = "") -> Answer:
    line = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=PATIENCE)
    line.request(method, path, headers={"Host": host} if host else {})
    answer = line.getresponse()
    body = answer.read()
    line.close()
    return answer.status, answer.headers, body


def test_it_listens_on_this_machine_only(server: AtAFreePort) -> None:
    assert server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize(
    "host", ["guide.example", "guide.example:8400", "127.0.0.1", "127.0.0.1.guide.example:{port}", "[::1]:{port}"]
)
def test_a_foreign_name_is_refused(server: AtAFreePort, host: str) -> None:
    status, _, body = asked(server, "/", host=host.format(port=server.server_port))

    assert status == 421
    assert b"Anytown" not in body


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}"])
def test_its_own_names_are_answered(server: AtAFreePort, host: str) -> None:
    assert asked(server, "/", host=host.format(port=server.server_port))[0] == 200


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/../mkdocs.yml",
            "/%2e%2e/mkdocs.yml",
            "/..%2fmkdocs.yml",
            "/assets/../../mkdocs.yml",
            "/pagefind/../../../etc/passwd",
        ),
        *("/stories/repair-cafe/story.md", "//etc/passwd", "/%00", "/%ff%fe"),
    ],
)
def test_nothing_but_the_site_is_given(server: AtAFreePort, path: str) -> None:
    assert asked(server, path)[0] == 404


def test_a_folder_without_its_slash_leads_there(server: AtAFreePort) -> None:
    status, headers, _ = asked(server, "/stories/repair-cafe")

    assert (status, headers["Location"]) == (301, "/stories/repair-cafe/")


def test_what_is_asked_for_by_its_head_comes_without_its_body(server: AtAFreePort) -> None:
    status, headers, body = asked(server, "/stories/", "HEAD")

    assert status == 200
    assert int(headers["Content-Length"]) > 1000
    assert not body


def test_pages_may_load_nothing_from_elsewhere(server: AtAFreePort) -> None:
    policy = asked(server, "/")[1]["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "http" not in policy


def test_a_search_finds_words_written_a_moment_ago(server: AtAFreePort, preview: Preview, anytown: Path) -> None:
    before = asked(server, "/pagefind/words.txt")[2].decode().split("\n")
    story = anytown / "stories/repair-cafe/story.md"
    story.write_text(f"{story.read_text(encoding='utf-8')}\nA quokka came in, and another quokka.\n", encoding="utf-8")
    preview.bring_up_to_date([PurePath("stories/repair-cafe/story.md")])
    preview.settle()

    first = asked(server, "/pagefind/pagefind.js")[0]
    after = asked(server, "/pagefind/words.txt")[2].decode().split("\n")

    assert first == 200
    assert "quokka" not in before
    assert "quokka" in after


def test_an_open_line_tells_what_to_mend_and_whether_the_page_has_changed(
    server: AtAFreePort, preview: Preview, anytown: Path
) -> None:
    path = "stories/repair-cafe/index.html"
    seen = preview.digest(path)
    line = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=PATIENCE)
    line.request("GET", f"/_preview/news?path={path}&seen={seen}")
    answer = line.getresponse()
    first = json.loads(answer.readline().removeprefix(b"data: "))
    answer.readline()

    story = anytown / "stories/repair-cafe/story.md"
    story.write_text(story.read_text(encoding="utf-8").replace("\nplace:", "\nplaec:"), encoding="utf-8")
    preview.bring_up_to_date([PurePath("stories/repair-cafe/story.md")])
    then = json.loads(answer.readline().removeprefix(b"data: "))
    line.close()

    assert (first["changed"], first["blocking"]) == (False, 0)
    assert (then["changed"], then["blocking"]) == (True, 1)
    assert "plaec" in then["problems"][0]["message"]
    assert then["problems"][0]["where"].startswith("stories/repair-cafe/story.md, line ")


def test_other_pages_answer_while_a_change_is_being_looked_at(
    server: AtAFreePort, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_go_on = threading.Event(), threading.Event()

    def in_no_hurry(*given: Any, **named: Any) -> Any:
        begun.set()
        assert may_go_on.wait(PATIENCE)
        return put_together(*given, **named)

    monkeypatch.setattr(live, "put_together", in_no_hurry)
    settling = threading.Thread(target=preview.settle)
    settling.start()
    assert begun.wait(PATIENCE)

    answers = [asked(server, page)[0] for page in ("/", "/stories/marrow-race/", "/pagefind/pagefind.js")]
    still_at_it = settling.is_alive()
    may_go_on.set()
    settling.join()

    assert answers == [200, 200, 200]
    assert still_at_it


def test_all_there_is_to_mend_has_a_page(server: AtAFreePort, preview: Preview, anytown: Path) -> None:
    story = anytown / "stories/repair-cafe/story.md"
    story.write_text(story.read_text(encoding="utf-8").replace("\nplace:", "\n<b>plaec</b>:"), encoding="utf-8")
    preview.bring_up_to_date([PurePath("stories/repair-cafe/story.md")])

    status, _, body = asked(server, "/_preview/problems/")

    assert status == 200
    assert b"plaec" in body
    assert b"<b>plaec" not in body


def test_without_a_guide_the_reason_is_shown(
    server: AtAFreePort, anytown: Path, preview: Preview, tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    nothing = Preview(empty, engine=MkDocs(), assets=None, today=lambda: TODAY)
    with AtAFreePort(type("Here", (Answering,), {"preview": nothing})) as other:
        threading.Thread(target=other.serve_forever, daemon=True).start()
        status, _, body = asked(other, "/")
        other.shutdown()
    nothing.close()

    assert status == 404
    assert b"stories/edition.yml" in body


def _answered(port: int, path: str, count: int) -> int:
    """How many of so many requests, all sent before any answer is read, are answered whole."""
    lines = [http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE) for _ in range(count)]
    for line in lines:
        line.connect()
    for line in lines:
        line.request("GET", path)
    answered = 0
    for line in lines:
        answer = line.getresponse()
        answered += answer.status == 200 and len(answer.read()) == int(answer.headers["Content-Length"])
        line.close()
    return answered


def test_three_hundred_requests_at_once_are_all_answered(server: AtAFreePort) -> None:
    assert asked(server, "/")[0] == 200

    assert _answered(server.server_port, "/", 300) == 300


def test_three_hundred_requests_at_once_to_a_finished_site_are_all_answered(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>Beans.</p>", encoding="utf-8")
    with Shown(tmp_path) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()

        assert _answered(server.server_port, "/", 300) == 300

        status, headers, _ = asked(server, "/no-such-page")
        server.shutdown()

    assert status == 404
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_those_who_say_nothing_keep_nobody_from_being_answered(
    server: AtAFreePort, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(showing, "MOST_AT_ONCE", 8)
    monkeypatch.setattr(showing, "_CUT_AFTER", 0.05)
    silent = [socket.create_connection(server.server_address[:2], timeout=PATIENCE) for _ in range(40)]

    status = asked(server, "/")[0]

    assert status == 200
    assert silent[0].recv(1) == b""
    for line in silent:
        line.close()


def test_a_line_on_which_nothing_is_said_is_closed(server: AtAFreePort, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server.RequestHandlerClass, "timeout", 0.05)

    with socket.create_connection(server.server_address[:2], timeout=PATIENCE) as silent:
        assert silent.recv(1) == b""


@pytest.mark.parametrize("path", ["/", "/no-such-page", "/stories/repair-cafe", "/_preview/problems/", "/admin/"])
def test_no_other_page_may_frame_any_answer(server: AtAFreePort, path: str) -> None:
    _, headers, _ = asked(server, path)

    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
