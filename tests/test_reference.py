"""The reference of the documentation leaves nothing out, and its examples get the labels that they stand beside."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import diplomatic_readouts
from diplomatic_readouts import build, charts, load_readouts, questions
from diplomatic_readouts.parse import parse_readout
from diplomatic_readouts.records import Record
from diplomatic_readouts.records.vocabulary import VOCABULARIES
from diplomatic_readouts.tables import split_optional
from record_page import MODELS, null_meanings
from short_pages import short_page
from vocabulary_page import Label, read_vocabularies

ROOT = Path(__file__).resolve().parents[1]
PYTHON_PAGE = ROOT / "docs" / "reference" / "api.md"
LABELS = [(v.name, label) for v in read_vocabularies() for label in v.labels if label.example]
SAID_IN_FILES = "source_format"
"""The vocabulary whose examples are names of files."""


def labels_of(vocabulary: str, label: Label) -> set[str]:
    """Return what the reader says, in terms of a vocabulary, of a label's example in its page."""
    readout, example = parse_readout(label.page, "page.txt"), label.example or ""
    start = label.page.index(example)
    end = start + len(example)
    said = [s for s in readout.statements if start <= s.start and s.end <= end]
    people = [p for p in readout.participants if any(start <= m.start and m.end <= end for m in p.mentions)]
    found: dict[str, list[str]] = {
        "kind": [readout.kind],
        "layout": [readout.source.layout],
        "publisher_basis": [readout.publisher.basis],
        "role": [p.role for p in people],
        "segment_kind": [s.kind for s in readout.segments if s.start <= start and end <= s.end],
        "basis": [s.basis for s in said],
        "act": [act for s in said for act in s.acts],
        "topic": [topic for s in said for topic in s.topics],
        "formula": [f.id for s in said for f in s.formulas],
        "mention_kind": [m.kind for s in said for m in s.mentions],
        "instrument": [p.instrument for s in said for p in s.pledges],
        "pledge_status": [p.status for s in said for p in s.pledges],
    }
    return set(found[vocabulary])


@pytest.mark.parametrize(
    ("vocabulary", "label"),
    [(name, label) for name, label in LABELS if name != SAID_IN_FILES],
    ids=[f"{name}-{label.name}" for name, label in LABELS if name != SAID_IN_FILES],
)
def test_the_example_of_a_label_gets_that_label(vocabulary: str, label: Label) -> None:
    """The sentence beside a label, in a composed page, is read so."""
    assert label.name in labels_of(vocabulary, label)


def put_source(path: Path, text: str) -> None:
    """Write a page as a file of the form that the file's name says."""
    if path.suffix == ".jsonl":
        path.write_text(json.dumps({"name": "line", "text": text}), encoding="utf-8")
    elif path.suffix == ".parquet":
        pq.write_table(pa.table({"name": ["row"], "text": [text]}), path)
    elif path.suffix == ".html":
        title, *paragraphs = text.strip().split("\n\n")
        body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        path.write_text(f"<html><body><article><h1>{title}</h1>{body}</article></body></html>", encoding="utf-8")
    else:
        path.write_text(text, encoding="utf-8")


def test_the_files_named_as_formats_get_these_formats(tmp_path: Path) -> None:
    """A source of each form is read as what the vocabulary says of a file of that name."""
    named = {tmp_path / str(label.example): label.name for name, label in LABELS if name == SAID_IN_FILES}
    for number, path in enumerate(named):
        put_source(path, short_page(number))
    build([*named], tmp_path / "built", workers=1)
    assert {readout.source.format for readout in load_readouts(tmp_path / "built")} == set(named.values())


def test_every_label_has_a_meaning_and_an_example() -> None:
    """The page on the vocabulary leaves nothing out."""
    assert {v.name: tuple(label.name for label in v.labels) for v in read_vocabularies()} == VOCABULARIES
    assert not [(v.name, label.name) for v in read_vocabularies() for label in v.labels if not label.example]


@pytest.mark.parametrize("model", MODELS, ids=[m.__name__ for m in MODELS])
def test_what_null_means_is_said_where_it_can_stand(model: type[Record]) -> None:
    """Every field that may be null, and no other, says what that means."""
    nullable = {name for name, field in model.model_fields.items() if split_optional(field.annotation)[1]}
    assert nullable == set(null_meanings().get(model.__name__, {}))


@pytest.mark.parametrize("module", [diplomatic_readouts, questions, charts], ids=lambda module: module.__name__)
def test_every_public_name_is_in_the_reference(module: Any) -> None:
    """What one may import is explained, a model on the page on the record."""
    told = PYTHON_PAGE.read_text(encoding="utf-8")
    named = set(re.findall(r"^::: .*\.(\w+)$", told, re.MULTILINE)) | {m.__name__ for m in MODELS}
    assert set(module.__all__) - named == TOLD_IN_WORDS & set(module.__all__)
    assert all(f"`{name}`" in told for name in TOLD_IN_WORDS)


TOLD_IN_WORDS = {"CHARTS", "SCHEMA_VERSION"}
"""What is no function or class, so that a sentence of the page says what it is."""


def test_every_model_is_in_the_reference() -> None:
    """The page on the record has each model that can be imported."""
    public = {getattr(diplomatic_readouts, name) for name in diplomatic_readouts.__all__}
    assert {x for x in public if isinstance(x, type) and issubclass(x, Record)} == set(MODELS)
