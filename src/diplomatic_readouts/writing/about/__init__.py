"""What card, datasheet, Croissant and data package say of the dataset alike, read from the files beside this one."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from diplomatic_readouts import __version__
from diplomatic_readouts.errors import UsageError


class About(BaseModel):
    """The facts of ``facts.toml``; lists of sentences stay lists, so that each format sets them as it does."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    title: str
    url: str | None = None
    """Where the dataset is to be found, if that is known."""
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


def read_about(own: Path | None = None) -> About:
    """Return the facts, with those of a TOML file of one's own in their place; UsageError names what is wrong in it."""
    found = tomllib.loads(_part("facts.toml"))
    if own is not None:
        found |= _read_own(own)
    known = {"code_version": __version__, "missing": str(found["missing"]).strip()}
    try:
        return About(**{name: _filled(value, known) for name, value in found.items()})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        remedy = f"It may say {', '.join(About.model_fields)}: texts, or lists of texts."
        raise UsageError(f"{own}: {place}: {first['msg']}", remedy) from error


def _read_own(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        told = error.strerror if isinstance(error, OSError) else str(error)
        raise UsageError(f"{path} cannot be read as TOML: {told}", 'Give a file such as: title = "…"') from error


def accuracy_table() -> str:
    """Return how far the reader agrees with pages annotated by hand, as a Markdown table."""
    return _part("accuracy.md").rstrip("\n")


def template(name: str) -> Template:
    """Return a text with placeholders: ``card`` or ``datasheet``."""
    return Template(_part(f"{name}.md"))


def bullets(sentences: tuple[str, ...]) -> str:
    """Return sentences as a Markdown list."""
    return "\n".join(f"- {sentence}" for sentence in sentences)


def citation(told: About, data_version: str, content_sha256: str, date: str | None) -> str:
    """Return the reference as BibTeX; without a year where the data was released on no day."""
    fields = {
        "title": told.title,
        "author": f"{{{' and '.join(told.creators)}}}",
        "year": date and date[:4],
        "version": data_version,
        "url": told.url,
        "note": f"Content SHA-256 {content_sha256}",
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{told.name.replace('-', '_')},\n{lines}\n}}"


def _filled(value: Any, known: dict[str, str]) -> Any:
    if isinstance(value, list):
        return tuple(_filled(each, known) for each in value)
    return Template(value).safe_substitute(known).strip() if isinstance(value, str) else value


def _part(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")
