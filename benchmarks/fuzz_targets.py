"""What is fuzzed: for each target, inputs to begin with, and the function of the package that an input goes into.

A target takes any bytes. It returns where the package made something of them or refused them by one of its own errors,
and raises whatever else comes out.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.corpus import make_page
from diplomatic_readouts.builder.archives import read_members
from diplomatic_readouts.check import check_readout
from diplomatic_readouts.errors import SourceError
from diplomatic_readouts.parse import parse_readout
from diplomatic_readouts.reading.rows import read_row
from diplomatic_readouts.reading.source import decode_source

_SEEDS = 40
_SHORT = 420
_LONGEST_MEMBER = 100_000


@dataclass(frozen=True)
class Target:
    """Something that is fuzzed."""

    name: str
    seeds: Callable[[], list[bytes]]
    enter: Callable[[bytes], None]
    is_text: bool
    """Whether inputs are changed by words; bytes otherwise."""


# ------------------------------------------------------------------------------------------------------------ seeds

LEAD = (
    "Lin Tao Meets with Peruvian Foreign Minister Marta Quiroga\n2024-06-04 10:20\n\n"
    "On June 3, 2024, Foreign Minister Lin Tao met in Beijing with Peruvian Foreign Minister Marta Quiroga.\n\n"
)
"""The head of a short page, so that what follows it is read to the end."""

PIECES = (
    "Lin Tao", "Marta Quiroga", "President Kuang Shouren", "H.E. Mr. He", "Prime Minister Jordan", "China", "Peru",
    "the Chinese side", "the two sides", "They", "He", "We", "said", "said that", "stressed", "agreed to", "met with",
    "spoke by phone with", "former Prime Minister", "Vice\u200bPresident", "Foreign\xa0Minister", "Minister for",
    "Secretary-General of the United Nations", "Ambassador to", "and his wife", "accompanied by", "attended",
    "on the sidelines of", "the Third Forum of Ports", "adheres to the one-China principle", "will provide", "pledged",
    "RMB 66 billion yuan", "US$1.5 million", "credit line", "yesterday", "on June 3", "from 3 to 5 June", "2024/06/04",
    "February 30, 2024", "20240503", "Updated:", "Home > China News", "Source:", "First,", "Second,", ".", ". .", ",",
    ", adding that", ";", ":", "“", "”", "\"", "'", "’s", "(", ")", "[", "]", "-", "–", "•", "- ", "\n", "\n\n", "\t",
    "\xa0", "\u2028", "\x85", "\u202e", "\u200b", "\ufeff", "\x1b[31m", "İ", "ß", "ﬁ", "\u0301", "𝔐", "１２", "---\n",
    "# ", "## ", "> ", "* ", "| a | b |", "**", "<p>", "</div>", "&amp;", "By ", "ministers", "50th", "anniversary",
    "of", "and", "the", "in", "with", "H.E.", "U.S.", "Mr.", "No. 3", "https://example.org/a", "@name", "#tag", "000",
)  # fmt: skip
"""Words and marks of the genre, and characters that trip readers."""


def _pages() -> list[str]:
    """Return short pages: the lead above, then sentences of the benchmarks' pages; and heads of these pages."""
    chance, pages = Random(1), []  # noqa: S311
    for number in range(_SEEDS):
        page = make_page(number)
        sentences = [s for line in page.split("\n") for s in line.split(". ") if len(s) > 30]
        body = ". ".join(chance.sample(sentences, min(2, len(sentences))))
        pages += [LEAD + body[: _SHORT - len(LEAD)] + ".\n", page[:_SHORT]]
    return pages


def _texts() -> list[bytes]:
    return [page.encode() for page in _pages()]


def _html() -> list[bytes]:
    shells = (
        "<html><head><title>{t}</title><meta charset='utf-8'></head><body><h1>{t}</h1><p>{b}</p></body></html>",
        "<!DOCTYPE html><html><body><nav><a href='/'>Home</a></nav><article><h1>{t}</h1><time datetime='2024-06-04'>"
        "June 4</time><p>{b}</p><ul><li>{b}</li></ul></article><script>x()</script></body></html>",
        "<html><head><meta property='og:site_name' content='Ministry'><link rel='canonical' href='https://a.b/c'>"
        "<meta name='date' content='2024-06-04'></head><body><div><table><tr><td>{b}</td></tr></table></div></body>",
    )
    made = [(page.split("\n")[0], page) for page in _pages()[:12]]
    return [shell.format(t=title, b=body).encode() for title, body in made for shell in shells]


