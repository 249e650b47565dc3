"""The five promises: kept by the sample record, and each broken one named with record, field and span."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from diplomatic_readouts.check import (
    check_dataset,
    check_file,
    check_grounded,
    check_nothing_invented,
    check_nothing_lost,
    check_readout,
    check_same_bytes,
    check_whose_words,
)
from diplomatic_readouts.check.invented import known_states
from diplomatic_readouts.errors import BrokenPromise, UsageError
from diplomatic_readouts.records import Given, Mention, Publisher, Readout, Span, Stamp
from diplomatic_readouts.writing.arrow import arrow_table
from diplomatic_readouts.writing.dataset import write_dataset
from sample import (
    LEAD,
    NOTED,
    PAGE,
    READY,
    SAID,
    Page,
    edited,
    make_readout,
    make_readouts,
    with_statement,
    write_table,
)

READOUT = make_readout()
TEXT = Page(PAGE)
Check = Callable[[Readout], None]


def broken(check: Check, readout: Readout) -> BrokenPromise:
    """Return the promise that a record breaks."""
    with pytest.raises(BrokenPromise) as caught:
        check(readout)
    assert caught.value.record == readout.id
    return caught.value


def changed(part: Any, **changes: Any) -> Any:
    return part.model_copy(update=changes)


def statement(index: int) -> Any:
    return READOUT.statements[index - 1]


def test_the_sample_keeps_every_promise() -> None:
    """Invented people, but nothing invented by the record."""
    check_readout(READOUT)


def test_the_lexicon_of_countries_is_the_measure_of_codes() -> None:
    """All members of the United Nations, and no code that means none."""
    assert {"CHN", "PER", "USA"} <= known_states()
    assert not {"XXX", "ZZZ", "ALL"} & known_states()


# ------------------------------------------------------------------------------------------------------ 1. grounded


def test_a_span_whose_words_stand_elsewhere_is_found() -> None:
    """The city's offsets moved by one."""
    city = READOUT.event.city
    assert city is not None
    moved = changed(city, start=city.start + 1, end=city.end + 1)
    fault = broken(check_grounded, edited(READOUT, event=changed(READOUT.event, city=moved)))
    assert (fault.field, fault.span) == ("event.city", (moved.start, moved.end))
    assert "says 'Lima' where the text says 'ima '" in fault.message


@pytest.mark.parametrize(("start", "end"), [(-4, 4), (5, 5), (9, 5), (10**6, 10**6 + 4)])
def test_a_span_that_is_no_stretch_of_the_text_is_found(start: int, end: int) -> None:
    """Negative, empty, turned around, or beyond the end."""
    place = Span.model_construct(start=start, end=end, text=PAGE[start:end])
    fault = broken(check_grounded, edited(READOUT, event=changed(READOUT.event, venue=place)))
    assert fault.field == "event.venue"


def test_words_given_beside_the_text_have_no_place() -> None:
    """A title from an HTML head is right with neither start nor end, wrong with only one."""
    check_grounded(edited(READOUT, title=Given(start=None, end=None, text="From the head")))
    assert broken(check_grounded, edited(READOUT, title=Given(start=3, end=None, text="From"))).field == "title"


def test_an_annotation_outside_its_sentence_is_found() -> None:
    """A mention of Lima, exact, but in a sentence that does not name it."""
    stray = Mention(**TEXT.span("Lima").model_dump(), kind="place", value="PER")
    fault = broken(check_grounded, with_statement(READOUT, 2, mentions=(stray,)))
    assert fault.field == "statements[1].mentions[0]"
    assert "outside its statement" in fault.message


def test_pieces_of_content_are_in_the_order_of_the_text() -> None:
    """Turned around, they are found."""
    fault = broken(check_grounded, with_statement(READOUT, 4, content=statement(4).content[::-1]))
    assert fault.field == "statements[3].content[1]"


# -------------------------------------------------------------------------------------------------- 2. nothing lost


def test_a_gap_between_segments_is_found() -> None:
    """Each begins where the one before it ends."""
    segments = list(READOUT.segments)
    segments[2] = changed(segments[2], start=segments[2].start + 1)
    assert broken(check_nothing_lost, edited(READOUT, segments=tuple(segments))).field == "segments[2]"


