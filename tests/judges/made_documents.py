"""Documents made at random, of all that a document can hold, and one by hand."""

from __future__ import annotations

from datetime import date
from itertools import zip_longest

from hypothesis import strategies as st

from cthb_reports.document import (
    Anchor,
    BulletList,
    Code,
    Document,
    Emphasis,
    FootnoteReference,
    Heading,
    Inline,
    LineBreak,
    Link,
    Meta,
    OrderedList,
    Paragraph,
    Quote,
    Span,
    Strong,
    Styled,
    Superscript,
    Table,
    Text,
    escape,
    fence,
    mark,
    parse,
    plain_text,
)

PITFALLS = [
    *[
        "(1) x",
        "1.",
        "a.",
        "iv)",
        "(@)",
        "#.",
        "@x",
        "$x$",
        "H~2~O",
        "--",
        "---",
        "...",
        '"q"',
        "'q'",
        "it's",
        "^",
        "x^2^",
    ],
    *[
        "#",
        "-",
        "+",
        ">",
        "=",
        "===",
        "*",
        "**",
        "_",
        "`",
        "```",
        "[",
        "]",
        "](",
        "![",
        "<b>",
        "&amp;",
        "&",
        "!",
        "~~~",
        "|",
    ],
    *[
        "\\",
        "\\n",
        "\\(x\\)",
        ":::",
        ": x",
        "Table: x",
        "{{",
        "}}",
        "{.x}",
        "%",
        "http://osce.org",
        "[^1]",
        "[@x]",
        "*[x]: y",
    ],
    *[
        "a",
        "Vienna",
        "over 350",
        "Mr. X",
        " ",
        "  ",
        "\u00a0",
        "“q”",
        "’",
        "–",
        "é",
        "2017. It",
        "14 December 2017",
        "No. 2/03",
    ],
]
texts = st.one_of(
    st.lists(st.sampled_from(PITFALLS), min_size=1, max_size=6).map("".join),
    st.text(st.characters(exclude_categories=["Cs", "Co", "Cc"]), min_size=1, max_size=20),
)
anchors = st.builds(Anchor, st.just(("activities", 3, "title")), st.sampled_from(["value", "placeholder", "narrative"]))
plain = st.builds(Text, texts)
leaves = st.one_of(
    plain,
    plain,
    st.builds(Code, st.sampled_from(["a", "`a", "a``b", "|", "a b", "\\", "<x>"])),
    st.just(LineBreak()),
    st.builds(
        Link, st.sampled_from(["https://osce.org/a_(b)?c=d&e=f", "mailto:info@osce.org", "#here"]), st.tuples(plain)
    ),
)


def _wrapped(children: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    several = st.lists(children, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Strong, several),
        st.builds(Emphasis, several),
        st.builds(Superscript, several),
        st.builds(Span, anchors, several),
    )


lines = st.lists(st.recursive(leaves, _wrapped, max_leaves=4), min_size=1, max_size=4).map(tuple)
paragraphs = st.builds(Paragraph, lines)
headings = st.builds(Heading, st.integers(1, 6), lines)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 4))
    rows = draw(st.lists(st.tuples(*[lines] * width), min_size=1, max_size=3))
    alignments = draw(st.tuples(*[st.sampled_from(["left", "right", "center"])] * width))
    return Table(rows[0], tuple(rows[1:]), alignments)


def _nested(blocks: st.SearchStrategy) -> st.SearchStrategy:
    several = st.lists(blocks, min_size=1, max_size=3).map(tuple)
    items = st.lists(several, min_size=1, max_size=3).map(tuple)
    styles = st.sampled_from([None, "Author", "Symbol", "Place and Date"])
    return st.one_of(
        st.builds(BulletList, items),
        st.builds(OrderedList, st.integers(0, 12), items),
        st.builds(Quote, several),
        st.builds(Styled, several, styles, st.none() | anchors),
    )


