"""The body of a page in; its sentences out, each with its words, subjects, attribution and the act it reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from diplomatic_readouts.reading.candidates import Subject, find_subjects
from diplomatic_readouts.reading.cast import Cast, Person, plain_states
from diplomatic_readouts.reading.encounters import find_encounter, is_attendance
from diplomatic_readouts.reading.layout import Layout, Paragraph
from diplomatic_readouts.reading.names import Naming
from diplomatic_readouts.reading.people import find_namings
from diplomatic_readouts.reading.recalled import find_teller, take_back_recalled
from diplomatic_readouts.reading.sentence import Sentence
from diplomatic_readouts.reading.sentences import find_sentences
from diplomatic_readouts.reading.speakers import find_attribution
from diplomatic_readouts.reading.tokens import find_tokens
from diplomatic_readouts.reading.units import SALUTATION
from diplomatic_readouts.reading.verbs import find_verbs
from diplomatic_readouts.reading.wordings import alternatives
from diplomatic_readouts.records import Span

_SPACE = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)  # all white space but the blank
_OF_BODIES = re.compile(rf"\b{alternatives('of_bodies')} [^.;]*$")  # "journalists with the Lima Post, Radio Andes and"
_LISTED = re.compile(
    r"^$|(?:[,;:(]|\b(?:and|with|by|including|included|were|was|(?:made up|composed|consist\w+) of|Mr\.?|Ms\.?))\s*$"
)
_LINK = re.compile(r"\[([^\[\]]{1,200})\]\((?:https?:|/)[^()\s]{0,500}\)")  # of Markdown
_QUESTION = re.compile(r"(?:Q|Question)\s?\d*\s?[:：]")
_TO_VERB = re.compile(
    r"(?:\s*,[^,;]{1,160},)?\s*,?\s*(?:(?:also|yesterday|today|further|then|again|both|jointly|virtually|warmly|[a-z]+ly|has|have|had|will)\s+)*"
)
_LONGEST_AROUND = 400  # characters of a line around the body that may name persons
_MEETING_VERB = re.compile(
    r"(?:met|meets|held|holds|chaired|hosted|visited|spoke|called|received|paid|exchanged|delivered|participated|joined|"
    r"concluded|were present|was present|was received)\b"
)


@dataclass(slots=True, eq=False)
class Page:
    """All sentences, and the persons they name."""

    source: str
    """The text as it stands."""
    text: str
    """The same, with every white space a blank: what patterns are matched against."""
    sentences: list[Sentence]
    cast: Cast
    states: frozenset[str]
    """The states that the page names without ambiguity."""
    teller: Person | None = None
    """Who tells all of it, where the page reports an account of what others did ("X Talks About Y's Visits")."""

    def span(self, start: int, end: int) -> Span:
        """Return the span of the text as it stands."""
        return Span(start=start, end=end, text=self.source[start:end])


def read_page(source: str, layout: Layout) -> Page:
    """Return the body's sentences and persons."""
    text = _with_blanks(source)
    sentences = _read_sentences(source, text, layout)
    states = plain_states(t for s in sentences for t in s.tokens)
    named = [(s, n) for s in sentences for n in s.namings if n.words]
    surnames = {n.words[-1] for _, n in named if n.introduced and len(n.words) == 1}
    introduced = [
        n for s, n in named if n.introduced or (len(n.words) > 1 and (n.words[-1] in surnames or _acts(text, n, s)))
    ]
    beside = [*_namings_beside(layout), *_namings_around(text, layout, surnames)]
    cast = Cast(introduced, beside, states)
    _add_bare(cast, [n for _, n in named], introduced)
    for sentence in sentences:
        sentence.namings = [n for n in sentence.namings if not n.words or cast.find(n)]
        sentence.subjects = find_subjects(text, sentence.start, sentence.end, sentence.tokens, sentence.namings)
    for sentence in sentences:
        sentence.attribution = find_attribution(text, sentence.start, sentence.subjects, sentence.verbs)
    for sentence in sentences:
        sentence.encounter = find_encounter(text, sentence.start, sentence.end, sentence.subjects)
    teller = find_teller(layout.title.text if layout.title else "", cast)
    take_back_recalled(text, sentences, cast, teller)
    return Page(source, text, sentences, cast, states, teller)


def _with_blanks(source: str) -> str:
    """Return a text with every white space a blank, and with no addresses of links."""
    for space in _SPACE:  # a tenth of what a pattern takes
        source = source.replace(space, " ")
    return _LINK.sub(_without_address, source) if "](" in source else source


