"""A page in; the state that it takes for granted out: that of its issuer, its author, its "we", its officials.

No list of persons or ministries: what a page does not print beside its own officials, it prints beside the others.
"""

from __future__ import annotations

import re
from collections import Counter

from diplomatic_readouts.lexicons.entries import Place
from diplomatic_readouts.reading.cast import Person, foremost, resolve
from diplomatic_readouts.reading.guests import opening_actor, persons_in
from diplomatic_readouts.reading.layout import Layout
from diplomatic_readouts.reading.missions import (
    accredited_state,
    is_missions_own,
    mission_state,
    serves_mission,
    states_named,
)
from diplomatic_readouts.reading.names import Naming
from diplomatic_readouts.reading.own_words import foreword, quotes
from diplomatic_readouts.reading.page import Page, person_of
from diplomatic_readouts.reading.sentence import Sentence
from diplomatic_readouts.reading.sides import find_sides
from diplomatic_readouts.reading.taken_for_granted import is_unmarked, state_acting, state_paired
from diplomatic_readouts.reading.tokens import Token, find_tokens, state_of, token_at

_OUR_COLLEAGUES = re.compile(r"\bour (?:\w+ )?([A-Z]\w+) (?:colleagues|friends|partners|brothers|neighbou?rs)\b")
_ISSUER = re.compile(
    r"\b[A-Z]\w+ (?:Embassy|Consulate|Foreign Ministry|Government)\b"
    r"|\b(?:Embassy|Ministry of Foreign Affairs) of (?:the )?[A-Z][\w’' ]+"
)
_BRACKETS = re.compile(r"\([^()]*\)")
_OF = re.compile(r" of (?:the )?")
_ISSUES = re.compile(
    r"(?:^(?:the |a )?|\b(?:by|spokes\w+ (?:of|for|from)"
    r"|(?:statement|remarks|response|release|answers?) (?:of|from|by)) (?:the )?)$",
    re.IGNORECASE,
)
_PAIR = re.compile(r"(?:The )?(?:\S+ )?([A-Z]\w+)[-–—]([A-Z]\w+) ")  # "Japan-China Foreign Ministers' Meeting"
_LEAST_NAMED = 3  # namings of the only state on a page
_FIRST_PERSON = frozenset(("we", "our", "us", "i", "my"))
_LEAST_OWN = 2  # words of the first person that make a text somebody's own
_OPENING = 4  # words of a headline
_DATELINE = 60  # characters of the first sentence in which an agency stands


def deduce_state(layout: Layout, page: Page) -> str | None:
    """Return the state whose account the page is, by the first sign that tells, or None."""
    issued = _organ_state(page) or _issuer_state(layout, page) or _author_state(layout, page)
    if is_missions_own(layout, page):
        served = mission_state(layout, page)
        own = _state_of_we(page) or _state_of_own_words(page) or _state_of_article(page)
        return issued or served or own or state_paired(page)
    told = issued or _agency_state(layout, page) or _state_of_we(page)
    head = _speaking_head(page)
    said = state_acting(page) or state_paired(page)
    if head and layout.title and _opens_with(layout.title.text, head):
        said = head.country
    if head and not layout.title and said not in (None, head.country):
        return told  # the ambassador's account, or the host's
    served = _leading_state(layout, page) or _accredited_state(page)
    return told or said or served or _state_of_own_words(page) or _only_state(page) or _leading_mission(page)


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
    opening = [page.text[s.start : s.start + _DATELINE] for s in page.sentences[:1]]
    lines += [bracket for words in opening for bracket in _BRACKETS.findall(words)]
    organs = (state_of(t) for line in lines for t in find_tokens(line, 0, len(line)))
    return next((state for state in organs if state), None)


def _issuer_state(layout: Layout, page: Page) -> str | None:
    """Return the state of a headline's "Spokesperson of the Chinese Embassy", "Ministry of Foreign Affairs of Peru"."""
    match = _ISSUER.search(layout.title.text) if layout.title else None
    issues = match and layout.title and _ISSUES.search(layout.title.text, 0, match.start())
    return country_in(match[0], page) if match and issues else None


