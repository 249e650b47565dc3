"""Inputs that nobody would write, by the hundred thousand, into all that reads input; a table of what came out.

    python -m benchmarks.fuzz build/fuzz --seconds 60
    python -m benchmarks.fuzz build/fuzz --seconds 3600 --target reader --target html

An input fails if it makes the package raise anything but its own refusals, if a record breaks a promise, or if it takes
more than a second of processor time. The first failures of each sort are saved in the folder, a file for the input and
one for the traceback. Each target runs in a process of its own, since an input may kill it. Where atheris is installed
(``requirements-fuzz.txt``), changes are guided by the coverage of the package; elsewhere they are drawn by chance.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import re
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from benchmarks.fuzz_targets import Target

ROOT = Path(__file__).resolve().parents[1]
MOST_SECONDS = 1.0
_SAVED_OF_A_SORT = 3
_LONGEST = 2_000
_LONGEST_BYTES = 20_000
_TOLD_EVERY = 200
HAS_ATHERIS = importlib.util.find_spec("atheris") is not None


@dataclass
class Tally:
    """What came of a target's inputs."""

    target: str
    guided: bool
    inputs: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    failures: dict[str, int] = field(default_factory=dict)


class Run:
    """One target being fuzzed until its time or its inputs are used up."""

    def __init__(self, target: Target, folder: Path, seconds: float, inputs: int) -> None:
        self.target, self.folder, self.inputs = target, folder / target.name, inputs
        self.folder.mkdir(parents=True, exist_ok=True)
        self.tally = Tally(target.name, guided=HAS_ATHERIS)
        self._started, self._ends = time.monotonic(), time.monotonic() + seconds

    @property
    def over(self) -> bool:
        """Return whether time or inputs are used up."""
        return time.monotonic() > self._ends or self.tally.inputs >= self.inputs

    def enter(self, raw: bytes) -> None:
        """Put one input in, and note how it failed, if it did."""
        begun, failure, told = time.process_time(), "", ""
        try:
            self.target.enter(raw)
        except Exception as error:
            failure, told = sort_of(error), traceback.format_exc()
        spent = time.process_time() - begun
        self.tally.inputs += 1
        self.tally.slowest = max(self.tally.slowest, spent)
        failure = failure or ("slow" if spent > MOST_SECONDS else "")
        if failure:
            self._save(failure, raw, told or f"{spent:.2f} s")
        if failure or self.tally.inputs % _TOLD_EVERY == 0 or self.over:
            self.tell()

    def _save(self, failure: str, raw: bytes, told: str) -> None:
        self.tally.failures[failure] = self.tally.failures.get(failure, 0) + 1
        if self.tally.failures[failure] <= _SAVED_OF_A_SORT:
            name = hashlib.sha256(failure.encode()).hexdigest()[:8] + "-" + hashlib.sha256(raw).hexdigest()[:8]
            (self.folder / f"{name}.input").write_bytes(raw)
            (self.folder / f"{name}.txt").write_text(f"{failure}\n\n{told}", encoding="utf-8", errors="replace")

    def tell(self) -> None:
        """Write the tally where the process that started this one finds it, whatever becomes of this one."""
        self.tally.seconds = time.monotonic() - self._started
        (self.folder / "tally.json").write_text(json.dumps(asdict(self.tally)), encoding="utf-8")


def sort_of(error: Exception) -> str:
    """Return what tells failures of one cause from others: the exception, the innermost place in the package, words."""
    places = [f for f in traceback.extract_tb(error.__traceback__) if "diplomatic_readouts" in f.filename]
    place = f"{Path(places[-1].filename).name}:{places[-1].name}" if places else "?"
    words = re.sub(r"'[^']*'|\"[^\"]*\"|\S*\d\S*", "…", str(error))[:80]
    return f"{type(error).__name__} in {place}: {words}"


# ---------------------------------------------------------------------------------------------------------- changes


def changed(raw: bytes, target: Target, seeds: list[bytes], chance: Random) -> bytes:
    """Return an input with one to four changes."""
    for _ in range(chance.randint(1, 4)):
        raw = _change_text(raw, seeds, chance) if target.is_text else _change_bytes(raw, seeds, chance)
    return raw[: _LONGEST if target.is_text else _LONGEST_BYTES]


def _change_text(raw: bytes, seeds: list[bytes], chance: Random) -> bytes:
    from benchmarks.fuzz_targets import PIECES

    words = re.split(r"(?<=[ \n.,<>:{}\"])", raw.decode("utf-8", "replace"))
    at = chance.randrange(len(words))
    kind = chance.randrange(7)
    if kind == 0:
        del words[at : at + chance.randint(1, 4)]
    elif kind == 1:
        words[at:at] = words[at : at + chance.randint(1, 6)] * chance.randint(1, 3)
    elif kind == 2:
        other = re.split(r"(?<= )", chance.choice(seeds).decode("utf-8", "replace"))
        begin = chance.randrange(len(other))
        words[at:at] = other[begin : begin + chance.randint(1, 12)]
    elif kind == 3:
        words[at] = _change_word(words[at], chance)
    elif kind == 4:
        to = chance.randrange(len(words))
        words[at], words[to] = words[to], words[at]
    else:
        words.insert(at, chance.choice(PIECES) + chance.choice((" ", "", "\n")))
    return "".join(words).encode("utf-8", "replace")


