"""The explorer in a real browser: it loads nothing, shows what the record says, and a page's text is only text."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from diplomatic_readouts.cli import main
from diplomatic_readouts.load import load_readouts
from diplomatic_readouts.parse import parse_readout
from diplomatic_readouts.records import Readout
from diplomatic_readouts.writing.explorer import shortened
from diplomatic_readouts.writing.jsonl import canonical_json
from explored import Opened, put
from marked import OPENING
from short_pages import short_page

HOSTILE = (
    OPENING.replace("Marta Quiroga\n", "Marta Quiroga </script><img src=x onerror=alert(1)>\n", 1)
    + "Lin Tao said that trade 𝔐 grows <b>fast</b> </script><script>alert(1)</script> \u202eback and China 𝔐 adheres to "
    + "the one-China principle.\n\nMarta Quiroga said that Peru {{records}} welcomes more trade 🌊 with China.\n"
)


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the explorer of the packaged dataset."""
    return put(tmp_path_factory.mktemp("explorer") / "index.html", *load_readouts())


def words(spans: Any) -> list[str]:
    return [span.text for span in spans]


# ---------------------------------------------------------------------------------------------------------- what it is


def test_the_page_asks_for_nothing_and_breaks_no_rule_of_its_own(seeds: Path, browser: Any) -> None:
    opened = Opened(browser, seeds)
    assert opened.text("#count") == "5 of 5 readouts"
    assert (opened.asked, opened.faults) == ([seeds.as_uri()], [])
    assert not re.search(r"""(src|href)=["']?(https?:)?//""", seeds.read_text(encoding="utf-8"))


def test_every_marked_span_is_the_records(seeds: Path, browser: Any) -> None:
    for readout in load_readouts():
        opened = Opened(browser, seeds, f"#readout={readout.id}")
        assert opened.texts(".sentence") == [s.text for s in readout.statements]
        for sort, spans in (
            ("cue", [s.cue for s in readout.statements if s.cue]),
            ("formula", [f for s in readout.statements for f in s.formulas]),
            ("pledge", [p for s in readout.statements for p in s.pledges]),
            ("mention", [m for s in readout.statements for m in s.mentions]),
        ):
            marked = {i for span in spans for i in range(span.start, span.end)}
            shown = "".join(opened.texts(f".sentence .{sort}"))
            assert shown == "".join(readout.text[i] for i in sorted(marked)), (readout.id, sort)


def test_the_raw_record_is_the_record(seeds: Path, browser: Any) -> None:
    readout = load_readouts()[1]
    opened = Opened(browser, seeds, f"#readout={readout.id}")
    opened.page.locator("summary", has_text="The record").click()
    opened.page.locator("#raw", has_text="schema_version").wait_for()
    shown = json.loads(opened.texts("#raw")[0])
    assert shown == json.loads(canonical_json(readout))
    assert list(shown["statements"][0]) == list(json.loads(canonical_json(readout))["statements"][0])


# ----------------------------------------------------------------------------------------------------------- choosing


def test_choices_narrow_the_list_and_stand_in_the_address(seeds: Path, browser: Any) -> None:
    opened = Opened(browser, seeds)
    opened.page.locator("summary", has_text="Kind").click()
    opened.page.locator("label", has_text="meeting").locator("input").check()
    assert opened.text("#count") == "2 of 5 readouts"
    opened.page.fill("#words", "digital econ")
    opened.page.locator("#count", has_text="1 of 5").wait_for()
    assert "words=digital+econ" in opened.page.url
    assert "kind=meeting" in opened.page.url
    assert set(opened.texts(".hit")) <= {"Digital Econ"}
    again = Opened(browser, seeds, f"#{opened.page.url.split('#')[1]}")
    assert again.text("#list button") == opened.text("#list button")
    again.page.locator("button[type=reset]").click()
    assert again.text("#count") == "5 of 5 readouts"


