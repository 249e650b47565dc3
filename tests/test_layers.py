"""The layer rule: a module imports only what stands to its left, and nothing in a circle."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "diplomatic_readouts"
LAYERS = (
    {"errors", "contract"},
    {"records"},
    {"lexicons"},
    {"reading"},
    {"parse"},
    {"tables"},
    {"questions"},
    {"charts"},
    {"writing"},
    {"check"},
    {"score", "diff"},
    {"builder", "load", "publish"},
    {"display"},
    {"cli"},
)
"""From left to right; modules of one set stand side by side and do not import each other."""

STAGES = ("source", "layout", "sentences", "mentions", "metadata", "participants", "statements", "annotations")
"""The stages of reading, in the order in which a page passes them; what several of them share is no stage."""

MODULES = {path.relative_to(PACKAGE).with_suffix("").as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}
Imports = dict[str, set[str]]


def module_of(dotted: str) -> str | None:
    """Return which module of the package a dotted name is or lies in; None for what is not the package's."""
    top, *inner = dotted.split(".")
    if top != "diplomatic_readouts":
        return None
    while inner:
        name = "/".join(inner)
        if name in MODULES:
            return name
        if f"{name}/__init__" in MODULES:
            return f"{name}/__init__"
        inner.pop()
    return "__init__"


def read_imports(path: Path) -> set[str]:
    """Return the modules of the package that a file imports anywhere, also inside functions and for types only."""
    found: set[str | None] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {module_of(alias.name) for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path.name}, line {node.lineno}: a relative import"
            found |= {module_of(f"{node.module}.{alias.name}") for alias in node.names if alias.name != "__version__"}
    return {name for name in found if name}


def layer(module: str) -> int:
    """Return the place of a module's layer, from the left."""
    top = module.split("/")[0]
    return next(place for place, names in enumerate(LAYERS) if top in names)


def circle(imports: Imports) -> list[str]:
    """Return modules that import each other in a circle, or an empty list."""
    done: set[str] = set()

    def walk(module: str, above: list[str]) -> list[str]:
        if module in above:
            return above[above.index(module) :]
        if module in done:
            return []
        for other in sorted(imports[module]):
            if found := walk(other, [*above, module]):
                return found
        done.add(module)
        return []

    return next((found for module in sorted(imports) if (found := walk(module, []))), [])


IMPORTS: Imports = {name: read_imports(path) for name, path in MODULES.items()}
INNER = [name for name in MODULES if name != "__init__"]


@pytest.mark.parametrize("module", INNER)
def test_every_module_has_a_layer(module: str) -> None:
    """A new module is put into a layer before it is used."""
    assert any(module.split("/")[0] in names for names in LAYERS)


@pytest.mark.parametrize("module", INNER)
def test_imports_go_left_only(module: str) -> None:
    """A module imports from layers to its left or from its own package."""
    top = module.split("/")[0]
    wrong = {
        other
        for other in IMPORTS[module]
        if other == "__init__" or (layer(other) >= layer(module) and other.split("/")[0] != top)
    }
    assert not wrong


def test_no_modules_import_each_other_in_a_circle() -> None:
    """The imports of the package are a tree with shared branches."""
    assert circle(IMPORTS) == []


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_of_reading_knows_only_the_stages_before_it(stage: str) -> None:
    """A stage uses what it gets, never what a later stage will find, nor does a piece that it uses."""
    reached, waiting = set[str](), [f"reading/{stage}"]
    while waiting:
        module = waiting.pop()
        reached |= IMPORTS[module]
        waiting += [
            other for other in IMPORTS[module] if other.startswith("reading/") and other.split("/")[1] not in STAGES
        ]
    later = {f"reading/{name}" for name in STAGES[STAGES.index(stage) + 1 :]}
    assert not reached & later


def test_the_circle_finder_finds_a_circle() -> None:
    """The test above would see two modules that import each other."""
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c"]
