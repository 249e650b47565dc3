"""Words that decide how a clause, an act or a page is read: a kind in, one regular expression out.

The kinds are those of lexicons/clause_words.toml, event_words.toml and page_words.toml; no two of these share one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.page_words import ClauseWord, EventWord, PageWord
from diplomatic_readouts.reading.gated import GatedPattern


@cache
def _patterns() -> Mapping[str, list[str]]:
    """Return the patterns of each kind, in the order of their lexicon."""
    found: dict[str, list[str]] = {}
    for entry in (
        *read_lexicon("clause_words", ClauseWord),
        *read_lexicon("event_words", EventWord),
        *read_lexicon("page_words", PageWord),
    ):
        found.setdefault(entry.kind, []).append(entry.pattern)
    return found


def alternatives(kind: str) -> str:
    """Return the patterns of a kind as one group that captures nothing; KeyError where no entry is of the kind."""
    return f"(?:{'|'.join(_patterns()[kind])})"


@cache
def wording(kind: str) -> re.Pattern[str]:
    """Return what finds the whole words of a kind, their letters as they stand.

    >>> wording("denial").search("The road is not a trap.").group()
    'is not a'
    """
    return re.compile(_whole(kind))


@cache
def rare(kind: str) -> GatedPattern:
    """Return `wording` of a kind that most sentences cannot hold: it is looked for only in those that can."""
    return GatedPattern(wording(kind))


@cache
def any_case(kind: str) -> re.Pattern[str]:
    """Return what finds the whole words of a kind in any case.

    >>> any_case("trip").search("Minister Lin's TRIP TO Peru").group()
    'TRIP TO Peru'
    """
    return re.compile(_whole(kind), re.IGNORECASE)


def _whole(kind: str) -> str:
    return rf"\b{alternatives(kind)}(?!\w)"
