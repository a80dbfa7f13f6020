"""Every fault that reading files can find: its code, its name and its page of the manual."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from cthb_reports.findings import Finding, Severity

if TYPE_CHECKING:
    from cthb_reports.findings import FieldPath, Location


class Fault(Enum):
    """A kind of fault in a file: F1 the file itself, F2 its notation, F3 its place in the report folder.

    Nearly all are errors: what they concern is not in the report, and would be missed only after the draft is out.

    Args:
        code: Letter and three digits, stable for ever.
        what: What is wrong.
        why: Why it is refused.
        remedy: What the author does about it.
        severity: How bad it is.
    """

    NOT_UTF_8 = (
        "F101",
        "The file is not saved as UTF-8.",
        "In any other encoding, accents and quotation marks come out as different letters on different machines.",
        "Save it again with the encoding UTF-8.",
    )
    BINARY_FILE = (
        "F102",
        "The file does not hold text.",
        "Records are text files; this one holds zero bytes, as documents, pictures and archives do.",
        "Move it out of the report folder, or save its words as a text file.",
    )
    FILE_TOO_LARGE = (
        "F103",
        "The file is larger than 8 MiB.",
        "The records of a whole year take a few hundred kilobytes; something else was pasted in.",
        "Take out what is not a record, or divide the file.",
    )
    EMPTY_FILE = (
        "F104",
        "The file is empty, or holds nothing but comments.",
        "A file is there to give its field a value; an empty one looks like work that was lost.",
        "Fill it in, delete it, or begin its name with an underscore to have it passed over.",
    )
    CONTROL_CHARACTER = (
        "F105",
        "The text holds a character that cannot be printed.",
        "Such characters come with text copied from other programs; Word refuses a document that holds one.",
        "Delete the character and type what should stand there.",
    )
    UNREADABLE_FILE = (
        "F106",
        "The file cannot be opened.",
        "What it holds would be missing from the report without a word.",
        "Ask whoever owns it for the right to read it, or begin its name with an underscore to have it passed over.",
    )
    YAML_SYNTAX = (
        "F201",
        "The file breaks the rules of YAML.",
        "Nothing of the file can be used, for it is not certain what belongs to what.",
        "Mend the place that is named; text with a colon or another sign in it goes into quotation marks.",
    )
    JSON_SYNTAX = (
        "F202",
        "The file breaks the rules of JSON.",
        "Nothing of the file can be used, for it is not certain what belongs to what.",
        "Mend the place that is named; write by hand in YAML, which forgives more.",
    )
    DUPLICATE_KEY = (
        "F203",
        "A name is given twice in one record.",
        "One of the two values would be lost, and nobody would see which.",
        "Keep one of them; if both are meant, make a list.",
    )
    TOO_DEEP = (
        "F204",
        "Values are nested deeper than 64 levels.",
        "No record is; a file like this is damaged, or was made to do harm.",
        "Look for brackets that are opened again and again.",
    )
    TOO_MUCH_REPEATED = (
        "F205",
        "Aliases repeat more than 10,000 values.",
        "A few lines of aliases can grow to more than a machine can hold.",
        "Write the values out, or repeat less.",
    )
    BAD_ALIAS = (
        "F206",
        "An alias `*name` repeats nothing, or itself.",
        "Its value cannot be known. Often it is no alias at all, but text that begins with an asterisk.",
        "Put text that begins with an asterisk into quotation marks; else set `&name` at the value to repeat.",
    )
    TAG = (
        "F207",
        "A value carries a tag, such as `!important` or `!!str`.",
        "The type of a value follows from its field. Often it is no tag, but text that begins with an exclamation mark.",
        "Delete the tag, or put the text into quotation marks.",
    )
    MERGE_KEY = (
        "F208",
        "A record takes over values of another with `<<`.",
        "Merge keys are no part of YAML 1.2, and hide what a record says.",
        "Write the values out in the record.",
    )
    KEY_NOT_TEXT = (
        "F209",
        "A name in a record is empty, a list or a record.",
        "Names of fields are words.",
        "Give the name before the colon; text that begins with a bracket or a question mark goes into quotation marks.",
    )
    SECOND_DOCUMENT = (
        "F210",
        "A line `---` begins a second document in the file.",
        "A file holds one document; what follows would be passed over.",
        "Delete the line, or put the second part into a file of its own.",
    )
    UNUSED_ANCHOR = (
        "F211",
        "A value is marked `&name` to be repeated, but is repeated nowhere.",
        "Often it is no mark, but the first word of a text that begins with an ampersand; the word would be lost.",
        "Put the text into quotation marks, or delete the mark.",
    )
    HASH_IN_TEXT = (
        "F212",
        "A `#` after a space turns the rest of the line into a comment.",
        "A hashtag or a number such as `#5` is then no part of the text, and nobody sees it go.",
        "Put the text into quotation marks; begin a comment with `# `, a space after the sign.",
        Severity.WARNING,
    )
    NOT_A_RECORD = (
        "F301",
        "The file holds a text or a list where a record, `name: value`, is needed.",
        "Its content cannot be given to any field.",
        "Write `name: value` lines, or move the content to the file of its field.",
    )
    FIELD_GIVEN_TWICE = (
        "F302",
        "A field of the report stands in two places: in two files, in a file and a folder, or in the report file too.",
        "One of the two would be lost, and nobody would see which.",
        "Keep it in one place.",
    )
    UNKNOWN_FILE = (
        "F303",
        "A file or folder is not named after a field of the report.",
        "Its content would be missing from the report without a word.",
        "Correct the name, or begin it with an underscore to have it passed over.",
    )
    NO_REPORT_FILE = (
        "F304",
        "The folder holds no `report.yaml`.",
        "The report file says what kind of document it is, of whom, and for which year.",
        "Add `report.yaml`, or check that this is the right folder.",
    )

    def __init__(self, code: str, what: str, why: str, remedy: str, severity: Severity = Severity.ERROR) -> None:
        self.code, self.what, self.why, self.remedy, self.severity = code, what, why, remedy, severity

    @property
    def title(self) -> str:
        """The fault in words: `duplicate-key`."""
        return self.name.lower().replace("_", "-")

    def found(self, location: Location | None, message: str, hint: str | None = None, field: FieldPath = ()) -> Finding:
        """Return the finding of this fault at a place."""
        return Finding(self.code, self.title, self.severity, message, hint, field, location)


class UnreadableError(Exception):
    """Nothing of a file can be used; caught where the file is read, and never seen outside this package."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        super().__init__(str(finding))
