"""The XML of a DOCX: its namespaces, how it is read, and how text enters it."""

from __future__ import annotations

import functools
import re
from html import escape
from typing import Any

from lxml import etree

from cthb_reports.writers.written import printable

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
OURS = "urn:cthb-reports:draft:1"
"""The namespace of the part in which a draft keeps what it was made from; the number is the version of that."""

Element = Any
"""An element of lxml: its stubs promise less than the schema of a DOCX holds."""

_UNUSUAL = re.compile('[&<>"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]')


def w(name: str) -> str:
    """Return the qualified name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def r(name: str) -> str:
    """Return the qualified name of an attribute that names a relationship."""
    return f"{{{R}}}{name}"


def xml(text: str) -> str:
    """Return text for an element or attribute, without the characters that XML cannot hold."""
    return escape(printable(text)) if _UNUSUAL.search(text) else text


def parsed(content: bytes | str) -> Element:
    """Return the root of a part; nothing is fetched, and no entity grows.

    Raises:
        lxml.etree.XMLSyntaxError: It is no well-formed XML.
    """
    return etree.fromstring(content.encode() if isinstance(content, str) else content, _parser())


@functools.cache
def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def word_xml(content: str) -> Element:
    """Return an element of WordprocessingML, written with the prefixes `w` and `r`."""
    return parsed(f'<w:x xmlns:w="{W}" xmlns:r="{R}">{content}</w:x>')[0]


def serialised(root: Element) -> bytes:
    """Return a part as bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
