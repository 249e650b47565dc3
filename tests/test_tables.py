"""The flat tables: what a row holds, under which names, and that the models are their only source."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from diplomatic_readouts.errors import UsageError
from diplomatic_readouts.records import Formula, Statement
from diplomatic_readouts.tables import TABLES, Row, read_rows, split_optional
from sample import AGREED, NOTED, READY, TITLE, make_readout, make_readouts


def rows(name: str) -> list[Row]:
    return read_rows(name, [make_readout()])


def leaves(value: Any) -> list[Any]:
    """Return every string, number and date in a value."""
    if isinstance(value, dict):
        return [leaf for item in value.values() for leaf in leaves(item)]
    if isinstance(value, list | tuple):
        return [leaf for item in value for leaf in leaves(item)]
    return [] if value is None else [value]


def test_there_are_six_tables() -> None:
    """Readouts, participants, statements, formulas, mentions, pledges."""
    assert list(TABLES) == ["readouts", "participants", "statements", "formulas", "mentions", "pledges"]


@pytest.mark.parametrize("name", TABLES)
def test_every_row_says_of_which_readout_it_is(name: str) -> None:
    """The readout's id stands first in every row of every table."""
    assert rows(name)
    assert all(next(iter(row.items())) == ("readout_id", make_readout().id) for row in rows(name))


def test_a_place_in_the_text_gives_its_words_and_its_offsets() -> None:
    """The title's words are ``title``; where they stand is ``title_start`` and ``title_end``."""
    (row,) = rows("readouts")
    assert row["title"] == TITLE
    assert row["text"][row["title_start"] : row["title_end"]] == TITLE


def test_a_stamp_gives_its_date_under_its_own_name() -> None:
    """``published`` is a date; the time and the words stand beside it."""
    (row,) = rows("readouts")
    assert row["published"] == datetime.date(2024, 5, 3)
    assert (row["published_time"], row["published_span"]) == ("18:20", "2024-05-03 18:20")


def test_what_is_not_there_is_null_in_all_its_columns() -> None:
    """A page with no "Updated:" stamp has null for its date, time and words."""
    (row,) = rows("readouts")
    assert {row[c] for c in row if c.startswith("updated")} == {None}


def test_a_statement_needs_no_join() -> None:
    """Who said what, when, in whose account: all in one row."""
    row = rows("statements")[3]
    assert (row["speaker_name"], row["speaker_country"], row["as_reported_by_other_side"]) == (
        "Tomás Arrieta",
        "PER",
        True,
    )
    assert (row["event_start"], row["published"]) == (datetime.date(2024, 5, 2), datetime.date(2024, 5, 3))
    assert (row["kind"], row["publisher_country"], row["counterpart_countries"]) == ("meeting", "CHN", ["PER"])


def test_a_cue_is_the_verb_as_printed_with_its_lemma() -> None:
    """The cue's words are ``cue``, its dictionary form ``cue_lemma``."""
    row = rows("statements")[1]
    assert (row["cue"], row["cue_lemma"], row["text"]) == ("noted", "note", NOTED)


def test_a_formula_row_tells_whose_sentence_it_is_in() -> None:
    """Holder, speaker and publisher stand in one row."""
    (row,) = rows("formulas")
    assert (row["id"], row["holder"], row["text"]) == ("one_china_principle", "PER", "one-China principle")
    assert (row["speaker_name"], row["basis"], row["publisher_country"]) == ("Ling Wei", "named", "CHN")
    assert row["statement_id"] == make_readout().statements[1].id
    assert row["statement_index"] == 2


def test_the_kind_of_a_mention_is_its_own() -> None:
    """In ``mentions``, ``kind`` is what is mentioned, not what the readout reports."""
    assert [row["kind"] for row in rows("mentions")] == ["date", "person", "place", "country", "money"]


def test_lists_stay_lists_in_the_order_of_the_text() -> None:
    """Acts and pieces of content are lists in the row."""
    row = rows("statements")[3]
    assert row["acts"] == ["expect", "assert"]
    assert [piece["text"] for piece in row["content"]] == ["Peru hopes for closer ties", "trade has grown 🌊"]


def test_a_list_that_is_a_table_is_not_in_its_parent() -> None:
    """Formulas, mentions and pledges are no columns of statements, nor statements of readouts."""
    assert not {"formulas", "mentions", "pledges"} & rows("statements")[0].keys()
    assert not {"statements", "participants"} & rows("readouts")[0].keys()


def test_rows_follow_the_readouts_and_the_text() -> None:
    """The rows of the first readout come first, each in the order of its text."""
    readouts = make_readouts(2)
    found = read_rows("statements", readouts)
    assert [r["readout_id"] for r in found] == [r.id for r in readouts for _ in r.statements]
    assert [r["index"] for r in found] == [1, 2, 3, 4, 5] * 2
    assert (found[2]["text"], found[9]["text"]) == (READY, AGREED)


def test_the_tables_together_hold_all_that_the_record_holds() -> None:
    """Every value of a record is a value of some row."""
    held = {repr(leaf) for name in TABLES for leaf in leaves(rows(name))}
    assert {repr(leaf) for leaf in leaves(make_readout().model_dump())} <= held


@pytest.mark.parametrize("name", TABLES)
def test_a_row_is_valid_for_its_model(name: str) -> None:
    """The row model, made from the records' models, takes the rows as they are."""
    for row in rows(name):
        TABLES[name].row.model_validate(row, strict=False)


def test_a_column_has_the_description_and_limits_of_the_models_field() -> None:
    """Nothing about a column is written a second time."""
    row = TABLES["formulas"].row.model_fields
    assert row["holder"].description == Formula.model_fields["holder"].description
    assert row["statement_index"].metadata == Statement.model_fields["index"].metadata


def test_a_column_may_be_null_if_what_it_is_part_of_may_be() -> None:
    """A cue's start is a number, but a statement may have no cue."""
    assert split_optional(TABLES["statements"].row.model_fields["cue_start"].annotation) == (int, True)
    assert split_optional(TABLES["statements"].row.model_fields["start"].annotation) == (int, False)


def test_a_type_of_two_kinds_is_no_column() -> None:
    """A union of two types would need two columns."""
    with pytest.raises(TypeError, match="more than one type"):
        split_optional(int | str)


def test_an_unknown_table_is_refused_with_the_names_there_are() -> None:
    """The error lists the tables."""
    with pytest.raises(UsageError, match=r"no table 'people'.*readouts, participants"):
        read_rows("people", [])
