"""What changed between two builds of the same pages: records of both in; out, what was gained, lost and changed."""

from diplomatic_readouts.diff.changes import GROUPS, OTHER, OUTCOMES, Change, Diff, Item, Outcome, PageDiff, Speaker
from diplomatic_readouts.diff.pages import diff, diff_pages
from diplomatic_readouts.diff.values import change_values, diff_values

__all__ = [
    "GROUPS",
    "OTHER",
    "OUTCOMES",
    "Change",
    "Diff",
    "Item",
    "Outcome",
    "PageDiff",
    "Speaker",
    "change_values",
    "diff",
    "diff_pages",
    "diff_values",
]