def test_text_after_the_last_segment_is_found() -> None:
    """Joined, the segments are the text again."""
    fault = broken(check_nothing_lost, edited(READOUT, segments=READOUT.segments[:-1]))
    assert fault.field == "segments"


def test_a_sentence_that_is_no_statement_is_found() -> None:
    """The words that no statement holds are named."""
    fewer = [changed(s, index=n, id=f"{READOUT.id}/{n:03d}") for n, s in enumerate(READOUT.statements[:-1], start=1)]
    fault = broken(check_nothing_lost, edited(READOUT, statements=tuple(fewer)))
    assert fault.field == "segments[6]"
    assert "'The two sides agreed to keep in touch.' is in no statement" in fault.message


def test_a_statement_that_stops_short_is_found() -> None:
    """All words of the paragraph are in its statements."""
    cut = changed(statement(3), end=statement(3).end - 5, text=READY[:-5])
    fault = broken(
        check_nothing_lost, edited(READOUT, statements=(*READOUT.statements[:2], cut, *READOUT.statements[3:]))
    )
    assert "'Peru.' is in no statement" in fault.message


def test_marks_of_a_list_are_no_words() -> None:
    """A dash before a sentence need not be in its statement."""
    text = PAGE.replace(f"\n{LEAD}", f"\n-- {LEAD}")
    readout = make_readout(text)
    segments = tuple(
        changed(s, kind="paragraph") if text[s.start : s.end].startswith("-- ") else s for s in readout.segments
    )
    check_nothing_lost(edited(readout, segments=segments))


def test_overlapping_statements_are_found() -> None:
    """Every word of the body is in one statement only."""
    longer = changed(statement(2), end=statement(2).end + 5, text=f"{NOTED} {READY[:4]}")
    fault = broken(check_nothing_lost, edited(READOUT, statements=(statement(1), longer, *READOUT.statements[2:])))
    assert fault.field == "statements[2]"


def test_a_statement_in_the_headline_is_found() -> None:
    """Only paragraphs hold statements."""
    segments = tuple(changed(s, kind="caption") if s.kind == "paragraph" else s for s in READOUT.segments)
    assert broken(check_nothing_lost, edited(READOUT, segments=segments)).field == "statements[0]"


@pytest.mark.parametrize("paragraph", [1, 3])
def test_a_paragraph_has_one_number(paragraph: int) -> None:
    """Two sentences of one paragraph have the same, those of two paragraphs different ones that rise."""
    assert broken(check_nothing_lost, with_statement(READOUT, 3, paragraph=paragraph)).field.endswith("].paragraph")


def test_the_id_is_made_of_publisher_day_and_text() -> None:
    """An id that says another country, day or text is found."""
    for old, new in (("chn", "per"), ("2024-05-02", "2024-05-03"), (READOUT.id[-12:], "0" * 12)):
        assert broken(check_nothing_lost, edited(READOUT, id=READOUT.id.replace(old, new))).field == "id"


def test_statements_and_participants_are_counted_from_one() -> None:
    """No number is left out or used twice."""
    assert broken(check_nothing_lost, with_statement(READOUT, 2, index=3)).field == "statements[1]"
    assert broken(check_nothing_lost, with_statement(READOUT, 2, id=f"{READOUT.id}/2")).field == "statements[1]"
    people = (READOUT.participants[0], changed(READOUT.participants[1], id="p3"))
    assert broken(check_nothing_lost, edited(READOUT, participants=people)).field == "participants[1].id"


# ---------------------------------------------------------------------------------------------- 3. nothing invented


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "Ling Weiwei"),
        ("offices", ("President",)),
        ("organization", "Pacific Union"),
        ("country", "ZZZ"),
    ],
)
def test_what_the_page_does_not_say_of_a_person_is_found(field: str, value: Any) -> None:
    """A name, an office, an organization that are not printed; a code that is no state's."""
    people = (changed(READOUT.participants[0], **{field: value}), READOUT.participants[1])
    fault = broken(check_nothing_invented, edited(READOUT, participants=people))
    assert fault.field.startswith(f"participants[0].{field}")


def test_a_name_broken_over_two_lines_is_on_the_page() -> None:
    """White space is folded."""
    text = PAGE.replace("Third Pacific Forum", "Third Pacific\nForum").replace(
        "Minister Ling Wei met", "Minister\nLing  Wei met"
    )
    people = tuple(changed(p, mentions=()) for p in READOUT.participants)
    check_nothing_invented(edited(READOUT, text=text, participants=people))


