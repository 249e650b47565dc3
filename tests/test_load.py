"""Loading: the packaged dataset or another built folder, as models and as Arrow tables, and what that costs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from diplomatic_readouts import load
from diplomatic_readouts.errors import DamagedOutput, UsageError
from diplomatic_readouts.load import data_folder, load_readouts, load_table
from diplomatic_readouts.tables import TABLES, read_rows
from diplomatic_readouts.writing.arrow import table_schema
from diplomatic_readouts.writing.dataset import write_dataset
from sample import make_readouts

READOUTS = tuple(sorted(make_readouts(5), key=lambda r: r.id))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a built folder of five records."""
    folder = tmp_path_factory.mktemp("dist")
    write_dataset(folder, READOUTS, "1.0.0")
    return folder


def test_records_come_back_as_models(built: Path) -> None:
    """Sorted by id, equal to what was written."""
    assert load_readouts(built) == load_readouts(str(built)) == READOUTS


@pytest.mark.parametrize("name", TABLES)
def test_tables_come_back_as_arrow(name: str, built: Path) -> None:
    """With the rows and the schema of the records."""
    table = load_table(name, built)
    assert table.to_pylist() == read_rows(name, READOUTS)
    assert table.schema.equals(table_schema(name), check_metadata=True)


def test_an_unknown_table_is_refused_with_the_names_there_are(built: Path) -> None:
    """The error lists the tables."""
    with pytest.raises(UsageError, match="The tables are readouts, participants"):
        load_table("people", built)


def test_a_folder_without_a_dataset_is_refused(tmp_path: Path) -> None:
    """Also one that is not there."""
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(UsageError, match="there is no"):
            load_readouts(folder)
        with pytest.raises(UsageError, match="there is no"):
            load_table("readouts", folder)


def test_an_installation_without_data_says_how_to_make_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a checkout that was never built."""
    monkeypatch.setattr(load, "_PACKAGE", tmp_path / "package")
    monkeypatch.setattr(load, "_CHECKOUT", tmp_path)
    with pytest.raises(UsageError, match="run `make build`"):
        load_readouts()


def test_an_installed_package_reads_its_own_data(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``_data`` inside the package comes before any checkout."""
    (tmp_path / "_data").symlink_to(built)
    monkeypatch.setattr(load, "_PACKAGE", tmp_path)
    assert data_folder() == tmp_path / "_data"
    assert load_readouts() == READOUTS


def test_a_checkout_reads_its_dist(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editable installation has no data of its own."""
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "dist").symlink_to(built)
    monkeypatch.setattr(load, "_PACKAGE", tmp_path / "package")
    monkeypatch.setattr(load, "_CHECKOUT", tmp_path)
    assert load_readouts() == READOUTS


def test_a_damaged_record_is_named(tmp_path: Path) -> None:
    """File, line and field."""
    write_dataset(tmp_path, READOUTS, "1.0.0")
    path = tmp_path / "jsonl" / "readouts.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace('"kind":"meeting"', '"kind":1', 1), encoding="utf-8")
    with pytest.raises(DamagedOutput, match=r"readouts\.jsonl, line 1: kind"):
        load_readouts(tmp_path)


COLD = """
import sys, time
from diplomatic_readouts.load import load_readouts
assert len(load_readouts(sys.argv[1])) == 5
print(time.process_time())
assert not {"pyarrow", "datasets", "jsonschema", "ahocorasick_rs"} & sys.modules.keys()
"""


def test_five_records_load_in_half_a_second_without_arrow(built: Path) -> None:
    """The best of three cold starts, interpreter and all, in the processor's time: what else the machine does is no matter."""
    command = [sys.executable, "-c", COLD, str(built)]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(3)]
    assert min(float(seconds) for seconds in runs) < 0.5
