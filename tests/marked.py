"""Pages for tests, with what the reader should find shown in place: marked text in, its comparison with the reading out.

``⟦speaker:Lin Tao⟧ ⟦cue:said⟧ ⟦content:trade is growing⟧.`` marks spans; a value stands behind the kind where it is
not the words themselves: ``⟦country PER:Peruvian⟧``, ``⟦speaker Lin Tao:Lin⟧``. Both sides are written out in the same
marks and compared as text, so that a failure shows the sentence twice.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from diplomatic_readouts.errors import SourceError
from diplomatic_readouts.reading.attribution import Said, Scene
from diplomatic_readouts.reading.event import anchor_of, read_event
from diplomatic_readouts.reading.language import check_english
from diplomatic_readouts.reading.layout import Layout, read_layout
from diplomatic_readouts.reading.mentions import find_mentions
from diplomatic_readouts.reading.metadata import find_leads, read_kind
from diplomatic_readouts.reading.page import Page, read_page
from diplomatic_readouts.reading.participants import find_participants
from diplomatic_readouts.reading.publisher import read_publisher
from diplomatic_readouts.reading.scene import read_scene
from diplomatic_readouts.reading.source import text_source
from diplomatic_readouts.reading.statements import read_statements
from diplomatic_readouts.records import Event, Mention, Participant, Publisher
from diplomatic_readouts.records.vocabulary import Kind

OPENING = """Home > China News
Lin Tao Meets with Peruvian Foreign Minister Marta Quiroga
2024-06-04 10:20

On June 3, 2024, State Councilor and Foreign Minister Lin Tao met in Beijing with Peruvian Foreign Minister Marta Quiroga.

"""
"""The head and lead of a page on which two people meet: Lin Tao, whose government reports it, and Marta Quiroga."""

_MARK = re.compile(r"⟦(?P<kind>[a-z]+)(?: (?P<value>[^:⟦⟧]+))?:|⟧")


class Reading(NamedTuple):
    """A page after every stage but the last, which annotates."""

    layout: Layout
    page: Page
    kind: Kind
    publisher: Publisher
    event: Event
    participants: tuple[Participant, ...]
    scene: Scene
    said: list[Said]
    anchor: datetime.date | None

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Return the mentions of all sentences."""
        return tuple(m for s in self.page.sentences for m in find_mentions(self.page, s, self.anchor))

    def person(self, name: str) -> Participant:
        """Return the participant of that name; the test fails with the names there are."""
        named = {p.name: p for p in self.participants}
        assert name in named, f"no {name!r} among {list(named)}"
        return named[name]


class Mark(NamedTuple):
    """A span with its kind and, where it is not the words themselves, its value."""

    start: int
    end: int
    kind: str
    value: str | None


def read_stages(text: str, name: str = "page.txt") -> Reading:
    """Return what the stages make of a page, as `parse_source` runs them; raises what they raise."""
    source = text_source(text, name)
    check_english(source.text, source.name)
    layout = read_layout(source)
    page = read_page(source.text, layout)
    leads = find_leads(page)
    kind = read_kind(page, layout, leads, source.name)
    publisher = read_publisher(source, layout, page)
    event = read_event(page, layout, kind, leads)
    participants = find_participants(page, layout, kind, publisher.country)
    scene = read_scene(page, kind, publisher.country, participants)
    said = read_statements(page, scene)
    return Reading(
        layout, page, kind, publisher, event, participants, scene, said, event.start or anchor_of(layout)
    )


def refusal(text: str, name: str = "page.txt") -> str | None:
    """Return the name of the error with which the reader refuses a page, or None."""
    try:
        read_stages(text, name)
    except SourceError as error:
        return type(error).__name__
    return None


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


def spoken_marks(said: Said) -> Iterator[Mark]:
    """Yield the speaker's name (where the sentence names him outside his words), the cue and the content."""
    for place in said.speaker.mentions if said.speaker and said.basis == "named" else ():
        within = said.sentence.start <= place.start and place.end <= said.sentence.end
        if within and not any(c.start <= place.start < c.end for c in said.content):
            name = said.speaker.name if said.speaker else None
            yield Mark(place.start, place.end, "speaker", None if name == place.text else name)
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
    found = [m for s in read_stages(text).said if s.sentence.start >= len(opening) for m in spoken_marks(s)]
    assert render(text, found)[len(opening) :] == marked


def assert_mentions(marked: str, opening: str = OPENING, kinds: Iterable[str] = ()) -> None:
    """Check every mention of the sentences behind an opening, or those of some kinds only."""
    text = opening + unmark(marked)
    wanted = set(kinds)
    found = [
        mention_marks(m)
        for m in read_stages(text).mentions
        if m.start >= len(opening) and (not wanted or m.kind in wanted)
    ]
    assert render(text, found)[len(opening) :] == marked


# ------------------------------------------------------------------------------------------------------ voices


def assert_voices(account: str, opening: str = OPENING) -> None:
    """Check who speaks each sentence behind an opening, and how the page tells so.

    One line a sentence, "speaker | basis | sentence", a blank line between paragraphs; "-" is nobody, "(PER)" a state
    whose speaker has no name.
    """
    paragraphs = [[_fields(line) for line in p.strip().splitlines()] for p in account.strip().split("\n\n")]
    body = "\n".join(" ".join(sentence for _, _, sentence in p) for p in paragraphs)
    said = [s for s in read_stages(opening + body).said if s.sentence.start >= len(opening)]
    expected = [" | ".join(fields) for p in paragraphs for fields in p]
    assert [_voice(s) for s in said] == expected


def _fields(line: str) -> tuple[str, str, str]:
    speaker, basis, sentence = (part.strip() for part in line.split("|", 2))
    return speaker, basis, sentence


def _voice(said: Said) -> str:
    unnamed = f"({said.country})" if said.country else "-"
    return f"{said.speaker.name if said.speaker else unnamed} | {said.basis} | {said.sentence.text}"
