"""Rules that are code: for each what is wrong, what is right, and the boundary between."""

from __future__ import annotations

from datetime import date

import pytest

from cthb_reports.document import BulletList, Document, Heading, Paragraph, Strong, Table, Text, parse
from cthb_reports.style import Hit, all_style_rules, check, house

DAY = date(2017, 12, 14)


def found(code: str, text: str, day: date | None = DAY) -> list[Hit]:
    """Return what one rule says of a text in Markdown."""
    return [hit for hit in check(parse(text), day=day) if hit.finding.code == code]


def words(code: str, text: str) -> list[str]:
    return [hit.words for hit in found(code, text)]


@pytest.mark.parametrize(
    "word", ["organise", "criminalisation", "maximised", "recognising", "organisers", "organisational"]
)
def test_words_of_the_greek_ending_are_written_with_a_z(word: str) -> None:
    (hit,) = found("S142", f"They {word} it.")

    assert hit.replacement == word.replace("is", "iz") if word[:2] != "cr" else hit.replacement == "criminalization"
    assert hit.safe


@pytest.mark.parametrize(
    "word",
    [
        "advised",
        "comprising",
        "exercises",
        "supervise",
        "compromise",
        "enterprises",
        "surprising",
        "revised",
        "devised",
        "arise",
        "expertise",
        "promised",
        "premises",
        "raising",
        "praised",
        "otherwise",
        "likewise",
        "improvisation",
        "advertise",
        "crises",
        "irises",
        "metropolises",
        "noise",
        "precise",
        "liaised",
        "disguised",
    ],
)
def test_words_with_ise_in_their_root_keep_it(word: str) -> None:
    assert words("S142", f"They {word} it.") == []


def test_a_name_keeps_its_own_spelling() -> None:
    assert words("S142", "We met the World Tourism Organisation. Organising it took time.") == ["Organising"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We met ODIHR.", ["ODIHR"]),
        ("We met OSCE and UN experts and many NGOs.", []),
        ("We met the Office for Democratic Institutions and Human Rights (ODIHR). ODIHR came.", []),
        ("We met the Special Monitoring Mission to Ukraine (SMM). The SMM came.", []),
        ("We met OSCE/ODIHR.", ["ODIHR"]),
        ("Chapter VIII of “The ODIHR Files” and MC.DEC/2/03 and https://UNODC.org.", []),
        ("# Work with ODIHR\n\nIt was good.", []),
        (
            "This paragraph was cut at the end of a page, within the name of the Strategic Police Matters\n\nUnit (SPMU). SPMU came.",
            [],
        ),
        ("It was Recommendation CP(2014)7.", []),
    ],
)
def test_an_abbreviation_is_defined(text: str, expected: list[str]) -> None:
    assert words("S201", text) == expected


def test_an_abbreviation_that_the_house_knows_is_given_with_its_name() -> None:
    (hit,) = found("S201", "We met ODIHR.")

    assert hit.finding.hint == "write 'Office for Democratic Institutions and Human Rights (ODIHR)' at its first use"


def test_an_abbreviation_with_a_stroke_is_one_where_it_is_defined_as_one() -> None:
    text = "the Office of the Special Representative and Co-ordinator for Combating Trafficking in Human Beings (OSR/CTHB) and OSR/CTHB."

    assert words("S201", text) == []


def test_an_abbreviation_is_used_after_its_definition() -> None:
    assert words("S202", "IOM came. The International Organization for Migration (IOM) left.") == ["IOM"]
    assert words("S202", "The International Organization for Migration (IOM) left. IOM came.") == []
    assert words("S202", "# IOM\n\nThe International Organization for Migration (IOM) left. IOM came.") == []


def test_an_abbreviation_is_defined_only_where_it_is_used_again() -> None:
    assert words("S203", "The Conflict Prevention Centre (CPC) left.") == ["CPC"]
    assert words("S203", "The Conflict Prevention Centre (CPC) left. The CPC came.") == []


