"""Charts and questions in the explorer: the numbers are those of the commands, and whoever looks can read and reach them."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from accounts import CHILE, GHANA, KENYA, ONE_CHINA, PERU, PERUVIAN, chinese, tables
from diplomatic_readouts import load_table, questions
from diplomatic_readouts.charts import CHARTS, chart_table
from diplomatic_readouts.cli.ask import QUESTIONS
from diplomatic_readouts.load import load_readouts
from diplomatic_readouts.parse import parse_readout
from diplomatic_readouts.records import Readout
from diplomatic_readouts.writing.explorer import write_explorer
from explored import Opened, put
from marked import OPENING

EVERY = [(name, by) for name, chart in CHARTS.items() for by in chart.by]
ASKED = [name for name, (count, *_) in QUESTIONS.items() if not count]
VIEWS = ("#view=charts", "#view=questions")
DRAWN = """() => Object.fromEntries([...document.querySelectorAll('#view-charts section')].map(part => [part.id.slice(5),
  [...part.querySelectorAll('.drawing .piece, .squares td > *')].map(each => each.title)]))"""


def compose() -> list[Readout]:
    """Return accounts of both sides, over years, with changes of wording, pledges and silences."""
    found = [
        chinese(PERU, "March 3, 2021", other=ONE_CHINA.format("Peru")),
        parse_readout(PERUVIAN.format(day="March 3, 2021", peru=ONE_CHINA.format("Peru"))),
        parse_readout(PERUVIAN.format(day="May 8, 2019", peru="")),
        chinese(PERU, "May 7, 2019", other="Peru adheres to the one-China policy."),
        chinese(PERU, "June 9, 2021", china="China will provide 500 million yuan in grants to Peru."),
        chinese(PERU, "June 9, 2023", china="China and Peru are bound by a strategic partnership."),
    ]
    for whom, day in ((CHILE, "March 30, 2021"), (KENYA, "May 7, 2021"), (GHANA, "August 2, 2021")):
        found.append(chinese(whom, day, other=ONE_CHINA.format(whom["state"])))
    return found


@pytest.fixture(scope="module")
def readouts() -> list[Readout]:
    return compose()


@pytest.fixture(scope="module")
def composed(readouts: list[Readout], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put(tmp_path_factory.mktemp("composed") / "index.html", *readouts)


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put(tmp_path_factory.mktemp("seeds") / "index.html", *load_readouts())


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the explorer of three hundred readouts over thirty years."""
    whom, months = (PERU, CHILE, KENYA, GHANA), ("March", "May")
    days = [f"{month} {day}, {year}" for year in range(1990, 2020) for month in months for day in range(1, 6)]
    found = [chinese(whom[n % 4], day, other=ONE_CHINA.format(whom[n % 4]["state"])) for n, day in enumerate(days)]
    return put(tmp_path_factory.mktemp("many") / "index.html", *found)


def embedded(path: Path, name: str = "answers") -> dict[str, Any]:
    """Return a part of what a page has in it."""
    found = re.search(
        rf'<script type="application/json" id="{name}">(.*?)</script>', path.read_text("utf-8"), re.DOTALL
    )
    assert found
    told: dict[str, Any] = json.loads(found[1])
    return told


def rows(table: Any) -> list[list[Any]]:
    """Return the rows of a table as JSON has them."""
    told: list[list[Any]] = json.loads(json.dumps([list(row.values()) for row in table.to_pylist()], default=str))
    return told


# ------------------------------------------------------------------------------------------------ the same as the command


def test_every_chart_has_the_numbers_of_the_command(readouts: list[Readout], composed: Path, seeds: Path) -> None:
    ordered = tables(*sorted(readouts, key=lambda r: r.id))
    for path, load in ((composed, ordered.__getitem__), (seeds, load_table)):
        told = embedded(path)["charts"]
        assert [(name, by) for name, chart in told.items() for by in chart["counts"]] == EVERY
        for name, by in EVERY:
            table, counts = chart_table(name, load, by), told[name]["counts"][by]
            assert ([counts["x"], counts["y"], told[name]["number"]], counts["rows"]) == (
                table.column_names,
                rows(table),
            )


