"""Who is the subject of a reporting verb, what the cue is, and which words are said: shown in place."""

from __future__ import annotations

import pytest

from marked import OPENING, assert_mentions, assert_spans


def test_said_needs_no_that() -> None:
    """A reporting verb opens its content with or without "that"."""
    assert_spans("⟦speaker:Lin Tao⟧ ⟦cue say:said⟧ ⟦content:Peru and China are old friends.⟧")


def test_that_is_no_part_of_the_content() -> None:
    assert_spans("⟦speaker:Lin Tao⟧ ⟦cue note:noted⟧ that ⟦content:Peru is a good neighbour.⟧")


def test_a_comma_may_stand_for_that() -> None:
    assert_spans("⟦speaker:Lin Tao⟧ ⟦cue express:expressed⟧, ⟦content:Peru and China are old friends.⟧")


def test_a_verb_may_have_several_words() -> None:
    assert_spans(
        "⟦speaker:Marta Quiroga⟧ ⟦cue speak highly of:spoke highly of⟧ ⟦content:the work of the port builders.⟧"
    )


def test_an_adverb_may_stand_between_speaker_and_verb() -> None:
    assert_spans("⟦speaker:Marta Quiroga⟧ also strongly ⟦cue condemn:condemned⟧ ⟦content:the attack on the convoy.⟧")


def test_a_day_may_stand_between_speaker_and_verb() -> None:
    assert_spans(
        "⟦speaker:Marta Quiroga⟧ yesterday ⟦cue congratulate:congratulated⟧ ⟦content:the builders of the port.⟧"
    )


def test_a_surname_alone_tells_the_speaker() -> None:
    assert_spans("⟦speaker Marta Quiroga:Quiroga⟧ ⟦cue say:said⟧ that ⟦content:the harvest was good.⟧")


def test_an_office_before_the_name_is_no_part_of_the_mention() -> None:
    assert_spans("Foreign Minister ⟦speaker Lin Tao:Lin⟧ ⟦cue say:said⟧ that ⟦content:the harvest was good.⟧")


def test_an_office_may_stand_between_name_and_verb() -> None:
    assert_spans(
        "⟦speaker:Ana Beltrán⟧, Minister of Trade of Peru, ⟦cue thank:thanked⟧ ⟦content:China for the vaccines.⟧"
    )


def test_an_apposition_may_stand_before_the_name() -> None:
    assert_spans("The Minister of Trade of Peru, ⟦speaker:Ana Beltrán⟧, ⟦cue say:said⟧ that ⟦content:exports grew.⟧")


def test_words_about_a_topic_may_open_the_sentence() -> None:
    assert_spans("On trade, ⟦speaker:Lin Tao⟧ ⟦cue say:said⟧ that ⟦content:the market is open.⟧")


def test_in_his_remarks_may_open_the_sentence() -> None:
    assert_spans("In his opening remarks, ⟦speaker:Lin Tao⟧ ⟦cue say:said⟧ that ⟦content:the market is open.⟧")


def test_the_speaker_may_stand_behind_his_words() -> None:
    assert_spans("⟦content:The market is open⟧, ⟦speaker:Lin Tao⟧ ⟦cue say:said⟧.")


def test_the_verb_may_come_first_behind_the_words() -> None:
    assert_spans(
        "⟦content:The market is open⟧, ⟦cue say:said⟧ ⟦speaker Lin Tao:Lin⟧, ⟦content:adding that Peru is welcome.⟧"
    )


def test_the_speaker_may_interrupt_his_words() -> None:
    assert_spans("⟦content:Peru⟧, ⟦speaker Marta Quiroga:Quiroga⟧ ⟦cue say:said⟧, ⟦content:is open to all.⟧")


def test_in_conclusion_stands_with_the_attribution() -> None:
    assert_spans(
        "⟦content:The ship of friendship⟧, ⟦speaker:Lin Tao⟧ ⟦cue say:said⟧ in conclusion, ⟦content:belongs to all of us.⟧"
    )


def test_a_quotation_is_its_speakers_without_its_marks() -> None:
    assert_spans("“⟦content:The door stays open⟧,” ⟦cue say:said⟧ Minister ⟦speaker Lin Tao:Lin⟧.")


def test_the_cue_of_a_stressing_sentence_stands_in_its_main_clause_or_its_opening() -> None:
    """In "Stressing that …, X said …" both verbs are his; the first is the cue."""
    assert_spans(
        "⟦cue stress:Stressing⟧ that ⟦content:the pact targets no third party⟧, ⟦speaker:Lin Tao⟧ said ⟦content:the sea is wide.⟧"
    )


def test_words_said_at_a_meeting_begin_behind_that() -> None:
    assert_spans("⟦speaker:Lin Tao⟧ ⟦cue state:stated⟧ at the Third Forum of Ports that ⟦content:the sea is wide.⟧")


