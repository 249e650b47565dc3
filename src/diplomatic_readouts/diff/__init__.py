"""What changed between two builds of the same pages: records of both in; out, what was gained, lost and changed."""

from diplomatic_readouts.diff.changes import GROUPS, OTHER, OUTCOMES, Change, Diff, Item, Outcome, PageDiff, Speaker
from diplomatic_readouts.diff.pages import diff, diff_pages

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
    "diff",
    "diff_pages",
]
