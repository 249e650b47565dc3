"""Who is said to hold a formula: its place in a sentence in, a side's code, "ALL" or None out."""

from __future__ import annotations

import re

from diplomatic_readouts.lexicons.entries import FormulaEntry
from diplomatic_readouts.reading.attribution import Said, Scene
from diplomatic_readouts.reading.clauses import Clauses, Predicate, chunk_of, chunk_starts, is_heading
from diplomatic_readouts.reading.sides import find_sides, states
from diplomatic_readouts.reading.subjects import ALL, Subject
from diplomatic_readouts.reading.wordings import wording

_BETWEEN = re.compile(
    r" (?:\w+ )?(?:between|of) (?:the two|both|our two|[A-Z][\w-]+(?: [A-Z][\w-]+)* and)\b|\w* between us\b"
)
_BILATERAL = re.compile(r"\b(?:bilateral|(?-i:[A-Z][\w.]+-[A-Z][\w.]+)) (?:\w+ )?$", re.IGNORECASE)
_DIRECTLY = re.compile(
    r"\W*(?:of |for )?(?:the |this )?(?:important |vision of |concept of |idea of |joint )?(?:the |a )?\W*"
)
_MATTER = re.compile(r"\b(?:discuss\w*|exchang\w+ (?:\w+ ){0,12}views|review\w*|talked|consulted|touched on|focused)\b")
_REPORTS = re.compile(r"(?:also |further )?\w+ that\b")
_HEADS = re.compile(r"(?:^|\bthat|[:;])\W*(?:the )?$", re.IGNORECASE)  # "The one-China principle is a consensus"
_IS_GROUND = re.compile(
    r" (?:is|are|remains?|ha(?:s|ve) (?:\w+ )?(?:become|been)) (?:[\w-]+ ){0,5}"
    r"(?:norms?|consensus|foundation|cornerstone|bedrock)\b"
)  # what a formula is to all or to others, which nobody holds here
_TO_VOICE = re.compile(r"\bto (?:voice|express|declare|show|lend|give|pledge) (?:\w+ )?$")
_OUGHT = re.compile(r" (?:should|must|ought to|needs? to)\b")
_NEAR = 32
_STOPS = re.compile(r"\b(?:stop|cease|refrain from|give up|abandon|not to|no longer|instead of|end)\b")
_VIOLATES = re.compile(
    r"\b(?:violat\w+|contraven\w+|in breach of|breach\w*|trampl\w+|undermin\w+|run(?:s|ning)? counter to|against"
    r"|weaken\w*|erod\w+|challeng\w+|departs? from) (?:[\w',-]+ ){0,4}$"
)


def _is_between(end: int, text: str) -> bool:
    """Tell whether a formula is told of both sides: "practical cooperation between the two countries"."""
    return bool(_BETWEEN.match(text, end))


def find_holder(entry: FormulaEntry, start: int, end: int, clauses: Clauses, said: Said, scene: Scene) -> str | None:
    """Return who is said to hold the formula that stands at [start, end) of the sentence."""
    if entry.tie or (entry.shared and _is_between(end, clauses.text)):
        return ALL
    if said.basis == "joint":
        return _group(clauses, said) or ALL
    if said.basis == "narrator":
        return _in_narration(start, clauses)
    if is_heading(clauses.text) or _asks_of_third(start, clauses):
        return clauses.own
    governing = _governing(start, clauses) or _announcing(start, clauses)
    if governing is None:
        return _in_fact(entry, start, end, clauses)
    if governing.act in {"evaluate", "thank"} and wording("credit").search(
        clauses.text, governing.start, governing.end
    ):
        return _credited(governing, start, clauses, scene)
    if governing.act in {"request", "expect"}:
        return _wished_of(entry, governing, start, clauses)
    if governing.act == "position":
        return _doer(governing, clauses) or governing.subject or clauses.own
    if governing.act in {"commit", "propose"}:
        modal = clauses.text[governing.start : governing.end].lower()
        return ALL if governing.subject == ALL and modal in {"will", "would"} else clauses.own
    return _in_fact(entry, start, end, clauses)


def _group(clauses: Clauses, said: Said) -> str | None:
    """Return the bloc whose officials speak as one ("The foreign ministers of the CELAC Quartet thanked"), or None."""
    end = said.cue.start - said.sentence.start if said.cue else 0
    named = {m.value.code for m in find_sides(clauses.text[:end]) if m.value.manner == "name"}
    return named.pop() if len(named) == 1 and not named & states() else None


def _governing(at: int, clauses: Clauses) -> Predicate | None:
    """Return the last predicate before a place; of "appreciation for X's support for" it is the appreciation."""
    starts = chunk_starts(clauses.text)
    part = starts[chunk_of(starts, at)]
    anew = part if part and _REPORTS.match(clauses.text, part) else 0  # "thanked China, and said that"
    before = [p for p in clauses.predicates if anew <= p.start <= at and not p.inner][-2:]
    if len(before) == 2 and before[1].manner == "anywhere":
        thanks, noun = before
        through = " and " not in clauses.text[thanks.end : noun.start]
        if through and wording("credit").search(clauses.text, thanks.start, thanks.end):
            return thanks
        if through and (thanks.act, noun.act) == ("position", "evaluate"):  # "opposes any act that violates"
            return thanks
    return before[-1] if before else None


