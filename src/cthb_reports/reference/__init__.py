"""What is known of the world: States and their names by date, Chairmanships, Special Representatives, meetings."""

from cthb_reports.reference.almanacs import OWN_TABLES, Almanac, Edition, Source, almanac, sources
from cthb_reports.reference.meetings import Meeting, meetings
from cthb_reports.reference.states import (
    DatedName,
    StateRecord,
    Status,
    find_state,
    folded,
    participating_states_on,
    partners_on,
    state,
    states,
)
from cthb_reports.reference.years import Chairmanship, SpecialRepresentative, chairmanship, special_representatives

__all__ = [
    "OWN_TABLES",
    "Almanac",
    "Chairmanship",
    "DatedName",
    "Edition",
    "Meeting",
    "Source",
    "SpecialRepresentative",
    "StateRecord",
    "Status",
    "almanac",
    "chairmanship",
    "find_state",
    "folded",
    "meetings",
    "participating_states_on",
    "partners_on",
    "sources",
    "special_representatives",
    "state",
    "states",
]
