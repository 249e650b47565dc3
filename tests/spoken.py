"""A sentence with its speaker, made by hand, so that what it does can be tested without a page around it.

China speaks to Peru unless told otherwise: Lin Tao for China, Marta Quiroga for Peru, both invented.
"""

from __future__ import annotations

from diplomatic_readouts.reading.attribution import Said, Scene
from diplomatic_readouts.records import Cue, Participant, Span
from diplomatic_readouts.records.vocabulary import Basis, Kind, Role


def person(name: str, country: str, number: int, role: Role) -> Participant:
    return Participant(
        id=f"p{number}", name=name, country=country, organization=None, offices=(), role=role, mentions=()
    )


PEOPLE = {
    "CHN": person("Lin Tao", "CHN", 1, "principal"),
    "PER": person("Marta Quiroga", "PER", 2, "counterpart"),
}


def scene(kind: Kind = "meeting", parties: tuple[str, ...] = ("CHN", "PER")) -> Scene:
    return Scene(kind=kind, publisher="CHN", parties=parties, participants=tuple(PEOPLE.values()))


def said(
    text: str,
    country: str | None = "CHN",
    basis: Basis = "continued",
    cue: str | None = None,
    lemma: str | None = None,
    offset: int = 40,
) -> Said:
    """Return the sentence as said for a state; with a cue, the content is what stands behind it.

    The sentence stands at ``offset`` of its page, so that spans are seen to count from the page's start.
    """
    found, content = None, Span(start=offset, end=offset + len(text), text=text)
    if cue is not None:
        at = text.index(cue)
        found = Cue(start=offset + at, end=offset + at + len(cue), text=cue, lemma=lemma or cue.removesuffix("ed"))
        rest = text[at + len(cue) :]
        behind = rest.lstrip(" ,").removeprefix("that ")
        start = len(text) - len(behind)
        content = Span(start=offset + start, end=offset + len(text), text=behind)
    speaks = basis not in {"narrator", "joint"}
    return Said(
        sentence=Span(start=offset, end=offset + len(text), text=text),
        paragraph=1,
        item=None,
        speaker=PEOPLE.get(country or "") if speaks else None,
        country=country if speaks else None,
        organization=None,
        basis=basis,
        cue=found,
        content=(content,) if content.text else (),
    )
