"""What a sentence is about, as a reader of the page would say."""

from __future__ import annotations

import pytest

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import TopicEntry
from diplomatic_readouts.reading.topics import find_topics
from diplomatic_readouts.records.vocabulary import VOCABULARIES, Basis, Topic
from spoken import said, scene

ENTRIES = read_lexicon("topics", TopicEntry)


def topics(text: str, country: str = "CHN", basis: Basis = "continued", cue: str | None = None) -> tuple[Topic, ...]:
    return find_topics(said(text, country, basis, cue), scene())


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: f"{e.id}: {e.example}")
def test_an_example_is_about_its_topic(entry: TopicEntry) -> None:
    assert entry.id in topics(entry.example)


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.counterexample], ids=lambda e: f"{e.id}: {e.counterexample}")
def test_a_counterexample_is_not(entry: TopicEntry) -> None:
    assert entry.id not in topics(entry.counterexample or "")


def test_every_topic_has_words() -> None:
    assert {entry.id for entry in ENTRIES} == set(VOCABULARIES["topic"])


def test_there_are_three_topics_at_most() -> None:
    text = "They discussed trade, vaccines, lithium, migration, terrorism and climate change."
    assert len(topics(text)) == 3


def test_the_most_central_topic_comes_first() -> None:
    assert topics("Ports, railways and highways will help trade.")[0] == "infrastructure"


def test_a_lead_of_mere_procedure_has_no_topic() -> None:
    text = "Lin Tao met with Trade Minister Marta Quiroga on the sidelines of the Energy Forum in Lima."
    assert topics(text, basis="narrator") == ()


def test_a_lead_has_the_topics_that_were_discussed() -> None:
    text = "The two ministers discussed migration and border security."
    assert topics(text, basis="narrator") == ("mobility", "law_security")


def test_a_speakers_title_is_no_topic() -> None:
    text = "Trade Minister Marta Quiroga said that more young people learn Chinese culture."
    assert topics(text, "PER", "named", "said") == ("people_culture",)


def test_an_opening_that_names_the_matter_counts() -> None:
    text = "On migration, Marta Quiroga said that the talks go on."
    assert topics(text, "PER", "named", "said") == ("mobility",)


def test_a_word_within_a_longer_phrase_does_not_count() -> None:
    assert topics("Peru takes part in the Belt and Road Initiative.") == ("initiatives",)


def test_a_party_of_the_meeting_is_no_hotspot() -> None:
    text = "Haiti will increase trade."
    assert find_topics(said(text, "HTI"), scene(parties=("CHN", "HTI"))) == ("trade",)


def test_a_sentence_on_both_sides_alone_is_about_their_relations() -> None:
    assert topics("China is of vital importance to Peru.", "PER") == ("bilateral_ties",)


def test_thanks_to_a_thing_are_no_protocol() -> None:
    assert topics("Thanks to the port, trade has grown.") == ("infrastructure", "trade")


def test_connectivity_alone_does_not_come_before_the_matter() -> None:
    assert topics("They discussed connectivity and trade.", basis="joint") == ("trade", "infrastructure")


def test_an_agreement_to_meet_again_has_no_topic() -> None:
    assert topics("They agreed to meet again in May.", basis="joint", cue="agreed") == ()
