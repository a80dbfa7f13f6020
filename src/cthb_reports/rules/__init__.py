"""What must hold between the facts of a report: rules that look at data and say where they are wrong."""

from cthb_reports.rules.registry import Context, Rule, Violation, all_rules, check, rule

__all__ = ["Context", "Rule", "Violation", "all_rules", "check", "rule"]
