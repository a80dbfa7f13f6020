"""Texts in the form of their field, texts in another one, and those of which nobody can be sure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cthb_reports.models.wordings import ARTICLES, Form, Wording
from cthb_reports.phrasing.forms import misfit
from cthb_reports.phrasing.verbs import _forms, _verbs

PURPOSE = Wording(Form.INFINITIVE, "to", "raise awareness of forced labour")
ACTION = Wording(Form.INFINITIVE, "will", "develop guidance", never=("will", "to"))
TOPIC = Wording(Form.PHRASE, "on", "child trafficking")
REASON = Wording(Form.PHRASE, "for", "hosting our workshops")
MESSAGE = Wording(Form.CLAUSE, "that", "responses must be co-ordinated")
CALLED = Wording(Form.NOUNS, example="regional seminar", never=ARTICLES)
SENTENCES = Wording(Form.SENTENCES)
TITLE = Wording(Form.TITLE)
HEADING = Wording(Form.HEADING)
NAME = Wording(Form.NAME, never=("the",))
APART = Wording(Form.APART)
WORDINGS = (PURPOSE, ACTION, TOPIC, REASON, MESSAGE, CALLED, SENTENCES, TITLE, HEADING, NAME, APART)


def told(text: str, wording: Wording) -> tuple[str, str | None]:
    """Return the faults in one text, and the text mended."""
    found = misfit(text, wording)
    return (" and ".join(found.faults), found.mended) if found else ("", text)


@pytest.mark.parametrize(
    ("text", "faults", "mended"),
    [
        ("to raise awareness", "begins with 'to', which the sentence says before it", "raise awareness"),
        ("To raise awareness", "begins with 'To', which the sentence says before it", "raise awareness"),
        ("Raise awareness", "begins with a capital", "raise awareness"),
        ("Better co-ordinate aid", "begins with a capital", "better co-ordinate aid"),
        ("raise awareness.", "ends with a full stop", "raise awareness"),
        ("raising awareness", "begins with 'raising', which is no bare infinitive", "raise awareness"),
        ("raised awareness", "begins with 'raised', which is no bare infinitive", None),
        ("raises awareness", "begins with 'raises', which is no bare infinitive", "raise awareness"),
        ("brought judges together", "begins with 'brought', which is no bare infinitive", "bring judges together"),
        ("To raise awareness.", "begins with 'To', which the sentence says before it and ends with a full stop", "raise awareness"),
        ("Raising awareness.", "begins with a capital and begins with 'raising', which is no bare infinitive and ends with a full stop", "raise awareness"),
    ],
)  # fmt: skip
def test_what_does_not_complete_an_infinitive_is_told_and_mended(text: str, faults: str, mended: str | None) -> None:
    assert told(text, PURPOSE) == (faults, mended)


@pytest.mark.parametrize(
    "text",
    [
        "training of judges",
        "training judges and raising awareness",
        "reports on trafficking",
        "continued co-operation",
        "ongoing exchange",
        "raise awareness. Then follow up.",
        "To Raise Awareness",
        "to to raise awareness",
        "Raising",
    ],
)
def test_where_more_than_one_word_has_to_change_the_author_is_left_to_do_so(text: str) -> None:
    faults, mended = told(text, PURPOSE)

    assert faults
    assert mended is None


@pytest.mark.parametrize(
    "text",
    [
        *("raise awareness of forced labour", "bring judges together", "focus on children", "address the causes"),
        *("better co-ordinate aid", "OSCE-wide training", "Russian-language training", "ODIHR’s work", "UNHCR support"),
        *("2017 figures", "“quote” them", "(re)start talks", "need", "to", "T.", "embed it", "proceed", "discuss it"),
        *("train judges in Washington, D.C.", "help children, women etc.", "advise IBM Co.", "wait for more ..."),
        *(
            "total the figures",
            "tow boats",
            "Geneva",
            "Georgia",
            "United Nations reform",
            "Training Centres",
            "during it",
        ),
    ],
)
def test_an_infinitive_a_name_and_an_abbreviation_are_taken_as_they_are(text: str) -> None:
    assert misfit(text, PURPOSE) is None


@pytest.mark.parametrize(
    ("text", "wording", "mended"),
    [
        ("will develop guidance", ACTION, "develop guidance"),
        ("to develop guidance", ACTION, "develop guidance"),
        ("on child trafficking", TOPIC, "child trafficking"),
        ("On child trafficking.", TOPIC, "child trafficking"),
        ("The situation of children", TOPIC, "the situation of children"),
        ("for hosting our workshops", REASON, "hosting our workshops"),
        ("that responses must be co-ordinated", MESSAGE, "responses must be co-ordinated"),
        ("We must act", MESSAGE, "we must act"),
        ("a regional seminar", CALLED, "regional seminar"),
        ("the high-level meeting.", CALLED, "high-level meeting"),
        ("the Council of Europe", NAME, "Council of Europe"),
        ("“Recruitment without Fees”", TITLE, "Recruitment without Fees"),
        ('"Recruitment without Fees".', TITLE, "Recruitment without Fees"),
        ("«Recruitment»", TITLE, "Recruitment"),
        ("Not for Sale.", TITLE, "Not for Sale"),
        ("Latest Trends.", HEADING, "Latest Trends"),
    ],
)
def test_a_part_of_a_sentence_a_title_and_a_name_are_mended(text: str, wording: Wording, mended: str) -> None:
    faults, found = told(text, wording)

    assert faults
    assert found == mended


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        *((text, TOPIC) for text in ("child trafficking", "on-site checks", "once more", "how to act", "The Hague", "A")),
        *((text, TOPIC) for text in ("In Vienna", "International law", "“On the Road”", "life in the U.S.")),
        *((text, REASON) for text in ("hosting our workshops", "forms of help", "their support", "fortitude")),
        *((text, MESSAGE) for text in ("responses must be co-ordinated", "Ukraine needs help", "thatch burns", "I agree")),
        *((text, CALLED) for text in ("regional seminar", "Human Dimension Seminar", "The Hague meeting", "theory class")),
        *((text, NAME) for text in ("The Global Fund", "Company X, Inc.", "Council of Europe", "theatre")),
        *((text, TITLE) for text in ("“A” and “B”", "“Words” in the Title", "'Children's'", "Who Pays?", "Part 1 ...", "“”")),
        *((text, TITLE) for text in ("Washington, D.C.", "What Next!", "raise awareness", "to be read", '"a" "b"')),
        *((text, HEADING) for text in ("“Quoted”", "Latest Trends", "Trends in the U.S.")),
        *((text, APART) for text in ("ENGLISH only.", "“to” the.", "for Combating Trafficking")),
    ],
)  # fmt: skip
def test_what_may_be_right_is_not_asked_about(text: str, wording: Wording) -> None:
    assert misfit(text, wording) is None


@pytest.mark.parametrize(
    ("text", "faults", "mended"),
    [
        ("it went well.", "does not begin with a capital", "It went well."),
        ("It went well", "does not end with a full stop", "It went well."),
        ("It went well;", "does not end with a full stop", "It went well."),
        ("“yes” was the answer", "does not begin with a capital and does not end with a full stop", "“Yes” was the answer."),
        ("non-governmental groups came.", "does not begin with a capital", "Non-governmental groups came."),
    ],
)  # fmt: skip
def test_what_is_no_whole_sentence_is_told_and_mended(text: str, faults: str, mended: str) -> None:
    assert told(text, SENTENCES) == (faults, mended)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "It went well.",
            "It went well. All agreed.",
            "Did it?",
            "It did!",
            "“It went well.”",
            "(It did.)",
            "It did …",
        ),
        *("192 came.", "von Trapp came.", "iPhones were used.", "eTwinning grew.", "www.osce.org has it.", "№ 5 came."),
    ],
)
def test_whole_sentences_are_taken_as_they_are(text: str) -> None:
    assert misfit(text, SENTENCES) is None


@pytest.mark.parametrize("wording", [wording for wording in WORDINGS if wording.example], ids=lambda one: one.example)
def test_the_example_of_a_form_has_the_form(wording: Wording) -> None:
    assert misfit(wording.example, wording) is None


# --- what holds for any text

WORDS = st.one_of(
    st.sampled_from(["to", "To", "the", "The", "on", "For", "that", "will", "“", "”", "'", '"', ".", "...", "etc.", "U.S."]),
    st.sampled_from(sorted(_verbs())),
    st.sampled_from(sorted(_forms())),
    st.text(min_size=1, max_size=6).filter(str.strip),
)  # fmt: skip
TEXTS = st.lists(WORDS, min_size=1, max_size=5).map(lambda words: " ".join(" ".join(words).split())).filter(bool)


@given(TEXTS, st.sampled_from(WORDINGS))
def test_a_mended_text_has_its_form_and_only_its_edges_are_changed(text: str, wording: Wording) -> None:
    found = misfit(text, wording)

    if found and found.mended is not None:
        assert found.mended.strip()
        assert misfit(found.mended, wording) is None
        assert found.mended != text
        assert " ".join(text.split()[2:-1]) in found.mended


@given(st.sampled_from(sorted(_verbs())), st.sampled_from(["the work", "judges in Geneva", "12 States"]))
def test_any_verb_before_an_object_completes_an_infinitive(verb: str, rest: str) -> None:
    assert misfit(f"{verb} {rest}", PURPOSE) is None
    assert told(f"To {verb} {rest}.", PURPOSE)[1] == f"{verb} {rest}"
    assert told(f"{verb.capitalize()} {rest}", PURPOSE) == ("begins with a capital", f"{verb} {rest}")


@given(st.sampled_from(sorted(_forms())), st.sampled_from(["the work", "judges in Geneva", "12 States"]))
def test_any_other_form_of_a_verb_before_an_object_is_mended(form: str, rest: str) -> None:
    faults, mended = told(f"{form} {rest}", PURPOSE)

    assert "is no bare infinitive" in faults
    assert mended == (None if form.endswith("ed") else f"{_forms()[form]} {rest}")
