"""What each chart counts: flat tables in; a table of two labels and a number out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import pyarrow as pa

from diplomatic_readouts.errors import UsageError
from diplomatic_readouts.questions.rows import Day, as_table, day_of, read_cells, read_rows

Load = Callable[[str], pa.Table]
"""What gives a flat table by its name."""
Pair = tuple[str, str]

UNKNOWN = "unknown"
NOBODY = "nobody named"
"""Of a page that names no counterpart."""
OTHERS = "others"
LAST = (OTHERS, NOBODY, UNKNOWN)
"""What stands behind all other labels."""
MOST_LABELS = 20
"""Labels of an axis; the less frequent are one label together, but years: a timeline has no hole."""
_YEAR = "year"


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: what its axes and its number are, and what it can be counted by."""

    title: str
    x: str
    y: str
    number: str
    form: str
    """``bars``: stacked, a colour for each y; ``squares``: a colour for each number."""
    by: tuple[str, ...]
    """What ``--by`` takes, the first where it is not given; it is the label that is called "by" here."""
    pairs: Callable[[Load, str], Iterable[Pair]]


def chart_table(name: str, load: Load, by: str | None = None) -> pa.Table:
    """Return the numbers of a chart: two labels and how often they come together; UsageError for other names.

    Labels beyond the twenty most frequent are "others" together, but for years. Rows are in the order of their labels.
    """
    chart, by = find_chart(name, by)
    pairs = Counter(chart.pairs(load, by))
    x, y = labels(chart, by)
    first, second = (_kept(pairs, n, label) for n, label in enumerate((x, y)))
    counts: Counter[Pair] = Counter()
    for (a, b), count in pairs.items():
        counts[a if a in first else OTHERS, b if b in second else OTHERS] += count
    rows = [{x: a, y: b, chart.number: count} for (a, b), count in sorted(counts.items())]
    return as_table(rows, ((x, pa.string()), (y, pa.string()), (chart.number, pa.int64())))


def find_chart(name: str, by: str | None) -> tuple[Chart, str]:
    """Return a chart and what it is counted by; UsageError tells what there is."""
    if name not in CHARTS:
        raise UsageError(f"there is no chart {name!r}", f"The charts are {', '.join(CHARTS)}.")
    chart = CHARTS[name]
    by = by or chart.by[0]
    if by not in chart.by:
        raise UsageError(f"{name} cannot be counted by {by!r}", f"It can by {', '.join(chart.by)}.")
    return chart, by


def labels(chart: Chart, by: str) -> Pair:
    """Return the names of a chart's two labels; what is counted by one and another has these two.

    >>> labels(CHARTS["formulas"], "holder"), labels(CHARTS["formulas"], "year and holder")
    (('holder', 'formula'), ('year', 'holder'))
    """
    first, both, second = by.partition(" and ")
    if both:
        return first, second
    return (by if chart.x == "by" else chart.x, by if chart.y == "by" else chart.y)


def _kept(pairs: Counter[Pair], n: int, axis: str) -> set[str]:
    """Return the most frequent labels of the first or the second axis; all years."""
    counts: Counter[str] = Counter()
    for pair, count in pairs.items():
        counts[pair[n]] += count
    frequent = sorted(counts, key=lambda label: (-counts[label], label))
    return set(frequent if axis == _YEAR else frequent[:MOST_LABELS])


# ------------------------------------------------------------------------------------------------------ what is counted


def _timeline(load: Load, by: str) -> Iterator[Pair]:
    """Yield year and country, kind or publisher of each readout."""
    columns = ("event_start", "published", "kind", "publisher_country", "counterpart_countries")
    for row in read_rows(load("readouts"), *columns):
        countries = row["counterpart_countries"] or [NOBODY]
        of = {"country": countries, "kind": [row["kind"]], "publisher": [row["publisher_country"] or UNKNOWN]}
        yield from ((_year(day_of(row)), value) for value in of[by])


def _formulas(load: Load, by: str) -> Iterator[Pair]:
    """Yield year or holder of each formula that somebody holds, and the formula, or year and holder; once a readout."""
    columns = ("readout_id", "id", "holder", "event_start", "published")
    seen: set[tuple[str, ...]] = set()
    for readout, formula, holder, start, published in read_cells(load("formulas"), *columns):
        if not holder:
            continue
        year = _year(start or published)
        pair = {"year": (year, formula), "holder": (holder, formula), "year and holder": (year, holder)}[by]
        if (readout, *pair) not in seen:
            seen.add((readout, *pair))
            yield pair


def _year(day: Day) -> str:
    return str(day.year) if day else UNKNOWN


def _meetings(load: Load, by: str) -> Iterator[Pair]:
    """Yield who meets whom: states, or the persons that a page is about."""
    if by == "country":
        for row in read_rows(load("readouts"), "publisher_country", "counterpart_countries"):
            yield from ((row["publisher_country"] or UNKNOWN, country) for country in row["counterpart_countries"])
        return
    present: dict[str, dict[str, list[str]]] = {}
    for row in read_rows(load("participants"), "readout_id", "name", "role"):
        present.setdefault(row["readout_id"], {}).setdefault(row["role"], []).append(row["name"])
    for roles in present.values():
        for lead in (*roles.get("principal", ()), *roles.get("chair", ())):
            yield from ((lead, other) for other in roles.get("counterpart", ()))


def _said(column: str) -> Callable[[Load, str], Iterator[Pair]]:
    """Return what yields the sides, or speakers, that say something, with each label of a column."""

    def pairs(load: Load, by: str) -> Iterator[Pair]:
        columns = ("speaker_name", "speaker_country", "speaker_organization", column)
        for name, country, organization, values in read_cells(load("statements"), *columns):
            if who := (country or organization) if by == "side" else name:
                for value in values:
                    yield who, value

    return pairs


def _pledges(load: Load, by: str) -> Iterator[Pair]:
    """Yield instrument and actor, recipient, status or amount of each pledge."""
    for row in read_rows(load("pledges"), "instrument", "actor", "recipient", "status", "amount", "currency"):
        amount = f"{int(float(row['amount'])):,} {row['currency'] or ''}".strip() if row["amount"] else "no amount"
        yield row["instrument"], amount if by == "amount" else row[by] or UNKNOWN


CHARTS = {
    "timeline": Chart("Readouts a year", "year", "by", "readouts", "bars", ("country", "kind", "publisher"), _timeline),
    "formulas": Chart(
        "Formulas held", "by", "formula", "readouts", "squares", ("year", "holder", "year and holder"), _formulas
    ),
    "meetings": Chart("Who meets whom", "by", "met", "readouts", "squares", ("country", "person"), _meetings),
    "topics": Chart("What is spoken of", "by", "topic", "statements", "squares", ("side", "speaker"), _said("topics")),
    "acts": Chart("What is done with words", "by", "act", "statements", "squares", ("side", "speaker"), _said("acts")),
    "pledges": Chart(
        "Pledges", "instrument", "by", "pledges", "bars", ("actor", "recipient", "status", "amount"), _pledges
    ),
}
