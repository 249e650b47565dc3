"""What the command line shows: records, reports, scores and tables in; what rich draws, or text, out.

Nothing is printed here and nothing is read. Text of a page is shown with its control characters blanked, so that no
page can steer the terminal; offsets stay as they are. Each name loads when it is first used: what draws a score needs
the score, and ``readouts --help`` needs none of it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from diplomatic_readouts.display.answers import draw_answer, draw_found, draw_overview
    from diplomatic_readouts.display.build import draw_left_out, draw_summary, draw_totals
    from diplomatic_readouts.display.diff import draw_diff
    from diplomatic_readouts.display.page import draw_readout
    from diplomatic_readouts.display.score import draw_score, score_values
    from diplomatic_readouts.display.tables import draw_tables, rows_as_csv, rows_as_json
    from diplomatic_readouts.display.words import escaped, printable

_HOMES = {
    "answers": ("draw_answer", "draw_found", "draw_overview"),
    "build": ("draw_left_out", "draw_summary", "draw_totals"),
    "diff": ("draw_diff",),
    "page": ("draw_readout",),
    "score": ("draw_score", "score_values"),
    "tables": ("draw_tables", "rows_as_csv", "rows_as_json"),
    "words": ("escaped", "printable"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "draw_answer",
    "draw_diff",
    "draw_found",
    "draw_left_out",
    "draw_overview",
    "draw_readout",
    "draw_score",
    "draw_summary",
    "draw_tables",
    "draw_totals",
    "escaped",
    "printable",
    "rows_as_csv",
    "rows_as_json",
    "score_values",
]


def __getattr__(name: str) -> Any:
    """Return a public name from the module that defines it, loading that on first use."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