def test_an_abbreviation_is_defined_once_and_in_one_way() -> None:
    first = "The Special Monitoring Mission to Ukraine (SMM) left. The SMM came. "

    (again,) = found("S204", f"{first}The Special Monitoring Mission to Ukraine (SMM) went.")
    (other,) = found("S204", f"{first}The Special Monitoring Mission in Ukraine (SMM) went.")
    assert again.finding.message == "'SMM' is defined again"
    assert "in Ukraine" in other.finding.message
    assert "to Ukraine" in other.finding.message
    assert found("S204", first) == []


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("last week", "the week from 4 December 2017"),
        ("next week", "the week from 18 December 2017"),
        ("last month", "November 2017"),
        ("this month", "December 2017"),
        ("next month", "January 2018"),
        ("last year", "2016"),
        ("next year", "2018"),
        ("last September", "September 2017"),
        ("last December", "December 2016"),
        ("next December", "December 2018"),
        ("yesterday", "13 December 2017"),
    ],
)
def test_a_relative_date_is_told_with_what_it_resolves_to(text: str, meaning: str) -> None:
    (hit,) = found("S211", f"They met {text} in Vienna.")

    assert (
        hit.finding.message == f"{text!r} changes with the day of reading; seen from 14 December 2017 it is {meaning}"
    )
    assert hit.replacement is None


def test_a_relative_date_is_told_without_a_day_too() -> None:
    (hit,) = found("S211", "They met last week in Vienna.", None)

    assert hit.finding.message == "'last week' changes with the day of reading"


@pytest.mark.parametrize(
    "text", ["This year we met.", "In June 2017 we met.", "The last years were hard.", "“Last week”, she said."]
)
def test_what_does_not_change_with_the_day_is_left_alone(text: str) -> None:
    assert words("S211", text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They held 3 workshops.", ["3"]),
        ("They held 9 workshops.", ["9"]),
        ("They held 10 workshops.", []),
        ("From 47 participating States and 4 Partners for Co-operation.", []),
        ("See Article 3 members, No. 4 States, MC.DEC/2/03 and 2.5 days.", []),
        ("It fell by 4 per cent on 3 April.", []),
        ("“We held 3 workshops”, he said.", []),
        ("They held 3 workshops. It was 2017.", ["3"]),
    ],
)
def test_numbers_below_ten_are_in_words(text: str, expected: list[str]) -> None:
    assert words("S221", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("with twenty experts", "20"),
        ("with forty-seven States", "47"),
        ("almost four hundred participants", "400"),
        ("over three hundred and fifty participants", "350"),
        ("with eleven partners", "11"),
        ("with ten partners", None),
        ("with nine partners", None),
        ("in the twenty-first century", None),
        ("with hundreds of experts", None),
    ],
)
def test_numbers_from_eleven_on_are_in_figures(text: str, expected: str | None) -> None:
    assert [hit.replacement for hit in found("S222", f"They met {text} there.")] == ([expected] if expected else [])


def test_a_number_in_words_may_begin_a_sentence() -> None:
    assert words("S222", "Twenty experts came. Thirty left.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of 144656 persons, some came.", ["144656"]),
        ("Of 144.656 persons, some came.", ["144.656"]),
        ("Of 144,656 persons, some came.", []),
        ("It rose by 1.234 per cent in 2017.", []),
        ("Call +43 1 51436 6664, No. 12345 or A-10100 Vienna.", []),
        ("In 2017 there were 1234 persons.", []),
    ],
)
def test_thousands_have_a_comma(text: str, expected: list[str]) -> None:
    assert words("S223", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018 will see more.", ["2018"]),
        ("It ended. 57 participating States came.", ["57"]),
        ("In 2018, more is to come.", []),
        ("# 2018 will see more", []),
        ("14 December 2017", []),
    ],
)
def test_no_sentence_begins_with_a_figure(text: str, expected: list[str]) -> None:
    assert words("S224", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the 5th Thematic session.", ["fifth"]),
        ("the 9th workshop.", ["ninth"]),
        ("the 10th workshop.", []),
        ("on the 5th of May.", []),
    ],
)
def test_ordinals_below_ten_are_in_words(text: str, expected: list[str]) -> None:
    assert [hit.replacement for hit in found("S225", f"They met at {text}")] == expected


