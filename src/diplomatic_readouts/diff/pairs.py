"""Two versions of a thing in; out, which parts belong together, and the fields in which they differ."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from typing import TypeVar

from diplomatic_readouts.records import Given, Record, Span

Thing = TypeVar("Thing")
Place = TypeVar("Place", bound=Span)
Pair = tuple[Thing | None, Thing | None]
FieldChange = tuple[str, object, object]
"""A field, what the older version has in it, what the newer has; None where there is nothing."""


def match(old: Iterable[Thing], new: Iterable[Thing], *keys: Callable[[Thing], Hashable]) -> list[Pair[Thing]]:
    """Return the things of both sides in pairs, a thing without its like beside None.

    Those are paired that have the same first key, then of the rest those with the same second one, and so on.

    >>> match(["ab", "cd", "ef"], ["cd", "ax"], str, lambda word: word[0])
    [('cd', 'cd'), ('ab', 'ax'), ('ef', None)]
    """
    left, right = list(old), list(new)
    pairs: list[Pair[Thing]] = []
    for key in keys:
        waiting: defaultdict[Hashable, deque[Thing]] = defaultdict(deque)
        for thing in left:
            waiting[key(thing)].append(thing)
        rest = []
        for thing in right:
            if like := waiting[key(thing)]:
                pairs.append((like.popleft(), thing))
            else:
                rest.append(thing)
        left, right = [thing for queue in waiting.values() for thing in queue], rest
    return [*pairs, *((thing, None) for thing in left), *((None, thing) for thing in right)]


def in_order(pairs: Iterable[Pair[Place]]) -> list[Pair[Place]]:
    """Return pairs of spans in the order of the text."""
    return sorted(pairs, key=lambda pair: next(place(span) for span in reversed(pair) if span))


def place(span: Span) -> tuple[int, int]:
    """Return where a span stands."""
    return span.start, span.end


def field_changes(old: Record, new: Record, without: Collection[str] = ()) -> Iterator[FieldChange]:
    """Yield the fields in which two records differ; of a list each element that came or went; of a part its fields."""
    for field in type(old).model_fields:
        before, after = getattr(old, field), getattr(new, field)
        if field in without or before == after:
            continue
        if isinstance(before, tuple):
            yield from _element_changes(field, before, after)
        elif _has_parts(before) and _has_parts(after):
            yield from ((f"{field}.{part}", one, other) for part, one, other in field_changes(before, after))
        else:
            yield field, before, after


def _has_parts(value: object) -> bool:
    """Return whether a value is told by its fields; a span is told by its words."""
    return isinstance(value, Record) and not isinstance(value, Span | Given)


def _element_changes(field: str, old: tuple[Hashable, ...], new: tuple[Hashable, ...]) -> Iterator[FieldChange]:
    """Yield the elements that went and those that came; the two lists where only their order differs."""
    before, after = Counter(old), Counter(new)
    if before == after:
        yield field, old, new
    yield from ((field, element, None) for element in (before - after).elements())
    yield from ((field, None, element) for element in (after - before).elements())
