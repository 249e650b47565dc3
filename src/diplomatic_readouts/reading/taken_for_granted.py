"""A page in; the state that its own officials serve, whom it prints without a nationality, out.

"President Xi" beside "Chilean President": what a page does not print beside its own, it prints beside the others.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cache

from diplomatic_readouts.reading.candidates import Subject, subject_pattern
from diplomatic_readouts.reading.cast import Person, foremost, resolve
from diplomatic_readouts.reading.names import Naming
from diplomatic_readouts.reading.office_tails import ARTICLES
from diplomatic_readouts.reading.page import Page, person_of
from diplomatic_readouts.reading.sentence import Sentence
from diplomatic_readouts.reading.sides import states
from diplomatic_readouts.reading.tokens import Token, kind_at, text_at
from diplomatic_readouts.reading.wordings import alternatives

_PREPOSITION = re.compile(r"\b(?:of|in|with|to|for|by|from|against)\s$")
_ACTS = re.compile(
    r"\s(?!(?:should|must|needs?|and|or|of|in|on|at|to|for|with|from|by|as|about|after|before|that|which|who)\b)[a-z]+"
)
_TIES = re.compile(
    r"\b(?:ties|relations|relationship|partnership|friendship|alliance)(?: and [a-z -]{3,30})? between (?:the )?$"
)
_GROUP = re.compile(rf" (?:\w+ ){{0,2}}{alternatives('delegation')}\b")
_NEAR = 60  # characters before two states that tell what is between them
_STATES = ("country", "demonym")


def state_acting(page: Page) -> str | None:
    """Return the state that a page takes for granted: its officials carry no nationality, and it acts in their words.

    "President Xi" beside "Chilean President", "China is ready" in his words; states of foreign officials are out, and
    so are those that are only named ("Iran's attack").
    """
    foreign = _foreign_states(page)
    if page.cast.persons and not any(is_unmarked(p) for p in page.cast.persons):
        return None  # the page prints everybody's nationality
    counts: Counter[str] = Counter()
    ours = True
    for sentence in page.sentences:
        subject = sentence.attribution.subject if sentence.attribution else None
        if subject and subject.kind != "he":
            person = person_of(page, subject)
            ours = is_unmarked(person) if person else not subject.states
        others = sentence.asks or any(s.kind == "we" for s in sentence.subjects)  # "We believe that Peru will"
        counts.update(_acting_states(page, sentence) - foreign if ours and not others else ())
    return foremost(counts)


def _foreign_states(page: Page) -> set[str]:
    """Return the states of those who speak or meet and whose nationality the page prints."""
    acting = {
        p.name
        for s in page.sentences
        for n in s.namings
        if not s.asks and (p := page.cast.find(n)) and ((s.encounter and s.encounter.kind) or s.attribution)
        if not acts_beside(s, n)  # "she and U.S. Ambassador to Peru X met with"
    }
    own_office = {p.name for p in page.cast.persons if any("Government" in office for office in p.offices)}
    return {p.country for p in page.cast.persons if p.country and p.name in acting - own_office}


def _delegations(page: Page) -> set[str]:
    """Return the states of the delegations in the first sentence ("met with a Peruvian delegation")."""
    for sentence in page.sentences[:1]:
        words = page.text[sentence.start : sentence.end] if sentence.encounter else ""
        found = (t for t in sentence.tokens if t.kind == "demonym" and _GROUP.match(words, t.end - sentence.start))
        return {code for t in found if (code := resolve(t.codes, page.states))}
    return set()


def state_paired(page: Page) -> str | None:
    """Return the only state that the page pairs with those of the foreign officials."""
    foreign = _foreign_states(page) or _delegations(page)
    lead = next((s.encounter.subject for s in page.sentences if s.encounter), None)
    bare = lead is not None and lead.kind == "role" and not lead.states  # "The President spoke with"
    if not bare and not any(is_unmarked(p) and p.offices for p in page.cast.persons):
        return None
    pairs = (pair for s in page.sentences for pair in _pairs(page, s.tokens, _is_of_both(s)))
    found = {code for pair in pairs if pair & foreign for code in pair - foreign}
    return found.pop() if len(found) == 1 else None


def _pairs(page: Page, tokens: list[Token], both: bool) -> Iterator[set[str | None]]:
    """Yield the states named together: "China-Liberia relations", and of `both` "Uruguay and the United States"."""
    for i, token in enumerate(tokens):
        other = i + 2 + (text_at(tokens, i + 2) in ARTICLES)
        if token.kind not in _STATES or kind_at(tokens, other) not in _STATES:
            continue
        tied = both or _TIES.search(page.text, max(0, token.start - _NEAR), token.start)
        if text_at(tokens, i + 1) in (("-", "–", "and") if tied else ("-", "–")):
            yield {resolve(token.codes, page.states), resolve(tokens[other].codes, page.states)}


def _acting_states(page: Page, sentence: Sentence) -> set[str]:
    """Return the states that take a stand in a sentence: "China is ready", "the UK's concern", "U.S. support for"."""
    found: set[str] = set()
    ends = {s.end for s in sentence.subjects if s.kind == "side"}
    for subject in sentence.subjects:
        acts = _ACTS.match(page.text, subject.end) or (
            subject.kind == "joint" and page.text.startswith(",", subject.end)
        )
        inner = _PREPOSITION.search(page.text[max(sentence.start, subject.start - _NEAR) : subject.start])
        listed = subject.start - len(", ") in ends
        if is_capital(sentence, subject):
            continue  # "Vienna was a seat"
        if subject.states and subject.kind in ("side", "joint") and acts and not (inner or listed):
            found.update(subject.states)
    for token in sentence.tokens:
        if token.kind in ("country", "demonym") and _own_noun().match(page.text, token.end):
            found.update(token.codes)
    return {c for c in found if c in states() and resolve((c,), page.states)}


@cache
def _own_noun() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s?)?\s(?:[a-z-]+\s){{0,2}}(?:{subject_pattern('own_noun')})\b(?!['’])")


def is_unmarked(person: Person) -> bool:
    """Return whether the page prints neither state nor organization beside a person."""
    return person.country is None and person.organization is None


def is_capital(sentence: Sentence, subject: Subject) -> bool:
    """Return whether a subject is a capital, which may stand for its state or only be a place."""
    at = bisect_left(sentence.tokens, subject.start, key=lambda t: t.start)
    return kind_at(sentence.tokens, at) == "capital" and sentence.tokens[at].start == subject.start


def acts_beside(sentence: Sentence, naming: Naming) -> bool:
    """Return whether a naming is an ambassador's, as part of the subject of the sentence's act beside another's."""
    subject = sentence.encounter.subject if sentence.encounter else None
    joint = subject is not None and subject.kind == "joint" and subject.start <= naming.start < subject.end
    return joint and "ambassador" in naming.nouns


def _is_of_both(sentence: Sentence) -> bool:
    """Return whether both sides speak ("The two leaders agreed that Uruguay and the United States should")."""
    return sentence.attribution is not None and sentence.attribution.subject.kind in ("joint", "they")
