"""When and where the act took place, and the larger event around it."""

from __future__ import annotations

import datetime

import pytest

from diplomatic_readouts.parse import parse_readout
from diplomatic_readouts.records import Event

WORDS = "\n\nLin Tao said that the two countries are old friends.\n"


def event(lead: str, head: str = "Lin Tao Meets with Marta Quiroga\n2024/06/04\n\n") -> Event:
    return parse_readout(head + lead + WORDS).event


def words(span: object) -> str | None:
    return getattr(span, "text", None)


# ------------------------------------------------------------------------------------------------------------ when


def test_the_day_stands_in_the_lead() -> None:
    found = event("On June 3, 2024, Foreign Minister Lin Tao met with Marta Quiroga of Peru in Lima.")
    assert (found.start, found.end, words(found.date_span)) == (datetime.date(2024, 6, 3), None, "June 3, 2024")


def test_the_day_of_the_event_is_not_the_day_of_publication() -> None:
    found = parse_readout(
        "Lin Tao Meets with Marta Quiroga\n2024/06/04\n\nOn June 3, 2024, Foreign Minister Lin Tao met with Marta "
        "Quiroga of Peru.\n"
    )
    assert found.published is not None
    assert (found.event.start, found.published.date) == (datetime.date(2024, 6, 3), datetime.date(2024, 6, 4))


@pytest.mark.parametrize(
    ("relative", "day"), [("today", 4), ("this morning", 4), ("yesterday", 3), ("today (4)", 4), ("on June 3", 3)]
)
def test_a_relative_or_yearless_day_counts_from_the_stamp(relative: str, day: int) -> None:
    found = event(f"Foreign Minister Lin Tao met with Marta Quiroga of Peru {relative}.")
    assert found.start == datetime.date(2024, 6, day)


def test_a_relative_day_without_a_stamp_is_unknown() -> None:
    assert (
        event("Foreign Minister Lin Tao met today with Marta Quiroga of Peru.", head="A Meeting of Two\n\n").start
        is None
    )


def test_a_weekday_counts_back_from_the_stamp() -> None:
    found = event("Foreign Minister Lin Tao met on Monday with Marta Quiroga of Peru.")
    assert found.start == datetime.date(2024, 6, 3)


def test_days_of_other_events_do_not_count() -> None:
    found = event(
        "On June 3, 2024, Foreign Minister Lin Tao met with Marta Quiroga of Peru.\n\nLin Tao said that on May 1, 2023 "
        "the port was opened."
    )
    assert (found.start, found.end) == (datetime.date(2024, 6, 3), None)


def test_a_visit_of_several_days_has_an_end() -> None:
    found = event(
        "Foreign Minister Marta Quiroga of Peru will pay an official visit to China from May 31 to June 2, 2024."
    )
    assert (found.start, found.end) == (datetime.date(2024, 5, 31), datetime.date(2024, 6, 2))


def test_local_time_is_noted() -> None:
    assert event("On June 3, 2024 local time, Foreign Minister Lin Tao met with Marta Quiroga of Peru.").local_time


def test_a_second_clock_in_brackets_is_not_the_day() -> None:
    found = event(
        "On June 3, 2024 local time (June 4 Beijing time), Foreign Minister Lin Tao met with Marta Quiroga of Peru in Lima."
    )
    assert (found.start, found.end, found.local_time) == (datetime.date(2024, 6, 3), None, True)


def test_local_time_is_not_assumed() -> None:
    assert not event("On June 3, 2024, Foreign Minister Lin Tao met with Marta Quiroga of Peru.").local_time


# ----------------------------------------------------------------------------------------------------------- where


def test_a_city_of_a_third_state() -> None:
    found = event("On June 3, 2024, Foreign Minister Lin Tao met with Marta Quiroga of Peru in New York.")
    assert (words(found.city), found.country) == ("New York", "USA")


def test_the_city_may_stand_between_met_and_with() -> None:
    found = event("On June 3, 2024, Foreign Minister Lin Tao met in Nairobi with Marta Quiroga of Peru.")
    assert (words(found.city), found.country) == ("Nairobi", "KEN")


