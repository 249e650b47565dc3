"""What a sentence names, in nine kinds, each with its value: all mentions of a sentence are shown in place."""

from __future__ import annotations

import pytest

from marked import OPENING, assert_mentions

# ----------------------------------------------------------------------------------------------------- persons


def test_a_person_has_the_full_name_as_value() -> None:
    assert_mentions("⟦person Marta Quiroga:Quiroga⟧ thanked Minister ⟦person Lin Tao:Lin⟧ for the welcome.")


def test_a_person_only_spoken_about_is_a_mention_too() -> None:
    assert_mentions("⟦person:Lin Tao⟧ said that President ⟦person:Kuang Shouren⟧ knows the port well.")


def test_an_office_is_no_part_of_a_person() -> None:
    assert_mentions("State Councilor and Foreign Minister ⟦person:Lin Tao⟧ thanked the hosts.")


def test_he_is_no_mention() -> None:
    assert_mentions("He said that she was right.", opening=OPENING + "Lin Tao spoke. ")


# --------------------------------------------------------------------------------------------- states and places


def test_a_state_has_its_code_as_value() -> None:
    assert_mentions("⟦person:Lin Tao⟧ said that ⟦country CHN:China⟧ and ⟦country PER:Peru⟧ are old friends.")


def test_a_demonym_is_its_state() -> None:
    assert_mentions("⟦person:Lin Tao⟧ praised the ⟦country PER:Peruvian⟧ ports and the ⟦country CHN:Chinese⟧ ships.")


def test_a_state_in_a_compound_is_a_state() -> None:
    assert_mentions("⟦person:Lin Tao⟧ said that ⟦country CHN:China⟧-⟦country PER:Peru⟧ relations have come of age.")


def test_an_ambiguous_demonym_counts_where_the_page_names_the_state() -> None:
    assert_mentions(
        "⟦person:Lin Tao⟧ said that the ⟦country DOM:Dominican⟧ ports and the ⟦country DOM:Dominican Republic⟧ grow."
    )


def test_an_ambiguous_demonym_alone_is_no_mention() -> None:
    assert_mentions("⟦person:Lin Tao⟧ praised the Congolese ports.")


def test_a_capital_is_a_place_in_its_state() -> None:
    assert_mentions("⟦person:Lin Tao⟧ thanked the builders in ⟦place PER:Lima⟧ and ⟦place CHN:Beijing⟧.")


def test_a_city_abroad_is_a_place_in_its_state() -> None:
    assert_mentions("⟦person:Lin Tao⟧ said that the talks in ⟦place USA:New York⟧ and ⟦place CHE:Geneva⟧ went well.")


@pytest.mark.parametrize("region", ["Latin America", "the LAC region", "the Caribbean"])
def test_a_region_is_a_place_with_no_code(region: str) -> None:
    article = "the " if region.startswith("the ") else ""
    assert_mentions(f"⟦person:Lin Tao⟧ said that trade with {article}⟦place:{region.removeprefix('the ')}⟧ has grown.")


def test_taiwan_is_a_place_and_no_state() -> None:
    assert_mentions("⟦person:Lin Tao⟧ said that the ⟦place CHN:Taiwan⟧ question is an internal affair.")


def test_georgia_is_a_state_where_nobody_is_named_so() -> None:
    assert_mentions("⟦person:Lin Tao⟧ said that trade with ⟦country GEO:Georgia⟧ and ⟦country JOR:Jordan⟧ has grown.")


def test_jordan_behind_an_office_is_a_person() -> None:
    assert_mentions("Prime Minister ⟦person:Jordan⟧ thanked the hosts.")


# ------------------------------------------------------------------------ organizations, initiatives, agreements


def test_an_organization_has_its_id_as_value() -> None:
    assert_mentions(
        "⟦person:Lin Tao⟧ praised the ⟦organization un:United Nations⟧, the ⟦organization wto:World Trade Organization⟧ and "
        "⟦organization apec:APEC⟧."
    )


def test_the_longer_name_goes_before_the_shorter() -> None:
    assert_mentions("⟦person:Lin Tao⟧ addressed the ⟦organization un_general_assembly:UN General Assembly⟧.")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Belt and Road Initiative", "belt_and_road"),
        ("Global Development Initiative", "gdi"),
        ("Global Security Initiative", "gsi"),
        ("Global Civilization Initiative", "gci"),
        ("Global Governance Initiative", "ggi"),
    ],
)
def test_an_initiative_has_its_id_as_value(words: str, value: str) -> None:
    assert_mentions(f"⟦person:Lin Tao⟧ spoke highly of the ⟦initiative {value}:{words}⟧.")


