"""The fixed expressions of a sentence and who is said to hold them, as a reader of the page would say."""

from __future__ import annotations

import re
import time
from functools import cache
from pathlib import Path

import pytest

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import FormulaEntry, InstrumentEntry, TopicEntry
from diplomatic_readouts.reading.annotations import annotate
from diplomatic_readouts.reading.formulas import find_formulas
from diplomatic_readouts.records.vocabulary import VOCABULARIES, Basis
from spoken import said, scene

ENTRIES = read_lexicon("formulas", FormulaEntry)
SEEDS = Path(__file__).resolve().parents[1] / "seeds"


def ids(text: str) -> list[str]:
    return [formula.id for formula in find_formulas(said(text), scene())]


def holders(
    text: str, country: str = "CHN", basis: Basis = "continued", cue: str | None = None
) -> dict[str, str | None]:
    return {formula.id: formula.holder for formula in find_formulas(said(text, country, basis, cue), scene())}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.id)
def test_an_example_holds_its_formula(entry: FormulaEntry) -> None:
    assert entry.id in ids(entry.example)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.id)
def test_a_counterexample_does_not(entry: FormulaEntry) -> None:
    assert entry.counterexample is not None
    assert entry.id not in ids(entry.counterexample)


@pytest.mark.parametrize(
    ("entry", "form"), [(entry, form) for entry in ENTRIES for form in entry.forms], ids=lambda v: str(v)[:60]
)
def test_every_form_is_found_by_its_words_alone(entry: FormulaEntry, form: str) -> None:
    assert entry.id in ids(form)


def test_every_formula_of_the_vocabulary_has_words() -> None:
    assert {entry.id for entry in ENTRIES} == set(VOCABULARIES["formula"])


def test_principle_and_policy_are_kept_apart() -> None:
    assert ids("Peru adheres to the one-China principle.") == ["one_china_principle"]
    assert ids("Norway keeps its “one China” policy.") == ["one_china_policy"]


def test_a_span_counts_from_the_start_of_the_page() -> None:
    found = find_formulas(said("Peru opposes protectionism.", "PER", offset=40), scene())[0]
    assert (found.start, found.end, found.text) == (53, 66, "protectionism")


def test_overlapping_words_of_one_formula_are_one() -> None:
    found = find_formulas(
        said("China joins in extensive consultation, joint contribution and shared benefits."), scene()
    )
    assert [f.text for f in found] == ["extensive consultation, joint contribution and shared benefits"]


def test_the_same_formula_with_the_same_holder_is_kept_once() -> None:
    assert ids("China opposes protectionism and will fight protectionism.") == ["anti_unilateralism"]


def test_a_partnership_carries_its_tier_as_printed() -> None:
    found = find_formulas(said("They raised ties to an all-weather strategic cooperative partnership."), scene())[0]
    assert found.tier == "all-weather strategic cooperative partnership"


def test_a_partnership_without_tier_is_none() -> None:
    assert ids("They praised the partnership.") == []


def test_a_partnership_is_of_all_sides() -> None:
    assert holders("China values its strategic partnership with Peru.") == {"partnership": "ALL"}


def test_a_position_is_held_by_its_subject() -> None:
    assert holders("Peru adheres to the one-China principle.", "PER") == {"one_china_principle": "PER"}


def test_a_capital_stands_for_its_state() -> None:
    assert holders("Lima abides by the one-China principle.", "PER") == {"one_china_principle": "PER"}


def test_who_is_appreciated_holds_it() -> None:
    text = "China appreciates that Peru adheres to the one-China principle."
    assert holders(text) == {"one_china_principle": "PER"}


def test_whose_adherence_is_appreciated_holds_it() -> None:
    text = "China appreciates Peru's adherence to the one-China principle."
    assert holders(text) == {"one_china_principle": "PER"}


def test_its_adherence_is_the_other_sides() -> None:
    text = "China supports Peru in its reform, and appreciates its commitment to the one-China principle."
    assert holders(text) == {"one_china_principle": "PER"}


def test_of_whom_it_is_hoped_holds_it() -> None:
    text = "China hopes that Peru will abide by the one-China principle."
    assert holders(text) == {"one_china_principle": "PER"}


def test_a_promise_and_a_proposal_are_held_by_the_speakers_state() -> None:
    assert holders("China is ready to practice true multilateralism.") == {"multilateralism": "CHN"}
    assert holders("The two sides should expand practical cooperation.", "PER") == {"practical_cooperation": "PER"}


def test_a_heading_is_held_by_the_speakers_state() -> None:
    assert holders("First, firmly support each other's core interests.") == {"core_interests": "CHN"}


def test_what_the_sides_have_is_of_all() -> None:
    text = "The two sides have always supported each other's core interests."
    assert holders(text) == {"core_interests": "ALL"}


def test_what_both_will_do_is_of_all() -> None:
    assert holders("China and Peru will jointly uphold international law.") == {"rules_and_international_law": "ALL"}


def test_what_both_agreed_is_of_all() -> None:
    text = "The two sides agreed to expand people-to-people exchanges."
    assert holders(text, basis="joint", cue="agreed") == {"people_to_people": "ALL"}


def test_deploring_a_threat_holds_the_counter_formula() -> None:
    assert holders("The world faces the challenge of unilateralism.") == {"anti_unilateralism": "CHN"}


def test_what_is_said_to_be_damaged_is_held_by_nobody() -> None:
    assert holders("The multilateral order has been seriously undermined.") == {"multilateralism": None}


def test_what_others_are_said_to_hold_has_no_holder() -> None:
    text = "The majority of members have advocated multilateralism."
    assert holders(text) == {"multilateralism": None}


