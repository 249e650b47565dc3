"""Whose account a page is: stated, inferred from what the page takes for granted, or unknown."""

from __future__ import annotations

from diplomatic_readouts.parse import parse_readout
from diplomatic_readouts.records import Publisher

MEETING = (
    "On June 3, 2024, {left} met with {right} in Beijing.\n\n{left} said that the two countries are old friends.\n"
)


def publisher(text: str, name: str = "page.txt") -> Publisher:
    return parse_readout(text, name).publisher


def meeting(left: str, right: str, title: str) -> str:
    return f"{title}\n2024/06/03\n\n" + MEETING.format(left=left, right=right)


def test_a_masthead_states_the_publisher() -> None:
    text = (
        "Ministry of Foreign Affairs of Japan\nA Meeting of Foreign Ministers\n\nOn June 3, Foreign Minister Sato Jun "
        "met with Foreign Minister Marta Quiroga of Peru.\n"
    )
    found = publisher(text)
    assert (found.country, found.basis) == ("JPN", "stated")
    assert found.span is not None
    assert found.span.text == found.name == "Ministry of Foreign Affairs of Japan"


def test_a_masthead_of_two_lines_states_the_publisher() -> None:
    text = (
        "Ministry of Foreign Affairs\nThe People's Republic of China\nLin Tao on the Sea\nUpdated: May 13, 2025 23:00\n\n"
        "On May 13, 2025, Foreign Minister Lin Tao stated at the Third Forum of Ports that the sea is wide.\n"
    )
    found = publisher(text)
    assert (found.country, found.basis) == ("CHN", "stated")


def test_an_embassy_states_its_sending_state() -> None:
    text = (
        "Embassy of the Republic of Peru in Japan\nA Meeting in Tokyo\n\nOn June 3, 2024, Ambassador Ana Beltrán met "
        "with Vice Minister Sato Jun of Japan.\n"
    )
    assert publisher(text).country == "PER"


def test_a_breadcrumb_of_a_states_news_lets_infer_the_publisher() -> None:
    found = publisher(
        "Home > Chinese Diplomatic News\n" + meeting("Foreign Minister Lin Tao", "Marta Quiroga of Peru", "A Meeting")
    )
    assert (found.country, found.basis, found.name) == ("CHN", "inferred", None)
    assert found.span is not None
    assert found.span.text == "Chinese Diplomatic News"


def test_officials_without_nationality_let_infer_the_publisher() -> None:
    text = meeting("President Kuang Shouren", "Chilean President Aldo Vergara", "A Meeting")
    found = publisher(text + "China is ready to build more ports. China welcomes more fruit from Chile.\n")
    assert (found.country, found.basis, found.span) == ("CHN", "inferred", None)


def test_it_is_not_always_china() -> None:
    text = meeting("Foreign Minister Sato Jun", "Chilean Foreign Minister Aldo Vergara", "A Meeting")
    found = publisher(text + "Japan is ready to build more ports. Japan welcomes more fruit from Chile.\n")
    assert (found.country, found.basis) == ("JPN", "inferred")


def test_the_we_of_an_unsigned_article_lets_infer_the_publisher() -> None:
    text = (
        "Jan 19, 2018\n\nTime to build a wider harbour\n\nChina and Peru are both developing countries, and we both "
        "have our dreams. We look forward to joining hands with our Peruvian friends. China will do its part. China "
        "has built roads.\n"
    )
    assert publisher(text).country == "CHN"


def test_an_authors_state_is_the_publishers() -> None:
    text = (
        "A Friendship Worth Watering\nBy Tan Weiguo, Chinese Ambassador to Belize\n\n"
        "Belize and the world have been friends for years. We shall remain so.\n"
    )
    assert publisher(text).country == "CHN"


def test_front_matter_states_the_publisher() -> None:
    text = (
        '---\ntitle: "A meeting"\norganisations:\n  - Ministry of Foreign Affairs of Peru\n---\n\n'
        "Foreign Minister Marta Quiroga met today with Foreign Minister Lin Tao of China.\n"
    )
    found = publisher(text, "page.md")
    assert (found.country, found.basis, found.span) == ("PER", "stated", None)


def test_a_page_that_marks_both_sides_nationality_tells_no_publisher() -> None:
    text = (
        "A meeting in Geneva\n\nChinese Foreign Minister Lin Tao and Peruvian Foreign Minister Marta Quiroga met in "
        "Geneva on June 3, 2024.\n\nLin Tao said that trade is growing.\n\nMarta Quiroga said that it is.\n"
    )
    found = publisher(text)
    assert (found.country, found.name, found.basis, found.span) == (None, None, "unknown", None)


