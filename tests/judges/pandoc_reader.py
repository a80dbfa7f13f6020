"""Pandoc as a reader that is not ours: the lines of text that it finds, and what it complains of."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass, field
from typing import Any

import pypandoc
from made_documents import shown_lines


@dataclass(frozen=True)
class Outline:
    """What pandoc finds in a file: the lines of text, notes last, and the headings with their levels."""

    lines: list[str]
    headings: list[tuple[int, str]]


def read(content: bytes, source: str, *options: str) -> list[str]:
    """Return the lines of text of a file in one of pandoc's formats, notes last; fail on any warning."""
    return outline(content, source, *options).lines


def outline(content: bytes, source: str, *options: str) -> Outline:
    """Return the lines and the headings of a file in one of pandoc's formats; fail on any warning."""
    command = [pypandoc.get_pandoc_path(), "-f", source, "-t", "json", "--verbose", *options]
    done = subprocess.run(command, input=content, capture_output=True, check=True, timeout=60)
    complaints = [line for line in done.stderr.decode().splitlines() if "WARNING" in line]
    assert not complaints
    reader = _Reader()
    reader.blocks(json.loads(done.stdout)["blocks"])
    headings = [(level, " ".join(text.split())) for level, text in reader.headings]
    return Outline(shown_lines("\n".join([*reader.lines, *reader.notes])), headings)


@dataclass
class _Reader:
    lines: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)

    def blocks(self, blocks: list[dict[str, Any]]) -> None:
        for block in blocks:
            self.block(block["t"], block.get("c"))

    def block(self, kind: str, content: Any) -> None:
        match kind:
            case "Para" | "Plain":
                self.lines.append(self.text(content))
            case "LineBlock":
                self.lines += [self.text(line) for line in content]
            case "Header":
                self.lines.append(self.text(content[2]))
                self.headings.append((content[0], self.lines[-1]))
            case "Div":
                self.blocks(content[1])
            case "BlockQuote":
                self.blocks(content)
            case "BulletList" | "OrderedList":
                for item in content if kind == "BulletList" else content[1]:
                    self.blocks(item)
            case "Table":
                self.table(content)
            case "RawBlock":
                assert content == ["html", "<!-- -->"]
            case _:
                raise AssertionError(f"pandoc took text for a {kind}: {content}")

    def table(self, content: Any) -> None:
        _, (_, caption), _, (_, head), bodies, (_, foot) = content
        assert not caption
        rows = [*head, *(row for body in bodies for part in body[2:] for row in part), *foot]
        for _, cells in rows:
            for *_, blocks in cells:
                self.blocks(blocks)

    def text(self, inlines: list[dict[str, Any]]) -> str:
        return "".join(self.inline(inline["t"], inline.get("c")) for inline in inlines)

    def inline(self, kind: str, content: Any) -> str:
        if kind in ("Emph", "Strong", "Superscript", "Underline"):
            return self.text(content)
        if kind in ("Span", "Link", "Image"):
            return self.text(content[1])
        if kind == "Note":
            note = _Reader()
            note.blocks(content)
            self.notes += [*note.lines, *note.notes]
        elif kind == "RawInline":
            assert content == ["html", "<!-- -->"]
        else:
            assert kind in ("Str", "Space", "SoftBreak", "LineBreak", "Code"), (
                f"pandoc took text for a {kind}: {content}"
            )
            return _words(kind, content)
        return ""


def _words(kind: str, content: Any) -> str:
    return content[1] if kind == "Code" else content or " "