def test_a_stamp_that_says_another_day_is_found() -> None:
    """The day's number and the year stand in the stamp's words."""
    published = READOUT.published
    assert published is not None
    for day in (datetime.date(2024, 5, 4), datetime.date(2023, 5, 3)):
        fault = broken(check_nothing_invented, edited(READOUT, published=changed(published, date=day)))
        assert fault.field == "published"


@pytest.mark.parametrize("words", ["20240503", "3 May 2024", "May 3rd", "03/05/24", "2024/05/03"])
def test_a_stamp_is_read_in_any_printed_form(words: str) -> None:
    """Compact, written out, without its year, with two digits of it."""
    stamp = Stamp(date=datetime.date(2024, 5, 3), time=None, span=Given(start=None, end=None, text=words))
    check_nothing_invented(edited(READOUT, published=stamp))


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("event.start", {"start": datetime.date(1024, 5, 2)}),
        ("event.start", {"start": datetime.date(2023, 5, 2)}),
        ("event.end", {"end": datetime.date(2024, 5, 1)}),
        ("event.country", {"country": "ZZZ"}),
    ],
)
def test_an_event_that_the_words_do_not_give_is_found(field: str, changes: dict[str, Any]) -> None:
    """A year that is not in its words, an end before the start, a country that is none."""
    event = changed(READOUT.event, **changes)
    assert broken(check_nothing_invented, edited(READOUT, event=event)).field == field


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (0, "2024-13-02"),
        (0, "2024-02-30"),
        (0, "May 2"),
        (1, "Tomás Fuentes"),
        (2, "LIM"),
    ],
)
def test_a_value_that_its_words_do_not_give_is_found(place: int, value: str) -> None:
    """No such day, a name that is not on the page, a code that is no state's."""
    mentions = list(statement(1).mentions)
    mentions[place] = changed(mentions[place], value=value)
    fault = broken(check_nothing_invented, with_statement(READOUT, 1, mentions=tuple(mentions)))
    assert fault.field == f"statements[0].mentions[{place}].value"
    assert fault.span == (statement(1).start, statement(1).end)


@pytest.mark.parametrize("value", ["1600000000 CNY", "1500000000", "1.5 billion CNY"])
def test_money_that_is_not_printed_is_found(value: str) -> None:
    """The digits are those of the text: "1.5 billion" is 1500000000."""
    mention = changed(statement(3).mentions[0], value=value)
    fault = broken(check_nothing_invented, with_statement(READOUT, 3, mentions=(mention,)))
    assert fault.field == "statements[2].mentions[0].value"


@pytest.mark.parametrize(
    ("field", "value"),
    [("actor", "ZZZ"), ("recipient", "ZZZ"), ("amount", "2500000000"), ("announced_by", "Xu"), ("currency", None)],
)
def test_a_pledge_that_is_not_printed_is_found(field: str, value: Any) -> None:
    """Its sides, its amount and who announced it come from the page."""
    pledge = changed(statement(3).pledges[0], **{field: value})
    fault = broken(check_nothing_invented, with_statement(READOUT, 3, pledges=(pledge,)))
    assert fault.field == f"statements[2].pledges[0].{field}"


def test_a_holder_is_a_state_a_bloc_or_all() -> None:
    """The word for all sides is known, a made-up short name is not."""
    formula = statement(2).formulas[0]
    check_nothing_invented(with_statement(READOUT, 2, formulas=(changed(formula, holder="ALL"),)))
    fault = broken(check_nothing_invented, with_statement(READOUT, 2, formulas=(changed(formula, holder="PU"),)))
    assert fault.field == "statements[1].formulas[0].holder"


def test_a_tier_is_printed_in_its_sentence() -> None:
    """A partnership's tier is as printed."""
    formula = changed(statement(2).formulas[0], tier="comprehensive strategic")
    fault = broken(check_nothing_invented, with_statement(READOUT, 2, formulas=(formula,)))
    assert fault.field == "statements[1].formulas[0].tier"


# --------------------------------------------------------------------------------------------------- 4. whose words


