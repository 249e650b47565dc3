"""A line of a page in; the furniture that its words alone make it out: a breadcrumb, a masthead, a footer."""

from __future__ import annotations

import re
from functools import cache

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.page_words import Boilerplate

ENDS_SENTENCE = re.compile(r"""[.!?…][\s"'”’»)\]<>*]*$""")
"""What a line that is a sentence ends with."""


@cache
def _furniture() -> tuple[tuple[re.Pattern[str], Boilerplate], ...]:
    return tuple((re.compile(e.pattern, re.IGNORECASE), e) for e in read_lexicon("boilerplate", Boilerplate))


def find_furniture(line: str) -> Boilerplate | None:
    """Return the first entry of the lexicon that the whole line matches; a byline is no sentence."""
    is_sentence = ENDS_SENTENCE.search(line)
    line = " ".join(line.split())
    for pattern, entry in _furniture():
        if pattern.fullmatch(line) and not (entry.kind == "byline" and is_sentence):
            return entry
    return None
