"""The command: what it prints, where, and with which exit code."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from diplomatic_readouts import display
from diplomatic_readouts.builder import Progress, build
from diplomatic_readouts.cli import main
from diplomatic_readouts.cli.build import progress_line
from diplomatic_readouts.parse import parse_readout
from diplomatic_readouts.records import Readout
from diplomatic_readouts.tables import TABLES
from diplomatic_readouts.writing.jsonl import canonical_json
from short_pages import put_pages

MEETING = """Home > China News
Wang Fang Meets with Foreign Minister Ana Prado of Chile

On March 3, 2021, State Councilor and Foreign Minister Wang Fang met with Foreign Minister Ana Prado of Chile in Santiago.

Wang Fang said that China stands ready to expand trade with Chile. The two sides should also work together on climate change.

Ana Prado noted that Chile adheres to the one-China principle.
"""
NOTICE = "The consular section will be closed on Monday. Visa applicants should book a new date online.\n"


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep sentences on one line."""
    monkeypatch.setenv("COLUMNS", "400")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Return a file with a readout in it."""
    path = tmp_path / "pages" / "meeting.txt"
    path.parent.mkdir()
    path.write_text(MEETING, encoding="utf-8")
    return path


@pytest.fixture
def built(page: Path, tmp_path: Path) -> Path:
    """Return the dataset built from that page."""
    build(page.parent, tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture(scope="module")
def meeting() -> Readout:
    """Return the record of the page."""
    return parse_readout(MEETING, "meeting.txt")


@dataclass(frozen=True)
class Ran:
    """A command that has run in this process: its exit code and what it printed."""

    code: object
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """Return the lines of standard output."""
        return self.out.splitlines()


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a way to run ``readouts`` with arguments."""

    def ran(*arguments: object) -> Ran:
        with pytest.raises(SystemExit) as end:
            main([str(argument) for argument in arguments])
        return Ran(end.value.code or 0, *capsys.readouterr())

    return ran