def _front_matter() -> list[bytes]:
    blocks = (
        "title: A meets B\nsource_url: https://a.b/c\npublished_time: 2024-06-04\nsource: [Ministry]\n",
        "title: &a [x, y]\nurl: *a\ndate: !!str 2024\norganisations:\n  - Ministry\n  - {a: b}\n",
        "? complex\n: key\ntitle: |\n  two\n  lines\nmodified_time: >-\n  folded\n",
        'title: "\\ud800 \\x41"\n"a": \'b\'\n%TAG ! tag:a\n',
    )
    return [f"---\n{block}---\n{LEAD}".encode() for block in blocks]


def _rows() -> list[bytes]:
    rows: list[dict[str, object]] = [
        {"name": "a.txt", "text": LEAD, "url": "https://a.b/c", "title": "A meets B", "published": "2024-06-04"},
        {"name": "b.html", "text": "<p>x</p>", "url": None},
        {"name": "", "text": "a", "more": [1, {"b": None}, 1e9]},
    ]
    return [json.dumps(row, ensure_ascii=odd).encode() for row in rows for odd in (True, False)]


def _archives() -> list[bytes]:
    """Return each kind of archive behind one byte that tells its kind."""
    plain, zipped = io.BytesIO(), io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w") as tar, zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("a.txt", "b/c.md"):
            info = tarfile.TarInfo(name)
            info.size = len(LEAD)
            tar.addfile(info, io.BytesIO(LEAD.encode()))
            archive.writestr(name, LEAD)
    return [b"t" + plain.getvalue(), b"g" + gzip.compress(plain.getvalue(), mtime=0), b"z" + zipped.getvalue()]


def _parquet() -> list[bytes]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    made = []
    for compression in ("snappy", "none", "zstd"):
        file = io.BytesIO()
        pq.write_table(pa.table({"name": ["a.txt", "b"], "text": [LEAD, "x"]}), file, compression=compression)
        made.append(b"p" + file.getvalue())
    return made


# ---------------------------------------------------------------------------------------------------------- targets


def _read(raw: bytes) -> None:
    check_readout(parse_readout(raw.decode("utf-8", "replace")))


def _read_html(raw: bytes) -> None:
    decode_source(raw, "x.html")


def _read_front_matter(raw: bytes) -> None:
    decode_source(raw, "x.md")


def _read_row(raw: bytes) -> None:
    read_row(raw.decode("utf-8", "surrogateescape"), "here")


_ENDINGS = {b"t": ".tar", b"g": ".tar.gz", b"z": ".zip", b"p": ".parquet"}
_FOLDER = Path("/dev/shm" if os.access("/dev/shm", os.W_OK) else tempfile.gettempdir())  # noqa: S108


def _read_archive(raw: bytes) -> None:
    path = _FOLDER / f"fuzz-{os.getpid()}{_ENDINGS.get(raw[:1], '.tar')}"
    path.write_bytes(raw[1:])
    try:
        for _ in read_members(path, _LONGEST_MEMBER, lambda _: True):
            pass
    except OSError:  # which read_members says it raises, and the builder tells
        pass
    finally:
        path.unlink()


def refusing(enter: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """Return the function, to which the package's own refusals are no failures."""

    def entered(raw: bytes) -> None:
        with suppress(SourceError):
            enter(raw)

    return entered


TARGETS = {
    target.name: target
    for target in (
        Target("reader", _texts, refusing(_read), is_text=True),
        Target("html", _html, refusing(_read_html), is_text=True),
        Target("front-matter", _front_matter, refusing(_read_front_matter), is_text=True),
        Target("rows", _rows, refusing(_read_row), is_text=True),
        Target("archives", _archives, refusing(_read_archive), is_text=False),
        Target("parquet", _parquet, refusing(_read_archive), is_text=False),
    )
}
