"""spaCy and textacy on the same pages, without a model: the phrases found, as a user would write it, and tuned by hand.

Each function gets ready and returns what is timed: texts and the folder to write into in; in words, what was made.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from benchmarks.phrases import cues, phrases

Read = Callable[[Iterable[str], Path], str]
WARM_UP = "Wang Fang met with Ana Prado of Chile in Lima. They said that trade grows."


def _ruler() -> Any:
    """Return an English pipeline without a model that finds the phrases as entities."""
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": p.label, "pattern": p.text} for p in phrases()])
    return nlp


def prepare_ruler() -> Read:
    """Blank English with an EntityRuler: spans only, nothing written."""
    nlp = _ruler()
    nlp(WARM_UP)

    def run(texts: Iterable[str], _: Path) -> str:
        found = [(e.start_char, e.end_char, e.label_) for doc in nlp.pipe(texts) for e in doc.ents]
        return f"{len(found):,} spans"

    return run


def prepare_written() -> Read:
    """The same with a sentencizer, written as JSON Lines, as a user would write it."""
    nlp = _ruler()
    nlp.add_pipe("sentencizer")
    nlp(WARM_UP)

    def run(texts: Iterable[str], out: Path) -> str:
        found = 0
        with (out / "pages.jsonl").open("w", encoding="utf-8") as lines:
            for doc in nlp.pipe(texts):
                ents = [{"start": e.start_char, "end": e.end_char, "label": e.label_, "text": e.text} for e in doc.ents]
                sents = [{"start": s.start_char, "end": s.end_char, "text": s.text} for s in doc.sents]
                lines.write(json.dumps({"text": doc.text, "ents": ents, "sents": sents}, ensure_ascii=False) + "\n")
                found += len(ents) + len(sents)
        return f"{found:,} spans"

    return run


def _tuned(*, with_cues: bool) -> Read:
    """Return a tokenizer, a sentencizer and matchers, called by hand, no pipeline around them; orjson writes."""
    import orjson
    import spacy
    from spacy.matcher import Matcher, PhraseMatcher
    from spacy.util import filter_spans

    nlp = spacy.blank("en")
    sentencizer = nlp.create_pipe("sentencizer")
    as_written, any_case = PhraseMatcher(nlp.vocab, attr="ORTH"), PhraseMatcher(nlp.vocab, attr="LOWER")
    for phrase in phrases():
        (any_case if phrase.text.islower() else as_written).add(phrase.label, [nlp.make_doc(phrase.text)])
    matchers: list[Any] = [as_written, any_case]
    if with_cues:
        cue = Matcher(nlp.vocab)
        cue.add("cue", [[{"LOWER": {"IN": list(cues())}}, {"LOWER": "that", "OP": "?"}]], greedy="LONGEST")
        matchers.append(cue)

    def line(text: str) -> tuple[bytes, int]:
        doc = sentencizer(nlp.make_doc(text))
        spans = filter_spans(span for matcher in matchers for span in matcher(doc, as_spans=True))
        ents = [(span.start_char, span.end_char, span.label_) for span in spans]
        sents = [(sent.start_char, sent.end_char) for sent in doc.sents]
        return orjson.dumps({"text": text, "ents": ents, "sents": sents}), len(ents) + len(sents)

    line(WARM_UP)

    def run(texts: Iterable[str], out: Path) -> str:
        written, found = zip(*map(line, texts), strict=True)
        (out / "pages.jsonl").write_bytes(b"\n".join(written) + b"\n")
        return f"{sum(found):,} spans"

    return run


def prepare_tuned() -> Read:
    """Tuned by hand: tokenizer, sentencizer, two PhraseMatchers (ORTH, LOWER), spans as numbers, orjson."""
    return _tuned(with_cues=False)


def prepare_cues() -> Read:
    """The same with a Matcher for reporting verbs too."""
    return _tuned(with_cues=True)


def prepare_textacy() -> Read:
    """As far as it goes without a model: normalised text, entities, cues in context, n-grams, counts."""
    import textacy
    from textacy import extract, preprocessing, text_stats

    nlp = _ruler()
    nlp.add_pipe("sentencizer")
    normalise = preprocessing.make_pipeline(
        preprocessing.normalize.unicode, preprocessing.normalize.quotation_marks, preprocessing.normalize.whitespace
    )

    def spans_in(text: str) -> int:
        doc = textacy.make_spacy_doc(normalise(text), lang=nlp)
        found = [*extract.entities(doc), *extract.ngrams(doc, 2, filter_stops=True, filter_punct=True)]
        quoted = list(extract.keyword_in_context(doc, r"\b(?:said|noted|stressed|stated)\b", window_width=50))
        return len(found) + len(quoted) + int(text_stats.basics.n_sents(doc))

    spans_in(WARM_UP)
    return lambda texts, _: f"{sum(map(spans_in, texts)):,} spans"


ALL = {
    "spaCy, ruler": prepare_ruler,
    "spaCy, written": prepare_written,
    "spaCy, tuned": prepare_tuned,
    "spaCy, tuned, cues": prepare_cues,
    "textacy": prepare_textacy,
}