def test_the_state_behind_a_city_tells_which_city() -> None:
    found = event("On June 3, 2024, Foreign Minister Lin Tao met with Marta Quiroga of Peru in Santiago, Chile.")
    assert (words(found.city), found.country) == ("Santiago", "CHL")


def test_a_city_that_no_lexicon_knows_is_told_by_its_state() -> None:
    found = event("On June 3, 2024, Foreign Minister Lin Tao met with Marta Quiroga of Peru in Chulucanas, Peru.")
    assert (words(found.city), found.country) == ("Chulucanas", "PER")


def test_no_city_is_unknown() -> None:
    found = event("On June 3, 2024, Foreign Minister Lin Tao met with Marta Quiroga of Peru.")
    assert (found.city, found.country, found.venue) == (None, None, None)


def test_a_hall_is_a_venue() -> None:
    found = event(
        "On June 3, 2024, Foreign Minister Lin Tao met with Marta Quiroga of Peru at the Great Hall of the People in Beijing."
    )
    assert (words(found.venue), words(found.city), found.country) == ("Great Hall of the People", "Beijing", "CHN")


def test_headquarters_are_a_venue() -> None:
    found = event(
        "On June 3, 2024, Foreign Minister Lin Tao met with Marta Quiroga of Peru at the United Nations headquarters in "
        "New York."
    )
    assert words(found.venue) == "United Nations headquarters"


def test_a_palace_that_no_lexicon_knows_is_a_venue() -> None:
    found = event(
        "On June 3, 2024, Foreign Minister Lin Tao met with Marta Quiroga of Peru at the Palacio Umbral Palace."
    )
    assert words(found.venue) == "Palacio Umbral Palace"


def test_the_white_house_is_a_venue_in_no_city() -> None:
    found = event("Vice President Joan Brown met today with President Luis Arias of Belize at the White House.")
    assert (words(found.venue), found.city, found.country) == ("White House", None, "USA")


def test_a_call_takes_place_nowhere() -> None:
    found = event("On June 3, 2024, Foreign Minister Lin Tao spoke by phone with Marta Quiroga of Peru in Lima.")
    assert (found.city, found.country, found.venue) == (None, None, None)


# -------------------------------------------------------------------------------------------------------- occasion


def test_the_occasion_stands_behind_on_the_sidelines_of() -> None:
    found = event(
        "On June 3, 2024, Foreign Minister Lin Tao met with Marta Quiroga of Peru on the sidelines of the 31st Forum of "
        "Pacific Ports in Lima."
    )
    assert (words(found.occasion), words(found.city)) == ("31st Forum of Pacific Ports", "Lima")


def test_a_bracketed_short_name_stays_in_the_occasion() -> None:
    found = event(
        "On June 3, 2024, Foreign Minister Lin Tao met with Marta Quiroga of Peru on the margins of the United Nations "
        "(UN) General Assembly in New York."
    )
    assert words(found.occasion) == "United Nations (UN) General Assembly"


def test_the_meeting_chaired_is_the_occasion() -> None:
    found = event(
        "On June 3, 2024, Foreign Minister Lin Tao chaired the Third Dialogue of Foreign Ministers of China and Pacific "
        "Island Countries in Suva, Fiji."
    )
    assert words(found.occasion) == "Third Dialogue of Foreign Ministers of China and Pacific Island Countries"


def test_the_meeting_at_which_one_speaks_is_the_occasion() -> None:
    found = event("On June 3, 2024, Foreign Minister Lin Tao stated at the Third Forum of Ports that the sea is wide.")
    assert words(found.occasion) == "Third Forum of Ports"


def test_a_meeting_of_two_has_no_occasion() -> None:
    assert event("On June 3, 2024, Foreign Minister Lin Tao met with Marta Quiroga of Peru in Lima.").occasion is None


def test_an_article_has_no_event() -> None:
    found = parse_readout(
        "Jan 19, 2018\n\nTime to build a wider harbour\n\nOn January 22, the Second Forum of Ports will be held in Lima, "
        "Peru. China and Peru both have dreams, and we will follow them. With our Peruvian friends we will build on. "
        "China will do its part.\n"
    ).event
    assert (found.start, found.end, found.occasion, found.city, found.country) == (None, None, None, None, None)


# --------------------------------------------------------------------------------- trips, speeches, agencies, to come


