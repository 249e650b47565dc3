"""The folder that is the dataset's Hub repository, byte for byte: records in; card, rights and six configs out.

The card's metadata is written with PyYAML in a fixed order, since the Hub's own library is an extra; tests read it back
with that library.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

import pyarrow as pa
import yaml

from diplomatic_readouts.records import SCHEMA_VERSION, Readout
from diplomatic_readouts.tables import TABLES
from diplomatic_readouts.writing.arrow import hub_table
from diplomatic_readouts.writing.jsonl import content_sha256
from diplomatic_readouts.writing.licences import licence_table
from diplomatic_readouts.writing.parquet import write_parquet

DEFAULT_CONFIG = "statements"
"""What one gets with no config named: it alone answers who said what, when and in whose account, with no join."""
SHARD = "train-00000-of-00001.parquet"
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
_SHOWN = 12
"""Sources shown in the card; the manifest lists them all."""


def hub_features(schema: pa.Schema) -> list[dict[str, Any]]:
    """Return the Hub's features of an Arrow schema, as the card's metadata spells them."""
    return [{"name": field.name, **_feature(field.type)} for field in schema]


def _feature(kind: pa.DataType) -> dict[str, Any]:
    """Return the feature of one type: a value, a list of values, or a list of structs."""
    if pa.types.is_list(kind):
        item = _feature(kind.value_type)
        return {"list": item.get("dtype", item.get("struct", item))}
    if pa.types.is_struct(kind):
        return {"struct": hub_features(pa.schema(list(kind.fields)))}
    return {"dtype": str(kind).replace("date32[day]", "date32")}


def write_hub_folder(
    folder: Path,
    readouts: Iterable[Readout],
    data_version: str,
    tables: Mapping[str, pa.Table] | None = None,
    content: str | None = None,
) -> None:
    """Write card, rights and one Parquet file a table into a folder, which is made.

    ``tables`` and ``content`` are the Hub's tables and the content hash, where they have been made already.
    """
    ordered = sorted(readouts, key=lambda r: r.id)
    tables = tables or {name: hub_table(name, ordered) for name in TABLES}
    infos = [_write_config(folder, name, table) for name, table in tables.items()]
    (folder / "README.md").write_bytes(
        card(ordered, data_version, infos, content or content_sha256(ordered)).encode("utf-8")
    )
    (folder / "LICENSE.md").write_bytes(f"# Rights\n\n{licence_table()}\n".encode())


def _write_config(folder: Path, name: str, table: pa.Table) -> dict[str, Any]:
    """Write one table as the only shard of its config; return what the card's metadata says of it."""
    path = folder / name / SHARD
    path.parent.mkdir(parents=True, exist_ok=True)
    write_parquet(path, table)
    return {
        "config_name": name,
        "features": hub_features(table.schema),
        "splits": [{"name": "train", "num_bytes": table.nbytes, "num_examples": table.num_rows}],
        "download_size": path.stat().st_size,
        "dataset_size": table.nbytes,
    }


def card(readouts: Sequence[Readout], data_version: str, infos: Sequence[dict[str, Any]], content: str) -> str:
    """Return the dataset's card: metadata for the Hub, then text for people, both made from the records."""
    template = Template((files(__package__) / "card.md").read_text(encoding="utf-8"))
    metadata = yaml.safe_dump(_metadata(readouts, infos), sort_keys=False, allow_unicode=True, width=120)
    return f"---\n{metadata}---\n\n{template.substitute(_facts(readouts, data_version, content))}"


