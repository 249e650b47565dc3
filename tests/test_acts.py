"""What a sentence does, as a reader of the page would say."""

from __future__ import annotations

import pytest

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import ActEntry
from diplomatic_readouts.reading.acts import find_acts
from diplomatic_readouts.records.vocabulary import Act, Basis
from spoken import said, scene

ENTRIES = read_lexicon("acts", ActEntry)


def acts(text: str, country: str = "CHN", basis: Basis = "continued", cue: str | None = None) -> tuple[Act, ...]:
    return find_acts(said(text, country, basis, cue), scene())


def of_example(entry: ActEntry, text: str) -> tuple[Act, ...]:
    """Return the acts of an example, spoken as its entry expects: by the readout, by both, or reported by a cue."""
    if entry.told:
        return acts(text, basis="narrator")
    if entry.id in {"agree", "narrate"}:
        return acts(text, basis="joint")
    past = next((form for form in sorted(entry.past, key=len, reverse=True) if f" {form} " in text), None)
    if past is None and "expressed" in text:
        past = "expressed"
    return acts(text, basis="named" if past else "continued", cue=past)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: f"{e.id}: {e.example}")
def test_an_example_does_what_its_entry_says(entry: ActEntry) -> None:
    assert entry.id in of_example(entry, entry.example)


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.counterexample], ids=lambda e: f"{e.id}: {e.counterexample}")
def test_a_counterexample_does_not(entry: ActEntry) -> None:
    text = entry.counterexample or ""
    assert entry.id not in (of_example(entry, text) if entry.told else acts(text))


def frames(entry: ActEntry, form: str) -> list[tuple[str, Basis, str | None]]:
    """Return sentences in which a form of an entry may stand, each with its basis and cue."""
    found: list[tuple[str, Basis, str | None]] = []
    if form in entry.told:
        return [(f"The visit {form} it.", "narrator", None)]
    if form in entry.past:
        objects = ("the efforts", "greetings", "that it", "to see", "a new road", "working")
        found += [(f"Lin Tao {form} {what}.", "named", form) for what in objects]
        return [*found, (f"The two sides {form} it.", "joint", None)]
    subjects = ("China", "The two sides", "Peru", "It", "The plan", "We", "I")
    found += [
        (f"{s} {form} {what}.", "continued", None)
        for s in subjects
        for what in ("the talks", "that it will grow", "working", "greetings")
    ]
    found += [(f"China has always {form.split(' ', 1)[-1]} the talks.", "continued", None)] if entry.lasting else []
    found += [(f"{form.capitalize()} {s}, China said so.", "continued", None) for s in ("the talks", "greetings")]
    found += [(f"Lin Tao expressed {form} {what}.", "named", "expressed") for what in ("the talks", "working")]
    return [*found, (f"They {form} it.", "joint", None), (f"{form} it", "joint", None)]


FORMS = [
    (entry, form)
    for entry in ENTRIES
    for form in (*entry.forms, *entry.plain, *entry.past, *entry.anywhere, *entry.told)
]


@pytest.mark.parametrize(("entry", "form"), FORMS, ids=lambda v: v if isinstance(v, str) else v.id)
def test_every_form_tells_its_act_in_some_sentence(entry: ActEntry, form: str) -> None:
    """No form is idle: there is a sentence in which it does what its entry says."""
    assert any(entry.id in acts(text, basis=basis, cue=cue) for text, basis, cue in frames(entry, form))


def test_a_sentence_that_takes_no_stand_states_something() -> None:
    assert acts("China was the first country to open an embassy there.") == ("assert",)


def test_acts_come_in_order_of_appearance() -> None:
    text = "Peru firmly adheres to the one-China principle, and hopes to deepen cooperation in education."
    assert acts(text, "PER") == ("position", "expect")


def test_what_is_appreciated_is_no_position_of_the_speaker() -> None:
    assert acts("China appreciates that Peru attaches importance to ties and supports the initiative.") == ("evaluate",)


def test_a_new_clause_after_appreciation_counts_again() -> None:
    text = "We appreciate that Peru adheres to the one-China principle, and hope that trade will grow."
    assert acts(text) == ("evaluate", "expect")


