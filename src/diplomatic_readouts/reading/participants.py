"""The persons and sentences of a page in; who took part in the act reported out, each with a role."""

from __future__ import annotations

import re
from typing import NamedTuple

from diplomatic_readouts.reading.cast import Person
from diplomatic_readouts.reading.guests import persons_in
from diplomatic_readouts.reading.layout import Layout
from diplomatic_readouts.reading.missions import host_of, is_hosted, is_missions, serves_mission
from diplomatic_readouts.reading.own_words import announces, foreword, is_statement
from diplomatic_readouts.reading.page import Page
from diplomatic_readouts.reading.parts import Part, add_part, gather_parts
from diplomatic_readouts.records import Participant
from diplomatic_readouts.records.vocabulary import Kind, Role

_ONE_A_STATE = frozenset(("president", "prime minister", "premier", "foreign minister", "king", "chancellor"))
_LOCAL = _ONE_A_STATE | {"governor", "mayor", "minister", "vice minister", "speaker"}
_PAST = re.compile(r"\b[Ff]ormer\b|-(?:elect|designate)\b")
_ATTENDED = re.compile(r"(?:attend|participat|took part)", re.IGNORECASE)


class _Act(NamedTuple):
    """What the whole page says of the act in which they take part."""

    kind: Kind
    publisher: str | None
    chaired: bool
    led: bool
    met: bool
    """Whether somebody of another state is named as met or called."""
    answered: bool
    """Whether somebody of another state speaks."""
    attended: bool
    """Whether the publisher's own figure is only told to have come to a meeting of others."""


def find_participants(
    page: Page, layout: Layout, kind: Kind, publisher: str | None, place: str | None
) -> tuple[Participant, ...]:
    """Return those who took part, in order of first appearance; `place` is the state where the act took place."""
    parts = _gather(page, layout, kind, publisher)
    found = sorted(parts.values(), key=lambda p: min(p.at))
    for part in found:
        if part.beside and _is_in(layout, part.beside) and not _is_in(layout, part.person):
            part.leads, part.present = False, True  # "Dr. X and Ambassador Y met with", under "Dr. X's Trip to Peru"
    host = place if place != publisher and _hosts(found, kind, place) else None
    head = next((p.person for p in found if p.acts and serves_mission(p.person)), None)
    led = head is not None and publisher is not None and head.country == publisher  # "Chinese Ambassador to X, Y, met"
    missions = led or (is_missions(layout, page) and any(p.writes or serves_mission(p.person) for p in found))
    missions = missions or _is_led_by_mission(found, publisher)
    hosted = missions or is_hosted(layout, page)
    host = host or (host_of(layout, page, publisher) if hosted else None)
    others = [p for p in found if p.person.organization or p.person.country not in (None, publisher)]
    act = _Act(
        kind,
        publisher,
        chaired=any(p.chairs for p in found),
        led=any(p.leads or p.chairs for p in found),
        met=any(p.leads for p in others),
        answered=any(p.speaks for p in others),
        attended=_only_attended(page),
    )
    states = [_unmarked_state(p, publisher, host, missions or (hosted and p.is_guest)) for p in found]
    states = _apart(found, states, publisher)
    served = dict(zip((p.person.name for p in found), states, strict=True))
    served |= {p.person.name: p.person.country for p in found if p.person.country or p.person.organization}
    for n, part in enumerate(found):
        hosts = part.with_whom and serves_mission(part.with_whom) and not (part.spouse or serves_mission(part.person))
        if part.with_whom and not part.side and not (hosts and part.person.nouns & _LOCAL):
            toured = hosts and kind == "visit"  # "visited the university, accompanied by Registrar X"
            states[n] = None if toured else served.get(part.with_whom.name, states[n])
    return tuple(
        _participant(page, p, n, act, state) for n, (p, state) in enumerate(zip(found, states, strict=True), 1)
    )


def _is_led_by_mission(parts: list[Part], publisher: str | None) -> bool:
    """Return whether the publisher's own are all of its mission, and those without nationality are only present."""
    own = [p for p in parts if p.person.country == publisher]
    others = [p for p in parts if p.person.country is None and not p.person.organization]
    return bool(own) and all(serves_mission(p.person) for p in own) and not any(p.leads or p.speaks for p in others)


def _only_attended(page: Page) -> bool:
    """Return whether the first act told is to attend ("X attended the Ministerial Meeting of the Group of")."""
    first = next((s.encounter for s in page.sentences if s.encounter and s.encounter.kind), None)
    return first is not None and bool(_ATTENDED.match(page.text, first.start))


def _gather(page: Page, layout: Layout, kind: Kind, publisher: str | None) -> dict[str, Part]:
    """Return those who take part in what the page tells, with the authors of words given whole, by name."""
    announced = announces(page)
    told = kind != "article" and (announced or not is_statement(page, layout))
    parts: dict[str, Part] = gather_parts(page, publisher) if told else {}
    if layout.byline and layout.byline.start is not None:
        for person in page.cast.named_in(layout.byline.start, layout.byline.end):
            add_part(parts, person, layout.byline.start).writes = True
    introduced = page.sentences[:1] if foreword(page) else []
    for person in [p for s in introduced for p in persons_in(page, s, s.start, s.end)][:1]:
        add_part(parts, person, person.first).writes = True
    _add_spokesperson(page, layout, parts)
    _add_greeted(page, layout, parts)
    if announced:
        first = page.sentences[0]
        for person in persons_in(page, first, first.start, first.end):
            add_part(parts, person, first.start).writes = True
    return parts


