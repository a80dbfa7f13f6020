from __future__ import annotations

import sys

import docx_judges
import pytest


def test_an_absent_judge_fails_where_all_must_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CTHB_REPORTS_JUDGES", "required")

    with pytest.raises(pytest.fail.Exception, match="no pandoc here; install it"):
        docx_judges.absent("pandoc", "install it")


def test_an_absent_judge_is_passed_over_on_a_colleagues_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CTHB_REPORTS_JUDGES", raising=False)

    with pytest.raises(pytest.skip.Exception, match="no pandoc here"):
        docx_judges.absent("pandoc", "install it")


def test_openxml_audit_is_one_of_the_judges_that_must_be_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setenv("CTHB_REPORTS_JUDGES", "required")
    monkeypatch.setitem(sys.modules, "openxml_audit", None)

    with pytest.raises(pytest.fail.Exception, match="no openxml-audit here"):
        docx_judges.audit.__wrapped__(tmp_path_factory)
