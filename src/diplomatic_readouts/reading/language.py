"""Which language a page is in: a text in, an ISO 639-1 code out, and a refusal of what is plainly not English.

Letters tell by their script, Latin ones by closed-class words; a word inside a name ("de la Cerda") tells
nothing, and so names and a bar of languages do not make an English page another's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache

from diplomatic_readouts.errors import LanguageNotRead
from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import Language

_WORD = re.compile(r"[^\W\d_]+")
_DENSE = {"zh": 2.5, "ja": 2.5, "ko": 2.0}
"""How many letters of an alphabet one character of a denser script stands for."""
_FEWEST_WORDS = 2
_LONGEST_KEPT = 30  # characters
_LEAST_SHARE = 0.05


def _languages() -> tuple[Language, ...]:
    """Return the languages that the reader tells apart."""
    return read_lexicon("languages", Language)


@cache
def _scripts() -> Mapping[str, re.Pattern[str]]:
    """Return a pattern for a letter of each script, by the code of its language."""
    return {entry.code: re.compile(f"[{''.join(entry.ranges)}]") for entry in _languages() if entry.ranges}


@cache
def _any_script() -> re.Pattern[str]:
    return re.compile(f"[{''.join(span for entry in _languages() for span in entry.ranges)}]")


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    """Return the codes of the languages that each closed-class word speaks for."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in _languages():
        for word in sorted({*entry.words, *entry.particles}):
            found[word] = (*found.get(word, ()), entry.code)
    return found


@cache
def _particles() -> frozenset[str]:
    return frozenset(word for entry in _languages() for word in entry.particles)


@cache
def _in_names() -> re.Pattern[str]:
    """Return a pattern for particles between the capitals of a name."""
    return re.compile(rf"(?<=[^\W\d_] )(?:(?:{'|'.join(sorted(_particles()))}) ){{1,3}}(?=[^\W\d_a-z])")


@lru_cache(maxsize=1 << 15)
def _told_by(run: str) -> tuple[int, tuple[str, ...]]:
    """Return how many words stand in what has no blanks, and the languages that they speak for.

    Kept from page to page: to count the words of a page so takes a fourth of what finding them anew does.
    """
    words = _WORD.findall(run)
    return len(words), tuple(code for word in words for code in _words().get(word, ()))


def find_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language most of the text is in; None where nothing tells.

    >>> find_language("Las dos partes acordaron que seguirán en contacto.")
    'es'
    """
    if not _any_script().search(text):
        return _find_by_words(text)
    letters = {code: len(script.findall(text)) * _DENSE.get(code, 1.0) for code, script in _scripts().items()}
    other = sum(letters.values())
    total = sum(map(len, _WORD.findall(text)))
    latin = total - sum(count / _DENSE.get(code, 1.0) for code, count in letters.items())
    if other > latin:
        return _find_by_script(letters)
    return _find_by_words(text)


def _find_by_script(letters: Mapping[str, float]) -> str:
    """Return the language of the script with most letters; Han among kana is Japanese, among Hangul Korean."""
    for code in ("ja", "ko"):
        if letters[code] and letters[code] > 0.1 * letters["zh"] and letters[code] + letters["zh"] > _others(letters):
            return code
    return max(sorted(letters), key=lambda code: letters[code])


def _others(letters: Mapping[str, float]) -> float:
    """Return how many letters are of no East Asian script."""
    return sum(count for code, count in letters.items() if code not in _DENSE)


def _find_by_words(text: str) -> str | None:
    """Return the language with most closed-class words, if they are enough to tell."""
    runs = text.split()
    if not _particles().isdisjoint(runs):
        runs = _in_names().sub("", " ".join(runs)).split()
    if text.isupper():  # else a word with a capital may be a name
        runs = [run.lower() for run in runs]
    size, hits = 0, Counter[str]()
    for run, times in Counter(runs).items():
        words, codes = _told_by(run) if len(run) < _LONGEST_KEPT else _told_by.__wrapped__(run)
        size += words * times
        for code in codes:
            hits[code] += times
    if not hits:
        return None
    best = max(sorted(hits), key=lambda code: (hits[code], code == "en"))
    return best if hits[best] >= max(_FEWEST_WORDS, _LEAST_SHARE * size) else None


def check_english(text: str, name: str) -> None:
    """Raise LanguageNotRead where the text is plainly in another language than English."""
    code = find_language(text)
    if code not in (None, "en"):
        language = next(entry.name for entry in _languages() if entry.code == code)
        raise LanguageNotRead(f"{name} is in {language}", "Give the English version of the page.", language=code)
