"""Where sentences end: one paragraph in, the spans of its sentences out, which lose nothing but white space.

A reader's ends, not a full stop's: "H.E. Mr.", "U.S." and "St. Vincent" end none, nor does a stray full stop
before a small letter ("the two countries. on both sides"); a stray full stop after an end (". . Chile hopes")
belongs to the sentence before it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import Abbreviation, Language

_STOP = re.compile(
    r"""
    [.!?…][.!?…]*                # the marks themselves, "?!" and "..." too
    [\"”’'»)\]*_\ufffd]*         # closing quotes and brackets (a lost one too) belong to them
    (?:\s+[.](?!\w)[\"”’)]*)*    # a stray full stop belongs to the sentence before it
    """,
    re.VERBOSE,
)
_NEXT = re.compile(r"\s*[\"“”‘’'«(\[*_\ufffd•·–—-]*\s?([^\W_]|[^\w\s])?")
_WORD = re.compile(r"[\w'’-]+")
_OPENING = re.compile(r"[\s(\[“‘\"«]")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)*[^\W\d_]\Z")  # initials and what is abbreviated letter by letter
_LIST_NUMBER = re.compile(r"[\"“‘'«(\[*_-]*(?:\d{1,2}|[ivxIVX]{1,4}|[A-Za-z])\Z")
_GOES_ON = re.compile(r"\s*[,;:%/&+=]")
_LONGEST_WORD = 60


@cache
def _kinds() -> Mapping[str, str]:
    """Return the kind of each abbreviation, by its form without the last full stop."""
    return {entry.form: entry.kind for entry in read_lexicon("abbreviations", Abbreviation)}


@cache
def _openers() -> frozenset[str]:
    """Return the words that open an English sentence and are no names."""
    return frozenset(word for entry in read_lexicon("languages", Language) for word in entry.openers)


def find_sentences(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the sentences of the paragraph ``text[start:end]``, each from its first to its last character.

    >>> find_sentences("They met H.E. Mr. Qiu. He stayed.", 0, 33)
    ((0, 22), (23, 33))
    """
    found: list[tuple[int, int]] = []
    begin = _skip(text, start, end)
    for stop in _STOP.finditer(text, start, end):
        after = _skip(text, stop.end(), end)
        if after < end and stop.end() > begin and _ends(text, begin, stop, after, end):
            found.append((begin, stop.end()))
            begin = after
    last = end
    while last > begin and text[last - 1].isspace():
        last -= 1
    return (*found, (begin, last)) if last > begin else tuple(found)


def _skip(text: str, at: int, end: int) -> int:
    """Return the first place from ``at`` that is not white space."""
    while at < end and text[at].isspace():
        at += 1
    return at


def _ends(text: str, begin: int, stop: re.Match[str], after: int, end: int) -> bool:
    """Return whether a stop ends the sentence that began at ``begin``; what follows it starts at ``after``."""
    coming = _NEXT.match(text, stop.end(), end)
    first = coming[1] if coming else None
    if first is None:
        return after > stop.end()
    if first.islower() or _GOES_ON.match(text, stop.end(), end):
        return False
    opening = _WORD.match(text, coming.start(1), end) if coming else None
    word = opening[0] if opening else first
    last = _OPENING.split(text[max(begin, stop.start() - _LONGEST_WORD) : stop.start()])[-1]
    if after == stop.end():
        return _ends_without_blank(last, stop[0], text[after], word)
    if text[stop.start()] != "." or stop[0].startswith(".."):
        return True
    if _LIST_NUMBER.match(last) and _opens_item(text, begin, stop.start() - len(last)):
        return False
    return _ends_after(last, word)


def _ends_without_blank(last: str, mark: str, first: str, word: str) -> bool:
    """Return whether a stop ends a sentence that another follows with no blank: "none.The Canal", not "Ph.D"."""
    is_word = first.isupper() and (len(word) == 1 or word[1:2].islower())
    is_address = "://" in last or "@" in last or "www" in last or "." in last
    closes = len(mark) > 1 or not last or last[-1] in ')]”’"%'
    return is_word and not is_address and (closes or bool(re.search(r"(?:[^\W\d_A-Z]{3}|\d{4})\Z", last)))


def _opens_item(text: str, begin: int, at: int) -> bool:
    """Return whether ``at`` is where a sentence begins, or an item of a list after a colon or semicolon."""
    while at > begin and (text[at - 1].isspace() or text[at - 1] in '(["“‘*_-'):
        at -= 1
    return at <= begin or text[at - 1] in ":;"


def _ends_after(last: str, word: str) -> bool:
    """Return whether a full stop after the word ``last`` ends a sentence where ``word`` comes next."""
    bare = last.lstrip("*_-–—/")
    kind = _kinds().get(bare) or _kinds().get(bare.rpartition("-")[2])
    if kind is None:
        kind = "word" if _DOTTED.match(bare) and (bare[-1:].isupper() or "." in bare) else "place"
    if kind == "word":
        return word in _openers()
    return not (kind == "title" or (kind == "number" and word[:1].isdigit()))
