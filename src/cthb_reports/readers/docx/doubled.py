"""Controls that LibreOffice has written twice: where a comment stands before one, it cuts it at the end of its bookmark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cthb_reports.readers.docx.archive import W

if TYPE_CHECKING:
    from cthb_reports.readers.docx.archive import Element

_SDT = f"{W}sdt"
_MARKS = (f"{W}bookmarkStart", f"{W}bookmarkEnd")


def drop_doubled(root: Element) -> None:
    """Take out the second of two controls of one title and one text that touch; titles are unique in a draft of ours.

    Bookmarks in it stay, at its place.
    """
    for control in list(root.iter(_SDT)):
        before = control.getprevious()
        if before is not None and before.tag == _SDT and _title(control) and _said(control) == _said(before):
            for mark in reversed(list(control.iter(*_MARKS))):
                before.addnext(mark)
            control.getparent().remove(control)


def _said(control: Element) -> tuple[str, str]:
    return _title(control), "".join(element.text or "" for element in control.iter(f"{W}t"))


def _title(control: Element) -> str:
    alias = control.find(f"{W}sdtPr/{W}alias")
    return "" if alias is None else str(alias.get(f"{W}val", ""))