def test_a_states_name_in_the_headline_alone_states_nothing() -> None:
    text = (
        "Talks about Peru\n\nForeign Minister Lin Tao met with Foreign Minister Sato Jun in Geneva on June 3, 2024.\n"
    )
    assert publisher(text).country is None


def test_a_city_in_the_lead_tells_no_publisher() -> None:
    text = (
        "Lin Tao: Keep the Sea Open\n2024/06/04\n\nOn June 3, 2024, Foreign Minister Lin Tao said at a press conference in "
        "Lima that the sea is wide.\n"
    )
    assert publisher(text).country is None


def test_a_body_named_in_front_matter_without_its_state_is_stated() -> None:
    text = (
        '---\ntitle: "A meeting"\norganisations:\n  - Bureau of Seas and Ports\n---\n\n'
        "Foreign Minister Marta Quiroga met in Geneva with Foreign Minister Lin Tao on June 3, 2024.\n"
    )
    found = publisher(text, "page.md")
    assert (found.name, found.country, found.basis) == ("Bureau of Seas and Ports", None, "stated")


def test_a_state_that_is_only_named_is_not_the_publishers() -> None:
    """What another state did says nothing of whose page it is."""
    text = (
        "President Joan Brown spoke today with Prime Minister Ana Beltrán of Spain.\n\n"
        "The President reaffirmed her commitment to peace after Iran's attack and Russia's war."
    )
    assert parse_readout(text).publisher.country is None


def test_a_government_host_tells_the_state() -> None:
    page = "---\nsource_url: https://www.gob.pe/a\n---\n\nMinister Joan Brown met with Minister Ana Beltrán of Spain today."
    publisher = parse_readout(page).publisher
    assert (publisher.country, publisher.basis) == ("PER", "inferred")


def test_an_organ_of_a_state_in_an_office_tells_whose_page_it_is() -> None:
    text = (
        "Tan Weiguo, Vice Minister of the International Department of the CPC Central Committee, met with "
        "Peruvian Ambassador Ana Prado on June 3, 2024. The two sides exchanged views on trade."
    )
    publisher = parse_readout(text).publisher
    assert (publisher.country, publisher.basis) == ("CHN", "inferred")


def test_an_office_that_one_state_alone_has_tells_whose_page_it_is() -> None:
    text = meeting("State Councilor Lin Tao", "Peruvian Foreign Minister Marta Quiroga", "A Meeting")
    found = publisher(text)
    assert (found.country, found.basis) == ("CHN", "inferred")


def test_an_office_that_many_states_have_tells_nothing() -> None:
    text = meeting("Foreign Minister Lin Tao", "Peruvian Foreign Minister Marta Quiroga", "A Meeting")
    assert publisher(text).country is None


def test_another_states_state_councilor_makes_no_page_chinas() -> None:
    text = meeting("Foreign Minister Sato Jun", "Chinese State Councilor Lin Tao", "A Meeting")
    assert publisher(text).country != "CHN"


def test_the_state_paired_with_a_foreign_officials_is_the_publishers() -> None:
    text = meeting("Foreign Minister Lin Tao", "Liberian Foreign Minister Martha Togba", "A Meeting")
    found = publisher(text + "\nThe two sides exchanged views on China-Liberia relations.\n")
    assert (found.country, found.basis) == ("CHN", "inferred")


def test_a_pair_of_other_states_tells_nothing() -> None:
    text = meeting("Foreign Minister Lin Tao", "Liberian Foreign Minister Martha Togba", "A Meeting")
    assert publisher(text + "\nThe two sides exchanged views on Peru-Chile relations.\n").country is None


def test_a_pair_tells_nothing_where_every_official_has_a_nationality() -> None:
    text = meeting("Chinese Foreign Minister Lin Tao", "Liberian Foreign Minister Martha Togba", "A Meeting")
    assert publisher(text + "\nThe two sides exchanged views on Peru-Liberia relations.\n").country is None


def test_dollars_name_no_state() -> None:
    """Where the only state named is in the name of a currency, nothing tells whose page it is."""
    text = meeting("Foreign Minister Lin Tao", "Minister Marta Quiroga", "A Meeting")
    assert (
        publisher(
            text + "\nLin Tao said that 100,000 US dollars were given. US dollars are welcome. US dollars are safe.\n"
        ).country
        is None
    )


LEAD = "Vice President Rawlings spoke today with President Arias of {state}.\n\n{words}\n"


def test_a_line_that_names_the_source_states_the_publisher() -> None:
    body = "A Call\n\n" + LEAD.format(state="Uruguay", words="The two leaders discussed trade.")
    for line, name in (
        ("Source: The White House, Office of the Press Secretary", "The White House, Office of the Press Secretary"),
        ("The post A Call appeared first on The White House.", "The White House"),
        ("Ana Prado, A Call Online by A. Lamb, The American Presidency Project", "The American Presidency Project"),
    ):
        found = publisher(f"{body}\n{line}\n")
        assert (found.country, found.basis, found.name) == ("USA", "stated", name)