def test_every_question_has_the_rows_of_the_command(readouts: list[Readout], composed: Path) -> None:
    ordered, told = tables(*sorted(readouts, key=lambda r: r.id)), embedded(composed)
    for name in ASKED:
        table = getattr(questions, QUESTIONS[name][1])(*(ordered[each] for each in QUESTIONS[name][2]))
        assert told["questions"][name] == {"columns": table.column_names, "rows": rows(table)}
        assert table.num_rows, name
    for (one, other, *_), compared in zip(told["questions"]["pairs"]["rows"], told["compared"], strict=True):
        table = questions.compare_accounts(one, other, ordered["statements"], ordered["formulas"])
        assert compared == {"columns": table.column_names, "rows": rows(table)}


# ---------------------------------------------------------------------------------------------------------------- charts


def test_what_is_drawn_is_each_number_of_the_table(composed: Path, readouts: list[Readout], browser: Any) -> None:
    opened, told = Opened(browser, composed, "#view=charts"), embedded(composed)["charts"]
    most = max(len(chart.by) for chart in CHARTS.values())
    for n in range(most):
        bys = {name: chart.by[min(n, len(chart.by) - 1)] for name, chart in CHARTS.items()}
        for name, by in bys.items():
            opened.page.select_option(f"#by-{name}", by)
        drawn = opened.page.evaluate(DRAWN)
        for name, by in bys.items():
            number, counted = told[name]["number"], told[name]["counts"][by]["rows"]
            expected = sorted(f"{x}, {y}: {count} {number}".replace("_", " ") for x, y, count in counted)
            assert sorted(each.replace("_", " ") for each in drawn[name]) == expected, (name, by)
    assert "by.timeline=publisher" in opened.page.url
    opened.page.locator(".contents a", has_text="Pledges").click()
    assert {"view=charts", "part=pledges", "by.timeline=publisher"} <= set(opened.page.url.split("#")[1].split("&"))
    opened.page.click("#to-readouts")
    opened.page.click("#to-charts")
    assert opened.page.locator("#by-timeline").input_value() == "publisher"


def test_bars_stand_above_their_table_and_years_without_a_readout_among_them(composed: Path, browser: Any) -> None:
    opened = Opened(browser, composed, "#view=charts")
    assert opened.texts("#part-timeline .bars th") == ["2019", "2020", "2021", "2022", "2023"]
    assert opened.texts("#part-timeline .total") == ["2", "0", "6", "0", "1"]
    opened.page.locator("#part-timeline summary").click()
    shown = opened.page.evaluate(
        "[...document.querySelectorAll('#part-timeline .grid tbody tr')].map(r => [...r.cells].map(c => c.innerText))"
    )
    assert [[x, y, int(count)] for x, y, count in shown] == embedded(composed)["charts"]["timeline"]["counts"][
        "country"
    ]["rows"]


def test_a_number_leads_to_just_the_readouts_that_it_counts(composed: Path, browser: Any) -> None:
    for choice in ("", "&by.timeline=kind&by.formulas=holder", "&by.timeline=publisher"):
        opened = Opened(browser, composed, f"#view=charts{choice}")
        links = opened.page.evaluate(
            "[...document.querySelectorAll('#view-charts .drawing a')].map(a => [a.getAttribute('href'), a.title])"
        )
        assert len(links) > 10
        for href, title in links:
            opened.page.evaluate(f"location.hash = {json.dumps(href)}")
            opened.page.locator("#view-readouts").wait_for()
            opened.page.wait_for_function(
                "decodeURIComponent(location.hash) && !document.getElementById('view-readouts').hidden"
            )
            number = re.search(r": (\d+) readouts", title)
            assert number
            opened.page.locator("#count", has_text=re.compile(rf"^{number[1]} of 9 readouts$")).wait_for(timeout=2_000)


