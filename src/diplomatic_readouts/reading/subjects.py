"""Who can be the subject of a clause: sides, both sides, pronouns; offsets are in the sentence.

"China", "the Chinese side", "LAC countries", "the Government of Peru" are sides; "China's", "with China" and
"Chinese machinery" are not.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from diplomatic_readouts.reading.attribution import Said, Scene
from diplomatic_readouts.reading.phrases import Folded
from diplomatic_readouts.reading.sides import find_side, find_sides, states
from diplomatic_readouts.reading.wordings import alternatives, wording

Who = Literal["own", "other", "both", "third"]
ALL = "ALL"
"""The holder of what all sides hold."""

_HEAD = re.compile(rf"(?:'s)? (?:new |current |incoming |present )?{alternatives('head')}\b", re.IGNORECASE)
_AGENTS = re.compile(rf" {alternatives('agent')}\b")
_OF = re.compile(rf"(?:\bthe )?\b{alternatives('people_of')}$", re.IGNORECASE)
_OF_ENDS = ("of ", "of the ")
_ARTICLE = re.compile(r"\b(?:the|both|more)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\b(?:with|of|to|in|for|from|between|by|on|at|against|towards?|within|among|including|into|like|about|over)\s+"
    r"(?:the\s+|[a-z]+\s+)?$",
    re.IGNORECASE,
)
_TIED = re.compile(r"(?:\b(?:between|among|linking|for)|[^s] of|(?:relations|ties|interests|economies) of) $")
_PROPER = re.compile(
    r" (?:[A-Z]\w+ ){0,3}(?:Summit|Forum|Meeting|Dialogue|Conference|Initiative|Strategy|Plan|Fund|Bank)\b"
)
_REFERRING = re.compile(
    rf"\b(?=[abhilstow])(?:(?P<both>{alternatives('both')})|{alternatives('pronoun')})(?!\w)", re.IGNORECASE
)
_ALONG = re.compile(r",? and (?:the )?other $")
_JOINED = re.compile(r",?\s*(?:,|and|&|as well as)\s*(?:the\s+)?")
_WE = frozenset({"we", "i", "we both"})


class Subject(NamedTuple):
    """A stretch that can be a subject; ``code`` is a side, "ALL" or None; ``plural`` takes the base form."""

    start: int
    end: int
    code: str | None
    who: Who
    plural: bool

    def is_named(self, text: str) -> bool:
        """Tell whether it is a name and no pronoun."""
        return any(c.isupper() for c in text[self.start + 1 : self.end]) or text[self.start : self.end].istitle()


def own_side(said: Said, scene: Scene) -> str | None:
    """Return the side that speaks: the speaker's state, else bloc; for the readout's own words its publisher."""
    if said.basis == "joint":
        return None
    if said.basis == "narrator":
        return scene.publisher
    return said.country or find_side(said.organization)


def find_subjects(text: str, folded: Folded, said: Said, scene: Scene) -> tuple[Subject, ...]:
    """Return all stretches that can be subjects, in order, none overlapping."""
    own = own_side(said, scene)
    found = _coordinated(text, _find_side_subjects(text, folded, own, said, scene), own, scene)
    for match in _REFERRING.finditer(text):
        found.append(_plural(match, said) if match["both"] else _pronoun(match, own, said))
        if match["both"] and _TIED.search(text, max(0, match.start() - 16), match.start()):
            found[-1] = found[-1]._replace(who="third", plural=False)
    if scene.kind == "multilateral":  # "the SCO member states should"
        found += [Subject(m.start(), m.end(), ALL, "both", True) for m in wording("members").finditer(text)]
    kept: list[Subject] = []
    for subject in sorted(found, key=lambda s: (s.start, -s.end)):
        if not kept or subject.start >= kept[-1].end:
            kept.append(subject)
    return tuple(kept)


def _plural(match: re.Match[str], said: Said) -> Subject:
    """Return both sides; a "They" at the head of one speaker's sentence may stand for anyone."""
    if match.group() == "They" and said.basis == "author" and not match.string[: match.start()].strip(' "'):
        return Subject(match.start(), match.end(), None, "third", True)
    return Subject(match.start(), match.end(), ALL, "both", True)


def _pronoun(match: re.Match[str], own: str | None, said: Said) -> Subject:
    word = match.group().lower()
    if word.startswith("let"):
        return Subject(match.start(), match.end(), own, "both", True)
    if word == "it" and match.string[: match.start()].strip():
        return Subject(match.start(), match.end(), None, "third", False)
    if said.basis == "joint" and word in _WE:
        return Subject(match.start(), match.end(), ALL, "both", True)
    return Subject(match.start(), match.end(), own, "own", word in _WE)


def _find_side_subjects(text: str, folded: Folded, own: str | None, said: Said, scene: Scene) -> list[Subject]:
    unknown = own is None and said.basis != "joint"  # then a side that acts is taken to speak
    found = []
    ruled = -1
    """Where the last side behind a preposition ends."""
    sides = find_sides(folded)
    starts = {side.start for side in sides}
    for start, end, naming in sides:
        who: Who = "own" if unknown or naming.code == own else "other"
        if who == "other" and naming.code not in states() and naming.code not in scene.parties:
            who = "third"
        head = _HEAD.match(text, end)
        agents = _AGENTS.match(text, end) if who == "other" else None
        if head or agents:
            end = head.end() if head else agents.end() if agents else end
        elif naming.manner == "demonym" and not _joins_next(text, end, starts):
            continue
        if text[end : end + 1] in {"-", "'"} or _PROPER.match(text, end):
            continue
        if text[max(0, start - 7) : start].lower().endswith(_OF_ENDS):
            of = _OF.search(text, max(0, start - 40), start)
            start = of.start() if of else start
        article = _ARTICLE.search(text, max(0, start - 24), start)
        start = article.start() if article else start
        along = ruled >= 0 and _ALONG.fullmatch(text, ruled, start)  # "with Guyana and other Caribbean countries"
        if text[:start].endswith("-") or along or _PREPOSITION.search(text, max(0, start - 16), start):
            ruled = end
            continue
        plural = bool((head or agents) and re.search(r"(?:people|ies|[^s]s)$", text[:end]))
        found.append(Subject(start, end, naming.code, who, plural))
    return found


def _joins_next(text: str, end: int, starts: set[int]) -> bool:
    """Tell whether a demonym shares its noun with the next ("Chinese and Peruvian companies")."""
    joint = _JOINED.match(text, end)
    return joint is not None and joint.end() in starts


def _is_whole(codes: set[str | None], parties: set[str | None]) -> bool:
    """Tell whether sides named together are all sides of the act, a bloc standing for those of its members."""
    strangers = codes - parties
    return ALL in codes or not strangers or (strangers != codes and not strangers <= states())


def _coordinated(text: str, sides: list[Subject], own: str | None, scene: Scene) -> list[Subject]:
    """Return the subjects with "China and Peru" as one: all sides, where it is more than one."""
    kept: list[Subject] = []
    for side in sides:
        last = kept[-1] if kept else None
        if last and _JOINED.fullmatch(text, last.end, side.start) and last.code != side.code:
            whole = own is None or _is_whole({last.code, side.code}, {own, *scene.parties})
            kept[-1] = Subject(last.start, side.end, ALL if whole else None, "both" if whole else "other", True)
        else:
            kept.append(side)
    return kept
