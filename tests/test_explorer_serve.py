"""The explorer with its data beside it: what is loaded when, and that only this computer's browsers get it."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from command import Run
from diplomatic_readouts.cli.serving import Server
from diplomatic_readouts.parse import parse_readout
from diplomatic_readouts.records import Readout
from diplomatic_readouts.writing import explorer
from explored import Opened, put_parts
from short_pages import short_page

COUNT = 450
"""Readouts: three parts."""


@pytest.fixture(scope="module")
def readouts() -> list[Readout]:
    return sorted((parse_readout(short_page(n)) for n in range(COUNT)), key=lambda r: r.id)


@pytest.fixture(scope="module")
def server(readouts: list[Readout], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("served") / "site"
    files = put_parts(folder, *readouts)
    for other in (folder / "secret.json", folder.parent / "outside.json"):
        other.write_text("{}", encoding="utf-8")
    with Server(files=files) as started:
        thread = threading.Thread(target=started.serve_forever, daemon=True)
        thread.start()
        yield started
        started.shutdown()
        thread.join()


def ask(server: Server, path: str, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
    """Return the answer to a request, its content still to be read."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.putrequest(method, path, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    return connection.getresponse()


def names(opened: Opened) -> list[str]:
    """Return what a page has asked for, without the sign of the page that a browser looks for."""
    return [url.rsplit("/", 1)[1] for url in opened.asked if "favicon" not in url]


# ----------------------------------------------------------------------------------------------------------- in a browser


def test_records_are_loaded_when_one_of_them_is_opened(server: Server, readouts: list[Readout], browser: Any) -> None:
    opened = Opened(browser, server.address)
    opened.page.locator("#reading h2").wait_for()
    assert opened.text("#count") == f"{COUNT} of {COUNT} readouts"
    first = names(opened)
    assert first[:2] == ["", "index.json"]
    assert len(first) == 3
    wanted = readouts[0] if first[2] != "records-0.json" else readouts[-1]
    opened.page.evaluate(f"location.hash = 'readout={wanted.id}'")
    opened.page.locator("#reading p", has_text=wanted.id).wait_for()
    assert opened.texts("#reading .sentence") == [s.text for s in wanted.statements]
    assert len(names(opened)) == 4
    assert {url.split("/")[2] for url in opened.asked} == {f"127.0.0.1:{server.server_port}"}


def test_choices_need_the_index_alone(server: Server, browser: Any) -> None:
    opened = Opened(browser, server.address, "#speaker=Marta+Dorado")
    opened.page.locator("#count", has_text=f"{COUNT // 5} of {COUNT}").wait_for()
    opened.page.locator("#reading h2").wait_for()
    assert len(names(opened)) == 3


def test_words_are_searched_through_all_parts(server: Server, browser: Any) -> None:
    opened = Opened(browser, server.address)
    opened.page.locator("#reading h2").wait_for()
    opened.page.fill("#words", "by 402 percent")
    opened.page.locator("#count", has_text=f"1 of {COUNT}").wait_for()
    opened.page.locator(".hit").wait_for()
    assert {"records-0.json", "records-1.json", "records-2.json"} <= set(names(opened))
    opened.page.fill("#words", "")
    opened.page.locator("#count", has_text=f"{COUNT} of {COUNT}").wait_for()


def test_a_search_tells_how_far_it_is_and_ends_when_the_words_change(server: Server, browser: Any) -> None:
    opened = Opened(browser, server.address)
    opened.page.locator("#reading h2").wait_for()
    halted = threading.Event()

    def wait(route: Any) -> None:
        halted.wait(0.2)
        route.continue_()

    opened.page.route("**/records-*.json", wait)
    opened.page.fill("#words", "by 40")
    opened.page.locator("#count", has_text=re.compile("looked for in [24]00 so far")).wait_for()
    opened.page.fill("#words", "no such words")
    opened.page.locator("#count", has_text=re.compile(rf"^0 of {COUNT} readouts$")).wait_for()
    assert opened.text("#reading") == "No readout has all of this."


def test_charts_and_questions_are_loaded_when_they_are_looked_at(server: Server, browser: Any) -> None:
    opened = Opened(browser, server.address)
    opened.page.locator("#reading h2").wait_for()
    assert "answers.json" not in names(opened)
    opened.page.click("#to-charts")
    opened.page.locator(".squares").first.wait_for()
    opened.page.click("#to-questions")
    opened.page.locator("#part-seen table").wait_for()
    assert names(opened).count("answers.json") == 1
    assert not [fault for fault in opened.faults if "favicon" not in fault]


def test_a_server_that_has_gone_is_told(readouts: list[Readout], tmp_path: Path, browser: Any) -> None:
    with Server(files=put_parts(tmp_path / "site", *readouts[:3])) as gone:
        thread = threading.Thread(target=gone.serve_forever, daemon=True)
        thread.start()
        opened = Opened(browser, gone.address)
        opened.page.locator("#reading h2").wait_for()
        gone.shutdown()
    opened.page.click("#to-charts")
    opened.page.locator("#fault", has_text="still running").wait_for()


# ------------------------------------------------------------------------------------------------------------ who gets it


def test_it_listens_on_the_loopback_address_alone(server: Server) -> None:
    assert server.server_address[0] == "127.0.0.1"
    assert server.address == f"http://127.0.0.1:{server.server_port}/"


