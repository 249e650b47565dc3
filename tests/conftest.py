"""What all tests share: where the checkout and its dataset are, and that slow tests start first."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from command import Run

ROOT = Path(__file__).resolve().parents[1]

# Before any library that reads them is imported: nothing is fetched from the Hub, and output has no colours.
os.environ.update(HF_HUB_OFFLINE="1", HF_DATASETS_OFFLINE="1", HF_HUB_DISABLE_TELEMETRY="1", NO_COLOR="1")
for variable in ("FORCE_COLOR", "TTY_COMPATIBLE", "CLICOLOR_FORCE"):
    os.environ.pop(variable, None)

# What is read in a fraction of a millisecond takes some hundred on a busy machine; a second is what counts as hanging.
settings.register_profile("machine", deadline=1000)
settings.load_profile("machine")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put files with slow tests first, so that no worker is left alone with one at the end."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(scope="session")
def checkout() -> Path:
    """Return the folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def dist() -> Path:
    """Return the built dataset of the checkout."""
    return ROOT / "dist"


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Return the folder of the source pages."""
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Return a browser, as Debian has it."""
    from explored import BROWSER, FLAGS, WITHOUT

    playwright = pytest.importorskip("playwright.sync_api", reason=WITHOUT)
    if BROWSER is None:
        pytest.skip(WITHOUT)
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(executable_path=BROWSER, args=list(FLAGS))
        yield found
        found.close()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a way to run ``readouts``: exit code, standard output, standard error."""
    from diplomatic_readouts.cli import main

    def ran(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as end:
            main([str(argument) for argument in arguments])
        code = end.value.code
        return (code if isinstance(code, int) else 0, *capsys.readouterr())

    return ran
