"""The lines of a DOCX by a walk of our own through its XML, which knows nothing of the writer."""

from __future__ import annotations

import io
import zipfile

from lxml import etree
from made_documents import shown_lines

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read(content: bytes) -> list[str]:
    """Return the lines of the body, then those of the notes in the order of their numbers."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        found = _lines(archive.read("word/document.xml"))
        if "word/footnotes.xml" in archive.namelist():
            found += _lines(archive.read("word/footnotes.xml"))
    return shown_lines("\n".join(found))


def _lines(part: bytes) -> list[str]:
    return [
        "".join(_text(element) for element in paragraph.iter()) for paragraph in etree.fromstring(part).iter(f"{W}p")
    ]


def _text(element: etree._Element) -> str:
    if element.tag == f"{W}t":
        return element.text or ""
    return " " if element.tag in (f"{W}br", f"{W}tab") else ""
