"""Which records a template tells where, as views, with records that are told together side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cthb_reports.kinds.lookup import value_at
from cthb_reports.models.activities import Visit
from cthb_reports.models.head import KeyFigure
from cthb_reports.models.outlook import OutlookItem, Partnership
from cthb_reports.models.works import Publication, PublicationType
from cthb_reports.rendering.views import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cthb_reports.findings import FieldPath
    from cthb_reports.models.structure import Told
    from cthb_reports.rendering.session import Session


class Places:
    """The records of each section, theme and series, in the order in which they are told."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._placement = session.placement
        self._by_id = {record.id: path for path, record in reversed(session.records.items()) if record.id}
        self._series = {getattr(record, "series", None) for record in session.records.values()}

    def section(self, section: View) -> list[list[View]]:
        """Return the groups of records of a section."""
        return self._groups(self._placement.sections, section)

    def theme(self, theme: View) -> list[list[View]]:
        """Return the groups of records of a theme."""
        return self._groups(self._placement.themes, theme)

    def theme_of(self, reference: View) -> View:
        """Return the theme that a reference leads to."""
        for index, theme in enumerate(self._session.report.themes):
            if theme.id == reference.value_:
                return View(self._session, ("themes", index), theme)
        raise LookupError(f"there is no theme {reference.value_!r}")

    def members(self, series: View) -> list[View]:
        """Return the events that are told with their series, by date."""
        return self._views(self._placement.members.get(series.value_.id, ()))

    def told_apart(self, series: View) -> bool:
        """Tell whether some event of a series is told in a place of its own."""
        return series.value_.id in self._series

    def find(self, reference: View) -> View:
        """Return the record that a reference leads to."""
        path = self._by_id.get(reference.value_)
        if path is None:
            raise LookupError(f"there is no record {reference.value_!r}")
        return View(self._session, path, self._session.records[path])

    def _views(self, paths: Iterable[FieldPath]) -> list[View]:
        return [View(self._session, path, value_at(self._session.report, path)) for path in paths]

    def _groups(self, placed: Mapping[str, tuple[FieldPath, ...]], home: View) -> list[list[View]]:
        groups: list[list[View]] = []
        for view in self._views(placed.get(home.value_.id, ())):
            if groups and told_with(groups[-1][-1].value_, view.value_):
                groups[-1].append(view)
            else:
                groups.append([view])
        return groups


def told_with(before: Told, record: Told) -> bool:
    """Tell whether a record joins the one before it in a sentence: both short, and of one sort."""
    if before.narrative or record.narrative or type(before) is not type(record):
        return False
    if isinstance(before, KeyFigure) and isinstance(record, KeyFigure):
        return _source(before) == _source(record) != (None, None, None) and before.as_of == record.as_of
    if isinstance(before, Partnership) and isinstance(record, Partnership):
        return not any(getattr(one, name) for one in (before, record) for name in ("purpose", "outcome", "thanks"))
    if isinstance(before, Publication) and isinstance(record, Publication):
        return before.type is record.type is PublicationType.VISIT_REPORT and before.status is record.status
    return isinstance(record, Visit) and _brief(before) and _brief(record)


def _source(figure: KeyFigure) -> tuple[object, object, object]:
    return figure.publisher, figure.title, figure.edition


def _brief(record: Told) -> bool:
    """Tell whether nothing is said of a visit but where and when it was."""
    return isinstance(record, Visit | OutlookItem) and not any(
        getattr(record, name, None)
        for name in ("purpose", "outcome", "follow_up", "response", "thanks", "interlocutors", "cities")
    )


def places(session: Session) -> Places:
    """Return the places of a report."""
    return Places(session)
