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


# ------------------------------------------------------------------------------------- ceremonies, trips, interviews


@pytest.mark.parametrize(
    "lead",
    [
        "Ambassador Fu Lan attended the handover ceremony of the school buses today.",
        "Ambassador Fu Lan hosted a reception for the Spring Festival at the residence.",
        "Ambassador Fu Lan hosted a farewell reception for Minister Ana Beltrán of Peru.",
        "Ambassador Fu Lan handed over 20 school buses to the Ministry of Education of Peru.",
        "Foreign Minister Lin Tao donated 300 books to the University of Lima, Peru.",
    ],
)
def test_ceremonies_receptions_and_donations_are_other_acts(lead: str) -> None:
    assert kind(lead) == "other"


@pytest.mark.parametrize(
    "lead",
    [
        "Foreign Minister Lin Tao met with Peruvian Foreign Minister Marta Quiroga and presented his views on trade.",
        "Foreign Minister Lin Tao met with Peruvian Foreign Minister Marta Quiroga before the opening ceremony.",
    ],
)
def test_a_meeting_that_names_a_ceremony_or_presents_views_is_still_a_meeting(lead: str) -> None:
    assert kind(lead) == "meeting"


@pytest.mark.parametrize(
    "lead",
    [
        "Ambassador Fu Lan paid a farewell call on Prime Minister Ana Beltrán of Peru today.",
        "Ambassador Fu Lan bade farewell to Prime Minister Ana Beltrán of Peru today.",
        "Prime Minister Ana Beltrán of Peru received a farewell call from Ambassador Fu Lan.",
        "Ambassador Fu Lan called on Prime Minister Ana Beltrán of Peru today.",
    ],
)
def test_a_farewell_call_is_a_meeting(lead: str) -> None:
    assert kind(lead) == "meeting"


def test_to_call_on_someone_to_do_something_is_no_visit() -> None:
    lead = "In a speech at the Third Forum of Ports, Foreign Minister Lin Tao called on President Luis Arias of Belize to open the ports."
    assert kind(lead) == "remarks"


def test_an_interview_told_is_remarks() -> None:
    assert kind("Ambassador Fu Lan gave an exclusive interview to the Evening Star of Peru today.") == "remarks"


@pytest.mark.parametrize(
    "lead",
    [
        "Foreign Minister Lin Tao held a trilateral meeting with Peruvian Foreign Minister Marta Quiroga and Chilean "
        "Foreign Minister Aldo Vergara.",
        "Foreign Minister Lin Tao met in Lima with Peruvian Foreign Minister Marta Quiroga and Chilean Foreign Minister "
        "Aldo Vergara.",
        "Foreign Minister Lin Tao hosted his Peruvian and Chilean counterparts in Beijing today.",
    ],
)
def test_three_parties_at_one_table_make_a_multilateral(lead: str) -> None:
    assert kind(lead) == "multilateral"


def test_meetings_one_by_one_are_no_multilateral() -> None:
    lead = (
        "Foreign Minister Lin Tao met separately with Peruvian Foreign Minister Marta Quiroga and Chilean Foreign "
        "Minister Aldo Vergara."
    )
    assert kind(lead) == "meeting"


def test_two_officials_of_one_state_make_no_third_party() -> None:
    lead = (
        "Foreign Minister Lin Tao met with Peruvian Foreign Minister Marta Quiroga and Peruvian President Luis Arias."
    )
    assert kind(lead) == "meeting"


def test_a_meeting_of_two_about_a_trilateral_summit_is_a_meeting() -> None:
    lead = "Foreign Minister Lin Tao met with Peruvian Foreign Minister Marta Quiroga to prepare the trilateral summit."
    assert kind(lead) == "meeting"


TRAVEL = """Statement by NSC Spokesperson Joan Brown on National Security Advisor Ralph Fane's Travel to Peru and Chile
June 4, 2024

National Security Advisor Ralph Fane traveled to Lima and Santiago from June 1 to June 3. In Lima, he met with Peruvian Foreign Minister Marta Quiroga. In Santiago, he met with Chilean Foreign Minister Aldo Vergara.
"""


def test_a_trip_of_several_stops_is_a_visit() -> None:
    assert parse_readout(TRAVEL).kind == "visit"


def test_a_meeting_told_under_a_headline_about_a_trip_is_a_visit() -> None:
    lead = "Mr. Fane met with Peruvian Foreign Minister Marta Quiroga and visited the port of Callao."
    assert kind(lead, "Readout of National Security Advisor Ralph Fane's Trip to Peru") == "visit"


def test_travel_to_a_meeting_is_a_meeting() -> None:
    lead = "Foreign Minister Lin Tao traveled to Lima for a meeting with Peruvian Foreign Minister Marta Quiroga."
    assert kind(lead) == "meeting"


MEETING_STATEMENT = """Statement by NSC Spokesperson Joan Brown on National Security Advisor Ralph Fane's Meeting with Foreign Minister Marta Quiroga of Peru
June 4, 2024

National Security Advisor Ralph Fane met today with Foreign Minister Marta Quiroga of Peru in Washington. Mr. Fane underscored the importance of open ports. They agreed to meet again.
"""


def test_a_spokespersons_statement_on_anothers_meeting_is_the_readout_of_the_meeting() -> None:
    found = parse_readout(MEETING_STATEMENT)
    assert found.kind == "meeting"
    assert {p.name: p.role for p in found.participants} == {"Ralph Fane": "principal", "Marta Quiroga": "counterpart"}
    assert [(s.basis, s.speaker_name) for s in found.statements] == [
        ("narrator", None),
        ("named", "Ralph Fane"),
        ("joint", None),
    ]


