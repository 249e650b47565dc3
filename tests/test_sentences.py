"""Where a reader ends a sentence."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import Abbreviation
from diplomatic_readouts.reading.sentences import find_sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in find_sentences(text, 0, len(text))]


def assert_split(marked: str) -> None:
    """Check that a text is split at its bars, and nowhere else."""
    parts = marked.split("¦")
    assert split("".join(parts)) == [part.strip() for part in parts]


@pytest.mark.parametrize("entry", read_lexicon("abbreviations", Abbreviation), ids=lambda entry: entry.form)
def test_abbreviation_ends_no_sentence_in_its_example(entry: Abbreviation) -> None:
    assert entry.form + "." in entry.example
    assert len(split(entry.example)) == 1


@pytest.mark.parametrize(
    "entry", [e for e in read_lexicon("abbreviations", Abbreviation) if e.counterexample], ids=lambda entry: entry.form
)
def test_abbreviation_ends_one_in_its_counterexample(entry: Abbreviation) -> None:
    assert len(split(entry.counterexample or "")) == 2


def test_full_stop_question_and_exclamation_mark_end_sentences() -> None:
    assert_split("They met.¦ Who gains?¦ Both do!¦ They left.")


def test_honorifics_before_a_name_end_none() -> None:
    assert_split("They received H.E. Mr. Aldo St. Kestrel and Hon. Dr. He Lin in St. Mary's.¦ Mrs. Vale stayed.")


def test_country_abbreviation_ends_one_only_before_an_opening_word() -> None:
    assert_split("The U.S. Secretary thanked the U.S. side.¦ He returned to the U.S.¦ We look forward to his visit.")


def test_bracketed_short_name_ends_one() -> None:
    assert_split("They met at the United Nations (UN).¦ The talks went on.")


def test_stray_stop_before_a_small_letter_ends_none() -> None:
    assert_split("They support an open market. and fair rules for firms. on both sides, in order to gain.¦ They left.")


def test_stray_stop_belongs_to_the_sentence_before() -> None:
    assert_split("It welcomes more firms. .¦ Peru hopes to sell fruit. .")


def test_missing_blank_after_a_stop_still_ends_one() -> None:
    assert_split("It respects their sovereignty.¦The harbour will open in 2021.¦Both sides gain.")


def test_names_with_stops_inside_end_none() -> None:
    assert_split("See https://example.org/a.Vale?b=C.D or write to a.Vale@example.org on Ph.D.s in trade.")


def test_numbers_keep_their_points() -> None:
    assert_split("Trade grew 6.8 percent to 1.5 billion dollars.¦ Exports fell.")


def test_number_of_a_list_stays_with_its_sentence() -> None:
    assert_split("1. At the outset, they met.¦ 2. He spoke.¦ (3) She spoke.¦ It was 2030.¦ They left.")


def test_numbers_after_a_colon_open_items() -> None:
    assert_split("They agreed on two points: 1. Support trade.¦ Then they left.")


def test_closing_quotation_mark_belongs_to_the_sentence() -> None:
    assert_split("“We trust them.”¦ He added: “We are small, but we are free.”¦ They left.")


def test_quotation_broken_by_its_speaker_is_one_sentence() -> None:
    assert_split("“We will speak plainly,” she said, “but the door is open.”¦ They left.")


def test_question_inside_quotation_marks_before_a_small_letter_ends_none() -> None:
    assert_split("“Who gains?” he asked, and “Nobody!” said she.¦ They left.")


def test_initials_end_none() -> None:
    assert_split("J. D. Aldous and Maria R. Vale Jr. met today.¦ They left.")


def test_capital_district_before_an_opening_word_ends_one() -> None:
    assert_split("They met in Washington, D.C.¦  The two sides agreed.")


def test_clock_time_before_a_small_letter_ends_none() -> None:
    assert_split("They met at 5:40 p.m. local time.¦ He left at 6 p.m.¦ The talks went on.")


def test_ellipsis_goes_on_before_a_small_letter() -> None:
    assert_split("They waited … and left…¦ The two sides agreed.")


def test_colon_and_semicolon_end_none() -> None:
    assert_split("He said: It works; Everyone gains.¦ They left.")


def test_wrapped_lines_are_one_sentence() -> None:
    assert_split("They met in\nLima on trade.¦\nThey left.")


def test_lost_quotation_mark_closes_too() -> None:
    assert_split("It is no \ufffdbackyard\ufffd.¦ We urge restraint.")


def test_only_the_paragraph_given_is_split() -> None:
    text = "Before. They met. They left. After."
    assert [text[a:b] for a, b in find_sentences(text, 8, 28)] == ["They met.", "They left."]


@given(st.text(alphabet=st.one_of(st.sampled_from(list(". !?…”\"')(\n\xa0AaUS1:;,")), st.characters())), st.data())
def test_every_character_but_white_space_is_in_exactly_one_sentence(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    covered = [at for a, b in find_sentences(text, start, end) for at in range(a, b)]
    assert covered == sorted(set(covered))
    assert {at for at in range(start, end) if not text[at].isspace()} <= set(covered) <= set(range(start, end))
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in find_sentences(text, start, end))


@pytest.mark.parametrize("piece", [".", ". ", ".”", "a.B", "U.S. ", ". A", ". .\n", '."*_', "x", " ", "。a", "1. "])
def test_long_odd_text_takes_under_a_second(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    began = time.process_time()
    find_sentences(text, 0, len(text))
    assert time.process_time() - began < 1
