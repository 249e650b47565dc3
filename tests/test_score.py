"""The score: figures, intervals and differences, on one small page whose counts can be checked by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from diplomatic_readouts.errors import UsageError
from diplomatic_readouts.records import Readout
from diplomatic_readouts.score import Counts, GoldPage, Row, Score, read_gold, score
from diplomatic_readouts.score.figures import find_interval
from diplomatic_readouts.score.gold import sentence_key
from diplomatic_readouts.score.values import NOT_FOUND
from sample import AGREED, LEAD, NOTED, READY, SAID, TITLE, edited, make_readout, make_readouts, with_statement

READOUT = make_readout()
Values = dict[str, Any]


def sentence(text: str, basis: str, acts: str, topics: str = "", **known: object) -> Values:
    """Return the gold of a sentence; acts and topics are words."""
    nobody: Values = {"speaker": None, "speaker_country": None, "cue": None, "formulas": []}
    return nobody | {"text": text, "basis": basis, "acts": acts.split(), "topics": topics.split(), **known}


WEI = {"speaker": "Ling Wei", "speaker_country": "CHN"}
TOMAS = {"speaker": "Tomás Arrieta", "speaker_country": "PER"}
GOLD: Values = {
    "document": "001.txt",
    "sha256": READOUT.source.sha256,
    "title": TITLE,
    "kind": "meeting",
    "publisher_country": "CHN",
    "published": "2024-05-03",
    "updated": None,
    "event_start": "2024-05-02",
    "event_end": None,
    "city": "Lima",
    "country": "PER",
    "venue": None,
    "occasion": "Third Pacific Forum",
    "participants": [
        {"name": "Ling Wei", "country": "CHN", "offices": ["Foreign Minister"], "role": "principal"},
        {"name": "Tomás Arrieta", "country": "PER", "offices": ["Foreign Minister"], "role": "counterpart"},
    ],
    "statements": [
        sentence(LEAD, "narrator", "narrate"),
        sentence(
            NOTED,
            "named",
            "evaluate",
            "taiwan bilateral_ties",
            **WEI,
            cue="noted",
            formulas=[{"id": "one_china_principle", "holder": "PER"}],
        ),
        sentence(READY, "continued", "commit", "investment_finance", **WEI),
        sentence(SAID, "named", "expect assert", "bilateral_ties trade", **TOMAS, cue="said"),
        sentence(AGREED, "joint", "agree", "bilateral_ties", cue="agreed"),
    ],
    "pledges": [
        {
            "text": "implement the RMB 1.5 billion credit line announced by Ling Wei for Peru",
            "actor": "CHN",
            "recipient": "PER",
            "instrument": "credit_line",
            "specific": True,
            "amount": "1500000000",
            "currency": "CNY",
            "status": "restated",
            "announced_by": "Ling Wei",
        }
    ],
}
"""The sample page as a person annotates it: the record has all of it right."""

Compare = Callable[..., Score]


@pytest.fixture
def compare(tmp_path: Path) -> Compare:
    """Return a way to score records against gold files, given as values."""

    def compared(readouts: tuple[Readout, ...], *golds: Values) -> Score:
        return score(readouts, write(tmp_path / "gold", *golds))

    return compared


def write(folder: Path, *golds: Values) -> tuple[GoldPage, ...]:
    """Return gold as it is read from files."""
    folder.mkdir()
    for number, gold in enumerate(golds):
        (folder / f"{number}.json").write_text(json.dumps(gold), encoding="utf-8")
    return read_gold(folder)


def with_gold(number: int, **changes: object) -> Values:
    """Return the gold with fields of one sentence replaced."""
    return GOLD | {"statements": [s | changes if n == number else s for n, s in enumerate(GOLD["statements"], 1)]}


def figures(result: Score) -> set[float | None]:
    return {row.counts.figure for row in result.rows}


# ------------------------------------------------------------------------------------------------------- figures


def test_a_record_that_says_what_the_gold_says_is_right_in_every_row(compare: Compare) -> None:
    """One page, five sentences, every figure 1."""
    result = compare((READOUT,), GOLD)
    assert (result.documents, result.sentences) == (1, 5)
    assert figures(result) == {1.0}


def test_a_row_of_lists_is_told_as_f1(compare: Compare) -> None:
    """Six acts built, seven in the gold, five the same: 2 x 5 / (6 + 7)."""
    row = compare((READOUT,), with_gold(2, acts=["assert", "position"])).row("acts")
    assert row.counts == Counts(right=5, built=6, gold=7)
    assert row.counts.figure == pytest.approx(10 / 13)


def test_a_row_of_single_values_is_told_as_a_share(compare: Compare) -> None:
    """One of five cues is another."""
    row = compare((READOUT,), with_gold(4, cue="adding")).row("cue")
    assert row.counts == Counts(right=4, built=5, gold=5)
    assert row.counts.figure == pytest.approx(0.8)


def test_a_speaker_is_right_with_name_and_country(compare: Compare) -> None:
    """The right person for the wrong state is wrong, in the row of the sentence's basis too."""
    result = compare((READOUT,), with_gold(3, speaker_country="PER"))
    assert result.row("speaker and country").counts == Counts(right=4, built=5, gold=5)
    assert result.row("speaker where continued").counts == Counts(right=0, built=1, gold=1)
    assert result.row("speaker where named").counts == Counts(right=2, built=2, gold=2)


