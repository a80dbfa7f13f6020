"""LibreOffice as a reader, where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from made_documents import shown_lines

if TYPE_CHECKING:
    from pathlib import Path


def require() -> str:
    """Return the command; skip the test without it, or fail it where CTHB_REPORTS_JUDGES is `required`."""
    found = shutil.which("soffice")
    if found is None and os.environ.get("CTHB_REPORTS_JUDGES") == "required":
        pytest.fail("soffice is not installed, and CTHB_REPORTS_JUDGES says that it must be")
    if found is None:
        pytest.skip("soffice is not installed")
    return found


def read(content: bytes, folder: Path) -> list[str]:
    """Return the lines that LibreOffice finds in a DOCX."""
    command = require()
    (folder / "draft.docx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    arguments = [command, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "draft.docx"]
    subprocess.run(arguments, cwd=folder, check=True, capture_output=True, timeout=120)
    return shown_lines((folder / "draft.txt").read_text(encoding="utf-8-sig"))
