"""The manual and the forms of records, in plain words: what `explain` prints."""

from __future__ import annotations

from cthb_reports.errors import UnknownNameError
from cthb_reports.workflow import forms, manual


def explain(word: str) -> str:
    """Return the pages of a code, a group or the name of a rule, or the form of the records of a list.

    Raises:
        UnknownNameError: There is no such.
    """
    found = manual.lookup(word)
    if len({page.code for page in found}) == 1:
        return "\n\n".join(map(str, found))
    if found:
        return _listed(found)
    form = forms.form(word)
    if form is None:
        groups = f"a code that begins with {', '.join(manual.GROUPS)}"
        raise UnknownNameError("page", word, [groups, "the name of a rule", *forms.names()])
    return form


def manual_text(*, markdown: bool = False) -> str:
    """Return the list of all codes; as Markdown, all their pages.

    Args:
        markdown: Whether to return the pages, as the documentation has them.
    """
    if markdown:
        return manual.as_markdown(manual.pages())
    return f"{_listed(manual.pages())}\n\nrecords: {', '.join(forms.names())}"


def _listed(pages: tuple[manual.Page, ...]) -> str:
    lines: list[str] = []
    group = ""
    for page in pages:
        if page.code[0] != group:
            group = page.code[0]
            lines += ["", f"{group}: {manual.GROUPS.get(group, 'rules of your own')}"]
        lines.append(f"  {page.code} {page.severity:<8} {page.name}")
    return "\n".join(lines[1:])
