"""How a run looks: one character style, and direct formatting for what a second style would have said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports.writers.docx.namespaces import xml

if TYPE_CHECKING:
    from cthb_reports.writers.docx.styles import Styles


@dataclass(frozen=True, slots=True)
class Face:
    """What text is, all at once: a link may stand in bold, and a placeholder in a link.

    `in_bold` says that it stands in a paragraph or table whose own style is bold.
    """

    placeholder: bool = False
    link: bool = False
    code: bool = False
    strong: bool = False
    emphasis: bool = False
    raised: bool = False
    in_bold: bool = False


PLAIN = Face()

_STYLES = (
    ("placeholder", "Placeholder"),
    ("link", "Hyperlink"),
    ("code", "Code"),
    ("strong", "Strong"),
    ("emphasis", "Emphasis"),
)
"""A run has one style: the first that applies. A placeholder must be loud wherever it stands."""

# In the order of the schema (ECMA-376, CT_RPr).
_DIRECT = (
    ("code", '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'),
    ("strong", "<w:b/><w:bCs/>"),
    ("emphasis", "<w:i/><w:iCs/>"),
    ("link", '<w:u w:val="single"/>'),
    ("raised", '<w:vertAlign w:val="superscript"/>'),
)


def run_properties(face: Face, styles: Styles) -> str:
    """Return the properties of a run as XML; nothing for plain text."""
    trait, name = next(((trait, name) for trait, name in _STYLES if getattr(face, trait)), ("", ""))
    parts = [f'<w:rStyle w:val="{xml(styles.id_of(name))}"/>'] if name else []
    direct = {each for each, _ in _DIRECT if getattr(face, each)} - {trait}
    # Two styles that both are bold make text that is not (ECMA-376, 17.7.3); bold of the run itself is bold.
    if name and face.in_bold and styles.is_bold(name):
        direct.add("strong")
    parts += [properties for each, properties in _DIRECT if each in direct]
    return f"<w:rPr>{''.join(parts)}</w:rPr>" if parts else ""
