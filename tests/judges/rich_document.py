"""A document of everything that a report can hold, so that one page shows it all."""

from __future__ import annotations

from dataclasses import replace

from made_documents import sample

from cthb_reports.document import (
    Anchor,
    BulletList,
    Code,
    Document,
    Emphasis,
    FootnoteReference,
    Heading,
    LineBreak,
    Link,
    OrderedList,
    Paragraph,
    Span,
    Strong,
    Superscript,
    Table,
    Text,
)


def _said(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def rich() -> Document:
    """Return the sample and, behind it, what it lacks: every level, nested looks, tables side by side, notes in cells."""
    pending = Anchor(("projects", 2, "attendance"), "placeholder")
    value = Anchor(("projects", 2, "attendance"))
    looks = Paragraph(
        (
            Text("On the 7"),
            Superscript((Text("th"),)),
            Text(" of June, "),
            Strong((Text("a very "), Emphasis((Text("loud"),)), Text(" point"))),
            Text(", "),
            Emphasis((Text("a "), Strong((Text("louder"),)), Text(" one"))),
            Text(" and "),
            Strong((Span(pending, (Text("[to be confirmed: number]"),)),)),
            Text(" were made;"),
            LineBreak(),
            Text("the file is "),
            Code("report.yaml"),
            Text(", its page "),
            Link("https://www.osce.org/cthb", (Strong((Text("here"),)),)),
            Text(", with "),
            Span(value, (Text("64"),)),
            Text(" participants & <guests>."),
        )
    )
    nested = OrderedList(
        1,
        (
            (
                _said("The first stage"),
                _said("has a second paragraph,"),
                BulletList(((_said("a point,"), OrderedList(1, ((_said("deep"),), (_said("down"),)))),)),
            ),
            (_said("and the second."), OrderedList(3, ((_said("Counted from three"),), (_said("to four"),)))),
        ),
    )
    table = Table(
        ((Text("State"),), (Text("Visits"),)),
        (
            ((Text("Denmark"), FootnoteReference("cell")), (Text("1"),)),
            ((Emphasis((Text("Mongolia"),)),), (Span(value, (Text("2"),)),)),
        ),
        ("left", "right"),
    )
    more = (
        Heading(1, (Text("Everything Else"),)),
        Heading(2, (Text("Of the "), Emphasis((Text("Alliance"),)))),
        Heading(3, (Text("In Detail"),)),
        looks,
        _said("The work goes in stages:"),
        nested,
        OrderedList(7, ((_said("Seven comes after six."),),)),
        table,
        Table(((Text("Two tables"),),), (((Text("do not run together"),),),), ("center",)),
        _said("Nothing follows."),
    )
    note = (Paragraph((Text("As "), Link("https://www.osce.org/mc", (Text("the decision"),)), Text(" says."))),)
    basis = sample()
    return replace(basis, blocks=(*basis.blocks, *more), footnotes={**basis.footnotes, "cell": note})
