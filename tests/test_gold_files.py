"""The gold itself: each file is about the page that it names, in the words of that page and the labels of the guidelines."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from diplomatic_readouts.records.vocabulary import VOCABULARIES
from diplomatic_readouts.score import GoldPage, GoldReadout, read_gold
from diplomatic_readouts.score.gold import fold
from scored import GOLD, PAGES

MOST_TOPICS = 3
VOCABULARY: dict[str, list[str]] = json.loads((GOLD / "vocabulary.json").read_text(encoding="utf-8"))
GUIDELINES = (GOLD / "GUIDELINES.md").read_text(encoding="utf-8")
Gold = tuple[Path, GoldPage]
FILES: list[Gold] = [(PAGES[name] / page.document, page) for name in PAGES for page in read_gold(GOLD / name)]
READOUTS = [(path, gold) for path, gold in FILES if isinstance(gold, GoldReadout)]
every_file = pytest.mark.parametrize(("path", "gold"), FILES, ids=[gold.document for _, gold in FILES])
every_readout = pytest.mark.parametrize(("path", "gold"), READOUTS, ids=[gold.document for _, gold in READOUTS])


class Words(HTMLParser):
    """What a reader sees of an HTML page: no head, no scripts; a tag that is not inside a line parts words."""

    UNSEEN = ("head", "script", "style")
    INLINE = ("a", "b", "em", "i", "span", "strong", "sub", "sup")

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.unseen += tag in self.UNSEEN
        self.seen += [] if tag in self.INLINE else [" "]

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in self.UNSEEN
        self.seen += [] if tag in self.INLINE else [" "]

    def handle_data(self, data: str) -> None:
        self.seen += [] if self.unseen else [data]


def visible(path: Path) -> str:
    """Return the words of a page, white space folded, read with nothing of the package's reader."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252")
    if path.suffix == ".html":
        page = Words()
        page.feed(text)
        text = "".join(page.seen)
    return fold(text)


def sentences(gold: GoldReadout) -> Iterator[str]:
    """Yield the words of each sentence, white space folded."""
    return (fold(statement.text or "") for statement in gold.statements)


@every_file
def test_gold_is_about_the_bytes_of_its_page(path: Path, gold: GoldPage) -> None:
    """The page beside the gold is the one that was annotated."""
    assert hashlib.sha256(path.read_bytes()).hexdigest() == gold.sha256


@every_readout
def test_the_sentences_of_the_gold_are_those_of_the_body(path: Path, gold: GoldReadout) -> None:
    """They stand in the page in this order, and from the first to the last nothing is left out."""
    words, at = visible(path), None
    for sentence in sentences(gold):
        found = words.find(sentence, at or 0)
        assert found >= 0, f"not in the page, or out of order: {sentence}"
        assert at is None or not words[at:found].strip(), f"left out before {sentence}"
        at = found + len(sentence)


@every_readout
def test_everyone_in_the_gold_is_named_on_the_page(path: Path, gold: GoldReadout) -> None:
    """Names are as printed, in the text or in a headline given beside it."""
    words = f"{visible(path)} {fold(gold.title or '')}"
    assert [person.name for person in gold.participants if fold(person.name) not in words] == []


@every_readout
def test_whoever_speaks_in_the_gold_took_part(path: Path, gold: GoldReadout) -> None:
    """A speaker is one of the participants, or nobody."""
    assert {statement.speaker for statement in gold.statements} <= {None, *(p.name for p in gold.participants)}


@every_readout
def test_each_cue_stands_in_its_sentence(path: Path, gold: GoldReadout) -> None:
    """A reporting verb is written down as printed."""
    assert [s.cue for s in gold.statements if s.cue and fold(s.cue) not in fold(s.text or "")] == []


@every_readout
def test_each_sentence_does_something(path: Path, gold: GoldReadout) -> None:
    """It has an act, and three topics at most."""
    assert [s.text for s in gold.statements if not s.acts or len(s.topics) > MOST_TOPICS] == []


@every_readout
def test_each_pledge_stands_in_a_sentence(path: Path, gold: GoldReadout) -> None:
    """What is pledged is written down as printed."""
    assert [p.text for p in gold.pledges or () if not any(fold(p.text) in each for each in sentences(gold))] == []


@pytest.mark.parametrize("name", list(PAGES))
def test_every_page_has_its_gold(name: str) -> None:
    """No page lies there without gold, and no gold without its page."""
    pages = {path.name for path in PAGES[name].iterdir() if not path.name.isupper() and path.name != "SOURCES.md"}
    assert pages == {gold.document for gold in read_gold(GOLD / name)}


@pytest.mark.parametrize("name", list(VOCABULARY))
def test_the_gold_has_the_vocabulary_of_the_records(name: str) -> None:
    """The labels of the annotators are those of the records, in the same order."""
    assert tuple(VOCABULARY[name]) == VOCABULARIES[name]


@pytest.mark.parametrize("name", list(VOCABULARY))
def test_the_guidelines_say_what_each_label_means(name: str) -> None:
    """No label is used without a rule for it."""
    assert [label for label in VOCABULARY[name] if f"`{label}`" not in GUIDELINES] == []


def test_the_guidelines_name_no_unknown_act() -> None:
    """The table of acts has those of the vocabulary and no other."""
    table = GUIDELINES.split("| act | the sentence… |")[1].split("\n\n")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == VOCABULARY["act"]
