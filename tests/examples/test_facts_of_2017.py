"""The example of 2017 tells every fact of that year's report, and nothing in its records is lost or doubtful."""

import functools
import re
from pathlib import Path

import pytest

import cthb_reports
from cthb_reports.document import plain_text
from cthb_reports.findings import Severity
from cthb_reports.kinds.placement import placement
from cthb_reports.rendering import Rendered, render

EXAMPLE = Path(__file__).parents[2] / "examples" / "2017"
FACTS = [
    line.split("\t") for line in (Path(__file__).parent / "facts_2017.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


@functools.cache
def rendered() -> Rendered:
    return render(cthb_reports.load(EXAMPLE))


@functools.cache
def paragraphs() -> tuple[str, ...]:
    """Return the draft as it reads: a paragraph a line, the lines of the first page and of lists joined as well."""
    lines = plain_text(rendered().document).splitlines()
    return tuple(" ".join(line.split()) for line in lines)


@pytest.mark.parametrize(("fact", "pattern"), FACTS, ids=[f"{number}-{row[0]}" for number, row in enumerate(FACTS, 2)])
def test_a_fact_of_the_year_is_told_in_one_paragraph(fact: str, pattern: str) -> None:
    told = [paragraph for paragraph in paragraphs() if re.search(pattern, paragraph)]

    assert told, f"no paragraph tells {fact}"


def test_the_list_of_facts_names_none_twice() -> None:
    patterns = [pattern for _, pattern in FACTS]

    assert len(set(patterns)) == len(patterns) > 150


def test_every_record_is_told_and_none_of_its_facts_is_lost() -> None:
    lost = (*placement(cthb_reports.load(EXAMPLE)).nowhere, *rendered().untold)

    assert lost == ()


def test_the_records_of_the_year_hold_no_error_and_no_pending_fact() -> None:
    severities = {finding.severity for finding in cthb_reports.validate(EXAMPLE)}

    assert severities.isdisjoint({Severity.ERROR, Severity.PENDING})


def test_the_report_of_the_year_has_the_length_that_the_permanent_council_is_used_to() -> None:
    words = sum(len(paragraph.split()) for paragraph in paragraphs())

    assert 4_300 <= words <= 5_200
