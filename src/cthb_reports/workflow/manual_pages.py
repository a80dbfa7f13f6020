"""The pages of those faults that no rule of its own looks for: the steps of the work come upon them."""

from __future__ import annotations

from cthb_reports.findings import Severity

PAGES: tuple[tuple[str, str, Severity, str, str, str], ...] = (
    (
        "D101",
        "missing-field",
        Severity.ERROR,
        "A field that every such record must have is missing.",
        "Without it the record cannot be placed in the text, or its sentence cannot be made.",
        "Add the field; if the fact is still to come and may be, write `TBC: what, from whom, by when`.",
    ),
    (
        "D102",
        "unknown-field",
        Severity.ERROR,
        "A name is given that no field of such a record has.",
        "What stands there would be missing from the report without a word; most often it is a slip of the keyboard.",
        "Correct the name; `cthb-reports explain activities` tells what a record may hold.",
    ),
    (
        "D103",
        "wrong-value",
        Severity.ERROR,
        "A value has not the form that its field needs.",
        "It could not be checked, counted or printed.",
        "Write it as the hint says.",
    ),
    (
        "D301",
        "broken-narrative",
        Severity.ERROR,
        "An expression in a narrative cannot be read, or names no field of its record.",
        "The reader would see the expression, or nothing, where a fact should stand.",
        "Write `{{ field }}` or `{{ field | filter }}` with a field of the same record.",
    ),
    (
        "D302",
        "picture-not-shown",
        Severity.ERROR,
        "A picture that a narrative names cannot be shown.",
        "A draft without it would look complete and not be.",
        "Put the file into the folder of the records, with the name that the narrative has.",
    ),
    (
        "P101",
        "fact-to-come",
        Severity.PENDING,
        "A fact is still to come.",
        "A final draft cannot be made while a placeholder stands in it.",
        "Fill it in when it is known, or take it out.",
    ),
    (
        "S001",
        "house-file-broken",
        Severity.ERROR,
        "A file of words or rules of an office's own cannot be used, or not all of it.",
        "What it asks for would be passed over without a word; all other words and rules are used.",
        "Correct the place that is named.",
    ),
    (
        "T101",
        "fact-not-told",
        Severity.WARNING,
        "A fact stands in the records and nowhere in the draft.",
        "Somebody took the trouble to send it in, and no reader will see it.",
        "Print it in the narrative, or list it under `said` if the narrative says it in other words.",
    ),
    (
        "T102",
        "figure-typed",
        Severity.QUERY,
        "A figure is typed in a narrative although its record holds it.",
        "When the record is corrected, the narrative keeps the old figure.",
        "Write the expression that the hint names.",
    ),
    (
        "T103",
        "wording-not-used",
        Severity.WARNING,
        "The records word a block otherwise, and no block of the draft has that name.",
        "Somebody has worded it with care, and the draft goes out in the usual words.",
        "Correct the name under `wording`, or take the entry out.",
    ),
    (
        "V101",
        "unused-waiver",
        Severity.WARNING,
        "A waiver lets something stand that is not found any more.",
        "It would hide the same fault when it comes back for another reason.",
        "Take the waiver out.",
    ),
    (
        "W101",
        "style-missing",
        Severity.WARNING,
        "The letterhead lacks a style that the draft needs.",
        "The built-in style was taken, which may look unlike the rest.",
        "Add a style of that name to the letterhead in Word.",
    ),
)
"""Code, name, severity, what is wrong, why it matters, what to do."""
