"""The block of YAML that opens a page in; what it says, and where the text after it begins, out."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import yaml

_LONGEST = 8_000
_DEEPEST = 50  # what is nested deeper takes a time that grows with the square of its depth
_MOST_ALIASES = 20  # a few lines of "*a, *a, *a" otherwise stand for more words than any memory holds
_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_LETTER = r"[ -~\xa0-\u2027\u202a-\ud7ff]"  # what YAML prints and takes for no end of a line
_PLAIN_LINE = re.compile(
    rf"""
    (?: (?P<key>[A-Za-z_][A-Za-z0-9_]*):(?=[ ]|\Z) | (?P<indent>[ ]*)-(?=[ ]) )[ ]*
    (?: "(?P<double>(?:(?!["\\]){_LETTER})*)"                             # "Visit: a summary"
      | '(?P<single>(?:(?!'){_LETTER})*)'
      | (?P<plain>[A-Za-z0-9](?:(?!:[ ]|:\Z|[ ]\#){_LETTER})*) )?[ ]*     # 2022-05-17T15:42
    """,
    re.VERBOSE,
)


def read_front_matter(text: str) -> tuple[Mapping[str, Any], int]:
    """Return the YAML block that opens a text, all values strings or lists, and where the text after it begins."""
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), _LONGEST) if opening else None
    if not opening or not closing:
        return {}, 0
    block = text[opening.end() : closing.start()]
    plain = _read_plain(block)
    if plain:
        return plain, closing.end()
    try:
        given = yaml.load(block, Loader=_Loader)  # noqa: S506  strings only
        json.dumps(given, ensure_ascii=False).encode("utf-8")  # an escape may hide what is no character
    except (
        yaml.YAMLError,
        ValueError,
        OverflowError,
        RecursionError,
    ):  # a block that is no YAML is text like any other
        return {}, 0
    return (given, closing.end()) if isinstance(given, dict) else ({}, 0)


class _Loader(yaml.BaseLoader):
    """Reads YAML as strings and lists, but none that multiplies its words or nests them deeper than any page does."""

    _depth = _aliases = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Return the next node; YAMLError for one that is too deep, or one alias too many."""
        self._depth += 1
        self._aliases += self.check_event(yaml.AliasEvent)
        if self._depth > _DEEPEST or self._aliases > _MOST_ALIASES:
            raise yaml.YAMLError("no front matter of a page")
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node


def _read_plain(block: str) -> dict[str, str | list[str]] | None:
    r"""Return what a block says that is all "key: words" and "- words", else None: 15 times as fast as reading YAML.

    >>> _read_plain("date: '2023-06-16'\nsource:\n  - Embassy of Peru\n")
    {'date': '2023-06-16', 'source': ['Embassy of Peru']}
    """
    given: dict[str, str | list[str]] = {}
    items: list[str] | None = None  # those of the last key, if it has no words of its own
    key = indent = ""
    for line in block.removesuffix("\n").split("\n"):
        match = _PLAIN_LINE.fullmatch(line)
        words = _words_in(match) if match else None
        if match and match["key"]:
            key, items = match["key"], [] if words is None else None
            given[key] = words or ""
        elif match and items is not None and words is not None and (not items or match["indent"] == indent):
            indent = match["indent"]
            items.append(words)
            given[key] = items
        else:
            return None
    return given


def _words_in(match: re.Match[str]) -> str | None:
    """Return the words of a line, without their quotes; None where it has none."""
    if match["plain"]:
        return match["plain"].rstrip(" ")
    return match["single"] if match["double"] is None else match["double"]
