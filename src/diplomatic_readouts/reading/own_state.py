"""A page in; the state that it takes for granted out: that of its issuer, its author, its "we", its officials.

No list of persons or ministries: what a page does not print beside its own officials, it prints beside the others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from diplomatic_readouts.lexicons.entries import Place
from diplomatic_readouts.reading.candidates import subject_pattern
from diplomatic_readouts.reading.cast import Person, foremost, resolve
from diplomatic_readouts.reading.layout import Layout
from diplomatic_readouts.reading.missions import accredited_state, is_missions_own, mission_state, states_named
from diplomatic_readouts.reading.names import Naming
from diplomatic_readouts.reading.office_tails import skip_the
from diplomatic_readouts.reading.own_words import foreword
from diplomatic_readouts.reading.page import Page, person_of
from diplomatic_readouts.reading.sentence import Sentence
from diplomatic_readouts.reading.sides import find_sides, states
from diplomatic_readouts.reading.tokens import Token, find_tokens, kind_at, state_of, text_at

_OUR_COLLEAGUES = re.compile(r"\bour (?:\w+ )?([A-Z]\w+) (?:colleagues|friends|partners|brothers|neighbou?rs)\b")
_ISSUER = re.compile(
    r"\b[A-Z]\w+ (?:Embassy|Consulate|Foreign Ministry|Government)\b"
    r"|\b(?:Embassy|Ministry of Foreign Affairs) of (?:the )?[A-Z][\w’' ]+"
)
_OF = re.compile(r" of (?:the )?")
_ELSEWHERE = re.compile(r"\b(?:from|to|at|in|with|against) (?:the )?$")  # "received an official from"
_PAIR = re.compile(r"(?:The )?(?:\S+ )?([A-Z]\w+)[-–—]([A-Z]\w+) ")  # "Japan-China Foreign Ministers' Meeting"
_PREPOSITION = re.compile(r"\b(?:of|in|with|to|for|by|from|against)\s$")
_ACTS = re.compile(
    r"\s(?!(?:should|must|needs?|and|or|of|in|on|at|to|for|with|from|by|as|about|after|before|that|which|who)\b)[a-z]+"
)
_STATES = ("country", "demonym")
_LEAST_NAMED = 3  # namings of the only state on a page
_FIRST_PERSON = frozenset(("we", "our", "us", "i", "my"))
_LEAST_OWN = 2  # words of the first person that make a text somebody's own
_DATELINE = 60  # characters of the first sentence in which an agency stands


def deduce_state(layout: Layout, page: Page) -> str | None:
    """Return the state whose account the page is, by the first sign that tells, or None."""
    issued = _organ_state(page) or _issuer_state(layout, page) or _author_state(layout, page)
    if is_missions_own(layout, page):
        return issued or mission_state(layout, page) or _state_of_we(page) or _state_of_own_words(page)
    said = _agency_state(layout, page) or _state_of_we(page) or _own_state(page) or _paired_state(page)
    served = _leading_state(layout, page) or _accredited_state(page)
    return issued or said or served or _state_of_own_words(page) or _only_state(page)


def country_in(text: str, page: Page) -> str | None:
    """Return the first state that words name, by itself, an organ ("Department of State") or a seat."""
    for token in find_tokens(text, 0, len(text)):
        seats = [v.country for v in token.values if isinstance(v, Place) and v.kind == "venue"]
        if token.kind in ("country", "demonym") or state_of(token) or any(seats):
            return resolve(token.codes, page.states) or state_of(token) or next((s for s in seats if s), None)
    return None


def _agency_state(layout: Layout, page: Page) -> str | None:
    """Return the state of the agency in a stamp or dateline ("BEIJING, July 19 (Xinhua) --")."""
    lines = [page.source[s.start : s.end] for s in layout.segments if s.kind == "stamp"]
    lines += [page.text[s.start : s.start + _DATELINE] for s in page.sentences[:1]]
    organs = (state_of(t) for line in lines for t in find_tokens(line, 0, len(line)))
    return next((state for state in organs if state), None)


def _issuer_state(layout: Layout, page: Page) -> str | None:
    """Return the state of a headline's "Spokesperson of the Chinese Embassy", "Ministry of Foreign Affairs of Peru"."""
    match = _ISSUER.search(layout.title.text) if layout.title else None
    other = match and layout.title and _ELSEWHERE.search(layout.title.text, 0, match.start())
    return country_in(match[0], page) if match and not other else None


def _author_state(layout: Layout, page: Page) -> str | None:
    """Return the state that the author of a byline, or of a text introduced by "X published an article", serves."""
    byline = layout.byline
    authors = [p for p in page.cast.persons if byline and any(byline.start <= a < byline.end for a, _ in p.places)]
    if foreword(page) and not authors:
        authors = [p for n in page.sentences[0].namings if (p := page.cast.find(n))]
    return authors[0].country if authors else None


def _state_of_we(page: Page) -> str | None:
    """Return the state of the "we" that is set against "our Y colleagues" in "X and Y …"."""
    match = _OUR_COLLEAGUES.search(page.text)
    if match is None:
        return None
    others = {m.value.code for m in find_sides(match[1])}
    return foremost(Counter(c for s in page.sentences for c in states_named(page, s.tokens) if c not in others), 2)


def _state_of_own_words(page: Page) -> str | None:
    """Return the state that a text in the first person, with nobody quoted, names by far most often."""
    quoted = any(s.attribution and s.attribution.subject.kind in ("named", "role", "he") for s in page.sentences)
    own = sum(1 for s in page.sentences for t in s.tokens if t.kind != "country" and t.text.lower() in _FIRST_PERSON)
    if quoted or own < _LEAST_OWN:
        return None
    ranked = Counter(code for s in page.sentences for code in states_named(page, s.tokens)).most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]) else None


