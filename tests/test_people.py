"""Who a phrase names: office, honorific, name, state, and the places where the same person is named again."""

from __future__ import annotations

import time

import pytest

from diplomatic_readouts.reading.layout import read_layout
from diplomatic_readouts.reading.names import Naming
from diplomatic_readouts.reading.page import Page, read_page
from diplomatic_readouts.reading.people import find_namings
from diplomatic_readouts.reading.source import text_source
from diplomatic_readouts.reading.tokens import find_tokens
from marked import OPENING


def namings(text: str) -> list[Naming]:
    return find_namings(text, find_tokens(text, 0, len(text)))


def only(text: str) -> Naming:
    """Return the one person that the text names."""
    found = [n for n in namings(text) if n.words]
    assert len(found) == 1, [n.name for n in found]
    return found[0]


# ------------------------------------------------------------------------------------------------- office and name


def test_an_office_before_a_name_belongs_to_it() -> None:
    person = only("Foreign Minister Lin Tao met the guests.")
    assert (person.name, person.offices) == ("Lin Tao", ("Foreign Minister",))


def test_two_offices_joined_by_and_are_two() -> None:
    assert only("State Councilor and Foreign Minister Lin Tao spoke.").offices == (
        "State Councilor",
        "Foreign Minister",
    )


def test_an_office_may_have_portfolios_behind_of() -> None:
    person = only("Minister of Foreign Affairs and Foreign Trade Nadine Charlery of Guyana spoke.")
    assert person.offices == ("Minister of Foreign Affairs and Foreign Trade",)
    assert person.states == ("GUY",)


def test_an_office_inside_a_party_keeps_its_body() -> None:
    person = only("Member of the Political Bureau of the CPC Central Committee and Foreign Minister Lin Tao spoke.")
    assert person.offices == ("Member of the Political Bureau of the CPC Central Committee", "Foreign Minister")
    assert person.organization is None


def test_an_office_loses_its_nationality() -> None:
    person = only("Chilean President Aldo Vergara arrived.")
    assert (person.offices, person.states) == (("President",), ("CHL",))


def test_an_office_loses_the_state_behind_of() -> None:
    person = only("Minister of Foreign Affairs of Peru Marta Quiroga arrived.")
    assert (person.offices, person.states) == (("Minister of Foreign Affairs",), ("PER",))


def test_an_ambassadors_posting_stays_in_the_office() -> None:
    person = only("Ambassador of the People's Republic of China to Guyana Xu Kai arrived.")
    assert person.offices == ("Ambassador of the People's Republic of China to Guyana",)


def test_visiting_is_no_part_of_an_office() -> None:
    assert only("He received visiting Peruvian Foreign Minister Marta Quiroga.").offices == ("Foreign Minister",)


def test_an_office_may_stand_behind_a_name_and_a_comma() -> None:
    person = only("Marta Quiroga, Minister of Foreign Affairs of Peru, thanked the hosts.")
    assert (person.name, person.offices, person.states) == ("Marta Quiroga", ("Minister of Foreign Affairs",), ("PER",))


def test_an_apposition_may_stand_before_a_name() -> None:
    person = only("The Foreign Secretary, Sir Alistair Penhallow, spoke by telephone this morning.")
    assert (person.name, person.offices) == ("Alistair Penhallow", ("Foreign Secretary",))


def test_the_state_may_stand_behind_the_name() -> None:
    assert only("President Luis Arias of Belize spoke.").states == ("BLZ",)


def test_an_office_alone_stands_for_its_holder() -> None:
    found = namings("the Foreign Minister thanked them.")
    assert [(n.name, n.nouns) for n in found] == [("", ("foreign minister",))]


def test_an_organizations_official_serves_the_organization() -> None:
    person = only("UN Secretary-General Abel Okoro spoke.")
    assert (person.organization, person.offices, person.states) == ("UN", ("Secretary-General",), ())


