"""Pages for tests, with what the reader should find shown in place: marked text in, its comparison with the reading out.

``⟦speaker:Lin Tao⟧ ⟦cue:said⟧ ⟦content:trade is growing⟧.`` marks spans; a value stands behind the kind where it is
not the words themselves: ``⟦country PER:Peruvian⟧``, ``⟦speaker Lin Tao:Lin⟧``. Both sides are written out in the same
marks and compared as text, so that a failure shows the sentence twice.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from diplomatic_readouts.errors import SourceError
from diplomatic_readouts.parse import parse_readout
from diplomatic_readouts.records import Mention, Readout, Statement

OPENING = """Home > China News
Lin Tao Meets with Peruvian Foreign Minister Marta Quiroga
2024-06-04 10:20

On June 3, 2024, State Councilor and Foreign Minister Lin Tao met in Beijing with Peruvian Foreign Minister Marta Quiroga.

"""
"""The head and lead of a page on which two people meet: Lin Tao, whose government reports it, and Marta Quiroga."""

_LONG = 20
"""Lines from which on only the differing ones are shown."""

_MARK = re.compile(r"⟦(?P<kind>[a-z_]+)(?: (?P<value>[^:⟦⟧]+))?:|⟧")


class Mark(NamedTuple):
    """A span with its kind and, where it is not the words themselves, its value."""

    start: int
    end: int
    kind: str
    value: str | None


def refusal(text: str, name: str = "page.txt") -> str | None:
    """Return the name of the error with which the reader refuses a page, or None."""
    try:
        parse_readout(text, name)
    except SourceError as error:
        return type(error).__name__
    return None


def check_same(found: str, expected: str) -> None:
    """Check that two texts are the same; the failure shows what is expected (+) and what is found (-)."""
    if found != expected:
        before, after = found.splitlines(), expected.splitlines()
        lines = (
            difflib.ndiff(before, after) if len(before) < _LONG else difflib.unified_diff(before, after, "found", n=2)
        )
        raise AssertionError("found (-), expected (+):\n" + "\n".join(lines))


# ------------------------------------------------------------------------------------------------------- marks


def unmark(marked: str) -> str:
    """Return the text without its marks.

    >>> unmark("⟦country PER:Peru⟧ won")
    'Peru won'
    """
    return _MARK.sub("", marked)


def render(text: str, marks: Iterable[Mark]) -> str:
    """Return the text with its marks written in, the outer around the inner.

    >>> render("Peru won", [Mark(0, 4, "country", "PER")])
    '⟦country PER:Peru⟧ won'
    """
    edges: list[tuple[int, int, int, str]] = []
    for mark in marks:
        value = f" {mark.value}" if mark.value is not None else ""
        edges.append((mark.start, 1, -mark.end, f"⟦{mark.kind}{value}:"))
        edges.append((mark.end, 0, -mark.start, "⟧"))
    pieces, at = [], 0
    for place, _, _, words in sorted(edges):
        pieces += [text[at:place], words]
        at = place
    return "".join([*pieces, text[at:]])


def spoken_marks(readout: Readout, said: Statement) -> Iterator[Mark]:
    """Yield the speaker's name (where the sentence names him outside his words), the cue and the content."""
    named = readout.participant(said.speaker) if said.speaker and said.basis == "named" else None
    for place in named.mentions if named else ():
        within = said.start <= place.start and place.end <= said.end
        if within and not any(c.start <= place.start < c.end for c in said.content):
            yield Mark(
                place.start, place.end, "speaker", None if said.speaker_name == place.text else said.speaker_name
            )
            break
    if said.cue:
        lemma = said.cue.lemma
        yield Mark(said.cue.start, said.cue.end, "cue", None if lemma == said.cue.text else lemma)
    yield from (Mark(c.start, c.end, "content", None) for c in said.content)


def mention_marks(mention: Mention) -> Mark:
    """Return the mark of a mention; the value is left out where it is null or the words themselves."""
    value = None if mention.value == mention.text else mention.value
    return Mark(mention.start, mention.end, mention.kind, value)


def assert_spans(marked: str, opening: str = OPENING) -> None:
    """Check speaker, cue and content of the sentences behind an opening; the cue's value is its lemma."""
    text = opening + unmark(marked)
    readout = parse_readout(text)
    found = [m for s in readout.statements if s.start >= len(opening) for m in spoken_marks(readout, s)]
    check_same(render(text, found)[len(opening) :], marked)


def assert_mentions(marked: str, opening: str = OPENING, kinds: Iterable[str] = ()) -> None:
    """Check every mention of the sentences behind an opening, or those of some kinds only."""
    text = opening + unmark(marked)
    wanted = set(kinds)
    found = [
        mention_marks(m)
        for s in parse_readout(text).statements
        for m in s.mentions
        if m.start >= len(opening) and (not wanted or m.kind in wanted)
    ]
    check_same(render(text, found)[len(opening) :], marked)


def assert_formulas(marked: str, opening: str = OPENING) -> None:
    """Check every formula behind an opening: its id is the mark's kind, its holder the value."""
    statements = parse_readout(opening + unmark(marked)).statements
    found = [Mark(f.start, f.end, f.id, f.holder) for s in statements for f in s.formulas]
    check_same(render(opening + unmark(marked), found)[len(opening) :], marked)


def assert_pledges(marked: str, opening: str = OPENING) -> None:
    """Check every pledge behind an opening: its instrument is the mark's kind, "actor to recipient, status" the value."""
    statements = parse_readout(opening + unmark(marked)).statements
    pledges = [p for s in statements for p in s.pledges]
    found = [Mark(p.start, p.end, p.instrument, f"{p.actor} to {p.recipient}, {p.status}") for p in pledges]
    check_same(render(opening + unmark(marked), found)[len(opening) :], marked)


# ------------------------------------------------------------------------------------------------------ voices


def assert_voices(account: str, opening: str = OPENING) -> None:
    """Check who speaks each sentence behind an opening, and how the page tells so.

    One line a sentence, "speaker | basis | sentence", a blank line between paragraphs; "-" is nobody, "(PER)" a state
    whose speaker has no name.
    """
    paragraphs = [[_fields(line) for line in p.strip().splitlines()] for p in account.strip().split("\n\n")]
    body = "\n".join(" ".join(sentence for _, _, sentence in p) for p in paragraphs)
    said = [s for s in parse_readout(opening + body).statements if s.start >= len(opening)]
    expected = [" | ".join(fields) for p in paragraphs for fields in p]
    check_same("\n".join(_voice(s) for s in said), "\n".join(expected))


def _fields(line: str) -> tuple[str, str, str]:
    speaker, basis, sentence = (part.strip() for part in line.split("|", 2))
    return speaker, basis, sentence


def _voice(said: Statement) -> str:
    unnamed = f"({said.speaker_country})" if said.speaker_country else "-"
    return f"{said.speaker_name or unnamed} | {said.basis} | {said.text}"