def _only_state(page: Page) -> str | None:
    """Return the state that a page names again and again, and no other."""
    named = Counter(code for s in page.sentences for code in states_named(page, s.tokens))
    return next(iter(named)) if len(named) == 1 and named.total() >= _LEAST_NAMED else None


def _own_state(page: Page) -> str | None:
    """Return the state that a page takes for granted: its officials carry no nationality, and it acts in their words.

    "President Xi" beside "Chilean President", "China is ready" in his words; states of foreign officials are out, and
    so are those that are only named ("Iran's attack").
    """
    foreign = _foreign_states(page)
    if page.cast.persons and not any(_is_unmarked(p) for p in page.cast.persons):
        return None  # the page prints everybody's nationality
    counts: Counter[str] = Counter()
    ours = True
    for sentence in page.sentences:
        subject = sentence.attribution.subject if sentence.attribution else None
        if subject and subject.kind != "he":
            person = person_of(page, subject)
            ours = _is_unmarked(person) if person else not subject.states
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
    }
    own_office = {p.name for p in page.cast.persons if any("Government" in office for office in p.offices)}
    return {p.country for p in page.cast.persons if p.country and p.name in acting - own_office}


def _paired_state(page: Page) -> str | None:
    """Return the only state that the page pairs with those of the foreign officials."""
    foreign = _foreign_states(page)
    if not any(_is_unmarked(p) and p.offices for p in page.cast.persons):
        return None
    pairs = (pair for s in page.sentences for pair in _pairs(page, s.tokens))
    found = {code for pair in pairs if pair & foreign for code in pair - foreign}
    return found.pop() if len(found) == 1 else None


def _pairs(page: Page, tokens: list[Token]) -> Iterator[set[str | None]]:
    """Yield the states named together: "China-Liberia relations", "Uruguay and the United States"."""
    for i, token in enumerate(tokens):
        other = skip_the(tokens, i + 2)
        if token.kind not in _STATES or kind_at(tokens, other) not in _STATES:
            continue
        if text_at(tokens, i + 1) in ("-", "–", "and"):
            yield {resolve(token.codes, page.states), resolve(tokens[other].codes, page.states)}


def _organ_state(page: Page) -> str | None:
    """Return the state whose organs the officials without nationality serve ("of the CPC Central Committee").

    An office that one state alone has counts as its organ ("State Councilor").
    """
    offices = (o for p in page.cast.persons if _is_unmarked(p) for o in p.offices)
    served = {state_of(t) for o in offices for t in find_tokens(o, 0, len(o))}
    served |= {_organ_behind(page, s, n) for s in page.sentences for n in s.namings if n.words and n.nouns}
    served -= {None}
    return served.pop() if len(served) == 1 else None


def _organ_behind(page: Page, sentence: Sentence, naming: Naming) -> str | None:
    """Return the state whose organ stands right behind a name ("Premier X of the State Council"), or None."""
    of = _OF.match(page.text, naming.name_end)
    return next((state_of(t) for t in sentence.tokens if of and t.start == of.end()), None)


def _accredited_state(page: Page) -> str | None:
    """Return the host of a foreign ambassador whom an unmarked official meets."""
    colleagues = {m.value.code for match in _OUR_COLLEAGUES.finditer(page.text) for m in find_sides(match[1])}
    host = accredited_state(page) if any(_is_unmarked(p) and p.offices for p in page.cast.persons) else None
    return None if host in colleagues else host


def _is_unmarked(person: Person) -> bool:
    return person.country is None and person.organization is None


def _acting_states(page: Page, sentence: Sentence) -> set[str]:
    """Return the states that take a stand in a sentence: "China is ready", "the UK's concern", "U.S. support for"."""
    found: set[str] = set()
    for subject in sentence.subjects:
        acts = _ACTS.match(page.text, subject.end) or (subject.kind == "joint" and page.text[subject.end] == ",")
        inner = _PREPOSITION.search(page.text[sentence.start : subject.start])
        listed = any(s.kind == "side" and s.end == subject.start - len(", ") for s in sentence.subjects)
        if subject.states and subject.kind in ("side", "joint") and acts and not inner and not listed:
            found.update(subject.states)
    for token in sentence.tokens:
        if token.kind in ("country", "demonym") and _own_noun().match(page.text, token.end):
            found.update(token.codes)
    return {c for c in found if c in states() and resolve((c,), page.states)}


@cache
def _own_noun() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s?)?\s(?:[a-z-]+\s){{0,2}}(?:{subject_pattern('own_noun')})\b(?!['’])")


def _leading_state(layout: Layout, page: Page) -> str | None:
    """Return the state of the first sentence's subject where the headline, too, puts it first.

    "Chinese President X held talks with …" under "X holds talks with …", or under "Japan-China Ministers' Meeting".
    """
    lead = next((s for s in page.sentences if s.encounter), None)
    subject = lead.encounter.subject if lead and lead.encounter else None
    person = person_of(page, subject) if subject else None
    if lead is None or layout.title is None or subject is None:
        return None
    pair = _PAIR.match(layout.title.text)
    if pair and person and person.country is None:
        return country_in(pair[1], page)
    country = person.country if person else resolve(subject.states[:1], page.states)
    title = layout.title.text
    tokens = find_tokens(title, 0, len(title))
    first = next((t for t in tokens if t.kind in ("country", "demonym") or _names(t, person)), None)
    if first is None or country is None:
        return None
    return country if _names(first, person) or country in first.codes else None


def _names(token: Token, person: Person | None) -> bool:
    return bool(person) and token.text.casefold() in (person.words if person else ())
