"""The vocabularies in; out, a page with each label's meaning and a sentence that gets it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import ActEntry, FormulaEntry, TopicEntry
from diplomatic_readouts.records.vocabulary import VOCABULARIES
from markdown_table import in_code, table

MEANINGS = Path(__file__).with_name("vocabulary.toml")
LEXICONS = {"acts": ActEntry, "topics": TopicEntry, "formulas": FormulaEntry}
INTRODUCTION = """# The vocabulary

Every label that the record can hold, with its meaning and an example that gets it. The examples are composed; the names
in them are invented. Where a sentence gets its label only after another one, that stands before it in italics. The
[guidelines of annotation](guidelines.md) settle the doubtful cases.
"""


@dataclass(frozen=True)
class Label:
    """A label with its meaning and an example, the words before that in its page, and the page."""

    name: str
    meaning: str
    example: str | None
    before: str
    frame: str

    @property
    def page(self) -> str:
        """Return the whole page in which the example gets its label."""
        return self.frame.replace("{example}", f"{self.before} {self.example}".strip(" "))


@dataclass(frozen=True)
class Vocabulary:
    """A closed list of labels: its heading, the field that holds it, and the labels in their order."""

    name: str
    title: str
    field: str
    labels: tuple[Label, ...]


@cache
def read_vocabularies() -> tuple[Vocabulary, ...]:
    """Return every vocabulary with its labels; KeyError where one has no meaning."""
    told = tomllib.loads(MEANINGS.read_text(encoding="utf-8"))
    return tuple(_vocabulary(name, told[name], told["pages"]) for name in told if name != "pages")


def _vocabulary(name: str, told: dict[str, Any], pages: dict[str, str]) -> Vocabulary:
    examples = _lexicon_examples(told["lexicon"]) if "lexicon" in told else {}
    labels = (
        Label(
            name=label,
            meaning=told["labels"][label]["meaning"],
            example=told["labels"][label].get("example", examples.get(label)),
            before=told["labels"][label].get("before", ""),
            frame=told["labels"][label].get("page", pages[told["page"]]),
        )
        for label in VOCABULARIES[name]
    )
    return Vocabulary(name, told["title"], told["field"], tuple(labels))


def _lexicon_examples(name: str) -> dict[str, str]:
    """Return the first example that a lexicon has of each label."""
    found: dict[str, str] = {}
    for entry in read_lexicon(name, LEXICONS[name]):
        found.setdefault(entry.id, entry.example)
    return found


def vocabulary_page() -> str:
    """Return the page on the vocabulary."""
    return "\n".join([INTRODUCTION, *map(_section, read_vocabularies())])


def _section(vocabulary: Vocabulary) -> str:
    rows = [(in_code(label.name), label.meaning, _shown(label)) for label in vocabulary.labels]
    head = ("Label", "Meaning", "Example")
    return f"## {vocabulary.title} {{ #{vocabulary.name} }}\n\n{vocabulary.field}\n\n{table(head, rows)}\n"


def _shown(label: Label) -> str:
    """Return an example as the page shows it: words before it in italics, white space in words."""
    if label.example is None:
        return ""
    example = label.example if label.example.strip() else in_code(repr(label.example)[1:-1])
    return f"*{label.before}* {example}".removeprefix("** ")
