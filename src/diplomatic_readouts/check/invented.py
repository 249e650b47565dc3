"""The third promise, that nothing is invented: a record in, BrokenPromise for a value that comes from nowhere."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from functools import cache

from diplomatic_readouts.errors import BrokenPromise
from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import Country, Organization, Proper, Region
from diplomatic_readouts.records import Mention, Pledge, Readout, Stamp, Statement

Fault = tuple[str, str]

ALL_SIDES = "ALL"
YEARS = range(1900, 2101)
"""Years in which a readout can have been published or an event have taken place."""

_NUMBER = re.compile(r"[0-9]+(?:[.,\u00a0\u202f][0-9]+)*")
_MONEY = re.compile(r"([0-9]+(?:\.[0-9]+)?) ([A-Z]{3})")
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_TEXT_FORMATS = ("text", "markdown")
"""Formats of which the whole file is the text, so that all that is printed stands in it."""


@cache
def known_states() -> frozenset[str]:
    """Return the alpha-3 codes that the lexicon of countries knows."""
    return frozenset(country.code for country in read_lexicon("countries", Country))


@cache
def known_sides() -> frozenset[str]:
    """Return everyone who can hold or pledge something: states, blocs, and all sides together."""
    return known_states() | {region.id for region in read_lexicon("regions", Region)} | {ALL_SIDES}


@cache
def known_ids() -> frozenset[str]:
    """Return the ids of organizations, initiatives, agreements and events in the lexicons."""
    organizations = {o.id for o in read_lexicon("organizations", Organization)}
    return frozenset(organizations | {p.id for p in read_lexicon("propers", Proper)} | known_sides())


def check_nothing_invented(readout: Readout) -> None:
    """Check that names, offices and numbers are printed on the page, and that codes are those of the lexicons."""
    page = _Page(f"{readout.text} {readout.title.text if readout.title else ''}")
    for field, problem in _page_faults(readout, page):
        raise BrokenPromise(readout.id, field, problem)
    for at, statement in enumerate(readout.statements):
        for field, problem in _statement_faults(statement, page):
            place = (statement.start, statement.end)
            raise BrokenPromise(readout.id, f"statements[{at}].{field}", problem, place)


class _Page:
    """What a page prints; asked for in the page's order, all words together take no longer than one reading."""

    def __init__(self, text: str) -> None:
        self._text = _folded(text)
        self._at = 0

    def __contains__(self, words: str) -> bool:
        at = self._text.find(words, self._at)
        at = at if at >= 0 else self._text.find(words)
        self._at = max(at, 0)
        return at >= 0


def _folded(text: str) -> str:
    """Return a text with every run of white space as one blank."""
    return " ".join(text.split())


def _page_faults(readout: Readout, page: _Page) -> Iterator[Fault]:
    """Yield what is invented about the page, its event and who took part."""
    states = [("publisher.country", readout.publisher.country), ("event.country", readout.event.country)]
    states += [(f"participants[{at}].country", p.country) for at, p in enumerate(readout.participants)]
    yield from _strangers(states)
    name = readout.publisher.name
    if name and readout.source.format in _TEXT_FORMATS and _folded(name) not in page:
        yield "publisher.name", f"{name!r} is not on the page"
    yield from _date_faults(readout)
    for at, person in enumerate(readout.participants):
        printed = [("name", person.name), ("organization", person.organization)]
        printed += [(f"offices[{n}]", office) for n, office in enumerate(person.offices)]
        for field, words in printed:
            if words is not None and _folded(words) not in page:
                yield f"participants[{at}].{field}", f"{words!r} is not on the page"


def _strangers(states: list[tuple[str, str | None]]) -> Iterator[Fault]:
    """Yield the codes that are no state's in the lexicon."""
    for field, code in states:
        if code is not None and code not in known_states():
            yield field, f"{code} is no state of the lexicon"


def _date_faults(readout: Readout) -> Iterator[Fault]:
    """Yield dates that no readout can have, or that their words do not give."""
    event = readout.event
    for field, stamp in (("published", readout.published), ("updated", readout.updated)):
        if stamp and not _gives(stamp):
            yield field, f"{stamp.date} is not what {stamp.span.text!r} says"
    for field, day in (("event.start", event.start), ("event.end", event.end)):
        if day and day.year not in YEARS:
            yield field, f"{day} is in no year of the genre"
    if event.end and (event.start is None or event.end < event.start):
        yield "event.end", f"{event.end} is before the first day, {event.start}"
    years = [n for n in _numbers(event.date_span.text) if n in YEARS] if event.date_span else []
    if years and event.start and event.start.year not in years:
        yield "event.start", f"{event.start} is in none of the years {years} that its words name"