def _author_state(layout: Layout, page: Page) -> str | None:
    """Return the state that the author of a byline, or of a text introduced by "X published an article", serves."""
    authors = page.cast.named_in(layout.byline.start, layout.byline.end) if layout.byline else []
    if foreword(page) and not authors:
        authors = [p for n in page.sentences[0].namings if (p := page.cast.find(n))]
    return authors[0].country if authors else None


def _state_of_we(page: Page) -> str | None:
    """Return the state of the "we" that is set against "our Y colleagues" in "X and Y …"."""
    match = _OUR_COLLEAGUES.search(page.text) if "our " in page.text else None
    if match is None:
        return None
    others = {m.value.code for m in find_sides(match[1])}
    return foremost(Counter(c for s in page.sentences for c in states_named(page, s.tokens) if c not in others), 2)


def _state_of_own_words(page: Page) -> str | None:
    """Return the state that a text in the first person, with nobody quoted, names by far most often."""
    if any(s.attribution and s.attribution.subject.kind in ("named", "role", "he") for s in page.sentences):
        return None
    own = sum(1 for s in page.sentences for t in s.tokens if t.kind != "country" and t.text.lower() in _FIRST_PERSON)
    if own < _LEAST_OWN:
        return None
    ranked = Counter(code for s in page.sentences for code in states_named(page, s.tokens)).most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]) else None


def _state_of_article(page: Page) -> str | None:
    """Return the state that takes a stand in a text that a mission gives whole as its head's own."""
    return state_acting(page) if foreword(page) or not any(quotes(s) for s in page.sentences) else None


def _only_state(page: Page) -> str | None:
    """Return the state that a page names again and again, and no other."""
    named = Counter(code for s in page.sentences for code in states_named(page, s.tokens))
    return next(iter(named)) if len(named) == 1 and named.total() >= _LEAST_NAMED else None


def _organ_state(page: Page) -> str | None:
    """Return the state whose organs the officials without nationality serve ("of the CPC Central Committee").

    An office that one state alone has counts as its organ ("State Councilor").
    """
    offices = (o for p in page.cast.persons if is_unmarked(p) for o in p.offices)
    served = {state_of(t) for o in offices for t in find_tokens(o, 0, len(o))}
    served |= {_organ_behind(page, s, n) for s in page.sentences for n in s.namings if n.words and n.nouns}
    served -= {None}
    return served.pop() if len(served) == 1 else None


def _organ_behind(page: Page, sentence: Sentence, naming: Naming) -> str | None:
    """Return the state whose organ stands right behind a name ("Premier X of the State Council"), or None."""
    of = _OF.match(page.text, naming.name_end)
    organ = token_at(sentence.tokens, of.end()) if of else None
    return state_of(organ) if organ and not _OF.match(page.text, organ.end) else None


def _accredited_state(page: Page) -> str | None:
    """Return the host of a foreign ambassador whom an unmarked official meets."""
    colleagues = {m.value.code for match in _OUR_COLLEAGUES.finditer(page.text) for m in find_sides(match[1])}
    acting = {
        person.name
        for s in page.sentences
        for told in (s.attribution, s.encounter)
        if told and told.subject
        for person in persons_in(page, s, told.subject.start, told.subject.end)
    }
    own = any(is_unmarked(p) and p.offices and p.name in acting for p in page.cast.persons)
    host = accredited_state(page) if own else None
    return None if host in colleagues else host


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


def _leading_mission(page: Page) -> str | None:
    """Return the state of the ambassador who is the subject of the first act ("Chinese Ambassador X called on")."""
    person = opening_actor(page)
    return person.country if person and serves_mission(person) else None


def _speaking_head(page: Page) -> Person | None:
    """Return the ambassador who is the first to act and the first to speak, with a nationality, or None."""
    told = ((s, subject) for s in page.sentences if s.encounter and (subject := s.encounter.subject))
    said = ((s, s.attribution.subject) for s in page.sentences if s.attribution)
    first = [next((p for s, subject in each if (p := person_of(page, subject))), None) for each in (told, said)]
    head = first[0]
    return head if head and head is first[1] and head.country and serves_mission(head) else None


def _opens_with(title: str, person: Person) -> bool:
    """Return whether a headline names a person among its first words ("Fu Lan Attends the Ceremony")."""
    return bool(set(person.words) & {word.casefold() for word in title.split()[:_OPENING]})


def _names(token: Token, person: Person | None) -> bool:
    return bool(person) and token.text.casefold() in (person.words if person else ())
