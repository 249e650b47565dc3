"""What card, datasheet, Croissant and data package say of the dataset alike, read from the files beside this one."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from diplomatic_readouts import __version__
from diplomatic_readouts.errors import UsageError

Words = Annotated[str, StringConstraints(min_length=1)]
Sentences = Annotated[tuple[Words, ...], Field(min_length=1)]


class About(BaseModel):
    """The facts of ``facts.toml``; lists of sentences stay lists, so that each format sets them as it does."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]*$")]
    title: Words
    url: Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"{}|\\^`]+$")] | None = None
    """Where the dataset is to be found, if that is known."""
    creators: Sentences
    keywords: Sentences
    description: Words
    why: Words
    uses: Sentences
    not_for: Sentences
    collection: Words
    raw: Words
    missing: Words
    preprocessing: Sentences
    annotation: Words
    analysis: Words
    tools: Sentences
    biases: Sentences
    limits: Sentences
    impact: Words
    personal: Words
    maintenance: Words


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
        told = "Input should be a list of texts" if first["type"] == "tuple_type" else first["msg"]
        remedy = f"It may say {', '.join(About.model_fields)}: texts, or lists of texts."
        raise UsageError(f"{own}: {place}: {told}", remedy) from error


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
        "title": _in_bibtex(told.title),
        "author": " and ".join(f"{{{_in_bibtex(name)}}}" for name in told.creators),
        "year": date and date[:4],
        "version": data_version,
        "url": told.url,
        "note": f"Content SHA-256 {content_sha256}",
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{re.sub(r'[^a-z0-9]', '_', told.name)},\n{lines}\n}}"


def _in_bibtex(text: str) -> str:
    r"""Return a text in which nothing ends a field or is a command.

    >>> _in_bibtex("R&D } 100%")
    'R\\&D  100\\%'
    """
    return re.sub(r"([&%$#_])", r"\\\1", re.sub(r"[{}\\]", "", text))


def _filled(value: Any, known: dict[str, str]) -> Any:
    if isinstance(value, list):
        return tuple(_filled(each, known) for each in value)
    return Template(value).safe_substitute(known).strip() if isinstance(value, str) else value


def _part(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")
