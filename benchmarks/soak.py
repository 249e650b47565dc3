"""Builds that are disturbed in all ways that a machine knows, again and again; a table of how they ended.

    python -m benchmarks.soak --pages 300 --times 20

A build that is killed must leave the former output as it was, and a build with --resume must end with the bytes of one
that nothing disturbed. One that cannot end must say why, and leave the former output as it was.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from benchmarks.corpus import make_page
from benchmarks.soak_ground import Ground, contents, end, make_ground, start
from diplomatic_readouts.check import check_dataset

HUNGRY = """
import sys
from diplomatic_readouts.builder import build, reader, sources
from diplomatic_readouts.cli import main

real = reader.parse_source

def parse(source):
    hoard = bytearray(10**10) if source.name == "page_000003.txt" else b""
    return real(source)

reader.parse_source, sources.PAGES_IN_BATCH = parse, 8
if __name__ == "__main__":
    main(["build", *sys.argv[1:], "--workers", "2", "--fresh"])
"""
"""The same where one page takes ten gigabytes."""
_GIGABYTE = 1 << 30
_BLOCK = 4096


# ------------------------------------------------------------------------------------------------------------ scenes


def kill_group(ground: Ground, chance: Random) -> str:
    """Kill a build and its workers; then go on with it."""
    ground.put_former()
    late = chance.random() < 0.3  # when folders change places
    process = start(ground.pages, ground.out)
    time.sleep(ground.seconds * (chance.uniform(0.9, 1.02) if late else chance.uniform(0, 1)))
    os.killpg(process.pid, signal.SIGKILL)
    code, _ = end(process)
    left = ground.state()
    after, told = end(start(ground.pages, ground.out, "--resume"))
    if left == "broken" or after or ground.state() != "new" or check_dataset(ground.out):
        return f"WRONG: {left} after the kill, then {ground.state()}, exit {after} {told}"
    return f"{left} left, resumed to the same bytes" if code else "ended before the kill"


def kill_worker(ground: Ground, chance: Random) -> str:
    """Kill one of the workers; the build goes on."""
    ground.put_former()
    process = start(ground.pages, ground.out)
    time.sleep(ground.seconds * chance.uniform(0.2, 0.95))
    workers = _workers_of(process.pid)
    for worker in chance.sample(workers, min(1, len(workers))):
        os.kill(worker, signal.SIGKILL)
    code, told = end(process)
    if code or ground.state() != "new":
        return f"WRONG: {ground.state()}, exit {code} {told}"
    return "same bytes" if workers else "no worker was there yet"


def _workers_of(process: int) -> list[int]:
    found = []
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = [int(child) for child in path.read_text().split()]
            found += [c for c in children if "spawn_main" in Path(f"/proc/{c}/cmdline").read_text()]
        except OSError:  # it ended meanwhile
            continue
    return found


def fill_disk(ground: Ground, chance: Random) -> str:
    """Build onto a disk that is too small, or where that needs rights, with a limit on the size of files."""
    held = sum(len(content) + _BLOCK for content in ground.former.values())
    with _small_disk(ground.folder / "disk", str(int(held * chance.uniform(1.1, 1.8)))) as disk:
        if disk is None:
            return "skipped: no right to mount"
        shutil.copytree(ground.folder / "former", disk / "out")
        code, told = end(start(ground.pages, disk / "out"))
        same, left = contents(disk / "out") == ground.former, sorted(p.name for p in disk.iterdir())
    kept = left == [".out.staging", "out"]  # what was read, for --resume
    right = code == 2 and same and (kept or left == ["out"]) and "No space" in told and "out" in told
    whole = f"told, former output whole{', what was read kept for --resume' if kept else ''}"
    return whole if right else f"WRONG: exit {code}, {left}, {told}"


def write_protect(ground: Ground, chance: Random) -> str:  # noqa: ARG001
    """Build onto a disk that may not be written."""
    with _small_disk(ground.folder / "disk", "8m") as disk:
        if disk is None:
            return "skipped: no right to mount"
        shutil.copytree(ground.folder / "former", disk / "out")
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)  # noqa: S607
        code, told = end(start(ground.pages, disk / "out"))
        same = contents(disk / "out") == ground.former
    right = code == 2 and same and "cannot be written" in told
    return "told, former output whole" if right else f"WRONG: exit {code}, {told}"


@contextmanager
def _small_disk(folder: Path, size: str) -> Iterator[Path | None]:
    folder.mkdir(exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        yield None
        return
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)  # noqa: S607


def meddle(ground: Ground, chance: Random) -> str:
    """Delete some pages and change others while they are read."""
    ground.put_former()
    pages = ground.folder / "meddled"
    shutil.rmtree(pages, ignore_errors=True)
    shutil.copytree(ground.pages, pages)
    process = start(pages, ground.out)
    touched = set()
    time.sleep(ground.seconds * chance.uniform(0.2, 0.6))
    for path in chance.sample(sorted(pages.iterdir()), 40):
        touched.add(path.name)
        path.unlink() if chance.random() < 0.5 else path.write_text(make_page(chance.randrange(10**6, 10**7)))
    code, told = end(process)
    faults = [line.split('"')[3] for line in (ground.out / "errors.jsonl").read_text().splitlines()] if code else []
    if code not in (0, 1) or check_dataset(ground.out) or not touched.issuperset(faults) or code != bool(faults):
        return f"WRONG: exit {code} {told} {faults}"
    return "only what was changed is a fault"


def build_twice(ground: Ground, chance: Random) -> str:
    """Build two at once into one folder."""
    ground.put_former()
    first = start(ground.pages, ground.out)
    time.sleep(chance.uniform(0, ground.seconds))
    second = start(ground.pages, ground.out)
    ends = [end(first), end(second)]
    codes = sorted(code for code, _ in ends)
    refused = [told for code, told in ends if code == 2]
    if codes not in ([0, 2], [0, 0]) or ground.state() != "new" or any("another build" not in told for told in refused):
        return f"WRONG: {ends}, {ground.state()}"
    return "one built, the other told to wait" if refused else "one after the other"


def starve(ground: Ground, chance: Random) -> str:  # noqa: ARG001
    """Give workers too little memory for one page."""
    ground.put_former()
    script = ground.folder / "hungry.py"
    script.write_text(HUNGRY, encoding="utf-8")
    code, told = end(start(ground.pages, ground.out, script=script, most=4 * _GIGABYTE))
    errors = (ground.out / "errors.jsonl").read_text() if code == 1 else ""
    if code != 1 or errors.count("\n") != 1 or "page_000003.txt" not in errors or check_dataset(ground.out):
        return f"WRONG: exit {code} {told} {errors[:200]}"
    return "that page is a fault, all others built"


SCENES = {
    "all killed": kill_group,
    "a worker killed": kill_worker,
    "disk full": fill_disk,
    "disk write-protected": write_protect,
    "sources changed": meddle,
    "two at once": build_twice,
    "out of memory": starve,
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Disturb builds.")
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--times", type=int, default=20, help="how often each disturbance")
    parser.add_argument("--scene", action="append", choices=SCENES, help="only these")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    wrong = False
    with tempfile.TemporaryDirectory() as folder:
        ground = make_ground(Path(folder), given.pages)
        print("| disturbance | times | how it ended |\n|---|---:|---|")
        for name in given.scene or SCENES:
            chance, ends = Random(f"{given.seed}:{name}"), dict[str, int]()  # noqa: S311
            for _ in range(given.times):
                told = SCENES[name](ground, chance)
                ends[told] = ends.get(told, 0) + 1
            wrong |= any(told.startswith("WRONG") for told in ends)
            for told, count in sorted(ends.items()):
                print(f"| {name} | {count} | {told} |", flush=True)
    raise SystemExit(int(wrong))


if __name__ == "__main__":
    main()
