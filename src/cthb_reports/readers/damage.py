"""What copies from PDF files and web pages do to a text: told apart from what its author wrote, and undone on reading."""

from __future__ import annotations

from enum import Enum


class Damage(Enum):
    """A kind of damage.

    Args:
        code: Letter R and three digits.
        what: What is wrong.
        why: Where it comes from.
        remedy: What to do.
        safe: Whether it may be mended without anybody looking.
    """

    LOST_APOSTROPHE = (
        "R101",
        "An apostrophe is missing before an s that stands alone.",
        "Copies from PDF files lose apostrophes that are drawn with a font of their own.",
        "Put it back: before the s for one person or thing, behind the s for several.",
        False,
    )
    SPLIT_ORDINAL = (
        "R102",
        "A space stands between a number and its ending.",
        "In the original the ending was raised, and copying set it apart.",
        "Delete the space: 17th.",
        True,
    )
    LOST_HYPHEN = (
        "R103",
        "A word is divided as at the end of a line, in the middle of a line.",
        "The copy has kept the hyphen of a line that is no more.",
        "Join the word, or keep the hyphen without the space if it is a compound.",
        False,
    )
    JOINED_WORDS = (
        "R104",
        "Two words stand together without a space.",
        "The copy has lost the end of a line between them.",
        "Part them.",
        False,
    )
    PAGE_NUMBER = (
        "R105",
        "A page number stands in the text.",
        "The copy has taken the foot of the page for a part of the text.",
        "Delete it.",
        False,
    )
    CUT_PARAGRAPH = (
        "R106",
        "A paragraph ends in the middle of a sentence, and the next goes on with it.",
        "The copy has taken the end of a page for the end of a paragraph.",
        "Join the two.",
        False,
    )

    def __init__(self, code: str, what: str, why: str, remedy: str, safe: bool) -> None:  # noqa: FBT001  # a table
        self.code, self.what, self.why, self.remedy, self.safe = code, what, why, remedy, safe

    @property
    def title(self) -> str:
        """The fault in words: `split-ordinal`."""
        return self.name.lower().replace("_", "-")