def test_a_participle_before_the_subject_counts_by_itself() -> None:
    text = "Speaking highly of the reform, the Peruvian side thanks China, and hopes to deepen practical cooperation."
    assert acts(text, "PER") == ("evaluate", "thank", "expect")


def test_a_hope_that_the_other_side_acts_is_a_request() -> None:
    assert acts("China hopes that Peru will provide a fair environment.") == ("request",)


def test_a_hope_for_companies_of_the_other_side_is_a_request() -> None:
    assert acts("Peru hopes that Chinese companies will invest more.", "PER") == ("request",)


def test_should_is_a_proposal_of_both_sides() -> None:
    assert acts("The two sides should open more flights.") == ("propose",)


def test_should_is_a_request_to_the_other_side() -> None:
    assert acts("Peru should lift the tariff.") == ("request",)


def test_should_is_a_position_on_anything_else() -> None:
    assert acts("The dispute should be settled by talks.") == ("position",)


def test_will_support_is_a_position() -> None:
    assert acts("China will continue to support the talks.") == ("position",)


def test_is_willing_to_support_is_both_promise_and_position() -> None:
    assert acts("China is willing to support the talks.") == ("commit", "position")


def test_will_of_both_sides_is_a_proposal() -> None:
    assert acts("China and Peru will jointly safeguard the multilateral trading system.") == ("propose",)


def test_a_heading_of_a_list_is_a_proposal() -> None:
    assert acts("First, firmly support each other on core interests.") == ("propose",)


def test_a_sentence_after_an_ordinal_is_no_heading() -> None:
    assert acts("Second, China will invest in the harbour.") == ("commit",)


def test_a_condition_is_stated_and_not_expected() -> None:
    assert acts("If the rules fail, all countries will suffer.") == ("assert",)


def test_a_date_set_is_stated_and_not_promised() -> None:
    assert acts("The third forum will be held in Lima in June.") == ("assert",)


def test_a_noun_of_the_genre_counts_where_it_is_expressed() -> None:
    text = "Marta Quiroga expressed support for the bid."
    assert acts(text, "PER", "named", "expressed") == ("position",)


def test_the_same_noun_is_part_of_what_is_thanked_for() -> None:
    text = "Marta Quiroga thanked China for its support for the bid."
    assert acts(text, "PER", "named", "thanked") == ("thank",)


def test_welcoming_a_person_greets() -> None:
    assert acts("Lin Tao welcomed President Rojas to the capital.", "CHN", "named", "welcomed") == ("greet",)


def test_welcoming_progress_judges() -> None:
    assert acts("Lin Tao welcomed the progress of the talks.", "CHN", "named", "welcomed") == ("evaluate",)


def test_a_lead_that_meets_and_congratulates_does_both() -> None:
    text = "Lin Tao met with Marta Quiroga to congratulate her on her new office."
    assert acts(text, "CHN", "named", "congratulate") == ("narrate", "greet")


def test_both_sides_that_discussed_and_agreed_do_both() -> None:
    text = "The two ministers discussed trade, and agreed to meet again."
    assert acts(text, basis="joint", cue="agreed") == ("narrate", "agree")


def test_background_of_the_readout_is_stated() -> None:
    assert acts("Peru has been a member of the forum since 1998.", basis="narrator") == ("assert",)


def test_a_visit_to_come_is_narrated() -> None:
    assert acts("Lin Tao will visit Lima from May 3 to 5.", basis="narrator") == ("narrate",)


def test_what_the_publisher_will_do_is_a_promise_also_in_its_own_words() -> None:
    assert acts("As announced in April, China will exempt travelers from visas.", basis="narrator") == ("commit",)


def test_a_statement_beside_a_judgement_is_both() -> None:
    text = "The two countries enjoy good relations with fruitful results in trade."
    assert acts(text) == ("assert", "evaluate")


def test_machines_and_roads_take_no_position() -> None:
    assert acts("Chinese machinery supports the widening of the road.") == ("assert",)