blocks = st.recursive(st.one_of(paragraphs, paragraphs, headings, tables()), _nested, max_leaves=5)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw a document of some ten blocks, some of them with notes."""
    body = draw(st.lists(blocks, min_size=4, max_size=14))
    notes = draw(st.lists(st.lists(st.one_of(paragraphs, blocks), min_size=1, max_size=2).map(tuple), max_size=2))
    footnotes = {f"n{index}": note for index, note in enumerate(notes)}
    body += [Paragraph((Text("see"), FootnoteReference(label))) for label in footnotes]
    return Document(tuple(body), footnotes, Meta(title=draw(texts), author=draw(texts), created=date(2017, 12, 14)))


def shown_lines(text: str) -> list[str]:
    """Return the lines that hold anything, their white space made single spaces (the no-break space too)."""
    return [shown for line in text.split("\n") if (shown := " ".join(line.split()))]


def first_difference(found: list[str], expected: list[str]) -> tuple[str | None, str | None] | None:
    """Return the first line that is not as expected; to compare the lists in the assertion would take minutes when it fails."""
    return next((pair for pair in zip_longest(found, expected) if pair[0] != pair[1]), None)


def document_lines(document: Document) -> list[str]:
    """Return the lines that a faithful reader finds."""
    return shown_lines(plain_text(document))


def sample() -> Document:
    """Return a document that has one of each: cover, headings, lists, table, notes, quotation, placeholder."""
    fields = (
        Anchor(("name",)),
        Anchor(("activities", 0, "attendance")),
        Anchor(("activities", 1, "held"), "placeholder"),
        Anchor(("narratives", 0), "narrative"),
    )
    head = [
        fence("SEC.GAL/182/17\\\n11 December 2017\n\nENGLISH only", style="Symbol"),
        fence("Organization for Security and Co-operation in Europe", style="Organization"),
        fence(
            f"{mark(0, 'Ambassador Jane Q. Example')},\\\nOSCE Special Representative and Co-ordinator\\\n"
            "for Combating Trafficking in Human Beings",
            style="Author",
        ),
        fence("Report", style="Title"),
        fence("for the OSCE Permanent Council", style="Subtitle"),
        fence("Vienna, 14 December 2017", style="Place and Date"),
    ]
    long = (
        "Over the year the Office turned to **trafficking that follows crises**, and asked what a first responder can do "
        f"on the day of arrival. The *Alliance* conference brought together {mark(1, 'over 350')} participants from "
        f"57 participating States and 11 Partners for Co-operation; the next is to be held on {mark(2, escape('[TBC: date]'))}. "
        "In line with MC.DEC/2/03 and Decision No. 557/Rev.1, the work went on through 14 December."
    )
    body = [
        long.replace("the day of arrival", "the day of arrival[^arrival]"),
        (
            "Four aims led the work:\n\n- Prevention, with data and research;\n- Prosecution;\n"
            "  - of the crime itself;\n  - of those who profit;\n- Protection;\n\n  which goes on after the trial;\n- Partnerships."
        ),
        "# Latest Trends",
        fence(f"{long}\n\n{long}", index=3),
        "1. First, a survey;\n2. then, training.\n   1. In Vienna;\n   2. in Vicenza.\n\nAgain:\n\n1. one;\n2. two.",
        "> A survivor's words, *as told* in the hearing.",
        "# Outlook 2018",
        "| Place | Date | Participants |\n|:--|:-:|--:|\n| Vicenza | 9 June | 64 |\n| Astana, with partners of the region | June | "
        + mark(1, "120")
        + " |",
        "More on [the site](https://www.osce.org/secretariat/trafficking?a=1&b=2) or by [mail](mailto:info@example.org).[^mail]",
        "[^arrival]: As the survey of 2016 has it, with *some* caution.",
        "[^mail]: Answers take a week.\n\n    In summer, two.",
    ]
    meta = Meta(
        title="Report to the OSCE Permanent Council",
        author="Ambassador Jane Q. Example",
        subject="Combating trafficking in human beings",
        organization="OSCE",
        created=date(2017, 12, 11),
    )
    return parse("\n\n".join([*head, *body]), fields, meta)
