"""A page's layout and sentences in; its kind, its publisher and the sentences that report the act out."""

from __future__ import annotations

import re
from collections import Counter

from diplomatic_readouts.errors import NotAReadout
from diplomatic_readouts.reading.cast import resolve
from diplomatic_readouts.reading.layout import Layout
from diplomatic_readouts.reading.page import Page, Sentence, person_of
from diplomatic_readouts.reading.sides import find_sides
from diplomatic_readouts.reading.source import SourceText
from diplomatic_readouts.records import Publisher, Span
from diplomatic_readouts.records.vocabulary import Kind

_FIRST_PERSON = re.compile(r"\b(?:we|our|us|I|my|let[’']s)\b")
_QUOTED = re.compile(r"[“\"][^”\"]{0,600}[”\"]")
_OUR_COLLEAGUES = re.compile(r"\bour (?:\w+ )?([A-Z]\w+) (?:colleagues|friends|partners|brothers|neighbou?rs)\b")
_TRANSCRIPT = re.compile(r"^[A-Z][\w .'’-]{1,40}: ", re.MULTILINE)
_REMARKS_TITLE = re.compile(r"\b(?:remarks|statement|speech|address|announces|stresses|on (?:strengthening|advancing|building))\b", re.I)
_MEETING_TITLE = re.compile(r"\b(?:attends|chairs|co-chairs|hosts|participates|meeting|dialogue|ministerial|summit)\b", re.I)
_NEWS = re.compile(r"(?:.{0,200}[>|»›/]\s*)?(?P<side>[A-Z]\w+) (?:Diplomatic |Foreign )?News\s*", re.DOTALL)
_LEAD_PARAGRAPHS = 2


def find_leads(page: Page) -> list[Sentence]:
    """Return the sentences that report the act: those of the first paragraphs with an encounter, later ones of calls."""
    leads = [
        s
        for s in page.sentences
        if s.encounter and s.encounter.kind and s.paragraph <= _LEAD_PARAGRAPHS and not (s.attribution and s is not page.sentences[0] and s.attribution.start < s.encounter.start)
    ]
    if leads and leads[0].encounter and leads[0].encounter.kind == "call":
        leads += [s for s in page.sentences if s.paragraph > _LEAD_PARAGRAPHS and s.encounter and s.encounter.kind == "call"]
    return leads


def read_kind(page: Page, layout: Layout, leads: list[Sentence], name: str) -> Kind:
    """Return what act the page reports; NotAReadout where it reports none."""
    title = layout.title.text if layout.title else ""
    if not layout.paragraphs or len(_TRANSCRIPT.findall(page.text)) >= 4:
        raise _refusal(name)
    if layout.byline:
        return "article"
    lead = next((s.encounter.kind for s in leads if s.encounter), None)
    if lead == "multilateral" and not _MEETING_TITLE.search(title) and _one_speaker(page) and not _chaired(page, leads):
        return "remarks"
    if lead:
        return lead
    if _is_own_words(page):
        return "remarks" if re.search(r"\b(?:remarks|statement|speech)\b", title, re.I) else "article"
    if any(s.attribution and person_of(page, s.attribution.subject) and _holds_office(page, s) for s in page.sentences):
        return "remarks" if _one_speaker(page) else "other"
    raise _refusal(name)


def _refusal(name: str) -> NotAReadout:
    return NotAReadout(
        f"{name} reports no diplomatic act", "Leave the page out, or report it if it is the readout of an act."
    )


def _chaired(page: Page, leads: list[Sentence]) -> bool:
    return any(re.search(r"\b(?:chaired|presided|hosted)\b", page.text[s.start : s.end]) for s in leads)


def _one_speaker(page: Page) -> bool:
    heard = {p.name for s in page.sentences if s.attribution and (p := person_of(page, s.attribution.subject))}
    return len(heard) == 1


def _holds_office(page: Page, sentence: Sentence) -> bool:
    person = person_of(page, sentence.attribution.subject) if sentence.attribution else None
    return bool(person and person.offices)


def _is_own_words(page: Page) -> bool:
    """Return whether the text is given whole as somebody's own: first person, and nobody is reported to speak."""
    body = [page.text[s.start : s.end] for s in page.sentences]
    own = [words for words in body if _FIRST_PERSON.search(_QUOTED.sub("", words))]
    reported = [s for s in page.sentences if s.attribution and s.attribution.subject.kind in ("named", "role", "joint")]
    return len(own) >= 2 and len(own) * 8 >= len(body) and not reported and bool(page.states)


def read_publisher(source: SourceText, layout: Layout, page: Page) -> Publisher:
    """Return whose account the page is, stated by masthead or deduced; unknown where nothing tells."""
    for masthead in layout.mastheads:
        country = _country_in(masthead.text, page)
        if country:
            return Publisher(name=_one_line(masthead.text), country=country, basis="stated", span=masthead)
    country = _country_in(source.publisher or "", page)
    if country:
        return Publisher(name=source.publisher, country=country, basis="stated", span=None)
    for crumb in layout.breadcrumbs:
        match = _NEWS.fullmatch(crumb.text)
        country = _country_in(match["side"], page) if match else None
        if match and country:
            start = crumb.start + match.start("side")
            words = crumb.text[match.start("side") :].rstrip()
            span = Span(start=start, end=start + len(words), text=words)
            return Publisher(name=None, country=country, basis="inferred", span=span)
    country = _author_state(layout, page) or _state_of_we(page) or _unmarked_state(page)
    return Publisher(name=None, country=country, basis="inferred" if country else "unknown", span=None)


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _country_in(text: str, page: Page) -> str | None:
    """Return the first state that words name, or None."""
    for match in find_sides(text):
        codes = tuple(m.value.code for m in find_sides(text) if m.start == match.start)
        if len(match.value.code) == len("CHN") and match.value.manner != "capital" and match.value.code.isupper():
            return resolve(codes, page.states)
    return None


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
    ours = Counter(
        t.codes[0]
        for s in page.sentences
        for t in s.tokens
        if t.kind in ("country", "demonym") and t.codes and not set(t.codes) & others
    )
    first = ours.most_common(2)
    return first[0][0] if first and (len(first) == 1 or first[0][1] > 2 * first[1][1]) else None


def _unmarked_state(page: Page) -> str | None:
    """Return the state that is the subject in the words of officials whom the page gives no nationality."""
    foreign = {p.country for p in page.cast.persons if p.country}
    counts: Counter[str] = Counter()
    unmarked = False
    for sentence in page.sentences:
        if sentence.attribution and sentence.attribution.subject.kind != "he":
            person = person_of(page, sentence.attribution.subject)
            unmarked = bool(person and person.country is None and person.organization is None)
        if unmarked or not foreign:
            counts.update(_acting_states(page, sentence))
    for code in foreign:
        counts.pop(code, None)
    ranked = counts.most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None


def _acting_states(page: Page, sentence: Sentence) -> set[str]:
    found = set()
    for subject in sentence.subjects:
        if subject.kind == "side" and page.text[subject.end : subject.end + 1] != "-":
            code = resolve(subject.states, page.states)
            if code and len(code) == len("CHN"):
                found.add(code)
    return found
