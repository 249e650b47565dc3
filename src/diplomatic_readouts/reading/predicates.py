"""The words that tell an act, where they stand as predicates: a sentence and its subjects in, Predicates out.

No grammar of English: the words of lexicons/acts.toml, and what stands right before each of them. A verb with no
subject before it goes on from the one before ("…, and hopes to …"). All offsets are in the sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import ActEntry
from diplomatic_readouts.reading.attribution import Said
from diplomatic_readouts.reading.lookback import AUXILIARIES, Before, LookBack, inner_words, leads_in, without_adverbs
from diplomatic_readouts.reading.phrases import Folded, Match, Phrases
from diplomatic_readouts.reading.subjects import ALL, Subject, Who
from diplomatic_readouts.reading.wordings import alternatives, wording
from diplomatic_readouts.records.vocabulary import Act

_ASKED = re.compile(rf"(?: that)? {alternatives('asked')} (?:will|would|can) (?!be\b)")
Manner = Literal["forms", "plain", "past", "anywhere"]

_CONJUNCTIONS = frozenset({"and", "but", "or", ";", ":", "—", "–", '"', "“", ".", "(", "while"})
_READY = frozenset(("willing", "ready", "prepared", "determined"))
_DETERMINERS = frozenset(
    ("the", "a", "its", "their", "his", "her", "our", "own", "this", "political", "free", "good", "of")
)
_AND_BELIEVES = re.compile(r"\s+and (?:\w+ly )?(?:believes?|trusts?|is confident)\b")
_OPENER = re.compile(r"\W*\w+ing\b")
_THAT = re.compile(r"\s+that\b")
_CLOSE = 2
_AGREES = re.compile(r"(?:\w+ )?(?:agree|decid|concur)")
_TO = re.compile(r"\s+to\b")
_SCOPE_END = re.compile(
    r"[,;](?= (?:and|but|while|as well as|adding|expressing)\b)|;| and (?=(?:hopes|stands|is ready|is willing)\b)"
)


class Predicate(NamedTuple):
    """A word that tells an act, with its subject (code, "ALL" or None) and where what it governs ends."""

    start: int
    end: int
    act: Act
    subject: str | None
    who: Who
    reach: int
    manner: Manner
    inner: bool
    """Whether it stands in a clause that another predicate governs."""
    joined: bool
    """Whether "and" joins it to a verb before it."""


class _Word(NamedTuple):
    entry: ActEntry
    manner: Manner


def _wordings() -> Iterator[tuple[str, _Word]]:
    manners: tuple[Manner, ...] = ("forms", "plain", "past", "anywhere")
    for entry in read_lexicon("acts", ActEntry):
        for manner in manners:
            yield from ((form, _Word(entry, manner)) for form in getattr(entry, manner))


@cache
def _words() -> Phrases[_Word]:
    return Phrases((phrase, word) for phrase, word in _wordings() if not word.entry.lasting)


@cache
def _spread() -> Phrases[_Word]:
    """Return the forms of several words, which adverbs may stand in."""
    return Phrases((phrase, word) for phrase, word in _wordings() if " " in phrase)


@cache
def _inner() -> frozenset[str]:
    return inner_words(phrase for phrase, _ in _wordings())


def _matches(folded: Folded) -> list[Match[_Word]]:
    """Return the words of all acts by start, longest first, also with adverbs inside ("is always ready")."""
    found = _words().find_all(folded)
    lean = without_adverbs(folded, _inner())
    if lean is None:
        return found
    for match in _spread().find_all(lean):
        lasting = wording("lasting").search(folded.lower, match.start, match.end)
        if match not in found and (lasting or not match.value.entry.lasting):
            found.append(match)
    return sorted(found, key=lambda m: (m.start, -m.end))


def find_predicates(
    text: str, folded: Folded, said: Said, own: str | None, subjects: tuple[Subject, ...]
) -> tuple[Predicate, ...]:
    """Return the predicates of a sentence, by start."""
    return tuple(_Reader(text, folded, said, own, subjects).read())


class _Reader:
    """One pass over the words of a sentence; ``current`` is the subject that a verb without one goes on from."""

    def __init__(self, text: str, folded: Folded, said: Said, own: str | None, subjects: tuple[Subject, ...]) -> None:
        self.text, self.folded, self.said = text, folded, said
        self.tokens = LookBack(text)
        self.subjects = subjects
        self.by_end = {s.end: s for s in subjects}
        self.starts = [s.start for s in subjects]
        self.cue = (said.cue.start - said.sentence.start, said.cue.end - said.sentence.start) if said.cue else (-1, -1)
        joint = said.basis == "joint"
        self.speaker = self.current = Subject(0, 0, ALL if joint else own, "both" if joint else "own", joint)
        self.scope = (0, 0)
        self.clause = False  # whether what has the scope governs a clause with a subject of its own
        self.plain = False
        self.found: list[Predicate] = []

    def read(self) -> list[Predicate]:
        """Return the predicates, by start."""
        for match in _matches(self.folded):
            if not self._covered(match.start, match.end):
                self._take(match.start, match.end, match.value)
        return self.found

    def _covered(self, start: int, end: int) -> bool:
        """Tell whether a longer phrase, or the same under another entry, has been taken there."""
        last = self.found[-1] if self.found else None
        return last is not None and last.start <= start and end <= last.end

    def _take(self, start: int, end: int, word: _Word) -> None:
        """Add the predicate that a word is, if it is one where it stands."""
        inner = self.scope[0] <= start < self.scope[1]
        if word.manner == "anywhere":
            noun = word._replace(manner="forms") if word.entry.subject == ("third",) else word
            self._add(start, end, noun, self.current, inner, joined=False)
            return
        before = self.tokens.before(start)
        subject, direct = self._subject(before, word.manner)
        if subject is None or not self._stands(start, end, word.manner, before, subject, direct):
            return
        if inner and word.manner == "forms" and not direct and not self.clause and before.word != "to":
            inner = False  # "expects X from it, appreciates Y": no clause is governed, so the main verb goes on
        if direct and not inner:
            self.current = subject
        if subject.who in word.entry.subject and not leads_in(self.text, end, self.text[start:end]):
            joined = not direct and before.word in {"and", "but"} and word.manner != "past"
            self._add(start, end, word, subject, inner, joined)

    def _add(self, start: int, end: int, word: _Word, subject: Subject, inner: bool, joined: bool) -> None:
        reach, act = end, word.entry.id
        if word.entry.scope and not inner and (act != "agree" or self._agrees(start)):
            believes = _AND_BELIEVES.match(self.text, end)
            reach = self._scope_end(start, end)
            self.clause = self._governs_clause(act, start, end)
            self.scope = (believes.end() if believes else end, reach)
            act = self._wished(act, end)
        self.plain = word.manner == "plain"
        self.found.append(Predicate(start, end, act, subject.code, subject.who, reach, word.manner, inner, joined))

    def _agrees(self, start: int) -> bool:
        """Tell whether "established", "signed" or the like is what both sides are told to have agreed."""
        return self.said.basis == "joint" or bool(_AGREES.match(self.text, start))

    def _governs_clause(self, act: Act, start: int, end: int) -> bool:
        """Tell whether a predicate governs a clause with a subject ("hopes Peru will"), and no mere object."""
        if self.text.endswith(" that", start, end) or _THAT.match(self.text, end):
            return True
        return act in {"expect", "agree"} and any(0 < s - end <= _CLOSE for s in self.starts)

    def _scope_end(self, start: int, end: int) -> int:
        """Return where the clause that a predicate governs ends."""
        if _OPENER.match(self.text) and not self.text[:start].strip():
            main = next((s.start for s in self.subjects if self.text[max(end, s.start - 2) : s.start] == ", "), None)
            if main is not None:
                return main
        stop = _SCOPE_END.search(self.text, end)
        return stop.start() if stop else len(self.text)

    def _wished(self, act: Act, end: int) -> Act:
        """Return ``request`` for a hope that the other side does something."""
        i = bisect_left(self.starts, end)
        asked = i < len(self.subjects) and self.subjects[i].who == "other" and self.starts[i] - end <= 24
        asked = asked or bool(_ASKED.match(self.text, end))
        return "request" if act == "expect" and asked and not _TO.match(self.text, end) else act

    def _subject(self, before: Before, manner: Manner) -> tuple[Subject | None, bool]:
        """Return the subject of a verb and whether it stands right before it; None within a relative clause."""
        found = self.by_end.get(before.end) if before.commas % 2 == 0 else None
        word = before.word.lower()
        if found is not None and not (manner == "past" and found.who == "third"):
            return found, True
        if manner == "past":
            return self.speaker, False
        at_cue = self.cue[0] < before.end <= self.cue[1]
        if not word or before.commas % 2 or word in _CONJUNCTIONS or at_cue or (manner == "plain" and word == "to"):
            return self._going_on(before.end), False
        if word in {"that", "which", "who", "whom"}:
            return None, False
        return Subject(before.end, before.end, None, "third", False), True

    def _going_on(self, at: int) -> Subject:
        """Return the subject of a verb that has none: of the clause it belongs to, else of the verb before it."""
        since = self.found[-1].end if self.found else 0
        for subject in reversed(self.subjects[: bisect_left(self.starts, at)]):
            if subject.start < since:
                break
            before = self.tokens.before(subject.start)
            leads = before.word.lower() in {"", "that", ";"} or self.text.endswith(", ", 0, subject.start)
            if leads or self.cue[0] < before.end <= self.cue[1]:
                return subject
        return self.current

    def _stands(self, start: int, end: int, manner: Manner, before: Before, subject: Subject, direct: bool) -> bool:
        """Tell whether a form is a predicate where it stands."""
        word = before.word.lower()
        if manner == "past":
            passive = self.text.startswith(" by ", end)  # "the plan proposed by"
            return start == self.cue[0] or (not passive and self._has_person(start, before))
        if manner == "plain":
            return (
                bool(before.skipped & {"will", "would", "do", "does"})
                or (
                    word == "to" and before.earlier in _READY and self.text[start:end].startswith(("support", "oppose"))
                )
                or (direct and subject.plural)
                or (self.plain and not direct and word in {"and", "but"})
            )
        if not word and not self.text[start:end].split()[0].endswith("ing"):
            return False
        return direct is False or subject.who != "third" or word not in _DETERMINERS

    def _has_person(self, start: int, before: Before) -> bool:
        """Tell whether a past form goes with a person, or goes on from a verb that does."""
        if before.skipped & AUXILIARIES:
            return False
        word = before.word.lower()
        if before.commas % 2 == 1 or word in _CONJUNCTIONS:
            lead = self.text[self.subjects[bisect_left(self.starts, start) - 1].end : start] if self.subjects else ""
            return not re.match(r"\W*(?:has|have|had)\b", lead)
        return (before.word[:1].isupper() and word != "i") or bool(wording("personal").fullmatch(word))
