"""The packages: an sdist, the wheel built from it, and what somebody gets who installs that into an empty environment."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parents[1]
LARGEST_WHEEL = 2_000_000
LONGEST_START = 0.5
TRIES = 10
HEAVY = ("pyarrow", "datasets", "pandas", "rich", "jsonschema")
DATA = PurePosixPath("diplomatic_readouts/_data")

pytestmark = pytest.mark.slow


def run(*command: str | Path, folder: Path) -> str:
    """Return what a command prints in a folder, with no way to the checkout's modules; the test fails if it fails."""
    outside = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        command,
        cwd=folder,
        env={**outside, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sdist, and the wheel built from the sdist."""
    folder = tmp_path_factory.mktemp("packages")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, folder=folder)
    return folder


@pytest.fixture(scope="session")
def wheel(built: Path) -> Path:
    """Return the wheel."""
    (found,) = built.glob("*.whl")
    return found


@pytest.fixture(scope="session")
def sdist(built: Path) -> Path:
    """Return the sdist."""
    (found,) = built.glob("*.tar.gz")
    return found


@pytest.fixture(scope="session")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty folder, far from the checkout."""
    return tmp_path_factory.mktemp("elsewhere")


@pytest.fixture(scope="session")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Python of an environment into which nothing but the wheel was installed, in the locked versions."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, "--constraint", ROOT / "requirements.lock", wheel, folder=folder)
    return python


def contents(wheel: Path) -> set[PurePosixPath]:
    """Return the paths in a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return {PurePosixPath(name) for name in archive.namelist()}


def dataset() -> dict[PurePosixPath, str]:
    """Return the SHA-256 of each file of the checkout's dataset."""
    folder = ROOT / "dist"
    files = (path for path in folder.rglob("*") if path.is_file())
    return {PurePosixPath(p.relative_to(folder).as_posix()): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def test_the_installed_records_are_those_of_the_checkout(python: Path, elsewhere: Path) -> None:
    """Somebody who installs the wheel gets the records that are in ``dist/``, to the byte."""
    code = (
        "import sys, diplomatic_readouts as d; from diplomatic_readouts.writing.jsonl import canonical_jsonl;"
        "sys.stdout.buffer.write(canonical_jsonl(d.load_readouts()))"
    )
    printed = run(python, "-c", code, folder=elsewhere)
    assert printed.encode("utf-8") == (ROOT / "dist" / "jsonl" / "readouts.jsonl").read_bytes()


def test_the_installed_package_is_not_the_checkout(python: Path, elsewhere: Path) -> None:
    """The environment reads its own copy."""
    found = run(python, "-c", "import diplomatic_readouts as d; print(d.__file__)", folder=elsewhere)
    assert ROOT not in Path(found.strip()).parents


def test_the_installed_tables_are_there(python: Path, elsewhere: Path) -> None:
    """``load_table`` works with no checkout beside it."""
    code = "import diplomatic_readouts as d; print(len(d.load_readouts()) == d.load_table('readouts').num_rows)"
    assert run(python, "-c", code, folder=elsewhere) == "True\n"


def test_the_installed_command_reads_a_page(python: Path, elsewhere: Path) -> None:
    """``readouts`` is on the path of the environment and has its lexicons with it."""
    page = min((ROOT / "seeds").glob("*.txt"))
    assert "Wang Yi" in run(python.with_name("readouts"), "parse", page, folder=elsewhere)


def test_importing_the_package_loads_nothing_heavy(python: Path, elsewhere: Path) -> None:
    """Records can be had without the libraries that write files."""
    code = f"import sys, diplomatic_readouts; print([m for m in {HEAVY} if m in sys.modules])"
    assert run(python, "-c", code, folder=elsewhere) == "[]\n"


def test_loading_records_loads_neither_pyarrow_nor_datasets(python: Path, elsewhere: Path) -> None:
    """Nor are they loaded by reading the records."""
    code = "import sys, diplomatic_readouts as d; d.load_readouts(); print('pyarrow' in sys.modules, 'datasets' in sys.modules)"
    assert run(python, "-c", code, folder=elsewhere) == "False False\n"


def test_the_records_are_there_within_half_a_second(python: Path, elsewhere: Path) -> None:
    """A fresh interpreter has all records in less than 0.5 s of the processor's time, start and all."""

    def seconds() -> float:
        code = "import time, diplomatic_readouts as d; d.load_readouts(); print(time.process_time())"
        return float(run(python, "-c", code, folder=elsewhere))

    assert any(seconds() < LONGEST_START for _ in range(TRIES))


def test_the_wheel_holds_the_whole_dataset(wheel: Path) -> None:
    """Each file of ``dist/`` is in the wheel, unchanged."""
    with zipfile.ZipFile(wheel) as archive:
        packed = {
            PurePosixPath(name).relative_to(DATA): hashlib.sha256(archive.read(name)).hexdigest()
            for name in archive.namelist()
            if DATA in PurePosixPath(name).parents
        }
    assert packed == dataset()


def test_the_wheel_built_from_the_sdist_is_that_of_the_checkout(wheel: Path, tmp_path: Path) -> None:
    """It makes no difference which of the two one installs from."""
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, ROOT, folder=tmp_path)
    assert contents(next(tmp_path.glob("*.whl"))) == contents(wheel)


def test_the_wheel_is_small(wheel: Path) -> None:
    """It takes less than two megabytes."""
    assert wheel.stat().st_size < LARGEST_WHEEL


def test_the_wheel_holds_nothing_but_the_package(wheel: Path) -> None:
    """No tests, no pages and no folder of data beside the package."""
    tops = {path.parts[0] for path in contents(wheel)}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"diplomatic_readouts"}


def test_types_licence_and_lexicons_are_in_the_wheel(wheel: Path) -> None:
    """What is no code is not forgotten."""
    names = contents(wheel)
    assert PurePosixPath("diplomatic_readouts/py.typed") in names
    assert any(path.name == "LICENSE" and ".dist-info" in path.parts[0] for path in names)
    lexicons = {path.name for path in (ROOT / "src" / "diplomatic_readouts" / "lexicons").glob("*.toml")}
    assert lexicons <= {path.name for path in names}


def test_no_package_is_packed_into_a_package(wheel: Path, sdist: Path) -> None:
    """A wheel or an sdist that lay about is in neither."""
    with tarfile.open(sdist) as archive:
        names = contents(wheel) | {PurePosixPath(name) for name in archive.getnames()}
    assert not [path for path in names if path.name.endswith((".whl", ".tar.gz"))]


def test_no_package_lies_in_dist() -> None:
    """``dist/`` is the dataset; packages are built into ``build/py``."""
    assert not [path for path in dataset() if path.name.endswith((".whl", ".tar.gz"))]


def test_importing_records_does_not_cost_the_hub_libraries(wheel: Path) -> None:
    """``datasets`` and ``huggingface_hub`` are extras."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        metadata = archive.read(name).decode("utf-8")
    required = [line for line in metadata.splitlines() if line.startswith("Requires-Dist:") and "extra ==" not in line]
    assert required
    assert not [line for line in required if "datasets" in line or "huggingface" in line]