def test_every_sentence_does_something() -> None:
    assert acts("…") == ("assert",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China is also willing to work with Peru.", ("commit",)),
        ("China is always ready to work with Peru.", ("commit",)),
        ("China stands, as always, ready to help.", ("commit",)),
        ("China is fully prepared to work together with Peru.", ("commit",)),
        ("China would very much like to work with Peru.", ("commit",)),
        ("China has always firmly supported the talks.", ("position",)),
        ("China will continue to firmly support the talks.", ("position",)),
        ("China is also willing to support the talks.", ("commit", "position")),
    ],
)
def test_an_adverb_within_a_form_does_not_hide_it(text: str, expected: tuple[Act, ...]) -> None:
    assert acts(text) == expected


def test_hardly_is_no_such_adverb() -> None:
    assert acts("China is hardly ready to open the road.") == ("assert",)


def test_whose_commitment_it_is_may_stand_within() -> None:
    text = "Lin Tao reaffirmed the commitment of Peru and China to work together."
    assert acts(text, "CHN", "named", "reaffirmed") == ("commit",)


def test_being_committed_to_a_value_is_a_position() -> None:
    assert acts("The two sides committed to the rule of law.", basis="joint", cue="committed to") == ("position",)


def test_being_committed_to_an_action_is_a_promise() -> None:
    assert acts("The two sides committed to opening a school.", basis="joint", cue="committed to") == ("commit",)


@pytest.mark.parametrize(
    "guest", ["Marta Quiroga on her visit", "Rosa Paz on her first visit to Asia", "Ambassador Paz"]
)
def test_welcoming_a_person_by_name_or_office_greets(guest: str) -> None:
    assert acts(f"Lin Tao welcomed {guest}.", "CHN", "named", "welcomed") == ("greet",)


def test_offering_condolences_is_no_promise() -> None:
    assert acts("Lin Tao offered his condolences to the families.", "CHN", "named", "offered") == ("greet",)


def test_conveying_that_something_is_so_is_no_greeting() -> None:
    assert acts("Lin Tao conveyed that the road is open.", "CHN", "named", "conveyed") == ("assert",)


def test_what_was_agreed_without_saying_by_whom_is_agreed() -> None:
    assert acts("It was agreed that trade should grow.", basis="joint") == ("agree",)
    assert acts("It was agreed that trade should grow.", basis="narrator") == ("agree",)


def test_an_impersonal_hope_asks_where_the_other_side_is_to_act() -> None:
    assert acts("It is hoped that Peru will lift the tariff.") == ("request",)
    assert acts("It is hoped that trade will grow.") == ("expect",)


def test_a_belief_about_the_future_is_an_expectation() -> None:
    assert acts("It is believed that trade will grow.") == ("expect",)
    assert acts("China believes that the road is open.") == ("assert",)


def test_what_a_side_will_never_do_is_a_position() -> None:
    assert acts("China will never let anyone close the strait.") == ("position",)


def test_a_goal_of_a_proposal_judges_nothing() -> None:
    assert acts("The two sides should take solid steps in trade.") == ("propose",)


def test_what_a_welcome_announcement_says_is_no_expectation() -> None:
    text = "Lin Tao welcomed the announcement that it will open the port."
    assert acts(text, "CHN", "named", "welcomed") == ("evaluate",)


def test_a_word_of_praise_in_congratulations_is_part_of_them() -> None:
    text = "Lin Tao congratulated Peru on its remarkable achievements."
    assert acts(text, "CHN", "named", "congratulated") == ("greet",)


def test_what_is_asked_of_both_sides_is_a_proposal() -> None:
    assert acts("Lin Tao urged both sides to open the road.", "CHN", "named", "urged") == ("propose",)


def test_what_own_companies_are_asked_is_a_position() -> None:
    assert acts("Lin Tao encouraged its companies to invest.", "CHN", "named", "encouraged") == ("position",)


def test_a_group_that_is_no_party_is_asked_nothing() -> None:
    assert acts("The G20 should return to its tasks.") == ("position",)


