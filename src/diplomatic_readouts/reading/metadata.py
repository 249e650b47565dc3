"""A page's layout and sentences in; its kind and the sentences that report the act out."""

from __future__ import annotations

import re

from diplomatic_readouts.errors import NotAReadout
from diplomatic_readouts.reading.layout import Layout
from diplomatic_readouts.reading.page import Page, Sentence, person_of
from diplomatic_readouts.records.vocabulary import Kind

_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y|[Ll]et[’']s)\b")
_QUOTED = re.compile(r"[“\"][^”\"]{0,600}[”\"]")
_TRANSCRIPT = re.compile(r"^[A-Z][\w .'’-]{1,40}: ", re.MULTILINE)
_REMARKS_TITLE = re.compile(
    r"\b(?:remarks|statement|speech|address|delivers|announces|stresses|calls for|proposes|elaborates)\b"
    r"|^[\w .]{3,40}(?:: | on )",
    re.IGNORECASE,
)
_SPEECH = re.compile(r"\b(?:delivered|gave|made) (?:an? |the )?(?:\w+ )?(?:speech|remarks|address|statement)\b")
_STATEMENT = re.compile(r"\b(?:remarks|statement|declaration|communiqu[eé]|comments?)\b", re.IGNORECASE)
_SPOKEN_FOR = re.compile(r"\bspokes(?:person|man|woman)\b.{0,60}\bremarks\b", re.IGNORECASE)
_MEETING_HEADLINE = re.compile(r"\bmeeting\b", re.IGNORECASE)
_PHONE = re.compile(r"\b(?:tele)?phone\b|\bcall\b", re.IGNORECASE)
_SPEECH_TITLE = re.compile(r"\b(?:speech|remarks|address|statement|keynote)\b.{0,40}? (?:by|of) [A-Z]", re.IGNORECASE)
_ISSUER = re.compile(r"\b(?:spokes(?:person|man|woman)|ministry|embassy|government|chancellery)\b", re.IGNORECASE)
_ATTENDED = re.compile(r"\b(?:attended|attends|participated|participates|took part|joined)\b")
_LEAD_PARAGRAPHS = 2


def find_leads(page: Page) -> list[Sentence]:
    """Return the sentences that report the act: encounters of the first paragraphs, later calls."""
    leads = [s for s in page.sentences if s.paragraph <= _LEAD_PARAGRAPHS and _reports_act(s, s is page.sentences[0])]
    if leads and _kind_of(leads[0]) == "call":
        leads += [s for s in page.sentences if s.paragraph > _LEAD_PARAGRAPHS and _kind_of(s) == "call"]
    return leads


def _is_official(sentence: Sentence) -> bool:
    """Return whether the act's subject is an office ("The Secretary-General met") or sides ("China and Peru")."""
    subject = sentence.encounter.subject if sentence.encounter else None
    return subject is not None and bool(subject.states or subject.nouns)


def _kind_of(sentence: Sentence) -> Kind | None:
    return sentence.encounter.kind if sentence.encounter else None


def _reports_act(sentence: Sentence, first: bool) -> bool:
    """Return whether a sentence reports an act, not within the words that it attributes."""
    encounter, attribution = sentence.encounter, sentence.attribution
    if encounter is None or encounter.kind is None:
        return False
    return first or attribution is None or attribution.start >= encounter.start


def read_kind(page: Page, layout: Layout, leads: list[Sentence], name: str) -> Kind:
    """Return what act the page reports; NotAReadout where it reports none."""
    title = layout.title.text if layout.title else ""
    if not layout.paragraphs or len(_TRANSCRIPT.findall(page.source)) >= 4:
        raise _refusal(name)
    if layout.byline:
        return "article"
    if _SPOKEN_FOR.search(title) and is_statement(page, layout):
        return "remarks"
    lead = next((_kind_of(s) for s in leads), None)
    if lead == "multilateral" and _one_speaker(page) and _attended(page, leads) and _speaks_there(page, leads, title):
        return "remarks"
    by_phone = any(_PHONE.search(page.text, s.start, s.end) for s in leads)
    if lead == "call" and _MEETING_HEADLINE.search(title) and not by_phone:
        lead = "meeting"  # "spoke with X on the margins of the summit"
    official = any(p.offices or p.country for p in page.cast.persons)
    if lead and (official or any(_is_official(s) for s in leads)):
        return lead
    if is_statement(page, layout):
        return "announcement" if announces(page) else "remarks"
    if _is_own_words(page):
        return "remarks" if re.search(r"\b(?:remarks|statement|speech)\b", title, re.IGNORECASE) else "article"
    if any(s.attribution and person_of(page, s.attribution.subject) and _holds_office(page, s) for s in page.sentences):
        return "remarks" if _one_speaker(page) else "other"
    raise _refusal(name)


def is_statement(page: Page, layout: Layout) -> bool:
    """Return whether the page gives a ministry's, embassy's or spokesperson's statement whole: nobody is quoted."""
    if announces(page):
        return True
    title = layout.title.text if layout.title else ""
    issued = (_STATEMENT.search(title) and _ISSUER.search(title)) or _SPEECH_TITLE.search(title)
    return (
        bool(issued)
        and not _tells_meeting(page)
        and not any(s.attribution and s.attribution.subject.kind in ("named", "role", "he") for s in page.sentences)
    )


def _tells_meeting(page: Page) -> bool:
    """Return whether the first sentence reports an official's meeting ("Statement by X on Minister Y's Travel")."""
    first = page.sentences[0] if page.sentences else None
    subject = first.encounter.subject if first and first.encounter and first.encounter.kind else None
    own = first is not None and _FIRST_PERSON.search(page.text, first.start, first.end)
    return subject is not None and subject.kind in ("named", "role") and not own


def announces(page: Page) -> bool:
    """Return whether the body is what its first line announces: "Foreign Ministry Spokesperson X announces:"."""
    first = page.sentences[0] if page.sentences else None
    opened = first and first.attribution and page.text[first.end - 1] == ":"
    return bool(opened) and not any(
        s.attribution and s.attribution.subject.kind in ("named", "role", "he") for s in page.sentences[1:]
    )


def _refusal(name: str) -> NotAReadout:
    return NotAReadout(
        f"{name} reports no diplomatic act", "Leave the page out, or report it if it is the readout of an act."
    )


def _attended(page: Page, leads: list[Sentence]) -> bool:
    return any(_ATTENDED.search(page.text, s.start, s.end) for s in leads)


def _speaks_there(page: Page, leads: list[Sentence], title: str) -> bool:
    """Return whether headline or lead is about somebody's words at the meeting, not the meeting itself."""
    return bool(_REMARKS_TITLE.search(title)) or any(_SPEECH.search(page.text, s.start, s.end) for s in leads)


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
