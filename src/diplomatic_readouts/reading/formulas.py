"""The fixed expressions of a sentence: a Said in, Formulas out, each with its place and who is said to hold it.

One formula per id and holder: of the same words twice in a sentence, held by the same side, the first is kept.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import FormulaEntry
from diplomatic_readouts.reading.attribution import Said, Scene
from diplomatic_readouts.reading.clauses import Clauses, read_clauses
from diplomatic_readouts.reading.hinted import HintedPatterns
from diplomatic_readouts.reading.holders import find_holder
from diplomatic_readouts.reading.phrases import Phrases
from diplomatic_readouts.records import Formula


class _Found(NamedTuple):
    start: int
    end: int
    entry: FormulaEntry


@cache
def _forms() -> Phrases[FormulaEntry]:
    return Phrases((form, entry) for entry in read_lexicon("formulas", FormulaEntry) for form in entry.forms)


@cache
def _patterns() -> HintedPatterns[FormulaEntry]:
    return HintedPatterns(read_lexicon("formulas", FormulaEntry))


def find_formulas(said: Said, scene: Scene, clauses: Clauses | None = None) -> tuple[Formula, ...]:
    """Return the sentence's formulas in order; spans are in the readout's text."""
    clauses = clauses or read_clauses(said, scene)
    formulas: dict[tuple[str, str | None], Formula] = {}
    for start, end, entry in _merged(_wordings(clauses)):
        holder = find_holder(entry, start, end, clauses, said, scene)
        text = said.sentence.text[start:end]
        formulas.setdefault(
            (entry.id, holder),
            Formula(
                start=said.sentence.start + start,
                end=said.sentence.start + end,
                text=text,
                id=entry.id,
                holder=holder,
                tier=text if entry.id == "partnership" else None,
            ),
        )
    return tuple(formulas.values())


def _wordings(clauses: Clauses) -> list[_Found]:
    """Return every place where words of a formula stand."""
    found = [_Found(*match) for match in _forms().find_all(clauses.folded)]
    found += [_Found(*match) for match in _patterns().find_all(clauses.text, clauses.folded)]
    return found


def _merged(found: list[_Found]) -> list[_Found]:
    """Return the places in order, those of one formula that overlap as one."""
    merged: list[_Found] = []
    last: dict[str, int] = {}
    for place in sorted(found, key=lambda f: (f.start, -f.end, f.entry.id)):
        i = last.get(place.entry.id)
        if i is not None and place.start < merged[i].end:
            merged[i] = _Found(merged[i].start, max(merged[i].end, place.end), place.entry)
        else:
            last[place.entry.id] = len(merged)
            merged.append(place)
    return merged
