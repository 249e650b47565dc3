"""The rights in the three things that make the dataset, said once: card, manifest and README take them from here."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Licence:
    """What a licence covers and on which terms; ``id`` is an SPDX identifier, null where no licence is granted."""

    covers: str
    id: str | None
    terms: str
    url: str | None


LICENCES: tuple[Licence, ...] = (
    Licence("code", "Apache-2.0", "Apache License 2.0", "https://www.apache.org/licenses/LICENSE-2.0"),
    Licence(
        "annotations",
        "CC-BY-4.0",
        "Creative Commons Attribution 4.0 International",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    Licence("source texts", None, "official press releases, © their publishers", None),
)


def licence_paragraph() -> str:
    """Return the rights as one short paragraph of Markdown."""
    said = "; ".join(f"{x.covers}: [{x.terms}]({x.url})" if x.url else f"{x.covers}: {x.terms}" for x in LICENCES)
    return f"{said[0].upper()}{said[1:]}."


def licence_table() -> str:
    """Return the rights as a Markdown table, one row for each thing covered."""
    rows = [f"| {x.covers} | {f'[{x.terms}]({x.url})' if x.url else x.terms} |" for x in LICENCES]
    return "\n".join(["| What | Terms |", "| --- | --- |", *rows])


def licence_values() -> list[dict[str, str | None]]:
    """Return the rights as JSON values, for the manifest."""
    return [asdict(licence) for licence in LICENCES]