def shell(command: str, **settings: str) -> subprocess.CompletedProcess[bytes]:
    """Run a shell command with this environment's ``readouts`` first on the path."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    everything = {**os.environ, "PATH": path, **settings}
    return subprocess.run(["bash", "-o", "pipefail", "-c", command], env=everything, capture_output=True, check=False)


# --------------------------------------------------------------------------------------------------------- parse


def test_parse_tells_whose_account_the_page_is(page: Path, run: Run) -> None:
    """The header has the headline, the act, its day and place, and the publisher."""
    shown = run("parse", page)
    assert shown.code == 0
    assert shown.lines[0] == "Wang Fang Meets with Foreign Minister Ana Prado of Chile"
    assert shown.lines[1] == "meeting · 2021-03-03 · Santiago, CHL"
    assert "an account by" in shown.out
    assert "CHN" in shown.lines[2]


def test_parse_lists_who_took_part(page: Path, run: Run) -> None:
    """Each participant is named with state, role and offices."""
    lines = [line.split() for line in run("parse", page).lines]
    assert ["Wang", "Fang", "CHN", "principal", "State", "Councilor,", "Foreign", "Minister"] in lines
    assert ["Ana", "Prado", "CHL", "counterpart", "Foreign", "Minister"] in lines


def test_parse_shows_each_sentence_below_its_speaker(page: Path, run: Run) -> None:
    """The line above a sentence says who speaks, how the page tells so, and in whose account."""
    lines = run("parse", page).lines
    said = lines.index("    Wang Fang said that China stands ready to expand trade with Chile.")
    assert lines[said - 1].split(maxsplit=1)[1] == "Wang Fang (CHN) · named · say"
    other = lines.index("    Ana Prado noted that Chile adheres to the one-China principle.")
    assert lines[other - 1].split(maxsplit=1)[1] == "Ana Prado (CHL) · named · note · as reported by CHN"


def test_parse_tells_who_holds_a_formula(page: Path, run: Run) -> None:
    """Formulas stand below their sentence with the holder."""
    assert "    formulas: one_china_principle (CHL)" in run("parse", page).lines


def test_parse_as_json_prints_the_record(page: Path, run: Run, meeting: Readout) -> None:
    """``--json`` prints the line that a build writes."""
    assert run("parse", page, "--json").out == canonical_json(meeting) + "\n"


def test_parse_reads_standard_input(page: Path) -> None:
    """``-`` stands for a page that is piped in."""
    done = shell(f"readouts parse - --json < {page}")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["source"]["name"] == "standard input"


def test_parse_of_a_page_that_is_no_readout_is_an_error(tmp_path: Path, run: Run) -> None:
    """There is no record to show, so the exit code is 1 and the reason is told."""
    notice = tmp_path / "notice.txt"
    notice.write_text(NOTICE, encoding="utf-8")
    told = run("parse", notice)
    assert (told.code, told.out) == (1, "")
    assert told.err.startswith("readouts: error: notice.txt")


def test_parse_of_a_missing_file_is_wrong_use(tmp_path: Path, run: Run) -> None:
    """A file that is not there gives exit code 2."""
    told = run("parse", tmp_path / "none.txt")
    assert told.code == 2
    assert told.err.startswith("readouts: error: there is no file")


def test_binary_input_is_no_traceback(tmp_path: Path) -> None:
    """Bytes that are no text give an error with a remedy."""
    (tmp_path / "page.bin").write_bytes(bytes(range(256)) * 4)
    done = shell(f"readouts parse - < {tmp_path / 'page.bin'}")
    assert done.returncode == 1
    assert done.stderr.startswith(b"readouts: error: standard input")
    assert b"Traceback" not in done.stderr


def test_a_page_cannot_steer_the_terminal() -> None:
    """Control characters of a page are shown as blanks, and offsets stay."""
    text = "a\x1b[31mb\nc\u202ed"
    assert display.printable(text) == "a [31mb c d"
    assert len(display.printable(text)) == len(text)


# ----------------------------------------------------------------------------------------------------- terminals


def test_there_are_no_colours_in_a_pipe(page: Path) -> None:
    """Output that goes to a file or another command is plain."""
    assert b"\x1b" not in shell(f"env -u NO_COLOR readouts parse {page}").stdout


@pytest.mark.parametrize("option", ["", "--json"])
def test_pipes_get_utf8_whatever_the_locale(page: Path, option: str) -> None:
    """A machine whose locale knows only ASCII gets the same bytes."""
    asked = shell(f"readouts parse {page} {option}", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert asked.returncode == 0, asked.stderr
    assert asked.stdout == shell(f"readouts parse {page} {option}", PYTHONUTF8="1").stdout


@pytest.mark.skipif(shutil.which("script") is None, reason="needs script(1) for a terminal")
@pytest.mark.parametrize(("setting", "coloured"), [("env -u NO_COLOR", True), ("env NO_COLOR=1", False)])
def test_colours_are_for_terminals_that_want_them(page: Path, setting: str, coloured: bool) -> None:
    """On a terminal speakers have colours, unless NO_COLOR asks for none."""
    done = shell(f"script -qec '{setting} readouts parse {page}' /dev/null < /dev/null", TERM="xterm-256color")
    assert b"Wang Fang" in done.stdout
    assert (b"\x1b[36m" in done.stdout or b"36m" in done.stdout) is coloured


@pytest.mark.parametrize(
    "command", ["parse {page}", "tables mentions --data {built}", "schema readout", "tables --data {built}"]
)
def test_a_reader_that_stops_early_is_no_fault(page: Path, built: Path, command: str) -> None:
    """Output to a closed pipe ends quietly."""
    done = shell(f"readouts {command.format(page=page, built=built)} | (exec <&-; sleep 0.1)")
    assert (done.returncode, done.stderr) == (0, b"")


# --------------------------------------------------------------------------------------------------------- build


def test_build_tells_what_it_read(page: Path, tmp_path: Path, run: Run) -> None:
    """The summary has a line for each page: name, kind, publisher, date, counts, share with a speaker."""
    shown = run("build", page.parent, "--out", tmp_path / "data")
    assert shown.code == 0
    assert ["meeting.txt", "meeting", "CHN", "2021-03-03", "2", "4", "75%"] in [line.split() for line in shown.lines]
    assert (tmp_path / "data" / "MANIFEST.json").is_file()


def test_build_tells_what_it_skipped_and_why(page: Path, tmp_path: Path, run: Run) -> None:
    """A notice is no fault: it is named with the reason, and the exit code stays 0."""
    page.with_name("notice.txt").write_text(NOTICE, encoding="utf-8")
    shown = run("build", page.parent, "--out", tmp_path / "data")
    assert shown.code == 0
    assert [line for line in shown.lines if line.startswith("skipped: notice.txt ")]


def test_build_names_a_faulty_page(page: Path, tmp_path: Path, run: Run) -> None:
    """An empty page is an error with exit code 1; the other page is built."""
    page.with_name("empty.txt").write_text("", encoding="utf-8")
    shown = run("build", page.parent, "--out", tmp_path / "data")
    assert shown.code == 1
    assert [line for line in shown.lines if line.startswith("error: empty.txt ")]
    assert (tmp_path / "data" / "MANIFEST.json").is_file()


def test_strict_build_writes_nothing_on_a_fault(page: Path, tmp_path: Path, run: Run) -> None:
    """With ``--strict`` one faulty page keeps the folder from being written."""
    page.with_name("empty.txt").write_text("", encoding="utf-8")
    shown = run("build", page.parent, "--out", tmp_path / "data", "--strict")
    assert shown.code == 1
    assert shown.lines[-1].endswith("nothing was written")
    assert not (tmp_path / "data").exists()


def test_build_as_json_has_the_same_facts(page: Path, tmp_path: Path, run: Run) -> None:
    """``--json`` prints the summary as one value."""
    page.with_name("notice.txt").write_text(NOTICE, encoding="utf-8")
    told = json.loads(run("build", page.parent, "--out", tmp_path / "data", "--json").out)
    assert told["written"] is True
    assert [line["name"] for line in told["pages"]] == ["meeting.txt"]
    assert [skip["name"] for skip in told["skipped"]] == ["notice.txt"]
    assert told["errors"] == []
    assert told["counts"]["statements"] == 4


def test_build_of_many_pages_tells_totals(tmp_path: Path, run: Run) -> None:
    """Above forty pages, numbers stand in the place of lines, and the first faults are named."""
    pages = put_pages(tmp_path / "pages", range(3))
    for number in range(45):
        (pages / f"empty{number:02d}.txt").write_text("", encoding="utf-8")
    shown = run("build", pages, "--out", tmp_path / "data", "--workers", "1")
    rows = {line.rsplit(maxsplit=1)[0]: line.split()[-1] for line in shown.lines if line.split()}
    assert (rows["pages"], rows["records"], rows["errors"], rows["parts"]) == ("48", "3", "45", "1")
    assert len([line for line in shown.lines if line.startswith("error: empty")]) == 40
    assert "and 5 more in errors.jsonl" in shown.lines
    again = run("build", pages, "--out", tmp_path / "data")
    rows = {line.rsplit(maxsplit=1)[0]: line.split()[-1] for line in again.lines if line.split()}
    assert (rows["read now"], rows["taken over as they were"]) == ("45", "3")


def test_build_ends_early_for_too_many_errors(tmp_path: Path, run: Run) -> None:
    """Exit code 1, nothing written, and why."""
    pages = put_pages(tmp_path / "pages", range(2))
    (pages / "empty.txt").write_text("", encoding="utf-8")
    shown = run("build", pages, "--out", tmp_path / "data", "--max-errors", "0")
    assert shown.code == 1
    assert "stopped after 3 pages: more errors than --max-errors allows" in shown.lines
    assert shown.lines[-1].endswith("nothing was written")
    assert json.loads(run("build", pages, "--out", tmp_path / "data", "--max-errors", "0", "--json").out)["stopped"]


def test_build_takes_patterns_and_the_longest_page(tmp_path: Path, run: Run) -> None:
    """In quotes, as the shell hands them on; ``--max-chars`` is told where a page is longer."""
    pages = put_pages(tmp_path / "pages", range(4))
    told = json.loads(run("build", f"{pages}/0/*.txt", "--out", tmp_path / "data", "--json").out)
    assert [line["name"] for line in told["pages"]] == ["page0000.txt", "page0002.txt"]
    shown = run("build", pages, "--out", tmp_path / "data", "--max-chars", "200")
    assert [line for line in shown.lines if "more than the 200 of --max-chars" in line]


@pytest.mark.parametrize(
    ("progress", "seconds", "line"),
    [
        (Progress(300, 60_000, 2), 10.0, "300 of 60,000 pages, 30/s, 2 errors, 33 min 10 s left"),
        (Progress(1, 1, 1), 0.0, "1 of 1 pages, 1,000/s, 1 error, 0 min 0 s left"),
    ],
)
def test_progress_is_one_line(progress: Progress, seconds: float, line: str) -> None:
    """How far, how fast, how many errors, how long to go."""
    assert progress_line(progress, seconds) == line


def test_build_of_a_missing_folder_is_wrong_use(tmp_path: Path, run: Run) -> None:
    """A source that is not there gives exit code 2, and nothing is written."""
    told = run("build", tmp_path / "nowhere", "--out", tmp_path / "data")
    assert told.code == 2
    assert told.err.startswith("readouts: error: ")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("arguments", [["build"], ["build", "x"], ["nonsense"], ["tables", "--colour"], []])
def test_wrong_options_are_wrong_use(arguments: list[str], run: Run) -> None:
    """What the command does not know gives exit code 2."""
    assert run(*arguments).code == 2


# --------------------------------------------------------------------------------------------------------- check


def test_check_of_a_built_folder_finds_nothing(built: Path, run: Run) -> None:
    """A folder as it was built keeps every promise."""
    shown = run("check", built)
    assert (shown.code, shown.out) == (0, f"{built}: every promise is kept\n")


def test_check_names_a_changed_file(built: Path, run: Run) -> None:
    """A file that was changed by hand is named, with exit code 1."""
    (built / "hf" / "README.md").write_text("changed", encoding="utf-8")
    shown = run("check", built)
    assert shown.code == 1
    assert [line for line in shown.lines if line.startswith("hf/README.md: ")]


def test_check_names_record_field_and_span(built: Path, run: Run, meeting: Readout) -> None:
    """A record edited by hand is told with the place that does not hold."""
    path = built / "jsonl" / "readouts.jsonl"
    record = json.loads(path.read_text(encoding="utf-8"))
    record["statements"][1]["cue"]["text"] = "denied"
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    shown = run("check", path, "--json")
    assert shown.code == 1
    cue = meeting.statements[1].cue
    assert cue
    (problem,) = json.loads(shown.out)
    assert problem["record"] == meeting.id
    assert problem["field"] == "statements[1].cue"
    assert problem["span"] == [cue.start, cue.end]


def test_check_of_nothing_is_wrong_use(tmp_path: Path, run: Run) -> None:
    """A path that is not there gives exit code 2."""
    assert run("check", tmp_path / "none").code == 2


# ------------------------------------------------------------------------------------------------ score and diff


@pytest.fixture
def gold(page: Path, tmp_path: Path) -> Path:
    """Return a folder with gold for the page; its kind and one act are not what the reader says."""
    record = json.loads(canonical_json(parse_readout(MEETING, "meeting.txt")))
    event = record["event"]
    statements = [
        {
            "text": s["text"],
            "speaker": s["speaker_name"],
            "speaker_country": s["speaker_country"],
            "basis": s["basis"],
            "cue": s["cue"] and s["cue"]["text"],
            "acts": s["acts"] + (["thank"] if s["index"] == 2 else []),
            "topics": s["topics"],
            "formulas": s["formulas"],
        }
        for s in record["statements"]
    ]
    values = {
        "document": page.name,
        "sha256": hashlib.sha256(page.read_bytes()).hexdigest(),
        "title": record["title"]["text"],
        "kind": "visit",
        "publisher_country": "CHN",
        "published": None,
        "updated": None,
        "event_start": "2021-03-03",
        "event_end": None,
        "city": event["city"]["text"],
        "country": event["country"],
        "venue": None,
        "occasion": None,
        "participants": record["participants"],
        "statements": statements,
    }
    path = tmp_path / "gold" / "meeting.json"
    path.parent.mkdir()
    path.write_text(json.dumps(values), encoding="utf-8")
    return path.parent


def test_score_prints_a_line_a_row(built: Path, gold: Path, run: Run) -> None:
    """Figure, interval, and the counts behind them."""
    shown = run("score", built, gold)
    assert (shown.code, shown.lines[0]) == (0, "1 documents, 4 sentences")
    lines = [re.split(r"\s{2,}", line.strip()) for line in shown.lines]
    assert ["row", "F1 or share", "95% interval", "right", "built", "gold"] in lines
    assert ["kind", "0.000", "0.000 to 0.000", "0", "1", "1"] in lines
    assert ["cue", "1.000", "1.000 to 1.000", "4", "4", "4"] in lines


def test_score_reads_a_file_of_records_too(built: Path, gold: Path, run: Run) -> None:
    """The folder and its readouts.jsonl have the same score."""
    assert run("score", built / "jsonl" / "readouts.jsonl", gold).out == run("score", built, gold).out


def test_score_lists_where_records_and_gold_differ(built: Path, gold: Path, run: Run) -> None:
    """With ``--errors``: page, sentence, what was built, what is in the gold."""
    lines = run("score", built, gold, "--errors").lines
    assert lines[lines.index("kind") + 1] == "  meeting.txt: built meeting; gold visit"
    (act,) = [line for line in lines if line.startswith("  meeting.txt 2 ")]
    assert act.endswith(": built nothing; gold thank")


def test_score_as_json_has_the_same_figures(built: Path, gold: Path, run: Run) -> None:
    """``--json`` prints rows in the same order, with their differences where these are asked for."""
    told = json.loads(run("score", built, gold, "--json").out)
    kind = next(row for row in told["rows"] if row["row"] == "kind")
    assert kind == {"row": "kind", "figure": 0.0, "interval": [0.0, 0.0], "right": 0, "built": 1, "gold": 1}
    longer = json.loads(run("score", built, gold, "--json", "--errors").out)
    kind = next(row for row in longer["rows"] if row["row"] == "kind")
    assert [(each["built"], each["gold"]) for each in kind["differences"]] == [(["meeting"], ["visit"])]


def test_score_of_nothing_is_wrong_use(built: Path, gold: Path, page: Path, run: Run) -> None:
    """No dataset, no gold, or a file that holds no records: exit code 2 with a reason."""
    for arguments in ((built / "none", gold), (built, built), (page, gold), (gold, gold)):
        told = run("score", *arguments)
        assert told.code == 2
        assert told.err.startswith("readouts: error: ")


@pytest.fixture
def earlier(built: Path, tmp_path: Path) -> Path:
    """Return a file of records as an earlier reader might have built it: another kind, another speaker, no formula."""
    record = json.loads((built / "jsonl" / "readouts.jsonl").read_text(encoding="utf-8"))
    record["kind"] = "visit"
    record["statements"][2] |= {"speaker": "p2", "speaker_name": "Ana Prado", "speaker_country": "CHL"}
    record["statements"][3]["formulas"] = []
    path = tmp_path / "earlier.jsonl"
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    return path


def test_diff_of_the_same_records_finds_nothing(built: Path, run: Run) -> None:
    """A build and itself: exit code 0."""
    shown = run("diff", built, built)
    assert (shown.code, shown.out) == (0, "pages with the same record in both: 1\n")


def test_diff_tells_what_changed_where(built: Path, earlier: Path, run: Run, meeting: Readout) -> None:
    """Page by page, a sentence's changes below its words, marked as gained, lost or changed: exit code 1."""
    shown = run("diff", earlier, built)
    assert shown.code == 1
    assert shown.lines[:7] == [
        f"~ page meeting.txt ({meeting.id})",
        "  ~ kind: visit → meeting",
        "  sentence 3: The two sides should also work together on climate change.",
        "    ~ speaker: Ana Prado (CHL) → Wang Fang (CHN)",
        "  sentence 4: Ana Prado noted that Chile adheres to the one-China principle.",
        "    + formulas: one_china_principle (CHL)",
        "",
    ]


