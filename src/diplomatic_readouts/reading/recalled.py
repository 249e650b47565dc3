"""The sentences of a page in; acts and words of others that a speaker only recalls taken back, for they are his words.

"Lin Tao said … Two years ago, President Kang put forward the plan." And whole pages on which a minister tells
reporters what his president did ("Lin Tao Talks About President Kang's Visits to Three Countries").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplomatic_readouts.reading.calendar import MONTH_NAMES
from diplomatic_readouts.reading.cast import Cast, Person
from diplomatic_readouts.reading.sentence import Sentence
from diplomatic_readouts.reading.wordings import alternatives

_MONTHS = "|".join(MONTH_NAMES)
_EARLIER = re.compile(
    rf"(?:{alternatives('recalled')}|{alternatives('recalled_month')} (?:{_MONTHS})"
    rf"|.{{0,160}}?\b(?:{alternatives('ago')}|last (?:{_MONTHS})))\b"
)
_ACCOUNT = re.compile(rf"(?:[-–—]{{1,3}}\s?)?(?P<who>[A-Z][^:;?!]{{3,80}}?) {alternatives('account')}\b", re.IGNORECASE)


def find_teller(headline: str, cast: Cast) -> Person | None:
    """Return who, by the headline, tells of another's visits, or None."""
    for line in headline.splitlines():
        account = _ACCOUNT.match(line)
        words = account["who"].casefold().split() if account else []
        tellers = [p for p in cast.persons if p.words and p.words[-1] in words]
        if len(tellers) == 1:
            return tellers[0]
    return None


def take_back_recalled(text: str, sentences: Sequence[Sentence], cast: Cast, teller: Person | None) -> None:
    """Take back what others did or said in the words of a speaker, or of who tells the whole page."""
    speaker: Person | None = None
    lead = next((s for s in sentences if s.encounter), None)
    facing = [p for n in lead.namings if (p := cast.find(n))] if lead else []  # they speak for themselves
    for sentence in sentences:
        speaker = teller or (None if sentence.opens else speaker)
        if speaker is None and sentence.attribution is None:
            continue
        told = sentence.attribution or sentence.encounter
        subject = told.subject if told else None
        named = [n for n in sentence.namings if subject and subject.start <= n.start < subject.end]
        acting = [person for n in named if (person := cast.find(n))]
        both = bool(teller and subject and subject.kind in ("joint", "they"))
        limit = sentence.attribution.verb.start if sentence.attribution else sentence.end
        behind = sentence.attribution is not None and sentence.attribution.aside  # "…, President X said"
        earlier = (
            speaker is not None
            and not (behind or any(p in facing for p in acting))
            and bool(_EARLIER.match(text, sentence.start, limit))
        )
        own = teller is not None and all(p.country in (None, teller.country) for p in acting)
        done = sentence.attribution is None or sentence.attribution.verb.entry.joint
        joint = subject is not None and subject.kind == "joint" and not named and done
        if speaker and (earlier or own) and (both or joint or (acting and speaker not in acting)):
            sentence.attribution, sentence.encounter, sentence.recalls = None, None, True
        elif sentence.attribution and sentence.attribution.subject.kind == "named" and acting:
            speaker = acting[0]