def test_the_supporter_holds_the_others_sovereignty() -> None:
    text = "China supports Peru in safeguarding its sovereignty."
    assert holders(text) == {"sovereignty_and_territorial_integrity": "CHN"}


def test_denying_a_threat_holds_the_counter_formula() -> None:
    assert holders("The region is not the backyard of any country.") == {"anti_hegemony": "CHN"}


def test_a_summit_named_after_a_bloc_holds_nothing() -> None:
    text = "At the ASEAN Summit, Lin Tao said that multilateralism brings progress."
    assert holders(text, "CHN", "named", "said") == {"multilateralism": "CHN"}


def test_programmes_that_are_counted_are_no_sides() -> None:
    text = "Guided by the five programs for a community with a shared future, China is ready to work with Peru."
    assert holders(text) == {"shared_future": "CHN"}


def test_hints_hide_no_match_of_a_pattern() -> None:
    """Wherever a pattern of an entry matches, one of the entry's hints stands."""
    entries: list[FormulaEntry | TopicEntry] = [*ENTRIES, *read_lexicon("topics", TopicEntry)]
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    for entry in entries:
        for pattern in entry.patterns:
            for match in re.finditer(pattern, f"{text} {entry.example}", re.IGNORECASE):
                around = match.string[match.start() : match.end() + 1].lower()
                assert not entry.hints or any(hint in around for hint in entry.hints), (entry.id, match.group())


@cache
def hard_texts() -> tuple[str, ...]:
    size = 100_000
    pieces = (
        "a",
        "the ",
        "a-",
        "a.",
        "China will, and ",
        "commitment to a ",
        "United Nations to play ",
        " ",
        "one-China ",
        '"',
        "x and ",
    )
    return tuple((piece * (size // len(piece) + 1))[:size] for piece in pieces)


@pytest.mark.parametrize("text", hard_texts(), ids=lambda text: repr(text[:16]))
def test_all_patterns_together_read_a_long_text_in_no_time(text: str) -> None:
    """No pattern of a lexicon takes more than linear time, whatever it reads."""
    entries: list[FormulaEntry | TopicEntry | InstrumentEntry] = [*ENTRIES]
    entries += [*read_lexicon("topics", TopicEntry), *read_lexicon("instruments", InstrumentEntry)]
    patterns = [re.compile(pattern, re.IGNORECASE) for entry in entries for pattern in entry.patterns]
    started = time.process_time()
    found = sum(1 for pattern in patterns for _ in pattern.finditer(text))
    assert time.process_time() - started < 2, found


def test_a_sentence_of_a_hundred_thousand_characters_is_annotated_in_no_time() -> None:
    for text in hard_texts():
        started = time.process_time()
        annotate(said(text), scene(), ())
        assert time.process_time() - started < 2, text[:20]


def test_to_oppose_a_breach_is_to_hold_what_is_breached() -> None:
    text = "China is concerned about the rise in tension, and clearly opposes any act that violates the sovereignty of Peru."
    found = find_formulas(said(text), scene())
    assert ("sovereignty_and_territorial_integrity", "CHN") in {(f.id, f.holder) for f in found}


def test_a_dialogue_with_a_proper_name_is_no_high_level_exchange() -> None:
    text = "They reviewed the first session of the High-Level Fisheries Dialogue."
    assert find_formulas(said(text, basis="narrator"), scene()) == ()


def test_fair_and_reciprocal_is_mutual_benefit() -> None:
    found = find_formulas(said("Trade should be fair and reciprocal."), scene())
    assert [f.id for f in found] == ["mutual_benefit_win_win"]


def test_the_holder_is_whose_adherence_is_valued() -> None:
    text = "China greatly values Peru's long-standing commitment to the one-China principle."
    assert holders(text) == {"one_china_principle": "PER"}


def test_what_others_ought_to_do_is_the_speakers_stand() -> None:
    text = "Countries of the Global South should practice true multilateralism."
    assert holders(text) == {"south_south": "CHN", "multilateralism": "CHN"}


def test_others_that_a_state_deals_with_are_no_subject() -> None:
    text = "China develops relations with Peru and other Caribbean countries on the basis of mutual benefit."
    assert holders(text) == {"mutual_benefit_win_win": "CHN"}


def test_what_a_formula_is_to_all_nobody_holds() -> None:
    text = "The one-China principle is a basic norm of international relations."
    assert holders(text) == {"one_china_principle": None, "rules_and_international_law": None}
    assert holders("The one-China principle is a cornerstone of Peru's diplomacy.") == {"one_china_principle": "PER"}


def test_whoever_deplores_a_practice_holds_the_counter_formula() -> None:
    assert holders("The Cold War mentality finds no market.") == {"anti_hegemony": "CHN"}
    assert holders("True multilateralism is not bloc confrontation under another name.")["anti_hegemony"] == "CHN"


def test_a_blocs_officials_hold_as_the_bloc() -> None:
    text = "The foreign ministers of CELAC expressed support for the Belt and Road Initiative."
    assert holders(text, basis="joint", cue="expressed") == {"belt_and_road": "CELAC"}


def test_the_first_to_support_something_holds_it() -> None:
    text = "Peru was among the first to voice support for the Global Development Initiative."
    assert holders(text) == {"gdi": "PER"}


def test_the_leading_role_of_the_un_is_the_un_centred_order() -> None:
    assert "un_centred_order" in ids("It is right for the UN to keep the leading role.")
    assert ids("The two countries enjoy a partnership for comprehensive cooperation.") == ["partnership"]


def test_the_reunification_of_others_is_not_the_taiwan_question() -> None:
    found = find_formulas(said("China backs the reunification process in Cyprus."), scene())
    assert [f.id for f in found] == []
