"""The five promises about a record, one function apiece: a record in, nothing out or a BrokenPromise raised.

1. Grounded: ``check_grounded`` (in ``grounded.py``)      2. Nothing lost: ``check_nothing_lost``
3. Nothing invented: ``check_nothing_invented`` (in ``invented.py``)
4. Whose words: ``check_whose_words``  5. The same bytes: ``check_same_bytes``
"""

from __future__ import annotations

import hashlib
import itertools
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from pydantic import ValidationError

from diplomatic_readouts.check.grounded import check_grounded, check_order
from diplomatic_readouts.check.invented import check_nothing_invented
from diplomatic_readouts.errors import BrokenPromise
from diplomatic_readouts.records import Participant, Readout, Segment, Statement
from diplomatic_readouts.writing.jsonl import canonical_json

_SPEAKS_AS_NO_ONE = ("joint", "narrator")
_MOST_TOPICS = 3
_LIST_NUMBER = re.compile(r"\(?\b[0-9]{1,2}[.)]")


def check_readout(readout: Readout) -> None:
    """Check all five promises of a record; BrokenPromise names the first that does not hold."""
    checked_json(readout)


def checked_json(readout: Readout) -> str:
    """Return the canonical JSON of a record, checked as `check_readout` does: who writes it need not make it again."""
    text = _read_back(readout)  # the first of the promises
    for promise in PROMISES[1:]:
        promise(readout)
    return text


# --------------------------------------------------------------------------------------------- 2. nothing lost


def check_nothing_lost(readout: Readout) -> None:
    """Check that the segments joined are the text, and that each word of the body is in one statement, in order."""
    _check_segments(readout)
    _check_numbers(readout)
    check_order(readout, "statements", readout.statements)
    starts = [segment.start for segment in readout.segments]
    held = [(s, _paragraph_of(readout, starts, at, s)) for at, s in enumerate(readout.statements)]
    inside: dict[int, list[Statement]] = {}
    for statement, place in held:
        inside.setdefault(place, []).append(statement)
    for at, segment in enumerate(readout.segments):
        if segment.kind == "paragraph":
            _check_covered(readout, f"segments[{at}]", segment, inside.get(at, ()))
    for at, ((before, earlier), (after, later)) in enumerate(itertools.pairwise(held), start=1):
        if (later > earlier) != (after.paragraph > before.paragraph) or after.paragraph < before.paragraph:
            problem = f"is {after.paragraph} after {before.paragraph}, which is not how the page is divided"
            raise BrokenPromise(readout.id, f"statements[{at}].paragraph", problem, (after.start, after.end))


def _check_segments(readout: Readout) -> None:
    """Check that the segments touch and that joined they are the text."""
    reached = 0
    for at, segment in enumerate(readout.segments):
        if segment.start != reached or segment.end <= segment.start:
            problem = f"does not begin at {reached}, where the one before it ends, or is empty"
            raise BrokenPromise(readout.id, f"segments[{at}]", problem, (segment.start, segment.end))
        reached = segment.end
    if reached != len(readout.text):
        raise BrokenPromise(readout.id, "segments", f"end at {reached} and the text at {len(readout.text)}")


def _check_numbers(readout: Readout) -> None:
    """Check that ids say what they are made of and that numbers count from 1 with none left out."""
    day = readout.day()
    country, digest = (readout.publisher.country or "xxx").lower(), hashlib.sha256(readout.text.encode()).hexdigest()
    expected = f"{country}-{day or 'undated'}-{digest[:12]}"
    if readout.id != expected:
        raise BrokenPromise(readout.id, "id", f"is not {expected}, which publisher, day and text give")
    for number, statement in enumerate(readout.statements, start=1):
        if (statement.index, statement.id) != (number, f"{readout.id}/{number:03d}"):
            problem = f"index {statement.index} and id {statement.id} are not those of statement {number}"
            raise BrokenPromise(readout.id, f"statements[{number - 1}]", problem)
    for number, person in enumerate(readout.participants, start=1):
        if person.id != f"p{number}":
            raise BrokenPromise(readout.id, f"participants[{number - 1}].id", f"is {person.id}, not p{number}")


def _paragraph_of(readout: Readout, starts: Sequence[int], at: int, statement: Statement) -> int:
    """Return the place of the paragraph that holds a statement; BrokenPromise if none does."""
    place = bisect_right(starts, statement.start) - 1
    segment = readout.segments[place] if place >= 0 else None
    if segment is None or statement.end > segment.end or segment.kind != "paragraph":
        span = (statement.start, statement.end)
        raise BrokenPromise(readout.id, f"statements[{at}]", "lies in no paragraph of the body", span)
    return place


