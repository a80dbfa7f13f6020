"""The packages as others get them: what is in them, and that the command works where there is no checkout."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
MADE_BY_TOOLS = shutil.ignore_patterns(".*_cache", ".git", ".venv", ".hypothesis", "__pycache__", "build", "dist")
TOP_OF_SDIST = {
    *("src", "templates", "examples", "tests", "docs", ".ci"),
    *("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"),
    *("Makefile", "pyproject.toml", "requirements.lock", "requirements-dev.lock"),
    *(".gitignore", ".pre-commit-config.yaml", ".pre-commit-hooks.yaml", "PKG-INFO"),
}


@dataclass(frozen=True)
class Packages:
    checkout: Path
    sdist: Path
    wheel_of_sdist: Path
    wheel: Path


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    """Return the packages of a checkout in which other things lie about."""
    folder = tmp_path_factory.mktemp("packages")
    checkout = folder / "checkout"
    shutil.copytree(ROOT, checkout, ignore=MADE_BY_TOOLS)
    for stray in ("notes/private.txt", "src/private.txt", "build/old.txt", "templates/__pycache__/old.pyc"):
        (checkout / stray).parent.mkdir(exist_ok=True)
        (checkout / stray).write_text("not for others")
    _build(checkout, folder / "both")
    _build(checkout, folder / "direct", "--wheel")
    (sdist,) = (folder / "both").glob("*.tar.gz")
    (wheel_of_sdist,) = (folder / "both").glob("*.whl")
    (wheel,) = (folder / "direct").glob("*.whl")
    return Packages(checkout, sdist, wheel_of_sdist, wheel)


def _build(checkout: Path, target: Path, *what: str) -> None:
    command = [sys.executable, "-m", "build", "--no-isolation", *what, "--outdir", target, checkout]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


@pytest.fixture(scope="module")
def installed(packages: Packages, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the programs of a fresh environment: the package from its wheel, what it needs from the environment of the tests."""
    place = tmp_path_factory.mktemp("fresh") / "env"
    venv.create(place, symlinks=os.name != "nt")
    programs = place / ("Scripts" if os.name == "nt" else "bin")
    install = [sys.executable, "-m", "pip", "--python", programs / "python", "install", "--quiet"]
    offline = ["--disable-pip-version-check", "--no-index", "--no-deps"]
    subprocess.run([*install, *offline, packages.wheel], check=True, capture_output=True, timeout=120)
    (site,) = place.rglob("site-packages")
    # A folder named in a .pth file comes after the environment's own, and .pth files within it (of an editable install) do not count.
    needed = dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib"))
    (site / "needed.pth").write_text("".join(f"{folder}\n" for folder in needed))
    return programs


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples" / "minimal", tmp_path / "minimal")
    return tmp_path


def _run(*command: str | Path, cwd: Path) -> str:
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(command, cwd=cwd, env=env, check=False, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _files(folder: Path, name: str) -> set[str]:
    found = (path for path in (folder / name).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix() for path in found} - {"src/private.txt"}


def test_the_wheel_holds_the_package_and_every_template_and_nothing_else(packages: Packages) -> None:
    with zipfile.ZipFile(packages.wheel) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}

    package = {name.removeprefix("src/") for name in _files(packages.checkout, "src")}
    templates = {f"cthb_reports/{name}" for name in _files(packages.checkout, "templates")}
    assert names == package | templates


def test_the_wheel_from_the_sdist_is_the_wheel_from_the_checkout(packages: Packages) -> None:
    assert packages.wheel_of_sdist.read_bytes() == packages.wheel.read_bytes()


def test_the_sdist_holds_no_stray_folders(packages: Packages) -> None:
    with tarfile.open(packages.sdist) as sdist:
        top = {name.split("/")[1] for name in sdist.getnames()}

    assert top == TOP_OF_SDIST


def test_the_installed_command_is_the_one_of_the_wheel_and_says_its_version(installed: Path, tmp_path: Path) -> None:
    said = _run(installed / "cthb-reports", "--version", cwd=tmp_path)
    place = _run(installed / "python", "-c", "import cthb_reports; print(cthb_reports.__file__)", cwd=tmp_path)

    assert said.split()[-1] == VERSION
    assert Path(place).is_relative_to(installed.parent)


def test_the_installed_command_drafts_the_minimal_example_from_another_folder(installed: Path, elsewhere: Path) -> None:
    _run(installed / "cthb-reports", "draft", "minimal", "-o", "draft.md", "-o", "draft.docx", cwd=elsewhere)

    with zipfile.ZipFile(elsewhere / "draft.docx") as docx:
        assert "Recruitment without Fees" in docx.read("word/document.xml").decode()
    assert "# Activities in 2024\n" in (elsewhere / "draft.md").read_text(encoding="utf-8")
