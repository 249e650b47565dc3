"""Pages of embassies and consulates: whose they are, to which state they are posted, and whom their officials serve."""

from __future__ import annotations

import pytest

from diplomatic_readouts.parse import parse_readout
from marked import assert_voices

HEAD = """Home > Embassy News
Ambassador Fu Lan Meets with Minister of Health Ana Prado
2022-03-08 10:20

On March 7, 2022, Ambassador Fu Lan met with Hon. Ana Prado, Minister of Health.

"""
MEETING = (
    HEAD
    + """Ambassador Fu said that China is ready to send more doctors. China will also donate medicine to Guyana.

Minister Prado thanked China for its help. She said that Guyana values its friends.
"""
)
CEREMONY = """Ambassador Fu Lan Attends the Handover Ceremony of School Buses
2022-03-08

On March 7, 2022, Ambassador Fu Lan and Minister of Education Ana Prado attended the handover ceremony of 20 school buses donated by the Chinese Embassy in Guyana.

Ambassador Fu said that China will go on with its help.

Minister Prado thanked China for the buses.
"""


def serves(text: str) -> dict[str, str | None]:
    """Return the state that each participant serves."""
    return {p.name: p.country for p in parse_readout(text).participants}


# ----------------------------------------------------------------------------------------------------- whose page


def test_for_whom_the_ambassador_speaks_tells_whose_page_it_is() -> None:
    found = parse_readout(MEETING).publisher
    assert (found.country, found.basis, found.span) == ("CHN", "inferred", None)


def test_it_need_not_be_chinas() -> None:
    text = MEETING.replace("China", "Japan").replace("Fu Lan", "Sato Jun").replace("Ambassador Fu ", "Ambassador Sato ")
    assert parse_readout(text).publisher.country == "JPN"
    assert serves(text) == {"Sato Jun": "JPN", "Ana Prado": "GUY"}


def test_the_embassys_name_in_the_body_tells_whose_page_it_is() -> None:
    assert parse_readout(CEREMONY).publisher.country == "CHN"


def test_the_embassy_spokespersons_state_is_the_publishers() -> None:
    text = (
        "Remarks by the Spokesperson of the Chinese Embassy in Guyana\n2022-03-08\n\n"
        "The article in the Evening Star is false. We reject it. Guyana and China are friends, and we shall remain so.\n"
    )
    found = parse_readout(text)
    assert (found.publisher.country, found.kind) == ("CHN", "remarks")
    assert {s.basis for s in found.statements} == {"author"}


def test_the_state_that_stands_first_in_every_pair_is_the_missions() -> None:
    text = HEAD + "The two sides exchanged views on the ties between Peru and Guyana, and on Peru-Guyana trade.\n"
    assert parse_readout(text).publisher.country == "PER"


def test_pairs_in_either_order_tell_nothing() -> None:
    text = HEAD + "The two sides exchanged views on the ties between Peru and Guyana, and on Guyana-Peru trade.\n"
    assert parse_readout(text).publisher.country is None


def test_the_state_praised_by_the_hosts_official_alone_is_not_told_to_be_the_missions() -> None:
    """Who speaks for a state must serve in the mission: what the minister says of Guyana is not the embassy's."""
    text = HEAD + "Minister Prado said that Guyana is ready to hire more doctors. Guyana will also buy medicine.\n"
    assert parse_readout(text).publisher.country is None


def test_about_china_in_a_menu_of_links_tells_whose_page_it_is() -> None:
    text = (
        "Home | The Ambassador | About China | Consular Services\nA Gift of Books\n2022-03-08\n\n"
        "On March 7, 2022, Ambassador Fu Lan handed over 300 books to the National Library in Georgetown, Guyana.\n"
    )
    found = parse_readout(text).publisher
    assert (found.country, found.basis) == ("CHN", "inferred")
    assert found.span is not None
    assert found.span.text.endswith("China")


@pytest.mark.parametrize("link", ["About Us", "About the Embassy", "About the Ambassador"])
def test_other_links_about_something_name_no_state(link: str) -> None:
    text = (
        f"Home | News | {link} | Consular Services\nA Gift of Books\n2022-03-08\n\n"
        "On March 7, 2022, Ambassador Fu Lan handed over 300 books to the library.\n"
    )
    assert parse_readout(text).publisher.country is None


# ----------------------------------------------------------------------------------------- the officials of the host


def test_the_hosts_officials_without_nationality_serve_the_host() -> None:
    assert serves(MEETING) == {"Fu Lan": "CHN", "Ana Prado": "GUY"}


def test_the_ambassador_is_principal_and_the_hosts_minister_counterpart() -> None:
    roles = {p.name: p.role for p in parse_readout(MEETING).participants}
    assert roles == {"Fu Lan": "principal", "Ana Prado": "counterpart"}


def test_the_hosts_minister_speaks_for_the_host() -> None:
    said = parse_readout(MEETING).statements
    assert [(s.speaker_name, s.speaker_country, s.as_reported_by_other_side) for s in said[3:]] == [
        ("Ana Prado", "GUY", True),
        ("Ana Prado", "GUY", True),
    ]


def test_the_ambassadors_words_are_the_publishers_own() -> None:
    said = parse_readout(MEETING).statements
    assert [(s.speaker_country, s.as_reported_by_other_side) for s in said[1:3]] == [("CHN", False), ("CHN", False)]


def test_the_missions_other_staff_serve_the_publisher() -> None:
    text = MEETING + "\nPolitical Counselor Qu Hua and Attaché Bo Wen were present at the meeting.\n"
    assert serves(text) == {"Fu Lan": "CHN", "Ana Prado": "GUY", "Qu Hua": "CHN", "Bo Wen": "CHN"}