def test_the_keyboard_reaches_a_number_and_moves_among_them(composed: Path, browser: Any) -> None:
    opened = Opened(browser, composed, "#view=charts&part=timeline")
    assert opened.page.evaluate("document.activeElement.id") == "part-timeline"
    keyboard, title = opened.page.keyboard, "document.activeElement.title"
    keyboard.press("Tab")
    assert opened.page.evaluate("document.activeElement.id") == "by-timeline"
    keyboard.press("Tab")
    first = opened.page.evaluate(title)
    assert first.startswith("2019, ")
    keyboard.press("ArrowDown")
    assert opened.page.evaluate(title).startswith("2021, ")
    keyboard.press("ArrowRight")
    keyboard.press("ArrowUp")
    assert opened.page.evaluate(title).startswith("2019, ")
    keyboard.press("Enter")
    opened.page.locator("#view-readouts").wait_for()
    assert "year=2019" in opened.page.url


def test_a_page_without_a_readout_says_what_there_is_not(tmp_path: Path, browser: Any) -> None:
    path = put(tmp_path / "index.html")
    for view in VIEWS:
        opened = Opened(browser, path, view)
        told = " ".join(opened.texts("section p:not(.faint):not(.controls)"))
        assert "No readout here has a pledge." in told
        assert not opened.faults


# ------------------------------------------------------------------------------------------------------------- questions


def test_an_answer_is_a_table_that_leads_to_its_readouts(composed: Path, browser: Any) -> None:
    opened, told = Opened(browser, composed, "#view=questions"), embedded(composed)["questions"]
    for name in ("accounts", "seen", "changes", "pledges"):
        drawn = opened.page.locator(f"#part-{name} tbody tr:not(:has(th))").count()
        assert drawn == len(told[name]["rows"]), name
    assert "In the account of PER" in opened.texts("#part-accounts th")
    assert "500,000,000" in opened.texts("#part-pledges td")
    change = opened.page.locator("#part-changes tbody tr", has_text="one-China principle")
    change.locator("a").last.click()
    opened.page.locator("#reading h2", has_text="Lin Tao Meets with Peruvian").wait_for()
    assert "readout=chn-2021-03-03" in opened.page.url


def test_two_accounts_stand_side_by_side(composed: Path, browser: Any) -> None:
    opened = Opened(browser, composed, "#view=questions")
    pair = opened.page.locator(".pair").last
    told = pair.inner_text()
    assert re.search(r"In both accounts\s+one china principle formula\s+1 time\s+1 time", told)
    assert re.search(r"Only in the account of PER[^O]*investment finance topic\s+not in it\s+1 time", told, re.DOTALL)
    pair.locator("summary").click()
    pair.locator(".beside section").nth(1).wait_for()
    assert [each.split("\n")[0] for each in pair.locator(".beside section").all_inner_texts()] == [
        "Account of CHN",
        "Account of PER",
    ]
    classes = pair.locator(".sentence", has_text="one-China principle").evaluate_all(
        "all => all.map(each => each.className)"
    )
    assert len(classes) == 2
    assert classes[0].split()[1] == classes[1].split()[1]  # one speaker, one colour


def test_a_readout_tells_on_what_it_is_silent(composed: Path, readouts: list[Readout], browser: Any) -> None:
    ordered = tables(*sorted(readouts, key=lambda r: r.id))
    silent = next(r for r in readouts if r.event.start and str(r.event.start) == "2021-06-09")
    expected = questions.silences(
        silent.id, ordered["readouts"], ordered["statements"], ordered["formulas"]
    ).to_pylist()
    opened = Opened(browser, composed, f"#readout={silent.id}")
    cells = opened.texts("#silence td")
    assert cells == [
        cell for r in expected for cell in (r["id"].replace("_", " "), r["what"], f"{r['carried_by']} of {r['of']}")
    ]
    assert "one china principle" in cells
    early = next(r for r in readouts if str(r.event.start) == "2019-05-07")
    assert Opened(browser, composed, f"#readout={early.id}").page.locator("#silence").count() == 0


