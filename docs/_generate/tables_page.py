"""The flat tables in; out, a page with each of their columns: type, meaning, an example."""

from __future__ import annotations

from diplomatic_readouts import load_readouts
from diplomatic_readouts.tables import TABLES, Table
from markdown_table import in_code, table
from values import example_of, type_in_words

INTRODUCTION = """# The tables, column by column

The same as [the record](record.md), flat: six tables, each a Parquet file in `parquet/`, a configuration on
Hugging Face, and what `load_table(name)` and `readouts tables NAME` give. Together they hold all that the records hold.

- Every row has `readout_id`; what stands in a sentence has `statement_id` too. Sentences carry day, kind and
  publisher, so that most questions need no join.
- A field of a nested record is named by its path: `source.sha256` is `source_sha256`. Of a place in the
  text the words stand under its own name, and where they are in `…_start` and `…_end`.
- null means unknown, as in the record. Labels are dictionary-encoded strings.

`readouts schema statements` prints a table's JSON Schema.
"""


def tables_page() -> str:
    """Return the page on the tables."""
    return "\n".join([INTRODUCTION, *map(_section, TABLES.values())])


def _section(flat: Table) -> str:
    cells = flat.cells(sorted(load_readouts(), key=lambda readout: "ECU" not in readout.counterpart_countries()))
    rows = [
        (in_code(c.name), type_in_words(c.annotation, "record.md"), c.description, example_of(cells[c.name]))
        for c in flat.columns
    ]
    head = ("Column", "Type", "Meaning", "Example")
    return f"## {flat.name}\n\nA row: {flat.meaning[0].lower()}{flat.meaning[1:]}\n\n{table(head, rows)}\n"
