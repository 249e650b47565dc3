"""A page in; whose account it is out: stated by a masthead or credit, deduced from what it takes as given, or null."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from diplomatic_readouts.lexicons.entries import Place
from diplomatic_readouts.reading.furniture import find_furniture
from diplomatic_readouts.reading.layout import Layout
from diplomatic_readouts.reading.missions import serves_mission
from diplomatic_readouts.reading.own_state import country_in, deduce_state
from diplomatic_readouts.reading.page import Page, person_of
from diplomatic_readouts.reading.sides import alpha3
from diplomatic_readouts.reading.source import SourceText
from diplomatic_readouts.reading.taken_for_granted import is_unmarked
from diplomatic_readouts.reading.tokens import find_tokens, state_of
from diplomatic_readouts.records import Publisher, Span
from diplomatic_readouts.records.vocabulary import PublisherBasis

_NEWS = re.compile(
    r"(?:.{0,200}[>|»›/]\s*)?(?P<side>[A-Z]\w+)(?:[-–][A-Z]\w+)* (?:Diplomatic |Foreign )?"
    r"(?:News|Events|Relations)\s*",
    re.DOTALL,
)
_ABOUT = re.compile(
    r"\bAbout (?!US\b)(?:the )?(?P<side>[A-Z]\w+(?: [A-Z]\w+)?)\b(?! (?:Us|us|Embassy|Ambassador))"
)  # a menu of links
_SHORT = 60  # characters of a line of furniture
_BESIDE = ("navigation", "stamp", "footer")
_CREDIT = re.compile(
    r"(?<!photo )(?<!image )(?<!picture )\bsource\s?[:：]\s*(?P<source>\S[^()|]{2,100}[^()|\s.])"
    r"|^[(（]from\s(?P<from>(?:the )?(?!left|right)(?-i:[A-Z])[^()（）:]{3,80})[)）]$"
    r"|\bappeared first on (?P<site>.{2,80}?)\.?$"
    r"|^(?:distributed|issued|released) by .{2,60}? on behalf of (?P<behalf>.{3,160}?)\.?$"
    r"|\bonline by\b.{2,120}?\b(?P<project>(?:the )?[a-z]+ presidency project)\b",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"\b(?:ministry|government|embassy|consulate|mission|presiden\w+|white house|office|department|council)\b|\.gov\b",
    re.IGNORECASE,
)
_CHINESE_MISSION = re.compile(r"(?:^|\.)(?:china|chinese)-?(?:embassy|consulate|mission|un)\.org$")  # before 2022
_GOVERNMENT_HOST = re.compile(r"(?:^|\.)(?:(?:gov|gob|gouv|govt|go|gub|gv|gc|mfa|mil)\.(?P<state>[a-z]{2})|gov|mil)$")


def read_publisher(source: SourceText, layout: Layout, page: Page) -> Publisher:
    """Return whose account the page is; unknown where nothing tells."""
    for masthead in _mastheads(layout, source.text):
        country = country_in(masthead.text, page)
        if country:
            return Publisher(name=_one_line(masthead.text), country=country, basis="stated", span=masthead)
    for credit in _credits(layout, source.text):
        if not _OFFICIAL.search(credit.text):
            continue  # a news agency
        country = country_in(credit.text, page) or _host_state(f"//{credit.text}")
        if country:
            return Publisher(name=_one_line(credit.text), country=country, basis="stated", span=credit)
    country = country_in(source.publisher or "", page)
    if country or _names_a_body(source.publisher or ""):
        return Publisher(name=source.publisher, country=country, basis="stated", span=None)
    for crumb in layout.breadcrumbs:
        match = _NEWS.fullmatch(crumb.text) or _ABOUT.search(crumb.text)
        country = country_in(match["side"], page) if match else None
        if match and country:
            words = crumb.text[match.start("side") : match.end()].rstrip()
            start = crumb.start + match.start("side")
            span = Span(start=start, end=start + len(words), text=words)
            return Publisher(name=None, country=country, basis="inferred", span=span)
    country = _host_state(source.url)
    if country:
        return Publisher(name=source.publisher, country=country, basis="inferred", span=None)
    country = deduce_state(layout, page) or _seat_around(source, layout) or _site_around(source, layout, page)
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


def _seat_around(source: SourceText, layout: Layout) -> str | None:
    """Return the state whose seat opens a short line of furniture ("White House Shareables"), if only one does."""
    lines = _short_lines(source, layout)
    opening = (next((t for t in find_tokens(line, 0, len(line)) if t.text.lower() != "the"), None) for line in lines)
    seats = {v.country for t in opening if t for v in t.values if isinstance(v, Place) and v.kind == "venue"} - {None}
    return seats.pop() if len(seats) == 1 else None


def _site_around(source: SourceText, layout: Layout, page: Page) -> str | None:
    """Return the state whose sites print a line around, where its mission takes part and nobody is unmarked."""
    entries = (find_furniture(line) for line in _short_lines(source, layout))
    sites = {entry.publisher for entry in entries if entry and entry.publisher}
    own = {p.country for p in page.cast.persons if serves_mission(p)}
    told = (s.attribution or s.encounter for s in page.sentences)
    acting = [person_of(page, t.subject) for t in told if t and t.subject]
    unmarked = any(p is not None and is_unmarked(p) for p in acting)  # "Foreign Minister X", the host's own
    return sites.pop() if len(sites) == 1 and sites <= own and not unmarked else None


def _short_lines(source: SourceText, layout: Layout) -> Iterator[str]:
    """Yield the short lines of furniture above and below the body."""
    spans = (s for s in layout.segments if s.kind in _BESIDE and s.end - s.start < _SHORT)
    return (source.text[s.start : s.end] for s in spans)


def _credits(layout: Layout, text: str) -> list[Span]:
    """Return who a line above or below the body names as the source ("Source: …", "… appeared first on …")."""
    found = []
    for segment in layout.segments:
        match = _CREDIT.search(text[segment.start : segment.end]) if segment.kind in _BESIDE else None
        if match:
            start, end = (segment.start + place for place in match.span(match.lastgroup or 0))
            found.append(Span(start=start, end=end, text=text[start:end]))
    return found


def _host_state(url: str | None) -> str | None:
    """Return the state whose government's site an address is on: "….gov", "….gov.cn", "….gob.cl", "….go.jp"."""
    host = (urlsplit(url).hostname or "") if url else ""
    if _CHINESE_MISSION.search(host):
        return "CHN"
    match = _GOVERNMENT_HOST.search(host)
    if match is None:
        return None
    if match["state"] in ("hk", "mo"):  # China's special administrative regions, as in places.toml
        return "CHN"
    return alpha3(match["state"]) if match["state"] else "USA"


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _names_a_body(text: str) -> bool:
    """Return whether words name a bloc or an international organization."""
    return any(
        t.kind == "region" or (t.kind == "organization" and not state_of(t)) for t in find_tokens(text, 0, len(text))
    )