@pytest.mark.parametrize(
    ("index", "field", "changes"),
    [
        (2, "speaker", {"speaker": "p9"}),
        (2, "speaker", {"basis": "joint"}),
        (2, "speaker", {"basis": "narrator"}),
        (2, "speaker_name", {"speaker_name": "Wei"}),
        (2, "speaker_name", {"speaker": None}),
        (2, "speaker_country", {"speaker_country": "PER"}),
        (2, "speaker_organization", {"speaker_organization": "Pacific Forum"}),
        (2, "as_reported_by_other_side", {"as_reported_by_other_side": True}),
        (4, "as_reported_by_other_side", {"as_reported_by_other_side": False}),
        (5, "as_reported_by_other_side", {"as_reported_by_other_side": False}),
        (5, "speaker", {"basis": "named"}),
        (5, "speaker", {"speaker_country": "CHN"}),
        (5, "cue", {"basis": "narrator"}),
        (5, "acts", {"acts": ()}),
        (5, "acts", {"acts": ("agree", "agree")}),
        (5, "topics", {"topics": ("trade", "health", "energy", "rights")}),
    ],
)
def test_a_statement_that_does_not_fit_its_speaker_is_found(index: int, field: str, changes: dict[str, Any]) -> None:
    """Speaker, participants, basis, publisher and labels agree."""
    fault = broken(check_whose_words, with_statement(READOUT, index, **changes))
    assert fault.field == f"statements[{index - 1}].{field}"
    assert fault.span == (statement(index).start, statement(index).end)


def test_an_unknown_publisher_reports_no_other_side() -> None:
    """Where the account's owner is unknown, whose words they are stays null."""
    unknown = Publisher(name=None, country=None, basis="unknown", span=None)
    said = tuple(changed(s, as_reported_by_other_side=None) for s in READOUT.statements)
    check_whose_words(edited(READOUT, publisher=unknown, statements=said))
    assert broken(check_whose_words, edited(READOUT, publisher=unknown)).field.endswith("as_reported_by_other_side")


@pytest.mark.parametrize(
    "changes", [{"basis": "unknown"}, {"country": None}, {"country": None, "name": None, "basis": "stated"}]
)
def test_a_publisher_is_unknown_if_and_only_if_null(changes: dict[str, Any]) -> None:
    """The basis says whether the page tells, and null is never more than unknown."""
    fault = broken(check_whose_words, edited(READOUT, publisher=changed(READOUT.publisher, **changes)))
    assert fault.field == "publisher.basis"


# ------------------------------------------------------------------------------------------------ 5. the same bytes


@pytest.mark.parametrize(
    "changes",
    [{"kind": "chat"}, {"schema_version": 1}, {"participants": None}, {"text": PAGE + "\ud800"}, {"title": object()}],
)
def test_a_record_that_cannot_be_written_and_read_is_found(changes: dict[str, Any]) -> None:
    """No value of another type, no half of a surrogate pair."""
    broken(check_same_bytes, edited(READOUT, **changes))


def test_a_list_for_a_tuple_is_not_the_same_record() -> None:
    """What is read back equals what was written, types included."""
    broken(check_same_bytes, edited(READOUT, segments=list(READOUT.segments)))


