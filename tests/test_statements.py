"""Who speaks each sentence of a page, and how the page tells so: one line a sentence, a blank line a paragraph."""

from __future__ import annotations

import pytest

from diplomatic_readouts.parse import parse_readout
from marked import OPENING, assert_voices


def test_a_name_before_a_reporting_verb_is_named() -> None:
    assert_voices("Lin Tao | named | Lin Tao said that the two countries are old friends.")


def test_the_lead_is_the_narrators() -> None:
    said = parse_readout(OPENING).statements
    assert [(s.basis, s.speaker) for s in said] == [("narrator", None)]


def test_the_words_go_on_where_nothing_names_a_speaker() -> None:
    assert_voices("""
Lin Tao | named     | Lin Tao said that the two countries are old friends.
Lin Tao | continued | Trade has grown every year.
Lin Tao | continued | We are ready to build more ports.
""")


def test_he_is_a_pronoun() -> None:
    assert_voices("""
Lin Tao | named   | Lin Tao said that the two countries are old friends.
Lin Tao | pronoun | He added that trade has grown.
""")


def test_she_in_a_new_paragraph_is_who_spoke_before() -> None:
    assert_voices("""
Marta Quiroga | named   | Marta Quiroga said that the two countries are old friends.

Marta Quiroga | pronoun | She thanked China for the vaccines.
""")


def test_the_minister_of_a_state_is_a_pronoun_for_its_minister() -> None:
    assert_voices("""
Lin Tao       | named   | Lin Tao said that the two countries are old friends.

Marta Quiroga | pronoun | The Peruvian minister thanked China for the vaccines.
""")


def test_a_side_that_opens_a_paragraph_is_its_speakers() -> None:
    assert_voices("""
Lin Tao | named | Lin Tao said that the two countries are old friends.

Lin Tao | side  | The Chinese side stands ready to build more ports.
""")


def test_the_other_side_that_opens_a_paragraph_speaks_for_its_minister() -> None:
    assert_voices("""
Marta Quiroga | named | Marta Quiroga said that the two countries are old friends.

Lin Tao       | named | Lin Tao said that trade has grown.

Marta Quiroga | side  | The Peruvian side thanks China for the vaccines.
""")


def test_a_state_that_opens_a_paragraph_is_a_side() -> None:
    assert_voices("""
Lin Tao | named | Lin Tao said that the two countries are old friends.

Lin Tao | side  | China stands ready to build more ports.
""")


def test_a_side_inside_a_paragraph_goes_on() -> None:
    assert_voices("""
Marta Quiroga | named     | Marta Quiroga said that the two countries are old friends.
Marta Quiroga | continued | The Peruvian side supports more trade.
Marta Quiroga | continued | Peru hopes to sell more coffee.
""")


def test_the_other_side_as_subject_inside_a_paragraph_changes_no_speaker() -> None:
    assert_voices("""
Lin Tao | named     | Lin Tao said that the two countries are old friends.
Lin Tao | continued | Peru has been a good partner for fifty years.
""")


def test_the_other_side_with_a_reporting_verb_changes_the_speaker() -> None:
    assert_voices("""
Lin Tao       | named | Lin Tao said that the two countries are old friends.
Marta Quiroga | side  | The Peruvian side stressed that coffee matters to its farmers.
""")


def test_what_the_two_sides_should_do_is_the_speakers_proposal() -> None:
    assert_voices("""
Lin Tao | named     | Lin Tao said that the two countries are old friends.
Lin Tao | continued | The two sides should build more ports.
""")


def test_what_the_two_sides_can_do_in_a_new_paragraph_is_still_his_proposal() -> None:
    assert_voices("""
Lin Tao | named     | Lin Tao said that the two countries are old friends.

Lin Tao | continued | The two sides should build more ports.
""")


def test_what_the_two_sides_agreed_is_joint() -> None:
    assert_voices("""
Lin Tao | named | Lin Tao said that the two countries are old friends.

-       | joint | The two sides agreed to meet again in Lima.
""")