def test_a_formula_with_another_holder_is_wrong_only_there(compare: Compare) -> None:
    """The formula was found; who holds it was not."""
    result = compare((READOUT,), with_gold(2, formulas=[{"id": "one_china_principle", "holder": "CHN"}]))
    assert result.row("formulas").counts.figure == 1.0
    assert result.row("formulas with holder").counts.figure == 0.0


def test_a_sentence_that_is_not_found_is_wrong_in_every_row(compare: Compare) -> None:
    """A sentence cut otherwise counts as missing, and what it holds with it."""
    cut = with_statement(READOUT, 5, text=AGREED.removesuffix("."))
    result = compare((cut,), GOLD)
    assert result.row("sentences").counts == Counts(right=4, built=5, gold=5)
    assert result.row("basis").counts == Counts(right=4, built=5, gold=5)
    assert result.row("speaker and country").counts == Counts(right=4, built=5, gold=5)
    assert result.row("speaker where joint").counts.figure == 0.0
    assert result.row("topics").counts == Counts(right=5, built=5, gold=6)


def test_white_space_does_not_count(compare: Compare) -> None:
    """A sentence that the gold has on one line is the one that the page wraps."""
    result = compare((READOUT,), with_gold(3, text=READY.replace(" ", "\n  ")))
    assert figures(result) == {1.0}


def test_case_article_and_final_stop_do_not_count_in_names(compare: Compare) -> None:
    """A headline or occasion is the same with "the" before it, or in capitals."""
    result = compare((READOUT,), GOLD | {"title": f"{TITLE.upper()}.", "occasion": "the Third Pacific Forum"})
    assert figures(result) == {1.0}


def test_a_hash_may_stand_for_the_words(compare: Compare) -> None:
    """Gold on a text that may not be passed on has no words of it."""
    gold = with_gold(3, text_hash=sentence_key(READY))
    gold["statements"][2].pop("text")
    result = compare((READOUT,), gold)
    assert figures(result) == {1.0}


# ------------------------------------------------------------------------------------------------------ documents


def test_a_page_without_a_record_is_wrong_in_every_row(compare: Compare) -> None:
    """Nothing was built, so nothing is right but what the gold leaves open."""
    result = compare((), GOLD)
    assert result.row("document found").counts == Counts(right=0, built=1, gold=1)
    assert result.row("participants (name)").counts == Counts(right=0, built=0, gold=2)
    assert result.row("cue").counts == Counts(right=0, built=5, gold=5)
    assert result.row("venue").counts.figure == 1.0


def test_other_bytes_are_found_by_the_name_of_the_file(compare: Compare) -> None:
    """A page saved anew is still the page."""
    assert figures(compare((READOUT,), GOLD | {"sha256": "0" * 64})) == {1.0}


def test_a_name_that_two_pages_have_finds_neither(compare: Compare) -> None:
    """Which of the two is meant cannot be told."""
    twins = tuple(edited(r, source=r.source.model_copy(update={"name": "001.txt"})) for r in make_readouts(2))
    assert compare(twins, GOLD | {"sha256": "0" * 64}).row("document found").counts.figure == 0.0


def test_a_page_that_is_no_readout_should_have_no_record(compare: Compare) -> None:
    """It counts in that one row, and needs no other field."""
    notice = {"document": "002.txt", "sha256": "0" * 64, "is_readout": False}
    assert compare((READOUT,), notice).row("non-readouts without a record").counts.figure == 1.0


def test_a_record_of_what_is_no_readout_is_told(compare: Compare) -> None:
    """The reader took a notice for a readout."""
    notice = {"document": "001.txt", "sha256": READOUT.source.sha256, "is_readout": False}
    result = compare((READOUT,), notice)
    assert [(row.name, row.counts.figure) for row in result.rows] == [("non-readouts without a record", 0.0)]


def test_pledges_that_nobody_annotated_have_no_row(compare: Compare) -> None:
    """Left out is not none."""
    gold = {field: value for field, value in GOLD.items() if field != "pledges"}
    names = [row.name for row in compare((READOUT,), gold).rows]
    assert "offices" in names
    assert not [name for name in names if name.startswith("pledges")]


