"""What act a page reports, and the pages that report none."""

from __future__ import annotations

import pytest

from diplomatic_readouts.parse import parse_readout
from marked import refusal

BODY = "\n\nLin Tao said that the two countries are old friends.\n"


def kind(lead: str, title: str = "Home > China News\nLin Tao and Peru") -> str:
    return parse_readout(f"{title}\n2024/06/04\n\n{lead}{BODY}").kind


@pytest.mark.parametrize(
    "lead",
    [
        "On June 3, 2024, Foreign Minister Lin Tao met with Marta Quiroga of Peru in Lima.",
        "On June 3, 2024, Foreign Minister Lin Tao held talks with Peruvian Foreign Minister Marta Quiroga.",
        "Peruvian Foreign Minister Marta Quiroga was received today by Foreign Minister Lin Tao.",
        "Ambassador Qu Hua paid a courtesy call on Prime Minister Ana Beltrán of Peru today.",
        "On June 3, 2024, Foreign Minister Lin Tao met with Marta Quiroga of Peru via video link.",
    ],
)
def test_two_who_meet_make_a_meeting(lead: str) -> None:
    assert kind(lead) == "meeting"


@pytest.mark.parametrize(
    "lead",
    [
        "On June 3, 2024, Foreign Minister Lin Tao held a phone call with Marta Quiroga of Peru.",
        "On June 3, 2024, Foreign Minister Lin Tao spoke by telephone with Marta Quiroga of Peru.",
        "Foreign Minister Lin Tao spoke today with Foreign Minister Marta Quiroga of Peru.",
        "On June 3, 2024, Foreign Minister Lin Tao had a phone conversation with Marta Quiroga of Peru.",
    ],
)
def test_words_over_the_telephone_make_a_call(lead: str) -> None:
    assert kind(lead) == "call"


def test_a_phone_call_is_a_call_whatever_its_headline_says() -> None:
    lead = "On June 3, 2024, Foreign Minister Lin Tao spoke by phone with Marta Quiroga of Peru."
    assert kind(lead, "Foreign Minister's meeting with Marta Quiroga") == "call"


@pytest.mark.parametrize(
    "lead",
    [
        "On June 3, 2024, Foreign Minister Lin Tao chaired the Third Dialogue of Foreign Ministers of China and Pacific "
        "Island Countries in Suva.",
        "Foreign Minister Lin Tao attended the Third Meeting of the Foreign Ministers of the Pacific in Suva.",
    ],
)
def test_three_parties_or_more_make_a_multilateral(lead: str) -> None:
    assert kind(lead) == "multilateral"


def test_a_meeting_with_many_leaders_is_multilateral_though_only_the_host_is_quoted() -> None:
    text = (
        "Vice President Brown and the Leaders of the Caribbean\n\nVice President Joan Brown met today with 15 leaders of "
        "the region in Nassau, Bahamas.\n\nThe Vice President underscored the importance of open markets.\n"
    )
    assert parse_readout(text).kind == "multilateral"


def test_one_persons_words_at_a_meeting_are_remarks() -> None:
    lead = "On June 3, 2024, Foreign Minister Lin Tao stated at the Third Forum of Ports that the sea is wide."
    assert kind(lead) == "remarks"


def test_first_person_text_under_a_byline_is_an_article() -> None:
    text = (
        "A Friendship Worth Watering\nBy Tan Weiguo, Chinese Ambassador to Belize\n\n"
        "Belize and China have been friends for years. We shall remain so.\n"
    )
    assert parse_readout(text).kind == "article"


def test_first_person_text_with_no_author_is_an_article() -> None:
    text = (
        "Jan 19, 2018\n\nTime to build a wider harbour\n\nChina and Peru are both developing countries, and we both have "
        "our dreams. With our Peruvian friends we will build a wider harbour. China will do its part.\n"
    )
    assert parse_readout(text).kind == "article"


