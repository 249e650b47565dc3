"""Diplomatic readouts as validated records: who met whom, and who said what, for which state, in whose account."""

__version__ = "0.1.0"
