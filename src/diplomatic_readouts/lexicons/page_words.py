"""The shape of an entry in the lexicons of page furniture and of the grammar around names, subjects and acts.

Patterns are regular expressions; unless an entry says otherwise, case does not count.
"""

from __future__ import annotations

from typing import Literal

from diplomatic_readouts.lexicons.entries import Entry
from diplomatic_readouts.records.vocabulary import Kind


class Boilerplate(Entry):
    """A line of page furniture: a regular expression for the whole line, any case."""

    kind: Literal["navigation", "breadcrumb", "masthead", "byline", "caption", "footer"]
    pattern: str
    hints: tuple[str, ...]
    """Small letters of which some stand in every line that the pattern matches."""
    ends_body: bool = False
    """Whether nothing after the line is body."""
    publisher: str | None = None
    """The only state whose ministry and missions print the line on their pages, alpha-3."""


class NameWord(Entry):
    """Words beside, inside or never in names of persons, by kind."""

    kind: Literal[
        "honorific",
        "particle",
        "portfolio",
        "common",
        "surname",
        "calendar",
        "postnominal",
        "modifier",
        "leading_surname",
        "designate",
        "acting",
        "appointed",
        "institution",
    ]
    forms: tuple[str, ...]


class Encounter(Entry):
    """A construction that reports a diplomatic act; the pattern is a regular expression, any case.

    ``kind`` is the kind of page whose lead it makes, null where it only narrates.
    """

    kind: Kind | None = None
    attendance: bool = False
    """Whether it tells who was present."""
    opens: bool = False
    """Whether its subject stands behind it ("At the invitation of X, Y will visit")."""
    unled: bool = False
    """Whether it needs no person as its subject ("The ceremony was held in Lima")."""
    both: bool = False
    """Whether its subject is both sides ("X and Y spoke today")."""
    pattern: str


class SubjectWord(Entry):
    """Words that make or stand beside the subject of a reporting verb."""

    kind: Literal[
        "joint",
        "generic",
        "own_noun",
        "adverb",
        "subordinator",
        "opener",
        "stance",
        "figure",
        "stand",
        "exchange",
        "others",
    ]
    pattern: str


class EventWord(Entry):
    """Words by which an occasion, what leads to it, a venue, what is done there, or with whom, is known."""

    kind: Literal[
        "occasion",
        "lower_occasion",
        "gala",
        "trigger",
        "venue",
        "seat",
        "background",
        "chaired",
        "along",
        "audience",
        "in_course",
        "forum",
        "at_forum",
        "setting",
        "programme",
        "event_told",
        "activity",
        "of_mission",
        "encountered",
        "meeting",
        "own_meeting",
        "one_by_one",
        "to_discuss",
        "engagement",
        "attended",
        "spoke_there",
        "made_remarks",
        "joins",
        "spouse",
        "delegation",
        "delegation_told",
        "delegation_met",
        "of_bodies",
        "while",
        "elsewhere",
    ]
    pattern: str


class ClauseWord(Entry):
    """Words that decide what a clause does or who holds what it says: a regular expression for whole words.

    Letters count as they stand, so that a pattern can ask for a capital; those of subjects and of ``matter`` match in
    any case.
    """

    kind: Literal[
        "adverb",
        "no_adverb",
        "aside",
        "lasting",
        "whose",
        "value",
        "action",
        "scheduled",
        "denial",
        "greeted",
        "guest",
        "greetings",
        "expressing",
        "encounter",
        "merit",
        "ensuring",
        "welcome_to",
        "state",
        "personal",
        "head",
        "agent",
        "people_of",
        "both",
        "pronoun",
        "damaged",
        "contest",
        "others_hold",
        "credit",
        "given",
        "purpose",
        "delivered",
        "negation",
        "future",
        "gerund",
        "goal",
        "committed",
        "each_side",
        "own_people",
        "be_given",
        "to_someone",
        "celebrated",
        "coming",
        "did",
        "first_person",
        "body",
        "lately",
        "recalled",
        "ago",
        "recalled_month",
        "reported_elsewhere",
        "described",
        "asked",
        "finite",
        "members",
        "present_cue",
        "in_office",
        "takes_floor",
        "regarding",
        "matter",
        "meets_again",
        "backdrop",
        "outbreak",
    ]
    pattern: str


class PageWord(Entry):
    """Words by which a page is known: of its headline, of its lead, and of what stands before a text given whole."""

    kind: Literal[
        "words_title",
        "remarks_title",
        "speech_title",
        "speech_by",
        "speech_at",
        "spoken_for",
        "statement",
        "issuer",
        "article",
        "article_title",
        "message_title",
        "published_text",
        "office_line",
        "account",
        "foreword",
        "whole_text",
        "salutation",
        "closing_words",
        "call_headline",
        "phone",
        "trilateral",
        "gathering",
        "trip",
    ]
    pattern: str