def test_a_state_posted_to_goes_before_other_states_named() -> None:
    text = CEREMONY + "\nMinister Prado recalled that buses from Brazil and Suriname had served her country before.\n"
    assert serves(text) == {"Fu Lan": "CHN", "Ana Prado": "GUY"}


def test_with_several_other_states_named_the_host_is_unknown() -> None:
    text = MEETING.replace("Guyana values", "Guyana, like Brazil and Suriname, values")
    assert serves(text) == {"Fu Lan": "CHN", "Ana Prado": None}


def test_a_third_states_ambassador_keeps_his_state() -> None:
    text = MEETING + "\nJapanese Ambassador Sato Jun was also present at the meeting.\n"
    assert serves(text)["Sato Jun"] == "JPN"


def test_they_of_a_mission_and_a_minister_is_joint() -> None:
    assert_voices("- | joint | The two sides agreed to meet again next month.", HEAD)


# ------------------------------------------------------------------------------------------ where the act took place


def test_a_missions_ceremony_takes_place_in_the_host_state() -> None:
    found = parse_readout(CEREMONY)
    assert (found.kind, found.event.city, found.event.country) == ("other", None, "GUY")


def test_a_city_told_goes_before_the_host() -> None:
    text = CEREMONY.replace("attended the handover", "attended in Bridgetown, Barbados, the handover")
    found = parse_readout(text).event
    assert found.city is not None
    assert (found.city.text, found.country) == ("Bridgetown", "BRB")


def test_a_missions_message_takes_place_nowhere() -> None:
    text = (
        "Ambassador Fu Lan Sends Condolences\n2022-03-08\n\nOn March 7, 2022, Ambassador Fu Lan sent a message of "
        "condolence to the families of the crew. The Chinese Embassy in Guyana stands by them.\n"
    )
    found = parse_readout(text)
    assert (found.kind, found.event.country) == ("message", None)


# ------------------------------------------------------------------------------------------------ what is no mission


REPOST = """Embassy of the People's Republic of China in Guyana
Lin Tao Meets with Chilean Foreign Minister Aldo Vergara
2022-03-08

On March 7, 2022, Foreign Minister Lin Tao met with Chilean Foreign Minister Aldo Vergara.

Lin Tao said that the two countries are old friends.

Vice Minister Qu Hua and Ambassador Fu Lan were present at the meeting.
"""


def test_an_embassys_repost_of_the_ministrys_news_is_no_page_of_the_mission() -> None:
    """Who carries no nationality there is no official of the state to which the embassy is posted."""
    assert serves(REPOST) == {"Lin Tao": "CHN", "Aldo Vergara": "CHL", "Qu Hua": "CHN", "Fu Lan": "CHN"}


def test_a_repost_has_the_embassys_state_and_no_place() -> None:
    found = parse_readout(REPOST)
    assert (found.publisher.country, found.publisher.basis, found.event.country) == ("CHN", "stated", None)


def test_a_foreign_ambassador_makes_no_mission_page() -> None:
    text = (
        "Home > China News\nLin Tao Meets with Chilean Ambassador Aldo Vergara\n2022-03-08\n\n"
        "On March 7, 2022, Vice Minister Lin Tao met with Chilean Ambassador to China Aldo Vergara.\n\n"
        "Director-General Qu Hua was present at the meeting.\n"
    )
    assert serves(text) == {"Lin Tao": "CHN", "Aldo Vergara": "CHL", "Qu Hua": "CHN"}


def test_a_list_of_states_is_no_pair() -> None:
    text = (
        "Home > Embassy News\nChina and Caribbean Countries Hold a Meeting\n2021-03-25\n\nOn March 24, 2021, China and eight "
        "Caribbean countries including Guyana, Suriname, Trinidad and Tobago and Jamaica held a meeting via video link. Vice "
        "Foreign Minister Lin Tao chaired the meeting.\n\nLin Tao said that China is ready to provide vaccines.\n"
    )
    assert parse_readout(text).publisher.country == "CHN"


SPEECH = """Address at the Spring Festival Reception

Address at the Spring Festival Reception

Fu Lan, Chinese Ambassador to Peru

January 28, 2006

Lima, Peru

The Honourable Ana Prado, Minister of Legal Affairs,

Ladies and Gentlemen,

A very good evening and welcome to you all!

Tonight we stand on the threshold of the Year of the Dog. President Kang Wei attended the summit and called for peace. China and Peru are friends. Cheers!
"""


def test_a_speech_with_its_speakers_name_and_place_above_it() -> None:
    page = parse_readout(SPEECH)
    assert page.title is not None
    assert page.title.text == "Address at the Spring Festival Reception"
    assert (page.kind, page.publisher.country, page.published) == ("remarks", "CHN", None)
    city = page.event.city and page.event.city.text
    assert (str(page.event.start), city, page.event.country) == ("2006-01-28", "Lima", "PER")
    assert [(p.name, p.country, p.role) for p in page.participants] == [
        ("Fu Lan", "CHN", "author"),
        ("Ana Prado", "PER", "attendee"),
    ]
    assert {(s.basis, s.speaker_name) for s in page.statements} == {("author", "Fu Lan")}
    assert page.statements[0].text == "A very good evening and welcome to you all!"


def test_the_headline_tells_the_host_where_the_page_names_more_states() -> None:
    text = (
        "Ambassador Qu Hua Meets with Director-General of the Ministry of Foreign Affairs of Slovenia\n2025-03-14\n\nOn March 12, "
        "Ambassador Qu Hua met with Mr. Primo Vid, Director-General for Bilateral Affairs. They exchanged views on "
        "China-Slovenia relations and Ukraine.\n\nAmbassador Qu said that China is ready to work with Slovenia.\n"
    )
    assert parse_readout(text).participant("Primo Vid").country == "SVN"
