"""Words as data: one .toml file a lexicon, read once and checked against its entry class."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TypeVar

from diplomatic_readouts.lexicons.entries import Entry

E = TypeVar("E", bound=Entry)


@cache
def read_lexicon(name: str, entry: type[E]) -> tuple[E, ...]:
    """Return the entries of ``lexicons/{name}.toml``, in file order; pydantic's ValidationError names a bad one."""
    found = tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))
    return tuple(entry.model_validate(item) for item in found["entry"])
