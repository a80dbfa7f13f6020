"""The grammatical form of texts that enter a sentence: what the author is told of it, and what rules hold a text to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Annotated

from cthb_reports.models.texts import Text


class Form(Enum):
    """How a text fits where it is printed; the value is its name in words."""

    INFINITIVE = "infinitive"
    CLAUSE = "clause"
    PHRASE = "phrase"
    """What completes a sentence and is no clause, mostly a noun phrase."""
    NOUNS = "nouns"
    SENTENCES = "sentences"
    TITLE = "title"
    HEADING = "heading"
    NAME = "name"
    """A proper name, which may be written in any way."""
    APART = "apart"
    """Stands in no sentence."""


_ADVICE: Mapping[Form, str] = {
    Form.INFINITIVE: "Completes '{} ...', no capital, no full stop",
    Form.CLAUSE: "Completes '{} ...', with a verb, no capital, no full stop",
    Form.PHRASE: "Completes '{} ...', no full stop",
    Form.NOUNS: "A noun phrase, no full stop",
    Form.SENTENCES: "In whole sentences, each with its capital and full stop",
    Form.TITLE: "As printed, without quotation marks and full stop",
    Form.HEADING: "As printed, without full stop",
}
"""What the author is told of a form, with the words before the text in place of `{}`."""


@dataclass(frozen=True)
class Wording:
    """Marks a text field with its form.

    Args:
        form: How a text fits.
        after: The words that the sentence has before it: `to`, `on the margins of`.
        example: A text that fits.
        never: What a text does not begin with, because the sentence has said it; the words before it, if empty.
    """

    form: Form
    after: str = ""
    example: str = ""
    never: tuple[str, ...] = ()

    @property
    def taken(self) -> tuple[str, ...]:
        """What a text does not begin with, in small letters."""
        return self.never or ((self.after,) if self.after else ())

    @property
    def advice(self) -> str:
        """What the author is told of the form, without full stop; empty where there is nothing to say."""
        says = _ADVICE.get(self.form, "").format(self.after)
        return f"{says}: {self.example}" if says and self.example else says


ARTICLES = ("the", "a", "an")

Purpose = Annotated[Text, Wording(Form.INFINITIVE, "to", "raise awareness of forced labour")]
Topic = Annotated[Text, Wording(Form.PHRASE, "on", "practical measures for interviewing children")]
Message = Annotated[Text, Wording(Form.CLAUSE, "that", "responses must be co-ordinated")]
Sentences = Annotated[Text, Wording(Form.SENTENCES)]
Title = Annotated[Text, Wording(Form.TITLE, example="Recruitment without Fees")]
Heading = Annotated[Text, Wording(Form.HEADING, example="Latest Trends")]
Name = Annotated[Text, Wording(Form.NAME)]
NameWithoutArticle = Annotated[Text, Wording(Form.NAME, never=("the",))]
Nouns = Annotated[Text, Wording(Form.NOUNS, example="representatives of the private sector")]
Apart = Annotated[Text, Wording(Form.APART)]
