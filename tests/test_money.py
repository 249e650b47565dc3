"""Sums of money, their amounts and codes."""

import time

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import Currency
from diplomatic_readouts.reading.money import find_money


def sums(text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.value) for m in find_money(text, 0, len(text))]


@pytest.mark.parametrize("entry", read_lexicon("currencies", Currency), ids=lambda entry: entry.code)
def test_currency_is_found_in_its_example_and_not_in_its_counterexample(entry: Currency) -> None:
    assert entry.code in [value[-3:] for _, value in sums(entry.example)]
    assert entry.code not in [value[-3:] for _, value in sums(entry.counterexample or "")]


@pytest.mark.parametrize("entry", read_lexicon("currencies", Currency), ids=lambda entry: entry.code)
def test_code_is_one_of_iso_4217(entry: Currency) -> None:
    assert pycountry.currencies.get(alpha_3=entry.code) is not None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("RMB 66 billion yuan", "66000000000 CNY"),
        ("RMB 9 billion", "9000000000 CNY"),
        ("RMB200 million", "200000000 CNY"),
        ("30 million yuan", "30000000 CNY"),
        ("1.79 trillion yuan", "1790000000000 CNY"),
        ("US$ 75 million", "75000000 USD"),
        ("US$25\xa0million", "25000000 USD"),
        ("$28\nmillion", "28000000 USD"),
        ("$4.2 billion", "4200000000 USD"),
        ("500 million U.S. dollars", "500000000 USD"),
        ("30 trillion US dollars", "30000000000000 USD"),
        ("150 billion dollars", "150000000000 USD"),
        ("5.2 billion-dollar", "5200000000 USD"),
        ("€ 5 million", "5000000 EUR"),
        ("5 million euros", "5000000 EUR"),
        ("£3bn", "3000000000 GBP"),
        ("R$ 40", "40 BRL"),
        ("1,234,567.50 yuan", "1234567.5 CNY"),
        ("US$30", "30 USD"),
        ("3 hundred million yuan", "300000000 CNY"),
        ("0.10 euros", "0.1 EUR"),
    ],
)
def test_sum_is_read_with_its_exact_amount(words: str, value: str) -> None:
    assert sums(f"They gave about {words}, they said.") == [(words, value)]


def test_words_of_approximation_stay_outside() -> None:
    assert sums("It is worth more than 250 billion U.S. dollars.") == [("250 billion U.S. dollars", "250000000000 USD")]


def test_two_sums_beside_each_other_are_two() -> None:
    assert [value for _, value in sums("2 trillion yuan (some 280 billion U.S. dollars)")] == [
        "2000000000000 CNY",
        "280000000000 USD",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "1,000 pesos",
        "5 million francs",
        "5 million Fijian dollars",
        "Fiji$12",
        "10 percent",
        "80 projects",
        "COP28",
        "500 million rupees",
        "¥500",
    ],
)
def test_what_has_no_one_currency_is_not_found(words: str) -> None:
    assert sums(f"They spoke of {words} there.") == []


def test_lower_end_of_a_range_is_no_sum() -> None:
    assert sums("a fund of $5-10 million") == []


PIECES = ["$", "US$", "€", "1", "20", ",", "000", ".", " ", "-", " million", " yuan", "RMB ", " dollars"]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3))).map("".join))
def test_any_text_gives_sums_within_it(text: str) -> None:
    last = 0
    for found in find_money(text, 0, len(text)):
        assert last <= found.start < found.end <= len(text)
        last = found.end


@pytest.mark.parametrize(
    "piece", ["1,", "1", "1,000", "$", "$1", "RMB ", "12 ", "12-", "1 million ", "1 million-", " "]
)
def test_long_odd_text_takes_under_a_second(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    began = time.process_time()
    find_money(text, 0, len(text))
    assert time.process_time() - began < 1
