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


def test_what_a_mission_gives_or_holds_tells_the_matter() -> None:
    """A mission that hands something over or holds a feast meets nobody: its doings are what the sentence is about."""
    gives = "On May 3, the Chinese Embassy in Peru donated 40 looms to the weavers of Cusco."
    holds = "On May 4, Ambassador Lin Tao attended the award ceremony of the Chinese Government Scholarship."
    assert topics(gives, basis="narrator") == ("development",)
    assert topics(holds, basis="narrator") == ("people_culture",)


def test_where_a_mission_is_received_is_not_the_matter() -> None:
    text = "Ambassador Lin Tao met with the Minister and visited the hospital of Ica."
    assert topics(text, basis="narrator") == ()


def test_a_plague_that_is_only_the_backdrop_is_no_matter() -> None:
    assert topics("Despite the impact of the pandemic, exports of grapes went on.") == ("trade", "agriculture")


def test_to_meet_again_is_mere_procedure() -> None:
    assert topics("The two sides look forward to meeting again in Cusco.", basis="joint") == ()


def test_a_toast_is_protocol_whatever_one_drinks_to() -> None:
    assert topics("Let me propose a toast to the health of all guests and to our friendship.") == ("protocol",)


def test_a_shared_future_of_two_states_is_about_their_ties_too() -> None:
    assert set(topics("We will build a closer China-Peru community with a shared future.")) == {
        "initiatives",
        "bilateral_ties",
    }


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("The President condemned the abduction of the president by members of his own guard.", "hotspots"),
        ("She welcomed the peaceful handover of power after the October ballot.", "rights"),
        ("He voiced concern about the expulsion of reporters and the closing of radio stations.", "rights"),
        (
            "He noted that the country will need help from creditors to get through two hard years.",
            "investment_finance",
        ),
        ("The Minister asked for the arrest of two men wanted in Lima for fraud.", "law_security"),
        ("The leaders spoke of the drug traffickers and the killing of a judge.", "law_security"),
        ("He offered help after the storm.", "environment"),
        ("The helicopters and the training of pilots were on the table.", "defence"),
        ("He said that the two peoples have been friends in need, and as equals.", "bilateral_ties"),
        ("The seasonal labor program has brought six thousand pickers north.", "mobility"),
        ("The pupils danced in costume and recited poems in Chinese.", "people_culture"),
        ("Work on the jetty and on the new terminal goes on day and night.", "infrastructure"),
        ("The dialysis unit has treated eighty patients.", "health"),
        ("The sewing machines will help widows earn a living.", "development"),
        ("The report is biased, and its claims are groundless.", "power_politics"),
        ("Geothermal power will reach the last village.", "energy"),
        ("The growers of the valley planted citrus.", "agriculture"),
        ("The telescope will be shared by both academies.", "technology"),
        ("The vote of confidence and the formation of the new government took a month.", "governance"),
        ("They invoked the law of the sea.", "global_governance"),
    ],
)
def test_a_plain_sentence_is_about_what_its_reader_says(text: str, topic: Topic) -> None:
    assert topic in topics(text)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("The Belt and Road is a road of opportunity.", "infrastructure"),
        ("The talks serve as a bridge between the two peoples.", "infrastructure"),
        ("The commitment to the treaty is firm.", "power_politics"),
        ("They spoke of rural health care.", "agriculture"),
        ("They will fight the illicit trafficking of weapons.", "defence"),
        ("The Alliance for Clean Villages met in Cusco.", "bilateral_ties"),
    ],
)
def test_a_general_word_beside_the_matter_adds_no_topic(text: str, topic: Topic) -> None:
    assert topic not in topics(text)