def _metadata(readouts: Sequence[Readout], infos: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return the card's metadata in the order in which it is written.

    A table without rows is no config: the Hub's library fails to load one.
    """
    loadable = [info for info in infos if info["splits"][0]["num_examples"]]
    configs = [
        {
            "config_name": info["config_name"],
            **({"default": True} if info["config_name"] == DEFAULT_CONFIG else {}),
            "data_files": [{"split": "train", "path": f"{info['config_name']}/train-*.parquet"}],
        }
        for info in loadable
    ]
    return {
        "pretty_name": "Diplomatic readouts",
        "license": "other",
        "license_name": "annotations-cc-by-4.0-texts-their-publishers",
        "license_link": "LICENSE.md",
        "language": sorted({r.source.language for r in readouts}) or ["en"],
        "size_categories": [_size(sum(len(r.statements) for r in readouts))],
        "task_categories": ["text-classification", "token-classification"],
        "annotations_creators": ["machine-generated"],
        "language_creators": ["found"],
        "source_datasets": ["original"],
        "tags": ["diplomacy", "international-relations", "political-science", "attribution", "press-releases"],
        "configs": configs,
        "dataset_info": loadable,
    }


def _size(rows: int) -> str:
    """Return the Hub's size category of a number of rows."""
    return next((name for limit, name in _SIZES if rows < limit), "n>1M")


def _facts(readouts: Sequence[Readout], data_version: str, content: str) -> dict[str, str]:
    """Return what the template's placeholders stand for."""
    return {
        "data_version": data_version,
        "schema_version": SCHEMA_VERSION,
        "content_sha256": content,
        "coverage": _coverage(readouts),
        "kinds": _counted(r.kind for r in readouts),
        "publishers": _counted(r.publisher.country or "unknown" for r in readouts),
        "sources": _source_table(readouts),
        "tables": _table_list(readouts),
        "fields": "\n\n".join(_field_table(name) for name in TABLES),
        "licences": licence_table(),
        "default_config": DEFAULT_CONFIG,
    }


def _coverage(readouts: Sequence[Readout]) -> str:
    """Return how much there is and from when to when, in words."""
    days = sorted(d for r in readouts if (d := r.event.start or (r.published.date if r.published else None)))
    when = f", from {days[0]} to {days[-1]}" if days else ""
    said = sum(len(r.statements) for r in readouts)
    people = len({(p.name, p.country) for r in readouts for p in r.participants})
    return f"{len(readouts)} readouts{when}, with {said} statements; {people} people took part"


def _counted(values: Iterable[str]) -> str:
    """Return values with their counts, the most frequent first."""
    counts = sorted(Counter(values).items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{value} ({n})" for value, n in counts) or "none"


def _cell(text: str) -> str:
    """Return words that cannot break out of a cell of a Markdown table."""
    folded = " ".join(text.split())
    for mark in "\\|<>[]`*_":
        folded = folded.replace(mark, f"\\{mark}")
    return folded


def _source_table(readouts: Sequence[Readout]) -> str:
    """Return the pages read: a Markdown table of the first ones, and how many more there are."""
    lines = ["| Page | Title | Publisher | Event |", "| --- | --- | --- | --- |"]
    for r in sorted(readouts, key=lambda r: (r.source.name, r.id))[:_SHOWN]:
        title = r.title.text if r.title else "(no title)"
        who, when = r.publisher.country or "unknown", str(r.event.start or "none stated")
        lines.append("| " + " | ".join(_cell(text) for text in (r.source.name, title, who, when)) + " |")
    more = len(readouts) - _SHOWN
    return "\n".join(lines) + (f"\n\nAnd {more} more; the records name them all." if more > 0 else "")


def _table_list(readouts: Sequence[Readout]) -> str:
    """Return each table with its number of rows and what a row is, as a Markdown list."""
    counts = {name: table.count(readouts) for name, table in TABLES.items()}
    told = {name: f"{n} rows" if n else "no rows here, and so no config" for name, n in counts.items()}
    return "\n".join(f"- `{name}` ({told[name]}): {table.meaning}" for name, table in TABLES.items())


def _field_table(name: str) -> str:
    """Return a table's fields with their meaning, as Markdown."""
    rows = [f"| `{c.name}` | {_cell(c.description)} |" for c in TABLES[name].columns]
    return "\n".join([f"### {name}", "", "| Field | Meaning |", "| --- | --- |", *rows])
