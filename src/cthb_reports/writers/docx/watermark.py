"""The word across every page: the shape that Word itself puts into a header."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from cthb_reports.writers.docx.namespaces import Element, R, W, parsed, w, xml

if TYPE_CHECKING:
    from collections.abc import Iterator

_V = "urn:schemas-microsoft-com:vml"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="{_V}" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word"'
)
_NAME = "PowerPlusWaterMarkObject"
"""By this Word knows its watermarks, to change or remove them from its menu."""

_SHAPE_TYPE = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
    '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
    '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>'
    '<v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
    '<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" '
    'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>'
    '<v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>'
    '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
)
"""WordArt in a straight line, as Word defines it in each header that uses it."""


def empty_header() -> Element:
    """Return a header without any text, and without a number beside its empty line."""
    return parsed(f"<w:hdr {_NAMESPACES}><w:p><w:pPr><w:suppressLineNumbers/></w:pPr></w:p></w:hdr>")


def set_watermark(header: Element, text: str, number: int, text_width: int) -> None:
    """Put a watermark into a header, in place of one that it may hold.

    Args:
        header: The root of the header.
        text: The word; at least one character.
        number: Tells the watermarks of a document apart.
        text_width: The width of the text on the page, in twentieths of a point.
    """
    for run in list(_watermarks(header)):
        run.getparent().remove(run)
    paragraph = next(header.iter(w("p")), None)
    if paragraph is None:
        paragraph = parsed(f"<w:p {_NAMESPACES}/>")
        header.append(paragraph)
    paragraph.append(_run(text, number, text_width))


def _watermarks(header: Element) -> Iterator[Element]:
    for shape in header.iter(f"{{{_V}}}shape"):
        run = next(shape.iterancestors(w("r")), None)
        if str(shape.get("id")).startswith(_NAME) and run is not None:
            yield run


def _run(text: str, number: int, text_width: int) -> Element:
    # The diagonal of the turned box is as wide as the text; three letters take as much width as height. So does Word.
    both = math.sqrt(2) * text_width / 20
    height = both / (1 + max(len(text), 3) / 3)
    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:{both - height:.2f}pt;height:{height:.2f}pt;rotation:315;"
        "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    return parsed(
        f"<w:r {_NAMESPACES}><w:rPr><w:noProof/></w:rPr><w:pict>{_SHAPE_TYPE}"
        f'<v:shape id="{_NAME}{number}" o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" alt="" style="{style}" '
        'o:allowincell="f" fillcolor="silver" stroked="f"><v:fill opacity=".5"/>'
        f'<v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt" string="{xml(text)}"/>'
        '<w10:wrap anchorx="margin" anchory="margin"/></v:shape></w:pict></w:r>'
    )
