"""The dataset's Hub repository, byte for byte: six configs' files and facts in; card, datasheet and rights out.

The card's metadata is written with PyYAML in a fixed order, since the Hub's own library is an extra; tests read it back
with that library.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import yaml

from diplomatic_readouts.tables import TABLES
from diplomatic_readouts.writing.about import About
from diplomatic_readouts.writing.arrow import hub_schema
from diplomatic_readouts.writing.card import DEFAULT_CONFIG, card_text, datasheet
from diplomatic_readouts.writing.licences import licence_table
from diplomatic_readouts.writing.parts import Facts
from diplomatic_readouts.writing.release import Edition

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


def write_card(folder: Path, facts: Facts, edition: Edition) -> None:
    """Write card, datasheet and rights into a folder in which each table has its files already."""
    metadata = _metadata(facts, edition.about, [_info(folder, name, facts) for name in TABLES])
    told = yaml.safe_dump(metadata, sort_keys=False, allow_unicode=True, width=120)
    texts = {
        "README.md": f"---\n{told}---\n\n{card_text(facts, edition)}",
        "DATASHEET.md": datasheet(facts, edition),
        "LICENSE.md": f"# Rights\n\n{licence_table()}\n",
    }
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode("utf-8"))


def _info(folder: Path, name: str, facts: Facts) -> dict[str, Any]:
    """Return what the card's metadata says of a table."""
    return {
        "config_name": name,
        "features": hub_features(hub_schema(name)),
        "splits": [{"name": "train", "num_bytes": facts.nbytes[name], "num_examples": facts.counts[name]}],
        "download_size": sum(path.stat().st_size for path in (folder / name).glob("train-*.parquet")),
        "dataset_size": facts.nbytes[name],
    }


def _metadata(facts: Facts, told: About, infos: Sequence[dict[str, Any]]) -> dict[str, Any]:
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
        "pretty_name": told.title,
        "license": "other",
        "license_name": "annotations-cc-by-4.0-texts-their-publishers",
        "license_link": "LICENSE.md",
        "language": sorted(facts.languages) or ["en"],
        "size_categories": [_size(facts.counts["statements"])],
        "task_categories": ["text-classification", "token-classification"],
        "annotations_creators": ["machine-generated"],
        "language_creators": ["found"],
        "source_datasets": ["original"],
        "tags": [keyword.replace(" ", "-") for keyword in told.keywords],
        "configs": configs,
        "dataset_info": loadable,
    }


def _size(rows: int) -> str:
    """Return the Hub's size category of a number of rows."""
    return next((name for limit, name in _SIZES if rows < limit), "n>1M")
