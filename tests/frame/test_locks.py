"""The lock files: exact, with hashes, complete, and silent about where packages come from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DEPENDENCIES = PROJECT["project"]["dependencies"]
EXTRAS = PROJECT["project"]["optional-dependencies"]
RUN, DEV = "requirements.lock", "requirements-dev.lock"

_ENTRY = re.compile(
    r"(?P<name>[a-z0-9-]+)==(?P<version>[0-9][\w.]*)(?: ; [^\\@]+)?(?: \\\n    --hash=sha256:[0-9a-f]{64})+\n"
)


def _versions(lock: str) -> dict[str, str]:
    return {found["name"]: found["version"] for found in _ENTRY.finditer((ROOT / lock).read_text(encoding="utf-8"))}


def _name(requirement: Requirement) -> str:
    return re.sub(r"[-_.]+", "-", requirement.name).lower()


@pytest.mark.parametrize("lock", [RUN, DEV])
def test_a_lock_file_is_nothing_but_exact_versions_with_their_hashes(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")

    assert _ENTRY.search(text)
    assert _ENTRY.sub("", text) == ""


@pytest.mark.parametrize(
    ("lock", "requirements"),
    [
        (RUN, [*DEPENDENCIES, *EXTRAS["build"]]),
        (DEV, [*DEPENDENCIES, *EXTRAS["build"], *EXTRAS["dev"]]),
    ],
)
def test_every_requirement_of_the_project_is_locked_at_a_version_that_it_admits(
    lock: str, requirements: list[str]
) -> None:
    versions = _versions(lock)

    refused = [
        entry for entry in map(Requirement, requirements) if not entry.specifier.contains(versions[_name(entry)])
    ]
    assert refused == []


def test_what_the_program_runs_with_is_what_it_is_tested_with() -> None:
    tested = _versions(DEV)

    differing = {name for name, version in _versions(RUN).items() if tested.get(name) != version}
    assert differing == set()