# ------------------------------------------------------------------------------------------------------ the name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("H.E. Mr. Tomás Arrieta spoke.", "Tomás Arrieta"),
        ("Her Excellency Dr. Nadine Charlery spoke.", "Nadine Charlery"),
        ("Prime Minister Shri Anand Vajra spoke.", "Anand Vajra"),
        ("The minister met Hon. Joy-Ann Skinner.", "Joy-Ann Skinner"),
    ],
)
def test_an_honorific_shows_a_person_and_is_no_part_of_the_name(text: str, name: str) -> None:
    found = [n for n in namings(text) if n.words]
    assert [n.name for n in found] == [name]


@pytest.mark.parametrize(
    "name",
    [
        "Catalina de los Santos Arocena",
        "Khalid bin Rashid Al Nuaimi",
        "Johan van Ravenswaay-Pawiro",
        "José María Núñez y Prieto",
        "Brian O'Connor",
        "Anselm St. Hilaire",
    ],
)
def test_particles_hyphens_and_accents_belong_to_a_name(name: str) -> None:
    assert only(f"Prime Minister {name} spoke.").name == name


def test_he_is_a_surname_behind_an_office() -> None:
    assert only("Ambassador He paid a courtesy call.").name == "He"


def test_he_is_a_surname_inside_a_name() -> None:
    assert only("Vice Premier He Qiang met the guests.").name == "He Qiang"


def test_he_is_a_pronoun_where_no_office_stands_before_it() -> None:
    assert namings("He thanked the hosts.") == []


def test_a_state_may_be_a_surname_behind_an_office() -> None:
    assert only("Prime Minister Jordan thanked the hosts.").name == "Jordan"


def test_a_state_may_be_the_second_word_of_a_name() -> None:
    assert only("Foreign Minister Michael Jordan thanked the hosts.").name == "Michael Jordan"


def test_a_state_without_an_office_is_no_person() -> None:
    assert namings("They spoke about Jordan and Georgia.") == []


def test_georgia_behind_of_is_the_state() -> None:
    person = only("President Nino Abashidze of Georgia arrived.")
    assert (person.name, person.states) == ("Nino Abashidze", ("GEO",))


def test_georgia_may_be_a_given_name() -> None:
    assert only("Minister Georgia Castellanos arrived.").name == "Georgia Castellanos"


def test_organizations_and_places_are_no_persons() -> None:
    assert namings("The World Bank and the City of Lima opened a fair at the Great Hall of the People.") == []


# ------------------------------------------------------------------------------------------------------- the cast


def read(text: str) -> Page:
    return read_page(text, read_layout(text_source(text, "page.txt")))


def cast_of(body: str) -> dict[str, int]:
    """Return how often the body names each person."""
    persons = read(OPENING + body).cast.persons
    return {p.name: sum(a >= len(OPENING) for a, _ in p.places) for p in persons}


def test_a_surname_alone_is_the_same_person() -> None:
    assert cast_of("Quiroga said that trade is growing. Lin said that it is.") == {"Lin Tao": 1, "Marta Quiroga": 1}


def test_an_office_with_a_surname_is_the_same_person() -> None:
    assert cast_of("Minister Lin said that trade is growing.")["Lin Tao"] == 1


def test_two_persons_may_share_a_word_of_their_names() -> None:
    found = cast_of("Lin Tao and Vice Premier Lin Hua attended the talks. Lin Hua said that trade is growing.")
    assert found["Lin Hua"] == 2


def test_the_fullest_form_is_the_name() -> None:
    found = read(OPENING + "Minister Ana Lucía Beltrán de Rojas spoke. Minister Beltrán thanked the hosts.")
    assert "Ana Lucía Beltrán de Rojas" in {p.name for p in found.cast.persons}
    assert "Beltrán" not in {p.name for p in found.cast.persons}


@pytest.mark.parametrize("name", ["Jan Novotny", "Kim Jun", "Tom West", "April Summers"])
def test_a_month_or_a_point_of_the_compass_may_be_part_of_a_name(name: str) -> None:
    assert only(f"Foreign Minister {name} spoke.").name == name


