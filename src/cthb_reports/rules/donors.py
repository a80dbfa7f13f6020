"""Who pays and who lends staff, and the thanks owed to them."""

from __future__ import annotations

import re
from collections.abc import Iterator  # noqa: TC003  # rules are public: their signatures must resolve
from typing import TYPE_CHECKING

from cthb_reports.findings import FieldPath, Severity, field_text
from cthb_reports.kinds.placement import told_records
from cthb_reports.kinds.report import Report  # noqa: TC001
from cthb_reports.models.facts import known
from cthb_reports.models.parties import DonorKind
from cthb_reports.models.works import Budget, Project
from cthb_reports.phrasing import state_name
from cthb_reports.reference import folded
from cthb_reports.rules.naming import called
from cthb_reports.rules.registry import Violation, rule

if TYPE_CHECKING:
    from cthb_reports.models.parties import Party

_GIVING = re.compile(r"\b(?:fund\w*|financ\w+|donat\w+|contribut\w+|grants?|generous\w*)\b", re.IGNORECASE)


@rule("C401", "donor-named-twice", Severity.ERROR)
def donor_named_twice(report: Report) -> Iterator[Violation]:
    """Ask that no donor stands twice in the list of donors, and no State twice among those that lend staff.

    Why: the last page would thank it twice, and the next in the alphabet would count.

    A State that lends several people stands once for each `function`.

    Example:
        donors: [Norway, Italy, "NO"]
    """
    first: dict[object, FieldPath] = {}
    for path, key, name in _thanked(report):
        if key in first:
            yield Violation(
                path, f"{name!r} is named twice", f"{field_text(first[key])} has it too; keep one of the two"
            )
        first.setdefault(key, path)


def _thanked(report: Report) -> Iterator[tuple[FieldPath, object, str]]:
    """Yield donors and seconding States: the path, what is the same of two that are one, the name."""
    for index, fact in enumerate(report.donors):
        donor = known(fact)
        party = known(donor.party) if donor else None
        if donor and party:
            yield ("donors", index, "party"), ("donor", _key(party)), _name(report, party)
    for index, lent in enumerate(report.secondments):
        secondment = known(lent)
        state = known(secondment.state) if secondment else None
        if secondment and state:
            key = ("secondment", state.code, known(secondment.function))
            yield ("secondments", index, "state"), key, state_name(state, report.delivered)


def _key(party: Party) -> str:
    return party.id or (party.state.code if party.state else folded(party.name or ""))


def _name(report: Report, party: Party) -> str:
    return state_name(party.state, report.delivered) if party.state else str(party)


@rule("C402", "donor-without-project", Severity.WARNING)
def donor_without_project(report: Report) -> Iterator[Violation]:
    """Ask for which project a donor gave money.

    Why: the donor's own report asks for it, and nobody remembers in spring. Support in kind need not have a project.

    Example:
        projects: [{id: ships, title: Crews at Sea, budget: extrabudgetary}]
        donors: [{party: Norway, kind: financial}]
    """
    for index, fact in enumerate(report.donors):
        donor = known(fact)
        party = known(donor.party) if donor else None
        if donor and party and not donor.projects and donor.kind is not DonorKind.IN_KIND and report.projects:
            yield Violation(
                ("donors", index, "party"),
                f"{_name(report, party)!r} gives to no project",
                "name it under `projects`, or say `kind: in kind` if it gave no money",
            )


@rule("C403", "giver-not-among-donors", Severity.ERROR)
def giver_not_among_donors(report: Report) -> Iterator[Violation]:
    """Ask that a State which a project thanks for its money is among the donors, who are thanked at the end.

    Why: a donor that is missing from the last page is not a donor next year.

    Example:
        projects:
          - {id: ships, title: Crews at Sea, thanks: [{to: [Norway], reason: funding this project}]}
        donors: [Italy]
    """
    donors = {key for _, key, _ in _thanked(report)}
    for path, record in told_records(report):
        for index, thanks in enumerate(record.thanks if isinstance(record, Project) else ()):
            if not _GIVING.search(known(thanks.reason) or ""):
                continue
            for number, fact in enumerate(thanks.to):
                party = known(fact)
                if party and party.state and ("donor", _key(party)) not in donors:
                    yield Violation(
                        (*path, "thanks", index, "to", number),
                        f"{_name(report, party)} is thanked for {known(thanks.reason)!r}, and is no donor",
                        "add it to `donors`",
                    )


@rule("C404", "donor-without-a-name", Severity.ERROR)
def donor_without_a_name(report: Report) -> Iterator[Violation]:
    """Ask that every donor is a State or an organization with a name.

    Why: "other donors" thanks nobody.

    Example:
        donors: [Norway, several private companies]
    """
    for index, fact in enumerate(report.donors):
        donor = known(fact)
        party = known(donor.party) if donor else None
        if party and party.name and not any(word[0].isupper() for word in party.name.split()):
            yield Violation(("donors", index, "party"), f"{party.name!r} is the name of nobody", "name each of them")


@rule("C405", "project-without-donor", Severity.QUERY)
def project_without_donor(report: Report) -> Iterator[Violation]:
    """Ask who pays for an extrabudgetary project.

    Why: its donor is thanked at the end only if somebody says who it is.

    Example:
        projects: [{id: ships, title: Crews at Sea, budget: extrabudgetary}]
        donors: [Norway]
    """
    given = {name for fact in report.donors if (donor := known(fact)) for name in donor.projects}
    for index, project in enumerate(report.projects):
        if project.budget is Budget.EXTRABUDGETARY and project.id not in given and report.donors:
            yield Violation(
                ("projects", index, "budget"),
                f"{called(project)} is {str(project.budget)!r}, and no donor gives to it",
                f"write `projects: [{project.id}]` at its donor",
            )
