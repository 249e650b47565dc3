"""The models in; out, a page with each of their fields: type, meaning, what null means, an example."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from pydantic.fields import FieldInfo

from diplomatic_readouts import load_readouts
from diplomatic_readouts.records import (
    SCHEMA_VERSION,
    Cue,
    Event,
    Formula,
    Given,
    Mention,
    Participant,
    Pledge,
    Publisher,
    Readout,
    Record,
    Segment,
    Source,
    Span,
    Stamp,
    Statement,
)
from markdown_table import in_code, table
from values import emptiness, example_of, records_in, type_in_words

MODELS: tuple[type[Record], ...] = (
    Readout, Statement, Cue, Formula, Mention, Pledge,
    Participant, Publisher, Event, Stamp, Source, Segment, Span, Given,
)  # fmt: skip
"""Every model, what is asked for most first."""

NULLS = Path(__file__).with_name("null.toml")
INTRODUCTION = f"""# The record, field by field

One page becomes one record, version {SCHEMA_VERSION} of the schema. It is a line of `jsonl/readouts.jsonl`, and what
`load_readouts()` and `parse_readout()` return. Every field is always there; what is empty is
`null` or an empty list.

- **Spans** are half-open, `start` to `end`, in Unicode code points of the page's `text`: `text[start:end]` is the
  span's own `text`.
- **null** means unknown or not stated, never “no”; what it means in a field stands there.
- **Codes**: states are ISO 3166-1 alpha-3 (`CHN`), currencies ISO 4217 (`CNY`), days ISO 8601 (`2018-09-26`).
- **Labels** of closed lists are on the page [the vocabulary](vocabulary.md).
- The examples of a section are of one place in the packaged pages, that where most is filled, and from others
  for what is empty there. What has none is empty in all five, or is told in a section of its own.

`readouts schema readout` prints the same as JSON Schema.
"""


@cache
def null_meanings() -> dict[str, dict[str, str]]:
    """Return what null means, by model and field."""
    return tomllib.loads(NULLS.read_text(encoding="utf-8"))


def record_page() -> str:
    """Return the page on the record."""
    records = [record for readout in load_readouts() for record in records_in(readout)]
    return "\n".join([INTRODUCTION, *(_section(model, records) for model in MODELS)])


def _section(model: type[Record], records: list[Record]) -> str:
    """Return a model's section; the examples are of records of this very model, the fullest first."""
    own = sorted((record for record in records if type(record) is model), key=emptiness)
    rows = [_row(model, name, field, own) for name, field in model.model_fields.items()]
    meaning = (model.__doc__ or "").strip().splitlines()[0]
    head = ("Field", "Type", "Meaning", "Example")
    return f"## {model.__name__} {{ #{model.__name__.lower()} }}\n\n{meaning}\n\n{table(head, rows)}\n"


def _row(model: type[Record], name: str, field: FieldInfo, records: list[Record]) -> tuple[str, str, str, str]:
    null = null_meanings().get(model.__name__, {}).get(name)
    meaning = f"{field.description}\n*null:* {null}" if null else field.description or ""
    return in_code(name), type_in_words(field.annotation), meaning, example_of(getattr(r, name) for r in records)