def test_a_request_for_another_host_is_refused(server: Server) -> None:
    for host in (
        "readouts.example",
        f"readouts.example:{server.server_port}",
        "127.0.0.1",
        "",
        f"127.0.0.1:{server.server_port}.example",
    ):
        assert ask(server, "/index.json", Host=host).status == 403, host
    for host in ("127.0.0.1", "localhost"):
        assert ask(server, "/index.json", Host=f"{host}:{server.server_port}").status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/../outside.json",
        "/%2e%2e/outside.json",
        "//outside.json",
        "/secret.json",
        "/./index.json",
        "/etc/passwd",
        "../outside.json",
        "/..%2foutside.json",
        "/index.json/",
        "/records-9.json",
    ],
)
def test_nothing_but_the_explorers_files_is_given(path: str, server: Server) -> None:
    assert ask(server, path).status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_it_is_only_read(method: str, server: Server) -> None:
    assert ask(server, "/index.json", method).status == 501


def test_answers_are_neither_kept_nor_guessed_at(server: Server) -> None:
    for method in ("GET", "HEAD"):
        for path, sort in (("/", "text/html; charset=utf-8"), ("/answers.json", "application/json")):
            answer = ask(server, path, method)
            assert (answer.status, answer.headers["Content-Type"]) == (200, sort)
            assert (answer.headers["X-Content-Type-Options"], answer.headers["Cache-Control"]) == (
                "nosniff",
                "no-store",
            )
            content = answer.read()
            assert len(content) == (int(answer.headers["Content-Length"]) if method == "GET" else 0)
    assert "Python" not in str(ask(server, "/").headers)


def test_the_page_may_load_from_what_serves_it_and_the_page_alone_from_nowhere(server: Server, dist: Path) -> None:
    served = ask(server, "/").read().decode()
    assert "default-src 'none'" in served
    assert "connect-src 'self'" in served
    assert "connect-src" not in (dist / "explorer/index.html").read_text(encoding="utf-8").split("<style>")[0]


# ------------------------------------------------------------------------------------------------------------ the command


def test_the_command_serves_until_it_is_interrupted_and_leaves_nothing(dist: Path, tmp_path: Path) -> None:
    code = f"from diplomatic_readouts.cli import main; main(['explore', {str(dist)!r}, '--serve'])"
    passing = {**os.environ, "TMPDIR": str(tmp_path), "BROWSER": "true"}
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=passing
    ) as ran:
        assert ran.stdout
        address = re.match(r"http://127\.0\.0\.1:(\d+)/", ran.stdout.readline())
        assert address
        connection = http.client.HTTPConnection("127.0.0.1", int(address[1]), timeout=10)
        connection.request("GET", "/index.json")
        assert connection.getresponse().status == 200
        ran.send_signal(signal.SIGINT)
        rest, wrong = ran.communicate(timeout=20)
    assert (ran.returncode, rest, wrong) == (0, "", "")
    assert not list(tmp_path.iterdir())


def test_what_is_served_can_be_kept(dist: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def end(_: Server) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Server, "serve_forever", end)
    monkeypatch.setattr("webbrowser.open", lambda _: pytest.fail("a browser was opened"))
    code, out, wrong = run("explore", dist, "--serve", "--out", tmp_path / "kept")
    assert (code, wrong) == (0, "")
    assert out.startswith("http://127.0.0.1:")
    assert {path.name for path in (tmp_path / "kept").iterdir()} == {
        "index.html",
        "index.json",
        "answers.json",
        "records-0.json",
    }


def test_more_readouts_than_a_page_holds_are_to_be_served(
    dist: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(explorer, "MOST_IN_PAGE", 4)
    code, out, wrong = run("explore", dist, "--out", tmp_path / "page.html")
    assert (code, out) == (2, "")
    assert "dist has 5 readouts, more than the 4 that a page holds" in wrong
    assert "--serve" in wrong


def test_a_port_is_for_what_is_served(server: Server, dist: Path, run: Run) -> None:
    assert run("explore", dist, "--port", server.server_port)[0] == 2
    code, _, wrong = run("explore", dist, "--serve", "--port", server.server_port)
    assert code == 2
    assert re.search(r"port \d+ cannot be listened on: .*in use.*--port", wrong)


def test_a_folder_without_records_is_not_served(tmp_path: Path, run: Run) -> None:
    code, _, wrong = run("explore", tmp_path, "--serve")
    assert code == 2
    assert "there is no dataset in" in wrong


def test_no_file_of_somebody_is_written_over(dist: Path, tmp_path: Path, run: Run) -> None:
    """Neither a folder that holds some, nor a page by one that could not be finished."""
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    for option in (("--serve", "--out", tmp_path), ("--serve", "--out", tmp_path / "notes.txt")):
        code, _, wrong = run("explore", dist, *option)
        assert (code, "is there already" in wrong) == (2, True)
    broken = tmp_path / "broken"
    shutil.copytree(dist, broken)
    (broken / "jsonl/readouts.jsonl").write_bytes(b"{" + (broken / "jsonl/readouts.jsonl").read_bytes())
    (tmp_path / "page.html").write_text("good", encoding="utf-8")
    code, _, wrong = run("explore", broken, "--out", tmp_path / "page.html")
    assert (code, "a line of the records is no JSON" in wrong) == (1, True)
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == "good"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken", "notes.txt", "page.html"]
