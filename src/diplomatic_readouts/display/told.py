"""A value of a record in; out, the words in which a difference tells it."""

from __future__ import annotations

from functools import singledispatch

from diplomatic_readouts.diff import Speaker
from diplomatic_readouts.display.words import printable, shortened
from diplomatic_readouts.records import (
    Cue,
    Formula,
    Given,
    Mention,
    Participant,
    Pledge,
    Segment,
    Span,
)

_MOST_CHARACTERS = 40


@singledispatch
def told(value: object) -> str:
    """Return a value in a few words."""
    return "none" if value is None else printable(str(value))


@told.register
def _(value: bool) -> str:
    return "yes" if value else "no"


@told.register
def _(value: tuple) -> str:  # type: ignore[type-arg]
    return ", ".join(told(part) for part in value) or "none"


@told.register
def _(value: Speaker) -> str:
    side = value.country or value.organization
    name = value.name and (f"{value.name} ({side})" if side else value.name)
    return told(name or side)


@told.register
def _(value: Span | Given) -> str:
    return printable(value.text)


@told.register
def _(value: Cue) -> str:
    return printable(f"{value.text} ({value.lemma})")


@told.register
def _(value: Formula) -> str:
    return f"{value.id} ({told(value.holder)})"


@told.register
def _(value: Mention) -> str:
    return printable(f"{value.kind} “{value.text}” ({told(value.value)})")


@told.register
def _(value: Pledge) -> str:
    money = f"{value.amount} {value.currency or ''}".rstrip() if value.amount else "no sum"
    return printable(f"{value.actor or '?'} to {value.recipient or '?'}, {value.instrument}, {money}: “{value.text}”")


@told.register
def _(value: Participant) -> str:
    return printable(f"{value.name} ({value.country or value.organization or 'none'}), {value.role}")


@told.register
def _(value: Segment) -> str:
    return f"{value.kind} [{value.start}, {value.end})"


def label_of(item: Formula | Mention | Pledge) -> str:
    """Return a formula's id, or the first words of a mention or pledge, to say of which one a change is."""
    return item.id if isinstance(item, Formula) else f"“{shortened(item.text, _MOST_CHARACTERS)}”"


def place_of(value: object) -> str:
    """Return where a value stands, as " [start, end)"; nothing if it has no place."""
    start, end = getattr(value, "start", None), getattr(value, "end", None)
    return f" [{start}, {end})" if isinstance(value, Span | Given) and start is not None else ""
