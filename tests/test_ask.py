"""The commands that answer questions of a dataset: summary, find, ask."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from command import Run
from diplomatic_readouts.builder import build
from diplomatic_readouts.cli.ask import QUESTIONS
from short_pages import put_pages


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep rows on one line."""
    monkeypatch.setenv("COLUMNS", "300")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a dataset of six meetings."""
    folder = tmp_path_factory.mktemp("data")
    build(put_pages(folder / "pages", range(6)), folder / "built")
    return str(folder / "built")


def rows(run: Run, *arguments: str) -> list[dict[str, object]]:
    """Return what a command gives as JSON."""
    code, out, wrong = run(*arguments, "--json")
    assert not code, wrong
    found: list[dict[str, object]] = json.loads(out)
    return found


def test_a_summary_is_a_page_of_counts(data: str, run: Run) -> None:
    code, out, _ = run("summary", "--data", data)
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert code == 0
    assert lines[0].startswith("6 readouts, 12 participants, ")
    assert {"2024-03-01 to 2024-03-06", "meeting 6", "CHN 6", "PER 6", "one_china_principle (PER) 6"} <= set(lines)
    assert json.loads(run("summary", "--data", data, "--json")[1])["counterparts"] == [["PER", 6]]


@pytest.mark.parametrize(
    ("given", "count"),
    [
        (["one-China"], 6),
        (["One China  PRINCIPLE"], 6),
        (["one-China", "--holder", "per"], 6),
        (["one_china", "--holder", "PER"], 6),
        (["one-China", "--holder", "CHN"], 0),
        (["trade", "--holder", "PER"], 0),
        (["--speaker", "quiroga"], 2),
        (["--side", "PER", "--to", "2024-03-02"], 2),
        (["--from", "2024-03-06", "--side", "CHN"], 2),
        (["--from", "2025"], 0),
        (["--to", "2024-02"], 0),
        (["--topic", "agriculture"], 6),
        (["--publisher", "PER"], 0),
        (["--counterpart", "PER", "--kind", "meeting", "--act", "narrate"], 6),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, list) else "",
)
def test_sentences_are_found(given: list[str], count: int, data: str, run: Run) -> None:
    assert len(rows(run, "find", *given, "--data", data)) == count


def test_a_sentence_is_found_with_its_day_speaker_and_account(data: str, run: Run) -> None:
    found = rows(run, "find", "one-China", "--speaker", "Valdivia", "--data", data)[0]
    assert (found["day"], found["speaker_name"], found["speaker_side"]) == ("2024-03-02", "Marta Valdivia", "PER")
    assert (found["publisher_country"], found["as_reported_by_other_side"]) == ("CHN", True)
    told = run("find", "one-China", "--speaker", "Valdivia", "--data", data)[1].splitlines()
    assert told[0] == f"2024-03-02  Marta Valdivia (PER), in the account of CHN, {found['statement_id']}"
    assert told[1:] == ["  Marta Valdivia noted that Peru adheres to the one-China principle.", "1 sentence"]


def test_what_is_found_comes_as_csv(data: str, run: Run) -> None:
    out = run("find", "one-China", "--csv", "--data", data)[1]
    assert [row["speaker_side"] for row in csv.DictReader(io.StringIO(out))] == ["PER"] * 6


@pytest.mark.parametrize("question", [name for name, (count, *_) in QUESTIONS.items() if not count])
def test_a_question_has_an_answer_in_each_form(question: str, data: str, run: Run) -> None:
    found = rows(run, "ask", question, "--data", data)
    table = run("ask", question, "--csv", "--data", data)[1]
    assert len(list(csv.DictReader(io.StringIO(table)))) == len(found)
    assert run("ask", question, "--data", data)[1] == "nothing was found\n" or found


def test_two_readouts_are_compared_by_their_ids(data: str, run: Run) -> None:
    ids = sorted(p["readout_id"] for p in rows(run, "tables", "readouts", "--data", data))  # type: ignore[type-var]
    found = rows(run, "ask", "compare", str(ids[0]), str(ids[1]), "--data", data)
    assert {row["carried_by"] for row in found} == {"both"}
    assert rows(run, "ask", "silence", str(ids[0]), "--data", data) == []  # all six are with Peru


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["ask", "why"], "there is no question 'why'"),
        (["ask", "compare", "one"], "compare takes 2 readouts, not 1"),
        (["ask", "silence", "xyz"], "there is no readout xyz"),
        (["ask", "seen", "more"], "seen takes 0 readouts, not 1"),
        (["ask", "seen", "--csv", "--json"], "--csv and --json were both given"),
        (["find", "--from", "soon"], "'soon' is no day"),
        (["find", "--from", "2018-13"], "'2018-13' is no day"),
        (["find", "--topic", "weather"], "there is no topic 'weather'"),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, list) else "",
)
def test_wrong_use_is_told(arguments: list[str], told: str, data: str, run: Run) -> None:
    code, out, wrong = run(*arguments, "--data", data)
    assert (code, out) == (2, "")
    assert told in wrong


def test_a_page_cannot_steer_the_terminal(tmp_path: Path, run: Run) -> None:
    pages = put_pages(tmp_path / "pages", range(1))
    page = next(pages.rglob("*.txt"))
    page.write_text(page.read_text().replace("agriculture", "agriculture \x1b[31mand trade"), encoding="utf-8")
    build(pages, tmp_path / "built")
    for arguments in (["find", "agriculture"], ["summary"], ["ask", "accounts"]):
        assert "\x1b" not in run(*arguments, "--data", str(tmp_path / "built"))[1]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--holder", "peru"), "there is no holder 'peru'. States are alpha-3, as PER; here are ALL, CHL, CHN"),
        (("--publisher", "zz"), "there is no publisher 'zz'"),
        (("--from", "2022", "--to", "2021"), "2021-12-31 lies before 2022-01-01"),
    ],
)
def test_who_or_when_that_cannot_be_is_wrong_use(options: tuple[str, ...], told: str, run: Run) -> None:
    """Nothing found would read as if it had never been said."""
    code, _, error = run("find", "china", *options)
    assert (code, told in error) == (2, True)
    assert run("find", "china", "--holder", "per")[0] == 0
