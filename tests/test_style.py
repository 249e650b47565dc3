"""The house style: formatted, linted, typed, and small enough to read."""

from __future__ import annotations

import ast
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "src" / "diplomatic_readouts").rglob("*.py"))
LINES_IN_MODULE = 250
LINES_IN_FUNCTION = 40
MEDIAN_LINES = 8
LEVELS = 3
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "process", "misc", "common"}
NESTING = (ast.For, ast.While, ast.If, ast.With, ast.Try, ast.TryStar, ast.Match, ast.AsyncFor, ast.AsyncWith)
Function = ast.FunctionDef | ast.AsyncFunctionDef


def run(*command: str) -> None:
    """Run a tool of the environment in the checkout; the test fails with what the tool printed."""
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def functions(path: Path) -> Iterator[Function]:
    """Yield every function of a module, methods and inner ones too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Function):
            yield node


def body_lines(function: Function) -> int:
    """Return how many lines a function has from its ``def`` to its end, without its docstring."""
    documented = ast.get_docstring(function) is not None
    docstring = function.body[0] if documented else None
    spent = (docstring.end_lineno or 0) - docstring.lineno + 1 if docstring else 0
    return (function.end_lineno or 0) - function.lineno + 1 - spent


def depth(node: ast.AST) -> int:
    """Return how many blocks deep a statement's body goes; ``elif`` is no deeper than its ``if``."""
    deepest = 0
    for name, value in ast.iter_fields(node):
        children = [child for child in (value if isinstance(value, list) else [value]) if isinstance(child, ast.AST)]
        chained = name == "orelse" and len(children) == 1 and isinstance(children[0], ast.If)
        for child in children:
            if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                continue
            own = 1 if isinstance(child, NESTING) and not (chained and isinstance(node, ast.If)) else 0
            deepest = max(deepest, own + depth(child))
    return deepest


def names(paths: list[Path]) -> list[str]:
    return [path.relative_to(ROOT / "src").as_posix() for path in paths]


def test_ruff_finds_nothing() -> None:
    """Source, tests and the build hook have no lint."""
    run("ruff", "check", ".")


def test_all_code_is_formatted() -> None:
    """``ruff format`` would change nothing."""
    run("ruff", "format", "--check", ".")


@pytest.mark.slow
def test_types_hold_strictly() -> None:
    """``mypy --strict`` finds no error."""
    run("mypy", "--strict")


@pytest.mark.parametrize("path", SOURCES, ids=names(SOURCES))
def test_a_module_fits_a_few_screens(path: Path) -> None:
    """No module is longer than the house rule allows."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LINES_IN_MODULE


@pytest.mark.parametrize("path", SOURCES, ids=names(SOURCES))
def test_a_function_fits_one_screen(path: Path) -> None:
    """No function is longer than the house rule allows."""
    long = {f.name: body_lines(f) for f in functions(path) if body_lines(f) > LINES_IN_FUNCTION}
    assert not long


@pytest.mark.parametrize("path", SOURCES, ids=names(SOURCES))
def test_a_function_nests_three_levels_at_most(path: Path) -> None:
    """No function hides its sense in the fourth level."""
    deep = {f.name: depth(f) for f in functions(path) if depth(f) > LEVELS}
    assert not deep


def test_most_functions_are_short() -> None:
    """Half of all functions have at most eight lines beside their docstring."""
    assert statistics.median(body_lines(f) for path in SOURCES for f in functions(path)) <= MEDIAN_LINES


def test_a_module_says_what_goes_in_and_out() -> None:
    """Every module opens with a docstring."""
    silent = [path for path in SOURCES if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert not names(silent)


def test_no_module_is_a_drawer() -> None:
    """No module has a name that says nothing."""
    assert not [path for path in SOURCES if path.stem in FORBIDDEN_NAMES]
