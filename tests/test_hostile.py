"""Pages made to do harm: nothing in them runs, steers the terminal or a spreadsheet, or takes longer than it is long."""

from __future__ import annotations

import csv
import io
import json
import re
import time
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest

from command import Run
from diplomatic_readouts.builder import build
from diplomatic_readouts.check import check_readout
from diplomatic_readouts.errors import SourceError
from diplomatic_readouts.load import load_table
from diplomatic_readouts.parse import parse_readout, parse_source
from diplomatic_readouts.reading.source import decode_source
from diplomatic_readouts.records import Readout
from marked import OPENING

MOST_SECONDS = 3.0
"""Of processor time, for a page of about 100 kB; a machine that does nothing else needs a third of it at most."""
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
ESCAPES = "\x1b[31m\x1b]0;owned\x07\x1b[2J\x9b31m\x9d0;x\x9c\x90q\u202egnp.exe\u2066\u200f"
"""Colours, a window's title, a cleared screen, the same as single characters, and turned words."""
SAID = "Lin Tao said that trade is growing."


def read_or_refuse(text: str, name: str) -> Readout | None:
    """Return the checked record of a page, or None where it is refused, and either in time."""
    readout, begun = None, time.process_time()
    with suppress(SourceError):
        readout = parse_source(decode_source(text.encode("utf-8"), name))
        check_readout(readout)
    assert time.process_time() - begun < MOST_SECONDS
    return readout


def read(text: str, name: str) -> Readout:
    """Return the checked record of a page that must have one, in time."""
    readout = read_or_refuse(text, name)
    assert readout is not None
    assert json.loads(readout.model_dump_json())["id"] == readout.id
    return readout


def html(body: str) -> str:
    """Return an HTML page with a readout and something else in it."""
    lead = OPENING.split("\n", 2)[2]
    return (
        "<html><head><title>Lin Tao Meets with Marta Quiroga</title></head><body><article>"
        f"<h1>Lin Tao Meets with Marta Quiroga</h1><p>{lead}</p>{body}<p>{SAID}</p></article></body></html>"
    )


# --------------------------------------------------------------------------------------------------------- terminals


@pytest.fixture
def steering(tmp_path: Path) -> Path:
    """Return a folder of pages that hold what steers terminals: names, titles, speakers, sentences, faults, skips."""
    folder = tmp_path / "pages"
    folder.mkdir()
    words = "The two sides discussed trade at length and agreed to go on with it. " * 30
    text = (
        OPENING.replace("Beijing", f"Bei{ESCAPES}jing") + f"Lin{ESCAPES} Tao said that {ESCAPES}trade grows.\n{words}\n"
    )
    for n, part in enumerate(("", "Marta Quiroga pledged US$ 3 million" + ESCAPES + " to China.\n")):
        (folder / f"page{n}\x1b[31m\u202e.txt").write_text(text + part, encoding="utf-8")
    (folder / "empty\x1b[2J.txt").write_bytes(b"")
    (folder / "visa\x9b31m.txt").write_text(f"Visa office closed {ESCAPES} on Monday. {words[:69]}", encoding="utf-8")
    return folder