def _without_address(match: re.Match[str]) -> str:
    """Return a link's words with blanks for the rest, as many as it has characters."""
    return f" {match[1]}".ljust(len(match[0]))


def _read_sentences(source: str, text: str, layout: Layout) -> list[Sentence]:
    """Return the sentences of all paragraphs with their words.

    One stage for all sentences, then the next: what a stage looks things up in stays in the processor's cache.
    """
    sentences = [s for n, p in enumerate(layout.paragraphs, 1) for s in _divide(source, text, p, n)]
    for sentence in sentences:
        sentence.tokens = find_tokens(text, sentence.start, sentence.end)
    for sentence in sentences:
        sentence.namings = find_namings(text, sentence.tokens)
    for sentence in sentences:
        sentence.verbs = find_verbs(text, sentence.start, sentence.end)
    for sentence in sentences:
        sentence.attends = is_attendance(text[sentence.start : sentence.end])
    return sentences


def _divide(source: str, text: str, paragraph: Paragraph, number: int) -> list[Sentence]:
    """Return the sentences of a paragraph; a list of who took part is one."""
    spans = find_sentences(source, paragraph.start, paragraph.end)
    if paragraph.is_list and spans:
        spans = ((spans[0][0], spans[-1][1]),)
    asks = bool(_QUESTION.match(text, paragraph.start))
    return [Sentence(a, b, number, n == 0, paragraph.is_list, asks=asks) for n, (a, b) in enumerate(spans)]


def _namings_beside(layout: Layout) -> list[Naming]:
    """Return the persons introduced in the byline, and by office in the title; places outside the text are -1."""
    found: list[Naming] = []
    for given in (layout.byline, layout.title):
        if given is None:
            continue
        tokens = find_tokens(given.text, 0, len(given.text))
        shift = given.start
        namings = (n for n in find_namings(given.text, tokens) if n.words)
        found += [n.moved(shift) for n in namings if n.introduced or given is layout.byline]
    return found


def _namings_around(text: str, layout: Layout, surnames: set[str]) -> Iterator[Naming]:
    """Yield whom salutations above the body name, and the full names that lines around it give to mere surnames.

    "Hon. Ana Prado, Minister of Culture;" · "Ana Prado photo" · "The post President Ana Prado Calls appeared first on"
    """
    for segment in layout.segments:
        if segment.kind not in ("navigation", "footer") or segment.end - segment.start > _LONGEST_AROUND:
            continue
        line = text[segment.start : segment.end]
        greets, small = SALUTATION.match(line), line.casefold()
        if not greets and not any(surname in small for surname in surnames):
            continue
        for naming in find_namings(text, find_tokens(text, segment.start, segment.end)):
            whole = naming.start == segment.start and line[naming.end - segment.start :] in ("", " photo")
            whole = whole or (naming.start == segment.start and line[naming.end - segment.start :].startswith(", "))
            full = len(naming.words) > 1 and naming.words[-1] in surnames and (naming.introduced or whole)
            if naming.words and (full or (greets and naming.introduced and (naming.offices or len(naming.words) > 1))):
                yield naming


def _acts(text: str, naming: Naming, sentence: Sentence) -> bool:
    """Return whether a bare name of two words or more is the subject of a verb that takes persons."""
    if sentence.attends and _LISTED.search(text[max(sentence.start, naming.start - 20) : naming.start]):
        return not _OF_BODIES.search(text, max(sentence.start, naming.start - _LONGEST_AROUND), naming.start)
    gap = _TO_VERB.match(text, naming.end)
    at = gap.end() if gap else naming.end
    return any(v.start == at for v in sentence.verbs) or bool(_MEETING_VERB.match(text, at))


def _add_bare(cast: Cast, named: list[Naming], introduced: list[Naming]) -> None:
    """Add the places where a known person is named without office or verb."""
    known = {(n.start, n.end) for n in introduced}
    for naming in named:
        person = cast.find(naming) if (naming.start, naming.end) not in known else None
        if person is not None:
            person.places.append((naming.name_start, naming.name_end))
    for person in cast.persons:
        person.places.sort()


def person_of(page: Page, subject: Subject) -> Person | None:
    """Return the person whom a subject names, or None."""
    return page.cast.find(subject.naming) if subject.naming and subject.naming.words else None
