"""Who takes part: the builder itself, what no reader of pages can do without, and other ways to read the same pages.

Each contestant is a function that gets ready for the pages of a folder (imports, patterns, a page to warm up) and
returns what is then timed: a function of the folder to write into, which returns in words what it has made. Whatever
reads pages reads them from disk within that time.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout, suppress
from dataclasses import dataclass
from functools import wraps
from pathlib import Path

from benchmarks import sentences, spacy_pipelines
from benchmarks.phrases import phrases

Run = Callable[[Path], str]


@dataclass(frozen=True)
class Contestant:
    """One way to read pages: its name, how it gets ready, and whether it keeps to one core."""

    name: str
    prepare: Callable[[Path], Run]
    one_core: bool = True

    @property
    def does(self) -> str:
        """Return what it does, in a line."""
        return " ".join((self.prepare.__doc__ or "").split()).rstrip(".")


def pages_of(folder: Path) -> list[Path]:
    """Return the pages of a folder, in order."""
    return sorted(folder.iterdir())


# ------------------------------------------------------------------------------------------------ the least one can do


def prepare_hash(folder: Path) -> Run:
    """Read each page and hash it."""

    def run(_: Path) -> str:
        digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in pages_of(folder)]
        return f"{len(digests):,} hashes"

    return run


def prepare_floor(folder: Path) -> Run:
    """Read and hash each page, find the phrases as whole words with Aho-Corasick, write what was found as Parquet."""
    import ahocorasick_rs
    import pyarrow as pa
    import pyarrow.parquet as pq

    wanted = phrases()
    automaton = ahocorasick_rs.AhoCorasick(
        [phrase.text for phrase in wanted], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
    )

    with tempfile.TemporaryFile() as warm:
        pq.write_table(pa.table([[1]], ["warm"]), warm)

    def spans_in(text: str) -> list[tuple[int, int, int]]:
        found = automaton.find_matches_as_indexes(text)
        return [f for f in found if not text[f[1] - 1 : f[1]].isalnum() and not text[f[2] : f[2] + 1].isalnum()]

    def run(out: Path) -> str:
        found: list[tuple[int, int, int]] = []
        places, names, digests = [], [], []
        for place, path in enumerate(pages_of(folder)):
            content = path.read_bytes()
            names.append(path.name)
            digests.append(hashlib.sha256(content).hexdigest())
            spans = spans_in(content.decode("utf-8"))
            places += [place] * len(spans)
            found += spans
        which, starts, ends = (pa.array(column, pa.int32()) for column in zip(*found, strict=True))
        of_page = (pa.DictionaryArray.from_arrays(pa.array(places, pa.int32()), values) for values in (names, digests))
        columns = [*of_page, starts, ends, pa.DictionaryArray.from_arrays(which, [phrase.label for phrase in wanted])]
        pq.write_table(pa.table(columns, ["page", "sha256", "start", "end", "label"]), out / "spans.parquet")
        return f"{len(found):,} spans"

    return run


# --------------------------------------------------------------------------------------------------------- the builder


def prepare_build(folder: Path) -> Run:
    """Build the dataset: records, the five promises checked, JSON Lines, six Parquet tables and all else."""
    from diplomatic_readouts.builder import build

    with tempfile.TemporaryDirectory() as out:
        build(pages_of(folder)[0], Path(out) / "warm")

    def run(out: Path) -> str:
        build(folder, out / "built")
        return _records_in(out / "built")

    return run


def prepare_command(folder: Path) -> Run:
    """The command, which uses all cores; its workers start within the time."""
    from diplomatic_readouts.cli import main

    def run(out: Path) -> str:
        with (out / "told.txt").open("w") as told, redirect_stdout(told), suppress(SystemExit):
            main(["build", str(folder), "--out", str(out / "built")])
        return _records_in(out / "built")

    return run


def _records_in(built: Path) -> str:
    """Return how many records a built folder has."""
    lines = sum(path.read_bytes().count(b"\n") for path in (built / "jsonl").glob("*.jsonl"))
    assert lines, "nothing was built"
    return f"{lines:,} records"


def prepare_parse(folder: Path) -> Run:
    """Parse only: each page to its record, nothing checked or written."""
    from diplomatic_readouts.parse import read_file

    read_file(pages_of(folder)[0])
    return lambda _: f"{len([read_file(path) for path in pages_of(folder)]):,} records"


def prepare_check(folder: Path) -> Run:
    """Check only: the five promises of records that were parsed before."""
    from diplomatic_readouts.check import check_readout
    from diplomatic_readouts.parse import read_file

    records = [read_file(path) for path in pages_of(folder)]

    def run(_: Path) -> str:
        for record in records:
            check_readout(record)
        return f"{len(records):,} checks"

    return run


# -------------------------------------------------------------------------------------------------------------- all


def reading(prepare: Callable[[], Callable[[Iterator[str], Path], str]]) -> Callable[[Path], Run]:
    """Return the contestant that reads the pages of a folder for one that takes texts and a folder to write into."""

    @wraps(prepare)
    def prepare_for(folder: Path) -> Run:
        run = prepare()
        return lambda out: run((path.read_text(encoding="utf-8") for path in pages_of(folder)), out)

    return prepare_for


OURS, FLOOR = "ours", "floor"

ALL = (
    Contestant("hash", prepare_hash),
    Contestant(FLOOR, prepare_floor),
    Contestant(OURS, prepare_build),
    Contestant("ours, all cores", prepare_command, one_core=False),
    Contestant("ours, parse", prepare_parse),
    Contestant("ours, check", prepare_check),
    *(Contestant(name, reading(prepare)) for name, prepare in spacy_pipelines.ALL.items()),
    *(Contestant(name, reading(prepare)) for name, prepare in sentences.ALL.items()),
)
