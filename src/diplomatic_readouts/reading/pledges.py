"""What a side says it will do or give: a Said in, Pledges out, where lexicons/instruments.toml names the instrument."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import InstrumentEntry
from diplomatic_readouts.reading.attribution import Said, Scene
from diplomatic_readouts.reading.clauses import Clauses, read_clauses
from diplomatic_readouts.reading.gated import Gated
from diplomatic_readouts.reading.money import find_money
from diplomatic_readouts.reading.promises import Promise, find_promises
from diplomatic_readouts.reading.sides import find_sides
from diplomatic_readouts.reading.subjects import ALL
from diplomatic_readouts.records import Mention, Pledge
from diplomatic_readouts.records.vocabulary import Instrument, PledgeStatus

_RESTATED = re.compile(r"\b(?:announced|promised|pledged|unveiled)\b")
_AS_ANNOUNCED = re.compile(r"\b[Aa]s (?:\w+ ){0,6}(?:announced|promised|pledged)\b")
_BY = re.compile(r" by (?:[A-Z][\w'.-]* ){0,5}")
_CHECKABLE = re.compile(
    r"\d|\b(?:hundred|thousand|dozen|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b"
    r"|\b(?:this|next|within the|by the end of the|before the end of)(?: this)? "
    r"(?:year|month|spring|summer|autumn|winter|week|half)\b|\b(?:by|before) (?:the )?end\b"
    r"|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b"
    r"|\b(?:an?|the) [A-Z]\w+ [A-Z]\w+"  # a single named act: "a Luban Workshop"
)
_ALWAYS_SPECIFIC = frozenset({"membership_support", "cooperation"})
_TO_MANY = re.compile(r"\bthe (?:region|continent)\b|\bdeveloping countries\b")


@cache
def _instruments() -> Gated[Instrument]:
    entries = read_lexicon("instruments", InstrumentEntry)
    return Gated((pattern, entry.id) for entry in entries for pattern in entry.patterns)


def find_instrument(words: str) -> Instrument | None:
    """Return what kind of thing the words of a promise pledge, or None.

    >>> find_instrument("provide a concessional loan for the port")
    'loan'
    """
    return next((instrument for pattern, instrument in _instruments().live(words) if pattern.search(words)), None)


def find_pledges(
    said: Said, scene: Scene, clauses: Clauses | None = None, mentions: Iterable[Mention] = ()
) -> tuple[Pledge, ...]:
    """Return the sentence's pledges in order; ``mentions`` name the persons who may have announced them."""
    clauses = clauses or read_clauses(said, scene)
    promises = find_promises(clauses, said)
    if not promises:
        return ()
    people = [mention for mention in mentions if mention.kind == "person"]
    pledges: list[Pledge] = []
    for promise in promises:
        instrument = find_instrument(clauses.text[promise.start : promise.end])
        overlaps = bool(pledges) and said.sentence.start + promise.start < pledges[-1].end
        if instrument is not None and not overlaps:
            pledges.append(_pledge(promise, instrument, clauses, said, scene, people))
    return tuple(pledges)


def _pledge(
    promise: Promise, instrument: Instrument, clauses: Clauses, said: Said, scene: Scene, people: list[Mention]
) -> Pledge:
    words = clauses.text[promise.start : promise.end]
    money = find_money(said.sentence.text, promise.start, promise.end)
    return Pledge(
        start=said.sentence.start + promise.start,
        end=said.sentence.start + promise.end,
        text=said.sentence.text[promise.start : promise.end],
        actor=None if promise.actor == ALL else promise.actor,
        recipient=_recipient(words, promise, clauses, scene),
        instrument=instrument,
        specific=_is_specific(words, instrument),
        amount=money[0].amount if money else None,
        currency=money[0].currency if money else None,
        status=_status(words, promise, clauses),
        announced_by=_announcer(said, clauses, people),
    )


def _recipient(words: str, promise: Promise, clauses: Clauses, scene: Scene) -> str | None:
    """Return whom it goes to: the first side named beside the giver, else the only other side of the act.

    A part of the world that is no bloc ("Africa") has no short name and is None.
    """
    for start, end, naming in find_sides(words.split(" with the participation")[0]):
        compound = words[end : end + 1] == "-" or words[:start].endswith("-")
        if naming.code != promise.actor and not compound:
            return naming.code if naming.code.isupper() else None
    if _TO_MANY.search(words):
        return None
    others = set(scene.others(promise.actor))
    named = others if len(others) == 1 else others & {match.value.code for match in find_sides(clauses.text)}
    return next((code for code in named if code.isupper()), None) if len(named) == 1 else None


def _is_specific(words: str, instrument: Instrument) -> bool:
    """Tell whether one could check that it happened: a number, date, edition or single named act."""
    if words.startswith("continue to"):
        return False
    return instrument in _ALWAYS_SPECIFIC or bool(_CHECKABLE.search(words))


def _status(words: str, promise: Promise, clauses: Clauses) -> PledgeStatus:
    if promise.done:
        return "delivered"
    told_before = _RESTATED.search(words) or _AS_ANNOUNCED.search(clauses.text[: promise.start])
    return "restated" if told_before else "new"


def _announcer(said: Said, clauses: Clauses, people: list[Mention]) -> str | None:
    """Return who is said to have announced it: "announced by X", "that X announced", or the speaker by that verb."""
    if said.cue is not None and said.cue.lemma == "announce" and said.speaker is not None:
        return said.speaker.name
    offset = said.sentence.start
    for match in _RESTATED.finditer(clauses.text):
        for person in people:
            by = clauses.text[match.end() : person.start - offset]
            if _BY.fullmatch(by) or 0 <= offset + match.start() - person.end <= 1:
                return person.value
    return None
