"""What Word makes of a text while people edit it: marks, controls, tracked changes, comments, and much that says nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from word_files import p, r

if TYPE_CHECKING:
    from collections.abc import Sequence

BY = 'w:author="Ana Petrovic" w:date="2018-01-09T10:11:00Z"'
NOISE = (
    '<w:proofErr w:type="spellStart"/>',
    '<w:proofErr w:type="gramEnd"/>',
    "<w:r><w:lastRenderedPageBreak/></w:r>",
    '<w:bookmarkStart w:id="900" w:name="_GoBack"/><w:bookmarkEnd w:id="900"/>',
    '<w:permStart w:id="3" w:edGrp="everyone"/><w:permEnd w:id="3"/>',
    "<w:r/>",
)
"""What Word leaves between runs."""


def mark(number: int, *inner: str, name: str = "", key: int | None = None) -> str:
    """Return a bookmark of ours around runs or paragraphs."""
    key = number if key is None else key
    return (
        f'<w:bookmarkStart w:id="{key}" w:name="{name or name_of(number)}"/>'
        f'{"".join(one if one.startswith("<") else r(one) for one in inner)}<w:bookmarkEnd w:id="{key}"/>'
    )


def name_of(number: int) -> str:
    """Return the name of a bookmark of ours."""
    return f"_cthb_{number:08x}"


def control(number: int, *inner: str, settings: str = "") -> str:
    """Return a content control of ours around runs, paragraphs, rows or cells."""
    found = "".join(one if one.startswith("<") else r(one) for one in inner)
    tag = f'<w:alias w:val="held {number}"/><w:tag w:val="{name_of(number)}"/><w:id w:val="{number}"/>'
    return f"<w:sdt><w:sdtPr>{tag}{settings}<w:text/></w:sdtPr><w:sdtContent>{found}</w:sdtContent></w:sdt>"


def tracked(kind: str, *inner: str, number: int = 5) -> str:
    """Return runs as an insertion, a deletion or a move."""
    found = "".join(one if one.startswith("<") else r(one) for one in inner)
    return f'<w:{kind} w:id="{number}" {BY}>{_deleted(found) if kind == "del" else found}</w:{kind}>'


def _deleted(runs: str) -> str:
    return runs.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")


def ended(*kinds: str) -> str:
    """Return the settings of a paragraph whose end was put in or taken out."""
    changes = "".join(f'<w:{kind} w:id="6" {BY}/>' for kind in kinds)
    return f"<w:rPr>{changes}</w:rPr>"


def field(code: str, *inner: str) -> str:
    """Return a field and what it shows."""
    signs = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    shown = "".join(one if one.startswith("<") else r(one) for one in inner)
    return f'{signs[0]}<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>{signs[1]}{shown}{signs[2]}'


def comment(number: int, *paragraphs: str, author: str = "Ana Petrovic") -> str:
    """Return a comment; each of its paragraphs has a number."""
    inner = "".join(
        p("<w:r><w:annotationRef/></w:r>", text).replace("<w:p>", f'<w:p w14:paraId="{number:04X}{index:04X}">')
        for index, text in enumerate(paragraphs)
    )
    date = 'w:date="2018-01-09T10:11:00Z"'
    return f'<w:comment w:id="{number}" w:author="{author}" w:initials="AP" {date}>{inner}</w:comment>'


def commented(number: int, *inner: str) -> str:
    """Return runs that a comment is made on."""
    found = "".join(one if one.startswith("<") else r(one) for one in inner)
    return (
        f'<w:commentRangeStart w:id="{number}"/>{found}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


TEXTS = st.text(st.sampled_from("ab Ž–“”’\u00a0.,7"), max_size=30)


AROUND = (
    "{}",
    '<w:smartTag w:uri="urn:x" w:element="place">{}</w:smartTag>',
    '<w:sdt><w:sdtPr><w:id w:val="9"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>',
    '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
    '<w:customXml w:element="x">{}</w:customXml>',
    "<w:dir>{}</w:dir>",
)
"""What Word puts around runs; pandoc looks through the first three only."""


@st.composite
def cut(draw: st.DrawFn, text: str, around: Sequence[str] = AROUND) -> str:
    """Return a text as runs that are cut anywhere, with what Word leaves between and around them."""
    parts, at = [], 0
    while at < len(text):
        length = draw(st.integers(1, len(text) - at))
        run = r(
            text[at : at + length], draw(st.sampled_from(("", "<w:noProof/>", '<w:lang w:val="de-DE"/>', "<w:b/>")))
        )
        run = run.replace("<w:r>", draw(st.sampled_from(("<w:r>", '<w:r w:rsidR="00A1B2C3">'))))
        parts += [draw(st.sampled_from(("", *NOISE))), draw(st.sampled_from(around)).format(run)]
        at += length
    return "".join([*parts, draw(st.sampled_from(("", *NOISE)))])


@dataclass(frozen=True, slots=True)
class Edited:
    """Paragraphs that somebody has edited with changes tracked: the XML, the old text and the new."""

    xml: Sequence[str]
    old: Sequence[str]
    new: Sequence[str]


@st.composite
def edited(draw: st.DrawFn, around: Sequence[str] = AROUND) -> Edited:
    """Return paragraphs in which words and ends of paragraphs were put in and taken out."""
    count = draw(st.integers(1, 5))
    xml, old, new = [], [""], [""]
    for index in range(count):
        runs = []
        for _ in range(draw(st.integers(0, 4))):
            text, kind = draw(TEXTS), draw(st.sampled_from(("", "ins", "del", "both", "moveFrom", "moveTo")))
            runs.append(_as(kind, draw(cut(text, around))))
            old[-1] += text if kind in {"", "del", "moveFrom"} else ""
            new[-1] += text if kind in {"", "ins", "moveTo"} else ""
        end = draw(st.sampled_from(("", "ins", "del"))) if index + 1 < count else ""
        xml.append(p(*runs, settings=ended(end) if end else ""))
        if end != "ins":
            old.append("")
        if end != "del":
            new.append("")
    return Edited(xml, old[:-1], new[:-1])


def _as(kind: str, runs: str) -> str:
    if not kind:
        return runs
    if kind == "both":
        return f'<w:ins w:id="1" {BY}><w:del w:id="2" {BY}>{_deleted(runs)}</w:del></w:ins>'
    return f'<w:{kind} w:id="1" {BY}>{_deleted(runs) if kind == "del" else runs}</w:{kind}>'
