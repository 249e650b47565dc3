"""A page in; whose account it is out: stated by a masthead, deduced from what the page takes for granted, or null."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from diplomatic_readouts.reading.cast import Person, resolve
from diplomatic_readouts.reading.layout import Layout
from diplomatic_readouts.reading.page import Page, Sentence, person_of
from diplomatic_readouts.reading.sides import alpha3, find_sides
from diplomatic_readouts.reading.source import SourceText
from diplomatic_readouts.reading.tokens import Token, find_tokens, state_of
from diplomatic_readouts.records import Publisher, Span
from diplomatic_readouts.records.vocabulary import PublisherBasis

_OUR_COLLEAGUES = re.compile(r"\bour (?:\w+ )?([A-Z]\w+) (?:colleagues|friends|partners|brothers|neighbou?rs)\b")
_NEWS = re.compile(r"(?:.{0,200}[>|»›/]\s*)?(?P<side>[A-Z]\w+) (?:Diplomatic |Foreign )?News\s*", re.DOTALL)
_GOVERNMENT_HOST = re.compile(r"\.(?:(?:gov|gob|gouv|govt|go|gub|gv|gc|mfa|mil)\.(?P<state>[a-z]{2})|gov|mil)$")
_OWN_WEIGHT = 3  # a state that acts in the words of an official without nationality, against one merely named


def read_publisher(source: SourceText, layout: Layout, page: Page) -> Publisher:
    """Return whose account the page is; unknown where nothing tells."""
    for masthead in _mastheads(layout, source.text):
        country = _country_in(masthead.text, page)
        if country:
            return Publisher(name=_one_line(masthead.text), country=country, basis="stated", span=masthead)
    country = _country_in(source.publisher or "", page)
    if country or _names_a_body(source.publisher or ""):
        return Publisher(name=source.publisher, country=country, basis="stated", span=None)
    for crumb in layout.breadcrumbs:
        match = _NEWS.fullmatch(crumb.text)
        country = _country_in(match["side"], page) if match else None
        if match and country:
            words = crumb.text[match.start("side") :].rstrip()
            start = crumb.start + match.start("side")
            span = Span(start=start, end=start + len(words), text=words)
            return Publisher(name=None, country=country, basis="inferred", span=span)
    country = _host_state(source.url)
    if country:
        return Publisher(name=source.publisher, country=country, basis="inferred", span=None)
    country = _author_state(layout, page) or _state_of_we(page) or _own_state(page) or _leading_state(layout, page)
    basis: PublisherBasis = "inferred" if country else "stated" if source.publisher else "unknown"
    return Publisher(name=source.publisher, country=country, basis=basis, span=None)


def _mastheads(layout: Layout, text: str) -> list[Span]:
    """Return the mastheads, lines that stand together as one ("Ministry of Foreign Affairs", "The Republic of …")."""
    found: list[Span] = []
    for line in layout.mastheads:
        last = found[-1] if found else None
        if last and not text[last.end : line.start].strip():
            found[-1] = Span(start=last.start, end=line.end, text=text[last.start : line.end])
        else:
            found.append(line)
    return found


def _host_state(url: str | None) -> str | None:
    """Return the state whose government's site an address is on: "….gov", "….gov.cn", "….gob.cl", "….go.jp"."""
    match = _GOVERNMENT_HOST.search(urlsplit(url).hostname or "") if url else None
    if match is None:
        return None
    return alpha3(match["state"]) if match["state"] else "USA"


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _country_in(text: str, page: Page) -> str | None:
    """Return the first state that words name, or None."""
    named = (t for t in find_tokens(text, 0, len(text)) if t.kind in ("country", "demonym"))
    return next((resolve(t.codes, page.states) for t in named), None)


def _names_a_body(text: str) -> bool:
    """Return whether words name a bloc or an international organization."""
    return any(
        t.kind == "region" or (t.kind == "organization" and not state_of(t)) for t in find_tokens(text, 0, len(text))
    )


def _author_state(layout: Layout, page: Page) -> str | None:
    """Return the state that a byline's author serves."""
    byline = layout.byline
    authors = [p for p in page.cast.persons if byline and any(byline.start <= a < byline.end for a, _ in p.places)]
    return authors[0].country if authors else None


def _state_of_we(page: Page) -> str | None:
    """Return the state of the "we" that is set against "our Y colleagues" in "X and Y …"."""
    match = _OUR_COLLEAGUES.search(page.text)
    if match is None:
        return None
    others = {m.value.code for m in find_sides(match[1])}
    ours = Counter(code for s in page.sentences for code in _states_named(page, s) if code not in others)
    ranked = ours.most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > 2 * ranked[1][1]) else None


def _states_named(page: Page, sentence: Sentence) -> Iterator[str]:
    for token in sentence.tokens:
        code = resolve(token.codes, page.states) if token.kind in ("country", "demonym") else None
        if code:
            yield code


def _own_state(page: Page) -> str | None:
    """Return the state that a page takes for granted: its officials carry no nationality, and it acts in their words.

    "President Xi" beside "Chilean President", "China is ready" in his words; states of foreign officials are out.
    """
    foreign = _foreign_states(page)
    if not any(_is_unmarked(p) for p in page.cast.persons):
        return None
    counts: Counter[str] = Counter()
    unmarked = False
    for sentence in page.sentences:
        if sentence.attribution and sentence.attribution.subject.kind != "he":
            person = person_of(page, sentence.attribution.subject)
            unmarked = _is_unmarked(person) if person else sentence.attribution.subject.kind == "role"
        counts.update(_states_named(page, sentence))
        for code in _acting_states(page, sentence) if unmarked else ():
            counts[code] += _OWN_WEIGHT
    for code in foreign:
        counts.pop(code, None)
    ranked = counts.most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1] + 1) else None


def _foreign_states(page: Page) -> set[str]:
    """Return the states of those who speak or meet and whose nationality the page prints."""
    acting = {
        p.name
        for s in page.sentences
        for n in s.namings
        if (p := page.cast.find(n)) and ((s.encounter and s.encounter.kind) or s.attribution)
    }
    return {p.country for p in page.cast.persons if p.country and p.name in acting}


def _is_unmarked(person: Person) -> bool:
    return person.country is None and person.organization is None


def _acting_states(page: Page, sentence: Sentence) -> set[str]:
    """Return the states that are subjects ("China is ready") or have something ("the UK's concern") in a sentence."""
    found = (s for s in sentence.subjects if s.kind == "side" and page.text[s.end : s.end + 1] != "-")
    codes = (resolve(s.states, page.states) for s in found)
    return {c for c in codes if c and len(c) == len("CHN")}


def _leading_state(layout: Layout, page: Page) -> str | None:
    """Return the state of the first sentence's subject where the headline, too, puts it first.

    "Chinese President X held talks with …" under "X holds talks with …", or under "Japan-China Ministers' Meeting".
    """
    lead = next((s for s in page.sentences if s.encounter), None)
    subject = lead.encounter.subject if lead and lead.encounter else None
    person = person_of(page, subject) if subject else None
    if lead is None or layout.title is None or subject is None:
        return None
    country = person.country if person else resolve(subject.states[:1], page.states)
    title = layout.title.text
    tokens = find_tokens(title, 0, len(title))
    first = next((t for t in tokens if t.kind in ("country", "demonym") or _names(t, person)), None)
    if first is None or country is None:
        return None
    return country if _names(first, person) or country in first.codes else None


def _names(token: Token, person: Person | None) -> bool:
    return bool(person) and token.text.casefold() in (person.words if person else ())
