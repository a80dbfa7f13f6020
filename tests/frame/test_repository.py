"""The files around the code: they name what exists, and nothing that is only here."""

import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
CI = ROOT / ".ci" / "run"


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_check_of_a_change_is_a_strict_script_that_may_be_run() -> None:
    subprocess.run(["bash", "-n", CI], check=True)

    assert os.access(CI, os.X_OK)
    assert "\nset -euo pipefail\n" in CI.read_text(encoding="utf-8")


def test_the_check_of_a_change_ends_with_the_tests() -> None:
    assert CI.read_text(encoding="utf-8").endswith("\nmake test\n")


def test_the_commands_of_make_that_are_named_anywhere_exist() -> None:
    goals = set(re.findall(r"^([a-z]+):", _read("Makefile"), re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([a-z]+)\b", _read(".ci/run"), re.MULTILINE))
    for name in ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"):
        named |= set(re.findall(r"(?:^|`)make ([a-z]+)\b", _read(name), re.MULTILINE))

    assert {"draft", "test", "check"} <= named
    assert named <= goals


def test_the_packages_that_the_check_installs_are_those_that_contributors_read_of() -> None:
    installed = set(re.findall(r"^needs (\S+)", _read(".ci/run"), re.MULTILINE))

    assert installed <= set(re.findall(r"`([^`\s]+)`", _read("CONTRIBUTING.md")))


def test_every_folder_and_file_in_the_maps_of_the_code_exists() -> None:
    named = [
        path
        for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")
        for path in re.findall(r"`((?:src|templates|tests|examples|\.ci)/[\w./-]*)`", _read(name))
    ]

    assert len(named) > 20
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_module_at_the_top_of_the_package_is_on_the_map() -> None:
    package = ROOT / "src" / "cthb_reports"
    modules = {path.name for path in package.iterdir() if path.is_dir() or path.suffix == ".py"}
    shown = {name for name in modules if not name.startswith("__")}

    assert {name for name in shown if f"`src/cthb_reports/{name}" not in _read("README.md")} == set()


def test_a_commit_is_checked_with_what_is_installed_and_fetches_nothing() -> None:
    config = yaml.safe_load(_read(".pre-commit-config.yaml"))

    assert {entry["repo"] for entry in config["repos"]} == {"local"}
    hooks = [hook for entry in config["repos"] for hook in entry["hooks"]]
    assert {hook["language"] for hook in hooks} == {"system"}
    assert all(hook["entry"].startswith(".venv/bin/") for hook in hooks)


_HERE_ONLY = re.compile(
    r"(?<![\w.])/(?:home|Users|root)/\w+|[A-Z]:\\Users\\"  # somebody's home
    r"|\b(?:pypi|pythonhosted|npmjs|npmmirror|anaconda)\.(?:org|com)\b|/simple/?(?:\s|$)|--(?:extra-)?index-url|--find-links"
)


@pytest.mark.parametrize("text", ["see /home/ana/report", "--index-url x", "https://test.pypi" + ".org/simple"])
def test_the_search_finds_what_must_not_be_named(text: str) -> None:
    assert _HERE_ONLY.search(text)


def test_no_file_names_an_index_of_packages_or_the_home_of_whoever_wrote_it() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("only a checkout knows which files are its own")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout
    paths = [ROOT / os.fsdecode(name) for name in listed.split(b"\0") if name]

    found = [
        f"{path.relative_to(ROOT)}: {match[0]!r}"
        for path in paths
        if path.is_file() and path != Path(__file__)
        for match in _HERE_ONLY.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert len(paths) > 100
    assert found == []
