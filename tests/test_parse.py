"""From a page to its record: the whole way, and the reviewed records of the source pages.

A record under review is a text in tests/records; ``READOUTS_WRITE_RECORDS=1 pytest tests/test_parse.py`` writes them
anew from what the reader makes now, to be read before they are kept.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from diplomatic_readouts.check import check_readout
from diplomatic_readouts.parse import parse_readout, read_file
from diplomatic_readouts.records import Event, Mention, Pledge, Readout, Stamp, Statement
from marked import OPENING, assert_formulas, assert_pledges, check_same

ROOT = Path(__file__).resolve().parents[1]
RECORDS = ROOT / "tests" / "records"
PAGES = sorted((ROOT / "seeds").glob("*.txt"))
WRITE = "READOUTS_WRITE_RECORDS"

PAGE = OPENING + (
    "Lin Tao said that trade is growing. The two sides should build more ports.\n\n"
    "Marta Quiroga thanked China. Peru firmly adheres to the one-China principle.\n\n"
    "The two sides agreed to meet again in Lima.\n\n<Suggest to a friend>\n"
)

# ------------------------------------------------------------------------------------------------ an account of it


def account(readout: Readout) -> str:
    """Return a record as a text that a person can check against the page."""
    lines = [*_head(readout), "", "participants"]
    for p in readout.participants:
        offices = "; ".join(p.offices) or "no office"
        whose = p.organization or p.country or "?"
        lines.append(f"  {p.id} {p.name} | {whose} | {p.role} | {offices} | named {len(p.mentions)} times")
    lines += ["", "segments"]
    lines += [f"  {s.kind}: {_line(readout.text[s.start : s.end])}" for s in readout.segments if s.kind not in _BODY]
    for statement in readout.statements:
        lines += ["", *_statement(statement)]
    return "\n".join(lines) + "\n"


_BODY = ("paragraph", "blank")


def _line(words: str) -> str:
    return " ".join(words.split(" ")).replace("\n", " / ").replace("\xa0", "~")


def _head(readout: Readout) -> Iterator[str]:
    publisher = readout.publisher
    told = f" by {_line(publisher.span.text)!r}" if publisher.span else ""
    yield f"id         {readout.id}"
    yield f"page       {readout.source.name}, {readout.source.layout}"
    yield f"title      {_line(readout.title.text) if readout.title else '-'}"
    yield f"kind       {readout.kind}"
    yield f"publisher  {publisher.country or '-'}, {publisher.basis}{told}, name {publisher.name or '-'}"
    yield f"published  {_stamp(readout.published)}"
    yield f"updated    {_stamp(readout.updated)}"
    yield from _event(readout.event)


def _stamp(stamp: Stamp | None) -> str:
    return f"{stamp.date} {stamp.time or ''}".rstrip() if stamp else "-"


def _event(event: Event) -> Iterator[str]:
    days = "/".join(str(day) for day in (event.start, event.end) if day)
    yield f"event      {days or '-'}{', local time' if event.local_time else ''}"
    for field in ("occasion", "venue", "city"):
        span = getattr(event, field)
        yield f"{field:11}{_line(span.text) if span else '-'}"
    yield f"country    {event.country or '-'}"


def _statement(s: Statement) -> Iterator[str]:
    speaker = s.speaker_name or "-"
    item = f", item {s.item}" if s.item else ""
    cue = f", cue {s.cue.text!r}" if s.cue else ""
    other = {True: ", reported by the other side", False: "", None: ""}[s.as_reported_by_other_side]
    yield f"{s.index} (paragraph {s.paragraph}{item}) {speaker} | {s.speaker_country or '-'} | {s.basis}{cue}{other}"
    yield f"  {_line(s.text)}"
    if [c.text for c in s.content] != [s.text]:
        yield f"  content      {' … '.join(_line(c.text) for c in s.content) or '-'}"
    yield f"  acts         {', '.join(s.acts)}"
    yield f"  topics       {', '.join(s.topics) or '-'}"
    for f in s.formulas:
        yield f"  formula      {f.id} | {f.holder or '-'} | {_line(f.text)}{f' | tier {f.tier}' if f.tier else ''}"
    yield from (_mention(m) for m in s.mentions)
    yield from (_pledge(p) for p in s.pledges)


def _mention(m: Mention) -> str:
    value = "" if m.value == m.text else f" = {m.value or '-'}"
    return f"  {m.kind:13}{_line(m.text)}{value}"


def _pledge(p: Pledge) -> str:
    money = f"{p.amount} {p.currency}" if p.amount else "-"
    checkable = "specific" if p.specific else "unspecific"
    announced = f", announced by {p.announced_by}" if p.announced_by else ""
    whom = f"{p.actor or '-'} to {p.recipient or '-'}"
    return f"  pledge       {whom} | {p.instrument} | {checkable} | {money} | {p.status}{announced} | {_line(p.text)}"


# ----------------------------------------------------------------------------------------------- reviewed records


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_record_of_a_source_page_is_as_reviewed(page: Path) -> None:
    reviewed = RECORDS / page.name
    found = account(read_file(page))
    if os.environ.get(WRITE):
        RECORDS.mkdir(exist_ok=True)
        reviewed.write_text(found, encoding="utf-8")
    check_same(found, reviewed.read_text(encoding="utf-8"))


def test_every_reviewed_record_has_its_source_page() -> None:
    assert [p.name for p in sorted(RECORDS.glob("*.txt"))] == [p.name for p in PAGES]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_record_of_a_source_page_keeps_the_five_promises(page: Path) -> None:
    check_readout(read_file(page))


# -------------------------------------------------------------------------------------------------- the whole way


def test_a_page_becomes_a_record_that_keeps_the_five_promises() -> None:
    check_readout(parse_readout(PAGE))


def test_every_sentence_of_the_body_is_one_statement() -> None:
    texts = [s.text for s in parse_readout(PAGE).statements]
    assert texts[1:] == [
        "Lin Tao said that trade is growing.",
        "The two sides should build more ports.",
        "Marta Quiroga thanked China.",
        "Peru firmly adheres to the one-China principle.",
        "The two sides agreed to meet again in Lima.",
    ]


def test_words_of_the_other_side_are_marked_as_reported() -> None:
    reported = [s.as_reported_by_other_side for s in parse_readout(PAGE).statements]
    assert reported == [None, False, False, True, True, None]


def test_statements_are_numbered_within_the_record() -> None:
    readout = parse_readout(PAGE)
    assert [s.id for s in readout.statements][:2] == [f"{readout.id}/001", f"{readout.id}/002"]


def test_the_id_says_publisher_and_day() -> None:
    assert parse_readout(PAGE).id.startswith("chn-2024-06-03-")


def test_a_page_whose_publisher_and_day_are_unknown_has_an_id_that_says_so() -> None:
    text = (
        "Talks in Geneva\n\nForeign Minister Lin Tao met with Foreign Minister Sato Jun in Geneva.\n\nLin Tao said that "
        "the sea is wide.\n"
    )
    assert parse_readout(text).id.startswith("xxx-undated-")


def test_a_page_read_from_a_file_is_the_page_read_from_its_text(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(PAGE.replace("\n", "\r\n").encode("utf-8-sig"))
    from_file, from_text = read_file(path), parse_readout(PAGE, "page.txt")
    assert from_file.statements == from_text.statements
    assert from_file.text == from_text.text


def test_the_same_page_gives_the_same_record() -> None:
    assert parse_readout(PAGE) == parse_readout(PAGE)


def test_the_formula_and_its_holder_are_in_the_record() -> None:
    assert parse_readout(PAGE).holders("one_china_principle") == ("PER",)


def test_formulas_are_shown_with_their_holders() -> None:
    assert_formulas(
        "Marta Quiroga said that Peru firmly adheres to the ⟦one_china_principle PER:one-China principle⟧ and opposes "
        "⟦anti_unilateralism PER:protectionism⟧."
    )


def test_a_pledge_is_shown_with_giver_and_receiver() -> None:
    assert_pledges(
        "Lin Tao said that China will ⟦loan CHN to PER, new:provide Peru with a loan of RMB 2 billion yuan⟧."
    )


def test_a_pledge_announced_before_is_restated() -> None:
    assert_pledges(
        "Lin Tao said that China will ⟦credit_line CHN to PER, restated:implement the credit line that was announced by "
        "President Kuang Shouren for Peru⟧."
    )


def test_a_readiness_to_work_together_is_no_pledge() -> None:
    assert_pledges("Lin Tao said that China is ready to enhance cooperation with Peru.")
