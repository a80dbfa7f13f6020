"""The records of 2017, as bytes, once or many times over."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from cthb_reports.workflow.gathering import gather

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cthb_reports.sources import SourceFile

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "examples" / "2017"
REPEATED = frozenset(
    ("activities", "key_figures", "outlook", "partnerships", "passages", "publications", "research", "training")
)
"""The parts of the report that grow with a year: lists of records that are told, each in paragraphs of its own."""

_ID = re.compile(r"(?m)^(- |)id: (\S+)$")


def files(times: int) -> tuple[SourceFile, ...]:
    """Return the record files of 2017 with each told record so many times over, all but the first under other ids."""
    return tuple(copy for file in gather(FOLDER).files for copy in _copies(file, times))


def _copies(file: SourceFile, times: int) -> Iterator[SourceFile]:
    part = file.path.parts[0].removesuffix(".yaml")
    text = file.content.decode()
    copies = [text, *(_ID.sub(rf"\1id: \2-{turn}", text) for turn in range(2, times + 1))]
    if part not in REPEATED:
        yield file
    elif re.search("(?m)^- ", text):
        yield replace(file, content="\n".join(copies).encode())
    else:
        for turn, copy in enumerate(copies):
            path = PurePosixPath(file.path.parent, f"{file.path.stem}-{turn:03}.yaml")
            yield replace(file, path=path, shown=str(FOLDER / path), content=copy.encode())
