"""The shape of an entry in each lexicon: what a .toml file here may say.

Forms are matched as whole words, with any white space for a blank and any apostrophe or quotation mark for
another; those with a capital letter keep their case, those in small letters match in any case. Every entry has
an example in which it is found, and a counterexample where it could misfire.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from diplomatic_readouts.records.vocabulary import Act, FormulaId, Instrument, Topic


class Entry(BaseModel):
    """The common ground: an example that is matched, a counterexample that is not."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    example: str
    counterexample: str | None = None


class Country(Entry):
    """A state: ``code`` is ISO 3166-1 alpha-3; ``demonyms`` are adjectives and nouns of nationality."""

    code: str
    forms: tuple[str, ...]
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()


class Region(Entry):
    """A region or bloc that acts as a side: ``id`` is its short name as used for holders ("LAC", "CELAC", "EU")."""

    id: str
    forms: tuple[str, ...]
    demonyms: tuple[str, ...] = ()


class Organization(Entry):
    """An organization, grouping or forum, with a short id ("un", "celac")."""

    id: str
    forms: tuple[str, ...]


class Place(Entry):
    """A city, hall or building: ``country`` is the alpha-3 of its state, null where it has none."""

    forms: tuple[str, ...]
    country: str | None
    kind: Literal["city", "venue", "area"]


class Proper(Entry):
    """A named initiative, agreement or event, with a short id."""

    id: str
    kind: Literal["initiative", "agreement", "event"]
    forms: tuple[str, ...]


class Office(Entry):
    """An office: ``noun`` is what stands for its holder alone ("the minister"); ``head`` whether it leads a state."""

    forms: tuple[str, ...]
    noun: str
    head: bool = False


class Verb(Entry):
    """A reporting verb with its finite forms; ``act`` is what it does by itself, where that is plain."""

    lemma: str
    forms: tuple[str, ...]
    participle: str | None = None
    act: Act | None = None
    joint: bool = False
    """Whether two sides as its subject speak as one."""


class FormulaEntry(Entry):
    """A formula: plain ``forms`` and, for what varies within, ``patterns`` (regular expressions, any case)."""

    id: FormulaId
    forms: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()


class TopicEntry(Entry):
    """Words that tell a topic, by weight."""

    id: Topic
    forms: tuple[str, ...]
    weight: float = 1.0


class ActEntry(Entry):
    """Constructions that tell an act: regular expressions, any case."""

    id: Act
    patterns: tuple[str, ...]


class InstrumentEntry(Entry):
    """Words that name the instrument of a pledge: regular expressions, any case."""

    id: Instrument
    patterns: tuple[str, ...]


class Boilerplate(Entry):
    """A line of page furniture: a regular expression for the whole line, any case."""

    kind: Literal["navigation", "breadcrumb", "masthead", "byline", "caption", "footer"]
    pattern: str
    country: str | None = None
    """The publisher that the line tells, alpha-3."""


class Abbreviation(Entry):
    """An abbreviation whose full stop ends no sentence."""

    form: str
