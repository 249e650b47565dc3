"""Who took part in the act reported, for which state, and in which role."""

from __future__ import annotations

import pytest

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


# --------------------------------------------------------------------------------------- who came with whom, for whom

LEAD = "Home > China News\nLin Tao Meets with Marta Quiroga of Peru\n\nOn June 3, 2024, "


def test_those_who_accompany_are_attendees() -> None:
    text = LEAD + (
        "Foreign Minister Lin Tao met in Beijing with Peruvian Foreign Minister Marta Quiroga, accompanied by Director Ana "
        "Beltrán.\n"
    )
    assert roles(text) == {"Lin Tao": "principal", "Marta Quiroga": "counterpart", "Ana Beltrán": "attendee"}


def test_those_who_join_are_attendees() -> None:
    text = OPENING + "Lin Tao was joined by Vice Minister Qu Hua and Director-General Bo Wen.\n"
    found = roles(text)
    assert (found["Lin Tao"], found["Qu Hua"], found["Bo Wen"]) == ("principal", "attendee", "attendee")


def test_whom_two_met_who_came_together_is_counterpart() -> None:
    text = LEAD + (
        "Foreign Minister Lin Tao, accompanied by Vice Minister Qu Hua, met in Beijing with Peruvian Foreign Minister Marta "
        "Quiroga.\n"
    )
    assert roles(text) == {"Lin Tao": "principal", "Qu Hua": "attendee", "Marta Quiroga": "counterpart"}


DELEGATIONS = """Statement by NSC Spokesperson Joan Brown on the Meeting of the Consultative Group
June 4, 2024

National Security Advisor Ralph Fane met today with Israeli National Security Advisor Dov Almog in Washington. The Israeli delegation included Minister Noa Peled and Ambassador Gad Shalev. The U.S. delegation included Deputy Secretary Ann Lowe.
"""


def test_a_delegations_members_serve_its_state() -> None:
    found = {p.name: (p.country, p.role) for p in parse_readout(DELEGATIONS).participants}
    assert found["Noa Peled"] == ("ISR", "attendee")
    assert found["Gad Shalev"] == ("ISR", "attendee")
    assert found["Ann Lowe"] == ("USA", "attendee")


@pytest.mark.parametrize(
    "line",
    [
        "The Peruvian side was represented by Ana Beltrán and Luis Soto.",
        "The Peruvian delegation comprised Vice Minister Ana Beltrán and Luis Soto.",
        "The Peruvian delegation was made up of Ana Beltrán and Luis Soto.",
        "Those present on the Peruvian side included Ana Beltrán and Luis Soto.",
        "Vice Minister Ana Beltrán and Ambassador Luis Soto attended on the Peruvian side.",
    ],
)
def test_a_sides_members_serve_its_state(line: str) -> None:
    found = {p.name: (p.country, p.role) for p in parse_readout(f"{OPENING}{line}\n").participants}
    assert [found.get(name) for name in ("Ana Beltrán", "Luis Soto")] == [("PER", "attendee"), ("PER", "attendee")]


def test_those_who_came_along_with_the_other_sides_members_keep_their_own_state() -> None:
    text = OPENING + "Vice Minister Ana Beltrán of Peru and Vice Minister Qu Hua also took part.\n"
    assert (person(text, "Ana Beltrán").country, person(text, "Qu Hua").country) == ("PER", "CHN")


def test_a_nationality_of_two_states_tells_none() -> None:
    text = OPENING.replace("Peruvian", "Dominican") + "Dominican Vice Minister Ana Beltrán was also present.\n"
    assert (person(text, "Marta Quiroga").country, person(text, "Ana Beltrán").country) == (None, None)


def test_the_state_named_elsewhere_tells_which_of_two() -> None:
    text = OPENING.replace("Peruvian", "Dominican") + "Lin Tao said that the Dominican Republic is an old friend.\n"
    assert person(text, "Marta Quiroga").country == "DOM"


STOPPED_BY = """Readout of President Joan Brown's Meeting with Minister Lin Tao of China
June 4, 2024

President Joan Brown stopped by National Security Advisor Ralph Fane's meeting with Foreign Minister Lin Tao of China today.
"""


