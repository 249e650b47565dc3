"""What a sentence is about: a Said in, up to three topics out, most central first.

Words of lexicons/topics.toml are weighed; each word counts once, and a longer phrase hides the shorter ones in it.
Of a lead that only reports an encounter, no more than its purpose and what was discussed is read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import TopicEntry
from diplomatic_readouts.reading.attribution import Said, Scene
from diplomatic_readouts.reading.clauses import Clauses, read_clauses
from diplomatic_readouts.reading.gated import GatedPattern
from diplomatic_readouts.reading.hinted import HintedPatterns
from diplomatic_readouts.reading.phrases import Folded, Phrases, fold
from diplomatic_readouts.reading.sides import find_side, find_sides
from diplomatic_readouts.reading.subjects import ALL
from diplomatic_readouts.reading.wordings import alternatives, wording
from diplomatic_readouts.records import Mention
from diplomatic_readouts.records.vocabulary import Act, Topic

MOST = 3
"""A sentence has at most so many topics."""

_SHARE = 0.35
_FURTHER = 0.25
_BOTH = 0.9
"""The weight, for relations, of both sides as a subject."""
_SEVERAL = 1.4
"""The least weight of the faint words of what both sides say: to speak as both sides is not to be about relations."""
_COURTESY = frozenset(("greet", "thank", "narrate"))
_OPENING = re.compile(rf"\W*{alternatives('regarding')}\s+(?!\d|[A-Z]\w+ \d)[^,]*,")
# (?=\w\w): each of the words has two letters; of "a-a-a-" all are spared
_MATTER = GatedPattern(re.compile(rf"\b(?=\w\w){alternatives('matter')}\b(?! (?:\w+ )?\d)", re.IGNORECASE))
_OF_ACTIVITIES = frozenset(
    ("bilateral_ties", "protocol", "regional_forums", "global_governance", "governance", "taiwan")
)
"""Topics that the name of an activity does not tell."""
_SETTING = re.compile(rf" {alternatives('setting')}.*")
_OUTBREAK = re.compile(alternatives("outbreak"))
_BACKDROP = re.compile(rf"\b{alternatives('backdrop')} (?:\w+ ){{0,4}}{alternatives('outbreak')}")
_TITLE = re.compile(r'\b(?:entitled|titled),? "[^"]*"')
_OFFICE = re.compile(
    rf"\b(?:(?:[A-Z][\w'-]* (?:and )?){{1,3}}(?!Commi))?{alternatives('body')}\b"
    r"(?: (?:of|for|on) (?:the )?(?:[A-Z][\w'-]*(?:,? and |, |,? & | of | for | )?(?=[A-Z]))*[A-Z][\w'-]*)?"
)
_OFFICES = GatedPattern(_OFFICE)
_ACTIVITY = GatedPattern(wording("activity"))
_MASKED = frozenset(("person", "place"))
_AT = re.compile(rf"\b{alternatives('at_forum')} (?:the )?(?:\w+ )?$")
_FORUM = re.compile(alternatives("forum"))


class _Word(NamedTuple):
    """A word of a topic in the text."""

    start: int
    text: str
    entry: TopicEntry


@cache
def _forms() -> Phrases[TopicEntry]:
    return Phrases((form, entry) for entry in read_lexicon("topics", TopicEntry) for form in entry.forms)


@cache
def _patterns() -> HintedPatterns[TopicEntry]:
    return HintedPatterns(read_lexicon("topics", TopicEntry))


def find_topics(
    said: Said,
    scene: Scene,
    clauses: Clauses | None = None,
    acts: tuple[Act, ...] | None = None,
    mentions: tuple[Mention, ...] = (),
) -> tuple[Topic, ...]:
    """Return what the sentence is about, at most three topics, most central first; none for mere procedure.

    The words of names do not count: of the persons, places, bodies and gatherings among ``mentions``, and of offices.
    """
    clauses = clauses or read_clauses(said, scene)
    text = _told(said, _without_names(clauses.text, said.sentence.start, mentions))
    if said.basis == "narrator" and (acts is None or acts == ("narrate",)):
        matter = _MATTER.search(text)
        if matter is None:
            return _of_activity(clauses.text)
        text = text[matter.start() :]
    folded = clauses.folded if text is clauses.text else fold(text)
    words = _without_parties(_words(text, folded), scene)
    found = _weighed(words)
    if found or said.basis == "narrator":
        return found
    if wording("meets_again").search(text):
        return ()
    if acts and {"greet", "thank"} & set(acts) and set(acts) <= _COURTESY:
        return ("protocol",)
    if said.basis == "joint":
        return _faint(words, text, clauses, least=_SEVERAL)
    return _faint(words, text, clauses)


def _of_activity(text: str) -> tuple[Topic, ...]:
    """Return what the doings of a mission are about, told by what it attends, holds, visits or gives."""
    activity = _ACTIVITY.search(text)
    if activity is None or not wording("of_mission").search(text) or wording("encountered").search(text):
        return ()
    matter = _OFFICE.sub("", _SETTING.sub("", _TITLE.sub("", text[activity.start() :])))
    words = [word for word in _words(matter, fold(matter)) if word.entry.id not in _OF_ACTIVITIES]
    return _weighed(words)


def _without_names(text: str, offset: int, mentions: tuple[Mention, ...]) -> str:
    """Return the sentence with the names in which a topic's word only seems to stand blanked out; as long as before."""
    spans = [(m.start - offset, m.end - offset) for m in mentions if _is_mere_name(m, text, m.start - offset)]
    if _OUTBREAK.search(text):
        spans += [m.span() for m in _BACKDROP.finditer(text)]
    spans += [m.span() for m in _OFFICES.finditer(text) if _misleads(m.group())]
    for start, end in spans:
        text = text[:start] + "·" * (min(end, len(text)) - start) + text[end:]
    return text


