"""Readouts made by hand for the tests: a page of invented people whose record a reader can verify by eye."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from diplomatic_readouts.records import (
    SCHEMA_VERSION,
    Cue,
    Event,
    Formula,
    Given,
    Mention,
    Participant,
    Pledge,
    Publisher,
    Readout,
    Segment,
    Source,
    Span,
    Stamp,
    Statement,
)
from diplomatic_readouts.writing.parquet import TableWriter

TITLE = "Ling Wei Meets with Foreign Minister Tomás Arrieta of Peru"
STAMP = "2024-05-03 18:20"
LEAD = (
    "On May 2, 2024 local time, Foreign Minister Ling Wei met with Peruvian Foreign Minister Tomás Arrieta in Lima "
    "on the sidelines of the Third Pacific Forum."
)
NOTED = "Ling Wei noted that China appreciates that Peru firmly adheres to the one-China principle."
READY = "China will implement the RMB 1.5 billion credit line announced by Ling Wei for Peru."
SAID = "“Peru hopes for closer ties”, said Tomás Arrieta, adding that trade has grown 🌊."
AGREED = "The two sides agreed to keep in touch."
PAGE = f"Home > China News\n{TITLE}\n({STAMP})\n{LEAD}\n{NOTED} {READY}\n{SAID}\n{AGREED}\n"


class Page:
    """A text in which spans are found by their words."""

    def __init__(self, text: str) -> None:
        self.text = text

    def place(self, words: str, after: str = "") -> tuple[int, int]:
        """Return where words stand; ``after`` gives the words behind which to look."""
        start = self.text.index(words, self.text.index(after) if after else 0)
        return start, start + len(words)

    def span(self, words: str, after: str = "") -> Span:
        start, end = self.place(words, after)
        return Span(start=start, end=end, text=words)

    def given(self, words: str) -> Given:
        start, end = self.place(words)
        return Given(start=start, end=end, text=words)


def make_readout(text: str = PAGE, name: str = "001.txt") -> Readout:
    """Return the record of the sample page; other words may stand around those that it points at."""
    page = Page(text)
    readout_id = f"chn-2024-05-02-{hashlib.sha256(text.encode()).hexdigest()[:12]}"
    return Readout(
        id=readout_id,
        schema_version=SCHEMA_VERSION,
        source=Source(
            name=name,
            url=None,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            format="text",
            language="en",
            layout="breadcrumb",
        ),
        text=text,
        title=page.given(TITLE),
        kind="meeting",
        publisher=Publisher(name=None, country="CHN", basis="inferred", span=page.span("China News")),
        published=Stamp(date=datetime.date(2024, 5, 3), time="18:20", span=page.given(STAMP)),
        updated=None,
        event=Event(
            start=datetime.date(2024, 5, 2),
            end=None,
            date_span=page.span("May 2, 2024"),
            local_time=True,
            occasion=page.span("Third Pacific Forum"),
            venue=None,
            city=page.span("Lima"),
            country="PER",
        ),
        participants=_participants(page),
        statements=_statements(page, readout_id),
        segments=_segments(page),
    )


def _participants(page: Page) -> tuple[Participant, ...]:
    return (
        Participant(
            id="p1",
            name="Ling Wei",
            country="CHN",
            organization=None,
            offices=("Foreign Minister",),
            role="principal",
            mentions=(page.span("Ling Wei"), page.span("Ling Wei", after=LEAD), page.span("Ling Wei", after=NOTED)),
        ),
        Participant(
            id="p2",
            name="Tomás Arrieta",
            country="PER",
            organization=None,
            offices=("Foreign Minister",),
            role="counterpart",
            mentions=(page.span("Tomás Arrieta"), page.span("Tomás Arrieta", after=LEAD)),
        ),
    )


def _sentence(page: Page, readout_id: str, index: int, words: str, **given: object) -> Statement:
    start, end = page.place(words)
    values: dict[str, object] = {
        "start": start,
        "end": end,
        "text": words,
        "id": f"{readout_id}/{index:03d}",
        "index": index,
        "paragraph": index,
        "item": None,
        "speaker": None,
        "speaker_name": None,
        "speaker_country": None,
        "speaker_organization": None,
        "cue": None,
        "content": (),
        "as_reported_by_other_side": None,
        "acts": ("assert",),
        "topics": (),
        "formulas": (),
        "mentions": (),
        "pledges": (),
    }
    return Statement.model_validate(values | given)


def _by(person: str, name: str, country: str) -> dict[str, object]:
    return {
        "speaker": person,
        "speaker_name": name,
        "speaker_country": country,
        "as_reported_by_other_side": country != "CHN",
    }


def _cue(page: Page, words: str, lemma: str, after: str) -> Cue:
    return Cue(**page.span(words, after).model_dump(), lemma=lemma)


def _statements(page: Page, readout_id: str) -> tuple[Statement, ...]:
    wei, tomas = _by("p1", "Ling Wei", "CHN"), _by("p2", "Tomás Arrieta", "PER")
    principle = page.span("one-China principle")
    credit = page.span("implement the RMB 1.5 billion credit line announced by Ling Wei for Peru")
    return (
        _sentence(
            page,
            readout_id,
            1,
            LEAD,
            basis="narrator",
            acts=("narrate",),
            mentions=(
                Mention(**page.span("May 2, 2024").model_dump(), kind="date", value="2024-05-02"),
                Mention(**page.span("Tomás Arrieta", after=LEAD).model_dump(), kind="person", value="Tomás Arrieta"),
                Mention(**page.span("Lima").model_dump(), kind="place", value="PER"),
            ),
        ),
        _sentence(
            page,
            readout_id,
            2,
            NOTED,
            **wei,
            basis="named",
            cue=_cue(page, "noted", "note", NOTED),
            content=(page.span(NOTED[20:]),),
            acts=("evaluate",),
            topics=("taiwan", "bilateral_ties"),
            formulas=(Formula(**principle.model_dump(), id="one_china_principle", holder="PER", tier=None),),
            mentions=(Mention(**page.span("Peru", after=NOTED).model_dump(), kind="country", value="PER"),),
        ),
        _sentence(
            page,
            readout_id,
            3,
            READY,
            **wei,
            paragraph=2,
            basis="continued",
            content=(page.span(READY),),
            acts=("commit",),
            topics=("investment_finance",),
            mentions=(Mention(**page.span("RMB 1.5 billion").model_dump(), kind="money", value="1500000000 CNY"),),
            pledges=(
                Pledge(
                    **credit.model_dump(),
                    actor="CHN",
                    recipient="PER",
                    instrument="credit_line",
                    specific=True,
                    amount="1500000000",
                    currency="CNY",
                    status="restated",
                    announced_by="Ling Wei",
                ),
            ),
        ),
        _sentence(
            page,
            readout_id,
            4,
            SAID,
            **tomas,
            paragraph=3,
            basis="named",
            cue=_cue(page, "said", "say", SAID),
            content=(page.span("Peru hopes for closer ties"), page.span("trade has grown 🌊")),
            acts=("expect", "assert"),
            topics=("bilateral_ties", "trade"),
        ),
        _sentence(
            page,
            readout_id,
            5,
            AGREED,
            paragraph=4,
            basis="joint",
            cue=_cue(page, "agreed", "agree", AGREED),
            content=(page.span("to keep in touch"),),
            acts=("agree",),
            topics=("bilateral_ties",),
        ),
    )


def _segments(page: Page) -> tuple[Segment, ...]:
    """Return one segment a line, with its line feed; lines that the sample does not know are blank or a footer."""
    kinds = {"Home > China News": "breadcrumb", TITLE: "title", f"({STAMP})": "stamp", LEAD: "paragraph"}
    kinds |= {f"{NOTED} {READY}": "paragraph", SAID: "paragraph", AGREED: "paragraph"}
    segments, start = [], 0
    for line in page.text.split("\n"):
        end = min(start + len(line) + 1, len(page.text))
        if end > start:
            kind = kinds.get(line, "footer" if line.strip() else "blank")
            segments.append(Segment.model_validate({"kind": kind, "start": start, "end": end}))
        start = end
    return tuple(segments)


def make_readouts(count: int) -> tuple[Readout, ...]:
    """Return that many different records: each page has its number in its footer."""
    return tuple(make_readout(f"{PAGE}Page {n}\n", f"{n:03d}.txt") for n in range(1, count + 1))


def edited(readout: Readout, **changes: object) -> Readout:
    """Return a record with fields replaced and nothing checked, as someone might edit it by hand."""
    return readout.model_copy(update=changes)


def with_statement(readout: Readout, index: int, /, **changes: object) -> Readout:
    """Return a record with fields of the statement of that index replaced."""
    statements: Sequence[Statement] = readout.statements
    changed = tuple(s.model_copy(update=changes) if s.index == index else s for s in statements)
    return readout.model_copy(update={"statements": changed})


def write_table(path: Path, table: pa.Table) -> None:
    """Write a table as the tables of a dataset are written, into a file of its own."""
    writer = TableWriter(path, table.schema)
    writer.write(table)
    writer.close()
