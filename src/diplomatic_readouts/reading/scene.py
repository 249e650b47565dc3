"""Publisher, participants and sentences in; the sides that face each other out."""

from __future__ import annotations

from collections import Counter

from diplomatic_readouts.reading.attribution import Scene
from diplomatic_readouts.reading.cast import resolve
from diplomatic_readouts.reading.layout import Layout
from diplomatic_readouts.reading.own_words import is_statement
from diplomatic_readouts.reading.page import Page
from diplomatic_readouts.records import Participant
from diplomatic_readouts.records.vocabulary import Kind


def read_scene(
    page: Page, layout: Layout, kind: Kind, publisher: str | None, participants: tuple[Participant, ...]
) -> Scene:
    """Return the scene: the publisher's state first, then the states of the participants.

    Where no other state takes part (remarks, an article), the state or bloc that the page names most faces it.
    """
    parties = dict.fromkeys([publisher] if publisher else [])
    parties.update(dict.fromkeys(p.country for p in participants if p.country))
    if len(parties) < 2:
        other = _most_named(page, set(parties))
        if other:
            parties[other] = None
    authored = kind != "announcement" and any(p.role == "author" for p in participants)
    own = kind == "article" or authored or is_statement(page, layout)
    teller = next((p for p in participants if page.teller and p.name == page.teller.name), None)
    bare = _bare_offices(page)
    return Scene(kind, publisher, tuple(parties), participants, bare=bare, teller=teller, own_words=own)


def _bare_offices(page: Page) -> frozenset[str]:
    """Return the office that the first act's subject is, with neither name nor state.

    "The President met with X", "The President and Prime Minister X had a call".
    """
    sentence = next((s for s in page.sentences if s.encounter and s.encounter.kind), None)
    lead = sentence.encounter.subject if sentence and sentence.encounter else None
    if sentence is None or lead is None:
        return frozenset()
    if lead.kind == "joint":
        alone = (n for n in sentence.namings if n.start < lead.end and not n.words and not n.states)
        return frozenset(next((n.nouns for n in alone if lead.start <= n.start), ()))
    return frozenset(lead.nouns) if lead.kind == "role" and not lead.states else frozenset()


def _most_named(page: Page, own: set[str]) -> str | None:
    """Return the state or bloc that the body names most often beside the own; the first named of several."""
    counts: Counter[str] = Counter()
    for sentence in page.sentences:
        for token in sentence.tokens:
            if token.kind in ("country", "demonym"):
                code = resolve(token.codes, page.states)
            else:
                code = token.codes[0] if token.kind == "region" else None
            if code and code not in own:
                counts[code] += 1
    return max(counts, key=lambda c: counts[c], default=None)