def test_focus_stays_on_a_choice_that_moves_up(seeds: Path, browser: Any) -> None:
    """The next key does to it what it is meant for."""
    page = Opened(browser, seeds).page
    page.locator("summary", has_text="Topic").click()
    choice = page.locator("#facets input[name=topic]").nth(4)
    value = choice.get_attribute("value")
    choice.focus()
    page.keyboard.press("Space")
    page.wait_for_function("location.hash.includes('topic=')")
    assert page.evaluate("document.activeElement.value") == value
    page.keyboard.press("Space")
    page.wait_for_function("!location.hash.includes('topic=')")


def test_a_long_page_is_searched_at_once(tmp_path: Path, browser: Any) -> None:
    """Also for what stands in it some ten thousand times; the first five hundred are marked."""
    long = "Lin Tao said that China is ready to expand trade with Peru and to open more ports. " * 1500
    readout = parse_readout(f"{short_page(1)}\n{long.strip()}\n")
    opened = Opened(browser, put(tmp_path / "page.html", readout), "#words=e")
    opened.page.locator(".hit").first.wait_for()
    assert opened.page.locator(".hit").count() == 500
    assert opened.page.evaluate("performance.getEntriesByName('ready')[0].startTime") < 10_000


def test_a_link_to_a_readout_that_is_not_there_opens_no_other(seeds: Path, browser: Any) -> None:
    """An id changes when a day is read better, and a citation must not lead to another page."""
    opened = Opened(browser, seeds, "#readout=chn-2099-01-01-aaaaaaaaaaaa")
    opened.page.locator("#reading p").wait_for()
    assert "No readout here has the id chn-2099-01-01-aaaaaaaaaaaa" in opened.text("#reading")


def test_data_that_are_damaged_are_told(seeds: Path, tmp_path: Path, browser: Any) -> None:
    """Not as the fault of a server that there is not."""
    damaged = tmp_path / "page.html"
    damaged.write_text(seeds.read_text(encoding="utf-8").replace('id="index">{', 'id="index">'), encoding="utf-8")
    opened = Opened(browser, damaged)
    opened.page.locator("#fault").wait_for()
    assert "Write the page again" in opened.text("#fault")


def test_counts_tell_what_a_choice_would_leave(seeds: Path, browser: Any) -> None:
    opened = Opened(browser, seeds, "#country=CHL")
    assert opened.text("#count") == "1 of 5 readouts"
    kinds = dict(zip(opened.texts("[data-facet=kind] label"), opened.texts("[data-facet=kind] .number"), strict=True))
    assert kinds == {"meeting1": "1"}
    countries = opened.texts("[data-facet=country] label")
    assert countries == ["CHL1", "CHN5", "ECU1"]


def test_a_sentence_tells_who_speaks_by_keyboard_alone(seeds: Path, browser: Any) -> None:
    readout = next(r for r in load_readouts() if "ECU" in r.counterpart_countries())
    opened = Opened(browser, seeds, f"#readout={readout.id}")
    opened.page.locator(".sentence").nth(0).focus()
    opened.page.keyboard.press("ArrowDown")
    opened.page.keyboard.press("ArrowDown")
    opened.page.keyboard.press("Enter")
    assert opened.text("#told h2") == "Sentence 3"
    assert "one-China principle: one china principle, held by ECU" in opened.texts("#told dd")
    assert "sentence=3" in opened.page.url
    said = readout.statements[2]
    assert f"characters {said.start}–{said.end} ({said.id})" in opened.page.locator("#told input").input_value()
    shared = Opened(browser, seeds, f"#{opened.page.url.split('#')[1]}")
    assert shared.text("#told h2") == "Sentence 3"


def test_the_first_readout_is_open_and_tells_before_anything_is_chosen(seeds: Path, browser: Any) -> None:
    opened = Opened(browser, seeds)
    assert opened.text("#list [aria-current]").startswith(opened.text("#reading h2"))
    opened.page.locator(".sentence").nth(1).hover()
    assert opened.text("#told h2") == "Sentence 2"


def test_everything_is_reached_by_tab(seeds: Path, browser: Any) -> None:
    opened = Opened(browser, seeds)
    reached = []
    for _ in range(22):
        opened.page.keyboard.press("Tab")
        reached.append(opened.page.evaluate("document.activeElement.id || document.activeElement.className || 'x'"))
    assert {"to-readouts", "to-charts", "to-questions", "words", "plainly"} <= set(reached)
    assert any("sentence" in each for each in reached)