def test_items_end_in_semicolons_and_the_last_in_a_full_stop() -> None:
    assert words("S231", "- one thing;\n- two things.\n- three things;") == ["things.", "things;"]
    assert words("S231", "- one thing;\n- two things;\n- three things.") == []
    assert words("S231", "- Austria\n- Belgium\n- Canada") == []
    assert words("S231", "- We came.\n- We saw.\n- We left.") == []
    assert words("S231", "- one thing;\n- another;\n- and all of the rest") == ["rest"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the “title was held.", ["“"]),
        ("the title” was held.", ["”"]),
        ("the “title” (and more was held.", ["("]),
        ("the “title (and” more) was held.", ["”", "“"]),
        ("a) one thing, b) another and 1) a third.", []),
        ("the “title” (and “more”) was held.", []),
        ("“It goes on here.\n\n“And it ends here.”", []),
        ("They will come to the “Border Security\n\nManagement Training” this month.", []),
        ("They will come to the “Border Security.\n\nManagement Training” was held.", ["“", "”"]),
    ],
)
def test_marks_stand_in_pairs(text: str, expected: list[str]) -> None:
    assert sorted(words("S241", text)) == sorted(expected)


def test_marks_and_apostrophes_are_curly() -> None:
    text = "The Chair's \"First Report\" and the States' view; “Rock 'n' Roll”."

    assert [hit.replacement for hit in found("S242", text)] == ["“First Report”"]
    assert [hit.replacement for hit in found("S243", text)][:2] == ["Chair’s", "States’"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was called “Trafficking in Children.”", ["Children”."]),
        ("It was called “Trafficking in Children”.", []),
        ("He said: “We will go on with it.”", []),
        ("“We will go on with it.”", []),
        ("The panel “Fair Work,” and others.", ["Work”,"]),
    ],
)
def test_the_full_stop_stands_behind_a_title(text: str, expected: list[str]) -> None:
    assert [hit.replacement for hit in found("S244", text)] == expected


def test_single_marks_stand_within_double_ones() -> None:
    assert words("S245", "the ‘subtle’ means and “the ‘inner’ title”.") == ["‘subtle’"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kazakhstan, the United States of America and Italy", "Italy, Kazakhstan and the United States of America"),
        ("Italy, Monaco, the Netherlands, the United Kingdom and the United States of America", None),
        ("Austria, Bosnia and Herzegovina and Canada", None),
        ("Italy and Austria", None),
        ("Germany, Kazakhstan, Switzerland and Sweden", "Germany, Kazakhstan, Sweden and Switzerland"),
    ],
)
def test_states_stand_in_the_order_of_the_alphabet(text: str, expected: str | None) -> None:
    hits = found("S251", f"We thank {text} for all.")

    assert [hit.replacement for hit in hits] == ([expected] if expected else [])
    assert not any(hit.safe for hit in hits)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We met Greece, Italy, and Turkey.", ["Italy,"]),
        ("We met Greece, Italy and Turkey.", []),
        ("We met trade and labour, justice and home affairs, and others.", []),
        ("In May, which was hot, and in June.", []),
    ],
)
def test_a_simple_list_has_no_comma_before_and(text: str, expected: list[str]) -> None:
    assert words("S252", text) == expected


def test_a_word_has_its_hyphen_everywhere_or_nowhere() -> None:
    text = "A multi-disciplinary team, a multi-disciplinary plan and a multidisciplinary group; a re-sign, a resign."

    assert words("S261", text)[:1] == ["multidisciplinary"]
    assert words("S261", "A cross-border plan and a cross-border team.") == []
    assert words("S261", "A multi-disciplinary team read “A multidisciplinary Plan”.") == []


