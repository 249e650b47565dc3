"""A sentence with its speaker in, a Statement out: acts, topics, formulas and pledges brought together."""

from __future__ import annotations

from dataclasses import dataclass

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
    clauses = read_clauses(said, scene)
    acts = find_acts(said, scene, clauses)
    return Annotations(
        acts=acts,
        topics=find_topics(said, scene, clauses, acts, mentions),
        formulas=find_formulas(said, scene, clauses),
        pledges=find_pledges(said, scene, clauses, mentions),
    )


def is_reported_by_other_side(said: Said, scene: Scene) -> bool | None:
    """Return whether the publisher reports another side's words; None where speaker or publisher is unknown."""
    speaks_for = said.country or find_side(said.organization) or said.organization
    if speaks_for is None or scene.publisher is None:
        return None
    return speaks_for != scene.publisher


def make_statement(readout_id: str, index: int, said: Said, scene: Scene, mentions: tuple[Mention, ...]) -> Statement:
    """Return the Statement number ``index`` (from 1) of a readout."""
    found = annotate(said, scene, mentions)
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