def test_diff_ends_with_counts(built: Path, earlier: Path, run: Run) -> None:
    """How much was gained, lost and changed, of each."""
    lines = [line.split() for line in run("diff", earlier, built).lines]
    assert lines[lines.index(["in", "all", "gained", "lost", "changed"]) + 1 :] == [
        ["pages", "0", "0", "1"],
        ["document", "fields", "0", "0", "1"],
        ["speaker", "0", "0", "1"],
        ["formulas", "1", "0", "0"],
        ["pages", "with", "the", "same", "record", "in", "both:", "0"],
    ]


def test_diff_names_pages_that_one_build_has_alone(built: Path, page: Path, tmp_path: Path, run: Run) -> None:
    """A page that changed is one page less and another one more."""
    page.write_text(MEETING.replace("trade", "tourism"), encoding="utf-8")
    build(page.parent, tmp_path / "later")
    shown = run("diff", built, tmp_path / "later")
    assert shown.code == 1
    assert [line.split("(")[0] for line in shown.lines[:2]] == ["- page meeting.txt ", "+ page meeting.txt "]


def test_diff_as_json_has_the_same_changes(built: Path, earlier: Path, run: Run) -> None:
    """``--json`` prints each change with its field and both values."""
    told = json.loads(run("diff", earlier, built, "--json").out)
    assert (told["equal"], told["same"], told["only_old"], told["only_new"]) == (False, 0, [], [])
    kind, speaker, formula = told["pages"][0]["changes"]
    assert (kind["outcome"], kind["field"], kind["old"], kind["new"]) == ("changed", "kind", "visit", "meeting")
    assert (speaker["statement"]["index"], speaker["old"]["name"], speaker["new"]["name"]) == (
        3,
        "Ana Prado",
        "Wang Fang",
    )
    assert (formula["outcome"], formula["old"], formula["new"]["id"]) == ("gained", None, "one_china_principle")
    assert told["counts"]["formulas"] == {"gained": 1, "lost": 0, "changed": 0}