def _change_word(word: str, chance: Random) -> str:
    at = chance.randint(0, len(word))
    odd = chance.choice("\u200b\xa0\u2028\x85’'\"“”-–.,;:()İıßǅ\u0301\u202e\t\n&<0١Éµ")
    return chance.choice((word[:at] + odd + word[at + 1 :], word[:at] + odd + word[at:], word.upper(), word.lower()))


def _change_bytes(raw: bytes, seeds: list[bytes], chance: Random) -> bytes:
    at, other = chance.randint(1, max(1, len(raw))), chance.choice(seeds)
    new = bytes([chance.choice((0, 1, 0x7F, 0x80, 0xFF, chance.randrange(256)))]) * chance.choice((1, 1, 1, 2, 4, 8))
    cut = other[chance.randrange(len(other)) :][: chance.randint(1, 64)]
    ways = (raw[:at] + new + raw[at + len(new) :], raw[:at] + new + raw[at:], raw[:at], raw[:at] + cut + raw[at:])
    return chance.choice((*ways, ways[0], ways[0]))


# ------------------------------------------------------------------------------------------------------------- runs


def run_by_chance(run: Run, seed: int) -> None:
    """Fuzz without guidance: each input is a seed, or one that came of it, changed."""
    chance, seeds = Random(seed), run.target.seeds()  # noqa: S311
    for raw in seeds:
        run.enter(raw)
    while not run.over:
        run.enter(changed(chance.choice(seeds), run.target, seeds, chance))


def run_guided(run: Run, seed: int) -> None:
    """Fuzz with atheris, which keeps inputs that reach new places of the package; ends the process."""
    import atheris

    seeds = run.target.seeds()
    begin = run.folder / "seeds"
    begin.mkdir(exist_ok=True)
    for raw in seeds:
        (begin / hashlib.sha256(raw).hexdigest()[:16]).write_bytes(raw)

    def change(raw: bytes, longest: int, drawn: int) -> bytes:
        chance = Random(drawn)  # noqa: S311
        if chance.random() < 0.2:
            return bytes(atheris.Mutate(raw, longest))
        return changed(raw or seeds[0], run.target, seeds, chance)[:longest]

    def enter(raw: bytes) -> None:
        run.enter(raw)
        if run.over:
            os._exit(0)

    longest = _LONGEST if run.target.is_text else _LONGEST_BYTES
    options = [f"-max_len={longest}", f"-seed={seed}", "-timeout=60", "-rss_limit_mb=4096", "-print_final_stats=0"]
    place = f"-artifact_prefix={run.folder}/"
    atheris.Setup([sys.argv[0], *options, place, str(begin)], enter, custom_mutator=change)
    atheris.Fuzz()


def fuzz(name: str, folder: Path, seconds: float, inputs: int, seed: int) -> None:
    """Fuzz one target in this process, the package instrumented where atheris is there to do it."""
    run_with: Callable[[Run, int], None] = run_by_chance
    if HAS_ATHERIS:
        import atheris

        run_with = run_guided
        with atheris.instrument_imports(include=["diplomatic_readouts"]):
            from benchmarks import fuzz_targets
    else:
        from benchmarks import fuzz_targets
    run_with(Run(fuzz_targets.TARGETS[name], folder, seconds, inputs), seed)


def table(folder: Path, ended: dict[str, int]) -> str:
    """Return what came of each target as a table in Markdown, and below it the sorts of failures."""
    lines = ["| target | inputs | inputs/s | slowest | failures | ended |", "|---|---:|---:|---:|---:|---|"]
    sorts: list[str] = []
    for name, code in ended.items():
        told: dict[str, Any] = json.loads((folder / name / "tally.json").read_bytes())
        speed, failed = told["inputs"] / max(told["seconds"], 0.001), sum(told["failures"].values())
        how = "in time" if code == 0 else f"killed, {code}"
        lines.append(f"| {name} | {told['inputs']:,} | {speed:.0f} | {told['slowest']:.2f} s | {failed} | {how} |")
        sorts += [f"{name}: {count} × {sort}" for sort, count in told["failures"].items()]
    return "\n".join([*lines, "", *sorts])


def main() -> None:
    from_all = ("reader", "html", "front-matter", "rows", "archives", "parquet")
    parser = argparse.ArgumentParser(description="Fuzz all that reads input.")
    parser.add_argument("folder", type=Path, help="where failing inputs are saved")
    parser.add_argument("--target", action="append", choices=from_all, help="only these")
    parser.add_argument("--seconds", type=float, default=60, help="for each target")
    parser.add_argument("--inputs", type=int, default=sys.maxsize, help="at most, for each target")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.here:
        fuzz(given.target[0], given.folder, given.seconds, given.inputs, given.seed)
        return
    ended = {}
    for name in given.target or from_all:
        limits = ["--seconds", str(given.seconds), "--inputs", str(given.inputs), "--seed", str(given.seed)]
        again = [sys.executable, "-m", "benchmarks.fuzz", str(given.folder), "--here", "--target", name, *limits]
        (given.folder / name / "tally.json").unlink(missing_ok=True)
        run = subprocess.run(again, cwd=ROOT, stderr=subprocess.PIPE, text=True, errors="replace", check=False)
        if not (given.folder / name / "tally.json").exists():
            sys.exit(f"{name} did not start:\n{run.stderr}")
        ended[name] = run.returncode
    print(table(given.folder, ended))


if __name__ == "__main__":
    main()
