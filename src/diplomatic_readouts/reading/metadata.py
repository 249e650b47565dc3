"""A page's layout and sentences in; its kind and the sentences that report the act out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplomatic_readouts.errors import NotAReadout
from diplomatic_readouts.reading.encounters import find_kind
from diplomatic_readouts.reading.guests import limit_of, persons_in
from diplomatic_readouts.reading.layout import Layout
from diplomatic_readouts.reading.own_words import (
    announces,
    foreword,
    is_own_words,
    is_signed_speech,
    is_speech,
    is_statement,
    quotes,
)
from diplomatic_readouts.reading.page import Page, person_of
from diplomatic_readouts.reading.sentence import Sentence
from diplomatic_readouts.reading.wordings import any_case, wording
from diplomatic_readouts.records.vocabulary import Kind

_TRANSCRIPT = re.compile(r"^[A-Z][\w .'’-]{1,40}: ", re.MULTILINE)
_ON_TOPIC = re.compile(r"^[\w .]{3,40}(?:: | on )", re.IGNORECASE)
_MEETING_HEADLINE = re.compile(r"\bmeeting\b", re.IGNORECASE)
_LEAD_PARAGRAPHS = 2
_LONGEST_LEAD = 4  # sentences within which an account names who gives it


def find_leads(page: Page) -> list[Sentence]:
    """Return the sentences that report the act: encounters of the first paragraphs, later calls."""
    if page.teller:
        return [s for s in page.sentences[:_LONGEST_LEAD] if page.teller in persons_in(page, s, s.start, s.end)][:1]
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
    both = attribution is not None and attribution.subject.kind == "joint" and attribution.verb.start >= encounter.start
    return first or both or attribution is None or attribution.start >= encounter.start


def read_kind(page: Page, layout: Layout, leads: list[Sentence], name: str) -> Kind:
    """Return what act the page reports; NotAReadout where it reports none."""
    title = layout.title.text if layout.title else ""
    if not layout.paragraphs or len(_TRANSCRIPT.findall(page.source)) >= 4:
        raise _refusal(name)
    opening = page.sentences[: foreword(page)]
    if (layout.byline and is_signed_speech(layout)) or _gives_speech(page, opening):
        return "remarks"
    if layout.byline or _gives_article(page, opening, title):
        return "article"
    if (any_case("spoken_for").search(title) or is_speech(title)) and is_statement(page, layout):
        return "remarks"
    if page.teller:
        return "remarks"
    lead = _kind_of_leads(page, leads, title)
    official = any(p.offices or p.country for p in page.cast.persons)
    if lead and (official or any(_is_official(s) for s in leads)):
        return lead
    if is_statement(page, layout):
        return "announcement" if announces(page) else "remarks"
    if is_own_words(page):
        return _kind_of_own_words(title)
    if any(s.attribution and person_of(page, s.attribution.subject) and _holds_office(page, s) for s in page.sentences):
        return "remarks" if _one_speaker(page) else find_kind(title) or "other"
    raise _refusal(name)


def _gives_speech(page: Page, opening: Sequence[Sentence]) -> bool:
    """Return whether the last of the first lines introduces a speech ("Following is the speech by Ambassador X")."""
    return any(any_case("speech_title").search(page.text, s.start, s.end) for s in opening[-1:])


def _gives_article(page: Page, opening: Sequence[Sentence], title: str) -> bool:
    """Return whether the first lines introduce an article, or the headline does and nobody is quoted."""
    introduced = any(any_case("article").search(page.text, s.start, s.end) for s in opening)
    headed = any_case("article_title").search(title) and not any(quotes(s) for s in page.sentences)
    return introduced or bool(headed)


def _kind_of_own_words(title: str) -> Kind:
    """Return what a text in the first person is by its headline."""
    if any_case("message_title").search(title):
        return "message"
    return "remarks" if any_case("remarks_title").search(title) else "article"


def _kind_of_leads(page: Page, leads: list[Sentence], title: str) -> Kind | None:
    """Return the kind of the act that the leads report, as headline, guests and speakers make it narrower."""
    lead = next((_kind_of(s) for s in leads), None)
    attended = any(wording("attended").search(page.text, s.start, s.end) for s in leads)
    words = attended and _speaks_there(page, leads, title)
    if lead in ("multilateral", "other") and _one_speaker(page) and words:
        return "remarks"
    if lead == "multilateral" and _is_of_two(page, leads[0]) and not any_case("gathering").search(title):
        return "meeting"
    if lead == "meeting" and (any_case("trilateral").search(title) or _parties(page, leads[0]) > 2):
        return "multilateral"
    if lead == "meeting" and any_case("call_headline").search(title):
        return "call"  # a videoconference that the headline calls so
    if lead == "meeting" and any_case("trip").search(title):
        return "visit"
    by_phone = any(any_case("phone").search(page.text, s.start, s.end) for s in leads)
    if lead == "call" and _MEETING_HEADLINE.search(title) and not by_phone:
        return "meeting"  # "spoke with X on the margins of the summit"
    return lead


def _is_of_two(page: Page, lead: Sentence) -> bool:
    """Return whether officials of two states together held what is no gathering ("X and Y convened a meeting of")."""
    subject = lead.encounter.subject if lead.encounter else None
    joint = subject is not None and subject.kind == "joint" and len(set(subject.states)) <= 2
    return joint and _parties(page, lead) == 2 and not any_case("gathering").search(page.text, lead.start, lead.end)


def _parties(page: Page, lead: Sentence) -> int:
    """Return how many states and organizations the officials named in a sentence serve; 1 where they met one by one."""
    if wording("one_by_one").search(page.text, lead.start, lead.end):
        return 1
    limit = limit_of(page, lead)
    along = any_case("along").search(page.text, lead.start, limit)
    people = {p.name: p for p in persons_in(page, lead, lead.start, along.start() if along else limit) if p.offices}
    return len({p.country or p.organization for p in people.values()})


def _refusal(name: str) -> NotAReadout:
    return NotAReadout(
        f"{name} reports no diplomatic act", "Leave the page out, or report it if it is the readout of an act."
    )


def _speaks_there(page: Page, leads: list[Sentence], title: str) -> bool:
    """Return whether headline or lead is about somebody's words at the meeting, not the meeting itself."""
    announced = any_case("words_title").search(title) or _ON_TOPIC.search(title)
    return bool(announced) or any(wording("spoke_there").search(page.text, s.start, s.end) for s in leads)


def _one_speaker(page: Page) -> bool:
    heard = {p.name for s in page.sentences if s.attribution and (p := person_of(page, s.attribution.subject))}
    return len(heard) == 1


def _holds_office(page: Page, sentence: Sentence) -> bool:
    person = person_of(page, sentence.attribution.subject) if sentence.attribution else None
    return bool(person and person.offices)
