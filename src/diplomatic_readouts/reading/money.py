"""Sums of money, by a closed grammar: a text in, amount and ISO 4217 code of every sum out.

An amount is a number with its scale ("66 billion"), beside a sign before it ("US$", "RMB") or a name after it
("yuan", "U.S. dollars"). A bare "$" and plain "dollars" are US dollars, as the genre uses them; a name that
several currencies share ("pesos", "francs") has no code, so such a sum is not found. Words like "about" and
"more than" stay outside the span.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import cache, reduce

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import Currency


@dataclass(frozen=True, slots=True)
class FoundMoney:
    """A sum in the text; ``value`` is amount and code ("66000000000 CNY"), the amount an exact decimal."""

    start: int
    end: int
    value: str
    amount: str
    currency: str


_SCALES = {
    "thousand": 3,
    "lakh": 5,
    "million": 6,
    "crore": 7,
    "billion": 9,
    "trillion": 12,
    "m": 6,
    "mn": 6,
    "bn": 9,
    "tn": 12,
}
_DIGIT = re.compile(r"\d")
_EXACT = Context(prec=60)
_NUMBER = r"(?P<number>[0-9]{1,3}(?:,[0-9]{2,3}){1,5}(?:\.[0-9]{1,6})?|[0-9]{1,15}(?:\.[0-9]{1,6})?)(?![\d]|[.,]\d)"
_SCALE = (
    r"(?P<scale>(?i:[\s-]{0,3}(?:hundred|thousand|lakh|million|crore|billion|trillion)s?(?![a-z])){1,2}"
    r"|(?:mn|bn|tn|m)\b)"
)
_NO_RANGE = r"(?!\s?[-–—]\s?[$€£]?\d|\s(?:to|or)\s[$€£]?\d)"  # of "$5-10 million" the 5 is no sum


def _either(forms: Iterable[str]) -> str:
    """Return a pattern for any of the forms, longest first, with any white space for a blank."""
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return "|".join(re.escape(form).replace(r"\ ", r"\s{1,3}") for form in ordered)


@cache
def _grammar() -> tuple[re.Pattern[str], re.Pattern[str], Callable[[str], str]]:
    """Return the patterns of sums with a sign before and with a name after, and what gives a form's code."""
    currencies = read_lexicon("currencies", Currency)
    signs = {sign for currency in currencies for sign in currency.signs}
    names = {name for currency in currencies for name in currency.names}
    codes = {form.lower(): currency.code for currency in currencies for form in (*currency.names, *currency.signs)}
    after = rf"(?:\s{{0,3}}-?\s{{0,3}}(?P<name>(?i:{_either(names)}))(?!\w))?"
    before = re.compile(rf"(?<![\w$€£])(?P<sign>{_either(signs)})\s{{0,3}}{_NUMBER}(?:{_SCALE}|{_NO_RANGE}){after}")
    behind = re.compile(rf"(?<![\w.,$€£]){_NUMBER}{_SCALE}?[\s-]{{0,3}}(?P<name>(?i:{_either(names)}))(?!\w)")
    return before, behind, lambda form: codes[re.sub(r"\s+", " ", form).lower()]


def _amount(number: str, scale: str | None) -> str:
    """Return number times scale as a decimal string, exact, with no exponent and no idle zeros."""
    words = re.findall(r"[a-z]+", (scale or "").lower())
    power = reduce(lambda sum_, word: sum_ + (2 if word == "hundred" else _SCALES[word.rstrip("s")]), words, 0)
    amount = format(_EXACT.scaleb(Decimal(number.replace(",", "")), power), "f")
    return amount.rstrip("0").rstrip(".") if "." in amount else amount


def find_money(text: str, start: int, end: int) -> tuple[FoundMoney, ...]:
    """Return the sums of money in ``text[start:end]``, in order, none overlapping.

    >>> [sum.value for sum in find_money("a loan of RMB 1.5 billion yuan", 0, 30)]
    ['1500000000 CNY']
    """
    if not _DIGIT.search(text, start, end):
        return ()
    before, behind, code = _grammar()
    found: list[FoundMoney] = []
    for match in before.finditer(text, start, end):
        currency, close = code(match["sign"]), match.end()
        if match["name"] and code(match["name"]) != currency:
            close = match.end("scale") if match["scale"] else match.end("number")
        found.append(_found(match, close, currency))
    found += [_found(match, match.end(), code(match["name"])) for match in behind.finditer(text, start, end)]
    found.sort(key=lambda m: (m.start, -m.end))
    kept: list[FoundMoney] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


def _found(match: re.Match[str], end: int, currency: str) -> FoundMoney:
    """Return the sum that a match stands for."""
    amount = _amount(match["number"], match["scale"])
    return FoundMoney(match.start(), end, f"{amount} {currency}", amount, currency)
