"""Record files as many hands would write them: quoting, blocks, brackets, comments and empty lines at random."""

from __future__ import annotations

import json
from itertools import count
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WORDS = st.sampled_from(
    ["Vienna", "2017", "yes", "over 350", "the OSCE’s", "It's", 'say "so"', "a: b", "x #1", "TBC: x", "é"]
)
SENTENCES = st.lists(
    st.sampled_from(
        [
            "threats",
            "to",
            "children",
            "in",
            "crises",
            "promising",
            "practices",
            "OSCE-wide",
            "and",
            "(most)",
            "of",
            "them",
        ]
    ),
    min_size=1,
    max_size=40,
).map(" ".join)
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=3).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n"]).map(lambda between: between.join(lines) + "\n")
)
KEYS = st.sampled_from(["id", "held", "title", "said", "place", "narrative", "order", "thanks"])
ODD = st.sampled_from(
    [
        "",
        " ",
        "  x",
        "x ",
        "null",
        "~",
        "- a",
        "? a",
        "#",
        "a\n",
        "\na",
        "a\n\n",
        "a\n  b\n c",
        "\ta",
        "a\tb",
        "é\u2028b",
        *["[a]", "{a", "a]", "*a", "&a", "!a", "%a", "@a", "`a", "---", "...", "a,b", "key:", "|", ">", "'", '"', "\\"],
        "a: b\nc",
        "x # y",
        "\x07",
        "a\rb",
    ]
)
TEXTS = WORDS | SENTENCES | PARAGRAPHS | ODD
VALUES = st.recursive(
    TEXTS | st.integers(0, 3000) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=5,
)


