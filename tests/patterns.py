"""The package's regular expressions, those made of lexicons too; and texts on which a careless one would take long."""

from __future__ import annotations

import json
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from types import FrameType
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]

_NOTE = r"""
import importlib, json, pkgutil, re, sys
from pathlib import Path

found, real = {}, re._compile
SEARCHING = {"search", "finditer", "findall", "sub", "subn", "split", "scanner"}

class Noted:
    def __init__(self, made, module):
        self.made, self.module, self.used = made, module, set()

    def __getattr__(self, name):
        self.used.add(name)
        return getattr(self.made, name)

def noted(pattern, flags):
    if isinstance(pattern, Noted):
        return pattern
    made, frame = real(pattern, flags), sys._getframe(1)
    while frame.f_globals["__name__"] == "re":
        frame = frame.f_back
    module = frame.f_globals["__name__"]
    if not module.startswith("diplomatic_readouts.") or not isinstance(made.pattern, str):
        return made
    return found.setdefault((made.pattern, made.flags), Noted(made, module.removeprefix("diplomatic_readouts.")))

re._compile = noted
import diplomatic_readouts
from diplomatic_readouts.reading import gated

init = gated.Gated.__init__

def gate(self, patterns, flags=re.IGNORECASE):
    patterns, frame = tuple(patterns), sys._getframe(1)
    while frame.f_globals["__name__"].endswith(".gated"):
        frame = frame.f_back
    for pattern, _ in patterns:
        made = Noted(real(pattern, flags), frame.f_globals["__name__"].removeprefix("diplomatic_readouts."))
        found.setdefault((made.made.pattern, made.made.flags), made).used.add("search")
    init(self, patterns, flags)

gated.Gated.__init__ = gate
for module in pkgutil.walk_packages(diplomatic_readouts.__path__, "diplomatic_readouts."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
from diplomatic_readouts.check import check_readout
from diplomatic_readouts.errors import ReadoutsError
from diplomatic_readouts.parse import parse_readout
for path in sys.argv[1:]:
    text = Path(path).read_text(encoding="utf-8")
    html = "<html><body><article><h1>" + text.replace("\n", "</p><p>") + "</article></body></html>"
    for name, given in (("a.txt", text), ("a.md", "---\ntitle: x\n---\n" + text), ("a.html", html)):
        try:
            check_readout(parse_readout(given, name))
        except ReadoutsError:
            pass
for name, module in list(sys.modules.items()):
    code = Path(module.__file__).read_text(encoding="utf-8") if name.startswith("diplomatic_readouts.") else ""
    for word, value in vars(module).items() if code else ():
        if isinstance(value, Noted):
            value.used.update(re.findall(rf"\b{word}\.(\w+)\(", code))
print(json.dumps([[p.module, *key, bool(p.used & SEARCHING)] for key, p in found.items()]))
"""
"""Notes each pattern that a module of the package compiles, and how it is used, as pages are read."""


class Found(NamedTuple):
    """A pattern, the module that made it, and whether text is searched with it or it is tried at one place only."""

    module: str
    pattern: re.Pattern[str]
    searches: bool


MOST_SECONDS = 0.5
"""After so long a pattern is stopped."""
_SHORT = 2_000
_SAMPLES = 4  # of what a pattern matches
_SQUARE = (_SHORT / 100_000) ** 2
"""What a short text may take of the time of a long one, if that is quadratic."""


class Timed(NamedTuple):
    """What a pattern took on a text, in seconds, and on the first half of it."""

    seconds: float
    half: float
    run: str
    """What the text repeats."""

    @property
    def growth(self) -> float:
        """Return how many times longer the whole takes than the half of it."""
        return self.seconds / max(self.half, 1e-6)


