from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cthb_reports.findings import Finding, Location, Severity, field_path, field_text, has_errors

NAMES = st.from_regex(r"[a-z_]+", fullmatch=True)


@given(st.tuples(NAMES), st.lists(st.one_of(NAMES, st.integers(0, 999)), max_size=5))
def test_a_path_that_people_read_leads_back_to_the_field(first: tuple[str], rest: list[str | int]) -> None:
    path = (*first, *rest)

    assert field_path(field_text(path)) == path


def test_a_finding_reads_as_a_line_with_a_hint() -> None:
    place = Location("activities.yaml", 6, 12, 6, 22)
    finding = Finding(
        "C111", "activity-outside-period", Severity.ERROR, "held 2016", "say so", ("activities", 3, "held")
    )

    assert str(finding.at(place)) == "activities.yaml:6:12: error C111 held 2016\n    hint: say so"
    assert str(finding) == "activities[3].held: error C111 held 2016\n    hint: say so"


def test_only_errors_are_errors() -> None:
    findings = [Finding("X", "x", severity, "x") for severity in Severity]

    assert has_errors(findings)
    assert not has_errors(findings[1:])
