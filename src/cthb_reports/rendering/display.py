"""How values are shown: filters that take views and return Markdown in which every value keeps its field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import Undefined
from markupsafe import Markup

from cthb_reports import phrasing
from cthb_reports.document import escape
from cthb_reports.models.dates import Period
from cthb_reports.models.facts import Pending, known
from cthb_reports.models.states import State
from cthb_reports.rendering import markdown
from cthb_reports.rendering.views import View
from cthb_reports.rendering.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping


def safe(text: str) -> Markup:
    """Return Markdown as such, so that it is not escaped again."""
    return Markup(text)  # noqa: S704  # every part was escaped for Markdown or is Markdown of ours


def shown(value: object) -> Markup:
    """Return a value as a sentence has it; Markdown passes unchanged, other text is escaped, nothing gives nothing."""
    if value is None:
        return Markup()
    if isinstance(value, View):
        return value.session_.show(value)
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return safe(escape(value))
    if isinstance(value, int) and not isinstance(value, bool):
        return safe(str(value))
    if isinstance(value, Undefined):
        str(value)  # raises what is undefined
    raise TypeError(f"{type(value).__name__} cannot be printed as it is; name one of its fields, or list it")


def when(view: View) -> Markup:
    """A date with its preposition: on 9 June 2017, from 3 to 4 April 2017, in June 2017."""
    period = view.value_
    if isinstance(period, Pending):
        return view.session_.placeholder(view)
    if not isinstance(period, Period):
        raise TypeError(f"{words(period, view.session_)!r} is no date")
    preposition, _, rest = phrasing.in_period(period).partition(" ")
    return safe(f"{preposition} {view.session_.span(view.path_, rest)}")


def undated(view: View) -> Markup:
    """A date of the reporting year without its year: 19 September; another date in full."""
    period = view.value_
    if isinstance(period, Pending):
        return view.session_.placeholder(view)
    year = view.session_.report.period.year
    return view.session_.span(view.path_, phrasing.period(period, without_year=year))


def nth(view: View) -> Markup:
    """A number as an ordinal: 17th, second."""
    return (
        view.session_.show(view)
        if isinstance(view.value_, Pending)
        else view.session_.span(view.path_, phrasing.ordinal(view.value_))
    )


def quoted(value: object) -> Markup:
    """A title in quotation marks."""
    return safe(f"“{shown(value)}”")


def italic(value: object) -> Markup:
    """In italics."""
    return safe(f"*{shown(value)}*")


def bold(value: object) -> Markup:
    """In bold."""
    return safe(f"**{shown(value)}**")


def counted(view: View, singular: str, plural: str) -> Markup:
    """A number with what it counts: over 350 participants, one workshop."""
    number = view.value_
    if isinstance(number, Pending):
        return safe(f"{view.session_.placeholder(view)} {escape(plural)}")
    if number.number == 0:
        return safe(f"{view.session_.span(view.path_, 'no')} {escape(plural)}")
    return safe(f"{shown(view)} {escape(phrasing.noun(number, singular, plural))}")


def in_series(views: Iterable[View | None]) -> list[Markup | None]:
    """Numbers that stand in one series, in the style that the highest of them sets: 47 and 4."""
    found = list(views)
    numbers = [view.value_ for view in found if view is not None and not isinstance(view.value_, Pending)]
    texts = iter(phrasing.in_series(numbers))
    return [None if view is None else _in_style(view, texts) for view in found]


def _in_style(view: View, texts: Iterator[str]) -> Markup:
    return view.session_.show(view) if isinstance(view.value_, Pending) else view.session_.span(view.path_, next(texts))


def listed(values: Iterable[object], conjunction: str = "and") -> Markup:
    """Several things in one sentence: A, B and C."""
    items = [text for value in values if (text := str(shown(value)))]
    return safe(phrasing.series(items, conjunction=conjunction)) if items else Markup()


def states(views: Iterable[View]) -> Markup:
    """States in the alphabetical order of their names: Denmark, Mongolia and the Russian Federation."""
    found = list(views)

    def order(view: View) -> tuple[bool, str]:
        state = known(_state(view))
        return state is None, "" if state is None else phrasing.state_name(state, view.session_.on, article=False)

    return (
        safe(phrasing.series_of_names([str(shown(view)) for view in sorted(found, key=order)])) if found else Markup()
    )


def _state(view: View) -> State | None:
    return view.value_ if isinstance(view.value_, State) else getattr(view.value_, "state", None)


def alphabetical(views: Iterable[View]) -> list[View]:
    """Parties in the alphabetical order of their names, articles passed over; what is still to come stands last."""

    def order(view: View) -> tuple[bool, str]:
        if isinstance(view.value_, Pending):
            return True, ""
        return False, words(view.value_, view.session_).removeprefix("the ").casefold()

    return sorted(views, key=order)


def a(value: object) -> Markup:
    """A noun with its indefinite article: an NGO, a workshop."""
    text = shown(value)
    return safe(f"{phrasing.indefinite_article(markdown.visible(text))} {text}")


FOR_NARRATIVES: Mapping[str, Callable[[Any], Any]] = {
    "italic": italic,
    "listed": listed,
    "nth": nth,
    "quoted": quoted,
    "states": states,
    "undated": undated,
    "when": when,
}
"""The filters that an author's narrative may use."""
