"""Nothing is loaded before it is needed: what an import and what help cost, by what they load and against bare Python."""

from __future__ import annotations

import json
import resource
import subprocess
import sys

import pytest

from diplomatic_readouts.cli import COMMANDS

HEAVY = {"pyarrow", "numpy", "pydantic", "pydantic_core", "rich", "jsonschema", "yaml", "ahocorasick_rs", "trafilatura"}
"""What the package uses that takes longer to load than everything that help needs."""

OF_THE_COMMAND = ("cli", "display", "errors", "contract")
"""The package's own modules that help may load."""

RUN = "from diplomatic_readouts.cli import main\ntry: main({!r})\nexcept SystemExit as end: code = end.code"
ASKED = [["--help"], ["--version"], *([name, "--help"] for name in COMMANDS)]


def loaded_by(code: str) -> set[str]:
    """Return the modules that are loaded once a new interpreter has run the code."""
    told = f"{code}\nimport json, sys\nprint('\\n' + json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def seconds_of(code: str) -> float:
    """Return the processor time of a new interpreter that runs the code, the least of five."""
    times = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)


def test_importing_the_package_loads_nothing_else() -> None:
    """Not even typing: the public names load their modules when they are used."""
    assert loaded_by("import diplomatic_readouts") - loaded_by("import __future__") == {"diplomatic_readouts"}


@pytest.mark.parametrize("arguments", ASKED, ids=" ".join)
def test_help_loads_what_prints_it_and_no_more(arguments: list[str]) -> None:
    """No models, no tables, no lexicons, nothing that draws."""
    modules = loaded_by(RUN.format(arguments))
    assert not {name.split(".")[0] for name in modules} & HEAVY
    own = {name.split(".")[1] for name in modules if name.startswith("diplomatic_readouts.")}
    assert own <= set(OF_THE_COMMAND)


def test_a_name_of_display_loads_its_own_module_alone() -> None:
    """An error message is made printable without what draws pages, scores or differences."""
    loaded = loaded_by("from diplomatic_readouts.display import printable")
    assert {name for name in loaded if name.startswith("diplomatic_readouts.display.")} == {
        "diplomatic_readouts.display.words"
    }


@pytest.mark.parametrize("arguments", ASKED[:3], ids=" ".join)
def test_help_comes_within_some_starts_of_the_interpreter(arguments: list[str]) -> None:
    """About seven when this was written, and forty when help loaded everything."""
    assert seconds_of(RUN.format(arguments)) < 20 * seconds_of("pass")


def test_help_is_not_cut(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The list of commands tells the whole sentence of each, however narrow the terminal."""
    from diplomatic_readouts.cli import main

    monkeypatch.setenv("COLUMNS", "60")
    with pytest.raises(SystemExit):
        main(["--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert all(" ".join((command.__doc__ or "-").split()) in told for command in COMMANDS.values())
