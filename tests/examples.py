"""Examples in Markdown: a page in; out, its fenced blocks, what each prints today, and the page with that written in.

``python``, ``sql`` and ``console`` blocks are run in a folder that holds the checkout's ``dist``, ``seeds`` and
``tests``. A ``text`` block right below one is what it prints. A block below a line that ends in "as `name`:" is the content
of a file, which is put there.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FENCE = re.compile(
    r"(?:\bas `(?P<file>[\w./-]+)`:\n\n)?^```(?P<kind>[a-z]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
RUN = ("python", "sql", "console")


@dataclass(frozen=True)
class Example:
    """A block that is run: its kind, its words, and what is printed below it."""

    kind: str
    body: str
    shown: str
    place: tuple[int, int]
    """Where the printed output stands in the page; empty where nothing is shown."""
    file: str | None = None
    """The file that holds the words, where they are nothing to run."""

    @property
    def name(self) -> str:
        """Return the example's kind and first telling line, to name its test."""
        lines = [line for line in self.body.splitlines() if not line.startswith(("import", "from", "--"))]
        return f"{self.kind}: {next((line for line in lines if line.strip()), '')[:60]}"


def read_examples(text: str) -> list[Example]:
    """Return the examples of a page, in order; a console block holds its own output."""
    blocks = list(FENCE.finditer(text))
    examples = []
    for block, after in zip(blocks, [*blocks[1:], None], strict=False):
        kind, body = block["kind"], block["body"]
        place, shown = (block.end(), block.end()), ""
        if kind == "console":
            place, shown = block.span("body"), body
        elif after and after["kind"] == "text" and not text[block.end() : after.start()].strip():
            place, shown = after.span("body"), after["body"]
        if kind in RUN or block["file"]:
            examples.append(Example(kind, body, shown, place, block["file"]))
    return examples


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of an example: this interpreter's commands first, no network, no colours, a fresh cache."""
    commands = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    settings = {"PATH": commands, "COLUMNS": "100", "NO_COLOR": "1", "HF_HUB_OFFLINE": "1", "PYTHONUTF8": "1"}
    return {**os.environ, **settings, "HF_HOME": str(folder / ".cache"), "HF_DATASETS_DISABLE_PROGRESS_BARS": "1"}


def run(command: list[str], folder: Path) -> str:
    """Return what a command prints; where it fails or warns, that is printed too."""
    done = subprocess.run(
        command, cwd=folder, env=environment(folder), capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout + done.stderr


def console(session: str, folder: Path) -> str:
    """Return a console session as it runs today: each ``$`` line with what it prints below it."""
    commands = re.findall(r"^\$ (.*)$", session, re.MULTILINE)
    printed = [f"$ {command}\n{run(['bash', '-c', command], folder)}" for command in commands]
    return "\n".join(part.rstrip("\n") for part in printed) + "\n"


def output(example: Example, folder: Path) -> str:
    """Return what an example prints, without blanks at the ends of lines; a file is put into the folder."""
    if example.file:
        path = folder / example.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(example.body, encoding="utf-8")
        printed = ""
    elif example.kind == "console":
        printed = console(example.body, folder)
    elif example.kind == "sql":
        show = f"import duckdb\nduckdb.sql({example.body!r}).show(max_width=118, max_rows=60)"
        printed = run([sys.executable, "-c", show], folder)
    else:
        printed = run([sys.executable, "-c", example.body], folder)
    return re.sub(r"[ \t]+$", "", printed, flags=re.MULTILINE).strip("\n") + "\n"


def workplace(folder: Path) -> Path:
    """Return the folder with the checkout's dataset and pages in it, so that examples write nothing into the checkout."""
    for name in ("dist", "seeds", "tests"):
        (folder / name).symlink_to(ROOT / name, target_is_directory=True)
    return folder


def with_outputs(text: str, outputs: list[str]) -> str:
    """Return a page with what its examples print written in, where it shows that."""
    for example, printed in reversed([*zip(read_examples(text), outputs, strict=True)]):
        start, end = example.place
        text = text[:start] + (printed if example.shown else "") + text[end:]
    return text
