"""A number of pages in; out, a folder with as many pages of about 3 kB, made from the pages in ``seeds/``.

A page is one of the five with other people, states, cities, days and numbers, other words of the same kind, and its
paragraphs and sentences in another order. Page n is the same in every corpus, on every machine. Hardly a sentence
comes twice, so that nothing is gained by remembering whole sentences; words come as often as they do in the genre.

    python -m benchmarks.corpus FOLDER --pages 1000
"""

from __future__ import annotations

import argparse
import calendar
import re
from collections.abc import Callable
from pathlib import Path
from random import Random

SEEDS = tuple(sorted((Path(__file__).resolve().parents[1] / "seeds").glob("*.txt")))
CHOSEN = 20180926
"""What the order of all choices starts from."""

NAMES = {
    part: names.split()
    for part, names in {
        "family": "Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo",
        "called": "Yi Fang Jun Min Lei Yong Jie Tao Ming Chao Xia Ping Gang Hua Bin Hong Lan Ning Qiang Wei",
        "given": "José Ana Gabriel María Luis Elena Jorge Rosa Pablo Lucía Diego Carmen Andrés Paula Mateo Irene",
        "surname": "Valencia Prado Boric Quispe Rojas Molina Herrera Castro Vega Núñez Peña Salas Ibarra Campos",
    }.items()
}

STATES = (
    ("Ecuador", "Ecuadorian", "Quito"),
    ("Chile", "Chilean", "Santiago"),
    ("Peru", "Peruvian", "Lima"),
    ("Colombia", "Colombian", "Bogotá"),
    ("Bolivia", "Bolivian", "La Paz"),
    ("Uruguay", "Uruguayan", "Montevideo"),
    ("Kenya", "Kenyan", "Nairobi"),
    ("Ghana", "Ghanaian", "Accra"),
    ("Zambia", "Zambian", "Lusaka"),
    ("Norway", "Norwegian", "Oslo"),
    ("Hungary", "Hungarian", "Budapest"),
    ("Serbia", "Serbian", "Belgrade"),
    ("Malaysia", "Malaysian", "Kuala Lumpur"),
    ("Indonesia", "Indonesian", "Jakarta"),
    ("Mongolia", "Mongolian", "Ulaanbaatar"),
    ("Fiji", "Fijian", "Suva"),
)
CITIES = ("New York", "Lima", "Geneva", "Vienna", "Munich", "Brasilia", "Addis Ababa", "Singapore", "Astana", "Doha")

WORDS = tuple(
    tuple(group.split(", "))
    for group in (
        "cooperation, collaboration, coordination, communication, dialogue",
        "strengthen, deepen, expand, enhance, broaden, upgrade",
        "promote, foster, facilitate, advance, encourage",
        "trade, tourism, investment, mining, agriculture, energy, fisheries",
        "infrastructure, education, health care, aviation, shipping, science and technology",
        "development, prosperity, growth, progress",
        "challenges, difficulties, risks, uncertainties",
        "willing, ready, prepared",
        "broad, wide, extensive, vast",
        "important, significant, major, crucial",
        "peace, stability, security",
        "opportunities, possibilities, prospects",
        "firmly, steadily, actively, consistently",
        "jointly, closely, effectively, resolutely",
        "various, many, all, different",
        "countries, nations, states",
        "region, continent, hemisphere",
        "enterprises, companies, businesses, firms",
        "friendly, close, sound, mature",
        "practical, substantive, tangible, concrete",
        "implement, carry out, deliver on, follow through on",
        "said, noted, stated, stressed, pointed out",
        "expressed, emphasized, underlined, believed",
        "appreciates, welcomes, values, commends",
        "exchanges, visits, contacts, interactions",
        "measures, projects, programmes, initiatives",
        "efforts, endeavours, undertakings",
        "current, present, prevailing",
        "unilateralism, protectionism, hegemonism, isolationism",
        "safeguard, uphold, defend, protect",
        "results, outcomes, fruits, achievements",
        "fairness, equity, openness, equality",
        "universities, schools, museums, academies",
        "maintain, preserve, sustain",
        "interests, needs, concerns",
        "regional, global, subregional",
        "interference in, meddling in, intervention in",
        "hopes, trusts, expects",
        "international, multilateral, worldwide",
    )
)
_GROUP_OF = {word: group for group in WORDS for word in group}

TAILS = (
    "in the years ahead",
    "on the basis of mutual respect",
    "in the next {} years",
    "under the new circumstances",
    "through some {} joint projects",
    "at an early date",
    "in line with international law",
    "for the benefit of more than {} million people",
    "at all levels",
    "as agreed {} years ago",
)
"""What is put at the end of one sentence in two, so that few come twice; {} is a number."""

