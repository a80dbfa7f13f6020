"""How long a draft takes beside pandoc and docxtpl: prints tables in Markdown. `make bench` runs it; RESULTS.md is its output."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import clock
import commands
import profiling
import stages
import yardsticks

from cthb_reports import draft
from cthb_reports.writers import write

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TIMES = (1, 10, 100)
SAVE = "save: bytes to file (waited)"
DRAFT = '`draft(report, ".docx")`: check, render, parse, write'
PANDOC, DOCXTPL = "pandoc, Markdown to DOCX", "docxtpl, template to DOCX"
NOTES = f"""\
How long a draft takes, beside two other ways to the same Word file. `make bench` prints this page; `make results` writes it.

{platform.python_implementation()} {platform.python_version()}, {platform.system()} on {platform.machine()}, {os.cpu_count()} cores.
Every figure is the median of several rounds in which all calls take turns. Compare figures within one page only."""
WARM = """\
Milliseconds of processor time, everything imported; the records of `examples/2017`, and those that a busier year has more of
10 and 100 times. pandoc has no warm state: its time is that of its process, with the finished Markdown and our letterhead
as reference. docxtpl loads its template each time, as its users do; its sentences are composed beforehand, and it checks nothing."""
COLD = """\
Milliseconds that one waits, each command in a fresh process, modules compiled before."""


@dataclass(frozen=True)
class Goal:
    """What a ratio of two times should not exceed."""

    what: str
    ratio: float
    most: float

    def row(self) -> tuple[str, ...]:
        return self.what, f"{self.ratio:.2f}", f"{self.most:g}", "yes" if self.ratio <= self.most else "**no**"


def main() -> int:
    options = _options()
    if options.profile:
        print(profiling.profile())
        return 0
    print(f"# How fast\n\n{NOTES}\n")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sizes = [_warm(times, folder, _rounds(times, options.rounds)) for times in TIMES]
        cold = commands.wall_times((folder / "draft.md").read_bytes(), folder, options.rounds)
    _print("Stages", WARM, ["stage", *(f"x{times}" for times in TIMES)], _stage_rows(sizes))
    _print("Commands", COLD, ["command", "ms"], ((f"`{what}`", f"{took:.0f}") for what, took in cold.items()))
    _print("Goals", "", ["ratio", "measured", "at most", "kept"], (goal.row() for goal in _goals(sizes, cold)))
    print(f"## Profile of a draft\n\n```text\n{profiling.profile()}\n```")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", action="store_true", help="print only where the time of one draft goes")
    parser.add_argument("--rounds", type=int, default=15, help="how often to measure what is quick (default: 15)")
    return parser.parse_args()


def _rounds(times: int, most: int) -> int:
    return {1: most, 10: min(most, 5), 100: min(most, 3)}[times]


@dataclass(frozen=True)
class Size:
    """What was measured of a report of one size."""

    paragraphs: int
    took: dict[str, float]

    def ratio(self, to: str) -> float:
        return self.took[DRAFT] / self.took[to]

    def each_paragraph(self) -> float:
        """How long a paragraph takes, in microseconds."""
        return self.took[DRAFT] / self.paragraphs * 1000


def _warm(times: int, folder: Path, rounds: int) -> Size:
    passed = stages.passed(times)
    letterhead, template, markdown = (folder / name for name in ("letterhead.docx", "template.docx", f"{times}.md"))
    letterhead.write_bytes(passed.content)
    template.write_bytes(yardsticks.template(passed.document, passed.content))
    markdown.write_bytes(write(passed.document, ".md").content)
    if times == 1:
        (folder / "draft.md").write_bytes(markdown.read_bytes())
    with_template = yardsticks.docxtpl(template, passed.document)
    if not yardsticks.same_words(passed.document, with_template()):
        raise ValueError("docxtpl has not printed the words that we print")
    calls = {
        DRAFT: lambda: draft(passed.report, ".docx"),
        DOCXTPL: with_template,
        PANDOC: yardsticks.pandoc(markdown, folder / "pandoc.docx", letterhead),
    }
    alone = clock.medians(stages.calls(passed, pulls=times < 100), rounds, clock.cpu)
    saved = clock.medians({SAVE: lambda: stages.save(passed, folder)}, rounds, clock.wall)
    return Size(passed.paragraphs, alone | saved | clock.medians(calls, rounds, clock.cpu))


def _stage_rows(sizes: Sequence[Size]) -> Iterable[tuple[str, ...]]:
    for stage in sizes[0].took:
        yield stage, *(f"{size.took[stage]:,.1f}" if stage in size.took else "" for size in sizes)
    yield "paragraphs", *(f"{size.paragraphs:,}" for size in sizes)
    yield "draft: microseconds a paragraph", *(f"{size.each_paragraph():,.0f}" for size in sizes)
    yield "draft / pandoc", *(f"{size.ratio(PANDOC):.2f}" for size in sizes)
    yield "draft / docxtpl", *(f"{size.ratio(DOCXTPL):.2f}" for size in sizes)


def _goals(sizes: Sequence[Size], cold: dict[str, float]) -> list[Goal]:
    one, ten, hundred = sizes
    return [
        Goal("warm draft / pandoc, x1", one.ratio(PANDOC), 0.15),
        Goal("warm draft / docxtpl, x1", one.ratio(DOCXTPL), 2),
        Goal("warm draft / pandoc, x100", hundred.ratio(PANDOC), 0.4),
        Goal("a paragraph at x100 / at x10", hundred.each_paragraph() / ten.each_paragraph(), 1.15),
        Goal(f"`{commands.DRAFT}` / `{commands.PANDOC}`", cold[commands.DRAFT] / cold[commands.PANDOC], 4),
        Goal(f"`{commands.HELP}` / `{commands.BARE}`", cold[commands.HELP] / cold[commands.BARE], 8),
    ]


def _print(title: str, text: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    print(f"## {title}\n")
    if text:
        print(f"{text}\n")
    print(_row(head), _row(["---", *("---:" for _ in head[1:])]), *map(_row, rows), "", sep="\n")


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main())