@pytest.mark.parametrize("coming", ["their meeting tomorrow", "the forum on June 9", "their meeting on June 9, 2024"])
def test_a_day_to_come_is_not_the_day_of_the_act(coming: str) -> None:
    found = event(f"Foreign Minister Lin Tao spoke by phone with Marta Quiroga of Peru to prepare for {coming}.")
    assert found.start is None


def test_the_day_of_the_act_stands_beside_a_day_to_come() -> None:
    found = event(
        "On June 3, 2024, Foreign Minister Lin Tao spoke by phone with Marta Quiroga of Peru about their meeting tomorrow."
    )
    assert (found.start, found.end) == (datetime.date(2024, 6, 3), None)


def test_an_announced_visit_is_on_the_days_to_come() -> None:
    found = event("Foreign Minister Marta Quiroga of Peru will visit China from June 9 to 11, 2024.")
    assert (found.start, found.end) == (datetime.date(2024, 6, 9), datetime.date(2024, 6, 11))


def test_the_city_of_an_agencys_dateline_is_where_they_met_here() -> None:
    found = event(
        "LIMA, June 3 (Xinhua) -- Chinese Foreign Minister Lin Tao met here with Peruvian President Luis Arias."
    )
    assert (words(found.city), found.country) == ("LIMA", "PER")


def test_the_city_of_a_dateline_gives_way_to_the_city_told() -> None:
    found = event(
        "BEIJING, June 3 (Xinhua) -- Chinese Foreign Minister Lin Tao met in Lima with Peruvian President Luis Arias."
    )
    assert (words(found.city), found.country) == ("Lima", "PER")


def test_the_city_of_a_dateline_is_no_place_of_a_call() -> None:
    found = event(
        "BEIJING, June 3 (Xinhua) -- Chinese Foreign Minister Lin Tao spoke by phone with Peruvian President Luis Arias."
    )
    assert (found.city, found.country) == (None, None)


def test_in_a_state_for_a_visit_tells_the_state() -> None:
    found = event(
        "On June 3, 2024, Lin Tao met with Foreign Minister Marta Quiroga of Peru, who is in China for a visit."
    )
    assert (found.city, found.country) == (None, "CHN")


def test_in_a_state_for_other_reasons_tells_no_place() -> None:
    found = event("On June 3, 2024, Lin Tao met with Foreign Minister Marta Quiroga of Peru, who is popular in China.")
    assert (found.city, found.country) == (None, None)


def test_a_seat_in_small_letters_is_a_venue() -> None:
    found = event(
        "On June 3, 2024, Foreign Minister Lin Tao met with President Luis Arias of Peru at the presidential palace in Lima."
    )
    assert (words(found.venue), words(found.city), found.country) == ("presidential palace", "Lima", "PER")


def test_a_palace_spoken_of_is_no_venue() -> None:
    found = event(
        "On June 3, 2024, Foreign Minister Lin Tao met with President Luis Arias of Peru, who had rebuilt the presidential "
        "palace."
    )
    assert found.venue is None


TRIP = "Statement by NSC Spokesperson Joan Brown on National Security Advisor Ralph Fane's Travel\nJune 4, 2024\n\n"


def test_a_trip_of_several_stops_has_no_city() -> None:
    found = event(
        "National Security Advisor Ralph Fane traveled to Lima and Santiago from June 1 to June 3, 2024. In Lima, he met "
        "with Peruvian Foreign Minister Marta Quiroga. In Santiago, he met with Chilean Foreign Minister Aldo Vergara.",
        TRIP,
    )
    assert (found.city, found.country) == (None, None)
    assert (found.start, found.end) == (datetime.date(2024, 6, 1), datetime.date(2024, 6, 3))


def test_a_trip_of_several_stops_in_one_state_has_its_state() -> None:
    found = event(
        "National Security Advisor Ralph Fane traveled to Lima and Cusco on June 1, 2024 to meet with Peruvian Foreign "
        "Minister Marta Quiroga.",
        TRIP,
    )
    assert (found.city, found.country) == (None, "PER")


