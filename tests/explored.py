"""The explorer in a real browser: pages of records, and one that is open with what went on in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from diplomatic_readouts.charts.counts import Load
from diplomatic_readouts.records import Readout
from diplomatic_readouts.writing.arrow import arrow_table
from diplomatic_readouts.writing.explorer import write_explorer, write_parts
from diplomatic_readouts.writing.jsonl import canonical_json

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
WITHOUT = "NO BROWSER: the explorer is not tested; install Debian's chromium and playwright"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


def put(path: Path, *readouts: Readout) -> Path:
    """Write the explorer of records."""
    write_explorer(path, *_given(readouts))
    return path


def put_parts(folder: Path, *readouts: Readout) -> list[Path]:
    """Write the explorer of records with its data beside it; return what is written."""
    return write_parts(folder, *_given(readouts))


def _given(readouts: Iterable[Readout]) -> tuple[list[str], Load]:
    ordered = sorted(readouts, key=lambda r: r.id)
    return [canonical_json(r) for r in ordered], lambda name: arrow_table(name, ordered)


class Opened:
    """A page in the browser, and what went on in it."""

    def __init__(self, browser: Any, path: Path | str, fragment: str = "", **options: Any) -> None:
        self.asked: list[str] = []
        self.faults: list[str] = []
        self.page = browser.new_context(**options).new_page()
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.faults.append(message.text))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("dialog", lambda dialog: self.faults.append(dialog.message))
        self.page.goto(f"{path.as_uri() if isinstance(path, Path) else path}{fragment}")

    def text(self, selector: str) -> str:
        return str(self.page.locator(selector).first.inner_text())

    def texts(self, selector: str) -> list[str]:
        found: list[str] = self.page.locator(selector).all_text_contents()
        return found

    def contrast(self) -> tuple[float, str]:
        """Return the least contrast of a text that is seen with what is behind it, and where it is."""
        least, where = self.page.evaluate(_CONTRAST)
        return float(least), str(where)


_CONTRAST = """() => {
  const light = c => { const [r, g, b] = c.match(/[\\d.]+/g).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b; };
  const behind = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (c !== 'rgba(0, 0, 0, 0)') return c; } return 'rgb(255,255,255)'; };
  return [...document.querySelectorAll('body *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.checkVisibility() && !e.closest('script, style'))
    .map(e => { const [a, b] = [getComputedStyle(e).color, behind(e)].map(light); return [(Math.max(a, b) + .05) / (Math.min(a, b) + .05), e.className + ' ' + e.textContent.slice(0, 30)]; })
    .sort((a, b) => a[0] - b[0])[0];
}"""
