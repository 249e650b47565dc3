"""A page in; whether an embassy or consulate issued it, whose it is, and to which state it is posted, out.

A mission's page prints no nationality beside its own people nor, often, beside those of its host: "Ambassador Fu met
with Minister Prado". What tells is who serves in a mission (the offices of the lexicon), and for whom they speak.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import Office
from diplomatic_readouts.reading.cast import Person, foremost, resolve
from diplomatic_readouts.reading.guests import opening_actor
from diplomatic_readouts.reading.layout import Layout
from diplomatic_readouts.reading.own_words import is_statement
from diplomatic_readouts.reading.page import Page, person_of
from diplomatic_readouts.reading.sentence import Sentence
from diplomatic_readouts.reading.sides import find_sides, states
from diplomatic_readouts.reading.taken_for_granted import acts_beside, is_capital
from diplomatic_readouts.reading.tokens import Token, text_at
from diplomatic_readouts.reading.wordings import rare

MISSION = r"(?:Embassy|Consulate(?:[- ]General)?|High Commission)"
"""What finds the noun of a mission."""
_CRUMB = re.compile(rf"\b(?:{MISSION}|Ambassador|Consul|News of the Mission)\b")
_BEHIND = re.compile(r"[>|»›/]")  # what a crumb stands behind
_HEAD = r"(?:H\.? ?E\.? )?(?:Mr\.? |Ms\.? |Mrs\.? )?(?:Ambassador|Consul[- ]General|Charg[eé])"
_DOES = (
    r"(?:co-)?(?:hosts?|hosted|holds?|held|donate[sd]|organi[sz]e[sd]|celebrate[sd]|hand(?:s|ed)|present(?:s|ed)"
    r"|hand(?:s|ed)? ?over(?:s|ed)?|issue[sd]|gives?|gave)\b"
)
_HEADLINE = re.compile(
    rf"(?:the )?(?-i:[A-Z]\w+ )?{_HEAD}\b|.*\bby {_HEAD}\b"
    rf"|(?:the )?(?-i:[A-Z]\w+ )?{MISSION}(?: of (?:the )?(?-i:[A-Z])[\w’' ]+?)?(?: in (?-i:[A-Z])[\w ]+?)? {_DOES}"
    rf"|.*\b{MISSION}(?:['’]s)? Spokes(?:person|man|woman)\b"
    rf"|Spokes(?:person|man|woman) of the [\w’ ]*{MISSION}\b",
    re.IGNORECASE,
)
_OF_STATE = re.compile(rf"\b(?P<state>[A-Z]\w+) {MISSION}\b|\b{MISSION} of (?P<of>(?:the )?[A-Z][\w’' ]+)")
_POSTED = re.compile(
    rf"\b(?:{MISSION}\s+(?:in|to|at)|(?:Ambassador|Commissioner|Affaires|General)\s+(?:to|in))\s+(.{{3,60}})"
)
_ACCREDITED = re.compile(r"\bto (?:the )?([A-Z].*)$")
_STATES = ("country", "demonym")
_PLACES = (*_STATES, "cap", "place")
_FAR_MORE = 2  # times as often as any other
_FIRST_PERSON = re.compile(r"[IMm]y?\b")
_CLAUSE = re.compile(r"(?:\bthat|\bsaid|[,;:“\"])\s*(?:the\s+)?$", re.IGNORECASE)


@cache
def _mission_nouns() -> frozenset[str]:
    return frozenset(entry.noun for entry in read_lexicon("offices", Office) if entry.mission)


def serves_mission(person: Person) -> bool:
    """Return whether a person's office is one of an embassy or consulate."""
    return bool(person.nouns & _mission_nouns())


@lru_cache(maxsize=2)  # several stages ask it of the same page
def is_missions_own(layout: Layout, page: Page) -> bool:
    """Return whether a mission tells of its own people: not ministry news that it only prints again."""
    persons = page.cast.persons
    own = not persons or any(serves_mission(p) for p in persons)
    return _in_office(page) or (_is_marked(layout, page) and (own or is_statement(page, layout)))


def is_missions(layout: Layout, page: Page) -> bool:
    """Return whether an embassy or consulate issued the page."""
    return _is_marked(layout, page) or _in_office(page)


@lru_cache(maxsize=2)
def _is_marked(layout: Layout, page: Page) -> bool:
    """Return whether breadcrumb, byline, headline or first subject tell that a mission issued the page."""
    for crumb in layout.breadcrumbs:
        first = _BEHIND.search(crumb.text)
        if first and _CRUMB.search(crumb.text, first.end()):
            return True
    if layout.byline and re.search(rf"\b(?:{_HEAD})", layout.byline.text):
        return True
    if _is_headed(layout):
        return True
    person = opening_actor(page)
    return person is not None and person.country is None and bool(person.nouns) and person.nouns <= _mission_nouns()


@lru_cache(maxsize=2)
def _in_office(page: Page) -> bool:
    """Return whether the text is an ambassador's own ("I am proud to serve here as consul general")."""
    text = page.text
    if not ("mbassador" in text or "onsul" in text) or not _FIRST_PERSON.search(text):
        return False  # most pages, by words that are part of every such pattern: 20 times as fast
    return any(rare("in_office").search(text, s.start, s.end) for s in page.sentences)


