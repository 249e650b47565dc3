"""How bytes become a page."""

import hashlib
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomatic_readouts.errors import UnreadableSource
from diplomatic_readouts.reading.source import decode_source, read_source, text_source

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Minister Vale Meets Minister Qiu_Embassy of Kestrelia in Lima</title>
<link rel="canonical" href="https://example.org/news/7.html">
<script>var day = "2001-01-01";</script></head>
<body>
<ul class="nav"><li><a href="/">Home</a></li><li><a href="/visa">Visa Service</a></li><li><a href="/about">About Us</a></li></ul>
<div class="main"><h1>Minister Vale Meets Minister Qiu</h1>
<div class="time">2023-02-09 05:14</div>
<div class="content">
<p>Minister Aldo Vale met with Minister Qiu Lin&rsquo;s delegation on Wednesday in Lima, and both sides spoke about trade and ports.</p>
<p>Minister Vale said that the two countries enjoy a long friendship, and that a grant of <b>US$25&nbsp;million</b> would be used for schools in the mountains and for the harbour of the capital.</p>
<p>Minister Qiu thanked her host for the warm welcome, and invited him to visit her country in the coming year with a large group of traders.</p>
</div></div>
<div class="related"><h3>Related News</h3><ul><li><a href="#">Minister Vale opens a school, 2024-01-02</a></li></ul></div>
<div class="footer"><p>All Rights Reserved. Address: 12 Hill Lane</p></div>
</body></html>
"""


def test_text_is_kept_but_for_mark_and_line_ends() -> None:
    source = decode_source(b"\xef\xbb\xbfHome\xc2\xa0> News\r\nThey  met.\rThey left.\n", "a.txt")
    assert source.text == "Home\xa0> News\nThey  met.\nThey left.\n"
    assert (source.format, source.name, source.body_start) == ("text", "a.txt", 0)


def test_checksum_is_of_the_bytes_read() -> None:
    raw = b"\xef\xbb\xbfThey met.\r\n"
    assert decode_source(raw, "a.txt").sha256 == hashlib.sha256(raw).hexdigest()


def test_checksum_of_a_text_is_of_its_utf8() -> None:
    assert text_source("Café.").sha256 == hashlib.sha256("Café.".encode()).hexdigest()


def test_file_is_read_under_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text("They met.", encoding="utf-8")
    assert (read_source(path).name, read_source(path).format) == ("page.md", "markdown")


def test_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match=r"gone\.txt cannot be read"):
        read_source(tmp_path / "gone.txt")


def test_windows_1252_is_read_where_it_looks_like_western_text() -> None:
    text = "The “two sides” of Panamá met – they said – and spoke of China’s “open market”. " * 3
    assert decode_source(text.encode("cp1252"), "a.txt").text == text


def test_marked_utf16_is_read() -> None:
    assert decode_source("They met in Córdoba.".encode("utf-16"), "a.txt").text == "They met in Córdoba."


def test_lost_characters_of_a_page_are_kept() -> None:
    assert text_source("China\ufffds port").text == "China\ufffds port"


def test_charset_that_a_page_declares_is_used() -> None:
    page = PAGE.replace("utf-8", "iso-8859-2").replace("Aldo Vale", "Aldo Válečka")
    assert "Aldo Válečka" in decode_source(page.encode("iso-8859-2"), "a.html").text


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "is empty"),
        (b" \n\t\xef\xbb\xbf"[:3], "is empty"),
        (b"They\x00met", "is binary"),
        (b"\x01\x02\x03They met", "is binary"),
        ("Стороны договорились о сотрудничестве.".encode("cp1251"), "not text in any encoding"),
        ("双方同意继续保持沟通。".encode("gbk"), "not text in any encoding"),
        (b"a page of one line with \x8f in it", "not text in any encoding"),
        ("Café déjà vu".encode() + b"\xe2\x80", "not text in any encoding"),
        (("They met. " * 20 + "双方同意").encode("gbk"), "not text in any encoding"),
    ],
)
def test_what_holds_no_text_is_refused_with_its_name_and_a_remedy(raw: bytes, why: str) -> None:
    with pytest.raises(UnreadableSource, match=why) as caught:
        decode_source(raw, "a.txt")
    assert caught.value.message.startswith("a.txt")
    assert caught.value.remedy


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(UnreadableSource, match="surrogate"):
        text_source("They \ud800 met")


def test_front_matter_is_given_beside_a_text_that_keeps_it() -> None:
    text = (
        "---\ntitle: \"Vale Meets\\_Qiu\"\ndate: '2021-05-07'\npublished_time: 2021-05-07 14:19:06-04:00\n"
        "modified_time: 2021-05-08 10:00:00-04:00\nsource_url: https://example.org/7\n"
        "organisations:\n  - Office of Kestrelia\n---\n\nThey met.\n"
    )
    source = text_source(text, "a.md")
    assert source.text == text
    assert source.text[source.body_start :] == "\nThey met.\n"
    assert source.title == "Vale Meets\xa0Qiu"
    assert source.published == "2021-05-07 14:19:06-04:00"
    assert source.updated == "2021-05-08 10:00:00-04:00"
    assert source.url == "https://example.org/7"
    assert source.publisher == "Office of Kestrelia"


def test_date_alone_is_the_day_of_publication() -> None:
    assert text_source("---\ndate: 2021-05-07\n---\nThey met.", "a.md").published == "2021-05-07"


@pytest.mark.parametrize(
    "block",
    ["title: [", "- one\n- two", 'title: "\\ud800"', "just words", "a: &a [*a]", "[" * 7000, 'title: "\\U99999999"'],
)
def test_block_that_is_no_front_matter_is_text(block: str) -> None:
    source = text_source(f"---\n{block}\n---\nThey met.", "a.md")
    assert (source.title, source.body_start) == (None, 0)


def test_html_gives_main_text_headline_day_and_site() -> None:
    source = decode_source(PAGE.encode(), "a.html")
    lines = source.text.split("\n")
    assert [line.split()[0:2] for line in lines] == [["Minister", "Aldo"], ["Minister", "Vale"], ["Minister", "Qiu"]]
    assert "Qiu Lin’s delegation" in lines[0]
    assert "Home" not in source.text
    assert "Rights" not in source.text
    assert source.title == "Minister Vale Meets Minister Qiu"
    assert source.published == "2023-02-09 05:14"
    assert source.publisher == "Embassy of Kestrelia in Lima"
    assert source.url == "https://example.org/news/7.html"
    assert source.format == "html"


def test_html_without_a_printed_day_has_none() -> None:
    source = decode_source(PAGE.replace("2023-02-09 05:14", "").replace(", 2024-01-02", "").encode(), "a.html")
    assert source.published is None


def test_html_day_of_the_head_counts_where_none_is_printed() -> None:
    page = PAGE.replace("2023-02-09 05:14", "").replace(
        "<title>", '<meta property="article:published_time" content="2022-08-17T10:00:00Z"><title>'
    )
    assert decode_source(page.encode(), "a.html").published == "2022-08-17"


def test_html_update_is_told_by_its_label() -> None:
    page = PAGE.replace("2023-02-09 05:14", "<span>Updated:</span> <span>May 21, 2022 11:47</span>")
    source = decode_source(page.encode(), "a.html")
    assert (source.updated, source.published) == ("May 21, 2022 11:47", None)


def test_same_html_gives_the_same_source_every_time() -> None:
    first = decode_source(PAGE.encode(), "a.html")
    decode_source(PAGE.replace("Vale", "Brook").encode(), "b.html")
    assert decode_source(PAGE.encode(), "a.html") == first


def test_html_without_main_text_is_refused() -> None:
    with pytest.raises(UnreadableSource, match="no main text"):
        decode_source(b"<html><body><script>var a = 1;</script></body></html>", "a.html")


def test_html_without_its_libraries_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(UnreadableSource) as caught:
        decode_source(PAGE.encode(), "a.html")
    assert "diplomatic-readouts[html]" in caught.value.remedy


@given(st.binary(), st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_any_bytes_give_a_page_or_a_refusal(raw: bytes, name: str) -> None:
    try:
        source = decode_source(raw, name)
    except UnreadableSource:
        return
    assert source.text.strip()
    assert "\r" not in source.text
    source.text.encode("utf-8")


@given(
    st.text(alphabet=st.characters(codec=None)),
    st.sampled_from(["---\n", "<p>", ""]),
    st.sampled_from(["a.txt", "a.md", "a.html"]),
)
def test_any_text_gives_a_page_or_a_refusal(text: str, before: str, name: str) -> None:
    try:
        source = text_source(before + text, name)
    except UnreadableSource:
        return
    assert 0 <= source.body_start <= len(source.text)
