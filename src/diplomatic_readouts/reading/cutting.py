"""A run of text without blanks in; its words out, each with the kind that its letters tell: what no lexicon knows."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.page_words import NameWord

TokenKind = Literal[
    "office",
    "office_low",
    "office_plural",
    "honorific",
    "portfolio",
    "country",
    "demonym",
    "capital",
    "region",
    "organization",
    "proper",
    "place",
    "cap",
    "acronym",
    "postnominal",
    "common",
    "particle",
    "low",
    "number",
    "punct",
]

_WORD = re.compile(
    r"(?:St|Jr|Sr|Sta|Ste)\."  # parts of names that end in a full stop
    r"|(?:[A-Z]\.){1,20}+(?=\s)"  # initials
    r"|(?:[^\W\d_]|(?<=Ã)[^\s\w])+(?:[-'’](?!s\b)(?:[^\W\d_]|(?<=Ã)[^\s\w])+)*"  # words; "Ã©" is a broken letter
    r"|\d+(?:[.,:]\d+)*\w*"  # numbers
    r"|\S"
)
_ARTICLED = re.compile(r"(?:al|el|as|ash|an|ar|at|az|ad|ul)-[A-Z]")  # "al-Nujaifi"


@cache
def name_words(kind: str) -> frozenset[str]:
    """Return the words beside or inside names of one kind, each split into single words for particles."""
    forms = (form for e in read_lexicon("name_words", NameWord) if e.kind == kind for form in e.forms)
    return frozenset(w for form in forms for w in (form.split() if kind == "particle" else [form]))


LONGEST_KEPT = 30
"""Characters of a run between blanks; longer ones hardly come again."""
_Words = tuple[tuple[int, int, TokenKind, str], ...]


@lru_cache(maxsize=1 << 16)
def cut(run: str) -> _Words:
    """Return the words of what stands before a blank, kept from page to page: 5 times as fast as cutting anew."""
    return cut_anew(run + " ")


@lru_cache(maxsize=1 << 14)
def cut_last(run: str) -> _Words:
    """Return the words of what stands before a known phrase or the end; there "J." is no initial."""
    return cut_anew(run)


def cut_anew(text: str) -> _Words:
    """Return the words of a text in which the lexicons know nothing, with their places in it."""
    return tuple((m.start(), m.end(), _kind(m.group()), m.group()) for m in _WORD.finditer(text))


def _kind(word: str) -> TokenKind:
    if not word[0].isalnum():
        return "punct"
    if word[0].isdigit():
        return "number"
    if word in name_words("postnominal"):
        return "postnominal"
    if word[0].isupper() or _ARTICLED.match(word):
        if word in name_words("common") or word in name_words("calendar"):
            return "common"
        return "acronym" if len(word) > 1 and word.isupper() and word.isalpha() else "cap"
    return "particle" if word in name_words("particle") else "low"