def test_a_month_behind_a_name_is_no_part_of_it() -> None:
    assert only("Foreign Minister Lin Tao spoke on March 3 and in May.").name == "Lin Tao"


def test_a_surname_in_capitals_is_part_of_the_name() -> None:
    assert only("Mr. SATO Kenji, Minister for Foreign Affairs of Japan, spoke.").name == "SATO Kenji"


@pytest.mark.parametrize(
    ("text", "name", "offices"),
    [
        (
            "He met Parliamentary Secretary to Prime Minister of Canada Ana Prado, who was visiting.",
            "Ana Prado",
            ("Parliamentary Secretary to Prime Minister of Canada",),
        ),
        ("Trade Minister Ana Prado spoke.", "Ana Prado", ("Trade Minister",)),
        ("He met incoming Foreign Minister Ana Prado.", "Ana Prado", ("incoming Foreign Minister",)),
        ("He met Hon. Ana Prado (Former Speaker) in Lima.", "Ana Prado", ("Former Speaker",)),
        (
            "Ana Prado, Director of the Foreign Secretary’s Policy Planning Staff, spoke.",
            "Ana Prado",
            ("Director of the Foreign Secretary’s Policy Planning Staff",),
        ),
        (
            "Chief Foreign Policy Advisor to the Peruvian President, Ambassador Ana Prado, spoke.",
            "Ana Prado",
            ("Chief Foreign Policy Advisor to the Peruvian President", "Ambassador"),
        ),
        (
            "Special Envoy of the Chinese Government on the Sahel Issue Lin Tao spoke.",
            "Lin Tao",
            ("Special Envoy of the Chinese Government on the Sahel Issue",),
        ),
        (
            "He met the Non-Resident Ambassador of the Republic of Cyprus to Guyana, His Excellency Evan Fane.",
            "Evan Fane",
            ("Non-Resident Ambassador of the Republic of Cyprus to Guyana",),
        ),
        ("Leader of the Opposition Ana Prado spoke.", "Ana Prado", ("Leader of the Opposition",)),
        ("Ana Prado, Chief of Staff to President Luna, spoke.", "Ana Prado", ("Chief of Staff to President Luna",)),
        ("Governor of the Central Bank Ana Prado spoke.", "Ana Prado", ("Governor of the Central Bank",)),
        (
            "Chairman of the Trade Committee of the National Assembly of Peru Ana Prado spoke.",
            "Ana Prado",
            ("Chairman of the Trade Committee of the National Assembly",),
        ),
        ("He met the Special Envoy in Beijing Lin Tao.", "Lin Tao", ()),
    ],
)
def test_an_office_is_read_whole(text: str, name: str, offices: tuple[str, ...]) -> None:
    found = next(n for n in find_namings(text, find_tokens(text, 0, len(text))) if n.name == name)
    assert found.offices == offices


def test_of_two_offices_behind_a_name_the_second_may_be_the_next_persons() -> None:
    text = "Ana Prado, Cabinet Secretary and Political Counselor Wei Lan were present."
    found = [(n.name, n.offices) for n in find_namings(text, find_tokens(text, 0, len(text)))]
    assert found == [("Ana Prado", ("Cabinet Secretary",)), ("Wei Lan", ("Political Counselor",))]


# ----------------------------------------------------------------------------------------- offices of several, lists


def held(text: str) -> dict[str, tuple[str, ...]]:
    """Return the offices of all whom the text names."""
    return {n.name: n.offices for n in namings(text) if n.words}


def test_an_office_in_the_plural_is_each_holders() -> None:
    assert held("Presidents Ana Prado of Peru and Luis Arias of Chile agreed.") == {
        "Ana Prado": ("President",),
        "Luis Arias": ("President",),
    }
    office = "Deputy Speaker of the National Assembly"
    found = held("Deputy Speakers of the National Assembly Ana Prado, Luis Arias and Tomás Soler came.")
    assert found == dict.fromkeys(("Ana Prado", "Luis Arias", "Tomás Soler"), (office,))
    assert held("Mr. Qu Hua, Ms. Bo Wen, Deputy Directors of the Institute of Ports, came.") == {
        "Qu Hua": ("Deputy Director of the Institute of Ports",),
        "Bo Wen": ("Deputy Director of the Institute of Ports",),
    }


