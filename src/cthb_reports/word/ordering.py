"""What records must say of their place so that they are told in another order."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cthb_reports.kinds.lookup import value_at
from cthb_reports.kinds.placement import placement
from cthb_reports.models.structure import Told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds import Report

_STEP = 10
"""Between two neighbours there is room for others."""


@dataclass(frozen=True, slots=True)
class Move:
    """What is written into a record so that it is told elsewhere.

    Args:
        record: The record.
        name: The field of it.
        value: Its new value; nothing takes it out.
        before: The record after which it stands now.
        by_people: Whether people have moved it, and not only numbered others around it.
    """

    record: FieldPath
    name: str
    value: object
    before: FieldPath | None
    by_people: bool = True


def moves(report: Report, was: Sequence[FieldPath], wanted: Sequence[FieldPath]) -> Iterator[Move]:
    """Yield what to write so that records are told in another order.

    Args:
        report: The records as they are now.
        was: The records and other texts in the order of the draft as it was made.
        wanted: The same in the order that people want.
    """
    homes = _homes(report)
    astray = _astray(was, wanted, homes)
    for key in wanted:
        if (
            key in astray
            and (home := _home(key, wanted, astray, {**_posts(report, wanted), **homes}))
            and home != homes.get(key)
        ):
            yield from _to(report, key, home, _before(key, wanted))
            homes[key] = home
    for home in dict.fromkeys(homes[key] for key in wanted if key in astray and key in homes):
        order = [key for key in wanted if homes.get(key) == home]
        unseen = [key for key, place in homes.items() if place == home and key not in order]
        yield from _ordered(report, order, unseen, astray, wanted)


def _homes(report: Report) -> dict[FieldPath, tuple[str, str]]:
    placed = placement(report)
    kinds = (("section", placed.sections), ("theme", placed.themes), ("series", placed.members))
    return {path: (kind, name) for kind, places in kinds for name, paths in places.items() for path in paths}


def moved(ranks: Sequence[int]) -> set[int]:
    """Return the fewest of several numbers that have to be moved for the others to rise; none is there twice."""
    tails: list[int] = []
    ends: list[int] = []
    links: list[int] = []
    for number, rank in enumerate(ranks):
        at = bisect_left(tails, rank)
        links.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(rank)
            ends.append(number)
        else:
            tails[at], ends[at] = rank, number
    stay, number = set(), ends[-1] if ends else -1
    while number >= 0:
        stay.add(ranks[number])
        number = links[number]
    return set(ranks) - stay


def _astray(
    was: Sequence[FieldPath], wanted: Sequence[FieldPath], homes: Mapping[FieldPath, tuple[str, str]]
) -> set[FieldPath]:
    """Return the fewest records that have to be moved: those that stand between other headings and texts, and some of the rest.

    Headings, openings and wordings cannot be moved, so it is not they that have been.
    """
    ranks = {key: rank for rank, key in enumerate(was)}
    posts = [key for key in wanted if key not in homes]
    gone = {was[rank] for rank in moved([ranks[key] for key in posts])}
    posts = [key for key in posts if key not in gone]
    astray = {
        key for key in wanted if key in homes and _posts_before(key, was, posts) != _posts_before(key, wanted, posts)
    }
    rest = [key for key in wanted if key not in astray and key not in gone]
    return astray | {was[rank] for rank in moved([ranks[key] for key in rest])}


def _posts_before(key: FieldPath, order: Sequence[FieldPath], posts: Sequence[FieldPath]) -> int:
    before = set(order[: order.index(key)])
    return sum(post in before for post in posts)


def _posts(report: Report, keys: Sequence[FieldPath]) -> dict[FieldPath, tuple[str, str]]:
    """Return the sections and themes that headings, openings and closings belong to."""
    kinds = {"sections": "section", "themes": "theme"}
    return {key: (kinds[str(key[0])], value_at(report, (*key[:2], "id"))) for key in keys if key[0] in kinds}


def _home(
    key: FieldPath, wanted: Sequence[FieldPath], astray: set[FieldPath], places: Mapping[FieldPath, tuple[str, str]]
) -> tuple[str, str] | None:
    """Return the section or theme in which a record stands now, by what stands before and behind it."""
    if key not in places:
        return None
    at = wanted.index(key)
    before = next((one for one in reversed(wanted[:at]) if one in places and one not in astray), None)
    behind = next((one for one in wanted[at + 1 :] if one in places and one not in astray), None)
    if behind and behind[-1] in {"title", "opening"}:
        behind = None  # what begins there is another section
    own = places[key]
    near = [places[one] for one in (before, behind) if one]
    if own in near:
        return own
    return next((one for one in near if one[0] in {"section", "theme"}), own)


def _before(key: FieldPath, wanted: Sequence[FieldPath]) -> FieldPath | None:
    at = wanted.index(key)
    return wanted[at - 1] if at else None


def _to(report: Report, key: FieldPath, home: tuple[str, str], before: FieldPath | None) -> Iterator[Move]:
    kind, name = home
    yield Move(key, kind, name, before)
    record = value_at(report, key)
    other = "theme" if kind == "section" else "section"
    if isinstance(record, Told) and getattr(record, other):
        yield Move(key, other, None, before)


def _ordered(
    report: Report,
    order: Sequence[FieldPath],
    unseen: Sequence[FieldPath],
    astray: set[FieldPath],
    wanted: Sequence[FieldPath],
) -> Iterator[Move]:
    ranks = {key: value_at(report, (*key, "order")) for key in (*order, *unseen)}
    new = _numbers(order, ranks, astray)
    for key in order:
        if ranks[key] != new[key]:
            yield Move(key, "order", new[key], _before(key, wanted), by_people=key in astray)


def _numbers(
    order: Sequence[FieldPath], ranks: Mapping[FieldPath, int | None], astray: set[FieldPath]
) -> dict[FieldPath, int | None]:
    """Return numbers for an order, those of the records that stay as they are where there is room between them."""
    new = dict(ranks)
    for at, key in enumerate(order):
        if key not in astray:
            continue
        before = new[order[at - 1]] if at else None
        behind = next((new[one] for one in order[at + 1 :] if one not in astray), None)
        if at and before is None:
            return {one: _STEP * (number + 1) for number, one in enumerate(order)}
        if before is not None:
            room = behind is None or behind - before > 1
            new[key] = before + _STEP if behind is None else (before + behind) // 2
        else:
            room = behind is None or behind > 1
            new[key] = _STEP if behind is None else behind // 2
        if not room:
            return {one: _STEP * (number + 1) for number, one in enumerate(order)}
    return new
