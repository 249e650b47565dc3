"""Every error the package raises on purpose, in one tree.

ReadoutsError
├── UsageError            wrong use: a missing folder, nothing to read, an output that cannot be written
├── SourceError           one source cannot become a record
│   ├── UnreadableSource  empty, binary, or bytes that no plausible encoding explains
│   ├── DuplicateSource   the same text as another source of the build
│   ├── NotAReadout       the page reports no diplomatic act (skipped, no fault)
│   └── LanguageNotRead   the page is not in English (skipped, no fault)
├── BrokenPromise         a record breaks one of the five promises: names record, field and span
└── DamagedOutput         a file of a built dataset is missing or is not what its checksum says
"""

from __future__ import annotations


class ReadoutsError(Exception):
    """An error with what is wrong (``message``), what to do about it (``remedy``) and an exit code."""

    exit_code = 1

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(f"{message}. {remedy}" if remedy else message)
        self.message = message
        self.remedy = remedy


class UsageError(ReadoutsError):
    """The call cannot be carried out as given; nothing was written."""

    exit_code = 2


class SourceError(ReadoutsError):
    """One source cannot become a record; ``stage`` says where that was found."""

    stage = "source"


class UnreadableSource(SourceError):
    """The source holds no text that can be read."""


class DuplicateSource(SourceError):
    """The source has the same text as another one of the same build."""

    stage = "build"


class NotAReadout(SourceError):
    """The page reports no diplomatic act, so there is no record of it."""

    stage = "metadata"


class LanguageNotRead(SourceError):
    """The page is in a language that the reader does not read; ``language`` is its ISO 639-1 code or None."""

    stage = "language"

    def __init__(self, message: str, remedy: str = "", language: str | None = None) -> None:
        super().__init__(message, remedy)
        self.language = language


class BrokenPromise(ReadoutsError):
    """A record breaks one of the five promises; ``record``, ``field`` and ``span`` say where."""

    stage = "check"

    def __init__(self, record: str, field: str, problem: str, span: tuple[int, int] | None = None) -> None:
        place = f" [{span[0]}, {span[1]})" if span else ""
        super().__init__(
            f"{record}: {field}{place}: {problem}", "Rebuild the record from its source, or report the page."
        )
        self.record = record
        self.field = field
        self.span = span


class DamagedOutput(ReadoutsError):
    """A built dataset is not what its checksums say."""
