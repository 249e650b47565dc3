"""Whether promises are kept: a record, a file or a built folder in; BrokenPromise raised, or a list of problems out."""

from diplomatic_readouts.check.grounded import check_grounded
from diplomatic_readouts.check.invented import check_nothing_invented
from diplomatic_readouts.check.output import check_dataset, check_file
from diplomatic_readouts.check.problems import Problem
from diplomatic_readouts.check.promises import (
    PROMISES,
    check_nothing_lost,
    check_readout,
    check_same_bytes,
    check_whose_words,
)

__all__ = [
    "PROMISES",
    "Problem",
    "check_dataset",
    "check_file",
    "check_grounded",
    "check_nothing_invented",
    "check_nothing_lost",
    "check_readout",
    "check_same_bytes",
    "check_whose_words",
]