# ------------------------------------------------------------------------------------------------ files and folders


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Return the built folder of three records."""
    folder = tmp_path / "dist"
    folder.mkdir()
    write_dataset(
        folder, make_readouts(3), "1.0.0", errors=[{"name": "x.txt", "stage": "source", "message": "m", "remedy": "r"}]
    )
    return folder


def problems(folder: Path) -> dict[str, str]:
    return {p.file: p.message for p in reversed(check_dataset(folder))}


def edit_line(path: Path, number: int, old: str, new: str) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    assert old in lines[number - 1]
    lines[number - 1] = lines[number - 1].replace(old, new, 1)
    path.write_bytes("\n".join(lines).encode("utf-8"))


def test_nothing_is_wrong_with_what_was_just_built(built: Path) -> None:
    """No problems, of the folder or of its records alone."""
    assert check_dataset(built) == []
    assert check_file(built / "jsonl/readouts.jsonl") == []


def test_a_changed_a_missing_and_a_strange_file_are_named(built: Path) -> None:
    """Against SHA256SUMS."""
    (built / "hf/README.md").write_text("another card")
    (built / "parquet/pledges.parquet").unlink()
    (built / "notes.txt").write_text("mine")
    found = problems(built)
    assert set(found) == {"hf/README.md", "parquet/pledges.parquet", "notes.txt"}
    assert "has been changed" in found["hf/README.md"]
    assert found["parquet/pledges.parquet"] == "is missing"
    assert found["notes.txt"] == "is not in SHA256SUMS"


def test_a_missing_list_of_checksums_is_named(built: Path) -> None:
    """Without it no file can be vouched for."""
    (built / "SHA256SUMS").unlink()
    assert "missing" in problems(built)["SHA256SUMS"]


def test_a_record_edited_by_hand_is_named_with_field_and_span(built: Path) -> None:
    """Someone makes the Peruvian minister's words the publisher's own."""
    path = built / "jsonl/readouts.jsonl"
    edit_line(path, 2, '"as_reported_by_other_side":true', '"as_reported_by_other_side":false')
    (problem,) = check_file(path)
    record = json.loads(path.read_text(encoding="utf-8").split("\n")[1])
    said = record["statements"][3]
    assert problem.record == record["id"]
    assert problem.field == "statements[3].as_reported_by_other_side"
    assert problem.span == (said["start"], said["end"])
    assert record["text"][said["start"] : said["end"]] == SAID
    assert re.search(rf"line 2: {record['id']}: statements\[3\]\.as_reported_by_other_side \[\d+, \d+\)", str(problem))


def test_an_edited_record_also_differs_from_the_tables_and_the_manifest(built: Path) -> None:
    """An edit that breaks no promise is seen in what was made from the records."""
    edit_line(built / "jsonl/readouts.jsonl", 1, '"kind":"meeting"', '"kind":"call"')
    found = problems(built)
    assert "kind: is 'meeting' where the record says 'call'" in found["parquet/readouts.parquet"]
    assert "content_sha256" in found["MANIFEST.json"]
    assert "has been changed" in found["jsonl/readouts.jsonl"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"kind":"meeting"', '"kind":"chat"', "kind"),
        ('"kind":"meeting",', "", "kind"),
        ('"start":0', '"start":"0"', "start"),
        ('{"id"', '{"note":1,"id"', "note"),
        ('{"id"', '{"id', "no JSON"),
        ('"language":"en"', '"language":"en\\n"', "source.language"),
        ('","schema_version"', '", "schema_version"', "canonical JSON"),
    ],
)
def test_a_line_that_is_no_record_is_named(old: str, new: str, told: str, built: Path) -> None:
    """The line and the field; the other lines are still checked."""
    path = built / "jsonl/readouts.jsonl"
    edit_line(path, 2, old, new)
    (problem,) = check_file(path)
    assert "line 2" in problem.message
    assert told in problem.message
    assert check_dataset(built)


def test_records_out_of_order_or_twice_are_named(built: Path) -> None:
    """Sorted by id, each once."""
    path = built / "jsonl/readouts.jsonl"
    first, second, third = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    path.write_bytes(f"{second}\n{first}\n{third}\n".encode())
    assert "stands after" in check_file(path)[0].message
    path.write_bytes(f"{first}\n{first}\n".encode())
    assert "has the id of another record" in check_file(path)[0].message


def test_a_table_with_other_rows_or_columns_is_named(built: Path) -> None:
    """Even where its checksum was made anew."""
    write_table(built / "parquet/formulas.parquet", arrow_table("formulas", make_readouts(2)))
    pq.write_table(pa.table({"a": [1]}), built / "parquet/pledges.parquet")
    (built / "parquet/mentions.parquet").write_bytes(b"PAR1")
    messages = [p.message for p in check_dataset(built)]
    assert "has 2 rows where the records give 3" in messages
    assert "has other columns or types than the schema" in messages
    assert any("cannot be read as Parquet" in m for m in messages)


def test_a_manifest_that_counts_wrongly_is_named(built: Path) -> None:
    """Counts, and how many lines errors.jsonl has."""
    path = built / "MANIFEST.json"
    found = json.loads(path.read_text())
    found["counts"]["readouts"], found["errors"] = 7, 0
    path.write_text(json.dumps(found))
    fields = {p.field for p in check_dataset(built) if p.file == "MANIFEST.json"}
    assert {"counts", "errors"} <= fields


def test_what_is_not_there_or_is_no_dataset_is_wrong_use(tmp_path: Path) -> None:
    """Not a problem of the data."""
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(UsageError):
            check_dataset(path)
    with pytest.raises(UsageError):
        check_file(tmp_path / "none.jsonl")