def test_exchanged_messages_make_a_message() -> None:
    lead = (
        "On June 3, 2024, President Kuang Shouren and President Luis Arias of Belize exchanged congratulatory messages."
    )
    assert kind(lead) == "message"


def test_condolences_sent_make_a_message() -> None:
    assert (
        kind("On June 3, 2024, President Kuang Shouren sent a message of condolence to President Luis Arias of Belize.")
        == "message"
    )


def test_a_visit_to_come_is_an_announcement() -> None:
    lead = "At the invitation of Foreign Minister Lin Tao, Peruvian Foreign Minister Marta Quiroga will visit China from June 5 to 7."
    assert kind(lead) == "announcement"


def test_words_to_the_press_make_a_press_conference() -> None:
    lead = "On June 3, 2024, Foreign Minister Lin Tao and Peruvian Foreign Minister Marta Quiroga jointly met the press in Lima."
    assert kind(lead) == "press_conference"


def test_a_visit_that_ended_is_a_visit() -> None:
    assert kind("Foreign Minister Marta Quiroga of Peru concluded her official visit to Beijing today.") == "visit"


# ------------------------------------------------------------------------------------------- pages without an act


VISA = """Visa Notice

Starting from June 5, 2024, applicants for a visa shall fill in the form online before they come to the visa office.

The fee is to be paid in cash. Applicants under 14 need no fingerprints. The office is open from 9 to 12 on working days.
"""
INTERVIEW = """Foreign Minister Lin Tao's Interview with the Evening Star

Evening Star: Minister, how do you see the state of relations between China and Peru?

Lin Tao: They have never been better. Trade has grown every year and we want it to grow further.

Evening Star: And what about the port?

Lin Tao: The port will be open next year. I hope to be there when the first ship comes in.
"""
TRADE = """Copper Prices Rise in June

The price of copper rose by 4 percent in the first week of June, the exchange in London reported.

Exports of fruit from Peru to China grew by 12 percent in the same period. Shipping rates fell.
"""
ADVISORY = """Travel Advisory for the Rainy Season

Travellers are advised to keep away from the river banks in the north of Peru. Roads may be closed at short notice.
"""


def test_a_visa_notice_is_no_readout() -> None:
    assert refusal(VISA) == "NotAReadout"


def test_the_transcript_of_an_interview_is_no_readout() -> None:
    assert refusal(INTERVIEW) == "NotAReadout"


def test_trade_news_are_no_readout() -> None:
    assert refusal(TRADE) == "NotAReadout"


def test_a_travel_advisory_is_no_readout() -> None:
    assert refusal(ADVISORY) == "NotAReadout"


def test_the_refusal_names_the_page_and_a_remedy() -> None:
    from diplomatic_readouts.errors import NotAReadout

    with pytest.raises(NotAReadout, match=r"visa\.txt") as caught:
        parse_readout(VISA, "visa.txt")
    assert caught.value.remedy


def test_a_headline_alone_is_no_readout() -> None:
    assert refusal("Lin Tao Meets with Marta Quiroga of Peru\n2024/06/04\n") == "NotAReadout"


def test_a_spanish_page_is_not_read() -> None:
    text = (
        "El canciller se reunió con su par peruana\n\nEl 3 de junio de 2024, el canciller Lin Tao se reunió en Lima con "
        "la ministra de Relaciones Exteriores del Perú, y los dos hablaron de la situación de la región.\n"
    )
    assert refusal(text) == "LanguageNotRead"


def test_a_chinese_page_is_not_read() -> None:
    assert (
        refusal("外交部长会见了来访的秘鲁外长，双方就双边关系和共同关心的问题深入交换了意见。\n" * 3)
        == "LanguageNotRead"
    )


def test_a_joint_statement_issued_is_a_readout() -> None:
    text = (
        "Joint Statement\n\nOn June 3, 2024, China and Peru issued a joint statement on fisheries.\n\nThe two sides agreed "
        "that trade should grow.\n"
    )
    assert refusal(text) is None
