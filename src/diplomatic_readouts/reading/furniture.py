"""A line of a page in; the furniture that its words alone make it out: a breadcrumb, a masthead, a footer."""

from __future__ import annotations

import re
from functools import cache

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.page_words import Boilerplate

_CLOSING = "".join(c for c in map(chr, range(0x3001)) if c.isspace()) + "\"'”’»)]<>*"
"""What may stand behind the end of a sentence in its line: all white space, quotes and brackets."""


@cache
def _furniture() -> tuple[tuple[re.Pattern[str], Boilerplate], ...]:
    return tuple((re.compile(e.pattern, re.IGNORECASE), e) for e in read_lexicon("boilerplate", Boilerplate))


def find_furniture(line: str) -> Boilerplate | None:
    """Return the first entry of the lexicon that the whole line matches; a byline is no sentence."""
    is_sentence = end_mark(line)
    line = " ".join(line.split())
    for pattern, entry in _furniture():
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
