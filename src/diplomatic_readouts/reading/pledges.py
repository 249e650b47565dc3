"""What a side says it will do or give: a Said in, Pledges out, where an instrument of lexicons/instruments.toml is named.

The span is the verb phrase without subject and auxiliary; the whole clause where it is passive or tells of delivery.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import InstrumentEntry
from diplomatic_readouts.reading.attribution import Said, Scene
from diplomatic_readouts.reading.clauses import Clauses, Predicate, read_clauses
from diplomatic_readouts.reading.money import find_money
from diplomatic_readouts.reading.sides import find_sides
from diplomatic_readouts.records import Mention, Pledge
from diplomatic_readouts.records.vocabulary import Instrument, PledgeStatus

_VERBS = (
    r"(?:provide|offer|train|build|host|hold|open|import|buy|purchase|donate|grant|invest|send|set up|establish|continue to|exempt|"
    r"launch|implement|carry out|expand|increase|create|deliver|hand over|give|support|dispatch|speed up|lift|receive|help|assist|share)\b"
)
_JOINT = re.compile(rf",? and (?:will |would |to )?(?:also )?(?={_VERBS})")
_STOP = re.compile(
    r"[,;] (?:and|but|which|while|so|in order|as|provided|with priority|thus|thereby|making|bringing|supporting)\b"
    r"| and (?:hopes?|stands?|is|are|supports|welcomes?|invited|hoped|called|asked|that|said|calls|invites|urged|thanked)\b|;|\.?\s*\"?\s*\.?\s*$"
)
_PURPOSE = re.compile(r",? (?:so as )?to (?!\d|[A-Z]|(?:the|a|an|its|their|all|more|be|host|build|provide|offer|implement|join)\b)[a-z]+\b")
_LEAD = re.compile(r"\s*(?:to\b\s*)?(?:(?:also|further|,? ?as always,?)\s+)*")
_DELIVERED = re.compile(
    r"\b(?:has|have) (?:all |already |since )*(?:been )?(?:all |fully |successfully )*(?:disbursed|delivered|handed over|filled|provided|donated|shipped|reached|arrived|paid|completed)\b"
    r"|\b(?:reached|arrived in|arrived at) [A-Z]"
)
_AGENT = re.compile(r"\b(?:by|from) (?:the )?")
_PASSIVE = re.compile(r"\b(?:will|would) be \w+(?:ed|en|t)\b")
_RESTATED = re.compile(r"\b(?:announced|promised|pledged|unveiled)\b")
_DATED = re.compile(
    r"\d|\b(?:this|next|within the|by the end of the|before the end of) (?:this )?(?:year|month|spring|summer|autumn|winter|week|half)\b|\bby (?:the )?end\b|\bbefore the end\b"
    r"|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b|\b(?:hundred|thousand|dozen|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b"
)
_SINGLE = re.compile(r"\b(?:an?|the) [A-Z]\w+ [A-Z]\w+")
_ALWAYS_SPECIFIC = frozenset({"membership_support", "cooperation"})


class _Action(NamedTuple):
    """A promise in the sentence: where it stands, whose, and whether it is done already."""

    start: int
    end: int
    actor: str | None
    done: bool
    announced: bool


@cache
def _instruments() -> tuple[tuple[Instrument, re.Pattern[str]], ...]:
    entries = read_lexicon("instruments", InstrumentEntry)
    return tuple((entry.id, re.compile("|".join(entry.patterns), re.I)) for entry in entries)


def find_instrument(words: str) -> Instrument | None:
    """Return what kind of thing the words of a promise pledge, or None."""
    return next((instrument for instrument, pattern in _instruments() if pattern.search(words)), None)


def find_pledges(
    said: Said, scene: Scene, clauses: Clauses | None = None, mentions: Iterable[Mention] = ()
) -> tuple[Pledge, ...]:
    """Return the sentence's pledges in order; ``mentions`` name the persons who announced them."""
    clauses = clauses or read_clauses(said, scene)
    people = [m for m in mentions if m.kind == "person"]
    pledges: list[Pledge] = []
    for action in sorted(_actions(clauses, said)):
        instrument = find_instrument(clauses.text[action.start : action.end])
        overlaps = pledges and said.sentence.start + action.start < pledges[-1].end
        if instrument is not None and not overlaps:
            pledges.append(_pledge(action, instrument, clauses, said, scene, people))
    return tuple(pledges)


