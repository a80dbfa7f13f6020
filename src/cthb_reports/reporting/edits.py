"""What came back in drafts, and where their words come from, as people and programs read it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from cthb_reports.findings import field_text
from cthb_reports.word.edits import LEFT, WRITTEN, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cthb_reports.readers.docx.returned import Remark, Revision
    from cthb_reports.workflow.asking import Answer
    from cthb_reports.workflow.pulling import Placed, Pull, Review

_VERSION = 1
_COLOURS = {Status.CONFLICT: "red", Status.UNREADABLE: "red", Status.LOST: "yellow", Status.SHOWN: "yellow"}
_LONGEST = 160


def pull_as_text(pull: Pull, *, listed: bool) -> str:
    """Return what came back as text.

    Args:
        pull: What came back.
        listed: Whether tracked changes are listed, too.
    """
    lines: list[str] = []
    for review in pull.reviews:
        if len(pull.reviews) > 1:
            lines.append(click.style(f"{review.draft}:", bold=True))
        if review.warning:
            lines.append(review.warning)
        lines += (line for placed in review.edits if not placed.is_kept for line in _edit(placed))
        lines += (line for remark, paragraph in review.comments for line in _comment(remark, paragraph))
        if listed:
            lines += (_revision(revision, paragraph) for revision, paragraph in review.revisions)
    return "\n".join([*lines, _summary(pull, listed=listed)])


def _edit(placed: Placed) -> Iterator[str]:
    edit = placed.edit
    status = click.style(str(edit.status), fg=_COLOURS.get(edit.status, "green"))
    place = f"{click.style(placed.place, bold=True)}: " if placed.place else ""
    words = " -> ".join(repr(_short(text)) for text in (edit.old, edit.new) if text)
    if edit.status is Status.LOST:
        words = f"{words} is gone"
    if edit.status is Status.ARRANGED:
        words = edit.new
    title = f" {edit.title}" if edit.title else ""
    yield f"{place}{status}{title}{f': {words}' if words else ''}"
    if where := _where(placed):
        yield f"    {where}"
    if edit.reason:
        yield f"    {edit.reason}"


def _where(placed: Placed) -> str:
    edit = placed.edit
    parts = []
    if edit.paragraph:
        parts.append(f"{'' if edit.part == 'body' else f'{edit.part}, '}paragraph {edit.paragraph} of the draft")
    if edit.elsewhere:
        parts.append(f"printed also in paragraph {', '.join(map(str, edit.elsewhere))}")
    if edit.who:
        parts.append(f"changed by {' and '.join(edit.who)}")
    return "; ".join(parts)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rsplit(' ', 1)[0]} …"


def _comment(remark: Remark, paragraph: int) -> Iterator[str]:
    date = f", {remark.date[:10]}" if remark.date else ""
    done = " (done)" if remark.done else ""
    yield f"comment by {remark.author or 'somebody'}{date}{done}: {' / '.join(remark.text.splitlines())!r}"
    yield f"    paragraph {paragraph} of the draft{f', at {_short(remark.words)!r}' if remark.words else ''}"


def _revision(revision: Revision, paragraph: int) -> str:
    date = f", {revision.date[:10]}" if revision.date else ""
    who = f"{revision.author}{date}" if revision.author else "somebody"
    return f"tracked: {revision.kind} by {who}, paragraph {paragraph}: {_short(revision.text)!r}"


def _summary(pull: Pull, *, listed: bool) -> str:
    edits = [placed.edit for review in pull.reviews for placed in review.edits if not placed.is_kept]
    ready = sum(1 for edit in edits if edit.status in WRITTEN)
    left = sum(1 for edit in edits if edit.status in LEFT)
    new = sum(1 for edit in edits if edit.status is Status.NEW_TEXT)
    comments = sum(len(review.comments) for review in pull.reviews)
    if pull.written or pull.kept:
        parts = [f"wrote {_many(ready, 'edit')} into {', '.join(pull.written)}" if pull.written else ""]
        parts.append(
            f"kept {_many(new, 'new text')} and {_many(comments, 'comment')} in {', '.join(pull.kept)}"
            if pull.kept
            else ""
        )
    else:
        parts = [f"{_many(ready, 'edit')} to write" if ready else "", _many(new, "new text") if new else ""]
        parts.append(_many(comments, "comment") if comments else "")
    parts.append(f"{left} left for you" if left else "")
    if listed:
        tracked = sum(len(review.revisions) for review in pull.reviews)
        parts = [f"{_many(tracked, 'tracked change')}", *parts[2:]]
    said = "; ".join(part for part in parts if part) or "nothing came back that the records do not have"
    ask = ready + new + comments and not (pull.written or pull.kept) and not listed
    return f"{said}{'; --apply writes and keeps them' if ask else ''}"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def pull_as_json(pull: Pull) -> str:
    """Return what came back as an object for programs; README.md documents it."""
    shown = {
        "version": _VERSION,
        "drafts": [_review_object(review) for review in pull.reviews],
        "written": list(pull.written),
        "kept": list(pull.kept),
    }
    return json.dumps(shown, ensure_ascii=False, indent=2)


def _review_object(review: Review) -> dict[str, object]:
    return {
        "draft": review.draft,
        "warning": review.warning or None,
        "edits": [_edit_object(placed) for placed in review.edits],
        "comments": [
            {
                "author": remark.author,
                "date": remark.date,
                "text": remark.text,
                "paragraph": paragraph,
                "words": remark.words,
                "done": remark.done,
            }
            for remark, paragraph in review.comments
        ],
        "tracked_changes": [
            {
                "kind": revision.kind,
                "author": revision.author,
                "date": revision.date,
                "text": revision.text,
                "paragraph": paragraph,
            }
            for revision, paragraph in review.revisions
        ],
    }


def _edit_object(placed: Placed) -> dict[str, object]:
    edit = placed.edit
    return {
        "status": str(edit.status),
        "field": field_text(edit.field),
        "title": edit.title,
        "old": edit.old,
        "new": edit.new,
        "part": edit.part,
        "paragraph": edit.paragraph,
        "elsewhere": list(edit.elsewhere),
        "who": list(edit.who),
        "reason": edit.reason or None,
        "place": placed.place or None,
        "kept": placed.is_kept,
    }


def answers_as_text(answers: Iterable[Answer]) -> str:
    """Return where words come from as text, a paragraph for each place where they stand."""
    return "\n\n".join("\n".join(_answer(answer)) for answer in answers)


def _answer(answer: Answer) -> Iterator[str]:
    where = f"{'' if answer.part == 'body' else f'{answer.part}, '}paragraph {answer.paragraph}"
    yield f"{_short(answer.words)!r} in {where}"
    told = {
        "is": f"{_KINDS[answer.kind]}{f', {answer.title}' if answer.title else ''}",
        "field": field_text(answer.field),
        "record": answer.record,
        "value": _short(answer.value),
        "file": answer.place,
        "supplier": answer.supplier,
        "template": answer.template,
    }
    yield from (f"    {name}: {text}" for name, text in told.items() if text)


_KINDS = {
    "value": "a fact",
    "placeholder": "a fact still to come",
    "narrative": "an author's text",
    "expression": "an expression in an author's text",
    "term": "a name that was written out",
    "composed": "a sentence made of facts",
    "wording": "a wording that the records may change",
    "template": "the template's own words",
}


def answers_as_json(answers: Iterable[Answer]) -> str:
    """Return where words come from as an object for programs; README.md documents it."""
    found = [
        {
            "words": answer.words,
            "part": answer.part,
            "paragraph": answer.paragraph,
            "kind": answer.kind,
            "field": field_text(answer.field),
            "title": answer.title,
            "record": answer.record,
            "value": answer.value,
            "place": answer.place or None,
            "supplier": answer.supplier or None,
            "template": answer.template or None,
        }
        for answer in answers
    ]
    return json.dumps({"version": _VERSION, "answers": found}, ensure_ascii=False, indent=2)
