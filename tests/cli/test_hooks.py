"""The hooks that other repositories take from this one: what pre-commit would run is run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from small_reports import WORKSHOP_YAML, report_folder

ROOT = Path(__file__).parents[2]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}


def run(hook: str, *words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a hook as pre-commit does: its entry in the folder of the repository, then arguments and names of files."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [*HOOKS[hook]["entry"].split(), *words],
        cwd=folder,
        env={**os.environ, "PATH": path},
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_every_hook_says_what_pre_commit_needs_to_know() -> None:
    assert set(HOOKS) == {"validate", "proofread"}
    assert all({"id", "name", "entry", "language", "files"} <= set(hook) for hook in HOOKS.values())


@pytest.mark.parametrize(("old", "new", "code"), [("", "", 0), ("2024-06-11", "2023-06-11", 1)])
def test_records_with_an_error_stop_a_commit_and_others_do_not(old: str, new: str, code: int, tmp_path: Path) -> None:
    report_folder(tmp_path / "records", activities=WORKSHOP_YAML.removeprefix("activities:\n").replace(old, new))

    done = run("validate", "records", folder=tmp_path)

    assert done.returncode == code, done.stderr


@pytest.mark.parametrize(("args", "code"), [([], 0), (["--strict"], 1)])
def test_texts_with_a_warning_stop_a_commit_where_that_is_asked_for(args: list[str], code: int, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("The cooperation of all.\n")
    (tmp_path / "b.txt").write_text("All is well.\n")

    done = run("proofread", *args, "a.md", "b.txt", folder=tmp_path)

    assert "a.md:1:5: warning S101" in done.stdout
    assert done.returncode == code, done.stderr