def test_what_the_two_sides_agreed_is_joint_inside_a_paragraph_too() -> None:
    assert_voices("""
Lin Tao | named | Lin Tao said that the two countries are old friends.
-       | joint | The two sides agreed to meet again in Lima.
""")


def test_a_shared_view_is_joint() -> None:
    assert_voices("- | joint | The two ministers shared the view that contacts should go on.")


def test_both_sides_believed_is_joint() -> None:
    assert_voices("- | joint | Both sides believed that the ties have come of age.")


def test_they_who_called_for_something_are_joint() -> None:
    assert_voices("""
- | joint | The two ministers condemned terrorism in all its forms.
- | joint | They called for a reform of the council.
""")


def test_relevant_envoys_said_is_joint() -> None:
    assert_voices("- | joint | Relevant envoys said that the ties have come of age.")


def test_exchanged_views_is_the_narrators() -> None:
    assert_voices("""
Lin Tao | named    | Lin Tao said that the two countries are old friends.

-       | narrator | The two sides also exchanged views on the situation in Haiti.
""")


def test_discussed_is_the_narrators() -> None:
    assert_voices("- | narrator | The two leaders discussed trade, energy and the climate.")


def test_those_present_are_the_narrators() -> None:
    assert_voices("""
Lin Tao | named    | Lin Tao said that the two countries are old friends.

-       | narrator | Qu Hua and Bo Wen, among others, were present at the meeting.
""")


def test_a_speaker_whose_words_come_first_is_named() -> None:
    assert_voices("Lin Tao | named | The market is open, said Lin Tao, adding that Peru is welcome.")


def test_he_may_stand_behind_his_words() -> None:
    assert_voices("""
Marta Quiroga | named   | Marta Quiroga said that the two countries are old friends.
Marta Quiroga | pronoun | Peru, she said, is open to all.
""")


def test_first_and_second_person_in_reported_words_go_on() -> None:
    assert_voices("""
Lin Tao | named     | Lin Tao said that the two countries are old friends.
Lin Tao | continued | We should hold on to our friendship, Madam Minister.
""")


def test_a_quotation_over_two_sentences_is_named_and_continued() -> None:
    assert_voices("""
Lin Tao | named     | “The door stays open,” said Lin Tao.
Lin Tao | continued | “We will keep it so.”
""")


def test_what_a_counterpart_raised_is_part_of_the_reply() -> None:
    assert_voices("Lin Tao | named | When Quiroga raised the price of coffee, Lin Tao replied that the market is open.")


def test_she_raised_something_is_hers() -> None:
    assert_voices("Marta Quiroga | named | Marta Quiroga raised the case of the detained sailors.")


def test_one_persons_discussion_of_something_is_that_persons() -> None:
    assert_voices("Lin Tao | named | Lin Tao discussed the importance of open markets.")


def test_a_stray_full_stop_changes_no_speaker() -> None:
    assert_voices("""
Marta Quiroga | named     | Marta Quiroga said that Peru wants fair rules. and open ports for its firms. .
Marta Quiroga | continued | Peru hopes to sell more coffee.
""")


def test_three_may_speak_one_after_the_other() -> None:
    assert_voices(
        """
Lin Tao       | named | Lin Tao said that the sea is wide.

Marta Quiroga | named | Marta Quiroga said that the port is open.

Aldo Vergara  | named | Chilean Foreign Minister Aldo Vergara thanked the hosts.

Marta Quiroga | side  | The Peruvian side stands ready to host the next round.
"""
    )


def test_the_counterpart_may_speak_first() -> None:
    assert_voices("""
Marta Quiroga | named | Marta Quiroga said that the port is open.

Lin Tao       | named | Lin Tao thanked her for the welcome.
""")


def test_a_letter_is_told_by_its_reader() -> None:
    assert_voices("Marta Quiroga | named | Marta Quiroga read a letter from President Arias.")


