"""Pages annotated by hand: a folder of gold files in, checked gold out.

A gold file is one JSON object: what a person, reading one page, writes down about it. A page that is no readout needs
``document``, ``sha256`` and ``is_readout: false`` only; ``pledges`` may be left out where nobody annotated them.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from diplomatic_readouts.errors import UsageError
from diplomatic_readouts.records.vocabulary import Act, Basis, FormulaId, Instrument, Kind, PledgeStatus, Role, Topic


class _Gold(BaseModel):
    """The common ground of gold: frozen; notes and other fields beside the known ones are let be."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldParticipant(_Gold):
    """Someone who took part."""

    name: str
    country: str | None
    organization: str | None = None
    offices: tuple[str, ...]
    role: Role


class GoldFormula(_Gold):
    """A fixed expression of a sentence, and who holds it."""

    id: FormulaId
    holder: str | None


class GoldPledge(_Gold):
    """What a side says it will do or give."""

    text: str
    actor: str | None
    recipient: str | None
    instrument: Instrument
    specific: bool
    amount: str | None
    currency: str | None
    status: PledgeStatus
    announced_by: str | None


class GoldStatement(_Gold):
    """One sentence; where its words may not be passed on, ``text_hash`` (see `sentence_key`) stands for them."""

    text: str | None = None
    text_hash: str | None = Field(default=None, pattern=r"^[0-9a-f]{16}$")
    speaker: str | None
    speaker_country: str | None
    basis: Basis
    cue: str | None
    acts: tuple[Act, ...]
    topics: tuple[Topic, ...]
    formulas: tuple[GoldFormula, ...]

    @model_validator(mode="after")
    def _has_words(self) -> Self:
        """Return the statement; ValueError where nothing tells which sentence it is."""
        if self.text is None and self.text_hash is None:
            raise ValueError("has neither text nor text_hash")
        return self

    @property
    def key(self) -> str:
        """Return that by which the built sentence is found."""
        return self.text_hash or sentence_key(self.text or "")


class GoldPage(_Gold):
    """A page, known by the hash of its bytes or by its file name; as such, one that is no readout."""

    document: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


class GoldReadout(GoldPage):
    """A page that is a readout, with all that was annotated of it; days in ISO 8601."""

    title: str | None
    kind: Kind
    publisher_country: str | None
    published: str | None
    updated: str | None
    event_start: str | None
    event_end: str | None
    city: str | None
    country: str | None
    venue: str | None
    occasion: str | None
    participants: tuple[GoldParticipant, ...]
    statements: tuple[GoldStatement, ...]
    pledges: tuple[GoldPledge, ...] | None = None


def fold(text: str) -> str:
    r"""Return the text with each run of white space as one blank, and none at its ends.

    >>> fold(" one\n two ")
    'one two'
    """
    return re.sub(r"\s+", " ", text).strip()


def sentence_key(text: str) -> str:
    """Return the first 16 hexadecimal digits of the SHA-256 of a sentence's folded words."""
    return hashlib.sha256(fold(text).encode("utf-8")).hexdigest()[:16]


def read_gold(folder: Path | str) -> tuple[GoldPage, ...]:
    """Return the gold of every ``.json`` file of a folder, in the order of the names.

    Raises UsageError where there is none, or where one is no gold, naming file and field.
    """
    folder = Path(folder)
    paths = sorted(folder.glob("*.json")) if folder.is_dir() else []
    if not paths:
        raise UsageError(f"{folder} holds no gold", "Give a folder of gold files, one .json a page.")
    return tuple(_read_page(path) for path in paths)


def _read_page(path: Path) -> GoldPage:
    """Return the gold of one file."""
    remedy = "The guidelines say what it holds: tests/gold/GUIDELINES.md in the repository."
    try:
        value: Any = json.loads(path.read_text(encoding="utf-8"))
        refused = isinstance(value, dict) and value.get("is_readout", True) is False
        return (GoldPage if refused else GoldReadout).model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"{path}: {field}: {first['msg']}", remedy) from error
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} is no JSON: {error}", remedy) from error
