"""Questions across readouts: composed accounts in, what a reader who has them all before him would answer."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pytest

from accounts import CHILE, GHANA, KENYA, ONE_CHINA, PERU, PERUVIAN, chinese, tables
from diplomatic_readouts import load_table
from diplomatic_readouts.errors import UsageError
from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import Tier
from diplomatic_readouts.parse import parse_readout
from diplomatic_readouts.questions import (
    all_silences,
    compare_accounts,
    find_pairs,
    first_and_last_seen,
    in_whose_account,
    pledge_sums,
    silences,
    wording_changes,
)
from diplomatic_readouts.questions.changes import tier_rank
from diplomatic_readouts.questions.rows import values_of


def columns(table: pa.Table, *names: str) -> list[Any]:
    """Return some columns of a table, a tuple a row; a single column as its values."""
    rows = table.select(list(names)).to_pylist()
    return [row[names[0]] if len(names) == 1 else tuple(row[name] for name in names) for row in rows]


def seeds(*names: str) -> Sequence[pa.Table]:
    """Return tables of the packaged dataset."""
    return [load_table(name) for name in names]


# ------------------------------------------------------------------------------------------------ in whose account


def test_the_seeds_tell_what_china_has_chile_and_ecuador_say() -> None:
    found = in_whose_account(*seeds("statements"))
    assert columns(found, "publisher_country", "side", "readouts", "statements") == [
        ("CHN", "CHL", 1, 7),
        ("CHN", "ECU", 1, 6),
    ]


def test_each_publishers_account_of_the_other_side_is_a_row_of_its_own() -> None:
    t = tables(
        chinese(PERU, "March 3, 2021", other="Peru will open its market."),
        parse_readout(PERUVIAN.format(day="March 3, 2021", peru="")),
    )
    found = in_whose_account(t["statements"])
    assert columns(found, "publisher_country", "side", "statements", "first_day") == [
        ("CHN", "PER", 2, datetime.date(2021, 3, 3)),
        ("PER", "CHN", 1, datetime.date(2021, 3, 3)),
    ]
    assert columns(found, "topics")[1] == ["environment"]


# ---------------------------------------------------------------------------------------- first seen, and changed


def test_a_formula_is_first_and_last_seen_by_holder_and_account() -> None:
    t = tables(
        chinese(PERU, "March 3, 2021", other="Peru adheres to the one-China principle."),
        chinese(PERU, "May 7, 2019", other="Peru adheres to the one-China policy."),
        chinese(PERU, "June 9, 2023", other="Peru firmly adheres to the one-China principle."),
        chinese(CHILE, "June 9, 2023", other="Chile adheres to the one-China principle."),
    )
    rows = first_and_last_seen(t["formulas"]).to_pylist()
    told = {(r["formula"], r["holder"]): (r["readouts"], str(r["first_day"]), str(r["last_day"])) for r in rows}
    assert told["one_china_principle", "PER"] == (2, "2021-03-03", "2023-06-09")
    assert told["one_china_policy", "PER"] == (1, "2019-05-07", "2019-05-07")
    assert told["one_china_principle", "CHL"] == (1, "2023-06-09", "2023-06-09")


def test_a_formula_without_a_day_is_counted_and_has_none() -> None:
    table = tables(chinese(PERU, "March 3, 2021", other="Peru adheres to the one-China principle."))["formulas"]
    nothing = pa.nulls(table.num_rows, pa.date32())
    for name in ("event_start", "published"):
        table = table.set_column(table.column_names.index(name), name, nothing)
    row = first_and_last_seen(table).to_pylist()[0]
    assert (row["times"], row["first_day"], row["last_readout"]) == (1, None, None)


def test_principle_for_policy_is_a_change() -> None:
    t = tables(
        chinese(PERU, "May 7, 2019", other="Peru adheres to the one-China policy."),
        chinese(PERU, "March 3, 2021", other="Peru adheres to the one-China principle."),
        chinese(PERU, "June 9, 2023", other="Peru firmly adheres to the one-China principle."),
        chinese(CHILE, "June 9, 2023", other="Chile adheres to the one-China policy."),
    )
    found = wording_changes(t["formulas"], t["readouts"])
    assert columns(found, "what", "holder", "publisher_country", "change") == [
        ("one_china", "PER", "CHN", "to principle"),
    ]
    assert columns(found, "before_text", "text", "day") == [
        ("one-China policy", "one-China principle", datetime.date(2021, 3, 3)),
    ]


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("strategic partnership", "comprehensive strategic partnership", ["up"]),
        ("comprehensive strategic partnership", "comprehensive strategic partners", []),
        ("all-weather strategic cooperative partnership", "comprehensive strategic partnership", ["down"]),
        ("strategic partnership", "enhanced strategic partnership", ["other"]),
    ],
)
def test_a_partnership_goes_up_or_down(before: str, after: str, change: list[str]) -> None:
    words = "China and Peru are bound by a {}."
    t = tables(
        chinese(PERU, "May 7, 2019", china=words.format(before)),
        chinese(CHILE, "March 3, 2020", china="China and Chile are bound by a comprehensive cooperative partnership."),
        chinese(PERU, "March 3, 2021", china=words.format(after)),
    )
    found = wording_changes(t["formulas"], t["readouts"])
    assert columns(found, "change") == change
    assert columns(found, "counterpart_country") == ["PER"] * len(change)


TIERS = read_lexicon("partnership_tiers", Tier)


@pytest.mark.parametrize("tier", TIERS, ids=lambda tier: tier.example)
def test_a_tier_ranks_its_example_and_not_its_counterexample(tier: Tier) -> None:
    assert tier_rank(tier.example) == tier.rank
    assert tier.counterexample is None or tier_rank(tier.counterexample) != tier.rank


def test_words_that_name_no_partnership_have_no_rank() -> None:
    assert tier_rank("comprehensive strategic dialogue") is None


# --------------------------------------------------------------------------------------------------------- silence


def test_a_readout_is_silent_on_what_the_others_carry() -> None:
    silent = chinese(PERU, "June 9, 2021", other="Peru will send more blueberries.")
    others = [
        chinese(whom, day, other=ONE_CHINA.format(whom["state"]))
        for whom, day in ((CHILE, "March 3, 2021"), (KENYA, "May 7, 2021"), (GHANA, "August 2, 2021"))
    ]
    t = tables(silent, *others)
    found = silences(silent.id, t["readouts"], t["statements"], t["formulas"])
    assert ("formula", "one_china_principle", 3, 3, 1.0) in columns(found, "what", "id", "carried_by", "of", "share")
    assert ("topic", "taiwan") in columns(found, "what", "id")
    assert "trade" not in columns(found, "id")  # which it carries itself


def test_a_readout_is_compared_with_others_of_its_time_only() -> None:
    silent = chinese(PERU, "June 9, 2021")
    others = [
        chinese(whom, day, other=ONE_CHINA.format(whom["state"]))
        for whom, day in ((CHILE, "March 3, 2011"), (KENYA, "May 7, 2021"), (GHANA, "August 2, 2021"))
    ]
    t = tables(silent, *others)
    assert silences(silent.id, t["readouts"], t["statements"], t["formulas"]).num_rows == 0
    assert silences(silent.id, t["readouts"], t["statements"], t["formulas"], fewest=2).num_rows > 0


def test_the_silences_of_all_readouts_are_those_of_each() -> None:
    others = [
        chinese(whom, day, other=other)
        for whom, day, other in (
            (PERU, "June 9, 2021", ""),
            (PERU, "June 19, 2021", ONE_CHINA.format("Peru")),
            (CHILE, "March 3, 2021", ONE_CHINA.format("Chile")),
            (KENYA, "May 7, 2021", ONE_CHINA.format("Kenya")),
            (GHANA, "August 2, 2021", "Ghana will fight climate change."),
            (GHANA, "August 2, 2012", ""),
        )
    ]
    t = tables(*others, parse_readout(PERUVIAN.format(day="March 3, 2021", peru="")))
    three = t["readouts"], t["statements"], t["formulas"]
    told = ("what", "id", "carried_by", "of")
    each = [
        (r, *row) for r in sorted(columns(t["readouts"], "readout_id")) for row in columns(silences(r, *three), *told)
    ]
    assert columns(all_silences(*three), "readout_id", *told) == each
    assert len({row[0] for row in each}) > 1


def test_a_readout_that_is_not_there_cannot_be_silent() -> None:
    t = tables(chinese(PERU, "June 9, 2021"))
    with pytest.raises(UsageError, match="no readout xyz"):
        silences("xyz", t["readouts"], t["statements"], t["formulas"])


# ---------------------------------------------------------------------------------------- two accounts of a meeting


def test_two_accounts_of_one_meeting_are_found_and_compared() -> None:
    own = chinese(PERU, "March 3, 2021", china="China will support the fight against climate change.")
    other = parse_readout(PERUVIAN.format(day="March 2, 2021", peru=""))
    elsewhere = chinese(CHILE, "March 3, 2021")
    t = tables(own, other, elsewhere)
    found = find_pairs(t["readouts"], t["participants"])
    assert columns(found, "one", "other", "same_place") == [(other.id, own.id, True)]
    assert set(columns(found, "participants")[0]) == {"Lin Tao", "Marta Quiroga"}
    shared = compare_accounts(other.id, own.id, t["statements"], t["formulas"])
    told = dict(columns(shared, "id", "carried_by"))
    assert (told["environment"], told["investment_finance"], told["trade"]) == ("both", "one", "other")


@pytest.mark.parametrize(
    "words",
    [
        {"day": "March 9, 2021", "peru": ""},
        {"day": "March 3, 2021", "peru": "", "in Lima": "in Cusco"},
        {"day": "March 3, 2021", "peru": "", "Lin Tao": "Wu Kang"},
    ],
    ids=["another day", "another city", "another person"],
)
def test_accounts_that_differ_in_day_place_or_person_are_no_pair(words: dict[str, str]) -> None:
    text = PERUVIAN.format(day=words.pop("day"), peru=words.pop("peru"))
    for old, new in words.items():
        text = text.replace(old, new)
    t = tables(chinese(PERU, "March 3, 2021"), parse_readout(text))
    assert find_pairs(t["readouts"], t["participants"]).num_rows == 0


# --------------------------------------------------------------------------------------------------------- pledges


def pledge(day: str, amount: str | None, status: str, **other: str) -> dict[str, Any]:
    """Return the columns of a pledge that sums are made of."""
    row = {"actor": "CHN", "recipient": "PER", "currency": "CNY" if amount else None, "instrument": "grant", **other}
    return row | {
        "readout_id": f"chn-{day}",
        "start": 0,
        "amount": amount,
        "status": status,
        "event_start": datetime.date.fromisoformat(day),
        "published": None,
    }


@pytest.mark.parametrize(
    ("pledges", "amount", "count"),
    [
        ([("2019-05-07", "66000000000", "new"), ("2021-03-03", "66000000000", "restated")], "66000000000", 1),
        ([("2021-03-03", "66000000000", "restated"), ("2022-03-03", "66000000000", "restated")], "66000000000", 1),
        ([("2019-05-07", "1000000", "new"), ("2021-03-03", "1000000", "new")], "2000000", 2),
        ([("2019-05-07", "1000000", "new"), ("2019-05-07", "1000000.0", "new")], "1000000", 1),
        ([("2019-05-07", "1000000", "delivered"), ("2018-05-07", "1000000", "new")], "1000000", 1),
        ([("2019-05-07", "0.5", "new"), ("2020-05-07", "0.25", "new")], "0.75", 2),
    ],
)  # fmt: skip
def test_no_pledge_is_summed_twice(pledges: list[tuple[str, str, str]], amount: str, count: int) -> None:
    table = pa.Table.from_pylist([pledge(*each) for each in pledges])
    assert columns(pledge_sums(table), "amount", "pledges") == [(amount, count)]


def test_pledges_in_two_currencies_or_to_two_sides_are_never_added() -> None:
    rows = [
        pledge("2019-05-07", "10", "new"),
        pledge("2019-05-07", "20", "new", currency="USD"),
        pledge("2019-05-07", "40", "new", recipient="CHL"),
        pledge("2019-05-07", None, "new"),
    ]
    found = pledge_sums(pa.Table.from_pylist(rows))
    assert columns(found, "recipient", "currency", "amount") == [
        ("CHL", "CNY", "40"), ("PER", "CNY", "10"), ("PER", "USD", "20"), ("PER", None, None),
    ]  # fmt: skip


def test_the_seeds_restate_one_credit_line() -> None:
    rows = pledge_sums(*seeds("pledges")).to_pylist()
    told = [(r["actor"], r["recipient"], r["amount"], r["restated"]) for r in rows if r["currency"] == "CNY"]
    assert told == [("CHN", "LAC", "66000000000", 1)]


def test_values_are_read_as_arrow_reads_them() -> None:
    days, labels = (
        [datetime.date(2021, 3, 3), None] * 2,
        pa.array(["trade", None, "trade", "peace"]).dictionary_encode(),
    )
    lists = pa.ListArray.from_arrays(pa.array([0, 2, None, 3, 4], pa.int32()), labels)
    for values in (pa.array(days), labels, lists, pa.array([1, None, 2, 3]), pa.array([[1], None, [], [None]])):
        for column in (pa.chunked_array([values, values[1:3]]), pa.chunked_array([], type=values.type)):
            assert values_of(column) == column.to_pylist()


def test_a_table_of_another_kind_is_refused_by_the_name_of_its_column() -> None:
    with pytest.raises(UsageError, match="no column 'acts'"):
        in_whose_account(load_table("formulas"))
