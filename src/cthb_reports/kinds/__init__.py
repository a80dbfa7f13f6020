"""The kinds of document: of each its model, the rules it adds, and the folder of its templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cthb_reports.kinds.report import SCHEMA, STAND_INS, Report

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["KINDS", "SCHEMA", "STAND_INS", "Report"]

KINDS: Mapping[str, type[Report]] = {"report": Report}
"""From the `kind` in the records to the model."""
