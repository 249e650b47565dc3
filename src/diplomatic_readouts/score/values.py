"""What is compared: a record and its gold in; out, row by row, the values of the one and of the other.

A row holds two lists of values a document, or a sentence. A gold sentence that is not found among the statements, word
for word, is wrong in every row. Names, headings and places are compared without case, leading article and final stop.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from diplomatic_readouts.records import Given, Participant, Pledge, Readout, Span, Stamp, Statement
from diplomatic_readouts.records.vocabulary import VOCABULARIES
from diplomatic_readouts.score.gold import (
    GoldParticipant,
    GoldPledge,
    GoldReadout,
    GoldStatement,
    fold,
    sentence_key,
)

NOT_FOUND = "(sentence not found)"

_DOCUMENT_FIELDS = (
    *("title", "kind", "publisher_country", "published", "updated", "event_start", "event_end"),
    *("city", "country", "venue", "occasion"),
)
_PLEDGE_FIELDS: dict[str, tuple[str, ...]] = {
    "pledges (words)": ("text",),
    "pledges (actor, instrument)": ("actor", "instrument"),
    "pledges (actor, amount, currency)": ("actor", "amount", "currency"),
    "pledges (all but the words)": (
        *("actor", "recipient", "instrument", "specific"),
        *("amount", "currency", "status", "announced_by"),
    ),
}
ROWS = (
    "document found",
    *_DOCUMENT_FIELDS,
    *("participants (name)", "participants (name, country, role)", "offices"),
    *_PLEDGE_FIELDS,
    *("sentences", "speaker and country"),
    *(f"speaker where {basis}" for basis in VOCABULARIES["basis"]),
    *("basis", "cue", "acts", "topics", "formulas", "formulas with holder"),
    "non-readouts without a record",
)
"""Every row there can be, in the order in which they are shown."""

Values = tuple[Hashable, ...]
_Person = Participant | GoldParticipant
_Pledge = Pledge | GoldPledge
_Item = TypeVar("_Item")


class Compared(NamedTuple):
    """The values of one row in one document, or in one of its sentences."""

    row: str
    built: Values
    gold: Values
    sentence: int | None = None
    """Which one of the gold, from 1; None for values of the document."""
    words: str | None = None


def compare_refusal(readout: Readout | None) -> Iterator[Compared]:
    """Yield what there is to compare of a page that is no readout: whether it has no record."""
    yield Compared("non-readouts without a record", (readout is None,), (True,))


def compare_readout(readout: Readout | None, gold: GoldReadout) -> Iterator[Compared]:
    """Yield what there is to compare of a page; ``readout`` is None where it has no record."""
    yield Compared("document found", (readout is not None,), (True,))
    built = _document_values(readout) if readout else {}
    for field in _DOCUMENT_FIELDS:
        yield Compared(field, (_loose(built.get(field)),), (_loose(getattr(gold, field)),))
    yield from _compare_people(readout.participants if readout else (), gold.participants)
    statements = readout.statements if readout else ()
    if gold.pledges is not None:
        yield from _compare_pledges([p for s in statements for p in s.pledges], gold.pledges)
    yield from _compare_sentences(statements, gold.statements)


# ------------------------------------------------------------------------------------------------- the document


def _loose(text: str | None) -> str | None:
    """Return a name or heading without what does not count: case, leading article, form of apostrophe, final stop."""
    return None if text is None else fold(text).casefold().replace("’", "'").removeprefix("the ").rstrip(".")


def _document_values(readout: Readout) -> dict[str, str | None]:
    """Return the gold's document fields as the record states them."""
    event = readout.event
    return {
        "title": _words(readout.title),
        "kind": readout.kind,
        "publisher_country": readout.publisher.country,
        "published": str(readout.published.date) if readout.published else None,
        "updated": _moment(readout.updated) if readout.updated else None,
        "event_start": str(event.start) if event.start else None,
        "event_end": str(event.end) if event.end else None,
        "city": _words(event.city),
        "country": event.country,
        "venue": _words(event.venue),
        "occasion": _words(event.occasion),
    }


