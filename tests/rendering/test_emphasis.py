"""Key phrases are found whatever stands between their letters, and printed bold once."""

from hypothesis import given
from hypothesis import strategies as st

from cthb_reports.document import escape, mark
from cthb_reports.rendering.emphasis import emphasised, find_phrase, phrased

WORDS = st.text(alphabet="abc *_#[]|&", min_size=1, max_size=6).map(str.strip).filter(bool)


@given(st.lists(WORDS, min_size=1, max_size=4), st.lists(WORDS, max_size=4), st.lists(WORDS, max_size=4))
def test_a_phrase_is_found_among_escapes_and_marks(phrase, before, after) -> None:
    marked = " ".join(mark(number, escape(word)) for number, word in enumerate(phrase))
    text = f"{escape(' '.join([*before, '-']))} {marked} {escape(' '.join(['-', *after]))}"

    found = find_phrase(text, " ".join(" ".join(phrase).split()))

    assert found is not None


def test_the_marks_of_a_phrase_are_cut_at_its_first_and_after_its_last_letter() -> None:
    text = r"the \*first\* of May"

    start, end = find_phrase(text, "*first*") or (0, 0)

    assert text[start:end] == r"\*first\*"


def test_a_phrase_does_not_run_over_the_end_of_a_paragraph() -> None:
    assert find_phrase("the best\n\ninterests", "best interests") is None


def test_a_phrase_is_bold_once_though_two_texts_hold_it() -> None:
    text = f"{phrased('fair jobs', 0)} {phrased('fair jobs', 0)}"

    assert emphasised(text, [(("key_phrase",), "fair jobs")], lambda _: 0) == "**fair jobs** fair jobs"


def test_two_phrases_that_overlap_are_not_both_bold() -> None:
    text = phrased(phrased("fair and safe jobs", 1), 0)

    made = emphasised(text, [(("a",), "and safe jobs"), (("b",), "fair and safe")], lambda _: 0)

    assert made == "**fair and safe** jobs"


def test_what_names_a_note_or_an_address_is_no_phrase() -> None:
    assert find_phrase("A note.[^jobs]", "jobs") is None
    assert find_phrase("See [this](https://jobs.example).", "jobs.example") is None
