"""Programs that are not ours, as fixtures: LibreOffice, the Open XML SDK, and openxml-audit."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_VALIDATOR = Path(__file__).parents[2] / "build" / "judges" / "node_modules" / ".bin" / "ooxml-validator"


def absent(judge: str, advice: str) -> NoReturn:
    """Skip a test whose judge is not installed; fail where all judges must be there."""
    reason = f"no {judge} here; {advice}"
    if os.environ.get("CTHB_REPORTS_JUDGES") == "required":
        pytest.fail(reason)
    pytest.skip(reason)


@dataclass(frozen=True)
class Soffice:
    """LibreOffice with a profile of its own, so that no other instance stands in its way.

    Args:
        command: The program.
        folder: Where the profile and the files go.
    """

    command: str
    folder: Path

    def convert(self, files: Mapping[str, bytes], target: str) -> dict[str, bytes]:
        """Convert files in one call.

        Args:
            files: The files by name without suffix.
            target: What `--convert-to` takes, such as `pdf`.

        Returns:
            The converted files by the same names.
        """
        came, went = self.folder / "in", self.folder / "out"
        for folder in (came, went):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
        for name, content in files.items():
            (came / f"{name}.docx").write_bytes(content)
        profile = f"-env:UserInstallation={(self.folder / 'profile').as_uri()}"
        command = [self.command, profile, "--headless", "--convert-to", target, "--outdir", str(went)]
        subprocess.run([*command, *sorted(map(str, came.iterdir()))], capture_output=True, check=True, timeout=300)
        # LibreOffice returns 0 whatever happens: what counts is what it wrote.
        suffix = target.partition(":")[0]
        return {name: (went / f"{name}.{suffix}").read_bytes() for name in files}

    def texts(self, files: Mapping[str, bytes]) -> dict[str, str]:
        """Return the text of DOCX files."""
        return {name: text.decode("utf-8-sig") for name, text in self.convert(files, "txt:Text (encoded):UTF8").items()}


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> Soffice:
    command = shutil.which("soffice")
    if command is None:
        absent("LibreOffice", "on Debian: apt-get install libreoffice-writer-nogui")
    return Soffice(command, tmp_path_factory.mktemp("soffice"))


@pytest.fixture(scope="session")
def pdf_tools() -> Callable[..., bytes]:
    """Return what runs one of poppler's programs on a PDF and returns what it prints."""
    if shutil.which("pdftotext") is None:
        absent("pdftotext", "on Debian: apt-get install poppler-utils")

    def run(*command: str, pdf: bytes) -> bytes:
        return subprocess.run(command, input=pdf, capture_output=True, check=True, timeout=60).stdout

    return run


@pytest.fixture(scope="session")
def sdk(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], list[str]]:
    """Return what asks the Open XML SDK, the validator that is nearest to Word, for the errors of a file."""
    command = str(_VALIDATOR) if _VALIDATOR.exists() else shutil.which("ooxml-validator")
    if command is None:
        absent("Open XML SDK", "run: npm install --prefix build/judges, as .ci/run does")
    file = tmp_path_factory.mktemp("sdk") / "judged.docx"

    def errors(content: bytes) -> list[str]:
        file.write_bytes(content)
        done = subprocess.run([command, file], capture_output=True, check=False, timeout=120)
        verdict = json.loads(done.stdout)
        found = [f"{error['path']} {error['xPath']} {error['description']}" for error in verdict["errors"]]
        assert verdict["ok"] is not bool(found)
        return found

    return errors


@pytest.fixture(scope="session")
def audit(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], list[str]]:
    """Return what asks openxml-audit for the errors of a file."""
    try:
        import openxml_audit  # noqa: PLC0415  # it may not be there
    except ImportError:
        absent("openxml-audit", "run: make test, which installs it")
    file = tmp_path_factory.mktemp("audit") / "judged.docx"

    def errors(content: bytes) -> list[str]:
        file.write_bytes(content)
        found = openxml_audit.OpenXmlValidator().validate(file).errors
        # It remembers parts by the address of their package, which a later file may have again: ask a fresh process.
        return _audited_afresh(file) if found else []

    return errors


_AUDIT = """
import sys, openxml_audit
for error in openxml_audit.OpenXmlValidator().validate(sys.argv[1]).errors:
    print(error.part_uri, error.path, error.description)
"""


def _audited_afresh(file: Path) -> list[str]:
    done = subprocess.run([sys.executable, "-c", _AUDIT, str(file)], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()
