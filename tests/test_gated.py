"""Patterns tried only where they can match: what is kept back matches nothing."""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path

import pytest

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import FormulaEntry, InstrumentEntry, TopicEntry
from diplomatic_readouts.lexicons.page_words import Encounter, SubjectWord
from diplomatic_readouts.reading.gated import EDGE, Gated, GatedAlternatives, demands, small
from diplomatic_readouts.reading.page import _with_blanks


@cache
def lexicon_patterns() -> dict[str, tuple[str, ...]]:
    """Return the patterns of every lexicon that is read through a gate."""
    return {
        "encounters": tuple(e.pattern for e in read_lexicon("encounters", Encounter)),
        "topics": tuple(p for e in read_lexicon("topics", TopicEntry) for p in e.patterns),
        "formulas": tuple(p for e in read_lexicon("formulas", FormulaEntry) for p in e.patterns),
        "instruments": tuple(p for e in read_lexicon("instruments", InstrumentEntry) for p in e.patterns),
        "joint": tuple(
            rf"\b(?:{e.pattern})\b" for e in read_lexicon("subject_words", SubjectWord) if e.kind == "joint"
        ),
    }


@cache
def texts() -> tuple[str, ...]:
    """Return the examples of these lexicons and the lines of the packaged pages, also in odd letters."""
    entries = (
        *read_lexicon("encounters", Encounter),
        *read_lexicon("topics", TopicEntry),
        *read_lexicon("formulas", FormulaEntry),
        *read_lexicon("instruments", InstrumentEntry),
        *read_lexicon("subject_words", SubjectWord),
    )
    plain = [e.example for e in entries]
    plain += [words for e in entries for words in getattr(e, "matches", ())]
    plain += [
        line
        for path in sorted(Path("seeds").glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    odd = str.maketrans({"i": "İ", "s": "ſ", "k": "\u212a"})
    return tuple(dict.fromkeys(t for p in plain for t in (p, p.upper(), p.translate(odd), p.replace(" ", "\u00a0"))))


@pytest.mark.parametrize("lexicon", lexicon_patterns())
def test_a_gate_keeps_back_no_pattern_that_matches(lexicon: str) -> None:
    """Every pattern that matches anywhere in a text is among those that the gate lets through."""
    patterns = [(re.compile(p, re.IGNORECASE), n) for n, p in enumerate(lexicon_patterns()[lexicon])]
    gate = Gated((p.pattern, n) for p, n in patterns)
    for text in texts():
        live = [n for _, n in gate.live(text)]
        assert live == sorted(live)
        assert {n for p, n in patterns if p.search(text)} <= set(live), text


@pytest.mark.parametrize("lexicon", lexicon_patterns())
def test_nearly_every_pattern_demands_something(lexicon: str) -> None:
    """A gate would be of no use to patterns of which no word is sure."""
    without = [p for p in lexicon_patterns()[lexicon] if not demands(p, re.IGNORECASE)]
    assert len(without) <= len(lexicon_patterns()[lexicon]) // 4, without


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("met", [["met"]]),
        (r"\bmet\b", [[f"{EDGE}met{EDGE}"]]),
        ("(?:tele)?phoned", [["phoned"]]),
        ("met(?! the press)", [["met"]]),
        ("hosted (?=dinner)", [["hosted "], ["dinner"]]),
        ("(?:met|held .* with)", [["held ", "met"], [" with", "met"]]),
        ("(?:met .*with|saw .*from)", [["from", "met "], ["from", "with"]]),
        ("visits?", [["visit"]]),
        ("(?:visit ){2,3}", [["visit "]]),
        (r"(?:visit )*\w+", []),
        ("organi[sz]ed", [["organised", "organized"]]),
        ("caf[eé] talks", [[" talks"], ["caf"]]),
        ("a|met", []),
    ],
)
def test_demands_are_the_words_that_a_match_holds(pattern: str, expected: list[list[str]]) -> None:
    """Options and what is looked ahead to are read as a pattern reads them; short words are not asked for."""
    assert sorted(sorted(words) for words in demands(pattern)) == sorted(expected)


def test_letters_are_as_small_as_any_case_takes_them() -> None:
    """Each letter that the pattern of a plain letter matches in any case is that letter once it is small."""
    letters = "".join(map(chr, range(sys.maxunicode + 1)))
    for plain in "abcdefghijklmnopqrstuvwxyz":
        like = re.findall(plain, letters, re.IGNORECASE)
        assert {small(c) for c in like} == {plain}


def test_a_page_has_no_white_space_but_blanks() -> None:
    """What the body is matched against has a blank for each white space that a pattern knows."""
    letters = "".join(map(chr, range(sys.maxunicode + 1)))
    assert _with_blanks(letters) == re.sub(r"\s", " ", letters)


def test_words_keep_their_edges_when_small() -> None:
    """What is part of a word stays one letter of it."""
    for character in map(chr, range(sys.maxunicode + 1)):
        assert len(small(character)) == 1
        assert bool(re.match(r"\w", character)) == bool(re.match(r"\w", small(character)))


@pytest.mark.parametrize("text", ["the two sides met", "both sides, all", "both, the two", "nobody", ""])
def test_alternatives_match_as_one_pattern(text: str) -> None:
    """Leaving out alternatives that cannot match changes no match, nor which alternative takes it."""
    alternatives = ("(?:the )?two(?: sides)?", "both|all", "both sides")
    whole = re.compile(rf"\b(?:{'|'.join(f'(?:{a})' for a in alternatives)})(?=\s|,|$)", re.IGNORECASE)
    found = GatedAlternatives(alternatives, r"\b", r"(?=\s|,|$)").finditer(text)
    assert [m.span() for m in found] == [m.span() for m in whole.finditer(text)]