def test_whose_meeting_somebody_stopped_by_is_the_publishers_own() -> None:
    text = STOPPED_BY + "The President underscored U.S. support for open ports.\n"
    found = {p.name: (p.country, p.role) for p in parse_readout(text).participants}
    assert found["Joan Brown"] == ("USA", "principal")
    assert found["Lin Tao"] == ("CHN", "counterpart")
    assert found["Ralph Fane"][0] == "USA"


def test_with_whom_the_own_official_met_is_not_the_publishers_own() -> None:
    text = STOPPED_BY.replace(" of China", "") + "\nThe President underscored U.S. support for open ports.\n"
    found = {p.name: p.country for p in parse_readout(text).participants}
    assert found["Lin Tao"] != "USA"


CHAIRED = """Home > China News
Lin Tao Chairs the Third Dialogue of the Pacific
2024/06/04

On June 3, 2024, Foreign Minister Lin Tao chaired the Third Dialogue of the Pacific in Beijing with Peruvian Foreign Minister Marta Quiroga and Chilean Foreign Minister Aldo Vergara.

Marta Quiroga thanked the hosts.
"""


def test_at_a_chaired_meeting_a_minister_without_words_is_an_attendee() -> None:
    assert roles(CHAIRED) == {"Lin Tao": "chair", "Marta Quiroga": "counterpart", "Aldo Vergara": "attendee"}


def test_at_a_meeting_of_two_a_minister_without_words_is_the_counterpart() -> None:
    assert roles(OPENING + "Lin Tao said that trade grew.\n")["Marta Quiroga"] == "counterpart"


def test_the_counterparts_of_a_trip_serve_the_state_of_their_stop() -> None:
    text = (
        "Statement by NSC Spokesperson Joan Brown on National Security Advisor Ralph Fane's Travel to Peru and Chile\n"
        "June 4, 2024\n\nNational Security Advisor Ralph Fane traveled to Peru and Chile from June 1 to June 3. In Lima, he "
        "met with Foreign Minister Marta Quiroga. In Santiago, he met with Foreign Minister Aldo Vergara. Mr. Fane underscored "
        "U.S. support for open ports.\n"
    )
    found = {p.name: (p.country, p.role) for p in parse_readout(text).participants}
    assert found == {
        "Ralph Fane": ("USA", "principal"),
        "Marta Quiroga": ("PER", "counterpart"),
        "Aldo Vergara": ("CHL", "counterpart"),
    }


def test_whom_the_speaker_met_when_he_spoke_takes_part() -> None:
    text = (
        "Home > China News\nLin Tao and Peru\n\nOn June 3, 2024, Foreign Minister Lin Tao said, when meeting with Peruvian "
        "Foreign Minister Marta Quiroga, that President Kuang Shouren and President Luis Arias have met.\n"
    )
    assert roles(text) == {"Lin Tao": "principal", "Marta Quiroga": "counterpart"}


def test_who_is_called_on_the_eve_of_his_office_is_counterpart() -> None:
    text = (
        "Readout of the President's Call\nJune 4, 2024\n\nPresident Joan Brown called Prime Minister-designate Ana Beltrán of "
        "Belize today to congratulate her.\n"
    )
    found = person(text, "Ana Beltrán")
    assert (found.country, found.role, found.offices) == ("BLZ", "counterpart", ("Prime Minister-designate",))


def test_who_meets_the_press_is_principal() -> None:
    text = (
        "Home > China News\nLin Tao Meets the Press\n\nOn June 3, 2024, Foreign Minister Lin Tao met the press in Lima, Peru, "
        "saying that the sea is wide.\n"
    )
    assert roles(text) == {"Lin Tao": "principal"}


def test_who_speaks_while_meeting_the_press_is_principal() -> None:
    text = (
        "Home > China News\nLin Tao Meets the Press\n\nOn June 3, 2024, Foreign Minister Lin Tao said, while meeting the "
        "press in Lima, that the sea is wide.\n"
    )
    assert roles(text) == {"Lin Tao": "principal"}


def test_an_office_alone_is_whom_the_headline_names() -> None:
    text = (
        '---\ntitle: "Readout of Vice President Joan Brown\'s Calls with Lebanese Leaders"\nsource_url: '
        "https://www.whitehouse.gov/a\ndate: '2012-06-04'\n---\n\nEarlier today, the Vice President spoke by phone with "
        "Lebanese Prime Minister Karim Haddad. The Vice President urged him to name a cabinet.\n"
    )
    found = parse_readout(text, "page.md")
    assert {p.name: p.role for p in found.participants} == {"Joan Brown": "principal", "Karim Haddad": "counterpart"}
    assert found.statements[1].speaker_name == "Joan Brown"


