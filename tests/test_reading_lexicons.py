"""The words of the reading stages: each entry finds its example and not its counterexample, as the reader looks them up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

import pytest

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import Entry, Office, Verb
from diplomatic_readouts.lexicons.page_words import Boilerplate, Encounter, EventWord, NameWord, PageWord, SubjectWord
from diplomatic_readouts.reading.candidates import Subject, find_subjects
from diplomatic_readouts.reading.encounters import find_encounter
from diplomatic_readouts.reading.layout import read_layout
from diplomatic_readouts.reading.people import find_namings
from diplomatic_readouts.reading.source import text_source
from diplomatic_readouts.reading.speakers import find_attribution
from diplomatic_readouts.reading.tokens import find_tokens
from diplomatic_readouts.reading.verbs import find_verbs

OFFICES = read_lexicon("offices", Office)
NAME_WORDS = read_lexicon("name_words", NameWord)
VERBS = read_lexicon("reporting_verbs", Verb)
SUBJECT_WORDS = read_lexicon("subject_words", SubjectWord)
ENCOUNTERS = read_lexicon("encounters", Encounter)
BOILERPLATE = read_lexicon("boilerplate", Boilerplate)
EVENT_WORDS = read_lexicon("event_words", EventWord)
PAGE_WORDS = read_lexicon("page_words", PageWord)
E = TypeVar("E", bound=Entry)


def countered(entries: Sequence[E]) -> list[E]:
    """Return the entries that say where they could misfire."""
    return [e for e in entries if e.counterexample]


def by_example(entry: Entry) -> str:
    return entry.example[:60]


def by_counterexample(entry: Entry) -> str:
    return (entry.counterexample or "")[:60]


# -------------------------------------------------------------------------------------------------------- offices


def holds_office(text: str, entry: Office) -> bool:
    return any(entry in t.values for t in find_tokens(text, 0, len(text)) if t.kind in ("office", "office_low"))


@pytest.mark.parametrize("entry", OFFICES, ids=by_example)
def test_an_office_is_found_in_its_example(entry: Office) -> None:
    assert holds_office(entry.example, entry)


@pytest.mark.parametrize("entry", countered(OFFICES), ids=by_counterexample)
def test_an_office_is_not_found_in_its_counterexample(entry: Office) -> None:
    assert not holds_office(entry.counterexample or "", entry)


@pytest.mark.parametrize("entry", OFFICES, ids=by_example)
def test_every_form_of_an_office_is_one_whole_phrase(entry: Office) -> None:
    for form in entry.forms:
        text = f"{form} Tomás Arrieta"
        first = find_tokens(text, 0, len(text))[0]
        assert (first.kind, first.text) == ("office", form)


def test_no_form_belongs_to_two_offices() -> None:
    forms = [form for entry in OFFICES for form in entry.forms]
    assert sorted(f for f in set(forms) if forms.count(f) > 1) == []


# ----------------------------------------------------------------------------------------------------- name words


def has_name_word(text: str, entry: NameWord) -> bool:
    """Return whether the reader takes a word of the text for one of the entry's kind."""
    tokens = find_tokens(text, 0, len(text))
    if entry.kind in ("surname", "calendar", "leading_surname"):
        return any(set(n.name.split()) & set(entry.forms) for n in find_namings(text, tokens))
    if entry.kind in ("modifier", "designate", "institution", "acting"):
        return any(set(re.findall(r"\w+", o)) & set(entry.forms) for n in find_namings(text, tokens) for o in n.offices)
    if entry.kind == "appointed":
        return any(n.words and n.offices for n in find_namings(text, tokens))
    return any(t.kind == entry.kind for t in tokens)


@pytest.mark.parametrize("entry", NAME_WORDS, ids=lambda e: e.kind)
def test_a_name_word_is_found_in_its_example(entry: NameWord) -> None:
    assert has_name_word(entry.example, entry)


@pytest.mark.parametrize("entry", countered(NAME_WORDS), ids=lambda e: e.kind)
def test_a_name_word_is_not_found_in_its_counterexample(entry: NameWord) -> None:
    assert not has_name_word(entry.counterexample or "", entry)


HONORIFICS = [form for entry in NAME_WORDS if entry.kind == "honorific" for form in entry.forms]


