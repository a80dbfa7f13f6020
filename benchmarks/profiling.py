"""Where the time of a draft goes, function by function."""

from __future__ import annotations

import cProfile
import io
import pstats
import re

import records

from cthb_reports import draft, load

TOP = 22
_FOLDERS = re.compile(r"\S*?/(?:site-packages|src|lib/python3\.\d+)/")


def profile() -> str:
    """Return the functions in which a warm draft of 2017 spends most, with those they call and without."""
    report = load(records.FOLDER)
    draft(report, ".docx")
    profiler = cProfile.Profile()
    profiler.runcall(draft, report, ".docx")
    parts = []
    for order in ("cumulative", "tottime"):
        text = io.StringIO()
        pstats.Stats(profiler, stream=text).sort_stats(order).print_stats(TOP)
        parts.append(_FOLDERS.sub("", text.getvalue().strip()).replace(f"{records.ROOT}/", ""))
    return "\n\n".join(parts)
