"""Who took part in the act reported, for which state, and in which role."""

from __future__ import annotations

from diplomatic_readouts.parse import parse_readout
from diplomatic_readouts.records import Participant
from marked import OPENING


def roles(text: str) -> dict[str, str]:
    """Return the role of each participant, in order."""
    return {p.name: p.role for p in parse_readout(text).participants}


def person(text: str, name: str) -> Participant:
    return parse_readout(text).participant(name)


def test_the_publishers_own_lead_is_principal_and_whom_he_met_counterpart() -> None:
    assert roles(OPENING) == {"Lin Tao": "principal", "Marta Quiroga": "counterpart"}


def test_the_one_who_chairs_a_meeting_is_its_chair() -> None:
    text = (
        "Home > China News\nLin Tao Chairs a Dialogue\n\nOn June 3, 2024, Foreign Minister Lin Tao chaired the Third "
        "Dialogue of Foreign Ministers of China and Pacific Island Countries in Suva, Fiji.\n"
    )
    assert roles(text) == {"Lin Tao": "chair"}


def test_the_author_of_a_signed_article_is_author() -> None:
    text = (
        "A Friendship Worth Watering\nBy Tan Weiguo, Chinese Ambassador to Belize\n\n"
        "Belize and China have been friends for years. We shall remain so, as President Luis Arias of Belize has said.\n"
    )
    assert roles(text) == {"Tan Weiguo": "author"}


def test_those_present_are_attendees() -> None:
    found = roles(OPENING + "Qu Hua and Bo Wen, among others, were present at the meeting.\n")
    assert (found["Qu Hua"], found["Bo Wen"]) == ("attendee", "attendee")


def test_attendees_with_no_nationality_serve_the_publishers_state() -> None:
    assert person(OPENING + "Qu Hua and Bo Wen, among others, were present.\n", "Qu Hua").country == "CHN"


def test_a_person_only_spoken_about_takes_no_part() -> None:
    body = "Lin Tao said that President Kuang Shouren and President Luis Arias of Belize met in Lima last year.\n"
    assert set(roles(OPENING + body)) == {"Lin Tao", "Marta Quiroga"}


def test_a_person_who_announced_something_takes_no_part() -> None:
    body = "Lin Tao said that China will open the credit line announced by President Kuang Shouren.\n"
    assert set(roles(OPENING + body)) == {"Lin Tao", "Marta Quiroga"}


def test_one_who_speaks_on_the_page_takes_part() -> None:
    body = "Chilean Foreign Minister Aldo Vergara thanked the hosts.\n"
    assert roles(OPENING + body)["Aldo Vergara"] == "counterpart"


def test_participants_stand_in_order_of_appearance() -> None:
    found = parse_readout(OPENING + "Qu Hua attended the meeting.\n").participants
    assert [(p.id, p.name) for p in found] == [("p1", "Lin Tao"), ("p2", "Marta Quiroga"), ("p3", "Qu Hua")]


def test_offices_are_as_printed_where_the_person_is_introduced() -> None:
    assert person(OPENING, "Lin Tao").offices == ("State Councilor", "Foreign Minister")


def test_nationality_is_dropped_from_an_office_and_kept_as_country() -> None:
    found = person(OPENING, "Marta Quiroga")
    assert (found.offices, found.country) == (("Foreign Minister",), "PER")


def test_mentions_are_every_place_that_names_the_person() -> None:
    text = OPENING + "Quiroga said that trade grew. Minister Quiroga thanked Lin Tao.\n"
    places = [m.text for m in person(text, "Marta Quiroga").mentions if m.start >= len(OPENING)]
    assert places == ["Quiroga", "Quiroga"]


def test_an_official_of_an_organization_has_no_country() -> None:
    text = OPENING.replace("Peruvian Foreign Minister Marta Quiroga.", "UN Secretary-General Abel Okoro.")
    found = person(text, "Abel Okoro")
    assert (found.country, found.organization, found.role) == (None, "UN", "counterpart")


def test_the_counterpart_of_a_call_is_counterpart() -> None:
    text = (
        "Home > China News\nLin Tao Speaks by Phone with Marta Quiroga\n\nOn March 17, 2021, Foreign Minister Lin Tao "
        "held a phone call with Foreign Minister Marta Quiroga of Peru.\n"
    )
    assert roles(text) == {"Lin Tao": "principal", "Marta Quiroga": "counterpart"}


def test_one_persons_words_at_a_meeting_make_that_person_principal() -> None:
    text = (
        "Home > China News\nLin Tao on the Sea\n\nOn May 13, 2025, Foreign Minister Lin Tao stated at the Third Forum of "
        "Ports that President Kuang Shouren and the leaders of the Pacific have met.\n"
    )
    assert roles(text) == {"Lin Tao": "principal"}


def test_an_unnamed_author_is_no_participant() -> None:
    text = (
        "Jan 19, 2018\n\nTime to build a wider harbour\n\nChina and Peru are both developing countries, and we both "
        "have our dreams. With our Peruvian friends we will build a wider harbour. China will do its part.\n"
    )
    assert roles(text) == {}


def test_whom_the_own_figure_meets_never_gets_the_publishers_state_by_default() -> None:
    text = (
        "Home > China News\nLin Tao Meets with a Delegation\n\nOn June 3, 2024, Foreign Minister Lin Tao met in Beijing "
        "with a delegation of the Senate of Chile headed by President of the Senate Juan Soto.\n"
    )
    found = person(text, "Juan Soto")
    assert (found.country, found.role) != ("CHN", "principal")


def test_whom_a_visitor_meets_abroad_serves_the_host() -> None:
    text = (
        "Home > China News\nLin Tao Visits Peru\n\nFrom May 31 to June 2, 2024, Foreign Minister Lin Tao paid an official "
        "visit to Peru. In Lima, he met with Foreign Minister Marta Quiroga.\n"
    )
    found = person(text, "Marta Quiroga")
    assert (found.country, found.role) == ("PER", "counterpart")
