"""Whole commands, each in a fresh process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import clock
import pypandoc
import records

if TYPE_CHECKING:
    from collections.abc import Callable

OURS = Path(sys.executable).with_name("cthb-reports")
DRAFT, HELP = "cthb-reports draft examples/2017 -o x.docx", "cthb-reports --help"
PANDOC, BARE = "pandoc x.md -o x.docx", "python -c pass"


def wall_times(markdown: bytes, folder: Path, rounds: int) -> dict[str, float]:
    """Return how long one waits for each command, in milliseconds."""
    source, drafted, converted = folder / "x.md", folder / "x.docx", folder / "pandoc.docx"
    source.write_bytes(markdown)
    env = _env(folder)

    def command(*arguments: object) -> Callable[[], object]:
        def call() -> None:
            drafted.unlink(missing_ok=True)
            subprocess.run(list(map(str, arguments)), env=env, check=True, stdout=subprocess.DEVNULL)

        return call

    commands = {
        DRAFT: command(OURS, "draft", records.FOLDER, "-o", drafted),
        PANDOC: command(pypandoc.get_pandoc_path(), source, "-o", converted),
        HELP: command(OURS, "--help"),
        BARE: command(sys.executable, "-c", "pass"),
    }
    return clock.medians(commands, rounds, clock.wall)


def _env(folder: Path) -> dict[str, str]:
    """Return an environment in which modules are compiled once, as they are where nobody forbids it."""
    env = dict(os.environ)
    if env.pop("PYTHONDONTWRITEBYTECODE", None):
        env["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    return env