def test_two_states_named_together_tell_whose_officials_carry_no_nationality() -> None:
    words = "The two leaders agreed that Uruguay and the United States should widen their trade."
    found = publisher("A Call\n\n" + LEAD.format(state="Uruguay", words=words))
    assert (found.country, found.basis) == ("USA", "inferred")


def test_a_commitment_with_a_bare_apostrophe_is_its_states_own() -> None:
    words = "Mr. Rawlings restated the United States’ firm commitment to the defense of Norway."
    assert publisher("A Call\n\n" + LEAD.format(state="Norway", words=words)).country == "USA"


def test_furniture_that_names_a_seat_tells_the_publisher() -> None:
    found = publisher(
        "A Call\n\n" + LEAD.format(state="Uruguay", words="They discussed trade.") + "\nWhite House Shareables\n"
    )
    assert (found.country, found.basis) == ("USA", "inferred")


def test_an_own_ambassadors_post_is_no_publisher() -> None:
    words = (
        "President Ellery thanked Ambassador Fane, U.S. Ambassador to Haiti, for her work with our Haitian partners."
    )
    assert (
        publisher(f"A Call\n\nPresident Ellery called Ambassador Fane, U.S. Ambassador to Haiti.\n\n{words}\n").country
        != "HTI"
    )


def test_an_ambassador_beside_the_pages_own_figure_is_of_its_state() -> None:
    found = publisher(
        "A Trip\n\nHomeland Security Advisor Ellen March traveled to Quito. She and U.S. Ambassador to Ecuador Dale Prew met "
        "with President Rodrigo Vall. They discussed the U.S.-Ecuador partnership.\n"
    )
    assert found.country != "ECU"


def test_an_ambassador_who_calls_on_a_president_tells_of_it() -> None:
    found = publisher(
        "On March 21, H.E. Qu Hua, Ambassador of the People's Republic of China to Dominica, paid a farewell call on H.E. "
        "Luis Royer, President of Dominica.\n\nAmbassador Qu conveyed the greetings of President Kang Wei.\n"
    )
    assert found.country == "CHN"


def test_a_missions_article_is_of_the_state_that_takes_a_stand_in_it() -> None:
    found = publisher(
        "Home > Headlines\nDaily Publishes an Article by Ambassador Qu Hua\n\nOn 5 June 2019, the Namib Daily published an "
        "article by Ambassador Qu Hua. The full text is as follows:\n\nI know the deserts of Namibia, and those of "
        "China. China is willing to help Namibia.\n"
    )
    assert found.country == "CHN"


def test_the_source_of_a_photo_or_an_agency_is_no_publisher() -> None:
    text = (
        "A Meeting\n\nForeign Minister Ana Prado met with Foreign Minister Luis Arias of Chile in Lima. Prado said that Peru is "
        "ready to trade.\n"
    )
    for line in ("Photo source: Chilean Foreign Ministry", "Source: China Daily", "Related: Prado visits White House"):
        assert publisher(f"{text}\n{line}\n").country == "PER"


def test_two_states_that_an_official_speaks_of_are_not_his() -> None:
    text = (
        "A Meeting\n\nForeign Minister Rosa Diaz met with Foreign Minister Luis Arias of Chile. Diaz said that Chile and "
        "Argentina should settle their dispute.\n"
    )
    assert publisher(text).country is None


def test_an_organ_of_another_state_is_that_states() -> None:
    text = (
        "A Meeting\n\nChairman Said Omar of the State Council of Oman received Peruvian Ambassador Ana Prado in Muscat. Omar "
        "said that Oman is ready.\n"
    )
    assert publisher(text).country != "CHN"


def test_the_ambassador_who_acts_and_speaks_first_tells_his_own_account() -> None:
    text = (
        "Luis Arias Attends the Handover of Two Ferries\n\nThe handover of two ferries was held on May 3, 2021. Chilean Ambassador to Peru Luis Arias attended the ceremony and "
        "handed the keys to Ana Prado, Secretary of Ports.\n\nArias said that Chile is a friend. On behalf of the government, "
        "Prado thanked Chile. Peru is ready.\n"
    )
    assert publisher(text).country == "CHL"


def test_an_official_who_meets_a_delegation_is_of_the_other_state_of_the_pair() -> None:
    text = (
        "A Meeting of Scholars\n2021-05-03\n\nOn May 3, 2021, Director-General of the Department of Asian Affairs Tan Guo met "
        "with a Peruvian delegation. Both sides exchanged views on China-Peru relations.\n"
    )
    assert publisher(text).country == "CHN"