def _actions(clauses: Clauses, said: Said) -> Iterator[_Action]:
    """Yield what could be a promise: what a side will do, what was done, what is announced."""
    if any(p.act == "thank" for p in clauses.predicates):
        return
    for predicate in clauses.predicates:
        yield from _future(predicate, clauses)
    yield from _delivered(clauses, said)
    if said.cue is not None and said.cue.lemma == "announce" and not any(p.manner == "forms" for p in clauses.predicates):
        yield from _announced(clauses, said)


def _future(p: Predicate, clauses: Clauses) -> Iterator[_Action]:
    """Yield the verb phrases of what the speaker's side, or a named one, will do."""
    text = clauses.text
    if p.act == "expect" and p.who == "third" and p.manner == "forms" and not p.inner:
        start, end = _clause(text, p.start)
        if _PASSIVE.match(text, p.start) or _names_agent(text[start:end], clauses.own):
            yield _Action(start, end, clauses.own, done=False, announced=False)
        return
    supports = p.act == "position" and p.manner in {"forms", "plain"} and text[p.start : p.start + 7] == "support"
    if not supports and (p.act != "commit" or p.inner):
        return
    start = p.start if supports else _after(p, text)
    for piece_start, piece_end in _pieces(text, start, clauses):
        yield _Action(piece_start, piece_end, p.subject, done=False, announced=False)


def _after(p: Predicate, text: str) -> int:
    """Return where the promised action begins."""
    lead = _LEAD.match(text, p.end)
    return lead.end() if lead else p.end


def _pieces(text: str, start: int, clauses: Clauses) -> Iterator[tuple[int, int]]:
    """Yield the coordinated verb phrases from ``start`` on, each cut before its purpose."""
    while start < len(text):
        joint = _JOINT.search(text, start)
        stop = _STOP.search(text, start)
        end = stop.start() if stop else len(text)
        more = joint is not None and joint.start() <= end
        if joint is not None and more:
            end = joint.start()
        yield start, _without_purpose(text, start, end, clauses.own)
        if joint is None or not more:
            return
        start = joint.end()


def _without_purpose(text: str, start: int, end: int, own: str | None) -> int:
    """Return the end of a verb phrase without its purpose, which is kept where it names the recipient."""
    purpose = _PURPOSE.search(text, start + 12, end)
    if purpose is None:
        return end
    named = [m.value.code for m in find_sides(text[purpose.end() : purpose.end() + 32])]
    return end if purpose.group()[0] != "," and any(code != own for code in named) else purpose.start()


def _clause(text: str, at: int) -> tuple[int, int]:
    """Return the clause around an offset: between ", and", "that" and the edges, without an opening "Next year,"."""
    start = max((m.end() for m in re.finditer(r"(?:[,;] (?:and|but) |\bthat |^\W*(?:\w+ ){1,3}\w+, |; )", text[:at])), default=0)
    stop = re.compile(r"[,;] (?:and|but|which|will|supporting)\b|, will\b|;|,? and (?=has\b)|\.?\s*\"?\s*$").search(text, at)
    return start, stop.start() if stop else len(text)


def _names_agent(clause: str, own: str | None) -> bool:
    """Tell whether a clause says that the speaker's side gives ("from the Chinese government")."""
    return any(m.value.code == own and _AGENT.search(clause[: m.start]) for m in find_sides(clause))


