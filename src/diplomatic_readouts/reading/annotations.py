"""Sentences with their speakers in, Statements out: acts, topics, formulas and pledges brought together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import starmap

from diplomatic_readouts.reading.acts import find_acts
from diplomatic_readouts.reading.attribution import Said, Scene
from diplomatic_readouts.reading.clauses import read_clauses
from diplomatic_readouts.reading.formulas import find_formulas
from diplomatic_readouts.reading.pledges import find_pledges
from diplomatic_readouts.reading.sides import find_side
from diplomatic_readouts.reading.topics import find_topics
from diplomatic_readouts.records import Formula, Mention, Pledge, Statement
from diplomatic_readouts.records.vocabulary import Act, Topic


@dataclass(frozen=True, slots=True)
class Annotations:
    """What a sentence does, is about, repeats and promises."""

    acts: tuple[Act, ...]
    topics: tuple[Topic, ...]
    formulas: tuple[Formula, ...]
    pledges: tuple[Pledge, ...]


def annotate(said: Said, scene: Scene, mentions: tuple[Mention, ...]) -> Annotations:
    """Return the annotations of a sentence; ``mentions`` are those found in it."""
    return annotate_all((said,), scene, (mentions,))[0]


def annotate_all(said: Sequence[Said], scene: Scene, mentions: Sequence[tuple[Mention, ...]]) -> list[Annotations]:
    """Return the annotations of sentences; ``mentions`` are those found in each.

    One stage for all sentences, then the next: what a stage looks things up in stays in the processor's cache.
    """
    clauses = [read_clauses(each, scene) for each in said]
    acts = [find_acts(each, scene, parts) for each, parts in zip(said, clauses, strict=True)]
    topics = [find_topics(s, scene, c, a, m) for s, c, a, m in zip(said, clauses, acts, mentions, strict=True)]
    formulas = [find_formulas(each, scene, parts) for each, parts in zip(said, clauses, strict=True)]
    pledges = [find_pledges(s, scene, c, m) for s, c, m in zip(said, clauses, mentions, strict=True)]
    return list(starmap(Annotations, zip(acts, topics, formulas, pledges, strict=True)))


def is_reported_by_other_side(said: Said, scene: Scene) -> bool | None:
    """Return whether the publisher reports another side's words; None where speaker or publisher is unknown."""
    speaks_for = said.country or find_side(said.organization) or said.organization
    if speaks_for is None or scene.publisher is None:
        return None
    return speaks_for != scene.publisher


def make_statements(
    readout_id: str, said: Sequence[Said], scene: Scene, mentions: Sequence[tuple[Mention, ...]]
) -> tuple[Statement, ...]:
    """Return the Statements of a readout, numbered from 1; ``mentions`` are those found in each sentence."""
    found = zip(said, mentions, annotate_all(said, scene, mentions), strict=True)
    return tuple(make_statement(readout_id, n, s, scene, m, a) for n, (s, m, a) in enumerate(found, 1))


def make_statement(
    readout_id: str,
    index: int,
    said: Said,
    scene: Scene,
    mentions: tuple[Mention, ...],
    found: Annotations | None = None,
) -> Statement:
    """Return the Statement number ``index`` (from 1) of a readout, with the annotations found in it."""
    found = found or annotate(said, scene, mentions)
    return Statement(
        id=f"{readout_id}/{index:03d}",
        index=index,
        start=said.sentence.start,
        end=said.sentence.end,
        text=said.sentence.text,
        paragraph=said.paragraph,
        item=said.item,
        speaker=said.speaker.id if said.speaker else None,
        speaker_name=said.speaker.name if said.speaker else None,
        speaker_country=said.country,
        speaker_organization=said.organization,
        basis=said.basis,
        cue=said.cue,
        content=said.content,
        as_reported_by_other_side=is_reported_by_other_side(said, scene),
        acts=found.acts,
        topics=found.topics,
        formulas=found.formulas,
        mentions=mentions,
        pledges=found.pledges,
    )
