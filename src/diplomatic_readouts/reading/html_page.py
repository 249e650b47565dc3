"""HTML pages: the characters of a page in, its main text out, with headline, days and site beside it.

Menus, footers and scripts fall away; paragraphs are one a line. Nothing depends on the clock.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from diplomatic_readouts.errors import UnreadableSource
from diplomatic_readouts.reading.stamps import find_stamp

_EARLIEST, _LATEST = "1995-01-01", "2100-12-31"  # fixed, since the default of the library is today
_INLINE = "//a | //b | //strong | //i | //em | //u | //span | //sub | //sup"
_MOST_INLINE = 3_000
"""For each of these the library goes through all others: 8,000 would take it six seconds."""
_NO_HTML = "pip install 'diplomatic-readouts[html]'"


class HtmlPage(NamedTuple):
    """The main text of an HTML page, and what it gives beside it, as printed there."""

    text: str
    title: str | None
    published: str | None
    updated: str | None
    url: str | None
    publisher: str | None


def read_html(page: str, name: str) -> HtmlPage:
    """Return the main text of an HTML page; UnreadableSource where it has none or the libraries are missing."""
    try:
        import trafilatura
    except ImportError as error:
        raise UnreadableSource(f"{name} is HTML, and no reader of HTML is installed", _NO_HTML) from error
    tree = trafilatura.load_html(page)
    if tree is not None and tree.xpath(f"count({_INLINE}) > {_MOST_INLINE}"):
        problem = f"{name} has more than {_MOST_INLINE:,} links and marked words, more than a page of text has"
        raise UnreadableSource(problem, "Give the page's text as .txt or .md.")
    found = None if tree is None else trafilatura.bare_extraction(page, favor_precision=True, include_comments=False)
    text = "" if found is None or isinstance(found, dict) else found.text or ""
    if tree is None or not text.strip():
        raise UnreadableSource(f"{name} has no main text", "Give the page's text as .txt or .md.")
    title, publisher = _read_headings(tree)
    published, updated = _read_stamps(tree)
    url = next(iter(_words(tree.xpath("//link[@rel='canonical']/@href"))), None)
    return HtmlPage(text, title, published, updated, url, publisher)


def _words(pieces: Iterable[object]) -> list[str]:
    """Return the pieces of a page as words with single blanks, without blank ones; no-break spaces stay."""
    return [words for piece in pieces if (words := re.sub(r"[ \t\n]+", " ", str(piece)).strip())]


def _read_headings(tree: Any) -> tuple[str | None, str | None]:
    """Return headline and site name: the only h1, else the head's title; what the title adds to the headline."""
    headings = _words(heading.text_content() for heading in tree.xpath("//h1"))
    heads = _words(tree.xpath("//head/title/text()"))
    sites = _words(tree.xpath("//meta[@property='og:site_name']/@content"))
    title = headings[0] if len(headings) == 1 else next(iter(heads), None)
    added = heads[0].removeprefix(title).strip(" _|-–—·»:") if title and heads and heads[0].startswith(title) else ""
    return title, [*sites, added][0] or None


def _read_stamps(tree: Any) -> tuple[str | None, str | None]:
    """Return the printed day of publication and of update, those after the headline first; else the head's own."""
    printed: dict[str, str] = {}
    for path in ("//h1/following::text()", "//text()", "//time/@datetime"):
        before = ""
        for words in _words(tree.xpath(path)):
            line = f"{before} {words}" if before.endswith(":") else words
            stamp = find_stamp(line)
            if stamp:
                printed.setdefault(stamp.kind, line[stamp.start : stamp.end])
            before = words
    return printed.get("published") or _find_day_of_head(tree), printed.get("updated")


def _find_day_of_head(tree: Any) -> str | None:
    """Return the ISO day of publication that an HTML head gives, or None."""
    import htmldate

    page = copy.deepcopy(tree)
    for body in page.findall("body"):  # its links and notes have days too
        page.remove(body)
    day: str | None = htmldate.find_date(
        page, extensive_search=False, original_date=True, min_date=_EARLIEST, max_date=_LATEST
    )
    return day
