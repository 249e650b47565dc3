"""A built dataset in; out, a page of HTML in which to look at it, alone in a file or with its data in parts beside it.

The data are in parts either way, by name: ``records-0``, ``records-1``, … with some records each, ``index`` with what
the list and the choices need of every readout, ``answers`` with charts and questions. In a page alone they stand as
JSON that no browser runs; the page with parts loads each when it is needed, from what serves the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from diplomatic_readouts.charts.counts import Load
from diplomatic_readouts.writing.explorer.answers import all_answers, silences_by_readout
from diplomatic_readouts.writing.explorer.entries import Index, read_record, shortened
from diplomatic_readouts.writing.explorer.page import around, escaped, page_with_parts
from diplomatic_readouts.writing.jsonl import plain_json

EXPLORER = "explorer/index.html"
PAGE = "index.html"
MOST_IN_PAGE = 2_000
"""Readouts that one page holds: more take a browser too long to load."""
_IN_PART = 200
"""Records that are loaded together."""

__all__ = ["EXPLORER", "MOST_IN_PAGE", "PAGE", "shortened", "write_explorer", "write_parts"]


def write_explorer(path: Path, lines: Iterable[str | bytes], load: Load) -> None:
    """Write the page of records, given as lines of canonical JSON by id, and of their tables; all is in it."""
    before, after = around()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(before)
        for name, content in _parts(lines, load):
            file.write(f'<script type="application/json" id="{name}">{content}</script>\n')
        file.write(after)


def write_parts(folder: Path, lines: Iterable[str | bytes], load: Load) -> list[Path]:
    """Write the page into a folder with its data beside it, for more than a page holds; return what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = [folder / PAGE]
    written[0].write_text(page_with_parts(), encoding="utf-8", newline="\n")
    for name, content in _parts(lines, load):
        written.append(folder / f"{name}.json")
        written[-1].write_text(content, encoding="utf-8", newline="\n")
    return written


def _parts(lines: Iterable[str | bytes], load: Load) -> Iterator[tuple[str, str]]:
    """Yield the name and the JSON of each part; the records of one part only are in memory at a time."""
    load = cache(load)
    silences = silences_by_readout(load)
    index = Index()
    held = iter(lines)
    number = 0
    while some := list(islice(held, _IN_PART)):
        records, silent = [], {}
        for line in some:
            record = read_record(line)
            index.add(record)
            silent[record["id"]] = silences.get(record["id"], [])
            records.append(shortened(record))
        yield f"records-{number}", _part(records=records, silences=silent)
        number += 1
    yield "index", f'{{"in_part":{_IN_PART},"values":{index.values()},"readouts":[\n{_joined(index.entries)}]}}'
    yield "answers", escaped(plain_json(all_answers(load)))


def _part(records: list[str], silences: dict[str, Any]) -> str:
    told = escaped(plain_json({readout: rows for readout, rows in silences.items() if rows}))
    return f'{{"silences":{told},"records":[\n{_joined(records)}]}}'


def _joined(lines: list[str]) -> str:
    return "".join(f"{line}{',' if n < len(lines) else ''}\n" for n, line in enumerate(lines, 1))
