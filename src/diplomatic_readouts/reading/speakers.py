"""A sentence in; who is the subject of its reporting verb out, with the verb (the cue) and the content around both.

The constructions: "X said that …", "X, Minister of …, said …", "On trade, X said …", "…, X said, …", "…, said X, adding
…", "Stressing that …, X said …", "X met with Y to congratulate …", "The two sides agreed …". Words of others inside the
content ("that President Y announced", "when Z raised") are no attribution.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from diplomatic_readouts.reading.candidates import Subject, subject_pattern
from diplomatic_readouts.reading.verbs import FoundVerb


@dataclass(frozen=True, slots=True)
class Attribution:
    """A subject with its reporting verb."""

    subject: Subject
    verb: FoundVerb
    aside: bool
    """Whether the attribution stands behind or amid the words ("…, X said")."""

    @property
    def start(self) -> int:
        """Return where the attribution starts."""
        return min(self.subject.start, self.verb.start)

    @property
    def end(self) -> int:
        """Return where the attribution ends."""
        return max(self.subject.end, self.verb.end)


@cache
def _between() -> re.Pattern[str]:
    seat = r"(?:\s+(?:in|to|at) (?:the )?(?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])[\w’'-]+){0,2})?"  # "the Ambassador in Lima"
    apposition = seat + r"(?:\s*\([^()]{1,80}\))?(?:\s*,[^,;:]{1,160},)?"
    return re.compile(rf"{apposition}\s*,?\s*(?:(?:{subject_pattern('adverb')})\b\s*,?\s*){{0,4}}", re.IGNORECASE)


@cache
def _and_others() -> re.Pattern[str]:
    """Return what finds unnamed people beside a subject ("X and representatives of the fishermen")."""
    return re.compile(rf"\s+and (?:[\w-]+ ){{0,3}}(?:{subject_pattern('others')})\b[^,.;:()]{{0,80}}", re.IGNORECASE)


@cache
def _subordinator() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{subject_pattern('subordinator')})\b", re.IGNORECASE)


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(rf"(?:{subject_pattern('opener')})(?!\w)", re.IGNORECASE)


_PREPOSITION = re.compile(
    r"\b(?:by|of|with|to|from|for|between|against|including|than|like|and)\s*(?:the\s*)?$", re.IGNORECASE
)
_BOUNDARY = re.compile(r"[,;:—–“”\"]|\s-{1,2}\s")
_FARTHEST = 250  # characters between a subject and its verb
_FARTHEST_BACK = 1_000  # characters before a subject that tell whether it heads the sentence
_TITLE = re.compile(r"\s*(?:(?:The |the )?(?:[A-Z][\w.’'-]*\s)+)")  # "Texas State [Senator X said]"
_WHOM = (
    "whom he ",
    "whom she ",
    "whom they ",
    "who he ",
    "who she ",
    ", where he ",
    ", where she ",
)  # "met with X, whom he thanked for"
_ACTED = re.compile(
    r"\s+(?:also |then |both |each |\w+ly )?(?:[a-z]{2,}ed|gave|made|held|met|spoke|took|paid|sent|led|read|went)\b"
)
_APPOSED = re.compile(r", (?:\w+ly )?$")
_SPEECH = re.compile(
    r"\s+(?:also |then )?(?:made|gave|delivered|proposed) (?:(?:a|an|the|his|her) )?(?:\w+ ){0,3}"
    r"(?:toast|speech|speeches|remarks)\b"
)  # "X made a toast, warmly welcoming Y"
_AND = re.compile(r"\band\s+(?:\w+ly\s+|also\s+|both\s+)?$")
_SIDE = re.compile(r"\bside$")
_SIDES_ACTS = (None, "position", "request", "thank")
_MARKER = re.compile(r"\s*(?:\(?\d{1,2}[.)]|[-*•]+)\s+")


def find_attribution(
    text: str, start: int, subjects: Sequence[Subject], verbs: Sequence[FoundVerb]
) -> Attribution | None:
    """Return the first subject of a reporting verb that governs the sentence, or None."""
    found = []
    for verb in verbs:
        if verb.form not in ("past", "present", "plural") or text.startswith(" by ", verb.end):
            continue
        candidates = [*_subjects_before(text, subjects, verb), *_subjects_after(text, subjects, verb)]
        subject = next((s for s in candidates if _governs(text, start, s, verb)), None)
        if subject and subject.kind == "side" and any(_leads(start, s, subject) for s in subjects):
            continue  # "China gave tablets, and Jamaica voiced its thanks"
        if subject:
            aside = subject.start > verb.start or _is_aside(text, start, subject, verb)
            found.append(Attribution(subject, verb, aside))
    opening = min(found, key=lambda a: a.start, default=None)
    closing = next((a for a in found if a.aside and text.startswith(".", a.end)), None)
    if closing and opening and opening.verb.entry.act:
        return closing  # "President X has proposed a plan, Minister Y said."
    return opening or _find_later(text, start, subjects, verbs)


def _find_later(text: str, start: int, subjects: Sequence[Subject], verbs: Sequence[FoundVerb]) -> Attribution | None:
    """Return the subject that heads the sentence with a later verb that carries its words.

    "X met the press, noting that …", "They addressed trade and emphasized …".
    """
    first = next((s for s in subjects if s.kind in ("named", "role", "he", "they", "joint")), None)
    if first is None or not heads(text, start, first):
        return None
    for verb in verbs:
        speaks = text.startswith((" that ", ": ", ", “", ', "'), verb.end)
        greets = verb.entry.act in ("greet", "thank") and _SPEECH.match(text, first.end, verb.start)
        apposed = verb.form == "participle" and (speaks or greets) and _APPOSED.search(text, first.end, verb.start)
        joined = verb.form == "past" and _ACTED.match(text, first.end) and is_joined(text, verb)
        whom = verb.form == "past" and text.endswith(_WHOM, start, verb.start)
        if first.end < verb.start and (apposed or joined or whom):
            return Attribution(first, verb, aside=False)
    return None


def _leads(start: int, first: Subject, other: Subject) -> bool:
    """Return whether a subject opens the sentence that another one only goes on."""
    return first.end <= other.start and first.start == start and first.kind in ("side", "named", "joint")


@cache
def _officials() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{subject_pattern('figure')})\b", re.IGNORECASE)


def is_joined(text: str, verb: FoundVerb) -> bool:
    """Return whether "and" stands right before a verb, but for an adverb."""
    return bool(_AND.search(text[max(0, verb.start - 16) : verb.start]))


def subject_of(text: str, subjects: Sequence[Subject], verb: FoundVerb) -> Subject | None:
    """Return the nearest subject before a verb that only adverbs part from it, or None."""
    return next(_subjects_before(text, subjects, verb), None)


def _subjects_before(text: str, subjects: Sequence[Subject], verb: FoundVerb) -> Iterator[Subject]:
    """Yield the subjects that only adverbs and an apposition part from the verb, the nearest first."""
    for n in range(bisect_right(subjects, verb.start, key=lambda s: s.end) - 1, -1, -1):
        subject = subjects[n]
        if verb.start - subject.end > _FARTHEST:
            break
        between = text[subject.end : verb.start]
        if between == " " or _between().fullmatch(between):
            yield subject
        elif subject.kind in ("named", "role") and _and_others().fullmatch(between):
            yield subject._replace(kind="joint")


def _subjects_after(text: str, subjects: Sequence[Subject], verb: FoundVerb) -> Iterator[Subject]:
    """Yield the subject of "…, said X": behind a comma or quotation mark, right after a plain verb."""
    if not verb.entry.act and re.search(r"[,”\"’']\s*$", text[max(0, verb.start - 3) : verb.start]):
        yield from (s for s in subjects if s.start >= verb.end and not text[verb.end : s.start].strip())


def _governs(text: str, start: int, subject: Subject, verb: FoundVerb) -> bool:
    """Return whether subject and verb head the sentence, rather than a clause inside somebody's words."""
    if subject.kind == "we":
        return False
    opens = subject.start == start and bool(_SIDE.search(text, subject.start, subject.end))  # "The Peruvian side"
    if subject.kind in ("side", "it") and (verb.form == "present" or (verb.entry.act not in _SIDES_ACTS and not opens)):
        return False
    if verb.form == "plural" and not (
        subject.kind == "joint" and _officials().search(text, subject.start, subject.end)
    ):
        return False
    return subject.start > verb.start or heads(text, start, subject)


def heads(text: str, start: int, subject: Subject) -> bool:
    """Return whether nothing stands before a subject in its sentence but what opens one ("On trade, X")."""
    before = text[max(start, subject.start - _FARTHEST_BACK) : subject.start]
    marker = _MARKER.match(before)
    before = before[marker.end() :] if marker else before
    boundaries = list(_BOUNDARY.finditer(before))
    tail = before[boundaries[-1].end() :] if boundaries else before
    if _subordinator().search(tail) or (tail.strip() and _PREPOSITION.search(tail) and tail.strip().lower() != "and"):
        return False
    return not tail.strip() or bool(_opener().match(tail.strip()) or _TITLE.fullmatch(tail))


def _is_aside(text: str, start: int, subject: Subject, verb: FoundVerb) -> bool:
    """Return whether the words come before "…, X said" and go on or end behind it."""
    after = text[verb.end : verb.end + 40].lstrip()
    closes = after[:1] in (",", ".", "") or after.startswith("in conclusion")
    before = text[max(start, subject.start - 4) : subject.start].rstrip()
    return bool(before) and before[-1] in ',”"' and closes
