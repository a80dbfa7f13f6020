"""The paragraphs of a Word file as lines in which its bookmarks, content controls and recorded changes can be seen."""

from __future__ import annotations

from typing import Any

from docx_parts import W, part

_AROUND = {
    f"{W}sdt": ("{", "}"),
    f"{W}ins": ("<+", "+>"),
    f"{W}moveTo": ("<+", "+>"),
    f"{W}del": ("<-", "->"),
    f"{W}moveFrom": ("<-", "->"),
}
_SIGNS = {f"{W}bookmarkStart": "[", f"{W}bookmarkEnd": "]", f"{W}tab": "\t", f"{W}br": "\n"}


def anchored_lines(content: bytes) -> list[str]:
    """Return each paragraph with bookmarks as `[ ]`, controls as `{ }`, what was put in as `<+ +>` and what was taken out as `<- ->`.

    Raises:
        lxml.etree.XMLSyntaxError: The file is not well-formed.
    """
    return [_shown(paragraph) for paragraph in part(content, "word/document.xml").iter(f"{W}p")]


def _shown(element: Any) -> str:
    if element.tag in (f"{W}t", f"{W}delText"):
        return element.text or ""
    if element.tag in (f"{W}pPr", f"{W}rPr", f"{W}sdtPr"):
        return ""
    before, after = _AROUND.get(element.tag, (_SIGNS.get(element.tag, ""), ""))
    return before + "".join(map(_shown, element)) + after


def bookmarked_words(content: bytes) -> dict[str, str]:
    """Return the words within each bookmark, by its name; recorded changes as if none were made."""
    words: dict[str, str] = {}
    names: dict[str, str] = {}
    for element in part(content, "word/document.xml").iter():
        if element.tag == f"{W}bookmarkStart":
            names[element.get(f"{W}id")] = element.get(f"{W}name")
            words[element.get(f"{W}name")] = ""
        elif element.tag == f"{W}bookmarkEnd":
            names.pop(element.get(f"{W}id"), None)
        elif element.tag in (f"{W}t", f"{W}delText"):
            for name in names.values():
                words[name] += element.text or ""
    return words
