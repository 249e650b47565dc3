"""Any text at all becomes a record that keeps its promises, or is refused by name; there is no third way."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from diplomatic_readouts.check import check_readout
from diplomatic_readouts.errors import LanguageNotRead, NotAReadout, UnreadableSource
from diplomatic_readouts.parse import parse_readout
from diplomatic_readouts.records import Readout
from marked import OPENING

REFUSALS = (UnreadableSource, NotAReadout, LanguageNotRead)
SEEDS = [p.read_text(encoding="utf-8") for p in sorted((Path(__file__).resolve().parents[1] / "seeds").glob("*.txt"))]
MANY = settings(max_examples=120, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
FEW = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

PIECES = st.sampled_from(
    [
        "Lin Tao", "Marta Quiroga", "President Kuang Shouren", "H.E. Mr. He", "Prime Minister Jordan", "China", "Peru",
        "the Chinese side", "the two sides", "They", "He", "We", "said", "said that", "stressed", "agreed", "agreed to",
        "met with", "met", "spoke by phone with", "will visit", "chaired", "the Third Forum of Ports", "adheres to",
        "the one-China principle", "will provide", "RMB 66 billion yuan", "credit line", "yesterday", "on June 3",
        "2024/06/04", "Updated:", "Home > China News", "First,", "Second,", ".", ". .", ",", ", adding that", ";", ":",
        "“", "”", "(", ")", "’s", "-", "- ", "\n", "\n\n", " ", "\xa0", "\u2028", "\u202e", "\u200b", "\t", "---\n",
        "# ", "By ", "ministers", "anniversary of the founding of", "50th", "<Suggest to a friend>", "of", "and", "the",
    ]
)  # fmt: skip
"""Words and marks of the genre, to be strung together in any order."""


def read_or_refuse(text: str) -> Readout | None:
    """Return the record of a text after its promises are checked, or None where the reader refuses it by name."""
    try:
        readout = parse_readout(text)
    except REFUSALS:
        return None
    check_readout(readout)
    assert "".join(readout.text[s.start : s.end] for s in readout.segments) == readout.text
    return readout


@MANY
@given(st.text(max_size=400))
@example("")
@example("\ufeff")
@example("\x00")
@example("\r\n\r")
@example("Lin Tao said\x85that\u2029all is well.")
def test_any_text_is_read_or_refused(text: str) -> None:
    read_or_refuse(text)


@MANY
@given(st.text(max_size=200))
def test_any_text_behind_a_readouts_lead_is_read_or_refused(text: str) -> None:
    read_or_refuse(OPENING + text)


@MANY
@given(st.lists(PIECES, max_size=60), st.booleans())
def test_words_of_the_genre_in_any_order_are_read_or_refused(pieces: list[str], opened: bool) -> None:
    read_or_refuse((OPENING if opened else "") + " ".join(pieces))


@FEW
@given(st.sampled_from(SEEDS), st.floats(0, 1), st.floats(0, 1))
def test_a_page_cut_off_at_either_end_is_read_or_refused(text: str, head: float, tail: float) -> None:
    first, last = sorted((int(head * len(text)), int(tail * len(text))))
    read_or_refuse(text[:last])
    read_or_refuse(text[first:])


@FEW
@given(st.sampled_from(SEEDS), st.integers(0, 2**32))
def test_a_page_with_its_lines_shuffled_is_read_or_refused(text: str, seed: int) -> None:
    lines = text.split("\n")
    random.Random(seed).shuffle(lines)  # noqa: S311  no secret
    read_or_refuse("\n".join(lines))


@FEW
@given(st.sampled_from(SEEDS), st.integers(0, 2**32), st.floats(0.001, 0.2))
def test_a_page_with_characters_lost_is_read_or_refused(text: str, seed: int, share: float) -> None:
    chance = random.Random(seed)  # noqa: S311  no secret
    read_or_refuse("".join(c for c in text if chance.random() > share))


@FEW
@given(st.sampled_from(SEEDS), st.integers(0, 2**32), st.text(min_size=1, max_size=8))
def test_a_page_with_characters_put_in_is_read_or_refused(text: str, seed: int, put: str) -> None:
    at = random.Random(seed).randrange(len(text))  # noqa: S311  no secret
    read_or_refuse(text[:at] + put + text[at:])


@pytest.mark.parametrize("text", SEEDS, ids=lambda text: text[:20].strip())
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_line_ends_change_nothing(text: str, end: str) -> None:
    found, expected = parse_readout(text.replace("\n", end)), parse_readout(text)
    assert found.model_copy(update={"source": expected.source}) == expected


@pytest.mark.parametrize("text", SEEDS, ids=lambda text: text[:20].strip())
def test_a_byte_order_mark_changes_nothing(text: str) -> None:
    assert parse_readout("\ufeff" + text).statements == parse_readout(text).statements


@pytest.mark.parametrize(
    "text",
    [
        "-Lin Tao Meets with Minister Quiroga\n2024-06-04 10:20\n\nagreed to\n" + OPENING.split("\n\n")[1],
        "Minister met in Quiroga.\n\nThe Chinese side is ready contribution,pledged shared and give H.We\n",
        "crucial-country din President Liu Min met with Ministeplomacy the be held in Communist Party of Councilor "
        "Foreign Minister Wang Qiang China, the meeting will set the stage for greater prosperity in the "
        "regionrelations between China and H.E.Latin",
    ],
    ids=["the line above a headline", "one stretch promised twice", "two sides at the very end"],
)
def test_what_fuzzing_found_is_read_or_refused(text: str) -> None:
    read_or_refuse(text)


@pytest.mark.parametrize("given", ["20२4-06-04", "2024-06-0٤", "Jan 1१, 2018"])
@pytest.mark.parametrize("told", ["June १3, 20२4", "US$1١5 million", "20२4-06-04"])
def test_digits_of_two_scripts_are_no_number(given: str, told: str) -> None:
    page = OPENING.replace("2024-06-04 10:20", given)
    readout = read_or_refuse(page + f"Lin Tao said that trade grows, on or by {told}.\n")
    assert readout is not None
    assert readout.published is None
    assert {m.kind for m in readout.statements[-1].mentions} == {"person"}


@pytest.mark.parametrize("text", ["", " \n\t", "a\x00b"], ids=["empty", "blank", "NUL"])
def test_what_holds_no_text_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadableSource):
        parse_readout(text)


@pytest.mark.parametrize("character", ["\u202e", "\u200b", "\u2028", "\x85", "\xa0", "\u3000"])
def test_a_strange_blank_in_a_sentence_loses_no_word(character: str) -> None:
    readout = read_or_refuse(OPENING + f"Lin Tao{character}said{character}that trade{character}grows.\n")
    assert readout is not None
    assert "".join(s.text for s in readout.statements).count("trade") == 1


@pytest.mark.parametrize(
    "stamp",
    [
        "Jan 192018",
        "Jan19, 2018",
        "2018-1-19",
        "19 Jan 2018",
        "Jan. 19 2018",
    ],
)
def test_a_stamp_with_a_lost_mark_is_read_as_it_stands_or_not_at_all(stamp: str) -> None:
    page = next(text for text in SEEDS if text.startswith("Jan 19, 2018"))
    assert read_or_refuse(page.replace("Jan 19, 2018", stamp)) is not None