@lru_cache(maxsize=2)
def is_hosted(layout: Layout, page: Page) -> bool:
    """Return whether a mission or its head does what headline or first sentence tell ("The Chinese Embassy held")."""
    encounter = page.sentences[0].encounter if page.sentences else None
    subject = encounter.subject if encounter else None
    acts = subject and subject.kind == "side" and re.search(MISSION, page.text[subject.start : subject.end])
    return bool(acts) or _is_headed(layout)


def _is_headed(layout: Layout) -> bool:
    """Return whether the headline is about a mission or its head ("Ambassador X visits", "Embassy hosts")."""
    return layout.title is not None and bool(_HEADLINE.match(layout.title.text))


def mission_state(layout: Layout, page: Page) -> str | None:
    """Return the state that a mission serves: named as its own, its head's nation, or whom its people speak for."""
    named = {s for words in _texts(layout, page) for s in _owners(words)}
    ambassadors = [p for p in page.cast.persons if "ambassador" in p.nouns]
    if not named and all(p.country for p in ambassadors):  # else they are the colleagues of an own one
        named = {p.country for p in ambassadors if p.country}
    if len(named) == 1:
        return named.pop()
    if named:
        return None
    stated = page.sentences if is_statement(page, layout) else ()
    return (
        _spoken_for(page, _own_words(page))
        or _spoken_for(page, stated)
        or _first_of_pairs(page)
        or accredited_state(page)
    )


def accredited_state(page: Page) -> str | None:
    """Return the state to which a foreign ambassador is posted ("Chinese Ambassador to Jamaica"), if only one."""
    namings = (
        n for s in page.sentences for n in s.namings if n.states and "ambassador" in n.nouns and not acts_beside(s, n)
    )
    posts = {m.group(1) for n in namings for o in n.offices if (m := _ACCREDITED.search(o))}
    states = {code for post in posts for code in _first_side(post)}
    return states.pop() if len(states) == len(posts) == 1 else None


@lru_cache(maxsize=4)
def host_of(layout: Layout, page: Page, own: str | None) -> str | None:
    """Return the state to which a mission is posted: "Embassy in X", "Ambassador to X", or the only other one named."""
    posted = {
        code
        for words in _texts(layout, page)
        for m in _POSTED.finditer(words)
        for code in _first_side(m[1])
        if code != own
    }
    headline = layout.title.text if layout.title else ""
    others = posted or {m.value.code for m in find_sides(headline) if m.value.code in states()} - {own}
    others = others or {c for s in page.sentences for c in states_named(page, s.tokens)} - {own}
    return others.pop() if len(others) == 1 else None


def _texts(layout: Layout, page: Page) -> Iterator[str]:
    if layout.title:
        yield layout.title.text
    yield from (crumb.text for crumb in layout.breadcrumbs)
    yield from (page.text[s.start : s.end] for s in page.sentences)


def _owners(words: str) -> Iterator[str]:
    """Yield the states of "the Chinese Embassy", "the Embassy of China"."""
    for match in _OF_STATE.finditer(words):
        yield from _first_side(match["state"] or match["of"])


def _first_side(words: str) -> tuple[str, ...]:
    """Return the state that words begin with, within an article or the long form of a name, or nothing."""
    found = [m.value.code for m in find_sides(words) if m.start <= len("the Commonwealth of ")]
    return tuple(c for c in found[:1] if c in states())


def states_named(page: Page, tokens: list[Token]) -> Iterator[str]:
    """Yield the states that tokens name, as often as they do."""
    codes = (resolve(t.codes, page.states) for t in tokens if t.kind in ("country", "demonym"))
    return (c for c in codes if c)


def _spoken_for(page: Page, words: Iterable[Sentence]) -> str | None:
    """Return the state that takes a stand in the words of the mission's people ("said that China is ready to")."""
    return foremost(Counter(code for s in words for code in _acting(page, s)))


def _own_words(page: Page) -> Iterator[Sentence]:
    """Yield the sentences that give the words of the mission's people."""
    ours = False
    own = next((p for p in page.cast.persons if serves_mission(p)), None)
    for sentence in page.sentences:
        subject = sentence.attribution.subject if sentence.attribution else None
        if subject and subject.kind != "he":
            person = person_of(page, subject)
            ours = person is not None and own is not None and serves_mission(person) and person.country == own.country
        if ours:
            yield sentence


def _acting(page: Page, sentence: Sentence) -> Iterator[str]:
    """Yield the states that head a clause of a sentence."""
    for subject in sentence.subjects:
        before = page.text[sentence.start : subject.start]
        heads = not before.strip() or _CLAUSE.search(before)
        if subject.kind == "side" and heads and not is_capital(sentence, subject):
            code = resolve(subject.states, page.states)
            if code and page.text[subject.end : subject.end + 1] not in ("'", "’", "-"):
                yield code


def _first_of_pairs(page: Page) -> str | None:
    """Return the state that by far stands first where the mission or the page pairs two ("China and Peru")."""
    own = foremost(Counter(code for s in _own_words(page) for code in _firsts(page, s.tokens)), _FAR_MORE)
    return own or foremost(Counter(code for s in page.sentences for code in _firsts(page, s.tokens)), _FAR_MORE)


def _firsts(page: Page, tokens: list[Token]) -> Iterator[str]:
    for n, (one, between, other) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False)):
        listed = text_at(tokens, n - 1) in (",", "and") if n else False  # "Guyana, Suriname and Jamaica"
        pairs = between.text in ("and", "-", "–") and one.kind in _STATES and other.kind in _PLACES
        if pairs and not listed:
            yield from states_named(page, [one])