@pytest.mark.parametrize("terminal", [False, True], ids=["pipe", "terminal"])
@pytest.mark.parametrize("option", ["", "--json"])
def test_no_command_lets_a_page_steer_the_terminal(
    terminal: bool, option: str, steering: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words, names of files and faults; JSON may hold such characters in a pipe, where they are its values."""
    out, other, gold = tmp_path / "out", tmp_path / "other", tmp_path / "gold"
    build(steering, out)
    build(sorted(steering.glob("page0*")), other)
    gold.mkdir()
    page = next(steering.glob("page1*"))
    monkeypatch.setenv("NO_COLOR", "1")
    (out / "SHA256SUMS").write_text((out / "SHA256SUMS").read_text().replace("a", "b", 1))
    given = [option] if option else []
    commands: list[list[object]] = [["parse", page], ["build", steering, "--out", tmp_path / "new"], ["check", out]]
    commands += [["diff", out, other], ["diff", other, out], ["parse", next(steering.glob("empty*"))]]
    commands += [["tables", "statements", "--data", out], ["tables", "participants", "--data", out, "--raw"]]
    for command in commands:
        with monkeypatch.context() as patched:
            if terminal:
                patched.setattr("diplomatic_readouts.cli.printing._on_terminal", lambda: True)
            _, told, wrong = run(*command, *given)
        values = bool(option) or command[0] == "tables"
        if terminal or not values:
            assert not _STEERING.search(told), (command, _STEERING.findall(told))
        assert not _STEERING.search(wrong), (command, wrong)
        if option and told:
            json.loads(told)


# ------------------------------------------------------------------------------------------------------ spreadsheets


@pytest.mark.parametrize("start", ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "＝1", "\t=1"])
def test_csv_holds_no_formula_unless_it_is_asked_for(start: str, tmp_path: Path, run: Run) -> None:
    """A text that a spreadsheet would run has an apostrophe before it; ``--raw`` leaves it as the page has it."""
    name = f"{start.replace('/', '_').strip()}.txt"
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / name).write_text(f"{OPENING}{start} {SAID}\n", encoding="utf-8")
    build(tmp_path / "pages", tmp_path / "out")
    _, told, _ = run("tables", "statements", "--data", tmp_path / "out", "--csv")
    _, raw, _ = run("tables", "statements", "--data", tmp_path / "out", "--csv", "--raw")
    cells = [cell for row in csv.reader(io.StringIO(told)) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "＝"))]
    sentences = load_table("statements", tmp_path / "out").column("text").to_pylist()
    column = "text"
    rows = list(csv.DictReader(io.StringIO(raw)))
    assert [row[column] for row in rows] == sentences


# ------------------------------------------------------------------------------------------------------------- HTML


@pytest.mark.parametrize(
    "body",
    [
        "<script>document.write('Lin Tao said that war is near.')</script>",
        "<style>p:before {content: 'Lin Tao said that war is near.'}</style>",
        "<img src=x onerror=\"alert('war')\">",
        "<svg onload=\"alert('war')\"><script>war</script></svg>",
        "<iframe srcdoc='<p>war</p>'></iframe>",
        "<!-- Lin Tao said that war is near. -->",
        "<a href=\"javascript:alert('war')\">more</a>",
        "<object data='war.swf'><param name=x value=war></object>",
    ],
)
def test_nothing_that_runs_is_text(body: str) -> None:
    """Scripts, styles, comments and attributes are none of a page's words."""
    readout = read(html(body), "page.html")
    assert "war" not in readout.text
    assert SAID in readout.text


def test_html_reads_no_other_file(tmp_path: Path) -> None:
    """An entity that names a file, or is made of ten others and so on, stays what it is or falls away."""
    secret = tmp_path / "secret.txt"
    secret.write_text("trade is a secret")
    kinds = "".join(f"<!ENTITY {'bcdefghijklm'[n]} '{('&' + 'abcdefghijkl'[n] + ';') * 10}'>" for n in range(12))
    head = f"<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'>{kinds}<!ENTITY x SYSTEM 'file://{secret}'>]>"
    readout = read(head + html("<p>&m; &x;</p>"), "page.html")
    assert "secret" not in readout.text
    assert "aaaaaaaaaa" * 11 not in readout.text


@pytest.mark.parametrize("tag", ["div", "blockquote", "span", "b", "ul><li", "table><tr><td", "section"])
def test_html_a_thousand_deep_is_read_or_refused(tag: str) -> None:
    opened, closed = f"<{tag}>", "".join(f"</{part}>" for part in reversed(tag.split("><")))
    read_or_refuse(html(opened * 1_000 + f"<p>{SAID}</p>" + closed * 1_000), "page.html")


@pytest.mark.parametrize("run", ["<b>a</b> ", "<a href=x>a b</a> ", "<li>a</li>", "a<br>", "<td>a"])
def test_html_full_of_one_element_is_read_or_refused(run: str) -> None:
    read_or_refuse(html(f"<p>{run * (60_000 // len(run))}</p>"), "page.html")


# ----------------------------------------------------------------------------------------------------- front matter


def test_front_matter_that_multiplies_is_text() -> None:
    """Nine times nine times nine … words, from a few lines: as text they are what they are."""
    names = "abcdefghi"
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{n}: &{n} [{', '.join([f'*{before}'] * 9)}]" for before, n in pairwise(names)]
    block = "\n".join(lines)
    read_or_refuse(f"---\n{block}\n---\n{OPENING}{SAID}\n", "page.md")


@pytest.mark.parametrize(
    "block",
    [
        "a: " + "[" * 7_000, "a: " + "{" * 7_000, "[" * 3_000 + "]" * 3_000, "- " * 3_500, "? " * 3_500, "a: " * 2_000,
        "'" * 7_000, "&a " * 2_000, "!" * 7_000, "%" * 7_000, "{a: " * 1_500, "| " * 3_000, "a:\n" * 2_000,
        "\t" * 7_000, "k" * 7_900 + ": v", "k" * 100_000 + ": v", "a: b\n" * 20_000, "a: [x, *a]\n" * 600,
    ],
    ids=lambda block: f"{block[:5]!r} {len(block)}",
)  # fmt: skip
def test_front_matter_of_any_shape_is_read_in_time(block: str) -> None:
    read_or_refuse(f"---\n{block}\n---\n{OPENING}{SAID}\n", "page.md")


# ----------------------------------------------------------------------------------------------------------- much


def _people(count: int) -> str:
    """Return as many names, all different, each with an office."""
    letters = "abcdefghij"
    return ", ".join(f"Minister X{''.join(letters[int(d)] for d in f'{n:04}')} Wu" for n in range(count))


@pytest.mark.parametrize(
    "text",
    [
        OPENING + "(" * 1_000 + SAID + ")" * 1_000,
        OPENING + "[" * 1_000 + SAID + "](x)" * 1_000,
        OPENING + ">" * 1_000 + " " + SAID,
        OPENING + "“" * 1_000 + SAID + "”" * 1_000,
        "Lin Tao Meets " * 7_000 + "\n" + OPENING.split("\n", 2)[2],
        OPENING + SAID + "\u202e\u200b" * 200,
        OPENING + "\n" * 50_000 + SAID,
        OPENING + " " * 90_000 + SAID,
        OPENING + "Lin " * 1_000 + SAID,
        OPENING + "A." * 40_000,
        OPENING.replace("Quiroga", "M." * 5_000),
        OPENING.replace("Quiroga", "Q" + "u" * 1_000_000),
        OPENING.replace("Quiroga", "Quiroga-" * 100_000 + "Soto"),
    ],
    ids=["round", "square", "quoted", "quotes", "title", "marks", "lines", "blanks", "name", "initials",
         "initials of a name", "a million letters", "hyphens"],
)  # fmt: skip
def test_a_page_with_too_much_of_something_is_read_or_refused(text: str) -> None:
    read_or_refuse(text, "page.md")


def test_ten_thousand_who_were_present_are_all_told() -> None:
    readout = parse_readout(OPENING + f"Also present were {_people(10_000)}.\n\n" + SAID)
    check_readout(readout)
    assert len(readout.participants) == 10_002