def _check_covered(readout: Readout, field: str, segment: Segment, statements: Sequence[Statement]) -> None:
    """Check that outside the statements a paragraph holds no word; marks of a list ("-- ", "2.") are no words."""
    reached = segment.start
    for start, end in [*((s.start, s.end) for s in statements), (segment.end, segment.end)]:
        gap = readout.text[reached:start]
        if gap and not gap.isspace() and any(c.isalnum() for c in _LIST_NUMBER.sub("", gap)):
            raise BrokenPromise(readout.id, field, f"{gap.strip()!r} is in no statement", (reached, start))
        reached = end


# ---------------------------------------------------------------------------------------------- 4. whose words


def check_whose_words(readout: Readout) -> None:
    """Check that each speaker is a participant and fits the basis, and that the other side's words are marked."""
    basis, publisher = readout.publisher.basis, readout.publisher
    if (basis == "unknown") != (publisher.name is None and publisher.country is None):
        raise BrokenPromise(readout.id, "publisher.basis", f"is {basis} for {publisher.country or publisher.name}")
    people = {p.id: p for p in readout.participants}
    for at, statement in enumerate(readout.statements):
        for name, problem in _speaker_faults(readout, statement, people):
            field = f"statements[{at}].{name}"
            raise BrokenPromise(readout.id, field, problem, (statement.start, statement.end))


def reported_by_other_side(readout: Readout, statement: Statement) -> bool | None:
    """Return whether the speaker's country, else organization, is not the publisher's; None where either is unknown."""
    publisher = readout.publisher
    if statement.speaker_country:
        return None if publisher.country is None else statement.speaker_country != publisher.country
    if statement.speaker_organization and (publisher.country or publisher.name):
        return statement.speaker_organization != publisher.name
    return None


def _speaker_faults(readout: Readout, said: Statement, people: dict[str, Participant]) -> Iterator[tuple[str, str]]:
    """Yield field and fault of each thing that a statement says wrongly of its speaker or leaves unsaid."""
    if said.speaker is not None and said.speaker not in people:
        yield "speaker", f"{said.speaker} is no participant"
        return
    yield from _named_otherwise(said, people[said.speaker] if said.speaker else None)
    if said.basis in _SPEAKS_AS_NO_ONE and (said.speaker or said.speaker_country):
        yield "speaker", f"is {said.speaker or said.speaker_country}, but the basis is {said.basis}"
    if said.basis == "named" and not said.speaker:  # a pronoun may stand for one whom the page does not settle
        yield "speaker", f"is null, but the basis is {said.basis}"
    if said.basis == "narrator" and said.cue:
        yield "cue", f"is {said.cue.text!r}, but no one is reported to speak"
    expected = reported_by_other_side(readout, said)
    if said.as_reported_by_other_side is not expected:
        yield "as_reported_by_other_side", f"is {said.as_reported_by_other_side}, not {expected}"
    if not said.acts or len(set(said.acts)) < len(said.acts):
        yield "acts", f"{list(said.acts)} is empty or names one twice"
    if len(said.topics) > _MOST_TOPICS or len(set(said.topics)) < len(said.topics):
        yield "topics", f"{list(said.topics)} are more than {_MOST_TOPICS} or name one twice"


def _named_otherwise(said: Statement, person: Participant | None) -> Iterator[tuple[str, str]]:
    """Yield what a statement says of its speaker and the list of participants says otherwise."""
    if said.speaker_name != (person.name if person else None):
        yield "speaker_name", f"is {said.speaker_name!r}, not {person.name if person else None!r}"
    if person and said.speaker_country != person.country:
        yield "speaker_country", f"is {said.speaker_country}, but {person.name} serves {person.country}"
    if person and said.speaker_organization != person.organization:
        yield "speaker_organization", f"is {said.speaker_organization}, but {person.name} serves {person.organization}"


# ------------------------------------------------------------------------------------------- 5. the same bytes


def check_same_bytes(readout: Readout) -> None:
    """Check that a record is valid and that its canonical JSON, read back, is the same record and the same JSON."""
    _read_back(readout)


def _read_back(readout: Readout) -> str:
    """Return the canonical JSON of a record, which is valid and comes out the same when read back."""
    try:
        text = canonical_json(readout)
        again = Readout.model_validate_json(text)  # one of equal records, so that its JSON need not be made again
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"])
        raise BrokenPromise(readout.id, field, first["msg"]) from error
    except (ValueError, TypeError) as error:
        raise BrokenPromise(readout.id, "", f"cannot be written as JSON: {error}") from error
    if again != readout:
        raise BrokenPromise(readout.id, "", "read back from its JSON is another record")
    return text


PROMISES: tuple[Callable[[Readout], None], ...] = (
    check_same_bytes,
    check_grounded,
    check_nothing_lost,
    check_nothing_invented,
    check_whose_words,
)
"""The five, a record's validity first, since the others rely on it."""