class _Hand:
    """Writes data as lines of YAML and draws how each value looks."""

    def __init__(self, draw: Callable[[Any], Any]) -> None:
        self._draw = draw
        self._remarks = count()

    def chance(self, of: int = 3) -> bool:
        return self._draw(st.integers(0, of - 1)) == of - 1

    def remark(self) -> str:
        return f"# remark {next(self._remarks)}"

    def beside(self) -> str:
        return f"  {self.remark()}" if self.chance(4) else ""

    def between(self, indent: int) -> Iterator[str]:
        if self.chance(5):
            yield ""
        if self.chance(5):
            yield " " * indent + self.remark()

    def record(self, record: dict[str, Any], indent: int) -> list[str]:
        lines: list[str] = []
        for key, value in record.items():
            lines += self.between(indent) if lines else ()
            lines += self.after(f"{' ' * indent}{key}:", value, indent, is_entry=False)
        return lines

    def entries(self, entries: list[Any], indent: int) -> list[str]:
        lines: list[str] = []
        for value in entries:
            lines += self.between(indent) if lines else ()
            if isinstance(value, dict) and value and self.chance(2):
                inner = self.record(value, indent + 2)
                lines += [f"{' ' * indent}- {inner[0].lstrip()}", *inner[1:]]
            else:
                lines += self.after(f"{' ' * indent}-", value, indent, is_entry=True)
        return lines

    def after(self, lead: str, value: Any, indent: int, *, is_entry: bool) -> list[str]:
        if value is None:
            return [lead + self._draw(st.sampled_from(["", " null", " ~"])) + self.beside()]
        if isinstance(value, str):
            return self.text(lead, value, indent)
        if not value or self.chance():
            return [f"{lead} {self.brackets(value)}{self.beside()}"]
        if self.chance(4):
            return self.brackets_on_lines(lead, value, " " * indent)
        if isinstance(value, dict):
            return [lead + self.beside(), *self.record(value, indent + self._draw(st.sampled_from([2, 2, 4])))]
        less = 0 if not is_entry and self.chance() else 2
        return [lead + self.beside(), *self.entries(value, indent + less)]

    def brackets_on_lines(self, lead: str, value: Any, margin: str) -> list[str]:
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        inner = (
            [f"{key}: {self.brackets(held)}" for key, held in value.items()]
            if isinstance(value, dict)
            else [self.brackets(held) for held in value]
        )
        lines = [f"{lead} {opening}{self.beside()}"]
        for number, written in enumerate(inner, 1):
            lines += [f"{margin}  {self.remark()}"] if self.chance(5) else []
            lines.append(f"{margin}  {written}{',' if number < len(inner) or self.chance() else ''}{self.beside()}")
        return [*lines, f"{margin} {closing}{self.beside()}"]

    def text(self, lead: str, value: str, indent: int) -> list[str]:
        margin = " " * (indent + self._draw(st.sampled_from([2, 2, 3])))
        if "\n" in value:
            sign = (
                "|" if value.endswith("\n") and not value.endswith("\n\n") else "|+" if value.endswith("\n") else "|-"
            )
            body = value.removesuffix("\n").split("\n")
            return [f"{lead} {sign}{self.beside()}", *(margin + line if line else "" for line in body)]
        if " " in value and self.chance(2):
            words = value.split(" ")
            lines = [" ".join(words[start : start + 7]) for start in range(0, len(words), 7)]
            style = self._draw(st.sampled_from(["folded", "plain", "single", "double"]))
            if style == "folded":
                return [f"{lead} >-{self.beside()}", *(margin + line for line in lines)]
            quote = {"plain": "", "single": "'", "double": '"'}[style] if safe(value) else '"'
            text = (
                f"\n{margin}".join(lines)
                if quote != '"'
                else f"\n{margin}".join(json.dumps(line, ensure_ascii=False)[1:-1] for line in lines)
            )
            return [*f"{lead} {quote}{text}{quote}{self.beside()}".split("\n")]
        return [f"{lead} {self.word(value)}{self.beside()}"]

    def word(self, value: str) -> str:
        style = self._draw(st.sampled_from(["plain", "single", "double"]))
        if style == "single":
            return "'" + value.replace("'", "''") + "'"
        return value if style == "plain" and safe(value) else json.dumps(value, ensure_ascii=False)

    def brackets(self, value: Any) -> str:
        if value is None:
            return "null"
        if isinstance(value, str):
            return json.dumps(value, ensure_ascii=False) if "\n" in value else self.word(value)
        if isinstance(value, dict):
            return "{" + ", ".join(f"{key}: {self.brackets(inner)}" for key, inner in value.items()) + "}"
        return "[" + ", ".join(self.brackets(inner) for inner in value) + "]"


def safe(value: str) -> bool:
    """Tell whether a text can surely stand without quotation marks."""
    return value.replace("’", "").replace(" ", "").replace("-", "").isalnum()


_SOUND = st.recursive(
    st.none()
    | st.sampled_from(["Vienna", "2017", "over 350", "It's", 'say "so"', "a: b", "x #1"])
    | SENTENCES
    | PARAGRAPHS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
RECORDS = st.dictionaries(KEYS, _SOUND, min_size=1, max_size=5).filter(
    lambda record: any(value is not None for value in record.values())
)


@st.composite
def yaml_texts(draw: Callable[[Any], Any]) -> str:
    """Return the text of a file that holds a record."""
    hand = _Hand(draw)
    lines = [
        *([hand.remark(), ""] if hand.chance(2) else []),
        *(["---"] if hand.chance(6) else []),
        *hand.record(draw(RECORDS), 0),
    ]
    lines += [hand.remark()] if hand.chance(4) else []
    line_end = "\r\n" if hand.chance(6) else "\n"
    return line_end.join(lines) + ("" if hand.chance(5) else line_end)


@st.composite
def json_texts(draw: Callable[[Any], Any]) -> str:
    """Return the text of a JSON file that holds a record."""
    return json.dumps(
        draw(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4)),
        indent=draw(st.sampled_from([None, 2, 4, "\t"])),
        ensure_ascii=draw(st.booleans()),
    )
