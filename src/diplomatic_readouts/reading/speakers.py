"""A sentence in; who is the subject of its reporting verb out, with the verb (the cue) and the content around both.

The constructions: "X said that …", "X, Minister of …, said …", "On trade, X said …", "…, X said, …", "…, said X, adding
…", "Stressing that …, X said …", "X met with Y to congratulate …", "The two sides agreed …". Words of others inside the
content ("that President Y announced", "when Z raised") are no attribution.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import Office
from diplomatic_readouts.lexicons.page_words import SubjectWord
from diplomatic_readouts.reading.people import Naming
from diplomatic_readouts.reading.tokens import Token
from diplomatic_readouts.reading.verbs import FoundVerb

SubjectKind = Literal["named", "role", "he", "they", "it", "we", "side", "joint"]


class Subject(NamedTuple):
    """What can be the subject of a verb, at offsets of the whole text."""

    start: int
    end: int
    kind: SubjectKind
    naming: Naming | None = None
    states: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """A subject with its reporting verb; `inverted` where the verb comes first ("said X")."""

    subject: Subject
    verb: FoundVerb
    aside: bool
    """Whether the attribution stands behind or amid the words ("…, X said")."""

    @property
    def start(self) -> int:
        """Return where the attribution starts."""
        return min(self.subject.start, self.verb.start)

    @property
    def end(self) -> int:
        """Return where the attribution ends."""
        return max(self.subject.end, self.verb.end)


@cache
def _pattern(kind: str) -> str:
    return "|".join(f"(?:{e.pattern})" for e in read_lexicon("subject_words", SubjectWord) if e.kind == kind)


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_pattern('joint')})(?=[\s,])", re.IGNORECASE)


@cache
def _role() -> re.Pattern[str]:
    nouns = {e.noun for e in read_lexicon("offices", Office)} | {n for e in _generic() for n in e}
    listed = "|".join(sorted(nouns, key=len, reverse=True))
    return re.compile(rf"\b[Tt]he (?:visiting )?(?P<state>[A-Z]\w+ )?(?P<noun>{listed})\b(?! of)")


def _generic() -> Iterator[tuple[str, ...]]:
    return (tuple(e.pattern.split("|")) for e in read_lexicon("subject_words", SubjectWord) if e.kind == "generic")


def is_generic(noun: str) -> bool:
    """Return whether a noun stands for any figure of its state ("the Chinese leader")."""
    return any(noun in nouns for nouns in _generic())


@cache
def _between() -> re.Pattern[str]:
    apposition = r"(?:\s*\([^()]{1,80}\))?(?:\s*,[^,;:]{1,160},)?"
    return re.compile(rf"{apposition}\s*,?\s*(?:(?:{_pattern('adverb')})\b\s*,?\s*){{0,4}}", re.IGNORECASE)


@cache
def _subordinator() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_pattern('subordinator')})\b", re.IGNORECASE)


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(rf"(?:{_pattern('opener')})(?!\w)", re.IGNORECASE)


_PREPOSITION = re.compile(
    r"\b(?:by|of|with|to|from|for|between|against|including|than|like|and)\s*(?:the\s*)?$", re.IGNORECASE
)
_BOUNDARY = re.compile(r"[,;:—–“”\"]|\s-{1,2}\s")
_FARTHEST = 250  # characters between a subject and its verb
_ARTICLE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_AT = re.compile(r"\b(?:in|at|to|from|of|near|visit|visiting|around|outside)\s$", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]{1,80}\)")
_SIDES_ACTS = (None, "position", "request", "thank")
_MARKER = re.compile(r"\s*(?:\(?\d{1,2}[.)]|[-*•]+)\s+")


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
    aside = [(start + m.start(), start + m.end()) for m in _BRACKETS.finditer(sentence)]
    found = [s for s in found if not any(a <= s.start < b for a, b in aside)]
    return _coordinate(text, _outermost(found))


def _named(naming: Naming, text: str) -> Subject:
    kind: SubjectKind = "named" if naming.words else "role"
    start = _with_article(text, naming.start)
    return Subject(start, naming.end, kind, naming, naming.states, naming.nouns)


def _with_article(text: str, start: int) -> int:
    """Return where the article before a phrase starts, or the phrase itself."""
    article = _ARTICLE.search(text[max(0, start - 6) : start])
    return start - len(article.group()) if article else start


def _codes_at(tokens: Sequence[Token], offset: int) -> tuple[str, ...]:
    return next((t.codes for t in tokens if t.start == offset and t.kind in ("demonym", "country")), ())


_PRONOUNS: dict[str, SubjectKind] = {"he": "he", "she": "he", "they": "they", "it": "it", "we": "we", "i": "we"}


def _pronouns(tokens: Sequence[Token], start: int, end: int) -> list[Subject]:
    return [
        Subject(t.start, t.end, _PRONOUNS[t.text.lower()])
        for t in tokens
        if start <= t.start < end and t.text.lower() in _PRONOUNS and t.kind in ("low", "common", "cap")
    ]


_SIDE_TAIL = re.compile(r"(?:['’]s)?\s+(?:side|government|delegation|party)\b", re.IGNORECASE)


def _sides(text: str, start: int, end: int, tokens: Sequence[Token]) -> list[Subject]:
    """Return the states and blocs that can act: "China", "the Chinese side", "the LAC side", "Seoul"."""
    found = []
    for token in tokens:
        if not (start <= token.start < end) or token.kind not in ("country", "demonym", "region", "capital"):
            continue
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


def _coordinate(text: str, subjects: list[Subject]) -> list[Subject]:
    """Return the subjects with "X and Y" as one joint subject of persons, or of states."""
    kept: list[Subject] = []
    for subject in subjects:
        before = kept[-1] if kept else None
        if before and text[before.end : subject.start].strip() in ("and", "&"):
            persons = {before.kind, subject.kind} <= {"named", "role", "joint", "he"}
            if persons or {before.kind, subject.kind} == {"side"}:
                kept[-1] = Subject(before.start, subject.end, "joint", None, before.states + subject.states)
                continue
        kept.append(subject)
    return kept


def find_attribution(
    text: str, start: int, subjects: Sequence[Subject], verbs: Sequence[FoundVerb]
) -> Attribution | None:
    """Return the first subject of a reporting verb that governs the sentence, or None."""
    found = []
    for verb in verbs:
        if verb.form not in ("past", "present"):
            continue
        candidates = [*_subjects_before(text, subjects, verb), *_subjects_after(text, subjects, verb)]
        subject = next((s for s in candidates if _governs(text, start, s, verb)), None)
        if subject:
            aside = subject.start > verb.start or _is_aside(text, start, subject, verb)
            found.append(Attribution(subject, verb, aside))
    return min(found, key=lambda a: a.start, default=None)


def subject_of(text: str, subjects: Sequence[Subject], verb: FoundVerb) -> Subject | None:
    """Return the nearest subject before a verb that only adverbs part from it, or None."""
    return next(_subjects_before(text, subjects, verb), None)


def _subjects_before(text: str, subjects: Sequence[Subject], verb: FoundVerb) -> Iterator[Subject]:
    """Yield the subjects that only adverbs and an apposition part from the verb, the nearest first."""
    for subject in reversed(subjects):
        between = text[subject.end : verb.start]
        if subject.end <= verb.start and len(between) < _FARTHEST and _between().fullmatch(between):
            yield subject


def _subjects_after(text: str, subjects: Sequence[Subject], verb: FoundVerb) -> Iterator[Subject]:
    """Yield the subject of "…, said X": behind a comma or quotation mark, right after a plain verb."""
    if not verb.entry.act and re.search(r"[,”\"’']\s*$", text[max(0, verb.start - 3) : verb.start]):
        yield from (s for s in subjects if s.start >= verb.end and not text[verb.end : s.start].strip())


def _governs(text: str, start: int, subject: Subject, verb: FoundVerb) -> bool:
    """Return whether subject and verb head the sentence, rather than a clause inside somebody's words."""
    if subject.kind == "we":
        return False
    if subject.kind in ("side", "it") and (verb.form == "present" or verb.entry.act not in _SIDES_ACTS):
        return False
    if subject.start > verb.start:
        return True
    before = text[start : subject.start]
    marker = _MARKER.match(before)
    before = before[marker.end() :] if marker else before
    boundaries = list(_BOUNDARY.finditer(before))
    tail = before[boundaries[-1].end() :] if boundaries else before
    if _subordinator().search(tail) or (tail.strip() and _PREPOSITION.search(tail) and tail.strip().lower() != "and"):
        return False
    return not tail.strip() or bool(_opener().match(tail.strip()))


def _is_aside(text: str, start: int, subject: Subject, verb: FoundVerb) -> bool:
    """Return whether the words come before "…, X said" and go on or end behind it."""
    after = text[verb.end : verb.end + 40].lstrip()
    closes = after[:1] in (",", ".", "") or after.startswith("in conclusion")
    before = text[start : subject.start].rstrip()
    return bool(before) and before[-1] in ',”"' and closes
