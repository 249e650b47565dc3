"""What the command line shows: records, reports, scores and tables in; what rich draws, or text, out.

Nothing is printed here and nothing is read. Text of a page is shown with its control characters blanked, so that no
page can steer the terminal; offsets stay as they are.
"""

from diplomatic_readouts.display.build import SummaryLine, draw_left_out, draw_summary, read_summary
from diplomatic_readouts.display.diff import diff_values, draw_diff
from diplomatic_readouts.display.page import draw_readout
from diplomatic_readouts.display.score import draw_score, score_values
from diplomatic_readouts.display.tables import draw_tables, rows_as_csv, rows_as_json
from diplomatic_readouts.display.words import printable

__all__ = [
    "SummaryLine",
    "diff_values",
    "draw_diff",
    "draw_left_out",
    "draw_readout",
    "draw_score",
    "draw_summary",
    "draw_tables",
    "printable",
    "read_summary",
    "rows_as_csv",
    "rows_as_json",
    "score_values",
]