def test_diff_of_what_is_no_dataset_is_wrong_use(built: Path, page: Path, run: Run) -> None:
    """Exit code 2, so that 1 always means a difference."""
    for arguments in ((built, built / "none"), (page, built), (built, page.parent)):
        told = run("diff", *arguments)
        assert told.code == 2
        assert told.err.startswith("readouts: error: ")


# ------------------------------------------------------------------------------------------- schemas and tables


def test_schema_without_a_name_lists_them(run: Run) -> None:
    """There is one for the record and one for each table."""
    assert run("schema").lines == ["readout", *TABLES]


@pytest.mark.parametrize("name", ["readout", *TABLES])
def test_schema_prints_json_schema(name: str, run: Run) -> None:
    """Each is a JSON Schema with an identifier."""
    told = json.loads(run("schema", name).out)
    assert told["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert name in told["$id"]


def test_an_unknown_schema_is_wrong_use(run: Run) -> None:
    """The error lists the names there are."""
    told = run("schema", "nope")
    assert told.code == 2
    assert "statements" in told.err


def test_tables_lists_rows_and_columns(built: Path, run: Run) -> None:
    """Each table is listed with its number of rows."""
    lines = [line.split() for line in run("tables", "--data", built).lines if not line.startswith(" ")]
    rows = {name: count for name, count, *_ in lines[1:]}
    assert list(rows) == list(TABLES)
    assert (rows["readouts"], rows["participants"], rows["statements"]) == ("1", "2", "4")


def test_a_table_as_csv_can_be_read_back(built: Path, run: Run) -> None:
    """CSV is what a table is printed as; lists are JSON in it and null is empty."""
    rows = list(csv.DictReader(io.StringIO(run("tables", "participants", "--data", built).out)))
    assert [row["name"] for row in rows] == ["Wang Fang", "Ana Prado"]
    assert json.loads(rows[0]["offices"]) == ["State Councilor", "Foreign Minister"]
    assert rows[0]["organization"] == ""
    assert rows[0]["event_start"] == "2021-03-03"


def test_a_table_as_json_has_every_row(built: Path, run: Run, meeting: Readout) -> None:
    """``--json`` prints an array of rows."""
    rows = json.loads(run("tables", "statements", "--json", "--data", built).out)
    assert [row["text"] for row in rows] == [statement.text for statement in meeting.statements]


def test_an_empty_table_is_an_empty_array(built: Path, run: Run) -> None:
    """The page has no pledge, and JSON says so."""
    assert json.loads(run("tables", "pledges", "--json", "--data", built).out) == []


@pytest.mark.parametrize(
    "arguments", [["tables", "nope"], ["tables", "--csv", "--json"], ["tables", "--data", "nowhere"]]
)
def test_wrong_use_of_tables_is_told(arguments: list[str], run: Run) -> None:
    """An unknown table, two formats, a folder that is not there: exit code 2 with a reason."""
    told = run(*arguments)
    assert told.code == 2
    assert told.err.startswith("readouts: error: ")


def test_the_version_is_told(run: Run) -> None:
    """``--version`` tells the code's and the schema's."""
    shown = run("--version")
    assert shown.code == 0
    assert shown.out.startswith("diplomatic-readouts ")
    assert "schema 1.0" in shown.out
