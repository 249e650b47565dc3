"""A sentence's words in; what can be the subject of a reporting verb out: persons, offices, pronouns, sides."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import Office
from diplomatic_readouts.lexicons.page_words import SubjectWord
from diplomatic_readouts.reading.gated import GatedAlternatives
from diplomatic_readouts.reading.names import Naming
from diplomatic_readouts.reading.tokens import Token, token_at

_ARTICLE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_AT = re.compile(r"\b(?:in|at|to|from|of|near|visit|visiting|around|outside)\s$", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]{1,80}\)")

SubjectKind = Literal["named", "role", "he", "they", "it", "we", "side", "joint"]


class Subject(NamedTuple):
    """What can be the subject of a verb, at offsets of the whole text."""

    start: int
    end: int
    kind: SubjectKind
    naming: Naming | None = None
    states: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


def _patterns(kind: str) -> list[str]:
    return [e.pattern for e in read_lexicon("subject_words", SubjectWord) if e.kind == kind]


@cache
def subject_pattern(kind: str) -> str:
    """Return the lexicon's words of one kind as one pattern."""
    return "|".join(f"(?:{pattern})" for pattern in _patterns(kind))


@cache
def _joint() -> GatedAlternatives:
    return GatedAlternatives(_patterns("joint"), before=r"\b", after=r"(?=[\s,])")


@cache
def _role() -> re.Pattern[str]:
    nouns = {e.noun for e in read_lexicon("offices", Office)} | _generic()
    listed = _by_initial(sorted(nouns, key=len, reverse=True))
    return re.compile(rf"[Tt](?<!\w[Tt])he (?:visiting )?(?P<state>[A-Z]\w+ )?(?P<noun>{listed})\b(?! of)")


def _by_initial(words: Sequence[str]) -> str:
    """Return a pattern of any of the words, the first that fits; of a text's letter only its own words are tried.

    >>> _by_initial(["minister", "mayor", "king"])
    '(?:m(?:inister|ayor)|k(?:ing))'
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    groups = (f"{initial}(?:{'|'.join(each)})" for initial, each in rests.items())
    return f"(?:{'|'.join(groups)})"


@cache
def _generic() -> frozenset[str]:
    entries = (e for e in read_lexicon("subject_words", SubjectWord) if e.kind == "generic")
    return frozenset(noun for e in entries for noun in e.pattern.split("|"))


def is_generic(noun: str) -> bool:
    """Return whether a noun stands for any figure of its state ("the Chinese leader")."""
    return noun in _generic()


def find_subjects(text: str, start: int, end: int, tokens: Sequence[Token], namings: Sequence[Naming]) -> list[Subject]:
    """Return what can be a subject in text[start:end], by start; joint ones swallow their parts."""
    sentence = text[start:end]
    found = [_named(n, text) for n in namings if start <= n.start < end]
    found += [Subject(start + m.start(), start + m.end(), "joint") for m in _joint().finditer(sentence)]
    for match in _role().finditer(sentence):
        states = _codes_at(tokens, start + match.start("state")) if match["state"] else ()
        if not match["state"] or states:
            found.append(Subject(start + match.start(), start + match.end(), "role", None, states, (match["noun"],)))
    found += _pronouns(tokens, start, end)
    found += _sides(text, start, end, tokens)
    if "(" in sentence:
        aside = [(start + m.start(), start + m.end()) for m in _BRACKETS.finditer(sentence)]
        found = [s for s in found if not _is_within(aside, s.start)]
    return _coordinate(text, _outermost(found))


def _is_within(spans: list[tuple[int, int]], at: int) -> bool:
    """Return whether an offset lies in one of the spans, which are in order and do not overlap."""
    n = bisect_right(spans, at, key=lambda span: span[0])
    return n > 0 and at < spans[n - 1][1]


def _named(naming: Naming, text: str) -> Subject:
    kind: SubjectKind = "named" if naming.words else "role"
    start = _with_article(text, naming.start)
    return Subject(start, naming.end, kind, naming, naming.states, naming.nouns)


def _with_article(text: str, start: int) -> int:
    """Return where the article before a phrase starts, or the phrase itself."""
    article = _ARTICLE.search(text[max(0, start - 6) : start])
    return start - len(article.group()) if article else start


def _codes_at(tokens: Sequence[Token], offset: int) -> tuple[str, ...]:
    token = token_at(tokens, offset)
    return token.codes if token and token.kind in ("demonym", "country") else ()


_PRONOUNS: dict[str, SubjectKind] = {"he": "he", "she": "he", "they": "they", "it": "it", "we": "we", "i": "we"}


_LONGEST_PRONOUN = max(map(len, _PRONOUNS))


def _pronouns(tokens: Sequence[Token], start: int, end: int) -> list[Subject]:
    short = [(t, w) for t in tokens if len(t.text) <= _LONGEST_PRONOUN and (w := t.text.lower()) in _PRONOUNS]
    return [
        Subject(t.start, t.end, _PRONOUNS[word], nouns=(word,))
        for t, word in short
        if start <= t.start < end and t.kind in ("low", "common", "cap")
    ]


_NAME_GOES_ON = re.compile(r" [A-Z]")
_SIDE_TAIL = re.compile(
    r"(?:['’]s)?\s+(?:side|government|delegation|party|"
    r"(?-i:Embassy|Consulate(?:[- ]General)?)(?: in (?:the )?(?-i:[A-Z])[\w’]+(?: (?-i:[A-Z])\w+)*)?)\b",
    re.IGNORECASE,
)


def _sides(text: str, start: int, end: int, tokens: Sequence[Token]) -> list[Subject]:
    """Return the states and blocs that can act: "China", "the Chinese side", "the LAC side", "Seoul"."""
    found = []
    for token in tokens:
        if token.kind not in ("country", "demonym", "region", "capital") or not start <= token.start < end:
            continue
        if text[token.end : token.end + 1] in ("-", "–") or text[max(0, token.start - 1) : token.start] in ("-", "–"):
            continue  # "China-Peru relations"
        if token.kind == "capital" and _NAME_GOES_ON.match(text, token.end, end):
            continue  # "Lima Tribune"
        if token.kind == "capital" and _AT.search(text[max(start, token.start - 12) : token.start]):
            continue
        tail = _SIDE_TAIL.match(text, token.end, end)
        if tail or token.kind in ("country", "capital"):
            first = max(start, _with_article(text, token.start))
            found.append(Subject(first, tail.end() if tail else token.end, "side", None, token.codes))
    return found


def _outermost(found: list[Subject]) -> list[Subject]:
    found.sort(key=lambda s: (s.start, -s.end))
    kept: list[Subject] = []
    for subject in found:
        if not kept or subject.start >= kept[-1].end:
            kept.append(subject)
    return kept


_ACTING = {"named", "role", "joint", "he", "side"}


def _coordinate(text: str, subjects: list[Subject]) -> list[Subject]:
    """Return the subjects with "X and Y", "X, Y, and Z" as one joint subject of persons, or of states."""
    kept: list[Subject] = []
    for subject in subjects:
        before = kept[-1] if kept else None
        link = text[before.end : subject.start].strip() if before else ""
        listed = len(kept) > 1 and text[kept[-2].end : kept[-1].start].strip() == "," and kept[-2].kind == kept[-1].kind
        joined = link in ("and", "&") or (link == ", and" and listed)
        if before and joined and {before.kind, subject.kind} <= _ACTING:
            first = kept[-2] if listed else before
            kept[-1 - listed :] = [Subject(first.start, subject.end, "joint", None, first.states + subject.states)]
            continue
        kept.append(subject)
    return kept