@pytest.mark.parametrize("form", HONORIFICS)
def test_every_honorific_is_left_out_of_the_name(form: str) -> None:
    text = f"{form} Tomás Arrieta"
    assert [n.name for n in find_namings(text, find_tokens(text, 0, len(text)))] == ["Tomás Arrieta"]


PARTICLES = [form for entry in NAME_WORDS if entry.kind == "particle" for form in entry.forms]


@pytest.mark.parametrize("form", PARTICLES)
def test_every_particle_may_stand_inside_a_name(form: str) -> None:
    text = f"President Tomás {form} Arrieta"
    assert [n.name for n in find_namings(text, find_tokens(text, 0, len(text)))] == [f"Tomás {form} Arrieta"]


def test_no_common_word_of_one_kind_is_listed_twice() -> None:
    for entry in NAME_WORDS:
        assert sorted(f for f in set(entry.forms) if entry.forms.count(f) > 1) == []


# ------------------------------------------------------------------------------------------------ reporting verbs


def subjects_of(text: str) -> list[Subject]:
    tokens = find_tokens(text, 0, len(text))
    return find_subjects(text, 0, len(text), tokens, find_namings(text, tokens))


def reported_by(text: str) -> str | None:
    """Return the lemma of the verb that ties a speaker to the words of a sentence."""
    found = find_attribution(text, 0, subjects_of(text), find_verbs(text, 0, len(text)))
    return found.verb.entry.lemma if found else None


@pytest.mark.parametrize("entry", VERBS, ids=lambda e: e.lemma)
def test_a_reporting_verb_is_the_cue_of_its_example(entry: Verb) -> None:
    assert reported_by(entry.example) == entry.lemma


@pytest.mark.parametrize("entry", countered(VERBS), ids=lambda e: e.lemma)
def test_a_reporting_verb_is_no_cue_in_its_counterexample(entry: Verb) -> None:
    assert reported_by(entry.counterexample or "") != entry.lemma


@pytest.mark.parametrize("entry", VERBS, ids=lambda e: e.lemma)
def test_every_form_of_a_reporting_verb_is_found(entry: Verb) -> None:
    for form in entry.forms:
        text = f"Lin Tao {form} the plan {entry.needs or 'here'}"
        found = [v for v in find_verbs(text, 0, len(text)) if v.form != "plural"]  # "welcome" of "bade welcome"
        assert [(v.entry.lemma, text[v.start : v.end]) for v in found] == [(entry.lemma, form)]


def test_no_form_belongs_to_two_reporting_verbs() -> None:
    forms = [form for entry in VERBS for form in entry.forms]
    assert sorted(f for f in set(forms) if forms.count(f) > 1) == []


# -------------------------------------------------------------------------------------------------- subject words


@pytest.mark.parametrize("entry", SUBJECT_WORDS, ids=by_example)
def test_a_subject_word_matches_its_example(entry: SubjectWord) -> None:
    side = entry.pattern.replace("SIDE", r"\w+")
    assert re.search(rf"(?<!\w)(?:{side})(?!\w)", entry.example, re.IGNORECASE)


@pytest.mark.parametrize("entry", countered(SUBJECT_WORDS), ids=by_counterexample)
def test_a_subject_word_does_not_match_its_counterexample(entry: SubjectWord) -> None:
    side = entry.pattern.replace("SIDE", r"\w+")
    assert not re.search(rf"(?<!\w)(?:{side})(?!\w)", entry.counterexample or "", re.IGNORECASE)


@pytest.mark.parametrize("entry", [e for e in SUBJECT_WORDS if e.kind == "joint"], ids=by_example)
def test_words_for_both_sides_are_a_joint_subject(entry: SubjectWord) -> None:
    assert "joint" in {s.kind for s in subjects_of(entry.example)}


@pytest.mark.parametrize("entry", [e for e in SUBJECT_WORDS if e.kind == "side"], ids=by_example)
def test_words_for_one_side_are_a_side_as_subject(entry: SubjectWord) -> None:
    assert [s.kind for s in subjects_of(entry.example)] == ["side"]


# ----------------------------------------------------------------------------------------------------- encounters