def find_patterns() -> list[Found]:
    """Return each pattern that the package has; one whether text is searched with it shows in what reads ``seeds/`` and in the code."""
    pages = sorted(str(path) for path in (ROOT / "seeds").glob("*.txt"))
    done = subprocess.run([sys.executable, "-c", _NOTE, *pages], capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr
    return [
        Found(module, re.compile(held, flags), searches) for module, held, flags, searches in json.loads(done.stdout)
    ]


# ------------------------------------------------------------------------------------------------------------ texts

RUNS = (
    "A", "a", "A. ", "Wang ", "Foreign Minister ", "(", "](", "“", "“a” ", '"', "’s ", ".", " ", "\t", "\n", "\xa0",
    "1", "1,", "First, ", "of the ", "and ", ", and , ", "said that ", "He said ", "1 January ", "US$ 1 million ",
    "> ", "- ", "—", "<p>", "the Republic of ", "H.E. Mr. ", "Home > ", "a-", "a, ", "A, ",
)  # fmt: skip
"""What is repeated until a text is long."""


_MIX = "".join(random.Random(7).choices(RUNS, k=500))  # noqa: S311


def repeated(run: str, length: int) -> str:
    """Return a text of so many characters that is one thing again and again."""
    return (run * (length // len(run) + 1))[:length]


def runs_of(pattern: re.Pattern[str]) -> Iterator[str]:
    """Yield what may be hard for a pattern when it is repeated: all of the above, what it matches, beginnings of that."""
    yield from RUNS
    yield _MIX
    tree = _parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    for seed in range(_SAMPLES):
        match = "".join(_sample(tree, random.Random(seed)))[:400]  # noqa: S311
        parts = {match, match[: len(match) // 2], match[:-1], match.split(" ")[0] + " "}
        yield from sorted(parts - {"", " "})


def _sample(tree: Iterable[tuple[Any, Any]], chance: random.Random) -> Iterator[str]:
    """Yield the pieces of a text that a parsed pattern matches, or nearly: what looks around is left out."""
    for code, value in tree:
        if code is codes.LITERAL:
            yield chr(value)
        elif code is codes.NOT_LITERAL or code is codes.ANY:
            yield "a"
        elif code is codes.IN:
            yield _one_of(value, chance)
        elif code is codes.BRANCH:
            yield from _sample(chance.choice(value[1]), chance)
        elif code is codes.SUBPATTERN:
            yield from _sample(value[3], chance)
        elif code is codes.ATOMIC_GROUP:
            yield from _sample(value, chance)
        elif code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            least, most, repeated = value
            for _ in range(min(int(most), max(least, 3))):
                yield from _sample(repeated, chance)


_CATEGORIES = {codes.CATEGORY_DIGIT: "1", codes.CATEGORY_SPACE: " ", codes.CATEGORY_WORD: "a"}


def _one_of(choices: list[tuple[Any, Any]], chance: random.Random) -> str:
    """Return a character of a set; of a set that is told by what it is not, a letter, a blank or a digit."""
    code, value = chance.choice(choices)
    if choices[0][0] is codes.NEGATE:
        return chance.choice("aA 1,")
    if code is codes.RANGE:
        return chr(value[0])
    return chr(value) if code is codes.LITERAL else _CATEGORIES.get(value, "-")


# ----------------------------------------------------------------------------------------------------------- timing


class TooLongError(Exception):
    """A pattern was at it for longer than anybody waits."""


@contextmanager
def _stopped_after(seconds: float) -> Iterator[None]:
    def stop(number: int, frame: FrameType | None) -> None:
        raise TooLongError

    former = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, former)


def seconds_of(found: Found, text: str, times: int = 1) -> float:
    """Return how long it takes to find all matches in a text, or to try the whole of it: the best of some times."""
    best = MOST_SECONDS
    for _ in range(times):
        begun = time.process_time()
        try:
            with _stopped_after(MOST_SECONDS):
                _use(found, text)
        except TooLongError:
            return MOST_SECONDS
        best = min(best, time.process_time() - begun)
    return best


def _use(found: Found, text: str) -> None:
    if found.searches:
        for _ in found.pattern.finditer(text):
            pass
    else:
        found.pattern.match(text)
        found.pattern.fullmatch(text)


def time_pattern(found: Found, length: int, limit: float) -> Timed | None:
    """Return what takes a pattern longest on texts of a length; None where nothing can come near the limit.

    Short texts are tried first: where those take no longer than they may and grow as they should, so do long ones.
    """
    worst: Timed | None = None
    share = limit / length
    for run in runs_of(found.pattern):
        short = repeated(run, _SHORT)
        seconds = seconds_of(found, short)
        if seconds > share * _SHORT / 2 or seconds > _SQUARE * limit:
            seconds = seconds_of(found, short, 3)
        grows = seconds > _SQUARE * limit and seconds > 3 * seconds_of(found, short[: _SHORT // 2], 3)
        if seconds < share * _SHORT * 0.8 and not grows:
            continue
        text = repeated(run, length)
        seconds = seconds_of(found, text)
        if worst is None or seconds > worst.seconds:
            worst = Timed(seconds_of(found, text, 2), seconds_of(found, text[: length // 2], 2), run)
            if worst.seconds == MOST_SECONDS:
                break
    return worst
