"""Values in British English sentences after the house style: plain text, pure functions, and their inverses.

Words stand below ten and figures from there, dates are "14 December 2017", lists have no serial comma. Each formatter of one
value has a parser that reads its text back: `parse_count(count(x)) == x`. No-break spaces and markup are the writers'.

    >>> from cthb_reports.models.dates import Period
    >>> in_period(Period.parse("2017-04-03/2017-04-04"))
    'from 3 to 4 April 2017'
"""

from cthb_reports.phrasing.counts import count, counted, in_series, noun, parse_count, parse_quantity, quantity, spell
from cthb_reports.phrasing.dates import day, in_period, parse_period, period
from cthb_reports.phrasing.lists import series, series_of_names
from cthb_reports.phrasing.ordinals import ordinal, parse_ordinal
from cthb_reports.phrasing.sentences import capitalized, indefinite_article, with_full_stop
from cthb_reports.phrasing.states import (
    alphabetical,
    parse_state_names,
    state_name,
    state_names,
    state_names_in_order,
    states_and_partners,
)

__all__ = [
    "alphabetical",
    "capitalized",
    "count",
    "counted",
    "day",
    "in_period",
    "in_series",
    "indefinite_article",
    "noun",
    "ordinal",
    "parse_count",
    "parse_ordinal",
    "parse_period",
    "parse_quantity",
    "parse_state_names",
    "period",
    "quantity",
    "series",
    "series_of_names",
    "spell",
    "state_name",
    "state_names",
    "state_names_in_order",
    "states_and_partners",
    "with_full_stop",
]
