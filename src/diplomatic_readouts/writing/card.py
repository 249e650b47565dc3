"""Facts of a dataset in; out, its card and its datasheet, from the templates beside the facts that they share."""

from __future__ import annotations

import hashlib
from collections import Counter

from diplomatic_readouts import __version__
from diplomatic_readouts.records import SCHEMA_VERSION
from diplomatic_readouts.tables import TABLES
from diplomatic_readouts.writing.about import accuracy_table, bullets, template
from diplomatic_readouts.writing.arrow import schema_text, table_schema
from diplomatic_readouts.writing.licences import licence_table
from diplomatic_readouts.writing.parts import Facts
from diplomatic_readouts.writing.release import Edition

DEFAULT_CONFIG = "statements"
"""What one gets with no config named: it alone answers who said what, when and in whose account, with no join."""
_MOST_CHARACTERS = 60
"""Of an example."""


def card_text(facts: Facts, edition: Edition) -> str:
    """Return the card, without its metadata."""
    return template("card").substitute(_words(facts, edition))


def datasheet(facts: Facts, edition: Edition) -> str:
    """Return the datasheet."""
    return template("datasheet").substitute(_words(facts, edition))


def described_sha256(facts: Facts, edition: Edition) -> str:
    """Return the SHA-256 of all that is said of records: card, datasheet, rights, and what each column means."""
    schemas = (schema_text(table_schema(name)) for name in TABLES)
    about = edition.about.model_dump_json()
    told = (card_text(facts, edition), datasheet(facts, edition), licence_table(), about, *schemas)
    return hashlib.sha256("\0".join(told).encode()).hexdigest()


def _words(facts: Facts, edition: Edition) -> dict[str, str]:
    """Return what the templates' placeholders stand for."""
    told = edition.about
    return {
        **{name: value for name, value in told.model_dump().items() if isinstance(value, str)},
        **{name: bullets(value) for name, value in told.model_dump().items() if isinstance(value, tuple)},
        "creators": " and ".join(told.creators),
        "data_version": edition.data_version,
        "schema_version": SCHEMA_VERSION,
        "code_version": __version__,
        "content_sha256": edition.content_sha256,
        "released": f", released {edition.date}" if edition.date else "",
        "when": edition.date or "Not yet",
        "coverage": _coverage(facts),
        "days": f"The pages tell of {_days(facts)}." if facts.days else "No page has a day.",
        "kinds": _counted(facts.kinds),
        "publishers": _counted(facts.publishers),
        "sources": _source_table(facts),
        "tables": _table_list(facts),
        "fields": "\n\n".join(_field_table(name, facts.examples.get(name, {})) for name in TABLES),
        "accuracy": accuracy_table(),
        "licences": licence_table(),
        "default_config": DEFAULT_CONFIG,
        "citation": edition.citation(),
    }


def _days(facts: Facts) -> str:
    return f"{min(facts.days)} to {max(facts.days)}"


def _coverage(facts: Facts) -> str:
    """Return how much there is and from when to when, in words."""
    when = f", from {_days(facts)}" if facts.days else ""
    readouts, said, people = facts.counts["readouts"], facts.counts["statements"], len(facts.people)
    return f"{readouts} readouts{when}, with {said} statements; {people} people took part"


def _counted(counts: Counter[str]) -> str:
    """Return values with their counts, the most frequent first."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{value} ({n})" for value, n in ordered) or "none"


def _cell(text: str) -> str:
    """Return words that cannot break out of a cell of a Markdown table."""
    folded = " ".join(text.split())
    for mark in "\\|<>[]`*_":
        folded = folded.replace(mark, f"\\{mark}")
    return folded


def _source_table(facts: Facts) -> str:
    """Return the pages read: a Markdown table of the first ones, and how many more there are."""
    lines = ["| Page | Title | Publisher | Event |", "| --- | --- | --- | --- |"]
    for name, _, title, who, when in facts.shown:
        lines.append("| " + " | ".join(_cell(text) for text in (name, title, who, when)) + " |")
    more = facts.counts["readouts"] - len(facts.shown)
    return "\n".join(lines) + (f"\n\nAnd {more} more; the records name them all." if more > 0 else "")


def _table_list(facts: Facts) -> str:
    """Return each table with its number of rows and what a row is, as a Markdown list."""
    told = {name: f"{n} rows" if (n := facts.counts[name]) else "no rows here, and so no config" for name in TABLES}
    return "\n".join(f"- `{name}` ({told[name]}): {table.meaning}" for name, table in TABLES.items())


def _field_table(name: str, examples: dict[str, str]) -> str:
    """Return a table's fields with their meaning and an example, as Markdown."""
    rows = [
        f"| `{column.name}` | {_cell(column.description)} | {_cell(_cut(examples.get(column.name, '')))} |"
        for column in TABLES[name].columns
    ]
    return "\n".join([f"### {name}", "", "| Field | Meaning | Example |", "| --- | --- | --- |", *rows])


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_CHARACTERS else f"{text[: _MOST_CHARACTERS - 1]}…"