def test_what_is_not_attributed_in_so_many_words_steps_back(seeds: Path, browser: Any) -> None:
    readout = load_readouts()[1]
    opened = Opened(browser, seeds, f"#readout={readout.id}")
    opened.page.check("#plainly")
    colours = opened.page.evaluate(
        "[...document.querySelectorAll('.sentence')].map(s => getComputedStyle(s).backgroundColor !== 'rgba(0, 0, 0, 0)')"
    )
    assert colours == [s.basis == "named" for s in readout.statements]


# ---------------------------------------------------------------------------------------------------------- text is text


def test_a_hostile_page_is_shown_as_its_characters(tmp_path: Path, browser: Any) -> None:
    readout = parse_readout(HOSTILE)
    path = put(tmp_path / "index.html", readout)
    opened = Opened(browser, path, "#words=%F0%9D%94%90")
    assert opened.faults == []
    assert opened.asked == [path.as_uri()]
    assert opened.texts(".sentence") == [s.text for s in readout.statements]
    assert opened.page.locator("#reading img, #reading script, #reading b").count() == 0
    assert opened.texts(".hit") == ["𝔐", "𝔐"]
    formula = next(f for s in readout.statements for f in s.formulas if f.id == "one_china_principle")
    assert "".join(opened.texts(".formula")[1:]).endswith(formula.text)  # behind two characters beyond the BMP


def test_a_records_line_holds_nothing_that_ends_its_element() -> None:
    line = shortened(canonical_json(parse_readout(HOSTILE)))
    assert not set("<>&\u2028\u2029") & set(line)


# ------------------------------------------------------------------------------------------------------------- how it looks


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 900, 1400])
def test_nothing_is_cut_off_and_a_picture_can_be_looked_at(
    width: int, scheme: str, seeds: Path, browser: Any, tmp_path: Path
) -> None:
    readout = load_readouts()[1]
    opened = Opened(
        browser,
        seeds,
        f"#readout={readout.id}&sentence=3",
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
    )
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    folder = Path(os.environ.get("EXPLORER_PICTURES", tmp_path))
    picture = folder / f"explorer-{scheme}-{width}.png"
    opened.page.screenshot(path=picture)
    assert picture.stat().st_size > 10_000


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("fragment", ["", "&plainly=1&words=China"])
def test_all_text_has_the_contrast_of_wcag_aa(scheme: str, fragment: str, seeds: Path, browser: Any) -> None:
    for readout in load_readouts():
        opened = Opened(browser, seeds, f"#readout={readout.id}{fragment}", color_scheme=scheme)
        least, where = opened.contrast()
        assert least >= 4.5, where


@pytest.mark.slow
def test_two_thousand_readouts_are_ready_within_a_second_of_loading(tmp_path: Path, browser: Any) -> None:
    lines = [canonical_json(parse_readout(short_page(n))) for n in range(50)]
    others = (lines[n % 50].replace("chn-2024", f"chn-{n:04}") for n in range(2_000))
    path = put(tmp_path / "index.html", *map(Readout.model_validate_json, others))
    opened = Opened(browser, path)
    assert opened.text("#count") == "2000 of 2000 readouts"
    timed = opened.page.evaluate(
        "(([n]) => [n.responseEnd, performance.getEntriesByName('ready')[0].startTime])(performance.getEntriesByType('navigation'))"
    )
    assert timed[1] - timed[0] < 2_000  # half of it on a machine that does nothing else


# ----------------------------------------------------------------------------------------------------------- the command


def test_the_command_writes_the_page_that_a_build_writes(
    dist: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(["explore", str(dist), "--out", str(tmp_path / "page.html")])
    assert not end.value.code
    assert capsys.readouterr().out == f"{tmp_path / 'page.html'}\n"
    assert (tmp_path / "page.html").read_bytes() == (dist / "explorer/index.html").read_bytes()


def test_a_folder_without_records_has_no_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["explore", str(tmp_path), "--out", str(tmp_path / "page.html")])
    assert end.value.code == 2
    assert "there is no dataset in" in capsys.readouterr().err
    assert not (tmp_path / "page.html").exists()