def _delivered(clauses: Clauses, said: Said) -> Iterator[_Action]:
    """Yield the clauses that tell of a thing promised and done."""
    text = clauses.text
    for match in _DELIVERED.finditer(text):
        start, end = _clause(text, match.start())
        subject = next((s for s in clauses.subjects if 0 <= match.start() - s.end <= 2), None)
        if subject is not None:
            start = subject.start
        comma = text.find(",", match.end(), end)
        end = comma if comma > 0 else end
        giver = subject.code if subject is not None else clauses.own
        named = [m.value.code for m in find_sides(text[start:end]) if _AGENT.search(text[start : start + m.start][-8:])]
        if (named[0] if named else giver) == clauses.own:
            yield _Action(start, end, clauses.own, done=True, announced=False)


def _announced(clauses: Clauses, said: Said) -> Iterator[_Action]:
    """Yield the things that a speaker announces by name ("announced a loan of …, and the opening of …")."""
    for span in said.content:
        start, end = span.start - said.sentence.start, span.end - said.sentence.start
        words = re.sub(r"\.\s*$", "", clauses.text[start:end])
        at = start
        for part in re.split(r"(,? and (?=(?:an?|the) ))", words):
            if not part.startswith((", and ", " and ")):
                yield _Action(at, at + len(part), clauses.own, done=False, announced=True)
            at += len(part)


def _pledge(
    action: _Action, instrument: Instrument, clauses: Clauses, said: Said, scene: Scene, people: list[Mention]
) -> Pledge:
    words = clauses.text[action.start : action.end]
    money = find_money(said.sentence.text, action.start, action.end)
    start = said.sentence.start
    return Pledge(
        start=start + action.start,
        end=start + action.end,
        text=said.sentence.text[action.start : action.end],
        actor=None if action.actor == "ALL" else action.actor,
        recipient=_recipient(words, action, scene),
        instrument=instrument,
        specific=_is_specific(words, instrument),
        amount=money[0].amount if money else None,
        currency=money[0].currency if money else None,
        status=_status(action, words, clauses, said),
        announced_by=_announcer(action, clauses, said, people),
    )


def _is_specific(words: str, instrument: Instrument) -> bool:
    """Tell whether one could check that it happened: a number, date, edition or single named act."""
    if words.startswith("continue to"):
        return False
    return instrument in _ALWAYS_SPECIFIC or bool(_DATED.search(words) or _SINGLE.search(words))


def _status(action: _Action, words: str, clauses: Clauses, said: Said) -> PledgeStatus:
    if action.done:
        return "delivered"
    before = clauses.text[: action.start]
    told = _RESTATED.search(words) or re.search(r"\b[Aa]s (?:\w+ ){0,6}(?:announced|promised|pledged)\b", before)
    return "restated" if told else "new"


def _recipient(words: str, action: _Action, scene: Scene) -> str | None:
    """Return whom it goes to: the first side named beside the giver, else the only other side of the act."""
    for match in find_sides(words.split(" with the participation")[0]):
        code, compound = match.value.code, words[match.end : match.end + 1] == "-" or words[match.start - 1 : match.start] == "-"
        if code != action.actor and not compound:
            return code if code.isupper() else None
    if re.search(r"\bthe (?:region|continent)\b|\bdeveloping countries\b", words):
        return None
    others = scene.others(action.actor)
    return others[0] if len(others) == 1 and others[0].isupper() else None


def _announcer(action: _Action, clauses: Clauses, said: Said, people: list[Mention]) -> str | None:
    """Return who is said to have announced it: "announced by X", "that X announced", or the speaker by that verb."""
    if said.cue is not None and said.cue.lemma == "announce" and said.speaker is not None:
        return said.speaker.name
    for match in _RESTATED.finditer(clauses.text):
        at = said.sentence.start + match.start()
        end = said.sentence.start + match.end()
        for person in people:
            by = clauses.text[match.end() : person.start - said.sentence.start]
            if (person.start >= end and re.fullmatch(r" by (?:[A-Z][\w'.-]* ){0,5}", by)) or 0 <= at - person.end <= 1:
                return person.value
    return None