def _is_mere_name(mention: Mention, text: str, at: int) -> bool:
    """Tell whether a mention is a name whose words say nothing of the matter: a gathering where it is a place."""
    if mention.kind == "event":
        names = bool(_FORUM.search(mention.text) and _AT.search(text[max(0, at - 24) : at]))
    elif mention.kind == "organization":
        names = "Commi" not in mention.text and bool(_OFFICE.search(mention.text))
    else:
        names = mention.kind in _MASKED
    return names and _misleads(" ".join(mention.text.split()))


@lru_cache(maxsize=10_000)
def _misleads(name: str) -> bool:
    """Tell whether a topic's word stands in a name that is no topic's word as a whole, nor one of a forum."""
    found = _forms().find_all(name)
    whole = any(m.value.id == "regional_forums" or m.end - m.start == len(name) for m in found)
    return bool(found) and not whole


def _without_parties(words: list[_Word], scene: Scene) -> list[_Word]:
    """Return the words without hotspots that are a party's own name: a meeting with Haiti is not about Haiti."""
    return [w for w in words if w.entry.id != "hotspots" or find_side(w.text) not in scene.parties]


def _told(said: Said, text: str) -> str:
    """Return the sentence without who says it and where: its cue, the content, and an opening "On trade, "."""
    if said.cue is None or not said.content or said.basis == "joint":
        return text
    start = said.sentence.start
    pieces = [(said.cue.start, said.cue.end), *((span.start, span.end) for span in said.content)]
    opening = _OPENING.match(text)
    if opening:
        pieces.append((start, start + opening.end()))
    return " ".join(text[a - start : b - start] for a, b in sorted(pieces))


def _faint(words: list[_Word], text: str, clauses: Clauses, least: float = 0) -> tuple[Topic, ...]:
    """Return what a sentence is about that names no matter: what its faint words tell, else relations, else nothing."""
    sums: dict[Topic, float] = defaultdict(float)
    for word in words:
        sums[word.entry.id] += word.entry.weight
    if not least and _names_both(text, clauses):
        sums["bilateral_ties"] += _BOTH
    first = max(sums, key=lambda topic: sums[topic], default=None)
    return (first,) if first is not None and sums[first] >= least else ()


def _names_both(text: str, clauses: Clauses) -> bool:
    """Tell whether both sides are a subject, or the side that speaks, or "we", stands beside another."""
    if any(s.code == ALL for s in clauses.subjects):
        return True
    named = {match.value.code for match in find_sides(text)}
    others = named - {clauses.own}
    return bool(others) and (len(named) > len(others) or any(s.who == "own" for s in clauses.subjects))


def _weighed(words: list[_Word]) -> tuple[Topic, ...]:
    """Return the topics that weigh most, by weight and then place; a topic's further words add a quarter each."""
    weights: dict[Topic, list[float]] = defaultdict(list)
    places: dict[Topic, int] = {}
    for word in words:
        if word.entry.weight < 1:
            continue
        weights[word.entry.id].append(word.entry.weight)
        places.setdefault(word.entry.id, word.start)
    sums = {t: max(each) + _FURTHER * (sum(each) - max(each)) for t, each in weights.items()}
    least = _SHARE * max(sums.values(), default=0)
    kept = sorted((t for t in sums if sums[t] >= least), key=lambda t: (-sums[t], places[t]))
    return tuple(kept[:MOST])


def _words(text: str, folded: Folded) -> list[_Word]:
    """Return each different word or phrase of a topic once, none that lies in a longer phrase."""
    found: list[tuple[int, int, TopicEntry]] = []
    reach = 0
    for match in _forms().find_all(folded):
        if match.end > reach or (found and match[:2] == found[-1][:2]):
            found.append((match.start, match.end, match.value))
            reach = max(reach, match.end)
    found += _patterns().find_all(text, folded)
    words: dict[tuple[Topic, str], _Word] = {}
    for start, end, entry in found:
        words.setdefault((entry.id, text[start:end].lower()), _Word(start, text[start:end], entry))
    return list(words.values())