def test_a_list_from_first_to_third_is_numbered() -> None:
    body = (
        "Lin Tao put forward three proposals.\n\nFirst, hold on to friendship. China will host a forum of ports.\n\n"
        "Second, build more ports. Roads matter too.\n\nThird, train more pilots.\n"
    )
    found = parse_readout(OPENING + body)
    items = [(s.item, s.basis, s.speaker_name) for s in found.statements[1:]]
    assert items == [(n, "named" if n is None else "continued", "Lin Tao") for n in (None, 1, 1, 2, 2, 3)]


def test_the_first_is_opens_an_item_too() -> None:
    body = (
        "Lin Tao made two proposals.\n\nThe first is to hold on to friendship.\n\nThe second is to build more ports.\n"
    )
    assert [s.item for s in parse_readout(OPENING + body).statements[1:]] == [None, 1, 2]


def test_an_item_ends_with_its_paragraph() -> None:
    body = "Lin Tao made a proposal.\n\nFirst, hold on to friendship.\n\nMarta Quiroga thanked him.\n"
    assert [s.item for s in parse_readout(OPENING + body).statements[1:]] == [None, 1, None]


def test_first_as_an_adjective_opens_no_item() -> None:
    body = "Lin Tao said that trade grew.\n\nFirst steps have been taken by both sides.\n"
    assert [s.item for s in parse_readout(OPENING + body).statements[1:]] == [None, None]


def test_a_list_of_those_present_is_one_statement() -> None:
    body = "Those present at the meeting:\n- Ana Beltrán, Vice Minister of Trade\n- Qu Hua, Director-General\n"
    said = parse_readout(OPENING + body).statements
    assert [(s.basis, s.paragraph) for s in said] == [("narrator", 1), ("narrator", 2)]


def test_paragraphs_are_counted_from_one() -> None:
    body = "Lin Tao said that trade grew. It grew fast.\n\nMarta Quiroga thanked him.\n"
    assert [s.paragraph for s in parse_readout(OPENING + body).statements] == [1, 2, 2, 3]


ARTICLE = """Jan 19, 2018

Time to build a wider harbour

China and Peru are both developing countries, and we both have our dreams. Trade has grown every year.

Let us hold on to our friendship. With our Peruvian friends we will build a wider harbour for all. China will do its part.
"""


def test_an_article_is_its_authors_own_words() -> None:
    found = parse_readout(ARTICLE)
    assert {(s.basis, s.speaker, s.speaker_country) for s in found.statements} == {("author", None, "CHN")}


def test_a_signed_articles_author_speaks_every_sentence() -> None:
    text = (
        "A Friendship Worth Watering\nBy Tan Weiguo, Chinese Ambassador to Belize\n\n"
        "Belize and China have been friends for years. We shall remain so.\n"
    )
    assert [(s.basis, s.speaker_name, s.speaker_country) for s in parse_readout(text).statements] == [
        ("author", "Tan Weiguo", "CHN"),
        ("author", "Tan Weiguo", "CHN"),
    ]


def test_a_lead_that_carries_the_speakers_words_is_named() -> None:
    lead = "On May 13, 2025, Foreign Minister Lin Tao stated at the Third Forum of Ports that the sea is wide.\n"
    said = parse_readout("Home > China News\nLin Tao on the Sea\n\n" + lead).statements
    assert [(s.basis, s.speaker_name) for s in said] == [("named", "Lin Tao")]


def test_no_individual_may_speak_at_all() -> None:
    assert_voices("""
- | joint    | The two sides agreed that trade should grow.

- | narrator | They also exchanged views on the situation in Haiti.
""")


CALL = """Statement from the Press Secretary
June 4, 2024

Vice President Joan Brown spoke today with President Luis Arias of Belize. The Vice President underscored the importance of open markets. The two leaders discussed the climate. President Arias thanked the Vice President for her support. She welcomed the opportunity to work with him.
"""


def test_an_american_readout_names_its_speakers_by_office() -> None:
    voices = [(s.basis, s.speaker_name) for s in parse_readout(CALL).statements]
    assert voices[:4] == [
        ("narrator", None),
        ("pronoun", "Joan Brown"),
        ("narrator", None),
        ("named", "Luis Arias"),
    ]


