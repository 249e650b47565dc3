"""Which language a page is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomatic_readouts.errors import LanguageNotRead
from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import Language
from diplomatic_readouts.reading.language import check_english, find_language


@pytest.mark.parametrize("entry", read_lexicon("languages", Language), ids=lambda entry: entry.code)
def test_language_is_told_by_its_example_and_not_by_its_counterexample(entry: Language) -> None:
    assert find_language(entry.example) == entry.code
    assert find_language(entry.counterexample or "") != entry.code


def test_english_full_of_spanish_names_is_english() -> None:
    text = "Rodrigo de la Cerda Ruiz and Catalina de los Santos met José de la Torre in Santa Cruz de la Sierra."
    check_english(text, "page.txt")


def test_english_page_with_chinese_names_is_english() -> None:
    check_english("The Minister Qiu Lin (邱林) met with Vice Minister Bo Wen (薄文) in Lima.", "page.txt")


def test_english_page_under_a_bar_of_languages_is_english() -> None:
    bar = "简体中文 | English | Français | Español | Русский | عربي | 日本語 | 한국어\n"
    assert find_language(bar + "The two ministers met in Lima and agreed to keep in touch.") == "en"


def test_english_in_capitals_is_english() -> None:
    assert find_language("THE TWO MINISTERS MET IN LIMA AND AGREED TO STAY IN TOUCH") == "en"


@pytest.mark.parametrize("text", ["", "2024/11/16", "* * *", "Qiu Lin", "Wang Meets Vale"])
def test_text_without_telling_words_has_no_language_and_passes(text: str) -> None:
    assert find_language(text) is None
    check_english(text, "page.txt")


def test_spanish_page_with_an_english_menu_is_refused() -> None:
    text = (
        "Home | News | About\n" + "El canciller se reunió con su par y ambos acordaron que seguirán en contacto. " * 3
    )
    with pytest.raises(LanguageNotRead, match=r"page\.txt is in Spanish") as caught:
        check_english(text, "page.txt")
    assert caught.value.language == "es"


def test_chinese_page_with_latin_names_is_refused() -> None:
    with pytest.raises(LanguageNotRead) as caught:
        check_english("外交部长会见了来访的 Aldo Vale 部长，双方就双边关系和共同关心的问题交换了意见。", "page.txt")
    assert caught.value.language == "zh"


@given(st.text())
def test_any_text_has_a_known_language_or_none(text: str) -> None:
    assert find_language(text) in {None, *(entry.code for entry in read_lexicon("languages", Language))}
