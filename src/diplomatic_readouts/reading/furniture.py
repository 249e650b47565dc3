"""A line of a page in; the furniture that its words alone make it out: a breadcrumb, a masthead, a footer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.page_words import Boilerplate

_CLOSING = "".join(c for c in map(chr, range(0x3001)) if c.isspace()) + "\"'”’»)]<>*"
"""What may stand behind the end of a sentence in its line: all white space, quotes and brackets."""


_MANY_CASES = re.compile("[ıſİ]")  # letters that match i or s in any case, but are neither in small letters


@cache
def _furniture() -> tuple[tuple[re.Pattern[str], Boilerplate], ...]:
    return tuple((re.compile(e.pattern, re.IGNORECASE), e) for e in read_lexicon("boilerplate", Boilerplate))


@cache
def _hints() -> tuple[AhoCorasick, list[int]]:
    """Return what finds the hints of all entries, and the number of the entry of each."""
    hints = [(hint, n) for n, (_, entry) in enumerate(_furniture()) for hint in entry.hints]
    return AhoCorasick([hint for hint, _ in hints]), [n for _, n in hints]


def _promising(line: str) -> Iterable[int]:
    """Return the numbers of the entries of which a hint stands in a line, in order: one of 10."""
    if _MANY_CASES.search(line):
        return range(len(_furniture()))
    automaton, entries = _hints()
    return sorted({entries[hit] for hit, _, _ in automaton.find_matches_as_indexes(line.lower(), overlapping=True)})


@lru_cache(maxsize=1 << 12)
def find_furniture(line: str) -> Boilerplate | None:
    """Return the first entry of the lexicon that the whole line matches; a byline is no sentence.

    A site prints the same lines around all its pages: what they are is kept.
    """
    is_sentence = end_mark(line)
    line = " ".join(line.split())
    for number in _promising(line):
        pattern, entry = _furniture()[number]
        if pattern.fullmatch(line) and not (entry.kind == "byline" and is_sentence):
            return entry
    return None


def end_mark(line: str) -> str:
    """Return the mark that ends a line that is a sentence, else nothing.

    >>> end_mark("“They met!” ")
    '!'
    """
    bare = line.rstrip(_CLOSING)
    return bare[-1] if bare.endswith((".", "!", "?", "…")) else ""
