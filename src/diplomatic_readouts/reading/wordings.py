"""Words that decide how a clause is read: a kind of lexicons/clause_words.toml in, one regular expression out."""

from __future__ import annotations

import re
from functools import cache

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.page_words import ClauseWord


def alternatives(kind: str) -> str:
    """Return the patterns of a kind as one group that captures nothing."""
    found = [entry.pattern for entry in read_lexicon("clause_words", ClauseWord) if entry.kind == kind]
    return f"(?:{'|'.join(found)})"


@cache
def wording(kind: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Return what finds the whole words of a kind.

    >>> wording("denial").search("The road is not a trap.").group()
    'is not a'
    """
    return re.compile(rf"\b{alternatives(kind)}(?!\w)", flags)
