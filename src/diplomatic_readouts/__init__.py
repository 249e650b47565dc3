"""Diplomatic readouts as validated records: who met whom, and who said what, for which state, in whose account.

Everything public is here and loads when it is first used, so that importing the package costs nothing:

    load_readouts() · load_table(name)      the packaged dataset, as models or as Arrow tables
    parse_readout(text) · read_file(path)   one page of your own
    build(sources, out)                     a dataset from folders of pages
"""

from __future__ import annotations

TYPE_CHECKING = False  # not from typing, which is 9/10 of what importing this file would cost
if TYPE_CHECKING:
    from typing import Any

    from diplomatic_readouts.builder import BuildReport, build
    from diplomatic_readouts.check import check_dataset, check_readout
    from diplomatic_readouts.contract import SCHEMA_VERSION
    from diplomatic_readouts.errors import (
        BrokenPromise,
        DamagedOutput,
        DuplicateSource,
        LanguageNotRead,
        NotAReadout,
        ReadoutsError,
        SourceError,
        UnreadableSource,
        UsageError,
    )
    from diplomatic_readouts.load import load_readouts, load_table
    from diplomatic_readouts.parse import parse_readout, read_file
    from diplomatic_readouts.records import (
        Cue,
        Event,
        Formula,
        Given,
        Mention,
        Participant,
        Pledge,
        Publisher,
        Readout,
        Segment,
        Source,
        Span,
        Stamp,
        Statement,
    )

__version__ = "0.1.0"

_HOMES = {
    "builder": ("BuildReport", "build"),
    "check": ("check_dataset", "check_readout"),
    "contract": ("SCHEMA_VERSION",),
    "errors": (
        "BrokenPromise",
        "DamagedOutput",
        "DuplicateSource",
        "LanguageNotRead",
        "NotAReadout",
        "ReadoutsError",
        "SourceError",
        "UnreadableSource",
        "UsageError",
    ),
    "load": ("load_readouts", "load_table"),
    "parse": ("parse_readout", "read_file"),
    "records": (
        "Cue",
        "Event",
        "Formula",
        "Given",
        "Mention",
        "Participant",
        "Pledge",
        "Publisher",
        "Readout",
        "Segment",
        "Source",
        "Span",
        "Stamp",
        "Statement",
    ),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "SCHEMA_VERSION",
    "BrokenPromise",
    "BuildReport",
    "Cue",
    "DamagedOutput",
    "DuplicateSource",
    "Event",
    "Formula",
    "Given",
    "LanguageNotRead",
    "Mention",
    "NotAReadout",
    "Participant",
    "Pledge",
    "Publisher",
    "Readout",
    "ReadoutsError",
    "Segment",
    "Source",
    "SourceError",
    "Span",
    "Stamp",
    "Statement",
    "UnreadableSource",
    "UsageError",
    "build",
    "check_dataset",
    "check_readout",
    "load_readouts",
    "load_table",
    "parse_readout",
    "read_file",
]


def __getattr__(name: str) -> Any:
    """Return a public name from the module that defines it, loading that on first use."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    """Return the public names."""
    return [*__all__, "__version__"]
