"""Words that decide how a clause is read, each found where it should be and nowhere else."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import FormulaEntry, TopicEntry
from diplomatic_readouts.lexicons.page_words import ClauseWord, EventWord, PageWord
from diplomatic_readouts.reading.wordings import alternatives, any_case, wording

WORDS = read_lexicon("clause_words", ClauseWord)
CASE = dict.fromkeys(("head", "people_of", "both", "pronoun", "matter"), re.IGNORECASE)
PATTERNS = [
    (entry, pattern, words)
    for entry in (*read_lexicon("formulas", FormulaEntry), *read_lexicon("topics", TopicEntry))
    for pattern, words in zip(entry.patterns, entry.matches, strict=True)
]


@pytest.mark.parametrize("entry", WORDS, ids=lambda e: f"{e.kind}: {e.example}")
def test_clause_words_are_found_in_their_example(entry: ClauseWord) -> None:
    assert re.search(rf"\b(?:{entry.pattern})(?!\w)", entry.example, CASE.get(entry.kind, re.NOFLAG))


@pytest.mark.parametrize("entry", WORDS, ids=lambda e: f"{e.kind}: {e.counterexample}")
def test_no_clause_word_of_the_kind_is_found_in_the_counterexample(entry: ClauseWord) -> None:
    assert entry.counterexample is not None
    assert not re.search(rf"\b(?:{entry.pattern})(?!\w)", entry.counterexample, CASE.get(entry.kind, re.NOFLAG))


KINDS = [get_args(entry.model_fields["kind"].annotation) for entry in (ClauseWord, EventWord, PageWord)]


@pytest.mark.parametrize("kind", [kind for kinds in KINDS for kind in kinds])
def test_every_kind_has_words(kind: str) -> None:
    assert alternatives(kind)


def test_no_kind_belongs_to_two_lexicons() -> None:
    kinds = [kind for kinds in KINDS for kind in kinds]
    assert sorted(kind for kind in set(kinds) if kinds.count(kind) > 1) == []


@pytest.mark.parametrize(("entry", "pattern", "words"), PATTERNS, ids=lambda v: v[:50] if isinstance(v, str) else v.id)
def test_every_pattern_matches_the_words_beside_it(entry: FormulaEntry | TopicEntry, pattern: str, words: str) -> None:
    assert re.search(pattern, words, re.IGNORECASE)
    assert not entry.hints or any(hint in f"{words} ".lower() for hint in entry.hints)


def test_words_of_a_kind_are_found_as_whole_words() -> None:
    assert wording("credit").search("China thanks Peru.")
    assert not wording("state").search("This island")


def test_words_are_found_in_any_case_where_they_are_asked_for_so() -> None:
    assert any_case("gathering").search("THE PORT FORUM")
    assert not wording("gathering").search("THE PORT FORUM")