MONTHS = tuple(calendar.month_name)[1:]
_MONTH = "|".join((*MONTHS, *calendar.month_abbr[1:]))
_DAY = re.compile(rf"\b({_MONTH}) (\d{{1,2}})\b(?:, (\d{{4}}))?")
_DIGITS_DAY = re.compile(r"\b(\d{4})([-/])(\d{2})\2(\d{2})\b")
_NUMBER = re.compile(r"(?<![\d:/-])\b\d{2}\b(?![\d:/-])(?!, \d{4})")
_SENTENCE_END = re.compile(r"(?<=[a-z]\.) (?=[A-Z])")

Change = Callable[[str], str]


def make_page(number: int) -> str:
    """Return the text of page n, counted from 0: seed n modulo five, changed."""
    chance = Random(f"{CHOSEN}:{number}")  # noqa: S311
    text = SEEDS[number % len(SEEDS)].read_text(encoding="utf-8")
    for change in (_names(chance), _days(chance), _numbers(chance), _words(chance)):
        text = change(text)
    return _reorder(text, chance)


def make_corpus(folder: Path, pages: int) -> int:
    """Write that many pages into a folder, which is made, and return how many bytes they have."""
    folder.mkdir(parents=True, exist_ok=True)
    size = 0
    for number in range(pages):
        size += (folder / f"page_{number:06}.txt").write_bytes(make_page(number).encode("utf-8"))
    return size


# ---------------------------------------------------------------------------------------------------- what is changed


def _names(chance: Random) -> Change:
    """Return a change of who meets whom, of which state, in which city."""
    hosts = [f"{family} {chance.choice(NAMES['called'])}" for family in chance.sample(NAMES["family"], 3)]
    guests = [f"{chance.choice(NAMES['given'])} {surname}" for surname in chance.sample(NAMES["surname"], 3)]
    (first, first_people, first_city), (second, second_people, second_city) = chance.sample(STATES, 2)
    cities = chance.sample(CITIES, 2)
    names = dict(zip(("Wang Yi", "Xi Jinping", "Cai Qi"), hosts, strict=True))
    names |= {"José Valencia Amores": f"{guests[0]} {guests[2].split()[1]}", "Gabriel Boric": guests[1]}
    names |= {"Ecuadorian": first_people, "Ecuador": first, "Chilean": second_people, "Chile": second}
    names |= {"Quito": first_city, "Santiago": second_city, "New York": cities[0], "Lima": cities[1]}
    found = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names))
    return lambda text: found.sub(lambda match: names[match[0]], text)


def _days(chance: Random) -> Change:
    """Return a change of all days of a page to another month and year, in the same order as long as the month goes."""
    month, later, year = chance.randrange(12), chance.randrange(1, 12), chance.randrange(2008, 2026)

    def day(written: str) -> int:
        return (int(written) + later - 1) % 28 + 1

    def in_words(match: re.Match[str]) -> str:
        return f"{MONTHS[month]} {day(match[2])}" + (f", {year}" if match[3] else "")

    def in_digits(match: re.Match[str]) -> str:
        return f"{year}{match[2]}{month + 1:02}{match[2]}{day(match[4]):02}"

    return lambda text: _DIGITS_DAY.sub(in_digits, _DAY.sub(in_words, text))


def _numbers(chance: Random) -> Change:
    """Return a change of the numbers with two digits that are part of no day."""
    return lambda text: _NUMBER.sub(lambda _: str(chance.randrange(10, 100)), text)


def _words(chance: Random) -> Change:
    """Return a change of each word in a group of ``WORDS`` to one of that group, drawn anew each time."""
    found = re.compile("|".join(rf"\b{word}\b" for word in sorted(_GROUP_OF, key=len, reverse=True)))
    return lambda text: found.sub(lambda match: chance.choice(_GROUP_OF[match[0]]), text)


def _reorder(text: str, chance: Random) -> str:
    """Return the text with the paragraphs behind the lead in another order, and the sentences within each."""
    lines = text.rstrip("\n").split("\n")
    lead = next(place for place, line in enumerate(lines) if line.startswith("On "))
    long = [place for place, line in enumerate(lines) if place > lead and _SENTENCE_END.search(line)]
    paragraphs = [_SENTENCE_END.split(lines[place]) for place in long]
    chance.shuffle(paragraphs)
    for place, (opening, *others) in zip(long, paragraphs, strict=True):
        chance.shuffle(others)
        lines[place] = " ".join(_lengthen(sentence, chance) for sentence in (opening, *others))
    return "\n".join(lines) + "\n"


def _lengthen(sentence: str, chance: Random) -> str:
    """Return the sentence, one time in two with some words more at its end."""
    tail = chance.choice(TAILS).format(chance.randrange(3, 100))
    return f"{sentence[:-1]} {tail}." if sentence.endswith(".") and chance.random() < 0.5 else sentence


def main() -> None:
    parser = argparse.ArgumentParser(description="Write pages for the benchmarks.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=1000)
    given = parser.parse_args()
    print(f"{given.pages} pages, {make_corpus(given.folder, given.pages):,} bytes in {given.folder}")


if __name__ == "__main__":
    main()
