"""Word files made of a few lines of XML, as small as Word would open them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "v": "urn:schemas-microsoft-com:vml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
_W = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def p(*runs: str, settings: str = "") -> str:
    """Return a paragraph of runs; a run without markup is text."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{settings}</w:pPr>' if settings else ''}{inner}</w:p>"


def r(text: str, settings: str = "") -> str:
    """Return a run."""
    return f'<w:r>{f"<w:rPr>{settings}</w:rPr>" if settings else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def ins(text: str) -> str:
    """Return a run that somebody has put in."""
    return f'<w:ins w:id="7" w:author="Ana">{r(text)}</w:ins>'


def gone(text: str) -> str:
    """Return a run that somebody has taken out."""
    return f'<w:del w:id="8" w:author="Ana"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def part(name: str, content: str) -> bytes:
    """Return a part of WordprocessingML, or of another prefix that the name begins with."""
    whole = name if ":" in name else f"w:{name}"
    return f"{_HEAD}<{whole} {_W}>{content}</{whole}>".encode()


def word_file(
    *blocks: str,
    parts: Mapping[str, str] | None = None,
    more: Mapping[str, bytes] | None = None,
    links: Mapping[str, str] | None = None,
) -> bytes:
    """Return a Word file.

    Args:
        blocks: The paragraphs and tables of its text.
        parts: What else the text relates to, such as `{"footnotes": "<w:footnote ...>"}`.
        more: Members that nothing relates to, or others in place of those above.
        links: Addresses that the text leads to, by the ids of their relationships.
    """
    roots = {"header": "hdr", "footer": "ftr", "commentsExtended": "w15:commentsEx"}
    also = parts or {}
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{name}+xml"/>' for name in also)
    members = {
        "[Content_Types].xml": (
            f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>{overrides}</Types>'
        ).encode(),
        "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": part("document", f"<w:body>{''.join(blocks)}</w:body>"),
        "word/_rels/document.xml.rels": relations({name: f"{name}.xml" for name in also}, links or {}),
        **{f"word/{name}.xml": part(roots.get(name, name), content) for name, content in also.items()},
        **(more or {}),
    }
    return packed(members)


def relations(targets: Mapping[str, str], links: Mapping[str, str] | None = None) -> bytes:
    """Return a member of relationships: to parts by the last word of their type, to addresses by their ids."""
    found = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items())
    ) + "".join(
        f'<Relationship Id="{key}" Type="{_RELATION}/hyperlink" Target="{address}" TargetMode="External"/>'
        for key, address in (links or {}).items()
    )
    return f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{found}</Relationships>'.encode()


def packed(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return members as an archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


BULLETS = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>'
)
ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>'