def test_a_trip_of_one_stop_has_its_city() -> None:
    found = event(
        "National Security Advisor Ralph Fane traveled to Lima on June 1, 2024 to meet with Peruvian Foreign Minister Marta "
        "Quiroga.",
        TRIP,
    )
    assert (words(found.city), found.country) == ("Lima", "PER")


def test_the_line_under_its_headline_tells_where_and_when_a_speech_was_given() -> None:
    found = parse_readout(
        "Remarks by Ambassador Fu Lan at the Reception for the Spring Festival\n(Lima, May 3, 2019)\n\n"
        "Dear friends, good evening. I am glad to see so many of you.\n\nChina and Peru are old friends. We shall remain so.\n"
    )
    where = found.event
    assert (words(where.city), where.country, where.start) == ("Lima", "PER", datetime.date(2019, 5, 3))
    assert words(where.occasion) == "Reception for the Spring Festival"
    assert found.published is None


def test_a_stamp_under_the_headline_of_a_speech_is_not_when_it_was_given() -> None:
    found = parse_readout(
        "Remarks by Ambassador Fu Lan at the Reception for the Spring Festival\n2019-05-04 10:20\n\n"
        "Dear friends, good evening. I am glad to see so many of you.\n\nChina and Peru are old friends. We shall remain so.\n"
    )
    assert found.published is not None
    assert (found.published.date, found.event.start, found.event.city) == (datetime.date(2019, 5, 4), None, None)


def test_an_occasion_may_end_with_a_region_and_its_article() -> None:
    found = event("Foreign Minister Lin Tao attended the Third Meeting of the Ports of the Pacific in Lima, Peru.")
    assert words(found.occasion) == "Third Meeting of the Ports of the Pacific"


def test_an_act_of_two_days_ends_on_the_second() -> None:
    found = event("On 3 and 9 May 2024, Foreign Minister Lin Tao visited several schools in Lima, Peru.")
    assert (found.start, found.end) == (datetime.date(2024, 5, 3), datetime.date(2024, 5, 9))


@pytest.mark.parametrize(
    ("place", "city", "country"),
    [
        ("in Arequipa", "Arequipa", "PER"),
        ("in San Pedro de Macoris, Dominican Republic", "San Pedro de Macoris", "DOM"),
        ("in Salta Province", None, None),  # the words go on
        ("in Braga", None, None),  # a city, but nothing on the page is Portuguese
    ],
)
def test_a_lesser_city_counts_where_the_page_names_its_state(place: str, city: str | None, country: str | None) -> None:
    found = event(f"On June 3, 2024, Foreign Minister Lin Tao met with Marta Quiroga of Peru {place}.")
    assert (words(found.city), found.country) == (city, country)


@pytest.mark.parametrize("venue", ["Chinese embassy", "Chinese Consulate General", "Simon Bolivar Park"])
def test_missions_and_parks_are_venues(venue: str) -> None:
    found = event(f"On June 3, 2024, Foreign Minister Lin Tao met with Marta Quiroga of Peru at the {venue}.")
    assert words(found.venue) == venue


def test_the_headline_tells_the_city_of_a_ceremony() -> None:
    found = parse_readout(
        "Home > Embassy News\nThe Spring Festival Reception Is Held in Nairobi\n\nOn 3 February 2016, the Chinese Embassy in "
        "Kenya gave a reception. Ambassador Qu Hua said that China and Kenya are friends.\n"
    ).event
    assert (words(found.city), found.country) == ("Nairobi", "KEN")


def test_a_city_within_an_office_is_not_where_they_met() -> None:
    found = event(
        "Foreign Minister Lin Tao met with Ana Prado, Representative of Peru to the United Nations Office at Geneva (UNOG)."
    )
    assert found.city is None


@pytest.mark.parametrize(
    ("lead", "occasion"),
    [
        (
            "Foreign Minister Lin Tao attended the ministerial meeting of the Group of Friends of Ports in New York.",
            "ministerial meeting of the Group of Friends of Ports",
        ),
        (
            "Foreign Minister Lin Tao attended the second round of Dialogue of Foreign Ministers of China and the Troika of "
            "CARICOM held in Lima.",
            "second round of Dialogue of Foreign Ministers of China and the Troika of CARICOM",
        ),
        (
            "While in Lima for the inauguration of President Ana Prado, Foreign Minister Lin Tao met with Luis Soto of Peru.",
            "inauguration of President Ana Prado",
        ),
        (
            "Foreign Minister Lin Tao met with Luis Soto of Peru, who was in China for the Third Ports Forum.",
            "Third Ports Forum",
        ),
        (
            "Foreign Minister Lin Tao and Luis Soto of Peru co-chaired the ninth political consultation of China and Peru.",
            "ninth political consultation of China and Peru",
        ),
    ],
)
def test_an_occasion_in_small_letters_ends_with_whose_it_is(lead: str, occasion: str) -> None:
    assert words(event(lead).occasion) == occasion


