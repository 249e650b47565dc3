"""What a side says it will do or give, as a reader of the page would say."""

from __future__ import annotations

import pytest

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import InstrumentEntry
from diplomatic_readouts.reading.pledges import find_instrument, find_pledges
from diplomatic_readouts.records import Mention, Pledge
from diplomatic_readouts.records.vocabulary import VOCABULARIES, Basis
from spoken import said, scene

ENTRIES = read_lexicon("instruments", InstrumentEntry)
OFFSET = 40


def pledges(text: str, country: str = "CHN", basis: Basis = "continued", cue: str | None = None) -> list[Pledge]:
    people = [
        Mention(start=OFFSET + at, end=OFFSET + at + len(name), text=name, kind="person", value=name)
        for name in ("Lin Tao", "Marta Quiroga")
        if (at := text.find(name)) >= 0
    ]
    lemma = {"announced": "announce"}.get(cue or "")
    return list(find_pledges(said(text, country, basis, cue, lemma, OFFSET), scene(), None, people))


def only(text: str, country: str = "CHN", basis: Basis = "continued", cue: str | None = None) -> Pledge:
    found = pledges(text, country, basis, cue)
    assert len(found) == 1, [pledge.text for pledge in found]
    return found[0]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.id)
def test_an_example_names_its_instrument(entry: InstrumentEntry) -> None:
    assert find_instrument(entry.example) == entry.id


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.id)
def test_a_counterexample_does_not(entry: InstrumentEntry) -> None:
    assert entry.counterexample is not None
    assert find_instrument(entry.counterexample) != entry.id


def test_every_instrument_has_words() -> None:
    assert {entry.id for entry in ENTRIES} == set(VOCABULARIES["instrument"])


def test_a_pledge_is_the_verb_phrase_without_subject_and_auxiliary() -> None:
    found = only("China will provide 2,000 doses of vaccine to Peru.")
    assert found.text == "provide 2,000 doses of vaccine to Peru"
    assert (found.actor, found.recipient, found.instrument) == ("CHN", "PER", "aid")


def test_a_span_counts_from_the_start_of_the_page() -> None:
    text = "China will provide 2,000 doses of vaccine to Peru."
    found = only(text)
    assert text[found.start - OFFSET : found.end - OFFSET] == found.text


def test_an_amount_of_money_is_read_with_its_currency() -> None:
    found = only("China will open a credit line of 2 billion yuan for Peru.")
    assert (found.amount, found.currency, found.specific) == ("2000000000", "CNY", True)


def test_doses_and_quotas_are_no_amount() -> None:
    assert only("China will offer 40 scholarships to Peru.").amount is None


def test_two_promises_of_one_sentence_are_two_pledges() -> None:
    found = pledges("China will offer 40 scholarships to Peru, and build a hospital in Lima.")
    assert [p.instrument for p in found] == ["training", "cooperation"]


def test_a_purpose_is_left_out() -> None:
    found = only("China will continue to host the trade fair to create more opportunities for companies.")
    assert found.text == "continue to host the trade fair"


def test_a_purpose_that_names_the_recipient_is_kept() -> None:
    found = only("China will provide assistance within its means to help Peru rebuild.")
    assert found.text == "provide assistance within its means to help Peru rebuild"


def test_to_continue_is_not_specific() -> None:
    assert not only("China will continue to host the trade fair.").specific


def test_an_edition_is_specific() -> None:
    assert only("China will host the third round of the fair.").specific


def test_the_other_side_receives_what_plainly_goes_to_it() -> None:
    assert only("China will import more beef and soybeans.").recipient == "PER"


def test_what_goes_to_a_whole_region_has_no_recipient() -> None:
    assert only("China will offer 40 scholarships to the region.").recipient is None


def test_what_was_announced_before_is_restated_with_who_announced_it() -> None:
    found = only("China will implement the credit line announced by President Lin Tao for Peru.")
    assert (found.status, found.announced_by) == ("restated", "Lin Tao")


def test_what_is_done_is_delivered_and_the_whole_clause() -> None:
    found = only("The 500 training places promised last year have all been filled.")
    assert found.text == "The 500 training places promised last year have all been filled"
    assert found.status == "delivered"


def test_the_speaker_announces_by_that_verb() -> None:
    found = only("Lin Tao announced that China would grant tourists visas on arrival.", "CHN", "named", "announced")
    assert (found.text, found.announced_by) == ("grant tourists visas on arrival", "Lin Tao")


def test_a_thing_announced_by_name_is_a_pledge() -> None:
    found = only("Lin Tao announced a loan of 5 million yuan for solar projects.", "CHN", "named", "announced")
    assert found.text == "a loan of 5 million yuan for solar projects"


def test_support_for_a_membership_is_a_pledge() -> None:
    found = only("Peru supports China's bid to join the pact.", "PER")
    assert (found.actor, found.recipient, found.instrument) == ("PER", "CHN", "membership_support")
    assert found.text == "supports China's bid to join the pact"


def test_thanks_of_the_recipient_are_no_pledge() -> None:
    assert pledges("Peru thanks China for the doses that it has provided.", "PER") == []


def test_readiness_to_enhance_cooperation_is_no_pledge() -> None:
    assert pledges("China is ready to enhance cooperation with Peru in all fields.") == []


def test_what_the_other_side_should_do_is_no_pledge() -> None:
    assert pledges("China hopes that Peru will import more tea.") == []
