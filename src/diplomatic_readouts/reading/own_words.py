"""A page in; whether it is a text given whole as somebody's own (statement, speech, article) out."""

from __future__ import annotations

import re
from functools import lru_cache

from diplomatic_readouts.reading.layout import Layout
from diplomatic_readouts.reading.page import Page
from diplomatic_readouts.reading.sentence import Sentence
from diplomatic_readouts.reading.wordings import alternatives, any_case, wording

_QUOTED = re.compile(r"[“\"][^“”\"]{0,600}[”\"]")
_FOLLOWS = re.compile(rf"\b{alternatives('foreword')}\b[^.:]{{0,200}}:$")
_PUBLISHED = re.compile(alternatives("published_text"))
_LONGEST_FOREWORD = 3  # sentences
_LEAST_OWN = 2  # sentences in the first person that make a text somebody's own


@lru_cache(maxsize=2)  # several stages ask it of the same page
def is_statement(page: Page, layout: Layout) -> bool:
    """Return whether the page gives a ministry's, embassy's or spokesperson's statement whole: nobody is quoted."""
    if announces(page) or foreword(page) or is_signed_speech(layout):
        return True
    title = layout.title.text if layout.title else ""
    unsigned = any_case("speech_at").search(title) and _first_persons(page)
    speech = is_speech(title) or bool(unsigned)
    if _tells_meeting(page) or not (speech or _announces_statement(title)):
        return False
    quoted = any(quotes(s) for s in page.sentences)
    return not quoted or (speech and _first_persons(page) >= _LEAST_OWN)


def is_speech(title: str) -> bool:
    """Return whether a headline announces somebody's own words ("Remarks by Ambassador X at")."""
    return bool(any_case("speech_by").search(title))


def _announces_statement(title: str) -> bool:
    """Return whether a headline announces a statement and names who issues it ("Statement of the Embassy on")."""
    return all(any_case(kind).search(title) for kind in ("statement", "issuer"))


def is_signed_speech(layout: Layout) -> bool:
    """Return whether the speaker's name and office stand as a line under "Address at the Reception"."""
    title = layout.title.text if layout.title else ""
    return layout.byline is not None and bool(any_case("speech_title").search(title))


@lru_cache(maxsize=2)
def announces(page: Page) -> bool:
    """Return whether the body is what its first line announces: "Foreign Ministry Spokesperson X announces:"."""
    first = page.sentences[0] if page.sentences else None
    opened = first and first.attribution and page.text[first.end - 1] == ":"
    return bool(opened) and not any(
        s.attribution and s.attribution.subject.kind in ("named", "role", "he") for s in page.sentences[1:]
    )


@lru_cache(maxsize=2)
def foreword(page: Page) -> int:
    """Return how many sentences introduce a text given whole ("The full text of the article is as follows:")."""
    for n, sentence in enumerate(page.sentences[:_LONGEST_FOREWORD], 1):
        follows = page.text[sentence.end - 1] == ":" and _FOLLOWS.search(page.text, sentence.start, sentence.end)
        if sentence.paragraph <= _LONGEST_FOREWORD and (
            follows or _PUBLISHED.match(page.text, sentence.start, sentence.end)
        ):
            return n
    return 0


def is_own_words(page: Page) -> bool:
    """Return whether the text is given whole as somebody's own: first person, and nobody is reported to speak."""
    reported = [s for s in page.sentences if s.attribution and s.attribution.subject.kind in ("named", "role", "joint")]
    own = _first_persons(page)
    return own >= _LEAST_OWN and own * 8 >= len(page.sentences) and not reported and bool(page.states)


@lru_cache(maxsize=2)
def _first_persons(page: Page) -> int:
    """Return how many sentences speak in the first person, outside quotations."""
    body = (page.text[s.start : s.end] for s in page.sentences)
    return sum(1 for words in body if wording("first_person").search(_QUOTED.sub("", words)))


def quotes(sentence: Sentence) -> bool:
    """Return whether a sentence, other than a question put to the speaker, reports somebody's words."""
    subject = sentence.attribution.subject if sentence.attribution else None
    return subject is not None and subject.kind in ("named", "role", "he") and not sentence.asks


def _tells_meeting(page: Page) -> bool:
    """Return whether the first sentence reports an official's meeting ("Statement by X on Minister Y's Travel")."""
    first = page.sentences[0] if page.sentences else None
    subject = first.encounter.subject if first and first.encounter and first.encounter.kind else None
    if first is not None and first.asks:
        return False
    own = first is not None and wording("first_person").search(page.text, first.start, first.end)
    return subject is not None and subject.kind in ("named", "role") and not own