def test_a_spokespersons_statement_on_an_earthquake_is_the_spokespersons_remarks() -> None:
    text = (
        "Statement by NSC Spokesperson Joan Brown on the Earthquake in Peru\nJune 4, 2024\n\n"
        "We mourn those who died in the earthquake in Peru. We stand ready to help.\n"
    )
    found = parse_readout(text)
    assert found.kind == "remarks"
    assert {(s.basis, s.speaker_name) for s in found.statements} == {("author", "Joan Brown")}


@pytest.mark.parametrize(
    "lead",
    [
        "President Joan Brown called and congratulated President Luis Arias of Belize on his election.",
        "President Joan Brown called Prime Minister-designate Ana Beltrán of Peru to congratulate her.",
        "President Joan Brown and President Luis Arias of Belize spoke today about trade.",
        "President Joan Brown spoke today with President Luis Arias of Belize to wish him a swift recovery.",
    ],
)
def test_whom_one_called_or_spoke_with_makes_a_call(lead: str) -> None:
    assert kind(lead) == "call"


@pytest.mark.parametrize(
    "lead",
    [
        "Foreign Minister Lin Tao spoke today about the reform of the harbours at the Third Forum of Ports.",
        "In a speech at the Third Forum of Ports, Foreign Minister Lin Tao called for calm in Belize.",
    ],
)
def test_one_who_spoke_about_something_or_called_for_it_made_no_call(lead: str) -> None:
    assert kind(lead) == "remarks"


@pytest.mark.parametrize(
    "lead",
    [
        "Foreign Minister Lin Tao said, when meeting with Peruvian Foreign Minister Marta Quiroga in Lima, that trade grew.",
        "On June 3, 2024, Foreign Minister Lin Tao said when meeting with Peruvian Foreign Minister Marta Quiroga that trade grew.",
    ],
)
def test_words_told_when_meeting_someone_make_a_meeting(lead: str) -> None:
    assert kind(lead) == "meeting"


def test_when_meeting_someone_may_open_the_sentence() -> None:
    lead = "When meeting with Peruvian Foreign Minister Marta Quiroga in Lima, Foreign Minister Lin Tao said that trade grew."
    assert kind(lead) == "meeting"


def test_while_meeting_needs_is_no_meeting() -> None:
    lead = "At the Third Forum of Ports, Foreign Minister Lin Tao said that trade grew while meeting the needs of the people."
    assert kind(lead) == "remarks"


def test_words_to_the_press_told_with_a_participle_make_a_press_conference() -> None:
    lead = "On June 3, 2024, Foreign Minister Lin Tao met the press in Lima, Peru, saying that the sea is wide."
    assert kind(lead) == "press_conference"


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("Ambassador Qu Hua paid a visit to Hon. Ana Prado, Minister of Health of Peru.", "meeting"),
        ("Ambassador Qu Hua visited several homes for the elderly in Lima, Peru.", "visit"),
        ("Ambassador Qu Hua called at the newsroom of a Peruvian daily.", "meeting"),
        ("Ambassador Qu Hua gave a New Year reception in Lima, Peru.", "other"),
        (
            "Ports were discussed during a courtesy call between Minister Ana Prado of Peru and Ambassador Qu Hua.",
            "meeting",
        ),
        ("Ambassador Qu Hua had an introductory call with Ana Prado of Peru at the Ministry in Lima.", "meeting"),
        ("Ports were discussed during a call between Minister Ana Prado of Peru and Minister Luis Soto.", "call"),
        ("Vice President Rawlings telephoned President Ana Prado of Peru today.", "call"),
        ("In the Vice President's talk with President Ana Prado of Peru, the two discussed trade.", "meeting"),
    ],
)
def test_what_embassies_and_offices_do(lead: str, expected: str) -> None:
    assert kind(lead) == expected


def test_talks_with_the_ministers_of_a_community_are_multilateral() -> None:
    assert (
        kind("Foreign Minister Lin Tao held talks with the foreign ministers of the Andean Community.")
        == "multilateral"
    )


def test_a_videoconference_that_the_headline_calls_a_call_is_one() -> None:
    lead = "President Ellery hosted a videoconference with President Ana Prado of Peru."
    assert kind(lead, "The White House\nReadout of the President's Call with Partners") == "call"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "Home > Ambassador > Articles\nPorts for All\n--Ambassador Qu Hua publishes an article in the Lima Post\n",
            "article",
        ),
        ("Ports for All\nQu Hua\nChinese Ambassador to Peru\n", "article"),
        ("Remarks at the Reception for the Port\n\nDistinguished guests,\n", "remarks"),
    ],
)
def test_a_text_given_whole_is_its_authors(head: str, expected: str) -> None:
    read = parse_readout(
        f"{head}\nThe sea belongs to all. China has built ports in Peru. I wish Peru well. China is ready to build more.\n"
    )
    assert read.kind == expected
    assert {s.basis for s in read.statements} == {"author"}


def test_a_new_year_message_is_a_message() -> None:
    read = parse_readout(
        "New Year Message from Ambassador Qu Hua\n\nDear friends,\n\nI extend my greetings to all friends in Peru. China and Peru have "
        "grown closer. We will build more ports.\n"
    )
    assert read.kind == "message"