def test_a_missions_seat_is_part_of_its_name() -> None:
    found = event(
        "On June 3, 2024, Ambassador Qu Hua met with Marta Quiroga of Peru at the Chinese Consulate General in Lima."
    )
    assert words(found.venue) == "Chinese Consulate General in Lima"


def test_a_trip_to_two_states_is_in_neither() -> None:
    found = event(
        "Advisor Luis Soto traveled to Chile and Peru on June 3, 2024. In Lima, he met with Marta Quiroga of Peru.",
        "The White House\nReadout of Advisor Soto's Trip\n\n",
    )
    assert (found.city, found.country) == (None, None)


def test_an_agencys_dash_tells_the_city() -> None:
    found = event("Lima - Peruvian Premier Marta Quiroga met with Foreign Minister Lin Tao on June 3, 2024.")
    assert words(found.city) == "Lima"


def test_the_day_of_a_speech_may_stand_in_its_foreword() -> None:
    text = (
        "Remarks by Ambassador Qu Hua at the Reception\n\nOn June 3, 2024, Ambassador Qu Hua gave a reception in Lima, and his "
        "remarks read as follows:\n\nI thank you all for coming. We are friends of Peru, and our ports are open.\n"
    )
    assert parse_readout(text).event.start == datetime.date(2024, 6, 3)


@pytest.mark.parametrize(
    ("title", "occasion"),
    [
        (
            "Remarks by Ambassador Qu Hua at the Reception in Honour of the Students of Lima",
            "Reception in Honour of the Students of Lima",
        ),
        ("Speech at the Family Day of the Consulate by Consul General Qu Hua", "Family Day of the Consulate"),
        ("Remarks by Ambassador Qu Hua on Ports", None),
    ],
)
def test_a_speech_was_given_at_what_its_headline_says(title: str, occasion: str | None) -> None:
    text = f"{title}\n2024-06-03\n\nDistinguished guests,\n\nI thank you all for coming. We are friends of Peru.\n"
    assert words(parse_readout(text).event.occasion) == occasion


def test_the_day_on_which_a_paper_printed_a_speech_is_not_its_day() -> None:
    text = (
        "Ambassador Qu Hua's Speech Published\n\nThe following speech by Ambassador Qu Hua was published in the Lima Post on June 3, "
        "2024.\n\nI thank you all for coming. We are friends of Peru.\n"
    )
    assert parse_readout(text).event.start is None


def test_a_second_clock_in_brackets_is_no_second_day() -> None:
    text = (
        "Lin Tao Speaks with Ana Prado\n2024-06-04\n\nOn June 3, 2024, local time (June 4, Beijing time), Foreign Minister Lin Tao spoke on "
        "the phone with Peruvian Foreign Minister Ana Prado.\n\nLin Tao said that trade grows.\n"
    )
    found = parse_readout(text).event
    assert (found.start, found.end, found.local_time) == (datetime.date(2024, 6, 3), None, True)


def test_several_calls_on_one_page_have_a_first_and_a_last_day() -> None:
    text = (
        "Lin Tao Speaks with Ministers\n2024-06-05\n\nOn June 3, 2024, Chinese Foreign Minister Lin Tao held a phone call with Peruvian "
        "Foreign Minister Ana Prado.\n\nLin Tao said that ports matter.\n\nOn June 4, Lin Tao also held a phone call with Chilean Foreign "
        "Minister Luis Soto.\n\nLuis Soto said that Chile is ready.\n"
    )
    found = parse_readout(text).event
    assert (found.start, found.end) == (datetime.date(2024, 6, 3), datetime.date(2024, 6, 4))