def test_whom_somebody_joins_is_whom_he_met() -> None:
    text = OPENING + "He then joined Vice Minister Ana Beltrán of Peru for a roundtable with farmers.\n"
    assert roles(text)["Ana Beltrán"] == "counterpart"


def test_whom_the_pages_figure_was_met_by_is_counterpart() -> None:
    text = LEAD + (
        "From June 1 to 3, 2024, Special Envoy Lin Tao visited Peru.\n\nOn the afternoon of June 2, President Marta Quiroga "
        "met with Lin Tao.\n"
    )
    found = parse_readout(text)
    assert {p.name: (p.country, p.role) for p in found.participants}["Marta Quiroga"] == ("PER", "counterpart")


def test_leaders_in_a_list_of_those_who_took_part_are_counterparts() -> None:
    text = (
        "---\ntitle: Readout of Vice President Joan Brown's Meeting with Caribbean Leaders\nsource_url: "
        "https://www.whitehouse.gov/b\ndate: '2022-06-04'\n---\n\nVice President Joan Brown met today with Caribbean leaders."
        "\n\nLeaders taking part in the meeting:\n\n-   Prime Minister Keisha Moore of Barbados\n\n-   President Raúl Peña of "
        "the Dominican Republic\n"
    )
    found = {p.name: (p.country, p.role) for p in parse_readout(text, "page.md").participants}
    assert found == {
        "Joan Brown": ("USA", "principal"),
        "Keisha Moore": ("BRB", "counterpart"),
        "Raúl Peña": ("DOM", "counterpart"),
    }


def test_whoever_acts_in_an_office_holds_it() -> None:
    text = (
        "The Minister Receives the Ambassador\n\nThe Foreign Minister (S) Ramiro Valdes received the Ambassador of the "
        "People's Republic of China, H. E. Gao Weiming, in Santiago.\n\nThe Chancellor (s) said that Chile and China "
        "are friends.\n"
    )
    assert person(text, "Ramiro Valdes").offices == ("Foreign Minister (S)",)
    assert person(text, "Gao Weiming").country == "CHN"
    assert parse_readout(text).statements[-1].speaker_name == "Ramiro Valdes"


def test_a_spouse_serves_the_same_state_and_only_attends() -> None:
    text = (
        "Home > News from Consulate General\nConsul General Qu Hua Meets Guests\n\nConsul General Qu Hua and his wife Wei "
        "Lan met with Ana Prado, Mayor of Guayaquil. China and Ecuador are friends, Qu Hua said.\n"
    )
    assert (person(text, "Wei Lan").role, person(text, "Wei Lan").country) == ("attendee", "CHN")


def test_whom_a_salutation_names_attends() -> None:
    text = (
        "Home > Embassy News\nRemarks by Ambassador Qu Hua at the School\n\nHon. Ana Prado, Minister of Culture of Peru;"
        "\n\nDear friends,\n\nI am glad to be here. China and Peru are friends, and we shall remain so.\n"
    )
    assert roles(text) == {"Ana Prado": "attendee", "Qu Hua": "author"}
    assert person(text, "Ana Prado").country == "PER"


def test_only_the_first_named_in_the_headline_is_the_author() -> None:
    text = (
        "Remarks by Ambassador Qu Hua at the Welcome of President Ana Prado\n\nI am glad to be here with you. China and "
        "Peru are friends, and we shall remain so.\n"
    )
    assert roles(text) == {"Qu Hua": "author"}


def test_the_own_official_beside_whom_the_headline_names_attends() -> None:
    text = (
        "The White House\nReadout of Advisor Joan Pell’s Trip to Peru\n\nNational Security Advisor Joan Pell and U.S. "
        "Ambassador to Peru Warren Tibbs met with President Luis Arias in Lima.\n"
    )
    assert roles(text) == {"Joan Pell": "principal", "Warren Tibbs": "attendee", "Luis Arias": "counterpart"}