def test_a_long_answer_comes_a_hundred_rows_at_a_time(tmp_path: Path, browser: Any) -> None:
    table = tables(chinese(PERU, "March 3, 2021", other=ONE_CHINA.format("Peru")))
    held = table["formulas"].to_pylist()[0]
    schema = table["formulas"].schema
    table["formulas"] = type(table["formulas"]).from_pylist(
        [{**held, "holder": f"A{n:03}"} for n in range(230)], schema=schema
    )
    write_explorer(tmp_path / "index.html", [], table.__getitem__)
    opened = Opened(browser, tmp_path / "index.html", "#view=questions")
    lines, button = opened.page.locator("#part-seen tbody tr:not(:has(th))"), opened.page.locator("#part-seen button")
    counts = [lines.count()]
    while button.is_visible():
        button.click()
        counts.append(lines.count())
    assert counts == [100, 200, 230]


# ------------------------------------------------------------------------------------------------- safe, and to be looked at


@pytest.mark.parametrize("view", VIEWS)
def test_the_views_ask_for_nothing_and_break_no_rule(view: str, composed: Path, browser: Any) -> None:
    opened = Opened(browser, composed, view)
    for summary in opened.page.locator("main:visible summary").all():
        summary.click()
    assert (opened.faults, opened.asked) == ([], [f"{composed.as_uri()}{view}".split("#")[0]])


@pytest.mark.parametrize("view", VIEWS)
def test_text_of_a_page_is_text_in_charts_and_answers(view: str, tmp_path: Path, browser: Any) -> None:
    name = "Marta <img/src=x/onerror=alert(1)> Quiroga"
    said = "Lin Tao said that trade grows.\n\nMarta Quiroga said that Peru adheres to the one-China principle.\n"
    made = renamed(parse_readout(OPENING + said), name)
    path = put(tmp_path / "index.html", made)
    opened = Opened(browser, path, f"{view}&by.topics=speaker&by.meetings=person&by.%3Cb%3E=%3Cb%3E&part=%3Cb%3E")
    assert opened.page.locator("main:visible").inner_text().count(name) >= (2 if "charts" in view else 1)
    assert opened.page.locator("main img, main script, main b").count() == 0
    assert (opened.faults, opened.asked) == ([], [path.as_uri()])


def renamed(readout: Readout, name: str) -> Readout:
    """Return a record with another name for a person, and for the words of a formula, than its page has."""
    line = readout.model_dump_json()
    for words in ("Marta Quiroga", "one-China principle"):
        line = line.replace(f'"{words}"', json.dumps(name))
    return Readout.model_validate_json(line)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_all_text_of_the_views_has_the_contrast_of_wcag_aa(
    view: str, scheme: str, composed: Path, seeds: Path, many: Path, browser: Any
) -> None:
    for path in (composed, seeds, many):
        opened = Opened(browser, path, view, color_scheme=scheme)
        for summary in opened.page.locator("main:visible summary").all()[:3]:
            summary.click()
        least, where = opened.contrast()
        assert least >= 4.5, where


@pytest.mark.parametrize("width", [360, 1400])
@pytest.mark.parametrize("view", VIEWS)
def test_few_and_many_readouts_fit_the_window(
    view: str, width: int, seeds: Path, composed: Path, many: Path, browser: Any, tmp_path: Path
) -> None:
    folder = Path(os.environ.get("EXPLORER_PICTURES", tmp_path))
    for scheme in ("light", "dark"):
        for path in (seeds, composed, many):
            opened = Opened(browser, path, view, viewport={"width": width, "height": 900}, color_scheme=scheme)
            assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
            size = {seeds: "", composed: "-9", many: "-300"}[path]
            opened.page.screenshot(path=folder / f"explorer-{view.split('=')[1]}{size}-{scheme}-{width}.png")


def test_paper_shows_the_view_without_what_one_clicks(composed: Path, browser: Any) -> None:
    opened = Opened(browser, composed, "#view=charts", color_scheme="dark")
    opened.page.emulate_media(media="print")
    assert opened.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert opened.page.locator("#part-timeline .bars").is_visible()
    assert not opened.page.locator("#views, .contents, .controls").filter(visible=True).count()
