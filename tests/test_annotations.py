"""A sentence with its speaker becomes a Statement: everything that it is annotated with, brought together."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from diplomatic_readouts.reading.annotations import is_reported_by_other_side, make_statement
from diplomatic_readouts.reading.attribution import Scene
from diplomatic_readouts.reading.sides import find_side, find_sides
from diplomatic_readouts.records import Mention
from spoken import said, scene

READOUT = "chn-2024-05-02-0123456789ab"


def test_a_statement_carries_speaker_words_and_annotations() -> None:
    text = "Marta Quiroga said that Peru adheres to the one-China principle."
    made = make_statement(READOUT, 3, said(text, "PER", "named", "said"), scene(), ())
    assert made.id == f"{READOUT}/003"
    assert (made.speaker, made.speaker_name, made.speaker_country) == ("p2", "Marta Quiroga", "PER")
    assert made.acts == ("position",)
    assert made.topics == ("taiwan",)
    assert [(f.id, f.holder) for f in made.formulas] == [("one_china_principle", "PER")]
    assert made.text == text


def test_mentions_are_kept_as_they_were_found() -> None:
    found = Mention(start=40, end=44, text="Peru", kind="country", value="PER")
    assert make_statement(READOUT, 1, said("Peru trades."), scene(), (found,)).mentions == (found,)


def test_the_publishers_own_words_are_not_the_other_sides() -> None:
    assert is_reported_by_other_side(said("We agree.", "CHN"), scene()) is False


def test_the_counterparts_words_are_reported_by_the_other_side() -> None:
    assert is_reported_by_other_side(said("We agree.", "PER"), scene()) is True


def test_an_organizations_words_are_reported_by_the_other_side() -> None:
    words = replace(said("We agree.", None), organization="European Union")
    assert is_reported_by_other_side(words, scene()) is True


def test_nobodys_words_are_reported_by_no_side() -> None:
    assert is_reported_by_other_side(said("The two sides met.", None, "narrator"), scene()) is None


def test_an_unknown_publisher_reports_for_no_side() -> None:
    nowhere = Scene(kind="meeting", publisher=None, parties=("PER",))
    assert is_reported_by_other_side(said("We agree.", "PER"), nowhere) is None


def test_a_name_a_demonym_and_a_capital_all_name_a_side() -> None:
    found = find_sides("Chile, the Chilean side and Santiago")
    assert [(m.value.code, m.value.manner) for m in found] == [("CHL", "name"), ("CHL", "demonym"), ("CHL", "capital")]


def test_dollars_name_no_side() -> None:
    assert find_sides("US$ 5 million or 5 million U.S. dollars") == []


def test_no_words_name_no_side() -> None:
    assert find_side(None) is None


@settings(max_examples=200, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from(
            list("China and Peru will, support “the” one-China's 2 billion yuan loan.\n\u00a0;İ🌊")
        )
    )
)
def test_any_words_at_all_give_spans_that_hold(words: str) -> None:
    """Every span of a statement is exactly its words, whatever was said."""
    spoken = said(f"{words}.", "PER")
    made = make_statement(READOUT, 1, spoken, scene(), ())
    for span in (*made.formulas, *made.pledges):
        assert spoken.sentence.text[span.start - 40 : span.end - 40] == span.text
        assert span.text
    assert made.acts
    assert len(made.topics) <= 3
