from __future__ import annotations

import re

from cthb_reports.sources import Fault


def test_every_fault_has_a_code_of_its_own_and_a_page_of_the_manual() -> None:
    codes = [fault.code for fault in Fault]

    assert codes == sorted(set(codes))
    for fault in Fault:
        assert re.fullmatch(r"F[123]\d\d", fault.code)
        assert re.fullmatch(r"[a-z0-9-]+", fault.title)
        assert all(text.endswith(".") for text in (fault.what, fault.why, fault.remedy))


def test_a_finding_carries_the_name_of_its_fault() -> None:
    finding = Fault.DUPLICATE_KEY.found(None, "`held` is given twice", field=("held",))

    assert str(finding) == "held: error F203 `held` is given twice"
    assert finding.name == "duplicate-key"