def test_words_told_to_someone_begin_behind_that() -> None:
    assert_spans("⟦speaker:Lin Tao⟧ ⟦cue tell:told⟧ the gathering that ⟦content:the sea is wide.⟧")


def test_on_behalf_of_others_the_one_who_speaks_is_the_speaker() -> None:
    assert_spans(
        "⟦speaker:Marta Quiroga⟧, on behalf of the government of Peru, ⟦cue thank:thanked⟧ ⟦content:China for the vaccines.⟧"
    )


def test_conveyed_greetings_are_the_conveyors_words() -> None:
    assert_spans("⟦speaker:Lin Tao⟧ ⟦cue convey:conveyed⟧ ⟦content:President Kuang's greetings to President Arias.⟧")


def test_met_to_congratulate_is_said_by_the_one_who_met() -> None:
    assert_spans(
        "Vice President ⟦speaker:Joan Brown⟧ met today with President Luis Arias of Belize to "
        "⟦cue:congratulate⟧ ⟦content:him on his election.⟧",
        opening="Readout of the Vice President's Meeting\nJune 4, 2024\n\n",
    )


def test_met_to_discuss_says_nothing() -> None:
    assert_spans(
        "Vice President Joan Brown met today with President Luis Arias of Belize to discuss trade.",
        opening="Readout of the Vice President's Meeting\nJune 4, 2024\n\n",
    )


def test_the_one_who_replies_is_the_speaker() -> None:
    """What another raised in a clause with "when" is no attribution."""
    assert_spans(
        "When Quiroga raised the price of coffee, ⟦speaker:Lin Tao⟧ ⟦cue reply:replied⟧ that ⟦content:the market is open.⟧"
    )


def test_as_another_announced_is_no_attribution() -> None:
    opening = OPENING + "Lin Tao said that the two countries are old friends. "
    assert_spans("⟦content:As President Kuang announced, the market will be open.⟧", opening)


def test_announced_by_another_is_no_attribution() -> None:
    opening = OPENING + "Lin Tao said that the two countries are old friends. "
    assert_spans("⟦content:China will open the credit line that President Kuang announced for Peru.⟧", opening)


def test_a_report_within_the_content_is_no_attribution() -> None:
    assert_spans("⟦speaker:Lin Tao⟧ ⟦cue say:said⟧ that ⟦content:President Kuang stated in Lima that the sea is wide.⟧")


def test_what_both_sides_did_has_a_cue_and_no_speaker() -> None:
    assert_spans(
        "The two sides ⟦cue agree:agreed⟧ to ⟦content:meet again in Lima.⟧".replace("to ⟦content:", "⟦content:to ")
    )


def test_two_named_persons_speak_as_one() -> None:
    assert_spans("Lin Tao and Marta Quiroga ⟦cue agree:agreed⟧ that ⟦content:the talks will go on.⟧")


def test_discussed_and_agreed_is_an_agreement() -> None:
    assert_spans("The two ministers discussed trade and ⟦cue agree:agreed⟧ ⟦content:to meet again in Lima.⟧")


def test_a_stance_of_a_side_is_content() -> None:
    opening = OPENING + "Marta Quiroga said that the two countries are old friends. "
    assert_spans("⟦content:The Peruvian side thanks China for the vaccines, and hopes for more.⟧", opening)


def test_speaking_highly_of_before_a_side_is_content() -> None:
    opening = OPENING + "Marta Quiroga said that the two countries are old friends. "
    assert_spans("⟦content:Speaking highly of the port, the Peruvian side thanks the builders.⟧", opening)


@pytest.mark.parametrize("words", ["“one China”", "“Belt and Road”"])
def test_scare_quotes_are_no_quotations(words: str) -> None:
    assert_spans(f"⟦speaker:Lin Tao⟧ ⟦cue stress:stressed⟧ that ⟦content:Peru holds to {words} in all it does.⟧")


def test_dollars_are_no_state() -> None:
    assert_mentions(
        "Lin Tao said that the ⟦country USA:US⟧ gave ⟦country PER:Peru⟧ nothing, and ⟦country CHN:China⟧ 100,000 US dollars.",
        kinds=("country",),
    )


def test_a_link_is_no_part_of_a_name_nor_of_what_is_said() -> None:
    opening = (
        "---\ntitle: A meeting\n---\n\n# A meeting\n\nForeign Minister Lin Tao met with Foreign Minister Marta Quiroga of "
        "Peru in Lima on June 3, 2024.\n\n"
    )
    assert_spans(
        "Minister [⟦speaker:Marta Quiroga⟧](https://example.org/lin/said) ⟦cue say:said⟧ that ⟦content:the port is open.⟧",
        opening,
    )