TWO_CALLS = """Home > China News
Lin Tao Speaks by Phone with Foreign Ministers of Peru and Fiji
(2021-03-18 22:10)

On March 17, Foreign Minister Lin Tao held a phone call with Foreign Minister Marta Quiroga of Peru. Quiroga said that the port is open.

On March 18, Lin Tao spoke on the phone with Foreign Minister Sitiveni Vunibobo of Fiji. Vunibobo thanked China for the vaccines.
"""


def test_one_page_may_cover_two_calls() -> None:
    voices = [(s.basis, s.speaker_name) for s in parse_readout(TWO_CALLS).statements]
    assert voices == [
        ("narrator", None),
        ("named", "Marta Quiroga"),
        ("narrator", None),
        ("named", "Sitiveni Vunibobo"),
    ]


def test_the_premier_is_a_pronoun() -> None:
    opening = (
        "Home > China News\nGu Mingzhe Meets with Marta Quiroga\n\nOn June 3, 2024, Premier Gu Mingzhe met in Beijing with "
        "Peruvian Foreign Minister Marta Quiroga.\n\nMarta Quiroga thanked the hosts.\n\n"
    )
    assert_voices("Gu Mingzhe | pronoun | The premier said that the two countries are old friends.", opening)


def test_a_participle_behind_a_comma_changes_nothing() -> None:
    assert_voices("Marta Quiroga | named | Marta Quiroga thanked China, expressing that Peru will not forget.")


def test_a_missing_blank_after_a_stop_changes_no_speaker() -> None:
    body = "Lin Tao said that the two countries are old friends.The two sides should build more ports.\n"
    found = [(s.speaker_name, s.basis) for s in parse_readout(OPENING + body).statements[1:]]
    assert found == [("Lin Tao", "named"), ("Lin Tao", "continued")]


@pytest.mark.parametrize("mark", ["'", "’"])
def test_apostrophes_may_be_straight_or_curly(mark: str) -> None:
    assert_voices(f"""
Marta Quiroga | named     | Marta Quiroga praised China{mark}s ports and Peru’s ships.
Marta Quiroga | continued | Peru{mark}s people are grateful.
""")


def test_a_broken_letter_in_a_name_breaks_no_person() -> None:
    opening = OPENING.replace("Marta Quiroga", "José Quiroga".encode().decode("latin-1"))
    name = "José Quiroga".encode().decode("latin-1")
    assert_voices(f"{name} | named | {name} thanked China for the vaccines.", opening)


SPOKESPERSON = """Foreign Ministry Spokesperson Mo Ning's Remarks on the Earthquake in Peru

China was saddened to learn of the earthquake in Peru. We mourn the victims and wish the injured a speedy recovery. China stands ready to help Peru.
"""


def test_a_spokespersons_remarks_need_no_reporting_verb() -> None:
    found = parse_readout(SPOKESPERSON)
    assert found.kind == "remarks"
    assert [p.role for p in found.participants] == ["author"]
    assert {(s.basis, s.speaker_name) for s in found.statements} == {("author", "Mo Ning")}


def test_the_head_of_a_group_speaks_for_it() -> None:
    assert_voices("""
Ana Beltrán | named     | Ana Beltrán, Chair of the Pacific Ports Association, said that the ports are full.
Ana Beltrán | continued | The association will go on with its work.
""")


def test_a_statement_of_background_after_the_talks_is_the_narrators() -> None:
    assert_voices("""
Lin Tao | named    | Lin Tao said that the two countries are old friends.

-       | narrator | The talks took place on the eve of the Third Forum of Ports.
""")


def test_a_side_that_narrates_is_not_said_to_speak() -> None:
    assert_voices("""
-       | joint    | The two sides signed a memorandum on fisheries.

-       | narrator | A joint statement was issued after the talks.
""")


def test_his_wife_is_no_speaker() -> None:
    assert_voices("Lin Tao | named | In a toast, Lin Tao recalled that his wife, Mrs. Bo, had loved the sea.")


def test_a_speaker_may_be_named_by_office_and_state() -> None:
    assert_voices("Marta Quiroga | pronoun | The Foreign Minister of Peru said that the ports are full.")


