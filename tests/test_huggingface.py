"""The Hub's folder: its card is one that the Hub's own library reads, and every config loads with no network."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from diplomatic_readouts.records import Given, Readout
from diplomatic_readouts.tables import TABLES, read_rows
from diplomatic_readouts.writing.arrow import hub_schema
from diplomatic_readouts.writing.card import DEFAULT_CONFIG
from diplomatic_readouts.writing.dataset import write_dataset
from diplomatic_readouts.writing.huggingface import hub_features
from diplomatic_readouts.writing.licences import LICENCES
from sample import PAGE, TITLE, edited, make_readout, make_readouts

READOUTS = make_readouts(3)


def write(folder: Path, readouts: tuple[Readout, ...] = READOUTS) -> Path:
    write_dataset(folder, readouts, "1.0.0")
    return folder / "hf"


def split_card(folder: Path) -> tuple[dict[str, Any], str]:
    """Return the metadata and the text of a card."""
    _, metadata, text = (folder / "README.md").read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(metadata), text


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Hub's folder of three records."""
    return write(tmp_path_factory.mktemp("hub"))


def test_there_is_a_config_a_table_and_one_default(hub: Path) -> None:
    """The default answers who said what in whose account with no join."""
    metadata, _ = split_card(hub)
    assert [c["config_name"] for c in metadata["configs"]] == list(TABLES)
    assert [c["config_name"] for c in metadata["configs"] if c.get("default")] == [DEFAULT_CONFIG] == ["statements"]
    assert metadata["configs"][0]["data_files"] == [{"split": "train", "path": "readouts/train-*.parquet"}]


def test_the_number_of_examples_is_exact(hub: Path) -> None:
    """A wrong one would keep the config from loading."""
    metadata, _ = split_card(hub)
    for info in metadata["dataset_info"]:
        assert info["splits"][0]["num_examples"] == len(read_rows(info["config_name"], READOUTS))


def test_the_text_is_rendered_from_the_records(hub: Path) -> None:
    """Counts, publishers, pages and every field are in it, and no placeholder is left."""
    _, text = split_card(hub)
    assert "3 readouts, from 2024-05-02 to 2024-05-02, with 15 statements; 2 people took part" in text
    assert "Publishers: CHN (3)" in text
    assert f"| 002.txt | {TITLE} | CHN | 2024-05-02 |" in text
    assert all(f"| `{column.name}` |" in text for table in TABLES.values() for column in table.columns)
    assert "$" not in text


def test_the_rights_are_told_apart(hub: Path) -> None:
    """Texts, annotations and code, in the card and beside it."""
    _, text = split_card(hub)
    for licence in LICENCES:
        assert licence.terms in text
        assert licence.terms in (hub / "LICENSE.md").read_text(encoding="utf-8")


def test_a_title_cannot_break_the_card(tmp_path: Path) -> None:
    """Bars, tags and line breaks of a headline stay inside its cell."""
    title = Given(start=None, end=None, text="A | B\n<script> [x](y) `z` $coverage")
    _, text = split_card(write(tmp_path, (edited(make_readout(), title=title),)))
    assert r"| 001.txt | A \| B \<script\> \[x\](y) \`z\` $coverage | CHN |" in text


def test_more_pages_than_the_card_shows_are_counted(tmp_path: Path) -> None:
    """Twelve are listed, the others counted."""
    _, text = split_card(write(tmp_path, make_readouts(14)))
    assert "| 012.txt |" in text
    assert "| 013.txt |" not in text
    assert "And 2 more" in text


def test_the_hubs_library_reads_the_card_and_would_write_the_same_metadata(hub: Path) -> None:
    """Nothing is in the metadata that the library does not know how to keep."""
    cards = pytest.importorskip("huggingface_hub")
    card = cards.DatasetCard.load(hub / "README.md")
    assert card.data.to_dict() == split_card(hub)[0]
    assert card.data.license == "other"


@pytest.mark.slow
@pytest.mark.parametrize("name", TABLES)
def test_features_are_spelt_as_the_hub_spells_them(name: str) -> None:
    """The YAML made here is what the library would make of the same Arrow schema."""
    datasets = pytest.importorskip("datasets")
    expected = datasets.Features.from_arrow_schema(hub_schema(name))._to_yaml_list()
    assert hub_features(hub_schema(name)) == expected


@pytest.mark.slow
@pytest.mark.parametrize("name", [None, *TABLES])
def test_every_config_loads_offline_with_the_rows_of_the_records(name: str | None, hub: Path, tmp_path: Path) -> None:
    """With no config named, the default one."""
    datasets = pytest.importorskip("datasets")
    loaded = datasets.load_dataset(str(hub), name, split="train", cache_dir=str(tmp_path / "cache"))
    table = name or DEFAULT_CONFIG
    assert loaded.to_list() == read_rows(table, sorted(READOUTS, key=lambda r: r.id))
    assert loaded.features._to_yaml_list() == hub_features(hub_schema(table))


@pytest.mark.slow
def test_a_table_without_rows_is_no_config(tmp_path: Path) -> None:
    """The library fails on a config with no rows, so that the card lists none; the others load."""
    datasets = pytest.importorskip("datasets")
    readout = make_readout(PAGE)
    bare = tuple(s.model_copy(update={"pledges": ()}) for s in readout.statements)
    hub = write(tmp_path / "hub", (edited(readout, statements=bare),))
    assert "pledges" not in [c["config_name"] for c in split_card(hub)[0]["configs"]]
    assert "- `pledges` (no rows here, and so no config)" in split_card(hub)[1]
    loaded = datasets.load_dataset(str(hub), "formulas", split="train", cache_dir=str(tmp_path / "cache"))
    assert loaded.num_rows == 1
