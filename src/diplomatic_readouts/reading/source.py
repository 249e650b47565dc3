"""Where reading begins: a file's bytes (or a text) in, a SourceText with its characters, checksum and format out.

Nothing is changed but what the contract says: a byte order mark is dropped, CRLF and CR are read as LF; of an
HTML page the main text is kept, one paragraph a line. What stands beside the text (front matter, the HTML head
and heading) is handed on as given, not interpreted.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any
from unicodedata import category

from diplomatic_readouts.errors import UnreadableSource
from diplomatic_readouts.reading.front_matter import read_front_matter
from diplomatic_readouts.reading.html_page import read_html
from diplomatic_readouts.records.vocabulary import SourceFormat


@dataclass(frozen=True, slots=True)
class SourceText:
    """A page as it was read, with what was given beside its text."""

    name: str
    """File name without folders."""
    text: str
    sha256: str
    """Of the bytes read; of the text's UTF-8 where only a text was given."""
    format: SourceFormat
    url: str | None = None
    title: str | None = None
    published: str | None = None
    """As printed there, not yet a date."""
    updated: str | None = None
    body_start: int = 0
    """Where the text after front matter begins, in code points."""
    publisher: str | None = None


def read_source(path: Path) -> SourceText:
    """Return the page in a file; UnreadableSource says why there is none."""
    name = os.fsencode(path.name).decode("utf-8", "replace")
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UnreadableSource(
            f"{name} cannot be read: {error.strerror}", "Check that the file is there and may be read."
        ) from error
    return decode_source(raw, name)


def decode_source(raw: bytes, name: str) -> SourceText:
    """Return the page that the bytes hold, its format told by the ending of the name; UnreadableSource if none."""
    return _read_text(_decode(raw, name), name, hashlib.sha256(raw).hexdigest())


def text_source(text: str, name: str = "text") -> SourceText:
    """Return the page that a text is; UnreadableSource if it is blank, binary or cannot be written as UTF-8."""
    try:
        raw = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnreadableSource(
            f"{name} holds half of a surrogate pair at {error.start}, which is no character",
            "Decode the page anew from its bytes.",
        ) from error
    return _read_text(text.removeprefix("\ufeff"), name, hashlib.sha256(raw).hexdigest())


# ---------------------------------------------------------------------------------------------- bytes to characters

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s{0,9}=\s{0,9}["']?([A-Za-z0-9_-]{2,40})""", re.IGNORECASE)
_WESTERN = re.compile("[\xa0-ÿ€‚„…†‡‰Š‹ŒŽ‘’“”•–—™š›œžŸ]")
_OTHER_SCRIPT = re.compile("[¡-ÿ]{4}")  # four in a row are no western word, but letters of another script
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_BEYOND_LATIN = re.compile("[^\x00-\u02ff]")
_MOST_NOT_ASCII = 0.25
_MOST_CONTROL = 0.01
_UNASSIGNED = frozenset(("Cn", "Co", "Cs"))  # code points that no text has


def _decode(raw: bytes, name: str) -> str:
    """Return the characters of the bytes: UTF-8, marked UTF-16, the page's declared charset, or Windows-1252."""
    try:
        return raw.decode("utf-16" if raw.startswith(_UTF16_MARKS) else "utf-8-sig")
    except UnicodeDecodeError:
        pass
    declared = _CHARSET.search(raw[:4000]) if _format(name) == "html" else None
    try:
        return raw.decode(declared[1].decode("ascii")) if declared else _decode_western(raw)
    except (LookupError, UnicodeError) as error:
        raise UnreadableSource(
            f"{name} is not text in any encoding that explains its bytes", "Save the page as UTF-8."
        ) from error


def _decode_western(raw: bytes) -> str:
    """Return the bytes read as Windows-1252; UnicodeError if the result does not look like western text."""
    text = raw.decode("cp1252")
    other = _NOT_ASCII.findall(text)
    utf8 = len(_NOT_ASCII.findall(raw.decode("utf-8", "ignore")))
    broken = raw.decode("utf-8", "replace").count("\ufffd")
    if (
        utf8 >= broken  # damaged UTF-8, not Windows-1252
        or len(other) > _MOST_NOT_ASCII * len(text)
        or len(_WESTERN.findall(text)) < len(other)
        or _OTHER_SCRIPT.search(text)
    ):
        raise UnicodeError("not western text")
    return text


def _check_text(text: str, name: str) -> None:
    """Raise UnreadableSource where the characters are no page: blank, or full of control characters."""
    if not text.strip():
        raise UnreadableSource(f"{name} is empty", "Give a page with text in it, or leave the file out.")
    control = len(_CONTROL.findall(text)) + sum(category(c) in _UNASSIGNED for c in _BEYOND_LATIN.findall(text))
    if "\0" in text or control > _MOST_CONTROL * len(text):
        raise UnreadableSource(f"{name} is binary, not text", "Give the page as text, Markdown or HTML.")


# ------------------------------------------------------------------------------------------- what the formats hold


def _format(name: str) -> SourceFormat:
    """Return the format that the ending of a file name tells."""
    ending = PurePath(name).suffix.lower()
    if ending in {".html", ".htm"}:
        return "html"
    return "markdown" if ending in {".md", ".markdown"} else "text"


def _read_text(text: str, name: str, sha256: str) -> SourceText:
    """Return the page that decoded characters are."""
    _check_text(text, name)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _format(name) == "html":
        page = read_html(text, name)
        _check_text(page.text, name)
        return SourceText(name=name, sha256=sha256, format="html", **page._asdict())
    given, body_start = read_front_matter(text)
    publishers = _list(given.get("source")) or _list(given.get("organisations"))
    return SourceText(
        name=name,
        text=text,
        sha256=sha256,
        format=_format(name),
        url=_first(given, "source_url", "url"),
        title=_first(given, "title"),
        published=_first(given, "published_time", "first_published_at", "date"),
        updated=_first(given, "modified_time"),
        body_start=body_start,
        publisher=publishers[0] if publishers else None,
    )


def _list(value: object) -> list[str]:
    """Return the words of a front matter value, itself or its items, without blank ones."""
    items = value if isinstance(value, list) else [value]
    return [item.strip() for item in items if isinstance(item, str) and item.strip()]


def _first(given: Mapping[str, Any], *keys: str) -> str | None:
    """Return the words of the first key that has any."""
    return next((words for key in keys for words in _list(given.get(key))), None)
