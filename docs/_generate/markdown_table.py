"""Cells in; a Markdown table out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; a line break within a cell stays one, a bar and angle brackets are only signs."""
    lines = [head, ["---"] * len(head), *([_cell(c) for c in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def _cell(text: str) -> str:
    if not text.startswith("`"):
        text = text.replace("<", "&lt;")
    return text.replace("|", "\\|").replace("\n", "<br>")


def in_code(text: str) -> str:
    """Return words as code."""
    return f"`{text}`"
