"""Two builds of the same pages in; out, page by page, what was gained, lost and changed.

Pages are the same whose text is the same; then sentences are by their place, participants by name, formulas, mentions
and pledges by place and kind. What only follows from another change is not told again: the ids of participants and
statements, and the other number of the sentences after one that is new.
"""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from diplomatic_readouts.diff.changes import GROUPS, OTHER, Change, Diff, PageDiff, Speaker
from diplomatic_readouts.diff.pairs import Pair, field_changes, in_order, match, place
from diplomatic_readouts.records import Formula, Mention, Participant, Pledge, Readout, Span, Statement

_FOLLOWS = {"id", "index", "speaker", "start", "end", "text"}
_SPEAKER = {"speaker_name", "speaker_country", "speaker_organization"}
_LISTED = {"formulas", "mentions", "pledges"}
_Item = TypeVar("_Item", Formula, Mention, Pledge)


def diff(old: Iterable[Readout], new: Iterable[Readout]) -> Diff:
    """Return how the records of two builds differ, pages in the order of the newer one."""
    before, after = ({_digest(readout): readout for readout in build} for build in (old, new))
    both = [(before[key], readout) for key, readout in after.items() if key in before]
    differing = [PageDiff(one, other, diff_pages(one, other)) for one, other in both if one != other]
    return Diff(
        only_old=tuple(readout for key, readout in before.items() if key not in after),
        only_new=tuple(readout for key, readout in after.items() if key not in before),
        pages=tuple(differing),
        same=len(both) - len(differing),
    )


def _digest(readout: Readout) -> str:
    return hashlib.sha256(readout.text.encode("utf-8")).hexdigest()


def diff_pages(old: Readout, new: Readout) -> tuple[Change, ...]:
    """Return the changes between two records of a text: of the page, of who took part, of each sentence in order."""
    fields = field_changes(old, new, {"text", "participants", "statements"})
    changes = [Change("document fields", before, after, field) for field, before, after in fields]
    changes += _people(old.participants, new.participants)
    statements: list[Pair[Statement]] = match(old.statements, new.statements, place)
    for one, other in in_order(statements):
        changes += _statement(one, other)
    if not changes and old != new:
        changes.append(Change("document fields", _numbers(old), _numbers(new), "ids"))
    return tuple(changes)


def _numbers(readout: Readout) -> tuple[Hashable, ...]:
    """Return the ids and numbers in a record, which are told only where nothing else changed."""
    return (*(p.id for p in readout.participants), *((s.id, s.index, s.speaker) for s in readout.statements))


# ----------------------------------------------------------------------------------------------------- participants


def _people(old: Sequence[Participant], new: Sequence[Participant]) -> Iterator[Change]:
    """Yield who came and who went, what changed of the others, and their order where it did."""
    matched = match(old, new, lambda p: p.name, _first_start, _first_end)
    for before, after in matched:
        if before is None or after is None:
            yield Change("participants", before, after, where=after or before)
            continue
        for field, one, other in field_changes(before, after, {"id"}):
            yield Change("participants", one, other, field, where=after)
    stayed = [before for before, after in matched if before and after]
    if stayed != [person for person in old if person in stayed]:
        yield Change("participants", tuple(p.name for p in old), tuple(p.name for p in new), "order")


def _first_start(person: Participant) -> Hashable:
    """Return where the text first names a person, which tells who it is if the name was read otherwise."""
    return person.mentions[0].start if person.mentions else person.name


def _first_end(person: Participant) -> Hashable:
    return person.mentions[0].end if person.mentions else person.name


# -------------------------------------------------------------------------------------------------------- sentences


def _statement(old: Statement | None, new: Statement | None) -> Iterator[Change]:
    """Yield the changes of one sentence: who speaks, how that is told, what it does and holds."""
    if old is None or new is None:
        yield Change("statements", old, new, where=new or old)
        return
    one, other = _speaker(old), _speaker(new)
    if one != other:
        yield Change("speaker", one, other, "speaker", where=new)
    for field, before, after in field_changes(old, new, _FOLLOWS | _SPEAKER | _LISTED):
        yield Change(field if field in GROUPS else OTHER, before, after, field, where=new)
    formulas = match(old.formulas, new.formulas, lambda f: (f.id, place(f)), lambda f: f.id)
    mentions = match(old.mentions, new.mentions, lambda m: (m.kind, place(m)), place)
    pledges = match(old.pledges, new.pledges, place, lambda p: p.instrument)
    yield from _items("formulas", new, formulas)
    yield from _items("mentions", new, mentions)
    yield from _items("pledges", new, pledges)


def _speaker(statement: Statement) -> Speaker | None:
    """Return who speaks in a sentence; None where nobody does."""
    speaker = Speaker(statement.speaker_name, statement.speaker_country, statement.speaker_organization)
    return speaker if any(speaker) else None


def _items(group: str, where: Statement, pairs: Iterable[Pair[_Item]]) -> Iterator[Change]:
    """Yield the changes of a sentence's formulas, mentions or pledges."""
    for old, new in in_order(pairs):
        if old is None or new is None:
            yield Change(group, old, new, where=where)
            continue
        if place(old) != place(new):
            yield Change(group, _words(old), _words(new), "words", where=where, item=new)
        for field, before, after in field_changes(old, new, {"start", "end", "text"}):
            yield Change(group, before, after, field, where=where, item=new)


def _words(span: Span) -> Span:
    """Return a span's words and place alone."""
    return Span(start=span.start, end=span.end, text=span.text)
