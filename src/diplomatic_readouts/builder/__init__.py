"""Pages in, a built folder out, whole or not at all: records, tables, the Hub's folder, manifest and checksums.

    roots       which files there are
    sources     how many pages they hold → batches (by place, or handed over from archives)
    reader      a batch → what becomes of each page (outcomes); former: what became of it in the build before
    shards      all outcomes → one part of the output
    releasing   which version a build has, and what a release changes of the former one
    engines     where batches and parts are worked on

A fault of the call raises UsageError and nothing is written. A fault of one page is an entry of the report and of
``errors.jsonl``; a page that is no readout, or in a language not read, one of ``skipped.jsonl``. Neither the order of
the sources nor the engine changes anything in the files.
"""

from diplomatic_readouts.builder.outcomes import Fault, Skip
from diplomatic_readouts.builder.releasing import Released
from diplomatic_readouts.builder.report import BuildReport
from diplomatic_readouts.builder.shards import Summary
from diplomatic_readouts.builder.steps import build
from diplomatic_readouts.builder.tally import Progress, Watcher
from diplomatic_readouts.contract import MOST_CHARACTERS

__all__ = ["MOST_CHARACTERS", "BuildReport", "Fault", "Progress", "Released", "Skip", "Summary", "Watcher", "build"]
