"""The differences of two builds: each change is told once, where it is, with what was there before and what is now."""

from __future__ import annotations

from typing import TypeVar

import pytest

from diplomatic_readouts.diff import Change, Speaker, diff, diff_pages
from diplomatic_readouts.records import Participant, Readout, Record, Statement
from sample import AGREED, NOTED, READY, SAID, make_readout, make_readouts, with_statement

OLD = make_readout()
Told = tuple[str, str, str | None, object, object]
Thing = TypeVar("Thing", bound=Record)


def changed(record: Thing, **changes: object) -> Thing:
    """Return a record with fields replaced and nothing checked."""
    return record.model_copy(update=changes)


def told(old: Readout, new: Readout) -> list[Told]:
    """Return the changes as outcome, group, field and both values."""
    return [(c.outcome, c.group, c.field, c.old, c.new) for c in diff_pages(old, new)]


def only(old: Readout, new: Readout) -> Change:
    """Return the one change there is."""
    (change,) = diff_pages(old, new)
    return change


def with_person(number: int, **changes: object) -> Readout:
    """Return the sample with fields of one participant replaced."""
    people = [p.model_copy(update=changes) if n == number else p for n, p in enumerate(OLD.participants, 1)]
    return changed(OLD, participants=tuple(people))


# ---------------------------------------------------------------------------------------------------------- pages


def test_the_same_records_differ_in_nothing() -> None:
    """No page is told, and each is counted as the same."""
    readouts = make_readouts(3)
    result = diff(readouts, reversed(readouts))
    assert result.is_empty
    assert (result.pages, result.same) == ((), 3)


def test_pages_are_the_same_by_their_text() -> None:
    """A page under another name, saved anew, is still the page, and its source changed."""
    moved = changed(OLD, source=changed(OLD.source, name="002.txt", sha256="0" * 64))
    result = diff([OLD], [moved])
    assert (result.only_old, result.only_new) == ((), ())
    assert [c.field for c in result.pages[0].changes] == ["source.name", "source.sha256"]


def test_a_page_in_one_build_only_is_told() -> None:
    """One went, another came; the third is in both."""
    first, second, third = make_readouts(3)
    result = diff([first, second], [second, third])
    assert (result.only_old, result.only_new, result.same) == ((first,), (third,), 1)
    assert not result.is_empty


# ----------------------------------------------------------------------------------------------- document fields


def test_a_changed_field_has_both_values() -> None:
    """The kind of the page was read otherwise."""
    assert told(OLD, changed(OLD, kind="visit")) == [("changed", "document fields", "kind", "meeting", "visit")]


def test_a_value_where_there_was_none_is_gained() -> None:
    """The other way round it is lost."""
    hall = OLD.statements[0].mentions[2]
    new = changed(OLD, event=changed(OLD.event, venue=hall))
    assert told(OLD, new) == [("gained", "document fields", "event.venue", None, hall)]
    assert told(new, OLD) == [("lost", "document fields", "event.venue", hall, None)]


def test_fields_are_told_by_the_part_that_changed() -> None:
    """The publisher's basis changed, not the whole publisher."""
    new = changed(OLD, publisher=changed(OLD.publisher, basis="stated"))
    assert told(OLD, new) == [("changed", "document fields", "publisher.basis", "inferred", "stated")]


# -------------------------------------------------------------------------------------------------- participants


def test_a_participant_who_came_is_gained() -> None:
    """Whoever is new is told as a whole."""
    old = changed(OLD, participants=OLD.participants[:1])
    assert only(old, OLD) == Change("participants", None, OLD.participants[1], where=OLD.participants[1])


def test_a_participant_read_otherwise_is_told_by_the_field() -> None:
    """The role changed, in that person."""
    new = with_person(2, role="attendee")
    assert only(OLD, new) == Change("participants", "counterpart", "attendee", "role", where=new.participants[1])