def test_transposed_letters_of_an_abbreviation_are_asked_about() -> None:
    assert words("S262", "The CoEPSU met.") == ["CoEPSU"]
    assert words("S262", "The CoESPU met.") == []
    assert words("S262", "The ABCD met. The ABCD, not the ABDC, met.") == ["ABDC"]
    assert words("S262", "The OSCE met SMM and MSM.") == []


@pytest.mark.parametrize(
    ("one", "other", "asked"),
    [
        ("Rights of the Child in Europe", "Rights of a Child in Europe", False),
        ("Public-Private Partnership against Trafficking", "Public-Private Partnerships against Trafficking", True),
        (
            "Public-Private Partnership against Trafficking",
            "The Public-Private Partnership against all Trafficking",
            True,
        ),
        ("Trends in Trafficking 2016", "Trends in Trafficking 2017", False),
        ("Trends in Trafficking Part I", "Trends in Trafficking Part II", False),
        ("Rights of the Child", "Duties of the State", False),
    ],
)
def test_titles_that_differ_in_a_word_are_asked_about(one: str, other: str, asked: bool) -> None:  # noqa: FBT001
    assert bool(found("S263", f"The event “{one}” and the event “{other}” were held.")) is asked


def test_ranges_of_days_have_one_form() -> None:
    assert [hit.replacement for hit in found("S264", "on 3-4 April and 5–6 May.")] == ["3–4"]
    assert words("S264", "on 3-4 April and 5-6 May.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Center of Excellence for Stability Police Units", "Centre of Excellence for Stability Police Units"),
        (
            "the Council of Europe Convention on Actions against Trafficking in Human Beings",
            "Council of Europe Convention on Action against Trafficking in Human Beings",
        ),
        ("the Human Dimension Implementations Meeting", "Human Dimension Implementation Meeting"),
        ("the Human Dimension Implementation Meeting", None),
        ("the Group of Experts on Action against Trafficking in Human Beings", None),
        ("the United Nations Office in Vienna", None),
        ("the OSCE Mission to Minsk", None),
        ("the meeting on the human dimension", None),
    ],
)
def test_an_official_name_that_is_almost_right_is_told(text: str, expected: str | None) -> None:
    hits = found("S271", f"They spoke of {text} then.")

    assert [hit.replacement for hit in hits] == ([expected] if expected else [])
    assert not any(hit.safe for hit in hits)


def test_the_alliance_is_in_italics_throughout_or_not_at_all() -> None:
    assert words("S291", "The *Alliance* met. The Alliance met.") == ["Alliance"]
    assert words("S291", "The Alliance met. The Alliance met.") == []


def test_a_whole_paragraph_in_bold_is_asked_about() -> None:
    words = " ".join(["word"] * 30) + "."

    bold = check(Document((Paragraph((Strong((Text(words),)),)),)), house=house()[0])
    assert "S292" in {hit.finding.code for hit in bold}
    assert "S292" not in {hit.finding.code for hit in check(Document((Paragraph((Text(words),)),)))}


def test_headings_and_cells_are_no_sentences() -> None:
    text = (Text("2018 will see 3 workshops in Country Visits with 25% last week."),)
    document = Document((Heading(1, text), Table((text,), (), ("left",)), BulletList(((Heading(2, text),),))))

    assert [hit for hit in check(document) if hit.finding.code != "S175"] == []


def test_every_rule_has_a_manual_page_with_a_reason_and_a_name_of_its_own() -> None:
    rules = all_style_rules()

    assert len({(rule.code, rule.name) for rule in rules}) == len(rules)
    for rule in rules:
        assert "Why: " in rule.manual
        assert rule.code.startswith("S")


def test_each_rule_in_code_has_a_code_of_its_own_and_an_example() -> None:
    rules = [rule for rule in all_style_rules() if rule.function is not None]

    assert len({rule.code for rule in rules}) == len(rules) > 20
    assert all("Example:\n" in rule.manual for rule in rules)
