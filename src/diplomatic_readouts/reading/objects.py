"""What the object of a verb makes of its act: a Predicate in, its act out ("welcomed" a guest, or a result)."""

from __future__ import annotations

import re

from diplomatic_readouts.reading.attribution import Said, Scene
from diplomatic_readouts.reading.clauses import Clauses, Predicate
from diplomatic_readouts.reading.subjects import ALL
from diplomatic_readouts.reading.wordings import alternatives, wording
from diplomatic_readouts.records.vocabulary import Act

_NEGATED = re.compile(rf"\s+{alternatives('negation')}\b")
_COMMITTED = re.compile(rf"\b{alternatives('committed')}\b.{{0,60}}\bto", re.DOTALL)
_NEAR = 48
"""How far behind a verb its object stands."""
_FAR = 160
_OWN = re.compile(rf"\s+{alternatives('own_people')}\b")
_BOTH = re.compile(rf" {alternatives('each_side')}\b")
_GOAL = re.compile(rf"\s+{alternatives('goal')}\b")
_GERUND = re.compile(rf"{alternatives('gerund')}\b")
_TO_SOMEONE = re.compile(rf" {alternatives('to_someone')}\b")
_ENGAGEMENT = re.compile(rf" {alternatives('engagement')}\b")
_POSSESSIVE = re.compile(
    rf"(?:(?:[A-Z][\w.-]*|of|the|de) ){{0,7}}[A-Z][\w.-]*(?:'s|s') (?!{alternatives('coming')})(?=[a-z])"
)
_FOR_MERIT = re.compile(r"[^,;]{1,60} for (?:its|his|her|their|the)\b")
_GIVEN = re.compile(rf" {alternatives('be_given')}\b")
_ANNOUNCERS = frozenset(("announce", "pledge", "promise", "inform"))
_CONVEYORS = frozenset(("conveyed", "conveying", "expressed", "extended", "sent", "delivered"))
_MODALS = frozenset(("will", "would"))
_RECOGNIZERS = frozenset(("recognized", "recognised", "acknowledged"))


def has_object(p: Predicate, text: str) -> bool:
    """Tell whether a verb that may say many things has the object with which it tells its act."""
    word = text[p.start : p.end].lower()
    if word == "interest in":
        return bool(_GERUND.match(text, p.end + 1))
    if p.act == "expect" and word.startswith("believe"):
        return bool(wording("future").search(text, p.end))
    if p.act == "greet" and word in _CONVEYORS:
        return bool(wording("greetings").search(text[p.end : p.end + (_FAR if word.startswith("convey") else _NEAR)]))
    if p.act == "evaluate" and word in _RECOGNIZERS:
        return bool(wording("merit").search(text[p.end : p.end + _NEAR]) or _FOR_MERIT.match(text, p.end))
    return True


def act_of(p: Predicate, clauses: Clauses, said: Said, scene: Scene) -> Act:
    """Return a predicate's act, where its object decides it."""
    text = clauses.text
    word = text[p.start : p.end].lower()
    if word in _MODALS and p.act in {"commit", "expect", "propose"} and _is_engagement(p, clauses):
        return "narrate"
    if _greets(word, p.end, text, scene):
        return "greet"
    if p.act == "request" and _BOTH.match(text, p.end):
        return "propose"
    if _takes_a_stand(word, p, text, scene):
        return "position"
    if p.act == "expect" and word in _MODALS and _is_promised(p.end, said, text):
        return "commit"
    jointly = p.act == "propose" and p.subject == ALL and said.basis == "joint" and word in _MODALS
    if jointly or (p.act == "position" and _COMMITTED.search(word) and _is_action_at(p.end, text)):
        return "commit"
    return p.act


def _is_promised(at: int, said: Said, text: str) -> bool:
    """Tell whether what will come is announced by who speaks, or is to be given ("more tents will be sent")."""
    announced = said.cue is not None and said.cue.lemma in _ANNOUNCERS
    return said.basis != "joint" and (announced or _GIVEN.match(text, at) is not None)


def _is_engagement(p: Predicate, clauses: Clauses) -> bool:
    """Tell whether what persons will do is to meet: "the two ministers will hold talks", "he will visit Lima"."""
    if not _ENGAGEMENT.match(clauses.text, p.end):
        return False
    own = next((s for s in reversed(clauses.subjects) if s.end <= p.start), None) if p.who == "own" else None
    return p.who != "own" or (own is not None and clauses.text[own.start : own.end].lower() in {"he", "she"})


def _greets(word: str, at: int, text: str, scene: Scene) -> bool:
    """Tell whether a verb with the object behind it greets, congratulates or condoles."""
    if word.split()[-1].startswith("welcom"):
        return _is_person_at(at, text, scene)
    if word == "wished":
        return not _GOAL.match(text, at)
    if word in {"wish", "wishes"}:
        return bool(_TO_SOMEONE.match(text, at))
    if word == "celebrated":
        return bool(wording("celebrated").search(text, at, at + _NEAR))
    near = {"offered": _NEAR, "asked": len(text), "conveyed": len(text)}.get(word)
    return near is not None and bool(wording("greetings").search(text[at : at + near]))


def _takes_a_stand(word: str, p: Predicate, text: str, scene: Scene) -> bool:
    """Tell whether a verb with the object behind it says what its side is for or against."""
    if word == "called for":
        return scene.kind == "multilateral" or p.subject == ALL
    if p.act == "request":
        return bool(_OWN.match(text, p.end))
    if p.act != "commit":
        return False
    value = _COMMITTED.match(word) and not _is_action_at(p.end, text)
    return bool(value or (word in _MODALS and _NEGATED.match(text, p.end)))


def _is_action_at(at: int, text: str) -> bool:
    """Tell whether what one is committed to is something to do, and no value to keep."""
    words = text[at + 1 : at + 60].lstrip()
    if wording("value").match(words):
        return False
    return bool(_GERUND.match(words) or wording("action").match(words))


def _is_person_at(at: int, text: str, scene: Scene) -> bool:
    """Tell whether a person, or who comes with one, is the object that starts at an offset."""
    at += len(text[at : at + 1]) if text[at : at + 1].isspace() else 0
    if _POSSESSIVE.match(text, at):
        return False
    if wording("greeted").match(text, at):
        return True
    names = (name for person in scene.participants for name in (person.name, person.name.split()[-1]))
    if any(text.startswith(name, at) and not text.startswith("'s", at + len(name)) for name in names):
        return True
    return bool(wording("guest").match(text, at))