def test_who_sent_a_page_in_brackets_states_whose_it_is() -> None:
    text = "Fu Lan Delivers a Lecture\n\n（From Chinese Embassy in Peru）\n\n" + MEETING.format(
        left="Minister Fu Lan", right="Ana Prado of Peru"
    )
    found = publisher(text)
    assert (found.country, found.basis) == ("CHN", "stated")


def test_furniture_of_one_states_sites_tells_whose_a_page_is() -> None:
    text = (
        "Guests Attend a Ceremony\n\nThe handover ceremony was held in Lima, attended by Peruvian President Ana Prado and Chargé "
        "d'Affaires of the Chinese Embassy Qu Hua. The President thanked China. {}\n\nSuggest to a friend\n"
    )
    assert publisher(text.format("Qu Hua said that China is ready.")).country == "CHN"
    assert publisher(MEETING.format(left="Luis Soto of Chile", right="Ana Prado of Peru")).country is None


def test_about_us_is_no_state() -> None:
    text = (
        "Home About US Consular Services Education\nChinese Consul General Meets with Guests\n\nConsul General Qu Hua met with U.S. "
        "Congresswoman Prado at the Chinese Consulate.\n\nQu Hua said that China is ready.\n"
    )
    assert publisher(text).country == "CHN"


def test_the_president_alone_is_of_the_other_state_of_a_pair() -> None:
    text = (
        "Readout of a Call\n\nThe President spoke with Prime Minister Prado of Peru. They discussed ways in which the United States "
        "and Peru can work together.\n"
    )
    assert publisher(text).country == "USA"


def test_a_line_of_a_site_does_not_outweigh_the_hosts_own_minister() -> None:
    text = (
        "A Meeting\n\nForeign Minister Ana Prado met with Chinese Ambassador Qu Hua in Lima. Minister Prado thanked him.\n\n"
        "Suggest to a friend\n"
    )
    assert publisher(text).country != "CHN"


def test_who_stands_where_in_a_photo_is_no_sender() -> None:
    text = "(From left: Japanese Ambassador Ken Morita, Council Chair Ana Prado)\n\n" + MEETING.format(
        left="Prime Minister Luis Brown", right="Ambassador Ken Morita of Japan"
    )
    assert publisher(text).country != "JPN"


def test_a_guest_who_speaks_first_does_not_make_the_hosts_page_his_own() -> None:
    text = (
        "Minister of Fisheries receives Ambassador of Peru\n\nThe Ambassador of Peru, Rosa Quispe, paid a courtesy call on the "
        "Minister of Fisheries, Tomas Brown, in Bridgetown. Ambassador Quispe said that fish matter. Minister Brown thanked her. "
        "Barbados looks forward to trade.\n"
    )
    assert publisher(text).country == "BRB"


def test_an_ambassador_who_speaks_of_himself_tells_whose_text_it_is() -> None:
    text = (
        "Close Neighbors\nBy Qu Hua | Lima Post | Updated: 2022-03-18 09:41\n\nIn the year that marks the opening of the Consulate "
        "General of the People's Republic of China in Lima, I am proud to serve here as consul general. Peru is a friend. I have met "
        "people in all provinces of Peru.\n"
    )
    read = parse_readout(text)
    assert read.publisher.country == "CHN"
    assert [p.name for p in read.participants] == ["Qu Hua"]
    assert read.updated is not None


def test_a_missions_speech_is_of_the_state_that_acts_in_it() -> None:
    text = (
        "Home > Embassy Update\nRemarks by H.E. Ambassador Qu Hua at the Reception\n\nHon. Minister Prado,\n\nI thank the people of "
        "Malawi for coming. China is committed to peace. The Chinese government will offer more scholarships. Malawi is dear to me.\n"
    )
    assert publisher(text).country == "CHN"


def test_the_name_of_a_mission_in_the_furniture_tells_whose_an_article_is() -> None:
    text = (
        "Chinese Embassy in Ireland\nHOME > Ambassador > Remarks\nThe Daily Post Publishes a Signed Article by Ambassador Qu Hua\n"
        "2018-11-04\n\nOn 4 November 2018, the Daily Post published a signed article by Ambassador Qu Hua. The full text is as follows:\n"
        "\nTrade between Ireland and China has grown. Ireland is a partner. Irish beef is good.\n"
    )
    assert publisher(text).country == "CHN"


def test_a_mission_pairs_its_own_state_first() -> None:
    text = (
        "Home > Consulate General Events\nConsul General Qu Hua Met with Congressman Luis Arias\n\nOn May 17, 2016, Consul General Qu Hua "
        "met with Congressman Luis Arias.\n\nConsul General Qu said that the China-U.S. relationship has moved forward. China and the U.S. "
        "are partners.\n\nCongressman Arias said that the U.S.-China relationship matters.\n"
    )
    assert publisher(text).country == "CHN"
