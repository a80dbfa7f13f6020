"""The page of HTML is valid, whole, says what the document says, and prints as the Word file does."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser

import pytest
from example_documents import example
from hypothesis import HealthCheck, given, settings
from made_documents import document_lines, documents, first_difference, sample, shown_lines
from rich_document import rich

from cthb_reports.document import Document, Link, Meta, Paragraph, Styled, Text
from cthb_reports.writers import html

NAMES = ["minimal", "2017", "sample", "rich"]
_VOID = {"meta", "br"}
_BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th"}
_PHRASES = frozenset({"a", "br", "code", "em", "mark", "strong", "sup"})
# What may stand in what, of the elements that have rules about it (HTML, 4.3 to 4.9).
_INSIDE = {
    "html": {"head", "body"},
    "head": {"meta", "title", "style"},
    "ul": {"li"},
    "ol": {"li"},
    "table": {"thead", "tbody"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tr": {"td", "th"},
    **dict.fromkeys((*_BLOCKS, *_PHRASES - {"br"}), _PHRASES),
}


@dataclass
class _Page(HTMLParser):
    """Reads a page as a strict browser would, and complains where HTML does not allow what it finds."""

    open: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=lambda: [""])
    title: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        parent = self.open[-1] if self.open else ""
        if tag not in _INSIDE.get(parent, {tag}):
            self.complaints.append(f"<{tag}> in <{parent}>")
        if tag == "a" and "a" in self.open:
            self.complaints.append("a link in a link")
        if len({name for name, _ in attrs}) < len(attrs):
            self.complaints.append(f"an attribute twice in <{tag}>")
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)
        if tag in _BLOCKS:
            self.lines.append("")
        if tag == "br":
            self.lines[-1] += " "

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.complaints.append(f"</{tag}> closes what is not open")

    def handle_data(self, data: str) -> None:
        if "title" in self.open:
            self.title += data
        elif "style" not in self.open:
            self.lines[-1] += data


def page(content: bytes) -> _Page:
    reader = _Page()
    text = content.decode()
    assert text.startswith("<!doctype html>\n")
    reader.feed(text)
    reader.close()
    return reader


def named(name: str) -> Document:
    made = {"sample": sample, "rich": rich}
    return made[name]() if name in made else example(name)


def words(content: bytes) -> list[str]:
    """Return the lines of a page without the numbers of its notes and the arrows back."""
    text = content.decode()
    bare = re.sub(r'<sup( id="to-note-\d+")?><a href="#note-\d+">\d+</a></sup>', "", text)
    bare = re.sub(r'<p><a href="#to-note-\d+" aria-label="[^"]+">[^<]*</a></p>', "", bare)
    return shown_lines("\n".join(page(bare.encode()).lines))


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.large_base_example, HealthCheck.data_too_large, HealthCheck.too_slow],
)
@given(documents())
def test_every_document_is_a_valid_page_of_its_words(document: Document) -> None:
    content = html.write(document).content

    assert first_difference(words(content), document_lines(document)) is None
    assert page(content).complaints == []
    assert page(content).open == []


@pytest.mark.parametrize("name", NAMES)
def test_a_report_is_a_valid_page_of_its_words(name: str) -> None:
    content = html.write(named(name)).content

    assert first_difference(words(content), document_lines(named(name))) is None
    assert (page(content).complaints, page(content).open) == ([], [])


@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_one_title_and_its_headings_skip_no_level(name: str) -> None:
    levels = [int(tag[1]) for tag, _ in page(html.write(named(name)).content).tags if re.fullmatch("h[1-6]", tag)]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(following <= level + 1 for level, following in itertools.pairwise(levels))


def test_a_page_says_its_language_title_author_and_date() -> None:
    meta = Meta(title="A & B", author='Ana "A." Example', language="fr", created=date(2017, 12, 11))

    found = page(html.write(Document((), meta=meta)).content)
    assert ("html", {"lang": "fr"}) in found.tags
    assert found.title == "A & B"
    assert ("meta", {"name": "author", "content": 'Ana "A." Example'}) in found.tags
    assert ("meta", {"name": "dcterms.date", "content": "2017-12-11"}) in found.tags


def test_a_page_without_a_title_has_one_all_the_same() -> None:
    assert page(html.write(Document(())).content).title == "Report"


def test_every_header_cell_says_what_it_heads() -> None:
    cells = [attributes for tag, attributes in page(html.write(rich()).content).tags if tag == "th"]

    assert len(cells) > 3
    assert {cell["scope"] for cell in cells} == {"col"}


@pytest.mark.parametrize("name", NAMES)
def test_a_page_needs_nothing_from_elsewhere(name: str) -> None:
    content = html.write(named(name)).content

    assert {tag for tag, _ in page(content).tags} & {"link", "script", "img", "iframe", "object", "base"} == set()
    assert [attributes for _, attributes in page(content).tags if "src" in attributes] == []
    style = content.decode().partition("<style>")[2].partition("</style>")[0]
    assert re.findall(r"url\(|@import", style) == []


def test_every_note_is_reached_from_the_text_and_leads_back() -> None:
    tags = page(html.write(rich()).content).tags
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    targets = [href[1:] for _, attributes in tags if (href := attributes.get("href") or "").startswith("#")]

    assert sorted(ids) == sorted(targets)
    assert sorted(ids) == [f"note-{n}" for n in (1, 2, 3)] + [f"to-note-{n}" for n in (1, 2, 3)]


def test_a_page_prints_as_the_word_file_does() -> None:
    style = html.write(rich()).content.decode().partition("<style>")[2].partition("</style>")[0]

    assert "@page { size: A4; margin: 25mm;" in style
    assert re.search(r"@page :first \{ @bottom-center \{ content: none", style)
    assert "12pt/" in style
    assert "thead { display: table-header-group; }" in style
    assert re.search(r"\.symbol \{ margin: 0 0 24pt 85mm", style)


def test_an_address_that_no_browser_should_open_is_left_out() -> None:
    link = Link("javascript:alert(1)", (Text("x"),))

    content = html.write(Document((Paragraph((link,)),))).content
    assert b"javascript" not in content
    assert words(content) == ["x"]


def test_a_title_over_two_paragraphs_is_one_heading() -> None:
    title = Styled((Paragraph((Text("Report"),)), Paragraph((Text("of 2017"),))), "Title")

    assert words(html.write(Document((title,))).content) == ["Report of 2017"]
