"""How long calls take: the median of several rounds, in which the calls take turns."""

from __future__ import annotations

import gc
import resource
import statistics
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

wall = time.perf_counter
"""What a person waits, in seconds."""


def cpu() -> float:
    """Return the time that processors have worked for this process and those it has waited for, in seconds.

    Unlike the wall's, it hardly changes with what else the machine does; waiting for a disk is not in it.
    """
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(entry.ru_utime + entry.ru_stime for entry in used)


def medians(calls: Mapping[str, Callable[[], object]], rounds: int, clock: Callable[[], float]) -> dict[str, float]:
    """Return the median time of each call in milliseconds, after one round to warm up.

    The calls take turns, so that a slow minute of the machine falls on all of them alike; what one call leaves for the garbage
    collector is cleared away before the next begins.
    """
    took: dict[str, list[float]] = {name: [] for name in calls}
    for turn in range(rounds + 1):
        for name, call in calls.items():
            _tell(f"round {turn} of {rounds}: {name}")
            gc.collect()
            start = clock()
            call()
            took[name].append((clock() - start) * 1000)
    _tell("")
    return {name: statistics.median(times[1:]) for name, times in took.items()}


def _tell(text: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)
