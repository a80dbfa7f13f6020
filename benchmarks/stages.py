"""How long each stage of a draft takes, for 1, 10 and 100 times the records of 2017, beside pandoc on the finished Markdown.

Run it with `make bench`. Times are medians in milliseconds of this process's CPU time (pandoc: wall time, it is a process of
its own); compare them within one run only. The figures of the last run that somebody looked at stand in RESULTS.md.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pypandoc

import cthb_reports
from cthb_reports import style
from cthb_reports.document import parse
from cthb_reports.rendering import render
from cthb_reports.workflow import records
from cthb_reports.workflow.checks import checks
from cthb_reports.workflow.places import Places
from cthb_reports.writers import write

ROOT = Path(__file__).parents[1]
LISTS = ("activities", "passages", "outlook", "research", "training", "key_figures")


def repeated(report: cthb_reports.Report, times: int) -> cthb_reports.Report:
    """Return the report with each record told so many times over, all but the first without their ids."""
    more = {
        name: tuple(
            record if turn == 0 else record.model_copy(update={"id": None})
            for turn in range(times)
            for record in getattr(report, name)
        )
        for name in LISTS
    }
    return report.model_copy(update=more)


def median(stage: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    """Return the median time of a stage in milliseconds, after one run to warm up."""
    stage()
    took = []
    end = time.perf_counter() + 4
    while len(took) < 3 or (len(took) < 15 and time.perf_counter() < end):
        start = clock()
        stage()
        took.append((clock() - start) * 1000)
    return statistics.median(took)


def pandoc(markdown: bytes, folder: Path) -> Callable[[], object]:
    """Return a call of pandoc that makes the same DOCX of our Markdown, with our letterhead as its reference."""
    source, reference = folder / "draft.md", folder / "letterhead.docx"
    source.write_bytes(markdown)
    command = [
        pypandoc.get_pandoc_path(),
        str(source),
        "--reference-doc",
        str(reference),
        "-o",
        str(folder / "pandoc.docx"),
    ]
    return lambda: subprocess.run(command, check=True)


def main() -> None:
    base = cthb_reports.load(ROOT / "examples" / "2017")
    print(f"{'stage':<28}{'x1':>10}{'x10':>10}{'x100':>10}   milliseconds")
    print(f"{'read and check the files':<28}{median(lambda: records.read_records(ROOT / 'examples' / '2017')):>10.1f}")
    rows: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "letterhead.docx").write_bytes(cthb_reports.draft(base, ".docx").content)
        for times in (1, 10, 100):
            measure(repeated(base, times), rows, folder)
    for stage, values in rows.items():
        print(f"{stage:<28}{''.join(f'{value:>10.1f}' for value in values)}")
    ratio = [
        ours / theirs for ours, theirs in zip(rows["draft .docx, all of it"], rows["pandoc, .md to .docx"], strict=True)
    ]
    print(f"{'ours / pandoc':<28}{''.join(f'{value:>10.2f}' for value in ratio)}")


def measure(report: cthb_reports.Report, rows: dict[str, list[float]], folder: Path) -> None:
    rendered = render(report)
    markdown = write(rendered.document, ".md").content
    stages = {
        "render (and parse)": lambda: render(report),
        "parse alone": lambda: parse(markdown.decode()),
        "rules and house style": lambda: list(checks(report, rendered, Places())),
        "house style alone": lambda: style.check(rendered.document),
        "write .docx": lambda: write(rendered.document, ".docx"),
        "write .md": lambda: write(rendered.document, ".md"),
        "write .html": lambda: write(rendered.document, ".html"),
        "draft .docx, all of it": lambda: cthb_reports.draft(report, ".docx"),
    }
    for stage, call in stages.items():
        rows.setdefault(stage, []).append(median(call))
    rows.setdefault("pandoc, .md to .docx", []).append(median(pandoc(markdown, folder), time.perf_counter))


if __name__ == "__main__":
    sys.exit(main())