# ------------------------------------------------------------------------------------------------------ intervals

RIGHT, WRONG = Counts(1, 1, 1), Counts(0, 1, 1)


def test_where_all_documents_are_alike_the_interval_is_the_figure() -> None:
    """Every sample has the same figure."""
    assert find_interval([Counts(1, 2, 2)] * 5) == (0.5, 0.5)


def test_two_documents_leave_everything_open() -> None:
    """A quarter of all samples hold the one that is right twice, a quarter the other one."""
    assert find_interval([RIGHT, WRONG]) == (0.0, 1.0)


def test_more_documents_make_the_interval_narrower() -> None:
    """Of a hundred documents with half right, 95% of the samples have about 40 to 60 right."""
    interval = find_interval([RIGHT, WRONG] * 50)
    assert interval == pytest.approx((0.4, 0.6), abs=0.02)


def test_the_interval_is_the_same_at_every_call() -> None:
    """The samples are drawn from a fixed seed."""
    documents = [RIGHT, RIGHT, WRONG, Counts(3, 4, 5)]
    assert find_interval(documents) == find_interval(list(documents))


def test_where_there_is_nothing_to_count_there_is_no_interval() -> None:
    """No document, or none with a value."""
    assert find_interval([]) is None
    assert find_interval([Counts(), Counts()]) is None


def test_an_interval_is_over_the_documents_that_have_the_row(compare: Compare) -> None:
    """A page whose pledges nobody annotated says nothing about pledges."""
    one, two = make_readouts(2)
    with_pledges = GOLD | {"document": one.source.name, "sha256": one.source.sha256}
    without = GOLD | {"document": two.source.name, "sha256": two.source.sha256, "pledges": None}
    lost = edited(one, statements=tuple(s.model_copy(update={"pledges": ()}) for s in one.statements))
    row = compare((lost, two), with_pledges, without).row("pledges (words)")
    assert (row.counts, row.interval) == (Counts(0, 0, 1), (0.0, 0.0))


# ---------------------------------------------------------------------------------------------------- differences


def difference(row: Row) -> tuple[str, int | None, tuple[str, ...], tuple[str, ...]]:
    """Return the only difference of a row: document, sentence, what was built, what is in the gold."""
    (found,) = row.differences
    return found.document, found.sentence, found.built, found.gold


def test_a_difference_says_what_only_the_one_side_has(compare: Compare) -> None:
    """What both have is not told again."""
    row = compare((READOUT,), with_gold(4, acts=["expect", "request"])).row("acts")
    assert difference(row) == ("001.txt", 4, ("assert",), ("request",))


def test_a_difference_of_the_document_has_no_sentence(compare: Compare) -> None:
    """It names the page alone."""
    row = compare((READOUT,), GOLD | {"venue": "Palace of Torre Tagle"}).row("venue")
    assert difference(row) == ("001.txt", None, ("none",), ("palace of torre tagle",))


def test_a_sentence_that_is_not_found_is_told_as_such(compare: Compare) -> None:
    """It was not read otherwise; it is not there."""
    cut = with_statement(READOUT, 5, text="The two sides agreed")
    assert difference(compare((cut,), GOLD).row("cue")) == ("001.txt", 5, (NOT_FOUND,), ("agreed",))


# ------------------------------------------------------------------------------------------------------ gold files


def test_gold_with_an_unknown_label_names_file_and_field(tmp_path: Path) -> None:
    """A slip of the pen is found before anything is counted."""
    with pytest.raises(UsageError, match=r"0\.json: statements\.1\.acts\.0: "):
        write(tmp_path / "gold", with_gold(2, acts=["praise"]))


def test_gold_with_a_field_missing_is_told(tmp_path: Path) -> None:
    """What was not annotated cannot be compared."""
    with pytest.raises(UsageError, match="occasion: Field required"):
        write(tmp_path / "gold", {field: value for field, value in GOLD.items() if field != "occasion"})


def test_gold_with_a_sentence_without_words_is_told(tmp_path: Path) -> None:
    """Nothing says which sentence it is."""
    with pytest.raises(UsageError, match="neither text nor text_hash"):
        write(tmp_path / "gold", with_gold(1, text=None))


@pytest.mark.parametrize("words", ["", "[]", "{", "\udcff"])
def test_a_file_that_is_no_gold_is_told(words: str, tmp_path: Path) -> None:
    """Wrong JSON, another value, bytes that are no UTF-8: the file is named."""
    (tmp_path / "page.json").write_bytes(words.encode("utf-8", "surrogateescape"))
    with pytest.raises(UsageError, match=r"page\.json"):
        read_gold(tmp_path)


def test_a_folder_without_gold_is_wrong_use(tmp_path: Path) -> None:
    """Empty or not there."""
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(UsageError, match="holds no gold"):
            read_gold(folder)
