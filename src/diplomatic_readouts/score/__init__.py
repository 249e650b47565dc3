"""How far to trust the reader: records and gold in; out, a figure for each thing that a record says."""

from diplomatic_readouts.score.figures import Counts, Difference, Row, Score, score
from diplomatic_readouts.score.gold import GoldPage, GoldReadout, read_gold
from diplomatic_readouts.score.values import ROWS

__all__ = ["ROWS", "Counts", "Difference", "GoldPage", "GoldReadout", "Row", "Score", "read_gold", "score"]