@pytest.mark.parametrize("entry", ENCOUNTERS, ids=by_example)
def test_an_act_is_found_in_its_example(entry: Encounter) -> None:
    assert re.search(entry.pattern, entry.example, re.IGNORECASE)


@pytest.mark.parametrize("entry", ENCOUNTERS, ids=by_example)
def test_an_act_is_of_its_kind_where_all_are_tried(entry: Encounter) -> None:
    found = find_encounter(entry.example, 0, len(entry.example), subjects_of(entry.example))
    assert found is not None
    assert found.kind == entry.kind


@pytest.mark.parametrize("entry", countered(ENCOUNTERS), ids=by_counterexample)
def test_an_act_is_not_found_in_its_counterexample(entry: Encounter) -> None:
    text = entry.counterexample or ""
    one_sided = entry.both and all(s.kind != "joint" for s in subjects_of(text))
    assert one_sided or not re.search(entry.pattern, text, re.IGNORECASE)


# ---------------------------------------------------------------------------------------------------- boilerplate

SENTENCE = "On June 3, 2024, Foreign Minister Lin Tao met with Marta Quiroga of Peru in Beijing."


def line_kind(line: str, ends_body: bool) -> str:
    """Return what kind of segment a line is above a page's body, or below where it ends the body."""
    text = f"{SENTENCE}\n\n{line}\n" if ends_body else f"{line}\nA Meeting in Beijing\n\n{SENTENCE}\n"
    at = text.index(line)
    layout = read_layout(text_source(text, "page.txt"))
    return next(s.kind for s in layout.segments if s.start <= at < s.end)


@pytest.mark.parametrize("entry", BOILERPLATE, ids=by_example)
def test_furniture_matches_the_whole_line_of_its_example(entry: Boilerplate) -> None:
    assert re.fullmatch(entry.pattern, entry.example, re.IGNORECASE)


@pytest.mark.parametrize("entry", countered(BOILERPLATE), ids=by_counterexample)
def test_furniture_does_not_match_its_counterexample(entry: Boilerplate) -> None:
    assert not re.fullmatch(entry.pattern, entry.counterexample or "", re.IGNORECASE)


@pytest.mark.parametrize("entry", BOILERPLATE, ids=by_example)
def test_furniture_on_a_page_is_of_its_kind(entry: Boilerplate) -> None:
    assert line_kind(entry.example, entry.ends_body) == entry.kind


# ---------------------------------------------------------------------------------------------------- event words


ANY_CASE = ("background", "chaired", "along", "while")
WITHIN = ("occasion", "trigger", "venue", "forum", "setting")
"""The kinds of event words that are also found within a word."""


def has_event_word(text: str, entry: EventWord) -> bool:
    whole = entry.pattern if entry.kind in WITHIN else rf"\b(?:{entry.pattern})(?!\w)"
    return bool(re.search(whole, text, re.IGNORECASE if entry.kind in ANY_CASE else re.NOFLAG))


@pytest.mark.parametrize("entry", EVENT_WORDS, ids=by_example)
def test_an_event_word_is_found_in_its_example(entry: EventWord) -> None:
    assert has_event_word(entry.example, entry)


@pytest.mark.parametrize("entry", countered(EVENT_WORDS), ids=by_counterexample)
def test_an_event_word_is_not_found_in_its_counterexample(entry: EventWord) -> None:
    assert not has_event_word(entry.counterexample or "", entry)


# ----------------------------------------------------------------------------------------------------- page words


def has_page_word(text: str, entry: PageWord) -> bool:
    """Return whether the reader finds the entry's whole words in a text: in any case, but for those of a foreword."""
    case = re.NOFLAG if entry.kind == "foreword" else re.IGNORECASE
    return bool(re.search(rf"\b(?:{entry.pattern})(?!\w)", text, case))


@pytest.mark.parametrize("entry", PAGE_WORDS, ids=lambda e: f"{e.kind}: {e.example}")
def test_a_page_word_is_found_in_its_example(entry: PageWord) -> None:
    assert has_page_word(entry.example, entry)


@pytest.mark.parametrize("entry", countered(PAGE_WORDS), ids=lambda e: f"{e.kind}: {e.counterexample}")
def test_a_page_word_is_not_found_in_its_counterexample(entry: PageWord) -> None:
    assert not has_page_word(entry.counterexample or "", entry)