def test_who_sent_the_message_that_is_brought_takes_no_part() -> None:
    text = OPENING + "Lin Tao then met with Bo Soler of Peru, delivering a message from President Kang Wei.\n"
    assert "Kang Wei" not in roles(text)


def test_who_will_hold_another_meeting_takes_no_part_in_this_one() -> None:
    text = OPENING + "Lin Tao will attend the summit that President Kang Wei will host in Suva.\n"
    assert "Kang Wei" not in roles(text)


def test_a_line_around_the_body_gives_the_full_name() -> None:
    text = (
        "Gerald Stanhope\n\nReadout of the Vice President's Call\n\nMay 09, 2014\n\nVice President Stanhope spoke today "
        "with President Luis Arias of Peru.\n"
    )
    assert list(roles(text)) == ["Gerald Stanhope", "Luis Arias"]


def test_of_two_presidents_without_a_nationality_the_second_is_of_another_state() -> None:
    text = (
        "The White House\nReadout of the Call\n\nPresidents Ellery and Arriaga spoke this evening about U.S.-Peruvian "
        "consultations.\n"
    )
    assert [(p.name, p.country) for p in parse_readout(text).participants] == [("Ellery", "USA"), ("Arriaga", None)]


def test_who_came_with_somebody_serves_the_same_side() -> None:
    text = (
        "Ambassador of China Pays a Visit\n\nAmbassador of China to Guyana Qu Hua paid a courtesy call on CARICOM "
        "Secretary-General Paula Barnes in Georgetown.\n\nThe Ambassador was accompanied by Mr. Hu Rui, Political "
        "Officer.\n\nSecretary-General Paula Barnes welcomed Ambassador Qu. She was joined by Elsa Solon, Assistant "
        "Secretary-General.\n"
    )
    assert person(text, "Hu Rui").country == "CHN"
    assert (person(text, "Elsa Solon").country, person(text, "Elsa Solon").role) == (None, "attendee")


def test_whom_the_minister_accompanies_on_another_visit_takes_no_part() -> None:
    text = (
        "Home > China News\nState Councilor Lin Tao Meets with Ana Prado\n\nState Councilor Lin Tao, who is accompanying "
        "Vice President Kang Wei on his visit to Peru, met with Peruvian Foreign Minister Ana Prado.\n"
    )
    assert list(roles(text)) == ["Lin Tao", "Ana Prado"]
    assert parse_readout(text).kind == "meeting"


def test_a_surname_that_two_bear_is_told_by_its_honorific() -> None:
    text = OPENING.replace("Marta Quiroga", "Mr. Luis Kallon") + (
        "Mme. Isata Kallon, Patron of the Society, attended the meeting.\n\nMme. Kallon said that trade matters.\n"
    )
    assert parse_readout(text).statements[-1].speaker_name == "Isata Kallon"


def test_a_korean_official_beside_north_korea_is_not_of_the_north() -> None:
    text = (
        "The White House\nReadout of a Call\n\nPresident Ellery spoke today with Korean President Baek Jin. The leaders "
        "discussed North Korea.\n"
    )
    assert person(text, "Baek Jin").country is None
    assert person(text.replace("discussed", "discussed the Republic of Korea and"), "Baek Jin").country == "KOR"


def test_those_who_join_the_pages_own_figure_come_with_her() -> None:
    text = (
        "The White House\nReadout of Advisor Lydia Crane’s Trip to Peru\n\nHomeland Security Advisor Lydia Crane led a "
        "delegation to Peru. Deputy Attorney General Marcus Whit and Acting Secretary Dana Reyes joined Dr. Crane on this "
        "delegation.\n\nDr. Crane met with President Luis Arias of Peru.\n"
    )
    assert roles(text)["Marcus Whit"] == "attendee"
    assert person(text, "Marcus Whit").country == "USA"


def test_local_officials_in_an_ambassadors_company_are_the_hosts() -> None:
    text = (
        "A Visit\n\nChilean Ambassador to Peru Luis Arias visited Cusco on May 3, 2021, accompanied by Governor Pedro Ruiz.\n"
        "\nRuiz thanked Chile for its help. Peru is ready.\n"
    )
    assert person(text, "Pedro Ruiz").country != "CHL"


