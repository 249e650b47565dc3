"""The folder that is the dataset's Hub repository, byte for byte: six configs' files and facts in; card and rights out.

The card's metadata is written with PyYAML in a fixed order, since the Hub's own library is an extra; tests read it back
with that library.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

import pyarrow as pa
import yaml

from diplomatic_readouts.records import SCHEMA_VERSION
from diplomatic_readouts.tables import TABLES
from diplomatic_readouts.writing.arrow import hub_schema
from diplomatic_readouts.writing.licences import licence_table
from diplomatic_readouts.writing.parts import Facts

DEFAULT_CONFIG = "statements"
"""What one gets with no config named: it alone answers who said what, when and in whose account, with no join."""
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))


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


def write_card(folder: Path, facts: Facts, data_version: str, content_sha256: str) -> None:
    """Write card and rights into a folder in which each table has its files already."""
    infos = [_info(folder, name, facts) for name in TABLES]
    (folder / "README.md").write_bytes(card(facts, data_version, content_sha256, infos).encode("utf-8"))
    (folder / "LICENSE.md").write_bytes(f"# Rights\n\n{licence_table()}\n".encode())


def _info(folder: Path, name: str, facts: Facts) -> dict[str, Any]:
    """Return what the card's metadata says of a table."""
    return {
        "config_name": name,
        "features": hub_features(hub_schema(name)),
        "splits": [{"name": "train", "num_bytes": facts.nbytes[name], "num_examples": facts.counts[name]}],
        "download_size": sum(path.stat().st_size for path in (folder / name).glob("train-*.parquet")),
        "dataset_size": facts.nbytes[name],
    }


def card(facts: Facts, data_version: str, content_sha256: str, infos: Sequence[dict[str, Any]]) -> str:
    """Return the dataset's card: metadata for the Hub, then text for people, both made from the records."""
    template = Template((files(__package__) / "card.md").read_text(encoding="utf-8"))
    metadata = yaml.safe_dump(_metadata(facts, infos), sort_keys=False, allow_unicode=True, width=120)
    return f"---\n{metadata}---\n\n{template.substitute(_words(facts, data_version, content_sha256))}"


def _metadata(facts: Facts, infos: Sequence[dict[str, Any]]) -> dict[str, Any]:
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
        "language": sorted(facts.languages) or ["en"],
        "size_categories": [_size(facts.counts["statements"])],
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


def _words(facts: Facts, data_version: str, content_sha256: str) -> dict[str, str]:
    """Return what the template's placeholders stand for."""
    return {
        "data_version": data_version,
        "schema_version": SCHEMA_VERSION,
        "content_sha256": content_sha256,
        "coverage": _coverage(facts),
        "kinds": _counted(facts.kinds),
        "publishers": _counted(facts.publishers),
        "sources": _source_table(facts),
        "tables": _table_list(facts),
        "fields": "\n\n".join(_field_table(name) for name in TABLES),
        "licences": licence_table(),
        "default_config": DEFAULT_CONFIG,
    }


def _coverage(facts: Facts) -> str:
    """Return how much there is and from when to when, in words."""
    when = f", from {min(facts.days)} to {max(facts.days)}" if facts.days else ""
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


def _field_table(name: str) -> str:
    """Return a table's fields with their meaning, as Markdown."""
    rows = [f"| `{c.name}` | {_cell(c.description)} |" for c in TABLES[name].columns]
    return "\n".join([f"### {name}", "", "| Field | Meaning |", "| --- | --- |", *rows])
