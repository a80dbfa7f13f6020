"""What a draft keeps of its making: the records, the rendered text with its anchors, and where everything came from."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from pydantic import ValidationError

from cthb_reports.document import Anchor, Kind
from cthb_reports.findings import field_path, field_text
from cthb_reports.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cthb_reports.findings import FieldPath
    from cthb_reports.kinds import Report
    from cthb_reports.rendering import Rendered

VERSION = 1
"""Of the form below; a draft of another version can be read by a person, and not brought back."""


@dataclass(frozen=True, slots=True)
class Keepsake:
    """What a draft was made from.

    Args:
        report: The records.
        markdown: The rendered text, with marks.
        anchors: What the marks mean.
        origins: Of each anchor the line of the template that set it; empty where none did.
        places: Of each field that is printed its file and line, where the records were files.
        turns: Which of several wordings the sentences of each record took.
        program: The version of the program.
        templates: The digest of the templates.
    """

    report: Report
    markdown: str
    anchors: tuple[Anchor, ...]
    origins: tuple[str, ...]
    places: Mapping[FieldPath, str]
    turns: Mapping[FieldPath, Mapping[str, int]]
    program: str
    templates: str


def pack(report: Report, rendered: Rendered, place: Callable[[FieldPath], str], program: str) -> str:
    """Return what a draft keeps, as text of ASCII characters alone: the same records give the same text.

    Args:
        report: The records.
        rendered: The same, rendered.
        place: Tells the file and the line of a field; empty where there is none.
        program: The version of the program.
    """
    records = report.model_dump(mode="json", exclude_none=True, by_alias=True)
    fields = dict.fromkeys(anchor.field for anchor in rendered.anchors)
    kept = {
        "version": VERSION,
        "program": program,
        "templates": rendered.templates,
        "digest": digest(records),
        "records": records,
        "markdown": rendered.markdown,
        "anchors": [[field_text(one.field), one.kind, one.source] for one in rendered.anchors],
        "origins": [str(one or "") for one in rendered.origins],
        "places": {field_text(field): found for field in fields if (found := place(field))},
        "turns": {field_text(field): dict(turns) for field, turns in rendered.turns.items()},
    }
    return json.dumps(kept, ensure_ascii=True, separators=(",", ":"))


def unpack(text: str) -> Keepsake | None:
    """Return what a draft has kept; `None` where it is damaged, or of another version."""
    try:
        kept: dict[str, Any] = json.loads(text)
        if kept["version"] != VERSION or kept["digest"] != digest(kept["records"]):
            return None
        return Keepsake(
            report=KINDS[kept["records"]["kind"]].model_validate(kept["records"]),
            markdown=str(kept["markdown"]),
            anchors=tuple(_anchor(*one) for one in kept["anchors"]),
            origins=tuple(map(str, kept["origins"])),
            places={field_path(field): str(place) for field, place in kept["places"].items()},
            turns={
                field_path(field): {str(kind): int(turn) for kind, turn in turns.items()}
                for field, turns in kept["turns"].items()
            },
            program=str(kept["program"]),
            templates=str(kept["templates"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, RecursionError, ValidationError):
        return None


def _anchor(field: str, kind: Kind, source: str) -> Anchor:
    if kind not in get_args(Kind):
        raise ValueError(kind)
    return Anchor(field_path(field), kind, str(source))


def digest(records: Mapping[str, Any]) -> str:
    """Return the digest of records, by which a draft tells whether they have changed since."""
    return hashlib.sha256(json.dumps(records, sort_keys=True).encode()).hexdigest()