def test_the_guests_of_an_embassys_reception_are_of_its_host() -> None:
    text = (
        "Chinese Embassy in Peru Holds Reception\n2021-05-04\n\nOn May 3, 2021, the Chinese Embassy in Peru held a reception. "
        "Hon. Ana Prado, President of Peru, and Hon. Luis Arias, President of the Senate, attended the reception.\n"
    )
    assert {p.name: p.country for p in parse_readout(text).participants} == {"Ana Prado": "PER", "Luis Arias": "PER"}


def test_who_led_a_delegation_is_of_its_state() -> None:
    text = (
        "Chinese Vice Minister Meets with Guests\n2021-05-04\n\nOn May 3, 2021, Chinese Vice Minister Meng Kai met with a "
        "delegation of young leaders of Peru. The delegation was led by Luis Arias, Secretary of the Union.\n"
    )
    assert person(text, "Luis Arias").country == "PER"


def test_media_are_no_participants() -> None:
    text = (
        "Chinese Ambassador Holds Briefing\n2021-05-04\n\nOn May 3, 2021, Chinese Ambassador to Peru Qu Hua held a reception "
        "in Lima. Guests, including journalists with the Costa Verde, Radio Andes, Voz Libre and Xinhua, were present. He gave "
        "an interview to Inti TV.\n"
    )
    assert list(roles(text)) == ["Qu Hua"]


def test_a_line_of_credit_tells_the_full_name() -> None:
    text = (
        "President Ellery spoke today with Peruvian President Ana Prado. President Ellery noted the role of Peru.\n"
        "Grant Ellery, Readout of a Call Online by A. Lamb and B. Fane, The American Presidency Project\n"
    )
    assert "Grant Ellery" in roles(text)


def test_those_before_whom_a_ceremony_was_held_attend() -> None:
    text = (
        "Chinese Chargé Attends Handover\n2021-05-04\n\nOn May 3, 2021, the handover ceremony was held in Lima, attended by Peruvian "
        "President Ana Prado, Works Minister Arias, and Chargé d'Affaires of the Chinese Embassy Qu Hua.\n\nPresident Prado thanked "
        "China. Qu Hua said that China is ready.\n"
    )
    assert roles(text) == {"Ana Prado": "counterpart", "Arias": "attendee", "Qu Hua": "principal"}
    assert person(text, "Arias").country == "PER"


def test_a_speaker_whom_no_office_explains_is_of_no_known_state_on_a_missions_page() -> None:
    text = (
        "Chinese Consulate in Lima Holds an Open Day\n2021-05-04\n\nOn May 3, 2021, the Chinese Consulate in Lima held an open day. "
        "The Deputy Consul General Qu Hua took part.\n\nBo Li welcomed the guests from Peru.\n"
    )
    assert person(text, "Bo Li").country is None


def test_a_delegation_that_travelled_is_the_publishers() -> None:
    text = (
        "A Meeting\n\nForeign Minister Luis Brown of Belize held talks with Foreign Minister Ken Morita of Japan in Tokyo. The "
        "delegation included Vice Minister Ana Prado.\n\nMinister Brown said that Belize is ready.\n"
    )
    assert person(text, "Ana Prado").country != "JPN"


def test_guests_named_behind_representatives_are_guests() -> None:
    text = (
        OPENING
        + "In attendance were representatives of the Port Authority, including Ms. Ana Prado and Mr. Luis Mora.\n"
    )
    assert {"Ana Prado", "Luis Mora"} <= set(roles(text))


def test_who_shows_an_ambassador_around_is_of_no_known_state() -> None:
    text = (
        "Chinese Ambassador Visits University\n\nOn May 3, 2021, Chinese Ambassador to Peru Qu Hua visited the University of Cusco, "
        "accompanied by Registrar Ana Prado and Counsellor Lu Min.\n\nMs. Prado welcomed him.\n"
    )
    assert (person(text, "Ana Prado").country, person(text, "Lu Min").country) == (None, "CHN")


def test_a_better_future_is_nobody() -> None:
    text = (
        "Sailing Together for a Better Future of China and Peru: Speech by H.E. Ambassador Qu Hua\n\nIt is an honor for me to be here. On "
        "behalf of the Chinese Embassy in Peru, I thank you. Peru is a friend.\n"
    )
    assert list(roles(text)) == ["Qu Hua"]