def _words(span: Span | Given | None) -> str | None:
    return span.text if span else None


def _moment(stamp: Stamp) -> str:
    """Return a stamp in ISO 8601, to the minute where it has a time."""
    return f"{stamp.date}T{stamp.time}" if stamp.time else str(stamp.date)


def _compare_people(built: Sequence[_Person], gold: Sequence[_Person]) -> Iterator[Compared]:
    """Yield the rows on who took part."""
    yield Compared("participants (name)", *_lists(lambda p: _loose(p.name), built, gold))
    yield Compared(
        "participants (name, country, role)", *_lists(lambda p: (_loose(p.name), p.country, p.role), built, gold)
    )
    yield Compared("offices", tuple(_offices(built)), tuple(_offices(gold)))


def _offices(people: Iterable[_Person]) -> Iterator[Values]:
    """Yield each office with who holds it."""
    return ((_loose(person.name), _loose(office)) for person in people for office in person.offices)


def _compare_pledges(built: Sequence[_Pledge], gold: Sequence[_Pledge]) -> Iterator[Compared]:
    """Yield the rows on what is pledged, wherever in the document it stands."""
    for row, fields in _PLEDGE_FIELDS.items():
        yield Compared(row, *_lists(partial(_pledge, fields), built, gold))


def _pledge(fields: Iterable[str], pledge: _Pledge) -> Values:
    """Return some fields of a pledge, its words folded."""
    return tuple(fold(pledge.text) if field == "text" else getattr(pledge, field) for field in fields)


def _lists(read: Callable[[_Item], Hashable], built: Iterable[_Item], gold: Iterable[_Item]) -> tuple[Values, Values]:
    """Return what is read from each item of both sides."""
    return tuple(read(item) for item in built), tuple(read(item) for item in gold)


# ------------------------------------------------------------------------------------------------ the sentences


def _compare_sentences(built: Sequence[Statement], gold: Sequence[GoldStatement]) -> Iterator[Compared]:
    """Yield the rows on which sentences there are, and those on each sentence of the gold."""
    found = {sentence_key(s.text): s for s in reversed(built)}
    yield Compared("sentences", tuple(found), tuple(dict.fromkeys(s.key for s in gold)))
    for number, wanted in enumerate(gold, start=1):
        words = None if wanted.text is None else fold(wanted.text)
        for compared in _compare_statement(found.get(wanted.key), wanted):
            yield compared._replace(sentence=number, words=words)


def _compare_statement(built: Statement | None, gold: GoldStatement) -> Iterator[Compared]:
    """Yield the rows on one sentence of the gold; ``built`` is None where it was not found."""
    speaker = (_loose(built.speaker_name), built.speaker_country) if built else NOT_FOUND
    wanted = (_loose(gold.speaker), gold.speaker_country)
    yield Compared("speaker and country", (speaker,), (wanted,))
    yield Compared(f"speaker where {gold.basis}", (speaker,), (wanted,))
    yield Compared("basis", (built.basis if built else NOT_FOUND,), (gold.basis,))
    cue = built.cue and fold(built.cue.text) if built else NOT_FOUND
    yield Compared("cue", (cue,), (gold.cue and fold(gold.cue),))
    yield Compared("acts", *_sets(built.acts if built else (), gold.acts))
    yield Compared("topics", *_sets(built.topics if built else (), gold.topics))
    formulas = built.formulas if built else ()
    yield Compared("formulas", *_sets((f.id for f in formulas), (f.id for f in gold.formulas)))
    yield Compared(
        "formulas with holder", *_sets(((f.id, f.holder) for f in formulas), ((f.id, f.holder) for f in gold.formulas))
    )


def _sets(built: Iterable[Hashable], gold: Iterable[Hashable]) -> tuple[Values, Values]:
    """Return the values of both sides, each once."""
    return tuple(dict.fromkeys(built)), tuple(dict.fromkeys(gold))
