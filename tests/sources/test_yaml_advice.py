from __future__ import annotations

import yaml

from cthb_reports.sources.decoding import Text
from cthb_reports.sources.yaml_advice import explain


def test_an_error_that_names_no_place_is_shown_at_the_top_of_its_file() -> None:
    finding = explain(yaml.YAMLError("something new"), Text("report.yaml", "kind: report\n"))

    assert str(finding.location) == "report.yaml:1:1"
    assert finding.message == "this is not YAML: something new"


def test_a_long_line_is_cut_in_the_message() -> None:
    error = yaml.MarkedYAMLError(
        None, None, "did not find expected <document start>", yaml.Mark("", 9, 1, 0, None, None)
    )

    finding = explain(error, Text("report.yaml", "  a: b\n\n\n" + "word " * 20))

    assert finding.message == "`word word word word word word word wo...` stands further left than the first line"
