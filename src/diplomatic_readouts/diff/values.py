"""Differences in; out, the same as JSON values."""

from __future__ import annotations

from typing import Any

from diplomatic_readouts.diff.changes import Change, Diff, Speaker
from diplomatic_readouts.records import Participant, Readout, Record, Statement


def diff_values(diff: Diff) -> dict[str, Any]:
    """Return the differences of two builds as JSON values."""
    return {
        "equal": diff.is_empty,
        "only_old": [_page_values(readout) for readout in diff.only_old],
        "only_new": [_page_values(readout) for readout in diff.only_new],
        "pages": [
            {**_page_values(page.new), "changes": [change_values(change) for change in page.changes]}
            for page in diff.pages
        ],
        "same": diff.same,
        "counts": diff.counts(),
    }


def _page_values(readout: Readout) -> dict[str, Any]:
    return {"name": readout.source.name, "id": readout.id}


def change_values(change: Change) -> dict[str, Any]:
    """Return a change as JSON values: what happened to which field, in whom or in which sentence, and both values."""
    where = change.where
    statement = {"index": where.index, "start": where.start, "end": where.end} if isinstance(where, Statement) else None
    return {
        "outcome": change.outcome,
        "group": change.group,
        "participant": where.name if isinstance(where, Participant) else None,
        "statement": statement,
        "item": _plain(change.item),
        "field": change.field,
        "old": _plain(change.old),
        "new": _plain(change.new),
    }


def _plain(value: object) -> Any:
    """Return a value as JSON values."""
    if isinstance(value, Speaker):
        return value._asdict()
    if isinstance(value, Record):
        return value.model_dump(mode="json")
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value if value is None or isinstance(value, bool | int | str) else str(value)