def test_offices_come_and_go_one_by_one() -> None:
    """One of two offices is new."""
    new = with_person(1, offices=("State Councilor", "Foreign Minister"))
    assert told(OLD, new) == [("gained", "participants", "offices", None, "State Councilor")]


def test_a_person_under_a_fuller_name_is_the_same_person() -> None:
    """Who is named first at the same place has another name, and did not come or go."""
    assert told(OLD, with_person(2, name="Tomás Arrieta Vega")) == [
        ("changed", "participants", "name", "Tomás Arrieta", "Tomás Arrieta Vega")
    ]


def test_another_order_of_the_participants_is_told_once() -> None:
    """Their ids only follow from it."""
    first, second = OLD.participants
    turned = changed(OLD, participants=(changed(second, id="p1"), changed(first, id="p2")))
    assert told(OLD, turned) == [
        ("changed", "participants", "order", ("Ling Wei", "Tomás Arrieta"), ("Tomás Arrieta", "Ling Wei"))
    ]


# ----------------------------------------------------------------------------------------------------- sentences


def renumbered(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Return statements with the numbers and ids that a build gives them."""
    return tuple(changed(s, index=n, id=f"{OLD.id}/{n:03d}") for n, s in enumerate(statements, 1))


def test_a_sentence_that_is_new_is_gained_and_the_others_are_as_before() -> None:
    """That the later ones have another number only follows from it."""
    old = changed(OLD, statements=renumbered((*OLD.statements[:1], *OLD.statements[2:])))
    change = only(old, OLD)
    assert (change.outcome, change.group) == ("gained", "statements")
    assert isinstance(change.new, Statement)
    assert change.new.text == NOTED


def test_a_sentence_cut_otherwise_is_lost_and_gained() -> None:
    """In the order of the text."""
    short = OLD.statements[4].model_copy(update={"end": OLD.statements[4].end - 1, "text": AGREED.removesuffix(".")})
    new = changed(OLD, statements=(*OLD.statements[:4], short))
    assert {c.outcome for c in diff_pages(OLD, new)} == {"gained", "lost"}


def test_another_speaker_is_one_change() -> None:
    """Name and country go together; whose side reports it is told beside."""
    new = with_statement(
        OLD,
        3,
        speaker="p2",
        speaker_name="Tomás Arrieta",
        speaker_country="PER",
        as_reported_by_other_side=True,
    )
    assert told(OLD, new) == [
        (
            "changed",
            "speaker",
            "speaker",
            Speaker("Ling Wei", "CHN", None),
            Speaker("Tomás Arrieta", "PER", None),
        ),
        ("changed", "other statement fields", "as_reported_by_other_side", False, True),
    ]


def test_a_sentence_that_nobody_speaks_any_more_has_lost_its_speaker() -> None:
    """None stands for nobody."""
    new = with_statement(OLD, 3, speaker=None, speaker_name=None, speaker_country=None)
    assert told(OLD, new) == [("lost", "speaker", "speaker", Speaker("Ling Wei", "CHN", None), None)]


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [("basis", "continued", "side"), ("paragraph", 2, 3)],
)
def test_a_field_of_a_sentence_is_told_with_the_sentence(field: str, old: object, new: object) -> None:
    """The change knows in which sentence it is."""
    change = only(OLD, with_statement(OLD, 3, **{field: new}))
    assert (change.field, change.old, change.new) == (field, old, new)
    assert isinstance(change.where, Statement)
    assert change.where.text == READY


def test_a_lost_cue_is_told() -> None:
    """With its lemma."""
    change = only(OLD, with_statement(OLD, 4, cue=None))
    assert (change.outcome, change.group, change.old) == ("lost", "cue", OLD.statements[3].cue)


def test_acts_and_topics_come_and_go_one_by_one() -> None:
    """A label in place of another is one lost and one gained."""
    new = with_statement(OLD, 4, acts=("expect", "evaluate"), topics=("trade",))
    assert [(c.outcome, c.group, c.old or c.new) for c in diff_pages(OLD, new)] == [
        ("lost", "acts", "assert"),
        ("gained", "acts", "evaluate"),
        ("lost", "topics", "bilateral_ties"),
    ]


def test_another_order_of_topics_is_a_change() -> None:
    """The most central one comes first."""
    assert told(OLD, with_statement(OLD, 4, topics=("trade", "bilateral_ties"))) == [
        ("changed", "topics", "topics", ("bilateral_ties", "trade"), ("trade", "bilateral_ties"))
    ]


# -------------------------------------------------------------------------------- formulas, mentions, pledges


def test_another_holder_is_a_change_of_that_formula() -> None:
    """The formula itself was found before."""
    formula = OLD.statements[1].formulas[0].model_copy(update={"holder": "CHN"})
    change = only(OLD, with_statement(OLD, 2, formulas=(formula,)))
    assert (change.group, change.field, change.old, change.new) == ("formulas", "holder", "PER", "CHN")
    assert change.item == formula


def test_a_formula_in_longer_words_is_the_same_formula() -> None:
    """Its words changed."""
    formula = OLD.statements[1].formulas[0]
    longer = formula.model_copy(update={"start": formula.start - 4, "text": f"the {formula.text}"})
    change = only(OLD, with_statement(OLD, 2, formulas=(longer,)))
    assert (change.group, change.field) == ("formulas", "words")


def test_a_mention_of_another_kind_at_the_same_place_is_changed() -> None:
    """Neither lost nor gained."""
    date, person, place = OLD.statements[0].mentions
    new = with_statement(OLD, 1, mentions=(date, person, place.model_copy(update={"kind": "country"})))
    assert told(OLD, new) == [("changed", "mentions", "kind", "place", "country")]


def test_a_lost_mention_is_told_as_a_whole() -> None:
    """With its words and value."""
    date, *others = OLD.statements[0].mentions
    assert told(OLD, with_statement(OLD, 1, mentions=tuple(others))) == [("lost", "mentions", None, date, None)]


def test_a_pledge_read_otherwise_is_told_by_the_field() -> None:
    """Its status and recipient changed."""
    pledge = OLD.statements[2].pledges[0].model_copy(update={"status": "new", "recipient": None})
    assert told(OLD, with_statement(OLD, 3, pledges=(pledge,))) == [
        ("lost", "pledges", "recipient", "PER", None),
        ("changed", "pledges", "status", "restated", "new"),
    ]


# ----------------------------------------------------------------------------------------------------- the whole


def test_changes_are_counted_by_group_and_outcome() -> None:
    """Pages first; groups without a change have no line."""
    first, second, third = make_readouts(3)
    later = with_statement(changed(first, kind="visit"), 4, acts=("expect",), cue=None)
    assert diff([first, second], [later, third]).counts() == {
        "pages": {"gained": 1, "lost": 1, "changed": 1},
        "document fields": {"gained": 0, "lost": 0, "changed": 1},
        "cue": {"gained": 0, "lost": 1, "changed": 0},
        "acts": {"gained": 0, "lost": 1, "changed": 0},
    }


def test_changes_stand_in_the_order_of_the_text() -> None:
    """Document, then who took part, then sentence by sentence."""
    new = with_statement(with_statement(with_person(1, role="chair"), 5, cue=None), 4, cue=None)
    changes = diff_pages(OLD, changed(new, kind="visit"))
    assert [c.group for c in changes] == ["document fields", "participants", "cue", "cue"]
    assert [c.where.text for c in changes if isinstance(c.where, Statement)] == [SAID, AGREED]
    assert [c.where.name for c in changes if isinstance(c.where, Participant)] == ["Ling Wei"]


def test_records_that_differ_in_ids_alone_are_not_the_same() -> None:
    """No difference is passed over, not even one that no build makes."""
    changes = diff_pages(OLD, with_statement(OLD, 3, index=7))
    assert [(c.group, c.field) for c in changes] == [("document fields", "ids")]
