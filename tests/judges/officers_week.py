"""The week of `docs/officers-week.md`, played: its commands are run, its edits are made in LibreOffice, its outputs compared."""

from __future__ import annotations

import difflib
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from edit_steps import Comment, NewParagraphAfter, Replace, Track

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edit_steps import Step
    from office_edits import Office

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "officers-week.md"
_BLOCK = re.compile(r"^```(sh|text|diff)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ROW = re.compile(r"^\| ([^|]+) \| (yes|no) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
_DAY = "2018-01-24"
"""When the changes were tracked: LibreOffice asks the clock, and a page does not."""


@dataclass
class Week:
    """The page and the folder that it is played in.

    Args:
        text: The page.
        folder: Where the records and the drafts are.
    """

    text: str
    folder: Path

    def steps(self) -> list[Step]:
        """Return what the colleagues do, in the order of the page."""
        found: list[Step] = []
        for who, tracked, does, at, new in _ROW.findall(self.text):
            if does == "comments on":
                found += [Track(on=False, author=who), Comment(at, new, who)]
            else:
                kind = {"types over": Replace, "writes a paragraph after": NewParagraphAfter}[does]
                found += [Track(on=tracked == "yes", author=who), kind(at, new)]
        return [*found, Track(on=False, author=found[0].author)]  # type: ignore[attr-defined]  # each row begins with Track

    def played(self, office: Office) -> str:
        """Return the page with the outputs that its commands give now."""
        shutil.copytree(ROOT / "examples" / "2018", self.folder / "records")
        output = ""

        def again(match: re.Match[str]) -> str:
            nonlocal output
            kind, body = match.groups()
            if kind == "sh":
                if "back.docx" in body and not (self.folder / "back.docx").exists():
                    edited = office.edit((self.folder / "draft.docx").read_bytes(), self.steps())
                    (self.folder / "back.docx").write_bytes(edited)
                output = self._run(body)
                return match[0]
            shown = output if kind == "text" else "".join(self._differences())
            return f"```{kind}\n{shown}```"

        return _BLOCK.sub(again, self.text)

    def _run(self, commands: str) -> str:
        env = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
        done = subprocess.run(
            ["sh", "-u"],
            input=commands,
            cwd=self.folder,
            env=env,
            check=False,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode in {0, 1}, done.stderr
        return re.sub(r"\d{4}-\d\d-\d\d(?=$|;| and |:)", _DAY, done.stdout, flags=re.MULTILINE)

    def _differences(self) -> Iterator[str]:
        """Yield the lines of the records that have changed, file by file."""
        before, after = ROOT / "examples" / "2018", self.folder / "records"
        for path in sorted(after.rglob("*.yaml")):
            name = path.relative_to(after)
            lines = [file.read_text(encoding="utf-8").splitlines(keepends=True) for file in (before / name, path)]
            yield from difflib.unified_diff(*lines, fromfile=str(name), tofile=str(name), n=0)
