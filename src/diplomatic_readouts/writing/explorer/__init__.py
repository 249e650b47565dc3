"""Records as JSON lines in; out, one page of HTML in which to look at them, that loads nothing and needs no network.

The page, its style and its script are the files beside this one. Records stand in it as JSON that no browser runs; the
policy of the page lets only this style and this script in, by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

from diplomatic_readouts.writing.jsonl import plain_json

EXPLORER = "explorer/index.html"
MOST_IN_PAGE = 2_000
"""Readouts that one page holds: more take a browser too long to load."""

_ESCAPED = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What would end the element that holds the records, or a line of it."""


def write_explorer(path: Path, lines: Iterable[str | bytes]) -> None:
    """Write the page of records, given as lines of canonical JSON; only one of them is in memory at a time."""
    before, after = _around()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f"{before}[")
        for number, line in enumerate(lines):
            file.write(",\n" if number else "\n")
            file.write(shortened(line))
        file.write(f"\n]{after}")


def shortened(line: str | bytes) -> str:
    r"""Return a record as JSON that may stand in a page, 0 for the text of a span that its offsets tell.

    >>> shortened('{"text":"a <b>","title":{"start":2,"end":5,"text":"<b>"}}')
    '{"text":"a \\u003cb\\u003e","title":{"start":2,"end":5,"text":0}}'
    """
    record = json.loads(line)
    made = plain_json(_without_texts(record, record["text"]))
    for character, escape in _ESCAPED.items():
        made = made.replace(character, escape)
    return made


def _without_texts(value: Any, text: str) -> Any:
    if isinstance(value, list):
        return [_without_texts(each, text) for each in value]
    if not isinstance(value, dict):
        return value
    kept = {name: _without_texts(each, text) for name, each in value.items()}
    start, end = value.get("start"), value.get("end")
    if isinstance(start, int) and isinstance(end, int) and value.get("text") == text[start:end]:
        kept["text"] = 0
    return kept


def _around() -> tuple[str, str]:
    """Return what stands in the page before the records and behind them."""
    style, script = _part("explorer.css"), _part("explorer.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    before, after = _part("page.html").split("{{records}}")
    return before.replace("{{policy}}", policy).replace("{{style}}", style), after.replace("{{script}}", script)


def _part(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _digest(part: str) -> str:
    """Return a part's hash as a Content-Security-Policy names it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()}"