def test_a_plural_within_an_office_is_part_of_it() -> None:
    assert held("President of the Council of Ministers Ana Prado spoke.") == {
        "Ana Prado": ("President of the Council of Ministers",)
    }


def test_in_a_list_each_office_is_that_of_the_name_before() -> None:
    text = (
        "Ana Prado, the Treasury's Chief Adviser on Trade, Luis Arias, deputy Secretary of Defence, Tomás Soler Assistant "
        "Secretary of Agriculture, Paula Vidal, former Deputy Prime Minister, Ines Rojas, Lima Ports Officer of the Sea "
        "Trust, came."
    )
    assert held(text) == {
        "Ana Prado": ("Treasury's Chief Adviser on Trade",),
        "Luis Arias": ("deputy Secretary of Defence",),
        "Tomás Soler": ("Assistant Secretary of Agriculture",),
        "Paula Vidal": ("former Deputy Prime Minister",),
        "Ines Rojas": ("Lima Ports Officer of the Sea Trust",),
    }


def test_an_office_in_small_letters_stands_before_an_honorific() -> None:
    assert held("They met commercial counselor Mr. Qu Hua.") == {"Qu Hua": ("commercial counselor",)}
    assert held("The trade of counselor Bo grew.") == {"Bo": ()}


def test_what_opens_an_office_behind_a_name_is_no_part_of_it() -> None:
    text = "Ambassador Qu Hua, the newly appointed Permanent Representative of Peru to the United Nations, spoke."
    assert held(text) == {"Qu Hua": ("Ambassador", "Permanent Representative of Peru to the United Nations")}


def test_the_state_before_an_organ_goes_before_it() -> None:
    assert only("Iceland National Security Council Director Ana Prado spoke.").states == ("ISL",)


def test_a_former_office_of_a_state_is_former() -> None:
    person = only("They met former Polish President Ana Prado.")
    assert (person.offices, person.states) == (("former President",), ("POL",))


def test_an_office_in_small_letters_may_be_shared() -> None:
    assert held("He met with national security advisors Ana Prado of Peru and Luis Arias of Chile.") == {
        "Ana Prado": ("national security advisor",),
        "Luis Arias": ("national security advisor",),
    }


def test_a_long_list_of_names_is_read_in_no_time() -> None:
    text = "They met " + "Ana Prado, " * 4_000 + "Deputy Directors of Ports."
    start = time.process_time()
    assert len(namings(text)) == 4_000
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "words", ["Xinhua  ", "Mr. ", "Hon. Prof. ", "Peru ", "visiting Chilean ", "Minister (", "UN and "]
)
def test_words_that_open_a_name_are_passed_in_no_time_however_often_they_stand(words: str) -> None:
    text = "They met " + words * (40_000 // len(words))
    start = time.process_time()
    namings(text)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("They met Minister of Health and Social Care Ana Prado.", "Minister of Health and Social Care"),
        ("They met Ana Prado, Minister of Trade and Poverty Alleviation.", "Minister of Trade and Poverty Alleviation"),
        ("They met Foreign Service Officer II, Ana Prado, of Peru.", "Foreign Service Officer II"),
        ("They met Permanent Secretary (Ports), Ana Prado.", "Permanent Secretary (Ports)"),
        ("They met the Consul General of Peru in Lima Dr Ana Prado.", "Consul General of Peru in Lima"),
        ("They met Hon Ana Prado, Speaker of the House.", "Speaker of the House"),
        (
            "They met Ms. Ana Prado, Chief of the Commercial Section of the Embassy.",
            "Chief of the Commercial Section of the Embassy",
        ),
    ],
)
def test_an_office_goes_as_far_as_its_portfolio(text: str, office: str) -> None:
    assert held(text) == {"Ana Prado": (office,)}