def _apart(found: list[Part], states: list[str | None], publisher: str | None) -> list[str | None]:
    """Return the states with but one president a state: of "Presidents X and Y" the second serves another one."""
    seen: set[str] = set()
    apart: list[str | None] = []
    for part, state in zip(found, states, strict=True):
        person = part.person
        held = person.nouns & _ONE_A_STATE if not any(_PAST.search(o) for o in person.offices) else set()
        unmarked = person.country is None and person.organization is None
        second = unmarked and state == publisher and bool(held & seen)
        if unmarked and state == publisher:
            seen |= held
        apart.append(None if second else state)
    return apart


def _is_in(layout: Layout, person: Person) -> bool:
    """Return whether the headline names a person."""
    title = layout.title.text.casefold() if layout.title else ""
    return bool(person.words) and bool(re.search(rf"\b{re.escape(person.words[-1])}\b", title))


def _unmarked_state(part: Part, publisher: str | None, host: str | None, missions: bool) -> str | None:
    """Return the state of a person without a nationality: that of the delegation, the publisher, or whom it met."""
    if part.side:
        return part.side
    if part.writes:
        return publisher
    if part.greeted:
        return host
    if missions:
        unknown = not (part.person.nouns or part.leads or part.met or part.with_whom)
        return publisher if serves_mission(part.person) else None if unknown else host
    return (part.near or host) if part.met else publisher


def _hosts(parts: list[Part], kind: Kind, place: str | None) -> bool:
    """Return whether the state of the place receives: the page is of a visit, or one of its officials takes part."""
    return kind == "visit" or any(p.person.country == place for p in parts)


def _add_spokesperson(page: Page, layout: Layout, parts: dict[str, Part]) -> None:
    """Add the spokesperson of remarks that are given whole: named in the title, else by a label ("Spokesperson X:")."""
    if parts:
        return
    title = layout.title
    if title and title.start is not None and title.end is not None:
        named = ((a, person) for person in page.cast.persons for a, _ in person.places if title.start <= a < title.end)
        for _, person in sorted(named, key=lambda place: place[0])[:1]:
            add_part(parts, person, title.start).writes = True
    labels = (n for s in page.sentences if s.opens for n in s.namings if n.start == s.start)
    for naming in labels if not parts else ():
        labelled = page.cast.find(naming) if page.text[naming.end : naming.end + 1] == ":" else None
        if labelled:
            add_part(parts, labelled, naming.start).writes = True


def _add_greeted(page: Page, layout: Layout, parts: dict[str, Part]) -> None:
    """Add whom the salutations above a speech name."""
    lines = [s for s in layout.segments if s.kind == "navigation" and page.text[s.end - 1] in ",;:"]
    if any(p.writes for p in parts.values()) or is_statement(page, layout):
        for person in [p for line in lines for p in page.cast.named_in(line.start, line.end)]:
            part = add_part(parts, person, person.first)
            part.present = part.greeted = True


def _participant(page: Page, part: Part, number: int, act: _Act, unmarked: str | None) -> Participant:
    """Return a participant; `unmarked` is the state of whom the page prints no nationality."""
    person = part.person  # one whose printed nationality is of two states ("Dominican") has none
    country = person.country or (None if person.organization or person.states else unmarked)
    return Participant(
        id=f"p{number}",
        name=person.name,
        country=country,
        organization=None if person.country else person.organization,
        offices=tuple(office for office in person.offices if _is_printed(office, page.text)),
        role=_role(part, act, own=country is not None and country == act.publisher),
        mentions=tuple(page.span(a, b) for a, b in sorted(set(person.places))),
    )


def _is_printed(office: str, text: str) -> bool:
    """Return whether a page has an office in these words: what is put together from two places may stand nowhere.

    >>> _is_printed("Member of Parliament", "Members of Parliament Zita Lukacs and Pal Nagy")
    False
    """
    return office in text or " ".join(office.split()) in " ".join(text.split())


def _role(part: Part, act: _Act, own: bool) -> Role:
    if act.kind == "announcement" and part.speaks and "spokesperson" in part.person.nouns:
        return "author"
    if part.writes and act.kind in ("article", "remarks", "message", "announcement"):
        return "author"
    if part.chairs and own and act.kind == "multilateral":
        return "chair"
    if part.leads:
        lead = own or (act.publisher is None and part.acts)
        silent = act.chaired and act.answered and act.kind == "multilateral" and not part.speaks
        return "principal" if lead else "attendee" if silent else "counterpart"
    alone_leads = act.kind in ("other", "remarks", "multilateral") and not act.led
    if part.present and not (part.speaks and (not own or alone_leads)):
        alone = act.kind in ("multilateral", "call") and (part.listed or not act.met) and not act.attended
        return "counterpart" if alone and not own else "attendee"
    if own:
        return "principal" if act.kind in ("remarks", "other") or (part.speaks and alone_leads) else "attendee"
    alone = act.publisher is None and not act.met and not act.answered and part.speaks
    return "principal" if alone else "counterpart"