def test_the_latter_stands_for_nobody_known() -> None:
    """Where the evidence is weak, nobody is said to speak."""
    said = parse_readout(OPENING + "The latter said that the ports are full.\n").statements[-1]
    assert said.speaker_name in (None, "Marta Quiroga")


def test_ministers_from_both_sides_speak_as_one() -> None:
    assert_voices("- | joint | Ministers from both sides said that ports matter.")


@pytest.mark.xfail(strict=True, reason='"according to X" is no attribution')
def test_according_to_someone_is_that_persons_words() -> None:
    assert_voices("Lin Tao | named | According to Lin Tao, trade grew.")


def test_who_made_proposals_is_the_speaker_of_their_list() -> None:
    assert_voices("""
Lin Tao | named     | Lin Tao made three proposals.
Lin Tao | continued | First, trade should grow.
Lin Tao | continued | Second, ports should open.
""")


def test_she_is_not_whom_the_page_calls_he() -> None:
    assert_voices("""
Lin Tao       | named   | Lin Tao said that the two countries are old friends.
Lin Tao       | pronoun | He added that trade has grown.
Marta Quiroga | named   | Marta Quiroga noted that the ports are full.
Marta Quiroga | pronoun | She thanked China for the vaccines.
Lin Tao       | pronoun | He said that more would come.
""")


def test_he_is_nobody_known_where_somebody_without_words_came_between() -> None:
    assert_voices("""
Lin Tao | named    | Lin Tao said that the two countries are old friends.

-       | narrator | Marta Quiroga toured the new port.
-       | pronoun  | She said that it was large.
""")


def test_other_figures_end_a_speakers_turn() -> None:
    assert_voices("""
Lin Tao | named    | Lin Tao said that the two countries are old friends.
-       | narrator | The national security advisors explored new ways of working together.
""")


def test_a_name_that_the_page_does_not_explain_ends_a_speakers_turn() -> None:
    assert_voices("""
Lin Tao | named    | Lin Tao said that the two countries are old friends.
-       | narrator | Smithson said that the sea was calm.
""")


def test_an_office_of_the_other_side_that_nobody_holds_has_its_state_only() -> None:
    found = parse_readout(OPENING + "\n\nThe Peruvian ambassador said that trade has grown.").statements[-1]
    assert (found.speaker, found.speaker_country, found.basis) == (None, "PER", "pronoun")


def test_both_sides_go_on_as_one_after_what_they_agreed() -> None:
    assert_voices("""
- | joint | The two sides agreed to build a port.
- | joint | Both sides will open more routes.
""")


def test_a_question_put_to_a_spokesperson_is_the_pages_and_the_answer_the_spokespersons() -> None:
    found = parse_readout(
        "Home > Spokesperson's Remarks\nForeign Ministry Spokesperson Mo Ning's Remarks on the Port of Callao\n\n"
        "Q: It is reported that Foreign Minister Lin Tao met with shipowners. What is your comment?\n\n"
        "A: The port brings benefits to both peoples. China will continue to work with Peru.\n"
    )
    assert [(s.basis, s.speaker_name) for s in found.statements] == [
        ("narrator", None),
        ("narrator", None),
        ("author", "Mo Ning"),
        ("author", "Mo Ning"),
    ]
    assert [(p.name, p.role) for p in found.participants] == [("Mo Ning", "author")]
    assert found.kind == "remarks"


def test_what_a_spokesperson_announces_is_the_spokespersons_own() -> None:
    found = parse_readout(
        "Home > Spokesperson's Remarks\nChina Sends Doctors to Peru\n2020-06-01 20:21\n\n"
        "Foreign Ministry Spokesperson Mo Ning announces:\n\n"
        "The Chinese government has decided to send doctors to Peru. They will stay for two weeks.\n"
    )
    assert [(s.basis, s.speaker_name) for s in found.statements] == [
        ("narrator", None),
        ("author", "Mo Ning"),
        ("author", "Mo Ning"),
    ]
    assert (found.kind, found.participants[0].role) == ("announcement", "author")
