"""What is said of something that is not as it should be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: in which file, what, and, where it is in a record, in which one, at which field and span."""

    file: str
    message: str
    record: str | None = None
    field: str | None = None
    span: tuple[int, int] | None = None

    def __str__(self) -> str:
        return f"{self.file}: {self.message}"