def test_an_agreement_goes_with_its_abbreviation() -> None:
    assert_mentions(
        "⟦person:Lin Tao⟧ said that ⟦country CHN:China⟧ wants to join the ⟦agreement cptpp:Comprehensive and Progressive "
        "Agreement for Trans-Pacific Partnership (CPTPP)⟧ and the ⟦agreement depa:Digital Economy Partnership Agreement "
        "(DEPA)⟧."
    )


def test_an_abbreviated_agreement_is_one_too() -> None:
    assert_mentions("⟦person:Lin Tao⟧ praised the ⟦agreement cptpp:CPTPP⟧.")


# -------------------------------------------------------------------------------------------------------- events


def test_a_numbered_forum_is_one_event_with_its_number() -> None:
    assert_mentions(
        "⟦person:Lin Tao⟧ praised the ⟦event china_celac_ministerial_meeting:Fourth Ministerial Meeting of the China-CELAC "
        "Forum⟧."
    )


def test_a_numbered_meeting_that_no_lexicon_knows_has_no_value() -> None:
    assert_mentions("⟦person:Lin Tao⟧ praised the ⟦event:Third Harbour Summit⟧.")


def test_an_anniversary_is_an_event() -> None:
    assert_mentions(
        "⟦person:Lin Tao⟧ said that they mark the ⟦event:50th anniversary of the establishment of diplomatic relations⟧."
    )


def test_an_anniversary_of_a_founding_is_an_event() -> None:
    assert_mentions(
        "⟦person:Lin Tao⟧ hailed the ⟦event:80th anniversary of the founding of the United Nations⟧.",
        kinds=("person", "event"),
    )


def test_the_anniversary_of_a_victory_goes_on_with_its_war() -> None:
    assert_mentions(
        "⟦person:Lin Tao⟧ hailed the ⟦event:80th anniversary of the victory in the World Anti-Fascist War⟧."
    )


# --------------------------------------------------------------------------------------------------------- money


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("RMB 66 billion yuan", "66000000000 CNY"),
        ("500 million U.S. dollars", "500000000 USD"),
        ("US$ 75 million", "75000000 USD"),
        ("30 million yuan", "30000000 CNY"),
        ("1.5 million euros", "1500000 EUR"),
    ],
)
def test_money_has_amount_and_currency_as_value(words: str, value: str) -> None:
    assert_mentions(f"⟦person:Lin Tao⟧ said that ⟦money {value}:{words}⟧ will be lent.")


def test_a_number_without_a_currency_is_no_money() -> None:
    assert_mentions("⟦person:Lin Tao⟧ said that 66 billion trees will be planted.")


# --------------------------------------------------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("March 5, 2023", "2023-03-05"),
        ("in May 2022", "2022-05"),
        ("in 2014", "2014"),
        ("yesterday", "2024-06-02"),
        ("next year", "2025"),
        ("this year", "2024"),
        ("from May 31 to June 2, 2025", "2025-05-31/2025-06-02"),
    ],
)
def test_a_date_has_its_iso_form_as_value(words: str, value: str) -> None:
    """Relative days count from the day of the event, June 3, 2024."""
    opener = next((p for p in ("in ", "from ") if words.startswith(p)), "")
    shown = words.removeprefix(opener)
    mark = f"⟦date:{shown}⟧" if shown == value else f"⟦date {value}:{shown}⟧"
    assert_mentions(f"⟦person:Lin Tao⟧ said that the port was busy {opener}{mark}.")


def test_a_duration_is_no_date() -> None:
    assert_mentions("⟦person:Lin Tao⟧ said that for over fifty years the sea has been calm.")


def test_a_year_inside_a_name_is_no_date() -> None:
    assert_mentions("Lin Tao spoke of the 2030 Agenda for Sustainable Development.", kinds=["date"])


def test_mentions_may_be_checked_kind_by_kind() -> None:
    assert_mentions("Lin Tao said that trade with ⟦country PER:Peru⟧ grew in 2014.", kinds=["country"])
