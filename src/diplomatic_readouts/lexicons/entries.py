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
    """A state: ``code`` and ``alpha2`` are of ISO 3166-1; ``demonyms`` are adjectives and nouns of nationality.

    ``name_like`` are the forms and capitals that are also names of people or of other places, so that they need
    context: no state after a given name or an honorific, nor after a city of another state and a comma.
    ``contextual`` are sentences in which one of them is such a name: only their context tells.
    """

    code: str
    alpha2: str
    forms: tuple[str, ...]
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    name_like: tuple[str, ...] = ()
    contextual: tuple[str, ...] = ()
    set_apart: tuple[str, ...] = ()
    """Forms whose writer means another state by a demonym that both share ("Korean" beside "North Korea")."""


class Region(Entry):
    """A region or bloc that acts as a side: ``id`` is its short name as used for holders ("LAC", "CELAC", "EU")."""

    id: str
    forms: tuple[str, ...]
    demonyms: tuple[str, ...] = ()


class Organization(Entry):
    """An organization, grouping or forum, with a short id ("un", "celac"); ``state`` is whose organ it is, alpha-3."""

    id: str
    state: str | None = None
    forms: tuple[str, ...]


class Place(Entry):
    """A city, a hall or building, or an area: ``country`` is the alpha-3 of its state, None where it has none or many.

    ``name_like`` and ``contextual`` are as in Country: the forms that are also people's names, and the proof.
    """

    forms: tuple[str, ...]
    country: str | None = None
    kind: Literal["city", "venue", "area"]
    name_like: tuple[str, ...] = ()
    contextual: tuple[str, ...] = ()


class Cities(Entry):
    """The cities of a state, alpha-3, under their names in Latin letters; accents do not count."""

    country: str
    forms: tuple[str, ...]


class Proper(Entry):
    """A named initiative, agreement or event, with a short id."""

    id: str
    kind: Literal["initiative", "agreement", "event"]
    forms: tuple[str, ...]


class Office(Entry):
    """An office: ``noun`` is what stands for its holder alone ("the minister")."""

    forms: tuple[str, ...]
    noun: str
    also: tuple[str, ...] = ()
    """Further nouns that stand for its holder ("the Chancellor" for a foreign minister, as in Latin America)."""
    printed: bool = True
    """Whether it is an office, not only a way to introduce a person ("his Chilean counterpart")."""
    state: str | None = None
    """The only state that has an office of this name, alpha-3."""
    mission: bool = False
    """Whether its holder serves in an embassy or consulate."""


class Verb(Entry):
    """A reporting verb with its finite forms; ``act`` is what it does by itself, where that is plain."""

    lemma: str
    forms: tuple[str, ...]
    participle: str | None = None
    act: Act | None = None
    hearer: bool = False
    """Whether its object is who is spoken to ("told the gathering that")."""
    joint: bool = False
    """Whether two sides as its subject speak as one."""
    needs: str | None = None
    """The word that must follow in its clause for it to report words ("called on X to")."""
    never: str | None = None
    """Words right behind it with which it reports nothing ("said goodbye")."""
    topical: bool = False
    """Whether both sides as its subject only exchange ("the two leaders discussed X")."""
    purpose: bool = False
    """Whether it reports words where it tells what an act was for ("met X to congratulate him")."""


class FormulaEntry(Entry):
    """A formula: plain ``forms`` and, for what varies within, ``patterns`` (regular expressions, any case)."""

    id: FormulaId
    forms: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()
    """For each pattern in turn, words that it matches."""
    hints: tuple[str, ...] = ()
    """Small letters of which some must stand in a text for the patterns to be tried; any text where there are none."""
    tie: bool = False
    """Whether it names a bond that both sides share, whoever speaks of it."""
    shared: bool = False
    """Whether it is something that both sides share where it is told as a fact."""
    counter: bool = False
    """Whether its words name what its holder is against."""


class TopicEntry(Entry):
    """Words that tell a topic, by weight."""

    id: Topic
    forms: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()
    """For each pattern in turn, words that it matches."""
    hints: tuple[str, ...] = ()
    """Small letters of which some must stand in a text for the patterns to be tried; any text where there are none."""
    weight: float = 1.0


class ActEntry(Entry):
    """Words that tell an act, where they stand in a clause."""

    id: Act
    subject: tuple[Literal["own", "other", "both", "third"], ...] = ("own", "both")
    """Whose doing it must be, seen from the speaker; "third" is anyone and anything else."""
    forms: tuple[str, ...] = ()
    """Finite forms that agree with one side, and participles that open a clause."""
    plain: tuple[str, ...] = ()
    """Base forms, which count after "we", a plural subject or "will"."""
    past: tuple[str, ...] = ()
    """Past forms, which count where a person is the subject."""
    anywhere: tuple[str, ...] = ()
    """Nouns and judgements, which count wherever they stand."""
    told: tuple[str, ...] = ()
    """What tells the act where the readout itself speaks; an earlier entry goes before a later."""
    lasting: bool = False
    """Whether its forms count only with an adverb of constancy within ("has always supported")."""
    scope: bool = False
    """Whether it governs a clause of its own, within which nothing else counts."""


class InstrumentEntry(Entry):
    """Words that name the instrument of a pledge: regular expressions, any case."""

    id: Instrument
    patterns: tuple[str, ...]


class Abbreviation(Entry):
    """An abbreviation whose full stop ends no sentence: ``form`` is printed without its last full stop.

    A "title" never ends one, a "number" not before a number, a "word" ends one only before a word that opens
    sentences ("The"), a "place" before any capital.
    """

    form: str
    kind: Literal["title", "number", "word", "place"]


class Currency(Entry):
    """A currency: ``code`` is ISO 4217; ``signs`` stand before an amount, ``names`` after it, in any case."""

    code: str
    signs: tuple[str, ...]
    names: tuple[str, ...]


class Language(Entry):
    """A language, told by closed-class words or by its script; ``code`` is ISO 639-1.

    ``particles`` are words that stand inside names too; ``ranges`` are letters ("а-я"); ``openers`` are words
    that open sentences.
    """

    code: str
    name: str
    words: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()


class Tier(Entry):
    """A tier of partnership: ``rank`` from 1, the lowest; ``words`` are those that its name has at least."""

    rank: int
    words: tuple[str, ...]