def _gives(stamp: Stamp) -> bool:
    """Return whether a stamp's words hold the number of its day and, if they hold a year, that of its year."""
    numbers = _numbers(stamp.span.text)
    years = [n for n in numbers if n in YEARS]
    return stamp.date.year in (years or YEARS) and (stamp.date.day in numbers or not numbers)


def _numbers(text: str) -> list[int]:
    """Return the numbers in a text; those of a compact date ("20240503") one by one."""
    spread = re.sub(r"\b([0-9]{4})([0-9]{2})([0-9]{2})\b", r"\1 \2 \3", text)
    return [int(n) for n in re.findall(r"[0-9]{1,9}", spread)]


def _statement_faults(statement: Statement, page: _Page) -> Iterator[Fault]:
    """Yield what is invented in a statement's attribution and annotations."""
    yield from _strangers([("speaker_country", statement.speaker_country)])
    organization = statement.speaker_organization
    if organization and _folded(organization) not in page and organization not in known_ids():
        yield "speaker_organization", f"{organization!r} is not on the page"
    for at, formula in enumerate(statement.formulas):
        if formula.holder is not None and formula.holder not in known_sides():
            yield f"formulas[{at}].holder", f"{formula.holder} is no side of the lexicons"
        if formula.tier is not None and _folded(formula.tier).lower() not in _folded(statement.text).lower():
            yield f"formulas[{at}].tier", f"{formula.tier!r} is not in the sentence"
    for at, mention in enumerate(statement.mentions):
        if mention.value is not None and not _grounded_value(mention, mention.value, page):
            yield f"mentions[{at}].value", f"{mention.value!r} is not what {mention.text!r} says"
    for at, pledge in enumerate(statement.pledges):
        yield from ((f"pledges[{at}].{field}", problem) for field, problem in _pledge_faults(pledge, statement, page))


def _grounded_value(mention: Mention, value: str, page: _Page) -> bool:
    """Return whether a mention's value is one that its kind can have and that the page or a lexicon gives."""
    if mention.kind == "person":
        return _folded(value) in page
    if mention.kind in ("country", "place"):
        return value in known_states()
    if mention.kind == "money":
        money = _MONEY.fullmatch(value)
        return bool(money) and _prints_amount(mention.text, money[1] if money else "")
    if mention.kind == "date":
        return all(_is_date(part) for part in value.split("/")) and value.count("/") <= 1
    return value in known_ids()


def _prints_amount(text: str, amount: str) -> bool:
    """Return whether a text prints an amount's digits ("1.5 billion" for 1500000000), or no digits at all.

    >>> _prints_amount("RMB 66 billion", "66000000000"), _prints_amount("RMB 66 billion", "67000000000")
    (True, False)
    """
    printed = _NUMBER.findall(text)
    return not printed or _digits(amount) in [_digits(number) for number in printed]


def _digits(number: str) -> str:
    return re.sub(r"[^0-9]", "", number).strip("0")


def _is_date(value: str) -> bool:
    """Return whether a value is an ISO 8601 year, month or day.

    >>> _is_date("2024-02"), _is_date("2023-02-29")
    (True, False)
    """
    found = _DAY.fullmatch(value)
    if not found:
        return False
    year, month, day = (int(part) if part else 1 for part in found.groups())
    if not (datetime.MINYEAR <= year <= datetime.MAXYEAR and 1 <= month <= 12):
        return False
    return 1 <= day <= calendar.monthrange(year, month)[1]


def _pledge_faults(pledge: Pledge, statement: Statement, page: _Page) -> Iterator[Fault]:
    """Yield what is invented in a pledge."""
    for field, side in (("actor", pledge.actor), ("recipient", pledge.recipient)):
        if side is not None and side not in known_sides():
            yield field, f"{side} is no side of the lexicons"
    if pledge.amount is not None and not _prints_amount(statement.text, pledge.amount):
        yield "amount", f"{pledge.amount} is not printed in the sentence"
    if (pledge.amount is None) != (pledge.currency is None):
        yield "currency", "an amount and its currency go together"
    if pledge.announced_by is not None and _folded(pledge.announced_by) not in page:
        yield "announced_by", f"{pledge.announced_by!r} is not on the page"