def _asks_of_third(at: int, clauses: Clauses) -> bool:
    """Return whether a speaker tells what others ought to do ("countries of the Global South should practice")."""
    subject = next((s for s in reversed(clauses.subjects) if s.start <= at), None)
    return subject is not None and subject.who == "third" and bool(_OUGHT.match(clauses.text, subject.end))


def _announcing(at: int, clauses: Clauses) -> Predicate | None:
    """Return the predicate that words before it belong to ("on the basis of equality, China is willing to")."""
    starts = chunk_starts(clauses.text)
    first = next((p for p in clauses.predicates if not p.inner), None)
    if first is None or first.start < at or chunk_of(starts, first.start) != chunk_of(starts, at):
        return None
    if " and that " in clauses.text[at : first.start]:
        return None
    return first if first.act in {"commit", "propose", "position"} and first.manner != "anywhere" else None


def _doer(infinitive: Predicate, clauses: Clauses) -> str | None:
    """Return the other side that an infinitive belongs to ("Peru was the first to voice support for")."""
    if not _TO_VOICE.search(clauses.text, 0, infinitive.start):
        return None
    subject = _subject_before(infinitive.start, clauses)
    return subject.code if subject and subject.who == "other" and subject.start < infinitive.start else None


def _in_narration(start: int, clauses: Clauses) -> str | None:
    """Return the holder in the readout's own words: both sides where they are the subject or sign."""
    if re.search(r"\bsign(?:ed|ing)\b|\badopted\b", clauses.text):
        return ALL
    if _MATTER.search(clauses.text, 0, start):
        return None
    subject = _subject_before(start, clauses)
    return subject.code if subject is not None else None


def _subject_before(at: int, clauses: Clauses) -> Subject | None:
    """Return the last subject that stands before an offset in its part of the sentence, else before it at all."""
    starts = chunk_starts(clauses.text)
    part = starts[chunk_of(starts, at)]
    before = [s for s in clauses.subjects if s.end <= at]
    within = [s for s in before if s.start >= part]
    return next(reversed(within or before), None)


def _owner_in(text: str) -> str | None:
    """Return the side whose own thing words tell of ("is a cornerstone of Peru's diplomacy"), or None."""
    return next((m.value.code for m in find_sides(text) if text[m.end : m.end + 2] == "'s"), None)


def _credited(p: Predicate, start: int, clauses: Clauses, scene: Scene) -> str | None:
    """Return whom thanks or praise for the formula goes to: the first side named after it, else the one spoken to."""
    if _DIRECTLY.fullmatch(clauses.text, p.end, start):
        return clauses.own
    for subject in clauses.subjects:
        if p.end <= subject.start < start and subject.who != "third" and subject.code not in {None, clauses.own}:
            return subject.code
    for match in find_sides(clauses.text[p.end : start]):
        if match.value.code != clauses.own:
            return match.value.code
    others = scene.others(clauses.own)
    earlier = [m.value.code for m in find_sides(clauses.text[: p.start]) if m.value.code != clauses.own]
    return earlier[-1] if earlier else (others[0] if len(others) == 1 else None)


def _wished_of(entry: FormulaEntry, p: Predicate, start: int, clauses: Clauses) -> str | None:
    """Return of whom the formula is hoped or asked: the other side, where it is to do it, else the speaker's own."""
    if entry.counter or _STOPS.search(clauses.text, p.end, start):
        return clauses.own
    asked = next((s for s in clauses.subjects if p.end <= s.start < min(start, p.end + _NEAR)), None)
    return asked.code if asked is not None and asked.who == "other" else clauses.own


def _in_fact(entry: FormulaEntry, start: int, end: int, clauses: Clauses) -> str | None:
    """Return the holder where the sentence only states something."""
    text = clauses.text
    starts = chunk_starts(text)
    number = chunk_of(starts, start)
    part_end = starts[number + 1] if number + 1 < len(starts) else len(text)
    if wording("contest").search(text, 0, start) or wording("others_hold").search(text, 0, start):
        return None
    if entry.counter:
        return clauses.own
    if wording("damaged").search(text, end, part_end) or _VIOLATES.search(text, max(0, start - 48), start):
        return None
    if _HEADS.search(text, 0, start) and _IS_GROUND.match(text, end):
        return _owner_in(text[end:part_end])
    if _IS_GROUND.search(text, max(0, start - 48), end):
        return None
    subject = _subject_before(start, clauses)
    if entry.shared and _BILATERAL.search(text, max(0, start - 32), start):
        return ALL
    if subject is None:
        return ALL if entry.shared else clauses.own
    if subject.start == 0 and text[:3] == "It ":
        return None
    return subject.code or clauses.own
