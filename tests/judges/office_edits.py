"""LibreOffice as a fixture in which Word files are edited as a person would."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from docx_judges import absent
from office_home import home_with_comments

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from edit_steps import Step

_SCRIPT = Path(__file__).with_name("office_script.py")
# Debian's `python3-uno` is for Debian's Python only.
_PYTHON = "/usr/bin/python3"
# What the script ends with where no LibreOffice listens.
_DEAF = 75
_PATIENCE = 60.0


@dataclass
class Office:
    """One LibreOffice for all tests of a session; it is started when it is first needed, and again if it has ended.

    Args:
        program: The `soffice` to run.
        folder: Where its profile and its files go.
    """

    program: Path
    folder: Path
    _process: subprocess.Popen[bytes] | None = None
    _starts: int = 0
    _home: Path | None = field(default=None, repr=False)

    def edit(self, content: bytes, steps: Sequence[Step]) -> bytes:
        """Open a Word file, do the steps one after the other, and save it as Word.

        Raises:
            AssertionError: The words of a step are not in the text, or LibreOffice has ended.
        """
        self._run(content, steps)
        return (self.folder / "went.docx").read_bytes()

    def resaved(self, contents: Mapping[str, bytes]) -> dict[str, bytes]:
        """Open Word files and save them with nothing done."""
        return {name: self.edit(content, ()) for name, content in contents.items()}

    def text(self, content: bytes) -> str:
        """Return the text of the body of a Word file, recorded deletions with it, a line for each paragraph."""
        return str(self._run(content, ())["text"])

    def end(self) -> None:
        """End the program with all that it has started."""
        if self._process is not None and self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGTERM)
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(self._process.pid, signal.SIGKILL)
                self._process.wait()

    def _run(self, content: bytes, steps: Sequence[Step]) -> dict[str, Any]:
        came, went = self.folder / "came.docx", self.folder / "went.docx"
        came.write_bytes(content)
        went.unlink(missing_ok=True)
        named = [{"step": type(step).__name__, **asdict(step)} for step in steps]
        order = json.dumps({"pipe": self._pipe(), "came": str(came), "went": str(went), "steps": named})
        done = self._done(order)
        assert done.returncode == 0, f"LibreOffice could not do {named}\n{done.stderr}"
        answer: dict[str, Any] = json.loads(done.stdout)
        assert not answer["lost"], f"not in the text: {'; '.join(answer['lost'])}"
        return answer

    def _done(self, order: str) -> subprocess.CompletedProcess[str]:
        """Run the script, again as long as the program is about to start."""
        end = time.monotonic() + _PATIENCE
        while True:
            done = subprocess.run(
                [_PYTHON, _SCRIPT], input=order, capture_output=True, text=True, check=False, timeout=180
            )
            ended = self._process is None or self._process.poll() is not None
            if done.returncode != _DEAF or ended or time.monotonic() > end:
                return done

    def _pipe(self) -> str:
        """Return the name of the pipe at which the program listens."""
        if self._process is None or self._process.poll() is not None:
            self._starts += 1
            self._process = self._started()
        return f"cthb-reports-{os.getpid()}-{self._starts}"

    def _started(self) -> subprocess.Popen[bytes]:
        if self._home is None:
            self._home = home_with_comments(self.program, self.folder / "home")
        command = [
            str(self.program),
            f"-env:BRAND_BASE_DIR={self._home.as_uri()}",
            f"-env:UserInstallation={(self.folder / 'profile').as_uri()}",
            f"--accept=pipe,name=cthb-reports-{os.getpid()}-{self._starts};urp;",
            *("--headless", "--norestore", "--nologo", "--nodefault"),
        ]
        with (self.folder / "log").open("ab") as log:
            # A group of its own, as `soffice` is a script that starts others.
            return subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    program = shutil.which("soffice")
    if program is None:
        absent("LibreOffice", "on Debian: apt-get install libreoffice-writer-nogui")
    if (
        not Path(_PYTHON).exists()
        or subprocess.run([_PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode
    ):
        absent("UNO", "on Debian: apt-get install python3-uno")
    found = Office(Path(program), tmp_path_factory.mktemp("office"))
    yield found
    found.end()
