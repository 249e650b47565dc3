"""What card, datasheet, Croissant and data package say of the dataset alike, read from the files beside this one."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from string import Template
from typing import Any

from pydantic import BaseModel, ConfigDict

from diplomatic_readouts import __version__


class About(BaseModel):
    """The facts of ``facts.toml``; lists of sentences stay lists, so that each format sets them as it does."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    title: str
    creators: tuple[str, ...]
    keywords: tuple[str, ...]
    description: str
    why: str
    uses: tuple[str, ...]
    not_for: tuple[str, ...]
    collection: str
    raw: str
    missing: str
    preprocessing: tuple[str, ...]
    annotation: str
    analysis: str
    tools: tuple[str, ...]
    biases: tuple[str, ...]
    limits: tuple[str, ...]
    impact: str
    personal: str
    maintenance: str


@cache
def about() -> About:
    """Return the facts, placeholders filled in."""
    found = tomllib.loads(_part("facts.toml"))
    known = {"code_version": __version__, "missing": found["missing"].strip()}
    return About(**{name: _filled(value, known) for name, value in found.items()})


def accuracy_table() -> str:
    """Return how far the reader agrees with pages annotated by hand, as a Markdown table."""
    return _part("accuracy.md").rstrip("\n")


def template(name: str) -> Template:
    """Return a text with placeholders: ``card`` or ``datasheet``."""
    return Template(_part(f"{name}.md"))


def bullets(sentences: tuple[str, ...]) -> str:
    """Return sentences as a Markdown list."""
    return "\n".join(f"- {sentence}" for sentence in sentences)


def citation(data_version: str, content_sha256: str, date: str | None) -> str:
    """Return the reference as BibTeX; without a year where the data was released on no day."""
    fields = {
        "title": f"{{{about().title}}}",
        "author": f"{{{{{' and '.join(about().creators)}}}}}",
        **({"year": f"{{{date[:4]}}}"} if date else {}),
        "version": f"{{{data_version}}}",
        "note": f"{{Content SHA-256 {content_sha256}}}",
    }
    lines = ",\n".join(f"  {name} = {value}" for name, value in fields.items())
    return f"@misc{{diplomatic_readouts,\n{lines}\n}}"


def _filled(value: Any, known: dict[str, str]) -> Any:
    if isinstance(value, list):
        return tuple(_filled(each, known) for each in value)
    return Template(value).safe_substitute(known).strip()


def _part(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")
