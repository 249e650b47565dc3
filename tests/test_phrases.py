"""Phrases found in one pass: whole words only, every overlapping one considered, the longest that stands kept."""

from __future__ import annotations

import random

import pytest

from diplomatic_readouts.reading.phrases import Phrases

WORDS = ("trade", "war", "trade war", "free trade", "one", "China", "one China", "principle", "one China principle")
FOUND = Phrases([(words, words) for words in WORDS])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a trade warning", ["trade"]),  # the longest match, cut off by the word's end, would hide the shorter one
        ("a trade war", ["trade war"]),
        ("free trade warnings", ["free trade"]),
        ("free trade war", ["free trade", "war"]),
        ("one China principled", ["one China"]),
        ("one Chinatown", ["one"]),
        ("stone China", ["China"]),
        ("ONE  CHINA\nPRINCIPLE", ["one China principle"]),
        ("one china", ["one"]),  # a capital is kept to
        ("trade-war", ["trade", "war"]),
        ("éone oneé trade_war", ["trade", "war"]),
    ],
)
def test_a_phrase_is_found_where_a_reader_sees_it(text: str, found: list[str]) -> None:
    assert [match.value for match in FOUND.find(text)] == found


def test_what_is_found_is_what_a_plain_search_finds() -> None:
    """Over texts of chance: every whole word, by start, the longest first."""
    chance = random.Random(3)  # noqa: S311  no secret
    for _ in range(500):
        text = "".join(
            chance.choice(["trade", "war", "one", "China", "principle", " ", " ", "s", "-"]) for _ in range(20)
        )
        text = " ".join(text.split())  # several blanks are one
        plain = [
            (start, start + len(words))
            for words in WORDS
            for start in range(len(text))
            if text.startswith(words, start)
            and not (start and text[start - 1].isalnum())
            and not (start + len(words) < len(text) and text[start + len(words)].isalnum())
        ]
        plain.sort(key=lambda place: (place[0], -place[1]))
        assert [(match.start, match.end) for match in FOUND.find_all(text)] == plain
