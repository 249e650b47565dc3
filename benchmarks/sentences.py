"""What only splits pages into sentences. Each function gets ready and returns what is timed: texts in, how many out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

Read = Callable[[Iterable[str], Path], str]


def _counting(sentences_in: Callable[[str], int]) -> Read:
    """Return what is timed, warmed up, from a function that tells how many sentences a text has."""
    sentences_in("Wang Fang met with Ana Prado of Chile in Lima. They said that trade grows.")
    return lambda texts, _: f"{sum(map(sentences_in, texts)):,} sentences"


def prepare_sentencizer() -> Read:
    """The sentencizer: sentences only."""
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return _counting(lambda text: sum(1 for _ in nlp(text).sents))


def prepare_pysbd() -> Read:
    """Sentences only."""
    import pysbd

    segmenter = pysbd.Segmenter(language="en", clean=False)
    return _counting(lambda text: len(segmenter.segment(text)))


def prepare_blingfire() -> Read:
    """Sentences only."""
    import blingfire

    return _counting(lambda text: blingfire.text_to_sentences(text).count("\n") + 1)


def prepare_syntok() -> Read:
    """Sentences only."""
    from syntok import segmenter

    return _counting(lambda text: sum(1 for paragraph in segmenter.process(text) for _ in paragraph))


ALL = {
    "spaCy, sentences": prepare_sentencizer,
    "pySBD": prepare_pysbd,
    "BlingFire": prepare_blingfire,
    "syntok": prepare_syntok,
}