def test_what_somebody_proposed_is_no_proposal_of_the_speaker() -> None:
    assert acts("China will carry out the plan, proposed by many.") == ("commit",)


def test_a_verb_goes_on_after_an_object_that_is_no_clause() -> None:
    text = "China expects much from the forum, appreciates the work of Peru, and is willing to help."
    assert acts(text) == ("expect", "evaluate", "commit")


def test_what_one_speaker_says_that_sides_agreed_is_stated() -> None:
    assert acts("Last year the committee adopted the plan.") == ("assert",)


def test_sides_may_agree_beside_the_thanks_of_one() -> None:
    text = "Lin Tao thanked Marta Quiroga for the help, and they agreed to meet again."
    assert acts(text, "CHN", "named", "thanked") == ("thank", "agree")


def test_a_purpose_clause_does_what_its_verb_does() -> None:
    text = "Lin Tao spoke by phone with Marta Quiroga to reiterate the strong ties."
    assert acts(text, "CHN", "named", "reiterate") == ("narrate", "position")


def test_an_adverb_does_not_hide_a_visit_to_come() -> None:
    assert acts("He will also attend the forum in Lima.", basis="narrator") == ("narrate",)


def test_a_relative_clause_does_not_tell_what_the_readout_does() -> None:
    text = "Lin Tao toured a school, which was founded in 1950."
    assert acts(text, basis="narrator") == ("narrate",)


def test_thanks_to_something_is_no_thanks() -> None:
    assert acts("Thanks to the port, trade has grown.") == ("assert",)


def test_a_heading_needs_a_verb() -> None:
    assert acts("Second, upholding the law has become a common wish.") == ("assert",)


def test_what_will_be_given_is_a_promise() -> None:
    assert acts("More looms will be provided next year.") == ("commit",)


def test_what_is_announced_to_come_is_a_promise() -> None:
    text = "Lin Tao announced that the bank will open an office in Cusco."
    assert find_acts(said(text, "CHN", "named", "announced", "announce"), scene()) == ("commit",)


def test_a_hope_that_somebody_does_something_asks_him() -> None:
    assert acts("China hopes that it will keep up the good work.", "CHN") == ("request",)


def test_to_celebrate_an_anniversary_is_to_greet() -> None:
    text = "They celebrated the tenth anniversary of the pact."
    assert acts(text, basis="joint", cue="celebrated") == ("greet",)


def test_to_celebrate_what_was_done_is_to_praise() -> None:
    text = "They celebrated the growth of the two ports."
    assert acts(text, basis="joint", cue="celebrated") == ("evaluate",)


def test_thanks_and_a_talk_in_one_sentence_are_both_told() -> None:
    text = "Lin Tao thanked the Minister, and the two discussed the harvest."
    assert acts(text, basis="named", cue="thanked") == ("thank", "narrate")


def test_what_both_describe_is_stated() -> None:
    text = "The two ministers described their plans for a fish market."
    assert find_acts(said(text, None, "joint", "described", "describe"), scene()) == ("assert",)


def test_a_shared_commitment_to_something_to_be_done_is_a_promise() -> None:
    text = "The two ministers reaffirmed their commitment to the removal of the old mines."
    assert acts(text, basis="joint", cue="reaffirmed") == ("commit",)


def test_a_toast_is_a_greeting() -> None:
    assert acts("Now I would like to propose a toast to the health of our guests.", basis="author") == ("greet",)


@pytest.mark.parametrize("pronoun", ["He", "She"])
def test_she_is_ready_as_he_is(pronoun: str) -> None:
    assert find_acts(said(f"{pronoun} is willing to build more ports.", basis="pronoun"), scene()) == ("commit",)


def test_an_embassy_in_a_state_is_ready_as_an_embassy_is() -> None:
    assert find_acts(said("The Chinese Embassy in Peru stands ready to build more ports."), scene()) == ("commit",)


def test_a_purpose_is_not_what_is_told() -> None:
    text = "The Embassy hosted a reception to celebrate the anniversary of the Republic."
    assert find_acts(said(text, basis="narrator"), scene()) == ("narrate",)
