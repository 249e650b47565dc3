"""Tokens in; those who are named together with one office, or right before theirs, out.

"Presidents Ana Prado of Peru and Luis Arias of Chile" · "Ana Prado, Luis Arias, Deputy Directors of the Institute"
"""

from __future__ import annotations

from dataclasses import replace

from diplomatic_readouts.reading.names import Naming, read_affiliation, read_name, skip_honorifics
from diplomatic_readouts.reading.office_tails import JOINERS, read_tail
from diplomatic_readouts.reading.offices import Offices, read_offices
from diplomatic_readouts.reading.tokens import ManyOffices, Stretch


def read_several(line: Stretch, i: int) -> tuple[list[Naming], int]:
    """Return the holders of one office named together ("Presidents X of Peru and Y of Chile"), two or more."""
    shared = _shared_office(line, i, named=False)
    if shared is None:
        return [], i
    found: list[Naming] = []
    at = start = i
    end = shared.after
    while at == i or line.words[at] in JOINERS:
        at = end if at == i else at + 1 + (line.words[at + 1] == "and")
        start = start if at == end else at
        first, honorific = skip_honorifics(line, at)
        after = read_name(line, first, bound=True)
        if after == first or read_offices(line, at):
            break
        states, organization, at = read_affiliation(line, after)
        found.append(
            Naming(
                start=line.tokens[start].start,
                end=line.tokens[at - 1].end,
                name_start=line.tokens[first].start,
                name_end=line.tokens[after - 1].end,
                name=line.text[line.tokens[first].start : line.tokens[after - 1].end],
                offices=shared.names,
                nouns=shared.nouns,
                states=states or shared.states,
                organization=organization or shared.organization,
                honorific=honorific,
                words=tuple(t.text.casefold() for t in line.tokens[first:after]),
            )
        )
        end = at
    return (found, end) if len(found) > 1 else ([], i)


def give_office(line: Stretch, i: int, found: list[Naming]) -> int:
    """Give those named right before the office (of one or several) that stands at i; return the token behind it, or i.

    "Ana Prado Assistant Secretary of Agriculture, …", "Mr. X, Ms. Y, Deputy Directors of the Institute"
    """
    before = _bare_before(line, i, found)
    if line.kinds[i] == "office_plural" and len(before) > 1:
        group = _shared_office(line, i, named=True)
    elif before and before[-1].end + 1 == line.tokens[i].start and line.kinds[i] == "office":
        group = read_offices(line, i, named=True)
        before = before[-1:]
    else:
        return i
    if group is None or line.words[group.after] not in (",", ".", ""):
        return i
    found[len(found) - len(before) :] = [
        replace(
            naming,
            offices=group.names,
            nouns=group.nouns,
            states=naming.states or group.states,
            organization=naming.organization or group.organization,
        )
        for naming in before
    ]
    return group.after


def _shared_office(line: Stretch, i: int, named: bool) -> Offices | None:
    """Return the office that stands at i for several holders, under its name for one of them."""
    many = next((v for v in line.tokens[i].values if isinstance(v, ManyOffices)), None)
    if many is None:
        return None
    tail = read_tail(line, i, named)
    office = many.form + line.text[line.tokens[i].end : line.tokens[tail.name_end - 1].end]
    names = (office,) if many.office.printed else ()
    return Offices(i, tail.after, names, (many.office.noun,), tail.states, tail.organization)


def _bare_before(line: Stretch, i: int, found: list[Naming]) -> list[Naming]:
    """Return those named right before token i, one behind the other, of whom no office is told."""
    bare: list[Naming] = []
    start = line.tokens[i].start
    for naming in reversed(found):
        if (
            naming.offices
            or len(naming.words) < 2
            or line.text[naming.end : start].strip() not in ("", ",", "and", ", the")
        ):
            break
        bare.insert(0, naming)
        start = naming.start
    return bare
